"""A store whose time goes on only when a test says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.store import Store, open_store
from tests.clock import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(data_folder: Path, clock: Clock) -> Iterator[Store]:
    with open_store(data_folder, clock) as store:
        yield store
