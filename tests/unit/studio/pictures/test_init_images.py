"""What a person makes of finished pictures: more like one, a larger one, another one that starts from it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from studio.errors import NotFound, StudioError
from studio.jobs.job import Job, JobCommand
from studio.jobs.requests import PictureRequest
from studio.pictures.options import HiresFix, strip
from studio.pictures.picture import Picture
from studio.store import Store
from studio.studio import Studio
from tests.by_hand import begin, finish_pictures


def asked(job: Job) -> PictureRequest:
    assert isinstance(job.request, PictureRequest)
    return job.request


def a_picture(studio: Studio, store: Store, **arguments: Any) -> Picture:
    studio.pictures.create(**{"prompt": "a red house", "seed": 5, **arguments})
    return finish_pictures(store, begin(store), 1.0)[-1]


def test_more_like_a_picture_are_four_near_its_seed_and_all_else_stays(studio: Studio, store: Store) -> None:
    picture = a_picture(studio, store, count=2, steps=7)
    job = studio.pictures.more_like(picture.id, strength=0.2)
    request = asked(job)
    assert (request.seed, request.count, request.steps, request.variation_strength) == (6, 4, 7, 0.2)
    assert [request.one(index).variation_seed - request.variation_seed for index in range(4)] == [0, 1, 2, 3]
    assert job.steps == 28
    assert asked(studio.pictures.more_like(picture.id)).variation_seed != request.variation_seed


def test_a_larger_version_is_the_same_picture_with_a_second_pass_and_grows_from_there(
    studio: Studio, store: Store
) -> None:
    picture = a_picture(studio, store)
    larger = asked(studio.pictures.larger(picture.id))
    assert larger == replace(picture.request, larger=HiresFix(scale=1.5, strength=0.35))
    assert larger.final_size == (384, 384)
    twice = store.pictures.add(replace(picture, id="larger", request=larger))
    assert asked(studio.pictures.larger(twice.id, scale=2.0)).larger == HiresFix(scale=3.0, strength=0.35)
    large = store.pictures.add(replace(twice, id="most", request=replace(larger, width=1024, height=1024)))
    with pytest.raises(StudioError, match="would be 3072 × 3072 pixels"):
        studio.pictures.larger(large.id, 2)


def test_a_sheet_is_no_picture_to_go_on_from(studio: Studio, store: Store) -> None:
    picture = a_picture(studio, store)
    grid = replace(strip(), x=replace(strip().x, name="steps", values=(4, 8)))
    sheet = store.pictures.add(replace(picture, id="sheet", request=replace(picture.request, grid=grid)))
    for deed in (studio.pictures.more_like, studio.pictures.larger):
        with pytest.raises(StudioError, match="This is a sheet of several pictures"):
            deed(sheet.id)


def test_a_picture_from_before_each_had_its_own_request_goes_on_from_its_own_seed(studio: Studio, store: Store) -> None:
    picture = a_picture(studio, store)
    early = store.pictures.add(replace(picture, id="early", seed=9, request=replace(picture.request, count=5)))
    assert asked(studio.pictures.larger(early.id)).seed == 9


def test_a_kept_start_is_bare_pixels_kept_once_and_goes_with_the_last_picture_that_needs_it(
    studio: Studio, store: Store, photos: list[Path]
) -> None:
    file = studio.init_images.keep(photos[0])
    assert studio.init_images.keep(photos[0]) == file
    assert (studio.init_images.size(file), studio.init_images.file(file).parent) == (
        (400, 300),
        store.files.path("starts"),
    )
    with Image.open(studio.init_images.file(file)) as kept:
        assert (kept.format, kept.info) == ("PNG", {})

    picture = a_picture(studio, store, options={"start": {"file": file}})
    waiting = studio.pictures.create("a blue house", options={"start": {"file": file, "strength": 0.6}})
    studio.pictures.delete(picture.id)
    assert studio.init_images.file(file).is_file(), "a job still needs it"
    store.jobs.ask(waiting.id, JobCommand.CANCEL)
    again = a_picture(studio, store, options={"start": {"file": file}})
    studio.pictures.delete(again.id)
    with pytest.raises(NotFound, match="is not there any more"):
        studio.init_images.file(file)


def test_only_pictures_that_were_kept_for_it_can_be_started_from(studio: Studio, store: Store, tmp_path: Path) -> None:
    for file in ("studio.db", "pictures/x.png", "starts", "starts/none.png"):
        with pytest.raises(StudioError):
            studio.init_images.file(file)
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"nothing")
    with pytest.raises(StudioError, match=r"broken\.png"):
        studio.init_images.keep(broken)
