"""A first look at a LoRA file that somebody gives."""

import json
import struct
from pathlib import Path

import pytest

from studio.base_models import BASE_MODELS
from studio.errors import StudioError
from studio.lora_uploads import header_of, trigger_word_in
from studio.safetensors_header import Header
from tests import headers

POCKET, SDXL = BASE_MODELS["pocket"], BASE_MODELS["sdxl"]


def safetensors(path: Path, header: object) -> Path:
    content = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(content)) + content + bytes(16))
    return path


def word(phrase: str) -> str | None:
    return trigger_word_in(Header(parts={}, metadata={"modelspec.trigger_phrase": phrase}))


def test_the_header_and_its_trigger_word_are_read(tmp_path: Path) -> None:
    file = safetensors(tmp_path / "a.safetensors", {"__metadata__": {"modelspec.trigger_phrase": "OHWX cat"}})
    assert trigger_word_in(header_of(file, POCKET)) == "ohwx"
    assert (word("<tok>"), word(""), trigger_word_in(Header(parts={}, metadata={}))) == (None, None, None)


def test_a_lora_for_another_family_is_told_before_it_is_taken_in(tmp_path: Path) -> None:
    file = headers.write(tmp_path / "luna.safetensors", headers.LORA)
    assert header_of(file, SDXL).parts
    with pytest.raises(
        StudioError, match=r"luna\.safetensors is a LoRA for Stable Diffusion XL and does not fit Pocket"
    ):
        header_of(file, POCKET)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"abc",
        b"PK\x03\x04 a zip that is something else",
        struct.pack("<Q", 2**60) + b"{}",
        struct.pack("<Q", 2) + b"[]" + bytes(9),
        struct.pack("<Q", 4) + b"\xff\xfe{}" + bytes(9),
    ],
)
def test_what_is_no_lora_file_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "thing.safetensors"
    file.write_bytes(content)
    with pytest.raises(StudioError, match=r"thing\.safetensors is "):
        header_of(file, POCKET)
    with pytest.raises(StudioError, match=r"gone\.safetensors cannot be read"):
        header_of(tmp_path / "gone.safetensors", POCKET)
