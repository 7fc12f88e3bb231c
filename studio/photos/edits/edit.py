"""One photo's edit: turned, cropped, or left out. It is data until the photo is kept, so that nothing of it is lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PIL import Image

from studio.checks import number, shown, whole_number, yes_or_no
from studio.errors import StudioError
from studio.untyped import is_mapping, is_row

Box = tuple[float, float, float, float]  # left, top, right, bottom

WHOLE: Box = (0.0, 0.0, 1.0, 1.0)
LEAST_CROP = 0.05  # of a side
_TURNS = {
    1: Image.Transpose.ROTATE_270,  # Pillow counts the other way round
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class PhotoEdit:
    """What is done to a photo that stands as its camera says.

    Attributes:
        quarter_turns: clockwise, 0 to 3.
        crop: what is kept of the turned photo, in 0..1 of its sides from the left and the top.
        is_removed: the photo is no part of the lesson.
    """

    quarter_turns: int = 0
    crop: Box = WHOLE
    is_removed: bool = False

    def turned(self) -> "PhotoEdit":
        """The edit after one more quarter turn clockwise of what it leaves."""
        left, top, right, bottom = self.crop
        return replace(self, quarter_turns=(self.quarter_turns + 1) % 4, crop=(1 - bottom, left, 1 - top, right))

    @property
    def longest_share(self) -> float:
        """The larger of the two shares of a side that the crop keeps, above 0, at most 1."""
        left, top, right, bottom = self.crop
        return max(right - left, bottom - top)

    @property
    def area(self) -> float:
        """The share of the photo that the crop keeps, above 0, at most 1."""
        left, top, right, bottom = self.crop
        return (right - left) * (bottom - top)

    def applied(self, image: Image.Image) -> Image.Image:
        """The photo turned, then cropped to whole pixels, at least one each way."""
        if self.quarter_turns:
            image = image.transpose(_TURNS[self.quarter_turns])
        return image if self.crop == WHOLE else image.crop(_pixels(self.crop, image.size))

    def to_json(self) -> dict[str, Any]:
        """As the page and programs send it."""
        return {"quarter_turns": self.quarter_turns, "crop": list(self.crop), "is_removed": self.is_removed}

    @classmethod
    def from_json(cls, value: object) -> "PhotoEdit":
        """What to_json gave; what is left out stays as it is. Errors: StudioError."""
        if not is_mapping(value) or not set(value) <= {"quarter_turns", "crop", "is_removed"}:
            raise StudioError("photo-edit-unreadable", value=shown(value))
        return cls(
            quarter_turns=whole_number("field-quarter-turns", value.get("quarter_turns", 0), 0, 3),
            crop=_crop(value.get("crop", WHOLE)),
            is_removed=yes_or_no("field-is-removed", value.get("is_removed", False)),
        )


UNCHANGED = PhotoEdit()


def edits_by_name(edits: object, names: Sequence[str]) -> dict[str, PhotoEdit]:
    """The edits of photos by their file names, without those that change nothing. None is none at all.

    Errors: StudioError for an unknown file name, or an edit that is none.
    """
    if edits is None:
        return {}
    if not is_mapping(edits):
        raise StudioError("photo-edits-unreadable", value=shown(edits))
    if unknown := [shown(name) for name in edits if name not in names]:
        raise StudioError("photo-edit-of-no-photo", photo=unknown[0])
    return changed({name: PhotoEdit.from_json(edit) for name, edit in edits.items()})


def changed(edits: Mapping[str, PhotoEdit]) -> dict[str, PhotoEdit]:
    """Those that change something."""
    return {name: edit for name, edit in edits.items() if edit != UNCHANGED}


def _crop(value: object) -> Box:
    if not is_row(value) or len(value) != 4:
        raise StudioError("photo-crop-unreadable", value=shown(value))
    left, top, right, bottom = (number("field-crop", one, 0, 1) for one in value)
    if min(right - left, bottom - top) < LEAST_CROP - 1e-9:  # the least itself, as floating point has it
        raise StudioError("photo-crop-too-narrow", least=round(100 * LEAST_CROP))
    return left, top, right, bottom


def _pixels(crop: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    width, height = size
    left, top = min(width - 1, round(crop[0] * width)), min(height - 1, round(crop[1] * height))
    return left, top, max(left + 1, round(crop[2] * width)), max(top + 1, round(crop[3] * height))
