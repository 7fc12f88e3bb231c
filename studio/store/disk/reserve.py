"""Room on the disk that is held back for what a full disk needs: to start, and to delete."""

import contextlib
import secrets
import shutil
from pathlib import Path

RESERVE_BYTES = 4 * 2**20  # SQLite's log grows to so much before it is begun anew; deleting one picture takes 40 kB
LEAST_BYTES = 64 * 1024  # to start takes 32 kB, for what SQLite's readers and writers share


class Reserve:
    """A file of no use but its size. The files in `spare` are given back with it, as nobody needs them."""

    def __init__(self, path: Path, spare: tuple[Path, ...] = ()) -> None:
        self.path = path
        self._spare = spare
        self._is_given_back = False

    def keep(self) -> None:
        """Take the room, where there is any and it is not taken yet.

        It is half of what is free at most; where it was given back, it is all: what it was for comes before all else.
        """
        with contextlib.suppress(OSError):  # it is tried again after each deletion, and at each start and end
            held = self.path.stat().st_size if self.path.exists() else 0
            free = shutil.disk_usage(self.path.parent).free
            size = min(RESERVE_BYTES, held + (free if self._is_given_back else free // 2))
            if held < size and (size == RESERVE_BYTES or (not held and size >= LEAST_BYTES)):
                with self.path.open("ab") as file:
                    file.write(secrets.token_bytes(size - held))  # some file systems keep small what repeats

    def give_back(self) -> None:
        """Let what is done next have the room. Fine when there is none."""
        self._is_given_back = True
        for file in (self.path, *self._spare):
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)
