"""A base-model family that is in the tests alone: a tiny flow-matching transformer of FLUX.2's shape.

diffusers' Flux2Transformer2DModel at one block of each kind with random weights, a small autoencoder, and a text
encoder of a few lines. Everything that Cuddle needs of a family stands in this file.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import torch
from diffusers.models.autoencoders.autoencoder_kl import AutoencoderKL
from diffusers.models.transformers.transformer_flux2 import Flux2Transformer2DModel
from PIL import Image
from torch import Tensor, nn
from torch.nn.functional import pixel_shuffle, pixel_unshuffle

from pipeline import latent_preview
from pipeline.conditions import Conditions
from pipeline.families import Family
from pipeline.families.loaded_model import FileFacts, LatentGrid
from pipeline.loras.sites import LoraSites
from pipeline.objectives import FLOW, FlowMatching
from pipeline.predictions import PlainPredictions
from studio.models.base_models import BaseModel
from studio.words import as_written

NAME = "tiny-flux2"
TOKENS, WIDTH = 8, 16  # of a prompt, and of each of its tokens
PATCH = 2  # cells of the autoencoder along each side of a token
CHANNELS = 4 * PATCH**2
DOUBLE = ("attn.to_q", "attn.to_k", "attn.to_v", "attn.to_out.0")
SINGLE = ("attn.to_qkv_mlp_proj", "attn.to_out")


@dataclass(frozen=True, kw_only=True, slots=True)
class Words(Conditions):
    """(prompts, TOKENS, WIDTH)."""

    embeds: Tensor

    def tensors(self) -> Mapping[str, Tensor]:
        return {"embeds": self.embeds}

    def of(self, tensors: Mapping[str, Tensor]) -> Self:
        return type(self)(embeds=tensors["embeds"])


class TinyFlux2:
    """The loaded model: pipeline.families.loaded_model.LoadedModel says what each method is."""

    file_facts = FileFacts(
        architecture="flux-2-tiny/lora",
        base_model_version="flux2_tiny",
        diffusers_prefix="transformer.",
        diffusers_suffixes=(".lora_A.weight", ".lora_B.weight"),
    )
    grid = LatentGrid(channels=CHANNELS, pixels_per_cell=2 * PATCH)
    ports = None

    def __init__(self, base_model: BaseModel, device: torch.device) -> None:
        folder = Path(base_model.source)
        self.base_model, self.device, self.dtype = base_model, device, torch.float32
        self.scheduler_config: Mapping[str, Any] = json.loads((folder / "scheduler.json").read_text())
        self.objective: Any = FlowMatching(self.scheduler_config["shift"])
        transformer: Any = Flux2Transformer2DModel.from_pretrained(folder, subfolder="transformer")
        vae: Any = AutoencoderKL.from_pretrained(folder, subfolder="vae")
        self.model: nn.Module = transformer.requires_grad_(False).eval().to(device)
        self.vae = vae.requires_grad_(False).eval().to(device)
        self.text_encoders: list[nn.Module] = []
        self.pictures = PlainPredictions(self.denoise)

    def sites(self, *, convolutions: bool) -> LoraSites:
        named = dict(self.model.named_modules())
        targets = {"transformer_blocks": DOUBLE, "single_transformer_blocks": SINGLE}
        names = [f"{blocks}.0.{target}" for blocks, some in targets.items() for target in some]
        return LoraSites(layers={name: named[name] for name in names})

    def blocks(self) -> Sequence[nn.Module]:
        model: Any = self.model
        return [*model.transformer_blocks, *model.single_transformer_blocks]

    def streamlined(self) -> AbstractContextManager[None]:
        return nullcontext()

    def encoding_photos(self) -> AbstractContextManager[None]:
        return nullcontext()

    def encode_prompts(self, prompts: Sequence[str]) -> Words:
        embeds = torch.zeros(len(prompts), TOKENS, WIDTH)
        for row, prompt in zip(embeds, prompts, strict=True):
            for place, word in enumerate(prompt.lower().split()[:TOKENS]):
                row[place] = torch.randn(WIDTH, generator=torch.Generator().manual_seed(zlib.crc32(word.encode())))
        return Words(embeds=embeds.to(self.device))

    def tokens_of(self, prompt: str, words: str) -> list[list[int]]:
        told, wanted = prompt.lower().split(), words.lower().split()
        starts = range(len(told) - len(wanted) + 1)
        return [list(range(k, k + len(wanted))) for k in starts if told[k : k + len(wanted)] == wanted]

    def denoise(self, noisy: Tensor, timesteps: Tensor, conditions: Conditions, width: int, height: int) -> Tensor:
        assert isinstance(conditions, Words)
        rows, columns = noisy.shape[-2:]
        zero = torch.arange(1)
        places = torch.cartesian_prod(zero, torch.arange(rows), torch.arange(columns), zero)
        words = torch.cartesian_prod(zero, zero, zero, torch.arange(TOKENS))
        predicted = self.model(
            hidden_states=noisy.flatten(2).transpose(1, 2),
            encoder_hidden_states=conditions.embeds,
            timestep=timesteps.expand(len(noisy)).float() / 1000,
            img_ids=places.to(self.device),
            txt_ids=words.to(self.device),
            return_dict=False,
        )[0]
        return predicted.transpose(1, 2).unflatten(2, (rows, columns)).float()

    @torch.no_grad()
    def encode_pixels(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        found = self.vae.encode(pixels.to(self.device)).latent_dist
        return pixel_unshuffle(found.mean, PATCH), pixel_unshuffle(found.std, PATCH)

    @torch.no_grad()
    def decode_latents(self, latents: Tensor) -> Tensor:
        pixels = self.vae.decode(pixel_shuffle(latents.float(), PATCH), return_dict=False)[0]
        return (pixels / 2 + 0.5).clamp(0, 1)

    def preview(self, latents: Tensor, width: int, height: int) -> Image.Image:
        return latent_preview.fit(self.decode_latents, CHANNELS).image(latents, width, height)


FAMILY = Family(load=TinyFlux2, weight_folders=("vae", "transformer"))


def base_model_in(folder: Path) -> BaseModel:
    """A base model of this family with random weights, written into the folder."""
    torch.manual_seed(0)
    transformer = Flux2Transformer2DModel(
        patch_size=1,
        in_channels=CHANNELS,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=WIDTH,
        timestep_guidance_channels=32,
        axes_dims_rope=(4, 4, 4, 4),
        guidance_embeds=False,
    )
    small: Any = AutoencoderKL
    vae = small(
        block_out_channels=(8, 8),
        down_block_types=("DownEncoderBlock2D",) * 2,
        up_block_types=("UpDecoderBlock2D",) * 2,
        layers_per_block=1,
        norm_num_groups=4,
    )
    transformer.save_pretrained(folder / "transformer")
    vae.save_pretrained(folder / "vae")
    (folder / "scheduler.json").write_text(json.dumps({"prediction_type": FLOW, "shift": 3.0}))
    return BaseModel(
        id=NAME,
        family=NAME,
        title=as_written("Tiny FLUX.2"),
        description=as_written("Random weights."),
        source=str(folder),
        resolution=64,
        default_steps=4,
        default_guidance_scale=2.0,
        default_sampler="Euler",
        sizes=((64, 64),),
        min_gpu_gb=0.0,
        sample_tflop=0.001,
        learns_on_cpu=True,
    )
