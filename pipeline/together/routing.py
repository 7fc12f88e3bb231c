"""Several LoRAs on one UNet, each in its own part of the picture, in one forward pass.

A layer's answer is W x + the sum over subjects of gate * strength * alpha / rank * up @ down @ x, where a subject's
gate is a number for each cell of the picture. The layers of all subjects lie side by side: one product with all
`down`s, one with the gates, one with all `up`s. What reads the words (the keys and values of cross-attention) is
computed once for each prompt, with its subject's LoRA alone, and the answers are mixed cell by cell.
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from diffusers.models.attention_processor import Attention
from torch import Tensor, nn

from pipeline.attention import attentions, by_heads, processors_kept
from pipeline.lora import Lora

EXTRA_CHANNELS = 8  # attention kernels want a head's width in eights


@dataclass(frozen=True, kw_only=True, slots=True)
class Beside:
    """One layer's LoRAs side by side. down: (ranks, in) or (ranks, in, height, width); up: (out, ranks), all factors in
    it; owners: which subject each rank belongs to."""

    down: Tensor
    up: Tensor
    owners: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Routes:
    """Where whose LoRA works, for the rows of a UNet's batch.

    gates: (rows, subjects, height / 8, width / 8), in 0..1. words: (rows, prompts, tokens, width) encoded, the scene's
    first, then one for each subject, read with that subject's LoRA. shares: (rows, prompts, height / 8, width / 8), in
    0..1, of which the sum over prompts is 1. bound: how much less a cell of one subject looks at another subject's
    cells, as a number taken from the attention's logits; 0 is nothing.
    """

    gates: Tensor
    words: Tensor
    shares: Tensor
    bound: float = 0.0


class Router:
    """LoRAs put on a UNet that work where `follow` said. Between routed() and its end only."""

    def __init__(self, unet: nn.Module, choices: Sequence[tuple[Lora, float]]) -> None:
        self.unet = unet
        self.choices = choices
        self._of_words: dict[str, list[tuple[Tensor, Tensor] | None]] = {}
        self._routes: Routes | None = None
        self._gates: dict[tuple[int, ...], Tensor] = {}
        self._shares: dict[int, Tensor] = {}
        self._sizes: dict[int, tuple[int, int]] = {}
        self._words: dict[str, tuple[Tensor, Tensor]] = {}

    def follow(self, routes: Routes) -> None:
        """What holds from the next forward pass on. The same words as before are not read again."""
        before = self._routes
        same_words = before is not None and before.words is routes.words
        same_places = before is not None and before.gates is routes.gates and before.shares is routes.shares
        self._routes = routes
        if not same_words:
            self._words = {}
        if not same_places:
            self._gates, self._shares = {}, {}
            height, width = routes.gates.shape[-2:]
            self._sizes = {}
            while height * width not in self._sizes:  # every level of the UNet halves both sides, rounding up
                self._sizes[height * width] = height, width
                height, width = (height + 1) // 2, (width + 1) // 2

    @property
    def routes(self) -> Routes:
        """What holds now."""
        assert self._routes is not None, "the router was not told where whose LoRA works"
        return self._routes

    def gate(self, cells: int, owners: tuple[int, ...]) -> Tensor:
        """Returns: (rows, cells, ranks), or (rows, 1, ranks) for layers that know no places (cells 0)."""
        key = cells, *owners
        if key not in self._gates:
            gates = self.routes.gates
            at = gates.flatten(2).mean(2, keepdim=True) if cells == 0 else self._at(gates, cells)
            self._gates[key] = at[:, list(owners)].transpose(1, 2).contiguous()
        return self._gates[key]

    def share(self, cells: int) -> Tensor:
        """Returns: (prompts, rows, 1, cells, 1)."""
        if cells not in self._shares:
            at = self._at(self.routes.shares, cells)
            self._shares[cells] = at.transpose(0, 1)[:, :, None, :, None].contiguous()
        return self._shares[cells]

    def _at(self, maps: Tensor, cells: int) -> Tensor:
        """Maps (rows, n, height, width) at the level that has so many cells: (rows, n, cells)."""
        return F.adaptive_avg_pool2d(maps.float(), self._sizes[cells]).flatten(2).to(maps.dtype)

    def bounded(self, query: Tensor, key: Tensor, value: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Channels beside those of (rows, heads, cells, width), so that their product is what `bound` takes away.

        For two cells with gates m and n of all subjects it is bound * (sum m * sum n - sum of m * n): nothing inside a
        seat or where the scene is one of the two. As channels it needs no mask, so fast attention stays usable.
        """
        cells, width = query.shape[2:]
        gates = self.gate(cells, tuple(range(self.routes.gates.shape[1])))[:, None].to(query.dtype)
        whole = gates.sum(-1, keepdim=True)
        room = -(gates.shape[-1] + 1) % EXTRA_CHANNELS
        asks = F.pad(torch.cat([whole, gates], -1) * math.sqrt(width), (0, room))
        answers = F.pad(torch.cat([-whole, gates], -1) * self.routes.bound, (0, room))
        heads = (-1, query.shape[1], -1, -1)
        query = torch.cat([query, asks.expand(*heads)], -1)
        key = torch.cat([key, answers.expand(*heads)], -1)
        return query, key, F.pad(value, (0, key.shape[-1] - width))

    def keys_and_values(self, name: str, attention: Any) -> tuple[Tensor, Tensor]:
        """Of every prompt in every row, (prompts, rows, heads, tokens, width) each; kept until the words change."""
        if name not in self._words:
            words = self.routes.words.transpose(0, 1)
            both = []
            for target in ("to_k", "to_v"):
                answer = getattr(attention, target)(words)
                for place, change in enumerate(self._of_words.get(f"{name}.{target}", ())):
                    if change is not None:
                        answer[1 + place] += F.linear(F.linear(words[1 + place], change[0]), change[1])
                both += [part.contiguous() for part in by_heads(attention, answer)]
            self._words[name] = both[0], both[1]
        return self._words[name]

    def put_on(self) -> list[Any]:
        """Hooks and processors on the UNet. Returns what takes the hooks off again."""
        all_attentions = attentions(self.unet)
        cross = {name for name, attention in all_attentions.items() if is_cross(attention)}
        of_words = {f"{name}.{target}" for name in cross for target in ("to_k", "to_v")}
        handles = []
        for name in dict.fromkeys(layer for lora, _ in self.choices for layer in lora.layers):
            layer = self.unet.get_submodule(name)
            if name in of_words:
                self._of_words[name] = [self._alone(lora, strength, name, layer) for lora, strength in self.choices]
            else:
                hook = _Hook(self, self._beside(name, layer), layer)
                handles.append(layer.register_forward_hook(hook))
        for name, attention in all_attentions.items():
            attention.processor = RoutedAttention(self, name, crosses=name in cross)  # type: ignore[assignment]
        return handles

    def _alone(self, lora: Lora, strength: float, name: str, layer: nn.Module) -> tuple[Tensor, Tensor] | None:
        if name not in lora.layers:
            return None
        one, weight = lora.layers[name], _like(layer)
        up = one.up.flatten(1).float() * (strength * one.alpha / one.rank)
        return one.down.to(weight), up.to(weight)

    def _beside(self, name: str, layer: nn.Module) -> Beside:
        parts = [(self._alone(lora, strength, name, layer), k) for k, (lora, strength) in enumerate(self.choices)]
        there = [(part, k) for part, k in parts if part is not None]
        owners = tuple(k for part, k in there for _ in range(len(part[0])))
        down = torch.cat([part[0].reshape(len(part[0]), *_inner(layer)) for part, _ in there])
        return Beside(down=down, up=torch.cat([part[1] for part, _ in there], 1), owners=owners)


class _Hook:
    """Adds to one layer's answer what its LoRAs give, each behind its gate."""

    def __init__(self, router: Router, beside: Beside, layer: nn.Module) -> None:
        self.router, self.beside = router, beside
        self.convolution = (
            {"stride": layer.stride, "padding": layer.padding, "dilation": layer.dilation}
            if isinstance(layer, nn.Conv2d)
            else None
        )

    def __call__(self, layer: nn.Module, inputs: tuple[Tensor, ...], answer: Tensor) -> Tensor:
        (x, *_), beside = inputs, self.beside
        if self.convolution is not None:
            low = F.conv2d(x, beside.down, **self.convolution)  # type: ignore[arg-type]
            gate = self.router.gate(low.shape[-2:].numel(), beside.owners).transpose(1, 2).unflatten(2, low.shape[-2:])
            return answer + F.conv2d(low * gate, beside.up[:, :, None, None])
        low = F.linear(x, beside.down)
        gate = self.router.gate(x.shape[1] if x.ndim == 3 else 0, beside.owners)
        low = low * (gate if x.ndim == 3 else gate[:, 0])
        return answer + F.linear(low, beside.up)


class RoutedAttention:
    """An attention processor of diffusers that answers each prompt for itself and keeps seats from looking at others.

    What LoRAs change of queries and of the end is added by the layers' hooks.
    """

    def __init__(self, router: Router, name: str, *, crosses: bool) -> None:
        self.router, self.name, self.crosses = router, name, crosses

    def __call__(
        self,
        attn: Attention,
        hidden_states: Tensor,
        encoder_hidden_states: Tensor | None = None,
        attention_mask: Tensor | None = None,
        temb: Tensor | None = None,
    ) -> Tensor:
        """Receives: hidden_states (rows, cells, width); encoder_hidden_states is not looked at: the routes have it."""
        assert attention_mask is None, "SDXL's attention has no mask"
        own: Any = attn
        (query,) = by_heads(attn, own.to_q(hidden_states))
        if self.crosses:
            keys, values = self.router.keys_and_values(self.name, own)
            shares = self.router.share(query.shape[2])
            seen = torch.zeros_like(query)
            for key, value, share in zip(keys, values, shares, strict=True):
                seen = torch.addcmul(seen, share, F.scaled_dot_product_attention(query, key, value))
        else:
            key, value = by_heads(attn, own.to_k(hidden_states), own.to_v(hidden_states))
            width = query.shape[-1]
            if self.router.routes.bound:
                query, key, value = self.router.bounded(query, key, value)
            seen = F.scaled_dot_product_attention(query, key, value, scale=1 / math.sqrt(width))[..., :width]
        return own.to_out[0](seen.transpose(1, 2).flatten(2))


@contextmanager
def routed(unet: nn.Module, choices: Sequence[tuple[Lora, float]]) -> Iterator[Router]:
    """Inside the block the UNet works with the LoRAs where the router's routes say; after it as before."""
    router, handles = Router(unet, choices), []
    with processors_kept(unet):
        try:
            handles = router.put_on()
            yield router
        finally:
            for handle in handles:
                handle.remove()


def is_cross(attention: Attention) -> bool:
    """Whether it looks at the words."""
    return bool(attention.is_cross_attention)


def _like(layer: nn.Module) -> Tensor:
    """A tensor of the type that a layer computes in, on its device."""
    scale = getattr(layer, "scale", None)  # of layers in 8 bits
    weight = layer.weight if scale is None else scale
    assert isinstance(weight, Tensor)
    return weight


def _inner(layer: nn.Module) -> tuple[int, ...]:
    weight = layer.weight
    assert isinstance(weight, Tensor)
    return tuple(weight.shape[1:])
