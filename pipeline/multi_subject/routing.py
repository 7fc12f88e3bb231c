"""Several LoRAs on one UNet, each in its own part of the picture, in one forward pass.

A layer's answer is W x + the sum over subjects of gate * strength * alpha / rank * up @ down @ x, where a subject's
gate is a number for each cell of the picture. The layers of all subjects lie side by side: one product with all
`down`s, one with the gates, one with all `up`s. What reads the words (the keys and values of cross-attention) is
computed once for each prompt, with its subject's LoRA alone, and the answers are mixed cell by cell.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from diffusers.models.activations import GEGLU
from torch import Tensor, nn

from pipeline.loras.dense_layers import DenseLayer
from pipeline.loras.lora import Lora
from pipeline.unet.attention import AttentionProcessor, attentions, by_heads, is_cross, processors_kept


@dataclass(frozen=True, kw_only=True, slots=True)
class ConcatenatedLora:
    """One layer's LoRAs side by side. down: (ranks, in) or (ranks, in, height, width); up: (out, ranks), all factors in
    it; owners: which subject each rank belongs to."""

    down: Tensor
    up: Tensor
    owners: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Routes:
    """Where whose LoRA works, for the rows of a UNet's batch.

    Attributes:
        gates: (rows, subjects, height / 8, width / 8), in 0..1.
        prompt_embeds: (rows, prompts, tokens, width), the scene's first, then one for each subject, read with that
            subject's LoRA.
        prompt_weights: (rows, prompts, height / 8, width / 8), in 0..1, of which the sum over prompts is 1.
        uncond_rows: in so many rows, the first ones, all gates are 0, so that nothing is computed for them.
    """

    gates: Tensor
    prompt_embeds: Tensor
    prompt_weights: Tensor
    uncond_rows: int = 0

    @property
    def form(self) -> tuple[Any, ...]:
        """What a captured pass has in it as numbers. Routes of one form differ in what tensors hold."""
        return self.gates.shape, self.prompt_embeds.shape, self.prompt_weights.shape, self.uncond_rows


class Router:
    """LoRAs put on a UNet that work where `set_routes` said, inside the blocks of active().

    What a forward pass reads (gates, prompt weights, keys and values of all words) lies in buffers. Routes of the same
    form are written into them in place, so that a CUDA graph of the pass stays valid.
    """

    def __init__(self, unet: nn.Module, choices: Sequence[tuple[Lora, float]]) -> None:
        self.unet = unet
        self._attentions = attentions(unet)
        self._cross_attention_layers = {name for name, attention in self._attentions.items() if is_cross(attention)}
        self._of_words: dict[str, list[tuple[Tensor, Tensor] | None]] = {}
        self._of_cells: dict[str, ConcatenatedLora] = {}
        of_words = {f"{name}.{target}" for name in self._cross_attention_layers for target in ("to_k", "to_v")}
        for name in dict.fromkeys(layer for lora, _ in choices for layer in lora.layers):
            layer = unet.get_submodule(name)
            each = [_factors_of(lora, strength, name, layer) for lora, strength in choices]
            if name in of_words:
                self._of_words[name] = each
            else:
                self._of_cells[name] = _concatenated(each, layer)
        self._routes: Routes | None = None
        self._prompts = torch.empty(0)  # the words, (prompts, rows, tokens, width)
        self._sizes: dict[int, tuple[int, int]] = {}
        self._gates: dict[tuple[int, ...], Tensor] = {}
        self._prompt_weights: dict[int, Tensor] = {}
        self._keys_values: dict[str, tuple[Tensor, Tensor]] = {}

    def set_routes(self, routes: Routes) -> bool:
        """What holds from the next forward pass on. The same words as before are not read again.

        Returns: whether a graph of a forward pass is as valid as it was: all its buffers lie where they lay.
        """
        before, self._routes = self._routes, routes
        self._prompts = routes.prompt_embeds.transpose(0, 1).contiguous()
        if before is None or before.form != routes.form:
            self._gates, self._prompt_weights, self._keys_values = {}, {}, {}
            height, width = routes.gates.shape[-2:]
            self._sizes = {}
            while height * width not in self._sizes:  # every level of the UNet halves both sides, rounding up
                self._sizes[height * width] = height, width
                height, width = (height + 1) // 2, (width + 1) // 2
            return False
        if before.gates is not routes.gates:
            for key, gate in self._gates.items():
                gate.copy_(self._gate(key[0], key[1:]))
        if before.prompt_weights is not routes.prompt_weights:
            for cells, prompt_weight in self._prompt_weights.items():
                prompt_weight.copy_(self._prompt_weight(cells))
        if before.prompt_embeds is not routes.prompt_embeds:
            for name, (keys, values) in self._keys_values.items():
                keys.copy_(self._read(name, "to_k"))
                values.copy_(self._read(name, "to_v"))
        return True

    @property
    def hooks_geglu(self) -> bool:
        """Whether a LoRA changes a layer that unet_parts.streamlined() does not call as a layer."""
        parents = (self.unet.get_submodule(name.rpartition(".")[0]) for name in self._of_cells)
        return any(isinstance(parent, GEGLU) for parent in parents)

    @property
    def routes(self) -> Routes:
        """What holds now."""
        assert self._routes is not None, "the router was not told where whose LoRA works"
        return self._routes

    def gate(self, cells: int, owners: tuple[int, ...]) -> Tensor:
        """Of all but the uncond rows: (rows, cells, ranks), or (rows, 1, ranks) for layers without places (cells 0)."""
        key = cells, *owners
        if key not in self._gates:
            self._gates[key] = self._gate(cells, owners).contiguous()
        return self._gates[key]

    def _gate(self, cells: int, owners: tuple[int, ...]) -> Tensor:
        gates = self.routes.gates[self.routes.uncond_rows :]
        at = gates.flatten(2).mean(2, keepdim=True) if cells == 0 else self._at(gates, cells)
        return at[:, list(owners)].transpose(1, 2)

    def prompt_weight(self, cells: int) -> Tensor:
        """Returns: (prompts, rows, 1, cells, 1)."""
        if cells not in self._prompt_weights:
            self._prompt_weights[cells] = self._prompt_weight(cells).contiguous()
        return self._prompt_weights[cells]

    def _prompt_weight(self, cells: int) -> Tensor:
        at = self._at(self.routes.prompt_weights, cells)
        return at.transpose(0, 1)[:, :, None, :, None]

    def _at(self, maps: Tensor, cells: int) -> Tensor:
        """Maps (rows, n, height, width) at the level that has so many cells: (rows, n, cells)."""
        return F.adaptive_avg_pool2d(maps.float(), self._sizes[cells]).flatten(2).to(maps.dtype)

    def keys_and_values(self, name: str) -> tuple[Tensor, Tensor]:
        """Of every prompt in every row, (prompts, rows, heads, tokens, width) each."""
        if name not in self._keys_values:
            self._keys_values[name] = self._read(name, "to_k").contiguous(), self._read(name, "to_v").contiguous()
        return self._keys_values[name]

    def _read(self, name: str, target: str) -> Tensor:
        """Keys or values of all words, each prompt's with its subject's LoRA."""
        attention, prompt_embeds = self._attentions[name], self._prompts
        answer = getattr(attention, target)(prompt_embeds)
        for place, change in enumerate(self._of_words.get(f"{name}.{target}", ())):
            if change is not None:
                _add(answer[1 + place], F.linear(prompt_embeds[1 + place], change[0]), change[1])
        return by_heads(attention, answer)[0]

    @contextmanager
    def active(self) -> Iterator[None]:
        """Inside the block hooks and processors are on the UNet; after it the UNet is as before."""
        handles = []
        with processors_kept(self.unet):
            try:
                for name, concatenated in self._of_cells.items():
                    layer = self.unet.get_submodule(name)
                    handles.append(layer.register_forward_hook(_LoraHook(self, concatenated, layer)))
                for name, attention in self._attentions.items():
                    processor = RoutedAttention(self, name, crosses=name in self._cross_attention_layers)
                    attention.processor = processor  # type: ignore[assignment]
                yield
            finally:
                for handle in handles:
                    handle.remove()


class _LoraHook:
    """Adds to one layer's answer what its LoRAs give, each behind its gate."""

    def __init__(self, router: Router, concatenated: ConcatenatedLora, layer: nn.Module) -> None:
        self.router, self.concatenated = router, concatenated
        self.convolution = (
            {"stride": layer.stride, "padding": layer.padding, "dilation": layer.dilation}
            if isinstance(layer, nn.Conv2d)
            else None
        )

    def __call__(self, layer: nn.Module, inputs: tuple[Tensor, ...], answer: Tensor) -> Tensor:
        """The answer is the layer's own new tensor, and is written into: no gradient flows here."""
        concatenated, uncond_rows = self.concatenated, self.router.routes.uncond_rows
        x, routed = inputs[0][uncond_rows:], answer[uncond_rows:]
        if self.convolution is not None:
            low = F.conv2d(x, concatenated.down, **self.convolution)  # type: ignore[arg-type]
            gate = (
                self.router.gate(low.shape[-2:].numel(), concatenated.owners)
                .transpose(1, 2)
                .unflatten(2, low.shape[-2:])
            )
            routed += F.conv2d(low * gate, concatenated.up[:, :, None, None])
            return answer
        low = F.linear(x, concatenated.down)
        gate = self.router.gate(x.shape[1] if x.ndim == 3 else 0, concatenated.owners)
        _add(routed, low * (gate if x.ndim == 3 else gate[:, 0]), concatenated.up)
        return answer


class RoutedAttention(AttentionProcessor):
    """An attention processor of diffusers that answers each prompt for itself.

    What LoRAs change of queries and of the end is added by the layers' hooks.
    """

    def __init__(self, router: Router, name: str, *, crosses: bool) -> None:
        self.router, self.name, self.crosses = router, name, crosses

    def attend(self, attention: Any, hidden_states: Tensor, words: Tensor | None) -> Tensor:
        """The words are those of the routes."""
        (query,) = by_heads(attention, attention.to_q(hidden_states))
        if self.crosses:
            attended = self._cross_attention(query)
        else:
            key, value = by_heads(attention, attention.to_k(hidden_states), attention.to_v(hidden_states))
            attended = F.scaled_dot_product_attention(query, key, value)
        return attention.to_out[0](attended.transpose(1, 2).flatten(2))

    def _cross_attention(self, query: Tensor) -> Tensor:
        """(rows, heads, cells, width): what each prompt answers, mixed by its weight in each cell."""
        keys, values = self.router.keys_and_values(self.name)
        prompt_weights = self.router.prompt_weight(query.shape[2])
        attended = F.scaled_dot_product_attention(query, keys[0], values[0]).mul_(prompt_weights[0])
        for key, value, prompt_weight in zip(keys[1:], values[1:], prompt_weights[1:], strict=True):
            attended.addcmul_(prompt_weight, F.scaled_dot_product_attention(query, key, value))
        return attended


@contextmanager
def routed(unet: nn.Module, choices: Sequence[tuple[Lora, float]]) -> Iterator[Router]:
    """Inside the block the UNet works with the LoRAs where the router's routes say; after it as before."""
    router = Router(unet, choices)
    with router.active():
        yield router


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


def _factors_of(lora: Lora, strength: float, name: str, layer: nn.Module) -> tuple[Tensor, Tensor] | None:
    """One LoRA's down, as it is kept, and up (out, rank) with every factor in it; None where it has no such layer."""
    if name not in lora.layers:
        return None
    one, weight = lora.layers[name], _like(layer)
    down, up = one.factors(layer.weight if isinstance(one, DenseLayer) else weight)  # type: ignore[arg-type]
    return down.to(weight), (up * strength).to(weight)


def _concatenated(each: Sequence[tuple[Tensor, Tensor] | None], layer: nn.Module) -> ConcatenatedLora:
    there = [(part, k) for k, part in enumerate(each) if part is not None]
    owners = tuple(k for part, k in there for _ in range(len(part[0])))
    down = torch.cat([part[0].reshape(len(part[0]), *_inner(layer)) for part, _ in there])
    return ConcatenatedLora(down=down, up=torch.cat([part[1] for part, _ in there], 1), owners=owners)


def _add(answer: Tensor, low: Tensor, up: Tensor) -> None:
    """Add low @ up's transposed, (..., ranks) and (out, ranks), to (..., out) in its place: a single kernel."""
    if answer.is_contiguous() and answer.dtype == low.dtype:
        answer.view(-1, answer.shape[-1]).addmm_(low.flatten(0, -2), up.t())
    else:
        answer += F.linear(low, up)
