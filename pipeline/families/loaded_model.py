"""What creating pictures and teaching subjects may ask of a loaded base model, whatever its family."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

import torch
from PIL import Image
from torch import Tensor, nn

from pipeline.conditions import Conditions
from pipeline.loras.sites import LoraSites
from pipeline.objectives import Objective
from pipeline.predictions import Predictions
from pipeline.unet.ports import AttentionPorts
from studio.models.base_models import BaseModel


@dataclass(frozen=True, kw_only=True, slots=True)
class LatentGrid:
    """How latents cover a picture: (pictures, channels, rows, columns) of cells.

    Attributes:
        channels: of each cell.
        pixels_per_cell: along each side.
    """

    channels: int
    pixels_per_cell: int

    def shape(self, pictures: int, width: int, height: int) -> tuple[int, int, int, int]:
        """Of the latents of pictures of that width and height in pixels."""
        return pictures, self.channels, height // self.pixels_per_cell, width // self.pixels_per_cell

    def pixels(self, latents: Tensor) -> tuple[int, int]:
        """Width and height in pixels of the pictures that such latents stand for."""
        rows, columns = latents.shape[-2:]
        return columns * self.pixels_per_cell, rows * self.pixels_per_cell


@dataclass(frozen=True, kw_only=True, slots=True)
class FileFacts:
    """How LoRA files name this kind of base model in their metadata, and its layers.

    Attributes:
        architecture: modelspec.architecture.
        base_model_version: ss_base_model_version.
        stability_names: kohya's form names the UNet's layers as Stability's own code does, as its SDXL trainer writes
            them; sd-scripts finds no others, and everything else reads both.
        diffusers_prefix: what stands before a layer's name in diffusers' form, "unet." or "transformer.".
        diffusers_suffixes: what stands behind it for what goes in (down) and what comes out (up).
    """

    architecture: str
    base_model_version: str
    stability_names: bool = False
    diffusers_prefix: str = "unet."
    diffusers_suffixes: tuple[str, str] = (".lora.down.weight", ".lora.up.weight")


class LoadedModel(Protocol):
    """A base model on its device, ready to work. All of its weights are frozen."""

    base_model: BaseModel
    device: torch.device
    dtype: torch.dtype
    model: nn.Module  # what denoises
    text_encoders: list[nn.Module]  # those that LoRAs change as well
    scheduler_config: Mapping[str, Any]
    grid: LatentGrid
    objective: Objective
    file_facts: FileFacts

    @property
    def pictures(self) -> Predictions:
        """Predictions for pictures, as fast as the device can."""
        ...

    @property
    def ports(self) -> AttentionPorts | None:
        """Where attention is read and steered, for several subjects in a picture; None where it cannot be yet."""
        ...

    def sites(self, *, convolutions: bool) -> LoraSites:
        """Which layers a LoRA learns to change. convolutions: those as well, where the model has some."""
        ...

    def blocks(self) -> Sequence[nn.Module]:
        """The parts of the model that are repeated: what is compiled, and kept in 8 bits where memory is short."""
        ...

    def streamlined(self) -> AbstractContextManager[None]:
        """To be entered for training and graphs: parts work in a cheaper way, with the same results."""
        ...

    def encode_prompts(self, prompts: Sequence[str]) -> Conditions:
        """Every prompt encoded, with its weights, at any length; an empty one as the empty words, never as zeros."""
        ...

    def tokens_of(self, prompt: str, words: str) -> list[list[int]]:
        """Where words stand in the prompt as it is encoded: their tokens' numbers, each time that they are there."""
        ...

    def denoise(self, noisy: Tensor, timesteps: Tensor, conditions: Conditions, width: int, height: int) -> Tensor:
        """Receives: noisy (batch, channels, rows, columns), timesteps (batch,) or (), conditions of the batch.

        Returns: what the objective says should be predicted, in fp32, of noisy's shape. Gradients flow where enabled.
        """
        ...

    def encode_pixels(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        """Receives: (batch, 3, height, width) in [-1, 1].

        Returns: mean and standard deviation of the latents, fp32, as the model takes them.
        """
        ...

    def encoding_photos(self) -> AbstractContextManager[None]:
        """To be entered while many photos are encoded: makes room for that on a small card."""
        ...

    def decode_latents(self, latents: Tensor) -> Tensor:
        """Receives: (batch, channels, rows, columns). Returns: pixels (batch, 3, height, width) in [0, 1]."""
        ...

    def preview(self, latents: Tensor, width: int, height: int) -> Image.Image:
        """A quick look at (1, channels, rows, columns) latents without decoding them."""
        ...
