"""What a base model can draw, as ideas for a sentence: rows of data by the world that its family learnt."""

from collections.abc import Sequence
from dataclasses import dataclass

from studio.subjects.kinds import english_kind
from studio.subjects.subject_types import type_of
from studio.words import Listing, Message

SHOWN_EXAMPLES = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """One idea. It is for subjects of which each is of one of `kinds`.

    Attributes:
        key: of the sentence, in which `who` stands for those in the picture. It has no word that changes with how many
            they are.
        kinds: English nouns such as "cat", or types of studio.subjects.subject_types; empty: whoever it is.
        together: whether it takes two or more.
    """

    key: str
    kinds: frozenset[str] = frozenset()
    together: bool = False

    def suits(self, kinds: Sequence[str]) -> bool:
        """Whether it is for subjects of these kinds, as a person wrote them."""
        if self.together and len(kinds) < 2:
            return False
        if not self.kinds:
            return True
        return bool(kinds) and all(self.kinds & {_noun(kind), type_of(kind)} for kind in kinds)


@dataclass(frozen=True, kw_only=True, slots=True)
class World:
    """What families have learnt to draw. knows_styles: whether words such as "watercolour" change a picture."""

    examples: tuple[Example, ...]
    knows_styles: bool


def world_of(family: str) -> World:
    """The world of a family of base models: that of real photos, but for the drawn one of the small model."""
    return _WORLDS.get(family, REAL)


def examples_for(family: str, kinds: Sequence[str], most: int = SHOWN_EXAMPLES) -> list[Example]:
    """Ideas for subjects of these kinds, at most so many, those that are for such alone first."""
    suitable = [example for example in world_of(family).examples if example.suits(kinds)]
    return sorted(suitable, key=lambda example: (not example.together, not example.kinds))[:most]


def sentence(example: Example, names: Sequence[str], styles: Sequence[str] = ()) -> Message:
    """The example with these in the picture, in the style of those whose names are `styles`."""
    who = Listing(list(names), most=None) if names else Message("example-nobody")
    said = Message(example.key, who=who)
    return Message("example-in-style", sentence=said, style=Listing(list(styles), most=None)) if styles else said


def _noun(kind: str) -> str:
    """What the kind is, in one word: of "old cat" it is "cat"."""
    words = (english_kind(kind) or kind).casefold().split()
    return words[-1] if words else ""


def _rows(*keys: str, kinds: str = "", together: bool = False) -> tuple[Example, ...]:
    return tuple(
        Example(key=f"example-{key}", kinds=frozenset(kinds.split()), together=together) for key in keys
    )  # fmt: skip


REAL = World(
    examples=(
        *_rows("windowsill", "cardboard-box", "bookshop", "butterfly", kinds="cat kitten"),
        *_rows("low-tide", "leaves", "stream", "car-window", kinds="dog puppy"),
        *_rows("wildflowers", "blanket", kinds="pet"),
        *_rows("cafe", "summit", "flower-market", "bicycle", "baking", "umbrella", kinds="person"),
        *_rows("tea-party", "astronaut", kinds="toy doll teddy plush"),
        *_rows("wooden-table", "shop-window", "sand", "moss", kinds="object"),
        *_rows("red-sofa", "picnic", "rowing-boat", "cherry-tree", together=True),
        *_rows("sunset", "snowfall", "balloon", "autumn-forest", "train", "campfire", "library", "lantern-street",
               "lavender", "harbour"),
    ),
    knows_styles=True,
)  # fmt: skip

# The drawn world of pocket/world: its ten places, and poses and clothes of those who live there.
POCKET = World(
    examples=(
        *_rows("drawn-lying-room", "drawn-sitting-kitchen", kinds="cat dog rabbit bear"),
        *_rows("drawn-waving-beach", "drawn-hat-snow", kinds="woman man person"),
        *_rows("drawn-beach", "drawn-snow", "drawn-forest", "drawn-city", "drawn-room", "drawn-meadow", "drawn-desert",
               "drawn-night", "drawn-kitchen", "drawn-lake"),
    ),
    knows_styles=False,
)  # fmt: skip

_WORLDS = {"pocket": POCKET}
