"""Subjects whose lessons are done, without a worker."""

from pathlib import Path

from studio.jobs.job import Job
from studio.jobs.requests import TrainingRequest
from studio.people.person import OWNER
from studio.store import Store
from studio.studio import Studio


def teach(studio: Studio, store: Store, photos: list[Path], name: str = "Dumpling", kind: str = "cat") -> Job:
    """A subject whose lesson is done, with files that only stand for LoRAs."""
    job = studio.subjects.teach(OWNER, photos, name, kind, "quick")
    claimed = store.jobs.claim("w")
    assert claimed is not None and claimed.id == job.id and isinstance(job.request, TrainingRequest)
    word = job.request.trigger_word
    files = {
        "kohya": store.files.relative(store.files.write_whole(f"loras/{word}/{word}.safetensors", b"kohya")),
        "diffusers": store.files.relative(store.files.write_whole(f"loras/{word}/d.safetensors", b"diffusers")),
    }
    store.jobs.finish(job.id, {**files, "sample_files": [], "matched_keys": 1, "seconds": 1.0})
    return store.jobs.get(OWNER, job.id)
