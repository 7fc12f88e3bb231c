"""The errors whose text a person reads; every other error is a defect and travels up."""

import errno


class StudioError(Exception):
    """Expected trouble. Its text is one message for a person: what came, what is fine, and what to do."""


class NotFound(StudioError):
    """Something asked for by its name or id is not there (any more)."""


_FULL_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def storage_error(error: OSError, place: object) -> StudioError:
    """The sentence for a folder or file that could not be written.

    Receives: the error as the system gave it, and the file or folder it is about.
    """
    if error.errno in _FULL_DISK:
        return StudioError(
            f"The disk is full: {place} could not be written, and nothing that was there before was lost. "
            "Free some space (old pictures can be deleted in Pictures), then try again."
        )
    reason = error.strerror or str(error)
    return StudioError(
        f"{place} could not be written ({reason}). A folder that you own is fine: "
        "change its permissions, or choose another one with --data-folder."
    )
