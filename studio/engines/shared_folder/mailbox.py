"""What lies in the shared folder: numbered messages, signs of life, and blobs named by their content."""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from studio.errors import StudioError, storage_error
from studio.store.disk.whole_files import write_whole

Message = dict[str, Any]

FORGOTTEN = "forgotten"  # the type of a message that was about a job that is deleted

_SHA256 = re.compile(r"[0-9a-f]{64}")
_WORKER_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}")


class Taken(StudioError):
    """The page has taken a job from this worker."""


class Closed(Taken):
    """The page has given this worker up, and taken all its jobs."""


class Stream:
    """Numbered messages from one writer to one reader."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last: int | None = None

    def begin(self) -> None:
        """Make the folder. Errors: StudioError."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise storage_error(error, self._folder) from error

    def post(self, message: Message) -> int:
        """Add a message and give its number, from 1. Errors: StudioError; Closed where the folder is gone."""
        if self._last is None:
            self._last = max((int(name.stem) for name in self._folder.glob("[0-9]*.json")), default=0)
        number = self._last + 1
        _write(self._path(number), json.dumps(message).encode())
        self._last = number
        return number

    def after(self, number: int) -> Iterator[tuple[int, Message]]:
        """The messages behind that number, in order and without a gap, as far as they are here."""
        while True:
            number += 1
            try:
                content = self._path(number).read_bytes()
            except FileNotFoundError:
                return
            except OSError as error:
                raise storage_error(error, self._path(number)) from error
            yield number, json.loads(content)

    def forget(self, number: int) -> None:
        """Have that message say nothing. Errors: StudioError."""
        _write(self._path(number), json.dumps({"type": FORGOTTEN}).encode())

    def has(self, number: int) -> bool:
        """Whether that message is here."""
        return self._path(number).exists()

    def _path(self, number: int) -> Path:
        return self._folder / f"{number:08d}.json"


class Pulse:
    """A worker's signs of life: a file for each, of which the newest stays."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    def begin(self) -> None:
        """Make the folder. Errors: StudioError."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise storage_error(error, self._folder) from error

    def beat(self) -> None:
        """Give a sign of life. Errors: StudioError; Closed where the folder is gone."""
        _write(self._path(self._count + 1), b"")
        self._path(self._count).unlink(missing_ok=True)
        self._count += 1

    def newest(self) -> int:
        """How often there was one; whoever asks twice knows whether the worker lives. 0 for never."""
        try:
            return max((int(name) for name in os.listdir(self._folder) if name.isdigit()), default=0)
        except FileNotFoundError:
            return 0
        except OSError as error:
            raise storage_error(error, self._folder) from error

    def _path(self, count: int) -> Path:
        return self._folder / f"{count:08d}"


class Mailbox:
    """What one worker and the page tell each other."""

    def __init__(self, shared_folder: Path, worker_id: str) -> None:
        self.worker_id = worker_id
        self.folder = shared_folder / "workers" / worker_id
        self.to_page = Stream(self.folder / "to_page")
        self.to_worker = Stream(self.folder / "to_worker")
        self.pulse = Pulse(self.folder / "alive")

    def begin(self, hello: Message) -> None:
        """The worker comes. The hello is the first message, so whoever sees it sees the whole mailbox."""
        for part in (self.pulse, self.to_worker, self.to_page):
            part.begin()
        self.pulse.beat()
        self.to_page.post(hello)

    @property
    def is_open(self) -> bool:
        """Whether the worker came and was not given up."""
        return self.to_page.has(1)

    def close(self) -> None:
        """Remove it: the worker left, or is given up. What it writes from now on goes nowhere."""
        (self.folder / "to_page" / "00000001.json").unlink(missing_ok=True)  # first: what is half gone is closed
        shutil.rmtree(self.folder, ignore_errors=True)


class Blobs:
    """Files by the SHA-256 of their content."""

    def __init__(self, shared_folder: Path) -> None:
        self._folder = shared_folder / "blobs"

    def begin(self) -> None:
        """Make the folder. Errors: StudioError."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise storage_error(error, self._folder) from error

    def put(self, content: bytes) -> str:
        """Keep a file's content, where it is not kept yet, and give its name. Errors: StudioError."""
        name = hashlib.sha256(content).hexdigest()
        path = self._folder / name
        if not path.exists():
            self.begin()
            _write(path, content)
        return name

    def get(self, name: str) -> bytes | None:
        """The content; None while it is not here, or not all of it. Errors: StudioError."""
        if not _SHA256.fullmatch(name):
            raise StudioError("shared-folder-no-digest", name=name[:80])
        try:
            content = (self._folder / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise storage_error(error, self._folder / name) from error
        return content if hashlib.sha256(content).hexdigest() == name else None

    def remove(self, names: Iterable[str]) -> None:
        """Remove some; fine where one is not there."""
        for name in names:
            if _SHA256.fullmatch(name):
                (self._folder / name).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove all. Only while nobody is at a job."""
        for path in self._folder.glob("*"):
            path.unlink(missing_ok=True)


def open_mailboxes(shared_folder: Path) -> list[Mailbox]:
    """Those of every worker that came and was not given up, in the order of their ids."""
    try:
        names = sorted(os.listdir(shared_folder / "workers"))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise storage_error(error, shared_folder) from error
    boxes = [Mailbox(shared_folder, name) for name in names if _WORKER_ID.fullmatch(name)]
    return [box for box in boxes if box.is_open]


def _write(path: Path, content: bytes) -> None:
    try:
        write_whole(path, content)
    except FileNotFoundError:
        raise Closed("worker-given-up-for-now") from None
    except OSError as error:
        raise storage_error(error, path) from error
