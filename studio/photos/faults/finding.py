"""The faults of photos: each opened once, at a small size, and measured."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from studio.photos.buckets import enlargement
from studio.photos.faults.blur import MOST_SIGMA, edge_sigma
from studio.photos.faults.screenshots import is_screenshot
from studio.photos.faults.twins import Crops, crops_of, twins
from studio.words import Message

WORKING_SIDE = 512  # pixels of the long side: what is blurred there is blurred in any lesson
ENLARGED = 1.1  # times: less than this nobody sees
DARKEST = 95  # of 255: all but a hundredth of a very dark photo is darker
_DARK_QUANTILE = 0.99  # what is left are lamps and noise


class Fault(StrEnum):
    """What keeps a photo from teaching as much as it could."""

    ALIKE = "alike"
    SMALL = "small"
    BLURRED = "blurred"
    DARK = "dark"
    SCREENSHOT = "screenshot"

    @property
    def badge(self) -> Message:
        """What stands at the photo, in a word or two."""
        return Message(f"photo-badge-{self}")


@dataclass(frozen=True, kw_only=True, slots=True)
class PhotoFaults:
    """The faults of each photo, by its index in the order given.

    Attributes:
        of_photo: the faults of each, in the order of Fault.
        twins: pairs of those that look nearly the same, the first one first.
        enlarged: how many times each is enlarged for the lesson; below 1 it is made smaller.
    """

    of_photo: list[tuple[Fault, ...]]
    twins: list[tuple[int, int]]
    enlarged: list[float]

    def having(self, fault: Fault) -> list[int]:
        """The indices of those that have it."""
        return [index for index, faults in enumerate(self.of_photo) if fault in faults]


def find_faults(photos: Sequence[Path], resolution: int) -> PhotoFaults:
    """The faults of kept photos, for a lesson of that resolution in pixels."""
    own, crops, enlarged = list[set[Fault]](), list[Crops](), list[float]()
    for photo in photos:
        with Image.open(photo) as image:
            enlarged.append(enlargement(*image.size, resolution))
            grey = at_working_size(image)
        crops.append(crops_of(grey))
        own.append(faults_of(np.asarray(grey)) | ({Fault.SMALL} if enlarged[-1] > ENLARGED else set()))
    pairs = twins(crops)
    for index in {index for pair in pairs for index in pair}:
        own[index].add(Fault.ALIKE)
    ordered = [tuple(fault for fault in Fault if fault in faults) for faults in own]
    return PhotoFaults(of_photo=ordered, twins=pairs, enlarged=enlarged)


def at_working_size(image: Image.Image) -> Image.Image:
    """The luminance of a photo just opened, at most WORKING_SIDE on its long side."""
    image.draft("L", (WORKING_SIDE, WORKING_SIDE))  # a JPEG is decoded at a part of its size
    small = image.copy() if image.mode in ("L", "RGB") else image.convert("RGB")
    small.thumbnail((WORKING_SIDE, WORKING_SIDE), Image.Resampling.LANCZOS)
    return small.convert("L")


def faults_of(grey: NDArray[np.uint8]) -> set[Fault]:
    """The faults that one photo's luminance shows. Receives: what at_working_size gives, (rows, columns)."""
    if is_screenshot(grey):
        return {Fault.SCREENSHOT}  # how sharp and bright the letters around a photo are says nothing of it
    found = set[Fault]()
    is_comparable = max(grey.shape) == WORKING_SIDE  # a pixel of a smaller one is more of the picture
    sigma = edge_sigma(grey) if is_comparable else None
    if sigma is not None and sigma > MOST_SIGMA:
        found.add(Fault.BLURRED)
    if np.quantile(grey, _DARK_QUANTILE) <= DARKEST:
        found.add(Fault.DARK)
    return found
