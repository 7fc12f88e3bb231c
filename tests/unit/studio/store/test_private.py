"""Whose eyes a data folder is for."""

import os
import stat
import sys
from pathlib import Path

import pytest

from studio.store import open_store
from studio.store.disk.files import DataFolder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_an_open_data_folder_of_before_is_closed_with_what_cuddle_keeps_in_it(tmp_path: Path) -> None:
    root = tmp_path / "data"
    photos = root / "photos" / "a-job"
    photos.mkdir(parents=True)
    files = [photos / "00.jpg", root / "studio.db-wal", root / "worker.log", root / "worker-1.lock", root / "notes.txt"]
    for path in files:
        path.write_bytes(b"")
        path.chmod(0o644)
    root.chmod(0o755)
    with open_store(root) as store:
        assert mode(root) == 0o700
        assert [mode(path) for path in files if path.exists()][:1] == [0o600]
        assert mode(store.files.worker_log) == mode(store.files.root / "worker-1.lock") == 0o600
    assert mode(photos) == 0o700
    assert mode(root / "notes.txt") == 0o644, "it is not Cuddle's"
    (root / "studio.db").chmod(0o644)
    DataFolder(root).make()
    assert mode(root / "studio.db") == 0o600


def test_a_link_in_it_leads_to_nothing_that_is_changed(tmp_path: Path) -> None:
    root, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    elsewhere.write_text("somebody else's")
    elsewhere.chmod(0o644)
    root.mkdir()
    root.chmod(0o755)
    (root / "worker.log").symlink_to(elsewhere)
    (root / "photos").symlink_to(tmp_path)
    DataFolder(root).make()
    assert (mode(root), mode(elsewhere)) == (0o700, 0o644)


def test_a_folder_set_up_for_a_group_or_owned_by_another_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o2770)
    DataFolder(shared).make()
    assert mode(shared) == 0o2770
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    theirs.chmod(0o775)
    monkeypatch.setattr("os.getuid", lambda: os.stat(tmp_path).st_uid + 1)
    DataFolder(theirs).make()
    assert mode(theirs) == 0o775
