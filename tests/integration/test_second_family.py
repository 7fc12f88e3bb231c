"""Stable Diffusion 1.5, tiny, through a lesson and a picture: the house knows nothing of it but its one file."""

import re
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors import safe_open
from safetensors.torch import save_file

from pipeline import families
from pipeline.families import clip_tokenizer, sd15
from pipeline.loras import files as lora_files
from pipeline.loras import text_encoders as text_encoder_lora
from pipeline.loras.files import About
from studio.engines.local_port import LocalPort
from studio.errors import StudioError
from studio.jobs.job import JobKind, JobState
from studio.jobs.requests import TrainingRequest
from studio.models.base_models import resolve
from studio.people.person import OWNER
from studio.store import open_store
from studio.subjects.subject import Subject
from tests import single_files
from tests.engine import chosen, picture_request, recipe
from tests.loras import ATTENTION, OTHERS, layers_of, lora_on
from worker.context import ModelCache, WorkerContext
from worker.loop import Worker


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A diffusers folder of Stable Diffusion 1.5's shape with random weights."""
    words = single_files.few_words(tmp_path)
    monkeypatch.setattr(clip_tokenizer, "MERGES_FILE", words)
    configuration = single_files.shrunk(sd15.BLUEPRINT, tmp_path / "configuration", single_files.vocabulary(words))
    built = single_files.build(sd15.BLUEPRINT, configuration)
    return str(single_files.write_folder(sd15.BLUEPRINT, configuration, built, tmp_path / "small"))


@pytest.mark.slow(quick_sibling="test_a_file_made_elsewhere_for_its_one_text_encoder_is_taken_in_and_written_again")
def test_a_subject_is_taught_to_it_and_is_in_its_pictures(
    model: str, kept_photos: Sequence[Path], data_folder: Path
) -> None:
    torch.set_num_threads(1)
    with open_store(data_folder) as store:
        store.workers.register("w", 1)
        context = WorkerContext(
            port=LocalPort(store, "w"),
            models=ModelCache(torch.device("cpu")),
            clock=lambda: 0.0,
            stopping=threading.Event(),
        )
        worker = Worker(context, is_wanted=lambda: False)
        files = tuple(
            store.files.relative(store.files.write_whole(f"photos/x/{photo.name}", photo.read_bytes()))
            for photo in kept_photos
        )
        request = TrainingRequest(
            subject_name="Dumpling", kind="cat", trigger_word="dumpling", photo_files=files, base_model=model,
            recipe=recipe(steps=4, learning_rate=0.05),
        )  # fmt: skip
        dumpling = Subject(
            owner=OWNER,
            name="Dumpling",
            kind="cat",
            trigger_word="dumpling",
            base_model=model,
            state="learning",
            job_id="lesson",
        )
        lesson = store.jobs.add(OWNER, JobKind.TEACH, request, 4, "lesson", subject=dumpling)
        worker.run()
        jobs = [
            store.jobs.add(OWNER, JobKind.CREATE, picture_request(base_model=model, subjects=subjects), 2)
            for subjects in ((), (chosen("Dumpling"),))
        ]
        worker.run()

        taught = store.subjects.get(OWNER, "Dumpling")
        assert (store.jobs.get(OWNER, lesson.id).error_message, taught.state, taught.family) == (None, "ready", "sd15")
        assert [store.jobs.get(OWNER, job.id).state for job in jobs] == [JobState.DONE, JobState.DONE]
        with safe_open(store.files.path(taught.lora_files["kohya"]), framework="pt") as file:
            said = file.metadata()
        assert (said["ss_base_model_version"], said["modelspec.architecture"]) == ("sd_v1", "stable-diffusion-v1/lora")
        pictures = []
        for job in jobs:
            with Image.open(store.files.path(f"pictures/{job.id}-00.png")) as image:
                pictures.append(np.asarray(image).astype(int))
        assert np.abs(pictures[0] - pictures[1]).max() > 1, "the LoRA changes the picture"


def test_a_file_made_elsewhere_for_its_one_text_encoder_is_taken_in_and_written_again(
    model: str, tmp_path: Path
) -> None:
    """kohya's lora_te_ without a number; the second encoder that SDXL's files speak of is not there."""
    loaded = families.load(resolve(model), torch.device("cpu"))
    lora = lora_on(loaded.model, loaded.text_encoders, (ATTENTION, OTHERS))
    about = About(
        output_name="dumpling", trigger_word="dumpling", kind="cat", base_model_title="Tiny", resolution=64
    )  # fmt: skip
    file = tmp_path / "dumpling.safetensors"
    file.write_bytes(lora_files.kohya_bytes(lora, about, loaded.file_facts))

    read = lora_files.read(file)
    match = lora_files.match(read, loaded.model, "Tiny", loaded.text_encoders)

    words = {key.split(".")[0] for key in read.tensors if not key.startswith("lora_unet_")}
    assert len(words) == len(lora.text_layers[0]) > 0
    assert all(
        re.fullmatch(r"lora_te_text_model_encoder_layers_\d+_(self_attn_\w+_proj|mlp_fc\d)", key) for key in words
    )
    assert match.matched_keys == len(read.tensors)
    assert layers_of(match.lora).keys() == layers_of(lora).keys()

    plain = loaded.encode_prompts(["a cat"]).tensors()["prompt_embeds"]
    with text_encoder_lora.merged(loaded.text_encoders, [(match.lora, 1.0)]):
        assert not torch.equal(loaded.encode_prompts(["a cat"]).tensors()["prompt_embeds"], plain)

    second = {key.replace("lora_te_", "lora_te2_"): tensor for key, tensor in read.tensors.items()}
    save_file(second, file)
    with pytest.raises(StudioError, match="does not fit Tiny: its part 'lora_te2_"):
        lora_files.match(lora_files.read(file), loaded.model, "Tiny", loaded.text_encoders)
