"""A store whose time goes on only when a test says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

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
