"""How a lesson uses the device it is on: one graph for a step, compiled blocks, attention kernels, what is kept of a
forward pass, and how many rows of a batch go through at once."""

import importlib.util
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.utils.checkpoint import checkpoint

# What is compiled: the parts that repeat. Whole-UNet compilation takes minutes and gains little more.
COMPILED_CLASSES = ("BasicTransformerBlock", "ResnetBlock2D")
# Compilation takes a minute or more on SDXL, once in a worker's life, and saves a hundredth of a second for each sample
# (benchmarks/sdxl/README.md): most lessons are over before it would have paid.
SAMPLES_WORTH_COMPILING = 6000
MOST_SHAPES = 64  # of one class: SDXL's residual blocks have twelve, each compiled with and without gradients
DEEP_LAYERS = 4  # a transformer of as many layers or more is a deep one
_COMPILED = "_cuddle_compiled"


class Kept(Enum):
    """What of a forward pass is kept for the backward one; the rest is computed again (gradient checkpointing)."""

    EVERYTHING = "everything"
    WITHOUT_DEEP = "everything but the inside of the deep transformers"
    AT_BLOCKS = "what goes into each block"


@dataclass(frozen=True, kw_only=True, slots=True)
class Acceleration:
    """`graph`: the step is captured; `compiled`: repeated blocks are; `attention`: kernels in the order to try.

    `rows_at_once`: rows of a batch in one forward and backward pass, whose gradients are summed; None is all.
    """

    graph: bool = False
    compiled: bool = False
    attention: tuple[str, ...] = ()
    kept: Kept = Kept.EVERYTHING
    rows_at_once: int | None = None


def for_lesson(device: torch.device, unet: nn.Module, samples: int) -> Acceleration:
    """The way in which a lesson of so many samples is over first, on a device with memory enough."""
    if device.type != "cuda":
        return Acceleration()
    hopper = torch.cuda.get_device_capability(device) >= (9, 0)
    kernels = ("CUDNN_ATTENTION", "FLASH_ATTENTION", "EFFICIENT_ATTENTION", "MATH") if hopper else ()
    pays = samples >= SAMPLES_WORTH_COMPILING or any(_COMPILED in part.__dict__ for part in _repeated(unet))
    return Acceleration(graph=True, compiled=pays and _can_compile(), attention=kernels)


def _can_compile() -> bool:
    return importlib.util.find_spec("triton") is not None


@contextmanager
def applied(unet: nn.Module, how: Acceleration) -> Iterator[None]:
    """Inside the block the UNet works in this way; after it, as it was loaded."""
    with ExitStack() as stack:
        if how.attention:
            kernels = [getattr(SDPBackend, name) for name in how.attention]
            stack.enter_context(sdpa_kernel(kernels, set_priority=True))
        if how.compiled:
            stack.enter_context(_compiled(unet))
        if how.kept is not Kept.EVERYTHING:
            stack.enter_context(_checkpointed(unet, how.kept))
        yield


@contextmanager
def _compiled(unet: nn.Module) -> Iterator[None]:
    parts = _repeated(unet)
    for part in parts:
        part._compiled_call_impl = _compiled_call(part)  # type: ignore[assignment]
    try:
        with torch._dynamo.config.patch(recompile_limit=MOST_SHAPES):
            yield
    finally:
        for part in parts:
            part._compiled_call_impl = None


def _repeated(unet: nn.Module) -> list[Any]:
    return [module for module in unet.modules() if type(module).__name__ in COMPILED_CLASSES]


def _compiled_call(part: Any) -> Callable[..., Any]:
    """The module's call, compiled when it is first used and kept with the module for the next lesson."""
    if _COMPILED not in part.__dict__:
        part.__dict__[_COMPILED] = torch.compile(part._call_impl, fullgraph=True, dynamic=False)
    return part.__dict__[_COMPILED]


@contextmanager
def _checkpointed(unet: nn.Module, kept: Kept) -> Iterator[None]:
    """Diffusers' own switches: a Transformer2DModel's is for its blocks, a block's for its residual blocks."""
    parts: list[Any] = [module for module in unet.modules() if hasattr(module, "gradient_checkpointing")]
    if kept is Kept.WITHOUT_DEEP:
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
