"""What the page shows of the studio at one moment, read once for all its parts."""

from dataclasses import dataclass

from studio.jobs import Job, JobKind, JobState
from studio.pictures import Picture
from studio.requests import MAX_COUNT
from studio.studio import Studio
from studio.subjects import Checkpoint, Subject
from ui.words import is_live

_JOBS_READ = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Snapshot:
    """Rows as they are at `now` (unix seconds).

    `lesson` is the lesson worth watching (the running one, else the next one, else the last one) with its losses as
    (step, loss) and its checkpoints, oldest first; `creation` is the same among picture jobs; `fresh_pictures` are
    those of the last job that made any.
    """

    now: float
    worker_alive: bool
    worker_message: str
    jobs: list[Job]
    subjects: list[Subject]
    lesson: Job | None
    losses: list[tuple[int, float]]
    checkpoints: list[Checkpoint]
    creation: Job | None
    fresh_pictures: list[Picture]


def take_snapshot(studio: Studio, now: float) -> Snapshot:
    """Read the rows that the page follows."""
    jobs = studio.jobs(limit=_JOBS_READ)
    status = studio.status()
    lesson = _worth_watching(jobs, JobKind.TEACH)
    newest = studio.pictures(limit=MAX_COUNT)
    return Snapshot(
        now=now,
        worker_alive=status.worker_alive,
        worker_message=status.message,
        jobs=jobs,
        subjects=studio.subjects(),
        lesson=lesson,
        losses=studio.losses(lesson.id) if lesson is not None else [],
        checkpoints=studio.checkpoints(lesson.id) if lesson is not None else [],
        creation=_worth_watching(jobs, JobKind.CREATE),
        fresh_pictures=[picture for picture in newest if picture.job_id == newest[0].job_id],
    )


def _worth_watching(jobs: list[Job], kind: JobKind) -> Job | None:
    of_kind = [job for job in jobs if job.kind is kind]
    running = [job for job in of_kind if job.state is JobState.RUNNING]
    waiting = [job for job in of_kind if is_live(job)]
    return next(iter(running or waiting or of_kind), None)
