"""`python -m benchmarks.pocket.one_creature`: is exactly one creature there where one was asked for?

The two subjects of the sample photos and the first of benchmarks.pocket.teaching's ten, each asked for by its name
alone in every one of the ten places ("dumpling cat on the beach"), at the page's own settings; the readers count.
`--preset taught` takes the files that come with the sample photos; "quick" and the other presets give lessons, on the
photos that the page would not keep aside.
"""

import argparse
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.pocket.lessons import give_lessons, make_taught
from benchmarks.pocket.pictures import Shot, kept, load_pocket, write_sheet
from benchmarks.pocket.reading import readers
from benchmarks.pocket.reading.readers import Reading
from benchmarks.pocket.subjects import SAMPLES, Pupil, pupils, seen_as
from benchmarks.pocket.tables import Share, markdown, write_json
from benchmarks.pocket.teaching import lesson_arguments
from pipeline.families.loaded_model import LoadedModel
from pocket.world.figures import poses_of
from pocket.world.places import PLACES
from studio.photos.held_out import held_out
from studio.photos.sample_photos import SAMPLES_FOLDER, sample_subjects

BAR = 0.97
TAUGHT = "taught"
ROWS = ("one creature", "of its kind", "attributes", "place")


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """One subject's shares by row, and the seeds of the pictures in which the readers do not count one."""

    shares: Mapping[str, Share]
    missed: tuple[int, ...]


def sample_pupils(seed: int = 0) -> list[Pupil]:
    """The subjects of the sample photos, without the photos that a lesson of that seed keeps aside."""
    looks = {sample.stem: sample.attributes for sample in SAMPLES}
    answers = []
    for sample in sample_subjects():
        aside = held_out(len(sample.photo_files), seed)
        answers.append(
            Pupil(
                name=sample.stem,
                attributes=looks[sample.stem],
                photo_places=(),
                photo_poses=poses_of(sample.kind),
                places=tuple(PLACES),
                pose="",
                seed=seed,
                photos=tuple(photo for number, photo in enumerate(sample.photo_files) if number not in aside),
            )
        )
    return answers


def shots(pupil: Pupil, count: int, first_seed: int) -> list[tuple[str, Shot]]:
    """(place, shot): the subject in every place in turn, each with a seed of its own."""
    places = list(PLACES)
    asked = [(places[number % len(places)], first_seed + number) for number in range(count)]
    return [(place, Shot(prompt=f"{pupil.words} {PLACES[place].phrase}", seed=seed)) for place, seed in asked]


def count(pupil: Pupil, asked: Sequence[tuple[str, Shot]], readings: Sequence[Reading]) -> Counted:
    """What the readers see in the pictures of one subject."""
    shares, missed = {row: Share() for row in ROWS}, []
    for (place, shot), reading in zip(asked, readings, strict=True):
        found = seen_as(reading, pupil.kind)
        shares["one creature"].add(len(reading.creatures) == 1)
        shares["of its kind"].add(found is not None and found.kind == pupil.kind)
        shares["place"].add(reading.place == place)
        for name, value in pupil.attributes.named().items():
            shares["attributes"].add(found is not None and found.attributes.get(name) == value)
        if len(reading.creatures) != 1:
            missed.append(shot.seed)
    return Counted(shares=shares, missed=tuple(missed))


def files_of(cast: Sequence[Pupil], arguments: argparse.Namespace) -> dict[str, Path]:
    """The LoRA files by the subjects' names; lessons that are missing are given."""
    if arguments.preset == TAUGHT:
        return {pupil.name: SAMPLES_FOLDER / pupil.name / "taught" / f"{pupil.name}.safetensors" for pupil in cast}
    return give_lessons(cast, arguments)


def _made(
    pupil: Pupil, file: Path, asked: Sequence[tuple[str, Shot]], loaded: LoadedModel, arguments: argparse.Namespace
) -> NDArray[np.uint8]:
    """The pictures, those of each ten kept as soon as they are there: on a CPU they take minutes."""
    parts = []
    for some in (asked[first : first + 10] for first in range(0, len(asked), 10)):
        kept_as = arguments.work / f"one-{arguments.preset}-{file.stem}-{some[0][1].seed}-{len(some)}.npy"
        parts.append(kept(kept_as, partial(make_taught, loaded, [file], [shot for _, shot in some])))
    return np.concatenate(parts)


def run(arguments: argparse.Namespace) -> None:
    began = time.monotonic()
    cast = sample_pupils()
    if arguments.preset != TAUGHT:
        cast += pupils(arguments.subjects, arguments.seed)
    files = files_of(cast, arguments)
    loaded = load_pocket(arguments.model, arguments.device)
    model = readers.load(arguments.readers, arguments.device)
    each = 2 if arguments.quick else -(-arguments.pictures // len(cast))
    counted, sheets = dict[str, Counted](), []
    for number, pupil in enumerate(cast):
        asked = shots(pupil, each, arguments.first_seed + number * each)
        pictures = _made(pupil, files[pupil.name], asked, loaded, arguments)
        sheets.append(pictures)
        counted[pupil.words] = found = count(pupil, asked, readers.read(pictures, model))
        print(f"{pupil.words}: {found.shares['one creature']}, else with seeds {list(found.missed)}", flush=True)
    all_of = {
        row: Share(
            right=sum(found.shares[row].right for found in counted.values()),
            of=sum(found.shares[row].of for found in counted.values()),
        )
        for row in ROWS
    }
    rows = [[words, *(found.shares[row] for row in ROWS)] for words, found in counted.items()]
    print(markdown([f"{arguments.preset}", *ROWS], [*rows, ["all", *(all_of[row] for row in ROWS)]]))
    print(f"bar: {100 * BAR:.0f} % with one creature; {time.monotonic() - began:.0f} s")
    write_sheet(arguments.work / f"one_creature-{arguments.preset}.jpg", np.concatenate(sheets), columns=10)
    subjects = {
        words: {"missed": found.missed, **{row: share.to_json() for row, share in found.shares.items()}}
        for words, found in counted.items()
    }
    facts = {"preset": arguments.preset, "seed": arguments.seed, "first_seed": arguments.first_seed, "bar": BAR}
    measured = {row: share.to_json() for row, share in all_of.items()}
    write_json(
        arguments.work / f"one_creature-{arguments.preset}.json", {**facts, "measured": measured, "subjects": subjects}
    )


if __name__ == "__main__":
    command = lesson_arguments(__doc__, beside=(TAUGHT,))
    command.add_argument("--subjects", type=int, default=2, help="of the ten, beside those of the sample photos")
    command.add_argument("--pictures", type=int, default=100, help="of all subjects together")
    command.add_argument("--first-seed", type=int, default=5000)
    run(command.parse_args())
