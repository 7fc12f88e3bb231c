"""Hostile values and files over real HTTP: each gets a sentence, nothing is stored or run, and none costs others much.

benchmarks/hostile makes them and says what is a fault; `python -m benchmarks.hostile` sends ten times as many.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.hostile.files_round import send_files
from benchmarks.hostile.target import Target, target
from benchmarks.hostile.values_round import send_values

SEED = 20


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """One page for all tests here, over a folder that is put back after each call that changed it."""
    with target(tmp_path_factory.mktemp("hostile")) as running:
        yield running


def test_hostile_values_at_the_handlers_get_a_sentence_and_store_nothing(page: Target) -> None:
    assert send_values(page, 150, SEED).faults == {}


def test_hostile_files_at_every_upload_get_a_sentence_and_store_nothing(page: Target, tmp_path: Path) -> None:
    assert send_files(page, 40, SEED, tmp_path).faults == {}


@pytest.mark.slow(quick_sibling="test_hostile_values_at_the_handlers_get_a_sentence_and_store_nothing")
def test_all_hostile_values_get_a_sentence_and_store_nothing(page: Target) -> None:
    assert send_values(page, 2000, SEED + 1).faults == {}


@pytest.mark.slow(quick_sibling="test_hostile_files_at_every_upload_get_a_sentence_and_store_nothing")
def test_all_hostile_files_get_a_sentence_and_store_nothing(page: Target, tmp_path: Path) -> None:
    assert send_files(page, 400, SEED + 1, tmp_path).faults == {}
