"""A LoRA's two files, written, opened again and matched key by key: only then is a lesson or an import done."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from pipeline.families.loaded_model import LoadedModel
from pipeline.loras import files as lora_files
from pipeline.loras.dense_layers import DenseLayer
from pipeline.loras.files import About
from pipeline.loras.lora import Layer, Lora, LoraLayer
from studio.jobs.requests import TrainingRequest
from studio.people.person import Person
from studio.words import in_english
from worker.context import WorkerContext


def keep_lora(context: WorkerContext, owner: Person, loaded: LoadedModel, lora: Lora, about: About) -> dict[str, Any]:
    """Write both files. Gives {"kohya", "diffusers", "matched_keys", "bytes"}, files relative to the data folder.

    Errors: StudioError for a full disk; RuntimeError when a file does not hold what was written.
    """
    files = context.port.files
    folder = files.lora_folder(owner, about.output_name)
    kohya, diffusers = (folder / name for name in names_of(about).values())
    context.write(kohya, lora_files.kohya_bytes(lora, about, loaded.file_facts))
    context.write(diffusers, lora_files.diffusers_bytes(lora, about, loaded.file_facts, _weights_of(loaded)))
    matched = [check_file(file, lora, loaded) for file in (kohya, diffusers)]
    return {
        "kohya": files.relative(kohya),
        "diffusers": files.relative(diffusers),
        "matched_keys": matched[0],
        "bytes": sum(file.stat().st_size for file in (kohya, diffusers)),
    }


def _weights_of(loaded: LoadedModel) -> lora_files.WeightOf:
    def weight_of(place: int, name: str) -> Tensor:
        weight = (loaded.model, *loaded.text_encoders)[place].get_submodule(name).weight
        assert isinstance(weight, Tensor)
        return weight

    return weight_of


def names_of(about: About) -> dict[str, str]:
    """How a LoRA's files are called, by form. The stem of the first is how prompts of other programs name it.

    The second's name says whom it is for: ComfyUI would load the convolutions of it alone, without a word.
    """
    diffusers = f"{about.output_name}_for_diffusers_only.safetensors"
    return {"kohya": f"{about.output_name}.safetensors", "diffusers": diffusers}


def about_training(request: TrainingRequest, loaded: LoadedModel, steps: int) -> About:
    """What the files of a lesson say after that many steps; they may be fewer than the recipe has."""
    recipe = request.recipe
    return About(
        output_name=request.trigger_word,
        trigger_word=request.trigger_word,
        kind=request.kind,
        base_model_title=in_english(loaded.base_model.title),
        resolution=recipe.resolution,
        photos=len(request.photo_files),
        prediction_type=loaded.objective.prediction_type,
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


def check_file(file: Path, lora: Lora, loaded: LoadedModel) -> int:
    """Open a written file and compare it with the LoRA. Gives how many keys matched.

    Errors: RuntimeError when a layer is missing, or its change is another one.
    """
    title, text_encoders = loaded.base_model.title, loaded.text_encoders
    found = lora_files.match(lora_files.read(file), loaded.model, title, text_encoders)
    layers, read = _layers(lora), _layers(found.lora)
    if set(read) != set(layers):
        raise RuntimeError(f"{file.name} was written but holds other layers than the LoRA")
    weight_of = _weights_of(loaded)
    for (place, name), layer in layers.items():
        if not _same(read[place, name], layer, weight_of(place, name)):
            raise RuntimeError(f"{file.name} was written but its change of {name} is another one")
    return found.matched_keys


def _same(read: Layer, meant: Layer, weight: Tensor) -> bool:
    if isinstance(read, LoraLayer) and isinstance(meant, LoraLayer):
        return all(map(_is_close, _factors(read), _factors(meant)))
    if isinstance(read, DenseLayer) and isinstance(meant, DenseLayer) and read.parts.keys() == meant.parts.keys():
        same_scale = read.alpha == meant.alpha or meant.alpha is None
        return same_scale and all(_is_close(read.parts[role], part) for role, part in meant.parts.items())
    return _is_close(read.delta(weight), meant.delta(weight))


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


def _layers(lora: Lora) -> dict[tuple[int, str], Layer]:
    """Every layer that a LoRA changes, by the number of its model (the UNet, then the text encoders) and its name."""
    parts = (lora.layers, *lora.text_layers)
    return {(place, name): layer for place, part in enumerate(parts) for name, layer in part.items()}
