"""Lessons asked for, and the subjects that come of them, on real files and a real database."""

import threading
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageEnhance

from studio.errors import NotFound, StudioError
from studio.jobs.job import Job, JobState
from studio.jobs.requests import TrainingRequest
from studio.people.person import OWNER
from studio.store import Store
from studio.studio import Studio
from studio.words import worded
from tests.unit.studio.taught import teach


def test_a_lesson_is_queued_with_its_own_copies_of_the_photos(studio: Studio, store: Store, photos: list[Path]) -> None:
    job = studio.subjects.teach(OWNER, photos, " Dumpling ", "A Cat", "quick", options={"steps": 12, "seed": -1})
    assert (job.state, job.position, job.steps) == (JobState.QUEUED, 1, 12)
    request = job.request
    assert isinstance(request, TrainingRequest)
    assert (request.subject_name, request.kind, request.trigger_word) == ("Dumpling", "cat", "dumpling")
    assert request.base_model == "pocket" and request.recipe.seed > 0
    for photo in photos:
        photo.unlink()
    assert all(studio.file(OWNER, file).is_file() for file in request.photo_files)
    subject = studio.subjects.get(OWNER, "dumpling")
    assert (subject.state, subject.cover_file) == ("learning", request.photo_files[0])
    second = studio.subjects.teach(OWNER, [studio.file(OWNER, file) for file in request.photo_files], "Anna", "woman")
    assert second.position == 2


def test_a_lesson_that_is_refused_leaves_nothing_behind(
    studio: Studio, store: Store, photos: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "empty.jpg").touch()
    for arguments in (
        {"photos": photos[:2]},
        {"photos": None},
        {"photos": [*photos[:2], tmp_path / "empty.jpg"]},
        {"name": "../../x"},
        {"name": ""},
        {"name": "x" * 500},
        {"kind": 'cat"\n'},
        {"preset": "fast"},
        {"base_model": "nothing"},
        {"options": {"steps": 0}},
        {"options": {"steps": 10_000}},
        {"options": {"surprise": 1}},
    ):
        given: dict[str, Any] = {"photos": photos, "name": "Dumpling", "kind": "cat", **arguments}
        with pytest.raises(StudioError):
            studio.subjects.teach(OWNER, **given)
    assert studio.queue.list(OWNER) == [] and studio.subjects.list(OWNER) == []
    assert not list(store.files.path("photos").iterdir())


def test_a_taken_name_is_refused_and_trigger_words_stay_apart(studio: Studio, store: Store, photos: list[Path]) -> None:
    studio.subjects.teach(OWNER, photos, "Dumpling", "cat")
    with pytest.raises(StudioError, match="There is a subject named 'Dumpling' already"):
        studio.subjects.teach(OWNER, photos, "DUMPLING", "dog")
    studio.subjects.teach(OWNER, photos, "Dump-ling", "dog")
    assert studio.subjects.get(OWNER, "Dump-ling").trigger_word == "dumpling2"
    assert len(list(store.files.path("photos").iterdir())) == 2


def test_two_people_who_take_the_same_name_at_once_get_one_subject(studio: Studio, photos: list[Path]) -> None:
    answers: list[object] = []

    def try_it() -> None:
        try:
            answers.append(studio.subjects.teach(OWNER, photos, "Dumpling", "cat"))
        except StudioError as error:
            answers.append(error)

    threads = [threading.Thread(target=try_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(answer).__name__ for answer in answers) == ["Job", *["StudioError"] * 3]
    assert len(studio.queue.list(OWNER)) == len(studio.subjects.list(OWNER)) == 1


def lesson_of(job: Job) -> TrainingRequest:
    assert isinstance(job.request, TrainingRequest)
    return job.request


def test_captions_stay_with_their_photos_in_the_words_of_the_lesson(studio: Studio, photos: list[Path]) -> None:
    by_name = {"photo_3.jpg": "[name] before a hill", "photo_0.jpg": "asleep"}
    job = studio.subjects.teach(OWNER, photos, "Dumpling", "cat", options={"captions": by_name})
    words = {"00.jpg": "dumpling cat, asleep", "03.jpg": "dumpling cat before a hill"}
    assert lesson_of(job).captions == words
    in_order = ["asleep", "", None, "[name] before a hill", ""]
    assert lesson_of(studio.subjects.teach(OWNER, photos, "Mochi", "cat", options={"captions": in_order})).captions == {
        name: words[name].replace("dumpling", "mochi") for name in words
    }
    with pytest.raises(StudioError, match=r"There is a caption for dog.jpg, but no such photo"):
        studio.subjects.teach(OWNER, photos, "Anna", "woman", options={"captions": {"dog.jpg": "x"}})
    assert [subject.name for subject in studio.subjects.list(OWNER)] == ["Mochi", "Dumpling"]


def test_with_eight_photos_one_is_kept_aside_and_stays_with_its_subject(
    studio: Studio, store: Store, photos: list[Path], more_photos: list[Path]
) -> None:
    eight = [*photos, *more_photos[:3]]
    job = studio.subjects.teach(OWNER, eight, "Dumpling", "cat", base_model="sdxl", options={"seed": 5})
    request, subject = lesson_of(job), studio.subjects.get(OWNER, "Dumpling")
    assert len(request.held_out_files) == 1
    assert request.photo_files[0] == subject.cover_file == subject.photo_files[0]
    assert set(subject.photo_files) == set(request.all_files) and len(subject.photo_files) == 8
    assert request.recipe.samples == 750
    store.jobs.claim("w")
    store.jobs.fail(job.id, MemoryError("too large"))
    studio.file(OWNER, request.held_out_files[0]).unlink()
    with pytest.raises(StudioError, match="photos of this lesson are gone"):
        studio.queue.retry(OWNER, job.id)
    assert lesson_of(studio.subjects.teach(OWNER, photos, "Anna", "woman")).held_out_files == ()


def test_photos_that_are_small_for_the_base_model_are_a_remark_on_the_lesson(
    studio: Studio, photos: list[Path]
) -> None:
    job = studio.subjects.teach(OWNER, photos, "Dumpling", "cat", base_model="sdxl")
    assert worded(job.message) == "All photos are small and are enlarged up to 3 times; larger copies keep more detail."


def test_photos_that_look_alike_are_a_remark_on_the_lesson(studio: Studio, photos: list[Path]) -> None:
    with Image.open(photos[0]) as image:
        ImageEnhance.Brightness(image).enhance(1.15).save(photos[2])
    job = studio.subjects.teach(OWNER, photos[:3], "Dumpling", "cat")
    assert worded(job.message).startswith("Photos 1 and 3 look nearly the same;")
    assert studio.subjects.teach(OWNER, [photos[0], *photos[3:]], "Anna", "woman").message is None


def test_a_very_dark_photo_is_a_remark_on_the_lesson_and_is_learned_from(studio: Studio, photos: list[Path]) -> None:
    with Image.open(photos[2]) as image:
        image.point(lambda value: value * 0.2).save(photos[2])
    job = studio.subjects.teach(OWNER, photos, "Dumpling", "cat")
    assert worded(job.message) == "Photo 3 is very dark; one with more light teaches more."
    assert isinstance(job.request, TrainingRequest) and len(job.request.all_files) == len(photos)


def test_a_failed_lesson_can_be_tried_again_with_its_photos_and_settings(
    studio: Studio, store: Store, photos: list[Path]
) -> None:
    job = studio.subjects.teach(OWNER, photos, "Dumpling", "cat", "quick", options={"steps": 50})
    store.jobs.claim("w")
    store.jobs.fail(job.id, MemoryError("too large"))
    assert studio.subjects.get(OWNER, "Dumpling").state == "failed"
    with pytest.raises(StudioError, match="The lesson of Dumpling did not end well"):
        studio.pictures.create(OWNER, "a cat", subjects=[{"name": "Dumpling"}])
    again = studio.queue.retry(OWNER, job.id)
    assert (again.id, again.request, again.state) == (job.id, job.request, JobState.QUEUED)
    assert all(studio.file(OWNER, file).is_file() for file in studio.subjects.get(OWNER, "Dumpling").photo_files)


def test_a_failed_subject_makes_room_for_new_photos_under_its_name(
    studio: Studio, store: Store, photos: list[Path]
) -> None:
    first = studio.subjects.teach(OWNER, photos, "Dumpling", "cat")
    studio.queue.cancel(OWNER, first.id)
    second = studio.subjects.teach(OWNER, photos[:3], "dumpling", "cat")
    assert studio.subjects.get(OWNER, "Dumpling").job_id == second.id
    assert studio.subjects.get(OWNER, "Dumpling").trigger_word == "dumpling"
    assert [folder.name for folder in store.files.path("photos").iterdir()] == [second.id]
    with pytest.raises(StudioError, match="photos of this lesson are gone"):
        studio.queue.retry(OWNER, first.id)


def test_the_lora_files_of_a_ready_subject_can_be_had(studio: Studio, store: Store, photos: list[Path]) -> None:
    studio.subjects.teach(OWNER, photos, "Anna", "woman")
    with pytest.raises(NotFound, match="Anna has no kohya file; it is there once the lesson is done"):
        studio.subjects.file(OWNER, "Anna")
    studio.queue.cancel(OWNER, studio.queue.list(OWNER)[0].id)
    teach(studio, store, photos)
    assert studio.subjects.file(OWNER, "Dumpling").read_bytes() == b"kohya"
    assert studio.subjects.file(OWNER, "dumpling", "diffusers").read_bytes() == b"diffusers"
    with pytest.raises(StudioError, match="The format is 'onnx'; choose one of: kohya, diffusers"):
        studio.subjects.file(OWNER, "Dumpling", "onnx")


def test_deleting_a_ready_subject_takes_its_files_and_leaves_its_pictures(
    studio: Studio, store: Store, photos: list[Path]
) -> None:
    teach(studio, store, photos)
    job = studio.pictures.create(OWNER, "on the beach", subjects=[{"name": "Dumpling"}])
    studio.subjects.delete(OWNER, "Dumpling")
    assert studio.subjects.list(OWNER) == []
    for folder in ("photos", "loras"):
        assert not list(store.files.path(folder).iterdir())
    assert studio.queue.get(OWNER, job.id).state is JobState.QUEUED
    with pytest.raises(NotFound, match="There is no subject named 'Dumpling'"):
        studio.pictures.create(OWNER, "", subjects=[{"name": "Dumpling"}])


def test_deleting_cancels_a_lesson_that_waits_and_refuses_one_that_runs(
    studio: Studio, store: Store, photos: list[Path]
) -> None:
    running, waiting = (
        studio.subjects.teach(OWNER, photos, "Dumpling", "cat"),
        studio.subjects.teach(OWNER, photos, "Anna", "woman"),
    )
    store.jobs.claim("w")
    with pytest.raises(StudioError, match=r"Dumpling is being taught right now. Cancel the lesson first"):
        studio.subjects.delete(OWNER, "Dumpling")
    studio.subjects.delete(OWNER, "Anna")
    assert studio.queue.get(OWNER, waiting.id).state is JobState.CANCELLED
    assert [subject.name for subject in studio.subjects.list(OWNER)] == ["Dumpling"]
    assert [folder.name for folder in store.files.path("photos").iterdir()] == [running.id]
    with pytest.raises(StudioError):
        studio.queue.retry(OWNER, waiting.id)
