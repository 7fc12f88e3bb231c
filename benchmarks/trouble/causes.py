"""What keeps a data folder from being written for a while: each is a block in which it lasts."""

import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studio.store.disk.files import DATABASE_NAME
from tests.page_server import ROOT
from tests.small_disk import SmallDisk

HOLD_SECONDS = 35.0  # longer than Cuddle waits for another program's transaction
_HOLD = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], timeout=20, isolation_level=None)
connection.execute("BEGIN " + sys.argv[2])
print("held", flush=True)
time.sleep(float(sys.argv[3]))
"""


def fill_for(disk: SmallDisk, seconds: float) -> None:
    """Every byte of the disk is taken, and what is given back, too."""
    until = time.monotonic() + seconds
    try:
        while time.monotonic() < until:
            disk.fill()
            time.sleep(0.3)
    finally:
        disk.free()


def hold_for(data_folder: Path, how: str, seconds: float = HOLD_SECONDS) -> None:
    """Another program is in a transaction. `how`: IMMEDIATE or EXCLUSIVE. Errors: TimeoutError where it gets none."""
    command = [sys.executable, "-c", _HOLD, str(data_folder / DATABASE_NAME), how, str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as other:
        assert other.stdout is not None
        if other.stdout.readline().strip() != b"held":
            raise TimeoutError("the database was not free for a moment in 20 seconds")
        other.wait(seconds + 30)


@contextmanager
def not_writable(folder: Path) -> Iterator[None]:
    """Nothing can be made, changed or removed in the folder, for whom permissions hold; the database is read-only, too.

    What a process has open already it can write still, as everywhere.
    """
    modes: dict[Path, int] = {}
    for path in (folder, *folder.rglob("*")):
        if path.is_dir() or path.name.startswith(DATABASE_NAME):
            modes[path] = stat.S_IMODE(path.stat().st_mode)
            path.chmod(modes[path] & 0o555)
    try:
        yield
    finally:
        for path, mode in modes.items():
            if path.exists():
                path.chmod(mode)


@contextmanager
def mounted_read_only(disk: Path) -> Iterator[None]:
    """The disk can only be read. Nobody may have a file open for writing there."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
