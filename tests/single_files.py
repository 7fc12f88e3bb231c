"""Whole models of the real families' shape, tiny, as a diffusers folder and as one file in Stability's own naming."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import torch
from diffusers.models.autoencoders.autoencoder_kl import AutoencoderKL
from diffusers.models.unets.unet_2d_condition import UNet2DConditionModel
from safetensors.torch import save_file
from torch import Tensor, nn
from transformers import CLIPTextConfig

from pipeline.families import clip_tokenizer
from pipeline.families.parts import Blueprint
from pipeline.loras import keys as lora_keys

# What of the real configurations is made small. The widths by which the families are told stay as they are.
_SMALL_UNET = {
    "sdxl": {"block_out_channels": [32, 64, 64], "attention_head_dim": [1, 2, 2]},
    "sd15": {"block_out_channels": [32, 64, 64, 64]},
}
_SMALL_VAE = {"block_out_channels": [32, 32, 32, 32], "layers_per_block": 1}
_SMALL_TEXT = {"intermediate_size": 32, "num_hidden_layers": 2}


def shrunk(blueprint: Blueprint, folder: Path, vocabulary: int) -> Path:
    """The family's configurations in a folder of their own, made small."""
    family = blueprint.configuration.name
    changes = {"unet": _SMALL_UNET[family], "vae": _SMALL_VAE}
    changes |= dict.fromkeys(blueprint.text_folders, _SMALL_TEXT | {"vocab_size": vocabulary})
    for file in blueprint.configuration.rglob("*.json"):
        values = json.loads(file.read_text()) | changes.get(file.parent.name, {})
        if file.parent.name in blueprint.text_folders:
            values |= {"bos_token_id": vocabulary - 2, "eos_token_id": vocabulary - 1, "pad_token_id": vocabulary - 1}
        path = folder / file.relative_to(blueprint.configuration)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values))
    return folder


def build(blueprint: Blueprint, configuration: Path) -> dict[str, Any]:
    """The parts with random weights, by folder."""
    torch.manual_seed(0)
    kinds: dict[str, Any] = {"unet": UNet2DConditionModel, "vae": AutoencoderKL}
    built = {name: kind.from_config(kind.load_config(configuration / name)) for name, kind in kinds.items()}
    for encoder, name in zip(blueprint.text_encoders, blueprint.text_folders, strict=True):
        built[name] = encoder(CLIPTextConfig.from_pretrained(configuration / name))
    return built


def write_folder(blueprint: Blueprint, configuration: Path, parts: dict[str, Any], folder: Path) -> Path:
    """A diffusers folder with the parts, and tokenizers of clip_tokenizer.MERGES_FILE."""
    shutil.copytree(configuration, folder)
    for name, part in parts.items():
        part.save_pretrained(folder / name)
    for name, pad_token in zip(blueprint.tokenizer_folders, blueprint.pad_tokens, strict=True):
        clip_tokenizer.build(pad_token).save_pretrained(folder / name)
    return folder


def few_words(folder: Path, merges: int = 200) -> Path:
    """A short table of merges, so that the text encoders' tables are small. Gives its file."""
    lines = clip_tokenizer.MERGES_FILE.read_text(encoding="utf-8").splitlines()[:merges]
    file = folder / "merges.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def vocabulary(merges_file: Path) -> int:
    """How many tokens come of such a table."""
    return 512 + len(merges_file.read_text(encoding="utf-8").splitlines()) + 2


def write_single_file(parts: dict[str, Any], file: Path, more: dict[str, Tensor] | None = None) -> Path:
    """One file with the weights as Stability's own programs name them, in fp16."""
    tensors = {f"model.diffusion_model.{name}": weight for name, weight in _unet(parts["unet"]).items()}
    tensors |= {f"first_stage_model.{name}": weight for name, weight in _vae(parts["vae"]).items()}
    if "text_encoder_2" in parts:
        tensors |= _clip(parts["text_encoder"], "conditioner.embedders.0.transformer.")
        tensors |= _open_clip(parts["text_encoder_2"], "conditioner.embedders.1.model.")
    else:
        tensors |= _clip(parts["text_encoder"], "cond_stage_model.transformer.")
    save_file({name: weight.half().contiguous() for name, weight in (tensors | (more or {})).items()}, file)
    return file


def _unet(unet: nn.Module) -> dict[str, Tensor]:
    names = lora_keys.sgm_names(unet)
    found = {}
    for key, weight in unet.state_dict().items():
        layer, _, end = key.rpartition(".")
        found[f"{names.get(layer) or _norm(layer, names)}.{end}"] = weight
    return found


def _norm(layer: str, names: dict[str, str]) -> str:
    """Stability's name of a norm, found through a layer beside it."""
    if layer == "conv_norm_out":
        return "out.0"
    parent, _, last = layer.rpartition(".")
    if ".transformer_blocks." in layer:
        return names[f"{parent}.attn1.to_q"].removesuffix("attn1.to_q") + last
    if last == "norm":
        return names[f"{parent}.proj_in"].removesuffix("proj_in") + last
    block = re.sub(r"in_layers\.\d$", "", names[f"{parent}.conv1"])
    return block + {"norm1": "in_layers.0", "norm2": "out_layers.0"}[last]


def _vae(vae: nn.Module) -> dict[str, Tensor]:
    blocks = 4
    found = {}
    for key, weight in vae.state_dict().items():
        name = re.sub(r"up_blocks\.(\d)", lambda match: f"up.{blocks - 1 - int(match[1])}", key)
        name = name.replace("down_blocks.", "down.").replace("conv_norm_out", "norm_out")
        name = re.sub(r"mid_block\.resnets\.(\d)", lambda match: f"mid.block_{int(match[1]) + 1}", name)
        name = name.replace(".resnets.", ".block.").replace("conv_shortcut", "nin_shortcut")
        name = name.replace("downsamplers.0", "downsample").replace("upsamplers.0", "upsample")
        if "mid_block.attentions.0" in name:
            for ours, theirs in (("group_norm", "norm"), ("to_out.0", "proj_out"), ("to_", "")):
                name = name.replace(f"attentions.0.{ours}", f"attentions.0.{theirs}")
            name = name.replace("mid_block.attentions.0", "mid.attn_1")
            weight = weight[..., None, None] if weight.ndim == 2 else weight
        found[name] = weight
    return found


def _clip(encoder: nn.Module, prefix: str) -> dict[str, Tensor]:
    return {
        f"{prefix}text_model.{name.removeprefix('text_model.')}": weight
        for name, weight in encoder.state_dict().items()
    }


def _open_clip(encoder: nn.Module, prefix: str) -> dict[str, Tensor]:
    weights = {name.removeprefix("text_model."): weight for name, weight in encoder.state_dict().items()}
    found = {
        "positional_embedding": weights["embeddings.position_embedding.weight"],
        "token_embedding.weight": weights["embeddings.token_embedding.weight"],
        "ln_final.weight": weights["final_layer_norm.weight"],
        "ln_final.bias": weights["final_layer_norm.bias"],
        "text_projection": weights["text_projection.weight"].T,
    }
    for name, weight in weights.items():
        match = re.fullmatch(r"encoder\.layers\.(\d+)\.(.*)\.(weight|bias)", name)
        if match is None:
            continue
        block = f"transformer.resblocks.{match[1]}"
        inner = {"layer_norm1": "ln_1", "layer_norm2": "ln_2", "mlp.fc1": "mlp.c_fc", "mlp.fc2": "mlp.c_proj"}
        if match[2] == "self_attn.q_proj":
            three = [weights[name.replace("q_proj", f"{letter}_proj")] for letter in "qkv"]
            found[f"{block}.attn.in_proj_{match[3]}"] = torch.cat(three)
        elif match[2] == "self_attn.out_proj":
            found[f"{block}.attn.out_proj.{match[3]}"] = weight
        elif match[2] in inner:
            found[f"{block}.{inner[match[2]]}.{match[3]}"] = weight
    return {prefix + name: weight for name, weight in found.items()}
