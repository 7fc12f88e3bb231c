"""A studio's data folder with a worker on a real small model, that works when a test says so."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import torch

from pipeline.families.sdxl import SdxlShaped
from studio.jobs import Job, JobKind
from studio.requests import PictureRequest, TrainingRequest
from studio.store import Store, open_store
from studio.subjects import Subject
from tests.engine import picture_request, recipe
from training import samples, teach_job
from training.worker_loop import Worker
from training.workshop import Residents, Workshop

STEPS = 6
WAIT_SECONDS = 240.0  # for a worker process, on a busy machine of two cores


@dataclass
class House:
    """A studio's data folder with a worker that was not started."""

    store: Store
    worker: Worker
    stopping: threading.Event
    photo_files: tuple[str, ...]

    def teach(self, name: str = "Dumpling", **changes: Any) -> Job:
        """Queue a lesson, with its subject, as the studio does."""
        request = TrainingRequest(
            subject_name=name,
            kind="cat",
            trigger_word=name.lower(),
            photo_files=self.photo_files,
            base_model="pocket",
            recipe=recipe(steps=STEPS, **changes),
        )
        job_id = f"lesson{name.lower()}"
        return self.store.jobs.add(
            JobKind.TEACH, request, STEPS, job_id, subject=subject(name, job_id, self.photo_files)
        )

    def create(self, **changes: Any) -> Job:
        """Queue pictures."""
        request: PictureRequest = picture_request(**changes)
        return self.store.jobs.add(JobKind.CREATE, request, request.steps * request.count)

    def work(self) -> None:
        """Everything that waits, until nothing does."""
        self.worker.run()

    def job(self, job: Job) -> Job:
        """The job as it is now."""
        return self.store.jobs.get(job.id)


def subject(name: str, job_id: str, photo_files: Sequence[str] = ()) -> Subject:
    return Subject(
        name=name,
        kind="cat",
        trigger_word=name.lower(),
        base_model="pocket",
        state="learning",
        photo_files=tuple(photo_files),
        job_id=job_id,
    )


def builder(
    resident: SdxlShaped, kept_photos: Sequence[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], House]:
    """Makes houses, each in a data folder of its own."""
    monkeypatch.setattr(teach_job, "SECONDS_BETWEEN_REPORTS", 0.0)
    monkeypatch.setattr("training.workshop.SECONDS_BETWEEN_LOOKS", 0.0)
    monkeypatch.setattr("training.previews.SECONDS_BETWEEN", 0.0)
    monkeypatch.setattr(samples, "SAMPLE_STEPS", 1)
    ticks = iter(range(10**9))

    def make(name: str) -> House:
        store = open_store(tmp_path / name)
        files = [
            store.files.relative(store.files.write_whole(f"photos/x/{photo.name}", photo.read_bytes()))
            for photo in kept_photos
        ]
        stopping = threading.Event()
        residents = Residents(torch.device("cpu"), load=lambda base_model, device: resident)
        workshop = Workshop(store=store, residents=residents, clock=lambda: float(next(ticks)), stopping=stopping)
        store.workers.register("worker-1", 1)
        worker = Worker(workshop, "worker-1", is_wanted=lambda: False)
        return House(store=store, worker=worker, stopping=stopping, photo_files=tuple(files))

    return make


def kohya_bytes(house: House, name: str = "Dumpling") -> bytes:
    return house.store.files.path(house.store.subjects.get(name).lora_files["kohya"]).read_bytes()


def until(store: Store, done: Callable[[], bool]) -> None:
    """Wait until worker processes have come so far."""
    end = time.monotonic() + WAIT_SECONDS
    while not done():
        assert time.monotonic() < end, store.files.worker_log.read_text()
        time.sleep(0.02)
