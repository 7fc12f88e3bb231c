"""A studio whose jobs stay where the test puts them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.store import Store, open_store
from studio.studio import Studio
from studio.words import as_written
from tests.still_studio import StillEngine, studio_over


@pytest.fixture
def store(data_folder: Path) -> Iterator[Store]:
    with open_store(data_folder) as store:
        yield store


@pytest.fixture
def studio(store: Store) -> Studio:
    return studio_over(store, StillEngine(as_written("resting")))
