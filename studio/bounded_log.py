"""A text stream that passes on so much in a minute, and says how much it left out."""

import threading
import time
from collections.abc import Callable
from typing import Any, TextIO

WINDOW_SECONDS = 60.0
CHARACTERS_A_WINDOW = (
    200_000  # some 60 errors with their tracebacks; at worst 290 MB a day, and mostly a few hundred lines
)


class BoundedStream:
    """A stream in front of another one, for sys.stdout and sys.stderr.

    Logging, tracebacks and what libraries print all go through it, so that nobody who asks for errors fills the disk.
    `clock` gives seconds.
    """

    def __init__(
        self, stream: TextIO, characters: int = CHARACTERS_A_WINDOW, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream
        self._most = characters
        self._clock = clock
        self._lock = threading.RLock()
        self._begun = clock()
        self._written = 0
        self._left_out = 0

    def write(self, text: str) -> int:
        """Pass the text on, or count its lines once this minute's share is used up."""
        with self._lock:
            now = self._clock()
            if now - self._begun >= WINDOW_SECONDS:
                left_out, self._left_out, self._written, self._begun = self._left_out, 0, 0, now
                if left_out:
                    self._stream.write(f"({left_out:,} lines were left out here: too much came in a minute.)\n")
            if self._written + len(text) > self._most:
                self._left_out += text.count("\n")
                self._written = self._most  # a line that comes later is not passed on with its beginning missing
            else:
                self._written += len(text)
                self._stream.write(text)
        return len(text)

    def writelines(self, lines: Any) -> None:
        """Write each of them."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
