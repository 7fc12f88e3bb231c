"""Choosing a base model on the page: what "auto" is here, a file that is none, and a download on its way."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from studio.jobs.job import JobKind
from studio.words import as_written
from tests import headers
from tests.by_hand import begin, finish_pictures
from tests.e2e.conftest import HandDriven, serving_by_hand
from tests.e2e.steps import SOON, ask_for, field, job_of, open_activity, open_expert, open_place, press_create, visit


@pytest.fixture(scope="module")
def served_by_hand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HandDriven]:
    """A server of this file's own: it remembers which card its last worker had."""
    with serving_by_hand(tmp_path_factory.mktemp("models")) as served:
        yield served


@pytest.fixture
def on_a_card(by_hand: HandDriven) -> Iterator[HandDriven]:
    """A studio whose worker has a graphics card of 24 GB."""
    by_hand.store.workers.register("with a card", 1, "NVIDIA RTX 4090 (24 GB)", 25.3)
    yield by_hand
    by_hand.store.workers.forget("with a card")


def choose_base_model(page: Page, name: str) -> None:
    open_place(page, "Make")
    open_expert(page)
    field(page, "create-base-model").fill(name)
    field(page, "create-base-model").press("Enter")


@pytest.mark.slow(
    quick_sibling="tests/unit/studio/models/test_choice.py::test_auto_follows_the_graphics_card_of_the_worker_and_says_why"
)
def test_the_page_says_which_base_model_it_works_with_and_why(page: Page, on_a_card: HandDriven) -> None:
    visit(page, on_a_card.url)
    chip = page.locator(".model-chip")
    expect(chip).to_have_text("Stable Diffusion XL", timeout=SOON)
    assert "The graphics card has 25 GB, enough for Stable Diffusion XL." in (chip.get_attribute("title") or "")
    open_place(page, "Make")
    open_expert(page)
    expect(page.locator("#create-base-model")).to_contain_text("The graphics card has 25 GB", timeout=SOON)
    expect(field(page, "create-base-model")).to_have_value("Automatic: Stable Diffusion XL")


@pytest.mark.slow(
    quick_sibling="tests/unit/studio/models/test_base_models.py::test_a_file_of_another_kind_is_told_by_its_header_alone"
)
def test_a_file_that_is_no_base_model_is_said_as_soon_as_it_is_typed_in(
    page: Page, by_hand: HandDriven, tmp_path: Path
) -> None:
    file = headers.write(tmp_path / "luna.safetensors", headers.LORA)
    visit(page, by_hand.url)
    choose_base_model(page, str(file))
    expect(page.get_by_text("luna.safetensors is a LoRA, not a base model.")).to_be_visible(timeout=SOON)


@pytest.mark.slow(
    quick_sibling="tests/unit/studio/models/test_base_models.py::test_a_file_a_folder_and_a_repository_take_their_familys_numbers_and_resolve_to_themselves"
)
def test_a_file_of_sdxl_that_is_typed_in_brings_its_sizes_and_is_what_is_asked_for(
    page: Page, by_hand: HandDriven, tmp_path: Path
) -> None:
    file = headers.write(tmp_path / "dream.safetensors", headers.SDXL)
    visit(page, by_hand.url)
    choose_base_model(page, str(file))
    expect(field(page, "size")).to_have_value("1024 × 1024 (square)", timeout=SOON)
    ask_for(page, "a house by the sea")
    press_create(page)
    expect(page.locator("#creation .job-standing")).to_be_visible(timeout=SOON)
    job = begin(by_hand.store, [JobKind.CREATE])
    assert job.request.base_model == str(file)

    by_hand.store.jobs.progress(
        job.id, step=0, message=as_written("Downloading dream: 2.1 of 6.9 GB"), part=0.3, seconds_left=240.0
    )
    strip = job_of(page, "a house by the sea")
    expect(strip).to_contain_text("Downloading dream: 2.1 of 6.9 GB · about 4 minutes left", timeout=SOON)
    open_activity(page)
    expect(strip.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "30")
    by_hand.store.jobs.progress(job.id, step=1)
    finish_pictures(by_hand.store, job, time.time())
