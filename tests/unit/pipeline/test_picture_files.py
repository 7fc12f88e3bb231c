"""Picture files as they are written: whole, with all three texts, and the checkpoint's hash only where it is known."""

import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from pipeline.picture_files import check_png, png_bytes, thumbnail_bytes
from studio.interop.infotext import LoraTag, parse_parameters
from studio.interop.metadata import own_request, texts_in
from studio.jobs.requests import PictureRequest
from studio.models.base_models import BASE_MODELS, BaseModel
from tests.any_request import picture_request

POCKET = BASE_MODELS["pocket"]


def written(folder: Path, base_model: BaseModel = POCKET, **changes: object) -> dict[str, str]:
    file = folder / "picture.png"
    tags = [LoraTag(stem="luna", strength=0.8, file_hash="0123456789ab")]
    file.write_bytes(png_bytes(Image.new("RGB", (64, 64)), picture_request(**changes), 12, base_model, tags))
    return texts_in(file)


def test_the_png_holds_the_words_of_a1111_the_graph_of_comfyui_and_the_request_that_makes_it_again(
    tmp_path: Path,
) -> None:
    request = picture_request(prompt="Frühstück mit Mimi 🐈", count=4, seed=10)

    texts = written(tmp_path, prompt="Frühstück mit Mimi 🐈", count=4, seed=10)

    assert parse_parameters(texts["parameters"]).prompt == "Frühstück mit Mimi 🐈 <lora:luna:0.8>"
    assert json.loads(texts["prompt"])["10"]["inputs"]["lora_name"] == "luna.safetensors"
    own = own_request(texts)
    assert own is not None
    assert PictureRequest.from_json(own) == replace(request, seed=12, count=1)


def model_and_hash(texts: dict[str, str]) -> tuple[str, str | None, str]:
    settings = parse_parameters(texts["parameters"]).settings
    return settings["Model"], settings.get("Model hash"), json.loads(texts["prompt"])["4"]["inputs"]["ckpt_name"]


def test_a_base_model_is_called_as_other_programs_call_its_file(tmp_path: Path) -> None:
    file = tmp_path / "dream, v2.safetensors"
    file.write_bytes(b"not weights, but bytes")
    digits = hashlib.sha256(file.read_bytes()).hexdigest()[:10]
    from_file = replace(BASE_MODELS["sdxl"], id=str(file), source=str(file))
    from_hub = replace(BASE_MODELS["sdxl"], id="me/my-xl", source="me/my-xl")

    found = [model_and_hash(written(tmp_path, model)) for model in (POCKET, BASE_MODELS["sdxl"], from_file, from_hub)]

    assert found == [
        ("pocket", None, "pocket.safetensors"),
        ("sd_xl_base_1.0", "31e35c80fc", "sd_xl_base_1.0.safetensors"),
        ("dream, v2", digits, "dream, v2.safetensors"),
        ("my-xl", None, "my-xl.safetensors"),
    ]


def test_a_picture_of_another_size_or_without_its_words_does_not_pass_as_the_one_asked_for() -> None:
    content = png_bytes(Image.new("RGB", (64, 64)), picture_request(), 3, POCKET)
    check_png(content, 64, 64)
    with pytest.raises(ValueError, match="64x128"):
        check_png(content, 64, 128)
    with pytest.raises(OSError, match="truncated"):
        check_png(content[:-40], 64, 64)
    bare = io.BytesIO()
    Image.new("RGB", (64, 64)).save(bare, "PNG")
    with pytest.raises(ValueError, match="64x64"):
        check_png(bare.getvalue(), 64, 64)


def test_a_thumbnail_is_a_small_jpeg() -> None:
    with Image.open(io.BytesIO(thumbnail_bytes(Image.new("RGB", (1000, 500))))) as image:
        assert (image.format, image.size) == ("JPEG", (384, 192))
