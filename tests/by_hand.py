"""What a worker does, done by hand: jobs move on as a test says, without a model."""

import io
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import Image, PngImagePlugin

from studio.jobs.explanations import ExplanationRequest, ExplanationResult, Frame, Variant
from studio.jobs.findings import Finding, findings_to_json
from studio.jobs.job import Job, JobKind
from studio.jobs.requests import PictureRequest, TrainingRequest
from studio.people.person import OWNER
from studio.pictures.picture import Picture
from studio.store import Store
from studio.store.disk.files import FOLDERS
from studio.store.tables import Base
from studio.subjects.subject import Checkpoint, Subject

WORKER = "by-hand"


def forget_everything(store: Store) -> None:
    """The store as it was made: no rows, no files."""
    with store.database.writing() as session:
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(table.delete())
    for folder in FOLDERS:
        for path in (store.files.root / folder).iterdir():
            store.files.remove(path)


def begin(store: Store, kinds: Sequence[JobKind] | None = None) -> Job:
    """Claim the next job."""
    job = store.jobs.claim(WORKER, kinds)
    assert job is not None, "no job waits"
    return job


def keep_checkpoint(store: Store, job: Job, step: int) -> None:
    """A moment of a running lesson, with samples that are two of its photos and two files that are no LoRAs."""
    request = job.request
    assert isinstance(request, TrainingRequest)
    folder = store.files.lora_folder(job.owner, request.trigger_word)
    samples, loras = [], {}
    for number, photo in enumerate(request.photo_files[:2], start=1):
        content = store.files.path(photo).read_bytes()
        path = store.files.write_whole(folder / "samples" / f"step_{step:05d}_{number}.png", content)
        samples.append(store.files.relative(path))
    for format in ("kohya", "diffusers"):
        name = f"{request.trigger_word}_{format}.safetensors"
        path = store.files.write_whole(folder / f"step_{step:05d}" / name, f"{format} {step}".encode() * 50)
        loras[format] = store.files.relative(path)
    kept = Checkpoint(step=step, sample_files=tuple(samples), lora_files=loras, bytes=3_000_000)
    store.checkpoints.keep(job.id, kept)


def finish_lesson(store: Store, job: Job, steps: int | None = None) -> None:
    """End a running lesson well, with two files that are no LoRAs and two samples that are its photos."""
    request = job.request
    assert isinstance(request, TrainingRequest)
    folder = store.files.lora_folder(job.owner, request.trigger_word)
    result: dict[str, object] = {"matched_keys": 4, "seconds": 60.0}
    for format in ("kohya", "diffusers"):
        path = store.files.write_whole(folder / f"{request.trigger_word}_{format}.safetensors", format.encode() * 50)
        result[format] = store.files.relative(path)
    samples = []
    for number, photo in enumerate(request.photo_files[:2]):
        sample = folder / f"sample_{number}.jpg"
        shutil.copyfile(store.files.path(photo), sample)
        samples.append(store.files.relative(sample))
    ended = steps or job.steps
    store.checkpoints.keep(job.id, Checkpoint(step=ended, sample_files=tuple(samples)))
    store.jobs.finish(job.id, {**result, "sample_files": samples, "steps": ended, "bytes": 3_000_000})


def finish_pictures(
    store: Store, job: Job, now: float, regions: Mapping[str, tuple[float, float, float, float]] | None = None
) -> list[Picture]:
    """End a running picture job well, with plain pictures, each of a colour of its own.

    regions: where each subject is said to be in each of them.
    """
    request = job.request
    assert isinstance(request, PictureRequest)
    pictures = []
    for number in range(request.amount):
        one = request.one(number)
        picture_id = f"{job.id}-{number:02d}"
        path = store.files.write_whole(store.files.picture_file(picture_id), png_of(request, number))
        small = store.files.write_whole(store.files.thumbnail_file(picture_id), png_of(request, number))
        picture = Picture(
            owner=job.owner,
            id=picture_id,
            file=store.files.relative(path),
            thumbnail_file=store.files.relative(small),
            seed=one.seed,
            width=one.width,
            height=one.height,
            job_id=job.id,
            request=one,
            created_at=now + number,
            seconds=1.5,
        )
        pictures.append(store.pictures.add(picture))
    found = [Finding(subject=name, region=region) for name, region in (regions or {}).items()]
    findings = findings_to_json({picture.id: found for picture in pictures}) if found else {}
    store.jobs.finish(job.id, {"pictures": [picture.id for picture in pictures], **findings})
    return pictures


def finish_explanation(store: Store, job: Job, *, is_same: bool = True) -> ExplanationResult:
    """End a running explanation well: a strip of three frames, or a plain picture for each variant.

    is_same: whether the picture could be made again as it is, and from what it was made from.
    """
    request = job.request
    assert isinstance(request, ExplanationRequest)
    folder = store.files.explained_folder(request.picture_id)

    def kept(number: int) -> str:
        content = png_of(request.made[0], number)
        return store.files.relative(store.files.write_whole(folder / f"{request.topic}-{number:02d}.png", content))

    if request.variants:
        variants = tuple(Variant(file=kept(number), changed=number / 2) for number in range(len(request.variants)))
        result = ExplanationResult(variants=variants, is_same_recipe=is_same)
    else:
        steps = request.picture.steps
        frames = [
            Frame(stage="picture", step=step, steps=steps, noisy_file=kept(number), predicted_file=kept(number + 1))
            for number, step in enumerate((1, steps))
        ]
        last = Frame(stage="done", step=0, steps=0, noisy_file=kept(3), predicted_file=kept(3))
        difference = 0.0 if is_same else 30.0
        result = ExplanationResult(frames=(*frames, last), is_same_recipe=is_same, difference=difference)
    store.jobs.progress(job.id, step=request.work)
    store.jobs.finish(job.id, result.to_json())
    return result


def png_of(request: PictureRequest, number: int) -> bytes:
    """A PNG of one colour with a text chunk, as the real ones have."""
    facts = PngImagePlugin.PngInfo()
    facts.add_text("parameters", f"{request.prompt}\nSeed: {request.seed + number}")
    content = io.BytesIO()
    Image.new("RGB", (request.width, request.height), (200, 40 + 60 * number, 120)).save(content, "PNG", pnginfo=facts)
    return content.getvalue()


def know_subjects(store: Store, kinds: Mapping[str, str], photos: Sequence[Path], base_model: str = "pocket") -> None:
    """Subjects that are ready, by name, each with a photo as its cover; their LoRA files are not there."""
    for (name, kind), photo in zip(kinds.items(), photos, strict=False):
        cover = store.files.write_whole(f"covers/{name}.jpg", photo.read_bytes())
        store.subjects.add(
            Subject(
                owner=OWNER,
                name=name,
                kind=kind,
                trigger_word=name.lower(),
                base_model=base_model,
                family=base_model,
                state="ready",
                cover_file=store.files.relative(cover),
                lora_files={"kohya": "x.safetensors"},
            )
        )
