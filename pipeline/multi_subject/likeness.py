"""How like its photos somebody in a finished picture is, as the base model itself sees it.

Features inside a UNet say what a thing is and looks like (Tang et al. 2023, "Emergent Correspondence from Image
Diffusion", DIFT); which of them tell most was measured (benchmarks/together/README.md). Everybody is looked at from
equally near: features of a small figure are those of its surroundings.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, NamedTuple

import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

from pipeline import generate
from pipeline.families.loaded_model import LoadedModel
from pipeline.generate import Settings
from pipeline.multi_subject import making, region_masks
from pipeline.multi_subject.making import LAYOUT_SAMPLER, Asked
from pipeline.multi_subject.region_masks import Box
from pipeline.multi_subject.watching import Glance, glance, ports_of, word_weights
from pipeline.multi_subject.wording import Named, class_prompt, tell

BLOCK = 2  # of the ones that lead up again; what its first residual block says is compared
ROOM = 1.1  # of a window: so many times the longer side of a figure
LEAST_FOUND = 0.3  # of a region: an mask that holds less of it is none
# A cosine of features to the nearest photo, in pocket: others of a kind are below it (benchmarks/together/README.md).
OF_OTHERS = 0.944
# Of a likeness: from there on few others of a kind, and below the end hardly anybody itself; between them are both.
OVERLAP = (0.2, 0.5)
LEAST_SPAN = 0.03  # from there to the photos themselves
MOST_PHOTO_ERROR = 0.2  # of the noise, of what pocket can draw in a square: drawings are below it, real photos above
MOST_PICTURE_ERROR = 0.4  # the same of a picture, whose shape may be one that pocket knows less well
CLOSE_UP_SCALE = 2  # times the base model's own side: from there figures stand apart that nearly touch
LEAST_FIGURE = 0.1  # of the largest one's area: what is smaller is a part of somebody, or a thing
MOST_FIGURES = 4  # that are compared

Pixels = tuple[int, int, int, int]  # left, top, right, bottom
Tick = Callable[[], None]  # called after every look at an image; what it raises ends the work


@dataclass(frozen=True, kw_only=True, slots=True)
class ReferenceFeatures:
    """What somebody's photos look like to the base model.

    Attributes:
        looks: (photos, channels), of length 1 each.
        own: how near each photo is to its nearest other one, on average, as a cosine.
        is_known: whether the photos show what the base model knows, so that their looks say anything.
    """

    looks: Tensor
    own: float
    is_known: bool

    def likeness(self, sighting: "Sighting") -> float:
        """0: no more than others of its kind, 1: as its photos are among each other."""
        if sighting.look is None or not sighting.is_known:
            return 0.0
        return self._likeness_of(sighting.look)

    def is_there_twice(self, sighting: "Sighting") -> bool:
        """Whether two figures that stand apart both look like the one of the photos."""
        return sighting.is_known and sum(self._likeness_of(look) >= OVERLAP[0] for look in sighting.figures) > 1

    def _likeness_of(self, look: Tensor) -> float:
        near = _nearest(look[None], self.looks)
        return min(1.0, max(0.0, (near - OF_OTHERS) / max(self.own - OF_OTHERS, LEAST_SPAN)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Sighting:
    """Somebody in a finished picture.

    Attributes:
        region: where it is; None where it is nowhere.
        look: (channels,) of length 1; None where it is nowhere.
        is_known: whether the whole picture is one that the base model knows, and not just colours.
        figures: the looks of all that stand apart and may be of its kind, the largest first; of one alone none, and
            none where another of its kind was asked for.
    """

    region: Box | None
    look: Tensor | None
    is_known: bool
    figures: tuple[Tensor, ...] = ()


@torch.no_grad()
def reference(
    loaded: LoadedModel, photos: Sequence[Image.Image], noun: str, tick: Tick = lambda: None
) -> ReferenceFeatures:
    """Of at least two photos of somebody of that kind."""
    windows, errors = [], []
    for image, seen in zip(photos, _seen(loaded, photos, noun), strict=True):
        region = region_masks.box_of(seen.subject_mask[0, 0])
        windows.append(image if region is None else image.crop(_around(region, image)))
        errors.append(seen.noise_error)
        tick()
    looks = _looks(loaded, windows, noun)
    others = [torch.cat([looks[:k], looks[k + 1 :]]) for k in range(len(looks))]
    own = [_nearest(look[None], rest) for look, rest in zip(looks, others, strict=True)]
    return ReferenceFeatures(looks=looks, own=sum(own) / len(own), is_known=median(errors) <= MOST_PHOTO_ERROR)


@torch.no_grad()
def sighted(
    loaded: LoadedModel, image: Image.Image, people: Sequence[Named], boxes: Sequence[Box | None], prompt: str
) -> list[Sighting]:
    """Everybody whom the prompt was made with, in the finished picture; several of a kind are told apart by regions.

    boxes: where each one was to stand, None where that was open.
    """
    side = loaded.base_model.resolution
    image = image.convert("RGB")
    middles = [None if box is None else region_masks.middle_of(box) for box in boxes]
    asked = Asked(told=tell(prompt, people, middles), seed=0)
    scale = min(1.0, side / (image.width * image.height) ** 0.5)
    cell = loaded.grid.pixels_per_cell
    width, height = (max(1, round(scale * length / cell)) * cell for length in image.size)
    words = loaded.encode_prompts([asked.told.scene])
    weights = making.weights_of(loaded, [asked], ports_of(loaded).tokens(words))
    latents = generate.latents_of(loaded, [image], _settings(width, height))
    seen = glance(loaded, latents, words, weights)
    is_known = float(seen.noise_error[0]) <= MOST_PICTURE_ERROR
    nouns = [one.noun for one in people]
    regions = region_masks.with_boxes(region_masks.found(seen.read, seen.affinity, nouns), boxes)
    alone = {noun for noun in nouns if is_known and nouns.count(noun) == 1}  # two of a kind asked for may be alike
    near = None
    if alone:
        latents = generate.latents_of(loaded, [image], _settings(CLOSE_UP_SCALE * width, CLOSE_UP_SCALE * height))
        near = glance(loaded, latents, words, weights)
    answers = []
    for k, one in enumerate(people):
        mask = regions.masks[:, [k]]
        region = region_masks.box_of(mask[0, 0])
        look = None if region is None else _look_at(loaded, image, mask, region, one.noun)
        figures = _figures(loaded, image, near, k, one.noun) if near is not None and one.noun in alone else ()
        answers.append(Sighting(region=region, look=look, is_known=is_known, figures=figures))
    return answers


def _figures(loaded: LoadedModel, image: Image.Image, near: Glance, k: int, noun: str) -> tuple[Tensor, ...]:
    """What the k-th subject's Sighting.figures are, from what was seen of the whole image at CLOSER times its size."""
    parts = region_masks.parts_of(region_masks.one_alone(near.read[:, [k]], near.affinity).masks[0, 0])
    parts = [part for part in parts[:MOST_FIGURES] if part.sum() >= LEAST_FIGURE * parts[0].sum()]
    if len(parts) < 2:
        return ()
    masks = [(part[None, None], region_masks.box_of(part)) for part in parts]
    return tuple(_look_at(loaded, image, mask, box, noun) for mask, box in masks if box is not None)


def _look_at(loaded: LoadedModel, image: Image.Image, mask: Tensor, region: Box, noun: str) -> Tensor:
    """(channels,) of length 1: the one in that region. mask: (1, 1, rows, columns), of the whole image."""
    left, top, right, bottom = box = _around(region, image)
    mine = F.interpolate(mask, (image.height, image.width), mode="nearest")[..., top:bottom, left:right]
    return _looks(loaded, [image.crop(box)], noun, mine)[0]


class _Seen(NamedTuple):
    """One image. mask: (1, 1, rows, columns), 0 or 1; said: what the block says, fp32; noise_error: of a Glance."""

    subject_mask: Tensor
    said: Tensor
    noise_error: float


def _looks(loaded: LoadedModel, windows: Sequence[Image.Image], noun: str, mine: Tensor | None = None) -> Tensor:
    """(windows, channels), each of length 1. mine: (1, 1, height, width), where in the one window it sits, if known."""
    looks = []
    for subject_mask, said, _ in _seen(loaded, windows, noun):
        height, width = said.shape[-2:]
        inside = F.adaptive_avg_pool2d(subject_mask if mine is None else _within(subject_mask, mine), (height, width))
        looks.append((said * inside).sum((2, 3)) / inside.sum((2, 3)).clamp(min=1e-6))
    return F.normalize(torch.cat(looks), dim=1).cpu()


def _within(subject_mask: Tensor, mine: Tensor) -> Tensor:
    """What of an mask is in a region; where that is too little, the region."""
    rows, columns = subject_mask.shape[-2:]
    region = (F.adaptive_avg_pool2d(mine, (rows, columns)) > 0.5).to(subject_mask)
    found = subject_mask * region_masks.grown(region, 1)
    return found if found.sum() > LEAST_FOUND * region.sum() else region


def _seen(loaded: LoadedModel, images: Sequence[Image.Image], noun: str) -> Iterator[_Seen]:
    """For each: where the one of that kind is in it, and what the base model says of it."""
    side = loaded.base_model.resolution
    prompt = class_prompt(noun)
    words = loaded.encode_prompts([prompt])
    weights = word_weights([loaded.tokens_of(prompt, noun)], ports_of(loaded).tokens(words))[None].to(loaded.device)
    latents, said = generate.latents_of(loaded, images, _settings(side, side)), list[Any]()
    block = ports_of(loaded).residual_block(BLOCK)
    for one in latents.split(1):
        hook = block.register_forward_hook(lambda layer, given, says: said.append(says))
        try:
            seen = glance(loaded, one, words, weights)
        finally:
            hook.remove()
        subject_mask = region_masks.one_alone(seen.read, seen.affinity).masks
        yield _Seen(subject_mask=subject_mask, said=said.pop().float(), noise_error=float(seen.noise_error[0]))


def _around(region: Box, image: Image.Image) -> Pixels:
    """A square around a region, as far as the picture goes."""
    width, height = image.size
    left, right, top, bottom = region[0] * width, region[2] * width, region[1] * height, region[3] * height
    side = min(ROOM * max(right - left, bottom - top), width, height)
    x = min(max((left + right - side) / 2, 0), width - side)
    y = min(max((top + bottom - side) / 2, 0), height - side)
    return round(x), round(y), round(x + side), round(y + side)


def _nearest(looks: Tensor, others: Tensor) -> float:
    """The cosine of each look with the nearest of the others, on average."""
    return float((looks @ others.T).amax(1).mean())


def _settings(width: int, height: int) -> Settings:
    return Settings(sampler=LAYOUT_SAMPLER, steps=1, guidance_scale=1.0, width=width, height=height)
