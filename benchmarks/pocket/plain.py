"""`python -m benchmarks.pocket.plain`: is a lesson's LoRA as good as that of the plain loop, and sooner there?

The ten subjects of benchmarks.pocket.teaching, each taught twice: by the product's lesson as it is by default, and by a
loop as diffusers' train_dreambooth_lora_sdxl.py has it (benchmarks.plain_loop): the same photos, rank, learning rate,
schedule and batch size, for PLAIN_STEPS; whole photos, not mirrored, encoded anew at every step, timesteps from 0
to 999. The pictures of both are made by the product's sampler from the same words and seeds.

`--only-speed N` times N steps of both in turn, in one process, and reads no pictures.
"""

import argparse
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from benchmarks import plain_loop
from benchmarks.pocket.lessons import THE_LESSON, Loop, OnStep, School, give_lessons, lesson_on, make_taught, seconds_of
from benchmarks.pocket.pictures import kept, load_pocket, write_sheet
from benchmarks.pocket.reading import readers
from benchmarks.pocket.subjects import Pupil, asks, pupils
from benchmarks.pocket.tables import Share, markdown, write_json
from benchmarks.pocket.teaching import PICTURES, SUBJECTS, compare, lesson_arguments
from pipeline import devices
from pipeline.families.loaded_model import LoadedModel
from pipeline.loras.lora import Lora
from studio.jobs.requests import TrainingRequest
from training import run as lesson

TIMESTEPS = 1000
PLAIN_STEPS = 320  # 1280 samples, at which it was found to be as good as balanced lessons of as many
ROUNDS = 2  # of the timed steps of each loop, in turn: whatever else the computer does is not one loop's alone


def by_the_plain_loop(
    loaded: LoadedModel, request: TrainingRequest, photos: Sequence[Path], folder: Path, on_step: OnStep
) -> Lora:
    """Everything random comes from the recipe's seed. It keeps no checkpoints."""
    recipe, side = request.recipe, request.recipe.resolution
    torch.manual_seed(recipe.seed)  # peft's first weights
    generator = torch.Generator().manual_seed(recipe.seed)
    pixels, sizes = opened(photos, side)
    words = loaded.encode_prompts([request.instance_prompt]).repeated(recipe.batch_size)
    rows = shuffled(len(photos), generator)
    with plain_loop.plain_lora(loaded, recipe.rank, recipe.alpha) as lora:
        for step in range(recipe.steps):
            some = torch.tensor([next(rows) for _ in range(recipe.batch_size)])
            mean, std = loaded.encode_pixels(pixels[some])
            latents = mean + std * torch.randn(mean.shape, generator=generator).to(mean)
            noise = torch.randn(mean.shape, generator=generator).to(mean)
            timesteps = torch.randint(TIMESTEPS, (len(some),), generator=generator).to(mean.device)
            told = words.with_sizes(sizes[some].to(mean))
            noisy = loaded.objective.add_noise(latents, noise, timesteps)
            on_step(step + 1, lora.step(noisy, noise, timesteps, told, lesson.learning_rate_at(step, recipe)))
        return lora.lora(request.trigger_word)


THE_PLAIN_LOOP = Loop(name="plain-", teach=by_the_plain_loop, steps=PLAIN_STEPS)
LOOPS = {"the lesson": THE_LESSON, "the plain loop": THE_PLAIN_LOOP}


def opened(photos: Sequence[Path], side: int) -> tuple[Tensor, Tensor]:
    """Square photos as the script sees them: (n, 3, side, side) in [-1, 1], and the sizes SDXL is told of, (n, 6)."""
    pixels, sizes = [], []
    for photo in photos:
        with Image.open(photo) as image:
            small = image.convert("RGB").resize((side, side), Image.Resampling.LANCZOS)
            pixels.append(torch.from_numpy(np.array(small)).permute(2, 0, 1).float() / 127.5 - 1)
            sizes.append([image.height, image.width, 0, 0, side, side])
    return torch.stack(pixels), torch.tensor(sizes, dtype=torch.float32)


def shuffled(count: int, generator: torch.Generator) -> Iterator[int]:
    """All rows in a new order, again and again, so that every batch is full."""
    while True:
        yield from torch.randperm(count, generator=generator).tolist()


def run(arguments: argparse.Namespace) -> None:
    class_of = pupils(1 if arguments.quick else arguments.subjects, arguments.seed)
    files = {name: give_lessons(class_of, arguments, loop) for name, loop in LOOPS.items()}
    loaded = load_pocket(arguments.model, arguments.device)
    model = readers.load(arguments.readers, arguments.device)
    shares: dict[str, dict[str, Share]] = {name: {} for name in LOOPS}
    each, sheets = [], []
    for pupil in class_of:
        asked = asks(pupil, 2 if arguments.quick else arguments.pictures)
        shots, row = [ask.shot for ask in asked], [pupil.words]
        for name in LOOPS:
            lora = files[name][pupil.name]
            file = arguments.work / f"{lora.stem}-{arguments.seed}-{len(asked)}.npy"
            pictures = kept(file, partial(make_taught, loaded, [lora], shots))
            sheets.append(pictures)
            own: dict[str, Share] = {}
            read = readers.read(pictures, model)
            compare(pupil, asked, read, own)
            compare(pupil, asked, read, shares[name])
            row += [str(own["attributes"]), str(own["place"])]
        each.append(row)
    seconds = {name: statistics.mean(seconds_of(file) for file in files[name].values()) for name in LOOPS}
    order = ["attributes", "place", "kind", "one creature"]
    order += [name for name in shares["the lesson"] if name not in order]
    rows = [[f"{name.replace('_', ' ')} right", *(shares[loop][name] for loop in LOOPS)] for name in order]
    taken = [f"seconds per lesson, {arguments.lessons_at_once} at once", *(f"{seconds[loop]:.1f}" for loop in LOOPS)]
    print(f"{devices.in_words(loaded.device)}, {loaded.dtype}, {arguments.preset}\n")
    print(markdown(["", *LOOPS], [*rows, taken]))
    header = [f"{loop}: {what}" for loop in LOOPS for what in ("attributes right", "place right")]
    print("\n" + markdown(["subject", *header], each))
    write_sheet(arguments.work / "plain.jpg", np.concatenate(sheets), columns=len(sheets[0]))
    measured = {loop: {name: shares[loop][name].to_json() for name in order} for loop in LOOPS}
    facts = {"preset": arguments.preset, "seed": arguments.seed, "lessons_at_once": arguments.lessons_at_once}
    write_json(arguments.work / "plain.json", {**facts, "measured": measured, "seconds": seconds})


def run_speed(arguments: argparse.Namespace, steps: int) -> None:
    """Seconds before the first step and for each step of both loops, and what follows for a whole lesson."""
    loaded = load_pocket(arguments.model, arguments.device)
    pupil = pupils(1, arguments.seed)[0]
    ahead: dict[str, list[float]] = {name: [] for name in LOOPS}
    each: dict[str, list[float]] = {name: [] for name in LOOPS}
    for number in range(ROUNDS):
        for name, loop in LOOPS.items():
            first, others = timed(pupil, School.of(arguments, loop), loaded, steps, number)
            print(f"{name}: {first:.1f} s to the first step, then {statistics.median(others):.2f} s each", flush=True)
            ahead[name].append(first - statistics.median(others))
            each[name] += others
    rows = []
    for name, loop in LOOPS.items():
        before, step = statistics.median(ahead[name]), statistics.median(each[name])
        whole = lesson_on(pupil, School.of(arguments, loop), loaded)[0].recipe.steps
        minutes = (before + whole * step) / 60
        rows.append([name, f"{before:.2f}", f"{step:.3f}", f"{min(each[name]):.3f}", str(whole), f"{minutes:.2f}"])
    threads = f"{torch.get_num_threads()} threads, torch {torch.__version__}"
    print(f"{devices.in_words(loaded.device)}, {threads}, {ROUNDS} times {steps} steps in turn\n")
    header = ["loop", "seconds before the first step", "seconds per step (median)", "fastest step", "steps", "minutes"]
    print(markdown(header, rows))


def timed(pupil: Pupil, school: School, loaded: LoadedModel, steps: int, number: int) -> tuple[float, list[float]]:
    """Seconds until the first of so many steps was done, and those that each of the others took."""
    request, photos = lesson_on(pupil, replace(school, steps=steps), loaded)
    folder = school.work / "speed" / f"{number}-{time.time_ns()}"
    at = [time.monotonic()]

    def on_step(step: int, loss: Tensor | float) -> None:
        float(loss)  # waits for the device
        at.append(time.monotonic())

    school.loop.teach(loaded, request, photos, folder, on_step)
    gaps = [after - before for before, after in pairwise(at)]
    return gaps[0], gaps[1:]


if __name__ == "__main__":
    command = lesson_arguments(__doc__)
    command.add_argument("--subjects", type=int, default=SUBJECTS)
    command.add_argument("--pictures", type=int, default=PICTURES, help="of each subject")
    command.add_argument("--only-speed", type=int, metavar="N", help="time N steps of both loops and read no pictures")
    given = command.parse_args()
    if given.only_speed:
        run_speed(given, given.only_speed)
    else:
        run(given)
