"""Where every file lies in the data folder, and how it is written: whole or not at all."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from studio.checks import shown
from studio.errors import DiskFull, StudioError, storage_error
from studio.paths import written_path
from studio.people.person import OWNER, Person
from studio.store.disk.locks import WorkerLock
from studio.store.disk.private import make_private
from studio.store.disk.reserve import Reserve
from studio.store.disk.whole_files import PART_SUFFIX, write_whole

Kind = Literal["person", "job", "picture"]

# The folders of what people have, and what the name of each entry tells whose it is by.
FOLDERS: Mapping[str, Kind] = {
    "photos": "job",
    "loras": "person",
    "pictures": "picture",
    "previews": "job",
    "checkpoints": "job",
    "uploads": "job",
    "starts": "person",
    "explained": "picture",
}


DATABASE_NAME = "studio.db"
HALF_FILE_SECONDS = 3600.0  # a file that was not written to for so long is not being written any more


@dataclass(frozen=True, slots=True)
class Place:
    """Whose a file is: a person's (`name` is her id), or that of whoever has the job or the picture of that id."""

    kind: Kind
    name: str


class DataFolder:
    """The data folder. In rows a file is its path relative to it, with forward slashes; here it becomes a Path.

    photos/<job id>/00.jpg, loras/<stem>/<stem>.safetensors, loras/<stem>/step_00040/<stem>.safetensors,
    pictures/<picture id>.png, previews/<job id>/,
    checkpoints/<job id>/, uploads/<job id>/, starts/<hash of its content>.png, explained/<picture id>/.
    A stem or a hash is one person's own: those of anybody but OWNER, whose files are from before there were others, are
    followed by a hyphen and the person's id.

    `database_folder`: where the database, locks, the log and the reserve lie instead, which need a true disk, when the
    data folder is a mounted bucket.
    """

    def __init__(self, root: Path, database_folder: Path | None = None) -> None:
        self.root = written_path(root).absolute()
        self._beside = self.root if database_folder is None else written_path(database_folder).absolute()
        self.reserve = Reserve(self._beside / "reserve", spare=(self.worker_log.with_suffix(".log.1"),))

    def make(self) -> None:
        """Make the folders and try one file. Errors: StudioError when the folder cannot be written.

        On a full disk it is fine as it is once there is a database in it, so that something can be deleted.
        """
        try:
            self._try()
        except DiskFull:
            self.reserve.give_back()
            if not self.database.exists():
                raise

    def _try(self) -> None:
        try:
            self._beside.mkdir(parents=True, exist_ok=True)
            for name in FOLDERS:
                (self.root / name).mkdir(parents=True, exist_ok=True)
            if self._beside != self.root:
                make_private(self._beside, ())
                with contextlib.suppress(OSError):  # a mounted bucket says itself who may read it
                    make_private(self.root, FOLDERS)
            else:
                make_private(self.root, FOLDERS)
            with tempfile.TemporaryFile(dir=self.root) as probe:
                probe.write(b"cuddle")
                probe.flush()
        except OSError as error:
            raise storage_error(error, f"The data folder {self.root}") from error

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self._beside / DATABASE_NAME

    @property
    def worker_log(self) -> Path:
        """What the worker says."""
        return self._beside / "worker.log"

    def worker_lock(self, slot: int = 0) -> WorkerLock:
        """The lock that the worker with that number, from 0, holds for as long as it lives."""
        return WorkerLock(self._beside / (f"worker-{slot}.lock" if slot else "worker.lock"))

    def path(self, file: str | Path) -> Path:
        """The absolute path of a file of this folder. Errors: StudioError for a path that leads out of it."""
        path = Path(os.path.normpath(self.root / file))
        if not path.is_relative_to(self.root) or "\0" in str(file):
            raise StudioError("file-outside-folder", file=shown(file), folder=str(self.root))
        return path

    def relative(self, path: Path) -> str:
        """How rows name that file: relative to this folder, with forward slashes. Errors: StudioError outside of it."""
        return self.path(path).relative_to(self.root).as_posix()

    def photo_folder(self, job_id: str) -> Path:
        """The photos of one lesson."""
        return self.path(Path("photos", _plain(job_id)))

    def lora_folder(self, owner: Person, stem: str) -> Path:
        """The LoRA files and samples of one subject of that person; the stem is its trigger word."""
        return self.path(Path("loras", _owned(owner, stem)))

    def place_of(self, path: Path) -> Place | None:
        """Whose a file or a folder is, by where it lies; None outside of FOLDERS. Errors: StudioError for no name.

        A part of a file that is being written belongs to whom the file does.
        """
        parts = path.relative_to(self.root).parts
        if len(parts) < 2 or parts[0] not in FOLDERS:
            return None
        kind = FOLDERS[parts[0]]
        entry = path.name if parts[0] == "pictures" else parts[1]
        name = entry.removeprefix(".").partition(".")[0]
        if kind == "person":
            _, is_followed, id = name.partition("-")
            name = Person(id).id if is_followed else OWNER.id
        return Place(kind, name)

    def entries(self) -> Iterator[Path]:
        """All that lies in FOLDERS, each file or folder whole, as place_of() tells whose it is."""
        for name in FOLDERS:
            for path in sorted((self.root / name).glob("*")):
                if name == "pictures" and path.is_dir():
                    yield from sorted(path.iterdir())
                else:
                    yield path

    def picture_file(self, picture_id: str) -> Path:
        """The PNG of one picture."""
        return self.path(Path("pictures", f"{_plain(picture_id)}.png"))

    def thumbnail_file(self, picture_id: str) -> Path:
        """The small copy of one picture."""
        return self.path(Path("pictures", "thumbnails", f"{_plain(picture_id)}.jpg"))

    def explained_folder(self, picture_id: str) -> Path:
        """What was made to show how a picture came about."""
        return self.path(Path("explained", _plain(picture_id)))

    def start_file(self, owner: Person, name: str) -> Path:
        """A picture that others of that person start from."""
        return self.path(Path("starts", f"{_owned(owner, name)}.png"))

    def preview_folder(self, job_id: str) -> Path:
        """What a job shows while it works."""
        return self.path(Path("previews", _plain(job_id)))

    def checkpoint_folder(self, job_id: str) -> Path:
        """What a lesson needs to go on after a stop."""
        return self.path(Path("checkpoints", _plain(job_id)))

    def upload_folder(self, job_id: str) -> Path:
        """Files given for one import."""
        return self.path(Path("uploads", _plain(job_id)))

    def write_whole(self, file: str | Path, content: bytes) -> Path:
        """Write a file so that at every moment it is the old one or the new one, whole. Gives its path.

        Errors: StudioError for a full disk or a folder that cannot be written; no partial file stays.
        """
        path = self.path(file)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content)
        except OSError as error:
            raise storage_error(error, path) from error
        return path

    def remove_half_files(self, now: float) -> int:
        """Remove what is left of files whose writers were killed. `now` in unix seconds. Gives how many there were."""
        count = 0
        for name in FOLDERS:
            for part in (self.root / name).rglob(f".*{PART_SUFFIX}"):
                with contextlib.suppress(OSError):  # it is another's, or went; the next start tries again
                    if part.stat().st_mtime < now - HALF_FILE_SECONDS:
                        part.unlink()
                        count += 1
        return count

    def free_bytes(self) -> int:
        """Room left on the disk of this folder."""
        return shutil.disk_usage(self.root).free

    def remove(self, file: str | Path) -> None:
        """Remove a file or a whole folder of this data folder; fine when it is not there."""
        path = self.path(file)
        if path == self.root:
            raise StudioError("data-folder-not-removed")
        try:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise storage_error(error, path) from error


def _owned(owner: Person, name: str) -> str:
    return _plain(name) if owner == OWNER else f"{_plain(name)}-{owner.id}"


def _plain(name: str) -> str:
    if not name or not all(c.isascii() and (c.isalnum() or c in "_.-") for c in name) or name.startswith("."):
        raise StudioError("file-name-not-plain", name=shown(name))
    return name
