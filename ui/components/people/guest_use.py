"""The switch by which the owner lets her guests make pictures of a subject."""

from typing import Any

import gradio as gr

from studio.people.person import OWNER, Person
from studio.studio import Studio
from studio.subjects.subject import Subject
from studio.words import say
from ui.components.people.services import guest_use_of, here
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
    is_offered = bool(studio.people.owner_name) and person == OWNER and guest_use_of(studio) is not None
    label = say("guests-may-use", name=subject.name)
    return gr.Checkbox(visible=is_offered, value=subject.guests_may_use, label=label)


def let_guests_use(studio: Studio, person: Person, name: str, yes: bool) -> None:
    """Let guests make pictures of the person's subject, or no longer. Errors: as the service's."""
    here(guest_use_of(studio))(person, name, yes)


def wire_guest_use(studio: Studio, switch: gr.Checkbox, name: gr.State) -> None:
    """`name`: whose switch it is."""

    @explained
    def switch_guest_use(name: str | None, yes: bool) -> None:
        let_guests_use(studio, asking(), wire.an_id("field-name", name), yes)

    switch.input(
        switch_guest_use, inputs=[name, switch], api_visibility="private", queue=False, show_progress="hidden",
    )  # fmt: skip
