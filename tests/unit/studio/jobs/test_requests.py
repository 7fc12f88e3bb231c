"""What a person asks for: its bounds, and its way through JSON."""

import json
import math
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.hub.requests import HubImportRequest, PublishRequest, SamplePicture
from studio.jobs.job import Request
from studio.jobs.recipes import PRESETS, recipe_for
from studio.jobs.requests import ImportRequest, PictureRequest, SubjectChoice, TrainingRequest
from studio.models.base_models import resolve
from studio.pictures.samplers import SAMPLERS
from studio.subjects.subject_types import SUBJECT_TYPES

PICTURE = PictureRequest(
    prompt="dumpling cat on the beach",
    typed_prompt="Dumpling on the beach",
    negative_prompt="",
    subjects=(SubjectChoice(name="Dumpling", strength=0.8),),
    sampler="Euler a",
    steps=20,
    guidance_scale=5.0,
    seed=7,
    width=256,
    height=256,
    count=1,
    base_model="pocket",
)
LESSON = TrainingRequest(
    subject_name="Dumpling",
    kind="cat",
    trigger_word="dumpling",
    photo_files=("photos/1/00.jpg",),
    base_model="pocket",
    recipe=recipe_for("quick", resolve("pocket"), {}),
)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"prompt": "x" * 10_000}, "The prompt is 10,000 characters long; 2,000 are fine"),
        ({"prompt": "  "}, "The prompt is empty"),
        ({"prompt": "a\nb"}, "The prompt holds a line break"),
        ({"prompt": 3}, "The prompt is 3"),
        ({"negative_prompt": "x" * 2001}, "things to avoid is 2,001 characters"),
        ({"steps": 0}, "Steps is 0; choose a whole number between 1 and 150"),
        ({"steps": 10_000}, "Steps is 10000; choose"),
        ({"sampler": "LCM", "steps": 51}, "Steps with LCM is 51; choose a whole number between 1 and 50"),
        ({"steps": 2.5}, "Steps is 2.5"),
        ({"steps": True}, "Steps is True"),
        ({"steps": math.nan}, "Steps is nan"),
        ({"guidance_scale": math.nan}, "Guidance scale is nan"),
        ({"guidance_scale": 0}, "Guidance scale is 0; choose a number between 1 and 30"),
        ({"seed": -1}, "Seed is -1"),
        ({"seed": 2**64}, "Seed is 18446744073709551616"),
        (
            {"seed": 2**64 - 1, "count": 2},
            "Seed is 18446744073709551615; choose a whole number between 0 and 18446744073709551614",
        ),
        ({"seed": 10**400}, "Seed is 1000"),
        ({"guidance_scale": 10**400}, "Guidance scale is 1000"),
        ({"width": 250}, "Width is 250 pixels; choose a multiple of 8, such as 248"),
        ({"height": 4096}, "Height is 4096"),
        ({"count": 17}, "How many pictures is 17"),
        ({"sampler": "Euler b"}, "The sampler is 'Euler b'; choose one of: DPM"),
        ({"subjects": (SubjectChoice(name="A"), SubjectChoice(name="A"))}, "A is chosen twice"),
        ({"subjects": tuple(SubjectChoice(name=str(n)) for n in range(9))}, "You chose 9 subjects; up to 8"),
    ],
)
def test_what_a_picture_cannot_be_is_said(change: dict[str, Any], words: str) -> None:
    with pytest.raises(StudioError, match=words):
        replace(PICTURE, **change)


@pytest.mark.parametrize("strength", [math.nan, math.inf, -math.inf, 2.1, -3, "1", True, None])
def test_a_strength_that_is_no_number_from_minus_two_to_two_is_refused(strength: Any) -> None:
    with pytest.raises(StudioError, match=r"The likeness strength of Dumpling is .*between -2 and 2"):
        SubjectChoice(name="Dumpling", strength=strength)


@pytest.mark.parametrize("box", [(0.5, 0, 0.5, 1), (0, 0, 1.1, 1), (math.nan, 0, 1, 1), (0, 0, 1)])
def test_a_place_outside_of_the_picture_is_refused(box: Any) -> None:
    with pytest.raises(StudioError, match="The place of Dumpling"):
        SubjectChoice(name="Dumpling", box=box)


@pytest.mark.parametrize("file", ["/etc/passwd", "../x", "a/../../x", "a\\b", "C:/x", ""])
def test_a_lesson_reads_only_files_of_the_data_folder(file: str) -> None:
    with pytest.raises(StudioError):
        replace(LESSON, photo_files=(file,))
    with pytest.raises(StudioError):
        ImportRequest(subject_name="A", kind="cat", trigger_word="a", file=file, base_model="pocket")


@pytest.mark.parametrize("word", ["", "Two Words", "a/b", "x" * 41, "ä"])
def test_a_trigger_word_is_one_lower_case_word(word: str) -> None:
    with pytest.raises(StudioError, match="The trigger word is"):
        replace(LESSON, trigger_word=word)


def test_the_instance_prompt_names_the_trigger_word_and_the_kind() -> None:
    assert LESSON.instance_prompt == "a photo of dumpling cat"


def test_a_style_is_learned_as_what_pictures_are_in() -> None:
    style = replace(LESSON, kind="watercolour style", recipe=replace(LESSON.recipe, subject_type="style"))
    assert style.instance_prompt == "a picture in dumpling watercolour style"


def test_a_caption_belongs_to_its_photo_wherever_that_lies() -> None:
    lesson = replace(LESSON, photo_files=("photos/1/00.jpg", "photos/1/01.png"), captions={"01.png": "dumpling cat, x"})
    assert lesson.prompt_of("photos/1/01.png") == lesson.prompt_of(Path("/data/photos/1/01.png")) == "dumpling cat, x"
    assert lesson.prompt_of("photos/1/00.jpg") == lesson.instance_prompt


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"held_out_files": ("photos/1/00.jpg",)}, "00.jpg is both learned from and kept aside"),
        ({"held_out_files": ("../00.jpg",)}, "outside of the data folder"),
        ({"captions": {"07.jpg": "x"}}, "There is a caption for 07.jpg, but no such photo"),
        ({"captions": {"00.jpg": ""}}, "The caption of 00.jpg is empty"),
        ({"captions": {"00.jpg": "a\nb"}}, "The caption of 00.jpg holds a line break"),
    ],
)
def test_what_a_lesson_cannot_be_is_said(change: dict[str, Any], words: str) -> None:
    with pytest.raises(StudioError, match=words):
        replace(LESSON, **change)


def test_a_lesson_that_was_stored_before_there_were_samples_captions_and_held_out_photos_opens() -> None:
    stored = {
        "subject_name": "Anna", "kind": "woman", "trigger_word": "anna", "photo_files": ["photos/1/00.jpg"],
        "base_model": "sdxl",
        "recipe": {
            "preset": "balanced", "rank": 16, "alpha": 16.0, "steps": 1000, "learning_rate": 1e-4, "batch_size": 1,
            "seed": 0, "resolution": 1024, "checkpoint_every_steps": 100, "sample_every_steps": 250,
            "prior_preservation": False,
        },
    }  # fmt: skip
    request = TrainingRequest.from_json(stored)
    assert (request.recipe.samples, request.recipe.steps, request.recipe.subject_type) == (1000, 1000, "person")
    assert (request.held_out_files, request.captions, request.all_files) == ((), {}, ("photos/1/00.jpg",))
    assert TrainingRequest.from_json(request.to_json()) == request


@pytest.mark.parametrize(
    ("caption", "unnamed"),
    [
        (None, "a photo of a woman"),
        ("anna woman on a red sofa", "a woman on a red sofa"),
        ("Anna laughing", "a woman laughing"),
        ("a portrait of joanna beside anna", "a portrait of joanna beside a woman"),
        ("a red sofa", "a red sofa"),
    ],
)
def test_a_photos_words_without_the_subject_have_its_kind_in_its_place(caption: str | None, unnamed: str) -> None:
    photo = LESSON.photo_files[0]
    captions = {} if caption is None else {PurePath(photo).name: caption}
    lesson = replace(LESSON, trigger_word="anna", kind="woman", captions=captions)
    assert lesson.unnamed_prompt_of(photo) == unnamed


def test_pictures_that_were_stored_before_their_typed_prompt_was_kept_open() -> None:
    stored = PICTURE.to_json()
    del stored["typed_prompt"]
    request = PictureRequest.from_json(stored)
    assert (request.typed_prompt, request.told_prompt) == (request.prompt, request.prompt)


def test_pictures_without_typed_words_are_called_by_the_models_words() -> None:
    assert PICTURE.told_prompt == "Dumpling on the beach"
    assert replace(PICTURE, typed_prompt="").told_prompt == "dumpling cat on the beach"


def test_a_stored_request_with_unknown_or_missing_values_is_refused() -> None:
    with pytest.raises(StudioError, match="PictureRequest"):
        PictureRequest.from_json({**PICTURE.to_json(), "surprise": 1})
    with pytest.raises(StudioError, match="A recipe holds"):
        TrainingRequest.from_json({**LESSON.to_json(), "recipe": {"rank": 4}})


TEXT = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40)
SHARES = st.tuples(*[st.floats(0, 0.5) for _ in range(2)], *[st.floats(0.51, 1) for _ in range(2)])
CHOICES = st.builds(SubjectChoice, name=TEXT, strength=st.floats(-2, 2), box=st.none() | SHARES)
PICTURES = st.builds(
    PictureRequest,
    prompt=TEXT,
    typed_prompt=st.just("") | TEXT,
    negative_prompt=TEXT,
    subjects=st.lists(CHOICES, max_size=8, unique_by=lambda choice: choice.name).map(tuple),
    sampler=st.sampled_from(sorted(SAMPLERS)),
    steps=st.integers(1, 40),  # what every sampler can do
    guidance_scale=st.floats(1, 30),
    seed=st.integers(0, 2**32 - 16),
    width=st.integers(8, 256).map(lambda n: n * 8),
    height=st.integers(8, 256).map(lambda n: n * 8),
    count=st.integers(1, 16),
    base_model=st.sampled_from(["pocket", "sdxl"]),
)
LESSONS = st.builds(
    TrainingRequest,
    subject_name=TEXT,
    kind=TEXT,
    trigger_word=st.text("abcxyz019", min_size=1, max_size=24),
    photo_files=st.lists(st.text("abc/", min_size=1, max_size=9).map("photos/".__add__), min_size=1).map(tuple),
    held_out_files=st.lists(st.text("de/", min_size=1, max_size=9).map("held/".__add__), max_size=2).map(tuple),
    base_model=st.just("pocket"),
    recipe=st.builds(
        recipe_for,
        st.sampled_from(sorted(PRESETS)),
        st.sampled_from([resolve("pocket"), resolve("sdxl")]),
        st.fixed_dictionaries(
            {},
            optional={
                "steps": st.integers(1, 5000),
                "subject_type": st.sampled_from(sorted(SUBJECT_TYPES)),
                "alpha": st.floats(0.01, 512),
                "prior_preservation": st.booleans(),
            },
        ),
    ),
)


FOUND = st.builds(
    HubImportRequest,
    subject_name=TEXT,
    kind=TEXT,
    trigger_word=st.just("luna"),
    base_model=st.just("pocket"),
    repository=st.just("owner/lora"),
    revision=st.text("0123456789abcdef", min_size=40, max_size=40),
    hub_file=st.text("abc/", min_size=1, max_size=9).map(lambda name: f"x{name}.safetensors"),
    size=st.integers(1, 10**10),
    sha256=st.just("") | st.text("0123456789abcdef", min_size=64, max_size=64),
)
PUBLISHED = st.builds(
    PublishRequest,
    subject_name=TEXT,
    kind=TEXT,
    trigger_word=st.just("luna"),
    instance_prompt=TEXT,
    base_model=st.just("pocket"),
    family=st.just("pocket"),
    lora_files=st.just({"kohya": "loras/luna/luna.safetensors", "diffusers": "loras/luna/luna_diffusers.safetensors"}),
    pictures=st.lists(
        st.builds(SamplePicture, file=st.just("pictures/a.png"), prompt=TEXT, negative_prompt=st.just("") | TEXT),
        max_size=12,
    ).map(tuple),
    repository=st.just("anna/luna"),
    private=st.booleans(),
    license=st.just("") | TEXT,
)


@given(PICTURES | LESSONS | FOUND | PUBLISHED)
def test_a_request_comes_back_from_json_as_it_was(request: Request) -> None:
    assert type(request).from_json(json.loads(json.dumps(request.to_json()))) == request
