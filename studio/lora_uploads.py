"""A LoRA file on its way in: a first look at its header, without loading it."""

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from studio.base_models import BASE_MODELS, BaseModel
from studio.checks import shown, spoken
from studio.errors import StudioError, storage_error
from studio.model_kinds import lora_family
from studio.names import is_trigger_word
from studio.safetensors_header import Header, read_header

MAX_LORA_MB = 4000
FINE = "A LoRA as a .safetensors file, made for the same base model, is fine"

# What only the keys of other kinds of files hold, and what those are called.
_OTHER_KINDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), what)
    for pattern, what in (
        (r"dora_scale|lora_magnitude_vector", "a DoRA"),
        (r"hada_", "a LoHa (LyCORIS)"),
        (r"lokr_", "a LoKr (LyCORIS)"),
        (r"lora_mid", "a LoCon with a middle part (LyCORIS)"),
        (r"oft_blocks|oft_diag|oft_R", "an OFT file (LyCORIS)"),
        (r"\.on_input$", "an IA3 file (LyCORIS)"),
        (r"\.diff(_b)?$", "a file of whole differences (LyCORIS)"),
        (r"\.[ab][12]\.weight$", "a GLoRA (LyCORIS)"),
        (r"\.w_norm$", "a LyCORIS file that changes norms"),
        (r"double_blocks|single_blocks|single_transformer_blocks", "a LoRA for Flux or a model of its kind"),
        (r"joint_blocks|^(lora_)?transformer[._](transformer|joint)", "a LoRA for Stable Diffusion 3 or Flux"),
        (r"emb_params", "an embedding"),
        (r"control_model", "a ControlNet"),
        (r"first_stage_model\.|^model\.diffusion_model\.", "a whole model"),
    )
)

# What the metadata call a base model (ss_base_model_version, modelspec.architecture), by how the name begins.
_STATED = (
    ("sdxl_", "sdxl"), ("stable-diffusion-xl", "sdxl"), ("sd_v1", "sd15"), ("stable-diffusion-v1", "sd15"),
    ("cuddle_pocket", "pocket"), ("cuddle-pocket", "pocket"), ("sd_v2", "Stable Diffusion 2"),
    ("stable-diffusion-v2", "Stable Diffusion 2"), ("sd3", "Stable Diffusion 3"),
    ("stable-diffusion-3", "Stable Diffusion 3"), ("flux", "Flux"),
)  # fmt: skip
_FAMILIES = {"sd21": "Stable Diffusion 2"}

# Words of captions that anything may be called by.
COMMON_WORDS = {
    "a", "an", "the", "of", "in", "on", "with", "and", "at", "from", "by", "for", "photo", "photograph", "picture",
    "image", "images", "img", "portrait", "drawing", "painting", "style", "1girl", "1boy", "solo", "girl", "boy", "man",
    "woman", "person", "people", "female", "male", "face", "looking", "viewer", "cat", "dog", "animal",
}  # fmt: skip
_PHRASES = ("modelspec.trigger_phrase", "ss_trigger_words", "trigger_words", "trained_words", "activation text")


def other_kind(keys: Iterable[str]) -> str | None:
    """What a file is instead of a LoRA that Cuddle takes in, by its keys; None where none of them says so."""
    keys = list(keys)
    return next((what for pattern, what in _OTHER_KINDS if any(pattern.search(key) for key in keys)), None)


def header_of(file: Path, base_model: BaseModel) -> Header:
    """The header of a LoRA file for that base model, as far as its header shows. Errors: StudioError."""
    header = read_header(file)
    name, size = shown(file.name), file.stat().st_size
    if size > MAX_LORA_MB * 1_000_000:
        raise StudioError(f"{name} is {size / 1e9:.1f} GB; LoRA files of up to {MAX_LORA_MB / 1000:g} GB are fine.")
    if what := other_kind(header.parts):
        raise StudioError(f"{name} is {what}, which Cuddle does not take in. {FINE}.")
    family = lora_family(header) or _stated_family(header.metadata)
    if family not in (None, base_model.family):
        title = BASE_MODELS[family].title if family in BASE_MODELS else _FAMILIES.get(family, family)
        raise StudioError(
            f"{name} is a LoRA for {title} and does not fit {base_model.title}. Choose the base model that it was made "
            "for, or another file."
        )
    return header


def trigger_phrase_in(metadata: Mapping[str, str]) -> str:
    """The words that a file says it was taught with, on one line; "" where it says none.

    They stand there by that name, or are the words of every photo in what kohya's trainer counted (ss_tag_frequency).
    """
    for name in _PHRASES:
        text = metadata.get(name, "")
        listed = _json(text)
        words = ", ".join(word for word in listed if isinstance(word, str)) if isinstance(listed, list) else text
        if phrase := spoken(words)[:200]:
            return phrase
    return next(_counted_phrases(_json(metadata.get("ss_tag_frequency", ""))), "")


def trigger_word_in(header: Header) -> str | None:
    """The trigger word that the file's own metadata name, if it is one that fits: the first that is not common."""
    words = re.split(r"[\s,]+", trigger_phrase_in(header.metadata).lower())
    special = [word for word in words if word not in COMMON_WORDS]
    return special[0] if special and is_trigger_word(special[0]) else None


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


def _counted_phrases(counted: object) -> Iterator[str]:
    """From {folder: {words of a caption: photos}}: the folder's own words ("10_ohwx woman") where captions hold them,
    else the most frequent words that are not common ones.
    """
    for folder, tags in counted.items() if isinstance(counted, dict) else ():
        numbers = {str(tag): count for tag, count in tags.items() if _is_count(count)} if isinstance(tags, dict) else {}
        named = spoken(re.sub(r"^\d+_", "", str(folder)))
        first = next((word for word in named.lower().split() if word not in COMMON_WORDS), None)
        if first is not None and any(first in tag.lower().split() for tag in numbers):
            frequent = max((tag for tag in numbers if first in tag.lower().split()), key=lambda tag: numbers[tag])
            yield spoken(frequent)[:200]
        most = max(numbers.values(), default=0)
        for tag, count in numbers.items():
            if count == most and any(word not in COMMON_WORDS for word in tag.lower().split()):
                yield spoken(tag)[:200]


def _is_count(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _stated_family(metadata: Mapping[str, str]) -> str | None:
    for name in ("ss_base_model_version", "modelspec.architecture"):
        stated = metadata.get(name, "").lower()
        for start, family in _STATED:
            if stated.startswith(start):
                return family
    return None


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
