"""Five pictures of 1024x1024 pixels, drawn by chance: what is on a photo has no say in speed and memory."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from studio.jobs.recipes import recipe_for
from studio.jobs.requests import TrainingRequest
from studio.models.base_models import BaseModel

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


def lesson_on(paths: Sequence[Path], base_model: BaseModel, options: Mapping[str, object]) -> TrainingRequest:
    """A balanced lesson on them, with `options` in the place of the recipe's numbers."""
    return TrainingRequest(
        subject_name="Dumpling",
        kind="cat",
        trigger_word="dumpling",
        photo_files=tuple(f"photos/{path.name}" for path in paths),
        base_model=base_model.id,
        recipe=recipe_for("balanced", base_model, options, kind="cat", photos=len(paths)),
    )
