"""Stable Diffusion 1.5, tiny, through a lesson and a picture: the house knows nothing of it but its one file."""

import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors import safe_open

from pipeline.families import clip_tokenizer, sd15
from studio.jobs import JobKind, JobState
from studio.requests import TrainingRequest
from studio.store import open_store
from studio.subjects import Subject
from tests import single_files
from tests.engine import chosen, picture_request, recipe
from training.worker_loop import Worker
from training.workshop import Residents, Workshop


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A diffusers folder of Stable Diffusion 1.5's shape with random weights."""
    words = single_files.few_words(tmp_path)
    monkeypatch.setattr(clip_tokenizer, "MERGES_FILE", words)
    configuration = single_files.shrunk(sd15.BLUEPRINT, tmp_path / "configuration", single_files.vocabulary(words))
    built = single_files.build(sd15.BLUEPRINT, configuration)
    return str(single_files.write_folder(sd15.BLUEPRINT, configuration, built, tmp_path / "small"))


def test_a_subject_is_taught_to_it_and_is_in_its_pictures(
    model: str, kept_photos: Sequence[Path], data_folder: Path
) -> None:
    torch.set_num_threads(1)
    with open_store(data_folder) as store:
        store.workers.register("w", 1)
        workshop = Workshop(
            store=store,
            residents=Residents(torch.device("cpu")),
            clock=lambda: 0.0,
            stopping=threading.Event(),
        )
        worker = Worker(workshop, "w", is_wanted=lambda: False)
        files = tuple(
            store.files.relative(store.files.write_whole(f"photos/x/{photo.name}", photo.read_bytes()))
            for photo in kept_photos
        )
        request = TrainingRequest(
            subject_name="Dumpling", kind="cat", trigger_word="dumpling", photo_files=files, base_model=model,
            recipe=recipe(steps=4, learning_rate=0.05),
        )  # fmt: skip
        dumpling = Subject(
            name="Dumpling", kind="cat", trigger_word="dumpling", base_model=model, state="learning", job_id="lesson"
        )
        lesson = store.jobs.add(JobKind.TEACH, request, 4, "lesson", subject=dumpling)
        worker.run()
        jobs = [
            store.jobs.add(JobKind.CREATE, picture_request(base_model=model, subjects=subjects), 2)
            for subjects in ((), (chosen("Dumpling"),))
        ]
        worker.run()

        taught = store.subjects.get("Dumpling")
        assert (store.jobs.get(lesson.id).error_message, taught.state, taught.family) == (None, "ready", "sd15")
        assert [store.jobs.get(job.id).state for job in jobs] == [JobState.DONE, JobState.DONE]
        with safe_open(store.files.path(taught.lora_files["kohya"]), framework="pt") as file:
            said = file.metadata()
        assert (said["ss_base_model_version"], said["modelspec.architecture"]) == ("sd_v1", "stable-diffusion-v1/lora")
        pictures = []
        for job in jobs:
            with Image.open(store.files.path(f"pictures/{job.id}-00.png")) as image:
                pictures.append(np.asarray(image).astype(int))
        assert np.abs(pictures[0] - pictures[1]).max() > 1, "the LoRA changes the picture"
