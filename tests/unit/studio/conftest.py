"""A studio whose jobs stay where the test puts them."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.settings import Settings
from studio.store import Store, open_store
from studio.studio import Studio
from tests.page_by_hand import StillEngine


@pytest.fixture
def store(data_folder: Path) -> Iterator[Store]:
    with open_store(data_folder) as store:
        yield store


@pytest.fixture
def studio(store: Store, data_folder: Path) -> Studio:
    return Studio(store, StillEngine("resting"), random.Random(1), Settings(data_folder=data_folder))
