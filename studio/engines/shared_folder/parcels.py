"""A job on its way to another machine with all that it needs, and what comes back, as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import Any, assert_never, cast

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
from studio.engines.shared_folder.mailbox import Blobs, Message
from studio.errors import NotFound, StudioError
from studio.hub.requests import HubImportRequest
from studio.jobs.explanations import ExplanationRequest
from studio.jobs.failure import JobFailure
from studio.jobs.job import REQUESTS, Job, JobCommand, JobKind, JobState
from studio.jobs.requests import ImportRequest, PictureRequest, TrainingRequest
from studio.models.base_models import is_same_elsewhere
from studio.people.person import Person
from studio.pictures.picture import Picture
from studio.store import Store
from studio.subjects.subject import Checkpoint, Subject
from studio.subjects.taught_types import taught_type
from studio.words import message_from_json

# Where the files lie that a worker may write or remove; the rest of the data folder is not its own.
WORKERS_OWN = frozenset({"loras", "pictures", "previews", "checkpoints", "uploads", "class_pictures", "explained"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Parcel:
    """A job with what it needs.

    Attributes:
        job: as it was when it was claimed.
        subjects: those that it names, or makes.
        checkpoints: the moments of a training run that has begun.
        pictures: those that the job has made already, or is about, by id, as files of the data folder.
        files: blobs by the names that they have in the data folder.
    """

    job: Job
    subjects: tuple[KnownSubject, ...]
    checkpoints: tuple[Checkpoint, ...]
    pictures: Mapping[str, str]
    files: Mapping[str, str]

    def to_json(self) -> Message:
        """As the message that brings it."""
        return {
            "type": "job",
            "job": job_to_json(self.job),
            "subjects": [_subject_to_json(one) for one in self.subjects],
            "checkpoints": [asdict(one) for one in self.checkpoints],
            "pictures": dict(self.pictures),
            "files": dict(self.files),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Parcel":
        """What to_json() wrote."""
        return cls(
            job=job_from_json(data["job"]),
            subjects=tuple(
                KnownSubject(subject=_subject_from_json(one["subject"]), subject_type=one["subject_type"])
                for one in data["subjects"]
            ),
            checkpoints=tuple(map(checkpoint_from_json, data["checkpoints"])),
            pictures=data["pictures"],
            files=data["files"],
        )


def packed(store: Store, blobs: Blobs, job: Job) -> Parcel:
    """A claimed job with all that is there of what it needs; what is gone the worker misses as it would here."""
    request = job.request
    assert not isinstance(request, REQUESTS[JobKind.PUBLISH]), "it needs no base model, so it is done here"
    named = (
        [(choice.name, choice.lent) for choice in request.subjects]
        if isinstance(request, PictureRequest | ExplanationRequest)
        else [(request.subject_name, False)]
    )
    present = [store.subjects.meant(job.owner, name, lent=lent) for name, lent in named]
    found = [subject for subject in present if subject is not None]
    pictures = _pictures_of(store, job)
    files = [*_files_of(store, job, found), *pictures.values()]
    return Parcel(
        job=job,
        subjects=tuple(KnownSubject(subject=one, subject_type=taught_type(store, job.owner, one)) for one in found),
        checkpoints=tuple(store.checkpoints.of(job.owner, job.id)),
        pictures=pictures,
        files={
            file: blobs.put(store.files.path(file).read_bytes())
            for file in dict.fromkeys(files)
            if store.files.path(file).is_file()
        },
    )


def check_portable(base_model: str) -> None:
    """Errors: StudioError for a base model that is a folder or a file of this computer."""
    if is_same_elsewhere(base_model):
        return
    raise StudioError("base-model-not-portable", name=PurePath(base_model).name)


def _files_of(store: Store, job: Job, subjects: Sequence[Subject]) -> list[str]:
    request = job.request
    if isinstance(request, TrainingRequest):
        folders = [store.files.checkpoint_folder(job.id)]
        if request.recipe.prior_preservation:
            folders.append(store.files.path("class_pictures"))
        kept = [file for folder in folders for file in sorted(folder.rglob("*")) if file.is_file()]
        return [*request.all_files, *map(store.files.relative, kept)]
    if isinstance(request, PictureRequest | ExplanationRequest):
        loras = [subject.lora_files["kohya"] for subject in subjects if "kohya" in subject.lora_files]
        return [*request.files, *loras, *(file for subject in subjects for file in subject.photo_files)]
    if isinstance(request, ImportRequest):
        return [request.file]
    if isinstance(request, HubImportRequest):
        folder = store.files.upload_folder(job.id)
        return [store.files.relative(file) for file in sorted(folder.glob("*.safetensors"))]
    return []


def _pictures_of(store: Store, job: Job) -> dict[str, str]:
    match job.request:
        case PictureRequest(amount=amount):
            ids = [f"{job.id}-{index:02d}" for index in range(amount)]
        case ExplanationRequest(picture_id=picture_id):
            ids = [picture_id]
        case _:
            return {}
    found: dict[str, str] = {}
    for id in sorted(store.pictures.present(job.owner, ids)):
        try:
            found[id] = store.pictures.get(job.owner, id).file
        except NotFound:
            continue  # deleted in this moment
    return found


def job_to_json(job: Job) -> dict[str, Any]:
    """What a worker reads of a job."""
    return {
        "id": job.id,
        "owner": job.owner.id,
        "kind": job.kind.value,
        "request": job.request.to_json(),
        "step": job.step,
        "steps": job.steps,
        "message": None if job.message is None else job.message.to_json(),
        "result": job.result,
        "command": None if job.command is None else job.command.value,
        "claimed_step": job.claimed_step,
    }


def job_from_json(data: Mapping[str, Any]) -> Job:
    """The job, which runs. Errors: StudioError for a request of another version."""
    kind = JobKind(data["kind"])
    command = data["command"]
    values: dict[str, Any] = {
        **data,
        "owner": Person(data["owner"]),
        "kind": kind,
        "state": JobState.RUNNING,
        "request": REQUESTS[kind].from_json(data["request"]),
        "message": message_from_json(data["message"]),
        "command": None if command is None else JobCommand(command),
    }
    return Job(**values)


def _subject_to_json(known: KnownSubject) -> dict[str, Any]:
    subject = asdict(known.subject) | {"owner": known.subject.owner.id}
    return {"subject": subject, "subject_type": known.subject_type}


def _subject_from_json(data: Mapping[str, Any]) -> Subject:
    lists = {name: tuple(data[name]) for name in ("photo_files", "sample_files")}
    values: dict[str, Any] = {**data, **lists, "owner": Person(data["owner"])}
    return Subject(**values)


def checkpoint_from_json(data: Mapping[str, Any]) -> Checkpoint:
    """What asdict() made of it."""
    values: dict[str, Any] = {**data, "sample_files": tuple(data["sample_files"])}
    return Checkpoint(**values)


def picture_to_json(picture: Picture) -> dict[str, Any]:
    """A picture's row, without its owner: that is the job's, which whoever keeps the picture knows."""
    row = asdict(picture) | {"request": picture.request.to_json()}
    del row["owner"]
    return row


def picture_from_json(data: Mapping[str, Any], owner: Person) -> Picture:
    """What picture_to_json() wrote, of that owner. Errors: StudioError."""
    values: dict[str, Any] = {**data, "owner": owner, "request": PictureRequest.from_json(data["request"])}
    return Picture(**values)


def progress_to_json(progress: Progress) -> dict[str, Any]:
    """What is said of a running job."""
    message = progress.get("message")
    said = {} if message is None else {"message": message.to_json()}
    return {**progress, **said}


def progress_from_json(data: Mapping[str, Any]) -> Progress:
    """What progress_to_json() wrote, also an earlier version, whose message is a sentence."""
    said = {"message": message_from_json(data["message"])} if "message" in data else {}
    return cast("Progress", {**data, **said})


def ending_to_json(ending: JobEnding) -> dict[str, Any]:
    """How a job ended."""
    match ending:
        case Done(result):
            return {"how": "done", "result": result}
        case Failed(failure):
            return {"how": "failed", "failure": failure.to_json()}
        case CancelDone():
            return {"how": "cancelled"}
        case HandedBack():
            return {"how": "handed back"}
        case WaitsForModel(step):
            return {"how": "waits for model", "step": step}
    assert_never(ending)


def ending_from_json(data: Mapping[str, Any]) -> JobEnding:
    """What ending_to_json() wrote. Errors: ValueError for another word."""
    match data["how"]:
        case "done":
            return Done(data["result"])
        case "failed":
            return Failed(JobFailure.from_json(data["failure"]))
        case "cancelled":
            return CancelDone()
        case "handed back":
            return HandedBack()
        case "waits for model":
            return WaitsForModel(data["step"])
        case other:
            raise ValueError(f"A job cannot end as '{other}'.")
