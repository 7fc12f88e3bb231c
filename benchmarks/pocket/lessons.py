"""Gives lessons with the product's own trainer, several at once where the device has room, and keeps their files."""

import argparse
import json
import multiprocessing
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from benchmarks.pocket.pictures import Shot, load_pocket, make
from benchmarks.pocket.subjects import Pupil, take_photos
from pipeline.families.loaded_model import LoadedModel
from pipeline.loras import files as lora_files
from pipeline.loras.lora import Lora, merged
from studio.jobs.recipes import recipe_for
from studio.jobs.requests import TrainingRequest
from studio.words import in_english
from training.checkpoints import Checkpoints
from training.run import StepInfo, train

OnStep = Callable[[int, Tensor | float], None]  # steps done, and the last one's loss


@dataclass(frozen=True, kw_only=True, slots=True)
class Loop:
    """Who gives the lessons. `teach` works in a folder of its own; `name` begins its files' names.

    `steps` are taken where none are asked for; None: the preset's.
    """

    name: str
    teach: Callable[[LoadedModel, TrainingRequest, Sequence[Path], Path, OnStep], Lora]
    steps: int | None = None


def by_the_lesson(
    loaded: LoadedModel, request: TrainingRequest, photos: Sequence[Path], folder: Path, on_step: OnStep
) -> Lora:
    """The product's own."""

    def between_steps(info: StepInfo) -> None:
        if info.loss is not None:
            on_step(info.step, info.loss)

    return train(loaded, request, photos, (), Checkpoints(folder, request, write), between_steps)


THE_LESSON = Loop(name="", teach=by_the_lesson)


@dataclass(frozen=True, kw_only=True, slots=True)
class School:
    """How all lessons are given. `steps` None is the preset's number; `options`: of studio.jobs.recipes.recipe_for."""

    work: Path
    model: Path | None
    device: str
    preset: str
    steps: int | None
    seed: int
    options: Mapping[str, object] = field(default_factory=dict)
    loop: Loop = THE_LESSON

    @classmethod
    def of(cls, arguments: argparse.Namespace, loop: Loop = THE_LESSON) -> "School":
        """As the command line says."""
        return cls(
            work=arguments.work,
            model=arguments.model,
            device=arguments.device,
            preset=arguments.preset,
            steps=arguments.steps or (8 if arguments.quick else loop.steps),
            seed=arguments.seed,
            options=arguments.options,
            loop=loop,
        )

    def file(self, pupil: Pupil) -> Path:
        """The lesson's LoRA file; another seed, preset, number of steps or option is another file."""
        steps = f"-{self.steps}" if self.steps else ""
        options = "".join(f"-{name}={value}" for name, value in sorted(self.options.items()))
        name = f"{self.loop.name}{self.seed}-{self.preset}{steps}{options}-{pupil.name}-{pupil.kind}.safetensors"
        return self.work / "loras" / name


def write(path: Path, content: bytes) -> None:
    """A file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = path.with_suffix(".part")
    whole.write_bytes(content)
    whole.replace(path)


def lesson_on(pupil: Pupil, school: School, loaded: LoadedModel) -> tuple[TrainingRequest, list[Path]]:
    """What is asked for a pupil, and the photos, which are taken."""
    photos = take_photos(pupil, school.work / "photos" / f"{school.seed}-{pupil.name}")
    recipe = recipe_for(school.preset, loaded.base_model, {**school.options, "steps": school.steps})
    request = TrainingRequest(
        subject_name=pupil.name.capitalize(),
        kind=pupil.kind,
        trigger_word=pupil.name,
        photo_files=tuple(f"photos/{photo.name}" for photo in photos),
        base_model=loaded.base_model.id,
        recipe=recipe,
    )
    return request, photos


def give_lesson(pupil: Pupil, school: School, loaded: LoadedModel) -> Path:
    """One lesson, from photos to the kohya file, as the worker gives it; what it took is in a file beside."""
    request, photos = lesson_on(pupil, school, loaded)
    recipe = request.recipe
    losses: list[float] = []

    def on_step(step: int, loss: Tensor | float) -> None:
        if step % 40 == 0 or step == recipe.steps:
            losses.append(float(loss))

    began = time.monotonic()
    folder = school.work / "checkpoints" / school.file(pupil).stem
    lora = school.loop.teach(loaded, request, photos, folder, on_step)
    about = lora_files.About(
        output_name=pupil.name,
        trigger_word=pupil.name,
        kind=pupil.kind,
        base_model_title=in_english(loaded.base_model.title),
        resolution=recipe.resolution,
        photos=len(photos),
    )
    write(school.file(pupil), lora_files.kohya_bytes(lora, about, loaded.file_facts))
    spent, told = time.monotonic() - began, " ".join(f"{loss:.3f}" for loss in losses)
    write(school.file(pupil).with_suffix(".json"), json.dumps({"steps": recipe.steps, "seconds": spent}).encode())
    print(f"taught {pupil.words}: {recipe.steps} steps in {spent:.0f} s, losses {told}", flush=True)
    return school.file(pupil)


def _give_some(job: tuple[list[Pupil], School]) -> None:
    some, school = job
    loaded = load_pocket(school.model, school.device)
    for pupil in some:
        give_lesson(pupil, school, loaded)


def give_lessons(pupils: Sequence[Pupil], arguments: argparse.Namespace, loop: Loop = THE_LESSON) -> dict[str, Path]:
    """Every lesson whose file is not there yet. Returns the files by the pupils' names."""
    school = School.of(arguments, loop)
    missing = [pupil for pupil in pupils if not school.file(pupil).is_file()]
    at_once = min(arguments.lessons_at_once, len(missing))
    jobs = [(missing[first::at_once], school) for first in range(at_once)]
    if at_once == 1:
        _give_some(jobs[0])
    elif at_once:
        with multiprocessing.get_context("spawn").Pool(at_once) as pool:
            pool.map(_give_some, jobs, chunksize=1)
    return {pupil.name: school.file(pupil) for pupil in pupils}


def seconds_of(file: Path) -> float:
    """What the lesson of this file took."""
    return json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))["seconds"]


def open_lora(file: Path, loaded: LoadedModel) -> Lora:
    """The file read and matched as the product does it."""
    return lora_files.match(lora_files.read(file), loaded.model, loaded.base_model.title).lora


def make_taught(loaded: LoadedModel, files: Sequence[Path], shots: Sequence[Shot]) -> NDArray[np.uint8]:
    """The pictures with the LoRAs in the files, each at full strength."""
    with merged(loaded.model, [(open_lora(file, loaded), 1.0) for file in files]):
        return make(loaded, shots)
