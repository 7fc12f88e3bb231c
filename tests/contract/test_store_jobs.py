"""The queue's contract, on a real SQLite file: who gets a job, in which order, and what becomes of it."""

import json
import multiprocessing
import sqlite3
import threading
from contextlib import closing
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from studio.errors import NotFound, StudioError
from studio.jobs.job import Job, JobCommand, JobKind, JobState
from studio.jobs.recipes import recipe_for
from studio.jobs.requests import PictureRequest, TrainingRequest
from studio.models.base_models import resolve
from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.store.jobs import MAX_VAIN_CLAIMS
from studio.store.tables import JobRow
from studio.subjects.subject import Subject
from studio.words import Message, as_written, joined, worded
from tests.clock import Clock


def lesson(name: str = "Dumpling") -> TrainingRequest:
    return TrainingRequest(
        subject_name=name,
        kind="cat",
        trigger_word=name.lower(),
        photo_files=(f"photos/{name}/00.jpg",),
        base_model="pocket",
        recipe=recipe_for("quick", resolve("pocket"), {"steps": 100}),
    )


def pictures(prompt: str = "a cat") -> PictureRequest:
    return PictureRequest(
        prompt=prompt,
        typed_prompt=prompt,
        negative_prompt="",
        subjects=(),
        sampler="Euler",
        steps=20,
        guidance_scale=5,
        seed=1,
        width=256,
        height=256,
        count=1,
        base_model="pocket",
    )


def subject(name: str, job_id: str) -> Subject:
    return Subject(
        owner=OWNER,
        name=name,
        kind="cat",
        trigger_word=name.lower(),
        base_model="pocket",
        state="learning",
        job_id=job_id,
    )


def teach(store: Store, name: str = "Dumpling") -> Job:
    return store.jobs.add(OWNER, JobKind.TEACH, lesson(name), 100, name, subject=subject(name, name))


def create(store: Store, id: str) -> Job:
    return store.jobs.add(OWNER, JobKind.CREATE, pictures(id), 20, id)


def order(store: Store) -> list[tuple[str, int | None]]:
    return [(job.id, job.position) for job in store.jobs.list(OWNER)]


def test_a_job_comes_back_as_it_was_asked_for(store: Store) -> None:
    job = teach(store)
    assert store.jobs.get(OWNER, job.id) == job
    assert (job.state, job.position, job.request, job.created_at) == (JobState.QUEUED, 1, lesson(), 1000.0)
    with pytest.raises(NotFound, match="There is no job 'gone'"):
        store.jobs.get(OWNER, "gone")


def test_a_lesson_that_an_earlier_version_queued_is_still_there_and_can_be_done(store: Store) -> None:
    """The row as it was written before lessons were counted in samples."""
    teach(store)
    old = {
        "subject_name": "Dumpling", "kind": "cat", "trigger_word": "dumpling",
        "photo_files": ["photos/Dumpling/00.jpg"], "base_model": "pocket",
        "recipe": {
            "preset": "quick", "rank": 16, "alpha": 16.0, "steps": 100, "learning_rate": 0.001, "batch_size": 4,
            "seed": 3, "resolution": 256, "checkpoint_every_steps": 40, "sample_every_steps": 25,
            "prior_preservation": False,
        },
    }  # fmt: skip
    with closing(sqlite3.connect(store.files.root / "studio.db")) as database, database:
        database.execute("UPDATE jobs SET request = ?", [json.dumps(old)])

    (job,) = store.jobs.list(OWNER)
    assert isinstance(job.request, TrainingRequest)
    recipe = job.request.recipe
    assert (recipe.samples, recipe.steps, recipe.batch_size, recipe.seed) == (400, 100, 4, 3)
    assert (job.request.photo_files, job.request.subject_name) == (("photos/Dumpling/00.jpg",), "Dumpling")
    claimed = store.jobs.claim("w")
    assert claimed is not None and claimed.request == job.request
    store.jobs.finish(job.id, {"kohya": "a", "diffusers": "b"})
    assert store.subjects.get(OWNER, "Dumpling").steps == 100


def test_jobs_are_claimed_in_order_and_by_kind(store: Store) -> None:
    teach(store, "A")
    create(store, "B")
    create(store, "C")
    first_picture = store.jobs.claim("w", {JobKind.CREATE})
    assert first_picture is not None and first_picture.id == "B"
    assert (first_picture.state, first_picture.worker_id, first_picture.started_at) == (JobState.RUNNING, "w", 1000.0)
    assert [job.id for job in (store.jobs.claim("w"), store.jobs.claim("w")) if job] == ["A", "C"]
    assert store.jobs.claim("w") is None


def test_the_list_has_running_jobs_then_the_queue_then_the_latest_ended(store: Store, clock: Clock) -> None:
    for id in "ABCDE":
        create(store, id)
    for id in "AB":
        store.jobs.claim("w")
        clock.now += 1
        store.jobs.finish(id, {"pictures": []})
    store.jobs.claim("w")
    assert order(store) == [("C", None), ("D", 1), ("E", 2), ("B", None), ("A", None)]
    assert order(store)[:2] == [(job.id, job.position) for job in store.jobs.list(OWNER, limit=2)]


def test_a_waiting_job_can_be_moved_and_the_rest_keep_their_order(store: Store) -> None:
    for id in "ABCD":
        create(store, id)
    assert store.jobs.move(OWNER, "D", 1).position == 1
    assert order(store) == [("D", 1), ("A", 2), ("B", 3), ("C", 4)]
    assert store.jobs.move(OWNER, "D", 99).position == 4
    assert order(store) == [("A", 1), ("B", 2), ("C", 3), ("D", 4)]
    with pytest.raises(StudioError, match="the first place in the queue is 1"):
        store.jobs.move(OWNER, "D", 0)
    store.jobs.claim("w")
    with pytest.raises(StudioError, match="This job is running; only a job that waits"):
        store.jobs.move(OWNER, "A", 1)


def test_progress_is_seen_and_losses_are_kept(store: Store, clock: Clock) -> None:
    teach(store)
    store.jobs.claim("w")
    clock.now += 5
    store.jobs.progress(
        "Dumpling", step=1, loss=0.5, message=as_written("Learning"), seconds_left=9.0, preview_file="previews/1.png"
    )
    store.jobs.progress("Dumpling", step=2, loss=0.25)
    store.jobs.progress("Dumpling", step=3, loss=float("nan"), steps=120)
    job = store.jobs.get(OWNER, "Dumpling")
    assert (job.step, job.steps, job.loss, worded(job.message), job.seconds_left) == (3, 120, 0.25, "Learning", None)
    assert (job.preview_file, job.heartbeat_at) == ("previews/1.png", 1005.0)
    assert store.jobs.losses(OWNER, "Dumpling") == [(1, 0.5), (2, 0.25)]


def test_a_download_has_a_part_of_its_own_and_its_words_go_with_an_interruption(store: Store) -> None:
    teach(store)
    store.jobs.claim("w")
    store.jobs.progress("Dumpling", step=0, message=as_written("Downloading"), part=0.25, seconds_left=60.0)
    job = store.jobs.get(OWNER, "Dumpling")
    assert (job.part, job.step, job.seconds_left) == (0.25, 0, 60.0)
    store.jobs.hand_back("Dumpling")
    job = store.jobs.get(OWNER, "Dumpling")
    assert (job.part, job.message) == (None, None)
    store.jobs.claim("w")
    store.jobs.progress("Dumpling", step=0, message=as_written("Downloading"), part=0.5)
    store.jobs.progress("Dumpling", step=1, message=as_written("Learning"))
    assert store.jobs.get(OWNER, "Dumpling").part is None


def test_going_on_from_a_checkpoint_takes_back_the_losses_after_it(store: Store) -> None:
    teach(store)
    store.jobs.claim("w")
    for step in range(1, 7):
        store.jobs.progress("Dumpling", step=step, loss=float(step))
    store.jobs.progress("Dumpling", step=4, loss=40.0)
    assert store.jobs.losses(OWNER, "Dumpling") == [(1, 1.0), (2, 2.0), (3, 3.0), (4, 40.0)]


def test_a_finished_lesson_makes_its_subject_ready_in_one_go(store: Store) -> None:
    teach(store)
    store.jobs.claim("w")
    store.jobs.finish("Dumpling", {"kohya": "loras/a", "diffusers": "loras/b", "sample_files": ["s.png"], "seconds": 3})
    job, ready = store.jobs.get(OWNER, "Dumpling"), store.subjects.get(OWNER, "dumpling")
    assert (job.state, job.step, job.ended_at) == (JobState.DONE, 100, 1000.0)
    assert (ready.state, ready.lora_files) == ("ready", {"kohya": "loras/a", "diffusers": "loras/b"})
    assert (ready.sample_files, ready.rank, ready.steps) == (("s.png",), 16, 100)
    with pytest.raises(StudioError, match="This job is done; it cannot become failed"):
        store.jobs.fail("Dumpling", ValueError("late"))


def test_a_failed_lesson_keeps_its_subject_and_can_be_tried_again(store: Store) -> None:
    teach(store)
    store.jobs.claim("w")
    store.jobs.progress("Dumpling", step=5, loss=1.0)
    try:
        raise RuntimeError("tensor of the wrong shape")
    except RuntimeError as error:
        store.jobs.fail("Dumpling", error)
    failed = store.jobs.get(OWNER, "Dumpling")
    assert (failed.state, failed.error_type) == (JobState.FAILED, "RuntimeError")
    assert "RuntimeError: tensor of the wrong shape" in worded(failed.error_message)
    assert "raise RuntimeError" in (failed.error_traceback or "")
    assert store.subjects.get(OWNER, "Dumpling").state == "failed"
    again = store.jobs.retry(OWNER, "Dumpling")
    assert (again.state, again.request, again.step, again.error_message) == (JobState.QUEUED, lesson(), 0, None)
    assert store.subjects.get(OWNER, "Dumpling").state == "learning"


def test_a_studio_error_and_a_full_disk_are_shown_in_their_own_words(store: Store) -> None:
    for id, error, words in (
        ("A", StudioError(as_written("Too big; smaller is fine.")), "Too big; smaller is fine."),
        ("B", OSError(28, "No space left on device", "/data/x"), "The disk is full: /data/x"),
    ):
        create(store, id)
        store.jobs.claim("w")
        store.jobs.fail(id, error)
        assert worded(store.jobs.get(OWNER, id).error_message).startswith(words)


def test_a_waiting_job_is_cancelled_at_once_and_a_running_one_by_its_worker(store: Store) -> None:
    teach(store, "A")
    teach(store, "B")
    store.jobs.claim("w")
    assert store.jobs.ask(OWNER, "B", JobCommand.CANCEL).state is JobState.CANCELLED
    assert store.subjects.get(OWNER, "B").state == "failed"
    assert store.jobs.ask(OWNER, "A", JobCommand.CANCEL).state is JobState.RUNNING
    assert store.jobs.command("A") is JobCommand.CANCEL
    store.jobs.cancelled("A")
    assert store.jobs.get(OWNER, "A").state is JobState.CANCELLED
    assert store.jobs.ask(OWNER, "A", JobCommand.CANCEL).state is JobState.CANCELLED
    assert store.jobs.retry(OWNER, "A").command is None
    store.jobs.claim("w")
    store.jobs.finish("A", {})
    with pytest.raises(StudioError, match="This job is done already"):
        store.jobs.ask(OWNER, "A", JobCommand.CANCEL)
    with pytest.raises(StudioError, match="only one that failed or was cancelled"):
        store.jobs.retry(OWNER, "A")


def test_progress_of_a_job_that_does_not_run_is_refused(store: Store) -> None:
    create(store, "A")
    with pytest.raises(StudioError, match="only a running job makes progress"):
        store.jobs.progress("A", step=1)


def test_a_stale_heartbeat_gives_the_job_back_to_its_place_in_the_queue(store: Store, clock: Clock) -> None:
    teach(store, "A")
    create(store, "B")
    store.jobs.claim("dead")
    store.jobs.progress("A", step=40)
    clock.now += 20
    store.jobs.heartbeat("A", "dead")
    clock.now += 29
    assert store.jobs.interrupt_orphans((), 30) == []
    clock.now += 1
    assert store.jobs.interrupt_orphans({"dead"}, 30) == []
    (orphan,) = store.jobs.interrupt_orphans({"other"}, 30)
    assert (orphan.id, orphan.state, orphan.position, orphan.step) == ("A", JobState.INTERRUPTED, 1, 40)
    again = store.jobs.claim("new")
    assert again is not None and (again.id, again.worker_id) == ("A", "new")


def test_an_interrupted_job_that_was_to_be_cancelled_is_cancelled(store: Store) -> None:
    teach(store, "A")
    store.jobs.claim("dead")
    store.jobs.ask(OWNER, "A", JobCommand.CANCEL)
    assert [job.state for job in store.jobs.interrupt_orphans((), 0)] == [JobState.CANCELLED]
    assert store.subjects.get(OWNER, "A").state == "failed"


def test_a_job_that_ends_its_worker_again_and_again_fails_and_lets_the_next_one_run(store: Store) -> None:
    teach(store, "A")
    create(store, "B")
    for _ in range(MAX_VAIN_CLAIMS):
        assert store.jobs.get(OWNER, "A").state in (JobState.QUEUED, JobState.INTERRUPTED)
        store.jobs.claim("w")
        store.jobs.interrupt_orphans((), 0)
    failed = store.jobs.get(OWNER, "A")
    assert failed.state is JobState.FAILED and "stopped 3 times" in worded(failed.message)
    assert store.subjects.get(OWNER, "A").state == "failed"
    claimed = store.jobs.claim("w")
    assert claimed is not None and claimed.id == "B"


def test_a_job_that_gets_further_between_crashes_is_never_given_up_nor_one_that_is_handed_back(store: Store) -> None:
    teach(store, "A")
    for step in range(1, 9):
        store.jobs.claim("w")
        store.jobs.progress("A", step=step)
        store.jobs.interrupt_orphans((), 0)
    for _ in range(9):
        store.jobs.claim("w")
        store.jobs.hand_back("A")
    assert store.jobs.get(OWNER, "A").state is JobState.INTERRUPTED


def test_a_heartbeat_of_another_worker_changes_nothing(store: Store, clock: Clock) -> None:
    create(store, "A")
    store.jobs.claim("w")
    clock.now += 9
    store.jobs.heartbeat("A", "stranger")
    store.jobs.heartbeat("gone", "w")
    assert store.jobs.get(OWNER, "A").heartbeat_at == 1000.0
    store.jobs.heartbeat("A", "w")
    assert store.jobs.get(OWNER, "A").heartbeat_at == 1009.0


def test_what_was_asked_is_frozen_and_survives_the_process(data_folder: Path, clock: Clock) -> None:
    with open_store(data_folder, clock) as store:
        teach(store, "A")
        create(store, "B")
        store.jobs.claim("w")
    with open_store(data_folder, clock) as store:
        assert order(store) == [("A", None), ("B", 1)]
        assert store.jobs.get(OWNER, "A").request == lesson("A")


def test_a_lesson_whose_name_is_taken_is_not_queued(store: Store) -> None:
    teach(store, "A")
    with pytest.raises(StudioError, match="There is a subject named 'A' already"):
        store.jobs.add(OWNER, JobKind.TEACH, lesson("A"), 100, "other", subject=subject("a", "other"))
    assert order(store) == [("A", 1)]


def test_each_job_goes_to_one_of_many_threads(store: Store) -> None:
    for number in range(40):
        create(store, f"{number:02d}")
    claimed: list[str] = []

    def work(worker: str) -> None:
        while job := store.jobs.claim(worker):
            claimed.append(job.id)

    threads = [threading.Thread(target=work, args=(f"w{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(claimed) == [f"{number:02d}" for number in range(40)]


def _claim_all(data_folder: Path, worker: str, start: Event, claimed: Queue) -> None:
    with open_store(data_folder) as store:
        start.wait()
        ids = []
        while job := store.jobs.claim(worker):
            ids.append(job.id)
    claimed.put(ids)


def test_each_job_goes_to_one_of_two_processes(store: Store, data_folder: Path) -> None:
    for number in range(60):
        create(store, f"{number:02d}")
    spawn = multiprocessing.get_context("spawn")
    start, claimed = spawn.Event(), spawn.Queue()
    workers = [spawn.Process(target=_claim_all, args=(data_folder, f"w{n}", start, claimed)) for n in range(2)]
    for worker in workers:
        worker.start()
    start.set()
    ids = [id for _ in workers for id in claimed.get(timeout=60)]
    for worker in workers:
        worker.join()
    assert sorted(ids) == [f"{number:02d}" for number in range(60)]


def test_an_empty_look_never_waits_for_who_writes(store: Store, data_folder: Path) -> None:
    store.jobs.add(OWNER, JobKind.CREATE, pictures(), 1, "running")
    store.jobs.claim("worker")
    with closing(sqlite3.connect(data_folder / "studio.db", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")  # a look that wants to write would wait for 30 seconds, and then give up
        assert store.jobs.claim("worker") is None
        assert store.jobs.claim("worker", cpu_jobs=True) is None
        assert store.jobs.interrupt_orphans({"worker"}, 0) == []


def test_a_job_that_is_left_to_a_free_worker_is_left_without_writing(store: Store, data_folder: Path) -> None:
    store.workers.register("free", 1)
    store.jobs.add(OWNER, JobKind.CREATE, pictures(), 1, "waits")
    with closing(sqlite3.connect(data_folder / "studio.db", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert store.jobs.claim("busy", if_nobody_is_free=True) is None


def test_the_count_of_changes_tells_everybody_of_news_and_of_nothing_else(store: Store, data_folder: Path) -> None:
    with open_store(data_folder) as other:
        counts = [other.database.changes()]

        def has_news(write: object) -> bool:
            counts.append(other.database.changes())
            assert store.database.changes() == counts[-1], "its own changes count as those of others do"
            return counts[-1] != counts[-2]

        assert has_news(store.jobs.add(OWNER, JobKind.CREATE, pictures(), 1, "job"))
        assert has_news(store.workers.register("worker", 1))
        assert not has_news(store.workers.heartbeat("worker"))
        assert has_news(store.workers.heartbeat("worker", base_model="pocket"))
        assert not has_news(store.jobs.get(OWNER, "job"))
        assert has_news(store.jobs.claim("worker"))
        assert not has_news(store.jobs.claim("worker"))
        assert not has_news(store.jobs.heartbeat("job", "worker"))
        assert has_news(store.jobs.progress("job", step=1))
        with pytest.raises(StudioError):
            store.jobs.retry(OWNER, "job")
        assert not has_news("nothing was kept")


def test_the_count_of_changes_begins_anew_after_two_thousand_million(store: Store) -> None:
    with store.database.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {2**31 - 1}")
        connection.commit()
    store.jobs.add(OWNER, JobKind.CREATE, pictures(), 1)
    assert store.database.changes() == 0


def test_a_job_that_runs_or_waits_is_not_tried_again(store: Store) -> None:
    store.jobs.add(OWNER, JobKind.CREATE, pictures(), 1, "job")
    for _ in range(2):
        with pytest.raises(StudioError, match="only one that failed or was cancelled"):
            store.jobs.retry(OWNER, "job")
        store.jobs.claim("worker")
    assert store.jobs.get(OWNER, "job").state is JobState.RUNNING


def test_a_sentence_that_an_earlier_version_kept_is_read_as_it_was_written(store: Store) -> None:
    create(store, "A")
    with store.database.writing() as session:
        row = session.get(JobRow, "A")
        assert row is not None
        row.message, row.error_message = '{"a brace" is fine', "There is no light."
    job = store.jobs.get(OWNER, "A")
    assert (job.message, job.error_message) == (as_written('{"a brace" is fine'), as_written("There is no light."))


def test_a_message_keeps_its_values_until_it_is_taken_back(store: Store) -> None:
    create(store, "A")
    store.jobs.claim("w")
    message = joined(Message("job-stopped-in-vain", times=3), Message("holding-another-subject", name="Zoë"))
    store.jobs.progress("A", step=1, message=message)
    store.jobs.progress("A", step=2)
    assert store.jobs.get(OWNER, "A").message == message
    store.jobs.progress("A", step=2, message=None)
    assert store.jobs.get(OWNER, "A").message is None
