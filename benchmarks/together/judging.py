"""What the readers find in pictures of several subjects, against what was asked for."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.pocket.reading.readers import Creature, Reading
from benchmarks.pocket.subjects import Pupil
from benchmarks.pocket.tables import Share
from pipeline.multi_subject.region_masks import Box

MOST_OWN = 0.8  # of a subject's attributes, to be itself
ROWS = (
    "strict success",
    "all there",
    "count right",
    "own attributes",
    "transferred",
    "nobody took anything",
    "ghosts",
    "swapped",
    "place right",
    "in its box",
    "scene right",
)


@dataclass(kw_only=True, slots=True)
class Found:
    """Shares by row. own attributes: of all that apply, where the subject is there; transferred: of the attributes in
    which it differs from another, how many are the other's; ghosts: pictures with more creatures than asked for."""

    shares: dict[str, Share] = field(default_factory=lambda: {row: Share() for row in ROWS})
    by_attribute: dict[str, Share] = field(default_factory=dict)


def judge(
    people: Sequence[Pupil], place: str, reading: Reading, found: Found, boxes: Sequence[Box] = (), count: int = 0
) -> bool:
    """Counts one picture; gives its strict success. `count`: creatures asked for, where not as many as subjects."""
    shares, wanted = found.shares, count or len(people)
    creatures = assigned(people, reading)
    there = all(one is not None for one in creatures)
    whole, clean = [], []
    for index, (pupil, creature) in enumerate(zip(people, creatures, strict=True)):
        if creature is None:
            continue
        share, taken = _looks(pupil, creature, [o for k, o in enumerate(people) if k != index], found)
        whole.append(share >= MOST_OWN)
        clean.append(not taken)
        if boxes:
            shares["in its box"].add(_inside(creature.head, boxes[index]))
    strict = there and len(reading.creatures) == wanted and all(whole) and all(clean)
    shares["strict success"].add(strict)
    shares["all there"].add(there)
    shares["count right"].add(len(reading.creatures) == wanted)
    shares["ghosts"].add(len(reading.creatures) > wanted)
    shares["scene right"].add(reading.place == place)
    if there:
        shares["nobody took anything"].add(all(clean))
        if len(people) > 1:
            own = sum(alike(p, c) for p, c in zip(people, creatures, strict=True) if c is not None)
            orders = itertools.permutations(creatures)
            best = max(
                sum(alike(p, c) for p, c in zip(people, order, strict=True) if c is not None) for order in orders
            )
            shares["swapped"].add(best > own)
    if there and boxes:
        placed = [_inside(c.head, box) for c, box in zip(creatures, boxes, strict=True) if c is not None]
        shares["place right"].add(all(placed))
    return strict


def assigned(people: Sequence[Pupil], reading: Reading) -> list[Creature | None]:
    """Which creature is whom: of its kind, and so that the most attributes are right in all."""
    regions: list[Creature | None] = [*reading.creatures, *[None] * len(people)]
    best: tuple[int, list[Creature | None]] | None = None
    for chosen in itertools.permutations(range(len(regions)), len(people)):
        some = [regions[k] for k in chosen]
        kinds = [c if c is not None and c.kind == p.kind else None for p, c in zip(people, some, strict=True)]
        score = sum(100 + alike(p, c) for p, c in zip(people, kinds, strict=True) if c is not None)
        if best is None or score > best[0]:
            best = score, kinds
    return best[1] if best else []


def alike(pupil: Pupil, creature: Creature) -> int:
    """How many of the subject's attributes the creature has."""
    return sum(creature.attributes.get(name) == value for name, value in pupil.attributes.named().items())


def _looks(pupil: Pupil, creature: Creature, others: Sequence[Pupil], found: Found) -> tuple[float, bool]:
    """The share of its own attributes, and whether it took one of somebody else's."""
    mine, taken = pupil.attributes.named(), False
    for name, value in mine.items():
        seen = creature.attributes.get(name)
        found.shares["own attributes"].add(seen == value)
        found.by_attribute.setdefault(name, Share()).add(seen == value)
        theirs = {other.attributes.named().get(name, value) for other in others} - {value}
        if theirs:
            found.shares["transferred"].add(seen in theirs)
            taken |= seen in theirs
    return alike(pupil, creature) / len(mine), taken


def _inside(head: tuple[float, float], box: Box) -> bool:
    left, top, right, bottom = box
    return left <= head[0] <= right and top - 0.05 <= head[1] <= bottom
