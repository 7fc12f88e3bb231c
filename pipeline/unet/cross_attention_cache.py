"""Cross-attention whose keys and values are computed once for a picture: the words are the same at all of its steps.

SDXL has 140 such products in a guided step, and they read 0.7 GB of weights.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch.nn.functional as F
from diffusers.models.attention_processor import Attention, AttnProcessor2_0
from torch import Tensor, nn

from pipeline.loras.lora import WeightVersions
from pipeline.unet.attention import AttentionProcessor, attentions, by_heads, is_cross
from pipeline.unet.quantised import Int8Linear


class CachedCrossAttention(AttentionProcessor):
    """An attention processor of diffusers that looks at words whose keys and values are there already.

    keys, values: (rows, tokens, heads * width).
    """

    def __init__(self, keys: Tensor, values: Tensor) -> None:
        self.keys, self.values = keys, values

    def attend(self, attention: Any, hidden_states: Tensor, words: Tensor | None) -> Tensor:
        """The words are not read again."""
        query, key, value = by_heads(attention, attention.to_q(hidden_states), self.keys, self.values)
        attended = F.scaled_dot_product_attention(query, key, value)
        return attention.to_out[0](attended.transpose(1, 2).flatten(2))


class CrossAttentionKVCache:
    """Keys and values of words of one shape, (rows, tokens, width), for some attentions that look at words.

    Other words of that shape are written where the ones before lay, so that a CUDA graph that reads them stays valid.
    An attention that does more than SDXL's, or has another processor than diffusers' own, is left as it is.
    """

    def __init__(self, cross_attention_layers: list[Attention]) -> None:
        self._cross_attention_layers = cross_attention_layers
        self._changes = WeightVersions(
            [layer for attention in cross_attention_layers for layer in _layers_of(attention)]
        )
        self._known: dict[Attention, CachedCrossAttention] = {}
        self._words: Tensor | None = None
        self._times = 0, 0

    def update(self, words: Tensor) -> None:
        """From here on these are the words. The same ones are read again only if they or the weights were changed."""
        times = words._version, self._changes.count()
        if words is self._words and times == self._times:
            return
        self._words = None  # what runs out of memory below leaves some of each
        for attention in self._cross_attention_layers:
            known, own = self._known.get(attention), _layers_of(attention)
            if known is not None:
                known.keys.copy_(own[0](words))
                known.values.copy_(own[1](words))
            elif _is_plain(attention):
                self._known[attention] = CachedCrossAttention(own[0](words), own[1](words))
        self._words, self._times = words, times

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Inside the block the attentions look at the words last told, whatever words the UNet is given."""
        changed = [(one, one.processor) for one in self._known if type(one.processor) is AttnProcessor2_0]
        try:
            for attention, _ in changed:
                attention.processor = self._known[attention]  # type: ignore[assignment]
            yield
        finally:
            for attention, own in changed:
                attention.processor = own


def cross_attention_layers(unet: nn.Module) -> list[Attention]:
    """The attentions that look at the very words that the UNet is given, by layers of the kinds that are known here."""
    if getattr(unet, "encoder_hid_proj", None) is not None:
        return []
    cross_attention_layers = [attention for attention in attentions(unet).values() if is_cross(attention)]
    return [
        one for one in cross_attention_layers if {type(layer) for layer in _layers_of(one)} <= {nn.Linear, Int8Linear}
    ]


def _layers_of(attention: Attention) -> tuple[nn.Module, nn.Module]:
    """Those of its keys and its values."""
    own: Any = attention
    return own.to_k, own.to_v


def _is_plain(attention: Attention) -> bool:
    """Whether it does what SDXL's does, and nothing else."""
    own: Any = attention
    norms = own.spatial_norm, own.group_norm, own.norm_cross, own.norm_q, own.norm_k
    ends = own.residual_connection or own.rescale_output_factor != 1
    hooked = any(layer._forward_hooks for layer in _layers_of(attention))
    return type(own.processor) is AttnProcessor2_0 and not (hooked or ends or any(norms))
