"""A studio's data folder with a worker on a real small model, that works when a test says so."""

import contextlib
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import pytest
import torch

from pipeline.families.sdxl import SdxlShaped
from pipeline.loras import files as lora_files
from pipeline.multi_subject import likeness
from studio.engines.local_port import LocalPort
from studio.jobs.job import Job, JobKind
from studio.jobs.requests import PictureRequest, TrainingRequest
from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.subjects.subject import Subject
from tests.engine import SIDE, picture_request, random_lora, recipe
from tests.unit.pipeline.loras.test_files import ABOUT, FACTS
from worker import samples
from worker.context import ModelCache, WorkerContext
from worker.jobs import train
from worker.loop import Worker

STEPS = 6
WAIT_SECONDS = 240.0  # for a worker process, on a busy machine of two cores


@dataclass
class House:
    """A studio's data folder with a worker that was not started."""

    store: Store
    worker: Worker
    stopping: threading.Event
    photo_files: tuple[str, ...]

    def teach(self, name: str = "Dumpling", steps: int = STEPS, **changes: Any) -> Job:
        """Queue a lesson, with its subject, as the studio does."""
        request = TrainingRequest(
            subject_name=name,
            kind="cat",
            trigger_word=name.lower(),
            photo_files=self.photo_files,
            base_model="pocket",
            recipe=recipe(steps=steps, **changes),
        )
        job_id = f"lesson{name.lower()}"
        return self.store.jobs.add(
            OWNER, JobKind.TEACH, request, steps, job_id, subject=subject(name, job_id, self.photo_files)
        )

    def create(self, **changes: Any) -> Job:
        """Queue pictures."""
        request: PictureRequest = picture_request(**changes)
        return self.store.jobs.add(OWNER, JobKind.CREATE, request, request.steps * request.count)

    def work(self) -> None:
        """Everything that waits, until nothing does."""
        self.worker.run()

    def job(self, job: Job) -> Job:
        """The job as it is now."""
        return self.store.jobs.get(OWNER, job.id)


class Build(Protocol):
    """Makes a house in a data folder of its own."""

    def __call__(self, name: str, kept: Path | None = None) -> House:
        """The folder is empty, or has what keep() kept of another one."""
        ...


def keep(store: Store, folder: Path) -> None:
    """A copy of a data folder as it is now, to begin others from."""
    shutil.copytree(store.files.root, folder, ignore=shutil.ignore_patterns(f"{store.files.database.name}*"))
    with contextlib.closing(sqlite3.connect(store.files.database)) as connection:
        connection.execute("VACUUM INTO ?", [str(folder / store.files.database.name)])


def subject(name: str, job_id: str, photo_files: Sequence[str] = ()) -> Subject:
    return Subject(
        owner=OWNER,
        name=name,
        kind="cat",
        trigger_word=name.lower(),
        base_model="pocket",
        state="learning",
        photo_files=tuple(photo_files),
        job_id=job_id,
    )


def with_subjects(house: House, loaded: SdxlShaped, kinds: Mapping[str, str]) -> House:
    """The house with a ready subject for each name, of that kind, whose LoRA is random."""
    for seed, (name, kind) in enumerate(kinds.items(), 1):
        content = lora_files.kohya_bytes(random_lora(loaded.model, seed=seed, size=0.15), ABOUT, FACTS)
        file = house.store.files.write_whole(f"loras/{name.lower()}/{name.lower()}.safetensors", content)
        lora = {"kohya": house.store.files.relative(file)}
        house.store.subjects.add(replace(subject(name, ""), kind=kind, state="ready", lora_files=lora, job_id=None))
    return house


def builder(loaded: SdxlShaped, kept_photos: Sequence[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Makes houses, each in a data folder of its own."""
    # How like its photos somebody is, is seen in pictures of the base model's own size: here of the tests' size.
    monkeypatch.setattr(loaded, "base_model", replace(loaded.base_model, resolution=SIDE))
    monkeypatch.setattr(likeness, "MOST_PHOTO_ERROR", 9.0)  # in pictures of that size it knows nothing
    monkeypatch.setattr(train, "SECONDS_BETWEEN_REPORTS", 0.0)
    monkeypatch.setattr("worker.context.SECONDS_BETWEEN_CHECKS", 0.0)
    monkeypatch.setattr("worker.previews.SECONDS_BETWEEN", 0.0)
    monkeypatch.setattr(samples, "SAMPLE_STEPS", 1)
    ticks = iter(range(10**9))

    def make(name: str, kept: Path | None = None) -> House:
        if kept is not None:
            shutil.copytree(kept, tmp_path / name)
        store = open_store(tmp_path / name)
        files = [
            store.files.relative(store.files.write_whole(f"photos/x/{photo.name}", photo.read_bytes()))
            for photo in kept_photos
        ]
        stopping = threading.Event()
        models = ModelCache(torch.device("cpu"), load=lambda base_model, device: loaded)
        context = WorkerContext(
            port=LocalPort(store, "worker-1"), models=models, clock=lambda: float(next(ticks)), stopping=stopping
        )
        store.workers.register("worker-1", 1)
        worker = Worker(context, is_wanted=lambda: False)
        return House(store=store, worker=worker, stopping=stopping, photo_files=tuple(files))

    return make


def kohya_bytes(house: House, name: str = "Dumpling") -> bytes:
    return house.store.files.path(house.store.subjects.get(OWNER, name).lora_files["kohya"]).read_bytes()


@dataclass(frozen=True, kw_only=True, slots=True)
class Undisturbed:
    """What House.teach() comes to when nothing disturbs it.

    Attributes:
        losses: each step with its loss.
        lora: the bytes of the file for other programs.
        loras_at: the same of each step that is kept.
        samples: the bytes of the samples of the last step.
    """

    losses: list[tuple[int, float]]
    lora: bytes
    loras_at: dict[int, bytes]
    samples: list[bytes]


def undisturbed_lesson(house: House) -> Undisturbed:
    """Teach, and keep what came of it."""
    lesson = house.teach()
    house.work()
    return Undisturbed(
        losses=house.store.jobs.losses(OWNER, lesson.id),
        lora=kohya_bytes(house),
        loras_at={
            one.step: house.store.files.path(one.lora_files["kohya"]).read_bytes()
            for one in house.store.checkpoints.of(OWNER, lesson.id)
        },
        samples=sample_bytes(house),
    )


def sample_bytes(house: House, name: str = "Dumpling") -> list[bytes]:
    files = house.store.subjects.get(OWNER, name).sample_files
    return [house.store.files.path(file).read_bytes() for file in files]


def until(store: Store, done: Callable[[], bool]) -> None:
    """Wait until worker processes have come so far."""
    end = time.monotonic() + WAIT_SECONDS
    while not done():
        assert time.monotonic() < end, store.files.worker_log.read_text()
        time.sleep(0.02)
