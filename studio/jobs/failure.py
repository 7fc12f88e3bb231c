"""Why a job failed, as data that can be kept and sent."""

import traceback
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from studio.checks import shown
from studio.errors import StudioError, storage_error
from studio.words import Message, message_from_json


@dataclass(frozen=True, kw_only=True, slots=True)
class JobFailure:
    """Why a job failed.

    Attributes:
        error_type: the name of the error's class.
        message: what the page says.
        traceback: for whoever looks into it, with the error's own words.
        log: the last lines of the log that are about the job, without any word of a person's.
    """

    error_type: str
    message: Message
    traceback: str
    log: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As it is sent."""
        return {
            "error_type": self.error_type,
            "message": self.message.to_json(),
            "traceback": self.traceback,
            "log": list(self.log),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "JobFailure":
        """What `to_json` gave, also of an earlier version, whose message is a sentence."""
        message = message_from_json(data["message"]) or Message("job-failed")
        log = tuple(data.get("log", ()))
        return cls(error_type=data["error_type"], message=message, traceback=data["traceback"], log=log)


def failure_of(error: BaseException, log: Collection[str] = ()) -> JobFailure:
    """What is kept of an error. A StudioError's message is kept as it is. `log`: as in JobFailure."""
    return JobFailure(
        error_type=type(error).__name__,
        message=_message_of(error),
        traceback="".join(traceback.format_exception(error)),
        log=tuple(log),
    )


def _message_of(error: BaseException) -> Message:
    if isinstance(error, StudioError):
        return error.message
    if isinstance(error, OSError) and error.errno is not None:
        return storage_error(error, error.filename or Message("a-file")).message
    return Message("job-stopped-unexpectedly", type=type(error).__name__, error=shown(error, 300))
