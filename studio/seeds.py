"""Seeds that a person gives, or lets be drawn."""

from random import Random

from studio.checks import DRAWN_SEED_MAX, SEED_MAX, seed_number


def seed_or_drawn(what: str, seed: object, random: Random, count: int = 1) -> int:
    """The first seed of so many in a row; None and -1 mean that it is drawn.

    `what` names it in a sentence, such as "The seed". Errors: StudioError for what is none.
    """
    if seed in (None, -1, "-1"):
        return random.randint(0, DRAWN_SEED_MAX - (count - 1))
    return seed_number(what, seed, SEED_MAX - (count - 1))
