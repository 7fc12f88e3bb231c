"""Values as a program sends them, before the studio looks at what they mean: the right sort of thing, or a sentence."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from studio.checks import one_line, shown, whole_number
from studio.errors import StudioError

_LONGEST_ID = 100


def an_id(what: str, value: object) -> str:
    """An id or a name to look something up by. Errors: StudioError."""
    return one_line(what, value, shortest=1, longest=_LONGEST_ID)


def a_text(what: str, value: object) -> str:
    """A text; None is an empty one. Errors: StudioError."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise StudioError(f"{what} is {shown(value)}; give it as text.")
    return value


def options(value: object) -> dict[str, Any]:
    """Options by name; None is none. Errors: StudioError."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise StudioError(f"The options are {shown(value)}; give them by name, such as {{'steps': 200}}.")
    return {str(name): option for name, option in value.items()}


def a_list(what: str, value: object) -> list[Any]:
    """A list; None is an empty one. Errors: StudioError."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise StudioError(f"{what} is {shown(value)}; give a list.")
    return value


def files(value: object) -> list[Path]:
    """Uploaded files. Errors: StudioError when there are none."""
    paths = value if isinstance(value, list) else [value]
    given = [Path(str(path)) for path in paths if path]
    if not given:
        raise StudioError("There is no file; upload at least one.")
    return given


def a_limit(value: object) -> int:
    """How many rows at most. Errors: StudioError."""
    return whole_number("The limit", value, 1, 1000)


def an_offset(value: object) -> int:
    """How many rows to pass over. Errors: StudioError."""
    return whole_number("The offset", value, 0, 10_000_000)
