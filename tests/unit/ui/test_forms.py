"""The forms: raw values of the page to what the studio takes, and back."""

import math
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.base_models import BASE_MODELS
from studio.errors import StudioError
from studio.jobs import JobState
from studio.recipes import PRESETS
from tests.unit.ui.rows import POCKET, lesson, picture, subject
from ui.forms import creating, teaching, wire

ROOT = Path(__file__).resolve().parent.parent.parent.parent


def fields(photos: Sequence[Path] = (), **changes: object) -> teaching.LessonFields:
    raw: dict[str, object] = {"name": "Biscuit", "kind": "cat", "preset": "quick", "base_model": "auto", "options": {}}
    return teaching.lesson_fields(photos=[str(photo) for photo in photos], **{**raw, **changes})  # type: ignore[arg-type]


def test_the_forms_know_nothing_of_gradio() -> None:
    program = (
        "import sys, ui.words, ui.forms.creating, ui.forms.rows, ui.forms.teaching, ui.forms.wire\n"
        "assert 'gradio' not in sys.modules, 'gradio'\nassert 'torch' not in sys.modules, 'torch'"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)


def test_empty_numbers_and_an_unticked_box_are_left_to_the_preset() -> None:
    options = {"steps": 200, "rank": None, "alpha": "", "prior_preservation": False}
    assert fields(options=options).options == {"steps": 200}


def test_every_problem_is_found_at_once_and_told_by_its_field(tmp_path: Path) -> None:
    wrong = fields(name="../../x", kind='cat"', options={"steps": 0})
    found = teaching.problems(wrong, POCKET, [], tmp_path / "try")
    assert set(found) == {"photos", "name", "kind", "options"}
    assert found["photos"] == "There are no photos yet. Add 3 to 20 of them."
    assert found["options"].startswith("Steps is 0")


def test_a_good_lesson_has_no_problems(photos: Sequence[Path], tmp_path: Path) -> None:
    assert teaching.problems(fields(photos), POCKET, [], tmp_path / "try") == {}


def test_a_taken_name_is_a_problem_of_the_name_unless_that_lesson_failed(
    photos: Sequence[Path], tmp_path: Path
) -> None:
    taken = teaching.problems(fields(photos), POCKET, [subject("BISCUIT")], tmp_path / "one")
    assert list(taken) == ["name"]
    failed = [subject("Biscuit", state="failed")]
    assert teaching.problems(fields(photos), POCKET, failed, tmp_path / "two") == {}


def test_photos_are_looked_at_as_soon_as_they_are_given(photos: Sequence[Path], tmp_path: Path) -> None:
    look = teaching.look_at([*photos, photos[0]], tmp_path / "look")
    assert len(look.kept) == 6
    assert "(number 6)" in look.advice
    assert teaching.look_at(photos[:1], tmp_path / "few").problem.startswith("You gave 1 photo;")


def test_a_presets_time_is_measured_on_lessons_that_were_done_here() -> None:
    done = lesson(state=JobState.DONE, started_at=100.0, ended_at=100.0 + 160 * 3.0, position=None)
    assert teaching.seconds_a_step(POCKET, 4, [done, lesson()]) == pytest.approx(3.0)
    assert teaching.seconds_a_step(POCKET, 1, [done]) != pytest.approx(3.0), "another batch size takes another time"
    words = {name: words for words, name in teaching.preset_choices([PRESETS["quick"]], POCKET, [done])}
    assert words["quick"].startswith("Quick: about 8 minutes.")


def test_a_model_nobody_measured_says_steps_and_not_minutes() -> None:
    words, _ = teaching.preset_choices([PRESETS["quick"]], BASE_MODELS["sdxl"], [])[0]
    assert words.startswith("Quick: 500 steps.")


def test_the_numbers_shown_are_those_of_the_preset_for_the_base_model() -> None:
    shown = teaching.shown_options(PRESETS["thorough"], BASE_MODELS["sdxl"])
    assert (shown["steps"], shown["rank"], shown["resolution"]) == (2000, 32, 1024)


def test_a_pictures_settings_fill_the_form_that_makes_it_again() -> None:
    again, missing = creating.fields_of(picture(), ["dumpling"])
    assert missing == []
    arguments = again.as_arguments()
    assert (arguments["seed"], arguments["count"], arguments["width"], arguments["height"]) == (8, 1, 320, 192)
    assert arguments["subjects"] == [{"name": "Dumpling", "strength": 0.8}]
    assert arguments["prompt"] == "dumpling cat on the beach"


def test_a_subject_that_is_gone_is_left_out_and_named() -> None:
    again, missing = creating.fields_of(picture(), [])
    assert (again.subjects, missing) == ([], ["Dumpling"])


def test_a_surprise_draws_its_seed() -> None:
    assert creating.fields_for(POCKET).as_arguments()["seed"] == creating.RANDOM_SEED


@pytest.mark.parametrize("size", ["", "256", "256x", "axb", "256x256x256", "99999999x1", "²x²"])
def test_a_size_that_is_none_is_a_sentence(size: str) -> None:
    with pytest.raises(StudioError, match="The size is"):
        creating.size_of(size)


def test_an_unusual_size_of_a_picture_is_offered_too() -> None:
    assert creating.size_choices(POCKET, also="64x128")[-1] == ("64 × 128 (tall)", "64x128")


@pytest.mark.parametrize("value", ["Dumpling", 5, [1], {"name": "x"}])
def test_subjects_that_are_no_list_of_choices_are_refused(value: object) -> None:
    with pytest.raises(StudioError, match="chosen subjects"):
        creating.subject_choices(value)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.none() | json_values | st.dictionaries(st.sampled_from(creating.NAMES), json_values))
def test_whatever_a_browser_kept_becomes_a_form(draft: object) -> None:
    empty = creating.fields_for(POCKET)
    kept = creating.from_draft(draft, empty)
    assert isinstance(kept.prompt, str)
    assert isinstance(kept.surprise, bool)
    assert math.isfinite(kept.steps)
    assert all(isinstance(choice["name"], str) and math.isfinite(choice["strength"]) for choice in kept.subjects)


def test_a_kept_form_comes_back_as_it_was() -> None:
    empty = creating.fields_for(POCKET)
    draft = {"prompt": "Anna", "steps": 30, "surprise": False, "subjects": [{"name": "Anna", "strength": 0.5}]}
    kept = creating.from_draft(draft, empty)
    assert (kept.prompt, kept.steps, kept.surprise) == ("Anna", 30, False)
    assert kept.subjects == [{"name": "Anna", "strength": 0.5}]


def test_values_of_a_program_are_the_right_sort_or_a_sentence() -> None:
    assert wire.options(None) == {}
    assert wire.a_list("The list", None) == []
    for wrong in (lambda: wire.options([1]), lambda: wire.a_list("The list", {}), lambda: wire.files([])):
        with pytest.raises(StudioError):
            wrong()
    for id in (None, 5, "", "x" * 101):
        with pytest.raises(StudioError, match="The job's id"):
            wire.an_id("The job's id", id)
