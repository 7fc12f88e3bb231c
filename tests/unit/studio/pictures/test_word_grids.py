"""Grids whose values are words: typed, read back, and put in the place of the first ones."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.jobs.requests import PictureRequest
from studio.people.person import OWNER
from studio.pictures.options import Axis, Grid, values_read, values_typed
from studio.store import Store
from studio.studio import Studio
from tests.by_hand import begin, finish_lesson

values = st.text(st.characters(exclude_categories=("Cc", "Cs", "Z")) | st.sampled_from(" ,\"'"), max_size=12)


@given(st.lists(values.map(lambda value: " ".join(value.split())), min_size=1, max_size=6))
def test_values_come_back_as_they_went_whatever_signs_they_hold(given_values: list[str]) -> None:
    assert values_read(values_typed(given_values)) == given_values


def cells(studio: Studio, prompt: str, values: list[str], names: list[str], **options: Any) -> list[tuple[str, str]]:
    grid = {"x": {"name": "prompt", "values": values}}
    chosen = [{"name": name} for name in names]
    job = studio.pictures.create(OWNER, prompt, subjects=chosen, options={"grid": grid, **options})
    assert isinstance(job.request, PictureRequest)
    request = PictureRequest.from_json(job.request.to_json())
    return [(request.one(number).typed_prompt, request.one(number).prompt) for number in range(len(values))]


@pytest.fixture
def with_rose(studio: Studio, store: Store, photos: list[Path]) -> Studio:
    for name, kind in (("Rose", "woman"), ("Cat Stevens", "cat")):
        studio.subjects.teach(OWNER, photos, name, kind)
        finish_lesson(store, begin(store))
    return studio


@pytest.mark.parametrize(
    ("prompt", "values", "names", "second"),
    [
        ("Rose and a rose", ["rose", "tulip"], ["Rose"], ("Rose and a tulip", "rose woman and a tulip")),
        ("Rose in a garden with a cat", ["cat", "dog"], ["Rose"],
         ("Rose in a garden with a dog", "rose woman in a garden with a dog")),
        ("Cat Stevens with a cat", ["cat", "dog"], ["Cat Stevens"],
         ("Cat Stevens with a dog", "catstevens cat with a dog")),
        ("a cat before a cathedral, Rose", ["cat", "dog"], ["Rose"],
         ("a dog before a cathedral, Rose", "a dog before a cathedral, rose woman")),
        ("Rose at the beach, sunny", ["at the beach, sunny", "in snow"], ["Rose"],
         ("Rose in snow", "rose woman in snow")),
        ("Rose at the beach", ["Rose at the beach", "a house and Rose"], ["Rose"],
         ("a house and Rose", "a house and rose woman")),
        ("a house", ["house", "tree"], [], ("a tree", "a tree")),
        ("小猫在海边", ["海", "河"], [], ("小猫在河边", "小猫在河边")),
    ],
)  # fmt: skip
def test_a_grid_over_words_leaves_names_alone(
    prompt: str, values: list[str], names: list[str], second: tuple[str, str], with_rose: Studio
) -> None:
    found = cells(with_rose, prompt, values, names)
    assert found[0][0] == prompt
    assert found[1] == second


def test_words_that_stand_in_names_alone_are_said(with_rose: Studio) -> None:
    with pytest.raises(StudioError, match="first words are 'Stevens', which the prompt holds in names alone"):
        cells(with_rose, "Cat Stevens asleep", ["Stevens", "Smith"], ["Cat Stevens"])
    with pytest.raises(StudioError, match="first words are 'beach', which the prompt does not hold"):
        cells(with_rose, "Cat Stevens asleep", ["beach", "snow"], ["Cat Stevens"])


def test_a_grid_of_an_earlier_version_has_no_prompts_and_is_read() -> None:
    grid = Grid(x=Axis(name="prompt", values=("beach", "snow")))
    assert grid.to_json() == {"x": {"name": "prompt", "values": ["beach", "snow"]}, "y": None}
