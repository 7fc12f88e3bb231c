"""What is handed out takes no room for longer than what it was made of, and a full disk hides nothing."""

import errno
import os
import shutil
from pathlib import Path

import pytest
from PIL import Image

from ui.served_files import ServedFiles


def test_what_was_handed_out_of_a_deleted_file_goes_with_it(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"a picture")
    served = ServedFiles(tmp_path / "served", lambda _person, file: tmp_path / file)
    copy = served.copy_of("a.png")
    served.forget("a.png", None, "gone.png")
    assert not copy.exists()
    assert served.copy_of("a.png").read_bytes() == b"a picture"


def test_on_a_full_disk_a_file_is_handed_out_without_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Image.new("RGB", (64, 64)).save(tmp_path / "a.png")
    served = ServedFiles(tmp_path / "served", lambda _person, file: tmp_path / file)

    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", no_room)
    monkeypatch.setattr(os, "fsync", no_room)
    copy = served.copy_of("a.png")
    assert copy.samefile(tmp_path / "a.png")
    assert served.url_of("a.png", longest_side=16).endswith("/a.png"), "small copies find no room"
