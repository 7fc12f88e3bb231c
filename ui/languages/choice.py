"""Which language the page is in, as the browser is told it; and the field in which another one is chosen."""

import html

from studio.words import catalogue, direction_of, name_of, say, spoken_language
from ui.theme import ASSETS

# For every page, before all other scripts.
LANGUAGE_SCRIPT = (ASSETS / "languages" / "language.js").read_text(encoding="utf-8")


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
