"""A sampler's row made into a diffusers scheduler."""

from collections.abc import Mapping
from typing import Any

import diffusers

from studio.samplers import Sampler

# What a base model was trained with. All else in its scheduler's config is a taste, and the sampler's row decides.
NOISE_SCHEDULE = (
    "num_train_timesteps",
    "beta_start",
    "beta_end",
    "beta_schedule",
    "trained_betas",
    "prediction_type",
    "rescale_betas_zero_snr",
)


def build(sampler: Sampler, base_config: Mapping[str, Any]) -> Any:
    """A new scheduler for this sampler on a base model's noise schedule.

    Receives: the base model's scheduler config. Returns: a scheduler of diffusers, before set_timesteps().
    """
    scheduler_class = getattr(diffusers, sampler.scheduler_class)
    schedule = {name: base_config[name] for name in NOISE_SCHEDULE if base_config.get(name) is not None}
    return scheduler_class.from_config(schedule | dict(sampler.options))
