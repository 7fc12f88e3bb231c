"""The bounds checks that requests, recipes and the studio share; each returns the value or says what is fine."""

import math
import unicodedata
from collections.abc import Sequence

from studio.errors import StudioError

SEED_MAX = 2**32 - 1


def shown(value: object, longest: int = 40) -> str:
    """A value as a short piece of a sentence: one line, at most `longest` characters."""
    text = " ".join(str(value).split())
    text = "".join(c if _can_be_shown(c) else "?" for c in text)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def number(name: str, value: object, low: float, high: float) -> float:
    """A finite number in [low, high]. Errors: StudioError."""
    fine = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if not fine or not low <= value <= high:  # type: ignore[operator]
        raise StudioError(f"{name} is {shown(value)}; choose a number between {low:g} and {high:g}.")
    return float(value)  # type: ignore[arg-type]


def whole_number(name: str, value: object, low: int, high: int) -> int:
    """A whole number in [low, high]; 20.0 counts as 20, as forms send it. Errors: StudioError."""
    fine = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if not fine or value != int(value) or not low <= value <= high:  # type: ignore[operator, call-overload]
        raise StudioError(f"{name} is {shown(value)}; choose a whole number between {low} and {high}.")
    return int(value)  # type: ignore[call-overload]


def yes_or_no(name: str, value: object) -> bool:
    """A bool. Errors: StudioError."""
    if not isinstance(value, bool):
        raise StudioError(f"{name} is {shown(value)}; choose true or false.")
    return value


def one_line(name: str, value: object, *, shortest: int, longest: int) -> str:
    """A text of one line, without control characters, of `shortest` to `longest` characters. Errors: StudioError."""
    if not isinstance(value, str):
        raise StudioError(f"{name} is {shown(value)}; write it as text of at most {longest} characters.")
    if len(value) > longest:
        raise StudioError(f"{name} is {len(value):,} characters long; {longest:,} are fine. Please shorten it.")
    if len(value.strip()) < shortest:
        raise StudioError(f"{name} is empty; write between {shortest} and {longest:,} characters.")
    if any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in value):
        raise StudioError(f"{name} holds a line break or a character that cannot be shown; write it on one line.")
    return value


def one_of(name: str, value: object, choices: Sequence[str]) -> str:
    """One of the choices. Errors: StudioError that lists them."""
    if value not in choices:
        raise StudioError(f"{name} is '{shown(value)}'; choose one of: {', '.join(choices)}.")
    return str(value)


def relative_file(file: object) -> str:
    """A file of the data folder, relative to it. Errors: StudioError for a path that leads out of it."""
    file = one_line("A file name", file, shortest=1, longest=1000)
    if file.startswith("/") or "\\" in file or ":" in file or ".." in file.split("/"):
        raise StudioError(f"The file '{shown(file)}' is outside of the data folder; upload it instead.")
    return file


def spoken(value: object) -> str:
    """A text as a person typed it, on one line: line breaks and tabs become spaces, unshowable characters go."""
    text = unicodedata.normalize("NFC", value if isinstance(value, str) else str(value))
    text = "".join(" " if c.isspace() else c for c in text)
    return " ".join("".join(c for c in text if _can_be_shown(c)).split())


def _can_be_shown(character: str) -> bool:
    """Printable, or one of the two joiners that scripts and emoji are written with; no control, no turned direction."""
    return character.isprintable() or character in "\u200c\u200d"
