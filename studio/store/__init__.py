"""What the studio keeps: rows in SQLite, files beside it."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from studio.errors import DiskFull
from studio.store.checkpoints import CheckpointStore
from studio.store.database import Database
from studio.store.disk.files import DataFolder
from studio.store.everything import EverythingStore
from studio.store.jobs import JobStore
from studio.store.people import PeopleStore
from studio.store.pictures import PictureStore
from studio.store.sharing.shares import Shares
from studio.store.subjects import SubjectStore
from studio.store.workers import WorkerStore

Result = TypeVar("Result")


class Store:
    """Everything of one data folder. Usable from several threads and processes at once; close() it when done."""

    def __init__(self, files: DataFolder, database: Database, clock: Callable[[], float]) -> None:
        self.files = files
        self.database = database
        self.clock = clock
        self.jobs = JobStore(database, clock)
        self.checkpoints = CheckpointStore(database)
        self.subjects = SubjectStore(database)
        self.pictures = PictureStore(database)
        self.people = PeopleStore(database, clock)
        self.everything = EverythingStore(database)
        self.workers = WorkerStore(database, clock)
        self.shares = Shares(database, files, clock)

    def with_room(self, write: Callable[[], Result]) -> Result:
        """What must work on a full disk, too: it is tried again with the room that is held back for it.

        Errors: what `write` raises; DiskFull when that room is gone as well.
        """
        try:
            return write()
        except DiskFull:
            self.files.reserve.give_back()
            self.database.shrink()
            return write()

    def delete(self, rows: Callable[[], None], files: Sequence[str | Path]) -> None:
        """Remove rows and then their files and folders; on a full disk the files first, since they make room.

        Errors: what `rows` raises.
        """
        try:
            rows()
        except DiskFull:
            for file in files:
                self.files.remove(file)
            self.with_room(rows)
        for file in files:
            self.files.remove(file)
        self.files.reserve.keep()

    def close(self) -> None:
        """Close the database's connections. The room that its log gives back is held for the next start."""
        self.database.close()
        self.files.reserve.keep()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(data_folder: Path, clock: Callable[[], float] = time.time, database_folder: Path | None = None) -> Store:
    """Open a data folder, make what is missing in it, and bring its database up to date. `clock` gives unix seconds.

    `database_folder`: see DataFolder; studio.copies keeps copies of the database in the data folder then.
    Errors: StudioError for a folder that cannot be written, or a database that is newer, damaged or not Cuddle's.
    """
    files = DataFolder(data_folder, database_folder)
    files.make()
    database = Database(files.database)
    try:
        database.bring_up_to_date()
    except BaseException:
        database.close()
        raise
    files.reserve.keep()
    return Store(files, database, clock)
