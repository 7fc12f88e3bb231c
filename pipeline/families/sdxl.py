"""Base models of SDXL's shape: two CLIP text encoders, and a UNet that is told the sizes of the picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from diffusers.pipelines.stable_diffusion_xl.pipeline_stable_diffusion_xl import StableDiffusionXLPipeline
from torch import Tensor
from transformers import CLIPTextModel, CLIPTextModelWithProjection

from pipeline import devices
from pipeline.families import clip_tokenizer, parts
from pipeline.families.loaded_model import FileFacts
from pipeline.families.parts import Blueprint, Parts
from pipeline.families.unet import UnetModel
from pipeline.unet.conditions import UnetConditions
from studio.models.base_models import BaseModel

BLUEPRINT = Blueprint(
    pipeline=StableDiffusionXLPipeline,
    text_encoders=(CLIPTextModel, CLIPTextModelWithProjection),
    pad_tokens=(clip_tokenizer.END, "!"),
    configuration=parts.CONFIGURATIONS / "sdxl",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What differs between families of this shape. `stated_size`: width, height told to the UNet; None = real."""

    files: FileFacts
    stated_size: tuple[int, int] | None = None


SDXL = Facts(
    files=FileFacts(
        architecture="stable-diffusion-xl-v1-base/lora", base_model_version="sdxl_base_v1-0", stability_names=True
    ),
)


def load(base_model: BaseModel, device: torch.device, facts: Facts = SDXL) -> "SdxlShaped":
    """The base model on the device, from a folder, a .safetensors file or the Hub. Errors: StudioError."""
    return SdxlShaped(base_model, device, parts.load(base_model, devices.compute_dtype(device), BLUEPRINT), facts)


class SdxlShaped(UnetModel):
    """A loaded base model of SDXL's shape."""

    def __init__(self, base_model: BaseModel, device: torch.device, parts: Parts, facts: Facts) -> None:
        super().__init__(base_model, device, parts)
        self.file_facts = facts.files
        self.facts = facts
        self._size_words_made: dict[tuple[int, int], Tensor] = {}

    def prompt_embeds_of(self, outputs: Sequence[Any]) -> tuple[Tensor, Tensor]:
        """The penultimate layers of both text encoders side by side, and the second one's pooled output."""
        first, second = outputs
        return torch.cat([first.hidden_states[-2], second.hidden_states[-2]], dim=-1), second.text_embeds

    def added_conditions(self, conditions: UnetConditions, pictures: int, width: int, height: int) -> dict[str, Tensor]:
        """The pooled words, and what SDXL is told about sizes."""
        time_ids = None if self.facts.stated_size else conditions.sizes
        if time_ids is None:
            time_ids = self._size_words(*(self.facts.stated_size or (width, height)))
        return {"text_embeds": conditions.pooled_prompt_embeds, "time_ids": time_ids.expand(pictures, 6)}

    def _size_words(self, width: int, height: int) -> Tensor:
        """What SDXL is told about sizes, (1, 6): the original one, where it was cropped, the one asked for."""
        if (width, height) not in self._size_words_made:  # one copy to the device for each size, not for each step
            sizes = (height, width, 0, 0, height, width)
            self._size_words_made[width, height] = torch.tensor([sizes], dtype=torch.float32, device=self.device)
        return self._size_words_made[width, height]
