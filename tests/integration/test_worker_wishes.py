"""A lesson that a person pauses, resumes, ends early or takes an earlier step of, on a real store and model."""

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from pipeline.families.sdxl import SdxlShaped
from pipeline.loras import files as lora_files
from studio.errors import StudioError
from studio.jobs.job import JobCommand, JobState
from studio.people.person import OWNER
from tests.engine import same_weights, state_of
from tests.integration.house import STEPS, Build, Undisturbed, kohya_bytes, sample_bytes
from tests.still_studio import studio_over
from worker import samples
from worker.jobs import train

Deed = Callable[[], object]


def at_step(monkeypatch: pytest.MonkeyPatch, deeds: dict[int, Deed]) -> list[int]:
    """Do something before the worker looks up after a step, once each; gives the steps that were taken."""
    steps: list[int] = []
    waiting = dict(deeds)
    before_each = train._TrainingRun.between_steps

    def between(course: Any, moment: Any) -> None:
        steps.append(moment.step)
        if deed := waiting.pop(moment.step, None):
            deed()
        before_each(course, moment)

    monkeypatch.setattr(train._TrainingRun, "between_steps", between)
    return steps


@pytest.mark.slow(quick_sibling="test_between_two_reports_no_step_is_lost_neither_its_loss_nor_where_it_pauses")
def test_a_paused_lesson_lets_the_next_one_run_and_goes_on_to_the_losses_and_the_file_of_an_undisturbed_one(
    build: Build,
    undisturbed: Undisturbed,
    monkeypatch: pytest.MonkeyPatch,
    loaded: SdxlShaped,
) -> None:
    paused = build("paused")
    before = state_of(loaded.model)
    lesson = paused.teach()
    other = paused.teach("Mimi", steps=2)
    steps = at_step(monkeypatch, {5: lambda: paused.store.jobs.ask(OWNER, lesson.id, JobCommand.PAUSE)})
    paused.work()
    resting = paused.job(lesson)
    assert (resting.state, resting.step, resting.command) == (JobState.PAUSED, 5, None)
    assert paused.job(other).state is JobState.DONE
    assert steps == [*range(6), 0, 1, 2]
    assert same_weights(loaded.model, before)

    paused.work()
    assert paused.job(lesson).state is JobState.PAUSED, "it rests until someone resumes it"
    paused.store.jobs.interrupt_orphans((), 0)
    paused.store.jobs.resume(OWNER, lesson.id)
    del steps[:]
    paused.work()

    assert steps == [5, 6]
    assert paused.job(lesson).state is JobState.DONE
    assert paused.store.jobs.losses(OWNER, lesson.id) == undisturbed.losses
    assert (kohya_bytes(paused), sample_bytes(paused)) == (undisturbed.lora, undisturbed.samples)


def test_between_two_reports_no_step_is_lost_neither_its_loss_nor_where_it_pauses(
    build: Build, undisturbed: Undisturbed, monkeypatch: pytest.MonkeyPatch
) -> None:
    seldom = build("seldom")
    lesson = seldom.teach()
    losses = [loss for _, loss in undisturbed.losses]
    monkeypatch.setattr(train, "SECONDS_BETWEEN_REPORTS", 1e9)  # so at samples and at the end only
    at_step(monkeypatch, {5: lambda: seldom.store.jobs.ask(OWNER, lesson.id, JobCommand.PAUSE)})
    seldom.work()
    assert seldom.job(lesson).step == 5
    seldom.store.jobs.resume(OWNER, lesson.id)
    seldom.work()
    expected = [(3, sum(losses[:3]) / 3), (5, sum(losses[3:5]) / 2), (6, losses[5])]
    told = seldom.store.jobs.losses(OWNER, lesson.id)
    assert [step for step, _ in told] == [step for step, _ in expected]
    assert [loss for _, loss in told] == pytest.approx([loss for _, loss in expected])


@pytest.mark.slow(quick_sibling="test_between_two_reports_no_step_is_lost_neither_its_loss_nor_where_it_pauses")
def test_a_pause_during_a_sample_makes_that_sample_when_the_lesson_goes_on(
    build: Build,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = build("data")
    lesson = house.teach()
    make = samples.generate.picture

    def pause(*arguments: Any) -> Any:
        house.store.jobs.ask(OWNER, lesson.id, JobCommand.PAUSE)
        return make(*arguments)

    with monkeypatch.context() as patched:
        patched.setattr(samples.generate, "picture", pause)
        house.work()
    assert (house.job(lesson).state, house.job(lesson).step) == (JobState.PAUSED, 3)
    assert house.store.checkpoints.of(OWNER, lesson.id) == []
    house.store.jobs.resume(OWNER, lesson.id)
    house.work()
    assert [one.step for one in house.store.checkpoints.of(OWNER, lesson.id)] == [3, 6]


def test_a_picture_job_is_paused_too_and_makes_the_rest_later(
    build: Build,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = build("data")
    job = house.create(count=2)
    add = house.store.pictures.add

    def pause_after(picture: Any) -> Any:
        house.store.jobs.ask(OWNER, job.id, JobCommand.PAUSE)
        return add(picture)

    with monkeypatch.context() as patched:
        patched.setattr(house.store.pictures, "add", pause_after)
        house.work()
    assert house.job(job).state is JobState.PAUSED
    first = house.store.pictures.list(OWNER)
    house.store.jobs.resume(OWNER, job.id)
    house.work()
    assert house.job(job).state is JobState.DONE
    assert len(first) == 1 and first[0] in house.store.pictures.list(OWNER)


def test_a_lesson_ended_early_is_the_lora_of_that_step_and_its_files_say_the_real_number_of_steps(
    build: Build,
    undisturbed: Undisturbed,
    monkeypatch: pytest.MonkeyPatch,
    loaded: SdxlShaped,
) -> None:
    early = build("early")
    lesson = early.teach()
    before = state_of(loaded.model)
    steps = at_step(monkeypatch, {3: lambda: early.store.jobs.ask(OWNER, lesson.id, JobCommand.FINISH)})
    early.work()

    done = early.job(lesson)
    assert (done.state, done.error_message, done.step, done.steps) == (JobState.DONE, None, 3, 3)
    assert steps == [0, 1, 2, 3]
    assert same_weights(loaded.model, before)
    ready = early.store.subjects.get(OWNER, "Dumpling")
    assert (ready.state, ready.steps) == ("ready", 3)
    files = [lora_files.read(early.store.files.path(file)) for file in ready.lora_files.values()]
    kohya = files[0].metadata
    assert (kohya["ss_steps"], kohya["ss_max_train_steps"]) == ("3", str(STEPS))
    (last,) = early.store.checkpoints.of(OWNER, lesson.id)
    assert (last.step, last.lora_files, len(last.sample_files)) == (3, ready.lora_files, 2)
    assert not early.store.files.checkpoint_folder(lesson.id).exists()

    kept = early.store.files.root / "kept.safetensors"
    kept.write_bytes(undisturbed.loras_at[3])
    same = lora_files.read(kept)
    assert all(torch.equal(same.tensors[key], files[0].tensors[key]) for key in files[0].tensors)


def test_a_paused_lesson_is_finished_where_it_stands_without_another_step(
    build: Build,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = build("data")
    lesson = house.teach()
    steps = at_step(monkeypatch, {2: lambda: house.store.jobs.ask(OWNER, lesson.id, JobCommand.PAUSE)})
    house.work()
    house.store.jobs.ask(OWNER, lesson.id, JobCommand.FINISH)
    house.work()
    assert steps == [0, 1, 2, 2]
    assert house.job(lesson).state is JobState.DONE
    assert (
        house.store.subjects.get(OWNER, "Dumpling").steps,
        len(house.store.subjects.get(OWNER, "Dumpling").sample_files),
    ) == (
        2,
        2,
    )


def test_an_earlier_step_is_chosen_drawn_with_and_taken_back(
    build: Build,
    loaded: SdxlShaped,
) -> None:
    house = build("data")
    lesson = house.teach(sample_every_steps=1)
    house.work()
    studio = studio_over(house.store)
    found = studio.checkpoints.of(OWNER, "Dumpling")
    assert [one.step for one in found] == [1, 2, 3, 4, 5, 6]
    kept = [one for one in found if one.lora_files]
    assert len(kept) == samples.MOST_KEPT + 1 and kept[-1].step == STEPS
    for one in kept:
        paths = [house.store.files.path(file) for file in one.lora_files.values()]
        assert sum(path.stat().st_size for path in paths) == one.bytes
        assert all(lora_files.match(lora_files.read(path), loaded.model, "Pocket").matched_keys > 400 for path in paths)
    folders = sorted(path.name for path in house.store.files.lora_folder(OWNER, "dumpling").glob("step_*"))
    assert folders == [f"step_{one.step:05d}" for one in kept[:-1]]

    last = house.store.subjects.get(OWNER, "Dumpling")
    earlier = studio.checkpoints.choose(OWNER, "dumpling", kept[0].step)
    assert (earlier.steps, earlier.lora_files) == (kept[0].step, kept[0].lora_files)
    assert Path(earlier.lora_files["kohya"]).name == "dumpling.safetensors", (
        "prompts of other programs name it the same"
    )
    assert (
        studio.subjects.file(OWNER, "Dumpling").read_bytes()
        != house.store.files.path(last.lora_files["kohya"]).read_bytes()
    )
    assert lora_files.read(studio.subjects.file(OWNER, "Dumpling")).metadata["ss_steps"] == str(kept[0].step)

    with pytest.raises(StudioError, match=r"Step 77 of Dumpling is not kept; choose one of these steps: \d"):
        studio.checkpoints.choose(OWNER, "Dumpling", 77)
    house.store.files.path(kept[1].lora_files["diffusers"]).unlink()
    with pytest.raises(StudioError, match="are gone; choose another step"):
        studio.checkpoints.choose(OWNER, "Dumpling", kept[1].step)
    assert studio.subjects.get(OWNER, "Dumpling") == earlier, "refused: nothing changed"
    assert studio.checkpoints.choose(OWNER, "Dumpling", STEPS) == last

    studio.subjects.delete(OWNER, "Dumpling")
    assert not house.store.files.lora_folder(OWNER, "dumpling").exists()
    assert house.store.checkpoints.of(OWNER, lesson.id) == []


def test_a_cancelled_lessons_samples_go_with_its_subject(
    build: Build,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = build("data")
    lesson = house.teach()
    at_step(monkeypatch, {4: lambda: house.store.jobs.ask(OWNER, lesson.id, JobCommand.CANCEL)})
    house.work()
    folder = house.store.files.lora_folder(OWNER, "dumpling")
    assert folder.exists()
    studio_over(house.store).subjects.delete(OWNER, "Dumpling")
    assert not folder.exists()


def test_the_files_of_a_kept_step_hold_half_precision(build: Build) -> None:
    house = build("data")
    lesson = house.teach(steps=2, sample_every_steps=1)
    house.work()
    kept = house.store.checkpoints.of(OWNER, lesson.id)[0]
    content = house.store.files.path(kept.lora_files["kohya"]).read_bytes()
    header = content[8 : 8 + struct.unpack("<Q", content[:8])[0]]
    assert header.count(b'"F16"') > 400
