"""A worker that nobody asks for anything gives its memory back, and loads again when it is asked."""

import threading
from pathlib import Path

import pytest
import torch

from pipeline.families.sdxl import SdxlShaped
from studio.engines.local_port import LocalPort
from studio.jobs.job import JobKind, JobState
from studio.people.person import OWNER
from studio.store import open_store
from tests.engine import picture_request
from worker import loop
from worker.context import ModelCache, WorkerContext
from worker.loop import IDLE_SECONDS_OF_MODELS, Worker


def test_after_a_quarter_of_an_hour_without_a_wish_the_base_model_makes_room(
    loaded: SdxlShaped, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "IDLE_SECONDS", 0.0)
    now = [0.0]
    calls: list[str] = []
    there: list[bool] = []

    def load(base_model: object, device: torch.device) -> SdxlShaped:
        calls.append("pocket")
        return loaded

    with open_store(tmp_path) as store:
        models = ModelCache(torch.device("cpu"), load=load)
        context = WorkerContext(
            port=LocalPort(store, "worker-1"), models=models, clock=lambda: now[0], stopping=threading.Event()
        )
        store.workers.register("worker-1", 1)

        def is_wanted() -> bool:
            """Asked whenever there is nothing to do."""
            there.append(models.are_there)
            now[0] += IDLE_SECONDS_OF_MODELS / 3
            return len(there) < 6

        def ask() -> str:
            return store.jobs.add(OWNER, JobKind.CREATE, picture_request(), 1, f"job-{len(calls)}").id

        first = ask()
        Worker(context, is_wanted=is_wanted).run()
        assert there == [True, True, True, False, False, False]

        second = ask()
        Worker(context, is_wanted=lambda: False).run()
        assert [store.jobs.get(OWNER, job).state for job in (first, second)] == [JobState.DONE, JobState.DONE]
        assert len(calls) == 2
