"""`python -m benchmarks.pocket.words`: does the pocket model draw what the words say?

200 prompts, 100 with one creature and 100 with two of different kinds, every picture read by the readers. A class is
right if the largest creature is of the kind named; both are there if each of the two kinds is seen. Colours are told
in half of the prompts; they have no bar.
"""

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.pocket.pictures import Shot, apart, kept, load_pocket, make, write_sheet
from benchmarks.pocket.reading import readers
from benchmarks.pocket.reading.readers import Creature, Reading
from benchmarks.pocket.tables import Share, markdown, write_json
from pocket.world.attributes import COLOURS, KINDS, PEOPLE
from pocket.world.captions import article
from pocket.world.places import PLACES

BARS = {"class (one creature named)": 0.95, "place": 0.95, "both there (two creatures named)": 0.90}
JOINTS = ("and", "and", "beside", "next to", "with")


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """A prompt and what it names; a colour is "" where none is told."""

    prompt: str
    place: str
    kinds: tuple[str, ...]
    colours: tuple[str, ...]


def phrase(kind: str, colour: str) -> str:
    """A person's colour is that of the clothes, as in the world's captions."""
    if colour and kind in PEOPLE:
        clothes = f"a {colour} dress" if kind == "woman" else f"{colour} clothes"
        return f"a {kind} with {clothes.replace('a orange', 'an orange')}"
    words = f"{colour} {kind}" if colour else kind
    return f"{article(words)} {words}"


def wishes(count: int, seed: int) -> list[Wish]:
    """Half of them with one creature, half with two of different kinds; places and kinds in equal shares."""
    rng, answers = random.Random(f"words {seed}"), []
    places, kinds = list(PLACES), list(KINDS)
    pairs = [(a, b) for a in kinds for b in kinds if a != b]
    rng.shuffle(pairs)
    for index in range(count):
        of = index - count // 2
        cast = (kinds[index % len(kinds)],) if of < 0 else pairs[of % len(pairs)]
        place = places[(index + index // len(places)) % len(places)]
        colours = tuple(rng.choice(list(COLOURS)) if rng.random() < 0.5 else "" for _ in cast)
        phrases = [phrase(kind, colour) for kind, colour in zip(cast, colours, strict=True)]
        prompt = f"a photo of {f' {rng.choice(JOINTS)} '.join(phrases)} {PLACES[place].phrase}"
        answers.append(Wish(prompt=prompt, place=place, kinds=cast, colours=colours))
    return answers


def of_kind(reading: Reading, kind: str) -> Creature | None:
    """The largest creature of that kind."""
    return max((c for c in reading.creatures if c.kind == kind), key=lambda c: c.area, default=None)


def judge(asked: Sequence[Wish], readings: Sequence[Reading]) -> dict[str, Share]:
    shares = {name: Share() for name in (*BARS, "as many creatures as named", "colour, where one is told")}
    for wish, reading in zip(asked, readings, strict=True):
        shares["place"].add(reading.place == wish.place)
        shares["as many creatures as named"].add(len(reading.creatures) == len(wish.kinds))
        if len(wish.kinds) == 1:
            largest = max(reading.creatures, key=lambda c: c.area, default=None)
            shares["class (one creature named)"].add(largest is not None and largest.kind == wish.kinds[0])
        else:
            shares["both there (two creatures named)"].add(all(of_kind(reading, kind) for kind in wish.kinds))
        for kind, colour in zip(wish.kinds, wish.colours, strict=True):
            found = of_kind(reading, kind)
            if colour and found:
                shares["colour, where one is told"].add(found.attributes["colour"] == colour)
    return shares


def run(arguments: argparse.Namespace) -> None:
    began = time.monotonic()
    asked = wishes(8 if arguments.quick else 200, arguments.seed)
    loaded = load_pocket(arguments.model, arguments.device)
    model = readers.load(arguments.readers, arguments.device)
    shots = [Shot(prompt=wish.prompt, seed=1000 * arguments.seed + index) for index, wish in enumerate(asked)]
    pictures = kept(arguments.work / f"words-{len(shots)}-{arguments.seed}.npy", lambda: make(loaded, shots))
    made = time.monotonic() - began
    difference = apart(loaded, shots[:2], pictures[:2])
    shares = judge(asked, readers.read(pictures, model))
    rows = [[name, share, f"{100 * BARS[name]:.0f} %" if name in BARS else ""] for name, share in shares.items()]
    print(markdown(["what the words say, read in the picture", "share (95 % interval)", "bar"], rows))
    print(
        f"{len(shots)} pictures in {made:.0f} s; apart from the product's one at a time by at most {difference} of 255"
    )
    write_sheet(arguments.work / "words.jpg", pictures, columns=20)
    figures = {name: share.to_json() for name, share in shares.items()}
    facts = {"prompts": len(asked), "seed": arguments.seed, "seconds": round(made, 1), "apart_of_255": difference}
    write_json(arguments.work / "words.json", {**facts, "measured": figures, "bars": BARS})


def arguments_of(description: str | None) -> argparse.ArgumentParser:
    """What every benchmark of the pocket model can be told."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--device", default="cpu", choices=("cpu", "cuda"))
    parser.add_argument("--quick", action="store_true", help="a small part of it, to see that it works")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--model", type=Path, help="another folder of the pocket model than the repository's")
    parser.add_argument("--readers", type=Path, default=readers.FILE)
    parser.add_argument(
        "--work", type=Path, default=Path("data/benchmarks"), help="where figures and sheets are written"
    )
    return parser


if __name__ == "__main__":
    run(arguments_of(__doc__).parse_args())
