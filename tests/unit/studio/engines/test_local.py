"""The worker's keeper, with real processes: small stand-ins for the worker that hold the lock and claim jobs."""

import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studio.engines import local
from studio.engines.local import LocalEngine
from studio.jobs.job import JobKind, JobState
from studio.jobs.requests import ImportRequest
from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.words import worded

ROOT = Path(__file__).resolve().parents[4]
REQUEST = ImportRequest(subject_name="A", kind="cat", trigger_word="a", file="uploads/a", base_model="pocket")

WORKER = """
import os, sys, time
from pathlib import Path
sys.path.insert(0, {root!r})
from studio.store import open_store
with open_store(Path({data!r})) as store:
    lock = store.files.worker_lock()
    if not lock.take(wait_seconds=2):
        sys.exit(3)
    name = f"w{{os.getpid()}}"
    store.workers.register(name, os.getpid(), device="stand-in")
    with open({starts!r}, "a") as starts:
        print(os.getpid(), file=starts, flush=True)
    {before}
    job = store.jobs.claim(name)
    until = time.monotonic() + 30
    while time.monotonic() < until:
        {each}
        time.sleep(0.02)
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are killed by signals")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Pauses of hundredths of a second."""
    monkeypatch.setattr(local, "FIRST_PAUSE_SECONDS", 0.05)
    monkeypatch.setattr(local, "LONGEST_PAUSE_SECONDS", 0.2)
    caplog.set_level(logging.INFO)


@pytest.fixture
def store(data_folder: Path) -> Iterator[Store]:
    with open_store(data_folder) as store:
        yield store


@pytest.fixture
def engine(data_folder: Path, tmp_path: Path) -> Iterator[Callable[..., LocalEngine]]:
    """Makes engines whose worker is a stand-in; all are stopped at the end."""
    engines = []

    def make(
        before: str = "", each: str = "store.workers.heartbeat(name)", hang_seconds: float = 60, grace: float = 5
    ) -> LocalEngine:
        script = tmp_path / f"worker{len(engines)}.py"
        words = {"root": str(ROOT), "data": str(data_folder), "starts": str(tmp_path / "starts")}
        script.write_text(WORKER.format(before=before, each=each, **words))
        command = [sys.executable, str(script)]
        made = LocalEngine(data_folder, command, poll_seconds=0.05, hang_seconds=hang_seconds, grace_seconds=grace)
        engines.append(made)
        return made

    yield make
    for made in engines:
        made.stop()


def wait_for(what: Callable[[], object], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.02)


def starts(tmp_path: Path) -> list[int]:
    file = tmp_path / "starts"
    return [int(line) for line in file.read_text().split()] if file.exists() else []


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_started_worker_lives_and_a_stopped_one_is_gone(engine: Callable[..., LocalEngine], tmp_path: Path) -> None:
    one = engine()
    assert not one.alive()
    one.start()
    one.start()
    wait_for(lambda: starts(tmp_path))
    assert one.alive() and one.worker_pid() == starts(tmp_path)[0]
    one.stop()
    assert not one.alive() and not is_there(starts(tmp_path)[0])
    assert len(starts(tmp_path)) == 1


def test_a_killed_worker_is_started_again_and_its_job_goes_on(
    engine: Callable[..., LocalEngine], store: Store, tmp_path: Path
) -> None:
    store.jobs.add(OWNER, JobKind.IMPORT, REQUEST, 1, "job")
    one = engine()
    one.start()
    wait_for(lambda: store.jobs.get(OWNER, "job").state is JobState.RUNNING)
    first = store.jobs.get(OWNER, "job").worker_id
    os.kill(starts(tmp_path)[0], signal.SIGKILL)
    wait_for(lambda: store.jobs.get(OWNER, "job").worker_id not in (first, None))
    assert store.jobs.get(OWNER, "job").state is JobState.RUNNING
    assert len(starts(tmp_path)) == 2


def test_a_worker_that_cannot_start_is_tried_again_with_longer_pauses(
    engine: Callable[..., LocalEngine], tmp_path: Path, data_folder: Path
) -> None:
    one = engine(before="print('no such device', file=sys.stderr); sys.exit(7)")
    one.start()
    wait_for(lambda: len(starts(tmp_path)) >= 3)
    assert "ended with code 7" in worded(one.message) and "started again in" in worded(one.message)
    assert one._pause == 0.2
    assert "no such device" in (data_folder / "worker.log").read_text()


def test_two_pages_on_one_data_folder_have_one_worker_and_the_second_page_adopts_it(
    engine: Callable[..., LocalEngine], tmp_path: Path
) -> None:
    one, two = engine(), engine()
    one.start()
    two.start()
    wait_for(lambda: starts(tmp_path) and one.alive() and two.alive())
    time.sleep(0.5)
    living = [pid for pid in starts(tmp_path) if is_there(pid)]
    assert len(living) == 1
    wait_for(lambda: one.worker_pid() == two.worker_pid() == living[0])
    one.stop()
    two.stop()
    assert not is_there(living[0])


def test_a_worker_whose_page_was_killed_is_adopted_with_its_job_and_ended_by_the_new_page(
    engine: Callable[..., LocalEngine], store: Store, tmp_path: Path
) -> None:
    store.jobs.add(OWNER, JobKind.IMPORT, REQUEST, 1, "job")
    killed, new = engine(), engine()
    killed.start()
    wait_for(lambda: store.jobs.get(OWNER, "job").state is JobState.RUNNING)
    killed._child, child = None, killed._child  # what a killed page leaves behind: a worker without a keeper
    killed.stop()
    assert child is not None and child.poll() is None
    new.start()
    wait_for(new.alive)
    assert new.worker_pid() == child.pid
    assert store.jobs.get(OWNER, "job").state is JobState.RUNNING
    reaper = iter(lambda: child.poll() is None, False)  # this process is its parent, so it must reap it
    wait_for(lambda: next(reaper, None) is not None)
    new.stop()
    assert child.wait(timeout=10) == -signal.SIGTERM
    assert len(starts(tmp_path)) == 1


def test_a_worker_that_hangs_is_ended_and_replaced(
    engine: Callable[..., LocalEngine], store: Store, tmp_path: Path
) -> None:
    one = engine(each="pass", hang_seconds=0.5)
    one.start()
    wait_for(lambda: len(starts(tmp_path)) >= 2)
    assert not is_there(starts(tmp_path)[0])


def test_a_worker_that_does_not_listen_is_made_to_end(engine: Callable[..., LocalEngine], tmp_path: Path) -> None:
    one = engine(before="import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)", grace=0.5)
    one.start()
    wait_for(lambda: starts(tmp_path))
    time.sleep(0.3)
    one.stop()
    assert not is_there(starts(tmp_path)[0])


def test_stopping_gives_the_running_job_back_without_blame(
    engine: Callable[..., LocalEngine], store: Store, tmp_path: Path
) -> None:
    store.jobs.add(OWNER, JobKind.IMPORT, REQUEST, 1, "job")
    for _ in range(4):
        one = engine()
        one.start()
        wait_for(lambda: store.jobs.get(OWNER, "job").state is JobState.RUNNING)
        one.stop()
        assert store.jobs.get(OWNER, "job").state is JobState.INTERRUPTED
    assert len(starts(tmp_path)) == 4


def test_a_helper_that_a_killed_worker_left_does_not_keep_the_lock(
    engine: Callable[..., LocalEngine], tmp_path: Path
) -> None:
    one = engine(before="if os.fork() == 0: time.sleep(60); os._exit(0)")
    one.start()
    wait_for(lambda: starts(tmp_path))
    os.kill(starts(tmp_path)[0], signal.SIGKILL)
    wait_for(lambda: len(starts(tmp_path)) >= 2)
    assert one.alive()
