"""How often anything was written, kept in the database itself: whoever follows the rows asks this before it reads them.

SQLite keeps one number for its owner in the head of every database file, its user_version. Each transaction that has
news adds one to it, in the transaction itself; a worker's sign of life is no news. So the number tells every process
the same, and to read it takes some microseconds and no lock that a writer would wait for.
"""

import sqlite3
import threading
from pathlib import Path

from sqlalchemy.orm import Session

_MOST = 2**31 - 1  # SQLite keeps it in 32 bits with a sign


def count_change(session: Session) -> None:
    """Add one, inside the transaction of a session that writes."""
    connection = session.connection()
    present = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    connection.exec_driver_sql(f"PRAGMA user_version = {(present + 1) & _MOST}")


class ChangeCount:
    """Reads the number over a connection of its own, which it keeps. Safe to call from many threads."""

    def __init__(self, path: Path, busy_seconds: float) -> None:
        self._path = path
        self._busy_seconds = busy_seconds
        self._connection: sqlite3.Connection | None = None
        self._lock = threading.Lock()

    def read(self) -> int:
        """The number as it is now, 0..2**31 - 1. Errors: sqlite3.Error."""
        with self._lock:
            if self._connection is None:
                self._connection = sqlite3.connect(
                    self._path, timeout=self._busy_seconds, isolation_level=None, check_same_thread=False
                )
            return self._connection.execute("PRAGMA user_version").fetchone()[0]

    def close(self) -> None:
        """Close the connection; read() opens another."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
