"""Headers of model files: the names and shapes by which their kinds are told apart, with weights that are all zero."""

import json
import math
import struct
from collections.abc import Mapping
from pathlib import Path

UNET = "model.diffusion_model."
BYTES = {"F32": 4, "F16": 2, "BF16": 2, "F8_E4M3": 1}
Shapes = Mapping[str, tuple[int, ...]]

_VAE = {
    "first_stage_model.encoder.conv_in.weight": (128, 3, 3, 3),
    "first_stage_model.decoder.conv_in.weight": (512, 4, 3, 3),
}
SDXL: Shapes = {
    "conditioner.embedders.0.transformer.text_model.embeddings.position_ids": (1, 77),
    "conditioner.embedders.1.model.ln_final.weight": (1280,),
    UNET + "input_blocks.0.0.weight": (320, 4, 3, 3),
    UNET + "input_blocks.4.1.transformer_blocks.0.attn2.to_k.weight": (640, 2048),
    UNET + "middle_block.1.transformer_blocks.9.attn2.to_k.weight": (1280, 2048),
    UNET + "label_emb.0.0.weight": (1280, 2816),
    **_VAE,
}
SD15: Shapes = {
    "cond_stage_model.transformer.text_model.final_layer_norm.weight": (768,),
    UNET + "input_blocks.0.0.weight": (320, 4, 3, 3),
    UNET + "input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight": (320, 768),
    **_VAE,
}
SD2: Shapes = {
    "cond_stage_model.model.ln_final.weight": (1024,),
    UNET + "input_blocks.0.0.weight": (320, 4, 3, 3),
    UNET + "input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight": (320, 1024),
    **_VAE,
}
REFINER: Shapes = {
    "conditioner.embedders.0.model.ln_final.weight": (1280,),
    UNET + "input_blocks.0.0.weight": (384, 4, 3, 3),
    UNET + "label_emb.0.0.weight": (1536, 2560),
    **_VAE,
}
INPAINTING: Shapes = {**SDXL, UNET + "input_blocks.0.0.weight": (320, 9, 3, 3)}
SD3: Shapes = {UNET + "joint_blocks.0.x_block.attn.qkv.weight": (4608, 1536), **_VAE}
FLUX: Shapes = {"double_blocks.0.img_attn.qkv.weight": (9216, 3072), "single_blocks.0.linear1.weight": (21504, 3072)}
LORA: Shapes = {
    "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k.lora_down.weight": (8, 2048),
    "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k.lora_up.weight": (640, 8),
}


def header_bytes(shapes: Shapes, dtype: str = "F16", metadata: Mapping[str, str] | None = None) -> tuple[bytes, int]:
    """The first bytes of a file with these parts, and how many bytes of weights have to follow."""
    found: dict[str, object] = {} if metadata is None else {"__metadata__": dict(metadata)}
    end = 0
    for name, shape in shapes.items():
        size = BYTES[dtype] * math.prod(shape)
        found[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [end, end + size]}
        end += size
    text = json.dumps(found).encode()
    return struct.pack("<Q", len(text)) + text, end


def write(file: Path, shapes: Shapes, dtype: str = "F16", metadata: Mapping[str, str] | None = None) -> Path:
    """A whole file with these parts. Its weights are a hole, which takes no place on the disk."""
    start, size = header_bytes(shapes, dtype, metadata)
    with file.open("wb") as opened:
        opened.write(start)
        opened.truncate(len(start) + size)
    return file
