"""One worker on another machine, as the page's machine sees it: its messages become rows and files, exactly once."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from studio.engines.job_port import Failed
from studio.engines.local_port import LocalPort
from studio.engines.shared_folder.mailbox import FORGOTTEN, Blobs, Mailbox, Message
from studio.engines.shared_folder.parcels import (
    WORKERS_OWN,
    check_portable,
    checkpoint_from_json,
    ending_from_json,
    packed,
    picture_from_json,
    progress_from_json,
)
from studio.errors import StudioError
from studio.jobs.failure import failure_of
from studio.jobs.job import BETWEEN_STEPS, Job, JobCommand, JobKind
from studio.people.person import Person
from studio.store import Store
from studio.store.disk.locks import WorkerLock

OF_ITSELF = frozenset({"hello", "bye", "loaded", "log", FORGOTTEN})  # messages that are about no job


class NotUnderstood(StudioError):
    """What a worker says cannot be read."""


@dataclass(kw_only=True, slots=True)
class _Sent:
    """What the worker was told of a job, beginning with the message of that number: the command, and which of its
    subjects are there, each by its owner and name."""

    parcel: int
    command: JobCommand | None
    subjects: set[tuple[Person, str]]


@dataclass(kw_only=True)
class RemoteWorker:
    """Applies what a worker says, and tells it what to do. Whoever builds it holds `lock`, that of its slot."""

    store: Store
    blobs: Blobs
    mailbox: Mailbox
    slot: int
    lock: WorkerLock
    applied: int
    kinds: frozenset[JobKind]
    has_left: bool = False
    _held: dict[str, _Sent] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._port = LocalPort(self.store, self.mailbox.worker_id, self.slot)
        self._recall()
        for job in self.store.jobs.running_of(self.mailbox.worker_id):
            self._port.hold(job)

    @property
    def is_free(self) -> bool:
        """Whether it has no job."""
        return not self._held

    def hear(self) -> bool:
        """Apply what it has said meanwhile, as far as all of it is here. Gives whether there was anything.

        Errors: NotUnderstood; any other StudioError goes away, and then it is applied.
        """
        before = self.applied
        with understood(self.mailbox.worker_id):
            for number, message in self.mailbox.to_page.after(self.applied):
                if not self._apply(number, message):
                    break
                self.applied = number
        return self.applied != before

    def lives(self) -> None:
        """It was heard of: so are its jobs."""
        self._port.heartbeat(list(self._held))

    def tell(self) -> None:
        """Send the jobs that are its own and that it has not got, and what became of those that it has."""
        running = {job.id: job for job in self.store.jobs.running_of(self.mailbox.worker_id)}
        for job_id in [job_id for job_id in self._held if job_id not in running]:
            self.mailbox.to_worker.post({"type": "taken", "parcel": self._held.pop(job_id).parcel})
        for job in running.values():
            if job.id in self._held:
                self._tell_news_of(job)
            else:
                self._send(job)

    def claim(self, *, nobody_is_free: bool) -> bool:
        """Take the next job that it can do from the queue, if it has a hand free. Gives whether there was one."""
        if self.is_free:
            kinds = self.kinds
        elif nobody_is_free and self._is_only_training():
            kinds = self.kinds & BETWEEN_STEPS
        else:
            return False
        return self._port.claim(kinds, needs_model=True) is not None

    def close(self, *, crashed: bool) -> None:
        """It left, or is given up: its jobs wait again, and what it still says is not heard."""
        self.mailbox.close()  # first: without its row it would be taken for a new one
        take_back(self.store, self.mailbox.worker_id, self.slot, crashed=crashed)
        self.lock.release()

    def _is_only_training(self) -> bool:
        running = self.store.jobs.running_of(self.mailbox.worker_id)
        return [job.kind for job in running if job.id in self._held] == [JobKind.TEACH]

    def _recall(self) -> None:
        """What it was told before this page was started, read from what was said both ways."""
        sent: dict[int, tuple[str, _Sent]] = {}
        for number, message in self.mailbox.to_worker.after(0):
            match message["type"]:
                case "job":
                    sent[number] = message["job"]["id"], _sent(number, message)
                case "taken":
                    sent.pop(message["parcel"], None)  # what a deleted job was sent with is not there any more
                case "command" if message["parcel"] in sent:
                    said = message["command"]
                    sent[message["parcel"]][1].command = None if said is None else JobCommand(said)
                case "subject gone" if message["parcel"] in sent:
                    sent[message["parcel"]][1].subjects.discard((Person(message["owner"]), message["name"]))
                case _:
                    pass
        for number, message in self.mailbox.to_page.after(0):
            if number <= self.applied and message["type"] == "end":
                sent.pop(message["parcel"], None)
        self._held = dict(sent.values())

    def _send(self, job: Job) -> None:
        try:
            check_portable(job.request.base_model)
        except StudioError as error:
            self._port.end(job.id, Failed(failure_of(error)))
            return
        message = packed(self.store, self.blobs, job).to_json()
        self._held[job.id] = _sent(self.mailbox.to_worker.post(message), message)

    def _tell_news_of(self, job: Job) -> None:
        sent = self._held[job.id]
        if job.command is not sent.command:
            said = None if job.command is None else job.command.value
            self.mailbox.to_worker.post({"type": "command", "parcel": sent.parcel, "command": said})
            sent.command = job.command
        for owner, name in sorted(sent.subjects, key=str):
            if self.store.subjects.meant(job.owner, name, lent=owner != job.owner) is None:
                whose = {"owner": owner.id, "name": name}
                self.mailbox.to_worker.post({"type": "subject gone", "parcel": sent.parcel, **whose})
                sent.subjects.discard((owner, name))

    def _apply(self, number: int, message: Message) -> bool:
        """Apply one message: its file first, which may be written again after a crash, then all rows at once.

        False while its blob is not here.
        """
        kind = message["type"]
        job = None if kind in OF_ITSELF else self._job_at(message["job_id"], message["parcel"])
        is_heard = kind in OF_ITSELF or job is not None
        if is_heard and kind == "file":
            content = self.blobs.get(message["blob"])
            if content is None:
                return False
            self._port.files.write_whole(_own_file(message["file"]), content)
        elif is_heard and kind == "gone":
            self.store.files.remove(_own_file(message["file"]))
        elif kind == "log":
            self._keep_lines(message["lines"])
        with self.store.database.together():
            if is_heard:
                self._apply_to_rows(kind, message, job)
            self.store.workers.applied(self.mailbox.worker_id, number)
        if is_heard and kind == "end":
            del self._held[message["job_id"]]
        if not is_heard and self.store.jobs.owner_of(message["job_id"]) is None:
            self.mailbox.to_page.forget(number)
            self.blobs.remove([message["blob"]] if kind == "file" else ())
        return True

    def forget_deleted(self) -> tuple[set[str], set[str]]:
        """Make all that was said both ways about jobs whose rows are gone say nothing.

        Gives the blobs that only that was about, as far as is known here, and those that something else is about.
        """
        gone, kept = set[str](), set[str]()
        names: dict[int, str] = {}  # the jobs that parcels brought
        for stream in (self.mailbox.to_worker, self.mailbox.to_page):
            for number, message in stream.after(0):
                if message["type"] == "job":
                    names[number] = message["job"]["id"]
                    job_id, blobs = names[number], set(map(str, message["files"].values()))
                else:
                    job_id = message.get("job_id", names.get(message.get("parcel", 0)))
                    blobs = {str(message["blob"])} if "blob" in message else set[str]()
                if job_id is None or self.store.jobs.owner_of(job_id) is not None:
                    kept |= blobs
                elif message["type"] not in (FORGOTTEN, "taken"):
                    gone |= blobs
                    stream.forget(number)
        return gone, kept

    def _apply_to_rows(self, kind: str, message: dict[str, Any], job: Job | None) -> None:
        match kind:
            case "report":
                self._port.report(message["job_id"], step=message["step"], **progress_from_json(message["progress"]))
            case "checkpoint":
                self._port.keep_checkpoint(message["job_id"], checkpoint_from_json(message["checkpoint"]))
            case "forget checkpoints":
                self._port.forget_checkpoints_after(message["job_id"], message["step"])
            case "picture":
                assert job is not None, "a picture is a job's"
                self._port.keep_picture(picture_from_json(message["picture"], job.owner))
            case "end":
                self._port.end(message["job_id"], ending_from_json(message["ending"]))
            case "loaded":
                self._port.heartbeat(base_model=message["base_model"])
            case "bye":
                self.has_left = True
            case "hello" | "log" | "file" | "gone" | "forgotten":
                pass
            case _:
                raise ValueError(f"'{kind}' is nothing that a worker says")

    def _job_at(self, job_id: str, parcel: int) -> Job | None:
        """The job that came with that parcel; None once it was taken from this worker."""
        if job_id not in self._held or self._held[job_id].parcel != parcel:
            return None
        running = self.store.jobs.running_of(self.mailbox.worker_id)
        return next((job for job in running if job.id == job_id), None)

    def _keep_lines(self, lines: list[str]) -> None:
        with self.store.files.worker_log.open("a", encoding="utf-8") as log_file:
            log_file.writelines(f"{line}\n" for line in lines)


@contextmanager
def understood(worker_id: str) -> Generator[None, None, None]:
    """Errors: NotUnderstood where what is read in the block is not what this version writes."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotUnderstood(
            "worker-not-understood", worker=worker_id, type=type(error).__name__, error=str(error)
        ) from error


def take_back(store: Store, worker_id: str, slot: int, *, crashed: bool) -> None:
    """The jobs of a worker that is gone wait again, and its row goes."""
    store.jobs.interrupt_orphans((), 0, slot=slot, crashed=crashed)
    store.workers.forget(worker_id)


def _sent(number: int, message: Message) -> _Sent:
    command = message["job"]["command"]
    return _Sent(
        parcel=number,
        command=None if command is None else JobCommand(command),
        subjects={(Person(one["subject"]["owner"]), one["subject"]["name"]) for one in message["subjects"]},
    )


def _own_file(file: str) -> str:
    """A file that a worker may write. Errors: ValueError for another one."""
    parts = PurePosixPath(file).parts
    if len(parts) < 2 or parts[0] not in WORKERS_OWN or ".." in parts:
        raise ValueError(f"'{file[:80]}' is not a worker's to write")
    return file
