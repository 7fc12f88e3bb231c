"""Linear layers with a LoRA beside them, in as few kernels as their products need.

Autograd's own way costs a LoRA of rank 16 on SDXL's attention a fifth of a step on an H200: for every layer a scaling,
two small products, an addition, and as much again and more on the way back. Here the small products are added where
the large ones stand, and layers that read the same input are multiplied at once. The numbers are the same.
"""

from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn


@dataclass(frozen=True, kw_only=True, slots=True)
class Projection:
    """One or more linear layers that read the same input, with their LoRAs.

    `weight` (layers * out, in) and `bias` are the layers' own where they are plain ones; else None, and the layers are
    called. down: (layers * rank, in), up: (layers, out, rank), in the type that the UNet computes in.
    """

    layers: tuple[nn.Module, ...]
    weight: Tensor | None
    bias: Tensor | None
    down: Tensor
    up: Tensor
    scale: float

    def __call__(self, inputs: Tensor) -> tuple[Tensor, ...]:
        """Receives: (n, cells, in). Returns: for each layer (n, cells, out)."""
        if self.weight is not None:
            flat = inputs.reshape(-1, inputs.shape[-1])
            out, _ = _project(flat, self.weight, self.bias, self.down, self.up, self.scale)
            return out.view(*inputs.shape[:-1], -1).chunk(len(self.layers), dim=-1)
        lows = (F.linear(inputs, self.down) * self.scale).chunk(len(self.layers), dim=-1)
        return tuple(layer(inputs) + F.linear(low, self.up[k]) for k, (layer, low) in enumerate(zip(self.layers, lows)))  # noqa: B905


def projection(layers: tuple[Any, ...], down: Tensor, up: Tensor, scale: float) -> Projection:
    """The layers with their LoRAs; the weights of several plain layers lie in one tensor from then on."""
    bias = layers[0].bias if len(layers) == 1 and type(layers[0]) is nn.Linear else None
    return Projection(layers=layers, weight=in_one(layers), bias=bias, down=down, up=up, scale=scale)


def in_one(layers: tuple[Any, ...]) -> Tensor | None:
    """The weights of linear layers one below the other in one tensor that they share from then on.

    The layers keep their values and cost no second copy. None where they are not plain layers, or several with a bias.
    """
    if any(type(layer) is not nn.Linear for layer in layers):
        return None
    weights = [layer.weight for layer in layers]
    if len(weights) == 1:
        return weights[0].data
    if any(layer.bias is not None for layer in layers):
        return None
    rows = sum(len(weight) for weight in weights)
    first, width = weights[0], weights[0].shape[1]
    after = first.storage_offset()
    shared = True
    for weight in weights:
        shared &= weight.untyped_storage().data_ptr() == first.untyped_storage().data_ptr()
        shared &= weight.storage_offset() == after
        after += weight.numel()
    if shared:
        return torch.as_strided(first.data, (rows, width), (width, 1), first.storage_offset())
    whole = torch.cat([weight.data for weight in weights])
    for layer, part in zip(layers, whole.split([len(weight) for weight in weights]), strict=True):
        layer.weight.data = part
    return whole


def _side_by_side(rows: Tensor, layers: int) -> Tensor:
    """(cells, layers * width) as (layers, cells, width), without a copy."""
    return rows.view(len(rows), layers, -1).transpose(0, 1)


@torch.library.custom_op("cuddle::project", mutates_args=())
def _project(
    inputs: Tensor, weight: Tensor, bias: Tensor | None, down: Tensor, up: Tensor, scale: float
) -> tuple[Tensor, Tensor]:
    """Receives: inputs (cells, in). Returns: (cells, layers * out), and the low-rank part (cells, layers * rank)."""
    out = F.linear(inputs, weight, bias)
    low = F.linear(inputs, down)
    if scale != 1:
        low *= scale
    _side_by_side(out, len(up)).baddbmm_(_side_by_side(low, len(up)), up.transpose(1, 2))
    return out, low


@_project.register_fake
def _(
    inputs: Tensor, weight: Tensor, bias: Tensor | None, down: Tensor, up: Tensor, scale: float
) -> tuple[Tensor, Tensor]:
    return inputs.new_empty(len(inputs), len(weight)), inputs.new_empty(len(inputs), len(down))


@torch.library.custom_op("cuddle::project_backward", mutates_args=())
def _project_backward(
    gradient: Tensor, inputs: Tensor, weight: Tensor, low: Tensor, down: Tensor, up: Tensor, scale: float, back: bool
) -> tuple[Tensor, Tensor, Tensor]:
    """Returns: the gradients of inputs (nothing where `back` is false: they are words, and frozen), down and up."""
    apart = _side_by_side(gradient, len(up))
    low_gradient = torch.bmm(apart, up).transpose(0, 1).reshape(low.shape)
    if scale != 1:
        low_gradient = low_gradient * scale
    up_gradient = torch.bmm(apart.transpose(1, 2), _side_by_side(low, len(up)))
    down_gradient = low_gradient.t() @ inputs
    if not back:
        return inputs.new_empty(0), down_gradient, up_gradient
    return (gradient @ weight).addmm_(low_gradient, down), down_gradient, up_gradient


@_project_backward.register_fake
def _(
    gradient: Tensor, inputs: Tensor, weight: Tensor, low: Tensor, down: Tensor, up: Tensor, scale: float, back: bool
) -> tuple[Tensor, Tensor, Tensor]:
    return inputs.new_empty(inputs.shape if back else (0,)), torch.empty_like(down), torch.empty_like(up)


def _keep(ctx: Any, inputs: tuple[Any, ...], output: tuple[Tensor, Tensor]) -> None:
    given, weight, _, down, up, ctx.scale = inputs
    ctx.save_for_backward(given, weight, output[1], down, up)
    ctx.set_materialize_grads(False)


def _back(ctx: Any, gradient: Tensor, _: Tensor | None) -> tuple[Tensor | None, ...]:
    given, weight, low, down, up = ctx.saved_tensors
    back = ctx.needs_input_grad[0]
    answers = _project_backward(gradient.contiguous(), given, weight, low, down, up, ctx.scale, back)
    return (answers[0] if back else None), None, None, answers[1], answers[2], None


_project.register_autograd(_back, setup_context=_keep)
