"""Draws the ten places: a background with a ground to stand on."""

import math
import random
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pocket.world.drawing import Array, Canvas, Colour, blend, box, cover_of, ellipse, join, limb, polygon, shaded


def gradient(canvas: Canvas, bottom: float, top: float, low: Colour, high: Colour) -> None:
    """Fills the band between two heights from one colour to another."""
    rows, _ = canvas.part(0, 9, bottom, top)
    amount = np.clip((canvas.y[rows] - np.float32(bottom)) / np.float32(max(top - bottom, 1e-6)), 0, 1)[..., None]
    start = np.asarray(low, np.float32)
    canvas.pixels[rows] = start + amount * (np.asarray(high, np.float32) - start)


def put(canvas: Canvas, distance: Array, colour: Colour, *, soft: float = 0.0, bulge: float = 0.0) -> None:
    cover = cover_of(distance, 1 / canvas.owners.shape[0], soft)
    blend(canvas.pixels, cover, shaded(colour, distance, bulge, 0.7) if bulge else colour)


def within(canvas: Canvas, left: float, right: float, bottom: float, top: float) -> Canvas:
    """The part of the canvas under the box, drawn on as a canvas of its own (cheaper than the whole)."""
    rows, columns = canvas.part(left, right, bottom, top)
    part = Canvas(pixels=canvas.pixels[rows, columns], owners=canvas.owners[rows, columns])
    part.x, part.y = canvas.x[:, columns], canvas.y[rows]
    return part


def spot(
    canvas: Canvas, cx: float, cy: float, rx: float, ry: float, colour: Colour, *, soft: float = 0.0, bulge: float = 0.0
) -> None:
    """An ellipse that touches only the pixels near it."""
    grow = max(rx, ry) + soft + 0.01
    part = within(canvas, cx - grow, cx + grow, cy - grow, cy + grow)
    if part.owners.size and min(part.owners.shape) > 1:
        rows = canvas.owners.shape[0]
        distance = ellipse(part.x, part.y, cx, cy, rx, ry)
        cover = np.clip(np.float32(0.5) - distance / np.float32(1 / rows + soft), 0, 1)
        blend(part.pixels, cover, shaded(colour, distance, bulge, 0.7) if bulge else colour)


def clouds(canvas: Canvas, rng: random.Random, low: float, wide: float) -> None:
    for _ in range(rng.randint(1, 3)):
        cx, cy, size = rng.uniform(0, wide), rng.uniform(low, 0.95), rng.uniform(0.05, 0.09)
        for dx, dy, r in ((-1.0, -0.1, 0.7), (0, 0.15, 1.0), (1.0, -0.1, 0.75), (0.5, -0.2, 0.8)):
            spot(canvas, cx + dx * size, cy + dy * size, 1.1 * r * size, 0.62 * r * size, (1.0, 1.0, 1.0), soft=0.012)


def beach(canvas: Canvas, rng: random.Random, wide: float) -> None:
    horizon, shore = rng.uniform(0.54, 0.60), rng.uniform(0.40, 0.45)
    gradient(canvas, horizon, 1.0, (0.72, 0.90, 0.98), (0.33, 0.68, 0.95))
    clouds(canvas, rng, 0.74, wide)
    spot(canvas, rng.uniform(0.1, 0.9) * wide, rng.uniform(0.80, 0.90), 0.062, 0.062, (1.0, 0.93, 0.55), soft=0.01)
    gradient(canvas, shore, horizon, (0.22, 0.66, 0.78), (0.06, 0.42, 0.66))
    gradient(canvas, 0.0, shore, (0.88, 0.74, 0.48), (0.97, 0.88, 0.66))
    wave = np.float32(0.008) * np.sin(canvas.x * 24 + rng.uniform(0, 6))
    put(canvas, np.abs(canvas.y - np.float32(shore) - wave) - np.float32(0.012), (1.0, 1.0, 1.0), soft=0.006)


def snow(canvas: Canvas, rng: random.Random, wide: float) -> None:
    horizon = rng.uniform(0.44, 0.50)
    gradient(canvas, horizon, 1.0, (0.86, 0.90, 0.96), (0.62, 0.72, 0.86))
    for step in range(4):
        cx, tall = (step + rng.uniform(0.1, 0.9)) * wide / 4, rng.uniform(0.20, 0.34)
        put(
            canvas,
            polygon(
                canvas.x, canvas.y, [(cx - tall, horizon - 0.02), (cx + tall, horizon - 0.02), (cx, horizon + tall)]
            ),
            (0.56, 0.64, 0.78),
        )
        top = [
            (cx - 0.30 * tall, horizon + 0.70 * tall),
            (cx + 0.30 * tall, horizon + 0.70 * tall),
            (cx, horizon + tall),
        ]
        put(canvas, polygon(canvas.x, canvas.y, top), (0.97, 0.98, 1.0))
    gradient(canvas, 0.0, horizon, (0.84, 0.89, 0.96), (0.98, 0.99, 1.0))
    for _ in range(34):
        r = rng.uniform(0.005, 0.011)
        spot(canvas, rng.uniform(0, wide), rng.uniform(0.02, 1), r, r, (1.0, 1.0, 1.0), soft=0.004)


def forest(canvas: Canvas, rng: random.Random, wide: float) -> None:
    horizon = rng.uniform(0.42, 0.48)
    gradient(canvas, horizon, 1.0, (0.74, 0.88, 0.72), (0.58, 0.80, 0.66))
    count = rng.randint(5, 7)
    for step in range(count):
        cx, tall = (step + rng.uniform(0.3, 0.7)) * wide / count, rng.uniform(0.30, 0.42)
        shade = rng.uniform(0.75, 1.05)
        trunk = within(canvas, cx - 0.03, cx + 0.03, horizon - 0.05, 1)
        put(trunk, box(trunk.x, trunk.y, cx, horizon + 0.07, 0.016, 0.12), (0.36, 0.23, 0.14))
        for level in range(3):
            base, half = horizon + 0.09 + level * tall * 0.26, 0.125 - level * 0.027
            part = within(canvas, cx - half - 0.02, cx + half + 0.02, base - 0.02, base + tall * 0.48)
            if min(part.owners.shape) > 1:
                tree = polygon(part.x, part.y, [(cx - half, base), (cx + half, base), (cx, base + tall * 0.42)], 0.008)
                cover = np.clip(0.5 - tree * canvas.owners.shape[0], 0, 1)
                blend(part.pixels, cover, shaded((0.10 * shade, 0.40 * shade, 0.20 * shade), tree, 0.06, 0.8))
    gradient(canvas, 0.0, horizon, (0.16, 0.32, 0.14), (0.26, 0.46, 0.20))


def city(canvas: Canvas, rng: random.Random, wide: float) -> None:
    horizon = rng.uniform(0.42, 0.47)
    gradient(canvas, horizon, 1.0, (0.84, 0.84, 0.88), (0.62, 0.68, 0.80))
    left = -0.03
    while left < wide:
        width, tall, tone = rng.uniform(0.12, 0.20), rng.uniform(0.22, 0.46), rng.uniform(0.36, 0.58)
        part = within(canvas, left, left + width, horizon - 0.02, horizon + tall + 0.02)
        if min(part.owners.shape) > 1:
            put(
                part,
                box(part.x, part.y, left + width / 2, horizon + tall / 2, width / 2 - 0.006, tall / 2),
                (tone, tone, tone * 1.08),
            )
            column = np.abs(((part.x - np.float32(left)) / 0.042) % 1 - 0.5) - 0.22
            row = np.abs(((part.y - np.float32(horizon)) / 0.058) % 1 - 0.5) - 0.22
            frame = box(part.x, part.y, left + width / 2, horizon + tall / 2, width / 2 - 0.022, tall / 2 - 0.022)
            panes = np.maximum(np.maximum(column * 0.04, row * 0.05), frame)
            cover = np.clip(0.5 - panes * canvas.owners.shape[0], 0, 1)
            blend(part.pixels, cover, (0.98, 0.90, 0.62) if rng.random() < 0.6 else (0.70, 0.80, 0.90))
        left += width
    gradient(canvas, 0.0, horizon, (0.30, 0.30, 0.33), (0.40, 0.40, 0.43))
    gradient(canvas, horizon - 0.045, horizon, (0.66, 0.65, 0.64), (0.74, 0.73, 0.72))
    for step in range(5):
        put(canvas, box(canvas.x, canvas.y, (step + 0.5) * wide / 4.5, 0.20, 0.065, 0.009), (0.95, 0.93, 0.80))


def living_room(canvas: Canvas, rng: random.Random, wide: float) -> None:
    floor = rng.uniform(0.36, 0.42)
    gradient(canvas, floor, 1.0, (0.90, 0.80, 0.68), (0.95, 0.87, 0.76))
    wx = rng.uniform(0.18, 0.35) * wide
    put(canvas, box(canvas.x, canvas.y, wx, 0.76, 0.125, 0.115), (0.99, 0.98, 0.95))
    put(canvas, box(canvas.x, canvas.y, wx, 0.76, 0.105, 0.095), (0.62, 0.82, 0.96))
    put(canvas, box(canvas.x, canvas.y, wx, 0.76, 0.006, 0.095), (0.99, 0.98, 0.95))
    sx = rng.uniform(0.62, 0.78) * wide
    put(canvas, box(canvas.x, canvas.y, sx, floor + 0.15, 0.24, 0.13, 0.05), (0.36, 0.50, 0.56), bulge=0.05)
    put(canvas, box(canvas.x, canvas.y, sx, floor + 0.05, 0.27, 0.07, 0.04), (0.42, 0.57, 0.63), bulge=0.05)
    gradient(canvas, 0.0, floor, (0.52, 0.33, 0.20), (0.64, 0.42, 0.26))
    put(canvas, np.abs(canvas.y - np.float32(floor)) - np.float32(0.008), (0.97, 0.94, 0.88))
    put(canvas, ellipse(canvas.x, canvas.y, 0.5 * wide, 0.18, 0.42 * wide, 0.12), (0.72, 0.30, 0.32))
    put(canvas, ellipse(canvas.x, canvas.y, 0.5 * wide, 0.18, 0.36 * wide, 0.095), (0.83, 0.46, 0.42))


def meadow(canvas: Canvas, rng: random.Random, wide: float) -> None:
    horizon = rng.uniform(0.46, 0.52)
    gradient(canvas, horizon - 0.1, 1.0, (0.80, 0.93, 1.0), (0.46, 0.74, 0.98))
    clouds(canvas, rng, 0.72, wide)
    hill = np.float32(horizon) + np.float32(0.035) * np.sin(canvas.x * 4 + rng.uniform(0, 6))
    put(canvas, canvas.y - hill, (0.50, 0.76, 0.36))
    cover = np.clip(0.5 - (canvas.y - hill + 0.08) * 8, 0, 1)
    blend(canvas.pixels, cover * np.float32(0.75), (0.34, 0.62, 0.24))
    for _ in range(46):
        cx, cy = rng.uniform(0, wide), rng.uniform(0.01, horizon - 0.06)
        r = 0.008 + 0.010 * (horizon - cy)
        spot(
            canvas,
            cx,
            cy,
            r,
            r,
            rng.choice(((1.0, 0.95, 0.4), (1.0, 1.0, 1.0), (0.96, 0.45, 0.55), (0.72, 0.55, 0.95))),
            soft=0.003,
        )


def desert(canvas: Canvas, rng: random.Random, wide: float) -> None:
    horizon = rng.uniform(0.44, 0.50)
    gradient(canvas, horizon - 0.1, 1.0, (1.0, 0.88, 0.64), (0.98, 0.66, 0.38))
    spot(canvas, rng.uniform(0.15, 0.85) * wide, rng.uniform(0.72, 0.84), 0.085, 0.085, (1.0, 0.97, 0.82), soft=0.02)
    far = np.float32(horizon + 0.03) + np.float32(0.04) * np.sin(canvas.x * 5 + rng.uniform(0, 6))
    put(canvas, canvas.y - far, (0.86, 0.58, 0.32))
    near = np.float32(horizon - 0.06) + np.float32(0.03) * np.sin(canvas.x * 3.4 + rng.uniform(0, 6))
    put(canvas, canvas.y - near, (0.93, 0.70, 0.42))
    for cx in (rng.uniform(0.04, 0.26) * wide, rng.uniform(0.74, 0.96) * wide):
        base, tall = horizon - 0.04, rng.uniform(0.17, 0.25)
        part = within(canvas, cx - 0.12, cx + 0.12, base - 0.02, base + tall + 0.05)
        if min(part.owners.shape) > 1:
            trunk = limb(part.x, part.y, cx, base, cx, base + tall, 0.028)
            arms = []
            for side, level in ((-1, 0.40), (1, 0.55)):
                ax, ay = cx + side * 0.072, base + tall * level
                arms += [
                    limb(part.x, part.y, cx, ay, ax, ay, 0.018),
                    limb(part.x, part.y, ax, ay, ax, ay + 0.07, 0.018),
                ]
            cactus = join(trunk, *arms, softness=0.01)
            cover = np.clip(0.5 - cactus * canvas.owners.shape[0], 0, 1)
            blend(part.pixels, cover, shaded((0.22, 0.52, 0.26), cactus, 0.025, 0.8))


def night(canvas: Canvas, rng: random.Random, wide: float) -> None:
    horizon = rng.uniform(0.40, 0.46)
    gradient(canvas, horizon - 0.1, 1.0, (0.20, 0.20, 0.44), (0.04, 0.05, 0.17))
    for _ in range(40):
        r = rng.uniform(0.003, 0.007)
        spot(canvas, rng.uniform(0, wide), rng.uniform(horizon, 1), r, r, (0.98, 0.97, 0.85), soft=0.003)
    mx, my = rng.uniform(0.12, 0.88) * wide, rng.uniform(0.78, 0.88)
    spot(canvas, mx, my, 0.10, 0.10, (0.30, 0.32, 0.52), soft=0.12)
    spot(canvas, mx, my, 0.068, 0.068, (0.98, 0.95, 0.80), soft=0.006)
    hill = np.float32(horizon) + np.float32(0.05) * np.sin(canvas.x * 4.4 + rng.uniform(0, 6))
    put(canvas, canvas.y - hill, (0.13, 0.20, 0.26))
    near = np.float32(horizon - 0.12) + np.float32(0.03) * np.sin(canvas.x * 3 + rng.uniform(0, 6))
    put(canvas, canvas.y - near, (0.16, 0.27, 0.30))


def kitchen(canvas: Canvas, rng: random.Random, wide: float) -> None:
    floor = rng.uniform(0.34, 0.40)
    gradient(canvas, floor, 1.0, (0.80, 0.90, 0.86), (0.86, 0.94, 0.91))
    for step in range(5):
        put(canvas, np.abs(canvas.y - np.float32(floor + 0.32 + step * 0.075)) - np.float32(0.003), (0.96, 0.99, 0.98))
    put(canvas, box(canvas.x, canvas.y, wide / 2, floor + 0.13, wide, 0.13), (0.95, 0.93, 0.88))
    for step in range(4):
        cx = (step + 0.5) * wide / 4
        put(canvas, box(canvas.x, canvas.y, cx, floor + 0.12, 0.105, 0.095, 0.01), (0.84, 0.80, 0.72))
        put(canvas, ellipse(canvas.x, canvas.y, cx + 0.075, floor + 0.13, 0.012, 0.012), (0.45, 0.42, 0.40))
    put(canvas, box(canvas.x, canvas.y, wide / 2, floor + 0.27, wide, 0.018), (0.50, 0.36, 0.26))
    cx = rng.uniform(0.15, 0.85) * wide
    put(canvas, box(canvas.x, canvas.y, cx, floor + 0.345, 0.055, 0.055, 0.02), (0.85, 0.35, 0.30), bulge=0.03)
    tile = 0.13
    rows, _ = canvas.part(0, 9, 0, floor)
    light = (np.floor((canvas.x + rng.uniform(0, tile)) / tile) + np.floor(canvas.y[rows] / tile)) % 2
    dark, lighter = np.asarray((0.62, 0.70, 0.72), np.float32), np.asarray((0.26, 0.22, 0.20), np.float32)
    canvas.pixels[rows] = dark + light[..., None] * lighter


def lake(canvas: Canvas, rng: random.Random, wide: float) -> None:
    horizon, shore = rng.uniform(0.56, 0.62), rng.uniform(0.32, 0.37)
    gradient(canvas, horizon, 1.0, (0.98, 0.80, 0.72), (0.58, 0.60, 0.86))
    for step in range(3):
        cx, tall = (step + rng.uniform(0.1, 0.9)) * wide / 3, rng.uniform(0.18, 0.30)
        put(
            canvas,
            polygon(canvas.x, canvas.y, [(cx - 1.1 * tall, horizon), (cx + 1.1 * tall, horizon), (cx, horizon + tall)]),
            (0.44, 0.40, 0.60),
        )
    gradient(canvas, shore, horizon, (0.30, 0.40, 0.66), (0.80, 0.66, 0.74))
    for _ in range(9):
        spot(
            canvas,
            rng.uniform(0, wide),
            rng.uniform(shore + 0.02, horizon - 0.02),
            rng.uniform(0.03, 0.08),
            0.004,
            (0.92, 0.86, 0.92),
            soft=0.004,
        )
    gradient(canvas, 0.0, shore, (0.36, 0.40, 0.26), (0.47, 0.50, 0.32))
    for _ in range(8):
        r = rng.uniform(0.02, 0.035)
        spot(
            canvas, rng.uniform(0, wide), shore + rng.uniform(-0.02, 0.015), r, 0.6 * r, (0.56, 0.55, 0.56), bulge=0.02
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """One place and the words for it: `phrase` follows a creature's name, as in "a cat on the beach"."""

    name: str
    phrase: str
    paint: Callable[[Canvas, random.Random, float], None]


PLACES: dict[str, Place] = {
    name: Place(name=name, phrase=phrase, paint=paint)
    for name, phrase, paint in (
        ("beach", "on the beach", beach),
        ("snow", "in the snow", snow),
        ("forest", "in the forest", forest),
        ("city", "on a city street", city),
        ("living room", "in the living room", living_room),
        ("meadow", "in a meadow", meadow),
        ("desert", "in the desert", desert),
        ("night", "at night", night),
        ("kitchen", "in the kitchen", kitchen),
        ("lake", "by the lake", lake),
    )
}


def paint_place(canvas: Canvas, place: str, rng: random.Random) -> None:
    """Fills the whole canvas with the place, its variations drawn from `rng`, in slightly varied light."""
    height, width = canvas.owners.shape
    PLACES[place].paint(canvas, rng, width / height)
    canvas.pixels *= np.float32(rng.uniform(0.94, 1.04))
    np.clip(canvas.pixels, 0, 1, out=canvas.pixels)
    assert math.isfinite(float(canvas.pixels[0, 0, 0]))
