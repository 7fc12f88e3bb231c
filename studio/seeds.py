"""Seeds that a person gives, or lets be drawn."""

from random import Random

from studio.checks import DRAWN_SEED_MAX, SEED_MAX, seed_number
from studio.words import Message


def seed_or_drawn(name: Message | str, seed: object, random: Random, count: int = 1) -> int:
    """The first seed of so many in a row; None and -1 mean that it is drawn.

    `name` as in studio.checks, such as "field-seed". Errors: StudioError for what is none.
    """
    if seed in (None, -1, "-1"):
        return random.randint(0, DRAWN_SEED_MAX - (count - 1))
    return seed_number(name, seed, SEED_MAX - (count - 1))
