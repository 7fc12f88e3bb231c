"""Two real workers of one data folder, on the CPU: two lessons at once, no job taken twice, each minds its own."""

import os
import re
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from studio.engines import local
from studio.engines.places import places
from studio.engines.pool import WorkerPool
from studio.jobs.job import Job, JobKind, JobState
from studio.jobs.requests import ImportRequest, TrainingRequest
from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.subjects.subject import Subject
from tests.engine import recipe
from tests.integration.house import until

STEPS = 60
IMPORT = ImportRequest(subject_name="A", kind="cat", trigger_word="a", file="uploads/a", base_model="pocket")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send to a process")


@pytest.fixture
def store(data_folder: Path) -> Iterator[Store]:
    with open_store(data_folder) as store:
        yield store


@pytest.fixture
def pool(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkerPool]:
    monkeypatch.setattr(local, "FIRST_PAUSE_SECONDS", 0.1)
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    made = WorkerPool.on_this_computer(store.files.root, "cpu", places("cpu", 2))
    yield made
    made.stop()


def teach(store: Store, name: str, photos: Sequence[Path], base_model: Path) -> Job:
    files = tuple(
        store.files.relative(store.files.write_whole(f"photos/{name}/{photo.name}", photo.read_bytes()))
        for photo in photos
    )
    numbers = recipe(steps=STEPS, checkpoint_every_steps=5, sample_every_steps=STEPS, batch_size=1)
    request = TrainingRequest(
        subject_name=name, kind="cat", trigger_word=name, photo_files=files, base_model=str(base_model), recipe=numbers
    )
    subject = Subject(owner=OWNER,
        name=name, kind="cat", trigger_word=name, base_model=str(base_model), state="learning", photo_files=files,
        job_id=name,
    )  # fmt: skip
    return store.jobs.add(OWNER, JobKind.TEACH, request, STEPS, name, subject=subject)


def running(store: Store) -> dict[str, Job]:
    return {job.id: job for job in store.jobs.list(OWNER) if job.state is JobState.RUNNING}


@pytest.mark.slow(quick_sibling="tests/contract/test_store_jobs.py::test_each_job_goes_to_one_of_two_processes")
def test_two_lessons_run_at_once_and_a_killed_worker_takes_only_its_own_along(
    pool: WorkerPool, store: Store, kept_photos: Sequence[Path], pocket_folder: Path
) -> None:
    for name in ("anna", "bert", "carl"):
        teach(store, name, kept_photos, pocket_folder)
    pool.start()
    until(store, lambda: all(job.step > 5 for job in running(store).values()) and len(running(store)) == 2)
    at_work = running(store)
    assert set(at_work) == {"anna", "bert"}, "the queue's order holds for two"
    assert len({job.worker_id for job in at_work.values()}) == 2
    assert store.jobs.get(OWNER, "carl").position == 1

    victim, other = (store.workers.latest(slot) for slot in (1, 0))
    assert victim is not None and other is not None and victim.pid != other.pid
    lost = next(job for job in at_work.values() if job.worker_id == victim.id)
    left = next(job for job in at_work.values() if job.worker_id == other.id)
    os.kill(victim.pid, signal.SIGKILL)
    until(store, lambda: store.jobs.get(OWNER, lost.id).worker_id not in (victim.id, None))
    now = store.jobs.get(OWNER, left.id)
    assert now.worker_id == other.id, "the other worker's lesson was not touched"

    until(store, lambda: all(store.jobs.get(OWNER, id).state is JobState.DONE for id in ("anna", "bert", "carl")))
    log = store.files.worker_log.read_text()
    begun = re.findall(r"Job (\w+) \(teach\) begins", log)
    assert sorted(begun) == sorted(["anna", "bert", "carl", lost.id]), "each once, and the lost one once more"
    assert log.count("goes on from step") == 1
    assert all(store.subjects.get(OWNER, name).state == "ready" for name in ("anna", "bert", "carl"))
    pool.stop()
    assert not pool.alive()
    assert store.workers.latest() is None


def test_fewer_workers_than_before_take_the_jobs_of_those_that_are_gone(store: Store) -> None:
    """Nobody keeps slot 1 any more: the keeper of slot 0 gives its job back to the queue."""
    store.jobs.add(OWNER, JobKind.IMPORT, IMPORT, 1, "stray")
    store.jobs.claim("gone", slot=1)
    sleeper = [sys.executable, "-c", "import time; time.sleep(60)"]
    keeper = local.LocalEngine(store.files.root, sleeper, poll_seconds=0.05, grace_seconds=5)
    keeper.start()
    until(store, lambda: store.jobs.get(OWNER, "stray").state is JobState.INTERRUPTED)
    keeper.stop()


def test_a_job_of_a_worker_that_nobody_keeps_but_that_lives_is_left_alone(store: Store) -> None:
    store.jobs.add(OWNER, JobKind.IMPORT, IMPORT, 1, "stray")
    store.jobs.add(OWNER, JobKind.IMPORT, IMPORT, 1, "orphan")
    store.jobs.claim("alive", slot=1)
    store.jobs.claim("gone", slot=2)
    lock = store.files.worker_lock(1)
    assert lock.try_acquire()
    sleeper = [sys.executable, "-c", "import time; time.sleep(60)"]
    keeper = local.LocalEngine(store.files.root, sleeper, poll_seconds=0.05, grace_seconds=5)
    keeper.start()
    until(store, lambda: store.jobs.get(OWNER, "orphan").state is JobState.INTERRUPTED)
    assert store.jobs.get(OWNER, "stray").state is JobState.RUNNING
    keeper.stop()
    lock.release()
