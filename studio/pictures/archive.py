"""Pictures together in a zip, with a sheet of what they were made from."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from studio.pictures.picture import Picture

SHEET_NAME = "pictures.csv"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_COLUMNS = (
    "file", "id", "made_at", "prompt", "read_as", "negative_prompt", "subjects", "likeness", "sampler", "steps",
    "guidance_scale", "seed", "width", "height", "base_model", "starred",
)  # fmt: skip


def write_archive(
    target: Path, pictures: Sequence[tuple[Picture, Path]], likenesses: Sequence[Mapping[str, float]]
) -> None:
    """Write a zip of PNGs and the sheet to `target`, one picture after the other, so that memory holds one part of one.

    `likenesses`: of each picture, 0..1 by name. Errors: OSError.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED, strict_timestamps=False) as archive:
        add_pictures(archive, pictures, likenesses)


def add_pictures(
    archive: zipfile.ZipFile,
    pictures: Sequence[tuple[Picture, Path]],
    likenesses: Sequence[Mapping[str, float]],
    folder: str = "",
) -> None:
    """Add PNGs, in a folder ("pictures/") where one is given, and the sheet. Errors: OSError."""
    names = [f"{folder}{archive_name(picture)}" for picture, _ in pictures]
    for name, (_, file) in zip(names, pictures, strict=True):
        archive.write(file, name, zipfile.ZIP_STORED)  # a PNG gets no smaller
    rows = [
        _sheet_row(name, picture, by_name)
        for name, (picture, _), by_name in zip(names, pictures, likenesses, strict=True)
    ]
    archive.writestr(SHEET_NAME, sheet([_COLUMNS, *rows]), zipfile.ZIP_DEFLATED)


def archive_name(picture: Picture) -> str:
    """How a picture's file is called in a zip."""
    return f"cuddle-{picture.id}-seed-{picture.seed}.png"


def sheet(rows: Sequence[Sequence[object]]) -> bytes:
    """Rows as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to read it as such.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[_safe(cell) for cell in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def _safe(cell: object) -> object:
    if isinstance(cell, str) and (cell.startswith(_FORMULA_STARTS) or cell.lstrip().startswith(_FORMULA_STARTS)):
        return f"'{cell}"
    return cell


def _sheet_row(name: str, picture: Picture, likenesses: Mapping[str, float]) -> list[object]:
    request = picture.request
    return [
        name,
        picture.id,
        datetime.fromtimestamp(picture.created_at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        request.told_prompt,
        request.prompt,
        request.negative_prompt,
        "; ".join(f"{choice.name} ({choice.strength:g})" for choice in request.subjects),
        "; ".join(f"{subject} {likeness:.3f}" for subject, likeness in likenesses.items()),
        request.sampler,
        request.steps,
        request.guidance_scale,
        str(picture.seed),  # a spreadsheet rounds a long number, and keeps a text
        picture.width,
        picture.height,
        request.base_model,
        int(picture.starred),
    ]
