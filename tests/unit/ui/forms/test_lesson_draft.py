"""What a browser kept of a lesson's form."""

from pathlib import Path
from typing import Any

import pytest

from ui.forms.lesson_draft import drafted_lesson

PRESETS, MODELS = ["quick", "balanced"], ["pocket"]


def drafted(kept: object, uploads: Path) -> dict[str, Any] | None:
    return drafted_lesson(kept, "anna", uploads, PRESETS, MODELS)


def test_photos_that_are_still_there_come_back_with_what_was_done_to_them(tmp_path: Path) -> None:
    uploads, photo = tmp_path / "uploads", tmp_path / "uploads" / "a1" / "cat.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"")
    (tmp_path / "studio.db").write_bytes(b"")
    edit = {"quarter_turns": 1, "crop": [0.0, 0.0, 1.0, 1.0], "is_removed": False}
    kept = {
        "who": "anna", "name": "Mango", "kind": "cat", "preset": "quick", "base_model": "gone",
        "photos": [{"path": str(path)} for path in (photo, uploads / "gone.jpg", tmp_path / "studio.db")],
        "learning_rate": "0,001",
        "edits": {"cat.jpg": edit}, "captions": {"cat.jpg": "[name] on a sofa", "x": 3}, "subject_type": "pet",
    }  # fmt: skip
    assert drafted(kept, uploads) == {
        "name": "Mango", "kind": "cat", "preset": "quick", "learning_rate": "0,001", "subject_type": "pet",
        "photos": [str(photo)], "edits": {"cat.jpg": edit},
        "captions": {"cat.jpg": "[name] on a sofa"},
    }  # fmt: skip
    photo.unlink()
    left = drafted(kept, uploads)
    assert left is not None and left["name"] == "Mango" and "photos" not in left
    assert drafted(kept | {"who": "bob"}, uploads) is None, "another person's, in the same browser"


@pytest.mark.parametrize(
    "kept",
    [
        None, 7, "x", [], {}, {"who": "anna", "photos": {"path": 1}, "name": 3, "kind": ["x"], "preset": []},
        {"who": "anna", "photos": [7, {}, {"path": None}, {"path": "a\0b"}], "edits": 3, "captions": [1]},
    ],
)  # fmt: skip
def test_whatever_else_was_kept_fills_nothing_in(kept: object, tmp_path: Path) -> None:
    assert not drafted(kept, tmp_path)
