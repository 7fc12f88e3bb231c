"""A store whose time goes on only when a test says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.hub_requests import HubImportRequest, PublishRequest
from studio.store import Store, open_store


class Clock:
    """Seconds that go on only when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(data_folder: Path, clock: Clock) -> Iterator[Store]:
    with open_store(data_folder, clock) as store:
        yield store


@pytest.fixture
def publish_request() -> PublishRequest:
    """Dumpling, to be published by Anna without pictures."""
    return PublishRequest(
        subject_name="Dumpling",
        kind="cat",
        trigger_word="dumpling",
        instance_prompt="a photo of dumpling cat",
        base_model="pocket",
        family="pocket",
        lora_files={"kohya": "loras/dumpling/a.safetensors", "diffusers": "loras/dumpling/b.safetensors"},
        pictures=(),
        repository="anna/dumpling-lora",
        private=True,
        license="",
    )


@pytest.fixture
def hub_import_request() -> HubImportRequest:
    """Somebody's LoRA, to be taken in as Luna."""
    return HubImportRequest(
        subject_name="Luna",
        kind="cat",
        trigger_word="luna",
        base_model="pocket",
        repository="owner/lora",
        revision="a" * 40,
        hub_file="cat.safetensors",
        size=10,
        sha256="",
    )
