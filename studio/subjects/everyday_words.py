"""Which names are everyday words too, as "Rose" and "Pumpkin" are: a picture's words may mean the thing."""

import functools
from pathlib import Path

from studio.prompts.tokens import words_of

_FILE = Path(__file__).with_name("words") / "everyday.txt"


def is_everyday(name: str) -> bool:
    """Whether every word of a name is an everyday one, also in the plural."""
    words = [word.folded for word in words_of(name)]
    known = _known()
    whole = "".join(words)
    return bool(words) and (whole in known or all(word in known or word.removesuffix("s") in known for word in words))


@functools.cache
def _known() -> frozenset[str]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    written = (word for line in lines if not line.startswith("#") for word in line.split())
    return frozenset("".join(part.folded for part in words_of(word)) for word in written)
