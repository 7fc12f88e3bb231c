"""How a lesson uses the card it is on: compiled blocks, attention kernels, one graph for the whole step."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn
from torch.nn.attention import SDPBackend, sdpa_kernel

# What is compiled: the parts that repeat. Whole-UNet compilation takes minutes and gains little more.
COMPILED_CLASSES = ("BasicTransformerBlock", "ResnetBlock2D")
MOST_SHAPES = 64  # of one class: SDXL's residual blocks have twelve, each compiled with and without gradients
_COMPILED = "_cuddle_compiled"


@dataclass(frozen=True, kw_only=True, slots=True)
class Acceleration:
    """`graph`: the step is captured; `compiled`: repeated blocks are; `attention`: kernels in the order to try."""

    graph: bool = False
    compiled: bool = False
    attention: tuple[str, ...] = ()


def for_device(device: torch.device) -> Acceleration:
    """What the device can do."""
    if device.type != "cuda":
        return Acceleration()
    hopper = torch.cuda.get_device_capability(device) >= (9, 0)
    kernels = ("CUDNN_ATTENTION", "FLASH_ATTENTION", "EFFICIENT_ATTENTION", "MATH") if hopper else ()
    return Acceleration(graph=True, compiled=_can_compile(), attention=kernels)


def _can_compile() -> bool:
    try:
        import triton  # noqa: F401
    except ImportError:
        return False
    return True


@contextmanager
def applied(unet: nn.Module, how: Acceleration) -> Iterator[None]:
    """Inside the block the UNet works in this way; after it, as it was loaded."""
    with ExitStack() as stack:
        if how.attention:
            kernels = [getattr(SDPBackend, name) for name in how.attention]
            stack.enter_context(sdpa_kernel(kernels, set_priority=True))
        if how.compiled:
            stack.enter_context(_compiled(unet))
        yield


@contextmanager
def _compiled(unet: nn.Module) -> Iterator[None]:
    parts = [module for module in unet.modules() if is_compiled_part(module)]
    for part in parts:
        part._compiled_call_impl = compiled_call(part)  # type: ignore[assignment]
    try:
        with torch._dynamo.config.patch(recompile_limit=MOST_SHAPES):
            yield
    finally:
        for part in parts:
            part._compiled_call_impl = None


def is_compiled_part(module: nn.Module) -> bool:
    """Whether the module is one of those that are compiled."""
    return type(module).__name__ in COMPILED_CLASSES


def compiled_call(part: Any) -> Callable[..., Any]:
    """The module's call, compiled when it is first used and kept with the module."""
    if _COMPILED not in part.__dict__:
        part.__dict__[_COMPILED] = torch.compile(part._call_impl, fullgraph=True, dynamic=False)
    return part.__dict__[_COMPILED]
