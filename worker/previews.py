"""What a job shows while it works: small JPEGs, at most two a second, the newest only."""

import io
from collections.abc import Callable
from pathlib import Path

from PIL import Image

SECONDS_BETWEEN = 0.5


class Previews:
    """The previews of one job. `clock` gives seconds; `write` writes a file whole or not at all."""

    def __init__(self, folder: Path, write: Callable[[Path, bytes], object], clock: Callable[[], float]) -> None:
        self._folder = folder
        self._write = write
        self._clock = clock
        self._last_at = float("-inf")
        self._files: list[Path] = []

    def is_due(self) -> bool:
        """Whether half a second has passed since the last one."""
        return self._clock() - self._last_at >= SECONDS_BETWEEN

    def show(self, image: Image.Image, number: int) -> Path:
        """Write a preview under a name of its own, and remove the one before the last. Gives its path."""
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=80)
        path = self._folder / f"{number:06d}.jpg"
        self._write(path, buffer.getvalue())
        self._files = [file for file in self._files if file != path] + [path]
        for old in self._files[:-2]:  # the page may be reading the last one
            old.unlink(missing_ok=True)
        self._files = self._files[-2:]
        self._last_at = self._clock()
        return path
