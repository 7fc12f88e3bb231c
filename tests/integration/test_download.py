"""A job whose base model must be downloaded first: what the page sees of it, and every way it may go."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from huggingface_hub import constants

from studio.engines.local_port import LocalPort
from studio.jobs.job import JobCommand, JobKind, JobState
from studio.jobs.requests import TrainingRequest
from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.subjects.subject import Subject
from studio.words import worded
from tests.engine import picture_request, recipe
from tests.hub_server import Hub, serving
from worker.context import ModelCache, WorkerContext
from worker.loop import Worker

REPOSITORY = "owner/cartoons"


@pytest.fixture
def hub(pocket_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """A Hub with the small model as somebody's SDXL, and an empty cache."""
    with serving(REPOSITORY, pocket_folder) as running:
        monkeypatch.setattr(constants, "ENDPOINT", running.url)  # both are made of HF_ENDPOINT at the start
        monkeypatch.setattr(
            constants, "HUGGINGFACE_CO_URL_TEMPLATE", running.url + "/{repo_id}/resolve/{revision}/{filename}"
        )
        monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
        monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
        monkeypatch.setattr(constants, "DOWNLOAD_CHUNK_SIZE", 500_000)
        yield running


@pytest.fixture
def store(data_folder: Path) -> Iterator[Store]:
    with open_store(data_folder) as store:
        store.workers.register("worker-1", 1)
        yield store


@pytest.fixture
def told(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Everything that was said about the progress of jobs."""
    said: list[dict[str, Any]] = []
    progress = store.jobs.progress

    def listen(id: str, **news: Any) -> None:
        said.append(news)
        progress(id, **news)

    monkeypatch.setattr(store.jobs, "progress", listen)
    return said


def work(store: Store) -> None:
    """Everything that waits, by a worker on the CPU that has nothing loaded yet."""
    torch.set_num_threads(1)
    ticks = iter(range(10**9))
    context = WorkerContext(
        port=LocalPort(store, "worker-1"),
        models=ModelCache(torch.device("cpu")),
        clock=lambda: float(next(ticks)),
        stopping=threading.Event(),
    )
    Worker(context, is_wanted=lambda: False).run()


def test_a_picture_waits_for_its_base_model_and_shows_how_far_it_is(
    store: Store, hub: Hub, told: list[dict[str, Any]]
) -> None:
    job = store.jobs.add(OWNER, JobKind.CREATE, picture_request(base_model=REPOSITORY), 2)
    work(store)
    ended = store.jobs.get(OWNER, job.id)
    assert (ended.state, ended.error_message) == (JobState.DONE, None)
    parts = [news["part"] for news in told if news.get("part") is not None]
    assert len(parts) > 10 and parts == sorted(parts) and parts[-1] > 0.9
    downloading = [news for news in told if worded(news.get("message")).startswith(f"Downloading {REPOSITORY}: ")]
    assert len(downloading) == len(parts)
    assert told.index(downloading[-1]) < [worded(news.get("message")) for news in told].index("Loading the base model.")


def test_a_download_is_cancelled_between_two_pieces_and_goes_on_where_it_was(
    store: Store, hub: Hub, told: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    job = store.jobs.add(OWNER, JobKind.CREATE, picture_request(base_model=REPOSITORY), 2)
    listen = store.jobs.progress

    def cancel_halfway(id: str, **news: Any) -> None:
        listen(id, **news)
        if (news.get("part") or 0) > 0.5:
            store.jobs.ask(OWNER, id, JobCommand.CANCEL)

    with monkeypatch.context() as patched:
        patched.setattr(store.jobs, "progress", cancel_halfway)
        work(store)
    assert store.jobs.get(OWNER, job.id).state is JobState.CANCELLED
    hub.asked.clear()
    store.jobs.retry(OWNER, job.id)
    work(store)
    assert store.jobs.get(OWNER, job.id).state is JobState.DONE
    assert [line for line in hub.asked if "bytes=" in line], "the rest of the file was asked for"


def test_without_the_hub_a_job_fails_with_what_to_do_and_works_later(store: Store, hub: Hub) -> None:
    hub.refusal = (401, "GatedRepo")
    job = store.jobs.add(OWNER, JobKind.CREATE, picture_request(base_model=REPOSITORY), 2)
    work(store)
    failed = store.jobs.get(OWNER, job.id)
    assert failed.state is JobState.FAILED
    assert "accept its licence there, log in" in worded(failed.error_message)
    hub.refusal = None
    store.jobs.retry(OWNER, job.id)
    work(store)
    assert store.jobs.get(OWNER, job.id).state is JobState.DONE


def test_a_lesson_on_sdxl_is_refused_by_a_cpu_before_anything_is_downloaded(store: Store, hub: Hub) -> None:
    request = TrainingRequest(
        subject_name="Luna",
        kind="cat",
        trigger_word="luna",
        photo_files=("photos/a/00.png",),
        base_model=REPOSITORY,
        recipe=recipe(steps=1000, batch_size=1),
    )
    luna = Subject(
        owner=OWNER,
        name="Luna",
        kind="cat",
        trigger_word="luna",
        base_model=REPOSITORY,
        state="learning",
        job_id="lesson",
    )
    store.jobs.add(OWNER, JobKind.TEACH, request, 1000, "lesson", subject=luna)
    work(store)
    failed = store.jobs.get(OWNER, "lesson")
    assert failed.state is JobState.FAILED
    assert "between 4 hours and 40 hours" in worded(failed.error_message)
    assert hub.asked == []
