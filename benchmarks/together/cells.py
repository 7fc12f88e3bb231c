"""Which pictures are asked for: pairs and triples of the held-out subjects, who stands how, and where."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.pocket.subjects import Pupil
from pipeline.multi_subject.region_masks import Box, middle_of
from pipeline.multi_subject.wording import PromptVariants, SubjectWords, prompt_variants
from pocket.world.places import PLACES

DIFFERENT = ((0, 1), (6, 4), (8, 9), (2, 3), (7, 5), (1, 8))  # numbers of the cast of benchmarks.pocket.subjects
SAME = ((0, 6), (1, 7), (4, 8), (5, 9))
THREE = ((0, 1, 4), (2, 3, 5), (6, 7, 9), (8, 2, 1))
PERSON_AND_ANIMAL = ((4, 6), (8, 1), (5, 7), (9, 0))
LEFT: Box = (0.04, 0.2, 0.48, 0.98)
RIGHT: Box = (0.52, 0.2, 0.96, 0.98)
SMALL: Box = (0.04, 0.58, 0.36, 0.98)
LARGE: Box = (0.44, 0.1, 0.98, 0.98)


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """One way of asking. `joint`: between two subjects in words; `boxes`: by the subjects' order; none is automatic."""

    casts: tuple[tuple[int, ...], ...]
    joint: str = "and"
    boxes: tuple[Box, ...] = ()


CELLS: dict[str, Cell] = {
    "different": Cell(casts=DIFFERENT),
    "same": Cell(casts=SAME),
    "three": Cell(casts=THREE),
    "in front": Cell(casts=DIFFERENT, joint="in front of"),
    "holding": Cell(casts=PERSON_AND_ANIMAL, joint="holding"),  # they touch, and one is small
    "boxes": Cell(casts=DIFFERENT, boxes=(RIGHT, LEFT)),  # the other way round than the words
    "boxes same": Cell(casts=SAME, boxes=(RIGHT, LEFT)),
    "boxes small": Cell(casts=DIFFERENT, boxes=(SMALL, LARGE)),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """One picture asked for: who (pupils' numbers), in which place, the words in every telling, and the seed."""

    cast: tuple[int, ...]
    place: str
    prompt: str
    variants: PromptVariants
    seed: int


def wanted(cell: Cell, school: Sequence[Pupil], count: int, seed: int) -> list[list[Wanted]]:
    """`count` pictures of a cell, by cast: each cast's share in places that change."""
    answers = []
    for number, cast in enumerate(cell.casts):
        rng = random.Random(f"together {seed} {cell.joint} {[school[k].name for k in cast]}")
        places = rng.sample(list(PLACES), len(PLACES))
        some = []
        for index in range(len(range(number, count, len(cell.casts)))):
            place = places[index % len(places)]
            people = [SubjectWords(words=school[k].words, noun=school[k].kind) for k in cast]
            prompt = f"a photo of {_listed([one.words for one in people], cell.joint)} {PLACES[place].phrase}"
            variants = prompt_variants(prompt, people, [middle_of(box) for box in cell.boxes])
            some.append(Wanted(cast=cast, place=place, prompt=prompt, variants=variants, seed=rng.randrange(2**31)))
        if some:
            answers.append(some)
    return answers


def alone(one: Wanted, school: Sequence[Pupil], index: int) -> str:
    """The prompt of one of the subjects alone in the same place."""
    return f"a photo of {school[one.cast[index]].words} {PLACES[one.place].phrase}"


def _listed(words: Sequence[str], joint: str) -> str:
    last = joint if len(words) == 2 else "and"
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
