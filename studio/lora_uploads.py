"""A LoRA file on its way in: a first look at its header, without loading it."""

import shutil
from pathlib import Path

from studio.base_models import BASE_MODELS, BaseModel
from studio.checks import shown
from studio.errors import StudioError, storage_error
from studio.model_kinds import lora_family
from studio.names import is_trigger_word
from studio.safetensors_header import Header, read_header

MAX_LORA_MB = 4000


def header_of(file: Path, base_model: BaseModel) -> Header:
    """The header of a LoRA file for that base model, as far as its header shows. Errors: StudioError."""
    header = read_header(file)
    name, size = shown(file.name), file.stat().st_size
    if size > MAX_LORA_MB * 1_000_000:
        raise StudioError(f"{name} is {size / 1e9:.1f} GB; LoRA files of up to {MAX_LORA_MB / 1000:g} GB are fine.")
    family = lora_family(header)
    if family not in (None, base_model.family):
        title = BASE_MODELS[family].title if family in BASE_MODELS else "Stable Diffusion 2"
        raise StudioError(
            f"{name} is a LoRA for {title} and does not fit {base_model.title}. Choose the base model that it was made "
            "for, or another file."
        )
    return header


def trigger_word_in(header: Header) -> str | None:
    """The trigger word that the file's own metadata names, if it is one that fits."""
    words = header.metadata.get("modelspec.trigger_phrase", "").split()
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
