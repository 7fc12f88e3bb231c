"""Presets, options and the bounds of a lesson's numbers; and the table of samplers."""

import math

import pytest

from studio.base_models import resolve
from studio.errors import StudioError
from studio.recipes import PRESETS, Recipe, recipe_for
from studio.samplers import SAMPLERS, sampler_named

POCKET = resolve("pocket")


def test_presets_differ_in_steps_and_say_how() -> None:
    for family in ("pocket", "sdxl", "sd15"):
        steps = [PRESETS[name].numbers[family].steps for name in ("quick", "balanced", "thorough")]
        assert steps == sorted(steps) and len(set(steps)) == 3
    assert all(preset.description for preset in PRESETS.values())


def test_options_take_the_place_of_the_presets_numbers() -> None:
    recipe = recipe_for("quick", POCKET, {"steps": 12.0, "seed": 5, "learning_rate": 2e-4, "rank": None})
    assert (recipe.steps, recipe.seed, recipe.learning_rate) == (12, 5, 2e-4)
    assert isinstance(recipe.steps, int)
    assert recipe.rank == PRESETS["quick"].numbers["pocket"].rank
    assert recipe.resolution == 256
    assert recipe.sample_every_steps == 3


def test_a_rank_alone_brings_its_alpha_along() -> None:
    assert recipe_for("quick", POCKET, {"rank": 4}).alpha == 4
    assert recipe_for("quick", POCKET, {"rank": 4, "alpha": 1}).alpha == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"steps": 0}, "Steps is 0; choose a whole number between 1 and 5000"),
        ({"steps": 10_000}, "Steps is 10000"),
        ({"steps": "many"}, "Steps is many"),
        ({"rank": 0}, "Rank is 0"),
        ({"alpha": math.nan}, "Alpha is nan"),
        ({"learning_rate": -1}, "Learning rate is -1"),
        ({"batch_size": 99}, "Batch size is 99"),
        ({"seed": -5}, "Seed is -5"),
        ({"resolution": 250}, "Resolution is 250; choose a multiple of 8"),
        ({"prior_preservation": "yes"}, "Prior preservation is yes"),
        ({"stepz": 3}, "There is no option 'stepz'; the options are: rank, "),
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


def test_one_sampler_is_recommended_and_none_leaves_its_spacing_to_the_base_model() -> None:
    assert [name for name, row in SAMPLERS.items() if row.recommended] == ["DPM++ 2M Karras"]
    assert all("timestep_spacing" in row.options for row in SAMPLERS.values())
    assert sampler_named("Euler a").comfy_sampler == "euler_ancestral"
    with pytest.raises(StudioError, match="choose one of"):
        sampler_named("euler a ")
