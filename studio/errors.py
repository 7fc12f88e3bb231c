"""The errors whose text a person reads; every other error is a defect and travels up."""

import errno

from studio.words import Message, Value, say


class StudioError(Exception):
    """Expected trouble: one message for a person that says what came, what is fine, and what to do.

    Receives: the message, or its key in the catalogues and what it names. As text it is worded in the language that is
    spoken where it is read (studio.words.speaking), not where it came up.
    """

    def __init__(self, message: Message | str, /, **values: Value) -> None:
        super().__init__()
        self.message = Message(message, **values) if isinstance(message, str) else message

    def __str__(self) -> str:
        return say(self.message)

    def __reduce__(self) -> tuple[type["StudioError"], tuple[Message]]:
        return type(self), (self.message,)


class NotFound(StudioError):
    """Something asked for by its name or id is not there (any more)."""


class StorageTrouble(StudioError):
    """Nothing can be written until somebody else takes the cause away; then the same works as if nothing had been."""


class DiskFull(StorageTrouble):
    """Nothing can be written until some space is free."""


_FULL_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)


def storage_error(error: OSError, place: object) -> StudioError:
    """The sentence for a folder or file that could not be written.

    Receives: the error as the system gave it, and the file or folder it is about: its path, or what it is called.
    """
    if error.errno in _FULL_DISK:
        return disk_full(place)
    if error.errno == errno.ENAMETOOLONG:
        return StudioError("path-too-long", path=str(place)[:80])
    reason = error.strerror or str(error)
    kind = StorageTrouble if error.errno in _NOT_ALLOWED else StudioError
    return kind("file-not-written", place=_as_value(place), reason=reason)


def disk_full(place: object) -> DiskFull:
    """The sentence for a file that did not fit on the disk any more. Deleting pictures works then, too."""
    return DiskFull("disk-full", place=_as_value(place))


def _as_value(place: object) -> Message | str:
    return place if isinstance(place, Message) else str(place)
