"""The header reader: whatever the bytes are, they are a header or one sentence."""

import json
import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.models.kinds import kind_of_header, lora_family
from studio.models.safetensors_header import read_header
from tests import headers

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=20), inner, max_size=4),
    max_leaves=12,
)
NAMES = st.sampled_from([*headers.SDXL, *headers.SD15, *headers.LORA, "__metadata__"]) | st.text(max_size=30)
PART = st.fixed_dictionaries(
    {
        "dtype": st.sampled_from(["F16", "F8_E4M3", "I8", ""]) | JSON,
        "shape": st.lists(st.integers(-1, 5000), max_size=5) | JSON,
        "data_offsets": st.tuples(st.integers(0, 50), st.integers(0, 50)).map(list)
        | st.lists(st.none() | st.integers() | st.text(max_size=2), min_size=2, max_size=2)
        | JSON,
    }
)


def try_out(folder: Path, content: bytes) -> None:
    """Read it to the end as far as it goes; any error but a sentence fails the test."""
    file = folder / "any.safetensors"
    file.write_bytes(content)
    try:
        header = read_header(file)
        lora_family(header)
        kind_of_header(file.name, header)
    except StudioError as error:
        assert str(error).startswith("any.safetensors is ") and "\n" not in str(error)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=200))
def test_no_bytes_crash_the_reader(tmp_path: Path, content: bytes) -> None:
    try_out(tmp_path, content)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(header=st.dictionaries(NAMES, PART | JSON, max_size=6) | JSON, weights=st.integers(0, 60))
def test_no_header_crashes_the_reader(tmp_path: Path, header: object, weights: int) -> None:
    text = json.dumps(header).encode()
    try_out(tmp_path, struct.pack("<Q", len(text)) + text + bytes(weights))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 700), byte=st.integers(0, 255), cut=st.integers(0, 900))
def test_no_damage_to_a_real_header_crashes_the_reader(tmp_path: Path, place: int, byte: int, cut: int) -> None:
    start, size = headers.header_bytes({**headers.SD15, "cond_stage_model.transformer.x": (1,)})
    damaged = bytearray(start + bytes(min(size, 100)))
    damaged[place % len(damaged)] = byte
    try_out(tmp_path, bytes(damaged[: len(damaged) - cut % len(damaged)]))


def test_a_header_nested_past_reason_is_a_sentence(tmp_path: Path) -> None:
    text = b'{"a":' * 100_000 + b"1" + b"}" * 100_000
    try_out(tmp_path, struct.pack("<Q", len(text)) + text)


def test_a_header_is_read_with_its_metadata_and_without_the_weights(tmp_path: Path) -> None:
    file = headers.write(tmp_path / "lora.safetensors", headers.LORA, metadata={"ss_output_name": "luna"})
    header = read_header(file)
    assert {name: part.shape for name, part in header.parts.items()} == dict(headers.LORA)
    assert header.metadata == {"ss_output_name": "luna"}
    assert lora_family(header) == "sdxl"


@pytest.mark.parametrize(("width", "family"), [(2048, "sdxl"), (768, "sd15"), (320, "pocket"), (7, None)])
def test_the_family_of_a_lora_is_the_width_of_its_words(tmp_path: Path, width: int, family: str | None) -> None:
    name = "unet.mid_block.attentions.0.transformer_blocks.0.attn2.to_k.lora_A.weight"
    assert lora_family(read_header(headers.write(tmp_path / "x.safetensors", {name: (4, width)}))) == family
