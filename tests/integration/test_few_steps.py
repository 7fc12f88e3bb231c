"""A sampler of few steps fetches its helper LoRA from the Hub once, and the picture says so."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from huggingface_hub import constants
from PIL import Image

from pipeline import generate
from pipeline.families.sdxl import SdxlShaped
from pipeline.generate import Settings
from pipeline.loras import files as lora_files
from pipeline.loras.lora import merged
from studio.hub import base_model_files as hub
from studio.interop.metadata import texts_in
from studio.jobs.job import JobState
from studio.people.person import OWNER
from studio.pictures.samplers import SAMPLERS, HubFile
from studio.words import worded
from tests.engine import random_lora, same_weights, state_of
from tests.hub_server import Hub, serving
from tests.integration.house import Build, House
from tests.unit.pipeline.loras.test_files import ABOUT, FACTS

REPOSITORY, FILE = "latent-consistency/lcm-lora-pocket", "pytorch_lora_weights.safetensors"


@pytest.fixture
def house(build: Build) -> House:
    return build("few-steps")


@pytest.fixture
def server(loaded: SdxlShaped, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """A Hub with a helper for the pocket model, which has none in truth; and an empty cache on this side."""
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / FILE).write_bytes(lora_files.kohya_bytes(random_lora(loaded.model, seed=5), ABOUT, FACTS))
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    helper = HubFile(title="LCM LoRA", source=REPOSITORY, file=FILE)
    monkeypatch.setitem(SAMPLERS, "LCM", replace(SAMPLERS["LCM"], loras={"pocket": helper}))
    with serving(REPOSITORY, folder) as running:
        monkeypatch.setattr(hub, "ready_file", partial(hub.ready_file, endpoint=running.url))
        yield running


def test_the_helper_lora_is_fetched_once_and_changes_the_picture_as_any_lora(
    house: House, loaded: SdxlShaped, server: Hub
) -> None:
    before = state_of(loaded.model)
    wishes = [house.create(sampler="LCM", steps=4, guidance_scale=1.5, seed=seed) for seed in (3, 4)]
    house.work()

    assert [house.job(wish).state for wish in wishes] == [JobState.DONE, JobState.DONE], house.job(wishes[0]).message
    assert len([line for line in server.asked if line.startswith("GET /store/")]) == 1
    assert same_weights(loaded.model, before)
    picture = house.store.pictures.list(OWNER)[-1]
    file = house.store.files.path(picture.file)
    assert "<lora:lcm-lora-pocket-pytorch_lora_weights:1>" in texts_in(file)["parameters"]
    helper = lora_files.match(lora_files.read(server.folder / FILE), loaded.model, "Pocket").lora
    settings = Settings(sampler="LCM", steps=4, guidance_scale=1.5, width=64, height=64)
    conditions = generate.encode_guided(loaded, picture.request.prompt, picture.request.negative_prompt)
    with merged(loaded.model, [(helper, 1.0)]):
        expected = np.asarray(generate.picture(loaded, settings, conditions, picture.seed))
    with Image.open(file) as made:
        assert np.array_equal(np.asarray(made), expected)


def test_a_base_model_without_a_helper_says_so(house: House) -> None:
    wish = house.create(sampler="Hyper-SD", steps=8)
    house.work()
    assert house.job(wish).state is JobState.FAILED
    assert "there is none for Pocket" in worded(house.job(wish).message)
