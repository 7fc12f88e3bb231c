"""What a lesson sees of its pictures: each in the shape nearest to its own, in a few crops, some of them mirrored."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageOps, UnidentifiedImageError
from torch import Tensor

from studio.buckets import bucket_of
from studio.errors import StudioError
from studio.requests import TrainingRequest

VARIANTS = 4  # per photo: enough that crops differ, few enough that encoding 20 photos takes seconds
MIDDLE = 0.5  # crops move in the middle half of the room there is, where subjects stand


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """One picture of a lesson: its file, the (width, height) in pixels that it is seen in, and its words."""

    file: Path
    shape: tuple[int, int]
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Views:
    """The variants of one picture. pixels: (VARIANTS, 3, height, width) in [-1, 1]; sizes: (VARIANTS, 6), fp32.

    A row of sizes is what SDXL is told of a picture: the file's height and width, the top and left of the crop after
    scaling, and the height and width of the result (SDXL's paper, section 2.2).
    """

    pixels: Tensor
    sizes: Tensor


def photos_of(request: TrainingRequest, photos: Sequence[Path]) -> list[Picture]:
    """The photos of a lesson, in order. Errors: StudioError for a photo that is gone or cannot be read."""
    pictures = []
    for photo in photos:
        with _opened(photo) as image:
            shape = bucket_of(*image.size, request.recipe.resolution)
        pictures.append(Picture(file=photo, shape=shape, words=request.prompt_of(photo)))
    return pictures


def beside(photos: Sequence[Picture], class_pictures: Sequence[Path], words: str) -> list[Picture]:
    """Class pictures in the shapes of the photos that they are seen beside: as many of a shape as there are photos.

    Where there are fewer class pictures than photos, some are seen in more than one shape.
    """
    count = max(len(class_pictures), len(photos)) if class_pictures else 0
    pairs = zip(range(count), cycle(class_pictures), cycle(photos), strict=False)
    return [Picture(file=file, shape=photo.shape, words=words) for _, file, photo in pairs]


def views(picture: Picture, generator: torch.Generator) -> Views:
    """A picture in its shape, never stretched, and scaled no more than it takes to fill it.

    The first variant is the middle as it is, every other one is mirrored.
    Errors: StudioError for a picture that is gone or cannot be read.
    """
    with _opened(picture.file) as opened:
        image = opened.convert("RGB")
    original, target = image.size, picture.shape
    scale = max(asked / side for asked, side in zip(target, original, strict=True))
    size = tuple(max(asked, round(side * scale)) for asked, side in zip(target, original, strict=True))
    image = image.resize((size[0], size[1]), Image.Resampling.LANCZOS)
    room = torch.tensor([size[0] - target[0], size[1] - target[1]])
    pixels, sizes = [], []
    for number in range(VARIANTS):
        moved = torch.zeros(2) if number == 0 else (torch.rand(2, generator=generator) - 0.5) * MIDDLE
        left, top = (room * (0.5 + moved)).round().int().tolist()
        turned = ImageOps.mirror(image) if number % 2 else image
        crop = turned.crop((left, top, left + target[0], top + target[1]))
        pixels.append(torch.from_numpy(np.array(crop)).permute(2, 0, 1).float() / 127.5 - 1)
        sizes.append((original[1], original[0], top, left, target[1], target[0]))
    return Views(pixels=torch.stack(pixels), sizes=torch.tensor(sizes, dtype=torch.float32))


@contextmanager
def _opened(photo: Path) -> Iterator[Image.Image]:
    try:
        with Image.open(photo) as image:
            yield image
    except FileNotFoundError as error:
        raise StudioError(
            f"The photo {photo.name} of this lesson is gone. Photos that were deleted meanwhile cannot be learned "
            "from: teach the subject again with its photos."
        ) from error
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError) as error:
        raise StudioError(
            f"The photo {photo.name} of this lesson cannot be read any more. Teach the subject again with its photos."
        ) from error
