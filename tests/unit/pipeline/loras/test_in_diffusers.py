"""Both LoRA files in stock diffusers: loaded with load_lora_weights, they give the picture that Cuddle gives."""

import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from pipeline import generate
from pipeline.families.sdxl import SdxlShaped
from pipeline.generate import Settings
from pipeline.loras import files as lora_files
from pipeline.loras import text_encoders as text_encoder_lora
from pipeline.loras.lora import merged
from pipeline.samplers import build
from studio.pictures.samplers import SAMPLERS
from tests.engine import SIDE, random_lora
from tests.loras import lora_on
from tests.slow import with_slow
from tests.unit.pipeline.loras.test_files import ABOUT, FACTS

PROMPT = "a photo of dumpling cat"
STEPS = 3
MOST_DIFFERENCE = 2  # of 255: diffusers computes the LoRA beside the weight, Cuddle adds it to the weight


@pytest.mark.parametrize(
    ("form", "words"),
    with_slow(
        [(form, words) for form in ("diffusers", "kohya", "kohya_sdxl") for words in (False, True)],
        quick=[("diffusers", False), ("kohya_sdxl", True)],
    ),
)
def test_a_file_of_ours_gives_the_same_picture_in_stock_diffusers(
    form: str, words: bool, loaded: SdxlShaped, stock: Any, tmp_path: Path
) -> None:
    lora = random_lora(loaded.model, rank=4, alpha=2.0)
    if words:  # of one rank and alpha: diffusers 0.42 mixes up alphas of text encoders that differ from layer to layer
        lora = lora_on(loaded.model, loaded.text_encoders, ranks=[4], alphas=[2.0])
    write = lora_files.diffusers_bytes if form == "diffusers" else lora_files.kohya_bytes
    file = tmp_path / f"{form}.safetensors"
    file.write_bytes(write(lora, ABOUT, replace(FACTS, stability_names=form == "kohya_sdxl")))
    settings = Settings(sampler="Euler", steps=STEPS, guidance_scale=5.0, width=SIDE, height=SIDE)
    conditions = generate.encode_guided(loaded, PROMPT, "")
    plain = np.asarray(generate.picture(loaded, settings, conditions, 3)).astype(int)
    found = lora_files.match(lora_files.read(file), loaded.model, "Pocket", loaded.text_encoders).lora
    with text_encoder_lora.merged(loaded.text_encoders, [(found, 0.8)]):
        conditions = generate.encode_guided(loaded, PROMPT, "")
    with merged(loaded.model, [(found, 0.8)]):
        ours = np.asarray(generate.picture(loaded, settings, conditions, 3)).astype(int)

    stock.scheduler = build(SAMPLERS["Euler"], loaded.scheduler_config)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        stock.load_lora_weights(tmp_path, weight_name=file.name, adapter_name=form)
        stock.set_adapters([form], adapter_weights=[0.8])
        theirs = stock(
            PROMPT,
            negative_prompt="",
            num_inference_steps=STEPS,
            guidance_scale=5.0,
            width=SIDE,
            height=SIDE,
            original_size=(256, 256),
            target_size=(256, 256),
            generator=torch.Generator("cpu").manual_seed(3),
        ).images[0]
        stock.unload_lora_weights()

    assert np.abs(ours - np.asarray(theirs)).max() <= MOST_DIFFERENCE
    assert np.abs(ours - plain).max() > 10 * MOST_DIFFERENCE, "the LoRA must change the picture, or nothing is shown"
