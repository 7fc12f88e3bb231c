"""What a person can do with the jobs of a studio."""

from studio.checks import whole_number
from studio.errors import StudioError
from studio.jobs.job import Job, JobCommand
from studio.jobs.requests import TrainingRequest
from studio.store import Store
from studio.subjects.subject import Checkpoint


class Queue:
    """The part of a studio that is about jobs. Everything it refuses is a StudioError."""

    _store: Store

    def job(self, id: str) -> Job:
        """The job as it is now. Errors: NotFound."""
        return self._store.jobs.get(id)

    def jobs(self, limit: int = 100) -> list[Job]:
        """Running jobs, then the queue in order, then what ended, newest first."""
        return self._store.jobs.list(limit)

    def cancel_job(self, id: str) -> Job:
        """Stop a job: a waiting one at once, a running one as soon as its worker notices."""
        return self._store.with_room(lambda: self._store.jobs.ask(id, JobCommand.CANCEL))

    def pause_job(self, id: str) -> Job:
        """Let a job rest, and the next one run: a waiting one at once, a running one as soon as its worker notices."""
        return self._store.jobs.ask(id, JobCommand.PAUSE)

    def resume_job(self, id: str) -> Job:
        """A paused job waits again, at the place that it had, and goes on from where it was."""
        return self._store.jobs.resume(id)

    def finish_job(self, id: str) -> Job:
        """End a lesson at the step it is at; what it has learnt by then becomes the subject's LoRA."""
        return self._store.jobs.ask(id, JobCommand.FINISH)

    def move_job(self, id: str, position: float) -> Job:
        """Move a waiting job to a position in the queue, from 1."""
        return self._store.jobs.move(id, whole_number("The position", position, 1, 1_000_000))

    def retry_job(self, id: str) -> Job:
        """Queue a failed or cancelled job again, with the photos and settings it had."""
        job = self.job(id)
        kept = job.request.all_files if isinstance(job.request, TrainingRequest) else ()
        if any(not self._store.files.path(file).is_file() for file in kept):
            raise StudioError("The photos of this lesson are gone. Teach the subject anew with its photos.")
        return self._store.jobs.retry(id)

    def losses(self, id: str) -> list[tuple[int, float]]:
        """(step, loss) of a lesson, in order."""
        return self._store.jobs.losses(id)

    def checkpoints(self, id: str) -> list[Checkpoint]:
        """The moments of a lesson that have sample pictures, in order."""
        return self._store.checkpoints.of(id)
