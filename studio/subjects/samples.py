"""The sample subjects as subjects that are taught already, so that a picture of them needs no lesson."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.errors import StudioError
from studio.models.base_models import resolve
from studio.people.person import Person
from studio.photos.sample_photos import SampleSubject, sample_subjects
from studio.store import Store
from studio.subjects.new_subjects import NewSubjects
from studio.subjects.subject import Subject

TAUGHT_FOLDER, TAUGHT_FACTS = "taught", "taught.json"


@dataclass(frozen=True, kw_only=True, slots=True)
class TaughtSample:
    """A sample subject with what its lesson gave. Files are absolute; `facts` is what taught.json says."""

    sample: SampleSubject
    folder: Path
    facts: Mapping[str, Any]

    @property
    def lora_files(self) -> dict[str, Path]:
        """By format, as a subject's."""
        return {format: self.folder / name for format, name in self.facts["lora_files"].items()}

    @property
    def sample_files(self) -> list[Path]:
        """The last drawings of the lesson."""
        return [self.folder / name for name in self.facts["sample_files"]]


def taught_samples() -> list[TaughtSample]:
    """The sample subjects that come taught (benchmarks/pocket/make_taught.py); none where they were left out."""
    found: list[TaughtSample] = []
    for sample in sample_subjects():
        folder = sample.photo_files[0].parent / TAUGHT_FOLDER
        if (folder / TAUGHT_FACTS).is_file():
            facts = json.loads((folder / TAUGHT_FACTS).read_text(encoding="utf-8"))
            found.append(TaughtSample(sample=sample, folder=folder, facts=facts))
    return found


class Samples:
    """Takes the taught samples in, for a person who wants to see a picture before she teaches anybody."""

    def __init__(self, store: Store, new_subjects: NewSubjects) -> None:
        self._store = store
        self._new_subjects = new_subjects

    def there(self) -> list[TaughtSample]:
        """Those that can be taken in; none where they were left out."""
        return taught_samples()

    def take(self, person: Person) -> list[Subject]:
        """Subjects of the samples' names that are ready for the samples' base model, in the order of the samples.

        One that the person has taught herself stays what it is. A name or a word that is in use otherwise is left out.
        Errors: StudioError for a full disk; OverLimit.
        """
        self._store.shares.check_disk(person)
        return [subject for taught in self.there() if (subject := self._one(person, taught)) is not None]

    def _one(self, person: Person, taught: TaughtSample) -> Subject | None:
        files, sample, word = self._store.files, taught.sample, str(taught.facts["trigger_word"])
        base_model = resolve(str(taught.facts["base_model"]))
        present = self._store.subjects.find(person, sample.name)
        if present is not None and present.state != "failed":
            return present if present.state == "ready" and present.base_model == base_model.id else None
        if self._new_subjects.free_trigger_word(person, sample.name, sample.kind) != word:
            return None  # the folder of that word is another subject's
        folder = files.lora_folder(person, word)

        def kept(source: Path, place: str) -> str:
            return files.relative(files.write_whole(folder / place / source.name, source.read_bytes()))

        photos = tuple(kept(photo, "photos") for photo in sample.photo_files)
        subject = Subject(
            owner=person,
            name=sample.name,
            kind=sample.kind,
            trigger_word=word,
            base_model=base_model.id,
            family=base_model.family,
            state="ready",
            cover_file=photos[0],
            photo_files=photos,
            lora_files={format: kept(file, "") for format, file in taught.lora_files.items()},
            sample_files=tuple(kept(file, "samples") for file in taught.sample_files),
            created_at=self._store.clock(),
            rank=taught.facts["rank"],
            alpha=taught.facts["alpha"],
            steps=taught.facts["steps"],
        )
        try:
            self._new_subjects.add_ready(subject)
        except StudioError:  # another press was first
            return self._store.subjects.find(person, sample.name)
        return subject
