"""What can be made of a finished picture: more like it, a larger one, or another one that starts from it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from studio.errors import StudioError
from studio.pictures.pictures import Pictures
from studio.pictures.request_parts import VARIATION_STRENGTH
from studio.words import say
from ui.components.numbers import slider
from ui.errors import explained
from ui.forms import wire
from ui.forms.field_names import as_on_page
from ui.people import asking

MORE = 4  # pictures at a time


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureActions:
    """The buttons. `start` is wired by the page, since it fills another tab."""

    start: gr.Button


def picture_actions(pictures: Pictures, id: gr.State, elem_id: str) -> PictureActions:
    """The buttons for the picture whose id is in the state, laid out here."""
    with gr.Row(elem_classes=["actions"]):
        more = gr.Button(say("more-like-this"), size="sm", min_width=110, elem_id=f"{elem_id}-more")
        larger = gr.Button(say("larger"), size="sm", min_width=80, elem_id=f"{elem_id}-larger")
        start = gr.Button(say("start-from-this"), size="sm", min_width=110, elem_id=f"{elem_id}-start")
    difference = slider(
        0.05, 0.5, value=VARIATION_STRENGTH, step=0.05, label=say("difference-label"), info=say("difference-help"),
        elem_id=f"{elem_id}-difference",
    )  # fmt: skip

    @explained
    def make_more(picture_id: str | None, strength: float) -> None:
        try:
            pictures.more_like(asking(), wire.an_id("field-picture-id", picture_id), strength, MORE)
        except StudioError as error:
            raise StudioError(as_on_page(error.message)) from error
        gr.Info(say("more-on-the-way", count=MORE))

    @explained
    def make_larger(picture_id: str | None) -> None:
        pictures.larger(asking(), wire.an_id("field-picture-id", picture_id))
        gr.Info(say("larger-on-the-way"))

    quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    more.click(make_more, inputs=[id, difference], **quiet)
    larger.click(make_larger, inputs=[id], **quiet)
    return PictureActions(start=start)


def id_of(data: object) -> str:
    """The picture's id from what came with a press in the gallery: the name of the file that it shows.

    Errors: StudioError for anything that is none.
    """
    path = wire.event_value(wire.event_value(wire.event_value(data, "value"), "image"), "path")
    return wire.an_id("field-picture-id", Path(path).stem if isinstance(path, str) else path)
