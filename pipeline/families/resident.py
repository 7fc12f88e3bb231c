"""What creating pictures and teaching subjects may ask of a loaded base model, whatever its family."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import torch
from PIL import Image
from torch import Tensor, nn

from studio.base_models import BaseModel

if TYPE_CHECKING:
    from pipeline.picture_graphs import PictureGraphs

LATENT_FACTOR = 8  # pixels per latent cell and side, in every family there is


@dataclass(frozen=True, kw_only=True, slots=True)
class Conditions:
    """Encoded prompts. hidden: (prompts, 77 tokens for each chunk, width); pooled: (prompts, width).

    sizes: (prompts, 6) in fp32, for models that are told a picture's original height and width, its crop's top and
    left, and its height and width; None where the picture is whole and as large as it is made.
    """

    hidden: Tensor
    pooled: Tensor
    sizes: Tensor | None = None

    def repeated(self, times: int) -> "Conditions":
        """The same prompts again and again, for a batch of several pictures."""
        return Conditions.joined([self] * times)

    @staticmethod
    def joined(parts: Sequence["Conditions"]) -> "Conditions":
        """The prompts of all parts, in order. Either all parts say sizes, or none does."""
        sizes = [part.sizes for part in parts if part.sizes is not None]
        return Conditions(
            hidden=torch.cat([part.hidden for part in parts]),
            pooled=torch.cat([part.pooled for part in parts]),
            sizes=torch.cat(sizes) if sizes else None,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class FileFacts:
    """How LoRA files name this kind of base model in their metadata."""

    architecture: str  # modelspec.architecture
    base_model_version: str  # ss_base_model_version


class Resident(Protocol):
    """A base model on its device, ready to work. All of its weights are frozen."""

    base_model: BaseModel
    device: torch.device
    dtype: torch.dtype
    unet: nn.Module
    text_encoders: list[nn.Module]
    scheduler_config: Mapping[str, Any]
    latent_channels: int
    file_facts: FileFacts
    pictures: "PictureGraphs"  # predictions for pictures, as fast as the device can

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
