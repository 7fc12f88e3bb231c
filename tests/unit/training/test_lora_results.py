"""A LoRA's files are compared with what they should hold."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import lora_files
from pipeline.families.sdxl import SdxlShaped
from pipeline.lora import Lora
from tests.engine import random_lora, training_request
from training.lora_results import about_lesson, check_file

FORMS = {"kohya": lora_files.kohya_bytes, "diffusers": lora_files.diffusers_bytes}


@pytest.fixture
def lora(resident: SdxlShaped) -> Lora:
    """It speaks at half of its strength: alpha is half of its rank."""
    return random_lora(resident.unet, rank=4, alpha=2.0)


@pytest.fixture(params=FORMS)
def file(request: pytest.FixtureRequest, lora: Lora, resident: SdxlShaped, tmp_path: Path) -> Path:
    about = about_lesson(training_request(), resident, steps=6)
    path = tmp_path / f"{request.param}.safetensors"
    path.write_bytes(FORMS[request.param](lora, about, resident.file_facts))
    return path


def test_a_file_holds_the_lora_that_was_written(file: Path, lora: Lora, resident: SdxlShaped) -> None:
    assert check_file(file, lora, resident) >= 2 * len(lora.layers)


@pytest.mark.parametrize("part", ["down", "up"])
def test_a_file_with_one_other_number_is_told(part: str, file: Path, lora: Lora, resident: SdxlShaped) -> None:
    name, layer = next(iter(lora.layers.items()))
    other = getattr(layer, part).clone()
    other.view(-1)[7] += 0.1 * other.abs().max()
    meant = replace(lora, layers={**lora.layers, name: replace(layer, **{part: other})})
    with pytest.raises(RuntimeError, match=re.escape(name)):
        check_file(file, meant, resident)


def test_a_file_of_another_strength_or_another_rank_is_told(file: Path, lora: Lora, resident: SdxlShaped) -> None:
    name, layer = next(iter(lora.layers.items()))
    for other in (replace(layer, alpha=4.0), replace(layer, down=layer.down[:2], up=layer.up[:, :2], alpha=1.0)):
        meant = replace(lora, layers={**lora.layers, name: other})
        with pytest.raises(RuntimeError, match="is another one"):
            check_file(file, meant, resident)


def test_a_file_without_a_layer_is_told(file: Path, lora: Lora, resident: SdxlShaped) -> None:
    layers = dict(lora.layers)
    layers["another.layer"] = next(iter(layers.values()))
    with pytest.raises(RuntimeError, match="holds other layers"):
        check_file(file, replace(lora, layers=layers), resident)
