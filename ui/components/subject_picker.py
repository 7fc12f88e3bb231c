"""Choosing taught subjects by their covers, each with its likeness strength."""

from collections.abc import Sequence
from typing import Any

import gradio as gr

from studio.subjects import Subject
from ui import texts
from ui.handouts import Handouts
from ui.theme import ASSETS

_WORDS: dict[str, Any] = {"empty_text": texts.NO_SUBJECTS_YET, "strength_help": texts.STRENGTH_HELP}


def subject_picker(elem_id: str) -> gr.HTML:
    """The component. Its value is [{"name", "strength"}]; `cards_update` gives it new cards."""
    return gr.HTML(
        value=[],
        html_template='<div class="picker"></div>',
        js_on_load=(ASSETS / "subject_picker.js").read_text(encoding="utf-8"),
        apply_default_css=False,
        elem_id=elem_id,
        subjects=None,
        **_WORDS,
    )


def cards(subjects: Sequence[Subject], handouts: Handouts) -> list[dict[str, str]]:
    """What the picker shows: the subjects that are ready."""
    return [
        {"name": subject.name, "kind": subject.kind, "cover": handouts.url_of(subject.cover_file, longest_side=256)}
        for subject in subjects
        if subject.state == "ready"
    ]


def cards_update(shown: list[dict[str, str]]) -> Any:
    """The update that gives the picker these cards and keeps what is chosen."""
    return gr.HTML(subjects=shown, **_WORDS)
