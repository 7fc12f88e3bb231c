"""The port of a worker on this computer: the rows and files of the data folder themselves."""

import os
from collections.abc import Callable, Collection, Generator
from contextlib import contextmanager
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
from studio.errors import NotFound, StudioError
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
        self._at_hand: dict[str, Person] = {}  # the owners of the jobs that this worker has, by their ids
        self._files = _WantedFiles(store.files.root, self._check_wanted)

    @property
    def files(self) -> DataFolder:
        """The data folder. What is written for a job whose row was deleted does not stay."""
        return self._files

    def hold(self, job: Job) -> None:
        """This worker has the job from before this port was made."""
        self._at_hand[job.id] = job.owner

    def _check_wanted(self, path: Path) -> None:
        """Errors: NotFound where what lies there is of a job of this worker that was deleted."""
        place = self._store.files.place_of(path)
        if place is None:
            return
        for job_id, owner in list(self._at_hand.items()):
            is_of_it = {
                "person": place.name == owner.id,
                "job": place.name == job_id,
                "picture": place.name.startswith(f"{job_id}-"),
            }[place.kind]
            if is_of_it and self._store.jobs.owner_of(job_id) is None:
                raise NotFound("job-not-found", id=job_id)

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
        job = self._store.jobs.claim(
            self._id, kinds, self._slot, cpu_jobs=not needs_model, if_nobody_is_free=if_nobody_is_free
        )
        if job is not None:
            self.hold(job)
        return job

    def report(self, job_id: str, *, step: int, **progress: Unpack[Progress]) -> None:
        """Into the job's row."""
        self._store.jobs.progress(job_id, step=step, **progress)

    def command(self, job_id: str) -> JobCommand | None:
        """From the job's row."""
        return self._store.jobs.command(job_id)

    def end(self, job_id: str, ending: JobEnding) -> bool:
        """Move the job's row on, where it is this worker's still. Of a job whose row was deleted all files go."""
        jobs = self._store.jobs
        if all(job.id != job_id for job in jobs.running_of(self._id)):
            if jobs.owner_of(job_id) is None:
                files = self._store.files
                for folder in (files.upload_folder, files.preview_folder, files.checkpoint_folder):
                    files.remove(folder(job_id))
            self._at_hand.pop(job_id, None)
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
        self._at_hand.pop(job_id, None)
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
        """Add or replace a row. Errors: NotFound for a job that was deleted."""
        with self._of_job(job_id):
            self._store.checkpoints.keep(job_id, checkpoint)

    def forget_checkpoints_after(self, job_id: str, step: int) -> None:
        """Remove rows."""
        self._store.checkpoints.forget_after(job_id, step)

    def kept_picture(self, owner: Person, picture_id: str) -> Path:
        """The file that the picture's row names."""
        return self._store.files.path(self._store.pictures.get(owner, picture_id).file)

    def keep_picture(self, picture: Picture) -> None:
        """Add or replace a row, as of now. Errors: NotFound for a picture of a job that was deleted."""
        with self._of_job(picture.job_id):
            self._store.pictures.add(replace(picture, created_at=self._store.clock()))

    @contextmanager
    def _of_job(self, job_id: str) -> Generator[None, None, None]:
        """What is written in the block is written while the job is there, or not at all. Errors: NotFound."""
        with self._store.database.together():
            if job_id in self._at_hand and self._store.jobs.owner_of(job_id) is None:
                raise NotFound("job-not-found", id=job_id)
            yield


class _WantedFiles(DataFolder):
    """A data folder in which a file stays only if it is wanted, which is asked once it is there.

    Whoever deletes a job deletes its row first, then its files. So a file that is written before the files are looked
    for goes with them, and one that is written later finds that the row is gone.
    """

    def __init__(self, root: Path, check_wanted: Callable[[Path], None]) -> None:
        super().__init__(root)
        self._check_wanted = check_wanted

    def write_whole(self, file: str | Path, content: bytes) -> Path:
        """As DataFolder's. Errors: NotFound, and the file is gone again."""
        path = super().write_whole(file, content)
        try:
            self._check_wanted(path)
        except StudioError:
            self.remove(path)
            raise
        return path
