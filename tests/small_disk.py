"""A real disk of a few megabytes, to be filled to the last byte."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

DISK_BYTES = 12 * 2**20


@dataclass(frozen=True, kw_only=True, slots=True)
class SmallDisk:
    """A small file system. `path` is its root."""

    path: Path

    @property
    def _filling(self) -> Path:
        return self.path / "somebody-elses"

    def fill(self) -> None:
        """Take every byte that is left."""
        with self._filling.open("ab", buffering=0) as file, contextlib.suppress(OSError):
            for size in (65536, 512, 1):
                with contextlib.suppress(OSError):
                    while file.write(bytes(size)):
                        pass

    def free(self) -> None:
        """Give back what fill() took."""
        self._filling.unlink()


@contextlib.contextmanager
def mounted(path: Path, size_bytes: int = DISK_BYTES) -> Iterator[SmallDisk]:
    """A disk at that place for the block. Skips the test where none can be mounted."""
    path.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size_bytes}", "tmpfs", str(path)]
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root of a Linux can mount a small disk")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    try:
        yield SmallDisk(path=path)
    finally:
        subprocess.run(["umount", "--lazy", str(path)], check=True)
