"""Which layers of a base model a LoRA learns to change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from diffusers.models.attention_processor import Attention
from torch import nn

PROJECTIONS = ("to_q", "to_k", "to_v", "to_out.0")  # of diffusers' Attention


@dataclass(frozen=True, kw_only=True, slots=True)
class LoraSites:
    """Layers by their names in the model, in its order.

    Attributes:
        attentions: diffusers' own, of which all four projections are changed; they are computed in few kernels.
        layers: single linear layers and convolutions.
    """

    attentions: Mapping[str, Attention] = field(default_factory=dict)
    layers: Mapping[str, nn.Module] = field(default_factory=dict)

    def shapes(self) -> dict[str, tuple[int, int]]:
        """Numbers in and numbers out of every layer that is changed.

        Into a convolution go those of all cells that it looks at.
        """
        projections = {
            f"{name}.{target}": attention.get_submodule(target)
            for name, attention in self.attentions.items()
            for target in PROJECTIONS
        }
        return {name: _shape(layer) for name, layer in (projections | dict(self.layers)).items()}


def _shape(layer: Any) -> tuple[int, int]:
    if isinstance(layer, nn.Conv2d):
        return layer.weight[0].numel(), layer.out_channels
    return int(layer.in_features), int(layer.out_features)
