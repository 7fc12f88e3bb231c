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
class Lesson:
    """A lesson to watch, with its curve as (step, loss) and its checkpoints, oldest first."""

    job: Job
    losses: list[tuple[int, float]]
    checkpoints: list[Checkpoint]


@dataclass(frozen=True, kw_only=True, slots=True)
class Snapshot:
    """Rows as they are at `now` (unix seconds).

    `lessons` are those worth watching: the ones that run, else the next one, else the last one. `creation` is the
    first of such among picture jobs; `fresh_pictures` are those of the last job that made any.
    """

    now: float
    worker_alive: bool
    worker_message: str
    jobs: list[Job]
    subjects: list[Subject]
    lessons: list[Lesson]
    creation: Job | None
    fresh_pictures: list[Picture]


def take_snapshot(studio: Studio, now: float) -> Snapshot:
    """Read the rows that the page follows."""
    jobs = studio.jobs(limit=_JOBS_READ)
    status = studio.status()
    newest = studio.pictures(limit=MAX_COUNT)
    return Snapshot(
        now=now,
        worker_alive=status.worker_alive,
        worker_message=status.message,
        jobs=jobs,
        subjects=studio.subjects(),
        lessons=[
            Lesson(job=job, losses=studio.losses(job.id), checkpoints=studio.checkpoints(job.id))
            for job in _worth_watching(jobs, JobKind.TEACH)
        ],
        creation=next(iter(_worth_watching(jobs, JobKind.CREATE)), None),
        fresh_pictures=[picture for picture in newest if picture.job_id == newest[0].job_id],
    )


def _worth_watching(jobs: list[Job], kind: JobKind) -> list[Job]:
    of_kind = [job for job in jobs if job.kind is kind]
    running = [job for job in of_kind if job.state is JobState.RUNNING]
    waiting = [job for job in of_kind if is_live(job)]
    return running or (waiting or of_kind)[:1]
