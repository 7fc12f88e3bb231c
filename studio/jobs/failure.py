"""Why a job failed, as data that can be kept and sent."""

import traceback
from dataclasses import dataclass

from studio.checks import shown
from studio.errors import StudioError, storage_error


@dataclass(frozen=True, kw_only=True, slots=True)
class JobFailure:
    """The name of the error's class, the sentence that the page says, and the traceback for whoever looks into it."""

    error_type: str
    message: str
    traceback: str


def failure_of(error: BaseException) -> JobFailure:
    """What is kept of an error. A StudioError's text is shown as it is."""
    return JobFailure(
        error_type=type(error).__name__,
        message=_sentence_of(error),
        traceback="".join(traceback.format_exception(error)),
    )


def _sentence_of(error: BaseException) -> str:
    if isinstance(error, StudioError):
        return str(error)
    if isinstance(error, OSError) and error.errno is not None:
        return str(storage_error(error, error.filename or "A file"))
    return (
        f"Something unexpected stopped this job ({type(error).__name__}: {shown(error, 300)}). "
        "Its photos and settings are kept: try again; if it stops once more, worker.log in the data folder says why."
    )
