"""Scripts of components, and the parts of the page that nobody sees: scripts that look after all of it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import gradio as gr

from ui.theme import ASSETS

# What a press opens is brought into sight; moments are told in the zone of whoever looks; places have addresses; what
# is unfolded stays so.
_SCRIPTS = ("page/openings", "page/moments", "page/places", "page/folds")


def script(*names: str, **constants: str | Mapping[str, Any] | Sequence[Any] | None) -> str:
    """What a component runs: these files of ui/assets, one after the other.

    `constants`: what they read by these names, such as the words that they say. No properties of the component, since
    an update of one takes the others away.
    """
    given = [f"const {name} = {json.dumps(value)};" for name, value in constants.items()]
    return "\n".join([*given, *((ASSETS / f"{name}.js").read_text(encoding="utf-8") for name in names)])


def page_scripts() -> None:
    """Lay them out, after everything that they look after."""
    for name in _SCRIPTS:
        gr.HTML(
            "",
            elem_id=f"script-{name}",
            html_template="",
            js_on_load=script(name),
            apply_default_css=False,
        )
