"""`python -m benchmarks.together.likeness`: does the likeness that is said of everybody tell who is itself?

The same pictures as benchmarks.together makes (those in the work folder are not made again), of the base model alone,
of the sum, and of the product's way. Each subject's likeness to its photos (pipeline.multi_subject.likeness) stands
beside the share of its attributes that the exact readers see.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from PIL import Image

from benchmarks.pocket.pictures import load_pocket
from benchmarks.pocket.reading import readers
from benchmarks.pocket.subjects import Pupil, take_photos
from benchmarks.pocket.tables import markdown, write_json
from benchmarks.together import cells
from benchmarks.together.__main__ import ARMS, Laboratory, cell_arguments, chosen
from benchmarks.together.cells import CELLS, Wanted
from benchmarks.together.judging import MOST_OWN, alike, assigned
from pipeline.families.loaded_model import LoadedModel
from pipeline.multi_subject import likeness
from pipeline.multi_subject.likeness import ReferenceFeatures
from pipeline.multi_subject.wording import SubjectWords

WAYS = ("base model", "sum", "ours")
LINES = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9)  # of the bins of likeness, each to the next one


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """A figure: its likeness, and the share of its attributes that are right; None where the readers do not see it."""

    way: str
    likeness: float
    share: float | None


def portrait_of(loaded: LoadedModel, pupil: Pupil, arguments: argparse.Namespace) -> ReferenceFeatures:
    """From the photos of its lesson."""
    files = take_photos(pupil, arguments.work / "photos" / f"{arguments.seed}-{pupil.name}")
    return likeness.reference(loaded, [Image.open(file).convert("RGB") for file in files], pupil.kind)


def compare(
    loaded: LoadedModel,
    references: dict[str, ReferenceFeatures],
    people: Sequence[Pupil],
    one: Wanted,
    pixels: np.ndarray,
    reading: readers.Reading,
    way: str,
) -> list[Compared]:
    named = [SubjectWords(words=pupil.words, noun=pupil.kind) for pupil in people]
    seen = likeness.detect_subjects(loaded, Image.fromarray(pixels), named, [None] * len(people), one.prompt)
    answers = []
    for pupil, creature, detected in zip(people, assigned(people, reading), seen, strict=True):
        like = references[pupil.name].likeness(detected)
        share = None if creature is None else alike(pupil, creature) / len(pupil.attributes.named())
        answers.append(Compared(way=way, likeness=like, share=share))
    return answers


def area_under_the_curve(found: Sequence[Compared]) -> float:
    """How often one that is itself has the higher likeness than one that is not (0.5: by chance); nan without both."""
    mine = [one.likeness for one in found if one.share is not None and one.share >= MOST_OWN]
    others = [one.likeness for one in found if one.share is not None and one.share < MOST_OWN]
    pairs = [(a > b) + (a == b) / 2 for a in mine for b in others]
    return float(np.mean(pairs)) if pairs else float("nan")


def run(arguments: argparse.Namespace) -> None:
    laboratory = Laboratory(arguments)
    loaded = load_pocket(arguments.model, arguments.device)
    references = {pupil.name: portrait_of(loaded, pupil, arguments) for pupil in laboratory.school}
    found: list[Compared] = []
    for cell_name in chosen(arguments.cells, list(CELLS)):
        cell = CELLS[cell_name]
        for some in cells.wanted(cell, laboratory.school, arguments.pictures, arguments.seed):
            people = [laboratory.school[k] for k in some[0].cast]
            for way in WAYS:
                pictures, _ = laboratory.pictures(f"{cell_name}-{way}", cell, some, ARMS[way])
                about = partial(compare, loaded, references, people)
                for one, pixels, reading in zip(some, pictures, readers.read(pictures, laboratory.model), strict=True):
                    found += about(one, pixels, reading, way)
    seen = [one for one in found if one.share is not None]
    rows = []
    for low, high in zip(LINES, (*LINES[1:], 1.01), strict=True):
        some = [one.share for one in seen if low <= one.likeness < high and one.share is not None]
        whole = sum(share >= MOST_OWN for share in some)
        rows.append([f"{low:.1f} to {min(high, 1):.1f}", len(some), f"{100 * np.mean(some):.0f} %", whole])
    print(markdown(["likeness", "figures", "attributes right", "with four fifths of them"], rows))
    for way in WAYS:
        likes = [one.likeness for one in seen if one.way == way]
        gone = sum(one.share is None and one.way == way for one in found)
        print(f"{way}: {np.mean(likes):.2f} on average, {len(likes)} figures ({gone} are not there)")
    ours = [one for one in seen if one.way == "ours"]
    print(f"area under the curve: {area_under_the_curve(seen):.3f}; of ours alone {area_under_the_curve(ours):.3f}")
    write_json(arguments.work / "likeness.json", {"found": [[one.way, one.likeness, one.share] for one in found]})


if __name__ == "__main__":
    run(cell_arguments(__doc__).parse_args())
