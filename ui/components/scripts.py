"""The parts of the page that nobody sees: scripts that look after all of it."""

import gradio as gr

from ui.theme import ASSETS

# What a press opens is brought into sight; moments are told in the zone of whoever looks.
_SCRIPTS = ("openings", "moments")


def page_scripts() -> None:
    """Lay them out, after everything that they look after."""
    for name in _SCRIPTS:
        gr.HTML(
            "",
            elem_id=f"script-{name}",
            html_template="",
            js_on_load=(ASSETS / f"{name}.js").read_text(encoding="utf-8"),
            apply_default_css=False,
        )
