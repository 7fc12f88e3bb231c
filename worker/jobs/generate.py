"""A job of the kind "create": the pictures of one request, as many at once as the device has room for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any

import torch
from PIL import Image, UnidentifiedImageError

from pipeline import generate, picture_files, sheets
from pipeline.families.loaded_model import LoadedModel
from pipeline.generate import Progress
from pipeline.loras import text_encoders as text_encoder_lora
from pipeline.loras.lora import Lora, merged
from studio.errors import NotFound, StudioError
from studio.interop.infotext import LoraTag
from studio.jobs.findings import Finding, findings_from_json, findings_to_json
from studio.jobs.job import Job
from studio.jobs.requests import PictureRequest
from studio.pictures.picture import Picture
from studio.pictures.samplers import sampler_named
from studio.words import Message, in_english, joined
from worker import inpainting, likeness, multi_subject
from worker.context import WorkerContext
from worker.multi_subject import ChosenSubject, people_of
from worker.previews import Previews

COMPARING = Message("comparing-with-photos")

IndexedRequest = tuple[int, PictureRequest]  # a picture's index, and the request for it alone


@dataclass(frozen=True, kw_only=True, slots=True)
class _Loras:
    """What is on the base model for a picture, and how its file names it."""

    on: list[tuple[Lora, float]] = field(default_factory=list)
    tags: list[LoraTag] = field(default_factory=list)
    chosen: list[ChosenSubject] = field(default_factory=list)


def run(context: WorkerContext, job: Job) -> dict[str, Any]:
    """Make the pictures that are not there yet. Gives the job's result. Errors: StudioError, Cancelled, Stopped."""
    request = job.request
    assert isinstance(request, PictureRequest)
    loaded = context.loaded_for(job, request.base_model)
    picture_requests = [(index, request.one(index)) for index in range(request.amount)]
    loras = _loras(context, job, loaded, picture_requests)
    maker = _PictureMaker(
        context=context, job=job, loaded=loaded, picture_requests=picture_requests, start=_start(context, request)
    )
    known = findings_to_json(maker.findings) if job.result else None  # where a stopped picture had people is over
    context.port.report(job.id, step=job.step, message=None, result=known)
    left = [
        (index, picture_request)
        for index, picture_request in picture_requests
        if not _is_made(context, job, maker.id_of(index))
    ]

    def way(one: IndexedRequest) -> tuple[tuple[object, ...], bool]:
        needs = _needs(one[1])
        return needs, one[1].inpaint is None and maker.is_apart(one[1], loras[needs])

    for (needs, is_apart), alike in groupby(left, way):
        if request.inpaint is not None:
            for index, picture_request in alike:
                maker.make_part(index, picture_request, loras[needs])
            continue
        if is_apart:
            for index, picture_request in alike:
                maker.make_apart(index, picture_request, loras[needs])
            continue
        on = loras[needs].on
        with merged(loaded.model, on), text_encoder_lora.merged(loaded.text_encoders, on):
            for batch in _batches(list(alike), loaded):
                maker.make(batch, loras[needs].tags)
    maker.compare(loras)
    ids = [maker.id_of(index) for index, _ in picture_requests]
    told = maker.told(ids, loras)
    if request.grid is not None:
        ids.append(maker.make_sheet(ids, loras[_needs(picture_requests[0][1])].tags))
    context.port.files.remove(context.port.files.preview_folder(job.id))
    context.port.report(job.id, step=maker.total, message=told)
    found = findings_to_json(maker.findings) if maker.findings else {}
    return {"pictures": ids, **found, **({} if told is None else {"told": told.to_json()})}


def _needs(picture_request: PictureRequest) -> tuple[object, ...]:
    """What decides which LoRAs a picture needs on the base model."""
    return picture_request.subjects, picture_request.sampler if sampler_named(picture_request.sampler).loras else ""


def _loras(
    context: WorkerContext, job: Job, loaded: LoadedModel, picture_requests: Sequence[IndexedRequest]
) -> dict[tuple[object, ...], _Loras]:
    """The LoRAs of every picture, by what it needs. Errors: StudioError when one of them is gone or does not fit."""
    found = {choice.name: context.lora_of(job.owner, choice, loaded) for choice in picture_requests[0][1].subjects}
    all_loras: dict[tuple[object, ...], _Loras] = {}
    for _, picture_request in picture_requests:
        if _needs(picture_request) in all_loras:
            continue
        loras = _Loras()
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
        all_loras[_needs(picture_request)] = loras
    return all_loras


def _batches(picture_requests: Sequence[IndexedRequest], loaded: LoadedModel) -> Iterator[list[IndexedRequest]]:
    """The pictures in batches that differ in their seeds alone, no larger than the device has room for."""
    for _, alike in groupby(picture_requests, lambda one: replace(one[1], seed=0, variation_seed=0)):
        pictures = list(alike)
        most = generate.largest_batch(loaded, pictures[0][1].final_size)
        yield from (pictures[begin : begin + most] for begin in range(0, len(pictures), most))


@dataclass(kw_only=True)
class _PictureMaker:
    """Makes pictures, keeps them, and says at most twice a second how far they are."""

    context: WorkerContext
    job: Job
    loaded: LoadedModel
    picture_requests: list[IndexedRequest]
    start: Image.Image | None

    def __post_init__(self) -> None:
        files = self.context.port.files
        self._works = [sum(picture_request.passes) for _, picture_request in self.picture_requests]
        self._previews = Previews(files.preview_folder(self.job.id), self.context.write, self.context.clock)
        self.findings = findings_from_json(self.job.result)  # of before a stop

    @property
    def total(self) -> int:
        """Steps of work of all the pictures."""
        return sum(self._works)

    def id_of(self, index: int) -> str:
        """The id of a picture of this job."""
        return f"{self.job.id}-{index:02d}"

    def is_apart(self, picture_request: PictureRequest, loras: _Loras) -> bool:
        """Whether each of several subjects is kept itself in this picture."""
        return multi_subject.is_multi_subject(picture_request, loras.chosen) and not multi_subject.obstacle(
            self.loaded, picture_request, loras.chosen
        )

    def make_apart(self, index: int, picture_request: PictureRequest, loras: _Loras) -> None:
        """Make and keep a picture in which each subject is kept itself, and what was found of them."""
        clock, port = self.context.clock, self.context.port
        began = clock()
        reporter = self._reporter([(index, picture_request)])
        image, findings = multi_subject.made(self.loaded, picture_request, loras.chosen, reporter, reporter.placed)
        self.findings[self.id_of(index)] = findings
        done = sum(self._works[: index + 1])
        port.report(self.job.id, step=done, result=findings_to_json(self.findings))
        content = picture_files.png_bytes(
            image, picture_request, picture_request.seed, self.loaded.base_model, loras.tags
        )
        self._keep(self.id_of(index), picture_request, image, content, clock() - began)

    def make_part(self, index: int, picture_request: PictureRequest, loras: _Loras) -> None:
        """Make and keep a picture of which a part is drawn again."""
        began = self.context.clock()
        source = inpainting.part_of(self.context.port, self.loaded, picture_request)
        there, helpers = inpainting.drawn_there(picture_request, loras.chosen), len(loras.chosen)
        reporter = self._reporter([(index, picture_request)])
        image = inpainting.made(self.loaded, picture_request, loras.chosen, loras.on[helpers:], source, reporter)
        tags = [tag for tag, one in zip(loras.tags, loras.chosen, strict=False) if one in there] + loras.tags[helpers:]
        content = picture_files.png_bytes(image, picture_request, picture_request.seed, self.loaded.base_model, tags)
        self._keep(self.id_of(index), picture_request, image, content, self.context.clock() - began)

    def compare(self, loras: Mapping[tuple[object, ...], _Loras]) -> None:
        """Say of everybody in the pictures where they are, and how like their photos where there are photos."""
        port, cancellation = self.context.port, self.context.cancellation(self.job.id)
        for index, picture_request in self.picture_requests:
            picture_id, chosen = self.id_of(index), loras[_needs(picture_request)].chosen
            rows = self.findings.get(picture_id, [])
            can_compare = likeness.can_compare(chosen)
            if not people_of(chosen) or any(row.is_compared for row in rows) or (rows and not can_compare):
                continue
            message = COMPARING if can_compare else None
            port.report(self.job.id, step=self.total, message=message, result=findings_to_json(self.findings))
            with Image.open(port.kept_picture(self.job.owner, picture_id)) as image:
                found = likeness.compared(
                    self.loaded,
                    self.context.references,
                    image,
                    picture_request,
                    chosen,
                    rows,
                    port.files.path,
                    cancellation.check,
                )
            if found:
                self.findings[picture_id] = found

    def told(self, ids: Sequence[str], loras: Mapping[tuple[object, ...], _Loras]) -> Message | None:
        """What a person should know of subjects in these pictures; None where there is nothing."""
        several = [
            (one, inpainting.drawn_there(one, chosen) if one.inpaint is not None else chosen)
            for one, chosen in ((one, loras[_needs(one)].chosen) for _, one in self.picture_requests)
        ]
        obstacles = [
            multi_subject.obstacle(self.loaded, *one) for one in several if multi_subject.is_multi_subject(*one)
        ]
        sentences = [multi_subject.summed_because(one) for one in dict.fromkeys(obstacles) if one is not None]
        if None in obstacles and any(picture_request.larger is not None for picture_request, _ in several):
            sentences.append(Message("larger-adds-everywhere"))
        return joined(multi_subject.told(self.findings, ids), *sentences)

    def make(self, batch: Sequence[IndexedRequest], tags: Sequence[LoraTag]) -> None:
        """Make and keep pictures that differ in their seeds alone; with too little memory, half of them at a time."""
        clock = self.context.clock
        began = clock()
        picture_request = batch[0][1]
        conditions = generate.encode_guided(self.loaded, picture_request.prompt, picture_request.negative_prompt)
        picture_requests = [one for _, one in batch]
        try:
            images = generate.made(self.loaded, picture_requests, conditions, self.start, self._reporter(batch))
        except torch.OutOfMemoryError:
            if len(batch) == 1:
                raise
            images = []
        if not images:
            torch.cuda.empty_cache()
            self.make(batch[: len(batch) // 2], tags)
            self.make(batch[len(batch) // 2 :], tags)
        for (index, one), image in zip(batch, images, strict=False):
            content = picture_files.png_bytes(image, one, one.seed, self.loaded.base_model, tags)
            self._keep(self.id_of(index), one, image, content, (clock() - began) / len(batch))

    def make_sheet(self, ids: Sequence[str], tags: Sequence[LoraTag]) -> str:
        """Make and keep one picture of the whole grid, labelled; `tags` are its first picture's. Gives its id."""
        request, port = self.job.request, self.context.port
        assert isinstance(request, PictureRequest) and request.grid is not None
        began = self.context.clock()
        x, y = request.grid.x, request.grid.y
        images = []
        for picture_id in ids:
            with Image.open(port.kept_picture(self.job.owner, picture_id)) as image:
                images.append(image.convert("RGB"))
        rows = [] if y is None else [in_english(y.label(value)) for value in y.values]
        sheet = sheets.labelled(images, [in_english(x.label(value)) for value in x.values], rows)
        content = picture_files.png_bytes(sheet, request, request.seed, self.loaded.base_model, tags)
        sheet_id = f"{self.job.id}-sheet"
        self._keep(sheet_id, request, sheet, content, self.context.clock() - began)
        return sheet_id

    def _reporter(self, batch: Sequence[IndexedRequest]) -> "_ProgressReporter":
        return _ProgressReporter(
            context=self.context,
            job=self.job,
            loaded=self.loaded,
            previews=self._previews,
            findings=self.findings,
            before=sum(self._works[: batch[0][0]]),
            own=sum(self._works[index] for index, _ in batch),
            total=self.total,
            size=(batch[0][1].width, batch[0][1].height),
        )

    def _keep(
        self, picture_id: str, request: PictureRequest, image: Image.Image, content: bytes, seconds: float
    ) -> None:
        """Write the PNG, decode it again from the disk, and only then count it as made."""
        files = self.context.port.files
        path = files.picture_file(picture_id)
        self.context.write(path, content)
        picture_files.check_png(path.read_bytes(), *image.size)
        thumbnail = self.context.write(files.thumbnail_file(picture_id), picture_files.thumbnail_bytes(image))
        self.context.port.keep_picture(
            Picture(
                id=picture_id,
                owner=self.job.owner,
                file=files.relative(path),
                thumbnail_file=files.relative(thumbnail),
                seed=request.seed,
                width=image.width,
                height=image.height,
                job_id=self.job.id,
                request=request,
                created_at=0.0,  # by whoever keeps it
                seconds=round(seconds, 3),
            )
        )


@dataclass(kw_only=True)
class _ProgressReporter:
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


def _start(context: WorkerContext, request: PictureRequest) -> Image.Image | None:
    """The picture that this one starts from, if any. Errors: StudioError when it is gone."""
    if request.start is None:
        return None
    path = context.port.files.path(request.start.file)
    try:
        with Image.open(path) as image:
            return image.convert("RGB")
    except (OSError, UnidentifiedImageError) as error:
        raise StudioError("start-picture-gone") from error


def _is_made(context: WorkerContext, job: Job, picture_id: str) -> bool:
    try:
        return context.port.kept_picture(job.owner, picture_id).is_file()
    except NotFound:
        return False
