"""A job of the kind "explain": how a finished picture came about, step by step, or with one thing of it changed."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from PIL import Image

from pipeline import generate, picture_files
from pipeline.families.loaded_model import LoadedModel
from pipeline.generate import OnStep, Progress, Stage
from studio.errors import NotFound, StudioError
from studio.interop.metadata import PARAMETERS
from studio.jobs.explanations import ExplanationRequest, ExplanationResult, Frame, Variant
from studio.jobs.job import Job
from worker.context import WorkerContext
from worker.pictures import ProgressReporter, lora_needs, loras_of, made_alone, tags_of
from worker.previews import Previews

FRAMES = {Stage.LAYOUT: 2, Stage.PICTURE: 8, Stage.HIRES_FIX: 2}  # of each run; of figures drawn closer there are none
LONGEST_SIDE = 768  # pixels of what is kept
QUALITY = 90
CLEARLY = 24  # of 255: from there on a pixel looks another way


def run(context: WorkerContext, job: Job) -> dict[str, Any]:
    """Make the frames or the variants. Gives the job's result. Errors: StudioError, Cancelled, Stopped."""
    request = job.request
    assert isinstance(request, ExplanationRequest)
    kept, parameters = _kept(context, job, request)
    loaded = context.loaded_for(job, request.base_model)
    maker = _Maker(context=context, job=job, loaded=loaded, request=request)
    context.port.report(job.id, step=0, message=None)
    recorder = _Recorder()
    images = [maker.made(index, None if request.variants else recorder) for index in range(len(request.made))]
    _kept(context, job, request)  # or nobody would ever remove what is written now
    if request.variants:
        files = [maker.write(f"{number:02d}", image) for number, image in enumerate(images)]
        changed = [round(changed_part(kept, image), 3) for image in images]
        variants = tuple(Variant(file=file, changed=part) for file, part in zip(files, changed, strict=True))
        result = ExplanationResult(variants=variants, is_same_recipe=maker.parameters == parameters)
    else:
        frames = (*maker.frames(recorder.steps, kept.size), maker.last_frame(images[0], recorder.has_drawn_closer))
        is_same = maker.parameters == parameters
        result = ExplanationResult(frames=frames, is_same_recipe=is_same, difference=mean_difference(kept, images[0]))
    context.port.files.remove(context.port.files.preview_folder(job.id))
    context.port.report(job.id, step=request.work, message=None)
    return result.to_json()


def _kept(context: WorkerContext, job: Job, request: ExplanationRequest) -> tuple[Image.Image, str]:
    """The picture that it is about, and the parameters in its file. Errors: StudioError when it is gone."""
    try:
        with Image.open(context.port.kept_picture(job.owner, request.picture_id)) as image:
            return image.convert("RGB"), str(image.info.get(PARAMETERS, ""))
    except (NotFound, OSError) as error:
        raise StudioError("explanation-picture-gone") from error


@dataclass(frozen=True, kw_only=True, slots=True)
class _Step:
    """A step of denoising, of which the latents are kept on the CPU."""

    progress: Progress
    number: int
    steps: int


class _Recorder:
    """Keeps every step of a picture."""

    def __init__(self) -> None:
        self._kept: list[Progress] = []

    def __call__(self, progress: Progress) -> None:
        self._kept.append(replace(progress, pred_x0=progress.pred_x0.cpu().clone(), noisy=progress.noisy.cpu().clone()))

    @property
    def has_drawn_closer(self) -> bool:
        """Whether small figures were drawn again, after all steps."""
        return any(one.stage is Stage.DETAILER for one in self._kept)

    @property
    def steps(self) -> list[_Step]:
        """Those that are shown, in order."""
        found: list[_Step] = []
        for stage, most in FRAMES.items():
            of_stage = [one for one in self._kept if one.stage is stage]
            found += [
                _Step(progress=of_stage[index], number=index + 1, steps=len(of_stage))
                for index in evenly(len(of_stage), most)
            ]
        return found


@dataclass(kw_only=True)
class _Maker:
    """Makes the pictures of an explanation and writes what is shown of them."""

    context: WorkerContext
    job: Job
    loaded: LoadedModel
    request: ExplanationRequest

    def __post_init__(self) -> None:
        files = self.context.port.files
        requests = list(enumerate((self.request.picture, *self.request.variants)))
        self._loras = loras_of(self.context, self.job, self.loaded, requests)
        self._previews = Previews(files.preview_folder(self.job.id), self.context.write, self.context.clock)
        own, tags = self.request.picture, tags_of(self.request.picture, self._loras[lora_needs(self.request.picture)])
        self.parameters = picture_files.parameters_of(own, own.seed, self.loaded.base_model, tags)

    def made(self, index: int, also: OnStep | None) -> Image.Image:
        """One of the pictures. also: told of every step. Errors: StudioError, Cancelled, Stopped."""
        request = self.request.made[index]
        reporter = ProgressReporter(
            context=self.context,
            job=self.job,
            loaded=self.loaded,
            previews=self._previews,
            findings={},
            before=sum(one.work for one in self.request.made[:index]),
            own=request.work,
            total=self.request.work,
            size=(request.width, request.height),
        )

        def on_step(progress: Progress) -> None:
            reporter(progress)
            if also is not None:
                also(progress)

        return made_alone(self.context, self.loaded, request, self._loras[lora_needs(request)], on_step)

    def frames(self, steps: Sequence[_Step], size: tuple[int, int]) -> list[Frame]:
        """What is shown of the steps, in a picture of that width and height in pixels."""
        return [self._frame(number, step, size) for number, step in enumerate(steps)]

    def _frame(self, number: int, step: _Step, size: tuple[int, int]) -> Frame:
        self.context.cancellation(self.job.id).check()
        pair = [self._seen(step.progress, latents, size) for latents in (step.progress.noisy, step.progress.pred_x0)]
        noisy, predicted = (self.write(f"{number:02d}-{name}", one) for name, one in zip("ab", pair, strict=True))
        return Frame(
            stage=step.progress.stage.value,
            step=step.number,
            steps=step.steps,
            noisy_file=noisy,
            predicted_file=predicted,
        )

    @torch.no_grad()
    def _seen(self, progress: Progress, latents: torch.Tensor, size: tuple[int, int]) -> Image.Image:
        image = generate.image_of(self.loaded.decode_latents(latents.to(self.loaded.device)))
        if progress.whole is not None:
            return progress.whole(image)
        return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)

    def last_frame(self, image: Image.Image, drawn_closer: bool) -> Frame:
        """The finished picture, to the last bit."""
        buffer = io.BytesIO()
        image.save(buffer, "PNG")
        file = self._write("last.png", buffer.getvalue())
        stage = Stage.DETAILER.value if drawn_closer else "done"
        return Frame(stage=stage, step=0, steps=0, noisy_file=file, predicted_file=file)

    def write(self, name: str, image: Image.Image) -> str:
        """Keep a picture as a small file. Gives how rows name it."""
        small, buffer = image.copy(), io.BytesIO()
        small.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
        small.save(buffer, "JPEG", quality=QUALITY)
        return self._write(f"{name}.jpg", buffer.getvalue())

    def _write(self, name: str, content: bytes) -> str:
        files = self.context.port.files
        folder = files.explained_folder(self.request.picture_id)
        return files.relative(self.context.write(folder / f"{self.request.topic}-{name}", content))


def evenly(count: int, most: int) -> list[int]:
    """At most that many of `count` places from 0, evenly spread, with the first and the last."""
    if count <= most:
        return list(range(count))
    return [round(place * (count - 1) / (most - 1)) for place in range(most)]


def mean_difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart, the mean of 0..255; 255 for two of different sizes."""
    if one.size != other.size:
        return 255.0
    return float(np.abs(_values(one) - _values(other)).mean())


def changed_part(one: Image.Image, other: Image.Image) -> float:
    """How much of a picture looks clearly another way in another one of its size, 0..1."""
    if one.size != other.size:
        return 1.0
    return float((np.abs(_values(one) - _values(other)).max(2) >= CLEARLY).mean())


def _values(image: Image.Image) -> np.ndarray:
    return np.asarray(image.convert("RGB"), np.int16)
