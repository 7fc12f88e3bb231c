"""A LoRA file on its way in: a first look at its header, without loading it."""

import json
import shutil
import struct
from pathlib import Path
from typing import Any

from studio.checks import shown
from studio.errors import StudioError, storage_error
from studio.names import is_trigger_word

MAX_LORA_MB = 4000
_MAX_HEADER_BYTES = 100_000_000  # the limit of the safetensors format


def header_of(file: Path) -> dict[str, Any]:
    """The JSON header of a .safetensors file: tensors by name, and __metadata__. Errors: StudioError."""
    name = shown(file.name)
    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            prefix = stream.read(8)
            length = struct.unpack("<Q", prefix)[0] if len(prefix) == 8 else 0
            header = json.loads(stream.read(length)) if 0 < length < min(size, _MAX_HEADER_BYTES) else None
    except (OSError, ValueError, RecursionError) as error:
        raise _not_a_lora(name) from error
    if not isinstance(header, dict):
        raise _not_a_lora(name)
    if size > MAX_LORA_MB * 1_000_000:
        raise StudioError(f"{name} is {size / 1e9:.1f} GB; LoRA files of up to {MAX_LORA_MB / 1000:g} GB are fine.")
    return header


def trigger_word_in(header: dict[str, Any]) -> str | None:
    """The trigger word that the file's own metadata names, if it is one that fits."""
    metadata = header.get("__metadata__")
    phrase = metadata.get("modelspec.trigger_phrase") if isinstance(metadata, dict) else None
    words = phrase.split() if isinstance(phrase, str) else []
    return words[0].lower() if words and is_trigger_word(words[0].lower()) else None


def keep_upload(file: Path, folder: Path, name: str) -> Path:
    """Copy a file into a folder, whole or not at all. Errors: StudioError."""
    kept = folder / name
    part = folder / f".{name}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, part)
        part.replace(kept)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise storage_error(error, kept) from error
    return kept


def _not_a_lora(name: str) -> StudioError:
    return StudioError(
        f"{name} is not a .safetensors file, or it is damaged; a LoRA file for this base model ending in .safetensors "
        "is fine. Download it once more, or choose another one."
    )
