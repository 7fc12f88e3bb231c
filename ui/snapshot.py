"""What the page shows of the studio at one moment, read once for all its parts."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from studio.errors import NotFound
from studio.jobs import Job, JobKind, JobState
from studio.pictures import Picture
from studio.requests import MAX_COUNT
from studio.studio import Studio
from studio.subjects import Subject
from ui.words import is_live

_JOBS_READ = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Snapshot:
    """Rows as they are at `now` (unix seconds).

    `lesson` is the lesson worth watching (the running one, else the next one, else the last one) with its losses as
    (step, loss) and its sample pictures, oldest first; `creation` is the same among picture jobs; `fresh_pictures` are
    those of the last job that made any.
    """

    now: float
    worker_alive: bool
    worker_message: str
    jobs: list[Job]
    subjects: list[Subject]
    lesson: Job | None
    losses: list[tuple[int, float]]
    samples: list[str]
    creation: Job | None
    fresh_pictures: list[Picture]


def take_snapshot(studio: Studio, now: float) -> Snapshot:
    """Read the rows that the page follows."""
    jobs = studio.jobs(limit=_JOBS_READ)
    status = studio.status()
    lesson = _worth_watching(jobs, JobKind.TEACH)
    newest = studio.pictures(limit=MAX_COUNT)
    subjects = studio.subjects()
    return Snapshot(
        now=now,
        worker_alive=status.worker_alive,
        worker_message=status.message,
        jobs=jobs,
        subjects=subjects,
        lesson=lesson,
        losses=studio.losses(lesson.id) if lesson is not None else [],
        samples=_samples(studio, lesson, subjects),
        creation=_worth_watching(jobs, JobKind.CREATE),
        fresh_pictures=[picture for picture in newest if picture.job_id == newest[0].job_id],
    )


def _worth_watching(jobs: list[Job], kind: JobKind) -> Job | None:
    of_kind = [job for job in jobs if job.kind is kind]
    running = [job for job in of_kind if job.state is JobState.RUNNING]
    waiting = [job for job in of_kind if is_live(job)]
    return next(iter(running or waiting or of_kind), None)


def _samples(studio: Studio, lesson: Job | None, subjects: list[Subject]) -> list[str]:
    """The sample pictures of a lesson: those its subject has, else those beside the newest one so far."""
    if lesson is None:
        return []
    subject = next((subject for subject in subjects if subject.job_id == lesson.id), None)
    if subject is not None and subject.sample_files:
        return list(subject.sample_files)
    if lesson.preview_file is None:
        return []
    newest = PurePosixPath(lesson.preview_file)
    try:
        folder = studio.file(lesson.preview_file).parent
    except NotFound:
        return []
    return sorted(str(newest.with_name(path.name)) for path in folder.glob(f"step_*{newest.suffix}"))
