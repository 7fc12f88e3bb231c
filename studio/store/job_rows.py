"""A job's row and what is read from it: the job, its place in the queue, and why something cannot be."""

import functools
import json
from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from studio.checks import shown
from studio.errors import NotFound, StudioError
from studio.jobs.job import BEGIN_AS_ERRAND, CPU_JOBS, ENDED, REQUESTS, WAITING, Job, JobCommand, JobKind, JobState
from studio.people.person import Person
from studio.store.sharing.turns import queue_in_turns
from studio.store.tables import JobRow
from studio.words import Message, message_from_json

_KEPT = '{"key": "'  # how a message begins in a row


def row_of(session: Session, id: str) -> JobRow:
    """The row of that id, whoever's. Errors: NotFound."""
    return _found(session.get(JobRow, id), id)


def own_row(session: Session, owner: Person, id: str) -> JobRow:
    """The row of that id. Errors: NotFound, for another person's job as for one that is not there."""
    row = session.get(JobRow, id)
    return _found(row if row is not None and row.owner == owner else None, id)


def _found(row: JobRow | None, id: str) -> JobRow:
    if row is None:
        raise NotFound("job-not-found", id=shown(id))
    return row


def in_states(states: Collection[JobState]) -> ColumnElement[bool]:
    """The condition that a row is in one of these states."""
    return JobRow.state.in_([state.value for state in states])


def is_cpu_job() -> ColumnElement[bool]:
    """The condition that a job needs no base model now."""
    begins = and_(JobRow.kind.in_([kind.value for kind in BEGIN_AS_ERRAND]), JobRow.step == 0)
    return or_(JobRow.kind.in_([kind.value for kind in CPU_JOBS]), begins)


def position_of(session: Session, row: JobRow) -> int | None:
    """The place in everybody's queue, from 1; None when the job does not wait."""
    if JobState(row.state) not in WAITING:
        return None
    return next(place for place, one in enumerate(queue_in_turns(session), start=1) if one.id == row.id)


def next_place(session: Session) -> int:
    """The place after every job, whoever's."""
    return (session.scalar(select(func.max(JobRow.place))) or 0) + 1


def move(row: JobRow, state: JobState) -> None:
    """Bring a row into another state. Errors: StudioError for a move that the table of studio.jobs does not have."""
    row.state = job_of(row, None).moved_to(state).state.value


def refusal(job: Job, command: JobCommand) -> StudioError:
    """Why a job cannot do what a person wants of it."""
    if command is JobCommand.FINISH and job.kind is not JobKind.TEACH:
        return StudioError("job-no-lesson-to-finish")
    if command is JobCommand.FINISH and job.state not in ENDED and job.command is None:
        return StudioError("lesson-without-step")
    if job.command is not None:
        return StudioError("job-about-to-be-cancelled")
    return StudioError("job-over", state=Message(f"job-state-{job.state}"), command=command.value)


def kept_message(message: Message | None) -> str:
    """As a row keeps a message; "" for none."""
    return "" if message is None else json.dumps(message.to_json(), ensure_ascii=False)


@functools.lru_cache(maxsize=1024)  # the page reads the same rows again and again
def message_in(text: str | None) -> Message | None:
    """What `kept_message` gave, or a sentence of a version that kept those; None where there is none."""
    return message_from_json(json.loads(text) if text and text.startswith(_KEPT) else text)


def job_of(row: JobRow, position: int | None) -> Job:
    """The job as the row has it."""
    kind = JobKind(row.kind)
    return Job(
        id=row.id,
        owner=row.owner,
        kind=kind,
        state=JobState(row.state),
        position=position,
        request=REQUESTS[kind].from_json(row.request),
        step=row.step,
        steps=row.steps,
        part=row.part,
        seconds_left=row.seconds_left,
        loss=row.loss,
        message=message_in(row.message),
        result=row.result,
        error_type=row.error_type,
        error_message=message_in(row.error_message),
        error_traceback=row.error_traceback,
        command=None if row.command is None else JobCommand(row.command),
        preview_file=row.preview_file,
        created_at=row.created_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
        heartbeat_at=row.heartbeat_at,
        worker_id=row.worker_id,
        claimed_step=row.claimed_step,
    )
