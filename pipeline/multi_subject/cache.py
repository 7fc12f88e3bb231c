"""What a picture of several subjects leaves for the next one: CUDA graphs, and the buffers that these read.

To capture costs more than a second, and a picture is often made again with another prompt, seed or place. It is kept
beside the graphs of plain pictures (Predictions.caches) and given back with them, so that no lesson lacks the memory.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from pipeline.conditions import Conditions
from pipeline.families.loaded_model import LoadedModel
from pipeline.loras.lora import Layer, Lora
from pipeline.multi_subject.attention_maps import AttentionRecorder, ports_of
from pipeline.multi_subject.routing import Router
from pipeline.unet.picture_graphs import PictureGraphs


@dataclass(frozen=True, kw_only=True, slots=True)
class CachedRouter:
    """LoRAs ready for a UNet, and the graphs of its passes with them."""

    router: Router
    graphs: PictureGraphs


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordedPasses:
    """What records attention, and the graphs of passes that are recorded: each leaves its own maps, no earlier ones.

    Only for passes while the recorder is installed and `is_recording`.
    """

    recorder: AttentionRecorder
    graphs: PictureGraphs


class MultiSubjectCache:
    """What is kept for one base model."""

    def __init__(self, loaded: LoadedModel) -> None:
        self.recording = RecorderCache(loaded)
        self.routing = RouterCache(loaded, self.recording)

    @staticmethod
    def of(loaded: LoadedModel) -> "MultiSubjectCache":
        """The base model's, which stays for as long as its graphs."""
        return loaded.pictures.caches.of(MultiSubjectCache, lambda: MultiSubjectCache(loaded))

    def forget(self) -> None:
        """Give back the memory of all of it."""
        self.routing.forget()
        self.recording.forget()


class RecorderCache:
    """The latest recorder: another picture of the same form has its words written into that one."""

    def __init__(self, loaded: LoadedModel) -> None:
        self._loaded = loaded
        self._form: tuple[int, ...] = ()
        self._kept: RecordedPasses | None = None

    def of(self, words: Tensor, height: int, width: int) -> RecordedPasses:
        """For the words of AttentionRecorder and pictures whose latents have that size."""
        form = (*words.shape, height, width)
        if self._kept is None or self._form != form:
            self.forget()
            self._kept, self._form = self._new(words), form
        self._kept.recorder.words.copy_(words)
        self._kept.graphs.begin()
        return self._kept

    def _new(self, words: Tensor) -> RecordedPasses:
        loaded = self._loaded
        recorder = AttentionRecorder(torch.zeros_like(words), ports_of(loaded).unet)

        def recorded(noisy: Tensor, timesteps: Tensor, conditions: Conditions, width: int, height: int) -> Tensor:
            recorder.clear()  # a part of the graph: what the passes before a capture saw is not counted
            return loaded.denoise(noisy, timesteps, conditions, width, height)

        return RecordedPasses(recorder=recorder, graphs=PictureGraphs(ports_of(loaded).unet, recorded, loaded.device))

    def forget(self) -> None:
        """Give back the memory."""
        kept, self._kept = self._kept, None
        if kept is not None:
            kept.graphs.forget()


class RouterCache:
    """The latest router: another picture with the very same LoRAs at the same strengths goes on with it."""

    def __init__(self, loaded: LoadedModel, recording: RecorderCache) -> None:
        self._loaded, self._recording = loaded, recording
        self._choices: list[tuple[Mapping[str, Layer], float]] = []
        self._kept: CachedRouter | None = None

    def of(self, choices: Sequence[tuple[Lora, float]]) -> CachedRouter:
        """For these LoRAs and strengths. They are compared by what they are, not by names: files change."""
        same = len(choices) == len(self._choices) and all(
            lora.layers is layers and strength == was
            for (lora, strength), (layers, was) in zip(choices, self._choices, strict=True)
        )
        if self._kept is None or not same:
            self.forget()
            self._kept = self._new(choices)
            self._choices = [(lora.layers, strength) for lora, strength in choices]
        self._kept.graphs.begin()
        return self._kept

    def _new(self, choices: Sequence[tuple[Lora, float]]) -> CachedRouter:
        loaded, router = self._loaded, Router(ports_of(self._loaded).unet, choices)
        graphs = PictureGraphs(ports_of(loaded).unet, loaded.denoise, loaded.device, hooked=router.hooks_geglu)
        graphs.caches.add(self._recording)  # where memory is short, the many routed steps need it more
        return CachedRouter(router=router, graphs=graphs)

    def forget(self) -> None:
        """Give back the memory."""
        kept, self._kept, self._choices = self._kept, None, []
        if kept is not None:
            kept.graphs.clear()
