"""Where on the page a person is: every place has an address, and a handler that has filled one leads there."""

import secrets

import gradio as gr

from ui.components.markup import text

HOME, MAKE, ALBUM, TEACH, ACCOUNT = "home", "make", "album", "teach", "account"


def place_to_go() -> gr.HTML:
    """The component that nobody sees; its updates are what `going_to` gives (ui/assets/page/places.js)."""
    return gr.HTML("", elem_id="place-to-go", apply_default_css=False)


def going_to(place: str) -> str:
    """The update by which the page goes to that place. Two of them differ, so that each one counts."""
    return f'<i data-to="{text(place)}" data-once="{secrets.token_hex(6)}"></i>'
