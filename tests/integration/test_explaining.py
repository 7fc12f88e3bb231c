"""How a picture came about through a whole worker: from noise to that very picture, and with one thing changed."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from pipeline.families.sdxl import SdxlShaped
from studio.jobs.explanations import ExplanationRequest, ExplanationResult, Topic
from studio.jobs.job import Job, JobCommand, JobState
from studio.people.person import OWNER
from studio.pictures.options import HiresFix
from studio.studio import Studio
from studio.words import worded
from tests.engine import chosen, same_weights, state_of
from tests.integration.house import Build, House, with_subjects
from tests.slow import with_slow
from tests.still_studio import studio_over

TWO = {"subjects": (chosen("Dumpling"), chosen("Rex")), "prompt": "dumpling cat and rex dog on the beach", "steps": 3}
SORTS: dict[str, dict[str, Any]] = {
    "of two kept apart": TWO,
    "of one": {"subjects": (chosen("Dumpling"),), "prompt": "dumpling cat on the beach", "steps": 12},
    "larger": {"larger": HiresFix(scale=1.5, strength=0.5), "steps": 4},
    "with noise of its own": {"sampler": "Euler a", "steps": 4},
    "with two looks a step": {"sampler": "Heun", "steps": 4},
    "a variation": {"variation_seed": 7, "variation_strength": 0.2},
}


@pytest.fixture
def house(build: Build, loaded: SdxlShaped) -> House:
    """A studio that knows a cat and a dog."""
    return with_subjects(build("explaining"), loaded, {"Dumpling": "cat", "Rex": "dog"})


@pytest.fixture
def studio(house: House) -> Studio:
    """The page's side of it."""
    return studio_over(house.store, base_model="pocket")


def a_picture(house: House, **changes: Any) -> str:
    """The id of a finished picture."""
    house.create(**changes)
    house.work()
    return house.store.pictures.list(OWNER)[0].id


def explained(house: House, job: Job) -> ExplanationResult:
    house.work()
    done = house.job(job)
    assert done.state is JobState.DONE, worded(done.message)
    assert (done.step, done.result is not None) == (done.steps, True)
    return ExplanationResult.from_json(done.result or {})


def pixels(file: Path) -> np.ndarray:
    with Image.open(file) as image:
        return np.asarray(image.convert("RGB"), np.int16)


def roughness(image: np.ndarray) -> float:
    """How far neighbours are apart on average: much in noise, little in a picture."""
    return float(np.abs(np.diff(image, axis=0)).mean() + np.abs(np.diff(image, axis=1)).mean())


@pytest.mark.parametrize("sort", with_slow(SORTS, ["of two kept apart", "larger"]))
def test_the_strip_ends_with_the_very_picture_bit_for_bit(
    sort: str, house: House, studio: Studio, loaded: SdxlShaped
) -> None:
    id = a_picture(house, **SORTS[sort])
    weights = state_of(loaded.model)
    result = explained(house, studio.explanations.explain(OWNER, id, "denoising"))
    files = [house.store.files.path(file) for file in result.files]
    assert np.array_equal(pixels(files[-1]), pixels(studio.pictures.file(OWNER, id)))
    assert (result.difference, result.is_same_recipe) == (0.0, True)
    assert 3 <= len(result.frames) <= 13
    assert {pixels(file).shape for file in files} == {pixels(files[-1]).shape}
    assert same_weights(loaded.model, weights)


def test_the_strip_begins_with_noise_that_becomes_less_while_the_guess_comes_near(house: House, studio: Studio) -> None:
    id = a_picture(house, steps=12, width=128, height=128, prompt="a cat on the beach")
    frames = explained(house, studio.explanations.explain(OWNER, id, "denoising")).frames
    assert [(one.stage, one.step) for one in frames][:2] == [("picture", 1), ("picture", 3)]
    assert [(one.stage, one.step) for one in frames][-2:] == [("picture", 12), ("done", 0)]
    assert len(frames) == 9
    noisy = [pixels(house.store.files.path(one.noisy_file)) for one in frames]
    guessed = [pixels(house.store.files.path(one.predicted_file)) for one in frames]
    last = noisy[-1]
    far = [float(np.abs(one - last).mean()) for one in guessed]
    assert roughness(noisy[0]) > 2 * roughness(last), "the first is noise"
    assert np.abs(noisy[0] - last).mean() > 40
    assert far[0] > far[4] > far[7], "the guess comes nearer"
    assert far[7] < 6, "and the last one is nearly the picture"


def changed_in(request: ExplanationRequest) -> set[str]:
    """The fields in which any variant is not the picture's request."""
    own = request.picture.to_json()
    return {name for one in request.variants for name, value in one.to_json().items() if value != own[name]}


ALONE = {
    Topic.PROMPT: {"prompt", "typed_prompt"}, Topic.GUIDANCE: {"guidance_scale"}, Topic.SAMPLER: {"sampler"},
    Topic.SEED: {"seed"}, Topic.LORA: {"subjects"},
}  # fmt: skip


def test_every_other_topic_makes_pictures_in_which_that_alone_is_changed(house: House, studio: Studio) -> None:
    asked = {
        "subjects": (chosen("Dumpling"),),
        "prompt": "dumpling cat in a red hat",
        "typed_prompt": "Dumpling in a red hat",
    }
    id = a_picture(house, **asked)
    jobs = {topic: studio.explanations.explain(OWNER, id, topic) for topic in ALONE}
    house.work()
    own = pixels(studio.pictures.file(OWNER, id))
    for topic, job in jobs.items():
        result, request = explained(house, job), job.request
        assert isinstance(request, ExplanationRequest) and changed_in(request) == ALONE[topic]
        files = studio.explanations.files(OWNER, id, topic)
        assert len(files) == len(request.variants) == len(result.variants) == 2
        assert all(pixels(file).shape == own.shape for file in files)
        assert result.is_same_recipe
        assert 0 < max(one.changed for one in result.variants) <= 1, topic
    assert [picture.id for picture in studio.pictures.list(OWNER)] == [id], "none of them is in the album"
    studio.pictures.delete(OWNER, id)
    assert not house.store.files.explained_folder(id).exists()


def test_it_says_so_where_the_picture_cannot_be_made_quite_the_same_any_more(
    house: House, studio: Studio, loaded: SdxlShaped
) -> None:
    id = a_picture(house, **SORTS["of one"] | {"steps": 3})
    other = house.store.subjects.get(OWNER, "Rex").lora_files
    house.store.subjects.update(OWNER, "Dumpling", lora_files=other)  # as if it had been taught anew
    result = explained(house, studio.explanations.explain(OWNER, id, "denoising"))
    assert not result.is_same_recipe and result.difference is not None and result.difference > 1
    assert not explained(house, studio.explanations.explain(OWNER, id, "seed")).is_same_recipe


@pytest.mark.slow(quick_sibling="test_the_strip_begins_with_noise_that_becomes_less_while_the_guess_comes_near")
def test_a_cancel_is_heard_and_what_is_deleted_meanwhile_leaves_nothing_behind(house: House, studio: Studio) -> None:
    id = a_picture(house, steps=30)
    job = studio.explanations.explain(OWNER, id, "seed")
    progress, previews = house.store.jobs.progress, list[str]()

    def heard(act: Any, after: int) -> None:
        def told(job_id: str, **more: Any) -> Any:
            previews.extend([more["preview_file"]] if more.get("preview_file") else [])
            if len(previews) == after:
                act(job_id)
            return progress(job_id, **more)

        house.store.jobs.progress = told  # type: ignore[method-assign]
        house.work()

    heard(lambda job_id: house.store.jobs.ask(OWNER, job_id, JobCommand.CANCEL), 3)
    assert house.job(job).state is JobState.CANCELLED
    assert studio.explanations.explain(OWNER, id, "seed").id == job.id, "another try"
    heard(lambda job_id: studio.pictures.delete(OWNER, id), 6)
    assert worded(house.job(job).message).startswith("The picture that this is about is not there")
    assert not house.store.files.explained_folder(id).exists()
