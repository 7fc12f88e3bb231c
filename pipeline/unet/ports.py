"""Where the attention of a diffusers UNet is read and steered, for pictures of several subjects."""

from dataclasses import dataclass
from typing import Any

from torch import Tensor, nn

from pipeline.conditions import Conditions
from pipeline.unet.conditions import UnetConditions


@dataclass(frozen=True, kw_only=True, slots=True)
class AttentionPorts:
    """`unet`: its attentions are diffusers' own (pipeline.unet.attention), cross-attention beside self-attention."""

    unet: nn.Module

    def prompt_embeds(self, conditions: Conditions) -> Tensor:
        """What cross-attention reads, (prompts, tokens, width)."""
        assert isinstance(conditions, UnetConditions)
        return conditions.prompt_embeds

    def tokens(self, conditions: Conditions) -> int:
        """Of each prompt."""
        return self.prompt_embeds(conditions).shape[1]

    def residual_block(self, up_block: int) -> nn.Module:
        """The first one of a block that leads up again; what it gives, (n, channels, rows, columns), tells of looks."""
        unet: Any = self.unet
        return unet.up_blocks[up_block].resnets[0]
