"""The small base model, photos for lessons, and diffusers' own pipeline on that model."""

import warnings
from pathlib import Path
from typing import Any

import pytest
import torch

from tests.engine import kept_photos, loaded

__all__ = ["kept_photos", "loaded", "stock"]


@pytest.fixture(scope="module")
def stock(pocket_folder: Path) -> Any:
    """diffusers' own pipeline on the same model."""
    from diffusers import StableDiffusionXLPipeline  # type: ignore[attr-defined]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pipeline: Any = StableDiffusionXLPipeline.from_pretrained(pocket_folder, dtype=torch.float32)
    pipeline.set_progress_bar_config(disable=True)
    return pipeline
