"""Every sampler's row becomes a scheduler of the base model's noise schedule, with the spacing that the row states."""

from typing import Any

import pytest

from pipeline.samplers import build
from studio.samplers import SAMPLERS, Sampler

SDXL_AS_SHIPPED: dict[str, Any] = {
    "_class_name": "EulerDiscreteScheduler",
    "_diffusers_version": "0.19.0.dev0",
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "beta_start": 0.00085,
    "clip_sample": False,
    "interpolation_type": "linear",
    "num_train_timesteps": 1000,
    "prediction_type": "epsilon",
    "sample_max_value": 1.0,
    "set_alpha_to_one": False,
    "skip_prk_steps": True,
    "steps_offset": 1,
    "timestep_spacing": "leading",
    "trained_betas": None,
    "use_karras_sigmas": False,
}


@pytest.mark.parametrize("sampler", SAMPLERS.values(), ids=lambda sampler: sampler.name)
def test_every_row_builds_on_sdxls_config_with_its_own_spacing(sampler: Sampler) -> None:
    scheduler = build(sampler, SDXL_AS_SHIPPED)

    assert type(scheduler).__name__ == sampler.scheduler_class
    assert scheduler.config.timestep_spacing == sampler.options["timestep_spacing"]
    assert {name: scheduler.config[name] for name in sampler.options} == dict(sampler.options)
    assert (scheduler.config.beta_start, scheduler.config.beta_end) == (0.00085, 0.012)
    scheduler.set_timesteps(10)
    assert len(scheduler.timesteps) >= 10


def test_only_ddim_starts_below_full_noise() -> None:
    for sampler in SAMPLERS.values():
        scheduler = build(sampler, SDXL_AS_SHIPPED)
        scheduler.set_timesteps(25)
        starts_full = float(scheduler.timesteps[0]) == 999
        assert starts_full is (sampler.name != "DDIM"), sampler.name


def test_a_taste_of_the_base_models_config_does_not_leak_into_a_row() -> None:
    config = SDXL_AS_SHIPPED | {"use_karras_sigmas": True, "timestep_spacing": "trailing"}

    scheduler = build(SAMPLERS["Euler"], config)

    assert not scheduler.config.use_karras_sigmas
    assert scheduler.config.timestep_spacing == "linspace"


def test_a_model_of_another_prediction_keeps_it() -> None:
    scheduler = build(SAMPLERS["Euler a"], SDXL_AS_SHIPPED | {"prediction_type": "v_prediction"})

    assert scheduler.config.prediction_type == "v_prediction"
