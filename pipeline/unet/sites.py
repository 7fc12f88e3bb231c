"""The layers of a diffusers UNet that a LoRA learns to change."""

from diffusers.models.resnet import ResnetBlock2D
from torch import nn

from pipeline.loras.sites import LoraSites
from pipeline.unet.attention import attentions

CONVOLUTIONS = ("conv1", "conv2", "conv_shortcut")  # of a residual block


def unet_sites(unet: nn.Module, *, convolutions: bool) -> LoraSites:
    """All attention projections, and where it is asked the convolutions of the residual blocks, which draw what is too
    small for attention to look at (LoCon of LyCORIS, 2309.14859, in kohya's form)."""
    return LoraSites(attentions=attentions(unet), layers=residual_convolutions(unet) if convolutions else {})


def residual_convolutions(unet: nn.Module) -> dict[str, nn.Module]:
    """The convolutions of all residual blocks by name, in the UNet's order."""
    blocks = [(name, block) for name, block in unet.named_modules() if isinstance(block, ResnetBlock2D)]
    parts = {f"{name}.{part}": getattr(block, part, None) for name, block in blocks for part in CONVOLUTIONS}
    return {name: part for name, part in parts.items() if isinstance(part, nn.Conv2d)}
