"""A worker that has nothing to do asks nothing of the queue, and yet takes what comes at once."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch
from sqlalchemy import event

from studio.engines import waiting
from studio.engines.local_port import LocalPort
from studio.jobs.job import JobKind, JobState
from studio.jobs.requests import ImportRequest
from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.store.jobs import JobStore
from worker.context import ModelCache, WorkerContext
from worker.loop import Worker

REQUEST = ImportRequest(
    subject_name="Dumpling",
    kind="cat",
    trigger_word="dumpling",
    file="uploads/none/a.safetensors",
    base_model="/nowhere",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "data") as store:
        yield store


@pytest.fixture
def looks(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, int]]:
    """How often a worker at work asked for "changes", and how often it looked for a job to "claim"."""
    counted = {"changes": 0, "claim": 0}
    changes, claim = store.database.changes, JobStore.claim

    def count_changes() -> int:
        counted["changes"] += 1
        return changes()

    def count_claim(*arguments: object, **more: object) -> object:
        counted["claim"] += 1
        return claim(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(store.database, "changes", count_changes)
    monkeypatch.setattr(JobStore, "claim", count_claim)
    stopping = threading.Event()
    context = WorkerContext(
        port=LocalPort(store, "worker"),
        models=ModelCache(torch.device("cpu")),
        clock=time.monotonic,
        stopping=stopping,
    )
    store.workers.register("worker", 1)
    thread = threading.Thread(target=Worker(context).run)
    thread.start()
    try:
        yield counted
    finally:
        stopping.set()
        thread.join()


def wait_for(what: Callable[[], object], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.01)


def test_nothing_is_claimed_while_nothing_is_written_and_a_job_that_comes_is_claimed_at_once(
    store: Store, looks: dict[str, int]
) -> None:
    wait_for(lambda: looks["changes"] > 5)
    before = dict(looks)
    wait_for(lambda: looks["changes"] > before["changes"] + 10)
    store.workers.heartbeat("worker")
    wait_for(lambda: looks["changes"] > before["changes"] + 15)
    assert looks["claim"] == before["claim"]

    with open_store(store.files.root) as page:
        job = page.jobs.add(OWNER, JobKind.IMPORT, REQUEST, 1)
        wait_for(lambda: page.jobs.get(OWNER, job.id).state is JobState.FAILED)  # its file is not there
        ended = page.jobs.get(OWNER, job.id)
    assert ended.started_at is not None and job.created_at is not None
    assert ended.started_at - job.created_at < 0.5


def test_a_worker_on_a_full_disk_waits_and_takes_what_waits_once_it_can_be_written(
    store: Store, looks: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "SECONDS_BETWEEN_TRIES", 0.01)
    refused: list[str] = []

    def refuse(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(("INSERT", "UPDATE", "DELETE")):
            refused.append(statement)
            raise sqlite3.OperationalError("database or disk is full")

    with open_store(store.files.root) as page:
        event.listen(store.database.engine, "before_cursor_execute", refuse)
        job = page.jobs.add(OWNER, JobKind.IMPORT, REQUEST, 1)
        wait_for(lambda: len(refused) > 5)
        assert page.jobs.get(OWNER, job.id).state is JobState.QUEUED
        event.remove(store.database.engine, "before_cursor_execute", refuse)
        wait_for(lambda: page.jobs.get(OWNER, job.id).state is JobState.FAILED)  # its file is not there
