"""Is everything there that was said to be, and whole? The page is asked, and the data folder is read."""

import json
import struct
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks.hostile.judging import Tally
from benchmarks.trouble.two_people import Somebody
from studio.errors import StudioError
from studio.jobs.job import ENDED, JobState
from studio.people.person import Person
from studio.store.database import Database
from studio.store.disk.files import DATABASE_NAME, FOLDERS
from studio.store.disk.whole_files import PART_SUFFIX
from studio.store.tables import CheckpointRow, JobRow, PictureRow, SubjectRow


@dataclass(kw_only=True)
class Looker:
    """Looks after each trouble, and counts in `tally` what is not as it should be.

    Attributes:
        whole: files that were read to their end once, with their size and time; they are read again at the end.
        given_up: jobs that the worker's death ended three times in vain, by their ids: how often they were tried again.
        failed: jobs that have failed or were cancelled for any other reason.
    """

    data_folder: Path
    tally: Tally
    whole: dict[Path, tuple[int, int]] = field(default_factory=dict[Path, tuple[int, int]])
    given_up: Counter[str] = field(default_factory=Counter[str])
    failed: set[str] = field(default_factory=set[str])
    looks: int = 0

    def look(self, everybody: Sequence[Somebody], where: str) -> None:
        """After a trouble, while the page answers and people go on asking."""
        self.looks += 1
        for one in everybody:
            self.ask_for_all(one, where)
        self.read_all(where)

    def ask_for_all(self, one: Somebody, where: str) -> None:
        """Is all there that this person was told of, by what the page says? Nothing where it does not answer now."""
        told = one.told()
        with one.caller() as caller:
            jobs = one.ask(caller, "jobs", 1000)
            pictures = one.ask(caller, "pictures", "", "", 1000, 0, False, False)
            binned = one.ask(caller, "pictures", "", "", 1000, 0, False, True)
            starred = one.ask(caller, "pictures", "", "", 1000, 0, True, False)
            subjects = one.ask(caller, "subjects")
        if any(found is None for found in (jobs, pictures, binned, starred, subjects)):
            return
        later = one.told()  # what was deleted while the page was asked
        shown, hidden = _ids(pictures), _ids(binned)
        gone = later.unsure | later.binned | later.deleted
        self._missing("a job is lost", told.jobs.keys() - _ids(jobs), one, where)
        ready = {row["name"] for row in subjects if row["state"] == "ready"}
        self._missing("a subject is lost", told.subjects - ready, one, where)
        self._missing("a picture is lost", told.pictures - shown - gone, one, where)
        self._missing("a star is lost", told.starred - _ids(starred) - gone, one, where)
        self._missing("a picture of the bin is lost", told.binned - hidden - later.unsure - later.deleted, one, where)
        self._missing("a deleted picture is back", told.deleted & (shown | hidden), one, where)
        for row in jobs:
            if row["state"] in ("failed", "cancelled") and row["id"] not in self.failed:
                self._ended_badly(one, row, where)

    def read_all(self, where: str, *, again: bool = False) -> Counter[str]:
        """Is every file there and whole that a row names, and hers whose job it was? Gives how many of which kind."""
        read = Counter[str]()
        with closing(Database(self.data_folder / DATABASE_NAME)) as database:
            try:
                with database.reading() as session:
                    if (said := session.connection().exec_driver_sql("PRAGMA integrity_check").scalar()) != "ok":
                        self.tally.fault("the database is damaged", f"{where}: {said}")
                    named = _files_of(session)
                    strangers = _strangers(session)
            except StudioError as error:
                self.tally.fault("the database cannot be read", f"{where}: {error}")
                return read
            for what in strangers:
                self.tally.fault("somebody else's", f"{where}: {what}")
            for file, kind in named.items():
                read[kind] += 1
                if (wrong := self._wrong_with(self.data_folder / file, again=again)) and self._is_named(database, file):
                    self.tally.fault(f"a {kind} is not whole", f"{where}: {file}: {wrong}")
        return read

    def nobodys(self) -> Counter[str]:
        """Files below the folders of people's things that no row names, by folder; of those not yet whole apart."""
        found = Counter[str]()
        with closing(Database(self.data_folder / DATABASE_NAME)) as database, database.reading() as session:
            named = set(_files_of(session)) | {row.preview_file for row in session.scalars(select(JobRow))}
            open_jobs = {row.id for row in session.scalars(select(JobRow)) if JobState(row.state) not in ENDED}
        for name in FOLDERS:
            for path in (self.data_folder / name).rglob("*"):
                file = path.relative_to(self.data_folder).as_posix()
                if path.is_file() and file not in named and not open_jobs & set(path.parts):
                    found["half files (.part)" if path.suffix == PART_SUFFIX else f"{name}/"] += 1
        return found

    def _ended_badly(self, one: Somebody, row: dict[str, Any], where: str) -> None:
        """A job that did not end as done. One that lost its worker three times in vain says so, and is tried again."""
        if self._error_type(row["id"]) != "WorkerStopped":
            self.tally.fault(f"a job has {row['state']}", f"{where}: {row['kind']} {row['id']}: {row['error']}")
            self.failed.add(row["id"])
            return
        with one.caller() as caller:
            if one.ask(caller, "retry_job", row["id"]) is not None:
                self.given_up[row["id"]] += 1

    def _error_type(self, job_id: str) -> str | None:
        with closing(Database(self.data_folder / DATABASE_NAME)) as database, database.reading() as session:
            return session.scalars(select(JobRow.error_type).where(JobRow.id == job_id)).first()

    def _missing(self, what: str, ids: Iterable[str], one: Somebody, where: str) -> None:
        for id in sorted(ids):
            self.tally.fault(what, f"{where}: {one.name}'s {id}")

    def _wrong_with(self, path: Path, *, again: bool) -> str:
        """What is wrong with a file, or ""."""
        try:
            facts = path.stat()
            if not again and self.whole.get(path) == (facts.st_size, facts.st_mtime_ns):
                return ""
            if path.suffix == ".safetensors":
                read_safetensors(path)
            else:
                with Image.open(path) as image:
                    image.load()
        except (OSError, ValueError, SyntaxError) as error:
            return f"{type(error).__name__}: {error}"
        self.whole[path] = (facts.st_size, facts.st_mtime_ns)
        return ""

    def _is_named(self, database: Database, file: str) -> bool:
        """Whether a row names it still: what is deleted meanwhile may be gone."""
        with database.reading() as session:
            return file in _files_of(session)


def read_safetensors(path: Path) -> None:
    """Errors: ValueError where the header is none, or the file is not exactly as long as it says."""
    size = path.stat().st_size
    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8).ljust(8, b"\0"))
        if length > size - 8:
            raise ValueError("the header is cut off")
        header: dict[str, Any] = json.loads(file.read(length))
    ends = [part["data_offsets"][1] for name, part in header.items() if name != "__metadata__"]
    if 8 + length + max(ends, default=0) != size:
        raise ValueError("the tensors are cut off")


def _ids(rows: Iterable[dict[str, Any]]) -> set[str]:
    return {row["id"] for row in rows}


def _files_of(session: Session) -> dict[str, str]:
    """The files that rows name, and of what kind each is."""
    named: dict[str, str] = {}
    for picture in session.scalars(select(PictureRow)):
        named[picture.file] = "picture"
        if picture.thumbnail_file is not None:
            named[picture.thumbnail_file] = "small copy"
    for subject in session.scalars(select(SubjectRow)):
        named |= dict.fromkeys(subject.photo_files, "photo")
        named |= dict.fromkeys(subject.sample_files, "sample")
        named |= dict.fromkeys(subject.lora_files.values(), "LoRA")
    for checkpoint in session.scalars(select(CheckpointRow)):
        named |= dict.fromkeys(checkpoint.sample_files, "sample")
        named |= dict.fromkeys(checkpoint.lora_files.values(), "LoRA")
    return named


def _strangers(session: Session) -> list[str]:
    """Pictures and subjects that are another person's than the job they came of."""
    owners: dict[str, Person] = {row.id: row.owner for row in session.scalars(select(JobRow))}
    rows = [*session.scalars(select(PictureRow)), *session.scalars(select(SubjectRow))]
    return [
        str(row.job_id) for row in rows if row.job_id is not None and owners.get(row.job_id, row.owner) != row.owner
    ]
