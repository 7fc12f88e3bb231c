"""Stable Diffusion 1.5 and everything of its shape: one CLIP text encoder, and a UNet that hears of nothing else."""

from collections.abc import Sequence
from typing import Any

import torch
from diffusers.pipelines.stable_diffusion.pipeline_stable_diffusion import StableDiffusionPipeline
from torch import Tensor
from transformers import CLIPTextModel

from pipeline import devices
from pipeline.families import clip_tokenizer, parts
from pipeline.families.loaded_model import FileFacts
from pipeline.families.parts import Blueprint
from pipeline.families.unet import UnetModel
from pipeline.unet.conditions import UnetConditions
from studio.models.base_models import BaseModel

BLUEPRINT = Blueprint(
    pipeline=StableDiffusionPipeline,
    text_encoders=(CLIPTextModel,),
    pad_tokens=(clip_tokenizer.END,),
    configuration=parts.CONFIGURATIONS / "sd15",
)


def load(base_model: BaseModel, device: torch.device) -> "Sd15":
    """The base model on the device, from a folder, a .safetensors file or the Hub. Errors: StudioError."""
    return Sd15(base_model, device, parts.load(base_model, devices.compute_dtype(device), BLUEPRINT))


class Sd15(UnetModel):
    """A loaded base model of Stable Diffusion 1.5's shape."""

    file_facts = FileFacts(architecture="stable-diffusion-v1/lora", base_model_version="sd_v1")

    def prompt_embeds_of(self, outputs: Sequence[Any]) -> tuple[Tensor, Tensor]:
        """The text encoder's last layer, normed, and its pooled output, which the UNet does not use."""
        (output,) = outputs
        return output.last_hidden_state, output.pooler_output

    def added_conditions(self, conditions: UnetConditions, pictures: int, width: int, height: int) -> dict[str, Tensor]:
        """Nothing."""
        return {}
