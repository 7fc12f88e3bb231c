"""Which photos look nearly the same: one is the other, a little cropped, brighter or paler, or the next of a burst."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

LEAST_CORRELATION = 0.9  # benchmarks/photos/README.md has what lies on both sides
LEAST_DETAIL = 0.92  # the same of what is left of the two without their broad shapes
SIDE = 24  # pixels of the copies that are compared
_SOURCE_SIDE = 96  # pixels of what they are cropped from
_SCALES = (0.97, 0.94, 0.91, 0.88, 0.85)  # of the sides
_PLACES = (0.0, 0.25, 0.5, 0.75, 1.0)  # of what is cut away, to the left of it or above it
_LEAST_CONTRAST = 1.0  # levels of 255: in an even picture there is nothing to tell it by
_FINE_SIDE = 48  # pixels of the copies whose details are compared
_FINE_SOURCE_SIDE = 192
_BROAD = 2  # pixels: what is wider than twice this and one is a broad shape
_STEPS = (0.02, 0.01, 0.005)  # of the sides: how far an edge of a crop is moved to make it fit
_MOVES = 6  # rounds of a step at most

Box = tuple[float, float, float, float]  # left, top, right, bottom, in 0..1 of the photo
Plane = NDArray[np.float32]

_WHOLE: Box = (0.0, 0.0, 1.0, 1.0)
_BOXES: tuple[Box, ...] = (
    _WHOLE,
    *(
        ((1 - scale) * left, (1 - scale) * top, (1 - scale) * left + scale, (1 - scale) * top + scale)
        for scale in _SCALES
        for left in _PLACES
        for top in _PLACES
    ),
)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Copies:
    """Small copies of a photo, so that brightness plays no part.

    Attributes:
        crops: (crops, pixels), of the photo and of most of it, each with mean 0 and length 1, the whole one first.
        source: the luminance, (192, 192) pixels, 0 to 255.
    """

    crops: Plane
    source: Image.Image


def copies_of(image: Image.Image) -> Copies:
    """The copies of a photo of any mode."""
    grey = image.convert("L")
    source = grey.resize((_SOURCE_SIDE, _SOURCE_SIDE), Image.Resampling.BOX, reducing_gap=2.0)
    crops = np.stack([_unit(_cropped(source, box, SIDE)) for box in _BOXES])
    fine = grey.resize((_FINE_SOURCE_SIDE, _FINE_SOURCE_SIDE), Image.Resampling.BOX, reducing_gap=2.0)
    return Copies(crops=crops, source=fine)


def twins(photos: Sequence[Copies]) -> list[tuple[int, int]]:
    """Pairs of photos, by their indices, the first one first: either whole one looks like some crop of the other.

    Like in its broad shapes first, which is quickly told of many crops. Two drawings of one figure on an even ground
    are that, whatever the figure does, since the even ground is most of both. So then the crop is made to fit, and its
    details have to be the other's too: in what is even there are none.
    """
    return [
        (first, second)
        for second in range(len(photos))
        for first in range(second)
        if _is_twin(photos[first], photos[second])
    ]


def _is_twin(one: Copies, other: Copies) -> bool:
    return _has_crop(one, other) or _has_crop(other, one)


def _has_crop(photo: Copies, whole: Copies) -> bool:
    """Whether some crop of the photo looks like the whole of the other one."""
    likeness = photo.crops @ whole.crops[0]
    best = int(likeness.argmax())
    if likeness[best] < LEAST_CORRELATION:
        return False
    box = _fitted(photo, whole, _BOXES[best])
    details = [
        _unit(_details(_cropped(copies.source, part, _FINE_SIDE))) for copies, part in ((photo, box), (whole, _WHOLE))
    ]
    return float(details[0] @ details[1]) >= LEAST_DETAIL


def _fitted(photo: Copies, whole: Copies, box: Box) -> Box:
    """The crop moved edge by edge for as long as it comes to look more like the whole of the other photo."""
    goal = _unit(_cropped(whole.source, _WHOLE, _FINE_SIDE))

    def likeness(part: Box) -> float:
        return float(_unit(_cropped(photo.source, part, _FINE_SIDE)) @ goal)

    best = likeness(box)
    for step in _STEPS:
        for _ in range(_MOVES):
            before = best
            for edge in range(4):
                for way in (-step, step):
                    moved = list(box)
                    moved[edge] = min(1.0, max(0.0, moved[edge] + way))
                    part: Box = (moved[0], moved[1], moved[2], moved[3])
                    if (found := likeness(part)) > best:
                        box, best = part, found
            if best == before:
                break
    return box


def _cropped(source: Image.Image, box: Box, side: int) -> Plane:
    """A crop of the source as (side, side) levels of 0 to 255."""
    pixels = (box[0] * source.width, box[1] * source.height, box[2] * source.width, box[3] * source.height)
    return np.asarray(source.resize((side, side), Image.Resampling.BOX, box=pixels), np.float32)


def _details(plane: Plane) -> Plane:
    """The plane without its broad shapes: less the mean of the pixels around each."""
    width = 2 * _BROAD + 1
    padded = np.pad(plane, _BROAD, "edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (width, width))
    return (plane - windows.mean(axis=(2, 3))).astype(np.float32)


def _unit(plane: Plane) -> Plane:
    """The plane as one row with mean 0 and length 1; all 0 where it is even."""
    row = plane.ravel() - plane.mean()
    length = float(np.linalg.norm(row))
    return (row / length if length >= _LEAST_CONTRAST * plane.shape[0] else np.zeros_like(row)).astype(np.float32)
