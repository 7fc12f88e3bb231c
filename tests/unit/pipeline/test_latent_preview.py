"""The map from latents to colours: found by least squares, read from a file, and shown at the size asked for."""

import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from pipeline import latent_preview

MIX = torch.tensor([[0.05, 0.0, 0.02, 0.01], [0.0, -0.04, 0.01, 0.0], [0.02, 0.02, 0.0, 0.06]])


def linear_decoder(latents: Tensor) -> Tensor:
    """An autoencoder whose colours really are a linear map of the latents."""
    colours = torch.einsum("rc,bchw->brhw", MIX, latents) + 0.5
    return torch.nn.functional.interpolate(colours, scale_factor=8)


def test_the_fitted_map_gives_the_colours() -> None:
    latents = torch.randn(1, 4, 32, 48, generator=torch.Generator().manual_seed(1))
    expected = linear_decoder(latents)[0, :, ::8, ::8].permute(1, 2, 0).numpy()

    shown = np.asarray(latent_preview.fit(linear_decoder, 4).image(latents, 48, 32)) / 255

    assert np.abs(shown - expected).max() < 0.01


def test_a_stored_map_is_read_and_the_preview_has_the_size_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "preview.json"
    file.write_text(json.dumps({"weight": [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]], "bias": [0.5, 0.5, 0]}))

    preview = latent_preview.read(file).image(torch.zeros(1, 4, 4, 6), 48, 32)

    assert preview.size == (48, 32)
    assert preview.getpixel((20, 20)) == (128, 128, 0)
