"""The colours along the edges of photos, by which it is told whether all of them were taken before one background."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SAME_BACKGROUND = 0.8  # of the likeness; benchmarks/photos/README.md has what lies on both sides
_SIDE = 48  # pixels of the copy that is looked at
_WIDTH = 6  # of them along the top and both sides: below, the subject often reaches the edge
_LEVELS = 8  # of each colour


def border_of(image: Image.Image) -> NDArray[np.float32]:
    """Square roots of how often each colour stands along the edges, (512,), of an RGB photo."""
    pixels = np.asarray(image.resize((_SIDE, _SIDE), Image.Resampling.BOX), np.uint16) * _LEVELS // 256
    at_edge = np.ones((_SIDE, _SIDE), bool)
    at_edge[_WIDTH:, _WIDTH:-_WIDTH] = False
    red, green, blue = pixels[at_edge].T
    counts = np.bincount((red * _LEVELS + green) * _LEVELS + blue, minlength=_LEVELS**3)
    return np.sqrt(counts / counts.sum()).astype(np.float32)


def likeness(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """How much the edges of two photos have in common, 0 to 1 (Bhattacharyya 1943)."""
    return float(one @ other)
