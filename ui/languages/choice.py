"""Which language the page is in, as the browser is told it; and the field in which another one is chosen."""

import html
import json
from pathlib import Path

import gradio

from studio.words import catalogue, direction_of, name_of, say, spoken_language
from ui.components.scripts import script
from ui.theme import ASSETS

_GRADIO_WORDS = ASSETS / "languages" / "gradio"
_GRADIO_SCRIPTS = Path(gradio.__file__).parent / "templates" / "frontend" / "assets"


def language_script(*, draws_gradio: bool = True) -> str:
    """What a page in the spoken language runs before all other scripts. draws_gradio: whether it is gradio's.

    gradio/<language>.json holds gradio's own words, as its own files do, in a language that it does not have.
    """
    file = _GRADIO_WORDS / f"{spoken_language()}.json"
    core = next((file.name for file in _GRADIO_SCRIPTS.glob("core-*.js")), None)
    words = json.loads(file.read_text(encoding="utf-8")) if draws_gradio and core and file.is_file() else None
    return f"{{{script('languages/language', gradioWords=words, gradioCore=core)}}}".replace("</", "<\\/")


def html_attributes(language: str) -> str:
    """Of the page's root: `lang="de" dir="ltr"`."""
    return f'lang="{language}" dir="{direction_of(language)}"'


def language_choice_html() -> str:
    """The languages by their own names (ui/assets/languages/language.js); nothing where there is one alone."""
    if len(catalogue.LANGUAGES) < 2:
        return ""
    spoken = spoken_language()
    options = "".join(
        f'<option value="{one}" lang="{one}" {"selected" if one == spoken else ""}>{html.escape(name_of(one))}</option>'
        for one in catalogue.LANGUAGES
    )
    label = html.escape(say("language-label"))
    return f'<div class="language-choice"><select data-language aria-label="{label}">{options}</select></div>'
