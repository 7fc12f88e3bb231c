"""The map from latents to colours: found by least squares, read from a file, and shown at the size asked for."""

import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from pipeline import latent_preview

MIX = torch.tensor([[1.0, 0.5, 0.0], [0.0, -1.0, 0.3], [0.2, 0.2, 2.0], [0.7, 0.0, -0.4]])


def linear_encoder(pixels: Tensor) -> tuple[Tensor, Tensor]:
    """An autoencoder whose latents really are a linear map of the colours."""
    cells = torch.nn.functional.avg_pool2d(pixels, 8)
    return torch.einsum("cr,brhw->bchw", MIX, cells), torch.zeros(1)


def test_the_fitted_map_gives_the_colours_back() -> None:
    colours = torch.rand(1, 3, 32, 48)
    latents, _ = linear_encoder(torch.nn.functional.interpolate(colours, scale_factor=8) * 2 - 1)

    shown = np.asarray(latent_preview.fit(linear_encoder).image(latents, 48, 32)) / 255

    assert np.abs(shown - colours[0].permute(1, 2, 0).numpy()).max() < 0.01


def test_a_stored_map_is_read_and_the_preview_has_the_size_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "preview.json"
    file.write_text(json.dumps({"weight": [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]], "bias": [0.5, 0.5, 0]}))

    preview = latent_preview.read(file).image(torch.zeros(1, 4, 4, 6), 48, 32)

    assert preview.size == (48, 32)
    assert preview.getpixel((20, 20)) == (128, 128, 0)
