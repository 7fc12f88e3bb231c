"""Whose eyes a data folder is for: its owner's alone."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

OTHERS = stat.S_IRWXG | stat.S_IRWXO
OWN_FILES = ("studio.*", "worker*")  # the database with what SQLite keeps beside it, locks, logs


def make_private(root: Path, folders: Iterable[str]) -> None:
    """Take the rights of others away from a data folder and from what Cuddle keeps in it.

    What the folder holds beside that stays as it is. So does a folder that somebody else owns, or that was set up for
    a group (its set-group-ID bit). What comes later is private by the umask of the processes that write it.
    Errors: OSError.
    """
    if sys.platform == "win32":
        return
    facts = root.stat()
    if facts.st_uid != os.getuid() or facts.st_mode & stat.S_ISGID:
        return
    was_open = bool(facts.st_mode & OTHERS)
    for path in (root, *(root / name for name in folders), *(file for name in OWN_FILES for file in root.glob(name))):
        _close(path)
    if was_open:  # else nobody has come in since this was done for the first time
        for path in _inside(root / name for name in folders):
            _close(path)


def _inside(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        if folder.is_symlink():
            continue
        for place, names, files in os.walk(folder):
            yield from (Path(place, name) for name in (*names, *files))


def _close(path: Path) -> None:
    try:
        facts = path.lstat()
        if not stat.S_ISLNK(facts.st_mode) and facts.st_mode & OTHERS and facts.st_uid == os.getuid():
            path.chmod(stat.S_IMODE(facts.st_mode) & ~OTHERS)
    except FileNotFoundError:
        return  # SQLite took it away in this moment
