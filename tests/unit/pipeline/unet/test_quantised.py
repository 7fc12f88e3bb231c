"""Weights in 8 bits: near to what they were, and LoRAs beside them as exact as ever."""

import copy
from pathlib import Path

import torch
from torch import nn

from pipeline.families.sdxl import SdxlShaped
from pipeline.loras.files import About, kohya_bytes, match, read
from pipeline.loras.lora import merged
from pipeline.unet.parts import blocks
from pipeline.unet.quantised import Int8Linear, quantise
from tests.engine import random_lora


def test_a_weight_is_off_by_half_a_level_at_most() -> None:
    torch.manual_seed(0)
    linear = nn.Linear(300, 200)

    quantised = Int8Linear(linear, torch.device("cpu"))

    level = linear.weight.detach().abs().amax(dim=1, keepdim=True) / 127
    assert ((quantised.weight - linear.weight).abs() <= 0.501 * level).all()
    assert quantised.codes.dtype == torch.int8
    x = torch.randn(5, 300)
    error = (quantised(x) - linear(x)).norm() / linear(x).norm()
    assert error < 0.01


def test_a_lora_beside_weights_in_8_bits_is_added_whole_and_taken_off_again(loaded: SdxlShaped) -> None:
    unet = copy.deepcopy(loaded.model)
    lora = random_lora(unet, seed=3)
    quantise(blocks(unet), torch.device("cpu"))
    name = next(iter(lora.layers))
    layer = unet.get_submodule(name)
    assert isinstance(layer, Int8Linear)
    x = torch.randn(2, 7, layer.in_features)
    before = layer(x)

    with merged(unet, [(lora, 0.8), (lora, -0.3)]):
        inside = layer(x)

    one = lora.layers[name]
    added = 0.5 * x @ one.delta(torch.empty(0)).T
    assert torch.allclose(inside - before, added, atol=1e-4)
    assert torch.equal(layer(x), before)


def test_a_lora_file_fits_a_unet_in_8_bits_as_it_fits_the_whole_one(loaded: SdxlShaped, tmp_path: Path) -> None:
    unet = copy.deepcopy(loaded.model)
    about = About(output_name="dumpling", trigger_word="dumpling", kind="cat", base_model_title="Pocket", resolution=64)
    file = tmp_path / "dumpling.safetensors"
    file.write_bytes(kohya_bytes(random_lora(unet), about, loaded.file_facts))
    whole = match(read(file), unet, "Pocket")

    quantise(blocks(unet), torch.device("cpu"))
    coarse = match(read(file), unet, "Pocket")

    assert coarse.lora.layers.keys() == whole.lora.layers.keys()
    assert coarse.matched_keys == whole.matched_keys


def test_a_unet_in_8_bits_takes_half_of_the_memory_of_its_transformers_and_predicts_nearly_the_same(
    loaded: SdxlShaped,
) -> None:
    unet = copy.deepcopy(loaded.model)
    quantise(blocks(unet), torch.device("cpu"))
    words = loaded.encode_prompts(["a photo of a cat"])
    noisy = torch.randn(1, 4, 8, 8, generator=torch.Generator().manual_seed(0))
    timestep = torch.tensor(500.0)
    with torch.no_grad():
        exact = loaded.denoise(noisy, timestep, words, 256, 256)
        more = loaded.added_conditions(words, 1, 256, 256)
        coarse = unet(noisy, timestep, words.prompt_embeds, added_cond_kwargs=more, return_dict=False)[0]

    assert (coarse - exact).norm() / exact.norm() < 0.05
    kinds = [type(module).__name__ for module in unet.modules()]
    assert kinds.count("Int8Linear") > 50
