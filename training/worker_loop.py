"""The worker's day: claim a job, do it, end it well or with a sentence; and show that it lives."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch

from studio.errors import NotFound, StudioError
from studio.jobs import Job, JobKind, JobState, Wish
from training import create_job, hub_import_job, import_job, publish_job, teach_job
from training.lesson import Stopped
from training.workshop import Cancelled, PassedOn, Workshop

IDLE_SECONDS_OF_MODELS = 900.0  # then other programs get the memory; loading again takes seconds
IDLE_SECONDS_BEFORE_PREPARING = 20.0  # a person who looks at her pictures may want more of them at once
IDLE_SECONDS = 0.25  # between two looks at an empty queue
HEARTBEAT_SECONDS = 3.0
BETWEEN_STEPS = (JobKind.CREATE, JobKind.IMPORT, JobKind.HUB_IMPORT)  # what a running lesson makes room for

log = logging.getLogger(__name__)


class Worker:
    """One worker; `slot` is its number among those of the data folder.

    `is_wanted` says whether it should wait for more when nothing is left to do.
    """

    def __init__(
        self, workshop: Workshop, worker_id: str, slot: int = 0, is_wanted: Callable[[], bool] = lambda: True
    ) -> None:
        self._workshop = workshop
        self._id = worker_id
        self._slot = slot
        self._is_wanted = is_wanted
        self._at_work: list[str] = []

    def run(self) -> None:
        """Work until asked to stop. Errors: StudioError when the database cannot be used any more."""
        with self._signs_of_life():
            while not self._workshop.stopping.is_set():
                with self._errands():
                    self._work_at_the_model()
                left = self._workshop.store.jobs.claim(self._id, slot=self._slot, errands=False)
                if left is None:
                    return
                self.work(left)  # the last errand passed it on

    def _work_at_the_model(self) -> None:
        """One job after the other, until asked to stop or nobody wants more."""
        stopping, clock = self._workshop.stopping, self._workshop.clock
        worked_at = clock()
        while not stopping.is_set():
            job = self._workshop.store.jobs.claim(self._id, slot=self._slot, errands=False)
            if job is None and clock() - worked_at >= IDLE_SECONDS_BEFORE_PREPARING:
                job = self._next_while_preparing()
            if job is not None:
                self.work(job)
                worked_at = clock()
            elif not self._is_wanted():
                log.info("Nobody is there any more and nothing is left to do.")
                return
            else:
                if self._workshop.residents.are_there and clock() - worked_at >= IDLE_SECONDS_OF_MODELS:
                    log.info("Nothing was asked for a while; the memory of the base model is given back.")
                    self._workshop.residents.make_room()
                stopping.wait(IDLE_SECONDS)

    def work(self, job: Job) -> None:
        """Do one claimed job to its end; whatever happens, the job says so."""
        log.info("Job %s (%s) begins.", job.id, job.kind)
        self._at_work.append(job.id)
        try:
            result = self._handle(job)
        except Stopped:
            self._end(job, "is let go of", lambda: self._workshop.store.jobs.hand_back(job.id))
        except PassedOn as errand:
            step = errand.step
            self._end(job, "waits for the base model", lambda: self._workshop.store.jobs.pass_on(job.id, step=step))
        except Cancelled:
            self._end(job, "is cancelled", lambda: self._workshop.store.jobs.cancelled(job.id))
        except Exception as error:  # any trouble of a job is the job's own; the worker goes on
            trouble = _in_words(error)
            if isinstance(trouble, StudioError):
                log.info("Job %s: %s", job.id, trouble)
            else:
                log.exception("Job %s failed.", job.id)
            self._end(job, "has failed", lambda: self._workshop.store.jobs.fail(job.id, trouble))
        else:
            self._end(job, "is done", lambda: self._workshop.store.jobs.finish(job.id, result))
        finally:
            self._at_work.remove(job.id)

    def _handle(self, job: Job) -> dict[str, Any]:
        if job.wish is Wish.CANCEL:
            raise Cancelled
        match job.kind:
            case JobKind.TEACH:
                return teach_job.run(self._workshop, job, self._next_between, self.work)
            case JobKind.CREATE:
                return create_job.run(self._workshop, job)
            case JobKind.IMPORT:
                return import_job.run(self._workshop, job)
            case JobKind.HUB_IMPORT:
                return hub_import_job.run(self._workshop, job)
            case JobKind.PUBLISH:
                return publish_job.run(self._workshop, job)

    def _next_while_preparing(self) -> Job | None:
        """Prepares what makes later pictures faster, until there is a job."""
        found: list[Job] = []

        def is_wanted() -> bool:
            job = self._workshop.store.jobs.claim(self._id, slot=self._slot, errands=False)
            found.extend([job] if job is not None else [])
            return not found and not self._workshop.stopping.is_set()

        self._workshop.residents.prepare(is_wanted)
        return found[0] if found else None

    def _next_between(self) -> Job | None:
        return self._workshop.store.jobs.claim(
            self._id, BETWEEN_STEPS, self._slot, errands=False, if_nobody_is_free=True
        )

    def _end(self, job: Job, what: str, end: Callable[[], None]) -> None:
        """End a job, unless it was taken from this worker meanwhile."""
        try:
            now = self._workshop.store.jobs.get(job.id)
        except NotFound:
            now = None
        if now is None or now.state is not JobState.RUNNING or now.worker_id != self._id:
            log.warning("Job %s was taken away meanwhile; nothing is said about it.", job.id)
            return
        end()
        log.info("Job %s %s.", job.id, what)

    @contextmanager
    def _errands(self) -> Iterator[None]:
        """What needs no base model, such as an upload, is done in a thread of its own; the block ends when it is.

        So neither a lesson nor a picture waits for somebody's slow line.
        """
        ended, stopping = threading.Event(), self._workshop.stopping

        def run() -> None:
            while not stopping.is_set():
                try:
                    job = self._workshop.store.jobs.claim(self._id, slot=self._slot, errands=True)
                except StudioError as error:
                    log.warning("No errand could be looked for: %s", error)
                    job = None
                if job is not None:
                    self.work(job)
                elif ended.wait(IDLE_SECONDS):
                    return

        thread = threading.Thread(target=run, name="errands", daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    @contextmanager
    def _signs_of_life(self) -> Iterator[None]:
        """A heartbeat in a thread of its own for as long as the block lasts."""
        ended = threading.Event()

        def beat() -> None:
            while not ended.wait(HEARTBEAT_SECONDS):
                try:
                    self._workshop.store.workers.heartbeat(self._id)
                    for job_id in list(self._at_work):
                        self._workshop.store.jobs.heartbeat(job_id, self._id)
                except StudioError as error:
                    log.warning("No sign of life could be given: %s", error)

        thread = threading.Thread(target=beat, name="heartbeat", daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()


def _in_words(error: Exception) -> Exception:
    """Too little memory as a sentence; every other error as it is."""
    no_memory = isinstance(error, torch.OutOfMemoryError | MemoryError) or "can't allocate memory" in str(error)
    if not no_memory:
        return error
    sentence = StudioError(
        "There was too little memory for this. Close other programs that use the graphics card or the memory, "
        "or choose a smaller size or batch, and try again."
    )
    sentence.__cause__ = error
    return sentence
