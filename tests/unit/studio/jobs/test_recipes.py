"""Presets, options and the bounds of a lesson's numbers; and the table of samplers."""

import math

import pytest

from studio.errors import StudioError
from studio.jobs.recipes import AUTO, PRESETS, Recipe, recipe_for
from studio.models.base_models import resolve
from studio.pictures.samplers import SAMPLERS, sampler_named
from studio.subjects.subject_types import SUBJECT_TYPES

POCKET = resolve("pocket")


@pytest.mark.parametrize("family", ["pocket", "sdxl", "sd15"])
@pytest.mark.parametrize("subject_type", sorted(SUBJECT_TYPES))
@pytest.mark.parametrize("photos", [3, 7, 18])
def test_presets_differ_in_length_for_every_subject_and_any_number_of_photos(
    family: str, subject_type: str, photos: int
) -> None:
    options = {"subject_type": subject_type}
    samples = [recipe_for(name, resolve(family), options, photos=photos).samples for name in PRESETS]
    assert samples == sorted(samples) and len(set(samples)) == 3


def test_pockets_lessons_are_as_long_as_was_measured() -> None:
    recipes = [recipe_for(name, POCKET, {}, kind="cat", photos=12) for name in ("quick", "balanced", "thorough")]
    assert [(recipe.steps, recipe.batch_size, recipe.rank, recipe.learning_rate) for recipe in recipes] == [
        (128, 4, 16, 1e-3),
        (288, 4, 16, 1e-3),
        (700, 4, 16, 1e-3),
    ]


def test_people_get_more_room_and_more_looks_than_pets_on_sdxl() -> None:
    person, pet = (recipe_for("balanced", resolve("sdxl"), {}, kind=kind, photos=9) for kind in ("young woman", "cat"))
    assert (person.subject_type, person.rank, person.alpha, person.samples) == ("person", 32, 32, 1350)
    assert (pet.subject_type, pet.rank, pet.alpha, pet.samples) == ("pet", 16, 16, 900)
    assert recipe_for("balanced", resolve("sdxl"), {"subject_type": "person"}, kind="cat").rank == 32


def test_a_lesson_sees_its_samples_at_every_batch_size_that_the_worker_may_choose() -> None:
    asked = recipe_for("balanced", resolve("sdxl"), {"seed": 5}, kind="cat", photos=9)
    assert (asked.batch_size, asked.steps, asked.to_json()["steps"]) == (AUTO, 900, None)
    chosen = asked.with_batch_size(8)
    assert (chosen.samples, chosen.steps, chosen.checkpoint_every_steps, chosen.sample_every_steps) == (
        900,
        113,
        32,
        29,
    )
    assert chosen.with_batch_size(1).steps == 900
    grown = pytest.approx(asked.learning_rate * math.sqrt(8))
    assert chosen.to_json() == asked.to_json() | {"batch_size": 8, "steps": 113, "learning_rate": grown}
    with pytest.raises(StudioError, match="Batch size is 0"):
        asked.with_batch_size(0)


def test_options_take_the_place_of_the_presets_numbers() -> None:
    recipe = recipe_for("quick", POCKET, {"steps": 12.0, "seed": 5, "learning_rate": 2e-4, "rank": None})
    assert (recipe.steps, recipe.samples, recipe.seed, recipe.learning_rate) == (12, 48, 5, 2e-4)
    assert isinstance(recipe.samples, int)
    assert recipe.rank == 16
    assert recipe.resolution == 256
    assert recipe.sample_every_steps == 3


@pytest.mark.parametrize("batch_size", [0, "auto", None])
def test_an_automatic_batch_is_left_to_the_worker_where_the_family_leaves_it(batch_size: object) -> None:
    assert recipe_for("quick", resolve("sdxl"), {"batch_size": batch_size}).batch_size == AUTO
    assert recipe_for("quick", POCKET, {"batch_size": batch_size}).batch_size == 4
    counted = recipe_for("quick", resolve("sdxl"), {"batch_size": batch_size, "steps": 300})
    assert (counted.batch_size, counted.samples) == (1, 300)


def test_steps_and_samples_may_both_be_given_when_they_say_the_same() -> None:
    assert recipe_for("quick", POCKET, {"steps": 10, "samples": 38}).samples == 38
    with pytest.raises(StudioError, match=r"Steps is 10 and samples is 30, .* 10 steps see 40 samples. Give one"):
        recipe_for("quick", POCKET, {"steps": 10, "samples": 30})
    with pytest.raises(StudioError, match="Steps between checkpoints is 5 and samples between checkpoints is 5"):
        recipe_for("quick", POCKET, {"checkpoint_every_steps": 5, "checkpoint_every_samples": 5})


def test_a_rank_alone_brings_its_alpha_along() -> None:
    assert recipe_for("quick", POCKET, {"rank": 4}).alpha == 4
    assert recipe_for("quick", POCKET, {"rank": 4, "alpha": 1}).alpha == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"steps": 0}, "Steps is 0; choose a whole number between 1 and 5000"),
        ({"steps": 10_000}, "Steps is 10000"),
        ({"steps": "many"}, "Steps is many"),
        ({"samples": 0}, "Samples is 0; choose a whole number between 1 and 80000"),
        ({"subject_type": "cat"}, "The type of subject is 'cat'; choose one of: person, pet, object, style"),
        ({"batch_size": "all"}, "Batch size is all"),
        ({"rank": 0}, "Rank is 0"),
        ({"alpha": math.nan}, "Alpha is nan"),
        ({"learning_rate": -1}, "Learning rate is -1"),
        ({"batch_size": 99}, "Batch size is 99"),
        ({"seed": -5}, "Seed is -5"),
        ({"resolution": 250}, "Resolution is 250; choose a multiple of 8"),
        ({"prior_preservation": "yes"}, "Prior preservation is yes"),
        ({"outside_weight": 1.5}, "The weight of what is around the subject is 1.5"),
        ({"outside_prior_weight": -1}, "The weight of the base model around the subject is -1"),
        ({"close_ups": 2}, "Close-ups is 2"),
        ({"convolutions": "some"}, "Convolutions is some"),
        ({"stepz": 3}, "There is no option 'stepz'; the options are: subject_type, rank, "),
        ({"preset": "quick"}, "There is no option 'preset'"),
    ],
)
def test_an_option_out_of_bounds_or_unknown_is_named(options: dict[str, object], words: str) -> None:
    with pytest.raises(StudioError, match=words):
        recipe_for("balanced", POCKET, options)


def test_an_unknown_preset_is_answered_with_the_list() -> None:
    with pytest.raises(StudioError, match="The preset is 'fast'; choose one of: quick, balanced, thorough"):
        recipe_for("fast", POCKET, {})


def test_a_recipe_comes_back_from_json() -> None:
    recipe = recipe_for("thorough", resolve("sdxl"), {})
    assert Recipe.from_json(recipe.to_json()) == recipe
    assert Recipe.from_json(recipe.with_batch_size(3).to_json()) == recipe.with_batch_size(3)


def test_a_recipe_that_was_stored_in_steps_opens_as_the_same_lesson() -> None:
    stored = {
        "preset": "thorough", "rank": 16, "alpha": 16.0, "steps": 700, "learning_rate": 0.001, "batch_size": 4,
        "seed": 7, "resolution": 256, "checkpoint_every_steps": 50, "sample_every_steps": 175,
        "prior_preservation": True,
    }  # fmt: skip
    recipe = Recipe.from_json(stored)
    now = {name: getattr(recipe, name) for name in stored}
    assert now == stored
    assert recipe.samples == 2800
    assert not recipe.needs_outlines, "it looked at whole photos then"
    assert not recipe.convolutions, "attention alone learned then"


def test_one_sampler_is_recommended_and_none_leaves_its_spacing_to_the_base_model() -> None:
    assert [name for name, row in SAMPLERS.items() if row.recommended] == ["DPM++ 2M Karras"]
    assert all("timestep_spacing" in row.options for row in SAMPLERS.values())
    assert sampler_named("Euler a").comfy_sampler == "euler_ancestral"
    known_elsewhere = [(row.webui_sampler, row.webui_schedule) for row in SAMPLERS.values()]
    assert len(set(known_elsewhere)) == len(known_elsewhere), "a picture from elsewhere would be read as another's"
    with pytest.raises(StudioError, match="choose one of"):
        sampler_named("euler a ")
