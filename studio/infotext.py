"""A1111's text in picture files: a prompt with LoRA tags, a negative prompt, one line of settings. Written and read.

Forge, SD.Next, Civitai and ComfyUI read it too. The rules are those of A1111's infotext_utils.py and processing.py, and
of its LoRA extension.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from studio.checkpoint_names import CheckpointName
from studio.requests import PictureRequest
from studio.samplers import SAMPLERS, Sampler, sampler_named

VERSION = "cuddle-0.1"
MAX_TEXT = 200_000  # characters that are read at all

# A1111's own, with an end to how long a name may be: without it a long line takes time by its square.
_PAIR = re.compile(r'(\w[\w \-/]{1,60}):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)')
_TAG = re.compile(r"<(?:lora|lyco):([^:<>]{1,200})((?::[^:<>]{0,40}){0,6})>")
_HASH = re.compile(r"([^:,]{1,200}):\s?([0-9a-fA-F]{6,64})(?:,|$)")

# What A1111 means by the schedule "Automatic", where it is not the sampler's plain one.
_AUTOMATIC = {"DPM++ 2M": "Karras", "DPM++ 2M SDE": "Karras", "DPM++ SDE": "Karras", "DPM++ 2S a": "Karras"}


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
    """A1111's text for one picture: the prompt with LoRA tags, the negative prompt, one line of settings."""
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
    settings = {}
    if request.variation_strength:
        settings["Variation seed"] = str(request.variation_seed)
        settings["Variation seed strength"] = f"{request.variation_strength:g}"
    if request.start is not None or request.larger is not None:
        changing = request.start or request.larger
        settings["Denoising strength"] = f"{changing.strength:g}" if changing else ""
    if request.larger is not None:
        settings |= {"Hires upscale": f"{request.larger.scale:g}", "Hires upscaler": "Lanczos"}
    if len(request.subjects) > 1:
        settings["Blending"] = request.blending  # ours alone: other programs add LoRAs everywhere
    return settings


def parse_parameters(text: str) -> Parameters:
    """A `parameters` text as A1111 reads it. Nothing in it is evaluated; what is no setting counts as prompt."""
    *lines, last = text[:MAX_TEXT].strip().split("\n")
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
    settings = {name: _unquoted(value) for name, value in pairs}
    return Parameters(prompt="\n".join(prompt), negative_prompt="\n".join(negative), settings=settings)


def lora_tags(parameters: Parameters) -> tuple[str, list[LoraTag]]:
    """The prompt without its LoRA tags, and the tags, with the hashes that the settings give them.

    A tag is <lora:name:strength>, <lora:name:words' strength:picture's strength> or <lora:name:te=1:unet=0.8>; the
    picture's strength is the one that counts here.
    """
    hashes = dict(_HASH.findall(parameters.settings.get("Lora hashes", "")))
    hashes = {name.strip(): digits.lower()[:12] for name, digits in hashes.items()}
    tags = [
        LoraTag(stem=name, strength=_strength(rest), file_hash=hashes.get(name, ""))
        for name, rest in _TAG.findall(parameters.prompt)
    ]
    return re.sub(" ?" + _TAG.pattern, "", parameters.prompt).strip(), tags


def sampler_of(settings: Mapping[str, str]) -> tuple[Sampler | None, bool]:
    """Our sampler for what A1111 settings mean, and whether it is that very one or only the nearest.

    A schedule may stand beside the sampler or, before A1111 1.9, at the end of its name.
    """
    name, schedule = settings.get("Sampler", ""), settings.get("Schedule type", "")
    if schedule == "Automatic":
        schedule = _AUTOMATIC.get(name, "")
    rows = list(SAMPLERS.values())
    for row in rows:
        if schedule == row.webui_schedule and name in (row.webui_sampler, f"{row.webui_sampler} {schedule}"):
            return row, True
    whole = [row for row in rows if name in (row.name, f"{row.webui_sampler} {row.webui_schedule}")]
    if whole:
        return whole[0], not schedule
    alike = [row for row in rows if name == row.webui_sampler or name.startswith(f"{row.webui_sampler} ")]
    return max(alike, key=lambda row: len(row.webui_sampler), default=None), False


def number_in(text: object) -> float | None:
    """A finite number that a text or a JSON value is, else None."""
    if isinstance(text, bool) or not isinstance(text, int | float | str) or len(str(text)[:50]) > 40:
        return None
    try:
        value = float(text)
    except (ValueError, OverflowError):
        return None
    return value if math.isfinite(value) else None


def _digits(number: float) -> str:
    """A number as shortly as it can be told apart, without an exponent, which Civitai does not read."""
    text = repr(int(number) if float(number).is_integer() else float(number))
    return text if "e" not in text else f"{number:.12f}".rstrip("0").rstrip(".")


def _strength(rest: str) -> float:
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
