"""Where subjects are in a finished picture: whose a place is, and who is in a part of it."""

from collections.abc import Mapping, Sequence
from math import ceil

from PIL import Image

from studio.pictures.options import Box

LEAST_OF_PART = 0.25  # of a part's area: somebody who has less of it is not what is drawn again
LEAST_OF_SUBJECT = 0.5  # of somebody's own area, where the part is of several
CELLS = 64  # along each side, by which a mask is read
WHITE = 128  # from there on a mask's grey counts


def subject_at(boxes: Mapping[str, Box], x: float, y: float) -> str | None:
    """Whose that place, in 0..1, is: of the boxes it is in, the smallest, since who is in front hides no more."""
    inside = [name for name, (left, top, right, bottom) in boxes.items() if left <= x <= right and top <= y <= bottom]
    return min(inside, key=lambda name: _area(boxes[name]), default=None)


def subjects_in(boxes: Mapping[str, Box], part: Sequence[tuple[float, float]]) -> tuple[str, ...]:
    """Who is in a part of a picture, given as places in 0..1 that cover it evenly, CELLS to a side."""
    whose = [subject_at(boxes, x, y) for x, y in part]
    return tuple(
        name
        for name, box in boxes.items()
        if whose.count(name) >= LEAST_OF_PART * len(part)
        or whose.count(name) >= LEAST_OF_SUBJECT * _area(box) * CELLS**2
    )


def places_in_box(box: Box) -> list[tuple[float, float]]:
    """The places that cover a box, at least one."""
    left, top, right, bottom = box
    columns = range(int(left * CELLS), max(ceil(right * CELLS), int(left * CELLS) + 1))
    rows = range(int(top * CELLS), max(ceil(bottom * CELLS), int(top * CELLS) + 1))
    return [_middle(column, row) for row in rows for column in columns]


def places_in_mask(mask: Image.Image) -> list[tuple[float, float]]:
    """The places that cover what is white in a grey picture; none where nothing is."""
    small = mask.convert("L").resize((CELLS, CELLS), Image.Resampling.BOX)
    whole = [divmod(number, CELLS) for number, grey in enumerate(small.tobytes()) if grey >= WHITE]
    if not whole and mask.getextrema() != (0, 0):  # a stroke that is thinner than a cell
        strongest = max(small.tobytes())
        whole = [divmod(number, CELLS) for number, grey in enumerate(small.tobytes()) if grey == strongest]
    return [_middle(column, row) for row, column in whole]


def _middle(column: int, row: int) -> tuple[float, float]:
    return (column + 0.5) / CELLS, (row + 0.5) / CELLS


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
