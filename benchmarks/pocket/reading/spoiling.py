"""Spoils renders the way a picture from a diffusion model is spoilt, so that readers learn not to mind."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

RoundTrip = Callable[[Tensor], Tensor]


def round_trip_through(folder: Path, device: torch.device) -> RoundTrip:
    """Pictures (n, 3, h, w) in 0..1 through the autoencoder in `folder` and back, their latents a little off."""
    from diffusers.models.autoencoders.autoencoder_kl import AutoencoderKL  # only --vae needs diffusers

    vae: Any = AutoencoderKL.from_pretrained(folder)
    vae = vae.to(device).to(memory_format=torch.channels_last).eval()

    @torch.no_grad()
    def round_trip(pictures: Tensor) -> Tensor:
        with torch.autocast(device.type, torch.bfloat16):
            given = (pictures * 2 - 1).contiguous(memory_format=torch.channels_last)
            latents = vae.encode(given).latent_dist.sample()
            strength = torch.rand(len(latents), 1, 1, 1, device=device) * 0.2 / vae.config.scaling_factor
            decoded = vae.decode(latents + strength * torch.randn_like(latents)).sample
        return (decoded.float() / 2 + 0.5).clamp(0, 1)

    return round_trip


def _blurred(pictures: Tensor) -> Tensor:
    kernel = torch.tensor((1.0, 4.0, 6.0, 4.0, 1.0), device=pictures.device) / 16
    across = kernel.view(1, 1, 1, 5).expand(3, 1, 1, 5)
    padded = F.pad(pictures, (2, 2, 2, 2), mode="replicate")
    return F.conv2d(F.conv2d(padded, across, groups=3), across.transpose(2, 3), groups=3)


def _cosines(device: torch.device) -> Tensor:
    """The 64 pictures of 8x8 pixels of the discrete cosine transform, as filters (64, 1, 8, 8), orthonormal."""
    k = torch.arange(8, device=device, dtype=torch.float32)
    matrix = torch.cos((2 * k[None] + 1) * k[:, None] * torch.pi / 16) / 2
    matrix[0] /= 2**0.5
    return torch.einsum("ai,bj->abij", matrix, matrix).reshape(64, 1, 8, 8)


def _blocky(pictures: Tensor, strength: Tensor) -> Tensor:
    """Rounds the cosine coefficients of 8x8 blocks, the fine ones most, as JPEG does; `strength` (n,) in 0..1."""
    n, _, height, width = pictures.shape
    cosines, k = _cosines(pictures.device), torch.arange(8, device=pictures.device)
    fineness = (k[:, None] + k[None]).reshape(1, 64, 1, 1)
    step = 0.02 + strength.repeat_interleave(3).view(3 * n, 1, 1, 1) * (0.04 + 0.03 * fineness)
    coefficients = F.conv2d(pictures.reshape(3 * n, 1, height, width), cosines, stride=8)
    return F.conv_transpose2d(torch.round(coefficients / step) * step, cosines, stride=8).reshape(pictures.shape)


@torch.no_grad()
def spoil(pictures: Tensor, round_trip: RoundTrip | None = None) -> Tensor:
    """Each picture (n, 3, 256, 256) in 0..1 a little off in its own way: light, sharpness, blocks, noise."""
    n, device = len(pictures), pictures.device

    def draw(low: float, high: float, *shape: int) -> Tensor:
        return low + (high - low) * torch.rand(n, *(shape or (1, 1, 1)), device=device)

    if round_trip:
        some = n // 4
        pictures = torch.cat((round_trip(pictures[:some]), pictures[some:]))
    pictures = (pictures * draw(0.93, 1.07, 3, 1, 1) + draw(-0.03, 0.03)).clamp(1e-4, 1) ** draw(0.9, 1.1)
    pictures = torch.lerp(pictures, _blurred(pictures), draw(-0.3, 1.0))
    pictures = _blocky(pictures, (draw(-1.0, 1.0).clamp(min=0)).flatten())
    coarse = F.interpolate(torch.randn(n, 3, 32, 32, device=device), size=pictures.shape[2:], mode="bilinear")
    pictures = pictures + draw(0, 0.035) * coarse + draw(0, 0.05) * torch.randn_like(pictures)
    return pictures.clamp(0, 1)
