"""A quick look at latents: each latent cell becomes one pixel by a linear map, without the autoencoder."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor

FIT_PICTURES = 8
FIT_SIDE = 128  # pixels


@dataclass(frozen=True, kw_only=True, slots=True)
class LatentToRgb:
    """The map. weight: (3, channels), bias: (3,), both giving [0, 1]."""

    weight: Tensor
    bias: Tensor

    def image(self, latents: Tensor, width: int, height: int) -> Image.Image:
        """Receives: (1, channels, h, w) latents. Returns: an RGB picture of width x height pixels."""
        cells = latents[0].float().cpu()
        rgb = torch.einsum("rc,chw->hwr", self.weight, cells) + self.bias
        small = Image.fromarray((rgb.clamp(0, 1) * 255).round().to(torch.uint8).numpy())
        return small.resize((width, height), Image.Resampling.BICUBIC)


def read(file: Path) -> LatentToRgb:
    """The map in a JSON file {"weight": 3 rows of one number per channel, "bias": 3 numbers}."""
    values = json.loads(file.read_text(encoding="utf-8"))
    return LatentToRgb(weight=_fp32(values["weight"]), bias=_fp32(values["bias"]))


def fit(encode: Callable[[Tensor], tuple[Tensor, Tensor]]) -> LatentToRgb:
    """The least-squares map for an autoencoder, from a few drawn colour fields.

    Receives: encode, which takes (batch, 3, height, width) in [-1, 1] and gives the latents' mean first.
    """
    pixels = torch.from_numpy(_colour_fields()).permute(0, 3, 1, 2)  # [0, 1]
    means = torch.cat([encode(pixels[k : k + 1] * 2 - 1)[0].float().cpu() for k in range(len(pixels))])
    factor = pixels.shape[-1] // means.shape[-1]
    colours = torch.nn.functional.avg_pool2d(pixels, factor).permute(0, 2, 3, 1).reshape(-1, 3)
    cells = means.permute(0, 2, 3, 1).reshape(-1, means.shape[1])
    inputs = torch.cat([cells, torch.ones(len(cells), 1)], dim=1)
    solution = torch.linalg.lstsq(inputs.double(), colours.double()).solution.float()  # (channels + 1, 3)
    return LatentToRgb(weight=solution[:-1].T.contiguous(), bias=solution[-1])


def _fp32(numbers: list[Any]) -> Tensor:
    return torch.tensor(numbers, dtype=torch.float32)


def _colour_fields() -> np.ndarray:
    """(pictures, side, side, 3) in [0, 1]: random colours on coarse and fine grids, smoothly joined."""
    random = np.random.default_rng(0)
    fields = []
    for number in range(FIT_PICTURES):
        cells = (2, 3, 5, 8)[number % 4]
        grid = Image.fromarray(random.integers(0, 256, (cells, cells, 3), dtype=np.uint8))
        how = Image.Resampling.BICUBIC if number % 2 else Image.Resampling.NEAREST
        fields.append(np.asarray(grid.resize((FIT_SIDE, FIT_SIDE), how), dtype=np.float32) / 255)
    return np.stack(fields)
