"""Several subjects in one picture through a whole worker: each kept itself, made again the same, and honestly told."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from pipeline import generate as create
from pipeline import multi_subject
from pipeline.families.sdxl import SdxlShaped
from pipeline.loras import files as lora_files
from pipeline.loras.lora import merged
from pipeline.multi_subject import likeness
from studio.interop.infotext import parse_parameters
from studio.interop.metadata import texts_in
from studio.jobs.findings import Finding, NoLikeness
from studio.jobs.job import Job, JobCommand, JobState
from studio.jobs.requests import SubjectChoice
from studio.people.person import OWNER
from studio.pictures.options import HiresFix
from studio.words import worded
from tests.engine import chosen, same_weights, state_of
from tests.integration.house import Build, House, with_subjects
from tests.integration.test_making import a_start, pictures_of, pixels, request_in
from tests.slow import with_slow
from worker import likeness as worker_likeness
from worker import multi_subject as worker_multi_subject

BOTH = (chosen("Dumpling"), chosen("Rex", 0.8))
KINDS = {"Dumpling": "cat", "Rex": "dog", "Ink": "drawing"}
ASKED: dict[str, Any] = {
    "subjects": BOTH, "prompt": "dumpling cat and rex dog on the beach", "steps": 6, "width": 128, "height": 128,
}  # fmt: skip


@pytest.fixture
def house(build: Build, loaded: SdxlShaped) -> House:
    """A studio that knows a cat, a dog and a way of drawing."""
    return with_subjects(build("company"), loaded, KINDS)


def made(house: House, **changes: Any) -> tuple[Job, list[np.ndarray]]:
    """The job when it is done, and its pictures' pixels."""
    wish = house.create(**(ASKED | changes))
    house.work()
    return house.job(wish), [pixels(house, picture) for picture in pictures_of(house, wish)]


def summed(house: House, loaded: SdxlShaped, **changes: Any) -> np.ndarray:
    """The picture of all LoRAs added everywhere, without a worker."""
    request = replace(house.create(**(ASKED | changes)).request, blending="sum")  # type: ignore[type-var]
    on = []
    for choice in request.subjects:  # type: ignore[union-attr]
        file = house.store.files.path(house.store.subjects.get(OWNER, choice.name).lora_files["kohya"])
        match = lora_files.match(lora_files.read(file), loaded.model, "pocket", loaded.text_encoders)
        on.append((match.lora, choice.strength))
    with merged(loaded.model, on):
        words = create.encode_guided(loaded, request.prompt, request.negative_prompt)  # type: ignore[union-attr]
        settings = create.Settings.of(request)  # type: ignore[arg-type]
        return np.asarray(create.picture(loaded, settings, words, request.seed))  # type: ignore[union-attr]


def test_two_subjects_are_kept_apart_by_default_and_what_was_found_of_each_is_told(
    house: House, loaded: SdxlShaped
) -> None:
    before = state_of(loaded.model)
    job, (first, second) = made(house, count=2)
    assert same_weights(loaded.model, before)
    assert job.result is not None and job.step == job.steps == 12
    assert not np.array_equal(first, second)
    assert not np.array_equal(first, summed(house, loaded))
    assert list(job.result["findings"]) == job.result["pictures"]
    for rows in job.result["findings"].values():
        assert [row["subject"] for row in rows] == ["Dumpling", "Rex"]
        assert all(0 <= row["clear"] <= 1 and not row["added"] for row in rows)
    assert job.message == job.told is not None


@pytest.mark.slow(quick_sibling="test_two_subjects_are_kept_apart_by_default_and_what_was_found_of_each_is_told")
def test_how_like_their_photos_all_are_is_told_of_every_picture_and_photos_are_looked_at_once(
    house: House, loaded: SdxlShaped, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Dumpling", "Rex"):
        known = house.store.subjects.get(OWNER, name)
        house.store.subjects.delete(OWNER, name)
        house.store.subjects.add(replace(known, photo_files=house.photo_files if name == "Dumpling" else ()))
    looked, reference = [], likeness.reference
    monkeypatch.setattr(likeness, "reference", lambda *given, **named: looked.append(1) or reference(*given, **named))
    before = state_of(loaded.model)
    job, _ = made(house, count=2)
    assert same_weights(loaded.model, before)
    assert job.result is not None and len(job.result["pictures"]) == 2
    for picture in job.result["pictures"]:
        (name,) = job.likenesses(picture)
        assert name == "Dumpling" and 0 <= job.likenesses(picture)[name] <= 1
        assert [row["subject"] for row in job.result["findings"][picture]] == ["Dumpling", "Rex"]

    summed_one, _ = made(house, blending="sum")
    alone, _ = made(house, subjects=(chosen("Dumpling"),), prompt="dumpling cat on the beach")
    for one in (summed_one, alone):
        assert one.result is not None
        assert list(one.likenesses(one.result["pictures"][0])) == ["Dumpling"]
        assert "found" not in worded(one.message), "that is said of those who were put somewhere"
    assert looked == [1]


def test_no_likeness_is_said_where_it_means_nothing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    known = house.store.subjects.get(OWNER, "Dumpling")
    house.store.subjects.delete(OWNER, "Dumpling")
    house.store.subjects.add(replace(known, photo_files=house.photo_files))
    alone = {"subjects": (chosen("Dumpling"),), "prompt": "dumpling cat on the beach"}
    for change, why in (
        (lambda: monkeypatch.setattr(likeness, "MOST_PHOTO_ERROR", 0.0), NoLikeness.PHOTOS),
        (lambda: monkeypatch.setattr(worker_likeness, "MEASURED", frozenset()), NoLikeness.BASE_MODEL),
    ):
        change()
        job, _ = made(house, **alone)
        assert job.result is not None
        (picture,) = job.result["pictures"]
        assert (job.likenesses(picture), job.unsaid_likenesses(picture)) == ({}, {"Dumpling": why})


@pytest.mark.slow(quick_sibling="test_no_likeness_is_said_where_it_means_nothing")
def test_no_likeness_is_said_where_it_is_too_close_to_tell(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "OVERLAP", (0.0, 1.1))
    known = house.store.subjects.get(OWNER, "Dumpling")
    house.store.subjects.delete(OWNER, "Dumpling")
    house.store.subjects.add(replace(known, photo_files=house.photo_files))
    job, _ = made(house, subjects=(chosen("Dumpling"),), prompt="dumpling cat on the beach")
    assert job.result is not None
    (picture,) = job.result["pictures"]
    assert (job.likenesses(picture), job.unsaid_likenesses(picture)) == ({}, {"Dumpling": NoLikeness.UNSURE})


def test_of_a_picture_that_cannot_be_compared_is_said_where_its_subject_is_and_nothing_else(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = house.store.subjects.get(OWNER, "Dumpling")
    house.store.subjects.delete(OWNER, "Dumpling")
    house.store.subjects.add(replace(known, photo_files=(*house.photo_files[:1], "photos/gone/01.png")))
    alone = {"subjects": (chosen("Dumpling"),), "prompt": "dumpling cat on the beach"}
    job, pictures = made(house, **alone)
    assert (job.state, len(pictures), job.message) == (JobState.DONE, 1, None)
    (found,) = job.findings(job.pictures[0])
    assert found == Finding(subject="Dumpling", region=found.region) and found.region is not None

    def too_little(*given: object) -> None:
        raise torch.OutOfMemoryError("no room")

    house.store.subjects.delete(OWNER, "Dumpling")
    house.store.subjects.add(replace(known, photo_files=house.photo_files))
    monkeypatch.setattr(likeness, "detect_subjects", too_little)
    job, pictures = made(house, **alone)
    assert (job.state, len(pictures), set(job.result or {})) == (JobState.DONE, 1, {"pictures"})


def test_who_came_out_little_like_its_photos_is_named() -> None:
    def rows(**by_name: float | None) -> list[Finding]:
        return [Finding(subject=name, is_compared=True, likeness=value) for name, value in by_name.items()]

    one = {"a": rows(Dumpling=0.9, Anna=0.15, Rex=None)}
    assert worded(worker_multi_subject.told(one, ["a"])) == "Anna came out little like its photos, try another seed."
    two = {"a": rows(Dumpling=0.1, Anna=0.15), "b": rows(Dumpling=0.7, Anna=0.0)}
    assert (
        worded(worker_multi_subject.told(two, ["a", "b"]))
        == "Little like their photos: Dumpling in picture 1, Anna in picture 1 and 2."
    )
    for likeness_known in (0.9, None):
        assert worker_multi_subject.told({"a": rows(Dumpling=likeness_known)}, ["a"]) is None


def test_who_was_found_is_told_by_likeness_and_where_that_is_not_known_by_place() -> None:
    def told(*pictures: Sequence[tuple[str, bool, float | None]]) -> str:
        rows = [
            [Finding(subject=name, is_clear=is_clear, is_compared=True, likeness=like) for name, is_clear, like in one]
            for one in pictures
        ]
        ids = [str(number) for number in range(len(rows))]
        return worded(worker_multi_subject.told(dict(zip(ids, rows, strict=True)), ids))

    both = [("Dumpling", True, 0.9), ("Anna", False, 0.8)]
    assert told(both) == "Dumpling and Anna were found."
    assert told(both, both) == "Dumpling and Anna were found in all 2 pictures."
    little = [("Dumpling", True, 0.9), ("Anna", True, 0.1)]
    sentence = "Anna came out little like its photos, try another seed."
    assert told(little) == f"Dumpling was found. {sentence}"
    assert told([("Anna", True, 0.1)]) == sentence
    assert told(both, little) == "Little like its photos: Anna in picture 2."
    unknown = [("Dumpling", True, None), ("Anna", False, None)]
    assert told(unknown) == "Dumpling was found; Anna is not clearly seen, try another seed."
    assert told(unknown[:1], unknown[1:]) == "In picture 2 Anna is not clearly seen. Try another seed."


@pytest.mark.slow(quick_sibling="test_two_subjects_are_kept_apart_by_default_and_what_was_found_of_each_is_told")
def test_a_picture_of_two_is_made_again_the_same_from_its_file_and_in_any_order(house: House) -> None:
    wish = house.create(**ASKED)
    house.work()
    (picture,) = pictures_of(house, wish)
    file = house.store.files.path(picture.file)
    request = request_in(file)
    assert request == picture.request and request.blending == "apart"
    assert parse_parameters(texts_in(file)["parameters"]).settings["Blending"] == "apart"
    for same in (request, replace(request, subjects=BOTH[::-1])):
        again = house.store.jobs.add(OWNER, wish.kind, same, same.work)
        house.work()
        assert np.array_equal(pixels(house, pictures_of(house, again)[0]), pixels(house, picture))


@pytest.mark.parametrize("steps", with_slow([1, 2, 3], [1]))
def test_two_subjects_are_kept_apart_in_as_few_steps_as_one(house: House, steps: int) -> None:
    job, pictures = made(house, steps=steps)
    assert (job.state, len(pictures)) == (JobState.DONE, 1)
    assert job.result is not None and [len(rows) for rows in job.result["findings"].values()] == [2]


def test_the_simple_sum_gives_what_it_gave_before_and_says_nothing(house: House, loaded: SdxlShaped) -> None:
    job, (image,) = made(house, blending="sum")
    assert np.array_equal(image, summed(house, loaded))
    (picture,) = job.pictures
    assert (job.message, job.likenesses(picture), job.unsaid_likenesses(picture)) == (None, {}, {})


@pytest.mark.parametrize("subjects", [(chosen("Dumpling"),), (chosen("Dumpling"), chosen("Ink"))])
def test_one_subject_also_with_a_style_is_a_sum(
    subjects: tuple[SubjectChoice, ...], house: House, loaded: SdxlShaped
) -> None:
    job, (image,) = made(house, subjects=subjects)
    assert np.array_equal(image, summed(house, loaded, subjects=subjects))
    assert job.message is None


@pytest.mark.slow(quick_sibling="test_one_subject_also_with_a_style_is_a_sum")
def test_a_style_works_everywhere_beside_two_that_are_kept_apart(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[list[str], list[float]]] = []
    generate = multi_subject.generate

    def noted(loaded: Any, settings: Any, people: Any, *more: Any, **named: Any) -> Any:
        given.append(([one.words for one in people], [strength for _, strength in named["styles"]]))
        return generate(loaded, settings, people, *more, **named)

    monkeypatch.setattr(multi_subject, "generate", noted)
    made(house, subjects=(*BOTH, chosen("Ink", 0.5)))
    assert given == [(["dumpling cat", "rex dog"], [0.5])]


@pytest.mark.slow(quick_sibling="test_the_simple_sum_gives_what_it_gave_before_and_says_nothing")
def test_what_does_not_go_together_yet_is_summed_and_says_so(house: House, loaded: SdxlShaped) -> None:
    job, _ = made(house, start=a_start(house))
    assert job.state is JobState.DONE
    told = "Made as a simple sum: keeping each subject itself does not go with a picture to start from yet."
    assert worded(job.message) == worded(job.told) == told

    job, (image,) = made(house, prompt="(dumpling:1.2) cat and rex dog on the beach")
    assert "a weight on Dumpling" in worded(job.message)
    assert np.array_equal(image, summed(house, loaded, prompt="(dumpling:1.2) cat and rex dog on the beach"))


@pytest.mark.slow(quick_sibling="test_two_subjects_are_kept_apart_by_default_and_what_was_found_of_each_is_told")
def test_a_variation_and_a_larger_version_keep_to_the_places_of_the_picture(house: House) -> None:
    _, (plain,) = made(house)
    _, (near,) = made(house, variation_seed=9, variation_strength=0.1)
    job, (larger,) = made(house, larger=HiresFix(scale=1.5, strength=0.3))
    _, (other,) = made(house, seed=4)
    small = larger.reshape(192, 192, 3)[::3, ::3]

    def apart(one: np.ndarray, two: np.ndarray) -> float:
        return float(np.abs(one.astype(float) - two.astype(float)).mean())

    assert 0 < apart(near, plain) < apart(other, plain)
    assert apart(small, plain[::2, ::2]) < apart(other[::2, ::2], plain[::2, ::2])
    assert job.step == job.steps or job.step > 6
    assert "second pass" in worded(job.message)


def test_a_cancel_is_heard_inside_a_picture_of_two(house: House, loaded: SdxlShaped) -> None:
    before = state_of(loaded.model)
    wish = house.create(**(ASKED | {"steps": 30}))
    progress, seen = house.store.jobs.progress, []

    def cancelled_soon(job_id: str, **more: Any) -> Any:
        seen.append(more["step"])
        if len(seen) == 5:
            house.store.jobs.ask(OWNER, job_id, JobCommand.CANCEL)
        return progress(job_id, **more)

    house.store.jobs.progress = cancelled_soon  # type: ignore[method-assign]
    house.work()
    assert house.job(wish).state is JobState.CANCELLED
    assert max(seen) < 30
    assert house.store.pictures.list(OWNER) == []
    assert same_weights(loaded.model, before)


def told_of(house: House) -> list[dict[str, Any]]:
    """What the job says while it works, each time with how many pictures are there by then; filled as it goes."""
    progress, said = house.store.jobs.progress, []

    def noted(job_id: str, **more: Any) -> Any:
        said.append(deepcopy(more) | {"pictures": len(house.store.pictures.list(OWNER))})
        return progress(job_id, **more)

    house.store.jobs.progress = noted  # type: ignore[method-assign]
    return said


def seatings(said: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [more for more in said if "seating" in (more.get("result") or {})]


@pytest.mark.slow(quick_sibling="test_two_subjects_are_kept_apart_by_default_and_what_was_found_of_each_is_told")
def test_who_sits_where_is_told_with_a_preview_before_each_picture_is_made_and_not_after_it(house: House) -> None:
    said = told_of(house)
    job, _ = made(house, count=2)
    first, second = seatings(said)
    assert (first["pictures"], second["pictures"]) == (0, 1)
    assert 0 < first["step"] < 6 < second["step"] < 12 and first["preview_file"]
    assert job.result is not None and "seating" not in job.result
    for early, rows in zip((first, second), job.result["findings"].values(), strict=True):
        assert early["result"]["seating"] == [{"subject": row["subject"], "seat": tuple(row["seat"])} for row in rows]
    after = said[said.index(first) + 1 : said.index(second)]
    assert any(more.get("result") and "seating" not in more["result"] for more in after), "the next one has its own"


@pytest.mark.slow(
    quick_sibling="tests/unit/pipeline/multi_subject/test_picture.py::test_a_subject_sits_in_the_box_it_was_given"
)
def test_a_subject_is_put_inside_the_box_that_it_was_given(house: House) -> None:
    right, left = (0.55, 0.2, 0.95, 0.9), (0.05, 0.2, 0.45, 0.9)
    given = [replace(one, box=box) for one, box in zip(BOTH, (right, left), strict=True)]
    said = told_of(house)
    made(house, subjects=tuple(given))
    (early,) = seatings(said)
    cell = 1 / 16  # of a picture of 128 pixels
    for row, (left_side, top, right_side, bottom) in zip(early["result"]["seating"], (right, left), strict=True):
        region = row["seat"]
        assert left_side - cell <= region[0] < region[2] <= right_side + cell, row
        assert top - cell <= region[1] < region[3] <= bottom + cell, row


@pytest.mark.slow(quick_sibling="test_two_subjects_are_kept_apart_by_default_and_what_was_found_of_each_is_told")
def test_where_a_stopped_picture_had_people_is_forgotten_when_it_is_begun_again(house: House) -> None:
    progress = house.store.jobs.progress

    def stopped_when_seated(job_id: str, **more: Any) -> Any:
        if "seating" in (more.get("result") or {}):
            house.stopping.set()
        return progress(job_id, **more)

    house.store.jobs.progress = stopped_when_seated  # type: ignore[method-assign]
    wish = house.create(**ASKED)
    house.work()
    assert house.stopping.is_set() and house.job(wish).state is JobState.INTERRUPTED
    house.store.jobs.progress = progress  # type: ignore[method-assign]
    house.stopping.clear()
    said = told_of(house)
    house.work()
    assert said[0]["result"] == {"findings": {}}
    assert len(seatings(said)) == 1 and house.job(wish).state is JobState.DONE


@pytest.mark.slow(quick_sibling="test_two_subjects_are_kept_apart_by_default_and_what_was_found_of_each_is_told")
def test_what_was_found_before_a_stop_is_still_known_after_it(house: House) -> None:
    add = house.store.pictures.add

    def stop(picture: Any) -> Any:
        house.stopping.set()
        return add(picture)

    house.store.pictures.add = stop  # type: ignore[method-assign]
    wish = house.create(**(ASKED | {"count": 2}))
    house.work()
    assert len(house.store.pictures.list(OWNER)) == 1
    house.store.pictures.add = add  # type: ignore[method-assign]
    house.stopping.clear()
    house.work()
    result = house.job(wish).result or {}
    assert list(result["findings"]) == result["pictures"] and len(result["pictures"]) == 2
