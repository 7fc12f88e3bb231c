"""Faces seen from the front, how large they are, and which way up a photo lies by them.

dlib's detector of faces (King 2015, Max-Margin Object Detection: histograms of gradients under a linear filter) comes
compiled into its package. It knows upright faces from the front alone and is seldom wrong, so what it does not find
says nothing: neither that there is no face, nor that a photo without one stands as it should.
"""

import threading
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import dlib  # pyright: ignore[reportMissingTypeStubs]
import numpy as np
from numpy.typing import NDArray
from PIL import Image

WORKING_SIDE = 960  # pixels of the long side, of small photos, too; the smallest face that is found has 80
_TURNED_SIDE = 640  # of the same, where the photo is tried on its sides: whoever is taught is seen large
LEAST_SCORE = 0.8  # of a face that counts; benchmarks/photos/README.md has what lies on both sides
_POSSIBLE_SCORE = 0.0  # of what may be a face; by as much as it has more, one that lies on its side has to have more
_LEAST_SIZE = 0.25  # of the largest face's width: smaller ones are passers-by

_one_at_a_time = threading.Lock()  # the detector keeps what it works on


@dataclass(frozen=True, kw_only=True, slots=True)
class Faces:
    """The faces of one photo, as it should lie.

    Attributes:
        count: how many there are of about one size.
        tallest: the height of the largest, 0 to 1 of the photo's; 0 without one.
        turns: quarter turns clockwise that set the photo upright, 0 to 3; 0 also where nothing tells.
    """

    count: int
    tallest: float
    turns: int


def faces_of(image: Image.Image) -> Faces:
    """The faces of a photo of any size and mode."""
    grey = _sized(image.convert("L"), WORKING_SIDE)
    upright = _faces(found := _found(np.asarray(grey)), turns=0)
    if upright.count:
        return upright
    doubt = max((score for score, _, _ in found), default=_POSSIBLE_SCORE)
    grey = _sized(grey, _TURNED_SIDE)
    turned = {turns: _found(np.rot90(np.asarray(grey), -turns)) for turns in (1, 2, 3)}
    best = max(turned, key=lambda turns: max((score for score, _, _ in turned[turns]), default=-1.0))
    sideways = _faces([face for face in turned[best] if face[0] >= LEAST_SCORE + doubt], turns=best)
    return sideways if sideways.count else upright


def _sized(image: Image.Image, longest_side: int) -> Image.Image:
    scale = longest_side / max(image.size)
    return image.resize(
        (max(1, round(image.width * scale)), max(1, round(image.height * scale))), Image.Resampling.BICUBIC
    )


def _faces(found: list[tuple[float, int, float]], turns: int) -> Faces:
    sure = [(width, height) for score, width, height in found if score >= LEAST_SCORE]
    widest = max((width for width, _ in sure), default=0)
    large = [height for width, height in sure if width >= _LEAST_SIZE * widest]
    return Faces(count=len(large), tallest=max(large, default=0.0), turns=turns)


def _found(grey: NDArray[np.uint8]) -> list[tuple[float, int, float]]:
    """(score, width in pixels, height as a share of the photo's) of all that may be a face."""
    with _one_at_a_time:
        boxes, scores, _ = _detector().run(np.ascontiguousarray(grey), 0, _POSSIBLE_SCORE)
    return [(score, box.width(), box.height() / len(grey)) for box, score in zip(boxes, scores, strict=True)]


@cache
def _detector() -> Any:
    return cast(Any, dlib).get_frontal_face_detector()
