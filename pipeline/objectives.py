"""What a base model was trained to predict: how noise is put on latents, and what of them its answer tells.

Timesteps run from 0 (no noise) to 1000 (nothing else), whole numbers for models of a noise schedule.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

import torch
from diffusers.schedulers.scheduling_ddpm import DDPMScheduler
from torch import Tensor

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
FLOW = "flow_prediction"  # diffusers' name of what flow-matching models predict
FLOW_LEVELS = 1000  # timesteps from no noise to nothing else


class Objective(ABC):
    """Latents, noise and predictions are (n, channels, rows, columns) in fp32; timesteps (n,) or () beside them.

    Attributes:
        prediction_type: "epsilon", "v_prediction" or "flow_prediction", as diffusers' schedulers call it.
    """

    prediction_type: str

    @abstractmethod
    def draw_timesteps(self, count: int, first: int, last: int, generator: torch.Generator) -> Tensor:
        """For a batch of training, (count,) on the CPU, by the law of the model's own training; first..last alone."""

    @abstractmethod
    def add_noise(self, latents: Tensor, noise: Tensor, timesteps: Tensor) -> Tensor:
        """The latents with so much noise."""

    @abstractmethod
    def target(self, latents: Tensor, noise: Tensor, timesteps: Tensor) -> Tensor:
        """What the model should predict for add_noise()."""

    @abstractmethod
    def pred_x0(self, noisy: Tensor, predicted: Tensor, timesteps: Tensor) -> Tensor:
        """The finished latents as the model sees them now. Nothing waits for the device."""

    @abstractmethod
    def pred_noise(self, noisy: Tensor, predicted: Tensor, timesteps: Tensor) -> Tensor:
        """The noise that the model takes add_noise() to have."""

    @abstractmethod
    def prediction_for(self, latents: Tensor, noisy: Tensor, timesteps: Tensor) -> Tensor:
        """What has to be predicted for these finished latents: pred_x0() the other way round."""


class NoiseSchedule(Objective):
    """Noise by a table: noisy = sqrt(a) x + sqrt(1 - a) noise (Ho et al. 2020, equation 4).

    `alphas_cumprod`: a of each timestep, fp32. Timesteps of training are uniform (the same paper, algorithm 1).
    """

    def __init__(self, alphas_cumprod: Tensor) -> None:
        self.alphas_cumprod = alphas_cumprod

    def draw_timesteps(self, count: int, first: int, last: int, generator: torch.Generator) -> Tensor:
        """Whole numbers."""
        return torch.randint(first, last + 1, (count,), generator=generator)

    def add_noise(self, latents: Tensor, noise: Tensor, timesteps: Tensor) -> Tensor:
        """See above."""
        alpha_cumprod = self._alpha_cumprod(timesteps)
        return alpha_cumprod.sqrt() * latents + (1 - alpha_cumprod).sqrt() * noise

    def _alpha_cumprod(self, timesteps: Tensor) -> Tensor:
        """Of the nearest whole timesteps, (n, 1, 1, 1) for (n,) and (1, 1, 1, 1) for ()."""
        if timesteps.is_floating_point():
            timesteps = timesteps.round().clamp(0, len(self.alphas_cumprod) - 1).long()
        places = timesteps.to(self.alphas_cumprod.device).reshape(-1)
        return self.alphas_cumprod.index_select(0, places).view(-1, 1, 1, 1)


class Epsilon(NoiseSchedule):
    """The model predicts the noise (Ho et al. 2020)."""

    prediction_type = "epsilon"

    def target(self, latents: Tensor, noise: Tensor, timesteps: Tensor) -> Tensor:
        """The noise."""
        return noise

    def pred_x0(self, noisy: Tensor, predicted: Tensor, timesteps: Tensor) -> Tensor:
        """(noisy - sqrt(1 - a) noise) / sqrt(a)."""
        alpha_cumprod = self._alpha_cumprod(timesteps)
        return (noisy - (1 - alpha_cumprod).sqrt() * predicted) / alpha_cumprod.sqrt()

    def pred_noise(self, noisy: Tensor, predicted: Tensor, timesteps: Tensor) -> Tensor:
        """What it says."""
        return predicted

    def prediction_for(self, latents: Tensor, noisy: Tensor, timesteps: Tensor) -> Tensor:
        """(noisy - sqrt(a) x) / sqrt(1 - a)."""
        alpha_cumprod = self._alpha_cumprod(timesteps)
        return (noisy - alpha_cumprod.sqrt() * latents) / (1 - alpha_cumprod).sqrt()


class Velocity(NoiseSchedule):
    """The model predicts v = sqrt(a) noise - sqrt(1 - a) x (Salimans and Ho 2022, appendix D)."""

    prediction_type = "v_prediction"

    def target(self, latents: Tensor, noise: Tensor, timesteps: Tensor) -> Tensor:
        """v."""
        alpha_cumprod = self._alpha_cumprod(timesteps)
        return alpha_cumprod.sqrt() * noise - (1 - alpha_cumprod).sqrt() * latents

    def pred_x0(self, noisy: Tensor, predicted: Tensor, timesteps: Tensor) -> Tensor:
        """sqrt(a) noisy - sqrt(1 - a) v."""
        alpha_cumprod = self._alpha_cumprod(timesteps)
        return alpha_cumprod.sqrt() * noisy - (1 - alpha_cumprod).sqrt() * predicted

    def pred_noise(self, noisy: Tensor, predicted: Tensor, timesteps: Tensor) -> Tensor:
        """sqrt(1 - a) noisy + sqrt(a) v."""
        alpha_cumprod = self._alpha_cumprod(timesteps)
        return (1 - alpha_cumprod).sqrt() * noisy + alpha_cumprod.sqrt() * predicted

    def prediction_for(self, latents: Tensor, noisy: Tensor, timesteps: Tensor) -> Tensor:
        """(sqrt(a) noisy - x) / sqrt(1 - a)."""
        alpha_cumprod = self._alpha_cumprod(timesteps)
        return (alpha_cumprod.sqrt() * noisy - latents) / (1 - alpha_cumprod).sqrt()


class FlowMatching(Objective):
    """The way from latents to noise is straight, noisy = (1 - s) x + s noise, and the model predicts noise - x.

    Rectified flow (Liu et al. 2022; Esser et al. 2024, section 3). s is the timestep of 1000. Training draws it from a
    logit-normal law (Esser et al. 2024, section 3.1), shifted towards noise by `shift` as samplers shift theirs.
    """

    prediction_type = FLOW

    def __init__(self, shift: float = 1.0) -> None:
        self.shift = shift

    def draw_timesteps(self, count: int, first: int, last: int, generator: torch.Generator) -> Tensor:
        """Any numbers; those outside first..last are put at the nearer end."""
        sigma = torch.randn(count, generator=generator).sigmoid()
        sigma = self.shift * sigma / (1 + (self.shift - 1) * sigma)
        return (sigma * FLOW_LEVELS).clamp(first, last)

    def add_noise(self, latents: Tensor, noise: Tensor, timesteps: Tensor) -> Tensor:
        """See above."""
        sigma = self._sigma(timesteps)
        return (1 - sigma) * latents + sigma * noise

    def target(self, latents: Tensor, noise: Tensor, timesteps: Tensor) -> Tensor:
        """noise - x."""
        return noise - latents

    def pred_x0(self, noisy: Tensor, predicted: Tensor, timesteps: Tensor) -> Tensor:
        """noisy - s (noise - x)."""
        return noisy - self._sigma(timesteps) * predicted

    def pred_noise(self, noisy: Tensor, predicted: Tensor, timesteps: Tensor) -> Tensor:
        """noisy + (1 - s) (noise - x)."""
        return noisy + (1 - self._sigma(timesteps)) * predicted

    def prediction_for(self, latents: Tensor, noisy: Tensor, timesteps: Tensor) -> Tensor:
        """(noisy - x) / s."""
        return (noisy - latents) / self._sigma(timesteps)

    def _sigma(self, timesteps: Tensor) -> Tensor:
        return timesteps.float().reshape(-1, 1, 1, 1) / FLOW_LEVELS


def of_schedule(scheduler_config: Mapping[str, Any], device: torch.device) -> NoiseSchedule:
    """The objective that a diffusers scheduler's config states, its table on the device.

    Errors: ValueError for a prediction that is neither of noise nor of v.
    """
    schedule = {name: scheduler_config[name] for name in NOISE_SCHEDULE if scheduler_config.get(name) is not None}
    kinds = {kind.prediction_type: kind for kind in (Epsilon, Velocity)}
    kind = kinds.get(schedule.get("prediction_type", Epsilon.prediction_type))
    if kind is None:
        raise ValueError(f"a noise schedule with '{schedule['prediction_type']}'; fine are {', '.join(kinds)}")
    scheduler: Any = DDPMScheduler.from_config(schedule)
    return kind(scheduler.alphas_cumprod.to(device))
