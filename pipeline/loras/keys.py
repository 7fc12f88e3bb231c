"""How LoRA files name the layers of a UNet and of text encoders: kohya's namings, diffusers' and peft's, as tables."""

from collections.abc import Iterable

from torch import nn

from pipeline.unet.quantised import Int8Linear

KOHYA_PREFIX = "lora_unet_"
DIFFUSERS_TEXT_SUFFIXES = ".lora_linear_layer.down.weight", ".lora_linear_layer.up.weight"

# What follows a layer's name, and what it holds. The first of each role is kohya's, which is what Cuddle writes first.
SUFFIXES: dict[str, str] = {
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
    ".lora_mid.weight": "mid",
    ".dora_scale": "dora",
    ".lora_magnitude_vector": "magnitude",
    ".lora_magnitude_vector.weight": "magnitude",
    ".lora_magnitude_vector.default.weight": "magnitude",
    ".lora_magnitude_vector.default": "magnitude",
    **{
        f".{role}": role
        for role in (
            "hada_w1_a", "hada_w1_b", "hada_w2_a", "hada_w2_b", "hada_t1", "hada_t2", "lokr_w1", "lokr_w1_a",
            "lokr_w1_b", "lokr_w2", "lokr_w2_a", "lokr_w2_b", "lokr_t2",
        )
    },
}  # fmt: skip
_ALIKE = {role: f".{role}" for role in SUFFIXES.values() if role.startswith(("hada", "lokr"))}
_KOHYA_SUFFIXES = {
    "down": ".lora_down.weight", "up": ".lora_up.weight", "mid": ".lora_mid.weight", "dora": ".dora_scale", **_ALIKE,
}  # fmt: skip
_PREFIXES = (KOHYA_PREFIX, "unet.", "transformer.", "base_model.model.", "diffusion_model.", "lycoris_")

# What stands before a text encoder's layer, and which encoder that is; the longest that fits counts.
_TEXT_PREFIXES = {
    "lora_te_": 0,
    "lora_te1_": 0,
    "lora_te2_": 1,
    "text_encoder.": 0,
    "text_encoder_2.": 1,
    "text_encoders.clip_l.transformer.": 0,  # ComfyUI
    "text_encoders.clip_g.transformer.": 1,
    "clip_l.": 0,  # OneTrainer
    "clip_g.": 1,
    "text_model.": 0,
}
_TEXT_PROJECTIONS = {"to_q": "q_proj", "to_k": "k_proj", "to_v": "v_proj", "to_out": "out_proj"}  # diffusers' old names


def split_key(key: str) -> tuple[str, str] | None:
    """The layer's name as the file writes it, and what the key holds; None for a key that is no LoRA's."""
    for suffix in sorted(SUFFIXES, key=len, reverse=True):
        if key.endswith(suffix):
            return key.removesuffix(suffix), SUFFIXES[suffix]
    return None


def kohya_suffix(role: str) -> str:
    """What kohya and LyCORIS put behind a layer's name for a part of that role."""
    return _KOHYA_SUFFIXES[role]


def text_encoder_of(name: str) -> tuple[int, str] | None:
    """The number of the text encoder that a file's layer belongs to, and its name for text_layer_names(); else None."""
    fitting = [prefix for prefix in _TEXT_PREFIXES if name.startswith(prefix)]
    if not fitting:
        return None
    prefix = max(fitting, key=len)
    layer = name.removeprefix(prefix).removeprefix("base_model.model.").replace(".", "_").removeprefix("text_model_")
    for old, new in _TEXT_PROJECTIONS.items():
        if layer.endswith(f"self_attn_{old}"):
            layer = layer.removesuffix(old) + new
    return _TEXT_PREFIXES[prefix], layer


def text_layer_names(text_encoder: nn.Module) -> dict[str, str]:
    """The layers of a text encoder that a LoRA can change: how text_encoder_of() names them, to their own names."""
    layers = [name for name, layer in text_encoder.named_modules() if isinstance(layer, nn.Linear)]
    return {_bare(name).replace(".", "_"): name for name in layers}


def kohya_text_key(layer: str, place: int, encoders: int) -> str:
    """kohya's name of a text encoder's layer, before the suffix; a single encoder has no number."""
    return f"lora_te{place + 1 if encoders > 1 else ''}_{_outer(layer).replace('.', '_')}"


def diffusers_text_key(layer: str, place: int) -> str:
    """diffusers' name of a text encoder's layer, before the suffix."""
    return f"text_encoder{f'_{place + 1}' if place else ''}.{_outer(layer)}"


def _bare(layer: str) -> str:
    return layer.removeprefix("text_model.")


def _outer(layer: str) -> str:
    """The name as files have it: all layers but the last projection lie in text_model, whatever transformers does."""
    return layer if layer == "text_projection" else f"text_model.{_bare(layer)}"


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


def kohya_sdxl_key(layer: str) -> str:
    """The same as kohya's SDXL trainer writes it, of a UNet with SDXL's blocks: lora_unet_input_blocks_4_1_..."""
    return KOHYA_PREFIX + _sgm_name(layer, _SDXL_PER_BLOCK, _SDXL_WITH_ATTENTION).replace(".", "_")


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


_SDXL_PER_BLOCK, _SDXL_WITH_ATTENTION = 2, ("up_blocks.0.attentions.", "up_blocks.1.attentions.")
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
