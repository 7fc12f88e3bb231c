"""A piece of work in the queue, and the table of what may become of it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from studio.errors import StudioError
from studio.hub_requests import HubImportRequest, PublishRequest
from studio.recipes import AUTO, Recipe
from studio.requests import ImportRequest, PictureRequest, TrainingRequest

Request = TrainingRequest | PictureRequest | ImportRequest | HubImportRequest | PublishRequest


class JobState(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"


class JobKind(StrEnum):
    """What a job does."""

    TEACH = "teach"
    CREATE = "create"
    IMPORT = "import"
    HUB_IMPORT = "hub_import"
    PUBLISH = "publish"


MAKES_SUBJECT: frozenset[JobKind] = frozenset({JobKind.TEACH, JobKind.IMPORT, JobKind.HUB_IMPORT})
# What needs no base model is an errand, which a worker does beside its other work: whole jobs, or their first step.
ERRANDS: frozenset[JobKind] = frozenset({JobKind.PUBLISH})
BEGIN_AS_ERRAND: frozenset[JobKind] = frozenset({JobKind.HUB_IMPORT})


class Wish(StrEnum):
    """What a person wants of a job that a worker is at, or will be: the worker does it as soon as it can."""

    CANCEL = "cancel"
    PAUSE = "pause"
    FINISH = "finish"  # end the lesson at this step, and keep what it has learnt


MOVES: dict[JobState, frozenset[JobState]] = {
    JobState.QUEUED: frozenset({JobState.RUNNING, JobState.PAUSED, JobState.CANCELLED}),
    JobState.RUNNING: frozenset(
        {
            JobState.DONE,
            JobState.FAILED,
            JobState.CANCELLED,
            JobState.PAUSED,
            JobState.INTERRUPTED,
            JobState.QUEUED,  # its errand is done, and the rest waits for the base model
        }
    ),
    JobState.PAUSED: frozenset({JobState.QUEUED, JobState.CANCELLED}),
    JobState.INTERRUPTED: frozenset({JobState.RUNNING, JobState.PAUSED, JobState.CANCELLED, JobState.FAILED}),
    JobState.DONE: frozenset(),
    JobState.FAILED: frozenset({JobState.QUEUED}),  # another try
    JobState.CANCELLED: frozenset({JobState.QUEUED}),  # another try
}

MAY_BE_WISHED: dict[Wish, frozenset[JobState]] = {
    Wish.CANCEL: frozenset({JobState.QUEUED, JobState.INTERRUPTED, JobState.PAUSED, JobState.RUNNING}),
    Wish.PAUSE: frozenset({JobState.QUEUED, JobState.INTERRUPTED, JobState.RUNNING}),
    Wish.FINISH: frozenset({JobState.QUEUED, JobState.INTERRUPTED, JobState.PAUSED, JobState.RUNNING}),
}

WAITING: frozenset[JobState] = frozenset({JobState.QUEUED, JobState.INTERRUPTED})
ENDED: frozenset[JobState] = frozenset({JobState.DONE, JobState.FAILED, JobState.CANCELLED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """One row of the queue, as it was when read.

    `position` counts from 1 and is None when the job does not wait. Times are unix seconds. `part` is how much of what
    the message says is done, 0 to 1, such as of a download; None while the steps are the measure.
    Files are relative to the data folder.
    """

    id: str
    kind: JobKind
    state: JobState
    position: int | None = None
    request: Request
    step: int = 0
    steps: int
    part: float | None = None
    seconds_left: float | None = None
    loss: float | None = None
    message: str = ""
    result: dict[str, Any] | None = None
    error_type: str | None = None
    error_message: str | None = None
    error_traceback: str | None = None
    wish: Wish | None = None
    preview_file: str | None = None
    created_at: float | None = None
    started_at: float | None = None
    ended_at: float | None = None
    heartbeat_at: float | None = None
    worker_id: str | None = None

    def may_be(self, wish: Wish) -> bool:
        """Whether a person may wish this now: a lesson is finished early only where there is something to keep."""
        if self.state not in MAY_BE_WISHED[wish] or self.wish in (Wish.CANCEL, wish):
            return False
        return wish is not Wish.FINISH or (self.kind is JobKind.TEACH and self.step > 0)

    @property
    def recipe(self) -> Recipe | None:
        """A lesson's, with the batch size that its worker chose where that was left open. None for other jobs."""
        if not isinstance(self.request, TrainingRequest):
            return None
        chosen = (self.result or {}).get("batch_size", AUTO)
        return self.request.recipe if chosen == AUTO else self.request.recipe.with_batch_size(chosen)

    @property
    def samples_seen(self) -> int | None:
        """How often the lesson has looked at a photo: steps times batch size. None for other jobs."""
        return None if self.recipe is None else self.step * self.recipe.batch_size

    def likenesses(self, picture_id: str) -> dict[str, float]:
        """How like its photos each subject in one of the job's pictures is, 0..1, by name, as far as it is known."""
        rows = (self.result or {}).get("findings", {}).get(picture_id, [])
        return {row["subject"]: row["likeness"] for row in rows if row.get("likeness") is not None}

    def moved_to(self, state: JobState) -> "Job":
        """This job in another state, the only way to change it. Errors: StudioError for a move not in MOVES."""
        if state not in MOVES[self.state]:
            raise StudioError(
                f"This job is {self.state}; it cannot become {state}. Reload the page to see where it stands."
            )
        return replace(self, state=state)
