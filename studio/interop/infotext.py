"""A1111's text in picture files: a prompt with LoRA tags, a negative prompt, one line of settings. Written and read.

Forge, SD.Next, Civitai and ComfyUI read it too. The rules are those of A1111's infotext_utils.py and processing.py, and
of its LoRA extension.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from studio.jobs.requests import PictureRequest
from studio.models.checkpoint_names import CheckpointName
from studio.pictures.options import values_typed
from studio.pictures.samplers import SAMPLERS, Sampler, sampler_named
from studio.untyped import is_array, is_object
from studio.words import Message, in_english

VERSION = "cuddle-0.1"
MAX_TEXT = 200_000  # characters that are read at all

# A1111's own, with an end to how long a name may be: without it a long line takes time by its square.
_PAIR = re.compile(r'(\w[\w \-/]{1,60}):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)')
_TAG = re.compile(r"<(?:lora|lyco):([^:<>]{1,200})((?::[^:<>]{0,40}){0,6})>")
_HASH = re.compile(r"([^:,]{1,200}):\s?([0-9a-fA-F]{6,64})(?:,|$)")

# What A1111 since 1.9 means by the schedule "Automatic"; elsewhere it is the plain one, which was all there was before.
_AUTOMATIC = {
    "DPM++ 2M": "Karras", "DPM++ SDE": "Karras", "DPM++ 2S a": "Karras", "DPM2": "Karras", "DPM2 a": "Karras",
    "Restart": "Karras", "DPM++ 2M SDE": "Exponential", "DPM++ 2M SDE Heun": "Exponential",
    "DPM++ 3M SDE": "Exponential",
}  # fmt: skip
_PLAIN = "Normal"
_OF_ITS_OWN = {"DDIM", "UniPC"}  # samplers whose levels no schedule changes unless one is named

CIVITAI = "Civitai resources"  # JSON: what a picture of Civitai's own generator was made with
_JSON_SETTING = re.compile(r"\b(Civitai (?:resources|metadata)): ?(?=[\[{])")


@dataclass(frozen=True, kw_only=True, slots=True)
class LoraTag:
    """A LoRA as other programs know it: its file's stem, its strength, and up to 12 hex digits of its hash."""

    stem: str
    strength: float
    file_hash: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Parameters:
    """A `parameters` text taken apart: prompt, negative prompt, and every setting as text by its name."""

    prompt: str
    negative_prompt: str
    settings: Mapping[str, str]


def parameters_text(
    request: PictureRequest, seed: int, checkpoint: CheckpointName, loras: Sequence[LoraTag] = ()
) -> str:
    """A1111's text for one picture: the prompt with LoRA tags, the negative prompt, one line of settings.

    For a sheet of several it is that of its first picture, with what varies and how many there are.
    """
    of_sheet = _sheet_settings(request)
    if request.grid is not None:
        request = request.one(0)
        seed = request.seed
    sampler = sampler_named(request.sampler)
    karras = sampler.webui_schedule == "Karras"  # ComfyUI looks for it in the sampler, A1111 in the schedule
    tags = "".join(f" <lora:{lora.stem}:{_digits(lora.strength)}>" for lora in loras)
    settings = {
        "Steps": str(request.steps),
        "Sampler": f"{sampler.webui_sampler} Karras" if karras else sampler.webui_sampler,
        "Schedule type": sampler.webui_schedule,
        "CFG scale": _digits(request.guidance_scale),
        "Seed": str(seed),
        "Size": f"{request.width}x{request.height}",
        **({"Model hash": checkpoint.file_hash} if checkpoint.file_hash else {}),
        "Model": _quoted(checkpoint.stem),
        "RNG": "CPU",
        **_more_settings(request),
        **of_sheet,
    }
    hashes = {lora.stem: lora.file_hash for lora in loras if lora.file_hash}
    if hashes:
        settings["Lora hashes"] = _quoted(", ".join(f"{stem}: {digits}" for stem, digits in hashes.items()))
    known = {"model": checkpoint.file_hash} if checkpoint.file_hash else {}
    known |= {f"lora:{stem}": digits for stem, digits in hashes.items()}
    if known:
        settings["Hashes"] = json.dumps(known)
    settings["Version"] = VERSION
    negative = f"\nNegative prompt: {request.negative_prompt}" if request.negative_prompt else ""
    return f"{request.prompt}{tags}{negative}\n" + ", ".join(f"{name}: {value}" for name, value in settings.items())


def _more_settings(request: PictureRequest) -> dict[str, str]:
    """What A1111 calls variations, pictures that start from another one, and second passes."""
    settings: dict[str, str] = {}
    if request.variation_strength:
        settings["Variation seed"] = str(request.variation_seed)
        settings["Variation seed strength"] = f"{request.variation_strength:g}"
    if changing := request.start or request.inpaint or request.larger:
        settings["Denoising strength"] = f"{changing.strength:g}"
    if request.inpaint is not None:
        settings["Inpaint area"] = "Only masked"
    if request.larger is not None:
        settings |= {"Hires upscale": f"{request.larger.scale:g}", "Hires upscaler": "Lanczos"}
    if len(request.subjects) > 1:
        settings["Blending"] = request.blending  # ours alone: other programs add LoRAs everywhere
    return settings


def _sheet_settings(request: PictureRequest) -> dict[str, str]:
    """What A1111 says of a sheet, and how many pictures of the size that is stated lie beside and below each other."""
    if request.grid is None:
        return {}
    settings = {"Script": "X/Y/Z plot"}
    for side, axis in (("X", request.grid.x), ("Y", request.grid.y)):
        if axis is not None:
            settings |= {
                f"{side} Type": _quoted(in_english(axis.title)),
                f"{side} Values": _quoted(values_typed(axis.values)),
            }
    columns = len(request.grid.x.values)
    return settings | {"Sheet": f"{columns}x{request.grid.cells // columns} labelled pictures of the size stated"}


@dataclass(frozen=True, kw_only=True, slots=True)
class CivitaiResources:
    """What a picture of Civitai names: LoRAs by their titles, the checkpoint's title, and the rest in words."""

    loras: tuple[LoraTag, ...] = ()
    checkpoint: str = ""
    others: tuple[str, ...] = ()


def civitai_resources(settings: Mapping[str, str]) -> CivitaiResources:
    """The resources in settings of Civitai's own generator; none where there are none, or they are damaged."""
    try:
        found = json.loads(settings.get(CIVITAI, "[]"))
    except (ValueError, RecursionError):
        return CivitaiResources(others=(CIVITAI,))
    loras: list[LoraTag] = []
    others: list[str] = []
    checkpoint = ""
    for one in found if is_array(found) else []:
        resource = one if is_object(one) else {}
        kind, title = str(resource.get("type", "")), str(resource.get("modelName") or resource.get("modelVersionId"))
        weight = number_in(resource.get("weight", 1.0))
        if kind in ("lora", "lycoris", "dora", "locon") and weight is not None:
            loras.append(LoraTag(stem=title[:200], strength=weight))
        elif kind == "checkpoint" and not checkpoint:
            checkpoint = title[:200]
        else:
            others.append(f"{kind or 'a resource'} {title}"[:200])
    return CivitaiResources(loras=tuple(loras), checkpoint=checkpoint, others=tuple(others))


# Programs that write their parameters as one JSON object, by what is in it.
_JSON_PROGRAMS = (
    ("SwarmUI", re.compile(r'"sui_image_params"')),
    ("RuinedFooocus", re.compile(r'"RuinedFooocus"')),
    ("Fooocus", re.compile(r'"Fooocus[ "]|"(?:metadata_scheme|adm_guidance|fooocus_scheme)"')),
    ("NovelAI", re.compile(r'"NovelAI|"(?:Comment|n_samples|uncond_scale)"')),
    ("ComfyUI", re.compile(r'"class_type"')),
)


def program_of_json(text: str) -> Message | str:
    """Who wrote a `parameters` text that is a JSON object, for a sentence; "" for any other text."""
    try:
        found = json.loads(text[:MAX_TEXT])
    except (ValueError, RecursionError):
        return ""
    if not isinstance(found, dict):
        return ""
    known = (name for name, sign in _JSON_PROGRAMS if sign.search(text))
    return next(known, Message("unknown-program"))


def parse_parameters(text: str) -> Parameters:
    """A `parameters` text as A1111 reads it. Nothing in it is evaluated; what is no setting counts as prompt."""
    *lines, last = text[:MAX_TEXT].strip().split("\n")
    last, structured = _without_json(last)
    pairs = _PAIR.findall(last)
    if len(pairs) < 3:
        lines, pairs = [*lines, last], []
    prompt: list[str] = []
    negative: list[str] = []
    target = prompt
    for line in (line.strip() for line in lines):
        if target is prompt and line.startswith("Negative prompt:"):
            target, line = negative, line.removeprefix("Negative prompt:").strip()
        target.append(line)
    settings = {name: _unquoted(value) for name, value in pairs} | (structured if pairs else {})
    return Parameters(prompt="\n".join(prompt), negative_prompt="\n".join(negative), settings=settings)


def _without_json(line: str) -> tuple[str, dict[str, str]]:
    """A line of settings without those whose value is JSON, and these: their commas and colons are no signs of it."""
    found: dict[str, str] = {}
    while (match := _JSON_SETTING.search(line)) is not None and len(found) < 4:
        try:
            _, end = json.JSONDecoder().raw_decode(line, match.end())
        except (ValueError, RecursionError):
            break
        found.setdefault(match[1], line[match.end() : end])
        line = f"{line[: match.start()].rstrip(', ')}{line[end:]}"
    return line, found


def lora_tags(parameters: Parameters) -> tuple[str, list[LoraTag]]:
    """The prompt without its LoRA tags, and the tags, with the hashes that the settings give them.

    A tag is <lora:name:strength>, <lora:name:words' strength:picture's strength> or <lora:name:te=1:unet=0.8>; the
    picture's strength is the one that counts here.
    """
    hashes = dict(_HASH.findall(parameters.settings.get("Lora hashes", "")))
    hashes = {name.strip(): digits.lower()[:12] for name, digits in hashes.items()}
    tags = [
        LoraTag(stem=name, strength=tag_strength(rest), file_hash=hashes.get(name, ""))
        for name, rest in _TAG.findall(parameters.prompt)
    ]
    return re.sub(" ?" + _TAG.pattern, "", parameters.prompt).strip(), tags


def sampler_of(settings: Mapping[str, str]) -> tuple[Sampler | None, bool]:
    """Our sampler for what A1111 settings mean, and whether it is that very one or only the nearest.

    A schedule may stand beside the sampler or, before A1111 1.9, at the end of its name; where it stands nowhere, the
    sampler's noise levels are the plain ones. A1111's levels of "Align Your Steps" are not those of ours, unless it is
    Cuddle that names them.
    """
    name, schedule = settings.get("Sampler", ""), settings.get("Schedule type", "")
    rows = list(SAMPLERS.values())
    is_ours = settings.get("Version", "").startswith("cuddle")
    for row in rows:
        if schedule == row.webui_schedule and name in (row.webui_sampler, f"{row.webui_sampler} {schedule}"):
            return row, row.grid != "align" or is_ours
    if schedule in ("", "Automatic"):
        for row in rows:
            by_itself = row.name != row.webui_sampler or name in _OF_ITS_OWN
            if name == f"{row.webui_sampler} {row.webui_schedule}" or (name == row.name and by_itself):
                return row, True
        meant = _AUTOMATIC.get(name, _PLAIN) if schedule else _PLAIN
        for row in rows:
            if (name, meant) == (row.webui_sampler, row.webui_schedule):
                return row, True
    alike = [row for row in rows if name == row.webui_sampler or name.startswith(f"{row.webui_sampler} ")]
    return max(alike, key=lambda row: len(row.webui_sampler), default=None), False


def number_in(text: object) -> float | None:
    """A finite number that a text or a JSON value is, else None. Whole ones stay exact: seeds go up to 2**64 - 1."""
    if isinstance(text, bool) or not isinstance(text, int | float | str) or len(str(text)[:50]) > 40:
        return None
    if isinstance(text, int) or (isinstance(text, str) and re.fullmatch(r"\s*[+-]?[0-9]+\s*", text)):
        return int(text)
    try:
        value = float(text)
    except (ValueError, OverflowError):
        return None
    return value if math.isfinite(value) else None


def _digits(number: float) -> str:
    """A number as shortly as it can be told apart, without an exponent, which Civitai does not read."""
    text = repr(int(number) if float(number).is_integer() else float(number))
    return text if "e" not in text else f"{number:.12f}".rstrip("0").rstrip(".")


def tag_strength(rest: str) -> float:
    named = dict(part.split("=", 1) for part in rest.split(":") if "=" in part)
    plain = [part for part in rest.split(":")[1:] if "=" not in part]
    for text in (named.get("unet"), *reversed(plain[:2]), named.get("te")):
        value = number_in(text)
        if value is not None:
            return value
    return 1.0


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False) if any(sign in value for sign in ',:\n"') else value


def _unquoted(value: str) -> str:
    if not (len(value) >= 2 and value[0] == value[-1] == '"'):
        return value.strip()
    try:
        return str(json.loads(value))
    except ValueError:
        return value
