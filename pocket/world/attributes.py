"""What a creature of the drawn world can be: its kind and its named attributes."""

import random
import zlib
from dataclasses import dataclass

ANIMALS = ("cat", "dog", "rabbit", "bear")
PEOPLE = ("woman", "man")
KINDS = ANIMALS + PEOPLE

COLOURS: dict[str, tuple[float, float, float]] = {
    "red": (0.84, 0.16, 0.17),
    "orange": (0.97, 0.55, 0.13),
    "yellow": (0.98, 0.85, 0.25),
    "green": (0.24, 0.64, 0.30),
    "blue": (0.20, 0.42, 0.86),
    "purple": (0.52, 0.28, 0.74),
    "pink": (0.97, 0.58, 0.74),
    "white": (0.96, 0.96, 0.95),
    "gray": (0.55, 0.57, 0.60),
    "brown": (0.47, 0.29, 0.16),
    "black": (0.13, 0.13, 0.16),
}
PATTERNS = ("plain", "striped", "spotted", "patched")
EYES: dict[str, tuple[float, float, float]] = {
    "blue": (0.25, 0.55, 0.95),
    "green": (0.30, 0.75, 0.30),
    "amber": (0.95, 0.66, 0.12),
    "brown": (0.36, 0.20, 0.10),
}
HAIR: dict[str, tuple[float, float, float]] = {
    "black": (0.12, 0.11, 0.13),
    "brown": (0.40, 0.23, 0.12),
    "blond": (0.96, 0.82, 0.42),
    "red": (0.80, 0.30, 0.10),
    "gray": (0.72, 0.73, 0.76),
}
WEARS = ("nothing", "hat", "scarf", "bow tie")
BUILDS = ("slim", "round")
SKINS = ((1.0, 0.86, 0.74), (0.93, 0.74, 0.58), (0.78, 0.56, 0.40), (0.55, 0.37, 0.26))

# Colours that a render does not tell apart well enough for a pattern to show.
TOO_ALIKE = frozenset(
    frozenset(pair)
    for pair in (
        ("red", "brown"),
        ("red", "orange"),
        ("orange", "yellow"),
        ("black", "brown"),
        ("white", "yellow"),
        ("gray", "blue"),
        ("gray", "white"),
        ("blue", "purple"),
        ("pink", "white"),
        ("gray", "green"),
        ("red", "pink"),
        ("gray", "purple"),
        ("gray", "brown"),
        ("orange", "brown"),
        ("green", "brown"),
        ("purple", "black"),
        ("gray", "pink"),
        ("green", "blue"),
        ("purple", "brown"),
        ("red", "purple"),
        ("pink", "purple"),
        ("blue", "black"),
    )
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Attributes:
    """One creature's looks.

    `pattern_colour` is "" when the pattern is plain, `hair` is "" for animals, `wears_colour` is "" when it wears
    nothing. `layout_seed` and `skin` place spots and choose a skin tone: never named."""

    kind: str
    colour: str
    pattern: str
    pattern_colour: str
    eyes: str
    hair: str
    wears: str
    wears_colour: str
    build: str
    layout_seed: int = 0
    skin: int = 0

    NAMED = ("colour", "pattern", "pattern_colour", "eyes", "hair", "wears", "wears_colour", "build")

    def named(self) -> dict[str, str]:
        """The attributes that readers judge, those that do not apply left out."""
        return {name: value for name in self.NAMED if (value := getattr(self, name))}


def held_out(attributes: Attributes) -> bool:
    """True for the combinations that pre-training never draws: about one patterned creature in six."""
    if attributes.pattern == "plain":
        return False
    words = f"{attributes.kind} {attributes.colour} {attributes.pattern} {attributes.pattern_colour}"
    return zlib.crc32(words.encode()) % 6 == 0


def any_attributes(rng: random.Random, kind: str | None = None) -> Attributes:
    """A creature drawn from the whole world, held-out combinations included."""
    kind = kind or rng.choice(KINDS)
    colour = rng.choice(list(COLOURS))
    pattern = rng.choice(PATTERNS)
    others = [other for other in COLOURS if other != colour and frozenset((colour, other)) not in TOO_ALIKE]
    wears = rng.choices(WEARS, weights=(4, 2, 2, 2))[0]
    return Attributes(
        kind=kind,
        colour=colour,
        pattern=pattern,
        pattern_colour="" if pattern == "plain" else rng.choice(others),
        eyes=rng.choice(list(EYES)),
        hair=rng.choice(list(HAIR)) if kind in PEOPLE else "",
        wears=wears,
        wears_colour="" if wears == "nothing" else rng.choice([c for c in others if c != "gray"] or others),
        build=rng.choice(BUILDS),
        layout_seed=rng.randrange(2**31),
        skin=rng.randrange(len(SKINS)),
    )


def random_attributes(rng: random.Random, kind: str | None = None) -> Attributes:
    """A creature of the pre-training world: never a held-out combination."""
    while held_out(attributes := any_attributes(rng, kind)):
        pass
    return attributes


def held_out_attributes(rng: random.Random, kind: str | None = None) -> Attributes:
    """A creature that pre-training never drew: a subject to be taught."""
    while not held_out(attributes := any_attributes(rng, kind)):
        pass
    return attributes
