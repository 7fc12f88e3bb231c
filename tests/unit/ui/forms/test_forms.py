"""The forms: raw values of the page to what the studio takes, and back."""

import math
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.jobs.job import Job, JobState
from studio.jobs.recipes import AUTO, PRESETS, recipe_for
from studio.jobs.requests import SubjectChoice, TrainingRequest
from studio.models.base_models import BASE_MODELS, BaseModel
from studio.photos.held_out import held_out
from studio.pictures.options import Axis, Grid, HiresFix, InitImage
from studio.pictures.qualities import QUALITIES, own_numbers
from studio.pictures.subject_choices import subject_choice
from studio.words import say
from tests.any_request import boxes
from tests.unit.ui.rows import POCKET, lesson, picture, subject
from ui.components.subjects.seen_photos import SeenPhoto, SeenPhotos, seen_props
from ui.forms import creating, teaching, wire

ROOT = Path(__file__).resolve().parents[4]


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
    options = {"samples": " 200", "rank": None, "alpha": "", "prior_preservation": False, "seed": "0", "captions": {}}
    assert fields(options=options).options == {"samples": 200, "seed": 0}


def test_captions_of_photos_that_were_taken_away_go(photos: Sequence[Path]) -> None:
    captions = {"photo_1.jpg": "[name] asleep", "photo_4.jpg": "[name] awake"}
    assert fields(photos[:3], options={"captions": captions}).options == {"captions": {"photo_1.jpg": "[name] asleep"}}
    assert fields([], options={"captions": captions}).options == {"captions": {}}


def test_every_problem_is_found_at_once_and_told_by_its_field(photos: Sequence[Path], tmp_path: Path) -> None:
    wrong = fields(name="../../x", kind='cat"', options={"samples": "0"})
    found = teaching.problems(wrong, POCKET, [], tmp_path / "try")
    assert set(found) == {"photos", "name", "kind", "options"}
    assert say(found["photos"]) == "There are no photos yet. Add 3 to 20 of them."
    assert say(found["options"]).startswith("Samples is 0")
    typed = fields(options={"learning_rate": "much"})
    again = teaching.problems(typed, POCKET, [], tmp_path / "again")
    assert say(again["options"]).startswith("Learning rate is much")
    long = fields(photos, options={"captions": {"photo_0.jpg": "x" * 301}})
    third = teaching.problems(long, POCKET, [], tmp_path / "third")
    assert say(third["options"]).startswith("The caption of photo_0.jpg")


def test_a_good_lesson_has_no_problems(photos: Sequence[Path], tmp_path: Path) -> None:
    assert teaching.problems(fields(photos), POCKET, [], tmp_path / "try") == {}


def test_a_taken_name_is_a_problem_of_the_name_unless_that_lesson_failed(
    photos: Sequence[Path], tmp_path: Path
) -> None:
    taken = teaching.problems(fields(photos), POCKET, [subject("BISCUIT")], tmp_path / "one")
    assert list(taken) == ["name"]
    failed = [subject("Biscuit", state="failed")]
    assert teaching.problems(fields(photos), POCKET, failed, tmp_path / "two") == {}


def test_photos_that_were_left_out_are_named_and_the_others_looked_at_however_few(
    photos: list[Path], tmp_path: Path
) -> None:
    edits = {photo.name: {"is_removed": True} for photo in photos[1:]} | {"gone.jpg": {"quarter_turns": 1}}
    look = teaching.look_at(photos, tmp_path / "look", POCKET, edits=edits)
    assert (look.names, look.left_out) == ([photos[0].name], [photo.name for photo in photos[1:]])
    assert look.problem == "There is 1 photo left; 3 to 20 are fine. Add some more."
    fields = teaching.lesson_fields(
        photos=[str(photo) for photo in photos], name="Dot", kind="cat", preset=None, base_model=None,
        options={"edits": edits},
    )  # fmt: skip
    assert "gone.jpg" not in fields.options["edits"] and len(fields.options["edits"]) == 4


def test_photos_are_looked_at_as_soon_as_they_are_given(photos: Sequence[Path], tmp_path: Path) -> None:
    look = teaching.look_at([*photos, photos[0]], tmp_path / "look", POCKET)
    assert look.names == [photo.name for photo in photos]
    assert look.advice == "photo_0.jpg (2) is the same photo as photo_0.jpg, so it was taken once."
    (tmp_path / "letter.jpg").write_text("Dear Sir or Madam")
    (tmp_path / "photo_1.txt").write_text("asleep")
    look = teaching.look_at([*photos, tmp_path / "letter.jpg", tmp_path / "photo_1.txt"], tmp_path / "odd", POCKET)
    assert (len(look.kept), look.captions) == (5, ["", "asleep", "", "", ""])
    assert look.problem.startswith("letter.jpg is not a photo but a text file;")
    assert look.advice == "The caption of 1 photo was taken from a text file beside it."
    assert teaching.look_at(photos[:1], tmp_path / "few", POCKET).problem.startswith("You gave 1 photo;")
    assert "small" in teaching.look_at(photos, tmp_path / "large", BASE_MODELS["sdxl"]).advice


@pytest.mark.parametrize("seed", [None, "", "0", "7", "-1", "many"])
def test_the_page_shows_who_will_be_kept_aside(
    seed: str | None, photos: Sequence[Path], more_photos: Sequence[Path], tmp_path: Path
) -> None:
    look = teaching.look_at([*photos, *more_photos[:4]], tmp_path / "look", POCKET, seed)
    expected = {"7": held_out(9, 7), "-1": ()}.get(seed or "", held_out(9, 0))
    assert look.aside == expected
    seen = [SeenPhoto(name=f"{one}.jpg", url="a", whole_url="b", is_aside=one in look.aside) for one in range(9)]
    shown = seen_props(SeenPhotos(photos=seen))
    assert [photo["aside"] for photo in shown["photos"]].count("kept aside") == len(expected)
    assert ("never sees it" in shown["note"]) == bool(expected)
    assert teaching.look_at(photos, tmp_path / "few", POCKET, seed).aside == ()


def done_lesson(seconds: float, **changes: object) -> Job:
    values = {"step": 160, "result": {"seconds": seconds}, **changes}
    return lesson(state=JobState.DONE, position=None, started_at=100.0, ended_at=100.0 + seconds, **values)


def choices(name: str, model: BaseModel, jobs: Sequence[Job] = (), kind: str = "cat") -> dict[str, str]:
    recipe = teaching.recipe_shown(PRESETS[name], model, kind, "", [])
    return {name: words for words, name in teaching.preset_choices([(PRESETS[name], recipe)], model, jobs)}


def test_a_presets_time_is_measured_on_lessons_that_were_done_here() -> None:
    done = done_lesson(640 * 0.75)
    recipe = recipe_for("quick", POCKET, {})
    assert teaching.seconds_a_sample(POCKET, recipe, [done, lesson()]) == pytest.approx(0.75)
    other = recipe_for("quick", POCKET, {"batch_size": 1})
    assert teaching.seconds_a_sample(POCKET, other, [done]) != pytest.approx(0.75), "other batches take other times"
    assert choices("quick", POCKET, [done])["quick"].startswith("Quick: about 6 minutes.")


def test_a_lesson_that_rested_or_was_too_short_says_nothing_about_the_time_of_others() -> None:
    known = choices("quick", POCKET)
    assert choices("quick", POCKET, [done_lesson(36_000, result={"seconds": 60.0})]) == known, "paused over night"
    assert choices("quick", POCKET, [done_lesson(480, step=20)]) == known, "most of it was loading"
    early = done_lesson(480, step=120, steps=120)
    assert teaching.seconds_a_sample(POCKET, recipe_for("quick", POCKET, {}), [early]) == pytest.approx(1.0)


def test_before_the_first_lesson_pocket_says_a_plain_estimate_and_others_none() -> None:
    assert choices("quick", POCKET)["quick"].startswith("Quick: about 3 minutes. A first")
    assert choices("quick", BASE_MODELS["sdxl"])["quick"].startswith("Quick: A first impression")


def test_sdxl_says_the_minutes_that_its_lessons_took_here_whatever_batch_size_was_chosen() -> None:
    sdxl = BASE_MODELS["sdxl"]
    request = lesson().request
    assert isinstance(request, TrainingRequest)
    for batch_size in (AUTO, 4):
        recipe = recipe_for("balanced", sdxl, {"batch_size": batch_size}, kind="cat")
        result = {"seconds": 150, "batch_size": 4}
        asked = replace(request, base_model="sdxl", recipe=recipe)
        done = done_lesson(150, request=asked, step=200, steps=200, result=result)
        assert choices("quick", sdxl, [done])["quick"].startswith("Quick: about 2 minutes.")


def test_the_numbers_shown_are_those_of_the_lesson_that_would_start(
    photos: Sequence[Path], more_photos: Sequence[Path]
) -> None:
    sdxl = BASE_MODELS["sdxl"]
    shown = teaching.shown_options(teaching.recipe_shown(PRESETS["balanced"], sdxl, "Woman", None, photos))
    assert shown == {
        "samples": "750", "learning_rate": "0.0001", "rank": "32", "alpha": "32", "batch_size": "automatic",
        "resolution": "1024", "seed": "0",
    }  # fmt: skip
    nine = [*photos, photos[0], *more_photos[:4]]  # one of them twice
    assert teaching.recipe_shown(PRESETS["balanced"], sdxl, "woman", None, nine).samples == 8 * 150
    assert teaching.recipe_shown(PRESETS["balanced"], sdxl, "woman", "pet", nine).samples == 8 * 100
    assert teaching.recipe_shown(PRESETS["balanced"], POCKET, None, "", []).samples == 1152


def test_a_pictures_settings_fill_the_form_that_makes_it_again() -> None:
    again, missing = creating.fields_of(picture(), ["dumpling"])
    assert missing == []
    arguments = again.as_arguments()
    assert (arguments["seed"], arguments["count"], arguments["width"], arguments["height"]) == ("8", 1, 320, 192)
    assert arguments["subjects"] == [{"name": "Dumpling", "strength": 0.8}]
    assert arguments["prompt"] == "Dumpling on the beach"


def test_a_picture_of_any_sort_fills_the_form_that_makes_it_again() -> None:
    grid = Grid(x=Axis(name="strength", values=(0.5, 1)), y=Axis(name="sampler", values=("Euler", "DDIM")))
    made = replace(
        picture().request, count=1, seed=8, start=InitImage(file="starts/x.png", strength=0.4),
        larger=HiresFix(scale=2), variation_seed=5, variation_strength=0.2, grid=grid,
    )  # fmt: skip
    again, _ = creating.fields_of(replace(picture(), request=made, width=640, height=384), ["Dumpling"])
    arguments = again.as_arguments()
    assert (arguments["width"], arguments["height"], arguments["count"]) == (320, 192, 1), "its size before it grew"
    assert arguments["options"] == {
        "variation_seed": "5",
        "variation_strength": 0.2,
        "start": {"file": "starts/x.png", "strength": 0.4},
        "larger": {"scale": 2, "strength": 0.35},
        "grid": {
            "x": {"name": "strength", "values": [0.5, 1.0]},
            "y": {"name": "sampler", "values": ["Euler", "DDIM"]},
        },
    }


WORDS_WITH_COMMAS = (
    ("a hat, red", "a scarf"),
    ("beach", ""),
    ('"so-called", cat', 'the "big" cat', ", ,"),
    ("1, 2", "x" * 500),
)


@pytest.mark.parametrize("values", WORDS_WITH_COMMAS)
def test_words_with_commas_come_back_to_the_form_as_as_many_values_as_they_were(values: tuple[str, ...]) -> None:
    for name in ("prompt", "negative_prompt"):
        request = replace(picture().request, count=1, prompt=f"{values[0]} by day", typed_prompt="")
        made = replace(request, grid=Grid(x=Axis(name=name, values=values)))
        again, _ = creating.fields_of(replace(picture(), request=made), ["Dumpling"])
        assert again.as_arguments()["options"]["grid"]["x"] == {"name": name, "values": list(values)}


def test_seeds_of_64_bits_pass_through_the_form_exactly() -> None:
    seeds = (2**53 + 1, 2**64 - 1)
    grid = Grid(x=Axis(name="seed", values=seeds))
    made = replace(picture().request, count=1, grid=grid, variation_seed=seeds[1], variation_strength=0.2)
    again, _ = creating.fields_of(replace(picture(), request=made, seed=seeds[1]), ["Dumpling"])
    assert again.as_arguments()["options"]["grid"]["x"]["values"] == list(seeds)
    assert (again.seed, again.variation_seed) == (str(seeds[1]),) * 2
    assert creating.from_draft({"seed": 7, "variation_seed": True}, creating.fields_for(POCKET)).seed == "7"


def test_a_picture_of_several_is_asked_for_again_as_they_came_together() -> None:
    both = (SubjectChoice(name="Dumpling"), SubjectChoice(name="Anna"))
    for blending, options in (("sum", {"blending": "sum"}), ("apart", {})):
        made = replace(picture().request, subjects=both, blending=blending)
        again, _ = creating.fields_of(replace(picture(), request=made), ["Dumpling", "Anna"])
        assert again.as_arguments()["options"] == options
    alone = replace(picture().request, blending="sum")
    again, _ = creating.fields_of(replace(picture(), request=alone), ["Dumpling"])
    assert again.blending == "apart", "whoever is chosen beside is kept apart"


BOX, OTHER_BOX = [0.05, 0.2, 0.5, 0.95], [0.5, 0.1, 1, 1]


def test_a_subject_stands_where_its_name_was_put_and_another_anywhere() -> None:
    picked = [{"name": "Dumpling", "strength": 1, "box": BOX}, {"name": "Anna", "strength": 0.5}]
    form = replace(creating.fields_for(POCKET), subjects=creating.subject_choices(picked))
    choices = [subject_choice(row) for row in form.as_arguments()["subjects"]]
    assert [choice.box for choice in choices] == [tuple(BOX), None]


def test_places_come_back_with_the_settings_of_a_picture() -> None:
    both = (SubjectChoice(name="Dumpling", box=(0.05, 0.2, 0.5, 0.95)), SubjectChoice(name="Anna"))
    made = replace(picture().request, subjects=both)
    again, _ = creating.fields_of(replace(picture(), request=made), ["Dumpling", "Anna"])
    assert again.subjects == [{"name": "Dumpling", "strength": 1.0, "box": BOX}, {"name": "Anna", "strength": 1.0}]
    assert tuple(subject_choice(row) for row in again.as_arguments()["subjects"]) == both


def test_a_place_outside_the_picture_is_refused_by_its_name() -> None:
    for odd in ([0.5, 0, 1.2, 1], [0.5, 0, 0.5, 1], "left", [1], {"left": 0}):
        (row,) = creating.subject_choices([{"name": "Anna", "strength": 1, "box": odd}])
        with pytest.raises(StudioError, match="place of Anna"):
            subject_choice(row)


def test_a_form_that_nobody_touched_asks_for_nothing_special() -> None:
    assert creating.fields_for(POCKET).as_arguments()["options"] == {}


def test_a_comparison_is_of_one_seed_however_many_are_asked_for() -> None:
    form = replace(creating.fields_for(POCKET), count=4, compare=creating.STRIP)
    assert (form.as_arguments()["count"], form.as_arguments()["options"]) == (1, {"grid": "strip"})
    form = replace(
        form, compare=creating.GRID, x_name="prompt", x_values="beach, snow", y_name="strength:Anna", y_values="1"
    )
    assert form.as_arguments()["options"]["grid"] == {
        "x": {"name": "prompt", "values": ["beach", "snow"]},
        "y": {"name": "strength:Anna", "values": [1.0]},
    }
    with pytest.raises(StudioError, match="The grid has no values yet"):
        replace(form, x_values=" , ").as_arguments()


def test_a_quality_brings_a_sampler_and_the_numbers_that_suit_it() -> None:
    sdxl = BASE_MODELS["sdxl"]
    assert [one.numbers(sdxl) for one in QUALITIES] == [
        ("DPM++ 2M AYS", 10, 6.0), ("DPM++ 2M Karras", 30, 6.0), ("DPM++ 2M Karras", 48, 6.0),
    ]  # fmt: skip
    assert own_numbers("LCM", sdxl) == ("LCM", 8, 2.0)


def test_a_picture_to_start_from_brings_the_size_of_its_shape() -> None:
    assert creating.nearest_size(3000, 2000, BASE_MODELS["sdxl"]) == "1216x832"
    assert creating.nearest_size(50, 51, POCKET) == "256x256"
    fields, _ = creating.fields_of(picture(), ["Dumpling"])
    begun = creating.starting_from(fields, "starts/x.png", POCKET, (320, 192))
    assert (begun.start, begun.size, begun.surprise, begun.prompt) == ("starts/x.png", "320x192", True, fields.prompt)


def test_a_grid_can_vary_the_likeness_of_each_one_who_is_chosen() -> None:
    names = [name for _, name in creating.axis_choices([{"name": "Anna"}, {"name": "Dumpling"}])]
    assert names[:3] == ["strength:Anna", "strength:Dumpling", "strength"]


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


sides = st.floats(-0.5, 1.5) | st.sampled_from([0, 1, 0.5, True, math.nan, math.inf, "0.5", None])


@given(boxes().map(list) | st.lists(sides, min_size=4, max_size=4) | st.lists(sides, max_size=5) | json_values)
def test_a_kept_place_comes_back_as_it_was_or_not_at_all(box: object) -> None:
    draft = {"subjects": [{"name": "Anna", "strength": 1.0, "box": box}]}
    (choice,) = creating.from_draft(draft, creating.fields_for(POCKET)).subjects
    assert choice["name"] == "Anna", "whoever was chosen stays"
    try:
        fine = subject_choice({"name": "Anna", "strength": 1.0, "box": box}).box
    except StudioError:
        fine = None
    assert choice.get("box", ()) == (() if fine is None else list(fine))


def test_a_kept_form_comes_back_as_it_was() -> None:
    empty = creating.fields_for(POCKET)
    chosen = [{"name": "Anna", "strength": 0.5, "box": OTHER_BOX}, {"name": "Dumpling", "strength": 1}]
    kept = creating.from_draft({"prompt": "Anna", "steps": 30, "surprise": False, "subjects": chosen}, empty)
    assert (kept.prompt, kept.steps, kept.surprise) == ("Anna", 30, False)
    assert kept.subjects == chosen


def test_values_of_a_program_are_in_their_bounds_or_a_sentence() -> None:
    with pytest.raises(StudioError, match="There is no file"):
        wire.files([])
    assert wire.event_value([1], "name") is None
    for id in (None, 5, "", "x" * 101):
        with pytest.raises(StudioError, match="The job's id"):
            wire.an_id("field-job-id", id)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("", ""),
        ("cat", "Taught as an animal. More settings can change that."),
        ("A Cat", "Taught as an animal. More settings can change that."),
        (
            "junge Frau",
            "Taught as a person, by the English word “woman”, which models read. More settings can change that.",
        ),
        ("猫", "Taught as an animal, by the English word “cat”, which models read. More settings can change that."),
        (
            "черепашища",
            "The kind 'черепашища' is no word that Cuddle knows, and models read English; say in English what it is, "
            "such as cat, woman or teapot.",
        ),
    ],
)  # fmt: skip
def test_as_what_a_kind_is_taught_is_said_with_its_english_noun(kind: str, sentence: str) -> None:
    subject_type = teaching.recipe_shown(PRESETS["quick"], POCKET, kind, None, []).subject_type
    assert teaching.taught_as(kind, subject_type) == sentence


def test_a_name_presses_its_card_and_a_tag_sets_its_strength() -> None:
    rose, rex = {"name": "Rose", "strength": 1.0, "box": [0, 0, 0.5, 1]}, SubjectChoice(name="Rex", strength=0.4)
    assert creating.chosen_with([rose], [SubjectChoice(name="Rose", strength=0.5)], []) == [{**rose, "strength": 0.5}]
    assert creating.chosen_with([rose], [rex], ["rose", "Mia"]) == [
        rose, {"name": "Rex", "strength": 0.4}, {"name": "Mia", "strength": 1.0},
    ]  # fmt: skip
    many = [f"Subject {number}" for number in range(12)]
    assert len(creating.chosen_with([rose], [], many)) == 8


@pytest.mark.parametrize(
    ("value", "readings"), [(None, {}), ("x", {}), ({"Rose 1": "word", "Rose 2": 5, 3: "name"}, {"Rose 1": "word"})]
)
def test_readings_of_the_page_that_are_none_are_left_out(value: object, readings: dict[str, str]) -> None:
    empty = creating.fields_for(POCKET)
    assert creating.reading_choices(value) == readings
    assert creating.from_draft({"readings": value}, empty).readings == readings
    assert replace(empty, readings=readings).as_arguments()["options"] == ({"readings": readings} if readings else {})
