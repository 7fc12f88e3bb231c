"""A job of the kind "teach": a lesson with its progress, its sample pictures, and its files at the end."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline import create
from pipeline.create import Progress
from pipeline.families.resident import Resident
from pipeline.lora import attached
from pipeline.lora_files import About
from studio.errors import StudioError
from studio.jobs import Job
from studio.requests import TrainingRequest
from training import class_pictures, lesson
from training.checkpoints import Checkpoints
from training.lesson import Moment
from training.lora_results import keep_lora
from training.pace import Pace
from training.workshop import Workshop

SECONDS_BETWEEN_REPORTS = 0.4
SAMPLE_STEPS = 12  # a sample shows how far the likeness is; fine detail can wait
SAMPLE_STEP_COST = 0.3  # of a training step, until one was measured

NextJob = Callable[[], Job | None]
Work = Callable[[Job], None]

LOADING, LOOKING, PAUSED = "Loading the base model.", "Looking at the photos.", "Making a picture in between."


def run(workshop: Workshop, job: Job, next_between: NextJob, work: Work) -> dict[str, Any]:
    """Teach one subject. Gives the job's result. Errors: StudioError, Cancelled, Stopped.

    next_between gives a job that may be done between two steps, and work does it.
    """
    request = job.request
    assert isinstance(request, TrainingRequest)
    began = workshop.clock()
    files = workshop.store.files
    _check_subject(workshop, request)
    workshop.resident_for(job.id, request.base_model, job.step)
    with workshop.residents.held(request.base_model) as resident:
        course = _Course(workshop, job, request, resident, next_between, work)
        taught = lesson.teach(
            resident,
            request,
            [files.path(file) for file in request.photo_files],
            course.class_pictures(),
            Checkpoints(files.checkpoint_folder(job.id), request, workshop.write),
            course.between_steps,
            course.attention.look,
        )
        _check_subject(workshop, request)
        kept = keep_lora(workshop, resident, taught, _about(request, resident))
    files.remove(files.checkpoint_folder(job.id))
    files.remove(files.preview_folder(job.id))
    workshop.store.jobs.progress(job.id, step=request.recipe.steps, message=course.note)
    return kept | {
        "sample_files": [files.relative(path) for path in sorted(course.sample_folder.glob("*.png"))],
        "seconds": round(workshop.clock() - began, 3),
    }


class _Course:
    """What happens around the steps of one lesson."""

    def __init__(
        self,
        workshop: Workshop,
        job: Job,
        request: TrainingRequest,
        resident: Resident,
        next_between: NextJob,
        work: Work,
    ) -> None:
        self._workshop, self._job, self._request, self._resident = workshop, job, request, resident
        self._next_between, self._work = next_between, work
        self.attention = workshop.attention(job.id)
        self.note = "" if job.message in (LOADING, LOOKING, PAUSED) else job.message
        self.sample_folder = workshop.store.files.lora_folder(request.trigger_word) / "samples"
        self._pace = Pace()
        self._sample_seconds: float | None = None
        self._step_began: float | None = None
        self._reported_at = self._asked_at = float("-inf")
        self._say(step=job.step, message=LOOKING)

    def class_pictures(self) -> list[Path]:
        """The pictures of the kind in general, with prior preservation; none without."""
        recipe = self._request.recipe
        if not recipe.prior_preservation:
            return []
        folder = self._workshop.store.files.root / "class_pictures"
        return class_pictures.ready(
            self._resident,
            self._request.kind,
            recipe.resolution,
            folder,
            self._workshop.write,
            lambda made: self._say(
                step=0, message=f"Making pictures of a {self._request.kind}: {made} of {class_pictures.COUNT}."
            ),
            self._listen,
        )

    def between_steps(self, moment: Moment) -> None:
        """Report, show a sample where one is due, do what else waits, and listen for a wish to stop."""
        now = self._workshop.clock()
        if self._step_began is None and moment.step == 0:
            self._workshop.store.files.remove(self.sample_folder)  # of an earlier try
        elif self._step_began is not None:
            self._pace.took(now - self._step_began)
        if self._step_began is None or now - self._reported_at >= SECONDS_BETWEEN_REPORTS or self._ends(moment):
            self._report(moment)
        self.attention.look()
        if moment.loss is not None and (self._ends(moment) or moment.step % self._recipe.sample_every_steps == 0):
            self._show_sample(moment)
        if now - self._asked_at >= SECONDS_BETWEEN_REPORTS and not self._ends(moment):
            self._asked_at = now
            self._do_what_waits(moment)
        self._step_began = self._workshop.clock()

    @property
    def _recipe(self) -> Any:
        return self._request.recipe

    def _ends(self, moment: Moment) -> bool:
        return moment.step == self._recipe.steps

    def _report(self, moment: Moment) -> None:
        loss = None if moment.loss is None else float(moment.loss)
        if moment.loss is not None:
            lesson.check_finite(moment.loss, moment.step)
        self._reported_at = self._workshop.clock()
        self._say(step=moment.step, loss=loss, message=self.note, seconds_left=self._seconds_left(moment.step))

    def _seconds_left(self, step: int) -> float | None:
        steps = self._recipe.steps
        seconds = self._pace.seconds_left(steps - step)
        if seconds is None:
            return None
        every = self._recipe.sample_every_steps
        samples = (steps - 1) // every - step // every + 1
        guess = SAMPLE_STEPS * SAMPLE_STEP_COST * self._pace.seconds_per_step
        return seconds + samples * (self._sample_seconds if self._sample_seconds is not None else guess)

    def _show_sample(self, moment: Moment) -> None:
        """A picture of the subject with the LoRA as it is, always from the same seed."""
        began = self._workshop.clock()
        recipe, base_model = self._recipe, self._resident.base_model
        settings = create.Settings(
            sampler=base_model.default_sampler,
            steps=SAMPLE_STEPS,
            guidance_scale=base_model.default_guidance_scale,
            width=recipe.resolution,
            height=recipe.resolution,
        )
        with self._unharmed(moment), attached(self._resident.unet, [(moment.adapter.snapshot("sample"), 1.0)]):
            conditions = create.guided(self._resident, self._request.instance_prompt, "")
            image = create.picture(self._resident, settings, conditions, recipe.seed, self._listen)
        buffer = io.BytesIO()
        image.save(buffer, "PNG")
        path = self._workshop.write(self.sample_folder / f"step_{moment.step:05d}.png", buffer.getvalue())
        self._sample_seconds = self._workshop.clock() - began
        self._say(
            step=moment.step,
            preview_file=self._workshop.store.files.relative(path),
            seconds_left=self._seconds_left(moment.step),
        )

    def _do_what_waits(self, moment: Moment) -> None:
        """Pictures and imports that were asked for while the lesson runs; it waits for them."""
        while (waiting := self._next_between()) is not None:
            self._say(step=moment.step, message=PAUSED, seconds_left=self._seconds_left(moment.step))
            with self._unharmed(moment):
                self._work(waiting)
            self._report(moment)
            self.attention.look()

    @contextmanager
    def _unharmed(self, moment: Moment) -> Iterator[None]:
        with moment.adapter.aside():
            yield

    def _listen(self, _progress: Progress) -> None:
        self.attention.look()

    def _say(self, *, step: int, **news: Any) -> None:
        self._workshop.store.jobs.progress(self._job.id, step=step, **news)


def _check_subject(workshop: Workshop, request: TrainingRequest) -> None:
    """Errors: StudioError when the subject was deleted meanwhile."""
    if workshop.store.subjects.find(request.subject_name) is None:
        raise StudioError(
            f"{request.subject_name} was deleted meanwhile, so there is nobody to teach. Teach the subject anew."
        )


def _about(request: TrainingRequest, resident: Resident) -> About:
    recipe = request.recipe
    return About(
        output_name=request.trigger_word,
        trigger_word=request.trigger_word,
        kind=request.kind,
        base_model_title=resident.base_model.title,
        resolution=recipe.resolution,
        photos=len(request.photo_files),
        training={
            "ss_steps": str(recipe.steps),
            "ss_max_train_steps": str(recipe.steps),
            "ss_learning_rate": f"{recipe.learning_rate:g}",
            "ss_unet_lr": f"{recipe.learning_rate:g}",
            "ss_batch_size_per_device": str(recipe.batch_size),
            "ss_seed": str(recipe.seed),
            "ss_resolution": f"({recipe.resolution}, {recipe.resolution})",
            "ss_optimizer": "torch.optim.AdamW",
        },
    )
