"""`python -m benchmarks.sdxl.losses FOLDER`: a lesson's first losses, against a plain loop with diffusers and peft.

The plain loop runs eagerly and knows of the lesson's code nothing but how it draws photos, noise and timesteps. In 16
bits it runs with each of torch's attention kernels: what the lesson's losses, from a captured graph and with compiled
parts, are apart from the first run is to be within what those runs are apart from each other.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

import torch
from peft import LoraConfig, inject_adapter_in_model

from benchmarks.pocket.lessons import write
from benchmarks.pocket.tables import markdown
from benchmarks.sdxl import photos
from pipeline import devices, families, unet_parts
from pipeline.families.resident import Conditions, Resident
from studio.base_models import resolve
from studio.requests import TrainingRequest
from training import acceleration, cache, dataset, lesson
from training.adapter import TARGETS, being_taught
from training.checkpoints import Checkpoints
from training.lesson import Moment


def lesson_losses(resident: Resident, request: TrainingRequest, paths: Sequence[Path], work: Path) -> list[float]:
    """As the product gives it."""
    losses: list[float] = []

    def between(moment: Moment) -> None:
        if moment.loss is not None:
            losses.append(float(moment.loss))

    kept = Checkpoints(work / f"losses-{time.time_ns()}", request, write)
    lesson.teach(resident, request, paths, [], kept, between)
    return losses


def plain_losses(resident: Resident, request: TrainingRequest, paths: Sequence[Path], kernel: str) -> list[float]:
    """A loop as diffusers' scripts have it, with the lesson's first weights, draws and learning rates."""
    recipe, unet = request.recipe, resident.unet
    generator = torch.Generator().manual_seed(recipe.seed)
    material = cache.look_at(resident, dataset.photos_of(request, paths), [], generator, lambda: None)
    alphas = lesson.noise_schedule(resident)
    with being_taught(unet, rank=recipe.rank, alpha=recipe.alpha, seed=recipe.seed, dtype=resident.dtype) as adapter:
        first = {name: weight.clone() for name, weight in adapter.named_weights().items()}
    config = LoraConfig(r=recipe.rank, lora_alpha=int(recipe.alpha), target_modules=list(TARGETS))
    inject_adapter_in_model(config, unet, adapter_name="plain")
    layers: dict[str, Any] = {name: layer for name, layer in unet.named_modules() if hasattr(layer, "lora_A")}
    with torch.no_grad():
        for name, layer in layers.items():
            layer.lora_A["plain"].float().weight.copy_(first[f"{name}.down"])
            layer.lora_B["plain"].float().weight.copy_(first[f"{name}.up"])
    weights = [weight for weight in unet.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(weights, weight_decay=0.01)
    half = torch.autocast("cuda", resident.dtype) if resident.dtype != torch.float32 else nullcontext()
    losses = []
    for step in range(recipe.steps):
        optimizer.param_groups[0]["lr"] = lesson.learning_rate_at(step, recipe)
        drawn = lesson.draw(material, recipe, generator)
        alpha = alphas[drawn.timesteps].view(-1, 1, 1, 1)
        noisy = alpha.sqrt() * drawn.latents + (1 - alpha).sqrt() * drawn.noise
        words = Conditions(hidden=drawn.hidden, pooled=drawn.pooled, sizes=drawn.sizes)
        with half, unet_parts.attending((kernel,) if kernel else ()):
            predicted = resident.denoise(noisy, drawn.timesteps, words, recipe.resolution, recipe.resolution)
        loss = torch.nn.functional.mse_loss(predicted.float(), drawn.noise)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        losses.append(float(loss.detach()))
    for name, layer in layers.items():
        parent, _, last = name.rpartition(".")
        setattr(unet.get_submodule(parent), last, layer.get_base_layer())
    return losses


def run(arguments: argparse.Namespace) -> None:
    if arguments.fp32:
        devices.compute_dtype = lambda device: torch.float32
        torch.backends.cudnn.allow_tf32 = False
    if arguments.compile:
        acceleration.SAMPLES_WORTH_COMPILING = 0
    resident = families.load(resolve(str(arguments.folder)), torch.device(arguments.device))
    paths = photos.take(arguments.work / "photos")
    options = {"steps": arguments.steps, "batch_size": arguments.batch, "seed": 1, "resolution": arguments.resolution}
    options |= {"outside_weight": 1.0, "outside_prior_weight": 0.0}  # the plain loop knows of no outlines
    request = photos.lesson_on(paths, resident.base_model, options)
    others = ("EFFICIENT_ATTENTION", "CUDNN_ATTENTION") if arguments.device == "cuda" else ("MATH",)
    runs: dict[str, Callable[[], list[float]]] = {
        "plain": lambda: plain_losses(resident, request, paths, ""),
        **{f"plain, {kernel}": partial(plain_losses, resident, request, paths, kernel) for kernel in others},
        "the lesson": lambda: lesson_losses(resident, request, paths, arguments.work),
    }
    found = {name: torch.tensor(losses()) for name, losses in runs.items()}
    apart = {name: (losses - found["plain"]).abs() / found["plain"] for name, losses in found.items()}
    print(f"{devices.in_words(resident.device)}, {resident.dtype}, {arguments.steps} steps of {arguments.batch}")
    rows = [
        [n, f"{x[0]:.6f}", f"{x[-1]:.6f}", f"{apart[n].max():.2e}", f"{apart[n].mean():.2e}"] for n, x in found.items()
    ]
    plain = [losses for name, losses in found.items() if name.startswith("plain")]
    spread = max(float(((one - other).abs() / found["plain"]).max()) for one, other in combinations(plain, 2))
    print(markdown(["run", "first loss", "last loss", "apart from plain, most", "on average"], rows), flush=True)
    print(f"the plain runs are up to {spread:.2e} apart from each other")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--fp32", action="store_true")
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--resolution", type=int)
    parser.add_argument("--work", type=Path, default=Path("data/benchmarks"))
    run(parser.parse_args())
