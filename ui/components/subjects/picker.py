"""Choosing taught subjects by their faces, each with its likeness strength and, if one likes, its place."""

from collections.abc import Callable, Sequence
from typing import Any

import gradio as gr

from studio.subjects.subject import Subject
from studio.words import say
from ui.components.scripts import script
from ui.forms.creating import size_of
from ui.served_files import ServedFiles
from ui.words import kind_word

_SIDES = ("left", "top", "right", "bottom")


def subject_picker(elem_id: str, places_id: str) -> gr.HTML:
    """The component. Its value is [{"name", "strength", "box"}], the box only where one has a place.

    `cards_update` gives it new cards, and a `stage_shape` beside it the shape of the picture. The stage stands in the
    `places_of_subjects` of that id, which may be elsewhere on the page.
    """
    return gr.HTML(
        value=[],
        html_template='<div class="picker"></div>',
        js_on_load=script(
            "page/nodes", "make/name_tags", "make/subject_picker", words=_words(), places=f"#{places_id} .places-place"
        ),
        apply_default_css=False,
        elem_id=elem_id,
        subjects=None,
    )


def places_of_subjects(elem_id: str) -> gr.HTML:
    """Where the stage of a picker stands."""
    return gr.HTML(
        "",
        html_template='<div class="places-place"></div>',
        js_on_load=script("make/places"),
        apply_default_css=False,
        elem_id=elem_id,
    )


def cards(subjects: Sequence[Subject], served: ServedFiles, type_of: Callable[[Subject], str]) -> list[dict[str, Any]]:
    """What the picker shows: the subjects that are ready. `stands`: it can have a place, since it is no style."""
    return [
        {
            "name": subject.name,
            "kind": kind_word(subject.kind),
            "cover": served.url_of(subject.cover_file, longest_side=256),
            "stands": type_of(subject) != "style",
        }
        for subject in subjects
        if subject.state == "ready"
    ]


def cards_update(shown: list[dict[str, Any]], value: list[dict[str, Any]] | None = None) -> Any:
    """The update that gives the picker these cards; `value` is what is chosen from now on, None keeps it."""
    return gr.HTML(subjects=shown) if value is None else gr.HTML(value=value, subjects=shown)


def stage_shape(elem_id: str, size: str) -> gr.HTML:
    """What gives the stage of the picker the shape of the picture. Its value is `shape_html` of the size chosen."""
    return gr.HTML(shape_html(size), elem_id=elem_id, apply_default_css=False)


def shape_html(size: str) -> str:
    """The shape of a size such as "320x192", as a rule of style: unlike a property, the next cards leave it alone.

    Errors: StudioError for a size that is none.
    """
    width, height = size_of(size)
    return f"<style>:root {{ --stage-shape: {width / height:.4f}; }}</style>"


def _words() -> dict[str, str]:
    """What the scripts say; they fill in what stands in braces."""
    sides = {side: say(f"places-{side}") for side in _SIDES}
    name = "{name}"
    return {
        "empty_text": say("make-nobody-yet"),
        "who": say("who-label"),
        "teach": say("teach-another"),
        "strength": say("strength-title"),
        "strength_of": say("strength-spoken", name=name),
        "strength_help": say("strength-help"),
        "title": say("places-label"),
        "help": say("places-help"),
        "empty": say("places-empty"),
        "anywhere": say("places-anywhere"),
        "all_placed": say("places-all"),
        "numbers": say("places-numbers"),
        "keys": say("places-keys"),
        "stands": say("places-stands", name=name, left="{left}", top="{top}", right="{right}", bottom="{bottom}"),
        "stands_anywhere": say("places-stands-anywhere", name=name),
        "off": say("places-off"),
        "off_spoken": say("places-off-spoken", name=name),
        "tag_placed": say("places-tag-placed", name=name),
        "tag_anywhere": say("places-tag-anywhere", name=name),
        "same": say("places-same", one="{one}", two="{two}"),
        **sides,
        **{f"{side}_number": say("places-number", name=name, side=word) for side, word in sides.items()},
    }
