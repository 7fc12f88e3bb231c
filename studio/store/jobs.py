"""The queue: every job as a row, moved from state to state by the table in studio.jobs."""

import math
import traceback
import uuid
from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import ColumnElement, case, delete, func, select
from sqlalchemy.orm import Session

from studio.checks import shown
from studio.errors import NotFound, StudioError, storage_error
from studio.jobs import ENDED, WAITING, Job, JobKind, JobState
from studio.requests import ImportRequest, PictureRequest, Request, TrainingRequest
from studio.store.database import Database
from studio.store.subjects import insert_subject
from studio.store.tables import JobRow, LossRow, SubjectRow, WorkerRow
from studio.subjects import Subject

Jobs = list[Job]  # names for inside JobStore, whose own list() hides the word
Losses = list[tuple[int, float]]

MAX_VAIN_CLAIMS = 3  # a job that ends its worker this often without getting further is not tried again by itself

_REQUESTS: dict[JobKind, type[TrainingRequest] | type[PictureRequest] | type[ImportRequest]] = {
    JobKind.TEACH: TrainingRequest,
    JobKind.CREATE: PictureRequest,
    JobKind.IMPORT: ImportRequest,
}


class JobStore:
    """The jobs of one studio. Each method is one transaction; a job that is not there is NotFound."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    def add(
        self,
        kind: JobKind,
        request: Request,
        steps: int,
        id: str | None = None,
        *,
        message: str = "",
        subject: Subject | None = None,
    ) -> Job:
        """Put a job at the end of the queue, and its subject beside it in the same transaction.

        Errors: StudioError when the subject's name is taken; then nothing is added.
        """
        with self._database.writing() as session:
            row = JobRow(
                id=id or uuid.uuid4().hex[:12],
                kind=kind.value,
                state=JobState.QUEUED.value,
                place=_next_place(session),
                request=request.to_json(),
                step=0,
                steps=steps,
                message=message,
                cancel_requested=False,
                created_at=self._clock(),
                claimed_step=0,
                vain_claims=0,
            )
            session.add(row)
            if subject is not None:
                insert_subject(session, subject)
            session.flush()
            return _job(row, _position(session, row))

    def get(self, id: str) -> Job:
        """The job as it is now."""
        with self._database.reading() as session:
            row = _row(session, id)
            return _job(row, _position(session, row))

    def list(self, limit: int = 100) -> Jobs:
        """Running jobs, then the queue in order, then what ended, newest first."""
        waiting = _in_states(WAITING)
        group = case((JobRow.state == "running", 0), (JobRow.state == "paused", 1), (waiting, 2), else_=3)
        place = case((_in_states(ENDED), None), else_=JobRow.place)
        with self._database.reading() as session:
            rows = session.scalars(
                select(JobRow).order_by(group, place, JobRow.ended_at.desc(), JobRow.place.desc()).limit(limit)
            ).all()
            jobs, position = [], 0
            for row in rows:
                is_waiting = JobState(row.state) in WAITING
                position += is_waiting
                jobs.append(_job(row, position if is_waiting else None))
            return jobs

    def claim(self, worker_id: str, kinds: Collection[JobKind] | None = None) -> Job | None:
        """The next waiting job (of these kinds), now running for this worker; None when nothing waits.

        An interrupted job keeps its place, so it comes before everything that was queued after it.
        """
        query = select(JobRow).where(_in_states(WAITING)).order_by(JobRow.place).limit(1)
        if kinds is not None:
            query = query.where(JobRow.kind.in_([kind.value for kind in kinds]))
        with self._database.writing() as session:
            row = session.scalars(query).first()
            if row is None:
                return None
            now = self._clock()
            _move(row, JobState.RUNNING)
            row.worker_id = worker_id
            row.started_at = row.started_at or now
            row.heartbeat_at = now
            row.claimed_step = max(row.claimed_step, row.step)
            return _job(row, None)

    def progress(
        self,
        id: str,
        *,
        step: int,
        steps: int | None = None,
        part: float | None = None,
        seconds_left: float | None = None,
        loss: float | None = None,
        message: str | None = None,
        preview_file: str | None = None,
    ) -> None:
        """Say how far a running job is; also a sign of life. None keeps what was said, but for part and seconds_left.

        A step smaller than the last one (work goes on from a checkpoint) takes back the losses after it.
        Errors: StudioError when the job does not run (any more).
        """
        with self._database.writing() as session:
            row = _row(session, id)
            if row.state != JobState.RUNNING.value:
                raise StudioError(f"Job {id} is {row.state}; only a running job makes progress. Stop working on it.")
            if step < row.step:
                session.execute(delete(LossRow).where(LossRow.job_id == id, LossRow.step >= step))
            row.step = step
            row.steps = row.steps if steps is None else steps
            row.part, row.seconds_left = part, seconds_left
            row.message = row.message if message is None else message
            row.preview_file = row.preview_file if preview_file is None else preview_file
            row.heartbeat_at = self._clock()
            if loss is not None and math.isfinite(loss):
                row.loss = loss
                session.merge(LossRow(job_id=id, step=step, loss=loss))

    def heartbeat(self, id: str, worker_id: str) -> None:
        """A sign of life of the worker that runs this job; nothing happens when it runs elsewhere or not at all."""
        now = self._clock()
        with self._database.writing() as session:
            row = session.get(JobRow, id)
            if row is not None and row.worker_id == worker_id and row.state == JobState.RUNNING.value:
                row.heartbeat_at = now
            worker = session.get(WorkerRow, worker_id)
            if worker is not None:
                worker.heartbeat_at = now

    def cancel_requested(self, id: str) -> bool:
        """Whether a person wants this job to stop."""
        with self._database.reading() as session:
            return _row(session, id).cancel_requested

    def finish(self, id: str, result: dict[str, Any]) -> None:
        """The job is done. A lesson's or an import's subject becomes ready with its files in the same transaction.

        Receives: for a lesson {"kohya", "diffusers", "sample_files", ...}, for pictures {"pictures": [id, ...]}.
        """
        with self._database.writing() as session:
            row = _row(session, id)
            self._end(row, JobState.DONE)
            row.result = result
            row.step = row.steps
            subject = _subject_of(session, row)
            if subject is not None:
                _make_ready(subject, row, result)

    def fail(self, id: str, error: BaseException) -> None:
        """The job failed. A StudioError's text is shown as it is; the traceback of any error is kept."""
        with self._database.writing() as session:
            row = _row(session, id)
            self._end(row, JobState.FAILED)
            row.error_type = type(error).__name__
            row.error_message = row.message = _sentence(error)
            row.error_traceback = "".join(traceback.format_exception(error))
            _leave_subject(session, row)

    def cancelled(self, id: str) -> None:
        """The worker stopped the job because a person asked for it."""
        with self._database.writing() as session:
            self._cancel(session, _row(session, id))

    def hand_back(self, id: str) -> None:
        """The worker lets go of a running job because it is asked to end; another worker goes on with it."""
        with self._database.writing() as session:
            self._interrupt(session, _row(session, id), crashed=False)

    def request_cancel(self, id: str) -> Job:
        """Stop a job: a waiting one at once, a running one as soon as its worker notices.

        Errors: StudioError for a job that has ended otherwise.
        """
        with self._database.writing() as session:
            row = _row(session, id)
            state = JobState(row.state)
            if state is JobState.RUNNING:
                row.cancel_requested = True
            elif state is not JobState.CANCELLED:
                if state in ENDED:
                    raise StudioError(f"This job is {state} already; only a job that waits or runs can be cancelled.")
                self._cancel(session, row)
            return _job(row, _position(session, row))

    def move(self, id: str, position: int) -> Job:
        """Move a waiting job to a position in the queue, from 1; a position past the end is the end.

        Errors: StudioError for a job that does not wait, or a position below 1.
        """
        if position < 1:
            raise StudioError(f"The position is {position}; the first place in the queue is 1.")
        with self._database.writing() as session:
            row = _row(session, id)
            if JobState(row.state) not in WAITING:
                raise StudioError(f"This job is {row.state}; only a job that waits in the queue can be moved.")
            queue = list(session.scalars(select(JobRow).where(_in_states(WAITING)).order_by(JobRow.place)))
            places = [waiting.place for waiting in queue]
            queue.remove(row)
            queue.insert(position - 1, row)
            for waiting, place in zip(queue, places, strict=True):
                waiting.place = place
            session.flush()
            return _job(row, _position(session, row))

    def losses(self, id: str) -> Losses:
        """(step, loss) of a lesson, in order."""
        with self._database.reading() as session:
            _row(session, id)
            query = select(LossRow.step, LossRow.loss).where(LossRow.job_id == id).order_by(LossRow.step)
            return [(step, loss) for step, loss in session.execute(query)]

    def interrupt_orphans(self, alive: Collection[str], stale_after_seconds: float, *, crashed: bool = True) -> Jobs:
        """Take running jobs from workers that are gone; they wait again at their old place.

        A job is an orphan when its worker is not among `alive` and was not heard of for `stale_after_seconds`.
        One that a person wanted to stop is cancelled; one whose worker crashed MAX_VAIN_CLAIMS times in a row without
        getting further has failed (crashed=False does not count). Gives the jobs as they are now.
        """
        before = self._clock() - stale_after_seconds
        with self._database.writing() as session:
            rows = session.scalars(select(JobRow).where(JobRow.state == JobState.RUNNING.value).order_by(JobRow.place))
            orphans = [row for row in rows if row.worker_id not in alive and (row.heartbeat_at or 0) <= before]
            for row in orphans:
                self._interrupt(session, row, crashed=crashed)
            session.flush()
            return [_job(row, _position(session, row)) for row in orphans]

    def retry(self, id: str) -> Job:
        """Queue a failed or cancelled job again, at the end, with the same request, id and so checkpoints.

        Errors: StudioError for a job that neither failed nor was cancelled, or whose subject is gone.
        """
        with self._database.writing() as session:
            row = _row(session, id)
            _move(row, JobState.QUEUED)
            subject = _subject_of(session, row)
            if subject is not None:
                subject.state = "learning"
            elif JobKind(row.kind) is not JobKind.CREATE:
                raise StudioError("The subject of this lesson was deleted, and its photos with it. Teach it anew.")
            row.place = _next_place(session)
            row.step = row.claimed_step = row.vain_claims = 0
            row.cancel_requested = False
            row.message = ""
            row.seconds_left = row.started_at = row.ended_at = row.heartbeat_at = row.worker_id = row.result = None
            row.error_type = row.error_message = row.error_traceback = None
            session.flush()
            return _job(row, _position(session, row))

    def _end(self, row: JobRow, state: JobState) -> None:
        _move(row, state)
        row.ended_at = self._clock()
        row.part = row.seconds_left = None

    def _cancel(self, session: Session, row: JobRow) -> None:
        self._end(row, JobState.CANCELLED)
        row.message = "Cancelled."
        _leave_subject(session, row)

    def _interrupt(self, session: Session, row: JobRow, *, crashed: bool) -> None:
        if row.cancel_requested:
            self._cancel(session, row)
            return
        row.vain_claims = row.vain_claims + crashed if row.step <= row.claimed_step else 0
        _move(row, JobState.INTERRUPTED)
        row.message = row.message if row.part is None else ""  # what was on the way then is not any more
        row.part = row.seconds_left = row.heartbeat_at = None
        if row.vain_claims >= MAX_VAIN_CLAIMS:
            self._end(row, JobState.FAILED)
            row.error_type = "WorkerStopped"
            row.error_message = row.message = (
                f"The worker stopped {row.vain_claims} times at this job without getting further. "
                "Its photos and settings are kept: try again, with a smaller size or batch if memory was short; "
                "worker.log in the data folder says more."
            )
            _leave_subject(session, row)


def _row(session: Session, id: str) -> JobRow:
    row = session.get(JobRow, id)
    if row is None:
        raise NotFound(f"There is no job '{shown(id)}'; the queue lists the jobs there are.")
    return row


def _in_states(states: Collection[JobState]) -> ColumnElement[bool]:
    return JobRow.state.in_([state.value for state in states])


def _position(session: Session, row: JobRow) -> int | None:
    if JobState(row.state) not in WAITING:
        return None
    return session.scalar(select(func.count()).where(_in_states(WAITING), JobRow.place <= row.place))


def _next_place(session: Session) -> int:
    return (session.scalar(select(func.max(JobRow.place))) or 0) + 1


def _move(row: JobRow, state: JobState) -> None:
    row.state = _job(row, None).moved_to(state).state.value


def _subject_of(session: Session, row: JobRow) -> SubjectRow | None:
    if JobKind(row.kind) is JobKind.CREATE:
        return None
    return session.scalars(select(SubjectRow).where(SubjectRow.job_id == row.id)).first()


def _make_ready(subject: SubjectRow, row: JobRow, result: dict[str, Any]) -> None:
    subject.state = "ready"
    subject.lora_files = {name: result[name] for name in ("kohya", "diffusers") if result.get(name)}
    subject.sample_files = list(result.get("sample_files") or [])
    subject.cover_file = subject.cover_file or next(iter(subject.sample_files), None)
    recipe = row.request.get("recipe", {})
    for name in ("rank", "alpha", "steps"):
        setattr(subject, name, result.get(name, recipe.get(name)))


def _leave_subject(session: Session, row: JobRow) -> None:
    """A lesson that ended without a LoRA leaves its subject, with photos, for another try."""
    subject = _subject_of(session, row)
    if subject is not None:
        subject.state = "failed"


def _sentence(error: BaseException) -> str:
    if isinstance(error, StudioError):
        return str(error)
    if isinstance(error, OSError) and error.errno is not None:
        return str(storage_error(error, error.filename or "A file"))
    return (
        f"Something unexpected stopped this job ({type(error).__name__}: {shown(error, 300)}). "
        "Its photos and settings are kept: try again; if it stops once more, worker.log in the data folder says why."
    )


def _job(row: JobRow, position: int | None) -> Job:
    kind = JobKind(row.kind)
    return Job(
        id=row.id,
        kind=kind,
        state=JobState(row.state),
        position=position,
        request=_REQUESTS[kind].from_json(row.request),
        step=row.step,
        steps=row.steps,
        part=row.part,
        seconds_left=row.seconds_left,
        loss=row.loss,
        message=row.message,
        result=row.result,
        error_type=row.error_type,
        error_message=row.error_message,
        error_traceback=row.error_traceback,
        cancel_requested=row.cancel_requested,
        preview_file=row.preview_file,
        created_at=row.created_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
        heartbeat_at=row.heartbeat_at,
        worker_id=row.worker_id,
    )
