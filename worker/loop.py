"""The worker's day: claim a job, do it, end it well or with a sentence; and show that it lives."""

import logging
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import torch

from studio.engines.job_port import CancelDone, Done, Failed, HandedBack, JobEnding, WaitsForModel
from studio.engines.waiting import SECONDS_BETWEEN_TRIES, once_it_can_be_written
from studio.errors import StorageTrouble, StudioError
from studio.jobs.failure import failure_of
from studio.jobs.job import BETWEEN_STEPS, Job, JobCommand, JobKind
from training.run import Stopped
from worker.context import Cancelled, NeedsModel, WorkerContext
from worker.job_log import lines_of_job
from worker.jobs import explain, generate, hub_import, import_lora, publish, train

IDLE_SECONDS_OF_MODELS = 900.0  # then other programs get the memory; loading again takes seconds
IDLE_SECONDS_BEFORE_PREPARING = 20.0  # a person who looks at her pictures may want more of them at once
IDLE_SECONDS = 1.0  # between two looks at what comes with time and not with news
POLL_SECONDS = 0.15  # between two looks at whether anything was written
HEARTBEAT_SECONDS = 3.0
PATIENCE_SECONDS = 600.0  # so long a job that cannot write is begun again and again; then its failure says why

log = logging.getLogger(__name__)


class Worker:
    """One worker. `is_wanted` says whether it should wait for more when nothing is left to do."""

    def __init__(self, context: WorkerContext, is_wanted: Callable[[], bool] = lambda: True) -> None:
        self._context = context
        self._port = context.port
        self._is_wanted = is_wanted
        self._at_work: list[str] = []
        self._in_trouble: dict[str, tuple[int, float]] = {}  # by job: the step it was claimed at, and since when
        self._model_news, self._cpu_job_news = threading.Event(), threading.Event()

    def run(self) -> None:
        """Work until asked to stop. Errors: StudioError when the port cannot be used any more."""
        with self._signs_of_life(), self._news():
            while not self._context.stopping.is_set():
                with self._cpu_jobs():
                    self._work_at_the_model()
                left = self._port.claim(needs_model=True)
                if left is None:
                    return
                self.work(left)  # the last CPU job passed it on

    def _work_at_the_model(self) -> None:
        """One job after the other, until asked to stop or nobody wants more."""
        stopping, clock = self._context.stopping, self._context.clock
        claim = self._claims(needs_model=True)
        worked_at = clock()
        while not stopping.is_set():
            self._model_news.clear()
            job = claim()
            if job is None and clock() - worked_at >= IDLE_SECONDS_BEFORE_PREPARING:
                job = self._next_while_preparing()
            if job is not None:
                self.work(job)
                worked_at = clock()
            elif not self._is_wanted():
                log.info("Nobody is there any more and nothing is left to do.")
                return
            else:
                if self._context.models.are_there and clock() - worked_at >= IDLE_SECONDS_OF_MODELS:
                    log.info("Nothing was asked for a while; the memory of the base model is given back.")
                    self._context.models.make_room()
                self._model_news.wait(IDLE_SECONDS)

    def work(self, job: Job) -> None:
        """Do one claimed job to its end; whatever happens, the job says so."""
        with lines_of_job() as lines:
            self._work(job, lines)

    def _work(self, job: Job, lines: Collection[str]) -> None:
        """As work(). `lines`: what the log says of the job so far."""
        log.info("Job %s (%s) begins.", job.id, job.kind)
        self._at_work.append(job.id)
        try:
            result = self._handle(job)
        except Stopped:
            self._end(job, "is let go of", HandedBack())
        except NeedsModel as cpu_job:
            self._end(job, "waits for the base model", WaitsForModel(cpu_job.step))
        except Cancelled:
            self._end(job, "is cancelled", CancelDone())
        except Exception as error:  # any trouble of a job is the job's own; the worker goes on
            trouble = _in_words(error)
            if isinstance(trouble, StorageTrouble) and self._may_wait(job):
                self._tell(job, trouble)
                self._end(job, "waits until something can be written again", HandedBack())
                return
            if isinstance(trouble, StudioError):
                # The sentence names what a person gave: its key alone is written.
                log.info("Job %s: %s.", job.id, trouble.message.key, exc_info=trouble.__cause__)
            else:
                log.exception("Job %s failed.", job.id)
            self._end(job, "has failed", Failed(failure_of(trouble, log=lines)))
        else:
            self._end(job, "is done", Done(result))
        finally:
            self._at_work.remove(job.id)

    def _may_wait(self, job: Job) -> bool:
        """Whether a job that could not write is begun again where it was, after a moment."""
        now = self._context.clock()
        step, since = self._in_trouble.get(job.id, (-1, now))
        if job.step > step:  # it got further since
            step, since = job.step, now
        self._in_trouble[job.id] = step, since
        return now - since < PATIENCE_SECONDS

    def _tell(self, job: Job, trouble: StorageTrouble) -> None:
        """Say on the page what a job waits for, as far as that can be written, and let a moment pass."""
        log.warning("Job %s: %s; it is begun again.", job.id, trouble.message.key)
        with suppress(StudioError):
            self._port.report(job.id, step=job.step, message=trouble.message)
        self._context.stopping.wait(SECONDS_BETWEEN_TRIES)

    def _handle(self, job: Job) -> dict[str, Any]:
        if job.command is JobCommand.CANCEL:
            raise Cancelled
        match job.kind:
            case JobKind.TEACH:
                return train.run(self._context, job, self._next_between, self.work)
            case JobKind.CREATE:
                return generate.run(self._context, job)
            case JobKind.EXPLAIN:
                return explain.run(self._context, job)
            case JobKind.IMPORT:
                return import_lora.run(self._context, job)
            case JobKind.HUB_IMPORT:
                return hub_import.run(self._context, job)
            case JobKind.PUBLISH:
                return publish.run(self._context, job)

    def _claims(self, *, needs_model: bool) -> Callable[[], Job | None]:
        """Claims the next job as JobPort.claim does, and looks into the queue only when anything was written."""
        port = self._port
        seen: int | None = None

        def claim() -> Job | None:
            nonlocal seen
            changes = port.changes()  # read before the queue, so that nothing written meanwhile is missed
            if changes == seen:
                return None
            if needs_model:  # by the thread that uses what is kept
                self._context.forget_deleted()
            job = once_it_can_be_written(lambda: port.claim(needs_model=needs_model), self._context.stopping)
            seen = changes if job is None else None
            return job

        return claim

    def _next_while_preparing(self) -> Job | None:
        """Prepares what makes later pictures faster, until there is a job."""
        found: list[Job] = []
        claim = self._claims(needs_model=True)

        def is_wanted() -> bool:
            job = claim()
            found.extend([job] if job is not None else [])
            return not found and not self._context.stopping.is_set()

        self._context.models.prepare(is_wanted)
        return found[0] if found else None

    def _next_between(self) -> Job | None:
        return self._port.claim(BETWEEN_STEPS, needs_model=True, if_nobody_is_free=True)

    def _end(self, job: Job, what: str, ending: JobEnding) -> None:
        """End a job, unless it was taken from this worker meanwhile."""
        if not isinstance(ending, HandedBack):
            self._in_trouble.pop(job.id, None)
        if once_it_can_be_written(lambda: self._port.end(job.id, ending), self._context.stopping):
            log.info("Job %s %s.", job.id, what)
        else:
            log.warning("Job %s was taken away meanwhile; nothing is said about it.", job.id)

    @contextmanager
    def _cpu_jobs(self) -> Iterator[None]:
        """What needs no base model, such as an upload, is done in a thread of its own; the block ends when it is.

        So neither a lesson nor a picture waits for somebody's slow line.
        """
        ended, stopping = threading.Event(), self._context.stopping
        claim = self._claims(needs_model=False)

        def run() -> None:
            while not stopping.is_set():
                self._cpu_job_news.clear()
                try:
                    job = claim()
                except StudioError as error:
                    log.warning("No CPU job could be looked for: %s", error)
                    job = None
                if job is not None:
                    self.work(job)
                elif ended.is_set():
                    return
                else:
                    self._cpu_job_news.wait(IDLE_SECONDS)

        thread = threading.Thread(target=run, name="cpu jobs", daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            self._cpu_job_news.set()
            thread.join()

    @contextmanager
    def _news(self) -> Iterator[None]:
        """One thread looks for both that wait, as each look wakes a processor: whether anything was written."""
        ended, stopping = threading.Event(), self._context.stopping

        def look() -> None:
            seen: int | None = None
            while not ended.wait(POLL_SECONDS):
                try:
                    changes = self._port.changes()
                except StudioError as error:
                    log.warning("It could not be seen whether anything is to do: %s", error)
                    ended.wait(HEARTBEAT_SECONDS)
                    continue
                if changes != seen or stopping.is_set():
                    seen = changes
                    self._model_news.set()
                    self._cpu_job_news.set()

        thread = threading.Thread(target=look, name="news", daemon=True)
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
                    self._port.heartbeat(list(self._at_work))
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
    sentence = StudioError("memory-too-small")
    sentence.__cause__ = error
    return sentence
