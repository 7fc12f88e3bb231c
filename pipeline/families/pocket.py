"""The pocket model: SDXL's shape in small. Only what differs from SDXL stands here."""

import torch

from pipeline.families import sdxl
from pipeline.families.loaded_model import FileFacts
from studio.models.base_models import BaseModel

FACTS = sdxl.Facts(
    files=FileFacts(architecture="cuddle-pocket-v1/lora", base_model_version="cuddle_pocket_v1"),
    stated_size=(256, 256),  # it never saw another size stated, whatever the size of the picture
)


def load(base_model: BaseModel, device: torch.device) -> sdxl.SdxlShaped:
    """The pocket model from its folder. Errors: StudioError."""
    return sdxl.load(base_model, device, FACTS)
