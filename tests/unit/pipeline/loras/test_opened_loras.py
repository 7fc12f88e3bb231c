"""LoRAs are opened once and kept, as long as their file and the base model stay what they were."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
import torch

from pipeline.families.loaded_model import FileFacts, LoadedModel
from pipeline.families.sdxl import SdxlShaped
from pipeline.loras import files as lora_files
from pipeline.loras import opened_loras
from pipeline.loras.files import About
from pipeline.loras.opened_loras import OpenedLoras
from studio.errors import StudioError
from tests.engine import random_lora

FACTS = FileFacts(architecture="stable-diffusion-xl-v1-base/lora", base_model_version="sdxl_base_v1-0")
ABOUT = About(
    output_name="dumpling", trigger_word="dumpling", kind="cat", base_model_title="Pocket", resolution=256, photos=5
)


@pytest.fixture
def file(loaded: SdxlShaped, tmp_path: Path) -> Path:
    return rewritten(tmp_path / "dumpling.safetensors", loaded)


def rewritten(path: Path, loaded: SdxlShaped, seed: int = 1) -> Path:
    path.write_bytes(lora_files.kohya_bytes(random_lora(loaded.model, seed=seed), ABOUT, FACTS))
    return path


def test_a_file_is_read_once_and_again_when_it_has_changed(loaded: SdxlShaped, file: Path) -> None:
    opened = OpenedLoras()
    first = opened.match(file, loaded)
    assert opened.match(file, loaded) is first
    rewritten(file, loaded, seed=2)
    changed = opened.match(file, loaded)
    assert changed.lora.file_hash != first.lora.file_hash
    name = next(iter(first.lora.layers))
    assert not torch.equal(changed.lora.layers[name].down, first.lora.layers[name].down)  # type: ignore


def test_another_base_model_gets_its_own(loaded: SdxlShaped, file: Path) -> None:
    opened = OpenedLoras()
    first = opened.match(file, loaded)
    facts = {name: getattr(loaded, name) for name in ("base_model", "text_encoders")}
    unet = SimpleNamespace(**facts, model=type(loaded.model).from_config(dict(loaded.model.config)))  # type: ignore[attr-defined]
    other = cast("LoadedModel", unet)
    assert opened.match(file, other) is not first
    assert opened.match(file, loaded) is not first, "one model at a time"


def test_only_the_ones_used_last_are_kept(loaded: SdxlShaped, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened_loras, "MOST", 2)
    files = [rewritten(tmp_path / f"{number}.safetensors", loaded, number) for number in range(3)]
    opened = OpenedLoras()
    first, second = (opened.match(one, loaded) for one in files[:2])
    assert opened.match(files[0], loaded) is first
    opened.match(files[2], loaded)
    assert opened.match(files[0], loaded) is first, "it was used after the second one"
    assert opened.match(files[1], loaded) is not second


def test_a_file_that_is_gone_or_broken_is_said_and_not_kept(loaded: SdxlShaped, file: Path) -> None:
    opened: Any = OpenedLoras()
    opened.match(file, loaded)
    file.write_bytes(b"not a LoRA")
    with pytest.raises(StudioError, match=r"dumpling\.safetensors"):
        opened.match(file, loaded)
    file.unlink()
    with pytest.raises(StudioError, match=r"dumpling\.safetensors"):
        opened.match(file, loaded)
    rewritten(file, loaded)
    assert opened.match(file, loaded).lora.layers
