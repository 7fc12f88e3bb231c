"""`python -m benchmarks.together.twice`: is it seen that somebody is in a picture twice, and only then?

For each subject (benchmarks.pocket.subjects): drawings of itself alone, beside somebody of another kind, and beside
another one of its kind; and of itself twice, apart from itself and before itself, where the two are one shape. The
product asks the base model (pipeline.multi_subject.likeness), and was told each time that the subject alone is in the
picture. How it is seen was chosen on the ten subjects of seed 1; those of seed 3 are others.
"""

import argparse
import random
from collections.abc import Callable

from PIL import Image

from benchmarks.pocket.pictures import load_pocket
from benchmarks.pocket.subjects import Pupil, pupils
from benchmarks.pocket.tables import markdown, write_json
from benchmarks.together.likeness import portrait_of
from benchmarks.together.others import SIDE, alone, another, detect_alone, subject_arguments
from pocket.world import draw, random_attributes
from pocket.world.attributes import KINDS, Attributes
from pocket.world.places import PLACES
from pocket.world.scenes import compose


def _beside(rng: random.Random, pupil: Pupil, other: Attributes, relation: str = "beside") -> Image.Image:
    cast = (pupil.attributes, other) if rng.random() < 0.5 else (other, pupil.attributes)
    return Image.fromarray(draw(compose(rng, cast, rng.choice(list(PLACES)), relation=relation), SIDE, SIDE)[0])


def _of_another_kind(rng: random.Random, pupil: Pupil) -> Attributes:
    return random_attributes(rng, rng.choice([kind for kind in KINDS if kind != pupil.kind]))


SORTS: dict[str, tuple[bool, Callable[[random.Random, Pupil], Image.Image]]] = {
    "itself": (False, lambda rng, one: alone(rng, one.attributes, rng.choice(list(PLACES)))),
    "itself beside one of another kind": (False, lambda rng, one: _beside(rng, one, _of_another_kind(rng, one))),
    "itself beside another of its kind": (False, lambda rng, one: _beside(rng, one, another(rng, one))),
    "itself twice, apart": (True, lambda rng, one: _beside(rng, one, one.attributes)),
    "itself twice, overlapping": (True, lambda rng, one: _beside(rng, one, one.attributes, "in front of")),
}


def run(arguments: argparse.Namespace) -> None:
    loaded = load_pocket(None, arguments.device)
    school, found = pupils(10, arguments.seed), {title: list[bool]() for title in SORTS}
    for number in arguments.subjects:
        pupil, rng = school[number], random.Random(f"twice {arguments.seed} {number}")
        reference = portrait_of(loaded, pupil, arguments)
        for title, (_, made) in SORTS.items():
            for _ in range(arguments.pictures // len(arguments.subjects)):
                found[title].append(reference.is_there_twice(detect_alone(loaded, made(rng, pupil), pupil)))
    rows = []
    for title, (is_twice, _) in SORTS.items():
        right = sum(one is is_twice for one in found[title])
        rows.append([title, "twice" if is_twice else "once", f"{right} of {len(found[title])}"])
    print(markdown(["pictures of", "is there", "told right"], rows))
    write_json(arguments.work / "twice.json", found)


if __name__ == "__main__":
    run(subject_arguments(__doc__).parse_args())
