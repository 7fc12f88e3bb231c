"""The LoRA that a training run teaches: layers that add it while it learns, put on a model and taken off again.

All of its weights lie in one flat fp32 tensor, so that clipping, AdamW and the copy in the type that the model
computes in are one kernel each, however many layers there are.
"""

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from diffusers.models.attention_processor import Attention
from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle

from pipeline.loras.lora import Lora, LoraLayer
from pipeline.loras.sites import PROJECTIONS, LoraSites
from pipeline.unet.attention import AttentionProcessor, by_heads
from training.projections import Projection, projection


@dataclass(frozen=True, kw_only=True, slots=True)
class LoraConvHook:
    """A forward hook of a convolution that adds its LoRA.

    down: (rank, in, height, width), up: (out, rank, 1, 1), in the type that the model computes in.
    """

    down: Tensor
    up: Tensor
    scale: float

    def __call__(self, layer: nn.Conv2d, inputs: tuple[Tensor, ...], answer: Tensor) -> Tensor:
        """Receives: the one input (n, in, height, width), and the layer's own answer."""
        low = F.conv2d(inputs[0], self.down, None, layer.stride, layer.padding, layer.dilation)
        return answer + F.conv2d(low if self.scale == 1 else low * self.scale, self.up)


@dataclass(frozen=True, kw_only=True, slots=True)
class LoraLinearHook:
    """A forward hook of a linear layer that adds its LoRA.

    down: (rank, in), up: (out, rank), in the type that the model computes in.
    """

    down: Tensor
    up: Tensor
    scale: float

    def __call__(self, layer: nn.Module, inputs: tuple[Tensor, ...], answer: Tensor) -> Tensor:
        """Receives: the one input (..., in), and the layer's own answer (..., out)."""
        low = F.linear(inputs[0], self.down)
        return answer + F.linear(low if self.scale == 1 else low * self.scale, self.up)


class LoraAttnProcessor(AttentionProcessor):
    """An attention processor of diffusers that computes the projections with the LoRA added.

    The same numbers as peft's layers give. `projections` are those that read the same input: (q, k, v) and out where an
    attention looks at itself; (q), (k, v) and out where it looks at the words.
    """

    def __init__(self, projections: list[Projection]) -> None:
        *self._into, self._out = projections

    def attend(self, attention: Any, hidden_states: Tensor, words: Tensor | None) -> Tensor:
        """With gradients."""
        read = zip(self._into, (hidden_states, hidden_states if words is None else words), strict=False)
        query, key, value = by_heads(attention, *(part for project, inputs in read for part in project(inputs)))
        attended = F.scaled_dot_product_attention(query, key, value).transpose(1, 2).flatten(2)
        return self._out(attended)[0]


class Adapter:
    """The LoRA being taught on a model.

    `weights` (n,) is all of it in fp32; `down` and `up` are views of it by the model's layer names, in the model's
    order. `leaves` are what the loss is differentiated by, in the type that the model computes in; `gradients` (n,) is
    where `set_gradients` puts that, in fp32. `dtype` is the type that the model computes in, on `device`.
    """

    def __init__(self, sites: LoraSites, rank: int, alpha: float, dtype: torch.dtype, device: torch.device) -> None:
        self._attentions, self._layers = sites.attentions, sites.layers
        self._own = {name: attention.processor for name, attention in self._attentions.items()}
        self.rank, self.alpha = rank, alpha
        shapes = sites.shapes()
        count = sum(rank * (inner + outer) for inner, outer in shapes.values())
        self.weights = torch.zeros(count, device=device)
        self.gradients = torch.zeros_like(self.weights)
        self._working = self.weights if dtype == torch.float32 else torch.zeros(count, device=device, dtype=dtype)
        self.down: dict[str, Tensor] = {}
        self.up: dict[str, Tensor] = {}
        self.leaves: list[Tensor] = []
        self._gradient_views: list[Tensor] = []
        self._processors: dict[str, LoraAttnProcessor] = {}
        self._next = 0
        for name, attention in self._attentions.items():
            self._lay_out(name, attention, {target: shapes[f"{name}.{target}"] for target in PROJECTIONS})
        self._hooks = {name: self._lay_out_one(name, layer, shapes[name]) for name, layer in self._layers.items()}
        self._handles: list[RemovableHandle] = []

    def _lay_out(self, name: str, attention: Attention, shapes: Mapping[str, tuple[int, int]]) -> None:
        """One attention's part of the flat tensors: first the downs, those that read the same input side by side."""
        scale = self.alpha / self.rank
        to_q, to_k, to_v, to_out = PROJECTIONS
        itself = not attention.is_cross_attention and shapes[to_q] == shapes[to_k] == shapes[to_v]
        groups = ((to_q, to_k, to_v), (to_out,)) if itself else ((to_q,), (to_k, to_v), (to_out,))
        downs = [self._take([f"{name}.{target}" for target in group], shapes[group[0]][0]) for group in groups]
        ups = [self._take_up([f"{name}.{target}" for target in group], shapes[group[0]][1]) for group in groups]
        layers = [tuple(attention.get_submodule(target) for target in group) for group in groups]
        self._processors[name] = LoraAttnProcessor(
            [projection(some, down, up, scale) for some, down, up in zip(layers, downs, ups, strict=True)]
        )

    def _lay_out_one(self, name: str, layer: nn.Module, shape: tuple[int, int]) -> LoraConvHook | LoraLinearHook:
        """One single layer's part of the flat tensors."""
        inner, outer = shape
        if isinstance(layer, nn.Conv2d):
            down, self.down[name] = self._leaf((self.rank, *layer.weight.shape[1:]))
            up, self.up[name] = self._leaf((outer, self.rank, 1, 1))
            return LoraConvHook(down=down, up=up, scale=self.alpha / self.rank)
        down, self.down[name] = self._leaf((self.rank, inner))
        up, self.up[name] = self._leaf((outer, self.rank))
        return LoraLinearHook(down=down, up=up, scale=self.alpha / self.rank)

    def _take(self, names: list[str], inner: int) -> Tensor:
        leaf, whole = self._leaf((len(names) * self.rank, inner))
        self.down |= dict(zip(names, whole.view(len(names), self.rank, inner).unbind(), strict=True))
        return leaf

    def _take_up(self, names: list[str], outer: int) -> Tensor:
        leaf, whole = self._leaf((len(names), outer, self.rank))
        self.up |= dict(zip(names, whole.unbind(), strict=True))
        return leaf

    def _leaf(self, shape: tuple[int, ...]) -> tuple[Tensor, Tensor]:
        """The next part of the flat tensors in this shape: what the model computes with, and the weights themselves."""
        here = slice(self._next, self._next + math.prod(shape))
        self._next = here.stop
        leaf = self._working[here].view(shape).detach().requires_grad_()
        self.leaves.append(leaf)
        self._gradient_views.append(self.gradients[here].view(shape))
        return leaf, self.weights[here].view(shape)

    @property
    def bytes(self) -> int:
        """What it takes of the device's memory."""
        own = {part.data_ptr(): part for part in (self.weights, self.gradients, self._working)}
        return sum(part.nbytes for part in own.values())

    @torch.no_grad()
    def begin(self, seed: int) -> None:
        """The first weights, in place: down drawn as diffusers draws it (normal, 1 / rank), up zero.

        A convolution's, which sums over cells as well, so much smaller that its answer is no larger.
        """
        generator = torch.Generator("cpu").manual_seed(seed)
        self.weights.zero_()
        for down in self.down.values():
            cells = down.shape[2:].numel()
            down.copy_(torch.randn(down.shape, generator=generator) / (self.rank * math.sqrt(cells)))
        self.refresh()

    @torch.no_grad()
    def refresh(self) -> None:
        """The copy that the model computes with, after `weights` changed."""
        if self._working is not self.weights:
            self._working.copy_(self.weights)

    @torch.no_grad()
    def set_gradients(self, gradients: list[Tensor], add: bool = False) -> None:
        """Receives: the loss differentiated by each of `leaves`. It takes the place of what is there, or adds to it."""
        if add:
            torch._foreach_add_(self._gradient_views, [gradient.float() for gradient in gradients])  # type: ignore[attr-defined]
        else:
            torch._foreach_copy_(self._gradient_views, gradients)  # type: ignore[attr-defined]

    def snapshot(self, name: str) -> Lora:
        """The LoRA as it is now; later steps do not change what was given."""
        layers = {
            layer: LoraLayer(down=self.down[layer].clone(), up=self.up[layer].clone(), alpha=self.alpha)
            for layer in self.down
        }
        return Lora(name=name, layers=layers)

    def load(self, weights: Mapping[str, Tensor]) -> None:
        """Weights by "<layer>.down" and "<layer>.up", as named_weights() gives them, bit for bit."""
        for name in self.down:
            self.down[name].copy_(weights[f"{name}.down"])
            self.up[name].copy_(weights[f"{name}.up"])
        self.refresh()

    def named_weights(self) -> dict[str, Tensor]:
        """Every weight by "<layer>.down" and "<layer>.up"."""
        downs = {f"{name}.down": weight for name, weight in self.down.items()}
        return downs | {f"{name}.up": weight for name, weight in self.up.items()}

    def inject(self) -> None:
        """From here on the model computes with the LoRA."""
        for name, attention in self._attentions.items():
            attention.processor = self._processors[name]  # type: ignore[assignment]
        self._handles += [layer.register_forward_hook(self._hooks[name]) for name, layer in self._layers.items()]

    def eject(self) -> None:
        """From here on the model is the base model's again."""
        for name, attention in self._attentions.items():
            attention.processor = self._own[name]
        while self._handles:
            self._handles.pop().remove()

    @contextmanager
    def disabled(self) -> Iterator[None]:
        """Inside the block the model works as if it were not being taught; nothing of the lesson changes."""
        self.eject()
        try:
            yield
        finally:
            self.inject()


@contextmanager
def injected(adapter: Adapter, *, seed: int) -> Iterator[Adapter]:
    """Puts a LoRA with first weights on its model and takes it off again; the model's own layers are then as before."""
    adapter.begin(seed)
    adapter.inject()
    try:
        yield adapter
    finally:
        adapter.eject()
