"""A subject in a picture, as a form or the API sends it."""

from studio.checks import number, shown
from studio.errors import StudioError
from studio.jobs.requests import SubjectChoice
from studio.subjects.names import clean_name
from studio.untyped import is_mapping, is_row

_KEYS = frozenset({"name", "strength", "box"})


def subject_choice(row: object) -> SubjectChoice:
    """The choice in {"name", "strength", "box"}; strength is 1 and box is None where they are left out.

    Errors: StudioError for anything else.
    """
    if isinstance(row, SubjectChoice):
        return row
    if not is_mapping(row):
        raise StudioError(f"A chosen subject is '{shown(row)}'; give it as name, strength and, if you like, box.")
    if unknown := sorted(str(key) for key in row if key not in _KEYS):
        raise StudioError(f"A chosen subject holds '{shown(unknown[0])}'; name, strength and box are fine.")
    name = clean_name(row.get("name"))
    strength = 1.0 if row.get("strength") is None else row["strength"]
    return SubjectChoice(
        name=name,
        strength=number(f"The likeness strength of {shown(name)}", strength, -2, 2),
        box=_box(name, row.get("box")),
    )


def _box(name: str, box: object) -> tuple[float, float, float, float] | None:
    if box is None:
        return None
    if not is_row(box) or len(box) != 4:
        raise StudioError(f"The place of {shown(name)} is {shown(box)}; give left, top, right, bottom between 0 and 1.")
    left, top, right, bottom = (number(f"The place of {shown(name)}", side, 0, 1) for side in box)
    return left, top, right, bottom
