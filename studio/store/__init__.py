"""What the studio keeps: rows in SQLite, files beside it."""

import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from studio.store.checkpoints import CheckpointStore
from studio.store.database import Database
from studio.store.files import DataFolder
from studio.store.jobs import JobStore
from studio.store.pictures import PictureStore
from studio.store.subjects import SubjectStore
from studio.store.workers import WorkerStore


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

    def close(self) -> None:
        """Close the database's connections."""
        self.database.close()

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
    return Store(files, database, clock)
