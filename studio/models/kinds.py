"""What kind of base model a file or folder holds, told from its header or its configuration alone."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from studio.checks import shown
from studio.errors import StudioError
from studio.models.safetensors_header import Header, Part, read_header
from studio.untyped import is_array, is_object
from studio.words import Message

_PLAIN_TYPES = frozenset({"F64", "F32", "F16", "BF16"})

# Names of parts in the form that Stability's and most other programs write whole models in.
_UNET = "model.diffusion_model."
_CONV_IN = _UNET + "input_blocks.0.0.weight"
_SIZE_WORDS = _UNET + "label_emb.0.0.weight"
_SD_ATTENTION = _UNET + "input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight"
_SDXL_ATTENTION = _UNET + "input_blocks.4.1.transformer_blocks.0.attn2.to_k.weight"
_SDXL_DEEPEST = _UNET + "middle_block.1.transformer_blocks.9.attn2.to_k.weight"
_SDXL_TEXT = ("conditioner.embedders.0.transformer.", "conditioner.embedders.1.model.")
_SD_TEXT = ("cond_stage_model.transformer.",)
_VAE = ("first_stage_model.decoder.", "first_stage_model.encoder.")


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelKind:
    """A kind that Cuddle works with. `prediction_type`, `zero_snr`: what a single file says of its training."""

    family: str
    prediction_type: str = "epsilon"
    zero_snr: bool = False


def kind_of_file(file: Path) -> ModelKind:
    """The kind of a whole model in one .safetensors file. Errors: StudioError that says what the file is instead."""
    try:
        facts = file.stat()
    except OSError as error:
        raise StudioError("base-model-file-gone", file=str(file)) from error
    return _kind_of_file(file, facts.st_size, facts.st_mtime_ns)


@lru_cache(maxsize=64)
def _kind_of_file(file: Path, _size: int, _changed: int) -> ModelKind:
    return kind_of_header(file.name, read_header(file))


def kind_of_header(name: str, header: Header) -> ModelKind:
    """The kind of a whole model. `name` is for the sentence. Errors: StudioError."""
    parts = header.parts
    what = next((what for is_it, what in _OTHERS if is_it(parts)), None)
    if what is None and _width(parts, _SDXL_ATTENTION) == 2048 and _SIZE_WORDS in parts:
        family, texts = "sdxl", _SDXL_TEXT
    elif what is None and _width(parts, _SD_ATTENTION) == 768:
        family, texts = "sd15", _SD_TEXT
    else:
        first = next(iter(parts), "")
        raise _refused(name, Message(what) if what else Message("kind-unknown", part=shown(first, 60)))
    for start, missing in [
        *((text, "kind-without-text-encoder") for text in texts),
        *((vae, "kind-without-autoencoder") for vae in _VAE),
    ]:
        if not _any(parts, start):
            raise _refused(name, Message(missing, title=_TITLES[family]))
    return ModelKind(
        family=family,
        prediction_type="v_prediction" if "v_pred" in parts else "epsilon",
        zero_snr="ztsnr" in parts,
    )


def kind_of_folder(folder: Path) -> ModelKind:
    """The kind of a diffusers folder, from its configurations. Errors: StudioError that says what it is instead."""
    index = _configuration(folder / "model_index.json", "folder-no-diffusers", folder)
    unet_file = folder / "unet" / "config.json"
    unet = _configuration(unet_file, "folder-without-configuration", folder) if unet_file.is_file() else {}
    return kind_of_configuration(folder.name, index, unet)


def kind_of_configuration(name: str, index: Mapping[str, Any], unet: Mapping[str, Any]) -> ModelKind:
    """The kind that a model_index.json and a unet/config.json (or {}) speak of. Errors: StudioError."""
    pipeline = str(index.get("_class_name") or "StableDiffusionXLPipeline")
    family = next((family for start, family in _PIPELINES if pipeline.startswith(start)), None)
    channels, width = unet.get("in_channels", 4), unet.get("cross_attention_dim")
    if family is None:
        raise _refused(name, Message("kind-of-pipeline", pipeline=shown(pipeline.removesuffix("Pipeline"), 60)))
    if "Inpaint" in pipeline or channels == 9:
        raise _refused(name, Message(_INPAINTING))
    if channels != 4:
        raise _refused(name, Message("kind-with-channels", channels=shown(channels)))
    if family == "sd15" and width not in (None, 768):
        raise _refused(name, Message(_SD2) if width == 1024 else Message("kind-of-width", width=shown(width)))
    if family == "sdxl" and _is_null(index.get("text_encoder")):
        raise _refused(name, Message(_REFINER))
    return ModelKind(family="pocket" if family == "sdxl" and width == _POCKET_WIDTH else family)


def lora_family(header: Header) -> str | None:
    """The family that a LoRA file was made for, by the width of the words it attends to; None when it does not show."""
    for key, part in header.parts.items():
        if "attn2" in key and "to_k" in key and key.endswith(_LORA_DOWN) and len(part.shape) >= 2:
            return _WIDTHS.get(part.shape[1])
    return None


def _configuration(file: Path, unreadable: str, folder: Path) -> dict[str, Any]:
    """What the file holds. unreadable: the key of what is said of the folder where it is not there."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise StudioError(unreadable, folder=str(folder), file=file.name) from error
    except (ValueError, RecursionError):
        found = None
    if not is_object(found):
        raise StudioError("configuration-damaged", file=str(file))
    return found


def _refused(name: str, what: Message) -> StudioError:
    return StudioError("base-model-refused", name=shown(name, 80), what=what)


def _is_null(entry: object) -> bool:
    return is_array(entry) and all(value is None for value in entry)


def _any(parts: Mapping[str, Part], start: str) -> bool:
    return any(key.startswith(start) for key in parts)


def _contains(*pieces: str) -> Callable[[Mapping[str, Part]], bool]:
    return lambda parts: any(piece in key for key in parts for piece in pieces)


def _only(*starts: str) -> Callable[[Mapping[str, Part]], bool]:
    return lambda parts: bool(parts) and all(key.startswith(starts) for key in parts)


def _width(parts: Mapping[str, Part], name: str) -> int | None:
    """How wide the words are that this attention layer looks at."""
    return parts[name].shape[1] if name in parts and len(parts[name].shape) == 2 else None


def _channels(parts: Mapping[str, Part], place: int) -> int | None:
    shape = parts[_CONV_IN].shape if _CONV_IN in parts else ()
    return shape[place] if len(shape) == 4 else None


def _takes_other_channels(parts: Mapping[str, Part]) -> bool:
    return _channels(parts, 1) not in (None, 4)


def _is_quantised(parts: Mapping[str, Part]) -> bool:
    inner = [part for key, part in parts.items() if key.startswith(_UNET) and len(part.shape) >= 2]
    return any(part.dtype not in _PLAIN_TYPES for part in inner)


def _is_cut_down_sdxl(parts: Mapping[str, Part]) -> bool:
    return _width(parts, _SDXL_ATTENTION) == 2048 and _SIZE_WORDS in parts and _SDXL_DEEPEST not in parts


_TITLES = {"sdxl": "Stable Diffusion XL", "sd15": "Stable Diffusion 1.5"}
_PIPELINES = (("StableDiffusionXL", "sdxl"), ("StableDiffusionPipeline", "sd15"), ("StableDiffusionIn", "sd15"))
_POCKET_WIDTH = 320
_WIDTHS = {2048: "sdxl", 768: "sd15", 1024: "sd21", _POCKET_WIDTH: "pocket"}
_LORA_DOWN = (
    ".lora_down.weight", ".lora_A.weight", ".lora.down.weight", "_lora.down.weight", ".lora_A.default.weight",
    ".hada_w1_b",
)  # fmt: skip
_LORA_PIECES = (".lora_", "_lora.", ".lora.", "lora_unet_", "lora_te", "hada_w", "lokr_w", "dora_scale", "oft_blocks")
_INPAINTING = "kind-inpainting"
_SD2 = "kind-sd2"
_REFINER = "kind-refiner"

# Kinds that Cuddle does not work with, the surest signs first, and the keys of what they are called.
_OTHERS: tuple[tuple[Callable[[Mapping[str, Part]], bool], str], ...] = (
    (lambda parts: not parts, "weights-kind-empty"),
    (_contains(*_LORA_PIECES), "kind-lora"),
    (_contains("emb_params", "string_to_param"), "kind-embedding"),
    (_only("clip_l", "clip_g"), "kind-embedding"),
    (_contains("control_model.", "controlnet_cond_embedding", "input_hint_block"), "kind-controlnet"),
    (_contains("motion_modules.", "time_stack.", "temporal_transformer"), "kind-video"),
    (_contains("double_blocks.", "single_transformer_blocks."), "kind-flux"),
    (_contains("joint_blocks.", "context_embedder."), "kind-sd3"),
    (lambda parts: _channels(parts, 1) == 9, _INPAINTING),
    (lambda parts: _channels(parts, 0) == 384, _REFINER),
    (_takes_other_channels, "kind-other-channels"),
    (lambda parts: _width(parts, _SD_ATTENTION) == 1024, _SD2),
    (_is_quantised, "kind-quantised"),
    (_is_cut_down_sdxl, "kind-cut-down-sdxl"),
    (_only("text_model.", "transformer.resblocks.", "encoder.block.", "text_projection", "logit_scale", "shared.",
           "token_embedding", "ln_final", "positional_embedding", "encoder.final_layer_norm"),
     "kind-text-encoder"),
    (_only("encoder.", "decoder.", "quant_conv.", "post_quant_conv.", "first_stage_model."),
     "kind-autoencoder"),
    (_only("down_blocks.", "up_blocks.", "mid_block.", "conv_in.", "conv_out.", "time_embedding.", "add_embedding.",
           "conv_norm_out."),
     "kind-unet"),
)  # fmt: skip
