"""The base models a studio can work with, one row each, without loading anything."""

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path

from huggingface_hub import constants

from studio.checks import shown
from studio.errors import StudioError
from studio.models import kinds as model_kinds
from studio.paths import REPOSITORY, written_path
from studio.words import Listing, Message, as_written

_HUB_ID = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}")
_PICKLES = (".ckpt", ".pt", ".pth", ".bin", ".pkl")
CPU_TFLOPS = (0.1, 1.0)  # TFLOP/s in fp32: two laptop cores, and more than a desktop's sixteen keep up


@dataclass(frozen=True, kw_only=True, slots=True)
class BaseModel:
    """One base model. `source`: a folder, a .safetensors file or a Hub repository; sizes: (width, height) in pixels.

    `sample_tflop`: what one training sample costs at its resolution, forward and backward; it says how long a lesson
    takes at least. `learns_on_cpu`: whether a CPU ends a lesson within hours.
    """

    id: str
    family: str
    title: Message
    description: Message
    source: str
    resolution: int
    default_steps: int
    default_guidance_scale: float
    default_sampler: str
    sizes: tuple[tuple[int, int], ...]
    min_gpu_gb: float
    sample_tflop: float
    learns_on_cpu: bool


_SDXL_SIZES = (
    (1024, 1024), (1152, 896), (896, 1152), (1216, 832), (832, 1216), (1344, 768), (768, 1344), (768, 768), (512, 512),
)  # fmt: skip

BASE_MODELS: dict[str, BaseModel] = {
    "pocket": BaseModel(
        id="pocket",
        family="pocket",
        title=Message("base-model-pocket"),
        description=Message("base-model-pocket-help"),
        source=str(REPOSITORY / "pocket" / "model"),
        resolution=256,
        default_steps=20,
        default_guidance_scale=3.0,
        default_sampler="DPM++ 2M Karras",
        sizes=((256, 256), (320, 192), (192, 320)),
        min_gpu_gb=0.0,
        sample_tflop=0.015,
        learns_on_cpu=True,
    ),
    "sdxl": BaseModel(
        id="sdxl",
        family="sdxl",
        title=as_written("Stable Diffusion XL"),
        description=Message("base-model-sdxl-help"),
        source="stabilityai/stable-diffusion-xl-base-1.0",
        resolution=1024,
        default_steps=30,
        default_guidance_scale=6.0,
        default_sampler="DPM++ 2M Karras",
        sizes=_SDXL_SIZES,
        min_gpu_gb=6.0,
        sample_tflop=14.5,
        learns_on_cpu=False,
    ),
    "sd15": BaseModel(
        id="sd15",
        family="sd15",
        title=as_written("Stable Diffusion 1.5"),
        description=Message("base-model-sd15-help"),
        source="stable-diffusion-v1-5/stable-diffusion-v1-5",
        resolution=512,
        default_steps=30,
        default_guidance_scale=7.0,
        default_sampler="DPM++ 2M Karras",
        sizes=((512, 512), (576, 448), (448, 576), (640, 384), (384, 640), (768, 512), (512, 768)),
        min_gpu_gb=4.0,
        sample_tflop=1.7,
        learns_on_cpu=True,
    ),
}


def resolve(base_model: object) -> BaseModel:
    """The row for a name of BASE_MODELS, a folder, a .safetensors file or a Hub repository (owner/name).

    The row's id resolves to the same row again. The kind of a file or folder is told from its header or configuration;
    that of a repository from what is downloaded of it, and until then it is taken for SDXL's.
    Errors: StudioError for anything else, which says what it is.
    """
    if not isinstance(base_model, str) or not base_model or "\0" in base_model or len(base_model) > 1000:
        raise _unknown(base_model)
    if base_model in BASE_MODELS:
        return BASE_MODELS[base_model]
    path = written_path(base_model)
    if os.path.isfile(path / "model_index.json"):
        return _row(str(path.resolve()), path.resolve().name, model_kinds.kind_of_folder(path).family)
    if path.suffix == ".safetensors" and os.path.isfile(path):
        return _row(str(path.resolve()), path.stem, model_kinds.kind_of_file(path.resolve()).family)
    if os.path.isfile(path):  # unlike pathlib, false for a name that is too long for the system
        raise _not_a_model_file(path)
    if _HUB_ID.fullmatch(base_model) and ".." not in base_model and path.suffix not in (".safetensors", *_PICKLES):
        known = next((row for row in BASE_MODELS.values() if row.source == base_model), None)
        return known or _row(base_model, base_model, _family_of_repository(base_model))
    raise _unknown(base_model)


def is_same_elsewhere(base_model: str) -> bool:
    """Whether the id of a row means that model on every machine, as that of a file or folder of this one does not."""
    return base_model in BASE_MODELS or _HUB_ID.fullmatch(base_model) is not None


def automatic(gpu_gb: float | None) -> BaseModel:
    """What "auto" is on a graphics card with that much memory in GB; None: without one, or before it is known."""
    sdxl = BASE_MODELS["sdxl"]
    return sdxl if gpu_gb is not None and gpu_gb >= sdxl.min_gpu_gb else BASE_MODELS["pocket"]


def why_automatic(is_known: bool, gpu_gb: float | None) -> Message:
    """Why "auto" is what it is. Not known: the worker has not said yet what it works on."""
    sdxl = BASE_MODELS["sdxl"]
    if not is_known:
        return Message("auto-not-known-yet")
    if gpu_gb is None:
        return Message("auto-without-card", title=sdxl.title)
    if gpu_gb < sdxl.min_gpu_gb:
        return Message("auto-card-too-small", there=round(gpu_gb), title=sdxl.title, needed=sdxl.min_gpu_gb)
    return Message("auto-card-large-enough", there=round(gpu_gb), title=sdxl.title)


def who_draws_photos(gpu_gb: float | None) -> Message:
    """Which base model can learn from real photos. gpu_gb: as for automatic()."""
    sdxl, sd15 = BASE_MODELS["sdxl"], BASE_MODELS["sd15"]
    for model in (sdxl, sd15):
        if gpu_gb is not None and gpu_gb >= model.min_gpu_gb:
            return Message("photos-drawn-by", title=model.title)
    return Message("photos-drawn-elsewhere", needed=sdxl.min_gpu_gb, title=sd15.title)


def check_learns_on_cpu(base_model: BaseModel, samples: int) -> None:
    """Errors: StudioError for a lesson of that many training samples that a CPU cannot end in a useful time."""
    if base_model.learns_on_cpu:
        return
    tflop = samples * base_model.sample_tflop
    raise StudioError(
        "lesson-too-long-on-cpu",
        title=base_model.title,
        least=_long(tflop / CPU_TFLOPS[1]),
        most=_long(tflop / CPU_TFLOPS[0]),
        samples=samples,
        tflop=base_model.sample_tflop,
        needed=base_model.min_gpu_gb,
    )


def _long(seconds: float) -> Message:
    for key, length in (("some-days", 86400), ("some-hours", 3600)):
        if seconds >= 2 * length:
            return Message(key, count=round(seconds / length))
    return Message("some-minutes", count=max(1, round(seconds / 60)))


def _row(source: str, title: str, family: str) -> BaseModel:
    """A model of that kind from elsewhere: everything but its name is as its family's own."""
    own = BASE_MODELS[family]
    description = Message("base-model-like", title=own.title, source=source)
    return replace(own, id=source, title=as_written(title), description=description, source=source)


def _family_of_repository(repository: str) -> str:
    """The family of a Hub repository, from its configuration in the cache. Errors: StudioError for a wrong kind."""
    snapshot = cached_snapshot(repository)
    return "sdxl" if snapshot is None else model_kinds.kind_of_folder(snapshot).family


def cached_snapshot(repository: str) -> Path | None:
    """The folder in the Hub's cache where a repository's files lie, as far as they were downloaded. No request."""
    folder = Path(constants.HF_HUB_CACHE) / f"models--{repository.replace('/', '--')}"
    try:
        snapshot = folder / "snapshots" / (folder / "refs" / "main").read_text(encoding="utf-8").strip()
        return snapshot if (snapshot / "model_index.json").is_file() else None
    except (OSError, ValueError):
        return None


def is_downloaded(model: BaseModel) -> bool:
    """Whether a base model lies on this computer, with weights in every folder of it. No request."""
    if os.path.exists(model.source):
        return True
    snapshot = cached_snapshot(model.source)
    folders = [] if snapshot is None else [file.parent for file in snapshot.glob("*/config.json")]
    return bool(folders) and all(any(folder.glob("*.safetensors")) for folder in folders)


def _not_a_model_file(path: Path) -> StudioError:
    if path.suffix.lower() in _PICKLES:
        return StudioError("base-model-pickle", file=shown(path.name, 80), suffix=path.suffix)
    return StudioError("base-model-no-safetensors", file=shown(path.name, 80))


def _unknown(base_model: object) -> StudioError:
    known = Listing(list(BASE_MODELS), most=None, style="comma")
    return StudioError("base-model-unknown", name=shown(base_model), known=known)
