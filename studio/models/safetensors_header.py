"""The header of a .safetensors file: what it holds, read without any weights and without running anything in it."""

import json
import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.checks import shown
from studio.errors import StudioError
from studio.untyped import is_array, is_object
from studio.words import Message

MAX_HEADER_BYTES = 32 * 2**20  # a whole SDXL model's header is below 1 MB, a LoRA's below 1 MB
_FIRST_BYTES = 64
_UNITS = ("bytes", "kilobytes", "megabytes", "gigabytes")

# What other files begin with, and the keys of what they are called.
_OTHER_FILES: tuple[tuple[bytes, str], ...] = (
    (b"version https://git-lfs", "file-git-lfs"),
    (b"<!doctype html", "file-web-page"),
    (b"<html", "file-web-page"),
    (b"GGUF", "file-gguf"),
    (b"PK\x03\x04", "file-pickle-or-zip"),
    (b"\x80\x02", "file-pickle"),
    (b"\x80\x04", "file-pickle"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One tensor as the header names it. dtype: safetensors' own word, such as "F16"."""

    dtype: str
    shape: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """What a file says it holds. `parts` is by name, in the file's order."""

    parts: Mapping[str, Part]
    metadata: Mapping[str, str]


def read_header(file: Path, called: str = "") -> Header:
    """The header of a whole, undamaged file. Errors: StudioError that says what the file is instead.

    called: how the person who gave it knows it, where it lies under another name.
    """
    name = shown(called or file.name, 80)
    try:
        size = file.stat().st_size
        with file.open("rb") as opened:
            first = opened.read(_FIRST_BYTES)
            length = struct.unpack("<Q", first[:8])[0] if len(first) >= 8 else 0
            if not 2 <= length <= MAX_HEADER_BYTES or first[8:9] != b"{":
                raise StudioError("file-is-other", name=name, what=_what_else(first))
            if length > size - 8:
                raise _cut_off(name, size, 8 + length)
            opened.seek(8)
            found = json.loads(opened.read(length))
    except FileNotFoundError as error:
        raise StudioError("weights-gone", name=name) from error
    except OSError as error:
        raise StudioError("weights-not-read", name=name, error=error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise _damaged(name) from error
    header, end = _checked(name, found)
    if size < 8 + length + end:
        raise _cut_off(name, size, 8 + length + end)
    return header


def _checked(name: str, found: Any) -> tuple[Header, int]:
    """The header, and how many bytes of weights follow it."""
    if not is_object(found):
        raise _damaged(name)
    metadata: object = found.pop("__metadata__", None) or {}
    if not is_object(metadata):
        raise _damaged(name)
    parts: dict[str, Part] = {}
    end = 0
    for key, value in found.items():
        facts = value if is_object(value) else {}
        dtype, shape, offsets = facts.get("dtype"), _sizes(facts.get("shape")), _sizes(facts.get("data_offsets"))
        if (
            not isinstance(dtype, str)
            or shape is None
            or offsets is None
            or len(offsets) != 2
            or offsets[0] > offsets[1]
        ):
            raise _damaged(name)
        parts[key] = Part(dtype=dtype, shape=shape)
        end = max(end, offsets[1])
    return Header(parts=parts, metadata={str(key): str(value) for key, value in metadata.items()}), end


def _sizes(values: Any) -> tuple[int, ...] | None:
    if is_array(values) and all(type(value) is int and 0 <= value < 2**63 for value in values):
        return tuple(values)
    return None


def _what_else(first: bytes) -> Message:
    """What a file is that is no .safetensors file, by its first bytes."""
    for start, what in _OTHER_FILES:
        if first.lower().startswith(start.lower()):
            return Message(what)
    if not first:
        return Message("weights-empty")
    text = first.decode("utf-8", errors="ignore")
    if len(text) >= 0.9 * len(first) and all(letter.isprintable() or letter.isspace() for letter in text):
        return Message("file-text", text=shown(text, 30))
    return Message("file-no-safetensors")


def _cut_off(name: str, size: int, whole: int) -> StudioError:
    return StudioError("file-cut-off", name=name, there=_amount(size), whole=_amount(whole))


def _damaged(name: str) -> StudioError:
    return StudioError("file-damaged", name=name)


def _amount(count: int) -> Message:
    """A number of bytes in the largest unit that is not zero."""
    power = min(3, int(math.log10(count) // 3)) if count > 0 else 0
    return Message(f"amount-{_UNITS[power]}", number=f"{count / 1000**power:.{1 if power else 0}f}")
