"""Shapes as signed distances, painted soft and shaded onto a canvas.

Distances are in the unit of the coordinates given (negative inside), after the formulas that Inigo Quilez
collects at iquilezles.org/articles/distfunctions2d; anti-aliasing is one pixel wide.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]
Colour = tuple[float, float, float]
LIGHT = np.array([-0.42, 0.66, 0.62], dtype=np.float32)  # from the upper left, towards the viewer; y is up


def ellipse(x: Array, y: Array, cx: float, cy: float, rx: float, ry: float, turn: float = 0.0) -> Array:
    """An ellipse around (cx, cy), turned by `turn` radians."""
    dx, dy = x - np.float32(cx), y - np.float32(cy)
    if turn:
        cos, sin = np.float32(np.cos(turn)), np.float32(np.sin(turn))
        dx, dy = dx * cos + dy * sin, dy * cos - dx * sin
    if rx == ry:
        return np.sqrt(dx * dx + dy * dy) - np.float32(rx)
    nx, ny = dx / np.float32(rx), dy / np.float32(ry)
    k0 = np.sqrt(nx * nx + ny * ny)
    gx, gy = nx / np.float32(rx), ny / np.float32(ry)
    return k0 * (k0 - 1) / np.maximum(np.sqrt(gx * gx + gy * gy), np.float32(1e-6))


def limb(x: Array, y: Array, ax: float, ay: float, bx: float, by: float, ra: float, rb: float | None = None) -> Array:
    """A round-ended limb from (ax, ay) to (bx, by) whose radius goes from `ra` to `rb`."""
    px, py = x - np.float32(ax), y - np.float32(ay)
    vx, vy = bx - ax, by - ay
    along = np.clip((px * np.float32(vx) + py * np.float32(vy)) / np.float32(vx * vx + vy * vy + 1e-9), 0, 1)
    dx, dy = px - along * np.float32(vx), py - along * np.float32(vy)
    return np.sqrt(dx * dx + dy * dy) - (np.float32(ra) + along * np.float32((ra if rb is None else rb) - ra))


def box(x: Array, y: Array, cx: float, cy: float, half_width: float, half_height: float, corner: float = 0.0) -> Array:
    """An upright box with rounded corners."""
    qx = np.abs(x - np.float32(cx)) - np.float32(half_width - corner)
    qy = np.abs(y - np.float32(cy)) - np.float32(half_height - corner)
    outside = np.sqrt(np.maximum(qx, 0) ** 2 + np.maximum(qy, 0) ** 2)
    return outside + np.minimum(np.maximum(qx, qy), 0) - np.float32(corner)


def polygon(x: Array, y: Array, corners: list[tuple[float, float]], corner: float = 0.0) -> Array:
    """A convex polygon given counter-clockwise (y up), grown by the radius `corner`."""
    distance = np.full(np.broadcast(x, y).shape, -1e3, dtype=np.float32)
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1], strict=True):
        length = np.hypot(bx - ax, by - ay)
        nx, ny = (by - ay) / length, -(bx - ax) / length
        distance = np.maximum(distance, (x - np.float32(ax)) * np.float32(nx) + (y - np.float32(ay)) * np.float32(ny))
    return distance - np.float32(corner)


def join(*shapes: Array, softness: float = 0.0) -> Array:
    """The union of shapes; `softness` is the width over which they melt into one another."""
    result = shapes[0]
    for shape in shapes[1:]:
        if softness:
            melt = np.maximum(np.float32(softness) - np.abs(result - shape), 0) / np.float32(softness)
            result = np.minimum(result, shape) - melt * melt * np.float32(softness / 4)
        else:
            result = np.minimum(result, shape)
    return result


Paint = Colour | Array  # one colour, or one for every pixel (height, width, 3)


@dataclass(kw_only=True, slots=True)
class Canvas:
    """Pixels (height, width, 3) in 0..1 and, for every pixel, which creature is seen there (0 is nobody)."""

    pixels: Array
    owners: NDArray[np.uint8]
    x: Array = field(init=False)  # 0..aspect, to the right
    y: Array = field(init=False)  # 0..1, upwards

    def __post_init__(self) -> None:
        height, width = self.owners.shape
        self.x = (np.arange(width, dtype=np.float32)[None, :] + 0.5) / height
        self.y = 1 - (np.arange(height, dtype=np.float32)[:, None] + 0.5) / height

    @classmethod
    def blank(cls, width: int, height: int) -> "Canvas":
        return cls(pixels=np.zeros((height, width, 3), np.float32), owners=np.zeros((height, width), np.uint8))

    def part(self, left: float, right: float, bottom: float, top: float) -> tuple[slice, slice]:
        """The rows and columns that the box covers, in canvas units."""
        height, width = self.owners.shape
        rows = slice(max(0, int((1 - top) * height) - 1), min(height, int((1 - bottom) * height) + 2))
        columns = slice(max(0, int(left * height) - 1), min(width, int(right * height) + 2))
        return rows, columns


def blend(pixels: Array, cover: Array, paint: Paint) -> None:
    """Lays `paint` over `pixels` in place where `cover` (0..1) says so."""
    pixels += cover[..., None] * (np.asarray(paint, dtype=np.float32) - pixels)


def shaded(paint: Paint, distance: Array, radius: float, depth: float = 1.0) -> Array:
    """`paint` lit as if the shape bulged towards the viewer over a width of `radius`."""
    inside = np.clip(-distance / np.float32(radius), 0, 1)
    slope_y, slope_x = np.gradient(distance)
    norm = np.maximum(np.sqrt(slope_x * slope_x + slope_y * slope_y), np.float32(1e-6))
    tilt = (1 - inside) / norm
    light = (
        slope_x * tilt * LIGHT[0] - slope_y * tilt * LIGHT[1] + np.sqrt(np.clip(1 - (1 - inside) ** 2, 0, 1)) * LIGHT[2]
    )
    bright = 1 + np.float32(depth) * (np.float32(0.62) * light - np.float32(0.36))
    colour = np.asarray(paint, dtype=np.float32) * bright[..., None]
    shine = np.clip(light - 0.86, 0, 1) * np.float32(1.1 * depth)
    return np.clip(colour + shine[..., None], 0, 1)


def cover_of(distance: Array, pixel: float, soft: float = 0.0) -> Array:
    """How much of each pixel the shape covers, 0..1; `soft` widens its edge (shadows)."""
    return np.clip(np.float32(0.5) - distance / np.float32(pixel + soft), 0, 1)


Shape = Callable[[Array, Array], Array]
