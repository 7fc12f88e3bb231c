"""The pocket model's shape: an SDXL pipeline in small, with random weights until it has been taught.

`python -m pocket.architecture FOLDER --seed 0` writes such a folder, for tests that only need the shape.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import torch
from diffusers.models.autoencoders.autoencoder_kl import AutoencoderKL
from diffusers.models.unets.unet_2d_condition import UNet2DConditionModel
from diffusers.pipelines.stable_diffusion_xl.pipeline_stable_diffusion_xl import StableDiffusionXLPipeline
from diffusers.schedulers.scheduling_euler_discrete import EulerDiscreteScheduler
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

from pocket.words import build_tokenizer

FOLDER = Path(__file__).parent / "model"
RESOLUTION = 256
SHARD_SIZE = "9MB"  # a Space's repository takes files under 10 MB without LFS


def build_vae() -> AutoencoderKL:
    """8x down-scaling, 4 latent channels, 3.4 million parameters."""
    return AutoencoderKL(
        block_out_channels=(32, 64, 96, 128),  # type: ignore[arg-type]
        down_block_types=("DownEncoderBlock2D",) * 4,  # type: ignore[arg-type]
        up_block_types=("UpDecoderBlock2D",) * 4,  # type: ignore[arg-type]
        layers_per_block=1,
        latent_channels=4,
        norm_num_groups=16,
        sample_size=RESOLUTION,
    )


def build_text_encoders(
    vocab_size: int, bos_token_id: int, eos_token_id: int
) -> tuple[CLIPTextModel, CLIPTextModelWithProjection]:
    """Hidden sizes 128 and 192: together the 320 numbers per token that the UNet attends to."""
    shared: dict[str, Any] = dict(
        vocab_size=vocab_size, max_position_embeddings=77, bos_token_id=bos_token_id, eos_token_id=eos_token_id
    )
    shared |= dict(pad_token_id=eos_token_id)
    one = CLIPTextConfig(hidden_size=128, intermediate_size=512, num_hidden_layers=3, num_attention_heads=4, **shared)
    two = CLIPTextConfig(
        hidden_size=192,
        intermediate_size=768,
        num_hidden_layers=4,
        num_attention_heads=6,
        projection_dim=192,
        hidden_act="gelu",
        **shared,
    )
    return CLIPTextModel(one), CLIPTextModelWithProjection(two)


def build_unet() -> UNet2DConditionModel:
    """SDXL's blocks, names and size conditioning with 25 million parameters instead of 2.6 billion."""
    return UNet2DConditionModel(
        sample_size=RESOLUTION // 8,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        block_out_channels=(96, 128, 160),
        layers_per_block=2,
        transformer_layers_per_block=(1, 1, 4),  # type: ignore[arg-type]
        # as in SDXL's own configuration: the number of heads, 32 channels each
        attention_head_dim=(3, 4, 5),  # type: ignore[arg-type]
        cross_attention_dim=320,
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=32,
        projection_class_embeddings_input_dim=192 + 6 * 32,
    )


def build_scheduler() -> EulerDiscreteScheduler:
    """SDXL's noise schedule, with the spacing that starts from full noise."""
    return EulerDiscreteScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", timestep_spacing="linspace"
    )


def build_pipeline(seed: int = 0) -> StableDiffusionXLPipeline:
    """A whole untaught pipeline in fp32 on the CPU."""
    torch.manual_seed(seed)
    tokenizer: Any = build_tokenizer()
    one, two = build_text_encoders(len(tokenizer), tokenizer.bos_token_id, tokenizer.eos_token_id)
    return StableDiffusionXLPipeline(
        vae=build_vae(),
        text_encoder=one,
        text_encoder_2=two,
        tokenizer=tokenizer,
        tokenizer_2=build_tokenizer(),
        unet=build_unet(),
        scheduler=build_scheduler(),  # type: ignore[arg-type]
        force_zeros_for_empty_prompt=False,
        add_watermarker=False,
    )


def save(pipeline: StableDiffusionXLPipeline, folder: Path) -> None:
    """Writes the folder as fp16 safetensors, every file under 10 MB."""
    pipeline.to(dtype=torch.float16).save_pretrained(folder, safe_serialization=True, max_shard_size=SHARD_SIZE)
    for name in ("text_encoder", "text_encoder_2"):
        # transformers loads in the type that the file names, diffusers in fp32: without this the two would not meet.
        config = folder / name / "config.json"
        config.write_text(json.dumps(json.loads(config.read_text()) | {"dtype": "float32"}, indent=2) + "\n")
    for file in folder.rglob("*.safetensors"):
        file.chmod(0o644)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    save(build_pipeline(arguments.seed), arguments.folder)
