"""Ids, files and counts as pages and programs send them, before they are looked up: in their bounds, or a sentence."""

import base64
import binascii
from pathlib import Path

from studio.checks import number, one_line, whole_number
from studio.errors import StudioError
from studio.untyped import is_array, is_object
from studio.words import Message

_LONGEST_ID = 100
_LONGEST_PATH = 4000
_MOST_IDS = 1000
_LONGEST_TEXT = 1000
_PNG_URL, _LONGEST_PNG = "data:image/png;base64,", 700_000  # characters
_PNG_START = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"  # width and height follow


def an_id(called: Message | str, value: object) -> str:
    """An id or a name to look something up by; `called` as in studio.checks. Errors: StudioError."""
    return one_line(called, value, shortest=1, longest=_LONGEST_ID)


def a_text(called: Message | str, value: object) -> str:
    """A text of one line, or none. Errors: StudioError."""
    return "" if value is None else one_line(called, value, shortest=0, longest=_LONGEST_TEXT)


def a_whole_number(called: Message | str, value: object) -> int:
    """A whole number, also as a text of digits, from 0 to a million. Errors: StudioError."""
    is_digits = isinstance(value, str) and len(value) < 10 and value.isascii() and value.isdecimal()
    return whole_number(called, int(str(value)) if is_digits else value, 0, 1_000_000)


def a_password(value: object) -> str:
    """A password as it came; what can be none is an empty one, which is never right. No error here quotes it."""
    if not isinstance(value, str) or any("\ud800" <= c <= "\udfff" for c in value):
        return ""
    return value


def ids(called: Message | str, value: object) -> list[str]:
    """From one to a thousand of them, each once, in their order. Errors: StudioError."""
    given = [an_id(called, one) for one in value] if is_array(value) else [an_id(called, value)]
    whole_number("field-how-many-chosen", len(given), 1, _MOST_IDS)
    return list(dict.fromkeys(given))


def files(value: object) -> list[Path]:
    """Uploaded files. Errors: StudioError when there are none."""
    paths = value if is_array(value) else [value]
    given = [Path(one_line("request-a-file", path, shortest=1, longest=_LONGEST_PATH)) for path in paths if path]
    if not given:
        raise StudioError("file-missing")
    return given


def event_value(data: object, name: str) -> object:
    """A value that came with what was pressed; None where there is none of that name."""
    return data.get(name) if is_object(data) else None


def a_number(value: object) -> float:
    """How different pictures are to be; the studio knows its bounds. Errors: StudioError."""
    return number("field-strength", value, 0, 1)


def a_step(value: object) -> int:
    """A step of a lesson. Errors: StudioError."""
    return whole_number("field-step", value, 0, 1_000_000)


def a_limit(value: object) -> int:
    """How many rows at most. Errors: StudioError."""
    return whole_number("field-limit", value, 1, 1000)


def an_offset(value: object) -> int:
    """How many rows to pass over. Errors: StudioError."""
    return whole_number("field-offset", value, 0, 10_000_000)


def a_small_png(value: object, longest_side: int) -> bytes:
    """A PNG that came as a data URL, of at most so many pixels on its long side by its own words: nothing is decoded.

    Errors: StudioError.
    """
    if isinstance(value, str) and len(value) <= _LONGEST_PNG and value.startswith(_PNG_URL):
        try:
            content = base64.b64decode(value.removeprefix(_PNG_URL), validate=True)
        except (binascii.Error, ValueError):
            content = b""
        sides = int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
        if content.startswith(_PNG_START) and 1 <= min(sides) <= max(sides) <= longest_side:
            return content
    raise StudioError("part-again-damaged", most=longest_side)
