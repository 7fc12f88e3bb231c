"""Draws one creature: a small clay figure from its attributes, in one of three poses."""

import math
import random
from dataclasses import dataclass

import numpy as np

from pocket.world.attributes import COLOURS, EYES, HAIR, PEOPLE, SKINS, Attributes
from pocket.world.drawing import (
    Array,
    Canvas,
    Colour,
    Paint,
    blend,
    box,
    cover_of,
    ellipse,
    join,
    limb,
    polygon,
    shaded,
)

ANIMAL_POSES = ("sitting", "standing", "lying")
PEOPLE_POSES = ("standing", "waving", "sitting")
PINK: Colour = (0.96, 0.62, 0.64)
CREAM: Colour = (0.99, 0.94, 0.86)
DARK: Colour = (0.10, 0.09, 0.11)


def poses_of(kind: str) -> tuple[str, ...]:
    return PEOPLE_POSES if kind in PEOPLE else ANIMAL_POSES


@dataclass(kw_only=True, slots=True)
class Brush:
    """Paints shapes in a figure's own units (height about 1, feet at y = 0, x = 0 in the middle) onto a canvas."""

    pixels: Array  # the view of the canvas that the figure can reach
    cover: Array  # where the figure has been painted so far, 0..1
    x: Array
    y: Array
    pixel: float  # one pixel in the figure's units

    def lay(self, distance: Array, paint: Paint, *, bulge: float = 0.08, depth: float = 1.0, rim: float = 0.5) -> None:
        """One shaded part. `bulge` is the width of its rounding, `rim` how dark its outline is (0..1)."""
        coat = (
            shaded(paint, distance, bulge, depth)
            if bulge
            else np.broadcast_to(np.asarray(paint, np.float32), (*distance.shape, 3))
        )
        if rim:
            edge = np.clip(1 + distance / np.float32(2.2 * self.pixel), 0, 1) * np.float32(rim)
            coat = coat * (1 - edge[..., None])
        cover = cover_of(distance, self.pixel)
        blend(self.pixels, cover, coat)
        np.maximum(self.cover, cover, out=self.cover)


def coat_of(attributes: Attributes, x: Array, y: Array) -> Paint:
    """The main colour with its pattern, for every pixel."""
    main = np.asarray(COLOURS[attributes.colour], np.float32)
    if attributes.pattern == "plain":
        return COLOURS[attributes.colour]
    layout = random.Random(attributes.layout_seed)
    sharp = np.float32(22)
    if attributes.pattern == "striped":
        lean, phase, wave = layout.uniform(-0.25, 0.25), layout.uniform(0, 6.3), layout.uniform(0, 6.3)
        bands = np.sin(np.float32(40) * (y + np.float32(lean) * x + np.float32(0.012) * np.sin(14 * x + wave)) + phase)
        amount = np.clip(0.5 + (bands - 0.4) * sharp / 10, 0, 1)  # narrower than the main colour between
    elif attributes.pattern == "spotted":
        step = 0.142
        shift_x, shift_y = layout.uniform(0, step), layout.uniform(0, step)
        row = np.floor((y + shift_y) / (step * 0.866))
        column = (x + shift_x) / step + 0.5 * (row % 2)
        dx = (column - np.floor(column) - 0.5) * step
        dy = (y + shift_y) - (row + 0.5) * step * 0.866
        amount = np.clip(0.5 + (0.042 - np.sqrt(dx * dx + dy * dy)) * 4 * sharp, 0, 1)
    else:
        field = np.zeros(np.broadcast(x, y).shape, np.float32)
        for _ in range(3):
            angle, phase = layout.uniform(0, 6.3), layout.uniform(0, 6.3)
            field = field + np.sin(np.float32(13.5) * (math.cos(angle) * x + math.sin(angle) * y) + phase)
        amount = np.clip(0.5 + (field - 0.9) * sharp / 5, 0, 1)  # a quarter of the coat: the rest is its main colour
    return main + amount[..., None] * (np.asarray(COLOURS[attributes.pattern_colour], np.float32) - main)


def eyes(brush: Brush, attributes: Attributes, cx: float, cy: float, apart: float, radius: float) -> None:
    """Two big eyes with iris, pupil and glint around (cx, cy)."""
    for side in (-1, 1):
        ex = cx + side * apart
        brush.lay(ellipse(brush.x, brush.y, ex, cy, radius * 1.12, radius * 1.2), (0.98, 0.98, 0.97), bulge=0, rim=0.25)
        brush.lay(
            ellipse(brush.x, brush.y, ex, cy, radius * 0.86, radius * 0.94), EYES[attributes.eyes], bulge=0, rim=0.35
        )
        brush.lay(ellipse(brush.x, brush.y, ex, cy, radius * 0.38, radius * 0.46), DARK, bulge=0, rim=0)
        glint = ellipse(brush.x, brush.y, ex - radius * 0.28, cy + radius * 0.36, radius * 0.22, radius * 0.22)
        brush.lay(glint, (1.0, 1.0, 1.0), bulge=0, rim=0)


def mouth(brush: Brush, cx: float, cy: float, width: float) -> None:
    """A small smile."""
    ring = np.abs(ellipse(brush.x, brush.y, cx, cy + width * 0.5, width, width * 0.85)) - np.float32(0.008)
    brush.lay(np.maximum(ring, brush.y - np.float32(cy + width * 0.12)), (0.30, 0.12, 0.12), bulge=0, rim=0)


def dimmed(colour: Colour, share: float) -> Colour:
    red, green, blue = colour
    return share * red, share * green, share * blue


def hat(brush: Brush, colour: Colour, cx: float, cy: float, size: float) -> None:
    """A top hat whose brim lies at (cx, cy)."""
    crown = box(brush.x, brush.y, cx, cy + 0.62 * size, 0.56 * size, 0.62 * size, 0.12 * size)
    brush.lay(crown, colour, bulge=0.3 * size)
    dark = dimmed(colour, 0.45) if sum(colour) > 0.6 else (0.75, 0.75, 0.78)
    brush.lay(box(brush.x, brush.y, cx, cy + 0.20 * size, 0.56 * size, 0.12 * size), dark, bulge=0, rim=0)
    brush.lay(box(brush.x, brush.y, cx, cy, 1.0 * size, 0.13 * size, 0.12 * size), colour, bulge=0.1 * size)


def scarf(brush: Brush, colour: Colour, cx: float, cy: float, width: float) -> None:
    """A scarf around the neck at (cx, cy) with one hanging end."""
    end = limb(
        brush.x, brush.y, cx + 0.45 * width, cy, cx + 0.55 * width, cy - 1.25 * width, 0.26 * width, 0.30 * width
    )
    brush.lay(end, colour, bulge=0.1)
    brush.lay(ellipse(brush.x, brush.y, cx, cy, width, 0.36 * width), colour, bulge=0.08)


def bow_tie(brush: Brush, colour: Colour, cx: float, cy: float, size: float) -> None:
    """A bow tie in the middle of the neck at (cx, cy)."""
    for side in (-1, 1):
        corners = [(cx, cy - 0.12 * size), (cx + side * size, cy - 0.55 * size), (cx + side * size, cy + 0.55 * size)]
        corners.append((cx, cy + 0.12 * size))
        wing = polygon(brush.x, brush.y, corners if side > 0 else corners[::-1], 0.10 * size)
        brush.lay(wing, colour, bulge=0.06)
    brush.lay(ellipse(brush.x, brush.y, cx, cy, 0.24 * size, 0.28 * size), dimmed(colour, 0.8), bulge=0.05)


def animal_ears(brush: Brush, attributes: Attributes, coat: Paint, hx: float, hy: float) -> None:
    """Ears that stand behind the head: a cat's, a rabbit's, a bear's."""
    x, y = brush.x, brush.y
    for side in (-1, 1):
        if attributes.kind == "cat":
            corners = [(hx + side * 0.06, hy + 0.13), (hx + side * 0.205, hy + 0.05), (hx + side * 0.195, hy + 0.30)]
            inner = [(hx + side * 0.10, hy + 0.15), (hx + side * 0.18, hy + 0.11), (hx + side * 0.178, hy + 0.25)]
            brush.lay(polygon(x, y, corners if side > 0 else corners[::-1], 0.022), coat, bulge=0.06)
            brush.lay(polygon(x, y, inner if side > 0 else inner[::-1], 0.008), PINK, bulge=0, rim=0)
        elif attributes.kind == "rabbit":
            brush.lay(
                limb(x, y, hx + side * 0.09, hy + 0.14, hx + side * 0.125, hy + 0.44, 0.058, 0.066), coat, bulge=0.06
            )
            brush.lay(
                limb(x, y, hx + side * 0.093, hy + 0.18, hx + side * 0.124, hy + 0.43, 0.026, 0.034),
                PINK,
                bulge=0,
                rim=0,
            )
        elif attributes.kind == "bear":
            brush.lay(ellipse(x, y, hx + side * 0.175, hy + 0.165, 0.085, 0.085), coat, bulge=0.06)
            brush.lay(ellipse(x, y, hx + side * 0.172, hy + 0.160, 0.045, 0.045), PINK, bulge=0, rim=0)


def animal_head(brush: Brush, attributes: Attributes, coat: Paint, hx: float, hy: float) -> None:
    """The head with ears, eyes, muzzle, at (hx, hy)."""
    x, y = brush.x, brush.y
    animal_ears(brush, attributes, coat, hx, hy)
    brush.lay(
        join(ellipse(x, y, hx, hy, 0.225, 0.19), ellipse(x, y, hx, hy - 0.06, 0.19, 0.12), softness=0.05),
        coat,
        bulge=0.16,
    )
    if attributes.kind == "dog":
        for side in (-1, 1):
            ear = limb(x, y, hx + side * 0.175, hy + 0.12, hx + side * 0.245, hy - 0.13, 0.052, 0.078)
            brush.lay(ear, coat if isinstance(coat, tuple) else coat * np.float32(0.86), bulge=0.06)
    eyes(brush, attributes, hx, hy + 0.035, 0.092, 0.058)
    wide = {"cat": 0.075, "dog": 0.10, "rabbit": 0.07, "bear": 0.105}[attributes.kind]
    brush.lay(ellipse(x, y, hx, hy - 0.085, wide, wide * 0.70), CREAM, bulge=0.05, rim=0.2)
    nose = PINK if attributes.kind in ("cat", "rabbit") else DARK
    big = 0.024 if attributes.kind in ("cat", "rabbit") else 0.036
    brush.lay(ellipse(x, y, hx, hy - 0.055, big, big * 0.75), nose, bulge=0.02, rim=0.3)
    mouth(brush, hx, hy - 0.122, 0.034)
    if attributes.kind == "dog":
        brush.lay(limb(x, y, hx, hy - 0.135, hx, hy - 0.165, 0.022), (0.93, 0.42, 0.46), bulge=0.02, rim=0.2)


def animal_tail(brush: Brush, attributes: Attributes, coat: Paint, tx: float, ty: float) -> None:
    """The tail, growing from (tx, ty) to the left."""
    x, y = brush.x, brush.y
    if attributes.kind == "cat":
        bend = limb(x, y, tx, ty, tx - 0.17, ty + 0.05, 0.042)
        rise = limb(x, y, tx - 0.17, ty + 0.05, tx - 0.21, ty + 0.24, 0.042, 0.036)
        tip = limb(x, y, tx - 0.21, ty + 0.24, tx - 0.13, ty + 0.33, 0.036, 0.034)
        brush.lay(join(bend, rise, tip, softness=0.04), coat, bulge=0.04)
    elif attributes.kind == "dog":
        brush.lay(limb(x, y, tx, ty, tx - 0.13, ty + 0.15, 0.048, 0.03), coat, bulge=0.04)
    elif attributes.kind == "rabbit":
        brush.lay(ellipse(x, y, tx - 0.02, ty + 0.02, 0.062, 0.062), CREAM, bulge=0.05)
    else:
        brush.lay(ellipse(x, y, tx - 0.01, ty + 0.03, 0.045, 0.045), coat, bulge=0.04)


def draw_animal(brush: Brush, attributes: Attributes, pose: str) -> None:
    x, y, coat = brush.x, brush.y, coat_of(attributes, brush.x, brush.y)
    wide = 0.78 if attributes.build == "slim" else 1.22
    wears = COLOURS.get(attributes.wears_colour)
    if pose == "sitting":
        hx, hy, neck = 0.0, 0.64, 0.46
        animal_tail(brush, attributes, coat, -0.16 * wide, 0.07)
        body = join(
            ellipse(x, y, 0, 0.20, 0.185 * wide, 0.20), ellipse(x, y, 0, 0.38, 0.125 * wide, 0.16), softness=0.08
        )
        haunch = [ellipse(x, y, side * 0.165 * wide, 0.09, 0.10 * wide, 0.085) for side in (-1, 1)]
        brush.lay(join(body, *haunch, softness=0.05), coat, bulge=0.15)
        for side in (-1, 1):
            brush.lay(
                limb(x, y, side * 0.07 * wide, 0.27, side * 0.068 * wide, 0.045, 0.042, 0.05),
                coat,
                bulge=0.05,
                rim=0.35,
            )
    elif pose == "standing":
        hx, hy, neck = 0.20, 0.66, 0.50
        animal_tail(brush, attributes, coat, -0.26, 0.40)
        legs = [limb(x, y, lx, 0.30, lx, 0.045, 0.055, 0.048) for lx in (-0.19, -0.07, 0.10, 0.21)]
        torso = join(
            ellipse(x, y, -0.02, 0.36, 0.29, 0.135 * wide), ellipse(x, y, 0.16, 0.45, 0.12, 0.13), softness=0.08
        )
        brush.lay(join(torso, *legs, softness=0.05), coat, bulge=0.12)
    else:
        hx, hy, neck = 0.19, 0.40, 0.24
        animal_tail(brush, attributes, coat, -0.33, 0.10)
        torso = join(
            ellipse(x, y, -0.06, 0.135 * wide, 0.33, 0.135 * wide), ellipse(x, y, 0.16, 0.19, 0.15, 0.15), softness=0.08
        )
        brush.lay(torso, coat, bulge=0.14)
        for lx, dy in ((0.02, 0.0), (0.20, 0.0)):
            brush.lay(limb(x, y, lx, 0.06 + dy, lx + 0.16, 0.045 + dy, 0.05, 0.045), coat, bulge=0.05, rim=0.35)
    animal_head(brush, attributes, coat, hx, hy)
    if wears and attributes.wears == "hat":
        hat(brush, wears, hx, hy + 0.165, 0.135)
    elif wears and attributes.wears == "scarf":
        scarf(brush, wears, hx, neck, 0.15)
    elif wears and attributes.wears == "bow tie":
        bow_tie(brush, wears, hx, neck - 0.005, 0.115)


def person_hair_behind(brush: Brush, attributes: Attributes, hy: float) -> None:
    if attributes.kind == "woman":
        long = join(
            ellipse(brush.x, brush.y, 0, hy + 0.03, 0.225, 0.215),
            box(brush.x, brush.y, 0, hy - 0.14, 0.205, 0.17, 0.08),
        )
        brush.lay(long, HAIR[attributes.hair], bulge=0.10)


def person_head(brush: Brush, attributes: Attributes, hy: float) -> None:
    x, y, skin, hair = brush.x, brush.y, SKINS[attributes.skin], HAIR[attributes.hair]
    for side in (-1, 1):
        brush.lay(ellipse(x, y, side * 0.182, hy - 0.015, 0.032, 0.042), skin, bulge=0.03)
    brush.lay(ellipse(x, y, 0, hy, 0.18, 0.175), skin, bulge=0.15)
    top = ellipse(x, y, 0, hy + 0.03, 0.198, 0.178)
    parting = 0.05 if attributes.kind == "woman" else -0.02
    fringe = ellipse(x, y, parting, hy - 0.10, 0.205, 0.185)
    brush.lay(np.maximum(top, -fringe), hair, bulge=0.06, rim=0.35)
    eyes(brush, attributes, 0, hy - 0.008, 0.075, 0.042)
    if attributes.kind == "woman":
        for side in (-1, 1):
            brush.lay(limb(x, y, side * 0.115, hy + 0.025, side * 0.142, hy + 0.048, 0.007), DARK, bulge=0, rim=0)
            brush.lay(ellipse(x, y, side * 0.115, hy - 0.075, 0.030, 0.020), (0.97, 0.55, 0.50), bulge=0, rim=0)
        lips = ellipse(x, y, 0, hy - 0.108, 0.030, 0.014)
        brush.lay(lips, (0.80, 0.22, 0.28), bulge=0, rim=0)
    else:
        for side in (-1, 1):
            brush.lay(limb(x, y, side * 0.045, hy + 0.058, side * 0.105, hy + 0.058, 0.013), hair, bulge=0, rim=0)
        mouth(brush, 0, hy - 0.112, 0.045)


def draw_person(brush: Brush, attributes: Attributes, pose: str) -> None:
    x, y, coat = brush.x, brush.y, coat_of(attributes, brush.x, brush.y)
    skin = SKINS[attributes.skin]
    wide = 0.82 if attributes.build == "slim" else 1.25
    drop = 0.16 if pose == "sitting" else 0.0
    hy, shoulder, hip = 0.76 - drop, 0.535 - drop, 0.25 - drop
    person_hair_behind(brush, attributes, hy)
    trousers: Colour = (0.22, 0.25, 0.36)
    legs = skin if attributes.kind == "woman" else trousers
    for side in (-1, 1):
        if pose == "sitting":
            leg = limb(x, y, side * 0.08 * wide, 0.12, side * 0.17 * wide, 0.055, 0.065, 0.05)
            shoe = ellipse(x, y, side * 0.20 * wide, 0.05, 0.055, 0.055)
        else:
            leg = limb(x, y, side * 0.075 * wide, hip + 0.05, side * 0.08 * wide, 0.05, 0.058 * wide, 0.048)
            shoe = ellipse(x, y, side * 0.095 * wide, 0.035, 0.068, 0.038)
        brush.lay(leg, legs, bulge=0.05)
        brush.lay(shoe, (0.30, 0.18, 0.14), bulge=0.03)
    for side in (-1, 1):
        up = pose == "waving" and side > 0
        hand = (side * (0.20 * wide + 0.12), shoulder + 0.16) if up else (side * (0.155 * wide + 0.055), hip + 0.03)
        brush.lay(limb(x, y, side * 0.105 * wide, shoulder - 0.035, *hand, 0.055, 0.045), coat, bulge=0.05)
        brush.lay(ellipse(x, y, *hand, 0.047, 0.047), skin, bulge=0.04)
    if attributes.kind == "woman":
        skirt = limb(x, y, 0, shoulder - 0.06, 0, hip + 0.01, 0.095 * wide, 0.185 * wide)
        body = np.maximum(
            join(skirt, ellipse(x, y, 0, shoulder - 0.05, 0.125 * wide, 0.075), softness=0.04), hip - 0.06 - y
        )
    else:
        body = box(x, y, 0, (shoulder + hip) / 2 + 0.005, 0.145 * wide, (shoulder - hip) / 2 + 0.03, 0.065)
    brush.lay(body, coat, bulge=0.12)
    brush.lay(limb(x, y, 0, shoulder, 0, shoulder + 0.06, 0.05), skin, bulge=0.05)
    wears = COLOURS.get(attributes.wears_colour)
    if wears and attributes.wears == "scarf":
        scarf(brush, wears, 0, shoulder + 0.025, 0.135)
    elif wears and attributes.wears == "bow tie":
        bow_tie(brush, wears, 0, shoulder + 0.005, 0.10)
    person_head(brush, attributes, hy)
    if wears and attributes.wears == "hat":
        hat(brush, wears, 0, hy + 0.135, 0.165)


def draw_figure(
    canvas: Canvas, attributes: Attributes, pose: str, x: float, ground: float, size: float, mirrored: bool, owner: int
) -> None:
    """Paints the creature with its feet at (x, ground) in canvas units, `size` high, and marks its pixels with `owner`.

    Its shadow falls on the ground around its feet but belongs to nobody."""
    rows, columns = canvas.part(x - 0.62 * size, x + 0.62 * size, ground - 0.12 * size, ground + 1.22 * size)
    if rows.stop <= rows.start or columns.stop <= columns.start:
        return
    local_x = (canvas.x[:, columns] - np.float32(x)) / np.float32(-size if mirrored else size)
    local_y = (canvas.y[rows] - np.float32(ground)) / np.float32(size)
    grid_x, grid_y = (np.ascontiguousarray(a) for a in np.broadcast_arrays(local_x, local_y))
    pixels = canvas.pixels[rows, columns]
    pixel = 1 / (canvas.owners.shape[0] * size)
    shadow = cover_of(ellipse(grid_x, grid_y, 0.02, 0.02, 0.34, 0.055), pixel, soft=0.10)
    blend(pixels, shadow * np.float32(0.38), (0.05, 0.05, 0.10))
    brush = Brush(pixels=pixels, cover=np.zeros(grid_x.shape, np.float32), x=grid_x, y=grid_y, pixel=pixel)
    if attributes.kind in PEOPLE:
        draw_person(brush, attributes, pose)
    else:
        draw_animal(brush, attributes, pose)
    owners = canvas.owners[rows, columns]
    owners[brush.cover > 0.5] = owner
