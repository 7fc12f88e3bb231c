"""The worker as a process: killed, asked to end, left alone; what it was doing goes on each time."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from studio.jobs.job import Job, JobKind, JobState
from studio.jobs.requests import TrainingRequest
from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.subjects.subject import Subject
from tests.engine import recipe
from tests.integration.house import WAIT_SECONDS, until

ROOT = Path(__file__).resolve().parent.parent.parent
STEPS = 24

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send to a process")


def command(store: Store) -> list[str]:
    return [sys.executable, "-m", "worker", "--data-folder", str(store.files.root), "--device", "cpu"]


@contextmanager
def working(store: Store) -> Iterator[subprocess.Popen[bytes]]:
    """A worker for the block; its words go to worker.log."""
    env = os.environ | {"OMP_NUM_THREADS": "1"}
    with store.files.worker_log.open("ab") as log:
        process = subprocess.Popen(command(store), stdout=log, stderr=subprocess.STDOUT, cwd=ROOT, env=env)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "data") as store:
        yield store


@pytest.fixture
def lesson(store: Store, kept_photos: Sequence[Path], pocket_folder: Path) -> Job:
    """A lesson that waits."""
    files = tuple(
        store.files.relative(store.files.write_whole(f"photos/a/{photo.name}", photo.read_bytes()))
        for photo in kept_photos[:2]
    )
    request = TrainingRequest(
        subject_name="Dumpling",
        kind="cat",
        trigger_word="dumpling",
        photo_files=files,
        base_model=str(pocket_folder),
        recipe=recipe(steps=STEPS, checkpoint_every_steps=3, sample_every_steps=STEPS, batch_size=1),
    )
    subject = Subject(
        owner=OWNER,
        name="Dumpling",
        kind="cat",
        trigger_word="dumpling",
        base_model=str(pocket_folder),
        state="learning",
        photo_files=files,
        job_id="lesson1",
    )
    return store.jobs.add(OWNER, JobKind.TEACH, request, STEPS, "lesson1", subject=subject)


@pytest.mark.slow(
    quick_sibling="tests/integration/test_worker.py::"
    "test_a_worker_asked_to_stop_hands_the_lesson_back_and_another_goes_on_to_the_same_file"
)
def test_a_killed_worker_and_one_asked_to_end_leave_a_lesson_that_the_next_one_ends(store: Store, lesson: Job) -> None:
    with working(store) as worker:
        until(store, lambda: store.jobs.get(OWNER, lesson.id).step >= 5)
        worker.kill()  # kill -9
        worker.wait()
    killed = store.jobs.get(OWNER, lesson.id)

    with working(store) as worker:
        until(store, lambda: store.jobs.get(OWNER, lesson.id).step >= killed.step + 3)
        worker.send_signal(signal.SIGTERM)
        code = worker.wait(timeout=WAIT_SECONDS)
    asked = store.jobs.get(OWNER, lesson.id)

    with working(store):
        until(store, lambda: store.jobs.get(OWNER, lesson.id).state in (JobState.DONE, JobState.FAILED))
    done = store.jobs.get(OWNER, lesson.id)

    assert killed.state is JobState.RUNNING, "nobody could say anything"
    assert (code, asked.state) == (0, JobState.INTERRUPTED)
    assert (done.state, done.error_message) == (JobState.DONE, None)
    losses = [step for step, _ in store.jobs.losses(OWNER, lesson.id)]
    assert losses == sorted(set(losses)) and losses[-1] == STEPS
    log = store.files.worker_log.read_text()
    assert log.count("goes on from step") == 2, log
    assert store.workers.latest() is not None


@pytest.mark.slow(
    quick_sibling="tests/unit/studio/engines/test_local.py::test_two_pages_on_one_data_folder_have_one_worker_and_the_second_page_adopts_it"
)
def test_a_second_worker_of_the_same_folder_ends_by_itself(store: Store) -> None:
    with working(store) as first:
        until(store, lambda: store.workers.latest() is not None)
        with working(store) as second:
            assert second.wait(timeout=WAIT_SECONDS) == 0
        assert first.poll() is None
    assert "Another worker is at work" in store.files.worker_log.read_text()


@pytest.mark.slow(
    quick_sibling="tests/unit/studio/engines/test_local.py::"
    "test_a_worker_whose_page_was_killed_is_adopted_with_its_job_and_ended_by_the_new_page"
)
def test_a_worker_whose_parent_is_gone_does_what_waits_and_then_ends(store: Store, lesson: Job) -> None:
    start = f"import subprocess, time; subprocess.Popen({command(store)!r}, cwd={str(ROOT)!r}); time.sleep(600)"
    env = os.environ | {"OMP_NUM_THREADS": "1"}
    with store.files.worker_log.open("ab") as log:
        parent = subprocess.Popen([sys.executable, "-c", start], stdout=log, stderr=subprocess.STDOUT, env=env)
    until(store, lambda: store.workers.latest() is not None)

    parent.kill()
    parent.wait()

    until(store, lambda: store.jobs.get(OWNER, lesson.id).state is JobState.DONE)
    lock = store.files.worker_lock()
    until(store, lock.try_acquire)
    lock.release()
