"""The LoRA that a lesson teaches: attention that adds it while it learns, put on a UNet and taken off again.

All of its weights lie in one flat fp32 tensor, so that clipping, AdamW and the copy in the type that the UNet computes
in are one kernel each, however many layers there are.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from diffusers.models.attention_processor import Attention
from torch import Tensor, nn

from pipeline.lora import Lora, LoraLayer

TARGETS = ("to_q", "to_k", "to_v", "to_out.0")  # the attention projections


@dataclass(frozen=True, kw_only=True, slots=True)
class Taught:
    """One attention's LoRA in the computing type. down: (rank, in) each, up: (out, rank) each.

    down_qkv is (3 * rank, in) where an attention looks at itself; otherwise down_q is (rank, in), and down_kv
    (2 * rank, width of the words): what reads the same input is multiplied at once.
    """

    down_q: Tensor | None
    down_kv: Tensor | None
    down_qkv: Tensor | None
    up_q: Tensor
    up_k: Tensor
    up_v: Tensor
    down_out: Tensor
    up_out: Tensor


class TaughtAttention:
    """An attention processor of diffusers that computes the projections with the LoRA added.

    The same numbers as peft's layers give, with the three projections of a self-attention in one product.
    """

    def __init__(self, taught: Taught, scale: float, base_qkv: Tensor | None) -> None:
        self.taught = taught
        self.scale = scale
        self.base_qkv = base_qkv  # (3 * out, in): the base model's own q, k, v weights, one below the other

    def __call__(
        self,
        attn: Attention,
        hidden_states: Tensor,
        encoder_hidden_states: Tensor | None = None,
        attention_mask: Tensor | None = None,
        temb: Tensor | None = None,
    ) -> Tensor:
        """Receives: hidden_states (n, cells, width), encoder_hidden_states (n, tokens, words' width) or None."""
        assert attention_mask is None, "SDXL's attention has no mask"
        own: Any = attn
        taught = self.taught
        if encoder_hidden_states is None and taught.down_qkv is not None:
            low = F.linear(hidden_states, taught.down_qkv) * self.scale
            low_q, low_k, low_v = low.chunk(3, dim=-1)
            if self.base_qkv is not None:
                query, key, value = F.linear(hidden_states, self.base_qkv).chunk(3, dim=-1)
            else:
                query, key, value = (to(hidden_states) for to in (own.to_q, own.to_k, own.to_v))
        else:
            assert taught.down_q is not None and taught.down_kv is not None and encoder_hidden_states is not None
            low_q = F.linear(hidden_states, taught.down_q) * self.scale
            low_k, low_v = (F.linear(encoder_hidden_states, taught.down_kv) * self.scale).chunk(2, dim=-1)
            query = own.to_q(hidden_states)
            key, value = own.to_k(encoder_hidden_states), own.to_v(encoder_hidden_states)
        query = query + F.linear(low_q, taught.up_q)
        key = key + F.linear(low_k, taught.up_k)
        value = value + F.linear(low_v, taught.up_v)
        query, key, value = (part.unflatten(-1, (attn.heads, -1)).transpose(1, 2) for part in (query, key, value))
        seen = F.scaled_dot_product_attention(query, key, value).transpose(1, 2).flatten(2)
        return own.to_out[0](seen) + F.linear(F.linear(seen, taught.down_out) * self.scale, taught.up_out)


class Adapter:
    """The LoRA being taught on a UNet.

    `weights` (n,) is all of it in fp32; `down` and `up` are views of it by the UNet's layer names, in the UNet's
    order. `leaves` are what the loss is differentiated by, in the type that the UNet computes in; `gradients` (n,) is
    where `take_gradients` puts that, in fp32.
    """

    def __init__(self, unet: nn.Module, rank: int, alpha: float, dtype: torch.dtype) -> None:
        self._attentions = {name: module for name, module in unet.named_modules() if isinstance(module, Attention)}
        self._own = {name: attention.processor for name, attention in self._attentions.items()}
        self.rank, self.alpha = rank, alpha
        shapes = lora_shapes(unet)
        device = next(unet.parameters()).device
        count = sum(rank * (inner + outer) for inner, outer in shapes.values())
        self.weights = torch.zeros(count, device=device)
        self.gradients = torch.zeros_like(self.weights)
        self._working = self.weights if dtype == torch.float32 else torch.zeros(count, device=device, dtype=dtype)
        self.down: dict[str, Tensor] = {}
        self.up: dict[str, Tensor] = {}
        self.leaves: list[Tensor] = []
        self._gradient_views: list[Tensor] = []
        self._taught: dict[str, TaughtAttention] = {}
        self._next = 0
        for name, attention in self._attentions.items():
            self._lay_out(name, attention, {target: shapes[f"{name}.{target}"] for target in TARGETS})

    def _lay_out(self, name: str, attention: Attention, shapes: Mapping[str, tuple[int, int]]) -> None:
        """One attention's part of the flat tensors: downs that read the same input side by side, then the ups."""
        scale = self.alpha / self.rank
        to_q, to_k, to_v, to_out = TARGETS
        inner = {target: shape[0] for target, shape in shapes.items()}
        itself = not attention.is_cross_attention and inner[to_q] == inner[to_k] == inner[to_v]
        groups = ((to_q, to_k, to_v),) if itself else ((to_q,), (to_k, to_v))
        downs = [self._take([f"{name}.{target}" for target in group], inner[group[0]]) for group in groups]
        down_out = self._take([f"{name}.{to_out}"], inner[to_out])
        ups = {target: self._take_up(f"{name}.{target}", shapes[target][1]) for target in TARGETS}
        taught = Taught(
            down_q=None if itself else downs[0],
            down_kv=None if itself else downs[1],
            down_qkv=downs[0] if itself else None,
            up_q=ups[to_q],
            up_k=ups[to_k],
            up_v=ups[to_v],
            down_out=down_out,
            up_out=ups[to_out],
        )
        linears = [attention.get_submodule(target) for target in (to_q, to_k, to_v)]
        self._taught[name] = TaughtAttention(taught, scale, in_one(linears) if itself else None)

    def _take(self, names: list[str], inner: int) -> Tensor:
        leaf = self._leaf((len(names) * self.rank, inner))
        start = self._next - leaf.numel()
        for index, name in enumerate(names):
            first = start + index * self.rank * inner
            self.down[name] = self.weights[first : first + self.rank * inner].view(self.rank, inner)
        return leaf

    def _take_up(self, name: str, outer: int) -> Tensor:
        leaf = self._leaf((outer, self.rank))
        self.up[name] = self.weights[self._next - leaf.numel() : self._next].view(outer, self.rank)
        return leaf

    def _leaf(self, shape: tuple[int, int]) -> Tensor:
        here = slice(self._next, self._next + shape[0] * shape[1])
        self._next = here.stop
        leaf = self._working[here].view(shape).detach().requires_grad_()
        self.leaves.append(leaf)
        self._gradient_views.append(self.gradients[here].view(shape))
        return leaf

    def begin(self, generator: torch.Generator) -> None:
        """The first weights: down drawn as diffusers draws it (normal, 1 / rank), up zero."""
        self.weights.zero_()
        for down in self.down.values():
            down.copy_(torch.randn(down.shape, generator=generator) / self.rank)
        self.refresh()

    @torch.no_grad()
    def refresh(self) -> None:
        """The copy that the UNet computes with, after `weights` changed."""
        if self._working is not self.weights:
            self._working.copy_(self.weights)

    @torch.no_grad()
    def take_gradients(self, gradients: list[Tensor], add: bool = False) -> None:
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

    def put_on(self) -> None:
        """From here on the UNet computes with the LoRA."""
        for name, attention in self._attentions.items():
            attention.processor = self._taught[name]  # type: ignore[assignment]

    def take_off(self) -> None:
        """From here on the UNet is the base model's again."""
        for name, attention in self._attentions.items():
            attention.processor = self._own[name]

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Inside the block the UNet works as if it were not being taught; nothing of the lesson changes."""
        self.take_off()
        try:
            yield
        finally:
            self.put_on()


@contextmanager
def being_taught(unet: nn.Module, *, rank: int, alpha: float, seed: int, dtype: torch.dtype) -> Iterator[Adapter]:
    """Puts a new LoRA on the UNet and takes it off again; the UNet's own layers and weights are then as before.

    The first weights come from the seed. `dtype` is the type that the UNet computes in.
    """
    adapter = Adapter(unet, rank, alpha, dtype)
    adapter.begin(torch.Generator("cpu").manual_seed(seed))
    adapter.put_on()
    try:
        yield adapter
    finally:
        adapter.take_off()


def in_one(linears: list[Any]) -> Tensor | None:
    """The weights of linear layers one below the other in one tensor that they share from then on.

    The layers keep their values and cost no second copy. None where they are not plain layers of one type.
    """
    weights = [linear.weight for linear in linears]
    if any(type(linear) is not nn.Linear or linear.bias is not None for linear in linears):
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
    for linear, part in zip(linears, whole.split([len(weight) for weight in weights]), strict=True):
        linear.weight.data = part
    return whole


def lora_shapes(unet: nn.Module) -> dict[str, tuple[int, int]]:
    """Width in and width out of every projection that is taught, by its name, in the UNet's order."""
    shapes = {}
    for name, attention in unet.named_modules():
        if isinstance(attention, Attention):
            for target in TARGETS:
                linear: Any = attention.get_submodule(target)
                shapes[f"{name}.{target}"] = int(linear.in_features), int(linear.out_features)
    return shapes
