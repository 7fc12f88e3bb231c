"""A first look at a LoRA file that somebody gives."""

import json
import struct
from pathlib import Path

import pytest

from studio.errors import StudioError
from studio.models.base_models import BASE_MODELS
from studio.models.lora_uploads import header_of, other_kind, trigger_phrase_in, trigger_word_in
from studio.models.safetensors_header import Header
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


PHRASES: dict[str, tuple[dict[str, object], str, str | None]] = {
    "Cuddle's own": ({"modelspec.trigger_phrase": "dumpling cat"}, "dumpling cat", "dumpling"),
    "a whole sentence": ({"modelspec.trigger_phrase": "a photo of OHWX woman"}, "a photo of OHWX woman", "ohwx"),
    "words of A1111's card": ({"activation text": "sks dog, sitting"}, "sks dog, sitting", "sks"),
    "a list of words": ({"trained_words": ["lunacat", "luna"]}, "lunacat, luna", "lunacat"),
    "kohya's folder": ({"ss_tag_frequency": {"10_ohwx woman": {"ohwx woman": 20}}}, "ohwx woman", "ohwx"),
    "kohya's tags": (
        {"ss_tag_frequency": {"5_lunacat": {"lunacat": 30, "1girl": 30, "solo": 28}}},
        "lunacat",
        "lunacat",
    ),
    "tags that are words": ({"ss_tag_frequency": {"img": {"1girl": 20, "long hair": 20, "smiling": 3}}}, "", None),
    "a folder that is words": (
        {"ss_tag_frequency": {"5_long hair": {"long hair": 20, "1girl": 20}, "9_my photos": {"red dress": 9}}},
        "",
        None,
    ),
    "tags that are listed as the words": (
        {"trained_words": ["1girl, long hair, smile"]},
        "1girl, long hair, smile",
        None,
    ),
    "words before the trigger word": ({"activation text": "blue eyes, zwx girl"}, "blue eyes, zwx girl", "zwx"),
    "a name that is a word": ({"modelspec.trigger_phrase": "rose woman"}, "rose woman", "rose"),
    "a sentence with other words": (
        {"modelspec.trigger_phrase": "cinematic photo of ohwx man"},
        "cinematic photo of ohwx man",
        "ohwx",
    ),
    "the first says nothing": (
        {"modelspec.trigger_phrase": " ", "ss_tag_frequency": {"10_ohwx": {"ohwx": 1}}},
        "ohwx",
        "ohwx",
    ),
    "a word that cannot be one here": ({"modelspec.trigger_phrase": "luna_cat woman"}, "luna_cat woman", None),
    "only common words": ({"ss_tag_frequency": {"img": {"a photo of a cat": 9}}}, "", None),
    "nothing": ({}, "", None),
    "nonsense": ({"ss_tag_frequency": {"a": 3, "b": {"c": "d"}, "e": None}}, "", None),
    "no JSON": ({"ss_tag_frequency": "[" * 100_000, "trained_words": "{"}, "{", None),
}


@pytest.mark.parametrize("what", PHRASES)
def test_the_words_it_was_taught_with_are_found_where_programs_write_them(what: str) -> None:
    values, phrase, trigger_word = PHRASES[what]
    metadata = {name: value if isinstance(value, str) else json.dumps(value) for name, value in values.items()}
    assert trigger_phrase_in(metadata) == phrase
    assert trigger_word_in(Header(parts={}, metadata=metadata)) == trigger_word


@pytest.mark.parametrize(
    ("metadata", "title"),
    [
        ({"ss_base_model_version": "sdxl_base_v1-0"}, "Stable Diffusion XL"),
        ({"ss_base_model_version": "sd_v1"}, "Stable Diffusion 1.5"),
        ({"ss_base_model_version": "sd_v2_768_v"}, "Stable Diffusion 2"),
        ({"modelspec.architecture": "stable-diffusion-xl-v1-base/lora"}, "Stable Diffusion XL"),
        ({"modelspec.architecture": "flux-1-dev/lora"}, "Flux"),
    ],
)
def test_a_base_model_that_only_the_metadata_name_is_told(metadata: dict[str, str], title: str, tmp_path: Path) -> None:
    file = safetensors(tmp_path / "luna.safetensors", {"__metadata__": metadata})
    with pytest.raises(StudioError, match=rf"is a LoRA for {title} and does not fit Pocket"):
        header_of(file, POCKET)


@pytest.mark.parametrize(
    ("key", "what"),
    [
        ("lora_unet_x.oft_blocks", r"an OFT file"),
        ("lora_unet_x.diff", r"a file of whole differences \(LyCORIS\)"),
        ("lora_unet_double_blocks_0_img_attn_qkv.lora_down.weight", "a LoRA for Flux or a model of its kind"),
    ],
)
def test_what_cannot_be_taken_in_is_named_before_it_is_queued(key: str, what: str, tmp_path: Path) -> None:
    part = {"dtype": "F16", "shape": [2, 2], "data_offsets": [0, 8]}
    file = safetensors(tmp_path / "luna.safetensors", {key: part})
    with pytest.raises(StudioError, match=rf"luna\.safetensors is {what}, which Cuddle does not take in"):
        header_of(file, POCKET)


@pytest.mark.parametrize(
    "key",
    [
        "diffusion_model.input_blocks.4.1.transformer_blocks.0.attn1.to_q.lora_A.weight",
        "lora_unet_down_blocks_0_resnets_0_conv1.lora_down.weight",
        "lora_te2_text_model_encoder_layers_0_mlp_fc1.alpha",
        "lora_unet_x.dora_scale",
        "unet.x.lora_magnitude_vector.weight",
        "lora_unet_x.hada_w1_a",
        "lora_unet_x.lokr_w1",
        "bundle_emb.anna.clip_l",
    ],
)
def test_a_plain_lora_is_nothing_else(key: str) -> None:
    assert other_kind([key]) is None


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
    with pytest.raises(StudioError, match=r"gone\.safetensors is not there"):
        header_of(tmp_path / "gone.safetensors", POCKET)
