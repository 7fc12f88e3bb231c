"""Base models with a UNet over latents, CLIP text encoders and an 8x autoencoder: what their families share."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import torch
from PIL import Image
from torch import Tensor, nn

from pipeline import devices, latent_preview, quantised
from pipeline.families.parts import Parts
from pipeline.families.resident import LATENT_FACTOR, Conditions, FileFacts
from pipeline.placement import placement_for
from studio.base_models import BaseModel
from studio.errors import StudioError

TILE_PIXELS = 512  # a picture's side in one tile: a quarter of the memory for SDXL's size
DECODING_BYTES = 7000  # for each pixel, in fp32


class UnetResident(ABC):
    """A loaded base model. The UNet and text encoders in the device's type, the autoencoder in fp32.

    SDXL's autoencoder overflows in fp16, and it works once per picture. A family says how prompts are encoded, and what
    its UNet is told beside them.
    """

    file_facts: FileFacts

    def __init__(self, base_model: BaseModel, device: torch.device, parts: Parts) -> None:
        self.base_model = base_model
        self.device = device
        self.dtype = devices.compute_dtype(device)
        self.scheduler_config: Mapping[str, Any] = parts.scheduler_config
        self.tokenizers = parts.tokenizers
        unet: Any = parts.unet.requires_grad_(False).eval()
        self.placement = placement_for(device, unet, [*parts.text_encoders, parts.vae])
        words_device = device if self.placement.words_on_device else torch.device("cpu")
        self.text_encoders = [encoder.requires_grad_(False).eval().to(words_device) for encoder in parts.text_encoders]
        if self.placement.int8:
            quantised.quantise(unet, device)
        # channels_last: 4 times as fast for a guided step on 2 CPU cores, and what CUDA's convolutions want in bf16
        self.unet: nn.Module = unet.to(device, memory_format=torch.channels_last)
        self.vae = parts.vae.requires_grad_(False).eval().to(device, memory_format=torch.channels_last)
        self.vae.tile_sample_min_size, self.vae.tile_latent_min_size = TILE_PIXELS, TILE_PIXELS // LATENT_FACTOR
        self.latent_channels = int(self.vae.config["latent_channels"])
        self._scaling = float(self.vae.config["scaling_factor"])
        self._preview_file = parts.preview_file

    @abstractmethod
    def encode_prompts(self, prompts: Sequence[str]) -> Conditions:
        """Every prompt encoded; an empty one as the empty words, never as zeros."""

    @abstractmethod
    def more_conditions(self, conditions: Conditions, pictures: int, width: int, height: int) -> dict[str, Tensor]:
        """What the UNet is told beside the encoded words, for so many pictures of that size in pixels."""

    def encoded(self, prompts: Sequence[str]) -> Iterator[Any]:
        """What each text encoder gives for the prompts, with all of its layers."""
        for tokenizer, encoder in zip(self.tokenizers, self.text_encoders, strict=True):
            tokens = tokenizer(
                list(prompts),
                padding="max_length",
                max_length=tokenizer.model_max_length,
                truncation=True,
                return_tensors="pt",
            ).input_ids
            yield encoder(tokens.to(next(encoder.parameters()).device), output_hidden_states=True)

    def unread_words(self, prompt: str) -> str:
        """The end of the prompt that does not fit into 77 tokens; empty when all of it is read."""
        tokenizer = self.tokenizers[0]
        tokens = tokenizer(prompt, add_special_tokens=False, verbose=False).input_ids
        return tokenizer.decode(tokens[tokenizer.model_max_length - 2 :]).strip()

    def tokens_at(self, prompt: str, start: int, end: int) -> range:
        """Which of the 77 tokens stand for the prompt's characters from `start` to `end`; none where it is cut off."""
        tokenizer = self.tokenizers[0]
        first, last = (
            len(tokenizer(prompt[:to], add_special_tokens=False, verbose=False).input_ids) for to in (start, end)
        )
        limit = tokenizer.model_max_length - 1  # the last one is the end of the words
        return range(min(1 + first, limit), min(1 + last, limit))

    def denoise(self, noisy: Tensor, timesteps: Tensor, conditions: Conditions, width: int, height: int) -> Tensor:
        """Receives: noisy (batch, 4, height / 8, width / 8), timesteps (batch,) or (). Returns: the noise, fp32."""
        predicted = self.unet(
            noisy.to(self.dtype).contiguous(memory_format=torch.channels_last),
            timesteps,
            encoder_hidden_states=conditions.hidden,
            added_cond_kwargs=self.more_conditions(conditions, len(noisy), width, height),
            return_dict=False,
        )[0]
        return predicted.float()

    @torch.no_grad()
    def encode_pixels(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        """Receives: (batch, 3, height, width) in [-1, 1]. Returns: the latents' mean and deviation, scaled, fp32."""
        pixels = pixels.to(self.device, torch.float32, memory_format=torch.channels_last)
        self.vae.use_tiling = False  # tiles would differ a little where they meet; room is made in another way
        distribution = self.vae.encode(pixels).latent_dist
        return distribution.mean * self._scaling, distribution.std * self._scaling

    @torch.no_grad()
    def decode_latents(self, latents: Tensor) -> Tensor:
        """Receives: latents (batch, 4, height / 8, width / 8). Returns: pixels (batch, 3, height, width) in [0, 1]."""
        latents = (latents.float() / self._scaling).contiguous(memory_format=torch.channels_last)
        self.vae.use_tiling = self._is_short_of(latents.shape[-2:].numel() * LATENT_FACTOR**2 * DECODING_BYTES)
        pixels = self.vae.decode(latents, return_dict=False)[0]
        if not torch.isfinite(pixels).all():
            raise StudioError(
                "The picture came out empty (its numbers overflowed). Choose a smaller guidance scale or smaller "
                "likeness strengths, and try again."
            )
        return (pixels / 2 + 0.5).clamp(0, 1)

    @contextmanager
    def looking(self) -> Iterator[None]:
        """While photos are encoded: on a small card the UNet waits in main memory meanwhile."""
        if not self.placement.unet_makes_room:
            yield
            return
        self.unet.to("cpu")
        torch.cuda.empty_cache()
        try:
            yield
        finally:
            torch.cuda.empty_cache()
            self.unet.to(self.device)

    def _is_short_of(self, needed_bytes: float) -> bool:
        return self.device.type == "cuda" and devices.usable_bytes(self.device) < needed_bytes

    def preview(self, latents: Tensor, width: int, height: int) -> Image.Image:
        """A quick look at (1, 4, height / 8, width / 8) latents."""
        return self._latent_to_rgb.image(latents, width, height)

    @cached_property
    def _latent_to_rgb(self) -> latent_preview.LatentToRgb:
        if self._preview_file is not None:
            return latent_preview.read(self._preview_file)
        return latent_preview.fit(lambda latents: self.decode_latents(latents.to(self.device)), self.latent_channels)
