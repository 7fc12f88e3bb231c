"""The jobs of a studio: what waits, what is worked at, and what a person wants of either."""

from random import Random

from studio.checks import whole_number
from studio.errors import StudioError
from studio.jobs.job import Job, JobCommand, JobKind, Request
from studio.jobs.requests import TrainingRequest
from studio.people.person import Person
from studio.store import Store
from studio.subjects.subject import Subject
from studio.words import Message


class JobQueue:
    """Puts jobs into the queue, says where each stands, and passes on what a person wants of one.

    Everybody's jobs wait in one queue, in which people take turns, and positions count all of them; a person sees and
    changes her own.
    Every method that takes an id raises NotFound where she has no such job, and StudioError for what cannot be done
    with a job that stands as this one does. `random` draws the ids.
    """

    def __init__(self, store: Store, random: Random) -> None:
        self._store = store
        self._random = random

    def new_id(self) -> str:
        """An id for a job that is to be added, 12 hexadecimal digits; files of the job can be kept under it before."""
        return f"{self._random.getrandbits(48):012x}"

    def add(
        self,
        person: Person,
        kind: JobKind,
        request: Request,
        steps: int,
        id: str | None = None,
        *,
        message: Message | None = None,
        subject: Subject | None = None,
    ) -> Job:
        """Put a job at the end of the queue, in one transaction with the subject that it makes.

        `steps`: how much work it is, as its progress counts. `id`: of new_id(), a new one if left out. `message` is
        said beside the job from now on. Errors: StudioError when the subject's name or trigger word is taken; then
        nothing is added. Errors: OverLimit, also where the person's files take more than they may.
        """
        self._store.shares.check_disk(person)
        return self._store.jobs.add(person, kind, request, steps, id or self.new_id(), message=message, subject=subject)

    def is_busy(self) -> bool:
        """Whether any worker is at a job, whoever's."""
        return bool(self._store.jobs.running_slots())

    def get(self, person: Person, id: str) -> Job:
        """The job as it is now. Errors: NotFound."""
        return self._store.jobs.get(person, id)

    def losses(self, person: Person, id: str) -> list[tuple[int, float]]:
        """(step, mean loss since the step before) of a lesson, in order; none of a job that is no lesson."""
        return self._store.jobs.losses(person, id)

    def list(self, person: Person, limit: int = 100) -> list[Job]:
        """The person's jobs: what runs, then what waits in order, then what ended, newest first; up to `limit`."""
        return self._store.jobs.list(person, limit)

    def cancel(self, person: Person, id: str) -> Job:
        """Stop a job: a waiting one at once, a running one as soon as its worker notices. Gives it as it is now."""
        return self._store.with_room(lambda: self._store.jobs.ask(person, id, JobCommand.CANCEL))

    def pause(self, person: Person, id: str) -> Job:
        """Let a job rest, and the next one run: a waiting one at once, a running one as soon as its worker notices."""
        return self._store.jobs.ask(person, id, JobCommand.PAUSE)

    def resume(self, person: Person, id: str) -> Job:
        """A paused job waits again, at the place that it had, and goes on from where it was. Errors: OverLimit."""
        self._store.shares.check_disk(person)
        return self._store.jobs.resume(person, id)

    def finish(self, person: Person, id: str) -> Job:
        """End a lesson at the step it is at; what it has learnt by then becomes the subject's LoRA."""
        return self._store.jobs.ask(person, id, JobCommand.FINISH)

    def move(self, person: Person, id: str, position: float) -> Job:
        """Move a waiting job to a position in everybody's queue, from 1, among the person's own; see JobStore.move."""
        return self._store.jobs.move(person, id, whole_number("field-position", position, 1, 1_000_000))

    def retry(self, person: Person, id: str) -> Job:
        """Queue a failed or cancelled job again, with the photos and settings it had.

        Errors: StudioError also for a lesson whose photos are gone; OverLimit.
        """
        self._store.shares.check_disk(person)
        job = self.get(person, id)
        kept = job.request.all_files if isinstance(job.request, TrainingRequest) else ()
        if any(not self._store.files.path(file).is_file() for file in kept):
            raise StudioError("lesson-photos-gone")
        return self._store.jobs.retry(person, id)
