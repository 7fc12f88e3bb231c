"""Pictures of a kind in general ("a photo of a cat"), for prior preservation: made once per kind and base model."""

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

from pipeline import generate
from pipeline.families.loaded_model import LoadedModel
from pipeline.multi_subject.wording import class_prompt

COUNT = 20  # as many as the most photos there can be; at batch 4 each is seen in every fifth step


def ready(
    loaded: LoadedModel,
    kind: str,
    resolution: int,
    folder: Path,
    write: Callable[[Path, bytes], object],
    on_picture: Callable[[int], None],
    on_step: generate.OnStep,
) -> list[Path]:
    """The class pictures, made where they are missing. on_picture is called with how many there are."""
    base_model = loaded.base_model
    name = hashlib.sha256(f"{base_model.id}\n{kind}\n{resolution}".encode()).hexdigest()[:16]
    files = [folder / name / f"{number:02d}.png" for number in range(COUNT)]
    missing = [(seed, file) for seed, file in enumerate(files) if not file.is_file()]
    if not missing:
        return files
    settings = generate.Settings(
        sampler=base_model.default_sampler,
        steps=base_model.default_steps,
        guidance_scale=base_model.default_guidance_scale,
        width=resolution,
        height=resolution,
    )
    conditions = generate.encode_guided(loaded, class_prompt(kind), "")
    for seed, file in missing:
        image = generate.picture(loaded, settings, conditions, seed, on_step)
        buffer = io.BytesIO()
        image.save(buffer, "PNG")
        write(file, buffer.getvalue())
        on_picture(seed + 1)
    return files
