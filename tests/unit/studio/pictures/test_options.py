"""Starts, larger versions, variations and grids in a picture's request: what they mean, and what they cannot be."""

import json
from dataclasses import replace
from typing import Any

import pytest

from studio.errors import StudioError
from studio.jobs.requests import PictureRequest, SubjectChoice
from studio.pictures.options import Axis, Grid, HiresFix, InitImage, grid_from_json, strip
from tests.engine import picture_request

DUMPLING, ANNA = SubjectChoice(name="Dumpling"), SubjectChoice(name="Anna", strength=0.5)


def grid(x: tuple[str, list[Any]], y: tuple[str, list[Any]] | None = None) -> Grid:
    return Grid(x=Axis(name=x[0], values=tuple(x[1])), y=y and Axis(name=y[0], values=tuple(y[1])))


def cells(request: PictureRequest) -> list[PictureRequest]:
    return [request.one(index) for index in range(request.amount)]


def test_each_picture_of_a_request_has_a_request_of_its_own() -> None:
    request = picture_request(seed=5, count=3)
    assert [(one.seed, one.count) for one in cells(request)] == [(5, 1), (6, 1), (7, 1)]
    assert request.one(2).one(0) == request.one(2)


def test_variations_keep_the_seed_and_each_goes_another_way() -> None:
    request = picture_request(seed=5, count=3, variation_seed=9, variation_strength=0.2)
    assert [(one.seed, one.variation_seed, one.variation_strength) for one in cells(request)] == [
        (5, 9, 0.2),
        (5, 10, 0.2),
        (5, 11, 0.2),
    ]
    assert request.one(1).one(0) == request.one(1)


def test_a_strip_shows_one_seed_at_growing_strengths_of_everyone() -> None:
    request = picture_request(subjects=(DUMPLING, ANNA), grid=strip())
    assert request.amount == 7
    assert [[choice.strength for choice in one.subjects] for one in cells(request)] == [
        [strength, strength] for strength in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.2)
    ]
    assert {(one.seed, one.grid) for one in cells(request)} == {(request.seed, None)}


def test_a_grid_has_a_column_for_each_value_of_x_and_a_row_for_each_of_y() -> None:
    request = picture_request(
        subjects=(DUMPLING, ANNA), grid=grid(("steps", [4, 8]), ("strength:anna", [0, 1])), guidance_scale=3.0
    )
    assert [(one.steps, one.subjects[0].strength, one.subjects[1].strength) for one in cells(request)] == [
        (4, 1.0, 0),
        (8, 1.0, 0),
        (4, 1.0, 1),
        (8, 1.0, 1),
    ]
    assert (request.work, request.standing(0), request.standing(13), request.standing(24)) == (
        24, (0, 0, 4), (2, 1, 4), (3, 8, 8),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("axis", "attribute", "values"),
    [
        (("sampler", ["Euler", "DDIM"]), "sampler", ["Euler", "DDIM"]),
        (("guidance_scale", [3, 7.5]), "guidance_scale", [3, 7.5]),
        (("seed", [1, 2]), "seed", [1, 2]),
        (("negative_prompt", ["", "rain"]), "negative_prompt", ["", "rain"]),
        (("size", ["64x128", "128 x 64"]), "width", [64, 128]),
        (("variation_strength", [0, 0.5]), "variation_strength", [0, 0.5]),
        (("prompt", ["beach", "moon"]), "prompt", ["a photo of a cat on the beach", "a photo of a cat on the moon"]),
    ],
)
def test_a_grid_can_vary_any_of_these(axis: tuple[str, list[Any]], attribute: str, values: list[Any]) -> None:
    assert [getattr(one, attribute) for one in cells(picture_request(grid=grid(axis)))] == values


def test_how_much_a_picture_changes_can_be_a_grid_too() -> None:
    request = picture_request(
        start=InitImage(file="starts/x.png"), larger=HiresFix(), steps=20,
        grid=grid(("start_strength", [0.2, 0.8]), ("larger_strength", [0.3, 0.6])),
    )  # fmt: skip
    assert [(one.start and one.start.strength, one.larger and one.larger.strength) for one in cells(request)] == [
        (0.2, 0.3), (0.8, 0.3), (0.2, 0.6), (0.8, 0.6),
    ]  # fmt: skip
    assert request.one(0).passes == (4, round(6 * 1.5**2))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"start": InitImage(file="x.png"), "variation_strength": 2}, "How much a variation differs is 2"),
        ({"variation_seed": -1}, "The variation's seed is -1"),
        ({"larger": HiresFix(scale=4), "width": 1024, "height": 1024}, "would be 4096 × 4096 pixels; up to 2048"),
        ({"grid": strip(), "subjects": ()}, "no subject is in the picture"),
        ({"grid": grid(("strength:Ghost", [1])), "subjects": (DUMPLING,)}, "not Ghost is in the picture"),
        ({"grid": strip(), "subjects": (DUMPLING,), "count": 2}, "A grid shows one seed, and 2 pictures"),
        ({"grid": grid(("steps", [10, 1000]))}, "Steps is 1000"),
        ({"grid": grid(("steps", ["many"]))}, "Steps is many"),
        ({"grid": grid(("prompt", ["moon", "sun"]))}, "'moon', which the prompt does not hold"),
        ({"grid": grid(("start_strength", [0.5]))}, "there is no picture to start from"),
        ({"grid": grid(("larger_strength", [0.5]))}, "no larger version is asked for"),
        ({"grid": grid(("size", ["large"]))}, "A size in the grid is large"),
        ({"grid": grid(("size", ["100x64"]))}, "Width is 100"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_queued(change: dict[str, Any], words: str) -> None:
    with pytest.raises(StudioError, match=words):
        replace(picture_request(), **change)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("steps", "The grid is steps; give x and y by name"),
        ({}, "The grid has no x"),
        ({"x": "steps"}, "A side of the grid is steps"),
        ({"x": {"name": "steps"}}, "give its name and a list of values"),
        ({"x": {"name": "mood", "values": [1]}}, "A grid's parameter is 'mood'; choose one of: strength, prompt"),
        ({"x": {"name": "steps", "values": []}}, "Steps has 0 values"),
        ({"x": {"name": "steps", "values": [True]}}, "Steps is True in the grid"),
        ({"x": {"name": "steps", "values": [1]}, "z": 1}, "The grid holds 'z'"),
        (
            {"x": {"name": "seed", "values": [*range(9)]}, "y": {"name": "steps", "values": [*range(1, 9)]}},
            "72 pictures",
        ),
        ({"x": {"name": "seed", "values": [1]}, "y": {"name": "seed", "values": [2]}}, "given for both sides"),
    ],
)
def test_a_grid_that_is_none_is_said(data: Any, words: str) -> None:
    with pytest.raises(StudioError, match=words):
        grid_from_json(data)


def test_whole_numbers_stay_whole_however_they_are_sent() -> None:
    found = grid_from_json({"x": {"name": "steps", "values": [4.0, 8]}})
    assert found is not None
    assert [type(value) for value in found.x.values] == [int, int]


def test_every_part_comes_back_from_json_and_a_request_from_before_there_were_any_opens() -> None:
    request = picture_request(
        subjects=(DUMPLING,), start=InitImage(file="starts/x.png", strength=0.4),
        larger=HiresFix(scale=2, strength=0.2), variation_seed=4, variation_strength=0.1,
        grid=grid(("strength", [0, 1.5]), ("sampler", ["Euler", "LCM"])),
    )  # fmt: skip
    assert PictureRequest.from_json(json.loads(json.dumps(request.to_json()))) == request
    earlier = {
        name: value
        for name, value in picture_request().to_json().items()
        if name not in ("variation_seed", "variation_strength", "start", "larger", "grid", "blending")
    }
    assert PictureRequest.from_json(earlier) == picture_request(blending="sum"), "as pictures were made then"


def test_several_subjects_are_kept_apart_unless_the_sum_is_asked_for() -> None:
    assert picture_request().blending == "apart"
    asked = picture_request(blending="sum")
    assert PictureRequest.from_json(json.loads(json.dumps(asked.to_json()))) == asked
    with pytest.raises(StudioError, match=r"\(blending\) is 'mixed'; choose one of: apart, sum"):
        picture_request(blending="mixed")


def test_a_start_outside_of_the_data_folder_is_refused() -> None:
    with pytest.raises(StudioError, match="outside of the data folder"):
        InitImage(file="../../secret.png")
