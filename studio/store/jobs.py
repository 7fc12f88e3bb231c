"""The queue: every job as a row, moved from state to state by the table in studio.jobs."""

import math
import uuid
from collections.abc import Callable, Collection
from types import EllipsisType
from typing import Any

from sqlalchemy import ColumnElement, case, not_, select
from sqlalchemy.orm import Session

from studio.errors import StudioError
from studio.jobs.failure import JobFailure, failure_of
from studio.jobs.job import ENDED, MAKES_SUBJECT, WAITING, Job, JobCommand, JobKind, JobState, Request
from studio.people.person import Person
from studio.store import losses
from studio.store.database import Database
from studio.store.job_rows import (
    in_states,
    is_cpu_job,
    job_of,
    kept_message,
    move,
    next_place,
    own_row,
    position_of,
    refusal,
    row_of,
)
from studio.store.lessons import leave_subject, make_ready, subject_of
from studio.store.sharing.limits import check_new_job, check_photos
from studio.store.sharing.turns import queue_in_turns, slot_for
from studio.store.sharing.work import begin_span, end_span
from studio.store.subjects import insert_subject
from studio.store.tables import JobRow, WorkerRow
from studio.store.workers import one_is_free
from studio.subjects.subject import Subject
from studio.words import Message

Jobs = list[Job]  # names for inside JobStore, whose own list() hides the word
Losses = list[tuple[int, float]]
Conditions = list[ColumnElement[bool]]

MAX_VAIN_CLAIMS = 3  # a job that ends its worker this often without getting further is not tried again by itself


class JobStore:
    """The jobs of one studio. Each method is one transaction; a job that is not there is NotFound.

    What a person asks names its owner, and another person's job is as one that is not there. What a worker does is
    for everybody's jobs; so is the one queue that all of them wait in, where people take turns.
    """

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    def add(
        self,
        owner: Person,
        kind: JobKind,
        request: Request,
        steps: int,
        id: str | None = None,
        *,
        message: Message | None = None,
        subject: Subject | None = None,
    ) -> Job:
        """Put a job at the end of the queue, and its subject, the same person's, beside it in the same transaction.

        Errors: StudioError when the subject's name is taken, OverLimit; then nothing is added.
        """
        with self._database.writing() as session:
            check_new_job(session, owner, self._clock())
            row = JobRow(
                id=id or uuid.uuid4().hex[:12],
                owner=owner,
                kind=kind.value,
                state=JobState.QUEUED.value,
                place=next_place(session),
                request=request.to_json(),
                step=0,
                steps=steps,
                message=kept_message(message),
                slot=0,
                created_at=self._clock(),
                claimed_step=0,
                vain_claims=0,
            )
            session.add(row)
            if subject is not None:
                assert subject.owner == owner, "a job makes a subject of its own owner"
                insert_subject(session, subject)
                session.flush()
                check_photos(session, owner, len(subject.photo_files))
            session.flush()
            return job_of(row, position_of(session, row))

    def get(self, owner: Person, id: str) -> Job:
        """The job as it is now."""
        with self._database.reading() as session:
            row = own_row(session, owner, id)
            return job_of(row, position_of(session, row))

    def of_ids(self, owner: Person, ids: Collection[str]) -> dict[str, Job]:
        """Those of these jobs that are there, by id; their place in the queue is not told."""
        with self._database.reading() as session:
            rows = session.scalars(select(JobRow).where(JobRow.owner == owner, JobRow.id.in_(ids)))
            return {row.id: job_of(row, None) for row in rows}

    def list(self, owner: Person, limit: int = 100) -> Jobs:
        """Running jobs, then the queue in order, then what ended, newest first. Positions count everybody's jobs."""
        waiting = in_states(WAITING)
        group = case((JobRow.state == "running", 0), (JobRow.state == "paused", 1), (waiting, 2), else_=3)
        place = case((in_states(ENDED), None), else_=JobRow.place)
        with self._database.reading() as session:
            own = select(JobRow).where(JobRow.owner == owner)
            rows = session.scalars(
                own.order_by(group, place, JobRow.ended_at.desc(), JobRow.place.desc()).limit(limit)
            ).all()
            positions = {one.id: position for position, one in enumerate(queue_in_turns(session), start=1)}
            return [job_of(row, positions.get(row.id)) for row in rows]

    def claim(
        self,
        worker_id: str,
        kinds: Collection[JobKind] | None = None,
        slot: int = 0,
        *,
        cpu_jobs: bool | None = None,
        if_nobody_is_free: bool = False,
    ) -> Job | None:
        """The next waiting job (of these kinds), now running for this worker; None when nothing waits.

        `cpu_jobs`: whether only what needs no base model is meant, or only what needs one; None: both.

        An interrupted job keeps its place, so it comes before everything that was queued after it. `slot` is the
        worker's number; if_nobody_is_free: a worker that is at a job already leaves this one to one that has none.
        """
        conditions: Conditions = [] if kinds is None else [JobRow.kind.in_([kind.value for kind in kinds])]
        if cpu_jobs is not None:
            conditions.append(is_cpu_job() if cpu_jobs else not_(is_cpu_job()))

        def next_row(session: Session) -> JobRow | None:
            fitting = queue_in_turns(session, *conditions)
            if not fitting or (if_nobody_is_free and one_is_free(session, self._clock())):
                return None
            return session.get_one(JobRow, fitting[0].id)

        with self._database.reading() as session:  # mostly there is nothing, and then nobody is kept from writing
            if next_row(session) is None:
                return None
        with self._database.writing() as session:
            row = next_row(session)
            if row is None:
                return None
            now = self._clock()
            self._move(session, row, JobState.RUNNING)
            row.worker_id, row.slot = worker_id, slot
            row.started_at = row.started_at or now
            row.heartbeat_at = now
            row.claimed_step = max(row.claimed_step, row.step)
            return job_of(row, None)

    def progress(
        self,
        id: str,
        *,
        step: int,
        steps: int | None = None,
        part: float | None = None,
        seconds_left: float | None = None,
        loss: float | None = None,
        message: Message | EllipsisType | None = ...,
        preview_file: str | None = None,
        result: dict[str, Any] | None = None,
    ) -> None:
        """Say how far a running job is; also a sign of life.

        What is left out stays as it was, but for part and seconds_left; None, too, but for the message.

        A step smaller than the last one (work goes on from a checkpoint) takes back the losses after it. `loss` is the
        mean of all steps since the last one that was told; studio.store.losses thins them. `result`: what is known of
        the job's result so far, for one that goes on after a stop.
        Errors: StudioError when the job does not run (any more).
        """
        with self._database.writing() as session:
            row = row_of(session, id)
            if row.state != JobState.RUNNING.value:
                raise StudioError("job-not-running", id=id, state=_state(row))
            if step < row.step or loss is not None:
                losses.forget_after(session, id, step)
            row.step = step
            row.steps = row.steps if steps is None else steps
            row.part, row.seconds_left = part, seconds_left
            row.message = row.message if isinstance(message, EllipsisType) else kept_message(message)
            row.result = row.result if result is None else result
            row.preview_file = row.preview_file if preview_file is None else preview_file
            row.heartbeat_at = self._clock()
            if loss is not None and math.isfinite(loss):
                row.loss = loss
                losses.add(session, id, step, loss)

    def heartbeat(self, id: str, worker_id: str) -> None:
        """A sign of life of the worker that runs this job; nothing happens when it runs elsewhere or not at all."""
        now = self._clock()
        with self._database.writing(is_news=False) as session:
            row = session.get(JobRow, id)
            if row is not None and row.worker_id == worker_id and row.state == JobState.RUNNING.value:
                row.heartbeat_at = now
            worker = session.get(WorkerRow, worker_id)
            if worker is not None:
                worker.heartbeat_at = now

    def command(self, id: str) -> JobCommand | None:
        """What a person wants of this job, for its worker to do."""
        with self._database.reading() as session:
            command = row_of(session, id).command
            return None if command is None else JobCommand(command)

    def finish(self, id: str, result: dict[str, Any]) -> None:
        """The job is done. A lesson's or an import's subject becomes ready with its files in the same transaction.

        Receives: for a lesson {"kohya", "diffusers", "sample_files", "steps", ...}, for pictures {"pictures": [id]}.
        """
        with self._database.writing() as session:
            row = row_of(session, id)
            self._end(session, row, JobState.DONE)
            row.result = result
            row.step = row.steps = result.get("steps", row.steps)
            subject = subject_of(session, row)
            if subject is not None:
                make_ready(session, subject, row, result)

    def fail(self, id: str, error: BaseException | JobFailure) -> None:
        """The job failed. A StudioError's text is shown as it is; the traceback of any error is kept, and the log."""
        failure = error if isinstance(error, JobFailure) else failure_of(error)
        with self._database.writing() as session:
            row = row_of(session, id)
            self._end(session, row, JobState.FAILED)
            row.error_type = failure.error_type
            row.error_message = row.message = kept_message(failure.message)
            row.error_traceback = failure.traceback
            if failure.log:
                row.result = {**(row.result or {}), "log": list(failure.log)}
            leave_subject(session, row)

    def cancelled(self, id: str) -> None:
        """The worker stopped the job because a person asked for it."""
        with self._database.writing() as session:
            self._cancel(session, row_of(session, id))

    def pass_on(self, id: str, *, step: int) -> None:
        """The CPU job of a running job is done, up to that step; the rest waits at its old place for the base model.

        A wish to cancel or to pause it, come in the last moment, is done instead.
        """
        with self._database.writing() as session:
            row = row_of(session, id)
            row.step = step
            if row.command is not None:
                self._interrupt(session, row, crashed=False)
                return
            self._move(session, row, JobState.QUEUED)
            row.message = ""
            row.part = row.seconds_left = row.heartbeat_at = None

    def hand_back(self, id: str) -> None:
        """The worker lets go of a running job: it is paused where a person wants that, else another worker goes on.

        What she wants is read here, so a pause that she took back in the last moment is none.
        """
        with self._database.writing() as session:
            self._interrupt(session, row_of(session, id), crashed=False)

    def ask(self, owner: Person, id: str, command: JobCommand) -> Job:
        """Note what a person wants. A job that no worker is at is paused or cancelled at once, and one that is to be
        finished goes to the queue if it was paused; a worker does it as soon as it notices. Nothing outdoes a cancel.

        Errors: StudioError for a job that cannot do that now.
        """
        with self._database.writing() as session:
            row = own_row(session, owner, id)
            job = job_of(row, None)
            done = {JobCommand.CANCEL: JobState.CANCELLED, JobCommand.PAUSE: JobState.PAUSED}.get(command)
            if job.state is not done and job.command is not command:
                if not job.may_be(command):
                    raise refusal(job, command)
                row.command = command.value
                if command is JobCommand.CANCEL and job.state is not JobState.RUNNING:
                    self._cancel(session, row)
                elif command is JobCommand.PAUSE and job.state is not JobState.RUNNING:
                    self._pause(session, row)
                elif job.state is JobState.PAUSED:
                    self._move(session, row, JobState.QUEUED)
                session.flush()
            return job_of(row, position_of(session, row))

    def resume(self, owner: Person, id: str) -> Job:
        """A paused job waits again, at the place it had; one that is about to pause goes on.

        Errors: StudioError for a job that is not paused, OverLimit for one that would wait again.
        """
        with self._database.writing() as session:
            row = own_row(session, owner, id)
            if row.command == JobCommand.PAUSE.value:
                row.command = None
            elif row.state != JobState.PAUSED.value:
                raise StudioError("job-not-paused", state=_state(row))
            if row.state == JobState.PAUSED.value:
                check_new_job(session, owner, self._clock())
                self._move(session, row, JobState.QUEUED)
            session.flush()
            return job_of(row, position_of(session, row))

    def move(self, owner: Person, id: str, position: int) -> Job:
        """Move a waiting job to a position in everybody's queue, from 1, among the person's own jobs.

        Others keep their turns: where the position is another's, the nearest own one on the way to it is taken, and
        the last own one for a position past the end. Errors: StudioError for a job that does not wait, or a position
        below 1.
        """
        if position < 1:
            raise StudioError("job-position-too-small", position=position)
        with self._database.writing() as session:
            row = own_row(session, owner, id)
            if JobState(row.state) not in WAITING:
                raise StudioError("job-not-waiting", state=_state(row))
            queue = [one for one in enumerate(queue_in_turns(session), start=1) if one[1].owner == owner]
            slots, own = [slot for slot, _ in queue], [one for _, one in queue]
            before = next(index for index, one in enumerate(own) if one.id == id)
            places = [one.place for one in own]
            own.insert(slot_for(slots, slots[before], position), own.pop(before))
            for waiting, place in zip(own, places, strict=True):
                session.get_one(JobRow, waiting.id).place = place
            session.flush()
            return job_of(row, position_of(session, row))

    def losses(self, owner: Person, id: str) -> Losses:
        """(step, mean loss since the step before) of a lesson, in order; at most losses.MOST_POINTS."""
        with self._database.reading() as session:
            own_row(session, owner, id)
            return losses.of(session, id)

    def owner_of(self, id: str) -> Person | None:
        """Whose job it is; None for one that is not there."""
        with self._database.reading() as session:
            return session.scalars(select(JobRow.owner).where(JobRow.id == id)).first()

    def running_of(self, worker_id: str) -> Jobs:
        """The jobs that this worker is at, in the order of the queue."""
        query = select(JobRow).where(JobRow.state == JobState.RUNNING.value, JobRow.worker_id == worker_id)
        with self._database.reading() as session:
            return [job_of(row, None) for row in session.scalars(query.order_by(JobRow.place))]

    def running_slots(self) -> set[int]:
        """The numbers of the workers that running jobs were claimed by."""
        with self._database.reading() as session:
            return set(session.scalars(select(JobRow.slot).where(JobRow.state == JobState.RUNNING.value)))

    def interrupt_orphans(
        self, alive: Collection[str], stale_after_seconds: float, *, slot: int | None = None, crashed: bool = True
    ) -> Jobs:
        """Take running jobs (of the worker with that number) from workers that are gone; they wait at their old place.

        A job is an orphan when its worker is not among `alive` and was not heard of for `stale_after_seconds`.
        One that a person wanted to cancel or to pause is so; one whose worker crashed MAX_VAIN_CLAIMS times without
        getting further has failed (crashed=False does not count). Gives the jobs as they are now.
        """
        before = self._clock() - stale_after_seconds

        def orphans(session: Session) -> list[JobRow]:
            rows = session.scalars(select(JobRow).where(JobRow.state == JobState.RUNNING.value).order_by(JobRow.place))
            running = [row for row in rows if slot in (None, row.slot)]
            return [row for row in running if row.worker_id not in alive and (row.heartbeat_at or 0) <= before]

        with self._database.reading() as session:
            if not orphans(session):
                return []
        with self._database.writing() as session:
            rows = orphans(session)
            for row in rows:
                self._interrupt(session, row, crashed=crashed)
            session.flush()
            return [job_of(row, position_of(session, row)) for row in rows]

    def retry(self, owner: Person, id: str) -> Job:
        """Queue a failed or cancelled job again, at the end, with the same request, id and so checkpoints.

        Errors: StudioError for a job that neither failed nor was cancelled, or whose subject is gone; OverLimit.
        """
        with self._database.writing() as session:
            row = own_row(session, owner, id)
            if row.state not in (JobState.FAILED.value, JobState.CANCELLED.value):
                raise StudioError("job-not-failed", state=_state(row))
            check_new_job(session, owner, self._clock())
            self._move(session, row, JobState.QUEUED)
            subject = subject_of(session, row)
            if subject is not None:
                subject.state = "learning"
            elif JobKind(row.kind) in MAKES_SUBJECT:
                raise StudioError("lesson-subject-deleted")
            row.place = next_place(session)
            row.step = row.claimed_step = row.vain_claims = 0
            row.command = None
            row.message = ""
            row.seconds_left = row.started_at = row.ended_at = row.heartbeat_at = row.worker_id = row.result = None
            row.error_type = row.error_message = row.error_traceback = None
            session.flush()
            return job_of(row, position_of(session, row))

    def _move(self, session: Session, row: JobRow, state: JobState) -> None:
        """Bring a row into another state, and note when a worker was at it. Errors: as studio.store.job_rows.move."""
        now, was_running = self._clock(), row.state == JobState.RUNNING.value
        move(row, state)
        if was_running:
            # Where the worker may be gone for long, it is known until when it lived.
            end_span(session, row, (row.heartbeat_at or now) if state is JobState.INTERRUPTED else now)
        if state is JobState.RUNNING:
            begin_span(session, row, now)

    def _end(self, session: Session, row: JobRow, state: JobState) -> None:
        self._move(session, row, state)
        row.command = None
        row.ended_at = self._clock()
        row.part = row.seconds_left = None

    def _cancel(self, session: Session, row: JobRow) -> None:
        self._end(session, row, JobState.CANCELLED)
        row.message = kept_message(Message("job-cancelled"))
        leave_subject(session, row)

    def _pause(self, session: Session, row: JobRow) -> None:
        self._move(session, row, JobState.PAUSED)
        row.command = None
        row.seconds_left = row.heartbeat_at = None

    def _interrupt(self, session: Session, row: JobRow, *, crashed: bool) -> None:
        if row.command == JobCommand.CANCEL.value:
            self._cancel(session, row)
            return
        if row.command == JobCommand.PAUSE.value:
            self._pause(session, row)
            return
        row.vain_claims = row.vain_claims + crashed if row.step <= row.claimed_step else 0
        self._move(session, row, JobState.INTERRUPTED)
        row.message = row.message if row.part is None else ""  # what was on the way then is not any more
        row.part = row.seconds_left = row.heartbeat_at = None
        if row.vain_claims >= MAX_VAIN_CLAIMS:
            self._end(session, row, JobState.FAILED)
            row.error_type = "WorkerStopped"
            row.error_message = row.message = kept_message(Message("job-stopped-in-vain", times=row.vain_claims))
            leave_subject(session, row)


def _state(row: JobRow) -> Message:
    return Message(f"job-state-{row.state}")
