"""How a lesson uses the device it is on: one graph for a step, compiled blocks, attention kernels, what is kept of a
forward pass, and how many rows of a batch go through at once."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Any
from weakref import WeakSet

import torch
from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

from pipeline.families.loaded_model import LoadedModel
from pipeline.unet import parts as unet_parts

# Compilation takes a minute or more on SDXL, once in a worker's life, and saves a hundredth of a second for each sample
# (benchmarks/sdxl/README.md): most lessons are over before it would have paid.
SAMPLES_WORTH_COMPILING = 6000
_compiled_before: WeakSet[nn.Module] = WeakSet()  # models of which a lesson's passes were compiled
DEEP_LAYERS = 4  # a transformer of as many layers or more is a deep one


class SavedActivations(Enum):
    """What of a forward pass is kept for the backward one; the rest is computed again (gradient checkpointing)."""

    EVERYTHING = "everything"
    WITHOUT_DEEP = "everything but the inside of the deep transformers"
    AT_BLOCKS = "what goes into each block"


@dataclass(frozen=True, kw_only=True, slots=True)
class StepPlan:
    """`graph`: the step is captured; `compiled`: repeated blocks are; `attention`: kernels in the order to try.

    `rows_at_once`: rows of a batch in one forward and backward pass, whose gradients are summed; None is all.
    """

    graph: bool = False
    compiled: bool = False
    attention: tuple[str, ...] = ()
    kept: SavedActivations = SavedActivations.EVERYTHING
    rows_at_once: int | None = None


def for_training(device: torch.device, model: nn.Module, samples: int) -> StepPlan:
    """The way in which a lesson of so many samples is over first, on a device with memory enough."""
    if device.type != "cuda":
        return StepPlan()
    pays = samples >= SAMPLES_WORTH_COMPILING or model in _compiled_before
    return StepPlan(graph=True, compiled=pays and unet_parts.can_compile(), attention=unet_parts.kernels_for(device))


@contextmanager
def applied(loaded: LoadedModel, step_plan: StepPlan) -> Iterator[None]:
    """Inside the block the model works in this way; after it, as it was loaded."""
    with ExitStack() as stack:
        stack.enter_context(unet_parts.attention_kernels(step_plan.attention))
        if step_plan.graph:
            stack.enter_context(loaded.streamlined())
        if step_plan.compiled:
            stack.enter_context(unet_parts.compiled(loaded.blocks()))
            _compiled_before.add(loaded.model)
        if step_plan.kept is not SavedActivations.EVERYTHING:
            stack.enter_context(_checkpointed(loaded.model, step_plan.kept))
        yield


@contextmanager
def _checkpointed(model: nn.Module, kept: SavedActivations) -> Iterator[None]:
    """Diffusers' own switches: a Transformer2DModel's is for its blocks, a block's for its residual blocks."""
    parts: list[Any] = [module for module in model.modules() if hasattr(module, "gradient_checkpointing")]
    if kept is SavedActivations.WITHOUT_DEEP:
        parts = [part for part in parts if len(getattr(part, "transformer_blocks", ())) >= DEEP_LAYERS]
    for part in parts:
        part._gradient_checkpointing_func = _again
        part.gradient_checkpointing = True
    try:
        yield
    finally:
        for part in parts:
            part.gradient_checkpointing = False


def _again(part: nn.Module, *inputs: Any) -> Tensor:
    # Nothing random is inside, and a graph that is being captured could not keep the generator's state.
    return checkpoint(part, *inputs, use_reentrant=False, preserve_rng_state=False)  # type: ignore[return-value]
