"""The port of a worker on another machine: jobs come as parcels, and each effect goes back as a message, in order."""

import contextlib
import logging
import threading
import uuid
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import asdict
from pathlib import Path
from typing import Any, Unpack

from studio.engines.job_port import JobEnding, KnownSubject, Progress
from studio.engines.shared_folder.mailbox import Blobs, Closed, Mailbox, Message, Taken
from studio.engines.shared_folder.parcels import (
    WORKERS_OWN,
    Parcel,
    ending_to_json,
    picture_to_json,
    progress_to_json,
)
from studio.errors import NotFound, StudioError
from studio.jobs.job import Job, JobCommand, JobKind
from studio.people.person import OWNER, Person
from studio.pictures.picture import Picture
from studio.store.disk.files import FOLDERS, DataFolder
from studio.subjects.subject import Checkpoint

MOST_LINES = 1000  # of the log, between two signs of life

log = logging.getLogger(__name__)


class MirroredFolder(DataFolder):
    """A worker's own folder. What is written or removed in it is told; what goes without a word is told of later.

    tell: posts a message about a file of the job at hand.
    """

    def __init__(self, root: Path, blobs: Blobs, tell: Callable[[Message], None]) -> None:
        super().__init__(root)
        self._blobs = blobs
        self._tell = tell
        self._told: dict[Path, set[str]] = {}  # by folder, the files in it that the page has

    def take_in(self, file: str, content: bytes) -> None:
        """Write a file that came with a job."""
        path = super().write_whole(file, content)
        self._told.setdefault(path.parent, set()).add(path.name)

    def write_whole(self, file: str | Path, content: bytes) -> Path:
        """As DataFolder's, here and for the page."""
        path = super().write_whole(file, content)
        told = self._told.setdefault(path.parent, set())
        for gone in sorted(name for name in told if not (path.parent / name).exists()):
            self._tell({"type": "gone", "file": self.relative(path.parent / gone)})
            told.discard(gone)
        self._tell({"type": "file", "file": self.relative(path), "blob": self._blobs.put(content)})
        told.add(path.name)
        return path

    def remove(self, file: str | Path) -> None:
        """As DataFolder's, here and for the page."""
        super().remove(file)
        path = self.path(file)
        self._told = {folder: names for folder, names in self._told.items() if not folder.is_relative_to(path)}
        self._tell({"type": "gone", "file": self.relative(path)})

    def clear(self) -> None:
        """Remove everything here alone: no job is at hand that needs it."""
        self._told.clear()
        for name in {*FOLDERS, *WORKERS_OWN}:
            super().remove(name)


class SharedFolderPort:
    """A studio.engines.job_port.JobPort through a folder that the page's machine shares.

    Jobs of these kinds are asked for. `own_folder` is this worker's alone, and empty; it is cleared after each job.
    Where the page gave the worker up, it comes back under another id as soon as it has nothing at hand.
    """

    def __init__(self, shared_folder: Path, own_folder: Path, kinds: Collection[JobKind]) -> None:
        self._shared_folder = shared_folder
        self._kinds = sorted(kinds)
        self._blobs = Blobs(shared_folder)
        self._lock = threading.RLock()
        self._folder = MirroredFolder(own_folder, self._blobs, self._tell_of_file)
        self._facts: Message = {}
        self._lines: deque[str] = deque(maxlen=MOST_LINES)
        self._begin()

    def _begin(self) -> None:
        self._mailbox = Mailbox(self._shared_folder, f"worker-{uuid.uuid4().hex[:12]}")
        self._read = 0  # the number of the last message from the page
        self._waiting: dict[int, Parcel] = {}  # by the numbers of the messages that brought them
        self._at_hand: dict[int, Parcel] = {}  # one inside the other: a picture between two steps of a training run
        self._taken: set[int] = set()  # parcels that the page took away
        self._commands: dict[int, JobCommand | None] = {}
        self._gone_subjects: set[tuple[Person, str]] = set()
        self._checkpoints: dict[str, dict[int, Checkpoint]] = {}
        self._pictures: dict[tuple[Person, str], str] = {}

    @property
    def files(self) -> MirroredFolder:
        """The worker's own folder."""
        return self._folder

    def register(self, device: str, gpu_gb: float | None) -> None:
        """Come to the page."""
        self._facts = {"type": "hello", "device": device, "gpu_gb": gpu_gb, "kinds": self._kinds}
        self._folder.make()
        self._blobs.begin()
        self._mailbox.begin(self._facts)

    def take_over(self) -> None:
        """Nothing to do: jobs come from the page, which knows what was left behind."""

    def leave(self) -> None:
        """Say so, where the page has not given this worker up."""
        with contextlib.suppress(Closed), self._lock:
            self._post_lines()
            self._post({"type": "bye"})

    def heartbeat(self, job_ids: Collection[str] = (), *, base_model: str | None = None) -> None:
        """A sign of life; those of jobs follow from it. Lines of the log go with it."""
        with self._lock:
            self._check_open()
            self._mailbox.pulse.beat()
            self._post_lines()
            if base_model is not None:
                self._post({"type": "loaded", "base_model": base_model})

    def log(self, line: str) -> None:
        """Goes with the next sign of life."""
        self._lines.append(line)  # without the lock: whoever holds it may say something for the log

    def changes(self) -> int:
        """How many messages of the page are here; one more than that once the page has given this worker up."""
        with self._lock:
            count = self._read
            while self._mailbox.to_worker.has(count + 1):
                count += 1
            return count if self._mailbox.is_open else count + 1

    def claim(
        self, kinds: Collection[JobKind] | None = None, *, needs_model: bool, if_nobody_is_free: bool = False
    ) -> Job | None:
        """The next job that the page has sent; who is free is the page's care."""
        if not needs_model:
            return None
        with self._lock:
            if not self._mailbox.is_open and not self._at_hand:
                log.warning("The page had given this worker up; it comes back.")
                self._begin()
                self._mailbox.begin(self._facts)
            self._hear()
            fitting = (one for one, parcel in self._waiting.items() if kinds is None or parcel.job.kind in kinds)
            number = next(fitting, None)
            if number is None or not self._unpack(self._waiting[number]):
                return None
            parcel = self._at_hand[number] = self._waiting.pop(number)
            return parcel.job

    def report(self, job_id: str, *, step: int, **progress: Unpack[Progress]) -> None:
        """A message."""
        with self._lock:
            self._hear()
            self._tell(job_id, {"type": "report", "step": step, "progress": progress_to_json(progress)})

    def command(self, job_id: str) -> JobCommand | None:
        """What the page said last."""
        with self._lock:
            self._hear()
            number = self._number_of(job_id)
            return self._commands.get(number, self._at_hand[number].job.command)

    def end(self, job_id: str, ending: JobEnding) -> bool:
        """A message; after the last job at hand this worker's own folder is cleared."""
        with self._lock:
            self._hear()
            is_held = True
            try:
                self._tell(job_id, {"type": "end", "ending": ending_to_json(ending)})
            except Taken:
                is_held = False
            self._at_hand = {one: parcel for one, parcel in self._at_hand.items() if parcel.job.id != job_id}
            if not self._at_hand:
                self._folder.clear()
            return is_held

    def subject(self, owner: Person, name: str, *, lent: bool = False) -> KnownSubject | None:
        """As it came with the job, unless the page has said that it is gone, or lent no more."""
        with self._lock:
            self._hear()
            whose = (OWNER if lent else owner, name)
            known = [one for parcel in self._at_hand.values() for one in parcel.subjects if _whose(one) == whose]
            return known[-1] if known and whose not in self._gone_subjects else None

    def checkpoints(self, job_id: str) -> list[Checkpoint]:
        """Those that came with the job, and what was kept since."""
        with self._lock:
            kept = self._checkpoints.get(job_id, {})
            return [kept[step] for step in sorted(kept)]

    def keep_checkpoint(self, job_id: str, checkpoint: Checkpoint) -> None:
        """A message."""
        self._tell(job_id, {"type": "checkpoint", "checkpoint": asdict(checkpoint)})
        with self._lock:
            self._checkpoints[job_id][checkpoint.step] = checkpoint

    def forget_checkpoints_after(self, job_id: str, step: int) -> None:
        """A message."""
        self._tell(job_id, {"type": "forget checkpoints", "step": step})
        with self._lock:
            kept = self._checkpoints[job_id]
            self._checkpoints[job_id] = {one: kept[one] for one in kept if one <= step}

    def kept_picture(self, owner: Person, picture_id: str) -> Path:
        """The file, which came with the job or was kept since."""
        with self._lock:
            if (owner, picture_id) not in self._pictures:
                raise NotFound("picture-not-found", id=picture_id)
            return self._folder.path(self._pictures[owner, picture_id])

    def keep_picture(self, picture: Picture) -> None:
        """A message."""
        self._tell(picture.job_id, {"type": "picture", "picture": picture_to_json(picture)})
        with self._lock:
            self._pictures[picture.owner, picture.id] = picture.file

    def _unpack(self, parcel: Parcel) -> bool:
        """Lay out what came with a job; False while not all of it is here."""
        for file, blob in parcel.files.items():
            content = self._blobs.get(blob)
            if content is None:
                log.info("The job %s is here, but not yet all its files.", parcel.job.id)
                return False
            self._folder.take_in(file, content)
        self._gone_subjects -= set(map(_whose, parcel.subjects))
        self._checkpoints[parcel.job.id] = {one.step: one for one in parcel.checkpoints}
        self._pictures |= {(parcel.job.owner, id): file for id, file in parcel.pictures.items()}
        return True

    def _hear(self) -> None:
        """Read what the page has said meanwhile."""
        for number, message in self._mailbox.to_worker.after(self._read):
            match message["type"]:
                case "job":
                    self._waiting[number] = Parcel.from_json(message)
                case "command":
                    said = message["command"]
                    self._commands[message["parcel"]] = None if said is None else JobCommand(said)
                case "taken":
                    self._taken.add(message["parcel"])
                    self._waiting.pop(message["parcel"], None)
                case "subject gone":
                    self._gone_subjects.add((Person(message["owner"]), message["name"]))
                case "forgotten":
                    pass
                case other:
                    raise StudioError("page-says-unknown", what=str(other))
            self._read = number

    def _check_open(self) -> None:
        if not self._mailbox.is_open:
            raise Closed("worker-given-up")

    def _number_of(self, job_id: str) -> int:
        """Of the parcel at hand that brought the job. Errors: Taken."""
        self._check_open()
        for number, parcel in self._at_hand.items():
            if parcel.job.id == job_id and number not in self._taken:
                return number
        raise Taken("job-taken-from-worker", id=job_id)

    def _tell_of_file(self, message: Message) -> None:
        with self._lock:
            assert self._at_hand, "files are written for a job"
            self._tell(list(self._at_hand.values())[-1].job.id, message)

    def _tell(self, job_id: str, message: dict[str, Any]) -> None:
        with self._lock:
            self._post(message | {"job_id": job_id, "parcel": self._number_of(job_id)})

    def _post_lines(self) -> None:
        lines = [self._lines.popleft() for _ in range(len(self._lines))]
        if lines:
            self._post({"type": "log", "lines": lines})

    def _post(self, message: Message) -> None:
        with self._lock:
            self._mailbox.to_page.post(message)


def _whose(known: KnownSubject) -> tuple[Person, str]:
    """The owner and the name of a subject, which tell it from every other."""
    return known.subject.owner, known.subject.name
