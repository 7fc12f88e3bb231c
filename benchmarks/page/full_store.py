"""A data folder of somebody who has used Cuddle for a long time."""

import io
from pathlib import Path

from PIL import Image

from studio.jobs.job import JobKind
from studio.jobs.requests import PictureRequest, SubjectChoice
from studio.people.person import OWNER, Person
from studio.pictures.picture import Picture
from studio.store import open_store
from studio.subjects.subject import Subject

SECONDS_BETWEEN = 1800.0  # from one picture to the next


def fill(data_folder: Path, *, pictures: int, subjects: int, jobs: int, owner: Person = OWNER) -> None:
    """So many pictures with files, subjects that are ready, and picture jobs that have ended, all of one person."""
    whose = "" if owner == OWNER else owner.id[:8]
    with open_store(data_folder) as store:
        files, jpeg, png = store.files, _noise("JPEG"), _noise("PNG")
        names = [f"Subject {number}" for number in range(subjects)]
        for number, name in enumerate(names):
            word = f"{whose}subject{number}"
            cover = files.write_whole(f"photos/{word}/00.jpg", jpeg)
            lora = files.write_whole(f"loras/{word}/{word}.safetensors", b"none")
            store.subjects.add(
                Subject(
                    owner=owner,
                    name=name,
                    kind="cat",
                    trigger_word=word,
                    base_model="pocket",
                    state="ready",
                    cover_file=files.relative(cover),
                    photo_files=(files.relative(cover),),
                    lora_files={"kohya": files.relative(lora), "diffusers": files.relative(lora)},
                    created_at=store.clock(),
                )
            )
        for number in range(jobs):
            job = store.jobs.add(owner, JobKind.CREATE, _request(number, names), 20, f"{whose}job{number:06d}")
            store.jobs.claim("benchmark")
            store.jobs.finish(job.id, {"pictures": [f"{whose}picture{number:06d}"]})
        for number in range(pictures):
            file = files.write_whole(f"pictures/{whose}picture{number:06d}.png", png)
            small = files.write_whole(f"pictures/thumbnails/{whose}picture{number:06d}.jpg", jpeg)
            store.pictures.add(
                Picture(
                    owner=owner,
                    id=f"{whose}picture{number:06d}",
                    file=files.relative(file),
                    thumbnail_file=files.relative(small),
                    seed=number,
                    width=256,
                    height=256,
                    job_id=f"{whose}job{number % max(1, jobs):06d}",
                    request=_request(number, names),
                    created_at=store.clock() - SECONDS_BETWEEN * (pictures - number),
                )
            )


def _request(number: int, names: list[str]) -> PictureRequest:
    chosen = (SubjectChoice(name=names[number % len(names)]),) if names else ()
    return PictureRequest(
        prompt=f"a cat number {number} on the beach in the evening sun",
        typed_prompt=f"a cat number {number} on the beach in the evening sun",
        negative_prompt="blurry",
        subjects=chosen,
        sampler="Euler",
        steps=20,
        guidance_scale=5.0,
        seed=number,
        width=256,
        height=256,
        count=1,
        base_model="pocket",
    )


def _noise(format: str) -> bytes:
    content = io.BytesIO()
    Image.effect_noise((192, 192), 60).convert("RGB").save(content, format)
    return content.getvalue()
