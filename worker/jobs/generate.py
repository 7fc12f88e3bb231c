"""A job of the kind "create": the pictures of one request, as many at once as the device has room for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import torch
from PIL import Image

from pipeline import generate, picture_files, sheets
from pipeline.families.loaded_model import LoadedModel
from pipeline.loras import text_encoders as text_encoder_lora
from pipeline.loras.lora import merged
from studio.errors import NotFound
from studio.interop.infotext import LoraTag
from studio.jobs.findings import findings_from_json, findings_to_json
from studio.jobs.job import Job
from studio.jobs.requests import PictureRequest
from studio.pictures.picture import Picture
from studio.words import Message, in_english, joined
from worker import inpainting, likeness, multi_subject
from worker.context import WorkerContext
from worker.multi_subject import people_of
from worker.pictures import (
    IndexedRequest,
    PictureLoras,
    ProgressReporter,
    is_apart,
    lora_needs,
    loras_of,
    part_made,
    start_of,
    tags_of,
)
from worker.previews import Previews

COMPARING = Message("comparing-with-photos")


def run(context: WorkerContext, job: Job) -> dict[str, Any]:
    """Make the pictures that are not there yet. Gives the job's result. Errors: StudioError, Cancelled, Stopped."""
    request = job.request
    assert isinstance(request, PictureRequest)
    loaded = context.loaded_for(job, request.base_model)
    picture_requests = [(index, request.one(index)) for index in range(request.amount)]
    loras = loras_of(context, job, loaded, picture_requests)
    maker = _PictureMaker(
        context=context, job=job, loaded=loaded, picture_requests=picture_requests, start=start_of(context, request)
    )
    known = findings_to_json(maker.findings) if job.result else None  # where a stopped picture had people is over
    context.port.report(job.id, step=job.step, message=None, result=known)
    left = [
        (index, picture_request)
        for index, picture_request in picture_requests
        if not _is_made(context, job, maker.id_of(index))
    ]

    def way(one: IndexedRequest) -> tuple[tuple[object, ...], bool]:
        needs = lora_needs(one[1])
        return needs, one[1].inpaint is None and is_apart(loaded, one[1], loras[needs])

    for (needs, apart), alike in groupby(left, way):
        if request.inpaint is not None:
            for index, picture_request in alike:
                maker.make_part(index, picture_request, loras[needs])
            continue
        if apart:
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
        ids.append(maker.make_sheet(ids, loras[lora_needs(picture_requests[0][1])].tags))
    context.port.files.remove(context.port.files.preview_folder(job.id))
    context.port.report(job.id, step=maker.total, message=told)
    found = findings_to_json(maker.findings) if maker.findings else {}
    return {"pictures": ids, **found, **({} if told is None else {"told": told.to_json()})}


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

    def make_apart(self, index: int, picture_request: PictureRequest, loras: PictureLoras) -> None:
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

    def make_part(self, index: int, picture_request: PictureRequest, loras: PictureLoras) -> None:
        """Make and keep a picture of which a part is drawn again."""
        began = self.context.clock()
        reporter = self._reporter([(index, picture_request)])
        image = part_made(self.context, self.loaded, picture_request, loras, reporter)
        tags = tags_of(picture_request, loras)
        content = picture_files.png_bytes(image, picture_request, picture_request.seed, self.loaded.base_model, tags)
        self._keep(self.id_of(index), picture_request, image, content, self.context.clock() - began)

    def compare(self, loras: Mapping[tuple[object, ...], PictureLoras]) -> None:
        """Say of everybody in the pictures where they are, and how like their photos where there are photos."""
        port, cancellation = self.context.port, self.context.cancellation(self.job.id)
        for index, picture_request in self.picture_requests:
            picture_id, chosen = self.id_of(index), loras[lora_needs(picture_request)].chosen
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

    def told(self, ids: Sequence[str], loras: Mapping[tuple[object, ...], PictureLoras]) -> Message | None:
        """What a person should know of subjects in these pictures; None where there is nothing."""
        several = [
            (one, inpainting.drawn_there(one, chosen) if one.inpaint is not None else chosen)
            for one, chosen in ((one, loras[lora_needs(one)].chosen) for _, one in self.picture_requests)
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

    def _reporter(self, batch: Sequence[IndexedRequest]) -> "ProgressReporter":
        return ProgressReporter(
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


def _is_made(context: WorkerContext, job: Job, picture_id: str) -> bool:
    try:
        return context.port.kept_picture(job.owner, picture_id).is_file()
    except NotFound:
        return False
