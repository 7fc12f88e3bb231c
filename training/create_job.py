"""A job of the kind "create": the pictures of one request, one after the other."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from pipeline import create, picture_files, text_encoder_lora
from pipeline.create import Progress
from pipeline.families.resident import Resident
from pipeline.lora import attached
from studio.errors import NotFound
from studio.infotext import LoraTag
from studio.jobs import Job
from studio.pictures import Picture
from studio.requests import PictureRequest
from training.previews import Previews
from training.workshop import Workshop


def run(workshop: Workshop, job: Job) -> dict[str, Any]:
    """Make the pictures that are not there yet. Gives the job's result. Errors: StudioError, Cancelled, Stopped."""
    request = job.request
    assert isinstance(request, PictureRequest)
    resident = workshop.resident_for(job.id, request.base_model, job.step)
    found = [(*workshop.lora_of(choice.name, resident), choice.strength) for choice in request.subjects]
    tags = [
        LoraTag(stem=Path(subject.lora_files["kohya"]).stem, strength=strength, file_hash=match.lora.file_hash)
        for match, subject, strength in found
    ]
    previews = Previews(workshop.store.files.preview_folder(job.id), workshop.write, workshop.clock)
    show = _Show(workshop=workshop, job=job, request=request, resident=resident, previews=previews)
    workshop.store.jobs.progress(job.id, step=job.step, message=_unread(resident, request.prompt))
    choices = [(match.lora, strength) for match, _, strength in found]
    with text_encoder_lora.attached(resident.text_encoders, choices):
        conditions = create.guided(resident, request.prompt, request.negative_prompt)
    settings = create.Settings.of(request)
    ids = [f"{job.id}-{index:02d}" for index in range(request.count)]
    with attached(resident.unet, choices):
        for index, picture_id in enumerate(ids):
            if _is_made(workshop, picture_id):
                continue  # before the worker was stopped
            began = workshop.clock()
            seed = request.seed + index
            image = create.picture(resident, settings, conditions, seed, show.of(index))
            content = picture_files.png_bytes(image, request, seed, resident.base_model, tags)
            _keep(workshop, job, picture_id, image, content, seed, workshop.clock() - began)
    workshop.store.files.remove(workshop.store.files.preview_folder(job.id))
    return {"pictures": ids}


@dataclass(kw_only=True)
class _Show:
    """Says how far the pictures are, at most twice a second, and listens for a wish to stop at every step."""

    workshop: Workshop
    job: Job
    request: PictureRequest
    resident: Resident
    previews: Previews

    def of(self, index: int) -> create.OnStep:
        """What create.picture() calls after every step of picture number `index`."""
        attention = self.workshop.attention(self.job.id)
        began = self.workshop.clock()

        def on_step(progress: Progress) -> None:
            attention.look()
            if not self.previews.is_due():
                return
            done = index + progress.part
            step = min(int(done * self.request.steps), self.request.steps * self.request.count)
            seconds = (self.workshop.clock() - began) / progress.part
            image = self.resident.preview(progress.seen, self.request.width, self.request.height)
            path = self.previews.show(image, step)
            self.workshop.store.jobs.progress(
                self.job.id,
                step=step,
                steps=self.request.steps * self.request.count,
                seconds_left=seconds * (self.request.count - done),
                preview_file=self.workshop.store.files.relative(path),
            )

        return on_step


def _keep(
    workshop: Workshop, job: Job, picture_id: str, image: Image.Image, content: bytes, seed: int, seconds: float
) -> None:
    """Write the PNG, decode it again from the disk, and only then count it as made."""
    request, files = job.request, workshop.store.files
    assert isinstance(request, PictureRequest)
    path = files.picture_file(picture_id)
    workshop.write(path, content)
    picture_files.check_png(path.read_bytes(), request.width, request.height)
    thumbnail = workshop.write(files.thumbnail_file(picture_id), picture_files.thumbnail_bytes(image))
    workshop.store.pictures.add(
        Picture(
            id=picture_id,
            file=files.relative(path),
            thumbnail_file=files.relative(thumbnail),
            seed=seed,
            width=request.width,
            height=request.height,
            job_id=job.id,
            request=request,
            created_at=workshop.store.clock(),
            seconds=round(seconds, 3),
        )
    )


def _is_made(workshop: Workshop, picture_id: str) -> bool:
    try:
        picture = workshop.store.pictures.get(picture_id)
    except NotFound:
        return False
    return workshop.store.files.path(picture.file).is_file()


def _unread(resident: Resident, prompt: str) -> str:
    rest = resident.unread_words(prompt)
    return f"The prompt is longer than what the model reads; it did not see: {rest[:200]}" if rest else ""
