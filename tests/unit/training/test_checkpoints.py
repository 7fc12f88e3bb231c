"""Checkpoints: whole or not there, the newest whole one is used, and only for the very same request."""

from pathlib import Path

import pytest
import torch

from pipeline.families.sdxl import SdxlShaped
from studio.errors import StudioError
from studio.store.disk.whole_files import write_whole
from studio.words import as_written
from tests.engine import training_request
from training.adapter import Adapter, injected
from training.checkpoints import KEPT, Checkpoints
from training.step import TrainingStep
from training.step_plans import StepPlan


def save(loaded: SdxlShaped, kept: Checkpoints, *steps: int) -> None:
    with injected(Adapter(loaded.sites(convolutions=False), 2, 2, loaded.dtype, loaded.device), seed=1) as adapter:
        training_step = TrainingStep(loaded, adapter, StepPlan())
        for step in steps:
            kept.save(step, 2, adapter, training_step, torch.Generator().manual_seed(step))


def test_the_newest_is_used_and_old_ones_go(loaded: SdxlShaped, tmp_path: Path) -> None:
    kept = Checkpoints(tmp_path, training_request(), write_whole)
    save(loaded, kept, 2, 4, 6)

    latest = kept.latest()

    assert latest is not None and latest.step == 6
    assert torch.equal(latest.generator, torch.Generator().manual_seed(6).get_state())
    assert len(list(tmp_path.iterdir())) == KEPT


def test_a_damaged_one_counts_as_absent(loaded: SdxlShaped, tmp_path: Path) -> None:
    kept = Checkpoints(tmp_path, training_request(), write_whole)
    save(loaded, kept, 2, 4)
    newest = max(tmp_path.iterdir())
    newest.write_bytes(newest.read_bytes()[:1000])

    latest = kept.latest()

    assert latest is not None and latest.step == 2


def test_a_checkpoint_of_another_request_is_not_used(loaded: SdxlShaped, tmp_path: Path) -> None:
    save(loaded, Checkpoints(tmp_path, training_request(), write_whole), 2)

    assert Checkpoints(tmp_path, training_request(learning_rate=5e-4), write_whole).latest() is None
    assert Checkpoints(tmp_path / "nowhere", training_request(), write_whole).latest() is None


def test_a_full_disk_leaves_the_earlier_checkpoint(loaded: SdxlShaped, tmp_path: Path) -> None:
    save(loaded, Checkpoints(tmp_path, training_request(), write_whole), 2)

    def full(path: Path, content: bytes) -> None:
        raise StudioError(as_written("The disk is full."))

    kept = Checkpoints(tmp_path, training_request(), full)
    with pytest.raises(StudioError, match="full"):
        save(loaded, kept, 4)
    latest = kept.latest()
    assert latest is not None and latest.step == 2
