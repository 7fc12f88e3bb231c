"""A lock that one process holds on a file; the system lets go of it when the process ends, however it ends."""

import os
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from studio.errors import storage_error


class FileLock:
    """An exclusive lock on one file, never waited for inside the system: try_acquire() answers at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._file is not None

    def try_acquire(self) -> bool:
        """Take the lock; False when another holder has it. Errors: StudioError when the file cannot be opened."""
        if self._file is not None:
            return True
        try:
            file = self.path.open("a+b")
        except OSError as error:
            raise storage_error(error, self.path) from error
        if not _lock(file):
            file.close()
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Let go; nothing happens when the lock is not held."""
        if self._file is not None:
            self._file.close()  # closing lets go on every system
            self._file = None

    @contextmanager
    def waited_for(self, seconds: float) -> Generator[bool, None, None]:
        """Hold the lock inside the block, after waiting at most `seconds`; gives whether it was had."""
        until = time.monotonic() + seconds
        while not (had := self.try_acquire()) and time.monotonic() < until:
            time.sleep(0.05)
        try:
            yield had
        finally:
            self.release()


class WorkerLock(FileLock):
    """The lock of the one worker of a data folder. Its holder writes its process id beside it, to be found by."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._pid_file = path.with_suffix(".pid")

    def take(self, wait_seconds: float = 10.0) -> bool:
        """Take the lock for the life of this process, and say who holds it; False when another worker keeps it.

        It waits a little, because a look at the lock holds it for a moment. Errors: StudioError for a full disk.
        """
        until = time.monotonic() + wait_seconds
        while not self.try_acquire():
            if time.monotonic() >= until:
                return False
            time.sleep(0.05)
        try:
            self._pid_file.write_text(str(os.getpid()), encoding="ascii")
        except OSError as error:
            self.release()
            raise storage_error(error, self._pid_file) from error
        return True

    def holder_pid(self) -> int | None:
        """The process id that the present holder wrote; None when nobody holds the lock or it is not written yet."""
        if not self.held and self.try_acquire():
            self.release()
            return None
        try:
            return int(self._pid_file.read_text(encoding="ascii"))
        except (FileNotFoundError, ValueError):
            return None


def _lock(file: BinaryIO) -> bool:
    """Lock the whole file for its open handle, without waiting. Gives False when it is locked already."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
