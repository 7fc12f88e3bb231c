"""Opens the parts of a base model, from a folder or from one .safetensors file: UNet, autoencoder, text encoders."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from diffusers.models.autoencoders.autoencoder_kl import AutoencoderKL
from diffusers.models.unets.unet_2d_condition import UNet2DConditionModel
from safetensors import safe_open
from torch import nn
from transformers import CLIPTokenizer

from pipeline.families import clip_tokenizer
from studio.errors import StudioError
from studio.hub import base_model_files as hub
from studio.models import kinds as model_kinds
from studio.models.base_models import BASE_MODELS, BaseModel

CONFIGURATIONS = Path(__file__).parent / "configurations"
VAE_PREFIX = "first_stage_model."  # of the autoencoder's weights in a single file
_TROUBLE = (OSError, ValueError, KeyError, RuntimeError, AttributeError)  # what the libraries raise for a bad model


@dataclass(frozen=True, kw_only=True, slots=True)
class Blueprint:
    """What a family's models consist of.

    `pipeline` and `text_encoders` are diffusers' and transformers' classes; `pad_tokens` are the tokenizers' own, and
    `configuration` is a folder with every part's configuration, both for models that come as weights alone.
    """

    pipeline: Any
    text_encoders: tuple[Any, ...]
    pad_tokens: tuple[str, ...]
    configuration: Path

    @property
    def text_folders(self) -> tuple[str, ...]:
        """Where the text encoders lie: text_encoder, text_encoder_2."""
        return tuple(f"text_encoder{_number(place)}" for place in range(len(self.text_encoders)))

    @property
    def tokenizer_folders(self) -> tuple[str, ...]:
        """Where the tokenizers lie: tokenizer, tokenizer_2."""
        return tuple(f"tokenizer{_number(place)}" for place in range(len(self.text_encoders)))

    @property
    def weight_folders(self) -> tuple[str, ...]:
        """Every folder with weights, the largest last."""
        return (*self.text_folders, "vae", "unet")


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """The parts on the CPU. `preview_file`: a stored map from latents to colours, where the model brings one."""

    unet: nn.Module
    vae: Any  # an AutoencoderKL
    text_encoders: tuple[nn.Module, ...]
    tokenizers: tuple[Any, ...]
    scheduler_config: Mapping[str, Any]
    preview_file: Path | None = None


def load(base_model: BaseModel, dtype: torch.dtype, blueprint: Blueprint) -> Parts:
    """The parts of a base model, the autoencoder in fp32 and the others in `dtype`.

    Errors: StudioError for a model that is not there, cannot be fetched, lacks a part, or is of another kind.
    """
    source = Path(base_model.source)
    try:
        if source.suffix == ".safetensors":
            return _from_single_file(base_model, source, dtype, blueprint)
        folder = source if source.is_dir() else hub.ready(base_model, blueprint.weight_folders)
        _check_folder(base_model, folder, blueprint)
        return _from_folder(folder, dtype, blueprint)
    except _TROUBLE as error:
        raise StudioError(
            "base-model-not-opened",
            title=base_model.title,
            place=str(source),
            error=_first_line(error),
            family=BASE_MODELS[base_model.family].title,
        ) from error


def _from_folder(folder: Path, dtype: torch.dtype, blueprint: Blueprint) -> Parts:
    def weights(name: str) -> dict[str, Any]:
        halves = any((folder / name).glob("*.fp16*.safetensors"))
        return {"subfolder": name, "use_safetensors": True, "variant": "fp16" if halves else None}

    preview_file = folder / "preview.json"
    return Parts(
        unet=_module(UNet2DConditionModel.from_pretrained(folder, dtype=dtype, **weights("unet"))),
        vae=AutoencoderKL.from_pretrained(folder, dtype=torch.float32, **weights("vae")),
        text_encoders=tuple(
            _module(encoder.from_pretrained(folder, dtype=dtype, **weights(name)))
            for encoder, name in zip(blueprint.text_encoders, blueprint.text_folders, strict=True)
        ),
        tokenizers=tuple(CLIPTokenizer.from_pretrained(folder, subfolder=name) for name in blueprint.tokenizer_folders),
        scheduler_config=_configuration(folder / "scheduler" / "scheduler_config.json"),
        preview_file=preview_file if preview_file.is_file() else None,
    )


def _from_single_file(base_model: BaseModel, file: Path, dtype: torch.dtype, blueprint: Blueprint) -> Parts:
    """The parts of a file that holds weights alone, without any request: all else is known of the family.

    The autoencoder is opened apart from the rest, because it stays as precise as the file is.
    """
    kind = model_kinds.kind_of_file(file)
    hub.check_family(base_model, kind, blueprint.weight_folders)
    with safe_open(file, framework="pt") as opened:
        inner = {key: opened.get_tensor(key) for key in opened.keys() if key.startswith(VAE_PREFIX)}  # noqa: SIM118
    vae: Any = AutoencoderKL.from_single_file(
        inner,  # type: ignore[arg-type]
        config=str(blueprint.configuration),
        subfolder="vae",
        torch_dtype=torch.float32,
        local_files_only=True,
    )
    tokenizers = tuple(clip_tokenizer.build(pad_token) for pad_token in blueprint.pad_tokens)
    given = dict(zip(blueprint.tokenizer_folders, tokenizers, strict=True))
    pipeline = blueprint.pipeline.from_single_file(
        str(file), config=str(blueprint.configuration), local_files_only=True, torch_dtype=dtype, vae=vae, **given
    )
    schedule = _configuration(blueprint.configuration / "scheduler" / "scheduler_config.json")
    return Parts(
        unet=pipeline.unet,
        vae=vae,
        text_encoders=tuple(getattr(pipeline, name) for name in blueprint.text_folders),
        tokenizers=tokenizers,
        scheduler_config=schedule | {"prediction_type": kind.prediction_type, "rescale_betas_zero_snr": kind.zero_snr},
    )


def _check_folder(base_model: BaseModel, folder: Path, blueprint: Blueprint) -> None:
    """Errors: StudioError for a folder that is no model, of another family, or not whole."""
    if not (folder / "model_index.json").is_file():
        raise StudioError("base-model-not-in-folder", title=base_model.title, folder=str(folder))
    hub.check_family(base_model, model_kinds.kind_of_folder(folder), blueprint.weight_folders)
    for part in (*blueprint.weight_folders, *blueprint.tokenizer_folders, "scheduler"):
        if not (folder / part).is_dir():
            raise StudioError("base-model-without-part", title=base_model.title, folder=str(folder), part=part)


def _configuration(file: Path) -> dict[str, Any]:
    return json.loads(file.read_text(encoding="utf-8"))


def _number(place: int) -> str:
    return "" if place == 0 else f"_{place + 1}"


def _module(part: Any) -> nn.Module:
    """A part as what it is to us; its library types its methods in ways of its own."""
    return part


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0][:200].rstrip(".")
