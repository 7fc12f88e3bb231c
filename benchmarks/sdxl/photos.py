"""Five pictures of 1024x1024 pixels, drawn by chance: what is on a photo has no say in speed and memory."""

from pathlib import Path

import numpy as np
from PIL import Image

COUNT, SIDE = 5, 1024


def take(folder: Path) -> list[Path]:
    """Writes them as PNG files."""
    folder.mkdir(parents=True, exist_ok=True)
    chance, paths = np.random.default_rng(0), []
    for number in range(COUNT):
        coarse = Image.fromarray(chance.integers(0, 255, (16, 16, 3), np.uint8))
        paths.append(folder / f"{number}.png")
        coarse.resize((SIDE, SIDE), Image.Resampling.BICUBIC).save(paths[-1])
    return paths
