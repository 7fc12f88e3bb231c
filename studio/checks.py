"""The bounds checks that requests, recipes and the studio share; each returns the value or says what is fine.

`name` is what the value is called in that sentence: a message, or the key of one, such as "field-seed".
"""

import math
import unicodedata
from collections.abc import Sequence
from typing import TypeGuard

from studio.errors import StudioError
from studio.words import Listing, Message

SEED_MAX = 2**64 - 1  # of a picture, as in ComfyUI; below 2**32 as in A1111
LESSON_SEED_MAX = 2**32 - 1
DRAWN_SEED_MAX = 2**32 - 1  # what is drawn can be typed into every other program


def shown(value: object, longest: int = 40) -> str:
    """A value as a short piece of a sentence: one line, at most `longest` characters."""
    text = " ".join(str(value).split())
    text = "".join(c if _can_be_shown(c) else "?" for c in text)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def is_finite_number(value: object) -> TypeGuard[int | float]:
    """Whether a value is a number that can be counted with: no bool, which python takes for one, and not endless."""
    if isinstance(value, bool):
        return False
    return isinstance(value, int) or (isinstance(value, float) and math.isfinite(value))


def number(name: Message | str, value: object, low: float, high: float) -> float:
    """A finite number in [low, high]. Errors: StudioError."""
    if not is_finite_number(value) or not low <= value <= high:
        raise StudioError("no-number-between", name=_called(name), value=told(value), low=low, high=high)
    return float(value)


def told(value: object) -> Message | str:
    """What stands in a field, for a sentence: in words where nothing does."""
    is_empty = value is None or (isinstance(value, str) and not value.strip())
    return Message("empty-value") if is_empty else shown(value)


def whole_number(name: Message | str, value: object, low: int, high: int) -> int:
    """A whole number in [low, high]; 20.0 counts as 20, as forms send it. Errors: StudioError."""
    if not is_finite_number(value) or value != int(value) or not low <= value <= high:
        raise StudioError("no-whole-number-between", name=_called(name), value=told(value), low=low, high=high)
    return int(value)


def seed_number(name: Message | str, value: object, high: int = SEED_MAX) -> int:
    """A whole number in [0, high], also as digits: a browser is exact up to 2**53 alone. Errors: StudioError."""
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdecimal() and len(value.strip()) <= 40:
        value = int(value)
    return whole_number(name, value, 0, high)


def yes_or_no(name: Message | str, value: object) -> bool:
    """A bool. Errors: StudioError."""
    if not isinstance(value, bool):
        raise StudioError("not-true-or-false", name=_called(name), value=shown(value))
    return value


def one_line(name: Message | str, value: object, *, shortest: int, longest: int) -> str:
    """A text of one line, without control characters, of `shortest` to `longest` characters. Errors: StudioError."""
    if not isinstance(value, str):
        raise StudioError("not-text", name=_called(name), value=shown(value), longest=longest)
    if len(value) > longest:
        raise StudioError("text-too-long", name=_called(name), length=len(value), longest=longest)
    if len(value.strip()) < shortest:
        raise StudioError("text-too-short", name=_called(name), shortest=shortest, longest=longest)
    if any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in value):
        raise StudioError("text-not-one-line", name=_called(name))
    return value


def one_of(name: Message | str, value: object, choices: Sequence[str]) -> str:
    """One of the choices. Errors: StudioError that lists them."""
    if value not in choices:
        raise StudioError(
            "no-such-choice", name=_called(name), value=shown(value), choices=Listing(choices, most=None, style="comma")
        )
    return str(value)


def relative_file(file: object) -> str:
    """A file of the data folder, relative to it. Errors: StudioError for a path that leads out of it."""
    file = one_line("request-file-name", file, shortest=1, longest=1000)
    if file.startswith("/") or "\\" in file or ":" in file or ".." in file.split("/"):
        raise StudioError("file-outside", file=shown(file))
    return file


def spoken(value: object) -> str:
    """A text as a person typed it, on one line: line breaks and tabs become spaces, unshowable characters go."""
    text = unicodedata.normalize("NFC", value if isinstance(value, str) else str(value))
    text = "".join(" " if c.isspace() else c for c in text)
    return " ".join("".join(c for c in text if _can_be_shown(c)).split())


def _called(name: Message | str) -> Message:
    return Message(name) if isinstance(name, str) else name


def _can_be_shown(character: str) -> bool:
    """Printable, or one of the two joiners that scripts and emoji are written with; no control, no turned direction."""
    return character.isprintable() or character in "\u200c\u200d"
