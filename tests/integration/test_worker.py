"""The worker on a real store and a real small model: lessons, pictures between their steps, and every way to end."""

import errno
import logging
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from pipeline import generate
from pipeline.families.sdxl import SdxlShaped
from pipeline.loras import text_encoders as text_encoder_lora
from pipeline.loras.lora import merged
from studio.errors import StudioError
from studio.interop.metadata import own_request, texts_in
from studio.jobs.job import Job, JobCommand, JobKind, JobState
from studio.jobs.requests import ImportRequest, PictureRequest
from studio.people.person import OWNER
from studio.store.disk import files
from studio.subjects.remarks import remarks
from studio.words import Message, as_written, say, worded
from tests.engine import SIDE, chosen, picture_request, same_weights, state_of
from tests.integration.house import STEPS, Build, House, Undisturbed, kohya_bytes, subject
from tests.loras import ATTENTION, NAMINGS, OTHERS, lora_on, tensors_of
from tests.slow import with_slow
from worker import loop
from worker.jobs import train


@pytest.fixture
def house(build: Build) -> House:
    return build("data")


def read(file: Path) -> np.ndarray:
    with Image.open(file) as image:
        return np.asarray(image).astype(int)


def test_a_lesson_then_a_picture_of_the_subject(house: House, loaded: SdxlShaped) -> None:
    before = state_of(loaded.model)
    lesson = house.teach()
    house.work()
    picture = house.create(subjects=(chosen("Dumpling", 0.9),), count=2, seed=5)
    house.work()

    done = house.job(lesson)
    assert (done.state, done.error_message) == (JobState.DONE, None)
    assert done.result is not None
    assert done.result["matched_keys"] > 600
    assert [step for step, _ in house.store.jobs.losses(OWNER, lesson.id)] == list(range(1, STEPS + 1))
    ready = house.store.subjects.get(OWNER, "Dumpling")
    assert (ready.state, ready.rank, ready.steps) == ("ready", 4, STEPS)
    names = [f"step_{step:05d}_{number}.png" for step in (3, 6) for number in (1, 2)]
    assert [Path(file).name for file in ready.sample_files] == names
    assert not house.store.files.checkpoint_folder(lesson.id).exists()

    made = house.job(picture)
    assert (made.state, made.error_message) == (JobState.DONE, None)
    first, second = (house.store.pictures.get(OWNER, id) for id in (made.result or {})["pictures"])
    assert (first.seed, second.seed) == (5, 6)
    file = house.store.files.path(second.file)
    texts = texts_in(file)
    own = own_request(texts)
    assert own is not None
    again = PictureRequest.from_json(own)
    assert again == picture_request(subjects=(chosen("Dumpling", 0.9),), count=1, seed=6)
    assert "<lora:dumpling:0.9>" in texts["parameters"]
    repeated = house.store.jobs.add(OWNER, JobKind.CREATE, again, again.steps)
    house.work()
    assert (read(house.store.files.path(f"pictures/{repeated.id}-00.png")) == read(file)).all(), "the same pixels"
    assert same_weights(loaded.model, before)


def test_a_picture_asked_for_while_a_lesson_runs_is_made_between_two_steps_and_disturbs_nothing(
    house: House, undisturbed: Undisturbed, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = house.teach()
    pictures: list[Job] = []
    before_each = train._TrainingRun.between_steps

    def ask(course: Any, moment: Any) -> None:
        if moment.step in (2, 4):
            pictures.append(house.create(sampler="Euler a"))
        before_each(course, moment)

    monkeypatch.setattr(train._TrainingRun, "between_steps", ask)
    house.work()

    ended = [house.job(job) for job in (*pictures, lesson)]
    assert [job.state for job in ended] == [JobState.DONE] * 3
    assert ended[0].ended_at is not None and ended[2].ended_at is not None
    assert ended[0].ended_at < ended[2].ended_at
    assert house.store.jobs.losses(OWNER, lesson.id) == undisturbed.losses
    assert kohya_bytes(house) == undisturbed.lora


@pytest.mark.slow(
    quick_sibling="test_a_picture_asked_for_while_a_lesson_runs_is_made_between_two_steps_and_disturbs_nothing"
)
def test_a_picture_between_steps_is_the_one_made_without_a_lesson(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone, busy = build("alone"), build("busy")
    expected = alone.create()
    alone.work()
    busy.teach()
    monkeypatch.setattr(loop, "BETWEEN_STEPS", (JobKind.CREATE,))
    before_each = train._TrainingRun.between_steps
    pictures: list[Job] = []

    def ask(course: Any, moment: Any) -> None:
        if moment.step == 4:
            pictures.append(busy.create())
        before_each(course, moment)

    monkeypatch.setattr(train._TrainingRun, "between_steps", ask)
    busy.work()

    def pixels(house: House, job: Job) -> np.ndarray:
        picture = house.store.pictures.get(OWNER, (house.job(job).result or {})["pictures"][0])
        return read(house.store.files.path(picture.file))

    assert np.array_equal(pixels(busy, pictures[0]), pixels(alone, expected))


@pytest.mark.parametrize(
    "message", with_slow(["Making pictures of a cat: 3 of 8.", "Anything at all.", ""], quick=["Anything at all."])
)
def test_a_lesson_that_is_handed_back_before_its_first_step_shows_nothing_of_its_last_message(
    message: str, build: Build
) -> None:
    house = build("handed-back")
    lesson = house.teach(steps=1)
    assert house.store.jobs.claim("worker-1") is not None
    house.store.jobs.progress(lesson.id, step=0, message=as_written(message) if message else None)
    house.store.jobs.hand_back(lesson.id)
    house.work()
    assert (house.job(lesson).state, worded(house.job(lesson).message)) == (JobState.DONE, remarks_of(house))


def remarks_of(house: House) -> str:
    """What is worth a second look in the photos of a house's lessons."""
    return " ".join(say(one) for one in remarks([house.store.files.path(file) for file in house.photo_files], SIDE))


def test_a_worker_asked_to_stop_hands_the_lesson_back_and_another_goes_on_to_the_same_file(
    house: House, undisturbed: Undisturbed, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = house.teach()
    before_each = train._TrainingRun.between_steps

    def stop(course: Any, moment: Any) -> None:
        if moment.step == 3:  # no checkpoint is due at 3: asked to stop, it keeps one
            house.stopping.set()
        before_each(course, moment)

    with monkeypatch.context() as patched:
        patched.setattr(train._TrainingRun, "between_steps", stop)
        house.work()
    stopped = house.job(lesson)
    house.stopping.clear()
    house.work()

    assert (stopped.state, stopped.step) == (JobState.INTERRUPTED, 3)
    assert house.job(lesson).state is JobState.DONE
    assert house.store.jobs.losses(OWNER, lesson.id) == undisturbed.losses
    assert kohya_bytes(house) == undisturbed.lora


@pytest.mark.slow(
    quick_sibling="test_a_worker_asked_to_stop_hands_the_lesson_back_and_another_goes_on_to_the_same_file"
)
def test_a_worker_that_dies_leaves_a_lesson_that_goes_on_from_its_last_checkpoint(
    house: House, undisturbed: Undisturbed, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = house.teach()
    steps: list[int] = []
    before_each = train._TrainingRun.between_steps

    def die(course: Any, moment: Any) -> None:
        steps.append(moment.step)
        if moment.step == 5 and len(steps) < 8:
            raise KeyboardInterrupt  # nothing is said and nothing is kept, as with kill -9
        before_each(course, moment)

    monkeypatch.setattr(train._TrainingRun, "between_steps", die)
    with pytest.raises(KeyboardInterrupt):
        house.work()
    assert house.job(lesson).state is JobState.RUNNING
    house.store.jobs.interrupt_orphans((), -1)
    steps.extend([0, 0])
    house.work()

    assert steps[-3:] == [4, 5, 6]
    assert house.job(lesson).state is JobState.DONE
    assert kohya_bytes(house) == undisturbed.lora


@pytest.mark.slow(quick_sibling="test_a_cancelled_picture_ends_within_a_step")
def test_a_cancelled_lesson_ends_at_the_next_step_and_can_be_tried_again(
    house: House, loaded: SdxlShaped, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state_of(loaded.model)
    lesson = house.teach()
    before_each = train._TrainingRun.between_steps
    steps: list[int] = []

    def cancel(course: Any, moment: Any) -> None:
        steps.append(moment.step)
        if steps == [0, 1]:
            house.store.jobs.ask(OWNER, lesson.id, JobCommand.CANCEL)
        before_each(course, moment)

    monkeypatch.setattr(train._TrainingRun, "between_steps", cancel)
    house.work()

    assert house.job(lesson).state is JobState.CANCELLED
    assert steps == [0, 1]
    assert same_weights(loaded.model, before)
    house.store.jobs.retry(OWNER, lesson.id)
    house.work()
    assert house.job(lesson).state is JobState.DONE


def test_a_cancelled_picture_ends_within_a_step(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = house.create(steps=5)
    progress = house.store.jobs.progress

    def cancel(id: str, **news: Any) -> None:
        progress(id, **news)
        if news.get("preview_file"):
            house.store.jobs.ask(OWNER, id, JobCommand.CANCEL)

    monkeypatch.setattr(house.store.jobs, "progress", cancel)
    house.work()

    ended = house.job(picture)
    assert (ended.state, ended.step) == (JobState.CANCELLED, 1)
    assert house.store.pictures.list(OWNER) == []


def test_a_preview_is_shown_while_a_picture_is_made(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.create(steps=3)
    shown: list[tuple[int, str]] = []
    progress = house.store.jobs.progress

    def listen(id: str, **news: Any) -> None:
        progress(id, **news)
        if news.get("preview_file"):
            with Image.open(house.store.files.path(news["preview_file"])) as preview:
                assert preview.size == (SIDE, SIDE)
            shown.append((news["step"], news["preview_file"]))

    monkeypatch.setattr(house.store.jobs, "progress", listen)
    house.work()

    assert [step for step, _ in shown] == [1, 2, 3]
    assert len({file for _, file in shown}) == 3


def fails_with(house: House, job: Job, *words: str) -> None:
    house.work()
    ended = house.job(job)
    assert ended.state is JobState.FAILED
    assert ended.error_type in ("StudioError", "DiskFull"), ended.error_traceback
    for word in words:
        assert word in worded(ended.error_message)


def test_a_photo_that_is_gone_fails_the_lesson_in_a_sentence(house: House) -> None:
    lesson = house.teach()
    house.store.files.remove(house.photo_files[1])
    fails_with(house, lesson, "01.png", "is gone")


def test_a_subject_deleted_meanwhile_fails_the_lesson_in_a_sentence(house: House) -> None:
    lesson = house.teach()
    house.store.subjects.delete(OWNER, "Dumpling")
    fails_with(house, lesson, "Dumpling was deleted meanwhile")


def test_a_subject_deleted_meanwhile_fails_the_picture_in_a_sentence(house: House) -> None:
    fails_with(house, house.create(subjects=(chosen("Nobody"),)), "Nobody was deleted meanwhile")


def test_a_disk_that_stays_full_fails_the_lesson_in_a_sentence_and_keeps_what_was_there(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "write_whole", full)
    monkeypatch.setattr(loop, "PATIENCE_SECONDS", 0.0)
    lesson = house.teach()
    fails_with(house, lesson, "The disk is full")
    assert all(house.store.files.path(file).is_file() for file in house.photo_files)
    assert house.store.subjects.get(OWNER, "Dumpling").state == "failed"


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_picture_that_cannot_be_written_for_a_while_says_so_and_is_made_once_it_can(
    house: House, monkeypatch: pytest.MonkeyPatch, reason: int
) -> None:
    picture, really_written, left = house.create(), files.write_whole, [1, 2]

    def fails_twice(path: Path, content: bytes) -> None:
        if left:
            left.pop()
            raise OSError(reason, os.strerror(reason))
        really_written(path, content)

    monkeypatch.setattr(files, "write_whole", fails_twice)
    monkeypatch.setattr(loop, "SECONDS_BETWEEN_TRIES", 0.0)
    messages: list[str] = []
    progress = house.store.jobs.progress

    def listen(id: str, **news: Any) -> None:
        progress(id, **news)
        messages.append(worded(house.job(picture).message))

    monkeypatch.setattr(house.store.jobs, "progress", listen)
    house.work()

    assert sum("could not be written" in message for message in messages) == 2
    done = house.job(picture)
    assert (done.state, worded(done.message)) == (JobState.DONE, "")
    assert all(house.store.files.path(one.file).is_file() for one in house.store.pictures.list(OWNER))


def test_a_learning_rate_too_large_fails_in_a_sentence(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def runs_away(*_: Any) -> torch.Tensor:
        return torch.tensor(float("nan"))

    monkeypatch.setattr("training.run.TrainingStep.take", runs_away)
    fails_with(house, house.teach(), "numbers ran away", "learning rate")


def test_an_unexpected_error_is_kept_whole_and_the_worker_goes_on(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError("nobody expected this")

    with monkeypatch.context() as patched, caplog.at_level(logging.INFO):
        patched.setattr("pipeline.generate.made", broken)
        failed = house.create()
        house.work()
        told = house.job(failed).log
    fine = house.create()
    house.work()

    ended = house.job(failed)
    assert (ended.state, ended.error_type) == (JobState.FAILED, "ZeroDivisionError")
    assert "in broken" in (ended.error_traceback or "")
    assert "nobody expected this" in caplog.text
    assert any("worker/loop.py" in line for line in told) and told[-1].strip() == "ZeroDivisionError"
    assert "nobody expected this" not in "".join(told), "an error's sentence may quote a prompt"
    assert house.job(fine).state is JobState.DONE


def test_the_log_says_of_a_job_that_failed_nothing_that_a_person_gave(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuses(*_: Any, **__: Any) -> None:
        raise StudioError("subject-not-found", name="Clementine")

    with monkeypatch.context() as patched, caplog.at_level(logging.INFO):
        patched.setattr("pipeline.generate.made", refuses)
        failed = house.create(prompt="an elephant")
        house.work()

    assert house.job(failed).error_message == Message("subject-not-found", name="Clementine")
    assert f"Job {failed.id}: subject-not-found." in caplog.text
    assert "Clementine" not in caplog.text and "elephant" not in caplog.text


def test_a_picture_job_that_goes_on_makes_only_the_pictures_that_are_missing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = house.create(count=2)
    add = house.store.pictures.add

    def stop_after(picture: Any) -> Any:
        house.stopping.set()
        return add(picture)

    with monkeypatch.context() as patched:
        patched.setattr(house.store.pictures, "add", stop_after)
        house.work()
    first = house.store.pictures.list(OWNER)
    house.stopping.clear()
    house.work()

    assert len(first) == 1
    assert house.job(job).state is JobState.DONE
    assert len(house.store.pictures.list(OWNER)) == 2
    assert house.store.pictures.get(OWNER, first[0].id) == first[0]


def imported(house: House, file: Path) -> Job:
    """The import of a file made elsewhere as Felix."""
    kept = house.store.files.write_whole("uploads/import1/felix.safetensors", file.read_bytes())
    request = ImportRequest(
        subject_name="Felix",
        kind="cat",
        trigger_word="felix",
        file=house.store.files.relative(kept),
        base_model="pocket",
    )
    return house.store.jobs.add(OWNER, JobKind.IMPORT, request, 1, "import1", subject=subject("Felix", "import1"))


@pytest.mark.parametrize("form", with_slow(["kohya", "diffusers"], ["kohya"]))
@pytest.mark.slow(
    quick_sibling="test_a_file_with_text_encoders_is_taken_in_whole_changes_the_picture_by_both_and_leaves_every_weight_as_it_was"
)
def test_a_file_of_a_lesson_taken_in_again_makes_the_same_picture(form: str, house: House) -> None:
    house.teach()
    house.work()
    taught = house.store.subjects.get(OWNER, "Dumpling")
    job = imported(house, house.store.files.path(taught.lora_files[form]))
    house.work()
    assert (house.job(job).state, house.job(job).error_message) == (JobState.DONE, None)
    assert house.store.subjects.get(OWNER, "Felix").state == "ready"
    jobs = [house.create(subjects=(chosen(name),), prompt="a cat") for name in ("Dumpling", "Felix")]
    house.work()

    pixels = [read(house.store.files.path(f"pictures/{job.id}-00.png")) for job in jobs]
    assert np.abs(pixels[0] - pixels[1]).max() <= 1


def test_a_file_with_text_encoders_is_taken_in_whole_changes_the_picture_by_both_and_leaves_every_weight_as_it_was(
    house: House, loaded: SdxlShaped, tmp_path: Path
) -> None:
    from safetensors.torch import save_file

    lora = lora_on(loaded.model, loaded.text_encoders, (ATTENTION, OTHERS))
    tensors = tensors_of(lora, NAMINGS["kohya, Stability's names"])
    save_file(tensors, tmp_path / "x.safetensors", {"ss_tag_frequency": '{"10_ohwx cat": {"ohwx cat": 12}}'})
    before = [state_of(module) for module in (loaded.model, *loaded.text_encoders)]

    job = imported(house, tmp_path / "x.safetensors")
    house.work()

    done = house.job(job)
    assert (done.state, done.error_message) == (JobState.DONE, None)
    assert (done.result or {})["matched_keys"] == len(tensors)
    assert worded(done.message) == "The file was taught with the words 'ohwx cat'; write them in your prompts as well."
    made = [house.create(subjects=subjects, prompt="a felix cat") for subjects in ((), (chosen("Felix"),))]
    house.work()
    plain, felix = (read(house.store.files.path(f"pictures/{job.id}-00.png")) for job in made)
    with text_encoder_lora.merged(loaded.text_encoders, [(lora, 1.0)]):
        conditions = generate.encode_guided(loaded, "a felix cat", "blurry")
    settings = generate.Settings.of(picture_request())
    with merged(loaded.model, [(lora, 1.0)]):
        expected = np.asarray(generate.picture(loaded, settings, conditions, 3)).astype(int)
    assert np.abs(felix - expected).max() <= 3, "halves in the file"
    assert np.abs(felix - plain).max() > 10
    modules = (loaded.model, *loaded.text_encoders)
    assert all(same_weights(module, state) for module, state in zip(modules, before, strict=True))


def test_a_file_that_does_not_fit_fails_the_import_in_a_sentence(house: House, tmp_path: Path) -> None:
    from safetensors.torch import save_file

    save_file({"lora_unet_x.lora_down.weight": torch.zeros(2, 2)}, tmp_path / "x.safetensors")
    fails_with(house, imported(house, tmp_path / "x.safetensors"), "felix.safetensors does not fit Pocket")


@pytest.mark.slow(
    quick_sibling="tests/unit/training/test_cache.py::test_class_pictures_are_the_last_rows_and_of_the_photos_shape"
)
def test_prior_preservation_makes_class_pictures_once(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.class_pictures.COUNT", 2)
    house.teach(steps=2, prior_preservation=True)
    house.work()
    folder = house.store.files.root / "class_pictures"
    made = {file: file.stat().st_mtime_ns for file in folder.rglob("*.png")}
    house.teach("Mimi", steps=1, prior_preservation=True)
    house.work()

    assert house.store.subjects.get(OWNER, "Mimi").state == "ready", house.store.jobs.get(
        OWNER, "lessonmimi"
    ).error_message
    assert len(made) == 2
    assert {file: file.stat().st_mtime_ns for file in folder.rglob("*.png")} == made


def test_a_job_taken_away_meanwhile_is_left_alone(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = house.create()
    monkeypatch.setattr(
        "pipeline.generate.made",
        lambda *_: house.store.jobs.hand_back(picture.id) or (_ for _ in ()).throw(StudioError(as_written("too late"))),
    )
    claimed = house.store.jobs.claim("worker-1")
    assert claimed is not None
    house.worker.work(claimed)
    assert house.job(picture).state is JobState.INTERRUPTED
