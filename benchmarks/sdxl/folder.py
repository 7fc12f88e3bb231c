"""`python -m benchmarks.sdxl.folder FOLDER`: a diffusers folder of full-size SDXL with random weights, 7 GB in fp16."""

import argparse
import shutil
import time
from pathlib import Path

import torch
from diffusers.models.autoencoders.autoencoder_kl import AutoencoderKL
from diffusers.models.unets.unet_2d_condition import UNet2DConditionModel
from transformers import CLIPTextConfig

from pipeline.families import clip_tokenizer
from pipeline.families.parts import Blueprint
from pipeline.families.sdxl import BLUEPRINT


def make(folder: Path, device: torch.device, blueprint: Blueprint = BLUEPRINT) -> None:
    """Every part built on the device from its configuration, and written there."""
    source = blueprint.configuration
    torch.manual_seed(0)
    for name, kind in {"unet": UNet2DConditionModel, "vae": AutoencoderKL}.items():
        with torch.device(device):
            part = kind.from_config(kind.load_config(source / name))
        part.half().save_pretrained(folder / name, variant="fp16")
    for name, encoder in zip(blueprint.text_folders, blueprint.text_encoders, strict=True):
        with torch.device(device):
            words = encoder(CLIPTextConfig.from_pretrained(source / name))
        words.half().save_pretrained(folder / name, variant="fp16")
    for name, pad_token in zip(blueprint.tokenizer_folders, blueprint.pad_tokens, strict=True):
        clip_tokenizer.build(pad_token).save_pretrained(folder / name)
    shutil.copytree(source / "scheduler", folder / "scheduler", dirs_exist_ok=True)
    shutil.copy(source / "model_index.json", folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--device", default="cuda")
    arguments = parser.parse_args()
    began = time.monotonic()
    make(arguments.folder, torch.device(arguments.device))
    print(f"{arguments.folder} written in {time.monotonic() - began:.0f} s")
