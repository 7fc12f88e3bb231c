"""A base model opened from a folder and from one file, without any network, in every family."""

import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from huggingface_hub import constants
from torch import nn

from pipeline.families import clip_tokenizer, parts, sd15, sdxl
from pipeline.families.parts import Blueprint
from studio.errors import StudioError
from studio.models.base_models import resolve
from studio.words import as_written
from tests import headers, single_files


@pytest.fixture(autouse=True)
def no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty cache of downloads, and a socket that connects to nothing."""

    def refuse(_socket: socket.socket, address: object) -> None:
        raise AssertionError(f"somebody connected to {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hub"))


@pytest.fixture
def few_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """A short table of merges. Gives the number of tokens that come of it."""
    file = single_files.few_words(tmp_path)
    monkeypatch.setattr(clip_tokenizer, "MERGES_FILE", file)
    return single_files.vocabulary(file)


def same(one: nn.Module, other: nn.Module) -> bool:
    left, right = one.state_dict(), other.state_dict()
    return left.keys() == right.keys() and all(torch.equal(left[name], right[name].float()) for name in left)


def shrunk(blueprint: Blueprint, folder: Path, words: int) -> Blueprint:
    return replace(blueprint, configuration=single_files.shrunk(blueprint, folder / "configuration", words))


@pytest.mark.parametrize(
    "blueprint", [sdxl.BLUEPRINT, pytest.param(sd15.BLUEPRINT, marks=pytest.mark.slow)], ids=["sdxl", "sd15"]
)
def test_one_file_gives_every_weight_that_its_folder_has(blueprint: Blueprint, few_words: int, tmp_path: Path) -> None:
    small = shrunk(blueprint, tmp_path, few_words)
    built = {name: part.half().float() for name, part in single_files.build(small, small.configuration).items()}
    file = single_files.write_single_file(built, tmp_path / "dream.safetensors")

    loaded = parts.load(resolve(str(file)), torch.float32, small)

    texts = dict(zip(small.text_folders, loaded.text_encoders, strict=True))
    for name, part in {"unet": loaded.unet, "vae": loaded.vae, **texts}.items():
        assert same(part, built[name]), name
    assert loaded.scheduler_config["prediction_type"] == "epsilon"
    tokens = loaded.tokenizers[0]("the cat").input_ids
    assert (tokens[0], tokens[-1]) == (few_words - 2, few_words - 1)


def test_a_file_that_predicts_velocity_says_so_in_its_noise_schedule(few_words: int, tmp_path: Path) -> None:
    small = shrunk(sd15.BLUEPRINT, tmp_path, few_words)
    marks = {"v_pred": torch.zeros(1), "ztsnr": torch.zeros(1)}
    file = single_files.write_single_file(
        single_files.build(small, small.configuration), tmp_path / "v.safetensors", marks
    )
    schedule = parts.load(resolve(str(file)), torch.float32, small).scheduler_config
    assert (schedule["prediction_type"], schedule["rescale_betas_zero_snr"]) == ("v_prediction", True)


@pytest.mark.parametrize(
    ("blueprint", "millions"),
    [
        (sdxl.BLUEPRINT, {"unet": 2567.46, "vae": 83.65, "text_encoder": 123.06, "text_encoder_2": 694.66}),
        (sd15.BLUEPRINT, {"unet": 859.52, "vae": 83.65, "text_encoder": 123.06}),
    ],
    ids=["sdxl", "sd15"],
)
def test_the_configurations_are_those_of_the_real_models_by_their_numbers_of_weights(
    blueprint: Blueprint, millions: dict[str, float]
) -> None:
    with torch.device("meta"):
        built: dict[str, Any] = single_files.build(blueprint, blueprint.configuration)
    counted = {name: sum(weight.numel() for weight in part.parameters()) / 1e6 for name, part in built.items()}
    assert {name: round(number, 2) for name, number in counted.items()} == millions


def test_the_tokenizer_gives_clips_own_numbers() -> None:
    tokenizer = clip_tokenizer.build()
    assert len(tokenizer) == 49408
    assert tokenizer("a photo of a cat").input_ids == [49406, 320, 1125, 539, 320, 2368, 49407]
    assert tokenizer("Hello   WORLD").input_ids == [49406, 3306, 1002, 49407]
    filled = clip_tokenizer.build("!")("cat", padding="max_length", max_length=77).input_ids
    assert (len(filled), filled[:4]) == (77, [49406, 2368, 49407, 0])


def test_a_model_of_another_family_than_it_was_taken_for_is_not_opened(tmp_path: Path) -> None:
    file = headers.write(tmp_path / "small.safetensors", headers.SD15)
    wrong = replace(resolve("sdxl"), id=str(file), title=as_written("small"), source=str(file))
    with pytest.raises(StudioError, match=r"small is a Stable Diffusion 1\.5 model and was taken for .* XL"):
        parts.load(wrong, torch.float32, sdxl.BLUEPRINT)


def test_a_file_whose_weights_do_not_fit_its_kind_is_one_sentence(tmp_path: Path) -> None:
    file = headers.write(tmp_path / "odd.safetensors", headers.SD15)
    with pytest.raises(StudioError, match=r"odd at .* cannot be opened .*A whole Stable Diffusion 1\.5 model is fine"):
        parts.load(resolve(str(file)), torch.float32, sd15.BLUEPRINT)
