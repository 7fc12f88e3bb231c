"""`python -m benchmarks.pocket.teaching`: does a lesson teach what a subject looks like?

Ten creatures of combinations that pre-training never drew, six renders of each as photos, the product's own lesson,
and twenty pictures of each in places and a pose that are not in the photos. Every attribute that applies is compared
with what the readers see; where nobody is seen all of them are wrong. Beside it what the base model gives for the kind
alone, with the same seeds: right by chance. A lesson whose file is in the work folder already is not given again.
"""

import argparse
import json
import time
from collections.abc import Sequence
from functools import partial

import numpy as np

from benchmarks.pocket.lessons import give_lessons, make_taught
from benchmarks.pocket.pictures import kept, load_pocket, make, write_sheet
from benchmarks.pocket.reading import readers
from benchmarks.pocket.reading.readers import Reading
from benchmarks.pocket.subjects import Ask, Pupil, asks, pupils, seen_as
from benchmarks.pocket.tables import Share, markdown, write_json
from benchmarks.pocket.words import arguments_of

BARS = {"attributes": 0.85, "place": 0.85}
SUBJECTS, PICTURES = 10, 20


def compare(pupil: Pupil, asked: Sequence[Ask], readings: Sequence[Reading], into: dict[str, Share]) -> None:
    """Counts attributes (all together and each by name), place and kind of one pupil's pictures."""
    for ask, reading in zip(asked, readings, strict=True):
        found = seen_as(reading, pupil.kind)
        into.setdefault("place", Share()).add(reading.place == ask.place)
        into.setdefault("kind", Share()).add(found is not None and found.kind == pupil.kind)
        into.setdefault("one creature", Share()).add(len(reading.creatures) == 1)
        for name, value in pupil.attributes.named().items():
            right = found is not None and found.attributes.get(name) == value
            into.setdefault("attributes", Share()).add(right)
            into.setdefault(name, Share()).add(right)


def run(arguments: argparse.Namespace) -> None:
    began = time.monotonic()
    class_of = pupils(2 if arguments.quick else arguments.subjects, arguments.seed)
    files = give_lessons(class_of, arguments)
    taught = time.monotonic() - began
    loaded = load_pocket(arguments.model, arguments.device)
    model = readers.load(arguments.readers, arguments.device)
    asked = [asks(pupil, 2 if arguments.quick else arguments.pictures) for pupil in class_of]
    by_name: dict[str, Share] = {}
    by_chance: dict[str, Share] = {}
    each, sheets = [], []
    about = f"{arguments.seed}-{len(asked[0])}"
    unnamed = kept(
        arguments.work / f"unnamed-{about}.npy", lambda: make(loaded, [ask.unnamed for some in asked for ask in some])
    )
    for index, (pupil, some) in enumerate(zip(class_of, asked, strict=True)):
        file = arguments.work / f"{files[pupil.name].stem}-{about}.npy"
        pictures = kept(file, partial(make_taught, loaded, [files[pupil.name]], [ask.shot for ask in some]))
        sheets.append(pictures)
        own: dict[str, Share] = {}
        read = readers.read(pictures, model)
        compare(pupil, some, read, own)
        compare(pupil, some, read, by_name)
        compare(pupil, some, readers.read(unnamed[index * len(some) :][: len(some)], model), by_chance)
        each.append((pupil, own))
    order = ["attributes", "place", "kind", "one creature"]
    order += [name for name in by_name if name not in order]
    bars = [f"{100 * BARS[name]:.0f} %" if name in BARS else "" for name in order]
    rows = [[n.replace("_", " "), by_name[n], by_chance[n], bar] for n, bar in zip(order, bars, strict=True)]
    print(markdown(["right", f"taught ({arguments.preset})", "by chance (base model, kind alone)", "bar"], rows))
    looks = [[p.words, ", ".join(p.attributes.named().values()), s["attributes"], s["place"]] for p, s in each]
    print("\n" + markdown(["subject", "looks", "attributes right", "place right"], looks))
    print(f"\nlessons {taught:.0f} s, all {time.monotonic() - began:.0f} s")
    write_sheet(arguments.work / "teaching.jpg", np.concatenate(sheets), columns=len(asked[0]))
    figures = {n: {"taught": by_name[n].to_json(), "chance": by_chance[n].to_json()} for n in order}
    subjects = [
        {"words": p.words, "looks": p.attributes.named(), **{n: s.to_json() for n, s in own.items()}} for p, own in each
    ]
    facts = {"preset": arguments.preset, "seed": arguments.seed, "lesson_seconds": round(taught, 1), "bars": BARS}
    write_json(arguments.work / "teaching.json", {**facts, "measured": figures, "subjects": subjects})


def lesson_arguments(description: str | None, beside: Sequence[str] = ()) -> argparse.ArgumentParser:
    """`beside`: what `--preset` may be, too."""
    parser = arguments_of(description)
    parser.add_argument("--preset", default="balanced", choices=(*beside, "quick", "balanced", "thorough"))
    parser.add_argument("--steps", type=int, help="instead of the preset's")
    parser.add_argument(
        "--options", type=json.loads, default={}, help="of the recipe, as JSON, instead of the preset's"
    )
    parser.add_argument("--lessons-at-once", type=int, default=1, help="processes that share the device")
    return parser


if __name__ == "__main__":
    command = lesson_arguments(__doc__)
    command.add_argument("--subjects", type=int, default=SUBJECTS)
    command.add_argument("--pictures", type=int, default=PICTURES, help="of each subject")
    run(command.parse_args())
