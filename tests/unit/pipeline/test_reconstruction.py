"""studio.photos.reconstruction computes what the pipeline's own autoencoder does."""

import numpy as np
import torch

from pipeline.families.sdxl import SdxlShaped
from studio.photos.reconstruction import reconstructed


@torch.no_grad()
def test_numpy_gives_a_picture_back_as_the_autoencoder_itself_does(loaded: SdxlShaped) -> None:
    pixels = np.random.default_rng(0).uniform(-1, 1, (48, 64, 3)).astype(np.float32)
    vae = loaded.vae
    given = torch.from_numpy(pixels).permute(2, 0, 1)[None]
    back = vae.decode(vae.encode(given).latent_dist.mode()).sample.clamp(-1, 1)
    assert np.abs(back[0].permute(1, 2, 0).numpy() - reconstructed(pixels)).max() < 1e-3
