"""All that a person has, as one zip that anybody can read without Cuddle."""

import json
import re
import unicodedata
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from studio.jobs.job import Job
from studio.jobs.requests import TrainingRequest
from studio.people.person import Person
from studio.pictures.archive import add_pictures, archive_name
from studio.pictures.picture import Picture
from studio.pictures.picture_filter import PictureFilter
from studio.store import Store
from studio.store.disk.files import Place
from studio.subjects.subject import Subject
from studio.words import Listing, Message, worded

README_NAME, SUBJECTS_NAME, JOBS_NAME, PICTURES_NAME = "README.txt", "subjects.json", "jobs.json", "pictures.json"
LONGEST_NAME = 60  # characters of a folder that is named after a subject
_NOT_EVERYWHERE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')  # no file of Windows may have these in its name
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # nor be called so
_ALL = 1_000_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Packed:
    """What is in the zip; `missing`: files that rows name and that are gone, relative to the data folder."""

    subjects: int
    photos: int
    pictures: int
    missing: tuple[str, ...]


@dataclass(kw_only=True, slots=True)
class _Zip:
    """The zip while it is written."""

    archive: zipfile.ZipFile
    store: Store
    missing: list[str] = field(default_factory=list[str])
    photos: int = 0

    def add(self, file: str, folder: str, name: str | None = None) -> str | None:
        """Add a file of the data folder. Gives its name in the zip; None where it is gone."""
        path = self.store.files.path(file)
        if not path.is_file():
            self.missing.append(file)
            return None
        inside = f"{folder}/{name or path.name}"
        self.archive.write(path, inside, zipfile.ZIP_STORED)
        return inside

    def add_json(self, name: str, rows: object) -> None:
        """Add a sheet of rows."""
        text = json.dumps(rows, ensure_ascii=False, indent=1)
        self.archive.writestr(name, text.encode(), zipfile.ZIP_DEFLATED)


def pack(store: Store, person: Person, target: Path) -> Packed:
    """Write the zip. Errors: OSError."""
    subjects, jobs = store.subjects.list(person), store.jobs.list(person, _ALL)
    pictures = [
        picture for bin in (False, True) for picture in store.pictures.list(person, PictureFilter(bin=bin), _ALL)
    ]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED, strict_timestamps=False) as archive:
        into = _Zip(archive=archive, store=store)
        _add_subjects(into, person, subjects, {job.id: job for job in jobs})
        _add_pictures(into, pictures, {job.id: job for job in jobs})
        for entry in store.files.entries():
            if entry.parent.name == "starts" and store.files.place_of(entry) == Place("person", person.id):
                into.add(store.files.relative(entry), "starts")
        into.add_json(JOBS_NAME, [_job_row(job) for job in jobs])
        archive.writestr(README_NAME, _readme(into.missing).encode("utf-8-sig"), zipfile.ZIP_DEFLATED)
    return Packed(subjects=len(subjects), photos=into.photos, pictures=len(pictures), missing=tuple(into.missing))


def safe_names(names: Sequence[str]) -> list[str]:
    """Names for folders that are fine on every system, and that no system takes for the same."""
    found: list[str] = []
    for name in names:
        plain = _NOT_EVERYWHERE.sub("_", unicodedata.normalize("NFC", name))[:LONGEST_NAME].strip(" .") or "_"
        plain = f"_{plain}" if _DEVICES.fullmatch(plain) else plain
        taken = {one.casefold() for one in found}
        candidates = (plain if number == 1 else f"{plain} {number}" for number in range(1, len(names) + 2))
        found.append(next(one for one in candidates if one.casefold() not in taken))
    return found


def _add_subjects(into: _Zip, person: Person, subjects: Sequence[Subject], jobs: Mapping[str, Job]) -> None:
    rows: list[dict[str, Any]] = []
    for subject, folder in zip(subjects, safe_names([one.name for one in subjects]), strict=True):
        job = jobs.get(subject.job_id or "")
        captions = job.request.captions if job and isinstance(job.request, TrainingRequest) else {}
        photos = [into.add(file, f"photos/{folder}") for file in subject.photo_files]
        into.photos += len(subject.photo_files) - photos.count(None)
        for file, photo in zip(subject.photo_files, photos, strict=True):
            caption = captions.get(PurePosixPath(file).name)
            if photo is not None and caption:
                into.archive.writestr(str(PurePosixPath(photo).with_suffix(".txt")), caption, zipfile.ZIP_DEFLATED)
        loras = {format: into.add(file, f"loras/{folder}") for format, file in subject.lora_files.items()}
        steps: list[dict[str, Any]] = []
        samples = {file: into.add(file, f"samples/{folder}") for file in subject.sample_files}
        for step in into.store.checkpoints.of(person, subject.job_id) if subject.job_id else ():
            for file in step.sample_files:
                samples.setdefault(file, None if file in samples else into.add(file, f"samples/{folder}"))
            is_chosen = step.lora_files == subject.lora_files
            kept = (
                loras
                if is_chosen
                else {
                    format: into.add(file, f"loras/{folder}/step_{step.step:05d}")
                    for format, file in step.lora_files.items()
                }
            )
            steps.append(
                {"step": step.step, "lora_files": kept, "samples": [samples[file] for file in step.sample_files]}
            )
        rows.append(
            {
                "name": subject.name, "kind": subject.kind, "trigger_word": subject.trigger_word,
                "base_model": subject.base_model, "family": subject.family, "state": subject.state,
                "rank": subject.rank, "alpha": subject.alpha, "steps": subject.steps,
                "made_at": _moment(subject.created_at), "photos": [photo for photo in photos if photo],
                "lora_files": loras, "samples": [samples[file] for file in subject.sample_files], "checkpoints": steps,
            }
        )  # fmt: skip
    into.add_json(SUBJECTS_NAME, rows)


def _add_pictures(into: _Zip, pictures: Sequence[Picture], jobs: Mapping[str, Job]) -> None:
    there: list[tuple[Picture, Path]] = []
    for picture in pictures:
        path = into.store.files.path(picture.file)
        if path.is_file():
            there.append((picture, path))
        else:
            into.missing.append(picture.file)
    made = [(picture, jobs.get(picture.job_id)) for picture, _ in there]
    add_pictures(into.archive, there, [{} if job is None else job.likenesses(one.id) for one, job in made], "pictures/")
    rows = [
        {
            "file": f"pictures/{archive_name(one)}", "id": one.id, "job": one.job_id, "seed": str(one.seed),
            "made_at": _moment(one.created_at), "starred": one.starred, "in_bin": one.deleted_at is not None,
            "request": one.request.to_json(),
        }
        for one, _ in there
    ]  # fmt: skip
    into.add_json(PICTURES_NAME, rows)


def _job_row(job: Job) -> dict[str, Any]:
    return {
        "id": job.id, "kind": job.kind.value, "state": job.state.value, "step": job.step, "steps": job.steps,
        "made_at": _moment(job.created_at), "ended_at": _moment(job.ended_at), "request": job.request.to_json(),
    }  # fmt: skip


def _readme(missing: Sequence[str]) -> str:
    parts = [Message("everything-readme")]
    if missing:
        parts.append(Message("everything-readme-missing", files=Listing(list(missing), most=None, style="comma")))
    return "\n\n".join(worded(part) for part in parts) + "\n"


def _moment(seconds: float | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
