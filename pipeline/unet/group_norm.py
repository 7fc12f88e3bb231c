"""GroupNorm, and the SiLU behind it, on pictures that are laid out channels last.

torch's own kernels for it want the other layout: in a training step of SDXL every norm copies its picture there, and
what comes after it copies it back, which with the SiLU in kernels of its own took a sixth of the step on an H100.
Here both are done where the picture lies, forwards and backwards. The norm's own weights are frozen.
"""

import importlib.util
import logging
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

log = logging.getLogger(__name__)

_works: dict[torch.device, bool] = {}  # whether the kernels could be built, once for each device


def can_be_fused(device: torch.device) -> bool:
    """Whether the kernels work on this device. Asked for the first time it builds some, which takes seconds."""
    if device not in _works:
        _works[device] = device.type == "cuda" and importlib.util.find_spec("triton") is not None and _tried(device)
    return _works[device]


def norm(layer: nn.GroupNorm, x: Tensor, *, added: Tensor | None = None, silu: bool = False) -> Tensor:
    """What the layer answers to x + added, with SiLU behind it where asked.

    Receives: x (n, channels, height, width) in any layout, or of another shape that torch's own kernels take; added:
    (n, channels), without gradients. Returns: the shape of x, laid out channels last where the kernels work.
    """
    weight, bias = layer.weight, layer.bias
    if x.ndim != 4 or not can_be_fused(x.device):
        x = x if added is None else x + added[:, :, None, None]
        answer = F.group_norm(x, layer.num_groups, weight, bias, layer.eps)
        return F.silu(answer) if silu else answer
    return fused(x, weight, bias, layer.num_groups, layer.eps, added=added, silu=silu)


def fused(
    x: Tensor, weight: Tensor, bias: Tensor, groups: int, eps: float, *, added: Tensor | None = None, silu: bool = False
) -> Tensor:
    """The same from the kernels, whatever the device. weight and bias, (channels), get no gradients."""
    from pipeline.unet.group_norm_kernels import Layer  # triton is not everywhere

    added = None if added is None else added.contiguous()
    layer = Layer(weight=weight, bias=bias, added=added, groups=groups, eps=eps, silu=silu)
    return _Fused.apply(x.contiguous(memory_format=torch.channels_last), layer)  # type: ignore[no-any-return]


class _Fused(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, x: Tensor, layer: Any) -> Tensor:
        from pipeline.unet import group_norm_kernels as kernels

        there = kernels.means(x, layer)
        ctx.save_for_backward(x, there)
        ctx.layer = layer  # nothing of it is differentiated
        return kernels.applied(x, layer, there)

    @staticmethod
    def backward(ctx: Any, *grad_outputs: Tensor) -> Any:
        from pipeline.unet import group_norm_kernels as kernels

        x, there = ctx.saved_tensors
        gradient = grad_outputs[0].contiguous(memory_format=torch.channels_last)
        back = kernels.means(x, ctx.layer, (gradient, there))
        return kernels.applied(x, ctx.layer, there, (gradient, back)), None


def _tried(device: torch.device) -> bool:
    """Building needs a C compiler, which not every machine has."""
    try:
        x, ones = torch.zeros(1, 64, 2, 2, device=device), torch.ones(64, device=device)
        fused(x, ones, ones, 32, 1e-5, silu=True)
    except Exception:  # whatever triton raises: torch's own kernels are there
        log.exception("Group norms are computed by torch's own kernels.")
        return False
    return True
