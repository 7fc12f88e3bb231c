"""Makes many pictures at once with the product's own parts: a benchmark asks for hundreds, each with its own words.

The product makes one picture at a time. Here several share each step; `apart` makes a few of them again in the
product's way and says how far the two are from each other.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from inspect import signature
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from pipeline import families, generate, samplers
from pipeline.conditions import Conditions
from pipeline.families.loaded_model import LoadedModel
from studio.models.base_models import BASE_MODELS
from studio.pictures.samplers import sampler_named

POCKET = BASE_MODELS["pocket"]
SETTINGS = generate.Settings(  # what the page proposes
    sampler=POCKET.default_sampler,
    steps=POCKET.default_steps,
    guidance_scale=POCKET.default_guidance_scale,
    width=POCKET.resolution,
    height=POCKET.resolution,
)
NEGATIVE = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shot:
    """One picture to make."""

    prompt: str
    seed: int


def load_pocket(folder: Path | None, device: str) -> LoadedModel:
    """The pocket model that comes with the repository, or the one in `folder`."""
    base_model = replace(POCKET, source=str(folder)) if folder else POCKET
    return families.load(base_model, torch.device(device))


def batch_for(device: str) -> int:
    return 100 if device.startswith("cuda") else 8


@torch.no_grad()
def make(loaded: LoadedModel, shots: Sequence[Shot], settings: generate.Settings = SETTINGS) -> NDArray[np.uint8]:
    """The pictures (n, height, width, 3) in 0..255, in the order asked for."""
    size, parts = batch_for(loaded.device.type), []
    for start in range(0, len(shots), size):
        parts.append(_together(loaded, shots[start : start + size], settings))
    return np.concatenate(parts)


def _together(loaded: LoadedModel, shots: Sequence[Shot], settings: generate.Settings) -> NDArray[np.uint8]:
    scheduler = samplers.build(sampler_named(settings.sampler), loaded.scheduler_config)
    assert "generator" not in signature(scheduler.step).parameters or "Multistep" in type(scheduler).__name__
    scheduler.set_timesteps(settings.steps, device=loaded.device)
    latents = torch.cat([generate.noise(loaded, settings, shot.seed)[0] for shot in shots])
    latents = latents.to(loaded.device) * scheduler.init_noise_sigma
    avoided = loaded.encode_prompts([NEGATIVE]).repeated(len(shots))
    words = Conditions.joined([avoided, loaded.encode_prompts([shot.prompt for shot in shots])])
    for timestep in scheduler.timesteps:
        scaled = scheduler.scale_model_input(latents, timestep)
        pair = torch.cat([scaled, scaled])
        predicted = loaded.denoise(pair, timestep.float(), words, settings.width, settings.height)
        without, wanted = predicted.chunk(2)
        predicted = without + settings.guidance_scale * (wanted - without)
        latents = scheduler.step(predicted, timestep, latents, return_dict=False)[0]
    pixels = torch.cat([loaded.decode_latents(part) for part in latents.split(25)])
    return (pixels * 255).round().to(torch.uint8).permute(0, 2, 3, 1).cpu().numpy()


def apart(loaded: LoadedModel, shots: Sequence[Shot], pictures: NDArray[np.uint8]) -> int:
    """The largest difference (0..255) of any pixel between these pictures and the product's own of the same words."""
    worst = 0
    for shot, picture in zip(shots, pictures, strict=True):
        own = generate.picture(loaded, SETTINGS, generate.encode_guided(loaded, shot.prompt, NEGATIVE), shot.seed)
        worst = max(worst, int(np.abs(np.asarray(own, np.int16) - picture).max()))
    return worst


def kept(path: Path, made: Callable[[], NDArray[np.uint8]]) -> NDArray[np.uint8]:
    """The pictures in the file, or, where there is none yet, freshly made ones that are then kept there."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(path, made())
    return np.load(path)


def write_sheet(path: Path, pictures: NDArray[np.uint8], columns: int = 10, side: int = 128) -> None:
    """All pictures on one sheet, so that a person can look as well."""
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * side, rows * side))
    for index, picture in enumerate(pictures):
        small = Image.fromarray(picture).resize((side, side))
        sheet.paste(small, (index % columns * side, index // columns * side))
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(path, quality=88)
