"""What every job that makes pictures needs: their LoRAs, the picture to start from, and how far they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image, UnidentifiedImageError

from pipeline import generate, sheets
from pipeline.families.loaded_model import LoadedModel
from pipeline.generate import OnStep, Progress
from pipeline.loras import text_encoders as text_encoder_lora
from pipeline.loras.lora import Lora, merged
from studio.errors import StudioError
from studio.interop.infotext import LoraTag
from studio.jobs.findings import Finding, findings_to_json
from studio.jobs.job import Job
from studio.jobs.requests import PictureRequest
from studio.pictures.samplers import sampler_named
from worker import inpainting, multi_subject
from worker.context import WorkerContext
from worker.multi_subject import ChosenSubject
from worker.previews import Previews

IndexedRequest = tuple[int, PictureRequest]  # a picture's index, and the request for it alone


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureLoras:
    """What is on the base model for a picture, and how its file names it."""

    on: list[tuple[Lora, float]] = field(default_factory=list)
    tags: list[LoraTag] = field(default_factory=list)
    chosen: list[ChosenSubject] = field(default_factory=list)


def lora_needs(picture_request: PictureRequest) -> tuple[object, ...]:
    """What decides which LoRAs a picture needs on the base model."""
    return picture_request.subjects, picture_request.sampler if sampler_named(picture_request.sampler).loras else ""


def loras_of(
    context: WorkerContext, job: Job, loaded: LoadedModel, picture_requests: Sequence[IndexedRequest]
) -> dict[tuple[object, ...], PictureLoras]:
    """The LoRAs of every picture, by what it needs. Errors: StudioError when one of them is gone or does not fit."""
    found = {choice.name: context.lora_of(job.owner, choice, loaded) for choice in picture_requests[0][1].subjects}
    all_loras: dict[tuple[object, ...], PictureLoras] = {}
    for _, picture_request in picture_requests:
        if lora_needs(picture_request) in all_loras:
            continue
        loras = PictureLoras()
        for choice in picture_request.subjects:
            match, known = found[choice.name]
            stem, is_style = Path(known.subject.lora_files["kohya"]).stem, known.subject_type == "style"
            loras.on.append((match.lora, choice.strength))
            loras.chosen.append(ChosenSubject(choice=choice, lora=match.lora, subject=known.subject, is_style=is_style))
            loras.tags.append(LoraTag(stem=stem, strength=choice.strength, file_hash=match.lora.file_hash))
        helper = context.helper_of(job.id, sampler_named(picture_request.sampler), loaded, job.step)
        if helper is not None:
            loras.on.append((helper, 1.0))
            loras.tags.append(LoraTag(stem=helper.name, strength=1.0, file_hash=helper.file_hash))
        all_loras[lora_needs(picture_request)] = loras
    return all_loras


def start_of(context: WorkerContext, request: PictureRequest) -> Image.Image | None:
    """The picture that this one starts from, if any. Errors: StudioError when it is gone."""
    if request.start is None:
        return None
    path = context.port.files.path(request.start.file)
    try:
        with Image.open(path) as image:
            return image.convert("RGB")
    except (OSError, UnidentifiedImageError) as error:
        raise StudioError("start-picture-gone") from error


def is_apart(loaded: LoadedModel, picture_request: PictureRequest, loras: PictureLoras) -> bool:
    """Whether each of several subjects is kept itself in this picture."""
    return multi_subject.is_multi_subject(picture_request, loras.chosen) and not multi_subject.obstacle(
        loaded, picture_request, loras.chosen
    )


def part_made(
    context: WorkerContext, loaded: LoadedModel, picture_request: PictureRequest, loras: PictureLoras, on_step: OnStep
) -> Image.Image:
    """A picture of which a part is drawn again. Errors: StudioError when that picture is gone; what on_step raises."""
    source, helpers = inpainting.part_of(context.port, loaded, picture_request), len(loras.chosen)
    return inpainting.made(loaded, picture_request, loras.chosen, loras.on[helpers:], source, on_step)


def tags_of(picture_request: PictureRequest, loras: PictureLoras) -> list[LoraTag]:
    """How the file of a picture names its LoRAs: of a part drawn again, those that worked there."""
    if picture_request.inpaint is None:
        return loras.tags
    there, helpers = inpainting.drawn_there(picture_request, loras.chosen), len(loras.chosen)
    own = [tag for tag, one in zip(loras.tags, loras.chosen, strict=False) if one in there]
    return own + loras.tags[helpers:]


def made_alone(
    context: WorkerContext, loaded: LoadedModel, picture_request: PictureRequest, loras: PictureLoras, on_step: OnStep
) -> Image.Image:
    """The one picture of a request, whatever way it is made. Errors: StudioError; what on_step raises."""
    if picture_request.inpaint is not None:
        return part_made(context, loaded, picture_request, loras, on_step)
    if is_apart(loaded, picture_request, loras):
        return multi_subject.made(loaded, picture_request, loras.chosen, on_step)[0]
    start = start_of(context, picture_request)
    with merged(loaded.model, loras.on), text_encoder_lora.merged(loaded.text_encoders, loras.on):
        conditions = generate.encode_guided(loaded, picture_request.prompt, picture_request.negative_prompt)
        return generate.made(loaded, [picture_request], conditions, start, on_step)[0]


@dataclass(kw_only=True)
class ProgressReporter:
    """Called after every step of a batch: it listens for a wish to stop, and shows where the batch is.

    findings: what is known of the pictures before. before, own, total: steps of work of earlier pictures, of this batch
    and of the whole job. size: (width, height) in pixels of one picture.
    """

    context: WorkerContext
    job: Job
    loaded: LoadedModel
    previews: Previews
    findings: Mapping[str, Sequence[Finding]]
    before: int
    own: int
    total: int
    size: tuple[int, int]

    def __post_init__(self) -> None:
        self._cancellation = self.context.cancellation(self.job.id)
        self._began = self.context.clock()
        self._last: Progress | None = None

    def __call__(self, progress: Progress) -> None:
        """After a step; what it shows comes at most twice a second."""
        self._cancellation.check()
        self._last = progress
        if self.previews.is_due():
            self._show(progress)

    def placed(self, rows: Sequence[Finding]) -> None:
        """Show where everybody will be, over the quick picture in which they were found, at once."""
        assert self._last is not None, "a quick picture has steps"
        placed_rows = [Finding(subject=row.subject, region=row.region).to_json() for row in rows]
        self._show(self._last, {**findings_to_json(self.findings), "seating": placed_rows})

    def _show(self, progress: Progress, result: dict[str, Any] | None = None) -> None:
        done = self.before + progress.part * self.own
        previews = [self.loaded.preview(one, *self.size) for one in progress.pred_x0.split(1)]
        if progress.whole is not None:
            previews = [progress.whole(preview) for preview in previews]
        path = self.previews.show(sheets.side_by_side(previews), int(done))
        self.context.port.report(
            self.job.id,
            step=min(int(done), self.total),
            steps=self.total,
            seconds_left=(self.context.clock() - self._began) / (progress.part * self.own) * (self.total - done),
            preview_file=self.context.port.files.relative(path),
            result=result,
        )
