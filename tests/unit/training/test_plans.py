"""The ways in which a lesson can be given: every one teaches the same, and it goes on in a smaller one."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from pipeline import devices
from pipeline.families.sdxl import SdxlShaped
from studio.jobs.recipes import recipe_for
from studio.models.base_models import resolve
from studio.store.disk.whole_files import write_whole
from studio.words import say
from tests.engine import training_request
from training import memory, run
from training.adapter import Adapter, injected
from training.checkpoints import Checkpoints
from training.memory import Plan
from training.run import StepInfo
from training.step import TrainingStep
from training.step_plans import SavedActivations, StepPlan

GB = 10**9


def losses_of(
    loaded: SdxlShaped, photos: list[Path], folder: Path, plans: list[Plan], told: list[Plan] | None = None
) -> list[float]:
    losses: list[float] = []
    request = training_request(steps=3, batch_size=4)

    def between(info: StepInfo) -> None:
        if info.loss is not None:
            losses.append(float(info.loss))

    folder.mkdir(exist_ok=True)
    kept = Checkpoints(folder, request, write_whole)
    on_plan = (told if told is not None else []).append
    run.train(loaded, request, photos, [], kept, between, lambda: None, plans, on_plan)
    return losses


@pytest.mark.parametrize(
    "step_plan",
    [
        StepPlan(rows_at_once=1),
        StepPlan(rows_at_once=2),
        StepPlan(kept=SavedActivations.AT_BLOCKS),
        StepPlan(kept=SavedActivations.WITHOUT_DEEP, rows_at_once=1),
    ],
)
@pytest.mark.slow(quick_sibling="test_a_lesson_out_of_memory_goes_on_in_the_next_smaller_way_and_loses_no_step")
def test_a_lesson_that_saves_memory_teaches_the_same(
    step_plan: StepPlan, loaded: SdxlShaped, kept_photos: list[Path], tmp_path: Path
) -> None:
    plain = losses_of(loaded, kept_photos, tmp_path / "plain", [Plan(step_plan=StepPlan(), batch_size=4)])
    saving = losses_of(loaded, kept_photos, tmp_path / "saving", [Plan(step_plan=step_plan, batch_size=4)])

    assert saving == pytest.approx(plain, rel=1e-5)
    assert not any(getattr(module, "gradient_checkpointing", False) for module in loaded.model.modules())


def test_a_lesson_out_of_memory_goes_on_in_the_next_smaller_way_and_loses_no_step(
    loaded: SdxlShaped, kept_photos: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = losses_of(loaded, kept_photos, tmp_path / "plain", [Plan(step_plan=StepPlan(), batch_size=4)])
    take: Any = TrainingStep.take
    taken: list[int] = []

    def short_of_memory(self: TrainingStep, inputs: Any, learning_rate: float) -> torch.Tensor:
        taken.append(inputs.rows)
        if len(taken) == 2:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return take(self, inputs, learning_rate)

    monkeypatch.setattr(TrainingStep, "take", short_of_memory)
    plans = [Plan(step_plan=StepPlan(), batch_size=4), Plan(step_plan=StepPlan(rows_at_once=1), batch_size=4)]
    told: list[Plan] = []
    smaller = losses_of(loaded, kept_photos, tmp_path / "smaller", plans, told)

    assert told == plans
    assert len(taken) == 4
    assert smaller == pytest.approx(plain, rel=1e-5)


def test_the_smallest_way_that_does_not_fit_either_fails(
    loaded: SdxlShaped, kept_photos: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def short_of_memory(self: TrainingStep, inputs: Any, learning_rate: float) -> torch.Tensor:
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(TrainingStep, "take", short_of_memory)
    with pytest.raises(torch.OutOfMemoryError):
        losses_of(loaded, kept_photos, tmp_path, [Plan(step_plan=StepPlan(), batch_size=4)])


@pytest.mark.parametrize(
    ("free", "batch_size", "kept", "graph"),
    [
        (130 * GB, 4, SavedActivations.EVERYTHING, True),
        (17 * GB, 2, SavedActivations.EVERYTHING, True),
        (9 * GB, 1, SavedActivations.EVERYTHING, True),
        (6.5 * GB, 1, SavedActivations.WITHOUT_DEEP, True),
        (2.5 * GB, 1, SavedActivations.AT_BLOCKS, False),
        (0.1 * GB, 1, SavedActivations.AT_BLOCKS, False),
    ],
)
def test_the_fastest_way_that_fits_is_taken(
    free: float,
    batch_size: int,
    kept: SavedActivations,
    graph: bool,
    loaded: SdxlShaped,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a card that says so much is free, for a lesson of SDXL's size."""
    monkeypatch.setattr(devices, "usable_bytes", lambda device: free)
    monkeypatch.setattr(memory.step_plans, "for_training", lambda *_: StepPlan(graph=True, compiled=True))
    monkeypatch.setattr(memory, "_weights", lambda loaded, rank: 23_000_000)
    monkeypatch.setattr(loaded, "device", torch.device("cuda"))
    recipe = recipe_for("balanced", resolve("sdxl"), {}, kind="cat")

    plans = memory.plans(loaded, recipe)

    assert (plans[0].batch_size, plans[0].step_plan.kept, plans[0].step_plan.graph) == (batch_size, kept, graph)
    assert {way.batch_size for way in plans} == {batch_size}
    assert [way.bytes_needed for way in plans] == sorted((way.bytes_needed for way in plans), reverse=True)
    assert "GB free on the graphics card" in say(plans[0].words)


def test_a_lesson_that_goes_on_keeps_the_batch_size_it_was_begun_with(loaded: SdxlShaped, tmp_path: Path) -> None:
    asked = replace(training_request(), recipe=recipe_for("balanced", resolve("sdxl"), {}, kind="cat"))
    kept = Checkpoints(tmp_path, asked, write_whole)
    with injected(Adapter(loaded.sites(convolutions=False), 4, 4, loaded.dtype, loaded.device), seed=0) as adapter:
        step = TrainingStep(loaded, adapter, StepPlan())
        kept.save(20, 4, adapter, step, torch.Generator())

    request, _ = run.ready(loaded, asked, kept)

    assert (request.recipe.batch_size, request.recipe.samples) == (4, asked.recipe.samples)
