"""The port of a worker on this computer: the rows and files of the data folder themselves."""

import os
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Unpack, assert_never

from studio.engines.job_port import (
    CancelDone,
    Done,
    Failed,
    HandedBack,
    JobEnding,
    KnownSubject,
    Progress,
    WaitsForModel,
)
from studio.jobs.job import Job, JobCommand, JobKind
from studio.people.person import Person
from studio.pictures.picture import Picture
from studio.store import Store
from studio.store.disk.files import DataFolder
from studio.subjects.subject import Checkpoint
from studio.subjects.taught_types import taught_type


class LocalPort:
    """A studio.engines.job_port.JobPort over the store of the same data folder.

    `slot` is the worker's number among those of the data folder; whoever builds this holds the lock of that slot.
    cpu_jobs_only: it takes nothing that needs a base model. The page does not count it among the workers then, which
    say what pictures are made on.
    """

    def __init__(self, store: Store, worker_id: str, slot: int = 0, *, cpu_jobs_only: bool = False) -> None:
        self._store = store
        self._id = worker_id
        self._slot = slot
        self._cpu_jobs_only = cpu_jobs_only

    @property
    def files(self) -> DataFolder:
        """The data folder."""
        return self._store.files

    def register(self, device: str, gpu_gb: float | None) -> None:
        """The worker gets its row; the page waits for it."""
        if not self._cpu_jobs_only:
            self._store.workers.register(self._id, os.getpid(), device, gpu_gb, self._slot)

    def take_over(self) -> None:
        """Whoever ran the jobs of this slot held its lock before, so they wait again."""
        self._store.jobs.interrupt_orphans((), 0, slot=self._slot)

    def leave(self) -> None:
        """The worker's row goes."""
        self._store.workers.forget(self._id)

    def heartbeat(self, job_ids: Collection[str] = (), *, base_model: str | None = None) -> None:
        """A sign of life in the worker's row and in those of its jobs."""
        if not self._cpu_jobs_only:
            self._store.workers.heartbeat(self._id, base_model=base_model)
        for job_id in job_ids:
            self._store.jobs.heartbeat(job_id, self._id)

    def log(self, line: str) -> None:
        """Nothing to do: LocalEngine writes down what the process of the worker says."""

    def changes(self) -> int:
        """The database's own count of changes."""
        return self._store.database.changes()

    def claim(
        self, kinds: Collection[JobKind] | None = None, *, needs_model: bool, if_nobody_is_free: bool = False
    ) -> Job | None:
        """The next row of the queue."""
        if needs_model and self._cpu_jobs_only:
            return None
        return self._store.jobs.claim(
            self._id, kinds, self._slot, cpu_jobs=not needs_model, if_nobody_is_free=if_nobody_is_free
        )

    def report(self, job_id: str, *, step: int, **progress: Unpack[Progress]) -> None:
        """Into the job's row."""
        self._store.jobs.progress(job_id, step=step, **progress)

    def command(self, job_id: str) -> JobCommand | None:
        """From the job's row."""
        return self._store.jobs.command(job_id)

    def end(self, job_id: str, ending: JobEnding) -> bool:
        """Move the job's row on, where it is this worker's still."""
        jobs = self._store.jobs
        if all(job.id != job_id for job in jobs.running_of(self._id)):
            return False
        match ending:
            case Done(result):
                jobs.finish(job_id, result)
            case Failed(failure):
                jobs.fail(job_id, failure)
            case CancelDone():
                jobs.cancelled(job_id)
            case HandedBack():
                jobs.hand_back(job_id)
            case WaitsForModel(step):
                jobs.pass_on(job_id, step=step)
            case _:
                assert_never(ending)
        return True

    def subject(self, owner: Person, name: str, *, lent: bool = False) -> KnownSubject | None:
        """The subject's row."""
        subject = self._store.subjects.meant(owner, name, lent=lent)
        if subject is None:
            return None
        return KnownSubject(subject=subject, subject_type=taught_type(self._store, owner, subject))

    def checkpoints(self, job_id: str) -> list[Checkpoint]:
        """Their rows."""
        return self._store.checkpoints.of_job(job_id)

    def keep_checkpoint(self, job_id: str, checkpoint: Checkpoint) -> None:
        """Add or replace a row."""
        self._store.checkpoints.keep(job_id, checkpoint)

    def forget_checkpoints_after(self, job_id: str, step: int) -> None:
        """Remove rows."""
        self._store.checkpoints.forget_after(job_id, step)

    def kept_picture(self, owner: Person, picture_id: str) -> Path:
        """The file that the picture's row names."""
        return self._store.files.path(self._store.pictures.get(owner, picture_id).file)

    def keep_picture(self, picture: Picture) -> None:
        """Add or replace a row, as of now."""
        self._store.pictures.add(replace(picture, created_at=self._store.clock()))
