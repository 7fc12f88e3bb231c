"""LoRA files: written in kohya's and diffusers' form, read in every usual one, and matched against a UNet.

Only .safetensors files are read: they hold numbers and text, and nothing in them can run.
"""

import hashlib
import json
import math
import re
import struct
from collections.abc import Mapping, Sequence
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
from studio.lora_uploads import FINE, other_kind
from studio.safetensors_header import read_header

FILE_DTYPE = torch.float16  # as other tools write: half the size, and finer than a bf16 base model can show


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """What a file says of itself. `training`: ss_* values of the lesson, without times, so that files can be equal.

    `output_name` is what prompts of other programs call it, so it holds letters, digits, "_", "." and "-" alone.
    Errors: ValueError for another one.
    """

    output_name: str
    trigger_word: str
    kind: str
    base_model_title: str
    resolution: int
    photos: int = 0
    training: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[A-Za-z0-9_.-]+", self.output_name):
            raise ValueError(f"a LoRA file cannot be called {self.output_name!r}: other programs would not find it")


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
    """A file matched with a UNet and its text encoders. `left_out`: keys of text encoders that were not given."""

    lora: Lora
    matched_keys: int
    left_out: tuple[str, ...]


def kohya_bytes(lora: Lora, about: About, facts: FileFacts) -> bytes:
    """The file for ComfyUI, A1111, Forge and InvokeAI: lora_unet_... names, the real alpha, their metadata."""
    tensors = {}
    keys = {lora_keys.kohya_key(name): layer for name, layer in lora.layers.items()}
    for place, layers in enumerate(lora.text_layers):
        encoders = len(lora.text_layers)
        keys |= {lora_keys.kohya_text_key(name, place, encoders): layer for name, layer in layers.items()}
    for key, layer in keys.items():
        tensors[f"{key}.lora_down.weight"] = _stored(layer.down)
        tensors[f"{key}.lora_up.weight"] = _stored(layer.up)
        tensors[f"{key}.alpha"] = torch.tensor(layer.alpha, dtype=torch.float32)
    return _file_bytes(tensors, _metadata(lora, about, facts))


def diffusers_bytes(lora: Lora, about: About, facts: FileFacts) -> bytes:
    """The file for diffusers: unet.<layer>.lora.down.weight, text_encoder.<layer>.lora_linear_layer.down.weight.

    Without a place for alpha, up is times alpha / rank.
    """
    tensors = {}
    keys = {f"{lora_keys.DIFFUSERS_PREFIX}{name}.lora": layer for name, layer in lora.layers.items()}
    for place, layers in enumerate(lora.text_layers):
        for name, layer in layers.items():
            keys[f"{lora_keys.diffusers_text_key(name, place)}.lora_linear_layer"] = layer
    for key, layer in keys.items():
        tensors[f"{key}.down.weight"] = _stored(layer.down)
        tensors[f"{key}.up.weight"] = _stored(layer.up.float() * (layer.alpha / layer.rank))
    kept = ("modelspec.", "sshs_model_hash")
    metadata = {name: text for name, text in _metadata(lora, about, facts).items() if name.startswith(kept)}
    return _file_bytes(tensors, metadata | {"format": "pt"})


def read(file: Path) -> LoraFile:
    """Read a LoRA file without running anything in it. Errors: StudioError for every other kind of file."""
    header = read_header(file)
    keys = list(header.parts)
    if what := other_kind(keys):
        raise StudioError(f"{file.name} is {what}, which Cuddle does not take in. {FINE}.")
    if not any(lora_keys.split_key(key) for key in keys):
        raise StudioError(f"{file.name} holds no LoRA (its first part is '{shown(keys[0] if keys else '')}'). {FINE}.")
    try:
        with safe_open(file, framework="pt") as opened:
            # Copies: what it gives lies in the mapped file, changes with it, and keeps Windows from deleting it.
            tensors = {key: opened.get_tensor(key).clone() for key in keys}
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


def match(file: LoraFile, unet: nn.Module, base_model_title: str, text_encoders: Sequence[nn.Module] = ()) -> Match:
    """Every key of the file found in the UNet or a text encoder, and every shape fitting.

    Without text encoders their keys are left out and named. Errors: StudioError, one sentence.
    """
    modules = [unet, *text_encoders]
    names = [lora_keys.layer_names(unet), *map(lora_keys.text_layer_names, text_encoders)]
    found: list[dict[str, dict[str, Tensor]]] = [{} for _ in modules]
    left_out = []
    for key, tensor in file.tensors.items():
        split = lora_keys.split_key(key)
        of_words = None if split is None else lora_keys.text_encoder_of(split[0])
        if of_words is not None and not text_encoders:
            left_out.append(key)
            continue
        place, name = (0, lora_keys.plain(split[0]) if split else "") if of_words is None else of_words
        place = place if of_words is None else place + 1
        layer = names[place].get(name) if place < len(names) else None
        if split is None or layer is None:
            raise StudioError(
                f"{file.file_name} does not fit {base_model_title}: its part '{shown(key, 90)}' is not in it. {FINE}."
            )
        if split[1] in found[place].setdefault(layer, {}):
            raise StudioError(f"{file.file_name} changes '{layer}' twice, under two names, so it is damaged. {FINE}.")
        found[place][layer][split[1]] = tensor
    layers, *text_layers = (
        {name: _layer(file, name, parts, module, base_model_title) for name, parts in layers.items()}
        for layers, module in zip(found, modules, strict=True)
    )
    if not layers and not any(text_layers):
        raise StudioError(f"{file.file_name} changes the text encoders only, which are left out here. {FINE}.")
    return Match(
        lora=Lora(
            name=file.name,
            layers=layers,
            file_hash=file.file_hash,
            text_layers=tuple(text_layers) if any(text_layers) else (),
        ),
        matched_keys=len(file.tensors) - len(left_out),
        left_out=tuple(left_out),
    )


def _layer(
    file: LoraFile, name: str, parts: Mapping[str, Tensor], module: nn.Module, base_model_title: str
) -> LoraLayer:
    if "down" not in parts or "up" not in parts:
        raise StudioError(f"{file.file_name} is incomplete: '{name}' has only {', '.join(sorted(parts))}. {FINE}.")
    down, up = parts["down"], parts["up"]
    weight = module.get_submodule(name).weight
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
    layers = [layer for part in (lora.layers, *lora.text_layers) for layer in part.values()]
    ranks = {layer.rank for layer in layers}
    alphas = {layer.alpha for layer in layers}
    words = f"{about.trigger_word} {about.kind}"
    of_convolutions = next((layer for layer in layers if layer.down.ndim == 4), None)
    extras = {}
    if of_convolutions is not None:  # as kohya's trainer says it
        dims = {"conv_dim": str(of_convolutions.rank), "conv_alpha": f"{of_convolutions.alpha:g}"}
        extras["ss_network_args"] = json.dumps(dims)
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
        "modelspec.description": f"A LoRA of {words}, made with Cuddle.",
        "modelspec.usage_hint": f"Say '{words}' in the prompt.",
        "modelspec.resolution": f"{about.resolution}x{about.resolution}",
        **extras,
        **about.training,
    }


def _file_bytes(tensors: dict[str, Tensor], metadata: dict[str, str]) -> bytes:
    """A safetensors file with the hash of its content, by which A1111 (sshs_...) and SwarmUI (modelspec...) know it.

    The same bytes for the same content, unlike the library's.
    """
    blob = safetensors_bytes(tensors)
    start = 8 + struct.unpack("<Q", blob[:8])[0]
    content = blob[start:]
    header: dict[str, Any] = json.loads(blob[8:start])
    digits = hashlib.sha256(content).hexdigest()
    header["__metadata__"] = metadata | {"sshs_model_hash": digits, "modelspec.hash_sha256": f"0x{digits}"}
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
