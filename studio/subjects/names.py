"""What subjects may be called, and the words and file names that follow from it."""

import re
import unicodedata
from collections.abc import Collection

from anyascii import anyascii

from studio.checks import shown, spoken
from studio.errors import StudioError
from studio.subjects.kinds import english_kind, noun_for

MAX_NAME = 60
MAX_KIND = 40
MAX_TRIGGER_WORD = 24

_NOT_IN_NAMES = frozenset('/\\<>"|:*?{}[]()`')
_ARTICLE = re.compile(r"(a|an|the)\s+", re.IGNORECASE)


def clean_name(name: object) -> str:
    """A subject's name with spaces in order. Errors: StudioError for what cannot be a name."""
    text = spoken(name) if name is not None else ""
    if not text:
        raise StudioError("name-empty", most=MAX_NAME)
    if len(text) > MAX_NAME:
        raise StudioError("name-too-long", name=shown(text, 20), length=len(text), most=MAX_NAME)
    if wrong := sorted(set(text) & _NOT_IN_NAMES):
        raise StudioError("name-with-signs", name=shown(text), signs=" ".join(wrong))
    if not any(c.isalnum() for c in text):
        raise StudioError("name-without-letters", name=shown(text))
    return text


def clean_kind(kind: object) -> str:
    """A class noun such as "cat" or "young woman": English, lower case, without an article. Errors: StudioError."""
    raw = "" if kind is None else str(kind).strip()
    text = _ARTICLE.sub("", spoken(raw).lower(), count=1) if _ARTICLE.match(spoken(raw)) else spoken(raw).lower()
    if not text:
        raise StudioError("kind-empty")
    if len(text) > MAX_KIND:
        raise StudioError("kind-too-long", kind=shown(text, 20), length=len(text), most=MAX_KIND)
    if (noun := noun_for(text)) is not None:
        return noun
    has_line_break = len(raw.splitlines()) > 1
    wrong = has_line_break or not all(unicodedata.category(c)[0] in "LMN" or c in " -" for c in text)
    if wrong or not any(unicodedata.category(c)[0] == "L" for c in text):
        raise StudioError("kind-more-than-words", kind=shown(raw))
    english = english_kind(text)
    if english is None:
        raise StudioError("kind-not-known", kind=shown(raw))
    return english


def trigger_word_for(name: str, kind: str, taken: Collection[str]) -> str:
    """The word that stands for a subject: its name in a-z and 0-9, unlike the words of its kind and every taken one.

    Letters of other alphabets are written in Latin ones: "Пушинка" is "pushinka", "小白" is "xiaobai".
    """
    letters = anyascii("".join(c for c in name if c.isalnum() or unicodedata.category(c)[0] == "M")).lower()
    word = re.sub(r"[^a-z0-9]", "", letters)[:MAX_TRIGGER_WORD] or "subject"
    used = {*taken, *re.findall(r"[a-z0-9]+", kind)}
    candidate, number = word, 2
    while candidate in used:
        candidate, number = f"{word}{number}", number + 1
    return candidate


def is_trigger_word(text: str) -> bool:
    """Whether this is one lower-case word of a-z and 0-9 that is not too long."""
    return re.fullmatch(r"[a-z0-9]+", text) is not None and len(text) <= MAX_TRIGGER_WORD


def clean_trigger_word(trigger_word: object) -> str:
    """A trigger word that a person gave, as one lower-case word. Errors: StudioError."""
    text = spoken(trigger_word).lower()
    if not is_trigger_word(text):
        raise StudioError("trigger-word-not-fine", word=shown(trigger_word), most=MAX_TRIGGER_WORD)
    return text
