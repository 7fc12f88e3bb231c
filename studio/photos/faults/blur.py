"""How blurred the sharpest edges of a photo are."""

import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.floating]  # (rows, columns)

MOST_SIGMA = 1.3  # pixels at the working size; benchmarks/photos/README.md has what lies on both sides
_REBLUR = 1.0  # pixels, the standard deviation by which the picture is blurred once more
_STRONG = 0.95  # of the places have weaker edges: soft backgrounds and noise are no part of it
_SHARPEST = 0.2  # of the edges of a direction; that share of them is sharper
_DIRECTIONS = 4
_LEAST_SHARE = 0.05  # of the strong edges: fewer say nothing of their direction
_LEAST_EDGES = 100
_LEAST_SLOPE = 2.0  # levels of 255 a pixel: weaker ones are noise
_NEVER_SHARPER = 1.0001  # the ratio of an edge that is as smooth as can be


def edge_sigma(grey: NDArray[np.uint8]) -> float | None:
    """By how many pixels the strong edges are blurred, as the standard deviation of a Gauss curve; None without any.

    An edge blurred by s is less steep by R = sqrt(1 + s0² / s²) after another blur by s0, which gives s (Zhuo and Sim
    2011, Defocus map estimation from a single image). Unlike the variance of the Laplacian (Pech-Pacheco et al. 2000)
    it does not depend on how much there is to see. The answer is that of the most blurred of four directions, since a
    camera that moved leaves the edges along its way sharp. Much blurred, a flat picture (of less than a quarter of all
    levels) has no edge that stands out from noise: then None. Receives: luminance, 0..255, (rows, columns).
    """
    plane = grey.astype(np.float32)
    smooth = _blurred(plane)
    down, right = _slopes(smooth)
    steepness = np.hypot(down, right)
    strong = steepness > max(float(np.quantile(steepness, _STRONG)), _LEAST_SLOPE)
    edges = int(strong.sum())
    if edges < _LEAST_EDGES:
        return None
    own_down, own_right = (slope[strong] for slope in _slopes(plane))
    down, right, steepness = down[strong], right[strong], steepness[strong]
    ratio = np.abs(own_down * down + own_right * right) / steepness**2
    sigma = _REBLUR / np.sqrt(np.maximum(ratio, _NEVER_SHARPER) ** 2 - 1)
    step = np.pi / _DIRECTIONS
    direction = ((np.arctan2(down, right) + step / 2) % np.pi // step).astype(int)
    sides = [sigma[direction == one] for one in range(_DIRECTIONS)]
    enough = [side for side in sides if len(side) >= max(_LEAST_SHARE * edges, _LEAST_EDGES / _DIRECTIONS)]
    return max((float(np.quantile(side, _SHARPEST)) for side in enough), default=None)


def _slopes(plane: Plane) -> tuple[Plane, Plane]:
    """Central differences, downwards and to the right, without the outermost pixels."""
    return (plane[2:, 1:-1] - plane[:-2, 1:-1]) / 2, (plane[1:-1, 2:] - plane[1:-1, :-2]) / 2


def _blurred(plane: Plane) -> Plane:
    reach = round(3 * _REBLUR)
    weights = np.exp(-(np.arange(-reach, reach + 1, dtype=np.float32) ** 2) / (2 * _REBLUR**2))
    weights /= weights.sum()
    for _ in range(2):  # the rows; then, lying on its side, the columns
        padded = np.pad(plane, ((reach, reach), (0, 0)), "edge")
        total = np.zeros_like(plane)
        for at, weight in enumerate(weights):
            total += weight * padded[at : at + len(plane)]
        plane = total.T
    return plane
