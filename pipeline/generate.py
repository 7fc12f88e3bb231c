"""Making pictures: noise from their seeds, one guided prediction per step, the sampler's step, pixels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
import torch
from PIL import Image, ImageOps
from torch import Tensor

from pipeline import devices, samplers
from pipeline.conditions import Conditions
from pipeline.families.loaded_model import LoadedModel
from pipeline.predictions import Denoise
from studio.jobs.requests import PictureRequest, steps_run
from studio.pictures.samplers import sampler_named

LARGEST_BATCH = 4  # pictures of 1024x1024 in one batch: more of them are no faster each
PICTURE_BYTES = 1.9e9  # a guided step at 1024x1024 beside the weights; of a further picture in the batch no more


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What one picture is made from, besides its words. Width and height in pixels; seed 0 to 2**64-1."""

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
class NoiseSeed:
    """What a picture's noise is drawn from: a seed, and how far (0..1) it goes towards the noise of another one."""

    seed: int
    variation_seed: int = 0
    variation_strength: float = 0.0

    @classmethod
    def of(cls, request: PictureRequest) -> "NoiseSeed":
        """That of a request for one picture."""
        return cls(
            seed=request.seed,
            variation_seed=request.variation_seed,
            variation_strength=request.variation_strength,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class InitLatents:
    """What pictures start from. latents: (pictures, channels, height / 8, width / 8); strength: 1 = all is new."""

    latents: Tensor
    strength: float


class Stage(StrEnum):
    """Which of its denoising runs a picture is in."""

    LAYOUT = "layout"  # the quick picture by which several subjects get their regions
    PICTURE = "picture"
    DETAILER = "detailer"  # small figures drawn closer
    HIRES_FIX = "hires_fix"  # the second pass of a larger version


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """Where pictures stand after `part` (0..1) of their work.

    Attributes:
        pred_x0: what the model takes the finished latents for, (pictures, channels, rows, columns).
        noisy: the latents that the model looked at in this step, of the same shape, about as strong as noise is.
        stage: the run that the step belongs to.
        whole: lays a preview of them into the whole picture, where they are a part of it.
    """

    part: float
    pred_x0: Tensor
    noisy: Tensor
    stage: Stage = Stage.PICTURE
    whole: Callable[[Image.Image], Image.Image] | None = None


OnStep = Callable[[Progress], None]


def encode_guided(loaded: LoadedModel, prompt: str, negative_prompt: str) -> Conditions:
    """Things to avoid first, then the prompt: the pair that every guided step needs. The first is always encoded."""
    return loaded.encode_prompts([negative_prompt, prompt])


def noise(loaded: LoadedModel, settings: Settings, seed: int) -> tuple[Tensor, torch.Generator]:
    """The first latents, fp32, and the generator that goes on from there. Drawn on the CPU: the same on every card."""
    generator = torch.Generator("cpu").manual_seed(seed)
    shape = loaded.grid.shape(1, settings.width, settings.height)
    return torch.randn(shape, generator=generator, dtype=torch.float32), generator


def noise_of(loaded: LoadedModel, settings: Settings, draw: NoiseSeed) -> tuple[Tensor, torch.Generator]:
    """As noise(), with the variation: on the way from one seed's noise to the other's, as strong as noise is."""
    own, generator = noise(loaded, settings, draw.seed)
    if draw.variation_strength == 0:
        return own, generator
    other, _ = noise(loaded, settings, draw.variation_seed)
    return _between(own, other, draw.variation_strength), generator


def largest_batch(loaded: LoadedModel, size: tuple[int, int]) -> int:
    """How many pictures of this width and height in pixels to make at once.

    On the CPU one: together they would gain a tenth of the time, and differ in the last bits from a picture made alone.
    """
    if loaded.device.type != "cuda":
        return 1
    area = size[0] * size[1] / 1024**2
    room = int(devices.usable_bytes(loaded.device) / (PICTURE_BYTES * area))
    return max(1, min(round(LARGEST_BATCH / min(area, 1)), room))


def latents_of(loaded: LoadedModel, images: Sequence[Image.Image], settings: Settings) -> Tensor:
    """Pictures as latents of that size, without chance; what does not fit its shape is cut off evenly."""
    size, latents = (settings.width, settings.height), []
    with loaded.encoding_photos():
        for image in images:
            fitted = ImageOps.fit(image.convert("RGB"), size, Image.Resampling.LANCZOS)
            pixels = torch.from_numpy(np.array(fitted, np.float32)).permute(2, 0, 1)[None] / 127.5 - 1
            latents.append(loaded.encode_pixels(pixels)[0])
    return torch.cat(latents)


def made(
    loaded: LoadedModel,
    requests: Sequence[PictureRequest],
    conditions: Conditions,
    start: Image.Image | None,
    on_step: OnStep,
) -> list[Image.Image]:
    """The pictures of requests for one picture each, which differ in their seeds alone; with all passes asked for.

    `conditions` are those of encode_guided(), `start` is the picture to start from. on_step as in pictures().
    """
    request = requests[0]
    settings, draws = Settings.of(request), [NoiseSeed.of(one) for one in requests]
    first, second = request.passes
    begin = None
    if start is not None and request.start is not None:
        latents = latents_of(loaded, [start], settings).expand(len(requests), -1, -1, -1)
        begin = InitLatents(latents=latents, strength=request.start.strength)

    def between(begun: float, ends: float, stage: Stage) -> OnStep:
        return lambda progress: on_step(replace(progress, part=begun + (ends - begun) * progress.part, stage=stage))

    share = first / (first + second)
    images = pictures(loaded, settings, conditions, draws, between(0, share, Stage.PICTURE), begin)
    if request.larger is not None:
        width, height = request.final_size
        settings = replace(settings, width=width, height=height)
        begin = InitLatents(latents=latents_of(loaded, images, settings), strength=request.larger.strength)
        images = pictures(loaded, settings, conditions, draws, between(share, 1, Stage.HIRES_FIX), begin)
    return images


def picture(
    loaded: LoadedModel, settings: Settings, conditions: Conditions, seed: int, on_step: OnStep | None = None
) -> Image.Image:
    """One picture, as pictures() makes them."""
    return pictures(loaded, settings, conditions, [NoiseSeed(seed=seed)], on_step)[0]


@torch.no_grad()
def pictures(
    loaded: LoadedModel,
    settings: Settings,
    conditions: Conditions,
    draws: Sequence[NoiseSeed],
    on_step: OnStep | None = None,
    begin: InitLatents | None = None,
) -> list[Image.Image]:
    """A picture for each draw, all in one batch. `conditions` are those of encode_guided().

    on_step is called after every step; what it raises ends the pictures, and nothing is left changed.
    """
    sampler = sampler_named(settings.sampler)
    scheduler = samplers.build(sampler, loaded.scheduler_config)
    samplers.set_steps(scheduler, sampler, settings.steps, loaded.base_model.family, loaded.device)
    noises, generators = zip(*(noise_of(loaded, settings, draw) for draw in draws), strict=True)
    fresh = torch.cat(noises).to(loaded.device)
    if begin is None:
        timesteps, latents = scheduler.timesteps, samplers.first_latents(scheduler, fresh)
    else:
        timesteps = samplers.last_steps(scheduler, settings.steps, steps_run(settings.steps, begin.strength))
        latents = samplers.add_noise(scheduler, begin.latents.to(fresh), fresh, timesteps[:1].repeat(len(draws)))
    words = _for_each(conditions, len(draws), alone=settings.guidance_scale == 1)
    extra = samplers.draw_from(scheduler, generators, [draw.seed for draw in draws], latents)
    loaded.pictures.begin()
    for index, timestep in enumerate(timesteps):
        scaled = samplers.model_input(scheduler, latents, timestep)
        predicted = guided_prediction(loaded.pictures.predict, settings, scaled, timestep, words)
        latents = scheduler.step(predicted, timestep, latents, return_dict=False, **extra)[0]
        if on_step is not None:
            part = (index + 1) / len(timesteps)
            pred_x0 = loaded.objective.pred_x0(scaled, predicted, timestep)
            on_step(Progress(part=part, pred_x0=pred_x0, noisy=scaled))
    return [image_of(loaded.decode_latents(one)) for one in latents.split(1)]


def guided_prediction(
    denoise: Denoise, settings: Settings, scaled: Tensor, timestep: Tensor, words: Conditions
) -> Tensor:
    """The noise that the model sees, moved away from the things to avoid (Ho and Salimans 2022, equation 6).

    words: of the things to avoid for every row of `scaled`, then of the prompts; or of the prompts alone.
    """
    alone = len(words) == len(scaled)
    both = scaled if alone else torch.cat([scaled, scaled])
    predicted = denoise(both, timestep.float(), words, settings.width, settings.height)
    if alone:
        return predicted
    avoided, wanted = predicted.chunk(2)
    return avoided + settings.guidance_scale * (wanted - avoided)


def _for_each(conditions: Conditions, pictures: int, *, alone: bool) -> Conditions:
    """The words for a batch: the things to avoid for every picture, then the prompt for every one; or that alone."""
    return conditions.rows([1] * pictures if alone else [0] * pictures + [1] * pictures)


def _between(one: Tensor, other: Tensor, part: float) -> Tensor:
    """Spherical interpolation (Shoemake 1985), which keeps noise as strong as it is."""
    cosine = (one * other).sum() / (one.norm() * other.norm())
    angle = torch.arccos(cosine.clamp(-0.9999, 0.9999))
    return (torch.sin((1 - part) * angle) * one + torch.sin(part * angle) * other) / torch.sin(angle)


def image_of(pixels: Tensor) -> Image.Image:
    """Receives: (1, 3, height, width) in [0, 1]."""
    values = (pixels[0] * 255).round().to(torch.uint8).permute(1, 2, 0).cpu()
    return Image.fromarray(values.numpy())
