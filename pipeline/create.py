"""Making a picture: noise from its seed, one guided prediction per step, the sampler's step, pixels."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import signature

import torch
from PIL import Image
from torch import Tensor

from pipeline import samplers
from pipeline.families.resident import LATENT_FACTOR, Conditions, Resident
from studio.requests import PictureRequest
from studio.samplers import sampler_named


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What one picture is made from, besides its words. Width and height in pixels; seed 0 to 2**32-1."""

    sampler: str
    steps: int
    guidance_scale: float  # 1 = the prompt alone, without looking at the things to avoid
    width: int
    height: int

    @classmethod
    def of(cls, request: PictureRequest) -> "Settings":
        """The settings of a request."""
        return cls(
            sampler=request.sampler,
            steps=request.steps,
            guidance_scale=request.guidance_scale,
            width=request.width,
            height=request.height,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """Where a picture stands after `part` (0..1) of its work. `seen`: what the model takes the finished latents for."""

    part: float
    seen: Tensor  # (1, channels, height / 8, width / 8)


OnStep = Callable[[Progress], None]


def guided(resident: Resident, prompt: str, negative_prompt: str) -> Conditions:
    """Things to avoid first, then the prompt: the pair that every guided step needs. The first is always encoded."""
    return resident.encode_prompts([negative_prompt, prompt])


def noise(resident: Resident, settings: Settings, seed: int) -> tuple[Tensor, torch.Generator]:
    """The first latents, fp32, and the generator that goes on from there. Drawn on the CPU: the same on every card."""
    generator = torch.Generator("cpu").manual_seed(seed)
    shape = (1, resident.latent_channels, settings.height // LATENT_FACTOR, settings.width // LATENT_FACTOR)
    return torch.randn(shape, generator=generator, dtype=torch.float32), generator


@torch.no_grad()
def picture(
    resident: Resident, settings: Settings, conditions: Conditions, seed: int, on_step: OnStep | None = None
) -> Image.Image:
    """One picture. `conditions` are those of guided().

    on_step is called after every step; what it raises ends the picture, and nothing is left changed.
    """
    scheduler = samplers.build(sampler_named(settings.sampler), resident.scheduler_config)
    scheduler.set_timesteps(settings.steps, device=resident.device)
    latents, generator = noise(resident, settings, seed)
    latents = latents.to(resident.device) * scheduler.init_noise_sigma
    alone = settings.guidance_scale == 1
    words = Conditions(hidden=conditions.hidden[1:], pooled=conditions.pooled[1:]) if alone else conditions
    extra = {"generator": generator} if "generator" in signature(scheduler.step).parameters else {}
    for index, timestep in enumerate(scheduler.timesteps):
        scaled = scheduler.scale_model_input(latents, timestep)
        pair = scaled if alone else torch.cat([scaled, scaled])
        predicted = resident.denoise(pair, timestep.float(), words, settings.width, settings.height)
        if not alone:
            avoided, wanted = predicted.chunk(2)
            predicted = avoided + settings.guidance_scale * (wanted - avoided)
        latents = scheduler.step(predicted, timestep, latents, return_dict=False, **extra)[0]
        if on_step is not None:
            on_step(
                Progress(part=(index + 1) / len(scheduler.timesteps), seen=seen(scheduler, scaled, predicted, timestep))
            )
    return image_of(resident.decode_latents(latents))


def seen(scheduler: object, scaled: Tensor, predicted: Tensor, timestep: Tensor) -> Tensor:
    """The finished latents as the model sees them now, which every sampler's scaled input allows to compute."""
    alphas: Tensor = scheduler.alphas_cumprod  # type: ignore[attr-defined]
    alpha = alphas[int(timestep.round().clamp(0, len(alphas) - 1))].to(scaled.device)
    if scheduler.config.prediction_type == "v_prediction":  # type: ignore[attr-defined]
        return alpha.sqrt() * scaled - (1 - alpha).sqrt() * predicted
    return (scaled - (1 - alpha).sqrt() * predicted) / alpha.sqrt()


def image_of(pixels: Tensor) -> Image.Image:
    """Receives: (1, 3, height, width) in [0, 1]."""
    values = (pixels[0] * 255).round().to(torch.uint8).permute(1, 2, 0).cpu()
    return Image.fromarray(values.numpy())
