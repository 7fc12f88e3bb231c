"""LoRAs on a UNet: the exact sum while they are on, the very same bits when they are off."""

from pathlib import Path

import pytest
import torch

from pipeline.families.sdxl import SdxlShaped
from pipeline.loras import lora
from pipeline.loras.lora import Lora, LoraLayer, merged
from tests.engine import random_lora, same_weights, state_of

LAYER = "down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_q"


def test_inside_the_weights_are_the_exact_sum_and_afterwards_what_they_were(loaded: SdxlShaped) -> None:
    one, two = random_lora(loaded.model, seed=1), random_lora(loaded.model, seed=2, rank=8, alpha=8)
    before = state_of(loaded.model)

    with merged(loaded.model, [(one, 0.8), (two, -0.5)]):
        first, second = one.layers[LAYER], two.layers[LAYER]
        expected = before[f"{LAYER}.weight"] + 0.8 * (2 / 4) * (first.up @ first.down)  # type: ignore
        expected = expected - 0.5 * (8 / 8) * (second.up @ second.down)  # type: ignore
        assert torch.allclose(loaded.model.state_dict()[f"{LAYER}.weight"], expected, atol=1e-5, rtol=0)
        assert not same_weights(loaded.model, before)

    assert same_weights(loaded.model, before)


def test_another_strength_of_the_same_loras_is_as_exact_as_the_first_and_other_loras_are_themselves(
    loaded: SdxlShaped, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, other = (random_lora(loaded.model, seed=seed) for seed in (1, 2, 3))

    def with_them(*choices: tuple[Lora, float]) -> dict[str, torch.Tensor]:
        with merged(loaded.model, choices):
            return state_of(loaded.model)

    with_them((one, 0.8), (two, -0.5))
    again = with_them((one, 0.3), (two, 0.4))  # from what was stacked for the first
    others = with_them((one, 0.3), (other, 0.4))
    monkeypatch.setattr(lora, "_stacked", lora._Stacked())
    for kept, choices in ((again, ((one, 0.3), (two, 0.4))), (others, ((one, 0.3), (other, 0.4)))):
        fresh = with_them(*choices)
        assert all(torch.equal(kept[name], fresh[name]) for name in fresh)


def test_weights_stay_at_their_address(loaded: SdxlShaped) -> None:
    addresses = {name: weight.data_ptr() for name, weight in loaded.model.named_parameters()}
    with merged(loaded.model, [(random_lora(loaded.model), 1.0)]):
        assert {name: weight.data_ptr() for name, weight in loaded.model.named_parameters()} == addresses


def test_weights_come_back_when_the_block_ends_in_an_error(loaded: SdxlShaped) -> None:
    before = state_of(loaded.model)
    with pytest.raises(KeyboardInterrupt), merged(loaded.model, [(random_lora(loaded.model), 1.0)]):
        raise KeyboardInterrupt
    assert same_weights(loaded.model, before)


def test_weights_come_back_when_a_lora_does_not_fit_after_others_were_put_on(loaded: SdxlShaped) -> None:
    before = state_of(loaded.model)
    layers = dict(random_lora(loaded.model).layers)
    last = list(layers)[-1]
    layers[last] = LoraLayer(down=torch.zeros(4, 3), up=torch.zeros(5, 4), alpha=4)
    with pytest.raises(RuntimeError), merged(loaded.model, [(Lora(name="bad", layers=layers), 1.0)]):
        raise AssertionError("it should not fit")
    assert same_weights(loaded.model, before)


def test_strength_zero_changes_nothing(loaded: SdxlShaped) -> None:
    before = state_of(loaded.model)
    with merged(loaded.model, [(random_lora(loaded.model), 0.0)]):
        assert same_weights(loaded.model, before)


def test_a_half_precision_weight_is_summed_in_full_precision_and_rounded_once(tmp_path: Path) -> None:
    unet = torch.nn.Sequential(torch.nn.Linear(8, 8, bias=False).to(torch.bfloat16))
    before = state_of(unet)
    up, down = torch.randn(8, 2) * 1e-2, torch.randn(2, 8) * 1e-2
    loras = [Lora(name="a", layers={"0": LoraLayer(down=down, up=up, alpha=2)}) for _ in range(3)]
    with merged(unet, [(lora, 1.0) for lora in loras]):
        expected = (before["0.weight"].float() + 3 * (up @ down)).to(torch.bfloat16)
        assert torch.equal(unet.state_dict()["0.weight"], expected)
    assert same_weights(unet, before)


def test_a_lora_of_a_convolution_is_its_kernel(tmp_path: Path) -> None:
    unet = torch.nn.Sequential(torch.nn.Conv2d(3, 5, 3, bias=False))
    layer = LoraLayer(down=torch.randn(2, 3, 3, 3), up=torch.randn(5, 2, 1, 1), alpha=2)
    pixels = torch.randn(1, 3, 6, 6)
    expected = unet(pixels) + torch.conv2d(torch.conv2d(pixels, layer.down), layer.up)
    with merged(unet, [(Lora(name="a", layers={"0": layer}), 1.0)]):
        assert torch.allclose(unet(pixels), expected, atol=1e-5)
