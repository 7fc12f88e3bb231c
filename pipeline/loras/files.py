"""LoRA files: written in kohya's and diffusers' form, read in every usual one, and matched against a UNet.

Only .safetensors files are read: they hold numbers and text, and nothing in them can run.
"""

import hashlib
import json
import math
import re
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save as safetensors_bytes
from torch import Tensor, nn

from pipeline.families.loaded_model import FileFacts
from pipeline.loras import keys as lora_keys
from pipeline.loras.dense_layers import DenseLayer
from pipeline.loras.lora import Layer, Lora, LoraLayer
from studio.checks import shown
from studio.errors import StudioError
from studio.interop.infotext import number_in
from studio.models.lora_uploads import EMBEDDINGS, check_numbers, other_kind, other_model
from studio.models.safetensors_header import read_header
from studio.words import Listing, Message

LARGEST = float(torch.finfo(torch.float16).max)
LARGEST_CHANGE = 1000.0  # of a weight; those of SDXL are below 10, and a few hundred times that ends half precision
_OF_8_BITS = (torch.float8_e4m3fn, torch.float8_e5m2)
_PREDICTIONS = {"epsilon": "epsilon", "v_prediction": "v"}  # as sd-scripts says it; it says nothing of flow matching
WeightOf = Callable[[int, str], Tensor]

FILE_DTYPE = torch.float16  # as other tools write: half the size, and finer than a bf16 base model can show


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """What a file says of itself. `training`: ss_* values of the lesson, without times, so that files can be equal.

    `prediction_type`: of the base model's objective. `output_name` is what prompts of other programs call it, so it
    holds letters, digits, "_", "." and "-" alone.
    Errors: ValueError for another one.
    """

    output_name: str
    trigger_word: str
    kind: str
    base_model_title: str
    resolution: int
    photos: int = 0
    prediction_type: str = "epsilon"
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
    embedding_keys: tuple[str, ...]  # of what is not read
    metadata: Mapping[str, str]
    file_hash: str  # 12 hex digits by which other programs recognise the file


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """A file matched with a UNet and its text encoders.

    `left_out`: keys of text encoders that were not given, and of embeddings that lie beside the LoRA.
    """

    lora: Lora
    matched_keys: int
    left_out: tuple[str, ...]


def kohya_bytes(lora: Lora, about: About, facts: FileFacts) -> bytes:
    """The file for ComfyUI, A1111, Forge and InvokeAI: lora_unet_... names, the real alpha, their metadata."""
    tensors = {}
    key_of = lora_keys.kohya_sdxl_key if facts.stability_names else lora_keys.kohya_key
    keys = {key_of(name): layer for name, layer in lora.layers.items()}
    for place, layers in enumerate(lora.text_layers):
        encoders = len(lora.text_layers)
        keys |= {lora_keys.kohya_text_key(name, place, encoders): layer for name, layer in layers.items()}
    for key, layer in keys.items():
        parts = {"down": layer.down, "up": layer.up} if isinstance(layer, LoraLayer) else layer.parts
        for role, part in parts.items():
            tensors[f"{key}{lora_keys.kohya_suffix(role)}"] = _stored(part)
        alpha = layer.rank if layer.alpha is None else layer.alpha
        tensors[f"{key}.alpha"] = torch.tensor(alpha, dtype=torch.float32)
    return _file_bytes(tensors, _metadata(lora, about, facts))


def diffusers_bytes(lora: Lora, about: About, facts: FileFacts, weight_of: WeightOf | None = None) -> bytes:
    """The file for diffusers: unet.<layer>.lora.down.weight, text_encoder.<layer>.lora_linear_layer.down.weight.

    Without a place for alpha, up is times alpha / rank. What diffusers has no form for (LoHa, LoKr, DoRA) becomes exact
    factors; that takes the base model's weights, `weight_of` the number of a model (the UNet, then the text encoders)
    and a layer's name.
    """
    tensors = {}
    prefix, suffixes = facts.diffusers_prefix, facts.diffusers_suffixes
    keys = {f"{prefix}{name}": (0, name, layer, suffixes) for name, layer in lora.layers.items()}
    for place, layers in enumerate(lora.text_layers):
        for name, layer in layers.items():
            keys[lora_keys.diffusers_text_key(name, place)] = place + 1, name, layer, lora_keys.DIFFUSERS_TEXT_SUFFIXES
    for key, (place, name, layer, (down_suffix, up_suffix)) in keys.items():
        if isinstance(layer, LoraLayer):
            down, up = layer.down, layer.up.float() * (layer.alpha / layer.rank)
        else:
            assert weight_of is not None, "a LoHa, LoKr or DoRA needs the base model's weights"
            down, up = _as_of_layer(layer, weight_of(place, name))
        tensors[f"{key}{down_suffix}"], tensors[f"{key}{up_suffix}"] = _stored(down), _stored(up)
    kept = ("modelspec.", "sshs_model_hash")
    metadata = {name: text for name, text in _metadata(lora, about, facts).items() if name.startswith(kept)}
    return _file_bytes(tensors, metadata | {"format": "pt"})


def read(file: Path, called: str = "") -> LoraFile:
    """Read a LoRA file without running anything in it. Errors: StudioError for every other kind of file.

    called: how the person who gave it knows it, where it lies under another name.
    """
    name = shown(called or file.name, 80)
    header = read_header(file, called)
    keys = list(header.parts)
    if what := other_kind(keys):
        raise StudioError("lora-of-other-kind", name=name, what=what)
    if not any(lora_keys.split_key(key) for key in keys):
        raise StudioError("lora-none-in-file", name=name, part=shown(keys[0] if keys else ""))
    check_numbers(name, header)
    try:
        with safe_open(file, framework="pt") as opened:
            # Copies: what it gives lies in the mapped file, changes with it, and keeps Windows from deleting it.
            tensors = {key: _computable(opened.get_tensor(key)) for key in keys if not key.startswith(EMBEDDINGS)}
    except (SafetensorError, OSError) as error:
        raise _broken(name) from error
    stored_hash = header.metadata.get("sshs_model_hash", "")
    return LoraFile(
        file_name=name,
        name=header.metadata.get("ss_output_name") or file.stem,
        tensors=tensors,
        embedding_keys=tuple(key for key in keys if key.startswith(EMBEDDINGS)),
        metadata=header.metadata,
        file_hash=(stored_hash or _content_hash(file))[:12],
    )


def match(
    file: LoraFile, unet: nn.Module, base_model_title: Message | str, text_encoders: Sequence[nn.Module] = ()
) -> Match:
    """Every key of the file found in the UNet or a text encoder, and every shape fitting.

    Without text encoders their keys are left out and named. Errors: StudioError, one sentence.
    """
    modules = [unet, *text_encoders]
    names = [lora_keys.layer_names(unet), *map(lora_keys.text_layer_names, text_encoders)]
    found: list[dict[str, dict[str, Tensor]]] = [{} for _ in modules]
    left_out = list(file.embedding_keys)
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
            if what := other_model(file.tensors):
                raise StudioError("lora-of-other-kind", name=file.file_name, what=what)
            raise StudioError("lora-part-not-there", name=file.file_name, title=base_model_title, part=shown(key, 90))
        if split[1] in found[place].setdefault(layer, {}):
            raise StudioError("lora-layer-twice", name=file.file_name, layer=layer)
        # peft's magnitudes are by the outputs in whatever shape; only kohya's tells by it along what they were measured
        role, part = ("dora", tensor.flatten()) if split[1] == "magnitude" else (split[1], tensor)
        found[place][layer][role] = part
    layers, *text_layers = (
        {
            name: _layer(file, name, parts, module, base_model_title, stated.alpha(name, _rank_in(parts)))
            for name, parts in layers.items()
        }
        for layers, module, stated in zip(found, modules, _stated_alphas(file.metadata, len(modules)), strict=True)
    )
    if not layers and not any(text_layers):
        raise StudioError("lora-of-text-alone", name=file.file_name)
    return Match(
        lora=Lora(
            name=file.name,
            layers=layers,
            file_hash=file.file_hash,
            text_layers=tuple(text_layers) if any(text_layers) else (),
        ),
        matched_keys=len(file.tensors) - len(left_out) + len(file.embedding_keys),
        left_out=tuple(left_out),
    )


def _layer(
    file: LoraFile,
    name: str,
    parts: Mapping[str, Tensor],
    module: nn.Module,
    base_model_title: Message | str,
    stated_alpha: float | None,
) -> Layer:
    weight = module.get_submodule(name).weight
    assert isinstance(weight, Tensor)
    matrices = {role: part for role, part in parts.items() if role != "alpha"}
    if "dora" in matrices and matrices["dora"].ndim == 1:  # peft's, which kohya's form has as (out, 1, ...)
        matrices["dora"] = matrices["dora"].view(-1, *[1] * (weight.ndim - 1))
    own = parts["alpha"].float().reshape(-1).tolist() if "alpha" in parts else []
    alpha = float(own[0]) if own else stated_alpha
    if matrices.keys() - {"down", "up"}:
        layer: Layer = DenseLayer(parts=matrices, alpha=alpha)
        missing = _missing(matrices)
        unfit = not missing and not _dense_fits(layer, weight)
        sizes = ", ".join("x".join(map(str, part.shape)) for part in matrices.values())
    else:
        missing = {"down", "up"} - matrices.keys()
        down, up = matrices.get("down", torch.empty(0)), matrices.get("up", torch.empty(0))
        layer = LoraLayer(down=down, up=up, alpha=float(down.shape[0]) if alpha is None else alpha)  # a scale of 1
        unfit = not missing and not _fits(down, up, weight)
        sizes = _sizes(down, up)
    if missing:
        has = Listing(sorted(parts), most=None, style="comma")
        raise StudioError("lora-layer-incomplete", name=file.file_name, layer=name, parts=has)
    if unfit:
        raise StudioError(
            "lora-layer-of-other-size",
            name=file.file_name,
            title=base_model_title,
            layer=name,
            sizes=sizes,
            inputs=weight[0].numel(),
            outputs=weight.shape[0],
        )
    if not math.isfinite(alpha or 0.0) or not all(torch.isfinite(part).all() for part in matrices.values()):
        raise StudioError("lora-not-finite", name=file.file_name, layer=name)
    if not _is_bounded(layer, matrices.values(), weight):
        raise StudioError("lora-change-too-large", name=file.file_name, layer=name, most=f"{LARGEST_CHANGE:g}")
    return layer


def _fits(down: Tensor, up: Tensor, weight: Tensor) -> bool:
    fits = down.ndim >= 2 and up.ndim >= 2 and min(down.shape) > 0 and min(up.shape) > 0
    return (
        fits
        and down[0].numel() == weight[0].numel()
        and up.shape[0] == weight.shape[0]
        and up[0].numel() == down.shape[0]
    )


def _missing(parts: Mapping[str, Tensor]) -> set[str]:
    """The roles without which the others mean nothing."""
    if any(role.startswith("hada") for role in parts):
        wanted = {"hada_w1_a", "hada_w1_b", "hada_w2_a", "hada_w2_b"}
        wanted |= {"hada_t1", "hada_t2"} if {"hada_t1", "hada_t2"} & parts.keys() else set()
    elif any(role.startswith("lokr") for role in parts):
        wanted = set() if "lokr_w1" in parts else {"lokr_w1_a", "lokr_w1_b"}
        wanted |= set() if "lokr_w2" in parts else {"lokr_w2_a", "lokr_w2_b"}
    else:
        wanted = {"down", "up"}
    return wanted - parts.keys()


def _dense_fits(layer: DenseLayer, weight: Tensor) -> bool:
    """Whether the parts give a change of the weight's shape; tried without numbers, so it costs nothing."""
    shapes = DenseLayer(parts={role: part.to("meta") for role, part in layer.parts.items()}, alpha=layer.alpha)
    try:
        return shapes.delta(weight.to("meta")).shape == weight.flatten(1).shape
    except (RuntimeError, ValueError, IndexError, ZeroDivisionError):
        return False


def _is_bounded(layer: Layer, parts: Iterable[Tensor], weight: Tensor) -> bool:
    """Whether half precision, in which pictures are made on a card, can hold the numbers and what comes of them."""
    highest = [float(part.abs().max()) for part in parts]
    if max(highest) >= LARGEST:
        return False
    if isinstance(layer, LoraLayer) and math.prod(highest) * abs(layer.alpha) <= LARGEST_CHANGE:
        return True  # whatever the signs are
    return float(layer.delta(weight).abs().max()) <= LARGEST_CHANGE


def _rank_in(parts: Mapping[str, Tensor]) -> int:
    down = parts.get("down")
    return down.shape[0] if down is not None and down.ndim else 1


@dataclass(frozen=True, kw_only=True, slots=True)
class _StatedAlphas:
    """What diffusers' trainers say of one model's adapter in the metadata, where no key of the file does."""

    alphas: Mapping[str, float]  # peft's alpha_pattern: a name's end, or a pattern
    default: float | None
    by_root: bool  # use_rslora: the scale is alpha / sqrt(rank)

    def alpha(self, name: str, rank: int) -> float | None:
        """The alpha of a layer such that alpha / rank is its scale; None where nothing is stated."""
        found = next((value for pattern, value in self.alphas.items() if _ends_with(name, pattern)), self.default)
        return found if found is None or not self.by_root else found * math.sqrt(rank)


def _ends_with(name: str, pattern: str) -> bool:
    return f".{name}".endswith(f".{pattern}") or pattern.endswith(f".{name}")


def _stated_alphas(metadata: Mapping[str, str], models: int) -> list[_StatedAlphas]:
    """One for the UNet and one for each text encoder, as diffusers writes them under `lora_adapter_metadata`."""
    try:
        found = json.loads(metadata.get("lora_adapter_metadata", "{}"))
    except (ValueError, RecursionError):
        found = {}
    stated = found if isinstance(found, dict) else {}
    prefixes = ["unet", *(f"text_encoder{f'_{place + 1}' if place else ''}" for place in range(models - 1))]
    return [
        _StatedAlphas(
            alphas={
                str(pattern): float(value)
                for pattern, value in _dictionary(stated.get(f"{prefix}.alpha_pattern")).items()
                if number_in(value) is not None
            },
            default=number_in(stated.get(f"{prefix}.lora_alpha")),
            by_root=stated.get(f"{prefix}.use_rslora") is True,
        )
        for prefix in prefixes
    ]


def _dictionary(value: object) -> dict[Any, Any]:
    return value if isinstance(value, dict) else {}


def _computable(tensor: Tensor) -> Tensor:
    """A copy that can be computed with: 8 bits become 16, which hold every one of their numbers."""
    return tensor.to(torch.float16) if tensor.dtype in _OF_8_BITS else tensor.clone()


def _as_of_layer(layer: DenseLayer, weight: Tensor) -> tuple[Tensor, Tensor]:
    """The exact factors in the shapes that a layer's LoRA has in a file."""
    down, up = layer.factors(weight)
    ones = [1] * (weight.ndim - 2)
    return down.reshape(len(down), *weight.shape[1:]), up.reshape(*up.shape, *ones)


def _sizes(down: Tensor, up: Tensor) -> str:
    return f"{down[0].numel() if down.ndim else 0} to {up.shape[0] if up.ndim else 0}"


def _stored(tensor: Tensor) -> Tensor:
    return tensor.detach().cpu().to(FILE_DTYPE).contiguous()


def _metadata(lora: Lora, about: About, facts: FileFacts) -> dict[str, str]:
    """What A1111, ComfyUI, Forge, InvokeAI, SwarmUI and Civitai read. No times: equal lessons give equal files."""
    layers = [layer for part in (lora.layers, *lora.text_layers) for layer in part.values()]
    ranks = {layer.rank for layer in layers}
    alphas = {layer.rank if layer.alpha is None else layer.alpha for layer in layers}
    words = f"{about.trigger_word} {about.kind}"
    plain = [layer for layer in layers if isinstance(layer, LoraLayer)]
    of_convolutions = next((layer for layer in plain if layer.down.ndim == 4), None)
    kinds = {layer.kind for layer in layers if isinstance(layer, DenseLayer)}
    predicted = {"modelspec.prediction_type": said} if (said := _PREDICTIONS.get(about.prediction_type)) else {}
    extras = {}
    if kinds & {"LoHa", "LoKr"}:
        extras["ss_network_module"] = "lycoris.kohya"
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
        **predicted,
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


def _broken(name: str) -> StudioError:
    return StudioError("lora-file-broken", name=name)


def _content_hash(file: Path) -> str:
    """sha256 of everything after the header, as A1111 counts it."""
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        opened.seek(8 + struct.unpack("<Q", opened.read(8))[0])
        while chunk := opened.read(2**20):
            digest.update(chunk)
    return digest.hexdigest()
