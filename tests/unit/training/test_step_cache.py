"""A captured step outlives its lesson: the next one is what it would be alone. CUDA's graphs are played on the CPU."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image

from pipeline import devices, generate
from pipeline.families.sdxl import SdxlShaped
from pipeline.loras.lora import Lora
from pipeline.placement import Placement
from pipeline.predictions import Caches
from pipeline.unet import cuda_graphs
from pipeline.unet.attention import attentions
from studio.errors import StudioError
from studio.photos import buckets
from studio.store.disk.whole_files import write_whole
from studio.words import as_written
from tests.engine import SIDE, same_weights, state_of, training_request
from tests.played_graphs import Played, capture
from training import memory, run, step_cache
from training.adapter import Adapter
from training.checkpoints import Checkpoints
from training.memory import Plan
from training.run import StepInfo, Stopped
from training.step import FIRST_LOSS_SCALE, TrainingStep
from training.step_cache import StepCache
from training.step_plans import SavedActivations, StepPlan

CAPTURED = StepPlan(graph=True)
QUICK: dict[str, Any] = {"steps": 2, "batch_size": 1, "outside_weight": 1.0, "outside_prior_weight": 0.0}
Taught = tuple[list[float], dict[str, torch.Tensor]]


@pytest.fixture
def two_photos(kept_photos: list[Path]) -> list[Path]:
    """As few as a lesson can have that draws."""
    return kept_photos[:2]


@pytest.fixture
def captured(loaded: SdxlShaped, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Played]]:
    """Every step captured so far."""
    graphs: list[Played] = []
    monkeypatch.setattr(cuda_graphs, "capture", partial(capture, graphs))
    monkeypatch.setattr("training.step.WARM_UP_STEPS", 1)
    loaded.pictures.forget()
    yield graphs
    loaded.pictures.forget()


def taught(
    loaded: SdxlShaped,
    photos: Sequence[Path],
    folder: Path,
    step_plan: StepPlan = CAPTURED,
    raised: tuple[int, Exception] | None = None,
    **changes: Any,
) -> Taught:
    """The losses and the LoRA of a lesson of two steps, or of a part of it, up to where something is raised."""
    losses: list[float] = []

    def between(info: StepInfo) -> None:
        if info.loss is not None:
            losses.append(float(info.loss))
        if raised is not None and info.step == raised[0]:
            raise raised[1]

    request = training_request(**QUICK | changes)
    folder.mkdir(exist_ok=True)
    kept = Checkpoints(folder, request, write_whole)
    plans = [Plan(step_plan=step_plan, batch_size=request.recipe.batch_size)]
    lora = Lora(name="", layers={})
    with pytest.raises(type(raised[1])) if raised is not None else nullcontext():
        lora = run.train(loaded, request, photos, [], kept, between, lambda: None, plans)
    return losses, {
        f"{name}.{part}": getattr(lora.layers[name], part) for name in lora.layers for part in ("down", "up")
    }


def same(one: Taught, other: Taught) -> bool:
    weights = one[1].keys() == other[1].keys() and all(torch.equal(one[1][name], other[1][name]) for name in one[1])
    return one[0] == other[0] and weights


def test_a_second_lesson_goes_on_with_the_captured_step_and_is_bit_for_bit_what_it_is_alone(
    loaded: SdxlShaped, two_photos: list[Path], captured: list[Played], tmp_path: Path
) -> None:
    other: dict[str, Any] = {"seed": 8, "learning_rate": 3e-3, "steps": 3}
    eager = taught(loaded, two_photos, tmp_path / "eager", StepPlan())
    alone = taught(loaded, two_photos, tmp_path / "alone")
    loaded.pictures.forget()
    other_alone = taught(loaded, two_photos, tmp_path / "other alone", **other)
    loaded.pictures.forget()
    assert len(captured) == 2
    assert alone[0] == pytest.approx(eager[0], rel=1e-4)

    assert same(taught(loaded, two_photos, tmp_path / "first"), alone)
    assert same(taught(loaded, two_photos, tmp_path / "second", **other), other_alone)
    assert same(taught(loaded, two_photos, tmp_path / "third"), alone)
    assert len(captured) == 3


def test_between_two_lessons_the_unet_is_as_it_was_loaded_and_a_picture_harms_neither(
    loaded: SdxlShaped, two_photos: list[Path], captured: list[Played], tmp_path: Path
) -> None:
    before, forwards = state_of(loaded.model), [module.forward for module in loaded.model.modules()]
    processors = [attention.processor for attention in attentions(loaded.model).values()]
    settings = generate.Settings(sampler="Euler", steps=2, guidance_scale=3.0, width=SIDE, height=SIDE)
    conditions = generate.encode_guided(loaded, "a photo of a cat", "")
    picture = generate.picture(loaded, settings, conditions, 1).tobytes()
    alone = taught(loaded, two_photos, tmp_path / "first")

    assert same_weights(loaded.model, before)
    assert [module.forward for module in loaded.model.modules()] == forwards
    assert [attention.processor for attention in attentions(loaded.model).values()] == processors
    assert generate.picture(loaded, settings, conditions, 1).tobytes() == picture
    assert same(taught(loaded, two_photos, tmp_path / "second"), alone)
    assert len(captured) == 1


@pytest.mark.slow(
    quick_sibling="test_a_second_lesson_goes_on_with_the_captured_step_and_is_bit_for_bit_what_it_is_alone"
)
def test_what_was_captured_for_shapes_that_the_next_lesson_does_not_see_goes(
    loaded: SdxlShaped,
    two_photos: list[Path],
    captured: list[Played],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(buckets, "LEAST_AREA", 0.85)  # a second shape for photos as small as this
    with Image.open(two_photos[0]) as image:
        image.crop((0, 0, 100, 50)).save(two_photos[0])
    two_shapes: dict[str, Any] = {"steps": 4, "resolution": 192}
    alone = taught(loaded, two_photos, tmp_path / "both", **two_shapes)
    assert len(captured) == 2
    taught(loaded, two_photos[1:], tmp_path / "one", **two_shapes)
    assert len(captured) == 2
    assert same(taught(loaded, two_photos, tmp_path / "both anew", **two_shapes), alone)
    assert len(captured) == 3


@pytest.mark.parametrize(
    "changes",
    [
        {"rank": 2},
        {"alpha": 2.0},
        {"batch_size": 2},
        {"convolutions": False},
        {"outside_prior_weight": 1.0},
        {"step_plan": StepPlan(graph=True, kept=SavedActivations.AT_BLOCKS)},
    ],
)
@pytest.mark.slow(
    quick_sibling="test_a_second_lesson_goes_on_with_the_captured_step_and_is_bit_for_bit_what_it_is_alone"
)
def test_a_lesson_of_another_form_is_captured_anew(
    changes: dict[str, Any], loaded: SdxlShaped, two_photos: list[Path], captured: list[Played], tmp_path: Path
) -> None:
    alone = taught(loaded, two_photos, tmp_path / "alone", **changes)
    loaded.pictures.forget()
    taught(loaded, two_photos, tmp_path / "another")
    assert len(captured) == 2

    assert same(taught(loaded, two_photos, tmp_path / "after it", **changes), alone)
    assert len(captured) == 3


@pytest.mark.slow(
    quick_sibling="test_a_second_lesson_goes_on_with_the_captured_step_and_is_bit_for_bit_what_it_is_alone"
)
def test_a_step_is_not_played_for_a_unet_that_lies_elsewhere(
    loaded: SdxlShaped, two_photos: list[Path], captured: list[Played], tmp_path: Path
) -> None:
    alone = taught(loaded, two_photos, tmp_path / "alone")
    bias = next(weight for name, weight in loaded.model.named_parameters() if name.endswith("conv_out.bias"))
    own = bias.data
    bias.data = own.clone()
    again = taught(loaded, two_photos, tmp_path / "again")
    bias.data = own

    assert same(again, alone)
    assert len(captured) == 2


def test_on_a_small_card_it_goes_before_the_unet_makes_room(
    loaded: SdxlShaped,
    two_photos: list[Path],
    captured: list[Played],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taught(loaded, two_photos, tmp_path / "first")
    monkeypatch.setattr(loaded, "placement", Placement(unet_makes_room=True))
    with loaded.encoding_photos():
        step = StepCache.of(loaded).take(step_cache.StepKey.of(loaded, training_request().recipe, CAPTURED))
    assert step is None


@pytest.mark.parametrize(
    ("error", "captures"),
    [
        pytest.param(Stopped(), 1, marks=pytest.mark.slow),
        pytest.param(StudioError(as_written("The disk is full.")), 1, marks=pytest.mark.slow),
        (torch.OutOfMemoryError("CUDA out of memory"), 2),
    ],
)
def test_a_lesson_that_ended_early_leaves_nothing_to_the_next_but_its_step_unless_the_device_failed(
    error: Exception,
    captures: int,
    loaded: SdxlShaped,
    two_photos: list[Path],
    captured: list[Played],
    tmp_path: Path,
) -> None:
    taught(loaded, two_photos, tmp_path / "ended early", raised=(1, error), seed=8)
    after = taught(loaded, two_photos, tmp_path / "after it")
    loaded.pictures.forget()

    assert len(captured) == captures
    assert same(after, taught(loaded, two_photos, tmp_path / "alone"))


@pytest.mark.slow(
    quick_sibling="test_a_second_lesson_goes_on_with_the_captured_step_and_is_bit_for_bit_what_it_is_alone"
)
def test_a_stopped_lesson_goes_on_bit_for_bit_after_another_one_had_its_step(
    loaded: SdxlShaped, two_photos: list[Path], captured: list[Played], tmp_path: Path
) -> None:
    losses, lora = taught(loaded, two_photos, tmp_path / "alone")
    first, _ = taught(loaded, two_photos, tmp_path / "parts", raised=(1, Stopped()))
    taught(loaded, two_photos, tmp_path / "another", seed=8)
    rest, rest_of_lora = taught(loaded, two_photos, tmp_path / "parts")

    assert same((first + rest, rest_of_lora), (losses, lora))
    assert len(captured) == 1


def test_planning_a_lesson_spares_the_step_and_counts_its_memory_as_free(
    loaded: SdxlShaped,
    two_photos: list[Path],
    captured: list[Played],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taught(loaded, two_photos, tmp_path / "first")
    step = StepCache.of(loaded)
    monkeypatch.setattr(devices, "usable_bytes", lambda device: 9e9)
    monkeypatch.setattr(loaded, "device", torch.device("cuda"))
    monkeypatch.setattr(memory.step_plans, "for_training", lambda *_: CAPTURED)

    monkeypatch.setattr(devices, "bytes_in_pools", lambda device, pools: 5e9 * len(pools))

    assert step.bytes > 5e9
    assert memory.plans(loaded, training_request().recipe)[0].bytes_free == 9e9 + step.bytes
    loaded.pictures.forget()
    assert memory.plans(loaded, training_request().recipe)[0].bytes_free == 9e9


@pytest.mark.parametrize(("free", "is_kept"), [(20e9, True), (6e9, False)])
def test_it_is_kept_where_it_leaves_room_for_a_picture(
    free: float,
    is_kept: bool,
    loaded: SdxlShaped,
    two_photos: list[Path],
    captured: list[Played],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(devices, "usable_bytes", lambda device: free)
    caches = Caches()
    caches.of(StepCache, lambda: StepCache(torch.device("cuda")))
    monkeypatch.setattr(loaded.pictures, "caches", caches)
    taught(loaded, two_photos, tmp_path / "first")
    assert (StepCache.of(loaded).bytes > 0) == is_kept


def test_without_a_graph_there_is_nothing_to_keep(
    loaded: SdxlShaped, two_photos: list[Path], captured: list[Played], tmp_path: Path
) -> None:
    taught(loaded, two_photos, tmp_path / "first", StepPlan())
    assert StepCache.of(loaded).bytes == 0


def test_the_loss_scale_of_a_lesson_before_is_forgotten_where_graphs_look_for_it(
    loaded: SdxlShaped, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loaded, "dtype", torch.float16)
    step = TrainingStep(
        loaded, Adapter(loaded.sites(convolutions=False), 2, 2.0, torch.float32, loaded.device), StepPlan()
    )
    scale: Any = step._scale
    scale.fill_(1.0)
    step.begin(())
    assert step._scale is scale
    assert float(scale) == FIRST_LOSS_SCALE
