"""A LoRA file on its way in: a first look at its header, without loading it."""

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from studio.checks import shown, spoken
from studio.errors import StudioError, storage_error
from studio.models.base_models import BASE_MODELS, BaseModel
from studio.models.kinds import lora_family
from studio.models.safetensors_header import Header, read_header
from studio.subjects.everyday_words import is_everyday
from studio.subjects.names import is_trigger_word
from studio.subjects.subject_types import SUBJECT_TYPES
from studio.untyped import is_array, is_object
from studio.words import Message

MAX_LORA_MB = 4000
NUMBERS = frozenset({"F64", "F32", "F16", "BF16", "F8_E4M3", "F8_E5M2"})  # safetensors' words
EMBEDDINGS = "bundle_emb."  # with which OneTrainer begins the names of embeddings that it puts beside a LoRA

# What only the keys of other kinds of files hold, and the keys of what those are called.
_OTHER_KINDS = {
    re.compile(pattern): what
    for pattern, what in (
        (r"oft_blocks|oft_diag|oft_R", "other-oft"),
        (r"\.on_input$", "other-ia3"),
        (r"\.diff(_b)?$", "other-differences"),
        (r"\.[ab][12]\.weight$", "other-glora"),
        (r"\.w_norm$", "other-norms"),
        (r"^emb_params", "other-embedding"),
        (r"control_model", "other-controlnet"),
        (r"first_stage_model\.|^model\.diffusion_model\.", "other-whole-model"),
    )
}
# The same of LoRAs for base models that Cuddle does not work with.
_OTHER_MODELS = {
    re.compile(r"double_blocks|single_blocks|single_transformer_blocks"): "other-flux",
    re.compile(r"joint_blocks|^(lora_)?transformer[._](transformer|joint)"): "other-sd3-or-flux",
}

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


def other_kind(keys: Iterable[str]) -> Message | None:
    """What a file is instead of a LoRA that Cuddle takes in, by its keys; None where none of them says so."""
    return _named_by(_OTHER_KINDS, keys)


def other_model(keys: Iterable[str]) -> Message | None:
    """For which other base models a LoRA is, by its keys; None where none of them says so."""
    return _named_by(_OTHER_MODELS, keys)


def _named_by(rows: Mapping[re.Pattern[str], str], keys: Iterable[str]) -> Message | None:
    keys = list(keys)
    return next((Message(what) for pattern, what in rows.items() if any(pattern.search(key) for key in keys)), None)


def check_numbers(name: str, header: Header) -> None:
    """Checks that its parts are matrices of numbers that a LoRA can hold. Errors: StudioError that names another."""
    for key, part in header.parts.items():
        if key.endswith(".alpha") or key.startswith(EMBEDDINGS):
            continue
        if part.dtype not in NUMBERS:
            raise StudioError("lora-of-other-numbers", name=name, part=shown(key, 90), type=shown(part.dtype))
        if not part.shape or 0 in part.shape:
            raise StudioError("lora-part-empty", name=name, part=shown(key, 90))


def header_of(file: Path, base_model: BaseModel) -> Header:
    """The header of a LoRA file for that base model, as far as its header shows. Errors: StudioError."""
    header = read_header(file)
    name, size = shown(file.name), file.stat().st_size
    if size > MAX_LORA_MB * 1_000_000:
        raise StudioError("lora-too-large", name=name, size=round(size / 1e9, 1), most=MAX_LORA_MB / 1000)
    if what := other_kind(header.parts) or other_model(header.parts):
        raise StudioError("lora-of-other-kind", name=name, what=what)
    check_numbers(name, header)
    family = lora_family(header) or _stated_family(header.metadata)
    if family not in (None, base_model.family):
        title = BASE_MODELS[family].title if family in BASE_MODELS else _FAMILIES.get(family, family)
        raise StudioError("lora-of-other-family", name=name, family=title, title=base_model.title)
    return header


def trigger_phrase_in(metadata: Mapping[str, str]) -> str:
    """The words that a file says it was taught with, on one line; "" where it says none.

    They stand there by that name, or are the name of the folder of photos for kohya's trainer ("10_ohwx woman"), where
    its captions hold them. The most frequent words of captions say nothing: in "1girl, long hair" none is a name.
    """
    for name in _PHRASES:
        text = metadata.get(name, "")
        listed = _json(text)
        words = ", ".join(word for word in listed if isinstance(word, str)) if is_array(listed) else text
        if phrase := spoken(words)[:200]:
            return phrase
    return next(_counted_phrases(_json(metadata.get("ss_tag_frequency", ""))), "")


def trigger_word_in(header: Header, kind: str = "") -> str | None:
    """The trigger word that the file's own metadata state, if they state one that fits; `kind` is the class noun."""
    return stated_word(trigger_phrase_in(header.metadata), kind)


def stated_word(phrase: str, kind: str) -> str | None:
    """The trigger word in a phrase such as "ohwx woman", or in a list of such; None where none stands out.

    "long hair" states none: both of its words are as good. Of several phrases an everyday word is none either.
    """
    kinds = {word for row in SUBJECT_TYPES.values() for word in row.words} | {*kind.lower().split()}
    phrases = [text for text in re.split(r"[,;\n]+", phrase.lower()) if text.strip()]
    for text in phrases:
        words = [word.strip(".:!?\"'()") for word in text.split()]
        special = [word for word in words if word and word not in COMMON_WORDS]
        special = [word for word in special if word not in kinds]
        made_up = [word for word in special if _is_made_up(word)]
        found = made_up if len(special) > 1 else special
        if len(found) != 1 or not is_trigger_word(found[0]):
            continue
        if len(phrases) == 1 or not is_everyday(found[0]):
            return found[0]
    return None


def _is_made_up(word: str) -> bool:
    """Whether it looks like no word of a language, as "ohwx", "sks" and "p3t3r" do."""
    return not set(word) & set("aeiouy") or any(c.isdigit() for c in word) or "hwx" in word


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
    """From {folder: {words of a caption: photos}}: the folder's own ("10_ohwx woman") where captions hold them."""
    for folder, tags in counted.items() if is_object(counted) else ():
        numbers = {str(tag): count for tag, count in tags.items() if _is_count(count)} if is_object(tags) else {}
        named = spoken(re.sub(r"^\d+_", "", str(folder)))
        first = stated_word(named, "")
        if first is not None and any(first in tag.lower().split() for tag in numbers):
            frequent = max((tag for tag in numbers if first in tag.lower().split()), key=lambda tag: numbers[tag])
            yield spoken(frequent)[:200]


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
