"""The base models a studio can work with, one row each, without loading anything."""

import re
from dataclasses import dataclass
from pathlib import Path

from studio.checks import shown
from studio.errors import StudioError

_REPOSITORY = Path(__file__).resolve().parent.parent
_HUB_ID = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}")


@dataclass(frozen=True, kw_only=True, slots=True)
class BaseModel:
    """One base model. `source`: a folder, a .safetensors file or a Hub repository; sizes: (width, height) in pixels."""

    id: str
    family: str
    title: str
    description: str
    source: str
    resolution: int
    default_steps: int
    default_guidance_scale: float
    default_sampler: str
    sizes: tuple[tuple[int, int], ...]
    min_gpu_gb: float


_SDXL_SIZES = (
    (1024, 1024), (1152, 896), (896, 1152), (1216, 832), (832, 1216), (1344, 768), (768, 1344), (768, 768), (512, 512),
)  # fmt: skip

BASE_MODELS: dict[str, BaseModel] = {
    "pocket": BaseModel(
        id="pocket",
        family="pocket",
        title="Pocket (small, comes with Cuddle)",
        description=(
            "Draws a small cartoon world in 256×256 pixels. No download, no graphics card; good for a first try."
        ),
        source=str(_REPOSITORY / "pipeline" / "pocket" / "model"),
        resolution=256,
        default_steps=20,
        default_guidance_scale=5.0,
        default_sampler="DPM++ 2M Karras",
        sizes=((256, 256), (320, 192), (192, 320)),
        min_gpu_gb=0.0,
    ),
    "sdxl": BaseModel(
        id="sdxl",
        family="sdxl",
        title="Stable Diffusion XL",
        description=(
            "Makes photos and paintings, 1024×1024 pixels. Needs a graphics card with 6 GB or more, one 7 GB download."
        ),
        source="stabilityai/stable-diffusion-xl-base-1.0",
        resolution=1024,
        default_steps=30,
        default_guidance_scale=6.0,
        default_sampler="DPM++ 2M Karras",
        sizes=_SDXL_SIZES,
        min_gpu_gb=6.0,
    ),
}


def resolve(base_model: str) -> BaseModel:
    """The row for a name of BASE_MODELS, "auto", a folder, a .safetensors file or a Hub repository (owner/name).

    The row's id resolves to the same row again. Errors: StudioError for anything else.
    """
    if base_model == "auto":
        return BASE_MODELS["pocket"]
    if base_model in BASE_MODELS:
        return BASE_MODELS[base_model]
    if not isinstance(base_model, str) or not base_model or "\0" in base_model or len(base_model) > 1000:
        raise _unknown(base_model)
    path = Path(base_model)
    is_folder = (path / "model_index.json").is_file()
    is_checkpoint = path.suffix == ".safetensors" and path.is_file()
    if is_folder or is_checkpoint:
        return _sdxl_like(str(path.resolve()), path.stem if is_checkpoint else path.resolve().name)
    if _HUB_ID.fullmatch(base_model) and ".." not in base_model:
        return _sdxl_like(base_model, base_model)
    raise _unknown(base_model)


def _sdxl_like(source: str, title: str) -> BaseModel:
    sdxl = BASE_MODELS["sdxl"]
    return BaseModel(
        id=source,
        family="sdxl",
        title=title,
        description=f"A Stable Diffusion XL model from {source}.",
        source=source,
        resolution=sdxl.resolution,
        default_steps=sdxl.default_steps,
        default_guidance_scale=sdxl.default_guidance_scale,
        default_sampler=sdxl.default_sampler,
        sizes=sdxl.sizes,
        min_gpu_gb=sdxl.min_gpu_gb,
    )


def _unknown(base_model: object) -> StudioError:
    return StudioError(
        f"There is no base model '{shown(base_model)}'. Fine are: auto, {', '.join(BASE_MODELS)}, a folder or a "
        ".safetensors file of an SDXL model on this computer, or a Hub repository written as owner/name."
    )
