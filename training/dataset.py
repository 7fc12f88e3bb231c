"""What a lesson sees of its pictures: each in the shape nearest to its own, in a few crops, some of them mirrored.

Where it is known what of a picture is the subject, some crops go nearer, and what is around it can count for less.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageOps, UnidentifiedImageError
from torch import Tensor

from studio.errors import StudioError
from studio.jobs.requests import TrainingRequest
from studio.photos.buckets import bucket_of

VARIANTS = 4  # per photo: enough that crops differ, few enough that encoding 20 photos takes seconds
CLOSE_UPS = 2  # of them, the last ones, where the subject can be looked at from nearer
MIDDLE = 0.5  # crops move in the middle half of the room there is, where subjects stand
NEAREST = 0.6  # of its shape's sides is what a close-up has at least in pixels of the photo: nearer is blur
WORTH_IT = 0.85  # of the photo's sides: a close-up of more than that is no other picture


@dataclass(frozen=True, kw_only=True, slots=True)
class TrainingPicture:
    """One picture of a training run. Without a subject mask the two weights and close_ups change nothing.

    Attributes:
        file: of the photo.
        shape: (width, height) in pixels that it is seen in.
        words: its prompt.
        subject_mask: white where the subject is, in mode L and of the photo's shape at any size; None where nobody
            knows, and for pictures that are all subject.
        base_words: a prompt that does not name the subject; empty where the base model is not asked.
        background_loss_weight: how much all but the subject counts in the loss, in 0..1.
        background_prior_weight: how much it counts there to say what the base model says for base_words.
        close_ups: whether some crops go nearer.
    """

    file: Path
    shape: tuple[int, int]
    words: str
    subject_mask: Image.Image | None = None
    base_words: str = ""
    background_loss_weight: float = 1.0
    background_prior_weight: float = 0.0
    close_ups: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Views:
    """The variants of one picture. pixels: (VARIANTS, 3, height, width) in [-1, 1]; sizes: (VARIANTS, 6), fp32.

    A row of sizes is what SDXL is told of a picture: the file's height and width, the top and left of the crop after
    scaling, and the height and width of the result (SDXL's paper, section 2.2). A close-up is a picture of its own.
    weights: (VARIANTS, 2, rows, columns), fp32, as training.cache.Batch has them; the mean of a variant's sum
    is 1.
    """

    pixels: Tensor
    sizes: Tensor
    weights: Tensor


def photos_of(request: TrainingRequest, photos: Sequence[Path]) -> list[TrainingPicture]:
    """The photos of a lesson, in order. Errors: StudioError for a photo that is gone or cannot be read."""
    pictures = []
    for photo in photos:
        with _opened(photo) as image:
            shape = bucket_of(*image.size, request.recipe.resolution)
        pictures.append(
            TrainingPicture(
                file=photo,
                shape=shape,
                words=request.prompt_of(photo),
                base_words=request.unnamed_prompt_of(photo) if request.recipe.outside_prior_weight else "",
                background_prior_weight=request.recipe.outside_prior_weight,
                background_loss_weight=request.recipe.outside_weight,
                close_ups=request.recipe.close_ups,
            )
        )
    return pictures


def class_pictures_for(
    photos: Sequence[TrainingPicture], class_pictures: Sequence[Path], words: str
) -> list[TrainingPicture]:
    """Class pictures in the shapes of the photos that they are seen beside: as many of a shape as there are photos.

    Where there are fewer class pictures than photos, some are seen in more than one shape.
    """
    count = max(len(class_pictures), len(photos)) if class_pictures else 0
    pairs = zip(range(count), cycle(class_pictures), cycle(photos), strict=False)
    return [TrainingPicture(file=file, shape=photo.shape, words=words) for _, file, photo in pairs]


def views(picture: TrainingPicture, generator: torch.Generator, pixels_per_cell: int) -> Views:
    """A picture in its shape, never stretched, and scaled no more than it takes to fill it.

    The first variant is the middle as it is, every other one is mirrored. pixels_per_cell: of the latents' cells.
    Errors: StudioError for a picture that is gone or cannot be read.
    """
    with _opened(picture.file) as opened:
        image = opened.convert("RGB")
    subject_mask = (
        None if picture.subject_mask is None else picture.subject_mask.resize(image.size, Image.Resampling.BILINEAR)
    )
    near = close_up(subject_mask, picture.shape) if subject_mask is not None and picture.close_ups else None
    pixels, sizes, weights = [], [], []
    for number in range(VARIANTS):
        moved = torch.zeros(2) if number == 0 else (torch.rand(2, generator=generator) - 0.5) * MIDDLE
        box = near if near is not None and number >= VARIANTS - CLOSE_UPS else (0, 0, *image.size)
        mirrored = number % 2 == 1
        crop, told = _filled(image.crop(box), picture.shape, moved, mirrored)
        pixels.append(_pixels(crop))
        sizes.append(told)
        subject = None if subject_mask is None else _filled(subject_mask.crop(box), picture.shape, moved, mirrored)[0]
        weights.append(_weights(subject, picture, pixels_per_cell))
    return Views(
        pixels=torch.stack(pixels), sizes=torch.tensor(sizes, dtype=torch.float32), weights=torch.stack(weights)
    )


def middle(picture: TrainingPicture) -> tuple[Tensor, tuple[float, float, float, float]]:
    """The first of its views alone, (3, height, width) in [-1, 1], and which part of the photo that is: left, top,
    right and bottom, in 0..1. Errors: StudioError for a picture that is gone or cannot be read."""
    with _opened(picture.file) as opened:
        image = opened.convert("RGB")
    crop, (height, width, top, left, *_) = _filled(image, picture.shape, torch.zeros(2), mirrored=False)
    scale = max(asked / side for asked, side in zip(picture.shape, (width, height), strict=True))
    corners = left, top, left + picture.shape[0], top + picture.shape[1]
    sides = width * scale, height * scale, width * scale, height * scale
    part = [min(1.0, corner / side) for corner, side in zip(corners, sides, strict=True)]
    return _pixels(crop), (part[0], part[1], part[2], part[3])


def _pixels(image: Image.Image) -> Tensor:
    """(3, height, width) in [-1, 1]."""
    return torch.from_numpy(np.array(image)).permute(2, 0, 1).float() / 127.5 - 1


def _filled(
    image: Image.Image, target: tuple[int, int], moved: Tensor, mirrored: bool
) -> tuple[Image.Image, tuple[int, ...]]:
    """A crop of the image in the target's size, `moved` of the room off the middle, and its row of sizes."""
    original = image.size
    scale = max(asked / side for asked, side in zip(target, original, strict=True))
    size = tuple(max(asked, round(side * scale)) for asked, side in zip(target, original, strict=True))
    image = image.resize((size[0], size[1]), Image.Resampling.LANCZOS)
    room = torch.tensor([size[0] - target[0], size[1] - target[1]])
    left, top = (room * (0.5 + moved)).round().int().tolist()
    turned = ImageOps.mirror(image) if mirrored else image
    crop = turned.crop((left, top, left + target[0], top + target[1]))
    return crop, (original[1], original[0], top, left, target[1], target[0])


def close_up(subject_mask: Image.Image, target: tuple[int, int]) -> tuple[int, int, int, int] | None:
    """A box of the target's shape around the subject, inside the photo; None where it would be nearly all of it."""
    found = subject_mask.point([0] * 128 + [255] * 128).getbbox()
    if found is None:
        return None
    width, height = found[2] - found[0], found[3] - found[1]
    scale = max(NEAREST, width / target[0], height / target[1])
    box = [min(round(side * scale), most) for side, most in zip(target, subject_mask.size, strict=True)]
    if max(side / most for side, most in zip(box, subject_mask.size, strict=True)) > WORTH_IT:
        return None
    middles = (found[0] + found[2]) / 2, (found[1] + found[3]) / 2
    left, top = (
        min(max(0, round(middle - side / 2)), most - side)
        for middle, side, most in zip(middles, box, subject_mask.size, strict=True)
    )
    return left, top, left + box[0], top + box[1]


def _weights(subject: Image.Image | None, picture: TrainingPicture, pixels_per_cell: int) -> Tensor:
    """(2, rows, columns), towards the photo and towards the base model."""
    width, height = (side // pixels_per_cell for side in picture.shape)
    whole = torch.ones(height, width)
    if subject is None:
        return torch.stack([whole, torch.zeros_like(whole)])
    inside = torch.from_numpy(np.array(subject.resize((width, height), Image.Resampling.BOX))).float() / 255
    outside = 1 - inside
    towards_photo = picture.background_loss_weight * outside + inside
    weights = torch.stack([towards_photo, picture.background_prior_weight * outside])
    return weights / weights.sum(0).mean().clamp(min=1e-6)


@contextmanager
def _opened(photo: Path) -> Iterator[Image.Image]:
    try:
        with Image.open(photo) as image:
            yield image
    except FileNotFoundError as error:
        raise StudioError("lesson-photo-gone", photo=photo.name) from error
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError) as error:
        raise StudioError("lesson-photo-not-read", photo=photo.name) from error
