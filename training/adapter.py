"""The LoRA that a lesson teaches: peft's layers on the UNet's attention projections, put on and taken off."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import torch
from peft import LoraConfig, inject_adapter_in_model
from peft.tuners.tuners_utils import BaseTunerLayer
from torch import Tensor, nn

from pipeline.lora import Lora, LoraLayer

NAME = "lesson"
TARGETS = ("to_q", "to_k", "to_v", "to_out.0")  # the attention projections


class Adapter:
    """The LoRA being taught. `down` and `up` are its weights by the UNet's layer names, fp32, in the UNet's order."""

    def __init__(self, unet: nn.Module, alpha: float) -> None:
        self._layers: dict[str, Any] = {
            name: layer for name, layer in unet.named_modules() if isinstance(layer, BaseTunerLayer)
        }
        self.alpha = alpha
        self.down: dict[str, nn.Parameter] = {name: layer.lora_A[NAME].weight for name, layer in self._layers.items()}
        self.up: dict[str, nn.Parameter] = {name: layer.lora_B[NAME].weight for name, layer in self._layers.items()}

    @property
    def parameters(self) -> list[nn.Parameter]:
        """Every weight that learns, always in the same order."""
        return [weight for name in self.down for weight in (self.down[name], self.up[name])]

    def begin(self, generator: torch.Generator, rank: int) -> None:
        """The first weights, fp32: down drawn as diffusers draws it (normal, 1 / rank), up zero."""
        for name, down in self.down.items():
            down.data = (torch.randn(down.shape, generator=generator) / rank).to(down.device)
            self.up[name].data = torch.zeros_like(self.up[name].data, dtype=torch.float32)

    def snapshot(self, name: str) -> Lora:
        """The LoRA as it is now; later steps do not change what was given."""
        layers = {
            layer: LoraLayer(
                down=self.down[layer].detach().clone(), up=self.up[layer].detach().clone(), alpha=self.alpha
            )
            for layer in self.down
        }
        return Lora(name=name, layers=layers)

    def load(self, weights: Mapping[str, Tensor]) -> None:
        """Weights by "<layer>.down" and "<layer>.up", as weights() gives them, bit for bit."""
        with torch.no_grad():
            for name in self.down:
                self.down[name].copy_(weights[f"{name}.down"])
                self.up[name].copy_(weights[f"{name}.up"])

    def weights(self) -> dict[str, Tensor]:
        """Every weight by "<layer>.down" and "<layer>.up"."""
        downs = {f"{name}.down": weight.detach() for name, weight in self.down.items()}
        return downs | {f"{name}.up": weight.detach() for name, weight in self.up.items()}

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Inside the block the UNet works as if it were not being taught; nothing of the lesson changes."""
        wanted = [parameter.requires_grad for parameter in self.parameters]
        for layer in self._layers.values():
            layer.enable_adapters(False)
        try:
            yield
        finally:
            for layer in self._layers.values():
                layer.enable_adapters(True)
            for parameter, before in zip(self.parameters, wanted, strict=True):
                parameter.requires_grad_(before)


@contextmanager
def being_taught(unet: nn.Module, *, rank: int, alpha: float, seed: int) -> Iterator[Adapter]:
    """Puts a new LoRA on the UNet and takes it off again; the UNet's own layers and weights are then as before.

    The first weights come from the seed.
    """
    config = LoraConfig(r=rank, lora_alpha=alpha, target_modules=list(TARGETS), init_lora_weights="gaussian")  # type: ignore[arg-type]
    with torch.random.fork_rng(devices=[]):  # peft draws from the global generator, which is given back
        inject_adapter_in_model(config, unet, adapter_name=NAME)
    adapter = Adapter(unet, alpha)
    try:
        adapter.begin(torch.Generator("cpu").manual_seed(seed), rank)
        yield adapter
    finally:
        _take_off(unet)


def _take_off(unet: nn.Module) -> None:
    """Every wrapped layer replaced by the UNet's own, which was inside it."""
    wrapped = [(name, layer) for name, layer in unet.named_modules() if isinstance(layer, BaseTunerLayer)]
    for name, layer in wrapped:
        parent, _, last = name.rpartition(".")
        setattr(unet.get_submodule(parent), last, layer.get_base_layer())
    if hasattr(unet, "peft_config"):
        del unet.peft_config
