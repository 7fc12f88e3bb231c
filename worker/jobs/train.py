"""A job of the kind "teach": a lesson with its progress, its sample pictures, and its files at the end."""

import logging
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any, Unpack

from torch import Tensor

from pipeline import generate
from pipeline.families.loaded_model import LoadedModel
from studio.engines.job_port import Progress
from studio.engines.waiting import once_it_can_be_written
from studio.errors import StudioError
from studio.jobs.job import Job
from studio.jobs.requests import TrainingRequest
from studio.people.person import Person
from studio.subjects.remarks import remarks
from studio.words import Message, joined
from training import class_pictures
from training import run as training_run
from training.checkpoints import Checkpoints
from training.memory import Plan
from training.run import EarlyStop, StepInfo, Stopped
from worker.context import WorkerContext
from worker.lora_results import about_training, keep_lora
from worker.pace import Pace
from worker.samples import SAMPLES_COST, Samples

SECONDS_BETWEEN_REPORTS = 0.4

log = logging.getLogger(__name__)

NextJob = Callable[[], Job | None]
Work = Callable[[Job], None]

TIMES_TOO_SLOW = 10
TOO_SLOW = Message("lesson-too-slow")
LOOKING, IN_BETWEEN = Message("lesson-looking"), Message("lesson-picture-in-between")


def run(context: WorkerContext, job: Job, next_between: NextJob, work: Work) -> dict[str, Any]:
    """Teach one subject. Gives the job's result. Errors: StudioError, Cancelled, Stopped.

    next_between gives a job that may be done between two steps, and work does it.
    """
    request = job.request
    assert isinstance(request, TrainingRequest)
    began = context.clock()
    files = context.port.files
    _check_subject(context, job.owner, request)
    context.loaded_for(job, request.base_model)
    with context.models.held(request.base_model) as loaded:
        checkpoints = Checkpoints(files.checkpoint_folder(job.id), request, context.write)
        request, plans = training_run.ready(loaded, request, checkpoints)
        course = _TrainingRun(context, job, request, loaded, next_between, work)
        chosen = training_run.train(
            loaded,
            request,
            [files.path(file) for file in request.photo_files],
            course.class_pictures(),
            checkpoints,
            course.between_steps,
            course.cancellation.check,
            plans,
            course.told_plan,
        )
        _check_subject(context, job.owner, request)
        kept = keep_lora(context, job.owner, loaded, chosen, about_training(request, loaded, course.step))
    files.remove(files.checkpoint_folder(job.id))
    files.remove(files.preview_folder(job.id))
    context.port.report(job.id, step=course.step, message=course.note)
    return kept | {
        "steps": course.step,
        "batch_size": request.recipe.batch_size,
        "sample_files": [file for checkpoint in course.samples.all() for file in checkpoint.sample_files],
        "seconds": round(context.clock() - began, 3),
    }


class _TrainingRun:
    """What happens around the steps of one lesson. `step` steps are done."""

    def __init__(
        self,
        context: WorkerContext,
        job: Job,
        request: TrainingRequest,
        loaded: LoadedModel,
        next_between: NextJob,
        work: Work,
    ) -> None:
        self._context, self._job, self._request, self._loaded = context, job, request, loaded
        self._next_between, self._work = next_between, work
        self.cancellation = context.cancellation(job.id)
        self._remark = _remarks(context, request)
        self._plan: Message | None = None
        self._is_slow = False
        self.samples = Samples(context, job, request, loaded)
        self.step = job.step
        recipe = request.recipe
        self._pace = Pace(
            steps=recipe.steps,
            save_every=recipe.checkpoint_every_steps,
            sample_every=recipe.sample_every_steps,
            sample_cost=SAMPLES_COST / recipe.batch_size,
            clock=context.clock,
        )
        self._has_begun = False
        self._loss: Tensor | None = None  # the sum over the steps since the last report, on the device
        self._reported_step = 0
        self._reported_at = self._asked_at = float("-inf")
        self._say(message=LOOKING, steps=recipe.steps, result=self._so_far())

    def told_plan(self, plan: Plan) -> None:
        """Say how the lesson fits into the memory of the graphics card."""
        if self._loaded.device.type == "cuda":
            self._plan, self._is_slow = plan.words, False

    def class_pictures(self) -> list[Path]:
        """The pictures of the kind in general, with prior preservation; none without."""
        recipe = self._request.recipe
        if not recipe.prior_preservation:
            return []
        folder = self._context.port.files.root / "class_pictures"
        return class_pictures.ready(
            self._loaded,
            self._request.kind,
            recipe.resolution,
            folder,
            self._context.write,
            lambda made: self._say(
                message=Message("lesson-class-pictures", kind=self._request.kind, made=made, count=class_pictures.COUNT)
            ),
            self._listen,
        )

    def between_steps(self, info: StepInfo) -> None:
        """Report, show samples where they are due, do what else waits, and listen for what a person wishes."""
        now = self._context.clock()
        self.step = info.step
        is_first = not self._has_begun
        if is_first:
            self._begin(info)
        if info.loss is not None:
            self._loss = info.loss.clone() if self._loss is None else self._loss + info.loss
        ends = info.step == self._recipe.steps
        is_due = info.step > 0 and (ends or info.step % self._recipe.sample_every_steps == 0)
        if is_first or is_due or now - self._reported_at >= SECONDS_BETWEEN_REPORTS:
            self._report()
        try:
            self.cancellation.check()
        except Stopped:
            self._report()  # the page shows the very step at which it goes on
            raise
        is_early_stop = self.cancellation.is_early_stop and info.step > 0
        if (is_due or is_early_stop) and not self.samples.are_there(info.step):
            self._report()
            self._show_samples(info, is_last=ends or is_early_stop)
        if is_early_stop and not ends:
            raise EarlyStop
        if now - self._asked_at >= SECONDS_BETWEEN_REPORTS and not ends:
            self._asked_at = now
            self._do_what_waits(info)

    @property
    def note(self) -> Message | None:
        """What a person should know of the lesson."""
        return joined(self._remark, self._plan, TOO_SLOW if self._is_slow else None)

    @property
    def _recipe(self) -> Any:
        return self._request.recipe

    def _begin(self, info: StepInfo) -> None:
        self._has_begun = True
        self._reported_step = info.step
        self.samples.begin(info.step)
        self._pace.begin(info.step)

    def _report(self) -> None:
        """Reading the loss waits for the device, so the clock tells the truth after it."""
        loss = None
        if self._loss is not None:
            training_run.check_finite(self._loss, self.step)
            loss = float(self._loss) / (self.step - self._reported_step)
        self._pace.reached(self.step)
        self._tell_if_slow()
        self._loss, self._reported_step = None, self.step
        self._reported_at = self._context.clock()
        self._say(loss=loss, message=self.note, seconds_left=self._pace.seconds_left(), result=self._so_far())

    def _so_far(self) -> dict[str, Any]:
        """What is known of the result: how long the lesson has learned, for a question before it is thrown away."""
        seconds = self._pace.learnt_seconds()
        learnt = {} if seconds is None else {"learnt_seconds": round(seconds, 1)}
        return {"batch_size": self._recipe.batch_size, **learnt}

    def _tell_if_slow(self) -> None:
        """A graphics driver that has no memory left may take the computer's, without a word and many times slower."""
        times = self._pace.times_slower()
        if times >= TIMES_TOO_SLOW and self._loaded.device.type == "cuda" and not self._is_slow:
            log.warning("Step %d took %.0f times as long as those before.", self.step, times)
            self._is_slow = True

    def _show_samples(self, info: StepInfo, *, is_last: bool) -> None:
        with self._pace.sampling():
            shown = self.samples.show(info, self._listen, keep_lora=not is_last)
        self._say(preview_file=shown.sample_files[0], seconds_left=self._pace.seconds_left())

    def _do_what_waits(self, info: StepInfo) -> None:
        """Pictures and imports that were asked for while the lesson runs; it waits for them."""
        while (waiting := self._next_between()) is not None:
            self._report()
            self._say(message=IN_BETWEEN, seconds_left=self._pace.seconds_left())
            with self._pace.passed_over(), info.adapter.disabled():
                self._work(waiting)
            self._say(message=self.note, seconds_left=self._pace.seconds_left())
            self.cancellation.check()

    def _listen(self, _progress: generate.Progress) -> None:
        self.cancellation.check()

    def _say(self, **news: Unpack[Progress]) -> None:
        port = self._context.port
        once_it_can_be_written(lambda: port.report(self._job.id, step=self.step, **news), self._context.stopping)


def _remarks(context: WorkerContext, request: TrainingRequest) -> Message | None:
    """What was said of the photos when the lesson was queued; a job's message may be another sentence by now."""
    files = sorted(request.all_files, key=lambda file: PurePosixPath(file).name)
    photos = [context.port.files.path(file) for file in files]
    try:
        return joined(*remarks(photos, request.recipe.resolution))
    except OSError:  # a photo that is gone or damaged: the lesson says it
        return None


def _check_subject(context: WorkerContext, owner: Person, request: TrainingRequest) -> None:
    """Errors: StudioError when the subject was deleted meanwhile."""
    if context.port.subject(owner, request.subject_name) is None:
        raise StudioError("lesson-subject-gone", name=request.subject_name)
