"""The small base model, photos for lessons, and a worker that works when it is told."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from pipeline.families.sdxl import SdxlShaped
from tests.engine import kept_photos, resident
from tests.integration.house import House, builder

__all__ = ["build", "kept_photos", "resident"]


@pytest.fixture
def build(
    resident: SdxlShaped, kept_photos: Sequence[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], House]:
    """Makes houses, each in a data folder of its own."""
    return builder(resident, kept_photos, tmp_path, monkeypatch)
