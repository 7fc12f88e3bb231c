"""`python -m benchmarks.sdxl.losses FOLDER`: a lesson's first losses, against a plain loop with diffusers and peft.

The plain loop runs eagerly and knows of the lesson's code nothing but how it draws photos, noise and timesteps. In 16
bits it runs with each of torch's attention kernels: what the lesson's losses, from a captured graph and with compiled
parts, are apart from the first run is to be within what those runs are apart from each other.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations
from pathlib import Path

import torch

from benchmarks import plain_loop
from benchmarks.pocket.lessons import write
from benchmarks.pocket.tables import markdown
from benchmarks.sdxl import photos
from pipeline import devices, families
from pipeline.families.loaded_model import LoadedModel
from studio.jobs.requests import TrainingRequest
from studio.models.base_models import resolve
from training import cache, dataset, step_plans
from training import run as lesson
from training.adapter import Adapter
from training.checkpoints import Checkpoints
from training.run import StepInfo


def lesson_losses(loaded: LoadedModel, request: TrainingRequest, paths: Sequence[Path], work: Path) -> list[float]:
    """As the product gives it."""
    losses: list[float] = []

    def between(info: StepInfo) -> None:
        if info.loss is not None:
            losses.append(float(info.loss))

    kept = Checkpoints(work / f"losses-{time.time_ns()}", request, write)
    lesson.train(loaded, request, paths, [], kept, between)
    return losses


def plain_losses(loaded: LoadedModel, request: TrainingRequest, paths: Sequence[Path], kernel: str) -> list[float]:
    """A loop as diffusers' scripts have it, with the lesson's first weights, draws and learning rates."""
    recipe = request.recipe
    generator = torch.Generator().manual_seed(recipe.seed)
    training_data = cache.encode(loaded, dataset.photos_of(request, paths), [], generator, lambda: None)
    adapter = Adapter(loaded.sites(convolutions=False), recipe.rank, recipe.alpha, loaded.dtype, loaded.device)
    adapter.begin(recipe.seed)
    losses = []
    with plain_loop.plain_lora(loaded, recipe.rank, recipe.alpha) as lora:
        lora.load(adapter.named_weights())
        for step in range(recipe.steps):
            drawn = lesson.draw(training_data, recipe, loaded.objective, generator)
            noisy = loaded.objective.add_noise(drawn.batch.latents, drawn.noise, drawn.timesteps)
            words = drawn.batch.conditions
            rate = lesson.learning_rate_at(step, recipe)
            losses.append(lora.step(noisy, drawn.noise, drawn.timesteps, words, rate, (kernel,) if kernel else ()))
    return losses


def run(arguments: argparse.Namespace) -> None:
    if arguments.fp32:
        devices.compute_dtype = lambda device: torch.float32
        torch.backends.cudnn.allow_tf32 = False
    if arguments.compile:
        step_plans.SAMPLES_WORTH_COMPILING = 0
    loaded = families.load(resolve(str(arguments.folder)), torch.device(arguments.device))
    paths = photos.take(arguments.work / "photos")
    options = {"steps": arguments.steps, "batch_size": arguments.batch, "seed": 1, "resolution": arguments.resolution}
    # The plain loop knows of no outlines, and has its LoRA on attention alone, as the script does.
    options |= {"outside_weight": 1.0, "outside_prior_weight": 0.0, "convolutions": False}
    request = photos.lesson_on(paths, loaded.base_model, options)
    others = ("EFFICIENT_ATTENTION", "CUDNN_ATTENTION") if arguments.device == "cuda" else ("MATH",)
    runs: dict[str, Callable[[], list[float]]] = {
        "plain": lambda: plain_losses(loaded, request, paths, ""),
        **{f"plain, {kernel}": partial(plain_losses, loaded, request, paths, kernel) for kernel in others},
        "the lesson": lambda: lesson_losses(loaded, request, paths, arguments.work),
    }
    found = {name: torch.tensor(losses()) for name, losses in runs.items()}
    apart = {name: (losses - found["plain"]).abs() / found["plain"] for name, losses in found.items()}
    print(f"{devices.in_words(loaded.device)}, {loaded.dtype}, {arguments.steps} steps of {arguments.batch}")
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
