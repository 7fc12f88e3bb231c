"""Where the parts of a base model lie, so that it works on cards of 6 GB and is fast on large ones."""

from dataclasses import dataclass

import torch
from torch import nn

from pipeline import devices

# What work beside the weights needs, in bytes, for pictures of SDXL's size: a guided step, decoding in tiles.
WORK_BYTES = 1.9e9
ROOMY_BYTES = 5.5e9  # and with it decoding in one piece, and a lesson that starts with everything in its place


@dataclass(frozen=True, kw_only=True, slots=True)
class Placement:
    """`text_encoders_on_device`: else the processor works for them, a second or two for a prompt.

    `unet_makes_room`: while photos are encoded. `int8`: the UNet's linear layers are kept in 8 bits.
    """

    text_encoders_on_device: bool = True
    unet_makes_room: bool = False
    int8: bool = False


def placement_for(device: torch.device, unet: nn.Module, others: list[nn.Module]) -> Placement:
    """The roomiest placement that the device's memory allows for a UNet and its `others`, autoencoder last."""
    if device.type != "cuda":
        return Placement()
    usable = devices.usable_bytes(device)
    unet_bytes, other_bytes = bytes_of(unet), sum(bytes_of(part) for part in others)
    if unet_bytes + other_bytes + ROOMY_BYTES <= usable:
        return Placement()
    return Placement(text_encoders_on_device=False, unet_makes_room=True, int8=unet_bytes + WORK_BYTES > usable)


def bytes_of(part: nn.Module) -> int:
    """What the weights of a part take."""
    return sum(weight.numel() * weight.element_size() for weight in part.parameters())
