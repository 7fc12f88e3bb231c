"""A first look at a LoRA file that somebody gives."""

import json
import struct
from pathlib import Path

import pytest

from studio.errors import StudioError
from studio.lora_uploads import header_of, trigger_word_in


def safetensors(path: Path, header: object) -> Path:
    content = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(content)) + content + bytes(16))
    return path


def test_the_header_and_its_trigger_word_are_read(tmp_path: Path) -> None:
    header = header_of(
        safetensors(tmp_path / "a.safetensors", {"__metadata__": {"modelspec.trigger_phrase": "OHWX cat"}})
    )
    assert trigger_word_in(header) == "ohwx"
    assert trigger_word_in({"__metadata__": {"modelspec.trigger_phrase": "<tok>"}}) is None
    assert trigger_word_in({"__metadata__": None}) is None
    assert trigger_word_in({}) is None


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
    with pytest.raises(StudioError, match=r"thing.safetensors is not a .safetensors file, or it is damaged"):
        header_of(file)
    with pytest.raises(StudioError, match="is not a"):
        header_of(tmp_path / "gone.safetensors")
