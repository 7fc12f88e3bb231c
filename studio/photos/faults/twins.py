"""Which photos look nearly the same: one is the other, a little cropped, brighter or paler, or the next of a burst."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

LEAST_CORRELATION = 0.9  # benchmarks/README.md has what lies on both sides
SIDE = 24  # pixels of the copies that are compared
_SOURCE_SIDE = 96  # pixels of what they are cropped from
_SCALES = (0.97, 0.94, 0.91, 0.88, 0.85)  # of the sides
_PLACES = (0.0, 0.25, 0.5, 0.75, 1.0)  # of what is cut away, to the left of it or above it
_LEAST_CONTRAST = 1.0  # levels of 255: in an even picture there is nothing to tell it by

Crops = NDArray[np.float32]  # (crops, pixels), the whole photo first


def crops_of(image: Image.Image) -> Crops:
    """Small copies of a photo and of most of it, each with mean 0 and length 1, so that brightness plays no part."""
    source = image.convert("L").resize((_SOURCE_SIDE, _SOURCE_SIDE), Image.Resampling.BOX, reducing_gap=2.0)
    boxes = [(0.0, 0.0, 1.0)] + [
        ((1 - scale) * left, (1 - scale) * top, scale) for scale in _SCALES for left in _PLACES for top in _PLACES
    ]
    copies = [source.resize((SIDE, SIDE), Image.Resampling.BOX, box=_in_pixels(*box)) for box in boxes]
    pixels = np.stack([np.asarray(copy, np.float32).ravel() for copy in copies])
    pixels -= pixels.mean(axis=1, keepdims=True)
    lengths = np.linalg.norm(pixels, axis=1, keepdims=True)
    return np.where(lengths < _LEAST_CONTRAST * SIDE, 0, pixels / np.maximum(lengths, 1)).astype(np.float32)


def _in_pixels(left: float, top: float, scale: float) -> tuple[float, float, float, float]:
    return _SOURCE_SIDE * left, _SOURCE_SIDE * top, _SOURCE_SIDE * (left + scale), _SOURCE_SIDE * (top + scale)


def twins(photos: Sequence[Crops]) -> list[tuple[int, int]]:
    """Pairs of photos, by their indices, the first one first: either whole one looks like some crop of the other."""
    if not photos:
        return []
    whole = np.stack([crops[0] for crops in photos])
    seen = np.stack([(crops @ whole.T).max(axis=0) for crops in photos])
    alike = np.maximum(seen, seen.T) >= LEAST_CORRELATION
    return [(first, second) for second in range(len(photos)) for first in range(second) if alike[first, second]]
