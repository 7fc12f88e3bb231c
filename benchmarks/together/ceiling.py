"""`python -m benchmarks.together.ceiling`: what the autoencoder alone leaves of several subjects in one picture.

The casts and places of the laboratory's cells, drawn by the world's own code with everybody's true looks, sent through
the pocket model's autoencoder and back, and judged like any picture: no lesson and no method can have more.
"""

import argparse
import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from benchmarks.pocket.pictures import SETTINGS, load_pocket
from benchmarks.pocket.reading import readers
from benchmarks.pocket.subjects import Pupil, pupils
from benchmarks.pocket.tables import markdown, write_json
from benchmarks.pocket.words import arguments_of
from benchmarks.together.__main__ import DEFAULT_CELLS
from benchmarks.together.arms import to_pixels
from benchmarks.together.cells import CELLS, Wanted, wanted
from benchmarks.together.judging import Found, judge
from pipeline import generate
from pipeline.families.loaded_model import LoadedModel
from pocket.world import draw
from pocket.world.scenes import compose

ROWS = ("strict success", "all there", "count right", "own attributes", "transferred")
BATCH = 10


def drawn(one: Wanted, people: Sequence[Pupil]) -> NDArray[np.uint8]:
    """(256, 256, 3): the picture that is asked for, as it should be; poses and places by its seed."""
    looks = tuple(pupil.attributes for pupil in people)
    return draw(compose(random.Random(one.seed), looks, one.place, relation="beside"))[0]


def through(loaded: LoadedModel, pictures: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Pictures (n, 256, 256, 3) in 0..255 as latents and back."""
    latents = generate.latents_of(loaded, [Image.fromarray(picture) for picture in pictures], SETTINGS)
    return np.concatenate([to_pixels(loaded.decode_latents(part)) for part in latents.split(BATCH)])


def run(arguments: argparse.Namespace) -> None:
    loaded = load_pocket(arguments.model, arguments.device)
    model = readers.load(arguments.readers, arguments.device)
    school = pupils(10, arguments.seed)
    rows, figures = [], {}
    for cell in DEFAULT_CELLS:
        found = {"as drawn": Found(), "through the autoencoder": Found()}
        for some in wanted(CELLS[cell], school, arguments.pictures, arguments.seed):
            people = [school[k] for k in some[0].cast]
            pictures = np.stack([drawn(one, people) for one in some])
            for way, seen in zip(found.values(), (pictures, through(loaded, pictures)), strict=True):
                for one, reading in zip(some, readers.read(seen, model), strict=True):
                    judge(people, one.place, reading, way)
        rows += [[cell, name, *(way.shares[row] for row in ROWS)] for name, way in found.items()]
        figures[cell] = {name: {row: way.shares[row].to_json() for row in ROWS} for name, way in found.items()}
    print(markdown(["cell", "pictures", *ROWS], rows))
    write_json(arguments.work / "together" / "ceiling.json", {"pictures": arguments.pictures, "cells": figures})


if __name__ == "__main__":
    command = arguments_of(__doc__)
    command.add_argument("--pictures", type=int, default=60, help="of each cell")
    run(command.parse_args())
