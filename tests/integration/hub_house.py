"""What tests of the Hub's jobs share: a house with a Hub, a studio over it, a taught subject, a LoRA from elsewhere."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.families.sdxl import SdxlShaped
from pipeline.loras import files as lora_files
from pipeline.loras.files import About
from studio.people.person import OWNER
from studio.store import Store
from studio.studio import Studio
from tests.contract.hub_world import hub_of_anna
from tests.engine import random_lora
from tests.hub_server import Hub
from tests.integration.house import Build, House, keep
from tests.still_studio import studio_over

NAME = "anna/dumpling-lora"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "hub-files"
    folder.mkdir()
    return folder


@pytest.fixture
def server(files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setattr("worker.context.SECONDS_BETWEEN_REPORTS", 0.0)
    with hub_of_anna(tmp_path / "hub", monkeypatch, files) as running:
        yield running


@pytest.fixture
def house(build: Build) -> House:
    return build("house")


@pytest.fixture
def taught_house(build: Build, tmp_path_factory: pytest.TempPathFactory) -> House:
    """One in which Dumpling has been taught, and two pictures were made: of Dumpling, and of nobody."""
    kept = tmp_path_factory.getbasetemp() / "taught-house"  # taught once for all tests of a process
    if not kept.exists():
        first = build("taught")
        first.teach(sample_every_steps=3)
        first.work()
        studio = studio_of(first, seed=4)  # the ids that a test draws are others
        studio.pictures.create(OWNER, "Dumpling asleep", subjects=[{"name": "Dumpling"}], width=64, height=64, steps=1)
        studio.pictures.create(OWNER, "a house", width=64, height=64, steps=1)
        first.work()
        keep(first.store, kept)
    return build("house", kept)


def studio_of(house: House, *, seed: int = 3, **settings: Any) -> Studio:
    return studio_over(house.store, seed=seed, base_model="pocket", **settings)


def put_lora(path: Path, loaded: SdxlShaped, *, trigger_word: str | None = None) -> None:
    """A LoRA that fits, as another program wrote it; its size puts it into LFS. Without a word it names none."""
    about = About(
        output_name="elsewhere", trigger_word=trigger_word or "x", kind="cat", base_model_title="Pocket", resolution=64
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    lora = random_lora(loaded.model, rank=4)
    content = lora_files.kohya_bytes(lora, about, loaded.file_facts)
    if trigger_word is None:
        content = content.replace(b'"modelspec.trigger_phrase"', b'"modelspec.trigger_nobody"')
        content = content.replace(b'"ss_tag_frequency"', b'"ss_tag_forgotten"')
    path.write_bytes(content)


def listen(store: Store, monkeypatch: pytest.MonkeyPatch, on_news: Callable[[str, dict[str, Any]], None]) -> None:
    """on_news is called with a job's id and what was just said of its progress."""
    progress = store.jobs.progress

    def told(id: str, **news: Any) -> None:
        progress(id, **news)
        on_news(id, news)

    monkeypatch.setattr(store.jobs, "progress", told)
