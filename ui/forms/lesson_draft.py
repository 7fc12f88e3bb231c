"""What a browser kept of the form of a lesson, as far as it still holds: nothing of it is believed."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from studio.errors import StudioError
from studio.photos.captions import MAX_CAPTION
from studio.photos.edits.edit import edits_by_name
from studio.photos.uploads import MAX_PHOTOS
from studio.subjects.subject_types import SUBJECT_TYPES
from studio.untyped import is_array, is_mapping, is_object
from ui.forms.teaching import SHOWN_OPTIONS

_LONGEST_WORDS = 200


def drafted_lesson(
    kept: object, who: str, uploads: Path, presets: Collection[str], base_models: Collection[str]
) -> dict[str, Any] | None:
    """The values of the form by name; a value that does not fit is not among them. None where it is another's draft.

    `who`: the id of the person who asks; `uploads`: the folder in which files that pages gave lie, under names that
    only the page which gave them knows; those that are gone are left out.
    """
    if not is_object(kept) or kept.get("who") != who:
        return None
    values: dict[str, Any] = {
        name: kept[name]
        for name in ("name", "kind", *SHOWN_OPTIONS)
        if isinstance(kept.get(name), str) and len(kept[name]) <= _LONGEST_WORDS
    }
    for name, choices in (("preset", presets), ("base_model", [*base_models, "auto"]), ("subject_type", SUBJECT_TYPES)):
        if isinstance(kept.get(name), str) and kept[name] in choices:
            values[name] = kept[name]
    if isinstance(kept.get("prior_preservation"), bool):
        values["prior_preservation"] = kept["prior_preservation"]
    photos = _still_there(kept.get("photos"), uploads)
    if photos:
        values["photos"] = photos
        values["edits"], values["captions"] = _edits(kept.get("edits")), _captions(kept.get("captions"))
    return values


def _still_there(photos: object, uploads: Path) -> list[str]:
    """The paths of the files that are still there, as gradio describes files."""
    given = [one.get("path") for one in photos if is_object(one)] if is_array(photos) else []
    root = uploads.resolve()
    return [
        path for path in given[: 2 * MAX_PHOTOS]  # with a file of words beside each
        if isinstance(path, str) and "\0" not in path and Path(path).resolve().is_relative_to(root)
        and Path(path).is_file()
    ]  # fmt: skip


def _edits(edits: object) -> dict[str, Any]:
    try:
        return {name: edit.to_json() for name, edit in edits_by_name(edits, list(edits)).items()}  # type: ignore[call-overload]
    except (StudioError, TypeError):
        return {}


def _captions(captions: object) -> dict[str, str]:
    given = captions.items() if is_mapping(captions) else ()
    return {name: line[:MAX_CAPTION] for name, line in given if isinstance(name, str) and isinstance(line, str)}
