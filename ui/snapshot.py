"""What the page shows of the studio at one moment, read once for all its parts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from studio.jobs.explanations import ExplanationRequest
from studio.jobs.job import ENDED, MAKES_SUBJECT, Job, JobKind, JobState
from studio.jobs.requests import MAX_COUNT
from studio.people.person import Person
from studio.pictures.picture import Picture
from studio.studio import Studio
from studio.subjects.subject import Checkpoint, Subject
from studio.words import Message
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
    """Rows of one person as they are at `now` (unix seconds).

    `jobs` are without those whose outcome is not there any more: a subject or all pictures that were deleted, or the
    one that they are about.
    `lessons` are those worth watching: the ones that run, else the next one, else the last one. `creation` is the
    first of such among picture jobs; `fresh_pictures` are those of the last job that made any, a grid's sheet
    first, then as they were made. `newest_pictures` come newest first. `kept_pictures`: ids, of what the jobs that
    are done made, or what they are about, and nobody deleted.
    `usable`: the subjects, and those of the owner that a guest may have in pictures.
    `pictures_revision`: another one after each change of any picture.
    """

    now: float
    worker_alive: bool
    worker_message: Message | None
    jobs: list[Job]
    subjects: list[Subject]
    lessons: list[Lesson]
    creation: Job | None
    fresh_pictures: list[Picture]
    usable: Sequence[Subject] = ()
    newest_pictures: Sequence[Picture] = ()
    kept_pictures: frozenset[str] = frozenset()
    pictures_revision: int = 0


def take_snapshot(person: Person, studio: Studio, now: float) -> Snapshot:
    """Read the rows that the person's page follows."""
    revision = studio.pictures.revision(person)  # read first: what is written meanwhile comes with the next one
    status, subjects, read = studio.status(), studio.subjects.list(person), studio.queue.list(person, limit=_JOBS_READ)
    kept = studio.pictures.present(person, [id for job in read for id in _pictures_of(job)])
    jobs = [told for job in read if (told := _still_true(job, subjects, kept, status.worker_alive)) is not None]
    newest = studio.pictures.list(person, limit=MAX_COUNT)
    fresh = [picture for picture in newest if picture.job_id == newest[0].job_id]
    return Snapshot(
        now=now,
        worker_alive=status.worker_alive,
        worker_message=status.message,
        jobs=jobs,
        subjects=subjects,
        usable=studio.subjects.usable(person),
        lessons=[
            Lesson(
                job=job,
                losses=studio.queue.losses(person, job.id),
                checkpoints=studio.checkpoints.of_lesson(person, job.id),
            )
            for job in _worth_watching(jobs, JobKind.TEACH)
        ],
        creation=next(iter(_worth_watching(jobs, JobKind.CREATE)), None),
        newest_pictures=newest,
        fresh_pictures=sorted(fresh, key=lambda picture: (picture.request.grid is None, picture.id)),
        kept_pictures=kept,
        pictures_revision=revision,
    )


def _still_true(job: Job, subjects: list[Subject], kept: Collection[str], worker_alive: bool) -> Job | None:
    """The job without what is not true any more; None where what came of it is gone as a whole."""
    if job.kind in MAKES_SUBJECT and job.state in ENDED and all(subject.job_id != job.id for subject in subjects):
        return None
    if job.state is JobState.RUNNING and not worker_alive:
        return replace(job, seconds_left=None)  # nobody works at it
    if isinstance(job.request, ExplanationRequest):
        return job if job.request.picture_id in kept else None
    gone = [id for id in job.pictures if id not in kept]
    if not gone:
        return job
    return None if len(gone) == len(job.pictures) else replace(job, message=None)  # it may be about one that is gone


def _pictures_of(job: Job) -> list[str]:
    return [job.request.picture_id] if isinstance(job.request, ExplanationRequest) else job.pictures


def _worth_watching(jobs: list[Job], kind: JobKind) -> list[Job]:
    of_kind = [job for job in jobs if job.kind is kind]
    running = [job for job in of_kind if job.state is JobState.RUNNING]
    waiting = [job for job in of_kind if is_live(job)]
    return running or (waiting or of_kind)[:1]
