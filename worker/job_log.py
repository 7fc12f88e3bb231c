"""The last lines of the log that belong to one job, as whoever asked for it may read them and pass them on.

They hold no word of a person's: lines of Cuddle's own modules alone, since libraries quote prompts, and of an error its
class and the places in the code where it came up, since its sentence may name a file or a prompt. The page says that
sentence beside them.
"""

import logging
import sys
import sysconfig
import time
import traceback
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from studio.errors import StudioError
from studio.paths import REPOSITORY

MOST_LINES = 40
_MOST_PLACES = 12  # of one error, the innermost ones
_OWN = ("worker", "training", "pipeline", "studio")
_ROOTS = (REPOSITORY, Path(sysconfig.get_path("purelib")), Path(sys.base_prefix))

_at_work: ContextVar["_Lines | None"] = ContextVar("lines of the job at work", default=None)


@contextmanager
def lines_of_job() -> Iterator[deque[str]]:
    """The newest MOST_LINES lines that this thread logs inside the block, but for those of a block within it."""
    handler = _Lines()
    token = _at_work.set(handler)
    loggers = [logging.getLogger(name) for name in _OWN]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        yield handler.lines
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
        _at_work.reset(token)


class _Lines(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: deque[str] = deque(maxlen=MOST_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what this job's own thread says."""
        if _at_work.get() is not self:
            return
        arguments = record.args if isinstance(record.args, tuple) else ()
        said = str(record.msg) % tuple(map(_nameless, arguments)) if arguments else str(record.msg)
        moment = time.strftime("%H:%M:%S", time.localtime(record.created))
        self.lines.extend(f"{moment} {record.levelname} {said}".splitlines())
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            self.lines.extend(_places(error))


def _nameless(value: object) -> object:
    """An error without its sentence; all else as it is."""
    if isinstance(value, StudioError):
        return f"{type(value).__name__} ({value.message.key})"
    return type(value).__name__ if isinstance(value, BaseException) else value


def _places(error: BaseException) -> list[str]:
    """Where an error came up, and its class; before it those of the error that it came from."""
    earlier = error.__cause__ or error.__context__
    frames = traceback.extract_tb(error.__traceback__)[-_MOST_PLACES:]
    own = [f"    {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return [*(_places(earlier) if earlier is not None else []), *own, f"    {_nameless(error)}"]


def _short(file: str) -> str:
    """A file of the code without the folder that it is installed in, which may hold a person's name."""
    root = next((root for root in _ROOTS if Path(file).is_relative_to(root)), None)
    return Path(file).relative_to(root).as_posix() if root is not None else Path(file).name
