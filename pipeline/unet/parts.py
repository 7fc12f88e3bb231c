"""How a UNet of diffusers is made to work fast on a GPU, with the same result: attention kernels, compiled blocks, and
parts that cost less.

What a profile of SDXL on an H200 shows beside the products themselves are copies: GEGLU's two halves are put side by
side again in its backward pass, what leaves a transformer is laid out anew, although its neighbours want it as is, and
so is what goes into every group norm and what comes out of it (pipeline.unet.group_norm).
"""

import importlib.util
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

import torch
import torch.nn.functional as F
from diffusers.models.activations import GEGLU
from diffusers.models.resnet import ResnetBlock2D
from diffusers.models.transformers.transformer_2d import Transformer2DModel
from torch import Tensor, nn
from torch.nn.attention import SDPBackend, sdpa_kernel

from pipeline.unet import group_norm

# What is compiled: the part that repeats, of which SDXL has two shapes. Its residual blocks have twelve, and compiling
# those took three quarters of the time.
COMPILED_CLASSES = ("BasicTransformerBlock",)
MOST_SHAPES = 64  # of one class: sizes and batches, with and without gradients
_COMPILED = "_cuddle_compiled"  # under which a module keeps its compiled call


def kernels_for(device: torch.device) -> tuple[str, ...]:
    """Attention kernels in the order to try them; none where torch's own choice is as good.

    On Hopper cuDNN's take 0.9 of FlashAttention's time in a forward and backward pass of SDXL's blocks.
    """
    is_hopper = device.type == "cuda" and torch.cuda.get_device_capability(device) >= (9, 0)
    return ("CUDNN_ATTENTION", "FLASH_ATTENTION", "EFFICIENT_ATTENTION", "MATH") if is_hopper else ()


@contextmanager
def attention_kernels(kernels: tuple[str, ...]) -> Iterator[None]:
    """Inside the block attention is computed by the first of these kernels that can; none: as torch chooses."""
    if not kernels:
        yield
        return
    with sdpa_kernel([getattr(SDPBackend, name) for name in kernels], set_priority=True):
        yield


@contextmanager
def streamlined(unet: nn.Module, *, hooked: bool = False) -> Iterator[None]:
    """Inside the block some parts work in the cheaper way; after it as diffusers has them. No weight changes.

    hooked: GEGLU's layers have hooks, so it has to call them. It is changed as a class, and so everywhere
    in the process: a forward of a module's own would have each of SDXL's seventy blocks compiled for itself.
    """
    own, parts = GEGLU.forward, list(unet.modules())
    changed: list[tuple[nn.Module, str]] = []

    def change(part: Any, name: str, way: Callable[..., Any]) -> None:
        setattr(part, name, partial(way, part))
        changed.append((part, name))

    try:
        if not hooked:
            GEGLU.forward = _gated  # type: ignore[method-assign]
        for part in parts:
            if isinstance(part, Transformer2DModel):
                change(part, "_get_output_for_continuous_inputs", _leaving)
            elif isinstance(part, ResnetBlock2D) and _is_plain(part):
                change(part, "forward", _residual)
            elif isinstance(part, nn.GroupNorm) and part.affine:
                change(part, "forward", group_norm.norm)
        yield
    finally:
        GEGLU.forward = own  # type: ignore[method-assign]
        for part, name in changed:
            part.__dict__.pop(name, None)


def _is_plain(block: ResnetBlock2D) -> bool:
    """Whether a residual block has the parts of SDXL's and SD 1.5's, and nothing else."""
    own: Any = block
    resized = own.upsample is not None or own.downsample is not None
    known = own.time_embedding_norm == "default" and isinstance(own.nonlinearity, nn.SiLU) and not own.skip_time_act
    return known and not resized and not own.dropout.p and own.norm1.affine and own.norm2.affine


def _residual(block: Any, input_tensor: Tensor, temb: Tensor | None = None) -> Tensor:
    """A residual block whose norms are one with what stands around them: the timestep's words and SiLU."""
    hidden = block.conv1(group_norm.norm(block.norm1, input_tensor, silu=True))
    timestep = None if temb is None or block.time_emb_proj is None else block.time_emb_proj(F.silu(temb))
    hidden = block.conv2(group_norm.norm(block.norm2, hidden, added=timestep, silu=True))
    shortcut = input_tensor if block.conv_shortcut is None else block.conv_shortcut(input_tensor)
    together = shortcut + hidden
    return together if block.output_scale_factor == 1 else together / block.output_scale_factor


def _gated(self: GEGLU, hidden_states: Tensor) -> Tensor:
    """GEGLU with each half of its weights in a product of its own, so that no gradient is put together from halves."""
    proj: Any = self.proj
    if type(proj) is not nn.Linear:  # in 8 bits
        values, gates = proj(hidden_states).chunk(2, dim=-1)
        return values * F.gelu(gates)
    weights, biases = proj.weight.chunk(2), (None, None) if proj.bias is None else proj.bias.chunk(2)
    values, gates = (F.linear(hidden_states, *half) for half in zip(weights, biases, strict=True))
    return values * F.gelu(gates)


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
def compiled(blocks: Sequence[nn.Module], before_each: Callable[[], None] | None = None) -> Iterator[None]:
    """Inside the block these repeated parts are compiled, each when it is first used with a shape.

    before_each is called before every one of them; what it raises ends the forward pass.
    """
    parts: list[Any] = list(blocks)
    look = before_each or (lambda: None)
    for part in parts:
        part._compiled_call_impl = partial(_after, look, _kept_compiled(part, part._call_impl))
    try:
        with torch._dynamo.config.patch(recompile_limit=MOST_SHAPES):
            yield
    finally:
        for part in parts:
            part._compiled_call_impl = None


def _after(before: Callable[[], None], call: Callable[..., Any], *inputs: Any, **named: Any) -> Any:
    before()
    return call(*inputs, **named)


def blocks(unet: nn.Module) -> list[nn.Module]:
    """The parts that are repeated again and again, and hold most of the weights."""
    return [module for module in unet.modules() if type(module).__name__ in COMPILED_CLASSES]


def _kept_compiled(part: Any, call: Callable[..., Any]) -> Callable[..., Any]:
    """A call of the module, compiled when it is first used and kept with the module."""
    if _COMPILED not in part.__dict__:
        part.__dict__[_COMPILED] = torch.compile(call, fullgraph=True, dynamic=False)
    return part.__dict__[_COMPILED]
