"""How like its photos somebody in a finished picture is, as the base model itself sees it.

Features inside a UNet say what a thing is and looks like (Tang et al. 2023, "Emergent Correspondence from Image
Diffusion", DIFT); which of them tell most was measured (benchmarks/together/README.md). Everybody is looked at from
equally near: features of a small figure are those of its surroundings.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

from pipeline import create, samplers
from pipeline.create import Draw, Settings
from pipeline.families.resident import LATENT_FACTOR, Resident
from pipeline.together import making
from pipeline.together import seats as seating
from pipeline.together.making import SCOUT_SAMPLER, Asked
from pipeline.together.method import METHOD
from pipeline.together.seats import Box
from pipeline.together.watching import glance, word_weights
from pipeline.together.wording import Named, class_prompt, tell
from studio.samplers import sampler_named

BLOCK = 2  # of the ones that lead up again; what its first residual block says is compared
ROOM = 1.1  # of a window: so many times the longer side of a figure
LEAST_FOUND = 0.3  # of a seat: an outline that holds less of it is none
OF_A_KIND = 3  # pictures that show how any of a kind looks
GUIDANCE_SCALE = 5.0  # of those

Pixels = tuple[int, int, int, int]  # left, top, right, bottom
Tick = Callable[[], None]  # called after every look at an image; what it raises ends the work


@dataclass(frozen=True, kw_only=True, slots=True)
class Portrait:
    """What somebody's photos look like to the base model.

    looks: (photos, channels), of length 1 each. own: how near each photo is to its nearest other one, on average, as a
    cosine; of_kind: how near pictures of the kind in general are to the nearest photo.
    """

    looks: Tensor
    own: float
    of_kind: float

    def likeness(self, look: Tensor) -> float:
        """0: as any of its kind, 1: as its photos are among each other. look: (channels,) of length 1."""
        near = _nearest(look[None], self.looks)
        return min(1.0, max(0.0, (near - self.of_kind) / max(self.own - self.of_kind, 1e-6)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Sighting:
    """Where somebody is in a finished picture, and its look, (channels,) of length 1; None where it is nowhere."""

    seat: Box | None
    look: Tensor | None


@torch.no_grad()
def portrait(
    resident: Resident, photos: Sequence[Image.Image], noun: str, of_kind: Tensor, tick: Tick = lambda: None
) -> Portrait:
    """Of at least two photos of somebody of that kind; of_kind: looks_of_kind()."""
    looks = _each_alone(resident, photos, noun, tick)
    others = [torch.cat([looks[:k], looks[k + 1 :]]) for k in range(len(looks))]
    own = [_nearest(look[None], rest) for look, rest in zip(looks, others, strict=True)]
    return Portrait(looks=looks, own=sum(own) / len(own), of_kind=_nearest(of_kind, looks))


@torch.no_grad()
def looks_of_kind(resident: Resident, noun: str, tick: Tick = lambda: None) -> Tensor:
    """How any of a kind looks to the base model: (OF_A_KIND, channels), from quick pictures that it draws itself."""
    side = resident.base_model.resolution
    settings = _settings(side, side, METHOD.scout_steps)
    words, images = create.guided(resident, class_prompt(noun), ""), list[Image.Image]()
    for seed in range(OF_A_KIND):
        images += create.pictures(resident, settings, words, [Draw(seed=seed)])
        tick()
    return _each_alone(resident, images, noun, tick)


@torch.no_grad()
def sighted(
    resident: Resident, image: Image.Image, people: Sequence[Named], boxes: Sequence[Box | None], prompt: str
) -> list[Sighting]:
    """Everybody whom the prompt was made with, in the finished picture. Several of a kind are told apart as seats are.

    boxes: where each one was to stand, None where that was open.
    """
    side = resident.base_model.resolution
    image = image.convert("RGB")
    middles = [None if box is None else seating.middle_of(box) for box in boxes]
    asked = Asked(told=tell(prompt, people, middles), seed=0)
    scale = min(1.0, side / (image.width * image.height) ** 0.5)
    width, height = (max(1, round(scale * length / LATENT_FACTOR)) * LATENT_FACTOR for length in image.size)
    words = resident.encode_prompts([asked.told.scene])
    weights = making.weights_of(resident, [asked], words.hidden.shape[1])
    latents = create.latents_of(resident, [image], _settings(width, height))
    read, kinship = glance(resident, latents, words, weights, _alphas(resident))
    seats = seating.with_boxes(seating.found(read, kinship, [one.noun for one in people]), boxes)
    answers = []
    for k, one in enumerate(people):
        mask = seats.masks[:, [k]]
        seat, look = seating.box_of(mask[0, 0]), None
        if seat is not None:
            box = _around(seat, image)
            left, top, right, bottom = box
            mine = F.interpolate(mask, (image.height, image.width), mode="nearest")[..., top:bottom, left:right]
            look = _looks(resident, [image.crop(box)], one.noun, mine)[0]
        answers.append(Sighting(seat=seat, look=look))
    return answers


def _each_alone(resident: Resident, images: Sequence[Image.Image], noun: str, tick: Tick) -> Tensor:
    """(images, channels): the looks of the one in each image, seen from near where its place is clear."""
    windows = []
    for image, (masks, _) in zip(images, _seen(resident, images, noun), strict=True):
        seat = seating.box_of(masks[0, 0])
        windows.append(image if seat is None else image.crop(_around(seat, image)))
        tick()
    return _looks(resident, windows, noun)


def _looks(resident: Resident, windows: Sequence[Image.Image], noun: str, mine: Tensor | None = None) -> Tensor:
    """(windows, channels), each of length 1. mine: (1, 1, height, width), where in the one window it sits, if known."""
    looks = []
    for outline, said in _seen(resident, windows, noun):
        height, width = said.shape[-2:]
        inside = F.adaptive_avg_pool2d(outline if mine is None else _within(outline, mine), (height, width))
        looks.append((said * inside).sum((2, 3)) / inside.sum((2, 3)).clamp(min=1e-6))
    return F.normalize(torch.cat(looks), dim=1).cpu()


def _within(outline: Tensor, mine: Tensor) -> Tensor:
    """What of an outline is in a seat; where that is too little, the seat."""
    rows, columns = outline.shape[-2:]
    seat = (F.adaptive_avg_pool2d(mine, (rows, columns)) > 0.5).to(outline)
    found = outline * seating.grown(seat, 1)
    return found if found.sum() > LEAST_FOUND * seat.sum() else seat


def _seen(resident: Resident, images: Sequence[Image.Image], noun: str) -> Iterator[tuple[Tensor, Tensor]]:
    """For each: where the one of that kind is in it, (1, 1, rows, columns), 0 or 1; and what the block says, fp32."""
    side = resident.base_model.resolution
    prompt = class_prompt(noun)
    words = resident.encode_prompts([prompt])
    weights = word_weights([resident.tokens_of(prompt, noun)], words.hidden.shape[1])[None].to(resident.device)
    latents, said = create.latents_of(resident, images, _settings(side, side)), list[Tensor]()
    unet: Any = resident.unet
    alphas = _alphas(resident)
    for one in latents.split(1):
        hook = unet.up_blocks[BLOCK].resnets[0].register_forward_hook(lambda layer, given, says: said.append(says))
        try:
            maps = glance(resident, one, words, weights, alphas)
        finally:
            hook.remove()
        yield seating.one_alone(*maps).masks, said.pop().float()


def _around(seat: Box, image: Image.Image) -> Pixels:
    """A square around a seat, as far as the picture goes."""
    width, height = image.size
    left, right, top, bottom = seat[0] * width, seat[2] * width, seat[1] * height, seat[3] * height
    side = min(ROOM * max(right - left, bottom - top), width, height)
    x = min(max((left + right - side) / 2, 0), width - side)
    y = min(max((top + bottom - side) / 2, 0), height - side)
    return round(x), round(y), round(x + side), round(y + side)


def _nearest(looks: Tensor, others: Tensor) -> float:
    """The cosine of each look with the nearest of the others, on average."""
    return float((looks @ others.T).amax(1).mean())


def _settings(width: int, height: int, steps: int = 1) -> Settings:
    return Settings(sampler=SCOUT_SAMPLER, steps=steps, guidance_scale=GUIDANCE_SCALE, width=width, height=height)


def _alphas(resident: Resident) -> Tensor:
    return samplers.build(sampler_named(SCOUT_SAMPLER), resident.scheduler_config).alphas_cumprod
