"""What a subject is, in other languages: the English nouns that the models read, and which kinds are none of them."""

import functools
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from studio.prompts.tokens import words_of

_FILE = Path(__file__).with_name("words") / "kinds.txt"
_ENGLISH_ACCENTS = "éèêëçñïôâ"  # of words such as café and papier-mâché


def english_kind(kind: str) -> str | None:
    """The kind in English: as it is where it is so already, translated where it is known, None where it is neither.

    "Frau", "junge Frau" and "mujer joven" are "woman". Words of a-z that are in no row count as English.
    """
    table, alone = _table()
    key = _key(kind)
    if key in table:
        return table[key]
    parts = key.split()
    known = [table[part] for part in parts if part in table and part not in alone]
    if known and not _nouns().intersection(parts):
        return known[-1]
    is_english = all(
        not c.isalpha() or c.isascii() or c in _ENGLISH_ACCENTS for c in unicodedata.normalize("NFC", kind)
    )
    return kind if is_english else None


def noun_for(kind: str) -> str | None:
    """The English noun for a kind that stands in a row as it is; None for any other."""
    return _table()[0].get(_key(kind))


def words_for(noun: str) -> frozenset[str]:
    """The words of other languages for an English noun, but those that are English words too."""
    return _by_noun().get(noun.casefold(), frozenset())


@functools.cache
def _table() -> tuple[Mapping[str, str], frozenset[str]]:
    """The nouns by the words for them, and which of those words are English, too."""
    table: dict[str, str] = {}
    alone: set[str] = set()
    for noun, words in _rows():
        for word in words:
            key = _key(word.lstrip("*"))
            if word.startswith("*"):
                alone.add(key)
            if key not in _nouns():
                table.setdefault(key, noun)
    return table, frozenset(alone)


@functools.cache
def _by_noun() -> Mapping[str, frozenset[str]]:
    table, alone = _table()
    found: dict[str, set[str]] = {}
    for noun, words in _rows():
        for word in words:
            if table.get(_key(word.lstrip("*"))) == noun and _key(word.lstrip("*")) not in alone and len(word) > 2:
                found.setdefault(noun, set()).add(word)
    return {noun: frozenset(words) for noun, words in found.items()}


@functools.cache
def _nouns() -> frozenset[str]:
    return frozenset(noun for noun, _ in _rows())


@functools.cache
def _rows() -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows: list[tuple[str, tuple[str, ...]]] = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            noun, _, words = line.partition(":")
            rows.append((noun.strip(), tuple(word.strip() for word in words.split(",") if word.strip())))
    return tuple(rows)


def _key(kind: str) -> str:
    """How kinds are compared; the letters of scripts without spaces stand together."""
    words = words_of(kind)
    parts: list[str] = []
    for index, word in enumerate(words):
        if index and words[index - 1].end == word.start:
            parts[-1] += word.folded
        else:
            parts.append(word.folded)
    return " ".join(parts)
