"""Base models with a UNet over latents, CLIP text encoders and an 8x autoencoder: what their families share."""

from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from typing import Any

import torch
from PIL import Image
from torch import Tensor, nn

from pipeline import devices, latent_preview, objectives
from pipeline.conditions import Conditions
from pipeline.families.chunks import chunked
from pipeline.families.loaded_model import FileFacts, LatentGrid
from pipeline.families.parts import Parts
from pipeline.loras import text_encoders as text_encoder_lora
from pipeline.loras.sites import LoraSites
from pipeline.objectives import Objective
from pipeline.placement import placement_for
from pipeline.unet import parts as unet_parts
from pipeline.unet import quantised
from pipeline.unet.conditions import UnetConditions
from pipeline.unet.picture_graphs import PictureGraphs
from pipeline.unet.ports import AttentionPorts
from pipeline.unet.sites import unet_sites
from studio.errors import StudioError
from studio.models.base_models import BaseModel
from studio.prompts.weights import parse

PIXELS_PER_CELL = 8  # of the autoencoder, along each side
TILE_PIXELS = 512  # a picture's side in one tile: a quarter of the memory for SDXL's size
PROMPTS_KEPT = 64  # encoded, the latest; one takes 0.3 MB at SDXL's size
DECODING_BYTES = 7000  # for each pixel, in fp32


class UnetModel(ABC):
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
        text_encoder_device = device if self.placement.text_encoders_on_device else torch.device("cpu")
        self.text_encoders = [
            encoder.requires_grad_(False).eval().to(text_encoder_device) for encoder in parts.text_encoders
        ]
        if self.placement.int8:
            quantised.quantise(unet_parts.blocks(unet), device)
        # channels_last: 4 times as fast for a guided step on 2 CPU cores, and what CUDA's convolutions want in bf16
        self.model: nn.Module = unet.to(device, memory_format=torch.channels_last)
        self.vae = parts.vae.requires_grad_(False).eval().to(device, memory_format=torch.channels_last)
        self.vae.tile_sample_min_size, self.vae.tile_latent_min_size = TILE_PIXELS, TILE_PIXELS // PIXELS_PER_CELL
        self.grid = LatentGrid(channels=int(self.vae.config["latent_channels"]), pixels_per_cell=PIXELS_PER_CELL)
        self.objective: Objective = _objective(base_model, parts.scheduler_config, device)
        self._scaling = float(self.vae.config["scaling_factor"])
        self._preview_file = parts.preview_file
        self.ports = AttentionPorts(unet=self.model)
        self.pictures = PictureGraphs(self.model, self.denoise, device)
        self._encoded_lately: OrderedDict[tuple[Hashable, ...], UnetConditions] = OrderedDict()

    def sites(self, *, convolutions: bool) -> LoraSites:
        """See LoadedModel."""
        return unet_sites(self.model, convolutions=convolutions)

    def blocks(self) -> Sequence[nn.Module]:
        """See LoadedModel."""
        return unet_parts.blocks(self.model)

    def streamlined(self) -> AbstractContextManager[None]:
        """See LoadedModel."""
        return unet_parts.streamlined(self.model)

    @abstractmethod
    def prompt_embeds_of(self, outputs: Sequence[Any]) -> tuple[Tensor, Tensor]:
        """What the UNet is told, from what the text encoders give for some chunks, with all of their layers.

        Returns: (chunks, 77, width), and the pooled words (chunks, width).
        """

    @abstractmethod
    def added_conditions(self, conditions: UnetConditions, pictures: int, width: int, height: int) -> dict[str, Tensor]:
        """What the UNet is told beside the encoded words, for so many pictures of that size in pixels."""

    def encode_prompts(self, prompts: Sequence[str]) -> UnetConditions:
        """Every prompt encoded, with its weights (studio.prompts.weights), at any length.

        What was asked lately is kept, for the LoRAs on the text encoders and for other ones.

        An empty one is encoded as the empty words, never as zeros. A prompt of fewer chunks than the longest is told
        again and again, which for one chunk leaves what the UNet looks at as it is.
        """
        each = [self._encoded(prompt) for prompt in prompts]
        told = [one.prompt_embeds for one in each]
        tokens = max(words.shape[1] for words in told)
        return UnetConditions(
            prompt_embeds=torch.cat([words.repeat(1, -(-tokens // words.shape[1]), 1)[:, :tokens] for words in told]),
            pooled_prompt_embeds=torch.cat([one.pooled_prompt_embeds for one in each]),
        )

    @torch.no_grad()
    def _encoded(self, prompt: str) -> UnetConditions:
        key = (prompt, *map(text_encoder_lora.state_of, self.text_encoders))
        if key in self._encoded_lately:
            self._encoded_lately.move_to_end(key)
            return self._encoded_lately[key]
        parts = parse(prompt)
        outputs, weights = [], torch.ones(())
        for tokenizer, encoder in zip(self.tokenizers, self.text_encoders, strict=True):
            tokens, weights = chunked(tokenizer, parts)  # all tokenizers of a model cut alike
            outputs.append(encoder(tokens.to(next(encoder.parameters()).device), output_hidden_states=True))
        words, whole = (part.to(self.device) for part in self.prompt_embeds_of(outputs))
        if (weights != 1).any():
            words = _weighted(words, self._encoded("").prompt_embeds, weights.to(self.device))
        conditions = UnetConditions(prompt_embeds=words.flatten(0, 1)[None], pooled_prompt_embeds=whole[:1])
        self._encoded_lately[key] = conditions
        if len(self._encoded_lately) > PROMPTS_KEPT:
            self._encoded_lately.popitem(last=False)
        return conditions

    def tokens_of(self, prompt: str, words: str) -> list[list[int]]:
        """Where words stand in the prompt as it is encoded: their tokens' numbers, each time that they are there."""
        tokens = chunked(self.tokenizers[0], parse(prompt))[0].flatten().tolist()
        wanted = self.tokenizers[0](words, add_special_tokens=False, verbose=False).input_ids
        starts = range(len(tokens) - len(wanted) + 1)
        return [list(range(k, k + len(wanted))) for k in starts if tokens[k : k + len(wanted)] == wanted]

    def denoise(self, noisy: Tensor, timesteps: Tensor, conditions: Conditions, width: int, height: int) -> Tensor:
        """Receives: noisy (batch, 4, height / 8, width / 8), timesteps (batch,) or (). Returns: the noise, fp32."""
        assert isinstance(conditions, UnetConditions)
        predicted = self.model(
            noisy.to(self.dtype).contiguous(memory_format=torch.channels_last),
            timesteps,
            encoder_hidden_states=conditions.prompt_embeds,
            added_cond_kwargs=self.added_conditions(conditions, len(noisy), width, height),
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
        self.vae.use_tiling = self._is_short_of(latents.shape[-2:].numel() * PIXELS_PER_CELL**2 * DECODING_BYTES)
        pixels = self.vae.decode(latents, return_dict=False)[0]
        if not torch.isfinite(pixels).all():
            raise StudioError("picture-overflowed")
        return (pixels / 2 + 0.5).clamp(0, 1)

    @contextmanager
    def encoding_photos(self) -> Iterator[None]:
        """While photos are encoded: on a small card the UNet waits in main memory meanwhile."""
        if not self.placement.unet_makes_room:
            yield
            return
        self.pictures.forget()  # what reads the weights where they are holds some of them there, too
        self.model.to("cpu")
        torch.cuda.empty_cache()
        try:
            yield
        finally:
            torch.cuda.empty_cache()
            self.model.to(self.device)

    def _is_short_of(self, needed_bytes: float) -> bool:
        return self.device.type == "cuda" and devices.usable_bytes(self.device) < needed_bytes

    def preview(self, latents: Tensor, width: int, height: int) -> Image.Image:
        """A quick look at (1, 4, height / 8, width / 8) latents."""
        return self._latent_to_rgb.image(latents, width, height)

    @cached_property
    def _latent_to_rgb(self) -> latent_preview.LatentToRgb:
        if self._preview_file is not None:
            return latent_preview.read(self._preview_file)
        return latent_preview.fit(lambda latents: self.decode_latents(latents.to(self.device)), self.grid.channels)


def _objective(base_model: BaseModel, scheduler_config: Mapping[str, Any], device: torch.device) -> Objective:
    try:
        return objectives.of_schedule(scheduler_config, device)
    except ValueError as error:
        predicted = str(scheduler_config["prediction_type"])
        raise StudioError("base-model-predicts-other", title=base_model.title, predicted=predicted) from error


def _weighted(words: Tensor, empty: Tensor, weights: Tensor) -> Tensor:
    """Words that count more or less, as in ComfyUI: z_empty + weight * (z - z_empty), token by token.

    Receives: words (chunks, 77, width), that of the empty prompt (1, 77, width), weights (chunks, 77).
    """
    start = empty.float()
    return (start + weights[..., None] * (words.float() - start)).to(words.dtype)
