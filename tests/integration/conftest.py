"""A worker that works when it is told."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline.families.sdxl import SdxlShaped
from tests.integration.house import Build, Undisturbed, builder, undisturbed_lesson


@pytest.fixture
def build(loaded: SdxlShaped, kept_photos: Sequence[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Makes houses, each in a data folder of its own."""
    return builder(loaded, kept_photos, tmp_path, monkeypatch)


@pytest.fixture(scope="session")
def lessons_done() -> list[Undisturbed]:
    """The undisturbed lesson of this process, once a test has asked for it."""
    return []


@pytest.fixture
def undisturbed(build: Build, lessons_done: list[Undisturbed]) -> Undisturbed:
    """What the short lesson comes to when nothing disturbs it. It runs once for all tests of a process."""
    if not lessons_done:
        lessons_done.append(undisturbed_lesson(build("undisturbed")))
    return lessons_done[0]
