"""A piece of work in the queue, and the table of what may become of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from studio.errors import StudioError
from studio.hub.requests import HubImportRequest, PublishRequest
from studio.jobs.explanations import ExplanationRequest
from studio.jobs.findings import Finding, NoLikeness
from studio.jobs.recipes import AUTO, Recipe
from studio.jobs.requests import ImportRequest, PictureRequest, TrainingRequest
from studio.people.person import Person
from studio.words import Message, message_from_json

Request = TrainingRequest | PictureRequest | ExplanationRequest | ImportRequest | HubImportRequest | PublishRequest


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
    EXPLAIN = "explain"
    IMPORT = "import"
    HUB_IMPORT = "hub_import"
    PUBLISH = "publish"


REQUESTS: dict[JobKind, type[Request]] = {
    JobKind.TEACH: TrainingRequest,
    JobKind.CREATE: PictureRequest,
    JobKind.EXPLAIN: ExplanationRequest,
    JobKind.IMPORT: ImportRequest,
    JobKind.HUB_IMPORT: HubImportRequest,
    JobKind.PUBLISH: PublishRequest,
}
MAKES_SUBJECT: frozenset[JobKind] = frozenset({JobKind.TEACH, JobKind.IMPORT, JobKind.HUB_IMPORT})
# What needs no base model is a CPU job, which a worker does beside its other work: whole jobs, or their first step.
CPU_JOBS: frozenset[JobKind] = frozenset({JobKind.PUBLISH})
BEGIN_AS_ERRAND: frozenset[JobKind] = frozenset({JobKind.HUB_IMPORT})
# What a running lesson makes room for between two of its steps.
BETWEEN_STEPS: frozenset[JobKind] = frozenset({JobKind.CREATE, JobKind.EXPLAIN, JobKind.IMPORT, JobKind.HUB_IMPORT})


class JobCommand(StrEnum):
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
            JobState.QUEUED,  # its CPU job is done, and the rest waits for the base model
        }
    ),
    JobState.PAUSED: frozenset({JobState.QUEUED, JobState.CANCELLED}),
    JobState.INTERRUPTED: frozenset({JobState.RUNNING, JobState.PAUSED, JobState.CANCELLED, JobState.FAILED}),
    JobState.DONE: frozenset(),
    JobState.FAILED: frozenset({JobState.QUEUED}),  # another try
    JobState.CANCELLED: frozenset({JobState.QUEUED}),  # another try
}

MAY_BE_COMMANDED: dict[JobCommand, frozenset[JobState]] = {
    JobCommand.CANCEL: frozenset({JobState.QUEUED, JobState.INTERRUPTED, JobState.PAUSED, JobState.RUNNING}),
    JobCommand.PAUSE: frozenset({JobState.QUEUED, JobState.INTERRUPTED, JobState.RUNNING}),
    JobCommand.FINISH: frozenset({JobState.QUEUED, JobState.INTERRUPTED, JobState.PAUSED, JobState.RUNNING}),
}

WAITING: frozenset[JobState] = frozenset({JobState.QUEUED, JobState.INTERRUPTED})
ENDED: frozenset[JobState] = frozenset({JobState.DONE, JobState.FAILED, JobState.CANCELLED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """One row of the queue, as it was when read.

    `position` counts everybody's jobs from 1 and is None when the job does not wait. Times are unix seconds. `part` is
    how much of what the message says is done, 0 to 1, such as of a download; None while the steps are the measure.
    `claimed_step` is the step it stood at when a worker took it last.
    Files are relative to the data folder.
    """

    id: str
    owner: Person
    kind: JobKind
    state: JobState
    position: int | None = None
    request: Request
    step: int = 0
    steps: int
    part: float | None = None
    seconds_left: float | None = None
    loss: float | None = None
    message: Message | None = None
    result: dict[str, Any] | None = None
    error_type: str | None = None
    error_message: Message | None = None
    error_traceback: str | None = None
    command: JobCommand | None = None
    preview_file: str | None = None
    created_at: float | None = None
    started_at: float | None = None
    ended_at: float | None = None
    heartbeat_at: float | None = None
    worker_id: str | None = None
    claimed_step: int = 0

    def may_be(self, command: JobCommand) -> bool:
        """Whether a person may wish this now: a lesson is finished early only where there is something to keep."""
        if self.state not in MAY_BE_COMMANDED[command] or self.command in (JobCommand.CANCEL, command):
            return False
        return command is not JobCommand.FINISH or (self.kind is JobKind.TEACH and self.step > 0)

    @property
    def is_at_work(self) -> bool:
        """Whether a worker has it."""
        return self.state is JobState.RUNNING

    @property
    def is_cpu_job(self) -> bool:
        """Whether a worker does it, or its next part, beside other work."""
        return self.kind in CPU_JOBS or (self.kind in BEGIN_AS_ERRAND and self.step == 0)

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

    @property
    def saved_step(self) -> int:
        """The step of a lesson that another try goes on from, 0 for none; it is saved now and then, and at rest."""
        if self.recipe is None or self.state in (JobState.PAUSED, JobState.QUEUED):
            return self.step
        regular = self.step - self.step % self.recipe.checkpoint_every_steps
        return max(regular, min(self.claimed_step, self.step))

    @property
    def learnt_seconds(self) -> float | None:
        """How long a lesson has learned, without pauses; None where its worker has not said so, and for other jobs."""
        return None if self.recipe is None else (self.result or {}).get("learnt_seconds")

    @property
    def pictures(self) -> list[str]:
        """The ids of the pictures that a job which is done has made, in order; they may be deleted since."""
        return list((self.result or {}).get("pictures", [])) if self.state is JobState.DONE else []

    def likenesses(self, picture_id: str) -> dict[str, float]:
        """How like its photos each subject in one of the job's pictures is, 0..1, by name, as far as it is known."""
        return {one.subject: one.likeness for one in self.findings(picture_id) if one.likeness is not None}

    def unsaid_likenesses(self, picture_id: str) -> dict[str, NoLikeness]:
        """Of whom in one of the job's pictures no likeness is said although the photos are there, and why."""
        return {one.subject: one.no_likeness for one in self.findings(picture_id) if one.no_likeness is not None}

    def twice_in(self, picture_id: str) -> list[str]:
        """Who is surely in one of the job's pictures twice, by name."""
        return [one.subject for one in self.findings(picture_id) if one.is_twice]

    def findings(self, picture_id: str) -> list[Finding]:
        """What was found of each subject in one of the job's pictures."""
        rows: Mapping[str, Any] = (self.result or {}).get("findings", {})
        return [Finding.from_json(row) for row in rows.get(picture_id, ())]

    @property
    def regions(self) -> list[Finding]:
        """Where each subject will be in the picture that is being made, once that is known."""
        return [Finding.from_json(row) for row in (self.result or {}).get("seating", [])]

    @property
    def told(self) -> Message | None:
        """What a person should know of subjects in pictures that are done."""
        return message_from_json((self.result or {}).get("told"))

    @property
    def log(self) -> list[str]:
        """The last lines of the worker's log about a job that failed, without any word of a person's."""
        return list((self.result or {}).get("log", [])) if self.state is JobState.FAILED else []

    def moved_to(self, state: JobState) -> "Job":
        """This job in another state, the only way to change it. Errors: StudioError for a move not in MOVES."""
        if state not in MOVES[self.state]:
            raise StudioError(
                "job-cannot-become", state=Message(f"job-state-{self.state}"), other=Message(f"job-state-{state}")
            )
        return replace(self, state=state)
