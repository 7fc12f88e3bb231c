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
from pipeline.multi_subject import denoising, region_masks
from pipeline.multi_subject.attention_maps import AttentionReading, ports_of, read_attention, token_weights
from pipeline.multi_subject.denoising import LAYOUT_SAMPLER, PictureSpec
from pipeline.multi_subject.region_masks import Box
from pipeline.multi_subject.wording import SubjectWords, class_prompt, prompt_variants

BLOCK = 2  # of the ones that lead up again; what its first residual block says is compared
ROOM = 1.1  # of a window: so many times the longer side of a figure
LEAST_FOUND = 0.3  # of a region: an mask that holds less of it is none
# A cosine of features to the nearest photo, in pocket: others of a kind are below it (benchmarks/together/README.md).
COSINE_OF_OTHERS = 0.944
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
        features: (photos, channels), of length 1 each.
        own: how near each photo is to its nearest other one, on average, as a cosine.
        is_known: whether the photos show what the base model knows, so that their features say anything.
    """

    features: Tensor
    own: float
    is_known: bool

    def likeness(self, detected: "DetectedSubject") -> float:
        """0: no more than others of its kind, 1: as its photos are among each other."""
        if detected.feature is None or not detected.is_known:
            return 0.0
        return self._likeness_of(detected.feature)

    def is_there_twice(self, detected: "DetectedSubject") -> bool:
        """Whether two figures that stand apart both look like the one of the photos."""
        return detected.is_known and sum(self._likeness_of(feature) >= OVERLAP[0] for feature in detected.figures) > 1

    def _likeness_of(self, feature: Tensor) -> float:
        near = _nearest(feature[None], self.features)
        return min(1.0, max(0.0, (near - COSINE_OF_OTHERS) / max(self.own - COSINE_OF_OTHERS, LEAST_SPAN)))


@dataclass(frozen=True, kw_only=True, slots=True)
class DetectedSubject:
    """Somebody in a finished picture.

    Attributes:
        region: where it is; None where it is nowhere.
        feature: (channels,) of length 1; None where it is nowhere.
        is_known: whether the whole picture is one that the base model knows, and not just colours.
        figures: the features of all that stand apart and may be of its kind, the largest first; of one alone none, and
            none where another of its kind was asked for.
    """

    region: Box | None
    feature: Tensor | None
    is_known: bool
    figures: tuple[Tensor, ...] = ()


@torch.no_grad()
def reference(
    loaded: LoadedModel, photos: Sequence[Image.Image], noun: str, tick: Tick = lambda: None
) -> ReferenceFeatures:
    """Of at least two photos of somebody of that kind."""
    windows, errors = [], []
    for image, seen in zip(photos, _image_features(loaded, photos, noun), strict=True):
        region = region_masks.box_of(seen.subject_mask[0, 0])
        windows.append(image if region is None else image.crop(_around(region, image)))
        errors.append(seen.noise_error)
        tick()
    features = _features_of(loaded, windows, noun)
    others = [torch.cat([features[:k], features[k + 1 :]]) for k in range(len(features))]
    own = [_nearest(feature[None], rest) for feature, rest in zip(features, others, strict=True)]
    return ReferenceFeatures(features=features, own=sum(own) / len(own), is_known=median(errors) <= MOST_PHOTO_ERROR)


@torch.no_grad()
def detect_subjects(
    loaded: LoadedModel, image: Image.Image, people: Sequence[SubjectWords], boxes: Sequence[Box | None], prompt: str
) -> list[DetectedSubject]:
    """Everybody whom the prompt was made with, in the finished picture; several of a kind are told apart by regions.

    boxes: where each one was to stand, None where that was open.
    """
    image = image.convert("RGB")
    look = _Look(loaded, image, people, boxes, prompt)
    seen, regions = look.read(), look.regions()
    is_known = float(seen.noise_error[0]) <= MOST_PICTURE_ERROR
    nouns = [one.noun for one in people]
    alone = {noun for noun in nouns if is_known and nouns.count(noun) == 1}  # two of a kind asked for may be alike
    near = look.read(CLOSE_UP_SCALE) if alone else None
    answers = []
    for k, one in enumerate(people):
        mask = regions.masks[:, [k]]
        region = region_masks.box_of(mask[0, 0])
        feature = None if region is None else _feature_in(loaded, image, mask, region, one.noun)
        figures = _figures(loaded, image, near, k, one.noun) if near is not None and one.noun in alone else ()
        answers.append(DetectedSubject(region=region, feature=feature, is_known=is_known, figures=figures))
    return answers


@torch.no_grad()
def regions_of(
    loaded: LoadedModel, image: Image.Image, people: Sequence[SubjectWords], boxes: Sequence[Box | None], prompt: str
) -> list[Box | None]:
    """Where everybody is whom the prompt was made with, as detect_subjects() says, but nothing else of them."""
    masks = _Look(loaded, image.convert("RGB"), people, boxes, prompt).regions().masks
    return [region_masks.box_of(mask) for mask in masks[0]]


class _Look:
    """What the attention to a prompt's people says of a finished picture."""

    def __init__(
        self,
        loaded: LoadedModel,
        image: Image.Image,
        people: Sequence[SubjectWords],
        boxes: Sequence[Box | None],
        prompt: str,
    ) -> None:
        self._loaded, self._image, self._boxes = loaded, image, boxes
        self._nouns = [one.noun for one in people]
        middles = [None if box is None else region_masks.middle_of(box) for box in boxes]
        spec = PictureSpec(variants=prompt_variants(prompt, people, middles), seed=0)
        self._words = loaded.encode_prompts([spec.variants.scene])
        self._weights = denoising.weights_of(loaded, [spec], ports_of(loaded).tokens(self._words))
        self._seen: dict[int, AttentionReading] = {}

    def read(self, times: int = 1) -> AttentionReading:
        """Of the picture at so many times the base model's own side."""
        if times not in self._seen:
            loaded, image = self._loaded, self._image
            scale = min(1.0, loaded.base_model.resolution / (image.width * image.height) ** 0.5)
            cell = loaded.grid.pixels_per_cell
            width, height = (times * max(1, round(scale * length / cell)) * cell for length in image.size)
            latents = generate.latents_of(loaded, [image], _settings(width, height))
            self._seen[times] = read_attention(loaded, latents, self._words, self._weights)
        return self._seen[times]

    def regions(self) -> region_masks.Regions:
        """Everybody's, those of a kind told apart by the boxes that were asked for."""
        seen = self.read()
        found = region_masks.found(seen.word_maps, seen.affinity, self._nouns)
        return region_masks.with_boxes(found, self._boxes)


def _figures(loaded: LoadedModel, image: Image.Image, near: AttentionReading, k: int, noun: str) -> tuple[Tensor, ...]:
    """The k-th subject's DetectedSubject.figures, from the attention over the whole image at CLOSE_UP_SCALE."""
    parts = region_masks.parts_of(region_masks.one_alone(near.word_maps[:, [k]], near.affinity).masks[0, 0])
    parts = [part for part in parts[:MOST_FIGURES] if part.sum() >= LEAST_FIGURE * parts[0].sum()]
    if len(parts) < 2:
        return ()
    masks = [(part[None, None], region_masks.box_of(part)) for part in parts]
    return tuple(_feature_in(loaded, image, mask, box, noun) for mask, box in masks if box is not None)


def _feature_in(loaded: LoadedModel, image: Image.Image, mask: Tensor, region: Box, noun: str) -> Tensor:
    """(channels,) of length 1: the one in that region. mask: (1, 1, rows, columns), of the whole image."""
    left, top, right, bottom = box = _around(region, image)
    mine = F.interpolate(mask, (image.height, image.width), mode="nearest")[..., top:bottom, left:right]
    return _features_of(loaded, [image.crop(box)], noun, mine)[0]


class _ImageFeatures(NamedTuple):
    """One image. subject_mask: (1, 1, rows, columns), 0 or 1; hidden: the block's output, fp32; noise_error."""

    subject_mask: Tensor
    hidden: Tensor
    noise_error: float


def _features_of(loaded: LoadedModel, windows: Sequence[Image.Image], noun: str, mine: Tensor | None = None) -> Tensor:
    """(windows, channels), each of length 1. mine: (1, 1, height, width), where in the one window it sits, if known."""
    features = []
    for subject_mask, hidden, _ in _image_features(loaded, windows, noun):
        height, width = hidden.shape[-2:]
        inside = F.adaptive_avg_pool2d(subject_mask if mine is None else _within(subject_mask, mine), (height, width))
        features.append((hidden * inside).sum((2, 3)) / inside.sum((2, 3)).clamp(min=1e-6))
    return F.normalize(torch.cat(features), dim=1).cpu()


def _within(subject_mask: Tensor, mine: Tensor) -> Tensor:
    """What of an mask is in a region; where that is too little, the region."""
    rows, columns = subject_mask.shape[-2:]
    region = (F.adaptive_avg_pool2d(mine, (rows, columns)) > 0.5).to(subject_mask)
    found = subject_mask * region_masks.grown(region, 1)
    return found if found.sum() > LEAST_FOUND * region.sum() else region


def _image_features(loaded: LoadedModel, images: Sequence[Image.Image], noun: str) -> Iterator[_ImageFeatures]:
    """For each: where the one of that kind is in it, and what the base model says of it."""
    side = loaded.base_model.resolution
    prompt = class_prompt(noun)
    words = loaded.encode_prompts([prompt])
    weights = token_weights([loaded.tokens_of(prompt, noun)], ports_of(loaded).tokens(words))[None].to(loaded.device)
    latents, hidden = generate.latents_of(loaded, images, _settings(side, side)), list[Any]()
    block = ports_of(loaded).residual_block(BLOCK)
    for one in latents.split(1):
        hook = block.register_forward_hook(lambda layer, given, says: hidden.append(says))
        try:
            seen = read_attention(loaded, one, words, weights)
        finally:
            hook.remove()
        subject_mask = region_masks.one_alone(seen.word_maps, seen.affinity).masks
        yield _ImageFeatures(
            subject_mask=subject_mask, hidden=hidden.pop().float(), noise_error=float(seen.noise_error[0])
        )


def _around(region: Box, image: Image.Image) -> Pixels:
    """A square around a region, as far as the picture goes."""
    width, height = image.size
    left, right, top, bottom = region[0] * width, region[2] * width, region[1] * height, region[3] * height
    side = min(ROOM * max(right - left, bottom - top), width, height)
    x = min(max((left + right - side) / 2, 0), width - side)
    y = min(max((top + bottom - side) / 2, 0), height - side)
    return round(x), round(y), round(x + side), round(y + side)


def _nearest(features: Tensor, others: Tensor) -> float:
    """The cosine of each feature with the nearest of the others, on average."""
    return float((features @ others.T).amax(1).mean())


def _settings(width: int, height: int) -> Settings:
    return Settings(sampler=LAYOUT_SAMPLER, steps=1, guidance_scale=1.0, width=width, height=height)
