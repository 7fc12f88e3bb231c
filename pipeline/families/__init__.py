"""The base-model families: one file each says how its kind is loaded, encoded, denoised and named in files."""

from collections.abc import Callable
from dataclasses import dataclass

import torch

from pipeline.conditions import Conditions
from pipeline.families import pocket, sd15, sdxl
from pipeline.families.loaded_model import FileFacts, LoadedModel
from studio.errors import StudioError
from studio.hub import base_model_files as hub
from studio.hub.transfer import OnTransfer
from studio.models.base_models import BaseModel
from studio.words import Listing

__all__ = ["FAMILIES", "Conditions", "Family", "FileFacts", "LoadedModel", "fetch", "is_here", "load"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Family:
    """How one kind of base model is loaded. `weight_folders`: of its diffusers folder, the largest last."""

    load: Callable[[BaseModel, torch.device], LoadedModel]
    weight_folders: tuple[str, ...]


FAMILIES: dict[str, Family] = {
    "pocket": Family(load=pocket.load, weight_folders=sdxl.BLUEPRINT.weight_folders),
    "sdxl": Family(load=sdxl.load, weight_folders=sdxl.BLUEPRINT.weight_folders),
    "sd15": Family(load=sd15.load, weight_folders=sd15.BLUEPRINT.weight_folders),
}


def is_here(base_model: BaseModel) -> bool:
    """Whether load() needs no download. No request is made."""
    return hub.is_here(base_model, _family(base_model).weight_folders)


def fetch(base_model: BaseModel, on_download: OnTransfer) -> None:
    """Download what is missing of a model on the Hub; nothing where all is here.

    on_download is told how far it is, and may end it by raising. Errors: StudioError.
    """
    if not is_here(base_model):
        hub.ready(base_model, _family(base_model).weight_folders, on_download)


def load(base_model: BaseModel, device: torch.device) -> LoadedModel:
    """The base model on the device. Errors: StudioError for one that is not there, or is of another kind."""
    return _family(base_model).load(base_model, device)


def _family(base_model: BaseModel) -> Family:
    if base_model.family not in FAMILIES:
        fine = Listing(list(FAMILIES), most=None, style="comma")
        raise StudioError("family-unknown", title=base_model.title, family=base_model.family, fine=fine)
    return FAMILIES[base_model.family]
