"""Picture files: the words that other programs read, the request that makes the picture again, and hostile chunks."""

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from pipeline import picture_files
from pipeline.picture_files import LoraTag, parameters_text, parse_parameters, png_bytes
from studio.errors import StudioError
from studio.samplers import SAMPLERS
from tests.engine import chosen, picture_request

TAGS = (
    LoraTag(stem="luna_cat", strength=0.8, file_hash="0123456789ab"),
    LoraTag(stem="anna", strength=0.9, file_hash="ba9876543210"),
)


def test_the_parameters_are_a1111s_text_to_the_letter() -> None:
    request = picture_request(
        prompt="photo of luna cat and anna woman on a sofa",
        negative_prompt="blurry, lowres",
        steps=30,
        guidance_scale=7.0,
        width=1024,
        height=1024,
    )

    assert parameters_text(request, 123456, "sd_xl_base_1.0", TAGS) == (
        "photo of luna cat and anna woman on a sofa <lora:luna_cat:0.8> <lora:anna:0.9>\n"
        "Negative prompt: blurry, lowres\n"
        "Steps: 30, Sampler: DPM++ 2M Karras, Schedule type: Karras, CFG scale: 7, Seed: 123456, Size: 1024x1024, "
        'Model: sd_xl_base_1.0, RNG: CPU, Lora hashes: "luna_cat: 0123456789ab, anna: ba9876543210", '
        'Hashes: {"lora:luna_cat": "0123456789ab", "lora:anna": "ba9876543210"}, Version: cuddle-0.1'
    )


def test_nothing_to_avoid_gives_no_negative_line() -> None:
    assert "Negative prompt" not in parameters_text(picture_request(negative_prompt=""), 3, "Pocket")


def test_civitai_finds_every_lora_with_its_weight_and_hash() -> None:
    """Its reader's own rules: the tag, and the JSON after " , Hashes: "."""
    text = parameters_text(picture_request(), 3, "Pocket", TAGS)

    assert re.findall(r"<(lora|hypernet):([a-zA-Z0-9_\.\-]+):([0-9.]+)>", text) == [
        ("lora", "luna_cat", "0.8"),
        ("lora", "anna", "0.9"),
    ]
    hashes = re.search(r", Hashes: (\{[^{}]*\})", text)
    assert hashes is not None
    assert json.loads(hashes[1]) == {"lora:luna_cat": "0123456789ab", "lora:anna": "ba9876543210"}


words = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=200).map(str.strip)
titles = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=40).map(str.strip)


@given(
    prompt=words.filter(lambda text: bool(text) and not text.startswith("Negative prompt:")),
    negative_prompt=words,
    sampler=st.sampled_from(sorted(SAMPLERS)),
    steps=st.integers(1, 40),  # what every sampler can do
    guidance_scale=st.integers(10, 300).map(lambda tenths: tenths / 10),
    seed=st.integers(0, 2**32 - 1),
    width=st.integers(8, 256).map(lambda eighths: eighths * 8),
    title=titles.filter(bool),
)
def test_whatever_is_asked_comes_back_from_the_parameters(
    prompt: str, negative_prompt: str, sampler: str, title: str, seed: int, **numbers: Any
) -> None:
    request = picture_request(prompt=prompt, negative_prompt=negative_prompt, sampler=sampler, **numbers)

    found = parse_parameters(parameters_text(request, seed, title))

    assert found.prompt == prompt
    assert found.negative_prompt == negative_prompt
    assert picture_files.sampler_of(found.settings) == sampler
    expected = {"Steps": request.steps, "CFG scale": request.guidance_scale, "Seed": seed}
    assert {name: float(found.settings[name]) for name in expected} == expected
    assert found.settings["Size"] == f"{request.width}x{request.height}"
    assert found.settings["Model"] == title


@given(st.text(max_size=500))
def test_any_text_at_all_is_read_as_words_and_evaluated_never(text: str) -> None:
    found = parse_parameters(text)

    assert isinstance(found.prompt, str)
    assert all(isinstance(value, str) for value in found.settings.values())


def saved(folder: Path, content: bytes) -> Path:
    file = folder / "picture.png"
    file.write_bytes(content)
    return file


def test_the_png_gives_back_the_request_that_makes_it_again(tmp_path: Path) -> None:
    request = picture_request(prompt="Frühstück mit Mimi 🐈", count=4, seed=10, subjects=(chosen("Mimi", 0.7),))

    file = saved(tmp_path, png_bytes(Image.new("RGB", (64, 64)), request, 12, "Pocket", TAGS))

    assert picture_files.read_request(file) == picture_request(
        prompt="Frühstück mit Mimi 🐈", count=1, seed=12, subjects=(chosen("Mimi", 0.7),)
    )
    assert picture_files.read_parameters(file).prompt.startswith("Frühstück mit Mimi 🐈 <lora:luna_cat:0.8>")
    picture_files.check_png(file.read_bytes(), 64, 64)


def test_words_outside_of_ascii_are_stored_as_utf_8(tmp_path: Path) -> None:
    plain = png_bytes(Image.new("RGB", (64, 64)), picture_request(), 3, "Pocket")
    other = png_bytes(Image.new("RGB", (64, 64)), picture_request(prompt="crème"), 3, "Pocket")

    assert b"tEXtparameters\x00" in plain
    assert b"iTXtparameters\x00" in other
    assert "crème".encode() in other


def chunked(**chunks: str) -> bytes:
    info, buffer = PngInfo(), io.BytesIO()
    for name, text in chunks.items():
        info.add_itxt(name, text)
    Image.new("RGB", (8, 8)).save(buffer, "PNG", pnginfo=info)
    return buffer.getvalue()


HOSTILE_OWN = [
    "",
    "{",
    "[]",
    "3",
    "null",
    '{"request": 3}',
    '{"request": {"prompt": "x"}}',
    "__import__('os')",
    "[" * 50_000,
]
HOSTILE_OWN += [json.dumps({"request": picture_request().to_json() | {"steps": 10**9}})]


@pytest.mark.parametrize("own", HOSTILE_OWN, ids=range(len(HOSTILE_OWN)))
def test_a_damaged_request_is_refused_in_a_sentence(own: str, tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="are damaged"):
        picture_files.read_request(saved(tmp_path, chunked(cuddle=own)))


def test_files_without_parameters_say_what_is_fine(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="not made by Cuddle"):
        picture_files.read_request(saved(tmp_path, chunked(parameters="a cat")))
    with pytest.raises(StudioError, match="carries no parameters"):
        picture_files.read_parameters(saved(tmp_path, chunked()))
    with pytest.raises(StudioError, match="cannot be read as a PNG"):
        picture_files.read_parameters(saved(tmp_path, b"GIF89a"))


def test_a_picture_of_another_size_does_not_pass_as_the_one_asked_for() -> None:
    content = png_bytes(Image.new("RGB", (64, 64)), picture_request(), 3, "Pocket")
    with pytest.raises(ValueError, match="64x128"):
        picture_files.check_png(content, 64, 128)
    with pytest.raises(OSError, match="truncated"):
        picture_files.check_png(content[:-40], 64, 64)
