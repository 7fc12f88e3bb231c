"""A LoRA's two files, written, opened again and matched key by key: only then is a lesson or an import done."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from pipeline import lora_files
from pipeline.families.resident import Resident
from pipeline.lora import Lora, LoraLayer
from pipeline.lora_files import About
from studio.requests import TrainingRequest
from training.workshop import Workshop


def keep_lora(workshop: Workshop, resident: Resident, lora: Lora, about: About) -> dict[str, Any]:
    """Write both files. Gives {"kohya", "diffusers", "matched_keys", "bytes"}, files relative to the data folder.

    Errors: StudioError for a full disk; RuntimeError when a file does not hold what was written.
    """
    files = workshop.store.files
    folder = files.lora_folder(about.output_name)
    kohya, diffusers = (folder / name for name in names_of(about).values())
    workshop.write(kohya, lora_files.kohya_bytes(lora, about, resident.file_facts))
    workshop.write(diffusers, lora_files.diffusers_bytes(lora, about, resident.file_facts))
    matched = [check_file(file, lora, resident) for file in (kohya, diffusers)]
    return {
        "kohya": files.relative(kohya),
        "diffusers": files.relative(diffusers),
        "matched_keys": matched[0],
        "bytes": sum(file.stat().st_size for file in (kohya, diffusers)),
    }


def names_of(about: About) -> dict[str, str]:
    """How a LoRA's files are called, by form. The stem of the first is how prompts of other programs name it."""
    return {"kohya": f"{about.output_name}.safetensors", "diffusers": f"{about.output_name}_diffusers.safetensors"}


def about_lesson(request: TrainingRequest, resident: Resident, steps: int) -> About:
    """What the files of a lesson say after that many steps; they may be fewer than the recipe has."""
    recipe = request.recipe
    return About(
        output_name=request.trigger_word,
        trigger_word=request.trigger_word,
        kind=request.kind,
        base_model_title=resident.base_model.title,
        resolution=recipe.resolution,
        photos=len(request.photo_files),
        training={
            "ss_steps": str(steps),
            "ss_max_train_steps": str(recipe.steps),
            "ss_learning_rate": f"{recipe.learning_rate:g}",
            "ss_unet_lr": f"{recipe.learning_rate:g}",
            "ss_batch_size_per_device": str(recipe.batch_size),
            "ss_seed": str(recipe.seed),
            "ss_resolution": f"({recipe.resolution}, {recipe.resolution})",
            "ss_optimizer": "torch.optim.AdamW",
        },
    )


def check_file(file: Path, lora: Lora, resident: Resident) -> int:
    """Open a written file and compare it with the LoRA. Gives how many keys matched.

    Errors: RuntimeError when a layer is missing, or its change is another one.
    """
    title, text_encoders = resident.base_model.title, resident.text_encoders
    found = lora_files.match(lora_files.read(file), resident.unet, title, text_encoders)
    layers, read = _layers(lora), _layers(found.lora)
    if set(read) != set(layers):
        raise RuntimeError(f"{file.name} was written but holds other layers than the LoRA")
    for name, layer in layers.items():
        if not all(map(_is_close, _factors(read[name]), _factors(layer))):
            raise RuntimeError(f"{file.name} was written but its change of {name} is another one")
    return found.matched_keys


def _factors(layer: LoraLayer) -> tuple[Tensor, Tensor]:
    """Down, and up with all of the strength: the same in both forms of file.

    Two equal factors are an equal change; multiplied out, comparing both files of SDXL took 8 seconds.
    """
    return layer.down, layer.up * (layer.alpha / layer.rank)


def _is_close(read: Tensor, meant: Tensor) -> bool:
    """Whether they differ by no more than 16 bits make them."""
    read, meant = read.cpu().float(), meant.cpu().float()
    limit = 0.01 * float(meant.abs().max()) + 1e-6
    return read.shape == meant.shape and torch.allclose(read, meant, rtol=0, atol=limit)


def _layers(lora: Lora) -> dict[tuple[int, str], LoraLayer]:
    """Every layer that a LoRA changes, by the number of its model (the UNet, then the text encoders) and its name."""
    parts = (lora.layers, *lora.text_layers)
    return {(place, name): layer for place, part in enumerate(parts) for name, layer in part.items()}
