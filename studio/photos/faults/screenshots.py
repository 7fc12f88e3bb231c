"""Whether a picture is a screenshot: bars and pages around a photo, in the shape of a screen."""

import numpy as np
from numpy.typing import NDArray

LEAST_RATIO = 1.5  # of the sides; phones have 1.78 to 2.3, computers 1.6 to 1.78
LEAST_EVEN = 0.26  # of the rows; benchmarks/photos/README.md has what lies on both sides
_LEVELS = 3  # of 255: pixels of one colour differ no more from their middle, also after a JPEG
_EVEN_SHARE = 0.98  # of an even row has its colour
_STEP_LEVELS = 12  # of 255, between the rows on both sides of a border
_STEP_SHARE = 0.6  # of the width has it
_STEP_ROWS = 2  # resizing spreads a border over two


def is_screenshot(grey: NDArray[np.uint8]) -> bool:
    """Whether it has the shape of a screen, many even rows, and a border from side to side.

    No camera makes rows of exactly one colour, but where it is dazzled; and none makes a straight border between two
    rows of pixels. Receives: luminance, 0..255, (rows, columns).
    """
    rows, columns = grey.shape
    if max(rows, columns) < LEAST_RATIO * min(rows, columns):
        return False
    levels = grey.astype(np.int16)
    even = (np.abs(levels - np.median(levels, axis=1, keepdims=True)) <= _LEVELS).mean(axis=1) >= _EVEN_SHARE
    if even.mean() < LEAST_EVEN:
        return False
    step = (np.abs(levels[_STEP_ROWS:] - levels[:-_STEP_ROWS]) >= _STEP_LEVELS).mean(axis=1) >= _STEP_SHARE
    return bool((step & (even[_STEP_ROWS:] | even[:-_STEP_ROWS])).any())
