"""What the studio keeps: rows in SQLite, files beside it."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from studio.errors import DiskFull
from studio.store.checkpoints import CheckpointStore
from studio.store.database import Database
from studio.store.disk.files import DataFolder
from studio.store.jobs import JobStore
from studio.store.pictures import PictureStore
from studio.store.subjects import SubjectStore
from studio.store.workers import WorkerStore

SECONDS_BETWEEN_TRIES = 2.0  # while the disk is full

Result = TypeVar("Result")

log = logging.getLogger(__name__)


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
        self.workers = WorkerStore(database, clock)

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

    def once_there_is_room(self, write: Callable[[], Result], stopping: threading.Event) -> Result:
        """What can wait while the disk is full: it is tried again and again until it is done.

        Errors: what `write` raises; DiskFull once `stopping` is set.
        """
        while True:
            try:
                return write()
            except DiskFull as error:
                log.warning("%s It is tried again.", error)
                if stopping.wait(SECONDS_BETWEEN_TRIES):
                    raise

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


def open_store(data_folder: Path, clock: Callable[[], float] = time.time) -> Store:
    """Open a data folder, make what is missing in it, and bring its database up to date. `clock` gives unix seconds.

    Errors: StudioError for a folder that cannot be written, or a database that is newer, damaged or not Cuddle's.
    """
    files = DataFolder(data_folder)
    files.make()
    database = Database(files.database)
    try:
        database.bring_up_to_date()
    except BaseException:
        database.close()
        raise
    files.reserve.keep()
    return Store(files, database, clock)
