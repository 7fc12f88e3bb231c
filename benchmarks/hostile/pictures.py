"""Files that claim to be photos or pictures with parameters, and are damaged, far too large, or something else."""

import functools
import io
import json
import random
import struct
import warnings
import zlib
from collections.abc import Callable
from typing import Any

from PIL import Image, PngImagePlugin

from benchmarks.hostile.values import BOMB_FILE, CANARY, hostile_values

_PNG = b"\x89PNG\r\n\x1a\n"
MEGABYTE = 2**20


def noise_photo(rng: random.Random, side: int = 300) -> Image.Image:
    """Gentle noise, in which no two photos are alike."""
    small = Image.frombytes("RGB", (12, 12), rng.randbytes(12 * 12 * 3))
    return small.resize((side, side), Image.Resampling.BICUBIC)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """An image as a file of that kind."""
    content = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image.save(content, kind, **options)
    return content.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG file."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_of(*chunks: tuple[bytes, bytes], width: int = 64, height: int = 64, bits: int = 8, colours: int = 2) -> bytes:
    """A PNG that claims a size; its chunks follow."""
    header = struct.pack(">IIBBBBB", width, height, bits, colours, 0, 0, 0)
    return _PNG + b"".join(chunk(*one) for one in [(b"IHDR", header), *chunks, (b"IEND", b"")])


@functools.cache
def zeros(megabytes: int) -> bytes:
    """Nothing, packed a thousand to one."""
    pack = zlib.compressobj(9)
    return b"".join(pack.compress(bytes(MEGABYTE)) for _ in range(megabytes)) + pack.flush()


def _pixels(side: int = 64) -> tuple[bytes, bytes]:
    return b"IDAT", zlib.compress(bytes((1 + 3 * side) * side))


def with_texts(rng: random.Random, **texts: str) -> bytes:
    """A PNG with texts inside, packed or not."""
    info = PngImagePlugin.PngInfo()
    for name, text in texts.items():
        info.add_itxt(name, text, zip=rng.random() < 0.5)
    return saved(noise_photo(rng, 64), "PNG", pnginfo=info)


def _cut(rng: random.Random) -> bytes:
    whole = saved(noise_photo(rng), rng.choice(["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP"]))
    return whole[: rng.randrange(1, len(whole))]


def _spoilt(rng: random.Random) -> bytes:
    whole = bytearray(saved(noise_photo(rng), rng.choice(["JPEG", "PNG", "WEBP", "TIFF", "GIF", "AVIF"])))
    for _ in range(rng.choice([1, 10, 200])):
        whole[rng.randrange(12, len(whole))] = rng.randrange(256)
    return bytes(whole)


def _large_by_header(rng: random.Random) -> bytes:
    width, height = rng.choice(
        [(2**31 - 1, 2**31 - 1), (60_000, 60_000), (1, 2**31 - 1), (400_000, 2), (0, 0), (9_000, 9_000)]
    )
    if rng.random() < 0.5:
        return png_of(_pixels(), width=width, height=height, bits=rng.choice([8, 16]))
    sized = saved(noise_photo(rng), "JPEG")
    start = sized.index(b"\xff\xc0") + 5
    return sized[:start] + struct.pack(">HH", height & 0xFFFF, width & 0xFFFF) + sized[start + 4 :]


def _bomb(rng: random.Random) -> bytes:
    side = rng.choice([20_000, 11_000])
    return png_of((b"IDAT", zeros(rng.choice([60, 150]))), width=side, height=side)


def _animated(rng: random.Random) -> bytes:
    frames = [noise_photo(rng, 120) for _ in range(rng.choice([2, 40]))]
    kind = rng.choice(["GIF", "WEBP", "PNG", "TIFF"])
    return saved(frames[0], kind, save_all=True, append_images=frames[1:])


def _gif_of_frames(rng: random.Random) -> bytes:
    """Very many empty frames."""
    start = b"GIF89a" + struct.pack("<HHBBB", 60_000, 60_000, 0x80, 0, 0) + bytes(6)
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 60_000, 60_000, 0) + b"\x02\x02\x4c\x01\x00"
    return start + frame * rng.choice([10, 20_000]) + b"\x3b"


def _odd_mode(rng: random.Random) -> bytes:
    mode, kind = rng.choice(
        [
            ("CMYK", "JPEG"),
            ("L", "JPEG"),
            ("1", "PNG"),
            ("P", "PNG"),
            ("LA", "PNG"),
            ("I;16", "PNG"),
            ("I", "TIFF"),
            ("F", "TIFF"),
            ("RGBA", "WEBP"),
            ("CMYK", "TIFF"),
            ("P", "GIF"),
            ("RGBA", "TIFF"),
            ("YCbCr", "JPEG"),
            ("LAB", "TIFF"),
        ]
    )
    image = noise_photo(rng)
    return saved(image.convert("L").convert(mode) if mode in ("I;16", "I", "F", "LA") else _in_mode(image, mode), kind)


def _in_mode(image: Image.Image, mode: str) -> Image.Image:
    return Image.new("LAB", image.size, (100, 20, 30)) if mode == "LAB" else image.convert(mode)


def _odd_shape(rng: random.Random) -> bytes:
    size = rng.choice([(1, 1), (1, 3_000), (12_000, 2), (2, 60_000), (63, 64), (300, 20_000)])
    return saved(Image.new("RGB", size, (rng.randrange(256), 9, 9)), rng.choice(["PNG", "BMP"]))


def _exif(rng: random.Random) -> bytes:
    """EXIF whose directory leads to itself, or claims more than there is."""
    entry = struct.pack("<HHII", rng.choice([0x8769, 0x8825, 0xA005]), 4, 1, 8)
    kind = rng.randrange(4)
    if kind == 0:
        body = struct.pack("<H", 1) + entry + struct.pack("<I", 8)
    elif kind == 1:
        body = struct.pack("<H", 65_535) + entry
    elif kind == 2:
        body = struct.pack("<H", 1) + struct.pack("<HHII", 0x9286, 7, 2**32 - 1, 8) + struct.pack("<I", 0)
    else:
        body = struct.pack("<H", 2) + struct.pack("<HHII", 0x0112, 3, 1, 99) * 2 + struct.pack("<I", 8)
    exif = b"Exif\x00\x00II*\x00\x08\x00\x00\x00" + body + CANARY.encode()
    whole = saved(noise_photo(rng), "JPEG")
    return whole[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + whole[2:]


def _profile(rng: random.Random) -> bytes:
    profile = rng.choice(
        [rng.randbytes(500), b"", struct.pack(">I", 2**32 - 1) + rng.randbytes(128), bytes(5 * MEGABYTE)]
    )
    return saved(noise_photo(rng), rng.choice(["JPEG", "PNG", "WEBP"]), icc_profile=profile or rng.randbytes(3))


def _something_else(rng: random.Random) -> bytes:
    return rng.choice(
        [
            f"<svg xmlns='http://www.w3.org/2000/svg' onload='{CANARY}()'><image href='file:///etc/passwd'/></svg>".encode(),
            f"<!DOCTYPE html><script>{CANARY}()</script>".encode(),
            b"%PDF-1.7\n1 0 obj << /Type /Catalog >>\n%%EOF",
            f"%!PS\n(touch {BOMB_FILE}) (w) file\nshowpage".encode(),
            b"\x7fELF\x02\x01\x01" + bytes(200),
            b"MZ" + bytes(300),
            f"#!/bin/sh\ntouch {BOMB_FILE}\n".encode(),
            b"",
            b"\x00",
            rng.randbytes(5_000),
            b"push graphic-context\nviewbox 0 0 1 1\nimage over 0,0 0,0 '|touch x'\npop graphic-context",
            b"II*\x00" + bytes(40),
            b"\x89PNG\r\n\x1a\n",
            b"GIF89a",
            b"\xff\xd8\xff",
            b"RIFF\xff\xff\xff\xffWEBPVP8 ",
            b"BM" + b"\xff" * 60,
            b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5",
            b"P6\n99999 99999\n255\n" + bytes(90),
            b"\x00\x00\x00\x0cjP  \r\n\x87\n" + rng.randbytes(300),
            b"8BPS" + rng.randbytes(400),
            b"\x00\x00\x01\x00\x01\x00" + rng.randbytes(99),
            b"qoif" + struct.pack(">II", 2**31, 2**31) + bytes(20),
            b"DDS " + rng.randbytes(200),
            b"\x59\xa6\x6a\x95" + rng.randbytes(99),
        ]
    )


def _heic(rng: random.Random) -> bytes:
    brand = rng.choice([b"heic", b"avif", b"mif1", b"hevc"])
    start = struct.pack(">I", 24) + b"ftyp" + brand + b"\x00\x00\x00\x00" + b"mif1" + brand
    boxes = b"".join(
        struct.pack(">I", rng.choice([8, 0, 1, 2**32 - 1, 40])) + rng.choice([b"meta", b"iloc", b"iinf", b"mdat"])
        for _ in range(rng.choice([1, 900]))
    )
    return start + boxes + rng.randbytes(600)


def _polyglot(rng: random.Random) -> bytes:
    """A good photo with something else before or behind it."""
    photo = saved(noise_photo(rng), rng.choice(["JPEG", "PNG", "GIF"]))
    more = rng.choice([f"<script>{CANARY}()</script>".encode(), b"PK\x03\x04" + bytes(60), b"%PDF-1.4", b"<?php 1; ?>"])
    return photo + more * rng.choice([1, 2_000]) if rng.random() < 0.7 else more + photo


def _packed_text(rng: random.Random) -> bytes:
    """A text that unpacks to far more than it is."""
    kind = rng.choice([b"zTXt", b"iTXt", b"iCCP"])
    name = rng.choice([b"parameters", b"prompt", b"cuddle", CANARY.encode()])
    packed = zeros(rng.choice([3, 120]))
    content = {b"zTXt": b"\x00\x00", b"iTXt": b"\x00\x01\x00\x00\x00", b"iCCP": b"\x00\x00"}[kind]
    return png_of(*[(kind, name + content + packed)] * rng.choice([1, 3]), _pixels())


def _many_chunks(rng: random.Random) -> bytes:
    kind = rng.choice([b"tEXt", b"IDAT", b"fdAT", b"tIME", b"abCD"])
    return png_of(*[(kind, b"parameters\x00x" if kind == b"tEXt" else b"")] * rng.choice([500, 90_000]), _pixels())


def _parameters(rng: random.Random) -> bytes:
    """A picture whose parameters are hostile values, as A1111, ComfyUI, InvokeAI and Cuddle write them."""
    kinds = (
        "parameters",
        "a graph",
        "JSON in a text",
        "nested weights",
        "alternations",
        "a pattern",
        "controls",
        "digits",
    )
    texts = [one.value for one in hostile_values(rng, 80) if one.kind in kinds and isinstance(one.value, str)]
    text = rng.choice(texts).encode("utf-8", "replace").decode()
    name = rng.choice(["parameters", "prompt", "workflow", "cuddle", "invokeai_metadata", "sd-metadata", "Dream"])
    return with_texts(rng, **{name: text, "Software": f"NovelAI {CANARY}"})


def _own(rng: random.Random) -> bytes:
    """A picture that claims to be Cuddle's own."""
    request: dict[str, Any] = {
        "prompt": "a cat",
        "typed_prompt": "a cat",
        "negative_prompt": "",
        "subjects": [{"name": CANARY, "strength": 1.0}],
        "sampler": "Euler",
        "steps": 4,
        "guidance_scale": 3.0,
        "seed": 5,
        "width": 256,
        "height": 256,
        "count": 1,
        "base_model": "pocket",
    }
    for one in hostile_values(rng, rng.choice([1, 3])):
        request[rng.choice([*request, "grid", "start", "larger", "inpaint", "options"])] = one.value
    text = json.dumps({"version": rng.choice([1, -1, "9", None]), "request": request}, default=str)
    return with_texts(rng, cuddle=text[:900_000])


def _graph(rng: random.Random) -> bytes:
    """A graph of ComfyUI with very many nodes, or a very deep one."""
    count = rng.choice([40, 3_000, 20_000])
    nodes = {
        str(number): {
            "class_type": rng.choice(["KSampler", "CLIPTextEncode", "ConditioningCombine", "LoraLoader", "Reroute"]),
            "inputs": {
                "positive": [str(rng.randrange(count)), 0],
                "model": [str(rng.randrange(count)), 0],
                "text": CANARY,
                "clip": [str(rng.randrange(count)), 1],
                "conditioning_1": [str(number - 1), 0],
                "seed": 2**70,
                "conditioning_2": [str(number - 1), 0],
                "samples": [str(number - 1), 0],
                "latent_image": [str(number - 1), 0],
            },
        }
        for number in range(count)
    }
    nodes["save"] = {"class_type": "SaveImage", "inputs": {"images": [str(count - 1), 0]}}
    return with_texts(rng, prompt=json.dumps(nodes))


PICTURES: dict[str, Callable[[random.Random], bytes]] = {
    "cut off": _cut, "spoilt bytes": _spoilt, "large by its header": _large_by_header, "a bomb of pixels": _bomb,
    "animated": _animated, "a GIF of empty frames": _gif_of_frames, "an odd mode": _odd_mode,
    "an odd shape": _odd_shape,
    "EXIF in a circle": _exif, "a colour profile that is none": _profile, "something else": _something_else,
    "no HEIC": _heic, "two files in one": _polyglot, "a packed text": _packed_text, "many chunks": _many_chunks,
    "hostile parameters": _parameters, "hostile own request": _own, "a hostile graph": _graph,
}  # fmt: skip
