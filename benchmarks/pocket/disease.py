"""`python -m benchmarks.pocket.disease`: what becomes of two subjects when their LoRAs are summed?

Four pairs of the subjects of benchmarks.pocket.teaching (their lessons are used where they are in the work folder),
ten pictures of each pair, each LoRA at full strength. For every picture: how many creatures there are, whether each
subject's kind is there, and for the creature of each kind which attributes are its own and which are the other's,
counted where the two differ. Beside it each LoRA alone, with the same places and seeds. A finding; it has no bar.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.pocket.lessons import give_lessons, make_taught
from benchmarks.pocket.pictures import Shot, kept, load_pocket, write_sheet
from benchmarks.pocket.reading import readers
from benchmarks.pocket.reading.readers import Creature, Reading
from benchmarks.pocket.subjects import Pupil, pupils
from benchmarks.pocket.tables import Share, markdown, write_json
from benchmarks.pocket.teaching import lesson_arguments
from benchmarks.pocket.words import of_kind
from pipeline.families.loaded_model import LoadedModel
from pocket.world.places import PLACES

PAIRS = ((0, 1), (6, 4), (8, 9), (2, 3))  # of the cast: cat and dog, cat and woman, woman and man, rabbit and bear
PICTURES = 10
ROWS = (
    "both there",
    "exactly two creatures",
    "attributes its own, where the two differ",
    "attributes the other's, where the two differ",
    "attributes of neither, where the two differ",
    "all attributes its own",
    "both there with all attributes their own",
    "place",
)


def shots_of(pair: tuple[Pupil, Pupil], count: int, seed: int) -> list[tuple[str, Shot, tuple[Shot, Shot]]]:
    """Place, the shot of both, and the shots of each alone."""
    rng, answers = random.Random(f"pair {seed} {pair[0].name} {pair[1].name}"), []
    places = rng.sample(list(PLACES), len(PLACES))
    for number in range(count):
        place, own = places[number % len(places)], rng.randrange(2**31)
        phrase = PLACES[place].phrase
        both = Shot(prompt=f"a photo of {pair[0].words} and {pair[1].words} {phrase}", seed=own)
        one, two = (Shot(prompt=f"a photo of {pupil.words} {phrase}", seed=own) for pupil in pair)
        answers.append((place, both, (one, two)))
    return answers


def judge_looks(own: Pupil, other: Pupil, found: Creature, shares: dict[str, Share]) -> bool:
    """Whether every attribute that applies is its own; whose they are is counted where the two differ."""
    mine = own.attributes.named()
    theirs = other.attributes.named()
    for name, value in mine.items():
        if name in theirs and theirs[name] != value:
            seen = found.attributes.get(name)
            shares[ROWS[2]].add(seen == value)
            shares[ROWS[3]].add(seen == theirs[name])
            shares[ROWS[4]].add(seen not in (value, theirs[name]))
    whole = all(found.attributes.get(name) == value for name, value in mine.items())
    shares[ROWS[5]].add(whole)
    return whole


def judge_pair(
    pair: tuple[Pupil, Pupil], places: Sequence[str], readings: Sequence[Reading], shares: dict[str, Share]
) -> Counter[int]:
    """Counts one pair's pictures into `shares`; gives how many creatures each picture has."""
    counts: Counter[int] = Counter()
    for place, reading in zip(places, readings, strict=True):
        counts[len(reading.creatures)] += 1
        found = [of_kind(reading, pupil.kind) for pupil in pair]
        shares["place"].add(reading.place == place)
        shares["both there"].add(all(found))
        shares["exactly two creatures"].add(len(reading.creatures) == 2)
        whole = []
        for index, creature in enumerate(found):
            whole.append(creature is not None and judge_looks(pair[index], pair[1 - index], creature, shares))
        shares["both there with all attributes their own"].add(all(whole))
    return counts


def judge_alone(
    pair: tuple[Pupil, Pupil], index: int, places: Sequence[str], readings: Sequence[Reading], shares: dict[str, Share]
) -> None:
    """The same attributes (those in which the two differ) where only one of the two is asked for."""
    for place, reading in zip(places, readings, strict=True):
        shares["place"].add(reading.place == place)
        found = of_kind(reading, pair[index].kind)
        if found:
            judge_looks(pair[index], pair[1 - index], found, shares)


def pictures_of(
    pair: tuple[Pupil, Pupil],
    chosen: Sequence[int],
    shots: Sequence[Shot],
    files: Mapping[str, Path],
    loaded: LoadedModel,
    arguments: argparse.Namespace,
) -> NDArray[np.uint8]:
    """The shots with the LoRAs of one or both of the pair at full strength, kept in the work folder."""
    stems = "+".join(files[pair[index].name].stem for index in chosen)
    beside = pair[0].name if len(chosen) == 2 else f"{pair[0].name}-{pair[1].name}"
    own = [files[pair[index].name] for index in chosen]
    file = arguments.work / f"disease-{beside}-{stems}-{len(shots)}.npy"
    return kept(file, lambda: make_taught(loaded, own, shots))


def run(arguments: argparse.Namespace) -> None:
    began = time.monotonic()
    school = pupils(10, arguments.seed)
    pairs = [(school[a], school[b]) for a, b in (PAIRS[:1] if arguments.quick else PAIRS)]
    files = give_lessons([pupil for pair in pairs for pupil in pair], arguments)
    loaded = load_pocket(arguments.model, arguments.device)
    model = readers.load(arguments.readers, arguments.device)
    summed, alone = ({row: Share() for row in ROWS} for _ in range(2))
    counts: Counter[int] = Counter()
    sheets, by_pair = [], []
    for pair in pairs:
        shots = shots_of(pair, 2 if arguments.quick else PICTURES, arguments.seed)
        places = [place for place, _, _ in shots]
        pictures = pictures_of(pair, [0, 1], [both for _, both, _ in shots], files, loaded, arguments)
        sheets.append(pictures)
        read = readers.read(pictures, model)
        own = {row: Share() for row in ROWS}
        judge_pair(pair, places, read, own)
        by_pair.append((pair, own))
        counts += judge_pair(pair, places, read, summed)
        for index in range(2):
            single = pictures_of(pair, [index], [each[index] for _, _, each in shots], files, loaded, arguments)
            judge_alone(pair, index, places, readers.read(single, model), alone)
    rows = [[row, summed[row], alone[row] if alone[row].of else ""] for row in ROWS]
    print(markdown(["found", "the two LoRAs summed", "each LoRA alone"], rows))
    looks = [[f"{a.words} and {b.words}", *(own[row] for row in ROWS[:4])] for (a, b), own in by_pair]
    print("\n" + markdown(["pair", *ROWS[:4]], looks))
    print(f"\ncreatures in a picture: {dict(sorted(counts.items()))}; {time.monotonic() - began:.0f} s")
    write_sheet(arguments.work / "disease.jpg", np.concatenate(sheets))
    facts = {"preset": arguments.preset, "seed": arguments.seed, "creatures": dict(sorted(counts.items()))}
    measured = {row: {"summed": summed[row].to_json(), "alone": alone[row].to_json()} for row in ROWS}
    each = {f"{a.words} and {b.words}": {row: own[row].to_json() for row in ROWS} for (a, b), own in by_pair}
    write_json(arguments.work / "disease.json", {**facts, "measured": measured, "pairs": each})


if __name__ == "__main__":
    run(lesson_arguments(__doc__).parse_args())
