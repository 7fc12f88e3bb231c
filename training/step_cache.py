"""The captured step of the last lesson, kept for the next one: to capture SDXL's takes two seconds or three.

A graph reads and writes memory where it lay when it was captured. So the next lesson takes over the very tensors (the
LoRA, the optimizer's memory, the loss scale) and begins anew in them; what a graph cannot follow is in the Key.

The step lies beside the graphs of pictures (Predictions.caches): it goes where one of those has no room, where
the UNet moves, and with the base model. While a lesson works with it, nobody else can let go of it.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain

import torch

from pipeline import devices
from pipeline.families.loaded_model import LoadedModel
from studio.jobs.recipes import Recipe
from training.adapter import Adapter, injected
from training.step import Shape, TrainingStep
from training.step_plans import StepPlan

ROOM_BYTES = 12e9  # for a picture of SDXL's size with its graph, and for looking at photos: with less it is not kept


@dataclass(frozen=True, kw_only=True, slots=True)
class StepKey:
    """What a captured step depends on, beside the shapes of its inputs: it has a graph for each of those.

    `addresses`: of all that the UNet computes with. `step_plan`: the way that was asked for.
    """

    addresses: tuple[int, ...]
    dtype: torch.dtype
    rank: int
    alpha: float
    convolutions: bool
    step_plan: StepPlan

    @staticmethod
    def of(loaded: LoadedModel, recipe: Recipe, step_plan: StepPlan) -> "StepKey":
        """For a lesson of this recipe, with the UNet where it lies now."""
        weights = chain(loaded.model.parameters(), loaded.model.buffers())
        addresses = tuple(weight.data_ptr() for weight in weights)
        return StepKey(
            addresses=addresses,
            dtype=loaded.dtype,
            rank=recipe.rank,
            alpha=recipe.alpha,
            convolutions=recipe.convolutions,
            step_plan=step_plan,
        )


class StepCache:
    """What is kept for one base model between two lessons."""

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._kept: tuple[StepKey, TrainingStep] | None = None

    @staticmethod
    def of(loaded: LoadedModel) -> "StepCache":
        """The base model's."""
        return loaded.pictures.caches.of(StepCache, lambda: StepCache(loaded.device))

    @property
    def bytes(self) -> float:
        """Of the device's memory, which a lesson takes over or forget() gives back."""
        return 0.0 if self._kept is None else self._kept[1].bytes

    def take(self, key: StepKey) -> TrainingStep | None:
        """The step for a lesson with this key, which has it to itself; one with another key is let go of."""
        if self._kept is None or self._kept[0] != key:
            self.forget()
            return None
        step, self._kept = self._kept[1], None
        return step

    def keep(self, key: StepKey, step: TrainingStep) -> None:
        """Keep a step where it saves the next lesson time, and leaves room for what comes before that."""
        is_short = self._device.type == "cuda" and devices.usable_bytes(self._device) < ROOM_BYTES
        if step.is_captured and not is_short:
            self._kept = key, step

    def forget(self) -> None:
        """Give back the memory."""
        if self._kept is not None:
            self._kept = None
            devices.give_back(self._device)


@contextmanager
def step_for(
    loaded: LoadedModel, recipe: Recipe, step_plan: StepPlan, shapes: Collection[Shape]
) -> Iterator[TrainingStep]:
    """The step of a lesson that begins, with its LoRA on the UNet for the block: the last lesson's where it fits.

    shapes: of all inputs it will take. After the block the UNet is as it was, whatever
    was raised in it. Where the device failed the step is not kept; what any other end leaves behind, begin() undoes.
    """
    kept = StepCache.of(loaded)
    step = kept.take(StepKey.of(loaded, recipe, step_plan))
    if step is None:
        sites = loaded.sites(convolutions=recipe.convolutions)
        adapter = Adapter(sites, recipe.rank, recipe.alpha, loaded.dtype, loaded.device)
        step = TrainingStep(loaded, adapter, step_plan)
    step.begin(shapes)
    failed = False
    try:
        with injected(step.adapter, seed=recipe.seed):
            yield step
    except RuntimeError:  # of CUDA, such as too little memory
        failed = True
        raise
    finally:
        if not failed:
            kept.keep(StepKey.of(loaded, recipe, step.asked), step)
