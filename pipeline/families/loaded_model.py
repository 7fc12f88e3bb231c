"""What creating pictures and teaching subjects may ask of a loaded base model, whatever its family."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

import torch
from PIL import Image
from torch import Tensor, nn

from pipeline.conditions import Conditions
from pipeline.unet.picture_graphs import PictureGraphs
from studio.models.base_models import BaseModel

LATENT_FACTOR = 8  # pixels per latent cell and side, in every family there is


@dataclass(frozen=True, kw_only=True, slots=True)
class FileFacts:
    """How LoRA files name this kind of base model in their metadata, and its layers.

    stability_names: kohya's form names the UNet's layers as Stability's own code does, as its SDXL trainer writes them;
    sd-scripts finds no others, and everything else reads both.
    """

    architecture: str  # modelspec.architecture
    base_model_version: str  # ss_base_model_version
    stability_names: bool = False


class LoadedModel(Protocol):
    """A base model on its device, ready to work. All of its weights are frozen."""

    base_model: BaseModel
    device: torch.device
    dtype: torch.dtype
    unet: nn.Module
    text_encoders: list[nn.Module]
    scheduler_config: Mapping[str, Any]
    latent_channels: int
    file_facts: FileFacts
    pictures: PictureGraphs  # predictions for pictures, as fast as the device can

    def encode_prompts(self, prompts: Sequence[str]) -> Conditions:
        """Every prompt encoded, with its weights, at any length; an empty one as the empty words, never as zeros."""
        ...

    def tokens_of(self, prompt: str, words: str) -> list[list[int]]:
        """Where words stand in the prompt as it is encoded: their tokens' numbers, each time that they are there."""
        ...

    def denoise(self, noisy: Tensor, timesteps: Tensor, conditions: Conditions, width: int, height: int) -> Tensor:
        """Receives: noisy (batch, channels, height / 8, width / 8), timesteps (batch,) or (), conditions of the batch.

        Returns: the predicted noise in fp32, of noisy's shape. Gradients flow where they are enabled.
        """
        ...

    def encode_pixels(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        """Receives: (batch, 3, height, width) in [-1, 1]. Returns: mean and deviation of the latents, fp32, scaled."""
        ...

    def looking(self) -> AbstractContextManager[None]:
        """To be entered while many photos are encoded: makes room for that on a small card."""
        ...

    def decode_latents(self, latents: Tensor) -> Tensor:
        """Receives: (batch, channels, height / 8, width / 8). Returns: pixels (batch, 3, height, width) in [0, 1]."""
        ...

    def preview(self, latents: Tensor, width: int, height: int) -> Image.Image:
        """A quick look at (1, channels, height / 8, width / 8) latents without decoding them."""
        ...
