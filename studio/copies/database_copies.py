"""The live database lies on this computer's disk; whole copies of it are kept in the data folder, a mounted bucket.

SQLite needs locks and memory that processes share, which no bucket has. So the bucket gets whole files alone: each copy
is made by SQLite's backup on the own disk, written from beginning to end under a new name, and only then given its own.
The name tells its number and what it holds, so a copy that was cut short is known as such. A copy that is there is
never written again.
"""

import contextlib
import hashlib
import logging
import os
import re
import shutil
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from studio.errors import StudioError, storage_error
from studio.store.disk.files import DATABASE_NAME, DataFolder
from studio.words import Message

COPIES_FOLDER = "database_copies"  # in the data folder
GENERATIONS = 3
EVERY_SECONDS = 10.0  # as often as that, where anything changed: a kill loses what came after the last one
_NAME = re.compile(r"studio-(\d{8})-([0-9a-f]{32})\.db")

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Restored:
    """A copy that became the live database: of when, in unix seconds, and the names of newer ones that are damaged."""

    made_at: float
    damaged: tuple[str, ...] = ()

    @property
    def message(self) -> Message:
        """It in a sentence."""
        made_at = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(self.made_at))
        if self.damaged:
            return Message("database-restored-older", made_at=made_at, damaged=len(self.damaged))
        return Message("database-restored", made_at=made_at)


class DatabaseCopies:
    """Keeps the newest GENERATIONS copies. Safe to call from several threads of the one process that does this."""

    def __init__(self, files: DataFolder) -> None:
        self._database = files.database
        self._folder = files.root / COPIES_FOLDER
        self._earlier = files.root / DATABASE_NAME  # of a start without a folder of the database's own
        self._lock = threading.Lock()
        self._seen: int | None = None
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def restore(self) -> Restored | None:
        """Where there is no live database, make it from the newest copy that is whole; None where nothing is to do.

        Errors: StudioError where none of several copies is whole, or one cannot be read.
        """
        if self._database.exists():
            return None
        copies, damaged = self._copies(), list[str]()
        try:
            self._database.parent.mkdir(parents=True, exist_ok=True)
            for copy in reversed(copies):
                made_at = copy.stat().st_mtime
                if self._take(copy):
                    return Restored(made_at=made_at, damaged=tuple(damaged))
                damaged.append(copy.name)
            if damaged:
                raise StudioError("database-copies-damaged", folder=str(self._folder), count=len(damaged))
            if self._earlier.exists():
                made_at = self._earlier.stat().st_mtime
                for suffix in ("-wal", ""):  # the database last: with it all is there
                    part = self._earlier.with_name(self._earlier.name + suffix)
                    if part.exists():
                        shutil.copyfile(part, self._database.with_name(part.name))
                return Restored(made_at=made_at)
        except OSError as error:
            raise storage_error(error, self._folder) from error
        return None

    def copy(self) -> None:
        """Keep a copy of the database as it is now, and let go of the oldest. Errors: StudioError."""
        with self._lock:
            self._copy(GENERATIONS)

    def renew(self) -> None:
        """Keep a copy of the database as it is now alone: earlier ones hold what is deleted. Errors: StudioError."""
        with self._lock:
            self._copy(1)

    def start(self, changes: Callable[[], int], every_seconds: float = EVERY_SECONDS) -> None:
        """From now on a thread copies every so many seconds, where changes() gives another number than before."""
        self._seen = changes()  # read before the copy: what is written meanwhile is copied the next time
        self.copy()
        with contextlib.suppress(OSError):  # it is in the copy now
            for suffix in ("", "-wal", "-shm"):
                self._earlier.with_name(self._earlier.name + suffix).unlink(missing_ok=True)
        self._thread = threading.Thread(
            target=self._follow, args=(changes, every_seconds), name="database-copies", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """End the thread, after a last copy."""
        if self._thread is not None:
            self._ended.set()
            self._thread.join()
            self._thread = None

    def _follow(self, changes: Callable[[], int], every_seconds: float) -> None:
        is_last = False
        while not is_last:
            is_last = self._ended.wait(every_seconds)
            try:
                now = changes()
                if now != self._seen:
                    self.copy()
                    self._seen = now
            except StudioError as error:
                log.warning("No copy of the database could be kept: %s", error)

    def _copy(self, generations: int) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            copies = self._copies()
            with self._snapshot() as snapshot:
                digest = _digest(snapshot)
                if not copies or _facts(copies[-1])[1] != digest:
                    number = _facts(copies[-1])[0] + 1 if copies else 1
                    kept = self._folder / f"studio-{number:08d}-{digest}.db"
                    part = kept.with_suffix(".part")
                    with snapshot.open("rb") as source, part.open("wb") as target:
                        shutil.copyfileobj(source, target, 2**20)
                        target.flush()
                        os.fsync(target.fileno())
                    os.replace(part, kept)
                    copies.append(kept)
            gone = [*copies[:-generations], *self._folder.glob("*.part")]
            for path in gone:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise storage_error(error, self._folder) from error
        except sqlite3.Error as error:
            raise StudioError("database-not-copied", reason=str(error)) from error

    @contextlib.contextmanager
    def _snapshot(self) -> Iterator[Path]:
        """The database as of one moment, as one file on this disk, for the block."""
        with tempfile.TemporaryDirectory(dir=self._database.parent, prefix=".copy_") as folder:
            path = Path(folder) / DATABASE_NAME
            with (
                contextlib.closing(sqlite3.connect(self._database, timeout=30)) as live,
                contextlib.closing(sqlite3.connect(path)) as copy,
            ):
                live.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
            yield path

    def _take(self, copy: Path) -> bool:
        """Make a copy the live database, if it is whole."""
        with tempfile.TemporaryDirectory(dir=self._database.parent, prefix=".copy_") as folder:
            path = Path(folder) / DATABASE_NAME
            shutil.copyfile(copy, path)
            if _digest(path) != _facts(copy)[1] or not is_whole(path):
                return False
            os.replace(path, self._database)
        return True

    def _copies(self) -> list[Path]:
        """Those that are there, the newest last."""
        found = [path for path in self._folder.glob("studio-*.db") if _NAME.fullmatch(path.name)]
        return sorted(found, key=lambda path: path.name)


def is_whole(database: Path) -> bool:
    """Whether SQLite finds nothing wrong in a database file."""
    try:
        with contextlib.closing(sqlite3.connect(database)) as connection:
            return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except sqlite3.Error:
        return False


def _facts(copy: Path) -> tuple[int, str]:
    """The number of a copy and the digest of what it holds."""
    match = _NAME.fullmatch(copy.name)
    assert match is not None, "_copies() gives no other"
    return int(match[1]), match[2]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()[:32]
