"""The base-model families: one file each says how its kind is loaded, encoded, denoised and named in files."""

from collections.abc import Callable

import torch

from pipeline.families import pocket, sdxl
from pipeline.families.resident import Conditions, FileFacts, Resident
from studio.base_models import BaseModel
from studio.errors import StudioError

__all__ = ["FAMILIES", "Conditions", "FileFacts", "Resident", "load"]

FAMILIES: dict[str, Callable[[BaseModel, torch.device], Resident]] = {"pocket": pocket.load, "sdxl": sdxl.load}


def load(base_model: BaseModel, device: torch.device) -> Resident:
    """The base model on the device. Errors: StudioError for one that is not there, or is of another kind."""
    if base_model.family not in FAMILIES:
        raise StudioError(
            f"{base_model.title} is of the family '{base_model.family}'; fine are: {', '.join(FAMILIES)}."
        )
    return FAMILIES[base_model.family](base_model, device)
