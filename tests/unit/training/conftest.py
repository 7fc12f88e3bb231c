"""The small base model, and photos for lessons."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.engine import kept_photos, resident, without_numpys_warning

__all__ = ["kept_photos", "resident"]


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """As tests.engine says."""
    without_numpys_warning(items, Path(__file__).parent)
