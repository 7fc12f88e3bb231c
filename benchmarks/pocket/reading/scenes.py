"""Scenes with their truth, drawn by many processes, for the readers' training and for their examination."""

import multiprocessing
import multiprocessing.pool
import queue
import random
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pocket.world import Attributes, Figure, Scene, draw
from pocket.world.attributes import (
    BUILDS,
    COLOURS,
    EYES,
    HAIR,
    KINDS,
    PATTERNS,
    PEOPLE,
    WEARS,
    any_attributes,
    random_attributes,
)
from pocket.world.drawing import Canvas
from pocket.world.figures import draw_figure
from pocket.world.places import PLACES
from pocket.world.scenes import compose

SCENES_PER_CHUNK = 64
MOST_FIGURES = 3
NAMES = Attributes.NAMED
VALUES: dict[str, tuple[str, ...]] = {
    "colour": tuple(COLOURS),
    "pattern": PATTERNS,
    "pattern_colour": tuple(COLOURS),
    "eyes": tuple(EYES),
    "hair": tuple(HAIR),
    "wears": WEARS,
    "wears_colour": tuple(COLOURS),
    "build": BUILDS,
}
ANIMAL_HEADS = {"sitting": (0.0, 0.64), "standing": (0.20, 0.66), "lying": (0.19, 0.40)}
PEOPLE_HEADS = {"sitting": (0.0, 0.60), "standing": (0.0, 0.76), "waving": (0.0, 0.76)}

# What counts as visible enough to be examined, in pixels of a 256x256 picture.
LEAST_CHANGE = 0.10  # a pixel shows an attribute if another value would change one of its channels by this much (0..1)
LEAST_PIXELS = 40  # and the attribute is visible if this many pixels show it
LEAST_SHARE = 0.30  # a creature is visible if this share of its silhouette, and its eyes, are seen
TEST_SIDE = 128  # visibility is counted at half the size


@dataclass(frozen=True, kw_only=True, slots=True)
class Chunk:
    """`pixels` (n, 256, 256, 3), `owners` (n, 256, 256) with 0 for nobody, `kinds` (n, 3) and `attributes` (n, 3, 8) as
    indices with -1 for none, `heads` (n, 3, 2) in 0..1 from the upper left, `places` (n,)."""

    pixels: NDArray[np.uint8]
    owners: NDArray[np.uint8]
    kinds: NDArray[np.int8]
    attributes: NDArray[np.int8]
    heads: NDArray[np.float32]
    places: NDArray[np.int8]


def head_of(figure: Figure) -> tuple[float, float]:
    """The middle of the figure's head, in 0..1 from the upper left of a square picture."""
    heads = PEOPLE_HEADS if figure.attributes.kind in PEOPLE else ANIMAL_HEADS
    x, y = heads[figure.pose]
    return figure.x + (-x if figure.mirrored else x) * figure.size, 1 - (figure.ground + y * figure.size)


def reader_scene(rng: random.Random) -> Scene:
    """Like a scene of the pre-training world, but half of the scenes may have held-out combinations as well."""
    count = rng.choices((1, 2, 3), weights=(40, 45, 15))[0]
    of = any_attributes if rng.random() < 0.5 else random_attributes
    return compose(rng, tuple(of(rng) for _ in range(count)), rng.choice(list(PLACES)))


def truth_of(scenes: list[Scene]) -> dict[str, NDArray]:
    """The chunk's arrays but for the pixels."""
    n = len(scenes)
    kinds = np.full((n, MOST_FIGURES), -1, np.int8)
    attributes = np.full((n, MOST_FIGURES, len(NAMES)), -1, np.int8)
    heads = np.zeros((n, MOST_FIGURES, 2), np.float32)
    for row, scene in enumerate(scenes):
        for index, figure in enumerate(scene.figures):
            kinds[row, index] = KINDS.index(figure.attributes.kind)
            heads[row, index] = head_of(figure)
            for column, name in enumerate(NAMES):
                value = getattr(figure.attributes, name)
                attributes[row, index, column] = VALUES[name].index(value) if value else -1
    places = np.asarray([list(PLACES).index(scene.place) for scene in scenes], np.int8)
    return {"kinds": kinds, "attributes": attributes, "heads": heads, "places": places}


def draw_chunk(job: tuple[int, int]) -> Chunk:
    """The chunk of a seed and a number: always the same one."""
    seed, number = job
    rng = random.Random(f"readers {seed} {number}")
    scenes = [reader_scene(rng) for _ in range(SCENES_PER_CHUNK)]
    pictures = [draw(scene) for scene in scenes]
    pixels, owners = (np.stack([picture[k] for picture in pictures]) for k in range(2))
    return Chunk(pixels=pixels, owners=owners, **truth_of(scenes))


@dataclass(frozen=True, kw_only=True, slots=True)
class Examined:
    """A scene to be read. `visible` says for each figure whether it counts ("kind") and which attributes do."""

    scene: Scene
    pixels: NDArray[np.uint8]
    visible: tuple[frozenset[str], ...]


def _another(name: str, attributes: Attributes) -> Attributes:
    """The same creature with another value of one attribute: for a colour the one farthest from it."""
    value = getattr(attributes, name)
    if name == "wears":
        return replace(
            attributes,
            wears="bow tie" if value == "nothing" else "nothing",
            wears_colour="blue" if value == "nothing" else "",
        )
    if name == "pattern":
        name, value = ("colour", attributes.colour) if value == "plain" else (name, value)
        if name == "pattern":
            return replace(attributes, pattern="plain", pattern_colour="")
    if name == "build":
        return replace(attributes, build="round" if value == "slim" else "slim")
    table = {"eyes": EYES, "hair": HAIR}.get(name, COLOURS)
    far = max(table, key=lambda other: sum((a - b) ** 2 for a, b in zip(table[other], table[value], strict=True)))
    return replace(attributes, **{name: far})


def _cast(scene: Scene, looks: dict[int, Attributes], only: int | None = None) -> Canvas:
    """The scene's figures on nothing, some of them with other looks."""
    canvas = Canvas.blank(TEST_SIDE, TEST_SIDE)
    canvas.pixels[:] = 0.5
    for index in scene.order:
        f = scene.figures[index]
        if only in (None, index):
            draw_figure(canvas, looks.get(index, f.attributes), f.pose, f.x, f.ground, f.size, f.mirrored, index + 1)
    return canvas


def visible_in(scene: Scene) -> tuple[frozenset[str], ...]:
    """For each figure the attributes that show: those whose change to another value would change enough pixels."""
    whole, answers = _cast(scene, {}), []
    scale = (256 / TEST_SIDE) ** 2
    for index, figure in enumerate(scene.figures):
        seen = set()
        for name in figure.attributes.named():
            changed = np.abs(_cast(scene, {index: _another(name, figure.attributes)}).pixels - whole.pixels).max(-1)
            if (changed >= LEAST_CHANGE).sum() * scale >= LEAST_PIXELS:
                seen.add(name)
        share = (whole.owners == index + 1).sum() / max(1, (_cast(scene, {}, only=index).owners == index + 1).sum())
        if share >= LEAST_SHARE and "eyes" in seen:
            seen.add("kind")
        answers.append(frozenset(seen))
    return tuple(answers)


def draw_examined(job: tuple[int, int]) -> Examined:
    """The examination's scene of a seed and a number; its random numbers are never those of a training chunk."""
    scene = reader_scene(random.Random(f"examination {job[0]} {job[1]}"))
    return Examined(scene=scene, pixels=draw(scene)[0], visible=visible_in(scene))


class Drawing:
    """Processes that draw scenes: the examination's first, then chunks until the block is left."""

    def __init__(self, processes: int, seed: int, most_waiting: int = 64) -> None:
        self.seed = seed
        self.pool = multiprocessing.get_context("spawn").Pool(processes)
        self.room = threading.Semaphore(most_waiting)
        self.over = threading.Event()

    def __enter__(self) -> "Drawing":
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.room.release()  # the pool waits for its own thread, which may be waiting for room
        self.pool.terminate()

    def examination(self, scenes: int) -> multiprocessing.pool.AsyncResult:
        """Starts drawing the examination; `.get()` waits for it."""
        return self.pool.map_async(draw_examined, [(self.seed, number) for number in range(scenes)], chunksize=4)

    def _jobs(self) -> Iterator[tuple[int, int]]:
        number = 0
        while self.room.acquire() and not self.over.is_set():
            yield self.seed, number
            number += 1

    def chunks(self) -> Iterator[Chunk]:
        """Chunks as they are finished, without end; a chunk not taken makes the processes wait."""
        for chunk in self.pool.imap_unordered(draw_chunk, self._jobs()):
            self.room.release()
            yield chunk


class Arriving:
    """Chunks fetched in a thread of their own, so that training does not wait for them."""

    def __init__(self, chunks: Iterator[Chunk]) -> None:
        self._arrived: queue.Queue[Chunk] = queue.Queue(maxsize=8)
        threading.Thread(target=self._fetch, args=(chunks,), daemon=True).start()

    def _fetch(self, chunks: Iterator[Chunk]) -> None:
        for chunk in chunks:
            self._arrived.put(chunk)

    def take(self, wait: bool = False) -> Chunk | None:
        """The next chunk; None if none has arrived and it is not waited for."""
        try:
            return self._arrived.get(block=wait)
        except queue.Empty:
            return None
