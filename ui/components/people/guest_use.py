"""The switch by which the owner lets her guests make pictures of a subject."""

from typing import Any

import gradio as gr

from studio.people.person import OWNER, Person
from studio.studio import Studio
from studio.subjects.subject import Subject
from studio.words import say
from ui.errors import explained
from ui.forms import wire
from ui.people import asking


def guest_use_switch() -> gr.Checkbox:
    """The switch, not seen before `guest_use_shown` says whose it is."""
    return gr.Checkbox(
        value=False, visible=False, interactive=True, label="", info=say("guests-may-use-help"), elem_id="guest-use"
    )


def guest_use_shown(studio: Studio, person: Person, subject: Subject) -> Any:
    """The update for a subject. It is there for the owner alone, and only where there can be guests."""
    is_offered = studio.people.asks and person == OWNER
    label = say("guests-may-use", name=subject.name)
    return gr.Checkbox(visible=is_offered, value=subject.guests_may_use, label=label)


def wire_guest_use(studio: Studio, switch: gr.Checkbox, name: gr.State) -> None:
    """`name`: whose switch it is."""

    @explained
    def switch_guest_use(name: str | None, yes: bool) -> None:
        studio.subjects.let_guests_use(asking(), wire.an_id("field-name", name), yes)

    switch.input(
        switch_guest_use, inputs=[name, switch], api_visibility="private", queue=False, show_progress="hidden",
    )  # fmt: skip
