"""Predictions for pictures on a CUDA card: one graph for each shape, kept for every later picture of that shape.

A guided step of SDXL is some three thousand kernels; launched one by one they leave an H200 idle for most of the time.
A graph holds addresses, not weights: LoRAs are written into the weights in place (pipeline.loras.lora), so it stays
valid. So are the keys and values of a picture's words (pipeline.unet.cross_attention_cache), which its steps share,
with a graph or without.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor, nn

from pipeline import devices
from pipeline.conditions import Conditions
from pipeline.predictions import Cache, Caches, Denoise
from pipeline.unet import cross_attention_cache, cuda_graphs
from pipeline.unet import parts as unet_parts
from pipeline.unet.conditions import UnetConditions
from pipeline.unet.cross_attention_cache import CrossAttentionKVCache
from pipeline.unet.quantised import Int8Linear

MOST_GRAPHS = 4
WARM_UP_STEPS = 2  # before a capture
BYTES_PER_PIXEL = 3000  # of a batch in a captured step, beside the weights
SPARE_BYTES = 6e9  # left for the decoding of a picture and for LoRAs

log = logging.getLogger(__name__)

Shape = tuple[Any, ...]


class _Interrupted(Exception):
    """There is something better to do than to prepare."""


class PictureGraphs:
    """The graphs of one UNet. `denoise` is what they capture; it is called as it is wherever no graph can be made.

    hooked: layers of the UNet that a cheaper way of working would pass by have hooks.
    `caches`: what else is kept for later pictures on this UNet; it is forgotten with the graphs, and before them where
    one more has no room.
    """

    def __init__(self, unet: nn.Module, denoise: Denoise, device: torch.device, *, hooked: bool = False) -> None:
        self._hooked = hooked
        self.caches = Caches()
        self._unet, self._denoise, self._device = unet, denoise, device
        self._graphs: OrderedDict[Shape, _Graph] = OrderedDict()
        self._cross_attention_layers = cross_attention_cache.cross_attention_layers(unet)
        self._caches: dict[torch.Size, CrossAttentionKVCache] = {}
        self._parameters = list(unet.parameters())  # to look for them takes longer than a step may wait
        self._weights: tuple[int, ...] = ()
        self._too_large: set[Shape] = set()  # for the memory there was when begin() was called
        self._is_compiled, self._compiles = False, unet_parts.can_compile()
        self._refused = device.type != "cuda" or any(isinstance(part, Int8Linear) for part in unet.modules())

    def begin(self) -> None:
        """Other pictures begin: what had no room for a graph may have it now. Asking costs too much for every step.

        What was captured where the weights lie no more goes before anything new is kept beside it.
        """
        self._too_large.clear()
        if not self._refused:
            self._forget_if_moved()

    def predict(self, noisy: Tensor, timestep: Tensor, conditions: Conditions, width: int, height: int) -> Tensor:
        """What `denoise` gives, without gradients; from a graph where the card has the memory for one."""
        assert isinstance(conditions, UnetConditions)
        given = _Inputs(noisy=noisy, timestep=timestep, conditions=conditions, width=width, height=height)
        if torch.is_grad_enabled():
            return self._fast(given)
        if self._refused or timestep.ndim or conditions.sizes is not None:
            return self._fast(replace(given, words=self._kv_cache(conditions.prompt_embeds)))
        self._forget_if_moved()
        shape = (*noisy.shape, *conditions.prompt_embeds.shape, width, height)
        given = replace(given, words=self._kv_cache(conditions.prompt_embeds))
        graph = self._graphs.get(shape) or self._captured(shape, given)
        if graph is None:
            return self._fast(given)
        self._graphs.move_to_end(shape)
        return graph.replay(given)

    def _kv_cache(self, words: Tensor) -> CrossAttentionKVCache:
        """Keys and values of words (rows, tokens, width), where all graphs for words of that shape look for them."""
        if words.shape not in self._caches:
            in_graphs = {graph.held.conditions.prompt_embeds.shape for graph in self._graphs.values()}
            self._caches = {shape: cache for shape, cache in self._caches.items() if shape in in_graphs}
            self._caches[words.shape] = CrossAttentionKVCache(self._cross_attention_layers)
        cache = self._caches[words.shape]
        cache.update(words)
        return cache

    def forget(self, *, sparing: type[Cache] | None = None) -> None:
        """Give back the memory of all graphs and caches: before a training run, or when the weights lie elsewhere.

        sparing: caches of that type keep theirs.
        """
        self.caches.forget(sparing=sparing)
        self.clear()

    def clear(self) -> None:
        """Give back the memory of every graph and its words alone: what they were captured with holds no more."""
        self._caches = {}
        if self._graphs:
            self._graphs.clear()
            devices.give_back(self._device)

    @property
    def can_be_prepared(self) -> bool:
        """Whether prepare() would make the pictures of the shapes so far faster."""
        return bool(self._graphs) and not self._is_compiled and self._compiles

    @torch.no_grad()
    def prepare(self, is_wanted: Callable[[], bool]) -> bool:
        """Compile what the shapes so far need, for the time when nothing else is to do.

        Takes seconds for each part and half a minute in all for SDXL; ends early, with what is done kept, as soon as
        is_wanted() says no. Returns: whether all is done; the next picture then captures a graph of it.
        """
        shapes = [graph.held for graph in self._graphs.values()]

        def look() -> None:
            if not is_wanted():
                raise _Interrupted

        try:
            for held in shapes:
                with self._fast_paths(held.words, compiled=True, before_each=look):
                    held.passed_to(self._denoise)
        except _Interrupted:
            return False
        except Exception:  # whatever torch's compiler raises, also for a tool that is missing: it works without
            log.exception("Pictures are made without compiled parts.")
            self._compiles = False
            return False
        self._is_compiled = True
        self.forget()
        return True

    def _forget_if_moved(self) -> None:
        weights = tuple(weight.data_ptr() for weight in self._parameters)
        if self._weights != weights:
            if self._weights:
                self.forget()
            self._weights = weights

    def _fast(self, given: "_Inputs") -> Tensor:
        is_plain = self._device.type != "cuda"
        with _in_use(given.words) if is_plain else self._fast_paths(given.words, compiled=self._is_compiled):
            return given.passed_to(self._denoise)

    @contextmanager
    def _fast_paths(
        self, words: CrossAttentionKVCache | None, *, compiled: bool, before_each: Callable[[], None] | None = None
    ) -> Iterator[None]:
        with ExitStack() as stack:
            stack.enter_context(_in_use(words))
            stack.enter_context(unet_parts.attention_kernels(unet_parts.kernels_for(self._device)))
            stack.enter_context(unet_parts.streamlined(self._unet, hooked=self._hooked))
            if compiled:
                stack.enter_context(unet_parts.compiled(unet_parts.blocks(self._unet), before_each))
            yield

    def _captured(self, shape: Shape, given: "_Inputs") -> "_Graph | None":
        if shape in self._too_large:
            return None
        needed = len(given.noisy) * given.width * given.height * BYTES_PER_PIXEL + SPARE_BYTES
        if devices.usable_bytes(self._device) < needed:
            self.caches.forget()
            if devices.usable_bytes(self._device) < needed:
                self._too_large.add(shape)
                return None
        try:
            graph = _Graph(self._fast, given.copied())
        except torch.OutOfMemoryError:
            self.forget()
            self._too_large.add(shape)
            return None
        except RuntimeError as error:  # what CUDA says of a call that cannot be captured
            log.warning("Pictures are made without a graph: %s", str(error).partition("\n")[0])
            torch.cuda.synchronize()
            self._refused = True
            return None
        self._graphs[shape] = graph
        while len(self._graphs) > MOST_GRAPHS:
            self._graphs.popitem(last=False)
        return graph


def _in_use(words: CrossAttentionKVCache | None) -> AbstractContextManager[None]:
    return nullcontext() if words is None else words.in_use()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Inputs:
    """The inputs of a prediction: those of Denoise; and `words`, which were told its words already, if anything was."""

    noisy: Tensor
    timestep: Tensor
    conditions: UnetConditions
    width: int
    height: int
    words: CrossAttentionKVCache | None = None

    def passed_to(self, denoise: Denoise) -> Tensor:
        """What it predicts."""
        return denoise(self.noisy, self.timestep, self.conditions, self.width, self.height)

    def copied(self) -> "_Inputs":
        """With tensors of its own, for a graph to look at."""
        own = self.conditions.cloned()
        return replace(self, noisy=self.noisy.clone(), timestep=self.timestep.clone(), conditions=own)


class _Graph:
    """A captured prediction. `held`: where it looks for its inputs."""

    def __init__(self, predict: Callable[[_Inputs], Tensor], held: _Inputs) -> None:
        self.held = held
        self._graph, self._answer = cuda_graphs.capture(lambda: predict(held), WARM_UP_STEPS)

    def replay(self, given: _Inputs) -> Tensor:
        """The prediction for other inputs of the same shapes, whose words are told where `held` has them."""
        held = self.held
        held.noisy.copy_(given.noisy)
        held.timestep.copy_(given.timestep)
        held.conditions.copy_(given.conditions)
        self._graph.replay()
        return self._answer.clone()
