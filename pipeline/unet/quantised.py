"""Linear layers whose weights are kept in 8 bits: half the memory of bf16, for cards that could not hold it."""

from collections.abc import Iterable
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

LEVELS = 127  # of each sign


class Int8Linear(nn.Module):
    """A linear layer with one scale for each row of its weight: row = scale * codes, codes in -127..127.

    A weight of 4 deviations at most is off by 1 % of a deviation. `additions` are LoRAs: (down, up) pairs whose product
    is added to what the weight gives, since a weight in 8 bits is too coarse to hold their sum. `times_changed`: how
    often they were set.
    """

    codes: Tensor
    scale: Tensor
    bias: Tensor | None

    def __init__(self, linear: nn.Linear, device: torch.device) -> None:
        super().__init__()
        weight = linear.weight.detach().to(device, torch.float32)
        scale = (weight.abs().amax(dim=1, keepdim=True) / LEVELS).clamp(min=1e-12)
        self.register_buffer("codes", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale.to(linear.weight.dtype))
        self.register_buffer("bias", None if linear.bias is None else linear.bias.detach().to(device))
        self.in_features, self.out_features = linear.in_features, linear.out_features
        self.times_changed = 0
        self._additions: list[tuple[Tensor, Tensor]] = []

    @property
    def additions(self) -> list[tuple[Tensor, Tensor]]:
        """LoRAs: (down, up) of each."""
        return self._additions

    @additions.setter
    def additions(self, additions: list[tuple[Tensor, Tensor]]) -> None:
        self._additions = additions
        self.times_changed += 1

    @property
    def weight(self) -> Tensor:
        """The weight as it computes, (out, in)."""
        return self.codes.to(self.scale.dtype) * self.scale

    def forward(self, x: Tensor) -> Tensor:
        """Receives: (..., in). Returns: (..., out)."""
        answer = F.linear(x, self.weight, self.bias)
        for down, up in self.additions:
            answer = answer + F.linear(F.linear(x, down), up)
        return answer


def quantise(blocks: Iterable[nn.Module], device: torch.device) -> None:
    """Puts every linear layer of a model's repeated blocks on the device in 8 bits, in its place.

    Of SDXL those are six of seven of its weights; convolutions and what tells the time stay as they are.
    """
    for block in blocks:
        linears = [(name, layer) for name, layer in block.named_modules() if type(layer) is nn.Linear]
        for name, linear in linears:
            parent, _, last = name.rpartition(".")
            holder: Any = block.get_submodule(parent)
            replacement = Int8Linear(linear, device)
            if isinstance(holder, nn.ModuleList | nn.Sequential):
                holder[int(last)] = replacement
            else:
                setattr(holder, last, replacement)
