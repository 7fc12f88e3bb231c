"""A part of a picture drawn again through a whole worker: the rest stays to the bit, and the part is its subject's."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from pipeline.families.sdxl import SdxlShaped
from studio.interop.infotext import parse_parameters
from studio.interop.metadata import GRAPH, texts_in
from studio.jobs.job import Job, JobCommand, JobState
from studio.people.person import OWNER
from studio.studio import Studio
from studio.words import worded
from tests.engine import chosen, same_weights, state_of
from tests.integration.house import Build, House, with_subjects
from tests.integration.test_making import pictures_of, pixels, request_in
from tests.still_studio import studio_over

SIDE = 128
LEFT = (0.0, 0.0, 0.4, 1.0)
MIDDLE = (0.4, 0.4, 0.6, 0.6)


@pytest.fixture
def house(build: Build, loaded: SdxlShaped) -> House:
    """A studio that knows a cat and a dog."""
    return with_subjects(build("again"), loaded, {"Dumpling": "cat", "Rex": "dog"})


@pytest.fixture
def studio(house: House) -> Studio:
    """The page's side of it."""
    return studio_over(house.store, base_model="pocket")


def a_picture(house: House, **changes: Any) -> tuple[str, np.ndarray]:
    """A finished picture: its id and its pixels."""
    asked: dict[str, Any] = {"subjects": (chosen("Dumpling"),), "prompt": "dumpling cat on the beach", "steps": 3}
    wish = house.create(**(asked | {"width": SIDE, "height": SIDE} | changes))
    house.work()
    (picture,) = pictures_of(house, wish)
    return picture.id, pixels(house, picture)


def made(house: House, job: Job) -> list[np.ndarray]:
    house.work()
    return [pixels(house, picture) for picture in pictures_of(house, job)]


def changed(before: np.ndarray, after: np.ndarray) -> tuple[slice, slice]:
    """The rows and columns in which anything changed."""
    rows, columns = np.nonzero((before != after).any(2))
    return slice(rows.min(), rows.max() + 1), slice(columns.min(), columns.max() + 1)


def test_outside_of_a_box_every_pixel_stays_and_the_model_is_as_it_was(
    house: House, studio: Studio, loaded: SdxlShaped
) -> None:
    id, before = a_picture(house)
    weights = state_of(loaded.model)
    job = studio.pictures.draw_again(OWNER, id, box=MIDDLE, count=2, seed=7, strength=1)
    first, second = made(house, job)
    for after in (first, second):
        rows, columns = changed(before, after)
        assert rows.start >= 30 and rows.stop <= 98 and columns.start >= 30 and columns.stop <= 98
        assert (before[52:76, 52:76] != after[52:76, 52:76]).mean() > 0.9
    assert not np.array_equal(first, second)
    assert same_weights(loaded.model, weights)
    assert house.job(job).step == house.job(job).steps == 6


def test_a_painted_mask_of_any_size_is_the_part(house: House, studio: Studio, tmp_path: Path) -> None:
    id, before = a_picture(house)
    layer = Image.new("RGBA", (300, 300))
    layer.paste((0, 0, 0, 255), (0, 0, 60, 300))  # black on nothing, as an editor's brush leaves it
    layer.save(tmp_path / "layer.png")
    (after,) = made(house, studio.pictures.draw_again(OWNER, id, mask=tmp_path / "layer.png", strength=1))
    _, columns = changed(before, after)
    assert columns.start == 0 and 25 <= columns.stop <= 40


def test_it_is_made_again_from_its_file_which_says_what_it_is(house: House, studio: Studio) -> None:
    id, _ = a_picture(house)
    job = studio.pictures.draw_again(OWNER, id, box=MIDDLE)
    house.work()
    (picture,) = pictures_of(house, job)
    file = house.store.files.path(picture.file)
    texts = texts_in(file)
    assert request_in(file) == picture.request
    assert parse_parameters(texts["parameters"]).settings["Inpaint area"] == "Only masked"
    assert "the rest stayed" in texts[GRAPH]
    studio.pictures.delete(OWNER, id)
    again = house.store.jobs.add(OWNER, job.kind, picture.request, picture.request.work)
    assert np.array_equal(made(house, again)[0], pixels(house, picture))
    found = studio.metadata.read(OWNER, file)
    assert found.request.inpaint is None and "the part is not" in " ".join(map(worded, found.remarks))

    house.store.files.remove(picture.request.files[0])
    gone = house.store.jobs.add(OWNER, job.kind, picture.request, picture.request.work)
    house.work()
    assert worded(house.job(gone).message).startswith("The picture of which a part was to be drawn again is no longer")


def test_of_two_in_a_picture_the_one_who_is_there_is_drawn_or_both_or_nobody(
    house: House, studio: Studio, loaded: SdxlShaped
) -> None:
    two = (chosen("Dumpling"), chosen("Rex"))
    id, before = a_picture(house, subjects=two, prompt="dumpling cat and rex dog on the beach")
    boxes = studio.pictures.boxes(OWNER, id)
    assert set(boxes) == {"Dumpling", "Rex"}
    for name, (left, top, right, bottom) in boxes.items():
        assert studio.pictures.subject_at(OWNER, id, (left + right) / 2, (top + bottom) / 2) in boxes, name
    weights = state_of(loaded.model)
    asked = {"strength": 1, "seed": 1, "box": MIDDLE}
    answers = [made(house, studio.pictures.draw_again(OWNER, id, **asked, subjects=names))[0] for names in (  # type: ignore[arg-type]
        ["Dumpling"], ["Rex"], ["Dumpling", "Rex"],
    )]  # fmt: skip
    for number, one in enumerate(answers):
        assert not np.array_equal(one, before)
        assert not any(np.array_equal(one, other) for other in answers[:number])
    assert same_weights(loaded.model, weights)


def test_a_cancel_is_heard_inside_a_part_and_what_is_shown_meanwhile_is_the_whole_picture(
    house: House, studio: Studio
) -> None:
    id, before = a_picture(house, steps=30)
    job = studio.pictures.draw_again(OWNER, id, box=MIDDLE, strength=1, count=2)
    progress, shown = house.store.jobs.progress, []

    def cancelled_soon(job_id: str, **more: Any) -> Any:
        if more.get("preview_file"):
            with Image.open(house.store.files.path(more["preview_file"])) as image:
                shown.append(np.asarray(image.convert("RGB").resize((SIDE, SIDE))))
        if len(shown) == 3:
            house.store.jobs.ask(OWNER, job_id, JobCommand.CANCEL)
        return progress(job_id, **more)

    house.store.jobs.progress = cancelled_soon  # type: ignore[method-assign]
    house.work()
    assert house.job(job).state is JobState.CANCELLED
    assert [picture.id for picture in house.store.pictures.list(OWNER)] == [id]
    corner = np.s_[:24, :24]
    assert abs(shown[-1][corner].astype(int) - before[corner]).mean() < 3
