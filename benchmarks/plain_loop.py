"""A training loop as diffusers' train_dreambooth_lora_sdxl.py has it, with peft's LoRA: what a lesson is measured by.

It runs eagerly: a UNet's pass under autocast where it computes in 16 bits, plain MSE over the whole picture, gradients
cut to a norm of 1, torch's AdamW with the script's numbers. The LoRA is in fp32 in any case, which the script's is not
in bf16. What is drawn for each step is the caller's.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import torch
from peft import LoraConfig, inject_adapter_in_model
from torch import Tensor

from pipeline.conditions import Conditions
from pipeline.families.loaded_model import LoadedModel
from pipeline.loras.lora import Lora, LoraLayer
from pipeline.loras.sites import PROJECTIONS
from pipeline.unet import parts as unet_parts

NAME = "plain"  # under which peft keeps the LoRA
WEIGHT_DECAY, GRADIENT_NORM = 0.01, 1.0


class PlainLora:
    """A LoRA of peft on the UNet, as it learns. Its first weights are drawn from torch's global generator."""

    def __init__(self, loaded: LoadedModel, rank: int, alpha: float) -> None:
        self._loaded, self._alpha = loaded, alpha
        config = LoraConfig(
            r=rank, lora_alpha=int(alpha), init_lora_weights="gaussian", target_modules=list(PROJECTIONS)
        )
        inject_adapter_in_model(config, loaded.model, adapter_name=NAME)
        found = loaded.model.named_modules()
        self._layers: dict[str, Any] = {name: layer for name, layer in found if hasattr(layer, "lora_A")}
        for layer in self._layers.values():
            layer.lora_A[NAME].float()
            layer.lora_B[NAME].float()
        self._weights = [weight for weight in loaded.model.parameters() if weight.requires_grad]
        self._optimizer = torch.optim.AdamW(self._weights, weight_decay=WEIGHT_DECAY)

    @torch.no_grad()
    def load(self, weights: Mapping[str, Tensor]) -> None:
        """Weights as training.adapter.Adapter.named_weights() gives them."""
        for name, layer in self._layers.items():
            layer.lora_A[NAME].weight.copy_(weights[f"{name}.down"])
            layer.lora_B[NAME].weight.copy_(weights[f"{name}.up"])

    def step(
        self,
        noisy: Tensor,
        noise: Tensor,
        timesteps: Tensor,
        words: Conditions,
        learning_rate: float,
        kernels: tuple[str, ...] = (),
    ) -> float:
        """One step. Receives: noisy, noise (n, channels, height / 8, width / 8). Returns: the loss before it.

        kernels: of torch's attention, in the order to try; none: as torch chooses.
        """
        self._optimizer.param_groups[0]["lr"] = learning_rate
        width, height = self._loaded.grid.pixels(noisy)
        device, dtype = self._loaded.device.type, self._loaded.dtype
        half = torch.autocast(device, dtype, enabled=dtype != torch.float32)
        with half, unet_parts.attention_kernels(kernels):
            predicted = self._loaded.denoise(noisy, timesteps, words, width, height)
        loss = torch.nn.functional.mse_loss(predicted.float(), noise)
        self._optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._weights, GRADIENT_NORM)
        self._optimizer.step()
        return float(loss.detach())

    def lora(self, name: str) -> Lora:
        """The LoRA as it is now."""
        layers = {
            place: LoraLayer(
                down=layer.lora_A[NAME].weight.detach().clone(),
                up=layer.lora_B[NAME].weight.detach().clone(),
                alpha=self._alpha,
            )
            for place, layer in self._layers.items()
        }
        return Lora(name=name, layers=layers)

    def eject(self) -> None:
        """From here on the UNet is the base model's again."""
        unet: Any = self._loaded.model
        for name, layer in self._layers.items():
            parent, _, last = name.rpartition(".")
            setattr(unet.get_submodule(parent), last, layer.get_base_layer())
        del unet.peft_config


@contextmanager
def plain_lora(loaded: LoadedModel, rank: int, alpha: float) -> Iterator[PlainLora]:
    """A new LoRA on the UNet for the block."""
    lora = PlainLora(loaded, rank, alpha)
    try:
        yield lora
    finally:
        lora.eject()
