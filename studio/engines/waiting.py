"""What can wait while a disk is full, a folder can only be read, or another program holds the database."""

import logging
import threading
from collections.abc import Callable
from typing import TypeVar

from studio.errors import StorageTrouble

SECONDS_BETWEEN_TRIES = 2.0  # while nothing can be written

Result = TypeVar("Result")

log = logging.getLogger(__name__)


def once_it_can_be_written(write: Callable[[], Result], stopping: threading.Event) -> Result:
    """What can wait while nothing can be written: it is tried again and again until it is done.

    Errors: what `write` raises; StorageTrouble once `stopping` is set.
    """
    while True:
        try:
            return write()
        except StorageTrouble as error:
            log.warning("%s It is tried again.", error)
            if stopping.wait(SECONDS_BETWEEN_TRIES):
                raise
