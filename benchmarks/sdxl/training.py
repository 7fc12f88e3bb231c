"""`python -m benchmarks.sdxl.training FOLDER`: whole lessons on full-size SDXL with the product's own parts.

FOLDER is that of benchmarks.sdxl.folder. Loading, looking at five photos, the steps, sample pictures and both LoRA
files are timed one by one; `--gb` allows the process no more than so much of the card's memory, from the beginning.
"""

import argparse
import json
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path

import torch

from benchmarks.pocket.lessons import write
from benchmarks.pocket.tables import markdown
from benchmarks.sdxl import photos
from pipeline import devices, families, generate
from pipeline.families.loaded_model import LoadedModel
from pipeline.loras import files as lora_files
from pipeline.loras.lora import merged
from studio.jobs.requests import TrainingRequest
from studio.models.base_models import resolve
from studio.words import in_english, say
from training import run as lesson
from training import step_plans
from training.checkpoints import Checkpoints
from training.memory import Plan
from training.run import StepInfo

LIMIT = 54.6  # samples/s: 14.46 TFLOP for each at the 790 TFLOP/s that an H200 reaches on large products
WINDOW = 10  # steps between two readings of the clock
STEPS = "steps, with their checkpoints"
SAMPLE_STEPS, SAMPLES = 12, 2  # as worker.samples has them


@dataclass(kw_only=True)
class Watch:
    """Seconds by part, in order."""

    seconds: dict[str, float] = field(default_factory=dict)
    last: float = field(default_factory=time.monotonic)

    def mark(self, part: str) -> None:
        """What passed since the last mark belongs to this part."""
        if torch.cuda.is_available():
            torch.cuda.synchronize()
        now = time.monotonic()
        self.seconds[part] = self.seconds.get(part, 0.0) + now - self.last
        self.last = now


class Course:
    """What happens between the steps: readings of the clock, and sample pictures as the product makes them."""

    def __init__(
        self, loaded: LoadedModel, request: TrainingRequest, watch: Watch, arguments: argparse.Namespace
    ) -> None:
        self.loaded, self.request, self.watch = loaded, request, watch
        self.with_samples, self.wait_for = arguments.pictures, arguments.wait_for
        self.rates: list[float] = []
        self.plan: Plan | None = None
        self.began: tuple[int, float] | None = None
        self.first_step_at = self.last_step_at = 0.0

    def told(self, plan: Plan) -> None:
        self.watch.mark("looking at the photos")
        self.plan = plan
        print(f"  {say(plan.words)} {plan.step_plan}", flush=True)

    def between(self, info: StepInfo) -> None:
        recipe = self.request.recipe
        if info.loss is None:
            return
        if info.step in (1, recipe.steps):
            float(info.loss)  # waits for the device
            self.last_step_at = time.monotonic()
        if info.step == 1:
            self.first_step_at = self.last_step_at
            self.watch.mark("first step (compilation and capture)")
            while self.wait_for is not None and not self.wait_for.exists():
                time.sleep(0.1)
            self.watch.last = time.monotonic()
        if info.step % WINDOW == 0:
            float(info.loss)  # waits for the device
            now = time.monotonic()
            if self.began is not None:
                self.rates.append(recipe.batch_size * (info.step - self.began[0]) / (now - self.began[1]))
            self.began = info.step, now
        if self.with_samples and (info.step % recipe.sample_every_steps == 0 or info.step == recipe.steps):
            self.watch.mark(STEPS)
            self._show(info)
            self.watch.mark("sample pictures")
            self.began = None

    def rate_of(self, seconds: float) -> float:
        """Samples a second of all steps but the first, which took so long: for a lesson too short for two windows."""
        recipe = self.request.recipe
        return recipe.batch_size * (recipe.steps - 1) / seconds

    def _show(self, info: StepInfo) -> None:
        loaded, side = self.loaded, self.request.recipe.resolution
        settings = generate.Settings(
            sampler="DPM++ 2M Karras", steps=SAMPLE_STEPS, guidance_scale=6.0, width=side, height=side
        )
        with info.adapter.disabled(), merged(loaded.model, [(info.adapter.snapshot("sample"), 1.0)]):
            conditions = generate.encode_guided(loaded, self.request.instance_prompt, "")
            for seed in range(SAMPLES):
                generate.picture(loaded, settings, conditions, seed)


def give(loaded: LoadedModel, paths: list[Path], watch: Watch, arguments: argparse.Namespace, number: int) -> Course:
    """One lesson from photos to files."""
    options = {
        "samples": (arguments.first_samples if number == 0 else None) or arguments.samples,
        "batch_size": arguments.batch,
        "seed": number,
        "resolution": arguments.resolution,
    }
    asked = photos.lesson_on(paths, loaded.base_model, options)
    kept = Checkpoints(arguments.work / f"checkpoints-{arguments.gb}-{number}-{time.time_ns()}", asked, write)
    request, plans = lesson.ready(loaded, asked, kept)
    course = Course(loaded, request, watch, arguments)
    lora = lesson.train(loaded, request, paths, [], kept, course.between, lambda: None, plans, course.told)
    watch.mark(STEPS)
    about = lora_files.About(
        output_name="dumpling",
        trigger_word="dumpling",
        kind="cat",
        base_model_title=in_english(loaded.base_model.title),
        resolution=request.recipe.resolution,
        photos=len(paths),
    )
    for form, content in (("kohya", lora_files.kohya_bytes), ("diffusers", lora_files.diffusers_bytes)):
        file = arguments.work / f"{form}-{arguments.gb}-{number}.safetensors"
        write(file, content(lora, about, loaded.file_facts))
        lora_files.match(lora_files.read(file), loaded.model, loaded.base_model.title)
    watch.mark("both files, written and read again")
    return course


def run(arguments: argparse.Namespace) -> None:
    device = torch.device(arguments.device)
    if arguments.gb:
        total = torch.cuda.mem_get_info(device)[1]
        torch.cuda.set_per_process_memory_fraction(arguments.gb * 1e9 / total, torch.cuda.current_device())
    if arguments.compile:
        step_plans.SAMPLES_WORTH_COMPILING = 0
    base_model = resolve(str(arguments.folder))
    watch = Watch()
    paths = photos.take(arguments.work / f"photos-{arguments.gb}")
    watch.last = time.monotonic()
    loaded = families.load(base_model, device)
    watch.mark("loading the base model")
    placement = getattr(loaded, "placement", None)
    print(f"{devices.in_words(device)}, at most {arguments.gb or 'all'} GB; {placement}", flush=True)
    rows = []
    ended_at: float | None = None
    for number in range(arguments.lessons):
        course = give(loaded, paths, watch, arguments, number)
        if ended_at is not None:
            between = course.first_step_at - ended_at
            print(f"\n{between:.2f} s from the last step of one lesson to the end of the next one's first step")
        ended_at = course.last_step_at
        whole = sum(watch.seconds.values())
        rate = statistics.median(course.rates) if course.rates else course.rate_of(watch.seconds[STEPS])
        assert course.plan is not None
        peak = torch.cuda.max_memory_reserved(device) / 1e9 if device.type == "cuda" else 0.0
        seen = course.request.recipe.samples
        print(f"\nlesson {number + 1}: {seen} samples at batch {course.plan.batch_size} in {whole:.1f} s,")
        print(f"{rate:.2f} samples/s ({100 * rate / LIMIT:.0f} % of {LIMIT}), peak memory {peak:.2f} GB")
        print(markdown(["part", "seconds"], [[part, f"{value:.1f}"] for part, value in watch.seconds.items()]))
        rows.append({"seconds": whole, "samples_a_second": rate, "peak_gb": peak, "parts": dict(watch.seconds)})
        watch.seconds.clear()
        watch.last = time.monotonic()
    (arguments.work / f"training-{arguments.gb}-{arguments.batch}.json").write_text(json.dumps(rows, indent=2))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--resolution", type=int)
    parser.add_argument("--samples", type=int, default=800)
    parser.add_argument("--first-samples", type=int, help="of the first lesson, which shows what a cold start costs")
    parser.add_argument("--batch", type=int, default=0, help="0: what fills the card best")
    parser.add_argument("--lessons", type=int, default=1, help="one after the other; from the second on it is warm")
    parser.add_argument("--gb", type=float, default=0, help="of memory, in 10**9 bytes; 0: all there is")
    parser.add_argument("--pictures", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--compile", action="store_true", help="also where a lesson is too short for it to pay")
    parser.add_argument("--wait-for", type=Path, help="after the first step, wait until this file is there, uncounted")
    parser.add_argument("--work", type=Path, default=Path("data/benchmarks"))
    run(parser.parse_args())
