"""Composes scenes: who stands where in which place, the caption that tells it, the picture and the masks."""

import random
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pocket.world.attributes import PEOPLE, Attributes, random_attributes
from pocket.world.drawing import Canvas
from pocket.world.figures import draw_figure, poses_of
from pocket.world.places import PLACES, paint_place

RELATIONS = ("beside", "in front of", "holding")


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A creature in a scene: feet at (x, ground), `size` high, in units of the picture's height (y upwards)."""

    attributes: Attributes
    pose: str
    x: float
    ground: float
    size: float
    mirrored: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """Figures from left to right as the caption names them; `order` is the order of painting, back to front."""

    place: str
    place_seed: int
    figures: tuple[Figure, ...]
    order: tuple[int, ...]
    relation: str


def draw(scene: Scene, width: int = 256, height: int = 256) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The picture (height, width, 3) in 0..255 and the owners (height, width): 0 nobody, k the k-th figure from 1."""
    canvas = Canvas.blank(width, height)
    paint_place(canvas, scene.place, random.Random(scene.place_seed))
    for index in scene.order:
        f = scene.figures[index]
        draw_figure(canvas, f.attributes, f.pose, f.x, f.ground, f.size, f.mirrored, index + 1)
    return (np.clip(canvas.pixels, 0, 1) * 255 + 0.5).astype(np.uint8), canvas.owners


def _relation(rng: random.Random, cast: tuple[Attributes, ...]) -> str:
    if len(cast) != 2:
        return "beside"
    can_hold = cast[0].kind in PEOPLE and cast[1].kind not in PEOPLE
    return rng.choices(RELATIONS, weights=(6, 2, 2 if can_hold else 0))[0]


def compose(
    rng: random.Random, cast: tuple[Attributes, ...], place: str, *, poses: tuple[str, ...] = (), relation: str = ""
) -> Scene:
    """Places the cast, left to right, so that everyone can be seen; what is not given is drawn from `rng`."""
    count = len(cast)
    relation = relation or _relation(rng, cast)
    low, high = {1: (0.50, 0.70), 2: (0.42, 0.56), 3: (0.33, 0.42)}[count]
    size, figures = rng.uniform(low, high), []
    spread = [(k + 0.5) / count for k in range(count)]
    if count == 1:
        spread = [rng.uniform(0.32, 0.68)]
    for index, attributes in enumerate(cast):
        pose = poses[index] if poses else rng.choice(poses_of(attributes.kind))
        x, ground = spread[index] + rng.uniform(-0.03, 0.03), rng.uniform(0.05, 0.17)
        own = size * rng.uniform(0.92, 1.08) * (1.10 if attributes.kind in PEOPLE else 0.95)
        if relation == "in front of":  # the first stands before the second: lower, larger, overlapping
            x = 0.5 + (rng.choice((-1, 1)) if index == 0 else 0) * rng.uniform(0.10, 0.15)
            ground, own = (0.04, own) if index == 0 else (rng.uniform(0.18, 0.24), own * 1.15)
        if relation == "holding":
            x = 0.5 + rng.uniform(-0.08, 0.08) if index == 0 else figures[0].x
            pose = rng.choice(("standing",)) if index == 0 else "sitting"
            own = rng.uniform(0.62, 0.72) if index == 0 else figures[0].size * 0.46
            ground = rng.uniform(0.05, 0.12) if index == 0 else figures[0].ground + figures[0].size * 0.16
        mirrored = rng.random() < 0.5
        figures.append(Figure(attributes=attributes, pose=pose, x=x, ground=ground, size=own, mirrored=mirrored))
    order = sorted(range(count), key=lambda k: -figures[k].ground)
    if relation == "holding":
        order = [0, 1]
    return Scene(
        place=place, place_seed=rng.randrange(2**31), figures=tuple(figures), order=tuple(order), relation=relation
    )


def random_scene(rng: random.Random) -> Scene:
    """A scene of the pre-training world: one to three creatures, none of a held-out combination."""
    count = rng.choices((1, 2, 3), weights=(40, 36, 24))[0]
    cast = tuple(random_attributes(rng) for _ in range(count))
    return compose(rng, cast, rng.choice(list(PLACES)))
