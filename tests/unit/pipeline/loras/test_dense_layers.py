"""LoHa, LoKr, DoRA and what diffusers and OneTrainer write: their changes are those of peft's own code."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import peft
import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from pipeline.loras import files as lora_files
from pipeline.loras.dense_layers import DenseLayer
from pipeline.loras.lora import Lora, merged
from studio.errors import StudioError
from tests.unit.pipeline.loras.test_files import ABOUT, FACTS

LINEAR, CONVOLUTION = "mid_block.attentions.0.to_q", "conv_in"


class Tiny(nn.Module):
    """A linear layer and a convolution with names of a UNet, of sizes that are not alike."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(3)
        self.mid_block = nn.Module()
        block = nn.Module()
        block.to_q = nn.Linear(48, 64)
        self.mid_block.attentions = nn.ModuleList([block])
        self.conv_in = nn.Conv2d(24, 36, 3)


def weights(module: nn.Module) -> dict[str, Tensor]:
    return {name: module.get_submodule(name).weight.detach().clone() for name in (LINEAR, CONVOLUTION)}  # type: ignore[misc,operator]


PEFT: dict[str, Callable[[], Any]] = {
    "DoRA": lambda: peft.LoraConfig(r=4, lora_alpha=6, use_dora=True, target_modules=["to_q", "conv_in"]),
    "LoHa": lambda: peft.LoHaConfig(r=3, alpha=6, target_modules=["to_q", "conv_in"]),
    "LoHa, Tucker": lambda: peft.LoHaConfig(
        r=3, alpha=2, target_modules=["to_q", "conv_in"], use_effective_conv2d=True
    ),
    "LoHa, many directions": lambda: peft.LoHaConfig(r=12, alpha=12, target_modules=["to_q", "conv_in"]),
    "LoKr": lambda: peft.LoKrConfig(r=2, alpha=6, target_modules=["to_q", "conv_in"]),
    "LoKr, both in factors": lambda: peft.LoKrConfig(
        r=2, alpha=3, target_modules=["to_q", "conv_in"], decompose_both=True, decompose_factor=8
    ),
    "LoKr, Tucker": lambda: peft.LoKrConfig(
        r=2, alpha=3, target_modules=["to_q", "conv_in"], use_effective_conv2d=True
    ),
    "LoKr, whole": lambda: peft.LoKrConfig(r=10_000, alpha=10_000, target_modules=["to_q", "conv_in"]),
}  # fmt: skip


def made_by_peft(kind: str) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """What peft would save of such an adapter with random numbers, and what it makes of the weights: by layer."""
    config = PEFT[kind]()
    model = peft.get_peft_model(Tiny(), config)
    torch.manual_seed(5)
    with torch.no_grad():
        for name, value in model.named_parameters():
            if any(part in name for part in ("lora_A", "lora_B", "hada", "lokr")):
                value.copy_(torch.randn_like(value) * 0.3)
            if "magnitude" in name:
                value.mul_(1 + 0.2 * torch.rand_like(value))
    tensors = {key: value.clone() for key, value in peft.get_peft_model_state_dict(model).items()}
    stated = config.lora_alpha if isinstance(config, peft.LoraConfig) else config.alpha
    for name in (LINEAR, CONVOLUTION):
        tensors[f"base_model.model.{name}.alpha"] = torch.tensor(float(stated))
    whole = model.merge_and_unload()  # type: ignore[operator]
    return tensors, weights(whole)


def opened(tensors: dict[str, Tensor], folder: Path, **metadata: str) -> tuple[Lora, Tiny]:
    file = folder / "theirs.safetensors"
    save_file({key: value.contiguous() for key, value in tensors.items()}, file, metadata=metadata or None)
    tiny = Tiny()
    return lora_files.match(lora_files.read(file), tiny, "Tiny").lora, tiny


@pytest.mark.parametrize("kind", PEFT)
def test_an_adapter_changes_the_weights_as_peft_does_in_every_form_and_comes_off_bit_for_bit(
    kind: str, tmp_path: Path
) -> None:
    tensors, wanted = made_by_peft(kind)
    lora, tiny = opened(tensors, tmp_path)
    before = weights(tiny)

    assert all(isinstance(layer, DenseLayer) for layer in lora.layers.values())
    with merged(tiny, [(lora, 1.0)]):
        for name, weight in weights(tiny).items():
            assert torch.allclose(weight, wanted[name], rtol=0, atol=1e-4), name
    with merged(tiny, [(lora, 0.5), (lora, -0.25)]):
        for name, weight in weights(tiny).items():
            assert torch.allclose(weight - before[name], (wanted[name] - before[name]) / 4, rtol=0, atol=1e-4), name
    assert all(torch.equal(weight, before[name]) for name, weight in weights(tiny).items())

    for name, layer in lora.layers.items():  # as where several subjects keep apart, and on layers of 8 bits
        down, up = layer.factors(before[name])
        assert torch.allclose(up @ down.flatten(1), (wanted[name] - before[name]).flatten(1), rtol=0, atol=1e-4), name

    both = {
        "kohya": lora_files.kohya_bytes(lora, ABOUT, FACTS),
        "diffusers": lora_files.diffusers_bytes(lora, ABOUT, FACTS, lambda place, name: before[name]),
    }
    for form, content in both.items():
        (tmp_path / form).write_bytes(content)
        again = lora_files.match(lora_files.read(tmp_path / form), tiny, "Tiny").lora
        for name, weight in wanted.items():
            close = torch.allclose(
                again.layers[name].delta(before[name]), (weight - before[name]).flatten(1), atol=4e-3
            )
            assert close, (form, name)


def test_the_older_dora_that_measures_along_the_inputs_is_lycoris_own(tmp_path: Path) -> None:
    torch.manual_seed(1)
    down, up, scale = torch.randn(4, 48), torch.randn(64, 4) * 0.1, torch.rand(1, 48) + 1
    key = f"lora_unet_{LINEAR.replace('.', '_')}"
    parts = {".lora_down.weight": down, ".lora_up.weight": up, ".dora_scale": scale, ".alpha": torch.tensor(2.0)}
    lora, tiny = opened({key + suffix: part for suffix, part in parts.items()}, tmp_path)
    changed = tiny.mid_block.attentions[0].to_q.weight + up @ down / 2  # type: ignore[union-attr,index]
    wanted = changed / changed.norm(dim=0, keepdim=True) * scale
    with merged(tiny, [(lora, 1.0)]):
        assert torch.allclose(weights(tiny)[LINEAR], wanted, atol=1e-4)


def plain(rank: int = 4, prefix: str = "unet.") -> dict[str, Tensor]:
    torch.manual_seed(2)
    return {
        f"{prefix}{LINEAR}.lora.down.weight": torch.randn(rank, 48),
        f"{prefix}{LINEAR}.lora.up.weight": torch.randn(64, rank) * 0.1,
    }


ALPHAS: dict[str, tuple[dict[str, Any], float]] = {
    "one for all": ({"unet.r": 4, "unet.lora_alpha": 16}, 4.0),
    "a pattern by the whole name": ({"unet.lora_alpha": 16, "unet.alpha_pattern": {LINEAR: 2}}, 0.5),
    "a pattern by the name's end": ({"unet.lora_alpha": 16, "unet.alpha_pattern": {"to_q": 8, "to_k": 1}}, 2.0),
    "by the root of the rank": ({"unet.lora_alpha": 16, "unet.use_rslora": True}, 8.0),
    "of the text encoder alone": ({"text_encoder.r": 4, "text_encoder.lora_alpha": 16}, 1.0),
    "no number": ({"unet.lora_alpha": "much"}, 1.0),
}


@pytest.mark.parametrize("what", ALPHAS)
def test_diffusers_alpha_is_read_from_the_metadata(what: str, tmp_path: Path) -> None:
    stated, scale = ALPHAS[what]
    tensors = plain()
    lora, tiny = opened(tensors, tmp_path, lora_adapter_metadata=json.dumps(stated))
    down, up = tensors.values()
    assert torch.allclose(lora.layers[LINEAR].delta(weights(tiny)[LINEAR]), scale * (up @ down), atol=1e-5)


def test_an_alpha_in_the_file_counts_before_that_of_the_metadata_and_damaged_metadata_count_as_none(
    tmp_path: Path,
) -> None:
    tensors = plain() | {f"unet.{LINEAR}.alpha": torch.tensor(2.0)}
    stated = json.dumps({"unet.lora_alpha": 16})
    assert opened(tensors, tmp_path, lora_adapter_metadata=stated)[0].layers[LINEAR].alpha == 2.0
    for damaged in ("{", "[]", "3", "[" * 10_000):
        assert opened(plain(), tmp_path, lora_adapter_metadata=damaged)[0].layers[LINEAR].alpha == 4.0


@pytest.mark.parametrize("dtype", [torch.float8_e4m3fn, torch.float8_e5m2])
def test_a_lora_in_8_bits_changes_the_weights_by_its_very_numbers(dtype: torch.dtype, tmp_path: Path) -> None:
    small = {key: tensor.to(dtype) for key, tensor in plain().items()}
    small |= {f"unet.{LINEAR}.alpha": torch.tensor(2.0).to(dtype)}
    lora, tiny = opened(small, tmp_path)
    down, up, alpha = (tensor.float() for tensor in small.values())
    delta = lora.layers[LINEAR].delta(weights(tiny)[LINEAR])
    assert torch.allclose(delta, alpha / 4 * (up @ down), rtol=0, atol=1e-6)


def test_embeddings_that_onetrainer_puts_beside_a_lora_are_left_out_and_named(tmp_path: Path) -> None:
    beside = {"bundle_emb.anna.clip_l": torch.zeros(2, 768), "bundle_emb.anna.clip_g": torch.zeros(1280)}
    save_file(plain() | beside, tmp_path / "theirs.safetensors")
    match = lora_files.match(lora_files.read(tmp_path / "theirs.safetensors"), Tiny(), "Tiny")
    assert sorted(match.left_out) == sorted(beside)
    assert (match.matched_keys, set(match.lora.layers)) == (2, {LINEAR})


DOWN, UP = (f"unet.{LINEAR}.lora.{side}.weight" for side in ("down", "up"))
REFUSED: dict[str, tuple[dict[str, Tensor], str]] = {
    "a rank of nothing": ({DOWN: torch.zeros(0, 48), UP: torch.zeros(64, 0)}, "holds no numbers"),
    "one number for a matrix": ({DOWN: torch.tensor(3.0), UP: torch.zeros(64, 4)}, "holds no numbers"),
    "whole numbers": ({DOWN: torch.ones(4, 48, dtype=torch.int8), UP: torch.zeros(64, 4)}, "as I8, which are no"),
    "truths": ({DOWN: torch.ones(4, 48, dtype=torch.bool), UP: torch.zeros(64, 4)}, "as BOOL, which are no numbers"),
    "the end of half precision": (
        {DOWN: torch.full((4, 48), 65504.0).half(), UP: torch.full((64, 4), 1e-3).half()}, "is so large",
    ),
    "a huge change of small numbers": ({DOWN: torch.full((4, 48), 300.0), UP: torch.full((64, 4), 20.0)}, "so large"),
    "no end": ({DOWN: torch.full((4, 48), torch.nan), UP: torch.zeros(64, 4)}, "not finite"),
    "half a LoHa": ({f"unet.{LINEAR}.hada_w1_a": torch.zeros(64, 4)}, "has only hada_w1_a"),
    "a LoKr of other sizes": (
        {f"unet.{LINEAR}.lokr_w1": torch.zeros(4, 4), f"unet.{LINEAR}.lokr_w2": torch.zeros(5, 5)},
        "does not fit Tiny",
    ),
    "a DoRA of other sizes": (plain() | {f"unet.{LINEAR}.dora_scale": torch.ones(63, 1)}, "does not fit Tiny"),
    "one direction for a matrix": ({DOWN: torch.zeros(48), UP: torch.zeros(64)}, "does not fit Tiny"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_numbers_that_no_picture_could_be_made_with_are_refused_by_the_persons_own_name_of_the_file(
    what: str, tmp_path: Path
) -> None:
    tensors, words = REFUSED[what]
    save_file(tensors, tmp_path / "kept.safetensors")
    with pytest.raises(StudioError, match=words) as refused:
        read = lora_files.read(tmp_path / "kept.safetensors", called="my cat (final).safetensors")
        lora_files.match(read, Tiny(), "Tiny")
    assert str(refused.value).startswith("my cat (final).safetensors ")
