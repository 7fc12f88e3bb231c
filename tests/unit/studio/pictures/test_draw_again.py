"""A part of a picture asked for again: which part, who is in it, and what the request keeps of the picture."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from studio.errors import NotFound, StudioError
from studio.jobs.job import Job
from studio.jobs.requests import PictureRequest
from studio.people.person import OWNER
from studio.pictures.options import Box, Inpaint, strip
from studio.pictures.picture import Picture
from studio.pictures.regions import places_in_box, places_in_mask, subject_at, subjects_in
from studio.store import Store
from studio.studio import Studio
from tests.any_request import boxes
from tests.by_hand import begin, finish_pictures
from tests.unit.studio.taught import teach

CAT, ANNA = (0.0, 0.5, 0.4, 1.0), (0.3, 0.1, 0.9, 1.0)
PLACES = {"Dumpling": CAT, "Anna": ANNA}
BOTH = [{"name": "Dumpling"}, {"name": "Anna"}]


def again(job: Job) -> PictureRequest:
    assert isinstance(job.request, PictureRequest) and job.request.inpaint is not None
    return job.request


def part(job: Job) -> Inpaint:
    inpaint = again(job).inpaint
    assert inpaint is not None
    return inpaint


@pytest.fixture
def picture(studio: Studio, store: Store, photos: list[Path]) -> Picture:
    """One of Dumpling and Anna, in which both were found."""
    teach(studio, store, photos)
    teach(studio, store, photos, "Anna", "woman")
    options = {"larger": {"scale": 1.5}, "variation_seed": 3, "variation_strength": 0.1}
    studio.pictures.create(OWNER, "Dumpling and Anna in the snow", "rain", BOTH, options=options, seed=5)
    made = finish_pictures(store, begin(store), 1.0, PLACES)[-1]
    made = store.pictures.add(replace(made, width=384, height=384))
    Image.linear_gradient("L").resize((384, 384)).convert("RGB").save(store.files.path(made.file))
    return made


def test_a_part_keeps_the_words_and_settings_of_its_picture_at_the_size_that_it_came_to(
    studio: Studio, picture: Picture
) -> None:
    job = studio.pictures.draw_again(OWNER, picture.id, box=[0.5, 0.1, 0.8, 0.4], strength=0.5, count=3.0, seed=9)
    request, kept = again(job), part(job)
    assert (request.width, request.height, request.larger, request.variation_strength) == (384, 384, None, 0)
    assert (request.prompt, request.negative_prompt, request.subjects) == (
        picture.request.prompt, "rain", picture.request.subjects,
    )  # fmt: skip
    assert (request.seed, request.count, job.steps) == (9, 3, 3 * (request.steps // 2))
    assert (kept.box, kept.mask, kept.subjects, kept.boxes) == ((0.5, 0.1, 0.8, 0.4), None, ("Anna",), PLACES)
    assert PictureRequest.from_json(request.to_json()) == request
    with Image.open(studio.init_images.file(OWNER, kept.file)) as image:
        assert image.size == (384, 384)


def test_who_is_drawn_is_who_is_named_or_who_is_there(studio: Studio, picture: Picture, tmp_path: Path) -> None:
    def drawn(**asked: Any) -> tuple[str, ...]:
        return part(studio.pictures.draw_again(OWNER, picture.id, **asked)).subjects

    mask = Image.new("L", (700, 50))
    ImageDraw.Draw(mask).rectangle((0, 30, 200, 50), fill=255)
    mask.save(tmp_path / "mask.png")
    assert drawn(mask=tmp_path / "mask.png") == ("Dumpling",)
    assert drawn(box=(0, 0, 1, 1)) == ("Dumpling", "Anna")
    assert drawn(box=(0.95, 0, 1, 0.2)) == ()
    assert drawn(box=(0, 0.6, 0.2, 0.8), subjects=["anna"]) == ("Anna",)
    assert drawn(box=(0, 0.6, 0.2, 0.8), prompt="Anna in a red hat") == ("Anna",)
    assert drawn(box=(0, 0.6, 0.2, 0.8), prompt="in a red hat") == ("Dumpling",)
    kept = part(studio.pictures.draw_again(OWNER, picture.id, subjects=["Anna"]))
    assert (kept.subjects, kept.box) == (("Anna",), ANNA)


def test_an_own_prompt_is_read_as_any_other_and_names_who_was_not_there_yet(
    studio: Studio, store: Store, photos: list[Path], picture: Picture
) -> None:
    teach(studio, store, photos, "Rex", "dog")
    asked: dict[str, Any] = {"box": CAT, "prompt": "Rex asleep", "subjects": ["Rex"]}
    request = again(studio.pictures.draw_again(OWNER, picture.id, **asked))
    assert (request.typed_prompt, request.prompt) == ("Rex asleep", "rex dog asleep")
    assert [choice.name for choice in request.subjects] == ["Dumpling", "Anna", "Rex"]
    assert request.inpaint is not None and request.inpaint.subjects == ("Rex",)


def test_what_is_no_part_is_refused_with_what_is_one(
    studio: Studio, store: Store, picture: Picture, tmp_path: Path
) -> None:
    Image.new("RGBA", (9, 9)).save(tmp_path / "empty.png")
    (tmp_path / "text.png").write_bytes(b"no picture")
    wrong: list[tuple[dict[str, Any], str]] = [
        ({}, "by a mask, by a box, or by a subject"),
        ({"box": CAT, "mask": tmp_path / "empty.png"}, "either by a mask or by a box"),
        ({"mask": tmp_path / "empty.png"}, "Nothing is marked"),
        ({"mask": tmp_path / "text.png"}, "text.png"),
        ({"box": (0.5, 0, 0.5, 1)}, "left, top, right and bottom"),
        ({"box": (0, 0, 2, 1)}, "left, top, right and bottom"),
        ({"box": "all"}, "left, top, right and bottom"),
        ({"box": CAT, "strength": 0}, "How much the part may change"),
        ({"box": CAT, "count": 99}, "16"),
    ]
    for asked, told in wrong:
        with pytest.raises(StudioError, match=told):
            studio.pictures.draw_again(OWNER, picture.id, **asked)
    with pytest.raises(NotFound):
        studio.pictures.draw_again(OWNER, picture.id, box=CAT, subjects=["Nobody"])
    with pytest.raises(NotFound):
        studio.pictures.draw_again(OWNER, "none", box=CAT)
    sheet = store.pictures.add(replace(picture, id="sheet", request=replace(picture.request, grid=strip())))
    with pytest.raises(StudioError, match="sheet of several"):
        studio.pictures.draw_again(OWNER, sheet.id, box=CAT)


def test_the_picture_and_the_mask_go_with_the_last_picture_that_needs_them(
    studio: Studio, store: Store, picture: Picture, tmp_path: Path
) -> None:
    Image.new("L", (9, 9), 255).save(tmp_path / "all.png")
    job = studio.pictures.draw_again(OWNER, picture.id, mask=tmp_path / "all.png")
    made = finish_pictures(store, begin(store), 2.0)[-1]
    files = [store.files.path(file) for file in again(job).files]
    assert len(files) == 2 and all(file.is_file() for file in files)
    studio.pictures.delete(OWNER, picture.id)
    assert all(file.is_file() for file in files)
    studio.pictures.delete(OWNER, made.id)
    assert not any(file.exists() for file in files)


def test_whose_a_place_is_is_told_by_the_smallest_box_around_it(studio: Studio, picture: Picture) -> None:
    assert studio.pictures.boxes(OWNER, picture.id) == PLACES
    assert studio.pictures.subject_at(OWNER, picture.id, 0.35, 0.8) == "Dumpling"
    assert studio.pictures.subject_at(OWNER, picture.id, 0.35, 0.3) == "Anna"
    assert studio.pictures.subject_at(OWNER, picture.id, 0.95, 0.05) is None
    with pytest.raises(StudioError, match="from the left"):
        studio.pictures.subject_at(OWNER, picture.id, 1.2, 0.5)


@given(box=boxes())
def test_every_box_has_places_and_a_subject_with_that_box_is_in_it(box: Box) -> None:
    places = places_in_box(box)
    assert places
    if (box[2] - box[0]) * (box[3] - box[1]) > 0.05:
        assert subjects_in({"Anna": box}, places) == ("Anna",)


@given(x=st.integers(0, 299), y=st.integers(0, 199))
def test_a_mask_of_one_pixel_is_still_a_part(x: int, y: int) -> None:
    mask = Image.new("L", (300, 200))
    mask.putpixel((x, y), 255)
    (found, *_) = places_in_mask(mask)
    assert abs(found[0] - (x + 0.5) / 300) < 0.03 and abs(found[1] - (y + 0.5) / 200) < 0.03
    assert subject_at({}, *found) is None
