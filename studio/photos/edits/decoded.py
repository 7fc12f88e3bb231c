"""Photos that were decoded lately, so that one more look at them, or the lesson itself, decodes none of them anew."""

import threading
from collections.abc import Hashable

from studio.photos.decoding import FinishedPhoto


class DecodedPhotos:
    """The finished photos of the last looks, up to `most_bytes` of files; the least lately used go first."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._photos: dict[Hashable, FinishedPhoto] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> FinishedPhoto | None:
        """What was kept under the key, if it is still there."""
        with self._lock:
            if (photo := self._photos.pop(key, None)) is not None:
                self._photos[key] = photo  # the newest is last
            return photo

    def clear(self) -> None:
        """Let go of all."""
        with self._lock:
            self._photos.clear()
            self._bytes = 0

    def keep(self, key: Hashable, photo: FinishedPhoto) -> None:
        """Keep one. A photo larger than all the room goes at once."""
        with self._lock:
            if (old := self._photos.pop(key, None)) is not None:
                self._bytes -= len(old.content)
            self._photos[key] = photo
            self._bytes += len(photo.content)
            while self._bytes > self._most_bytes:
                self._bytes -= len(self._photos.pop(next(iter(self._photos))).content)
