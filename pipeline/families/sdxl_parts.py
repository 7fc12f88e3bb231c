"""Finds and opens the parts of a base model of SDXL's shape: a folder, one .safetensors file, or a Hub repository."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from diffusers.models.autoencoders.autoencoder_kl import AutoencoderKL
from diffusers.models.unets.unet_2d_condition import UNet2DConditionModel
from diffusers.pipelines.stable_diffusion_xl.pipeline_stable_diffusion_xl import StableDiffusionXLPipeline
from huggingface_hub import snapshot_download
from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError
from torch import nn
from transformers import CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer

from studio.base_models import BaseModel
from studio.errors import StudioError

WEIGHT_FOLDERS = ("unet", "vae", "text_encoder", "text_encoder_2")
_SMALL_FILES = ["model_index.json", "scheduler/*.json", "tokenizer/*", "tokenizer_2/*"]
_SMALL_FILES += [f"{folder}/*.json" for folder in WEIGHT_FOLDERS]


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """The parts on the CPU. `preview_file`: a stored map from latents to colours, where the model brings one."""

    unet: nn.Module
    vae: Any  # an AutoencoderKL
    text_encoders: tuple[nn.Module, nn.Module]  # a CLIPTextModel and a CLIPTextModelWithProjection
    tokenizers: tuple[Any, Any]
    scheduler_config: Mapping[str, Any]
    preview_file: Path | None = None


def load(base_model: BaseModel, dtype: torch.dtype) -> Parts:
    """The parts of a base model, the autoencoder in fp32 and the others in `dtype`.

    Errors: StudioError for a model that is not there, cannot be fetched, lacks a part, or is of another shape.
    """
    source = Path(base_model.source)
    if source.suffix == ".safetensors":
        return _from_single_file(base_model, source, dtype)
    folder = source if source.is_dir() else _fetched(base_model)
    _check_kind(base_model, folder)
    try:
        return _from_folder(folder, dtype)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise StudioError(
            f"{base_model.title} in {folder} cannot be opened ({_first_line(error)}). A whole diffusers folder of a "
            "Stable Diffusion XL model is fine: copy or download it again."
        ) from error


def _from_folder(folder: Path, dtype: torch.dtype) -> Parts:
    def weights(name: str) -> dict[str, Any]:
        halves = any((folder / name).glob("*.fp16*.safetensors"))
        return {"subfolder": name, "use_safetensors": True, "variant": "fp16" if halves else None}

    preview_file = folder / "preview.json"
    return Parts(
        unet=_module(UNet2DConditionModel.from_pretrained(folder, dtype=dtype, **weights("unet"))),
        vae=AutoencoderKL.from_pretrained(folder, dtype=torch.float32, **weights("vae")),
        text_encoders=(
            _module(CLIPTextModel.from_pretrained(folder, dtype=dtype, **weights("text_encoder"))),
            _module(CLIPTextModelWithProjection.from_pretrained(folder, dtype=dtype, **weights("text_encoder_2"))),
        ),
        tokenizers=(
            CLIPTokenizer.from_pretrained(folder, subfolder="tokenizer"),
            CLIPTokenizer.from_pretrained(folder, subfolder="tokenizer_2"),
        ),
        scheduler_config=json.loads((folder / "scheduler" / "scheduler_config.json").read_text(encoding="utf-8")),
        preview_file=preview_file if preview_file.is_file() else None,
    )


def _from_single_file(base_model: BaseModel, file: Path, dtype: torch.dtype) -> Parts:
    if not file.is_file():
        raise _absent(base_model)
    try:
        pipeline = StableDiffusionXLPipeline.from_single_file(str(file), torch_dtype=dtype, add_watermarker=False)
    except (OSError, ValueError, KeyError, RuntimeError, AttributeError) as error:
        raise StudioError(
            f"{file.name} cannot be opened as a Stable Diffusion XL model ({_first_line(error)}). "
            "A whole SDXL checkpoint is fine; its first start needs the internet for the model's configuration."
        ) from error
    return Parts(
        unet=pipeline.unet,
        vae=pipeline.vae.to(torch.float32),
        text_encoders=(pipeline.text_encoder, pipeline.text_encoder_2),
        tokenizers=(pipeline.tokenizer, pipeline.tokenizer_2),
        scheduler_config=dict(pipeline.scheduler.config),
    )


def _fetched(base_model: BaseModel) -> Path:
    """The folder of a Hub repository, downloaded where it is not there yet; its fp16 files where it has them."""
    if base_model.source.count("/") != 1:
        raise _absent(base_model)
    try:
        halves = [f"{folder}/*.fp16*.safetensors" for folder in WEIGHT_FOLDERS]
        folder = Path(snapshot_download(base_model.source, allow_patterns=_SMALL_FILES + halves))
        if not all(any((folder / name).glob("*.safetensors")) for name in WEIGHT_FOLDERS):
            wholes = [f"{folder}/*.safetensors" for folder in WEIGHT_FOLDERS]
            folder = Path(snapshot_download(base_model.source, allow_patterns=_SMALL_FILES + wholes))
    except (HfHubHTTPError, LocalEntryNotFoundError, OSError) as error:
        raise StudioError(
            f"{base_model.title} could not be fetched from the Hub ({_first_line(error)}). Check the internet "
            f"connection and the name {base_model.source}, then try again; the pocket model needs no download."
        ) from error
    return folder


def _check_kind(base_model: BaseModel, folder: Path) -> None:
    index = folder / "model_index.json"
    if not index.is_file():
        raise _absent(base_model)
    try:
        kind = json.loads(index.read_text(encoding="utf-8")).get("_class_name", "nothing known")
    except (OSError, ValueError) as error:
        raise _absent(base_model) from error
    if not str(kind).startswith("StableDiffusionXL"):
        raise StudioError(
            f"{base_model.title} is a {kind}; Cuddle works with Stable Diffusion XL models. Choose one of those, "
            "such as stabilityai/stable-diffusion-xl-base-1.0."
        )
    for part in (*WEIGHT_FOLDERS, "tokenizer", "tokenizer_2", "scheduler"):
        if not (folder / part).is_dir():
            raise StudioError(
                f"{base_model.title} in {folder} has no folder '{part}'. A whole diffusers folder is fine: "
                "copy or download it again."
            )


def _module(part: Any) -> nn.Module:
    """A part as what it is to us; its library types its methods in ways of its own."""
    return part


def _absent(base_model: BaseModel) -> StudioError:
    return StudioError(
        f"The base model {base_model.title} is not at {base_model.source}. Put it back there, or choose another one."
    )


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0][:200].rstrip(".")
