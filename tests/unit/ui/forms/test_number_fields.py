"""Whatever a browser sends in a field for a number, the answer is a sentence beside the button that names the field."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict
from html import unescape
from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from studio.people.person import OWNER
from studio.studio import Studio
from tests.unit.ui.conftest import handlers_named, laid_out
from ui.components.drafts import draft
from ui.components.jobs.news import job_news
from ui.components.places import place_to_go
from ui.forms import creating, teaching
from ui.served_files import ServedFiles
from ui.tabs.create import DRAFT_KEY, build_create_tab
from ui.tabs.teach import LESSON_DRAFT_KEY, build_teach_tab

BAD = (-5, 0.5, 10**30, "abc", "-5", "1e999", math.nan, math.inf, True, [], {}, "9" * 39, "1,5", "１２x")

Press = Callable[..., str]


def pressed(page: gr.Blocks, name: str) -> Callable[..., list[Any]]:
    """The handler of that name, fed through the fields as gradio does it: by their elem_id."""
    (function,) = handlers_named(page, name)
    fields = {block.elem_id: block for block in function.inputs}

    def press(by_id: dict[str, Any], **values: Any) -> list[Any]:
        sent = {name: fields[id].preprocess(values[name]) for name, id in by_id.items()}  # type: ignore[attr-defined]
        return function.fn(**{**values, **sent})  # type: ignore[misc]

    return press


def problems(answer: Sequence[Any]) -> list[str]:
    found = [re.fullmatch(r'<p class="problem" role="alert">(.*)</p>', one) for one in answer if isinstance(one, str)]
    return [unescape(one[1]) for one in found if one]


@pytest.fixture
def create(studio: Studio, page_files: ServedFiles) -> Callable[[str, Any], list[str]]:
    """Presses Create with a value in one field of an otherwise good form. Gives what is wrong."""
    with laid_out() as page:
        build_create_tab(page, draft(DRAFT_KEY), studio, page_files)
    press = pressed(page, "make_pictures")
    pocket = studio.models.named(OWNER, "pocket")
    good = asdict(creating.fields_for(pocket)) | {"prompt": "a red house", "surprise": False}
    start = {"variation_strength": 0.3, "larger_scale": 1.5}

    def ask(id: str, value: Any) -> list[str]:
        name = CREATE_FIELDS[id][0]
        return problems(press({name: id}, **(good | start | {name: value})))

    return ask


CREATE_FIELDS = {
    "count": ("count", "“How many” is"),
    "steps": ("steps", "Steps is"),
    "guidance": ("guidance_scale", "Guidance scale is"),
    "seed": ("seed", "“Seed” is"),
    "variation": ("variation_strength", "“Vary it” is"),
    "variation-seed": ("variation_seed", "“Which variation” is"),
    "larger": ("larger_scale", "“Make it larger afterwards” is"),
    "larger-strength": ("larger_strength", "“Make it larger afterwards: How much may that change?” is"),
}


def test_every_number_of_create_is_refused_in_a_sentence_that_names_its_field(
    create: Callable[[str, Any], list[str]],
) -> None:
    for id, (_, begins) in CREATE_FIELDS.items():
        for value in BAD:
            if (id.startswith("variation") or id == "larger-strength") and value in (0.5, [], {}):
                continue  # fine, or nothing at all
            (said,) = create(id, value)
            assert said.startswith(begins) and re.search(" between |; give it as ", said), (id, value, said)
    for id in ("count", "seed", "larger"):
        assert create(id, "") == create(id, "  ") and create(id, "")[0].startswith(f"{CREATE_FIELDS[id][1]} empty;")


def test_every_number_of_a_lesson_is_refused_in_a_sentence_that_names_its_field(
    studio: Studio, page_files: ServedFiles, photos: Sequence[Path]
) -> None:
    with laid_out() as page:
        build_teach_tab(page, draft(LESSON_DRAFT_KEY), studio, page_files, job_news("news", studio), place_to_go())
    press = pressed(page, "start_lesson")
    begins = {"samples": "“Looks at photos” is", "learning_rate": "Learning rate is", "batch_size": "Batch size is"}
    good = {"photos": [str(photo) for photo in photos], "name": "Rex", "kind": "dog", "preset": "quick"}
    for name in teaching.SHOWN_OPTIONS:
        for value in (-5, "abc"):
            answer = press({name: f"option-{name}"}, **good, base_model="auto", **{name: value})
            (said,) = problems(answer)
            assert said.startswith(begins.get(name, f"{name.capitalize()} is")), (name, value, said)
    assert studio.subjects.list(OWNER) == []
