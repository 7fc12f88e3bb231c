"""How a picture came about, asked for: what is made of it, what is changed, why not, and where it all lies."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from studio.errors import NotFound, StudioError
from studio.jobs.explanations import ExplanationRequest, Topic
from studio.jobs.job import Job, JobState
from studio.people.person import OWNER
from studio.pictures.explanations import other_guidance, other_samplers, other_seeds, sample_picture
from studio.pictures.options import strip
from studio.pictures.picture import Picture
from studio.store import Store
from studio.studio import Studio
from studio.words import say
from tests.any_request import picture_request
from tests.by_hand import begin, finish_explanation, finish_pictures
from tests.unit.studio.taught import teach


@pytest.fixture
def picture(studio: Studio, store: Store, photos: list[Path]) -> Picture:
    """One of Dumpling, in a style."""
    teach(studio, store, photos)
    studio.pictures.create(
        OWNER, "Dumpling in the snow", subjects=[{"name": "Dumpling"}], seed=5, options={"style": "a watercolour"}
    )
    return finish_pictures(store, begin(store), 1.0)[-1]


def asked(job: Job) -> ExplanationRequest:
    assert isinstance(job.request, ExplanationRequest)
    return job.request


def test_it_is_made_once_and_found_by_whoever_asks_again(studio: Studio, store: Store, picture: Picture) -> None:
    first = studio.explanations.explain(OWNER, picture.id, "denoising")
    assert first.id == studio.explanations.explain(OWNER, picture.id, "denoising").id
    assert (asked(first).picture, asked(first).variants, first.steps) == (picture.request, (), picture.request.work)
    found = studio.explanations.of(OWNER, picture.id)
    assert [one.topic for one in found] == list(Topic)
    assert [one.job and one.job.state for one in found] == [JobState.QUEUED, *[None] * 5]
    with pytest.raises(NotFound, match="not made yet"):
        studio.explanations.files(OWNER, picture.id, "denoising")
    result = finish_explanation(store, begin(store))
    done = studio.explanations.of(OWNER, picture.id)[0]
    assert (done.result, done.request) == (result, first.request)
    assert studio.explanations.explain(OWNER, picture.id, "denoising").state is JobState.DONE
    files = studio.explanations.files(OWNER, picture.id, "denoising")
    assert [store.files.relative(file) for file in files] == list(result.files)
    assert [one.id for one in studio.pictures.list(OWNER)] == [picture.id], "the album has no more than before"


def test_what_was_stopped_or_failed_can_be_tried_again(studio: Studio, store: Store, picture: Picture) -> None:
    job = studio.explanations.explain(OWNER, picture.id, "seed")
    assert studio.explanations.stop(OWNER, picture.id, "seed").state is JobState.CANCELLED
    assert studio.explanations.explain(OWNER, picture.id, "seed").state is JobState.QUEUED
    store.jobs.fail(begin(store).id, StudioError("memory-too-small"))
    again = studio.explanations.explain(OWNER, picture.id, "seed")
    assert (again.id, again.state) == (job.id, JobState.QUEUED)


def test_words_change_to_who_is_in_the_picture_alone_and_to_another_place(studio: Studio, picture: Picture) -> None:
    only, elsewhere = asked(studio.explanations.explain(OWNER, picture.id, "prompt")).variants
    assert [one.typed_prompt for one in (only, elsewhere)] == ["Dumpling", "Dumpling on the beach"]
    assert [one.prompt for one in (only, elsewhere)] == [
        "dumpling cat, a watercolour", "dumpling cat on the beach, a watercolour",
    ]  # fmt: skip


def test_the_lora_is_left_out_or_halved(studio: Studio, picture: Picture) -> None:
    variants = asked(studio.explanations.explain(OWNER, picture.id, "lora")).variants
    assert [one.subjects[0].strength for one in variants] == [0, 0.5]
    assert all(replace(one, subjects=picture.request.subjects) == picture.request for one in variants)


@pytest.mark.parametrize(("own", "others"), [(3.0, [1, 9]), (7.5, [1, 22]), (1.0, [5]), (30.0, [1])])
def test_guidance_becomes_little_and_much(own: float, others: list[float]) -> None:
    assert other_guidance(own) == others


def test_samplers_and_seeds_are_never_the_pictures_own() -> None:
    for name, others in (
        ("DPM++ 2M Karras", ["Euler a", "Euler"]), ("Euler a", ["DPM++ 2M Karras", "Euler"]),
        ("Euler", ["Heun", "DPM++ 2M"]),
    ):  # fmt: skip
        assert other_samplers(picture_request(sampler=name)) == others
    assert (other_seeds(3), other_seeds(2**64 - 1)) == ([4, 5], [2**64 - 2, 2**64 - 3])


def obstacles(studio: Studio, id: str) -> dict[str, str]:
    return {one.topic.value: say(one.obstacle) for one in studio.explanations.of(OWNER, id) if one.obstacle is not None}


def test_what_cannot_be_shown_is_said_with_why_and_queues_nothing(
    studio: Studio, store: Store, picture: Picture
) -> None:
    def changed(**values: Any) -> str:
        return store.pictures.add(replace(picture, id="other", request=replace(picture.request, **values))).id

    assert obstacles(studio, picture.id) == {}
    assert set(obstacles(studio, changed(subjects=()))) == {"lora"}
    assert list(obstacles(studio, changed(sampler="Hyper-SD", steps=8))) == ["sampler"]
    assert len(obstacles(studio, changed(grid=strip()))) == len(Topic)
    assert "base model" in obstacles(studio, changed(base_model="/gone/model.safetensors"))["denoising"]
    studio.subjects.delete(OWNER, "Dumpling")
    assert obstacles(studio, picture.id)["seed"].startswith("Dumpling is not there any more")
    before = len(studio.queue.list(OWNER))
    with pytest.raises(StudioError, match="Dumpling is not there"):
        studio.explanations.explain(OWNER, picture.id, "seed")
    with pytest.raises(StudioError, match="denoising, prompt"):
        studio.explanations.explain(OWNER, picture.id, "weather")
    with pytest.raises(NotFound):
        studio.explanations.explain(OWNER, "nowhere", "seed")
    assert len(studio.queue.list(OWNER)) == before


def test_all_of_it_goes_with_the_picture_and_not_before(studio: Studio, store: Store, picture: Picture) -> None:
    studio.explanations.explain(OWNER, picture.id, "guidance")
    finish_explanation(store, begin(store))
    folder = store.files.explained_folder(picture.id)
    assert len(studio.pictures.files(OWNER, picture.id)) == 4
    studio.pictures.put_in_bin(OWNER, [picture.id])
    assert len(list(folder.iterdir())) == 2
    studio.pictures.delete(OWNER, picture.id)
    assert not folder.exists()


def test_a_request_and_its_result_are_read_as_they_were_written(studio: Studio, store: Store, picture: Picture) -> None:
    for topic in Topic:
        request = asked(studio.explanations.explain(OWNER, picture.id, topic))
        assert ExplanationRequest.from_json(request.to_json()) == request
    with pytest.raises(StudioError, match="variants were asked for"):
        ExplanationRequest(picture_id="x", topic=Topic.SEED, picture=picture.request)


def test_the_sample_that_comes_along_has_every_topic_and_every_file(studio: Studio, tmp_path: Path) -> None:
    sample = studio.explanations.sample()
    assert sample is not None and sample.file.is_file()
    assert [one.topic for one in sample.explanations] == list(Topic)
    for one in sample.explanations:
        assert one.result is not None and one.request is not None
        assert all(sample.path(file).is_file() for file in one.result.files), one.topic
    assert sample_picture(tmp_path) is None
