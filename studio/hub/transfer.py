"""Bytes on their way to and from the Hugging Face Hub: how far they are; and a file fetched, resumed where it broke."""

import hashlib
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from httpx2 import Client, Timeout, TransportError
from huggingface_hub import set_client_factory
from huggingface_hub.file_download import http_get  # pyright: ignore[reportUnknownVariableType] - a tqdm[Unknown]
from huggingface_hub.utils import (
    build_hf_headers,  # pyright: ignore[reportUnknownVariableType] - user_agent: a dict of anything
    disable_progress_bars,
)
from huggingface_hub.utils import tqdm as progress_bar
from huggingface_hub.utils._http import default_client_factory

from studio.words import Message

CONNECT_SECONDS, SILENT_SECONDS = 15.0, 120.0  # huggingface_hub itself would wait forever
SPARE_BYTES = 500_000_000  # left free beside what comes: lessons and pictures need room, too
FRUITLESS_TRIES = 3  # in a row, each with the five of http_get, before a broken connection is said
RATE_AFTER_SECONDS = 2.0  # a rate measured over less says little


@dataclass(frozen=True, kw_only=True, slots=True)
class Transfer:
    """How far a download or an upload is, in bytes. `doing`: the key of what is said of it,
    such as "downloading", and `what` it is about, such as "Stable Diffusion XL".

    `seconds_left` is None until it can be known.
    """

    doing: str
    what: Message | str
    done: int
    total: int
    seconds_left: float | None

    @property
    def words(self) -> Message:
        """Such as "Downloading Stable Diffusion XL: 2.1 of 6.9 GB"."""
        unit, digits = (1e9, 1) if self.total >= 1e9 else (1e6, None)
        done, total = (round(count / unit, digits) for count in (self.done, self.total))
        return Message(self.doing, what=self.what, done=done, total=total, unit="GB" if unit == 1e9 else "MB")


OnTransfer = Callable[[Transfer], None]


def unheard(transfer: Transfer) -> None:
    """For a transfer that nobody listens to."""


@dataclass(kw_only=True, slots=True)
class Meter:
    """Counts the bytes of one transfer and tells each time how far it is. What on_transfer raises goes through."""

    doing: str
    what: Message | str
    on_transfer: OnTransfer
    clock: Callable[[], float] = time.monotonic
    total: int = 0
    done: int = 0
    _at_first: int = field(default=0, init=False)
    _began: float = field(default=0.0, init=False)

    def begin(self, total: int, done: int = 0) -> None:
        """From now on it is measured; `done` bytes of `total` came or went before."""
        self.total, self.done, self._at_first = total, done, done
        self._began = self.clock()

    def came(self, count: int) -> None:
        """So many more bytes."""
        self.reached(self.done + count)

    def reached(self, done: int) -> None:
        """So many bytes in all; fewer than before where something has to be sent once more."""
        self.done = done
        seconds, moved = self.clock() - self._began, done - self._at_first
        is_known = moved > 0 and seconds >= RATE_AFTER_SECONDS
        left = (self.total - done) * seconds / moved if is_known else None
        self.on_transfer(Transfer(doing=self.doing, what=self.what, done=done, total=self.total, seconds_left=left))


def be_quiet() -> None:
    """For a process of its own: huggingface_hub draws no bars into a log, names no signed addresses there, and gives up
    on a connection that has died. Whatever goes wrong is said by the jobs."""
    disable_progress_bars()
    logging.getLogger("huggingface_hub").setLevel(logging.ERROR)

    def client() -> Client:
        made = default_client_factory()
        made.timeout = Timeout(SILENT_SECONDS, connect=CONNECT_SECONDS)
        return made

    set_client_factory(client)


def fill(url: str, part: Path, size: int, came: Callable[[int], None]) -> None:
    """Append what is missing of a file of that size in bytes; a broken connection is taken up again as long as
    something comes. `came` is told each number of bytes; what it raises ends it.

    Errors: HTTPError, OSError.
    """
    fruitless = 0
    while True:
        with part.open("ab") as opened:
            before = opened.tell()
            try:
                http_get(
                    url,
                    opened,
                    resume_size=before,
                    headers=build_hf_headers() | {"Accept-Encoding": "identity"},
                    expected_size=size,
                    tqdm_class=silent(came),
                )
                return
            except TransportError:
                fruitless = fruitless + 1 if opened.tell() == before else 0
                if fruitless >= FRUITLESS_TRIES:
                    raise


def sha256_of(path: Path, between: Callable[[], None]) -> str:
    """The digest of a file in hex; `between` is called after every 64 MiB."""
    digest = hashlib.sha256()
    with path.open("rb") as opened:
        while chunk := opened.read(64 * 2**20):
            digest.update(chunk)
            between()
    return digest.hexdigest()


def silent(came: Callable[[int], None] = lambda count: None) -> type[progress_bar]:
    """A progress bar that prints nothing and tells how many bytes came."""

    class Bar(progress_bar):
        def __init__(self, *args: Any, **more: Any) -> None:
            options = more | {"disable": True}
            super().__init__(*args, **options)  # pyright: ignore[reportUnknownMemberType] - tqdm has no types for it

        def update(self, n: float | None = 1) -> bool | None:
            came(int(n or 0))
            return None

    return Bar
