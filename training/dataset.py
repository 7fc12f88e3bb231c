"""What a lesson sees of its photos: a few square crops of each, some of them mirrored."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from PIL import Image, UnidentifiedImageError
from torch import Tensor

from studio.errors import StudioError

VARIANTS = 4  # per photo: enough that crops differ, few enough that encoding 20 photos takes seconds
MIDDLE = 0.5  # crops move in the middle half of the room there is, where subjects stand


def crops(photos: Sequence[Path], resolution: int, generator: torch.Generator) -> list[Tensor]:
    """Square crops of every photo, never stretched; the first is the middle as it is, every other one is mirrored.

    Returns: for each photo (VARIANTS, 3, resolution, resolution) in [-1, 1].
    Errors: StudioError for a photo that is gone or cannot be read.
    """
    return [_crops_of(_opened(photo), resolution, generator) for photo in photos]


def _opened(photo: Path) -> Image.Image:
    try:
        with Image.open(photo) as image:
            return image.convert("RGB")
    except FileNotFoundError as error:
        raise StudioError(
            f"The photo {photo.name} of this lesson is gone. Photos that were deleted meanwhile cannot be learned "
            "from: teach the subject again with its photos."
        ) from error
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError) as error:
        raise StudioError(
            f"The photo {photo.name} of this lesson cannot be read any more. Teach the subject again with its photos."
        ) from error


def _crops_of(image: Image.Image, resolution: int, generator: torch.Generator) -> Tensor:
    scale = resolution / min(image.size)
    width, height = (max(resolution, round(side * scale)) for side in image.size)
    image = image.resize((width, height), Image.Resampling.LANCZOS)
    variants = []
    for number in range(VARIANTS):
        room = torch.tensor([width - resolution, height - resolution])
        moved = torch.zeros(2) if number == 0 else (torch.rand(2, generator=generator) - 0.5) * MIDDLE
        left, top = (room * (0.5 + moved)).round().int().tolist()
        crop = image.crop((left, top, left + resolution, top + resolution))
        pixels = torch.from_numpy(np.array(crop)).permute(2, 0, 1).float() / 127.5 - 1
        variants.append(pixels.flip(-1) if number % 2 else pixels)
    return torch.stack(variants)
