"""A LoRA's files are compared with what they should hold."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from pipeline import objectives
from pipeline.families.sdxl import SdxlShaped
from pipeline.loras import files as lora_files
from pipeline.loras.dense_layers import DenseLayer
from pipeline.loras.lora import Lora, LoraLayer
from tests.engine import random_lora, training_request
from worker.lora_results import about_training, check_file

FORMS = {"kohya": lora_files.kohya_bytes, "diffusers": lora_files.diffusers_bytes}


@pytest.fixture
def lora(loaded: SdxlShaped) -> Lora:
    """It speaks at half of its strength: alpha is half of its rank."""
    return random_lora(loaded.model, rank=4, alpha=2.0)


@pytest.fixture(params=FORMS)
def file(request: pytest.FixtureRequest, lora: Lora, loaded: SdxlShaped, tmp_path: Path) -> Path:
    about = about_training(training_request(), loaded, steps=6)
    path = tmp_path / f"{request.param}.safetensors"
    path.write_bytes(FORMS[request.param](lora, about, loaded.file_facts))
    return path


def test_a_file_holds_the_lora_that_was_written(file: Path, lora: Lora, loaded: SdxlShaped) -> None:
    assert check_file(file, lora, loaded) >= 2 * len(lora.layers)


@pytest.mark.parametrize("part", ["down", "up"])
def test_a_file_with_one_other_number_is_told(part: str, file: Path, lora: Lora, loaded: SdxlShaped) -> None:
    name, layer = next(iter(lora.layers.items()))
    other = getattr(layer, part).clone()
    other.view(-1)[7] += 0.1 * other.abs().max()
    meant = replace(lora, layers={**lora.layers, name: replace(layer, **{part: other})})
    with pytest.raises(RuntimeError, match=re.escape(name)):
        check_file(file, meant, loaded)


def test_a_file_of_another_strength_or_another_rank_is_told(file: Path, lora: Lora, loaded: SdxlShaped) -> None:
    name, layer = next(iter(lora.layers.items()))
    assert isinstance(layer, LoraLayer)
    for other in (replace(layer, alpha=4.0), replace(layer, down=layer.down[:2], up=layer.up[:, :2], alpha=1.0)):
        meant = replace(lora, layers={**lora.layers, name: other})
        with pytest.raises(RuntimeError, match="is another one"):
            check_file(file, meant, loaded)


def test_a_file_without_a_layer_is_told(file: Path, lora: Lora, loaded: SdxlShaped) -> None:
    layers = dict(lora.layers)
    layers["another.layer"] = next(iter(layers.values()))
    with pytest.raises(RuntimeError, match="holds other layers"):
        check_file(file, replace(lora, layers=layers), loaded)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", ["LoHa", "LoKr", "DoRA"])
def test_both_files_of_a_change_that_is_no_product_hold_that_change(
    kind: str, form: str, loaded: SdxlShaped, tmp_path: Path
) -> None:
    torch.manual_seed(4)
    name = "mid_block.attentions.0.transformer_blocks.0.attn1.to_q"
    weight = loaded.model.get_submodule(name).weight
    assert isinstance(weight, torch.Tensor)
    outs, takes = weight.shape
    parts = {
        "LoHa": {f"hada_w{k}_{side}": torch.randn(outs, 4) if side == "a" else torch.randn(4, takes) for k in (1, 2)
                 for side in ("a", "b")},
        "LoKr": {"lokr_w1": torch.randn(8, 8), "lokr_w2": torch.randn(outs // 8, takes // 8)},
        "DoRA": {
            "down": torch.randn(4, takes), "up": torch.randn(outs, 4), "dora": weight.norm(dim=1, keepdim=True) * 1.1,
        },
    }[kind]  # fmt: skip
    small = {role: part if role == "dora" else part * 0.1 for role, part in parts.items()}
    lora = Lora(name="x", layers={name: DenseLayer(parts=small, alpha=None)})
    about = about_training(training_request(), loaded, steps=6)
    if form == "kohya":
        content = lora_files.kohya_bytes(lora, about, loaded.file_facts)
    else:
        content = lora_files.diffusers_bytes(lora, about, loaded.file_facts, lambda place, layer: weight)
    file = tmp_path / "x.safetensors"
    file.write_bytes(content)

    assert check_file(file, lora, loaded) >= 2
    other = {role: part * 1.1 for role, part in small.items()}
    with pytest.raises(RuntimeError, match="is another one"):
        check_file(file, replace(lora, layers={name: DenseLayer(parts=other, alpha=None)}), loaded)


def test_a_file_says_what_its_base_model_predicts(
    loaded: SdxlShaped, lora: Lora, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = dict(loaded.scheduler_config)
    for prediction_type, said in (("epsilon", "epsilon"), ("v_prediction", "v")):
        objective = objectives.of_schedule(config | {"prediction_type": prediction_type}, loaded.device)
        monkeypatch.setattr(loaded, "objective", objective)
        about = about_training(training_request(), loaded, 3)
        header = lora_files.kohya_bytes(lora, about, loaded.file_facts)[:20_000].decode("utf-8", errors="ignore")
        assert f'"modelspec.prediction_type":"{said}"' in header.replace(" ", "")
