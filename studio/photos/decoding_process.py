"""Photos decoded in a process of their own, within a bound of memory and of time.

What a person gives may claim any size, and what decodes it may take memory that Python never gives back, or crash. So
the process that serves the page decodes nothing: a helper does, photo after photo, and ends with the last one. It is
asked by a line of JSON for each photo and answers by a line of JSON, with the finished file behind it.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from studio.errors import StudioError
from studio.paths import REPOSITORY
from studio.photos.decoding import MEMORY_MB, FinishedPhoto, finish, finish_mask
from studio.photos.edits.edit import UNCHANGED, PhotoEdit
from studio.words import Message

DECODE_SECONDS = 60.0  # for one photo; the largest ones take 3 s on two old cores
COMMAND = (sys.executable, "-m", "studio.photos.decoding_process")
_AT_ONCE = threading.BoundedSemaphore(2)  # helpers of one page: what a crowd takes together is bounded, too


class PhotoProcess:
    """A helper for the block. It starts with the first photo and ends with the block, however that ends."""

    def __init__(self, decode_seconds: float = DECODE_SECONDS) -> None:
        self._decode_seconds = decode_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._took_too_long = False

    def __enter__(self) -> Self:
        _AT_ONCE.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._end()
        finally:
            _AT_ONCE.release()

    def finished(self, name: Message, photo: Mapping[str, Any], edit: PhotoEdit = UNCHANGED) -> FinishedPhoto:
        """What is kept of a photo. `name`: what sentences call it; `photo`: what else finish() takes, but the edit.

        Where it has "mask", which is true, it is what is kept of a mask, and what else finish_mask() takes.

        Errors: StudioError that names the photo, also when the helper crashes or takes longer than decode_seconds.
        """
        process = self._process = self._process or _start()
        assert process.stdin is not None and process.stdout is not None
        self._took_too_long = False
        answer: dict[str, Any] = {"bytes": -1}
        content = b""
        clock = threading.Timer(self._decode_seconds, self._end_late)
        clock.start()
        try:
            process.stdin.write(json.dumps({"name": name.to_json(), "edit": edit.to_json(), **photo}).encode() + b"\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            content = process.stdout.read(answer["bytes"])
        except (OSError, ValueError):
            pass  # it ended; what there is of an answer is not whole
        finally:
            clock.cancel()
        if len(content) != answer["bytes"]:
            self._end()
            raise _undone(name, self._decode_seconds if self._took_too_long else None)
        if answer["problem"] is not None:
            raise StudioError(Message.from_json(answer["problem"]))
        return FinishedPhoto(
            suffix=answer["suffix"],
            content=content,
            size=(answer["width"], answer["height"]),
            pixels=answer["pixels"],
            small=bytes.fromhex(answer["small"]),
            remark=None if answer["remark"] is None else Message.from_json(answer["remark"]),
        )

    def _end_late(self) -> None:
        self._took_too_long = True
        if self._process is not None:
            self._process.kill()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()  # it holds nothing that would be lost
            process.communicate()


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=REPOSITORY,
    )


def _undone(name: Message, seconds: float | None) -> StudioError:
    if seconds is None:
        return StudioError("photo-reader-ended", photo=name)
    return StudioError("photo-takes-too-long", photo=name, seconds=f"{seconds:.0f}")


def main() -> None:
    """The helper: answers until nobody asks any more."""
    _bound_memory()
    for line in sys.stdin.buffer:
        answer: dict[str, Any] = {"problem": None}
        content = b""
        try:
            asked = json.loads(line)
            name, is_mask = Message.from_json(asked.pop("name")), asked.pop("mask", False)
            edit = PhotoEdit.from_json(asked.pop("edit"))
            photo = finish_mask(name, **asked) if is_mask else finish(name, **asked, edit=edit)
            content, (width, height) = photo.content, photo.size
            answer |= {"suffix": photo.suffix, "width": width, "height": height, "pixels": photo.pixels}
            answer |= {"small": photo.small.hex(), "remark": photo.remark and photo.remark.to_json()}
        except StudioError as error:
            answer["problem"] = error.message.to_json()
        answer["bytes"] = len(content)
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + content)
        sys.stdout.buffer.flush()


def _bound_memory() -> None:
    """No more memory than now and MEMORY_MB. Linux alone keeps such a bound; elsewhere the sizes checked before do."""
    if sys.platform == "linux":
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        bound = pages * resource.getpagesize() + MEMORY_MB * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (bound, bound))


if __name__ == "__main__":
    main()
