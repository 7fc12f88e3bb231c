"""The samples that come taught, over a real SQLite file and a data folder."""

from pathlib import Path

import pytest

from studio.errors import StudioError
from studio.people.person import OWNER, Person
from studio.store import Store
from studio.studio import Studio
from studio.subjects.samples import taught_samples

NAMES = [taught.sample.name for taught in taught_samples()]


def test_a_cat_and_a_woman_come_taught_with_every_file_that_a_lesson_leaves(studio: Studio) -> None:
    assert [taught.sample.kind for taught in studio.samples.there()] == ["cat", "woman"]
    for taught in studio.samples.there():
        assert set(taught.lora_files) == {"kohya", "diffusers"}
        assert all(file.is_file() for file in (*taught.lora_files.values(), *taught.sample_files))


def test_taken_in_they_are_ready_with_files_of_their_own_and_a_second_press_changes_nothing(
    studio: Studio, store: Store
) -> None:
    taken = studio.samples.take(OWNER)
    assert [(subject.name, subject.state) for subject in taken] == [(name, "ready") for name in NAMES]
    for subject in taken:
        assert studio.subjects.ready(OWNER, subject.name) == subject
        files = (*subject.photo_files, *subject.sample_files, *subject.lora_files.values())
        assert all(studio.file(OWNER, file).is_file() for file in files) and subject.cover_file in subject.photo_files
    assert studio.samples.take(OWNER) == taken
    assert studio.samples.take(Person("ben")) != taken, "another person has her own"

    studio.subjects.delete(OWNER, NAMES[0])
    assert not store.files.lora_folder(OWNER, taken[0].trigger_word).exists(), "photos and all"
    assert [subject.name for subject in studio.samples.take(OWNER)] == NAMES, "and it can come back"


def test_what_a_person_has_taught_herself_stays_as_it_is(studio: Studio, photos: list[Path]) -> None:
    own = studio.subjects.teach(OWNER, photos, NAMES[0], "dog")
    other = studio.subjects.teach(OWNER, photos, f"{NAMES[1]}!", "woman")
    assert studio.samples.take(OWNER) == [], "one name is being taught, and the other one's word is in use"
    for job, name in ((own, NAMES[0]), (other, f"{NAMES[1]}!")):
        assert studio.subjects.get(OWNER, name).job_id == job.id
    with pytest.raises(StudioError):
        studio.subjects.ready(OWNER, NAMES[0])
