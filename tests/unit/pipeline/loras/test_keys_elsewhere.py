"""The key check: by which rules ComfyUI, A1111 and InvokeAI find a LoRA's layers, as data, and that ours all pass.

The rules are those that comfy/lora.py, A1111's Lora extension (networks.py) and InvokeAI's SDXL conversion go by. They
are held against SDXL at its full size, whose layers are stated here in Stability's own arrangement.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers.models.unets.unet_2d_condition import UNet2DConditionModel
from safetensors.torch import load_file
from torch import nn
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

from pipeline.families.parts import CONFIGURATIONS
from pipeline.loras import files as lora_files
from pipeline.loras.lora import Lora
from tests.loras import ATTENTION, OTHERS, lora_on
from tests.unit.pipeline.loras.test_files import ABOUT, FACTS

# SDXL as Stability's code arranges it: by place, what stands there. r: a resnet; t2, t10: transformers of that depth.
INPUT = ("conv", "r", "r", "down", "r t2", "r t2", "down", "r t10", "r t10")
MIDDLE = ("r", "t10", "r")
OUTPUT = ("r t10", "r t10", "r t10 up", "r t2", "r t2", "r t2 up", "r", "r", "r")
PARTS = {
    "r": ["in_layers.2", "emb_layers.1", "out_layers.3", "skip_connection"],
    "conv": [""],
    "down": ["op"],
    "up": ["conv"],
    "t": ["proj_in", "proj_out"],
}
BLOCK = [f"attn{number}.{part}" for number in (1, 2) for part in ("to_q", "to_k", "to_v", "to_out.0")]
BLOCK += ["ff.net.0.proj", "ff.net.2"]
TEXT_PARTS = ["self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj", "self_attn.out_proj", "mlp.fc1", "mlp.fc2"]
TEXT_DEPTHS = (12, 32)  # CLIP L, CLIP G


def stability_layers() -> Iterator[str]:
    """The names of SDXL's layers, dotted, in Stability's code."""
    yield from ("time_embed.0", "time_embed.2", "label_emb.0.0", "label_emb.0.2", "out.2")
    for name, blocks in (("input_blocks", INPUT), ("output_blocks", OUTPUT)):
        for place, kinds in enumerate(blocks):
            for number, kind in enumerate(kinds.split()):
                yield from parts_of(f"{name}.{place}.{number}", kind)
    for place, kind in enumerate(MIDDLE):
        yield from parts_of(f"middle_block.{place}", kind)


def parts_of(name: str, kind: str) -> Iterator[str]:
    yield from (f"{name}.{part}".rstrip(".") for part in PARTS["t" if kind[0] == "t" else kind])
    if kind[0] == "t":
        for number in range(int(kind[1:])):
            yield from (f"{name}.transformer_blocks.{number}.{part}" for part in BLOCK)


STABILITY = {name.replace(".", "_") for name in stability_layers()}
RESNET = {
    "conv1": "in_layers_2", "conv2": "out_layers_3", "time_emb_proj": "emb_layers_1",
    "conv_shortcut": "skip_connection",
}  # fmt: skip

# From diffusers' name, flat, to Stability's: a pattern and what becomes of it. A1111 and ComfyUI go by the same table.
DIFFUSERS_TO_STABILITY: list[tuple[str, Callable[[re.Match[str]], str]]] = [
    (r"conv_in", lambda m: "input_blocks_0_0"),
    (r"conv_out", lambda m: "out_2"),
    (r"time_embedding_linear_(\d)", lambda m: f"time_embed_{int(m[1]) * 2 - 2}"),
    (r"down_blocks_(\d)_attentions_(\d)_(.+)", lambda m: f"input_blocks_{1 + int(m[1]) * 3 + int(m[2])}_1_{m[3]}"),
    (r"mid_block_attentions_0_(.+)", lambda m: f"middle_block_1_{m[1]}"),
    (r"up_blocks_(\d)_attentions_(\d)_(.+)", lambda m: f"output_blocks_{int(m[1]) * 3 + int(m[2])}_1_{m[3]}"),
    (r"down_blocks_(\d)_resnets_(\d)_(.+)",
     lambda m: f"input_blocks_{1 + int(m[1]) * 3 + int(m[2])}_0_{RESNET[m[3]]}"),
    (r"mid_block_resnets_(\d)_(.+)", lambda m: f"middle_block_{int(m[1]) * 2}_{RESNET[m[2]]}"),
    (r"up_blocks_(\d)_resnets_(\d)_(.+)", lambda m: f"output_blocks_{int(m[1]) * 3 + int(m[2])}_0_{RESNET[m[3]]}"),
    (r"down_blocks_(\d)_downsamplers_0_conv", lambda m: f"input_blocks_{3 + int(m[1]) * 3}_0_op"),
    (r"up_blocks_(\d)_upsamplers_0_conv", lambda m: f"output_blocks_{2 + int(m[1]) * 3}_2_conv"),
]  # fmt: skip

# ComfyUI tries these endings on every name of its map (comfy/weight_adapter/lora.py).
COMFYUI_SUFFIXES = [
    ".lora_up.weight", ".lora_down.weight", "_lora.up.weight", "_lora.down.weight", ".lora_B.weight", ".lora_A.weight",
    ".lora.up.weight", ".lora.down.weight", ".lora_linear_layer.up.weight", ".lora_linear_layer.down.weight", ".alpha",
]  # fmt: skip
A1111_SUFFIXES = [".lora_up.weight", ".lora_down.weight", ".alpha"]
INVOKEAI_PREFIXES = ("lora_unet_", "lora_te1_", "lora_te2_")


def to_stability(flat: str) -> str | None:
    """Stability's name of a layer that diffusers calls so; None for no layer of SDXL."""
    for pattern, becomes in DIFFUSERS_TO_STABILITY:
        if found := re.fullmatch(pattern, flat):
            return becomes(found) if becomes(found) in STABILITY else None
    return None


def text_layers(prefixes: tuple[str, str], joint: str) -> set[str]:
    return {
        f"{prefix}text_model.encoder.layers.{number}.{part}".replace(".", joint) if joint == "_"
        else f"{prefix}text_model.encoder.layers.{number}.{part}"
        for prefix, depth in zip(prefixes, TEXT_DEPTHS, strict=True)
        for number in range(depth)
        for part in TEXT_PARTS
    }  # fmt: skip


def comfyui_finds(key: str, diffusers_layers: list[str]) -> bool:
    """A layer goes by several names; the diffusers one has its attention renamed, which is why many files fail."""
    name = next((key.removesuffix(suffix) for suffix in COMFYUI_SUFFIXES if key.endswith(suffix)), None)
    if name is None:
        return False
    if name in text_layers(("lora_te1_", "lora_te2_"), "_"):
        return True
    if name in text_layers(("text_encoder.", "text_encoder_2."), "."):
        return True
    if name.startswith("lora_unet_"):
        flat = name.removeprefix("lora_unet_")
        return flat in STABILITY or to_stability(flat) is not None
    if name.startswith("diffusion_model."):
        return name.removeprefix("diffusion_model.").replace(".", "_") in STABILITY
    known = {layer.replace(".to_", ".processor.to_").replace("to_out.0", "to_out") for layer in diffusers_layers}
    return name.removeprefix("unet.") in known


def a1111_finds(key: str) -> bool:
    """The name ends at the first dot; it is turned into Stability's, and must be a layer of the loaded model."""
    name, _, rest = key.partition(".")
    if f".{rest}" not in A1111_SUFFIXES:
        return False
    if words := re.fullmatch(r"lora_te([12])_text_model_encoder_layers_(\d+)_(.+)", name):
        encoder, number, part = int(words[1]) - 1, int(words[2]), words[3]
        return number < TEXT_DEPTHS[encoder] and part in [one.replace(".", "_") for one in TEXT_PARTS]
    if not name.startswith("lora_unet_"):
        return False
    flat = name.removeprefix("lora_unet_")
    return flat in STABILITY or to_stability(flat) is not None


def invokeai_finds(key: str, diffusers_layers: list[str]) -> bool:
    """Another prefix raises "Unrecognized SDXL LoRA key prefix"; then the flat diffusers name must be a layer."""
    name = key.partition(".")[0]
    if not name.startswith(INVOKEAI_PREFIXES):
        return False
    if name.startswith("lora_te"):
        return name in text_layers(("lora_te1_", "lora_te2_"), "_")
    return name.removeprefix("lora_unet_") in {layer.replace(".", "_") for layer in diffusers_layers}


@pytest.fixture(scope="module")
def sdxl() -> tuple[nn.Module, list[nn.Module]]:
    """SDXL's UNet and text encoders at their full size, without memory for their weights."""
    with torch.device("meta"):
        configuration: Any = UNet2DConditionModel.load_config(CONFIGURATIONS / "sdxl" / "unet")
        unet = UNet2DConditionModel.from_config(configuration)
        folders = (CONFIGURATIONS / "sdxl" / name for name in ("text_encoder", "text_encoder_2"))
        configurations = [CLIPTextConfig.from_pretrained(folder) for folder in folders]
        words = [CLIPTextModel(configurations[0]), CLIPTextModelWithProjection(configurations[1])]
    return unet, words  # type: ignore[return-value]


@pytest.fixture(scope="module")
def lora(sdxl: tuple[nn.Module, list[nn.Module]]) -> Lora:
    return lora_on(*sdxl, (ATTENTION, OTHERS))


def keys_of(folder: Path, content: bytes) -> list[str]:
    (folder / "x.safetensors").write_bytes(content)
    return list(load_file(folder / "x.safetensors"))


def test_every_key_of_our_file_is_found_by_comfyui_a1111_and_invokeai(
    lora: Lora, sdxl: tuple[nn.Module, list[nn.Module]], tmp_path: Path
) -> None:
    layers = [name for name, _ in sdxl[0].named_modules()]
    keys = keys_of(tmp_path, lora_files.kohya_bytes(lora, ABOUT, FACTS))

    assert sum(1 for name in lora.layers if ATTENTION.fullmatch(name)) == 560
    assert [len(part) for part in lora.text_layers] == [72, 192]
    assert len(keys) == 3 * (len(lora.layers) + sum(map(len, lora.text_layers)))
    assert [key for key in keys if not comfyui_finds(key, layers)] == []
    assert [key for key in keys if not a1111_finds(key)] == []
    assert [key for key in keys if not invokeai_finds(key, layers)] == []


def test_the_rules_tell_the_files_that_are_known_to_fail_there(
    lora: Lora, sdxl: tuple[nn.Module, list[nn.Module]], tmp_path: Path
) -> None:
    """diffusers' form, which ComfyUI loads without its attention, and the two others not at all."""
    layers = [name for name, _ in sdxl[0].named_modules()]
    keys = keys_of(tmp_path, lora_files.diffusers_bytes(lora, ABOUT, FACTS))

    attention = [key for key in keys if ".attn" in key and key.startswith("unet.")]
    assert attention and not any(comfyui_finds(key, layers) for key in attention)
    assert not any(a1111_finds(key) or invokeai_finds(key, layers) for key in keys)


def test_the_layers_stated_here_are_those_of_the_real_unet(sdxl: tuple[nn.Module, list[nn.Module]]) -> None:
    """So that no rule passes because the statement has more, or fewer, layers than SDXL."""
    real = [name for name, layer in sdxl[0].named_modules() if isinstance(layer, nn.Linear | nn.Conv2d)]
    layers = [name.replace(".", "_") for name in real]
    found = {to_stability(name) for name in layers if not name.startswith("add_embedding")}
    unmatched = STABILITY - found - {"label_emb_0_0", "label_emb_0_2"}
    assert None not in found
    assert all(name.endswith("skip_connection") for name in unmatched), "only some resnets have one"
