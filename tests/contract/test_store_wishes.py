"""What a person wishes of a job while it waits or runs, several workers, and the curve and checkpoints of lessons."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

from studio.errors import StudioError
from studio.jobs.job import JobCommand, JobKind, JobState
from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.store.database import MIGRATIONS, Database
from studio.store.losses import MOST_POINTS, thinned
from studio.subjects.subject import Checkpoint
from studio.words import as_written
from tests.clock import Clock
from tests.contract.test_store_jobs import create, order, teach
from tests.hub_requests import hub_import_request, publish_request

# Pause, go on, finish -----------------------------------------------------------------------------------------------


def test_a_waiting_job_is_paused_at_once_and_gets_its_place_back(store: Store) -> None:
    for id in "ABC":
        create(store, id)
    assert store.jobs.ask(OWNER, "A", JobCommand.PAUSE).state is JobState.PAUSED
    claimed = store.jobs.claim("w")
    assert claimed is not None and claimed.id == "B"
    assert store.jobs.ask(OWNER, "A", JobCommand.PAUSE).state is JobState.PAUSED
    assert store.jobs.resume(OWNER, "A").position == 1
    assert order(store) == [("B", None), ("A", 1), ("C", 2)]
    with pytest.raises(StudioError, match="This job is queued; only a paused one can be resumed"):
        store.jobs.resume(OWNER, "A")


def test_a_running_lesson_is_paused_by_its_worker_and_keeps_its_step(store: Store) -> None:
    teach(store, "A")
    store.jobs.claim("w")
    store.jobs.progress("A", step=40, seconds_left=9.0)
    asked = store.jobs.ask(OWNER, "A", JobCommand.PAUSE)
    assert (asked.state, asked.command, store.jobs.command("A")) == (
        JobState.RUNNING,
        JobCommand.PAUSE,
        JobCommand.PAUSE,
    )
    store.jobs.hand_back("A")
    paused = store.jobs.get(OWNER, "A")
    assert (paused.state, paused.step, paused.command, paused.seconds_left) == (JobState.PAUSED, 40, None, None)
    assert store.subjects.get(OWNER, "A").state == "learning"
    assert store.jobs.claim("w") is None
    store.jobs.resume(OWNER, "A")
    again = store.jobs.claim("w2")
    assert again is not None and (again.id, again.step) == ("A", 40)


def test_a_pause_that_the_worker_has_not_heard_of_yet_can_be_taken_back(store: Store) -> None:
    teach(store, "A")
    store.jobs.claim("w")
    store.jobs.ask(OWNER, "A", JobCommand.PAUSE)
    assert store.jobs.resume(OWNER, "A").state is JobState.RUNNING
    assert store.jobs.command("A") is None
    store.jobs.hand_back("A")  # the worker had heard of it after all
    assert store.jobs.get(OWNER, "A").state is JobState.INTERRUPTED, "it goes on by itself"


def test_a_paused_lesson_stays_paused_through_a_crash_and_a_restart(store: Store, data_folder: Path) -> None:
    teach(store, "A")
    teach(store, "B")
    store.jobs.claim("w")
    store.jobs.progress("A", step=7)
    store.jobs.ask(OWNER, "A", JobCommand.PAUSE)
    store.jobs.ask(OWNER, "B", JobCommand.PAUSE)
    assert [job.state for job in store.jobs.interrupt_orphans((), 0)] == [JobState.PAUSED]
    with open_store(data_folder) as later:
        assert [(job.id, job.state, job.step) for job in later.jobs.list(OWNER)] == [
            ("A", "paused", 7),
            ("B", "paused", 0),
        ]
        assert later.jobs.claim("w") is None


def test_a_lesson_is_finished_early_only_where_there_is_something_to_keep(store: Store) -> None:
    teach(store, "A")
    create(store, "B")
    with pytest.raises(StudioError, match="has not taken a step yet"):
        store.jobs.ask(OWNER, "A", JobCommand.FINISH)
    with pytest.raises(StudioError, match="Only a lesson can be finished early"):
        store.jobs.ask(OWNER, "B", JobCommand.FINISH)
    store.jobs.claim("w")
    store.jobs.progress("A", step=30)
    assert store.jobs.ask(OWNER, "A", JobCommand.FINISH).command is JobCommand.FINISH
    store.jobs.finish("A", {"kohya": "k", "diffusers": "d", "steps": 30, "bytes": 5, "sample_files": []})
    done = store.jobs.get(OWNER, "A")
    assert (done.state, done.step, done.steps, done.command) == (JobState.DONE, 30, 30, None)
    assert store.subjects.get(OWNER, "A").steps == 30
    with pytest.raises(StudioError, match="This job is done already; only a job that waits or runs can be finished"):
        store.jobs.ask(OWNER, "A", JobCommand.FINISH)


def test_a_paused_lesson_that_is_to_be_finished_goes_to_the_queue_with_that_wish(store: Store) -> None:
    teach(store, "A")
    store.jobs.claim("w")
    store.jobs.progress("A", step=30)
    store.jobs.ask(OWNER, "A", JobCommand.PAUSE)
    store.jobs.hand_back("A")
    assert store.jobs.ask(OWNER, "A", JobCommand.FINISH).state is JobState.QUEUED
    claimed = store.jobs.claim("w")
    assert claimed is not None and claimed.command is JobCommand.FINISH
    assert [job.command for job in store.jobs.interrupt_orphans((), 0)] == [JobCommand.FINISH]


def test_nothing_outdoes_a_cancel(store: Store) -> None:
    teach(store, "A")
    store.jobs.claim("w")
    store.jobs.progress("A", step=3)
    store.jobs.ask(OWNER, "A", JobCommand.CANCEL)
    for asked in (JobCommand.PAUSE, JobCommand.FINISH):
        with pytest.raises(StudioError, match="about to be cancelled"):
            store.jobs.ask(OWNER, "A", asked)
    assert store.jobs.ask(OWNER, "A", JobCommand.CANCEL).command is JobCommand.CANCEL


# Several workers ----------------------------------------------------------------------------------------------------


def test_the_jobs_of_another_slot_are_never_taken(store: Store) -> None:
    create(store, "A")
    create(store, "B")
    store.jobs.claim("w0", slot=0)
    store.jobs.claim("w1", slot=1)
    assert store.jobs.running_slots() == {0, 1}
    assert [job.id for job in store.jobs.interrupt_orphans((), 0, slot=1)] == ["B"]
    assert store.jobs.get(OWNER, "A").state is JobState.RUNNING


def test_a_worker_that_starts_leaves_the_rows_of_other_slots(store: Store) -> None:
    store.workers.register("a", 1, slot=0)
    store.workers.register("b", 2, slot=1)
    store.workers.register("c", 3, slot=0)
    latest = [store.workers.latest(slot) for slot in (0, 1, 2)]
    assert [None if worker is None else (worker.id, worker.slot) for worker in latest] == [("c", 0), ("b", 1), None]


def test_a_picture_between_two_steps_is_left_to_a_worker_that_is_free(store: Store, clock: Clock) -> None:
    teach(store, "A")
    create(store, "B")
    create(store, "C")
    store.workers.register("busy", 1, slot=0)
    store.workers.register("free", 2, slot=1)
    store.jobs.claim("busy")
    pictures = {JobKind.CREATE}
    assert store.jobs.claim("busy", pictures, if_nobody_is_free=True) is None
    taken = store.jobs.claim("free", slot=1)
    assert taken is not None and taken.id == "B"
    both_busy = store.jobs.claim("busy", pictures, if_nobody_is_free=True)
    assert both_busy is not None and both_busy.id == "C"
    create(store, "D")
    store.jobs.finish("B", {"pictures": []})
    clock.now += 60  # the free one was not heard of for a minute
    store.workers.heartbeat("busy")
    alone = store.jobs.claim("busy", pictures, if_nobody_is_free=True)
    assert alone is not None and alone.id == "D"


def test_a_worker_that_only_uploads_something_is_free(store: Store) -> None:
    teach(store, "A")
    store.jobs.add(OWNER, JobKind.PUBLISH, publish_request(), 1)
    create(store, "B")
    store.workers.register("busy", 1, slot=0)
    store.workers.register("uploads", 2, slot=1)
    store.jobs.claim("busy")
    upload = store.jobs.claim("uploads", slot=1, cpu_jobs=True)
    assert upload is not None and upload.kind is JobKind.PUBLISH
    assert store.jobs.claim("busy", {JobKind.CREATE}, if_nobody_is_free=True) is None


def test_a_download_is_a_cpu_job_and_what_follows_waits_for_the_base_model_at_its_old_place(store: Store) -> None:
    job = store.jobs.add(OWNER, JobKind.HUB_IMPORT, hub_import_request(), 2)
    create(store, "B")
    first = store.jobs.claim("w0", cpu_jobs=False)
    assert first is not None and first.id == "B"
    download = store.jobs.claim("w0", cpu_jobs=True)
    assert download is not None and download.id == job.id
    create(store, "C")
    store.jobs.pass_on(job.id, step=1)
    assert (store.jobs.get(OWNER, job.id).state, store.jobs.get(OWNER, job.id).position) == (JobState.QUEUED, 1)
    assert store.jobs.claim("w0", cpu_jobs=True) is None
    rest = store.jobs.claim("w0", cpu_jobs=False)
    assert rest is not None and (rest.id, rest.step) == (job.id, 1)


@pytest.mark.parametrize(
    ("command", "state"), [(JobCommand.CANCEL, JobState.CANCELLED), (JobCommand.PAUSE, JobState.PAUSED)]
)
def test_a_wish_in_the_last_moment_of_a_download_is_heard(store: Store, command: JobCommand, state: JobState) -> None:
    job = store.jobs.add(OWNER, JobKind.HUB_IMPORT, hub_import_request(), 2)
    store.jobs.claim("w0", cpu_jobs=True)
    store.jobs.ask(OWNER, job.id, command)
    store.jobs.pass_on(job.id, step=1)
    assert store.jobs.get(OWNER, job.id).state is state


def test_an_upload_that_failed_is_tried_again_though_it_makes_no_subject(store: Store) -> None:
    job = store.jobs.add(OWNER, JobKind.PUBLISH, publish_request(), 1)
    store.jobs.claim("w0", cpu_jobs=True)
    store.jobs.fail(job.id, StudioError(as_written("Offline.")))
    again = store.jobs.retry(OWNER, job.id)
    assert (again.state, again.request) == (JobState.QUEUED, publish_request())


# The curve and the checkpoints --------------------------------------------------------------------------------------


def test_a_long_curve_is_thinned_and_its_mean_stays_the_mean_of_all_steps(store: Store) -> None:
    teach(store, "A")
    store.jobs.claim("w")
    told = [(step, 1.0 / step) for step in range(1, 3 * MOST_POINTS)]
    for step, loss in told:
        store.jobs.progress("A", step=step, loss=loss)
    kept = store.jobs.losses(OWNER, "A")
    assert MOST_POINTS / 2 <= len(kept) <= MOST_POINTS
    assert kept[-1][0] == told[-1][0]
    before, total = 0, 0.0
    for step, loss in kept:
        total, before = total + loss * (step - before), step
    assert total == pytest.approx(sum(loss for _, loss in told))


def test_thinning_keeps_an_odd_last_point() -> None:
    assert thinned([(2, 1.0), (4, 3.0), (5, 9.0)]) == [(4, 2.0), (5, 9.0)]


def test_the_end_of_a_lesson_is_its_last_checkpoint_and_going_on_forgets_later_ones(store: Store) -> None:
    teach(store, "A")
    store.jobs.claim("w")
    for step in (25, 50, 75):
        files = {"kohya": f"loras/a/step_{step}/a.safetensors"}
        store.checkpoints.keep("A", Checkpoint(step=step, sample_files=(f"{step}.png",), lora_files=files, bytes=step))
    store.checkpoints.forget_after("A", 50)
    first = store.checkpoints.of(OWNER, "A")[0]
    store.checkpoints.keep("A", replace(first, lora_files={}, bytes=0))
    store.jobs.finish("A", {"kohya": "k", "diffusers": "d", "bytes": 9})
    assert store.checkpoints.of(OWNER, "A") == [
        Checkpoint(step=25, sample_files=("25.png",)),
        Checkpoint(step=50, sample_files=("50.png",), lora_files={"kohya": "loras/a/step_50/a.safetensors"}, bytes=50),
        Checkpoint(step=100, sample_files=(), lora_files={"kohya": "k", "diffusers": "d"}, bytes=9),
    ]
    store.subjects.delete(OWNER, "A")
    assert store.checkpoints.of(OWNER, "A") == []


def test_a_database_of_the_first_version_keeps_its_wish_to_cancel(data_folder: Path) -> None:
    database = Database(data_folder / "studio.db")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    with database.writing() as session:
        for id, cancel in (("A", 1), ("B", 0)):
            session.execute(
                text(
                    "INSERT INTO jobs (id, kind, state, place, request, step, steps, message, cancel_requested, "
                    f"claimed_step, vain_claims) VALUES ('{id}', 'import', 'running', 1, "
                    """'{"subject_name": "A", "kind": "cat", "trigger_word": "a", "file": "uploads/a", """
                    f""""base_model": "pocket"}}', 3, 5, '', {cancel}, 0, 0)"""
                )
            )
    database.close()
    with open_store(data_folder) as store:
        assert [(store.jobs.get(OWNER, id).command, store.jobs.get(OWNER, id).step) for id in "AB"] == [
            (JobCommand.CANCEL, 3),
            (None, 3),
        ]
    connection = sqlite3.connect(data_folder / "studio.db")
    assert "cancel_requested" not in [row[1] for row in connection.execute("PRAGMA table_info(jobs)")]
    connection.close()
