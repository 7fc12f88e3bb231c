"""Zips, for as long as somebody may be fetching them."""

import shutil
import threading
from collections import deque
from collections.abc import Sequence
from pathlib import Path

from studio.pictures.pictures import Pictures
from ui.people import asking
from ui.served_files import ServedFiles

ARCHIVE_NAME = "cuddle-pictures.zip"
_KEPT = 3  # zips take as much room as their pictures; of earlier ones a download that has begun still ends well


class ArchiveFolders:
    """Makes folders from which browsers may fetch, and removes all but the last few. Safe to call from many threads."""

    def __init__(self, served: ServedFiles) -> None:
        self._served = served
        self._folders: deque[Path] = deque()
        self._lock = threading.Lock()

    def new(self) -> Path:
        """A new one, empty."""
        folder = self._served.scratch("zip")
        folder.mkdir(parents=True)
        with self._lock:
            self._folders.append(folder)
            old = [self._folders.popleft() for _ in range(len(self._folders) - _KEPT)]
        for one in old:
            shutil.rmtree(one, ignore_errors=True)
        return folder


class PictureArchives:
    """Makes zips of pictures that a browser may fetch. Safe to call from many threads."""

    def __init__(self, pictures: Pictures, served: ServedFiles) -> None:
        self._pictures = pictures
        self._folders = ArchiveFolders(served)

    def made(self, ids: Sequence[str]) -> Path:
        """A zip of these pictures of the one who asks. Errors: as Pictures.archive()."""
        target = self._folders.new() / ARCHIVE_NAME
        self._pictures.archive(asking(), ids, target)
        return target
