"""Base models of SDXL's shape: two CLIP text encoders, a UNet with size conditioning, an 8x autoencoder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import torch
from PIL import Image
from torch import Tensor, nn

from pipeline import devices, latent_preview
from pipeline.families import sdxl_parts
from pipeline.families.resident import Conditions, FileFacts
from pipeline.families.sdxl_parts import Parts
from studio.base_models import BaseModel
from studio.errors import StudioError


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What differs between families of this shape. `stated_size`: width, height told to the UNet; None = real."""

    files: FileFacts
    stated_size: tuple[int, int] | None = None


SDXL = Facts(
    files=FileFacts(architecture="stable-diffusion-xl-v1-base/lora", base_model_version="sdxl_base_v1-0"),
)


def load(base_model: BaseModel, device: torch.device, facts: Facts = SDXL) -> "SdxlShaped":
    """The base model on the device, from a folder, a .safetensors file or the Hub. Errors: StudioError."""
    parts = sdxl_parts.load(base_model, devices.compute_dtype(device))
    return SdxlShaped(base_model, device, parts, facts)


class SdxlShaped:
    """A loaded base model. The UNet and text encoders in the device's type, the autoencoder in fp32.

    SDXL's autoencoder overflows in fp16, and it works once per picture.
    """

    def __init__(self, base_model: BaseModel, device: torch.device, parts: Parts, facts: Facts) -> None:
        self.base_model = base_model
        self.device = device
        self.dtype = devices.compute_dtype(device)
        self.scheduler_config: Mapping[str, Any] = parts.scheduler_config
        self.file_facts = facts.files
        self.facts = facts
        self.tokenizers = parts.tokenizers
        self.text_encoders = [encoder.requires_grad_(False).eval().to(device) for encoder in parts.text_encoders]
        # channels_last: 4 times as fast for a guided step on 2 CPU cores, and what CUDA's convolutions want in bf16
        unet: Any = parts.unet.requires_grad_(False).eval()
        self.unet: nn.Module = unet.to(device, memory_format=torch.channels_last)
        self.vae = parts.vae.requires_grad_(False).eval().to(device, memory_format=torch.channels_last)
        self.latent_channels = int(self.vae.config["latent_channels"])
        self._scaling = float(self.vae.config["scaling_factor"])
        self._preview_file = parts.preview_file
        self._size_words_made: dict[tuple[int, int], Tensor] = {}

    @torch.no_grad()
    def encode_prompts(self, prompts: Sequence[str]) -> Conditions:
        """The penultimate layers of both text encoders side by side, and the second one's pooled output."""
        hidden, pooled = [], None
        for tokenizer, encoder in zip(self.tokenizers, self.text_encoders, strict=True):
            tokens = tokenizer(
                list(prompts),
                padding="max_length",
                max_length=tokenizer.model_max_length,
                truncation=True,
                return_tensors="pt",
            ).input_ids
            output = encoder(tokens.to(self.device), output_hidden_states=True)
            hidden.append(output.hidden_states[-2])
            pooled = output[0]  # of the last encoder, which projects
        assert pooled is not None
        return Conditions(hidden=torch.cat(hidden, dim=-1), pooled=pooled)

    def unread_words(self, prompt: str) -> str:
        """The end of the prompt that does not fit into 77 tokens; empty when all of it is read."""
        tokenizer = self.tokenizers[0]
        tokens = tokenizer(prompt, add_special_tokens=False, verbose=False).input_ids
        return tokenizer.decode(tokens[tokenizer.model_max_length - 2 :]).strip()

    def denoise(self, noisy: Tensor, timesteps: Tensor, conditions: Conditions, width: int, height: int) -> Tensor:
        """Receives: noisy (batch, 4, height / 8, width / 8), timesteps (batch,) or (). Returns: the noise, fp32."""
        time_ids = None if self.facts.stated_size else conditions.sizes
        if time_ids is None:
            time_ids = self._size_words(*(self.facts.stated_size or (width, height)))
        predicted = self.unet(
            noisy.to(self.dtype).contiguous(memory_format=torch.channels_last),
            timesteps,
            encoder_hidden_states=conditions.hidden,
            added_cond_kwargs={"text_embeds": conditions.pooled, "time_ids": time_ids.expand(len(noisy), 6)},
            return_dict=False,
        )[0]
        return predicted.float()

    def _size_words(self, width: int, height: int) -> Tensor:
        """What SDXL is told about sizes, (1, 6): the original one, where it was cropped, the one asked for."""
        if (width, height) not in self._size_words_made:  # one copy to the device for each size, not for each step
            sizes = (height, width, 0, 0, height, width)
            self._size_words_made[width, height] = torch.tensor([sizes], dtype=torch.float32, device=self.device)
        return self._size_words_made[width, height]

    @torch.no_grad()
    def encode_pixels(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        """Receives: (batch, 3, height, width) in [-1, 1]. Returns: the latents' mean and deviation, scaled, fp32."""
        pixels = pixels.to(self.device, torch.float32, memory_format=torch.channels_last)
        distribution = self.vae.encode(pixels).latent_dist
        return distribution.mean * self._scaling, distribution.std * self._scaling

    @torch.no_grad()
    def decode_latents(self, latents: Tensor) -> Tensor:
        """Receives: latents (batch, 4, height / 8, width / 8). Returns: pixels (batch, 3, height, width) in [0, 1]."""
        latents = (latents.float() / self._scaling).contiguous(memory_format=torch.channels_last)
        pixels = self.vae.decode(latents, return_dict=False)[0]
        if not torch.isfinite(pixels).all():
            raise StudioError(
                "The picture came out empty (its numbers overflowed). Choose a smaller guidance scale or smaller "
                "likeness strengths, and try again."
            )
        return (pixels / 2 + 0.5).clamp(0, 1)

    def preview(self, latents: Tensor, width: int, height: int) -> Image.Image:
        """A quick look at (1, 4, height / 8, width / 8) latents."""
        return self._latent_to_rgb.image(latents, width, height)

    @cached_property
    def _latent_to_rgb(self) -> latent_preview.LatentToRgb:
        if self._preview_file is not None:
            return latent_preview.read(self._preview_file)
        return latent_preview.fit(lambda latents: self.decode_latents(latents.to(self.device)), self.latent_channels)
