"""A job of the kind "teach": a lesson with its progress, its sample pictures, and its files at the end."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from torch import Tensor

from pipeline.create import Progress
from pipeline.families.resident import Resident
from studio.errors import StudioError
from studio.jobs import Job
from studio.requests import TrainingRequest
from training import class_pictures, lesson
from training.checkpoints import Checkpoints
from training.lesson import Enough, Moment, Stopped
from training.lora_results import about_lesson, keep_lora
from training.memory import Plan
from training.pace import Pace
from training.samples import SAMPLES_COST, Samples
from training.workshop import Workshop

SECONDS_BETWEEN_REPORTS = 0.4

log = logging.getLogger(__name__)

NextJob = Callable[[], Job | None]
Work = Callable[[Job], None]

TIMES_TOO_SLOW = 10
TOO_SLOW = (
    "The steps became ten times slower, as they do when the graphics card's memory is full: close other programs that "
    "use it."
)
LOADING, LOOKING, IN_BETWEEN = "Loading the base model.", "Looking at the photos.", "Making a picture in between."


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
        checkpoints = Checkpoints(files.checkpoint_folder(job.id), request, workshop.write)
        request, ways = lesson.ready(resident, request, checkpoints)
        course = _Course(workshop, job, request, resident, next_between, work)
        taught = lesson.teach(
            resident,
            request,
            [files.path(file) for file in request.photo_files],
            course.class_pictures(),
            checkpoints,
            course.between_steps,
            course.attention.look,
            ways,
            course.told_plan,
        )
        _check_subject(workshop, request)
        kept = keep_lora(workshop, resident, taught, about_lesson(request, resident, course.step))
    files.remove(files.checkpoint_folder(job.id))
    files.remove(files.preview_folder(job.id))
    workshop.store.jobs.progress(job.id, step=course.step, message=course.note)
    return kept | {
        "steps": course.step,
        "batch_size": request.recipe.batch_size,
        "sample_files": [file for moment in course.samples.all() for file in moment.sample_files],
        "seconds": round(workshop.clock() - began, 3),
    }


class _Course:
    """What happens around the steps of one lesson. `step` steps are done."""

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
        said = job.step > 0 or job.message in (LOADING, LOOKING, IN_BETWEEN)
        self._remark = "" if said else job.message  # what was said of the photos when they came
        self.note = self._remark
        self.samples = Samples(workshop, job.id, request, resident)
        self.step = job.step
        recipe = request.recipe
        self._pace = Pace(
            steps=recipe.steps,
            save_every=recipe.checkpoint_every_steps,
            sample_every=recipe.sample_every_steps,
            sample_cost=SAMPLES_COST / recipe.batch_size,
            clock=workshop.clock,
        )
        self._has_begun = False
        self._loss: Tensor | None = None  # the sum over the steps since the last report, on the device
        self._reported_step = 0
        self._reported_at = self._asked_at = float("-inf")
        self._say(message=LOOKING, steps=recipe.steps, result={"batch_size": recipe.batch_size})

    def told_plan(self, plan: Plan) -> None:
        """Say how the lesson fits into the memory of the graphics card."""
        if self._resident.device.type == "cuda":
            self.note = " ".join(filter(None, [self._remark, plan.words]))

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
                message=f"Making pictures of a {self._request.kind}: {made} of {class_pictures.COUNT}."
            ),
            self._listen,
        )

    def between_steps(self, moment: Moment) -> None:
        """Report, show samples where they are due, do what else waits, and listen for what a person wishes."""
        now = self._workshop.clock()
        self.step = moment.step
        is_first = not self._has_begun
        if is_first:
            self._begin(moment)
        if moment.loss is not None:
            self._loss = moment.loss.clone() if self._loss is None else self._loss + moment.loss
        ends = moment.step == self._recipe.steps
        is_due = moment.step > 0 and (ends or moment.step % self._recipe.sample_every_steps == 0)
        if is_first or is_due or now - self._reported_at >= SECONDS_BETWEEN_REPORTS:
            self._report()
        try:
            self.attention.look()
        except Stopped:
            self._report()  # the page shows the very step at which it goes on
            raise
        is_enough = self.attention.is_enough and moment.step > 0
        if (is_due or is_enough) and not self.samples.are_there(moment.step):
            self._report()
            self._show_samples(moment, is_last=ends or is_enough)
        if is_enough and not ends:
            raise Enough
        if now - self._asked_at >= SECONDS_BETWEEN_REPORTS and not ends:
            self._asked_at = now
            self._do_what_waits(moment)

    @property
    def _recipe(self) -> Any:
        return self._request.recipe

    def _begin(self, moment: Moment) -> None:
        self._has_begun = True
        self._reported_step = moment.step
        self.samples.begin(moment.step)
        self._pace.begin(moment.step)

    def _report(self) -> None:
        """Reading the loss waits for the device, so the clock tells the truth after it."""
        loss = None
        if self._loss is not None:
            lesson.check_finite(self._loss, self.step)
            loss = float(self._loss) / (self.step - self._reported_step)
        self._pace.reached(self.step)
        self._tell_if_slow()
        self._loss, self._reported_step = None, self.step
        self._reported_at = self._workshop.clock()
        self._say(loss=loss, message=self.note, seconds_left=self._pace.seconds_left())

    def _tell_if_slow(self) -> None:
        """A graphics driver that has no memory left may take the computer's, without a word and many times slower."""
        times = self._pace.times_slower()
        if times >= TIMES_TOO_SLOW and self._resident.device.type == "cuda" and TOO_SLOW not in self.note:
            log.warning("Step %d took %.0f times as long as those before.", self.step, times)
            self.note = " ".join(filter(None, [self.note, TOO_SLOW]))

    def _show_samples(self, moment: Moment, *, is_last: bool) -> None:
        with self._pace.sampling():
            shown = self.samples.show(moment, self._listen, keep_lora=not is_last)
        self._say(preview_file=shown.sample_files[0], seconds_left=self._pace.seconds_left())

    def _do_what_waits(self, moment: Moment) -> None:
        """Pictures and imports that were asked for while the lesson runs; it waits for them."""
        while (waiting := self._next_between()) is not None:
            self._report()
            self._say(message=IN_BETWEEN, seconds_left=self._pace.seconds_left())
            with self._pace.passed_over(), moment.adapter.aside():
                self._work(waiting)
            self._say(message=self.note, seconds_left=self._pace.seconds_left())
            self.attention.look()

    def _listen(self, _progress: Progress) -> None:
        self.attention.look()

    def _say(self, **news: Any) -> None:
        self._workshop.store.jobs.progress(self._job.id, step=self.step, **news)


def _check_subject(workshop: Workshop, request: TrainingRequest) -> None:
    """Errors: StudioError when the subject was deleted meanwhile."""
    if workshop.store.subjects.find(request.subject_name) is None:
        raise StudioError(
            f"{request.subject_name} was deleted meanwhile, so there is nobody to teach. Teach the subject anew."
        )
