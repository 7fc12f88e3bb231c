"""Scenes drawn by many processes into chunk files, read back by one trainer while more are being drawn."""

import json
import multiprocessing
import random
import time
from dataclasses import asdict, dataclass
from multiprocessing.context import SpawnProcess
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pocket.words import build_tokenizer
from pocket.world import draw, random_scene
from pocket.world.captions import caption

SCENES_PER_CHUNK = 256
CAPTIONS_PER_SCENE = 4
MOST_CHUNKS_WAITING = 400  # of 68 MB each


@dataclass(frozen=True, kw_only=True, slots=True)
class Chunk:
    """`pixels` (n, 256, 256, 3) in 0..255, `owners` (n, 256, 256), `tokens` (n, captions, 77), `scenes` as dicts."""

    pixels: NDArray[np.uint8]
    owners: NDArray[np.uint8]
    tokens: NDArray[np.int16]
    scenes: list[dict]


def render_chunk(seed: int, number: int, scenes_in_chunk: int = SCENES_PER_CHUNK) -> Chunk:
    """The chunk is the same whoever draws it: its random numbers depend on the seed and its number alone."""
    rng, tokenizer = random.Random(f"{seed} {number}"), build_tokenizer()
    pixels, owners, captions, scenes = [], [], [], []
    for _ in range(scenes_in_chunk):
        scene = random_scene(rng)
        picture, owner = draw(scene)
        pixels.append(picture)
        owners.append(owner)
        captions += [caption(scene, rng, tell=rng.choice((0.5, 0.5, 0.5, 0.9))) for _ in range(CAPTIONS_PER_SCENE)]
        scenes.append(asdict(scene))
    tokens = tokenizer(captions, padding="max_length", truncation=True, max_length=77).input_ids
    return Chunk(
        pixels=np.stack(pixels),
        owners=np.stack(owners),
        tokens=np.asarray(tokens, np.int16).reshape(scenes_in_chunk, CAPTIONS_PER_SCENE, 77),
        scenes=scenes,
    )


def write_chunks(folder: Path, seed: int, first: int, step: int) -> None:
    """Draws the chunks `first`, `first + step`, ... for ever, pausing while too many wait to be read."""
    number = first
    while True:
        while len(list(folder.glob("chunk-*.npz"))) >= MOST_CHUNKS_WAITING:
            time.sleep(1)
        chunk, path = render_chunk(seed, number), folder / f"chunk-{number:06d}.npz"
        whole = path.with_suffix(".part")
        with whole.open("wb") as file:
            np.savez(
                file, pixels=chunk.pixels, owners=chunk.owners, tokens=chunk.tokens, scenes=json.dumps(chunk.scenes)
            )
        whole.rename(path)
        number += step


def read_chunk(path: Path) -> Chunk:
    with np.load(path) as file:
        return Chunk(
            pixels=file["pixels"], owners=file["owners"], tokens=file["tokens"], scenes=json.loads(str(file["scenes"]))
        )


def start_drawing(folder: Path, seed: int, processes: int) -> list[SpawnProcess]:
    """Processes that draw until they are ended; they end with the trainer."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = [int(path.stem.split("-")[1]) for path in folder.glob("chunk-*.npz")]
    first = max(drawn, default=-1) + 1
    workers = [
        multiprocessing.get_context("spawn").Process(
            target=write_chunks, args=(folder, seed, first + worker, processes), daemon=True
        )
        for worker in range(processes)
    ]
    for worker in workers:
        worker.start()
    return workers
