"""What everything that stands in for diffusers' own attention has in common."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from diffusers.models.attention_processor import Attention
from torch import Tensor, nn


class AttentionProcessor(ABC):
    """What stands in for diffusers' own processor, in attentions without a mask, as those of SDXL and SD 1.5."""

    @abstractmethod
    def attend(self, attention: Any, hidden_states: Tensor, words: Tensor | None) -> Tensor:
        """Receives: hidden_states (rows, cells, width), words (rows, tokens, words' width) or None where cells look at
        each other. Returns: what the attention gives, of hidden_states' shape."""

    def __call__(
        self,
        attn: Attention,
        hidden_states: Tensor,
        encoder_hidden_states: Tensor | None = None,
        attention_mask: Tensor | None = None,
        temb: Tensor | None = None,
    ) -> Tensor:
        """As diffusers calls it."""
        assert attention_mask is None, "the attention of SDXL and SD 1.5 has no mask"
        return self.attend(attn, hidden_states, encoder_hidden_states)


def attentions(unet: nn.Module) -> dict[str, Attention]:
    """Every attention by its name, in the UNet's order."""
    return {name: module for name, module in unet.named_modules() if isinstance(module, Attention)}


def is_cross(attention: Attention) -> bool:
    """Whether it looks at the words."""
    return bool(attention.is_cross_attention)


@contextmanager
def processors_kept(unet: nn.Module) -> Iterator[None]:
    """After the block every attention has the processor that it had before it."""
    own = {attention: attention.processor for attention in attentions(unet).values()}
    try:
        yield
    finally:
        for attention, processor in own.items():
            attention.processor = processor


def by_heads(attention: Attention, *parts: Tensor) -> list[Tensor]:
    """Each of (..., cells, heads * width) as (..., heads, cells, width), without a copy."""
    heads: Any = attention.heads
    return [part.unflatten(-1, (heads, -1)).transpose(-3, -2) for part in parts]
