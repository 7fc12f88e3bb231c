"""LoRA files: written in kohya's and diffusers' form, read in every usual one, and matched against a UNet.

Only .safetensors files are read: they hold numbers and text, and nothing in them can run.
"""

import hashlib
import json
import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save as safetensors_bytes
from torch import Tensor, nn

from pipeline import lora_keys
from pipeline.families.resident import FileFacts
from pipeline.lora import Lora, LoraLayer
from studio.checks import shown
from studio.errors import StudioError
from studio.safetensors_header import read_header

FILE_DTYPE = torch.float16  # as other tools write: half the size, and finer than a bf16 base model can show
FINE = "A LoRA as a .safetensors file, made for the same base model, is fine"


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """What a file says of itself. `training`: ss_* values of the lesson, without times, so that files can be equal."""

    output_name: str
    trigger_word: str
    kind: str
    base_model_title: str
    resolution: int
    photos: int = 0
    training: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class LoraFile:
    """A file as read: `tensors` by key as it writes them, not yet matched with a UNet."""

    file_name: str
    name: str  # what the file calls itself
    tensors: Mapping[str, Tensor]
    metadata: Mapping[str, str]
    file_hash: str  # 12 hex digits by which other programs recognise the file


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """A file matched with a UNet. `left_out`: keys of text encoders, which Cuddle does not change."""

    lora: Lora
    matched_keys: int
    left_out: tuple[str, ...]


def kohya_bytes(lora: Lora, about: About, facts: FileFacts) -> bytes:
    """The file for ComfyUI, A1111, Forge and InvokeAI: lora_unet_... names, the real alpha, their metadata."""
    tensors = {}
    for name, layer in lora.layers.items():
        key = lora_keys.kohya_key(name)
        tensors[f"{key}.lora_down.weight"] = _stored(layer.down)
        tensors[f"{key}.lora_up.weight"] = _stored(layer.up)
        tensors[f"{key}.alpha"] = torch.tensor(layer.alpha, dtype=torch.float32)
    return _file_bytes(tensors, _metadata(lora, about, facts))


def diffusers_bytes(lora: Lora, about: About, facts: FileFacts) -> bytes:
    """The file for diffusers: unet.<layer>.lora.down.weight. Without a place for alpha, up is times alpha / rank."""
    tensors = {}
    for name, layer in lora.layers.items():
        key = lora_keys.DIFFUSERS_PREFIX + name
        tensors[f"{key}.lora.down.weight"] = _stored(layer.down)
        tensors[f"{key}.lora.up.weight"] = _stored(layer.up.float() * (layer.alpha / layer.rank))
    kept = ("modelspec.", "sshs_model_hash")
    metadata = {name: text for name, text in _metadata(lora, about, facts).items() if name.startswith(kept)}
    return _file_bytes(tensors, metadata | {"format": "pt"})


def read(file: Path) -> LoraFile:
    """Read a LoRA file without running anything in it. Errors: StudioError for every other kind of file."""
    header = read_header(file)
    keys = list(header.parts)
    for part, what in lora_keys.OTHER_KINDS.items():
        if any(part in key for key in keys):
            raise StudioError(f"{file.name} is {what}, not a plain LoRA. {FINE}.")
    if not any(lora_keys.split_key(key) for key in keys):
        raise StudioError(f"{file.name} holds no LoRA (its first part is '{shown(keys[0] if keys else '')}'). {FINE}.")
    try:
        with safe_open(file, framework="pt") as opened:
            tensors = {key: opened.get_tensor(key) for key in keys}
    except (SafetensorError, OSError) as error:
        raise _broken(file) from error
    stored_hash = header.metadata.get("sshs_model_hash", "")
    return LoraFile(
        file_name=file.name,
        name=header.metadata.get("ss_output_name") or file.stem,
        tensors=tensors,
        metadata=header.metadata,
        file_hash=(stored_hash or _content_hash(file))[:12],
    )


def match(file: LoraFile, unet: nn.Module, base_model_title: str) -> Match:
    """Every key of the file found in the UNet, and every shape fitting. Errors: StudioError, one sentence."""
    names = lora_keys.layer_names(unet)
    found: dict[str, dict[str, Tensor]] = {}
    left_out = []
    for key, tensor in file.tensors.items():
        split = lora_keys.split_key(key)
        if split is not None and lora_keys.is_text_encoder(split[0]):
            left_out.append(key)
            continue
        layer = None if split is None else names.get(lora_keys.plain(split[0]))
        if split is None or layer is None:
            raise StudioError(
                f"{file.file_name} does not fit {base_model_title}: its part '{shown(key, 90)}' is not in it. {FINE}."
            )
        found.setdefault(layer, {})[split[1]] = tensor
    layers = {name: _layer(file, name, parts, unet, base_model_title) for name, parts in found.items()}
    if not layers:
        raise StudioError(f"{file.file_name} changes the text encoders only, which Cuddle leaves as they are. {FINE}.")
    return Match(
        lora=Lora(name=file.name, layers=layers, file_hash=file.file_hash),
        matched_keys=len(file.tensors) - len(left_out),
        left_out=tuple(left_out),
    )


def _layer(file: LoraFile, name: str, parts: Mapping[str, Tensor], unet: nn.Module, base_model_title: str) -> LoraLayer:
    if "down" not in parts or "up" not in parts:
        raise StudioError(f"{file.file_name} is incomplete: '{name}' has only {', '.join(sorted(parts))}. {FINE}.")
    down, up = parts["down"], parts["up"]
    weight = unet.get_submodule(name).weight
    assert isinstance(weight, Tensor)
    takes, gives = weight[0].numel(), weight.shape[0]
    fits = down.ndim >= 2 and up.ndim >= 2 and down[0].numel() == takes and up.shape[0] == gives
    if not fits or up[0].numel() != down.shape[0]:
        raise StudioError(
            f"{file.file_name} does not fit {base_model_title}: its change of '{name}' is {_sizes(down, up)}, and "
            f"the base model's layer is {takes} to {gives}. {FINE}."
        )
    stated = parts["alpha"].float().reshape(-1).tolist() if "alpha" in parts else []
    alpha = float(stated[0] if stated else down.shape[0])  # no alpha means a scale of 1
    if not (torch.isfinite(down).all() and torch.isfinite(up).all() and math.isfinite(alpha)):
        raise StudioError(f"{file.file_name} is damaged: '{name}' holds numbers that are not finite. {FINE}.")
    return LoraLayer(down=down, up=up, alpha=alpha)


def _sizes(down: Tensor, up: Tensor) -> str:
    return f"{down[0].numel() if down.ndim else 0} to {up.shape[0] if up.ndim else 0}"


def _stored(tensor: Tensor) -> Tensor:
    return tensor.detach().cpu().to(FILE_DTYPE).contiguous()


def _metadata(lora: Lora, about: About, facts: FileFacts) -> dict[str, str]:
    """What A1111, ComfyUI, Forge, InvokeAI, SwarmUI and Civitai read. No times: equal lessons give equal files."""
    ranks = {layer.rank for layer in lora.layers.values()}
    alphas = {layer.alpha for layer in lora.layers.values()}
    words = f"{about.trigger_word} {about.kind}"
    return {
        "ss_output_name": about.output_name,
        "ss_base_model_version": facts.base_model_version,
        "ss_sd_model_name": about.base_model_title,
        "ss_network_module": "networks.lora",
        "ss_network_dim": str(ranks.pop()) if len(ranks) == 1 else "Dynamic",
        "ss_network_alpha": f"{alphas.pop():g}" if len(alphas) == 1 else "Dynamic",
        "ss_tag_frequency": json.dumps({about.output_name: {words: max(1, about.photos)}}),
        "ss_num_train_images": str(about.photos),
        "modelspec.sai_model_spec": "1.0.0",
        "modelspec.architecture": facts.architecture,
        "modelspec.implementation": "diffusers",
        "modelspec.prediction_type": "epsilon",
        "modelspec.title": about.output_name,
        "modelspec.trigger_phrase": words,
        "modelspec.resolution": f"{about.resolution}x{about.resolution}",
        **about.training,
    }


def _file_bytes(tensors: dict[str, Tensor], metadata: dict[str, str]) -> bytes:
    """A safetensors file with sshs_model_hash; the same bytes for the same content, unlike the library's."""
    blob = safetensors_bytes(tensors)
    start = 8 + struct.unpack("<Q", blob[:8])[0]
    content = blob[start:]
    header: dict[str, Any] = json.loads(blob[8:start])
    header["__metadata__"] = metadata | {"sshs_model_hash": hashlib.sha256(content).hexdigest()}
    text = json.dumps(header, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + content


def _broken(file: Path) -> StudioError:
    return StudioError(
        f"{file.name} is not a .safetensors file, or it is damaged. {FINE}; older .pt and .ckpt files are "
        "never opened, because they can run programs."
    )


def _content_hash(file: Path) -> str:
    """sha256 of everything after the header, as A1111 counts it."""
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        opened.seek(8 + struct.unpack("<Q", opened.read(8))[0])
        while chunk := opened.read(2**20):
            digest.update(chunk)
    return digest.hexdigest()
