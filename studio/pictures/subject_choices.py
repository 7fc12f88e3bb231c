"""A subject in a picture, as a form or the API sends it."""

from studio.checks import number, shown
from studio.errors import StudioError
from studio.jobs.requests import SubjectChoice
from studio.subjects.names import clean_name
from studio.untyped import is_mapping, is_row
from studio.words import Message

# "lent" stands in what a picture was asked with; whose a subject is is settled anew each time.
_KEYS = frozenset({"name", "strength", "box", "lent"})


def subject_choice(row: object) -> SubjectChoice:
    """The choice in {"name", "strength", "box"}; strength is 1 and box is None where they are left out.

    Errors: StudioError for anything else.
    """
    if isinstance(row, SubjectChoice):
        return row
    if not is_mapping(row):
        raise StudioError("choice-unreadable", value=shown(row))
    if unknown := sorted(str(key) for key in row if key not in _KEYS):
        raise StudioError("choice-unknown-name", value=shown(unknown[0]))
    name = clean_name(row.get("name"))
    strength = 1.0 if row.get("strength") is None else row["strength"]
    return SubjectChoice(
        name=name,
        strength=number(Message("request-strength-of", name=shown(name)), strength, -2, 2),
        box=_box(name, row.get("box")),
    )


def _box(name: str, box: object) -> tuple[float, float, float, float] | None:
    if box is None:
        return None
    place = Message("request-place-of", name=shown(name))
    if not is_row(box) or len(box) != 4:
        raise StudioError("place-unreadable", place=place, value=shown(box))
    left, top, right, bottom = (number(place, side, 0, 1) for side in box)
    return left, top, right, bottom
