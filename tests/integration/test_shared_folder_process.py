"""Workers as processes at a shared folder: one is killed, another with an empty folder ends what it was at."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from studio.engines.shared_folder.engine import SharedFolderEngine
from studio.jobs.job import Job, JobKind, JobState
from studio.jobs.requests import TrainingRequest
from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.words import worded
from tests.engine import picture_request, recipe
from tests.hub_requests import publish_request
from tests.integration.house import WAIT_SECONDS, subject, until
from tests.still_studio import StillEngine

ROOT = Path(__file__).resolve().parent.parent.parent
STEPS, CHECKPOINT_EVERY = 24, 3
# The worker as it is, but that it tells of every step, so that two runs tell of the same ones, and takes one step for a
# sample, at which nobody looks.
PROGRAM = (
    "import sys; from worker import samples; from worker.__main__ import main; from worker.jobs import train; "
    "samples.SAMPLE_STEPS = 1; train.SECONDS_BETWEEN_REPORTS = 0.0; sys.exit(main(sys.argv[1:]))"
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send to a process")


@contextmanager
def worker(log_file: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A worker process for the block."""
    env = os.environ | {"OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-c", PROGRAM, "--device", "cpu", *arguments]
    with log_file.open("ab") as log:
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=ROOT, env=env)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def teach(store: Store, photos: Sequence[Path]) -> Job:
    files = tuple(
        store.files.relative(store.files.write_whole(f"photos/a/{photo.name}", photo.read_bytes()))
        for photo in photos[:2]
    )
    request = TrainingRequest(
        subject_name="Dumpling",
        kind="cat",
        trigger_word="dumpling",
        photo_files=files,
        base_model="pocket",
        recipe=recipe(steps=STEPS, checkpoint_every_steps=CHECKPOINT_EVERY, sample_every_steps=STEPS, batch_size=1),
    )
    return store.jobs.add(OWNER, JobKind.TEACH, request, STEPS, "lesson", subject=subject("Dumpling", "lesson", files))


def ended(store: Store, job: Job) -> bool:
    return store.jobs.get(OWNER, job.id).state in (JobState.DONE, JobState.FAILED)


def lora_of(store: Store) -> bytes:
    return store.files.path(store.subjects.get(OWNER, "Dumpling").lora_files["kohya"]).read_bytes()


@pytest.mark.slow(
    quick_sibling="tests/integration/test_shared_folder_worker.py::"
    "test_a_lesson_whose_machine_is_killed_goes_on_from_its_checkpoint_on_another_that_had_nothing"
)
def test_a_killed_machines_lesson_is_ended_by_another_with_the_losses_and_the_file_of_an_undisturbed_one(
    kept_photos: Sequence[Path], tmp_path: Path
) -> None:
    with open_store(tmp_path / "undisturbed") as still:
        job = teach(still, kept_photos)
        with worker(still.files.worker_log, "--data-folder", str(still.files.root)):
            until(still, lambda: ended(still, job))
        losses, lora = still.jobs.losses(OWNER, job.id), lora_of(still)
    assert [step for step, _ in losses] == list(range(1, STEPS + 1))

    shared = tmp_path / "shared"
    with open_store(tmp_path / "data") as store:
        job = teach(store, kept_photos)
        engine = SharedFolderEngine(store.files.root, shared, StillEngine(), poll_seconds=0.02, lost_seconds=8.0)
        engine.start()
        try:
            with worker(tmp_path / "one.log", "--shared-folder", str(shared)) as first:
                until(store, lambda: store.jobs.get(OWNER, job.id).step >= 8)
                first.kill()  # kill -9
                first.wait()
            until(store, lambda: store.jobs.get(OWNER, job.id).state is JobState.INTERRUPTED)
            killed = store.jobs.get(OWNER, job.id)
            with worker(tmp_path / "two.log", "--shared-folder", str(shared)) as second:
                until(store, lambda: ended(store, job))
                second.send_signal(signal.SIGTERM)
                assert second.wait(timeout=WAIT_SECONDS) == 0
            until(store, lambda: not engine.alive())
        finally:
            engine.stop()
        done = store.jobs.get(OWNER, job.id)
        assert (done.state, done.error_message) == (JobState.DONE, None)
        assert 8 <= killed.step < STEPS
        assert 0 < done.claimed_step <= killed.step
        assert store.jobs.losses(OWNER, job.id) == losses
        assert lora_of(store) == lora
        log = store.files.worker_log.read_text()
        assert log.count("Ready on") == 2 and log.count("goes on from step") == 1, log
        assert not list((shared / "blobs").iterdir()) and not list((shared / "workers").iterdir())


@pytest.mark.slow(
    quick_sibling="tests/unit/studio/engines/test_local_port.py::"
    "test_a_worker_for_cpu_jobs_takes_no_picture_and_is_not_shown"
)
def test_beside_a_shared_folder_this_computer_does_what_needs_no_base_model(
    data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")  # nobody answers there
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    engine = SharedFolderEngine.beside_this_computer(data_folder, tmp_path / "shared")
    with open_store(data_folder) as store:
        picture = store.jobs.add(OWNER, JobKind.CREATE, replace(picture_request(), seed=1), 2)
        upload = store.jobs.add(OWNER, JobKind.PUBLISH, publish_request(), 1)
        engine.start()
        try:
            until(store, lambda: ended(store, upload))
            assert store.jobs.get(OWNER, picture.id).state is JobState.QUEUED
            assert store.workers.all() == [] and not engine.alive()
            assert "No worker is at the shared folder" in worded(engine.message)
        finally:
            engine.stop()
