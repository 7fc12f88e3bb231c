"""Files that claim to be LoRAs: headers that lie, weights that are none, and metadata that some reader might obey."""

import json
import pickle
import random
import struct
from collections.abc import Callable
from typing import Any

import numpy as np

from benchmarks.hostile.archives import zip_of
from benchmarks.hostile.values import BOMB_FILE, CANARY, hostile_values

_LAYER = "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_q"  # as kohya names it
_BYTES = {"F16": 2, "F32": 4, "BF16": 2, "I64": 8, "F64": 8, "F8_E4M3": 1, "BOOL": 1}


def file_of(header: Any, weights: bytes = b"", length: int | None = None) -> bytes:
    """A .safetensors file with that header, which may claim another length than it has."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode("utf-8", "surrogatepass")
    return struct.pack("<Q", len(text) if length is None else length) + text + weights


def lora(layers: dict[str, tuple[str, tuple[int, ...], bytes]], metadata: Any = None) -> bytes:
    """A well-formed file of these parts."""
    header: dict[str, Any] = {} if metadata is None else {"__metadata__": metadata}
    weights = b""
    for name, (dtype, shape, content) in layers.items():
        header[name] = {
            "dtype": dtype,
            "shape": list(shape),
            "data_offsets": [len(weights), len(weights) + len(content)],
        }
        weights += content
    return file_of(header, weights)


def _parts(fill: float = 0.01, dtype: str = "F16", rank: int = 4, width: int = 320) -> dict[str, Any]:
    def numbers(*shape: int) -> tuple[str, tuple[int, ...], bytes]:
        count = int(np.prod(shape))
        raw = np.full(count, fill, np.float16).tobytes() if dtype == "F16" else bytes(count * _BYTES[dtype])
        return dtype, shape, raw

    return {
        f"{_LAYER}.lora_down.weight": numbers(rank, width),
        f"{_LAYER}.lora_up.weight": numbers(width, rank),
        f"{_LAYER}.alpha": ("F16", (), np.float16(4).tobytes()),
    }


def _no_numbers(rng: random.Random) -> bytes:
    return lora(_parts(rng.choice([float("nan"), float("inf"), 65_504.0])), {"ss_base_model_version": "cuddle_pocket"})


def _other_sorts(rng: random.Random) -> bytes:
    return lora(_parts(dtype=rng.choice(["I64", "BOOL", "F64", "F8_E4M3"])), {"format": "pt"})


def _other_shapes(rng: random.Random) -> bytes:
    return lora(_parts(rank=rng.choice([1, 600]), width=rng.choice([1, 7, 1280])))


def _lying_length(rng: random.Random) -> bytes:
    return file_of({}, bytes(100), rng.choice([0, 1, 2**63, 2**64 - 1, 2**40, 30 * 2**20, 99_999]))


def _lying_offsets(rng: random.Random) -> bytes:
    low, high = rng.choice(
        [(0, 2**62), (50, 10), (-5, 10), (0, 0), (2**63, 2**64), (0, 10**30), (1.5, 9), ("0", "9"), (None, 3)]
    )
    part = {"dtype": "F16", "shape": rng.choice([[4, 320], [2**40, 2**40], [-1, 2], [], [0], [[4]], None, "4"])}
    return file_of({f"{_LAYER}.lora_down.weight": {**part, "data_offsets": [low, high]}}, bytes(4_000))


def _overlapping(rng: random.Random) -> bytes:
    part = {"dtype": "F16", "shape": [4, 320], "data_offsets": [0, 2560]}
    return file_of({f"{_LAYER}_{n}.lora_{way}.weight": part for n in range(300) for way in ("up", "down")}, bytes(2560))


def _wide_header(rng: random.Random) -> bytes:
    count = rng.choice([2_000, 60_000])
    part = {"dtype": "F16", "shape": [1, 1], "data_offsets": [0, 2]}
    return file_of({f"{CANARY}{'a' * 30}{n}.lora_down.weight": part for n in range(count)}, bytes(2))


def _long_keys(rng: random.Random) -> bytes:
    key = rng.choice(
        [
            f"{CANARY}.lora_down.weight" * 20_000,
            "a" * 3_000_000,
            "." * 200_000,
            "../../x",
            "\x00",
            "\ud800",
            "🐱" * 9_000,
        ]
    )
    return file_of({key: {"dtype": "F16", "shape": [1, 2], "data_offsets": [0, 4]}}, bytes(4))


def _deep_header(rng: random.Random) -> bytes:
    depth = rng.choice([900, 100_000, 2_000_000])
    return file_of(b'{"a":' + b"[" * depth + b"]" * depth + b"}")


def _no_header(rng: random.Random) -> bytes:
    text = rng.choice(
        [
            b"{" + b" " * 20_000_000 + b"}",
            b"{}",
            b'{"a": 1}',
            b"[]",
            b"{\xff\xfe}",
            b'{"a": NaN}',
            b'{"__metadata__": []}',
        ]
    )
    return file_of(text, bytes(50))


def _metadata(rng: random.Random) -> bytes:
    """Metadata of kohya's trainer and others, hostile in each."""
    names = (
        "ss_tag_frequency",
        "modelspec.trigger_phrase",
        "ss_base_model_version",
        "ss_network_args",
        "modelspec.architecture",
        "ss_trigger_words",
        "trained_words",
        "ss_network_dim",
        "ss_dataset_dirs",
        "modelspec.thumbnail",
        "cuddle",
        CANARY,
    )
    metadata = {name: one.value for name, one in zip(names, hostile_values(rng, len(names)), strict=True)}
    if rng.random() < 0.8:
        metadata = {name: value if isinstance(value, str) else json.dumps(value) for name, value in metadata.items()}
    return lora(_parts(), {name: value if not isinstance(value, float) else 0 for name, value in metadata.items()})


def _tags(rng: random.Random) -> bytes:
    tags = rng.choice(
        [
            {f"10_{CANARY}{n} cat": {f"{CANARY}{n} cat, sitting {m}": m for m in range(300)} for n in range(60)},
            {f"10_{'ohwx ' * 4_000}": {"ohwx " * 4_000: 1}},
            {"10_x": {"x": 10**30}},
            {"1_" * 5_000: {"": 1}},
            {"": {"": None}},
            {f"{n}_a": {"a": float("nan")} for n in range(5_000)},
            [[[]]] * 5_000,
            {"1_ohwx cat": {"ohwx cat " * 20_000: 1}},
        ]
    )
    return lora(_parts(), {"ss_tag_frequency": json.dumps(tags)})


def _other_keys(rng: random.Random) -> bytes:
    names = rng.choice(
        [
            ("model.diffusion_model.input_blocks.0.0.weight",),
            ("oft_blocks.0",),
            ("transformer.single_blocks.0.lora_A.weight",),
            ("lora_te_text_model_encoder_layers_0_mlp_fc1.lora_down.weight",),
            (f"{_LAYER}.lora_down.weight",),
            (f"{_LAYER}.hada_w1_a", f"{_LAYER}.hada_w1_b"),
            (f"{_LAYER}.lokr_w1",),
            (CANARY,),
            ("",),
            ("emb_params",),
            (f"{_LAYER}.lora_mid.weight",),
            (f"{_LAYER}.dora_scale",),
            (f"unet.{_LAYER}.lora.up.weight",),
        ]
    )
    return lora({name: ("F16", (4, 4), bytes(32)) for name in names})


class _Command:
    def __reduce__(self) -> tuple[Any, tuple[str]]:
        import os

        return os.system, (f"touch {BOMB_FILE}",)


def _something_else(rng: random.Random) -> bytes:
    command = pickle.dumps(_Command())
    return rng.choice(
        [
            command,
            zip_of([("archive/data.pkl", command), ("archive/version", b"3")]),
            b"GGUF" + rng.randbytes(400),
            f"<!doctype html><title>{CANARY}</title>".encode(),
            b"",
            rng.randbytes(9),
            rng.randbytes(50_000),
            b"\x00" * 8 + b"{}",
            b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5",
            f'{{"{CANARY}": 1}}'.encode(),
        ]
    )


def _cut(rng: random.Random) -> bytes:
    whole = lora(_parts())
    return whole[: rng.randrange(9, len(whole))]


LORAS: dict[str, Callable[[random.Random], bytes]] = {
    "weights that are no numbers": _no_numbers, "weights of another sort": _other_sorts,
    "weights of other shapes": _other_shapes,
    "a lying length": _lying_length, "lying offsets": _lying_offsets, "parts that overlap": _overlapping,
    "a wide header": _wide_header, "long keys": _long_keys, "a deep header": _deep_header, "no header": _no_header,
    "hostile metadata": _metadata, "hostile tags": _tags, "keys of another kind": _other_keys,
    "no safetensors": _something_else, "a LoRA cut off": _cut,
}  # fmt: skip
