"""The port between a worker and what it works for: jobs, commands, files and rows, wherever they are kept.

A worker knows nothing else of the studio. worker/__main__.py builds one port for the life of a worker, which uses it
from several threads at once. Every method may raise StudioError; after a StorageTrouble it can be called again
(studio.engines.waiting).
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypedDict, Unpack

from studio.jobs.failure import JobFailure
from studio.jobs.job import Job, JobCommand, JobKind
from studio.people.person import Person
from studio.pictures.picture import Picture
from studio.subjects.subject import Checkpoint, Subject
from studio.words import Message


class Progress(TypedDict, total=False):
    """What is said of a running job beside its step. What is left out, or None, keeps what was said before.

    Attributes:
        steps: how many steps the job has, where that changed.
        part: 0..1 of what the message says; forgotten where it is left out.
        seconds_left: until the job is done; forgotten where it is left out.
        loss: the mean of all steps since the last one that was told.
        message: what is going on; None: nothing any more.
        preview_file: relative to the data folder.
        result: what is known of the result so far, for a job that goes on after a stop.
    """

    steps: int | None
    part: float | None
    seconds_left: float | None
    loss: float | None
    message: Message | None
    preview_file: str | None
    result: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Done:
    """The job is done. `result` is what studio.store.jobs.JobStore.finish says."""

    result: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Failed:
    """An error ended the job."""

    failure: JobFailure


@dataclass(frozen=True, slots=True)
class CancelDone:
    """The job ended because a person asked for it."""


@dataclass(frozen=True, slots=True)
class HandedBack:
    """The worker lets go of the job: it is paused where a person wants that, else another worker goes on with it."""


@dataclass(frozen=True, slots=True)
class WaitsForModel:
    """The part of the job that needs no base model is done, up to `step`; the rest waits at the job's old place."""

    step: int


JobEnding = Done | Failed | CancelDone | HandedBack | WaitsForModel


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownSubject:
    """A subject's row, and the type that it was taught as (studio.subjects.subject_types)."""

    subject: Subject
    subject_type: str


class ArtifactFolder(Protocol):
    """The files that go into a job and come out of it, laid out as studio.store.disk.files.DataFolder says.

    In rows and requests a file is its path relative to the folder, with forward slashes. What a claimed job needs is
    there; what is written or removed through here is so for the page, too, and in this order with all that is told.
    """

    root: Path

    def path(self, file: str | Path) -> Path:
        """The absolute path of a file of this folder. Errors: StudioError for a path that leads out of it."""
        ...

    def relative(self, path: Path) -> str:
        """How rows name that file. Errors: StudioError outside of this folder."""
        ...

    def write_whole(self, file: str | Path, content: bytes) -> Path:
        """Write a file so that at every moment it is the old one or the new one, whole. Gives its path."""
        ...

    def remove(self, file: str | Path) -> None:
        """Remove a file or a whole folder; fine when it is not there."""

    def free_bytes(self) -> int:
        """Room left on the disk of this folder."""
        ...

    def lora_folder(self, owner: Person, stem: str) -> Path:
        """The LoRA files and samples of one subject of that person; the stem is its trigger word."""
        ...

    def picture_file(self, picture_id: str) -> Path:
        """Where the PNG of a picture is to lie."""
        ...

    def thumbnail_file(self, picture_id: str) -> Path:
        """Where the small copy of a picture is to lie."""
        ...

    def explained_folder(self, picture_id: str) -> Path:
        """What is made to show how a picture came about."""
        ...

    def preview_folder(self, job_id: str) -> Path:
        """What a job shows while it works."""
        ...

    def checkpoint_folder(self, job_id: str) -> Path:
        """What a training run needs to go on after a stop."""
        ...

    def upload_folder(self, job_id: str) -> Path:
        """Files given for one import."""
        ...


class JobPort(Protocol):
    """Jobs in, and all that comes of them out."""

    @property
    def files(self) -> ArtifactFolder:
        """The files of jobs."""
        ...

    def register(self, device: str, gpu_gb: float | None) -> None:
        """A worker starts here. device: in words; gpu_gb: the memory of its graphics card, None without one."""

    def take_over(self) -> None:
        """Jobs that an earlier worker of this place left behind wait again."""

    def leave(self) -> None:
        """This worker ends."""

    def heartbeat(self, job_ids: Collection[str] = (), *, base_model: str | None = None) -> None:
        """A sign of life of this worker and for its jobs; base_model: the id of the one that was loaded just now."""

    def log(self, line: str) -> None:
        """Keep a line of the worker's log where the page's other logs are."""

    def changes(self) -> int:
        """A number that is another one when there may be something new to claim. Cheap: microseconds, and no lock."""
        ...

    def claim(
        self, kinds: Collection[JobKind] | None = None, *, needs_model: bool, if_nobody_is_free: bool = False
    ) -> Job | None:
        """The next waiting job, now running for this worker; None when nothing waits that it can do.

        kinds: of these alone. needs_model: whether what is to be done next needs a base model; what needs none is done
        beside the other work. if_nobody_is_free: it is left to a worker that has nothing to do, where there is one.
        """
        ...

    def report(self, job_id: str, *, step: int, **progress: Unpack[Progress]) -> None:
        """Say how far a running job is; also a sign of life.

        A smaller step than the last one takes back what was said of the steps after it.
        Errors: StudioError when the job does not run any more.
        """

    def command(self, job_id: str) -> JobCommand | None:
        """What a person wants of this job. Errors: NotFound when it is gone."""
        ...

    def end(self, job_id: str, ending: JobEnding) -> bool:
        """End a job, or let go of it. False where it was taken from this worker meanwhile; then nothing is done."""
        ...

    def subject(self, owner: Person, name: str, *, lent: bool = False) -> KnownSubject | None:
        """The person's subject of that name as it is now; None where there is none (any more).

        lent: the one of that name which the owner of all lets guests use; None where she does not (any more).
        """
        ...

    def checkpoints(self, job_id: str) -> list[Checkpoint]:
        """The moments of a training run that have samples, in order."""
        ...

    def keep_checkpoint(self, job_id: str, checkpoint: Checkpoint) -> None:
        """Keep such a moment, whose files are written; one of the same step is replaced."""

    def forget_checkpoints_after(self, job_id: str, step: int) -> None:
        """Forget those after a step, from which the training run goes on."""

    def kept_picture(self, owner: Person, picture_id: str) -> Path:
        """The PNG of a picture that was kept for that person. Errors: NotFound when it is gone."""
        ...

    def keep_picture(self, picture: Picture) -> None:
        """Keep a picture of a claimed job for the job's owner; its files are written.

        When that was is set by whoever keeps it, not by the worker.
        """
