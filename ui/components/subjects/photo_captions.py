"""A line of words for each photo of a lesson."""

from collections.abc import Sequence
from typing import Any

import gradio as gr

from studio.photos.captions import MAX_CAPTION
from studio.words import say
from ui.components.scripts import script


def photo_captions(elem_id: str) -> gr.HTML:
    """The component. Its value is {photo's name: words}; `captions_update` gives it new photos."""
    return gr.HTML(
        value={},
        html_template='<div class="captions"></div>',
        js_on_load=script("page/nodes", "photos/captions"),
        apply_default_css=False,
        elem_id=elem_id,
        photos=[],
        **_words(),
    )


def captions_update(photos: Sequence[tuple[str, str, str]]) -> Any:
    """The update that shows these photos, (name, address of a small copy, words of a text file that came with it).

    What a person wrote about one stays, and counts instead of the file's words.
    """
    return gr.HTML(photos=[{"name": name, "url": url, "words": words} for name, url, words in photos], **_words())


def _words() -> dict[str, Any]:
    return {
        "title": say("captions-label"),
        "help": say("captions-help"),
        "empty_text": say("captions-empty"),
        "placeholder": say("caption-placeholder"),
        "spoken": say("caption-spoken", number="{number}", name="{name}"),  # filled by the script
        "longest": MAX_CAPTION,
    }
