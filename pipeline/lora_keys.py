"""How LoRA files name a UNet's layers: kohya's two namings, diffusers' and peft's, as tables."""

from collections.abc import Iterable
from typing import Literal

from torch import nn

from pipeline.quantised import Int8Linear

Role = Literal["down", "up", "alpha"]

KOHYA_PREFIX = "lora_unet_"
DIFFUSERS_PREFIX = "unet."

# What follows a layer's name, and what it holds. The first of each role is kohya's, which is what Cuddle writes first.
SUFFIXES: dict[str, Role] = {
    ".lora_down.weight": "down",
    ".lora_up.weight": "up",
    ".alpha": "alpha",
    ".lora.down.weight": "down",
    ".lora.up.weight": "up",
    ".lora_A.weight": "down",
    ".lora_B.weight": "up",
    ".lora_A.default.weight": "down",
    ".lora_B.default.weight": "up",
    "_lora.down.weight": "down",
    "_lora.up.weight": "up",
    ".lora_linear_layer.down.weight": "down",
    ".lora_linear_layer.up.weight": "up",
}
_PREFIXES = (KOHYA_PREFIX, DIFFUSERS_PREFIX, "base_model.model.", "diffusion_model.", "lycoris_")
_TEXT_ENCODERS = ("lora_te", "text_encoder", "text_model")

# Parts of keys that only other kinds of files have, and what those are called.
OTHER_KINDS = {
    "dora_scale": "a DoRA",
    "lora_magnitude_vector": "a DoRA",
    "hada_": "a LoHa (LyCORIS)",
    "lokr_": "a LoKr (LyCORIS)",
    "lora_mid": "a LoCon with a middle part (LyCORIS)",
    "oft_": "an OFT file",
    "emb_params": "an embedding",
    "control_model": "a ControlNet",
    "first_stage_model.": "a whole model",
    "model.diffusion_model.": "a whole model",
}


def split_key(key: str) -> tuple[str, Role] | None:
    """The layer's name as the file writes it, and what the key holds; None for a key that is no LoRA's."""
    for suffix in sorted(SUFFIXES, key=len, reverse=True):
        if key.endswith(suffix):
            return key.removesuffix(suffix), SUFFIXES[suffix]
    return None


def is_text_encoder(name: str) -> bool:
    """Whether a layer's name is a text encoder's."""
    return name.startswith(_TEXT_ENCODERS)


def plain(name: str) -> str:
    """A file's layer name without prefix, with "_" for ".": how it is looked up in layer_names()."""
    for prefix in _PREFIXES:
        if name.startswith(prefix):
            name = name.removeprefix(prefix)
            break
    return name.replace(".processor.", ".").replace(".", "_")


def kohya_key(layer: str) -> str:
    """kohya's name of a UNet layer, before the suffix."""
    return KOHYA_PREFIX + layer.replace(".", "_")


def layer_names(unet: nn.Module) -> dict[str, str]:
    """Every name under which a file may mean a layer that a LoRA can change, to the UNet's own name of it.

    Names are as plain() gives them.
    """
    layers, stability = _layers(unet), sgm_names(unet)
    names = {}
    for layer in layers:
        for name in (layer, layer.removesuffix(".0") if layer.endswith("to_out.0") else layer):
            names[plain(name)] = layer
            names[plain(stability[layer] if name == layer else stability[layer].removesuffix(".0"))] = layer
    return names


def sgm_names(unet: nn.Module) -> dict[str, str]:
    """Every layer that a LoRA can change, by its own name, to the name of Stability's own code."""
    layers = _layers(unet)
    per_block = sum(1 for name in layers if name.startswith("down_blocks.0.resnets.") and name.endswith(".conv1"))
    return {name: _sgm_name(name, per_block, layers) for name in layers}


def _layers(unet: nn.Module) -> list[str]:
    return [name for name, layer in unet.named_modules() if isinstance(layer, nn.Linear | nn.Conv2d | Int8Linear)]


def _sgm_name(name: str, per_block: int, layers: Iterable[str]) -> str:
    """The name of Stability's own code, which kohya's SDXL trainer uses: input_blocks.4.1.transformer_blocks..."""
    if name in _SGM_SINGLE:
        return _SGM_SINGLE[name]
    part, _, rest = name.partition(".")
    if part == "mid_block":
        kind, number, inner = rest.split(".", 2)
        return f"middle_block.{1 if kind == 'attentions' else 2 * int(number)}.{_SGM_RESNET.get(inner, inner)}"
    if part not in ("down_blocks", "up_blocks"):
        return name
    block, kind, number, inner = rest.split(".", 3)
    step = per_block + 1
    if part == "down_blocks":
        if kind == "downsamplers":
            return f"input_blocks.{(int(block) + 1) * step}.0.op"
        place = f"input_blocks.{1 + int(block) * step + int(number)}"
    else:
        if kind == "upsamplers":
            has_attention = any(layer.startswith(f"up_blocks.{block}.attentions.") for layer in layers)
            return f"output_blocks.{int(block) * step + per_block}.{2 if has_attention else 1}.conv"
        place = f"output_blocks.{int(block) * step + int(number)}"
    return f"{place}.{1 if kind == 'attentions' else 0}.{_SGM_RESNET.get(inner, inner)}"


_SGM_SINGLE = {
    "conv_in": "input_blocks.0.0",
    "conv_out": "out.2",
    "time_embedding.linear_1": "time_embed.0",
    "time_embedding.linear_2": "time_embed.2",
    "add_embedding.linear_1": "label_emb.0.0",
    "add_embedding.linear_2": "label_emb.0.2",
}
_SGM_RESNET = {
    "conv1": "in_layers.2",
    "conv2": "out_layers.3",
    "time_emb_proj": "emb_layers.1",
    "conv_shortcut": "skip_connection",
}
