"""Which base models there are, what a file or folder is told to be, and what "auto" means."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from huggingface_hub import constants

from studio.errors import StudioError
from studio.models.base_models import BASE_MODELS, automatic, check_learns_on_cpu, resolve
from studio.words import Message
from tests import headers
from tests.headers import Shapes


@pytest.fixture(autouse=True)
def hub_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of downloads."""
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path / "hub"


def folder_of(parent: Path, pipeline: str, unet: str = "{}", name: str = "model") -> Path:
    folder = parent / name
    (folder / "unet").mkdir(parents=True)
    (folder / "model_index.json").write_text(f'{{"_class_name": "{pipeline}"}}')
    (folder / "unet" / "config.json").write_text(unet)
    return folder


def test_every_base_model_is_found_by_its_name() -> None:
    assert [resolve(name) for name in BASE_MODELS] == list(BASE_MODELS.values())


def test_a_file_a_folder_and_a_repository_take_their_familys_numbers_and_resolve_to_themselves(tmp_path: Path) -> None:
    sources = {
        str(headers.write(tmp_path / "dream.safetensors", headers.SDXL)): "sdxl",
        str(headers.write(tmp_path / "old dream.safetensors", headers.SD15, dtype="F32")): "sd15",
        str(folder_of(tmp_path, "StableDiffusionXLPipeline", name="big")): "sdxl",
        str(folder_of(tmp_path, "StableDiffusionPipeline", '{"cross_attention_dim": 768}', name="small")): "sd15",
        str(folder_of(tmp_path, "StableDiffusionXLPipeline", '{"cross_attention_dim": 320}', name="tiny")): "pocket",
        "owner/some-model.v1": "sdxl",
        "stable-diffusion-v1-5/stable-diffusion-v1-5": "sd15",
    }
    for source, family in sources.items():
        row = resolve(source)
        assert (row.family, row.source, row.resolution) == (family, source, BASE_MODELS[family].resolution)
        assert resolve(row.id) == row


def test_a_repository_is_known_by_what_was_downloaded_of_it(hub_cache: Path) -> None:
    repository = hub_cache / "models--owner--small"
    folder_of(repository / "snapshots", "StableDiffusionPipeline", '{"cross_attention_dim": 768}', name="abc")
    assert resolve("owner/small").family == "sdxl"
    (repository / "refs").mkdir()
    (repository / "refs" / "main").write_text("abc")
    assert resolve("owner/small").family == "sd15"


@pytest.mark.parametrize("name", ["", "nothing", "../x", "owner/na/me", "/etc", "owner/..", "a\0b", "x" * 300, "auto"])
def test_an_unknown_base_model_is_answered_with_what_is_fine(name: str) -> None:
    with pytest.raises(StudioError, match=r"There is no base model .* Fine are: auto, pocket, sdxl"):
        resolve(name)


@pytest.mark.parametrize(
    ("shapes", "what"),
    [
        (headers.LORA, "is a LoRA, not a base model. At Home it can be taken in"),
        ({"lora_te_text_model_encoder_layers_0_mlp_fc1.hada_w1_a": (4, 4)}, "is a LoRA"),
        (headers.INPAINTING, r"is an inpainting model.*9 input channels"),
        ({**headers.SD2, headers.UNET + "input_blocks.0.0.weight": (320, 9, 3, 3)}, "is an inpainting model"),
        ({**headers.SD15, headers.UNET + "input_blocks.0.0.weight": (320, 8, 3, 3)}, "takes pictures as input"),
        (headers.SD2, "is a Stable Diffusion 2 model"),
        (headers.SD3, "is a Stable Diffusion 3 model"),
        (headers.FLUX, "is a Flux model"),
        ({f"{headers.UNET}{name}": shape for name, shape in headers.FLUX.items()}, "is a Flux model"),
        (headers.REFINER, "is the SDXL refiner"),
        ({"text_model.encoder.layers.0.mlp.fc1.weight": (3072, 768)}, "is a text encoder alone"),
        ({"encoder.block.0.layer.0.DenseReluDense.wo.weight": (8, 8), "shared.weight": (8, 8)}, "is a text encoder"),
        ({"encoder.conv_in.weight": (128, 3, 3, 3), "post_quant_conv.bias": (4,)}, "is an autoencoder"),
        ({"conv_in.weight": (320, 4, 3, 3), "down_blocks.0.resnets.0.conv1.weight": (8, 8)}, "is a UNet alone"),
        ({"control_model.input_hint_block.0.weight": (16, 3, 3, 3)}, "is a ControlNet"),
        ({"emb_params": (4, 768)}, "is an embedding"),
        ({"clip_l": (4, 768), "clip_g": (4, 1280)}, "is an embedding"),
        ({"blocks.0.attn.qkv.weight": (8, 8)}, r"not a model that Cuddle knows \(its first part is 'blocks.0"),
        ({}, "it holds no weights"),
        ({key: shape for key, shape in headers.SDXL.items() if "first_stage" not in key}, "without its autoencoder"),
        ({key: shape for key, shape in headers.SDXL.items() if "conditioner" not in key}, "without its text encoder"),
        ({key: shape for key, shape in headers.SDXL.items() if "blocks.9." not in key}, "such as SSD-1B"),
    ],
)  # fmt: skip
def test_a_file_of_another_kind_is_told_by_its_header_alone(tmp_path: Path, shapes: Shapes, what: str) -> None:
    file = headers.write(tmp_path / "chosen.safetensors", shapes)
    with pytest.raises(StudioError, match=rf"^chosen\.safetensors is .*{what.removeprefix('is ')}") as error:
        resolve(str(file))
    assert "Fine is a whole Stable Diffusion XL or 1.5 model" in str(error.value)


def test_a_model_in_eight_bits_is_refused_with_the_reason(tmp_path: Path) -> None:
    file = headers.write(tmp_path / "small.safetensors", headers.SDXL, dtype="F8_E4M3")
    with pytest.raises(StudioError, match=r"fewer than 16 bits a number \(fp8"):
        resolve(str(file))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "an empty file"),
        (b"hello, this is my model\n", "a text file .it begins with 'hello, this is my model'"),
        (b"<!DOCTYPE html><html>" + b" " * 90, "a web page"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "a pointer of Git LFS"),
        (b"PK\x03\x04" + bytes(90), "a pickle or zip file .* never opened, because it can run programs"),
        (b"\x80\x02}q\x00" + bytes(90), "a pickle file"),
        (b"GGUF" + bytes(90), "a GGUF file"),
        (bytes(range(256)), "not a .safetensors file, or it is damaged"),
        (b"\x10" + bytes(7) + b'{"a": 1, "b": 2}', "not a .safetensors file, or it is damaged"),
    ],
)
def test_what_is_no_safetensors_file_is_told_by_its_first_bytes(tmp_path: Path, content: bytes, what: str) -> None:
    file = tmp_path / "chosen.safetensors"
    file.write_bytes(content)
    with pytest.raises(StudioError, match=rf"chosen\.safetensors is {what}"):
        resolve(str(file))


def test_a_file_that_was_cut_off_says_how_much_of_it_is_there(tmp_path: Path) -> None:
    start, size = headers.header_bytes(headers.SDXL)
    file = tmp_path / "chosen.safetensors"
    file.write_bytes(start + bytes(1_000_000))
    with pytest.raises(StudioError, match=rf"is cut off: 1.0 MB of {(len(start) + size) / 1e6:.1f} MB are there"):
        resolve(str(file))
    file.write_bytes(start[:100])
    with pytest.raises(StudioError, match="is cut off: 100 bytes of"):
        resolve(str(file))


@pytest.mark.parametrize(("name", "words"), [("m.ckpt", "pickle file"), ("m.pt", "pickle"), ("a.txt", "is not")])
def test_a_file_with_another_ending_is_never_opened(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(StudioError, match=words):
        resolve(str(tmp_path / name))


@pytest.mark.parametrize(
    ("pipeline", "unet", "what"),
    [
        ("StableDiffusionXLInpaintPipeline", '{"in_channels": 9}', "an inpainting model"),
        ("StableDiffusionXLPipeline", '{"in_channels": 9}', "an inpainting model"),
        ("StableDiffusionInstructPix2PixPipeline", '{"in_channels": 8}', "a model that takes pictures as input"),
        ("StableDiffusionPipeline", '{"cross_attention_dim": 1024}', "a Stable Diffusion 2 model"),
        ("StableDiffusion3Pipeline", "{}", "a model of the kind StableDiffusion3"),
        ("FluxPipeline", "{}", "a model of the kind Flux"),
    ],
)
def test_a_folder_of_another_kind_is_told_by_its_configuration(
    tmp_path: Path, pipeline: str, unet: str, what: str
) -> None:
    with pytest.raises(StudioError, match=f"model is {what}"):
        resolve(str(folder_of(tmp_path, pipeline, unet)))


def test_a_folder_with_a_damaged_configuration_is_said(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match=r"unet/config\.json is damaged"):
        resolve(str(folder_of(tmp_path, "StableDiffusionXLPipeline", "[1")))


@pytest.mark.parametrize(("gpu_gb", "chosen"), [(None, "pocket"), (4.0, "pocket"), (6.0, "sdxl"), (80.0, "sdxl")])
def test_auto_is_sdxl_from_six_gigabytes_on(gpu_gb: float | None, chosen: str) -> None:
    assert automatic(gpu_gb).id == chosen


def test_a_lesson_that_a_cpu_cannot_end_says_how_long_it_would_take() -> None:
    check_learns_on_cpu(BASE_MODELS["pocket"], 5000)
    check_learns_on_cpu(BASE_MODELS["sd15"], 500)
    with pytest.raises(StudioError, match=r"between 4 hours and 40 hours here, .*1,000 samples of 14\.5 TFLOP each"):
        check_learns_on_cpu(BASE_MODELS["sdxl"], 1000)
    with pytest.raises(StudioError, match="between 12 minutes and 116 minutes"):
        check_learns_on_cpu(BASE_MODELS["sdxl"], 48)


def test_every_row_says_what_it_is() -> None:
    rows: Mapping[Message, object] = {row.title: row.description for row in BASE_MODELS.values()}
    assert len(rows) == len(BASE_MODELS) and all(rows.values())
