"""The SQLite file: opened with WAL, brought up to date by Alembic, read and written in short transactions."""

import contextlib
import os
import re
import shutil
import sqlite3
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, create_engine, event, inspect
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session, sessionmaker

from studio.errors import StorageTrouble, StudioError, disk_full
from studio.people.person import Person
from studio.store.changes import ChangeCount, count_change
from studio.store.disk.locks import FileLock
from studio.store.tables import people_in

BUSY_SECONDS = 30  # how long one process waits for another's short transaction before it gives up
_MAY_BE_FULL = re.compile("unable to open database|disk i/o error")  # also where the files beside it find no room
_FULL_BYTES = 100_000  # less free than that: the smallest of those files takes 32 kB
MAX_PATH_BYTES = 512 - 8  # MAX_PATHNAME of SQLite's os_unix.c, less what it puts behind a database's name
MIGRATIONS = Path(__file__).parent / "migrations"


class Database:
    """One database file. reading() and writing() give a session for a block; a block that ends well is kept.

    Attributes:
        departed: people who have left for good while this process runs. Nothing new can be kept for them: what was
            asked before they left, and answered after it, would stay.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.engine = create_engine(
            URL.create("sqlite", database=str(path)),  # in an address, a % or a ? of the path would mean something
            connect_args={"timeout": BUSY_SECONDS},
        )
        event.listen(self.engine, "connect", _prepare)
        event.listen(self.engine, "begin", _begin)
        writer = self.engine.execution_options(cuddle_writes=True)
        self._read = sessionmaker(self.engine, expire_on_commit=False)
        self._write = sessionmaker(writer, expire_on_commit=False)
        self._changes = ChangeCount(path, BUSY_SECONDS)
        self._together = _Together()
        self.departed: set[Person] = set()
        event.listen(self._write, "before_flush", self._refuse_departed)

    @contextmanager
    def reading(self) -> Generator[Session, None, None]:
        """A session that sees one moment of the database. Errors: StudioError for trouble of the file or the disk."""
        if (outer := self._together.session) is not None:
            yield outer
            return
        with _explained(self.path), self._read() as session, session.begin():
            yield session

    @contextmanager
    def writing(self, *, is_news: bool = True) -> Generator[Session, None, None]:
        """A session that is the only writer of all processes until the block ends. Errors: as reading().

        `is_news`: whether changes() tells of it, as it does of all but signs of life.
        """
        if (outer := self._together.session) is not None:
            yield outer
            if is_news:
                count_change(outer)
            outer.flush()
            return
        with _explained(self.path), self._write() as session, session.begin():
            yield session
            if is_news:
                count_change(session)

    @contextmanager
    def together(self) -> Generator[None, None, None]:
        """All that this thread reads and writes until the block ends is one transaction: it is kept whole, or not.

        One inside another is a part of it. Errors: as reading().
        """
        if self._together.session is not None:
            yield
            return
        with self.writing(is_news=False) as session:
            self._together.session = session
            try:
                yield
            finally:
                self._together.session = None

    def _refuse_departed(self, session: Session, *_: object) -> None:
        if self.departed and any(person in self.departed for row in session.new for person in people_in(row)):
            raise StudioError("account-not-found")

    def changes(self) -> int:
        """A number that is another one after each transaction with news, of any process. Takes some microseconds.

        Errors: as reading().
        """
        with _explained(self.path):
            return self._changes.read()

    def bring_up_to_date(self) -> None:
        """Run the missing migrations. Errors: StudioError for a file of a newer version, or one that is no database."""
        if (length := len(os.fsencode(self.path))) > MAX_PATH_BYTES:
            raise StudioError("data-folder-path-too-long", name=self.path.name, bytes=length, most=MAX_PATH_BYTES)
        with _explained(self.path), FileLock(self.path.with_suffix(".migration.lock")).waited_for(BUSY_SECONDS) as had:
            if not had:
                raise StudioError("database-migrating-elsewhere", path=str(self.path), seconds=BUSY_SECONDS)
            with self.engine.connect() as connection:
                _migrate(connection, self.path)

    def shrink(self) -> None:
        """Give back what SQLite's log takes of the disk, as far as nobody needs it now; fine when it cannot."""
        with contextlib.suppress(DatabaseError), self.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")  # the log stays as it is while a transaction reads
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def scrub(self, seconds: float = BUSY_SECONDS) -> bool:
        """Leave nothing of deleted rows in the file or in SQLite's log. It takes the room of the database once more.

        False where somebody has read or written without a pause for so many seconds, or the disk is too full; then what
        was deleted is overwritten in the file, and in the log with the next writes.
        """
        until = time.monotonic() + seconds
        try:
            with self.engine.connect() as connection:
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("VACUUM")
                while connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]:
                    if time.monotonic() >= until:
                        return False
                    time.sleep(0.02)
        except DatabaseError:
            return False
        return True

    def close(self) -> None:
        """Close every connection."""
        self._changes.close()
        self.engine.dispose()


class _Together(threading.local):
    """The transaction that a thread is in, where several are to be one."""

    session: Session | None = None


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin where _begin says, not where the driver guesses
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")  # with WAL: never a broken file, also after a power cut
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten, and not only given free


def _begin(connection: Connection) -> None:
    # A writer takes the lock before it reads: what it decides on cannot change before it writes.
    writes = connection.get_execution_options().get("cuddle_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(connection: Connection, path: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(config)
    with connection.begin():
        present = MigrationContext.configure(connection).get_current_revision()
        is_empty = not inspect(connection).get_table_names()
    if present == scripts.get_current_head():
        return
    known = {script.revision for script in scripts.walk_revisions()}
    if present is None and not is_empty:
        raise StudioError("database-of-another-program", path=str(path))
    if present is not None and present not in known:
        raise StudioError("database-newer", path=str(path), version=present)
    command.upgrade(config, "head")


# What SQLite says, the key of what is said of it, and whether all is fine when the cause is gone.
_TROUBLES = {
    "readonly database": ("database-not-writable", StorageTrouble),
    "unable to open database": ("database-not-opened", StorageTrouble),
    "not a database": ("database-no-database", StudioError),
    "malformed": ("database-damaged", StudioError),
    "database is locked": ("database-in-use", StorageTrouble),
    "disk i/o error": ("database-disk-error", StorageTrouble),
}


@contextmanager
def _explained(path: Path) -> Generator[None, None, None]:
    """Trouble of the disk, the file or a waiting lock, as a sentence; every other error travels up as it is."""
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        trouble = str(getattr(error, "orig", error)).lower()
        if "disk is full" in trouble or (_MAY_BE_FULL.search(trouble) and _is_full(path)):
            raise disk_full(path) from error
        known = next((known for sign, known in _TROUBLES.items() if sign in trouble), None)
        if known is None:
            raise
        key, kind = known
        raise kind(key, path=str(path), seconds=BUSY_SECONDS) from error


def _is_full(path: Path) -> bool:
    return shutil.disk_usage(path.parent).free < _FULL_BYTES
