"""A full disk: what is said, what can be deleted, that everything starts, and that it goes on once there is room."""

import contextlib
import errno
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from benchmarks.page.full_store import fill
from studio.engines import waiting
from studio.errors import DiskFull, StorageTrouble, StudioError
from studio.jobs.job import JobState
from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.store.disk.reserve import RESERVE_BYTES, Reserve
from tests.small_disk import SmallDisk, mounted
from tests.still_studio import studio_over


@contextlib.contextmanager
def nothing_is_written(
    store: Store, while_: Callable[[], bool], trouble: str = "database or disk is full"
) -> Iterator[None]:
    """SQLite finds the disk full, or what else `trouble` is, for the block, for as long as that is so."""

    def refuse(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(("INSERT", "UPDATE", "DELETE")) and while_():
            raise sqlite3.OperationalError(trouble)

    event.listen(store.database.engine, "before_cursor_execute", refuse)
    try:
        yield
    finally:
        event.remove(store.database.engine, "before_cursor_execute", refuse)


def test_room_is_held_back_and_given_back_for_deleting_and_for_cancelling_alone(store: Store) -> None:
    fill(store.files.root, pictures=1, subjects=1, jobs=0)
    studio, reserve = studio_over(store), store.files.reserve
    job = studio.pictures.create(OWNER, "a cat")
    assert reserve.path.stat().st_size == RESERVE_BYTES
    for frees_space in (
        lambda: studio.pictures.delete(OWNER, "picture000000"),
        lambda: studio.subjects.delete(OWNER, "Subject 0"),
        lambda: studio.queue.cancel(OWNER, job.id),
    ):
        reserve.keep()
        with nothing_is_written(store, reserve.path.exists):
            with pytest.raises(DiskFull, match="old pictures can be deleted in the Album"):
                studio.pictures.create(OWNER, "a cat")
            frees_space()
    assert studio.pictures.list(OWNER) == [] and studio.subjects.list(OWNER) == []
    assert studio.queue.get(OWNER, job.id).state is JobState.CANCELLED


def test_where_no_room_was_held_back_the_files_go_first(store: Store) -> None:
    fill(store.files.root, pictures=2, subjects=0, jobs=0)
    studio = studio_over(store)
    store.files.reserve.give_back()
    file = studio.pictures.file(OWNER, "picture000000")
    with nothing_is_written(store, file.exists):
        studio.pictures.delete(OWNER, "picture000000")
    assert [picture.id for picture in studio.pictures.list(OWNER)] == ["picture000001"]
    assert studio.pictures.file(OWNER, "picture000001").exists()
    assert store.files.reserve.path.exists(), "it is held back again once there is room"


@pytest.mark.parametrize(
    "trouble",
    ["database or disk is full", "database is locked", "attempt to write a readonly database", "disk I/O error"],
)
def test_what_can_wait_is_tried_until_it_can_be_written_or_the_worker_is_asked_to_end(
    store: Store, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    monkeypatch.setattr(waiting, "SECONDS_BETWEEN_TRIES", 0.01)
    stopping, tries = threading.Event(), []

    def register() -> None:
        tries.append(1)
        store.workers.register("worker", 1)

    with nothing_is_written(store, lambda: len(tries) < 4, trouble):
        waiting.once_it_can_be_written(register, stopping)
    assert len(tries) == 4 and store.workers.latest() is not None
    stopping.set()
    with nothing_is_written(store, lambda: True, trouble), pytest.raises(StorageTrouble):
        waiting.once_it_can_be_written(register, stopping)


def test_a_data_folder_on_a_full_disk_is_opened_when_something_is_in_it(
    data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_back: list[Path] = []
    monkeypatch.setattr(Reserve, "give_back", lambda reserve: given_back.append(reserve.path))
    with open_store(data_folder) as store:
        assert given_back == []

    def no_room(*_: object, **__: object) -> Any:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", no_room)
    with open_store(data_folder) as store:
        assert store.pictures.list(OWNER) == []
        assert given_back == [store.files.reserve.path]
    with pytest.raises(DiskFull, match="The data folder"), open_store(tmp_path / "new"):
        pass


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A real file system. Skips where none can be mounted."""
    with mounted(tmp_path / "disk") as disk:
        yield disk


def test_on_a_disk_that_is_really_full_every_picture_can_be_deleted_and_a_start_is_fine(small_disk: SmallDisk) -> None:
    data = small_disk.path / "data"
    fill(data, pictures=40, subjects=2, jobs=20)
    for _ in range(2):  # the second time it is started on a full disk
        small_disk.fill()
        with open_store(data) as store:
            studio = studio_over(store)
            before = studio.pictures.list(OWNER)
            for picture in before[:10]:
                small_disk.fill()
                with pytest.raises(StudioError, match="The disk is full"):
                    for _ in range(1000):  # SQLite's log may have room inside
                        studio.pictures.create(OWNER, "a cat")
                studio.pictures.delete(OWNER, picture.id)
            assert studio.pictures.list(OWNER) == before[10:]
            studio.subjects.delete(OWNER, studio.subjects.list(OWNER)[0].name)
            assert all(job.state is not JobState.RUNNING for job in studio.queue.list(OWNER))


def test_once_it_can_be_written_everything_goes_on_without_a_new_start(small_disk: SmallDisk) -> None:
    data = small_disk.path / "data"
    fill(data, pictures=3, subjects=0, jobs=0)
    with open_store(data) as store:
        studio = studio_over(store)
        small_disk.fill()
        with pytest.raises(DiskFull):
            for _ in range(1000):
                studio.pictures.create(OWNER, "a cat")
        small_disk.free()
        job = studio.pictures.create(OWNER, "a cat")
        assert store.jobs.get(OWNER, job.id).state is JobState.QUEUED
        studio.pictures.delete(OWNER, "picture000000")
        assert store.files.reserve.path.exists()
