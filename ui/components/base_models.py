"""Choosing a base model."""

from typing import Any

import gradio as gr

from studio.people.person import OWNER, Person
from studio.studio import Studio
from studio.words import say
from ui.errors import explained
from ui.people import asking


def base_model_dropdown(studio: Studio, elem_id: str) -> gr.Dropdown:
    """The base models by title, with what "auto" means here first; any other can be typed in.

    The choices are looked at again when a page is opened: the worker may have said meanwhile what it works on.
    """
    dropdown = gr.Dropdown(
        **_choices(studio, OWNER), value="auto", label=say("base-model-label"), allow_custom_value=True, elem_id=elem_id
    )

    @explained
    def choices_now() -> Any:
        return gr.Dropdown(**_choices(studio, asking()))

    gr.on(  # without a trigger: when the page is opened
        None, choices_now, inputs=[], outputs=[dropdown], queue=False, api_visibility="private",
        show_progress="hidden",
    )  # fmt: skip
    return dropdown


def automatic_words(studio: Studio) -> str:
    """Which base model "auto" is, what it does, and why it is this one."""
    status = studio.status()
    model = status.base_model
    return say("base-model-automatic-help", title=model.title, help=model.description, why=status.why)


def _choices(studio: Studio, person: Person) -> dict[str, Any]:
    """What the person may choose; a guest may not type another one in, which `info` then says nothing of."""
    choices = [(say("base-model-automatic", title=studio.status().base_model.title), "auto")]
    choices += [(say(model.title), model.id) for model in studio.models.known(person)]
    info = [automatic_words(studio), *([say("base-model-help")] if person == OWNER else [])]
    return {"choices": choices, "info": " ".join(info)}
