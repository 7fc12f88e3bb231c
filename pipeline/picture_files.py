"""Picture files: PNGs that say how they were made, in A1111's words for other programs and in Cuddle's own JSON."""

import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PIL import Image, UnidentifiedImageError
from PIL.PngImagePlugin import PngInfo

from studio.checks import shown
from studio.errors import StudioError
from studio.requests import PictureRequest
from studio.samplers import SAMPLERS, sampler_named

PARAMETERS = "parameters"
OWN_CHUNK = "cuddle"
VERSION = "cuddle-0.1"
MAX_TEXT = 200_000  # characters of a chunk that are read at all
MAX_PIXELS = 2**28

_PAIR = re.compile(r'\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)')  # A1111's own


@dataclass(frozen=True, kw_only=True, slots=True)
class LoraTag:
    """A LoRA as other programs know it: its file's stem, its strength, and the 12 hex digits of its hash."""

    stem: str
    strength: float
    file_hash: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Parameters:
    """A `parameters` text taken apart: prompt, negative prompt, and every setting as text by its name."""

    prompt: str
    negative_prompt: str
    settings: Mapping[str, str]


def parameters_text(request: PictureRequest, seed: int, base_model_title: str, loras: Sequence[LoraTag] = ()) -> str:
    """A1111's text for one picture: the prompt with LoRA tags, the negative prompt, one line of settings."""
    sampler = sampler_named(request.sampler)
    karras = sampler.webui_schedule == "Karras"  # ComfyUI looks for it in the sampler, A1111 in the schedule
    tags = "".join(f" <lora:{lora.stem}:{lora.strength:g}>" for lora in loras)
    settings = {
        "Steps": str(request.steps),
        "Sampler": f"{sampler.webui_sampler} Karras" if karras else sampler.webui_sampler,
        "Schedule type": sampler.webui_schedule,
        "CFG scale": f"{request.guidance_scale:g}",
        "Seed": str(seed),
        "Size": f"{request.width}x{request.height}",
        "Model": _quoted(base_model_title),
        "RNG": "CPU",
        **_more_settings(request),
    }
    if hashes := {lora.stem: lora.file_hash for lora in loras if lora.file_hash}:
        settings["Lora hashes"] = _quoted(", ".join(f"{stem}: {digits}" for stem, digits in hashes.items()))
        settings["Hashes"] = json.dumps({f"lora:{stem}": digits for stem, digits in hashes.items()})
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


def png_bytes(
    image: Image.Image, request: PictureRequest, seed: int, base_model_title: str, loras: Sequence[LoraTag] = ()
) -> bytes:
    """The PNG with its parameters inside. Its own chunk holds the request of this one picture: its seed, count 1."""
    info = PngInfo()
    text = parameters_text(request, seed, base_model_title, loras)
    if text.isascii():
        info.add_text(PARAMETERS, text)
    else:
        info.add_itxt(PARAMETERS, text)  # as Latin-1 text ComfyUI would misread it
    own = {"version": VERSION, "request": replace(request, seed=seed, count=1).to_json()}
    info.add_text(OWN_CHUNK, json.dumps(own))
    buffer = io.BytesIO()
    image.save(buffer, "PNG", pnginfo=info, compress_level=4)
    return buffer.getvalue()


def check_png(content: bytes, width: int, height: int) -> None:
    """Decode a PNG wholly and check its size and that its parameters are there. Errors: ValueError."""
    with Image.open(io.BytesIO(content)) as image:
        image.load()
        if image.format != "PNG" or image.size != (width, height) or PARAMETERS not in image.info:
            raise ValueError(f"the picture is {image.format} {image.size}; {width}x{height} PNG was made")


def thumbnail_bytes(image: Image.Image, side: int = 384) -> bytes:
    """A small JPEG copy, at most `side` pixels wide and high."""
    small = image.copy()
    small.thumbnail((side, side), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=85)
    return buffer.getvalue()


def read_request(file: Path) -> PictureRequest:
    """The request that a picture of Cuddle was made from, to make it again. Errors: StudioError for any other file."""
    own = _chunks(file).get(OWN_CHUNK)
    if not isinstance(own, str):
        raise StudioError(f"{shown(file.name)} was not made by Cuddle. A PNG downloaded from Pictures is fine.")
    try:
        return PictureRequest.from_json(json.loads(own[:MAX_TEXT])["request"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, StudioError) as error:
        raise StudioError(
            f"The parameters in {shown(file.name)} are damaged. A PNG downloaded from Pictures is fine."
        ) from error


def read_parameters(file: Path) -> Parameters:
    """The A1111 parameters of a PNG made anywhere. Errors: StudioError when it has none."""
    text = _chunks(file).get(PARAMETERS)
    if not isinstance(text, str):
        raise StudioError(f"{shown(file.name)} carries no parameters. A PNG made by Cuddle or A1111 is fine.")
    return parse_parameters(text)


def sampler_of(settings: Mapping[str, str]) -> str | None:
    """Our name of the sampler that A1111 settings mean; None for one we do not have."""
    name, schedule = settings.get("Sampler", ""), settings.get("Schedule type", "Automatic")
    for row in SAMPLERS.values():
        if name in (row.webui_sampler, f"{row.webui_sampler} {row.webui_schedule}") and schedule == row.webui_schedule:
            return row.name
    return next((row.name for row in SAMPLERS.values() if row.name == name), None)


def _chunks(file: Path) -> dict[str, Any]:
    try:
        with Image.open(file, formats=["PNG"]) as image:
            if image.width * image.height <= MAX_PIXELS:
                image.load()  # text may stand after the pixels
            return {str(name): value for name, value in image.info.items()}
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise StudioError(
            f"{shown(file.name)} cannot be read as a PNG. A PNG made by Cuddle or A1111 is fine."
        ) from error


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False) if any(sign in value for sign in ',:\n"') else value


def _unquoted(value: str) -> str:
    if not (len(value) >= 2 and value[0] == value[-1] == '"'):
        return value.strip()
    try:
        return str(json.loads(value))
    except ValueError:
        return value
