"""A prompt cut into words, each as names are compared: without case, accents, and the ways to type one sign."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_APOSTROPHES = "'\u2018\u2019\u02bc\u02b9\u0060\u00b4\u2032\uff07\u05f3"
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
_JOINERS = "\u200c\u200d"
_LATIN_AND_GREEK = "\u0400"  # from here on accents may make another letter, as in Cyrillic й

# Scripts that are written without spaces between words: each of their letters is a word here.
_WITHOUT_SPACES = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3041, 0x312F),
    (0x31A0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F), (0x20000, 0x3FFFF),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its characters from `start` to before `end`, and how it is compared."""

    start: int
    end: int
    folded: str


def words_of(text: str) -> list[Word]:
    """The words of a text in order; what is between two of them is no word: spaces and signs, "_" too."""
    return list(_words(text))


def folded_sign(text: str) -> str:
    """What stands between words, with one sign for all apostrophes, for all dashes, and for all spaces."""
    return "".join(
        "'" if c in _APOSTROPHES else "-" if c in _DASHES else " " if c.isspace() else c
        for c in text
        if unicodedata.category(c) not in ("Cf", "Mn")
    )


def name_key(name: object) -> str:
    """How names are told apart: composed, without upper case and without extra spaces. Anything at all has a key."""
    whole = "".join(c for c in str(name) if not "\ud800" <= c <= "\udfff")  # halves of characters, which no row holds
    return " ".join(unicodedata.normalize("NFC", whole).casefold().split())


def _words(text: str) -> Iterator[Word]:
    start, folded = None, ""
    for place, c in enumerate(text):
        if start is not None and (_is_mark(c) or c in _JOINERS):
            folded += _fold(c)
        elif not _is_letter(c):
            if start is not None:
                yield Word(start, place, folded)
            start, folded = None, ""
        elif start is None or _stands_alone(c) or _stands_alone(text[start]):
            if start is not None:
                yield Word(start, place, folded)
            start, folded = place, _fold(c)
        else:
            folded += _fold(c)
    if start is not None:
        yield Word(start, len(text), folded)


def _is_letter(c: str) -> bool:
    return unicodedata.category(c)[0] in "LN" and c not in _APOSTROPHES


def _is_mark(c: str) -> bool:
    return unicodedata.category(c)[0] == "M"


def _stands_alone(c: str) -> bool:
    return any(low <= ord(c) <= high for low, high in _WITHOUT_SPACES)


def _fold(c: str) -> str:
    if c in _JOINERS or "\u0300" <= c <= "\u036f":
        return ""
    letters = unicodedata.normalize("NFKD", c)
    if letters[0] < _LATIN_AND_GREEK or c in "ёЁ":
        return "".join(part for part in letters if not _is_mark(part)).casefold()
    return unicodedata.normalize("NFKC", c).casefold()
