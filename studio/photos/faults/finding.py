"""The faults of photos: each opened at a small size, and measured once, however often it is looked at."""

import hashlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from studio.photos.buckets import enlargement
from studio.photos.faults import faces
from studio.photos.faults.blur import MOST_SIGMA, edge_sigma
from studio.photos.faults.borders import border_of, likeness
from studio.photos.faults.faces import Faces, faces_of
from studio.photos.faults.screenshots import is_screenshot
from studio.photos.faults.twins import Copies, copies_of, twins
from studio.words import Message

WORKING_SIDE = 512  # pixels of the long side: what is blurred there is blurred in any lesson
ENLARGED = 1.1  # times: less than this nobody sees
DARKEST = 95  # of 255: all but a hundredth of a very dark photo is darker
_DARK_QUANTILE = 0.99  # what is left are lamps and noise
_REMEMBERED = 100  # photos, at a third of a megabyte each


class Fault(StrEnum):
    """What keeps a photo from teaching as much as it could."""

    SIDEWAYS = "sideways"
    FACES = "faces"
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
        faces: what is seen of faces in each.
        border_likeness: 0 to 1, how much the colours along the edges of the two least alike photos have in common;
            0 for fewer than two photos.
    """

    of_photo: list[tuple[Fault, ...]]
    twins: list[tuple[int, int]]
    enlarged: list[float]
    faces: list[Faces]
    border_likeness: float

    def having(self, fault: Fault) -> list[int]:
        """The indices of those that have it."""
        return [index for index, faults in enumerate(self.of_photo) if fault in faults]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Measured:
    """What the pixels of one photo say, whatever the lesson and the other photos are. `size`: pixels."""

    size: tuple[int, int]
    faults: frozenset[Fault]
    copies: Copies
    faces: Faces
    border: NDArray[np.float32]


def find_faults(photos: Sequence[Path], resolution: int) -> PhotoFaults:
    """The faults of kept photos, for a lesson of that resolution in pixels."""
    measured = [_measured(photo) for photo in photos]
    enlarged = [enlargement(*one.size, resolution) for one in measured]
    own = [set(one.faults) for one in measured]
    for faults, times in zip(own, enlarged, strict=True):
        if times > ENLARGED:
            faults.add(Fault.SMALL)
    pairs = twins([one.copies for one in measured])
    for index in {index for pair in pairs for index in pair}:
        own[index].add(Fault.ALIKE)
    return PhotoFaults(
        of_photo=[tuple(fault for fault in Fault if fault in faults) for faults in own],
        twins=pairs,
        enlarged=enlarged,
        faces=[one.faces for one in measured],
        border_likeness=min(
            (likeness(one.border, other.border) for one, other in combinations(measured, 2)), default=0.0
        ),
    )


def _measured(photo: Path) -> _Measured:
    """What a photo's pixels say. One and the same photo lies elsewhere at each look at it, so its content tells it."""
    content = photo.read_bytes()
    digest = hashlib.blake2b(content, digest_size=16).digest()
    with _remembered_lock:
        if (known := _remembered.pop(digest, None)) is not None:
            _remembered[digest] = known  # the newest is last
            return known
    measured = _measure(photo)
    with _remembered_lock:
        _remembered[digest] = measured
        while len(_remembered) > _REMEMBERED:
            del _remembered[next(iter(_remembered))]
    return measured


def _measure(photo: Path) -> _Measured:
    with Image.open(photo) as image:
        size = image.size
        grey = at_working_size(image)
    with Image.open(photo) as image:
        image.draft("RGB", (faces.WORKING_SIDE, faces.WORKING_SIDE))
        coloured = image.convert("RGB")
    seen = faces_of(coloured)
    found = faults_of(np.asarray(grey))
    if seen.turns:
        found.add(Fault.SIDEWAYS)
    if seen.count > 1:
        found.add(Fault.FACES)
    return _Measured(
        size=size,
        faults=frozenset(found),
        copies=copies_of(grey),
        faces=seen,
        border=border_of(coloured),
    )


_remembered: dict[bytes, _Measured] = {}
_remembered_lock = threading.Lock()


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
