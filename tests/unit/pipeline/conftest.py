"""diffusers' own pipeline on the small base model."""

import warnings
from pathlib import Path
from typing import Any

import pytest
import torch


@pytest.fixture(scope="module")
def stock(pocket_folder: Path) -> Any:
    """diffusers' own pipeline on the same model."""
    from diffusers import StableDiffusionXLPipeline  # type: ignore[attr-defined]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pipeline: Any = StableDiffusionXLPipeline.from_pretrained(pocket_folder, dtype=torch.float32)
    pipeline.set_progress_bar_config(disable=True)
    return pipeline
