"""How a UNet of diffusers is made to work fast on a GPU, with the same result: attention kernels, compiled blocks, and
parts that cost less.

What a profile of SDXL on an H200 shows beside the products themselves are copies: GEGLU's two halves are put side by
side again in its backward pass, and what leaves a transformer is laid out anew, although its neighbours want it as is.
"""

import importlib.util
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import torch
import torch.nn.functional as F
from diffusers.models.activations import GEGLU
from diffusers.models.transformers.transformer_2d import Transformer2DModel
from torch import Tensor, nn
from torch.nn.attention import SDPBackend, sdpa_kernel

# What is compiled: the parts that repeat. Whole-UNet compilation takes minutes and gains little more.
COMPILED_CLASSES = ("BasicTransformerBlock", "ResnetBlock2D")
MOST_SHAPES = 64  # of one class: SDXL's residual blocks have twelve, each compiled with and without gradients
_KEPT = "_cuddle_"  # before the names under which a module keeps what was made for it


def kernels_for(device: torch.device) -> tuple[str, ...]:
    """Attention kernels in the order to try them; none where torch's own choice is as good.

    On Hopper cuDNN's take 0.9 of FlashAttention's time in a forward and backward pass of SDXL's blocks.
    """
    is_hopper = device.type == "cuda" and torch.cuda.get_device_capability(device) >= (9, 0)
    return ("CUDNN_ATTENTION", "FLASH_ATTENTION", "EFFICIENT_ATTENTION", "MATH") if is_hopper else ()


@contextmanager
def attending(kernels: tuple[str, ...]) -> Iterator[None]:
    """Inside the block attention is computed by the first of these kernels that can; none: as torch chooses."""
    if not kernels:
        yield
        return
    with sdpa_kernel([getattr(SDPBackend, name) for name in kernels], set_priority=True):
        yield


@contextmanager
def streamlined(unet: nn.Module) -> Iterator[None]:
    """Inside the block some parts work in the cheaper way; after it as diffusers has them. No weight changes."""
    changed: list[tuple[Any, str]] = []
    try:
        for part in unet.modules():
            if isinstance(part, GEGLU) and type(part.proj) is nn.Linear:
                _put(part, "forward", partial(_gated, part.proj), changed)
            elif isinstance(part, Transformer2DModel):
                _put(part, "_get_output_for_continuous_inputs", partial(_leaving, part), changed)
        yield
    finally:
        for part, name in changed:
            delattr(part, name)


def _put(part: Any, name: str, call: Callable[..., Any], changed: list[tuple[Any, str]]) -> None:
    # The same object every time: compiled code is valid for that object alone.
    setattr(part, name, part.__dict__.setdefault(_KEPT + name, call))
    changed.append((part, name))


def _gated(proj: nn.Linear, hidden_states: Tensor) -> Tensor:
    """GEGLU with each half of its weights in a product of its own, so that no gradient is put together from halves."""
    half = proj.out_features // 2
    values, gates = proj.weight[:half], proj.weight[half:]
    bias, gates_bias = (None, None) if proj.bias is None else (proj.bias[:half], proj.bias[half:])
    return F.linear(hidden_states, values, bias) * F.gelu(F.linear(hidden_states, gates, gates_bias))


def _leaving(
    part: Any, hidden_states: Tensor, residual: Tensor, batch_size: int, height: int, width: int, inner_dim: int
) -> Tensor:
    """A transformer's way out; its cells stay laid out as they are (channels last), where diffusers copies them."""
    if part.use_linear_projection:
        hidden_states = part.proj_out(hidden_states)
    hidden_states = hidden_states.reshape(batch_size, height, width, inner_dim).permute(0, 3, 1, 2)
    return (hidden_states if part.use_linear_projection else part.proj_out(hidden_states)) + residual


def can_compile() -> bool:
    """Whether torch's compiler has what it needs for a GPU."""
    return importlib.util.find_spec("triton") is not None


@contextmanager
def compiled(unet: nn.Module, before_each: Callable[[], None] | None = None) -> Iterator[None]:
    """Inside the block the repeated parts are compiled, each when it is first used with a shape.

    before_each is called before every one of them; what it raises ends the forward pass.
    """
    parts, transformers = _repeated(unet), _transformers(unet)
    for part in parts:
        call = _kept_compiled(part, part._call_impl)
        part._compiled_call_impl = call if before_each is None else partial(_after, before_each, call)
    for part in transformers:  # their way in is a GroupNorm, which would lay everything out anew, and a product
        part._operate_on_continuous_inputs = _kept_compiled(part, part._operate_on_continuous_inputs)
    try:
        with torch._dynamo.config.patch(recompile_limit=MOST_SHAPES):
            yield
    finally:
        for part in parts:
            part._compiled_call_impl = None
        for part in transformers:
            del part._operate_on_continuous_inputs


def _after(before: Callable[[], None], call: Callable[..., Any], *inputs: Any, **named: Any) -> Any:
    before()
    return call(*inputs, **named)


def _repeated(unet: nn.Module) -> list[Any]:
    return [module for module in unet.modules() if type(module).__name__ in COMPILED_CLASSES]


def _transformers(unet: nn.Module) -> list[Any]:
    return [module for module in unet.modules() if isinstance(module, Transformer2DModel)]


def _kept_compiled(part: Any, call: Callable[..., Any]) -> Callable[..., Any]:
    """A call of the module, compiled when it is first used and kept with the module."""
    if _KEPT + "compiled" not in part.__dict__:
        part.__dict__[_KEPT + "compiled"] = torch.compile(call, fullgraph=True, dynamic=False)
    return part.__dict__[_KEPT + "compiled"]
