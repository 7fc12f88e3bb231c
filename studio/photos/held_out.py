"""Which photos a lesson never looks at, so that there is something to compare its pictures with."""

import random

FEWEST_PHOTOS = 8  # with fewer, each one is worth more to the lesson than to the comparison
ONE_IN = 8
MOST = 3


def held_out_count(photos: int) -> int:
    """How many of that many photos are kept aside."""
    return min(MOST, photos // ONE_IN) if photos >= FEWEST_PHOTOS else 0


def held_out(photos: int, seed: int) -> tuple[int, ...]:
    """The indices of the photos that are kept aside, in order; the seed chooses them, and never the first photo."""
    return tuple(sorted(random.Random(seed).sample(range(1, photos), held_out_count(photos)))) if photos else ()
