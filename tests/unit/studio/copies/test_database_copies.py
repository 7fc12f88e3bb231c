"""A database on this disk, and its copies in a folder that is a mounted bucket elsewhere."""

import contextlib
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.copies.database_copies import GENERATIONS, DatabaseCopies
from studio.errors import StudioError
from studio.jobs.job import JobState
from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.store.disk.files import DataFolder
from studio.words import say
from tests.by_hand import begin, finish_lesson, finish_pictures
from tests.contract.test_store_jobs import create, teach

WRITER = """
import sys, time
from pathlib import Path
from studio.copies.database_copies import DatabaseCopies
from studio.store import open_store
from tests.contract.test_store_jobs import create

bucket, disk = Path(sys.argv[1]), Path(sys.argv[2])
with open_store(bucket, database_folder=disk) as store:
    copies = DatabaseCopies(store.files)
    copies.start(store.database.changes, every_seconds=0.2)
    for number in range(100_000):
        create(store, f"{number:06d}")
        store.files.write_whole(f"pictures/{number:06d}-00.png", b"a picture")
        print(number, time.time(), flush=True)
"""


class Space:
    """A bucket that stays, and a disk that is lost with each restart."""

    def __init__(self, folder: Path) -> None:
        self.bucket, self.disk = folder / "bucket", folder / "disk"
        self.files = DataFolder(self.bucket, self.disk)
        self.copies = DatabaseCopies(self.files)

    @contextlib.contextmanager
    def open(self) -> Iterator[Store]:
        with open_store(self.bucket, database_folder=self.disk) as store:
            yield store

    def lose_disk(self) -> None:
        for path in sorted(self.disk.rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()

    def kept(self) -> list[Path]:
        return sorted((self.bucket / "database_copies").iterdir())


@pytest.fixture
def space(tmp_path: Path) -> Space:
    return Space(tmp_path)


def test_what_needs_a_true_disk_lies_there_and_the_rest_in_the_bucket(space: Space) -> None:
    with space.open() as store:
        teach(store)
        lock = store.files.worker_lock()
        assert lock.take()
        space.copies.copy()
        assert {path.name for path in space.bucket.iterdir() if not path.is_dir()} == set()
        lock.release()
    assert {"studio.db", "worker.lock", "reserve"} <= {path.name for path in space.disk.iterdir()}
    assert not list(space.disk.glob(".copy_*"))


def test_after_a_restart_without_its_disk_all_is_there_that_was_copied(space: Space) -> None:
    with space.open() as store:
        teach(store)
        create(store, "one")
        space.copies.copy()
    space.lose_disk()
    restored = space.copies.restore()
    assert restored is not None
    assert say(restored.message).startswith("The database is the copy of 20")
    with space.open() as store:
        assert {job.id for job in store.jobs.list(OWNER)} == {"Dumpling", "one"}
        assert space.copies.restore() is None, "one that is there is never replaced"


def test_only_what_changed_is_copied_and_the_newest_generations_stay(space: Space) -> None:
    with space.open() as store:
        for number in range(GENERATIONS + 2):
            create(store, f"job{number}")
            space.copies.copy()
            space.copies.copy()
    names = [path.name[:15] for path in space.kept()]
    assert names == ["studio-00000003", "studio-00000004", "studio-00000005"]


@pytest.mark.parametrize("harm", ["cut short", "other bytes", "empty"])
def test_of_a_damaged_copy_the_one_before_it_is_taken_and_that_is_said(space: Space, harm: str) -> None:
    with space.open() as store:
        for id in ("one", "two"):
            create(store, id)
            space.copies.copy()
    newest = space.kept()[-1]
    content = newest.read_bytes()
    middle = len(content) // 2
    harmed = {"cut short": content[:middle], "other bytes": content[:middle] + b"\xff" * 64 + content[middle + 64 :]}
    newest.write_bytes(harmed.get(harm, b""))
    space.lose_disk()
    restored = space.copies.restore()
    assert restored is not None
    assert restored.damaged == (newest.name,)
    assert "since the newest copy is damaged; what was changed after that is lost" in say(restored.message)
    with space.open() as store:
        assert [job.id for job in store.jobs.list(OWNER)] == ["one"]


def test_where_no_copy_is_whole_it_does_not_begin_with_nothing_in_silence(space: Space) -> None:
    with space.open() as store:
        create(store, "one")
        space.copies.copy()
    for path in space.kept():
        path.write_bytes(b"no database")
    space.lose_disk()
    with pytest.raises(StudioError, match=r"None of the copies of the database in .* is whole \(1 looked at\)"):
        space.copies.restore()
    assert not space.files.database.exists()


def test_a_copy_that_was_on_its_way_when_the_power_went_is_none_and_goes(space: Space) -> None:
    with space.open() as store:
        create(store, "one")
        space.copies.copy()
        half = space.kept()[0].with_name("studio-00000002-" + "0" * 32 + ".part")
        half.write_bytes(b"SQLite format 3")
        create(store, "two")
        space.copies.copy()
    assert [path.suffix for path in space.kept()] == [".db", ".db"]


def test_what_was_deleted_is_in_no_earlier_copy_either(space: Space) -> None:
    with space.open() as store:
        teach(store, "Kunigunde")
        space.copies.copy()
        create(store, "another")
        space.copies.copy()
        store.everything.delete(OWNER)
        assert store.database.scrub()
        space.copies.renew()
    assert len(space.kept()) == 1
    assert b"Kunigunde" not in space.kept()[0].read_bytes()


def test_a_data_folder_that_has_its_database_inside_is_taken_over_once(space: Space) -> None:
    with open_store(space.bucket) as store:
        create(store, "early")
    assert space.copies.restore() is not None
    with space.open() as store:
        space.copies.start(store.database.changes)
        space.copies.stop()
        assert [job.id for job in store.jobs.list(OWNER)] == ["early"]
    assert not list(space.bucket.glob("studio.db*"))
    assert len(space.kept()) == 1


def test_the_last_changes_before_the_end_are_copied_and_signs_of_life_are_not(space: Space) -> None:
    with space.open() as store:
        space.copies.start(store.database.changes, every_seconds=3600)
        create(store, "late")
        space.copies.stop()
        store.workers.register("worker", 1)
        again = DatabaseCopies(space.files)
        again.start(store.database.changes, every_seconds=3600)
        before = space.kept()
        store.jobs.heartbeat("late", "worker")
        again.stop()
        assert space.kept() == before
    space.lose_disk()
    assert space.copies.restore() is not None
    with space.open() as store:
        assert store.jobs.get(OWNER, "late").state is JobState.QUEUED
    assert len(before) == 3


def test_rows_whose_files_are_gone_are_taken_off_and_what_can_be_taught_again_can(
    space: Space, photos: list[Path]
) -> None:
    with space.open() as store:
        for name in ("Dumpling", "Pie"):
            teach(store, name)
            store.files.write_whole(f"photos/{name}/00.jpg", photos[0].read_bytes())
            job = begin(store)
            store.subjects.update(OWNER, name, photo_files=(f"photos/{name}/00.jpg",))
            finish_lesson(store, job)
        create(store, "pictures1")
        create(store, "pictures2")
        lost, stays = (finish_pictures(store, begin(store), now=1.0)[0] for _ in range(2))
        store.files.remove(lost.file)
        store.files.remove(str(stays.thumbnail_file))
        for name in ("Dumpling", "Pie"):
            store.files.remove(f"loras/{name.lower()}")
        store.files.remove("photos/Pie")
        assert store.everything.reconcile(lambda file: store.files.path(file).is_file()) == (1, 2)
        (left,) = store.pictures.list(OWNER)
        assert (left.id, left.thumbnail_file) == (stays.id, None)
        (subject,) = store.subjects.list(OWNER)
        assert (subject.name, subject.state, subject.lora_files) == ("Dumpling", "failed", {})
        assert store.everything.reconcile(lambda file: store.files.path(file).is_file()) == (0, 0)


def test_a_kill_at_any_moment_loses_no_more_than_the_time_between_two_copies(space: Space) -> None:
    """Of rows; a file without a row lies where it was written."""
    draw = random.Random(5)
    for _ in range(2):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(space.bucket), str(space.disk)],
            stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[4],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[4])},
        )  # fmt: skip
        assert process.stdout is not None
        written: dict[int, float] = {}
        for _ in range(draw.randrange(20, 200)):
            number, moment = process.stdout.readline().split()
            written[int(number)] = float(moment)
        process.kill()
        process.wait()
        process.stdout.close()
        space.lose_disk()
        restored = space.copies.restore()
        assert restored is not None
        with contextlib.closing(sqlite3.connect(space.files.database)) as connection:
            kept = {int(id) for (id,) in connection.execute("SELECT id FROM jobs")}
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert kept == set(range(len(kept))), "all up to one moment"
        killed_at = max(written.values())
        lost = [moment for number, moment in written.items() if number not in kept]
        assert all(killed_at - moment < 0.2 + 2.0 for moment in lost), "and how long a copy takes on a busy machine"
        for path in (space.bucket / "database_copies").iterdir():
            path.unlink()
        space.lose_disk()
