"""What can wait while a disk is full."""

import logging
import threading
from collections.abc import Callable
from typing import TypeVar

from studio.errors import DiskFull

SECONDS_BETWEEN_TRIES = 2.0  # while the disk is full

Result = TypeVar("Result")

log = logging.getLogger(__name__)


def once_there_is_room(write: Callable[[], Result], stopping: threading.Event) -> Result:
    """What can wait while the disk is full: it is tried again and again until it is done.

    Errors: what `write` raises; DiskFull once `stopping` is set.
    """
    while True:
        try:
            return write()
        except DiskFull as error:
            log.warning("%s It is tried again.", error)
            if stopping.wait(SECONDS_BETWEEN_TRIES):
                raise
