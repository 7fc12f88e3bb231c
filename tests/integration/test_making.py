"""Pictures of every sort through a whole worker: batches, grids, starts, larger ones; each made again from its file."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from pipeline import generate
from pipeline.families.sdxl import SdxlShaped
from pipeline.loras import files as lora_files
from studio.interop.infotext import parse_parameters
from studio.interop.metadata import PARAMETERS, own_request, texts_in
from studio.jobs.job import Job, JobCommand, JobState
from studio.jobs.requests import PictureRequest
from studio.people.person import OWNER
from studio.pictures.options import Axis, Grid, HiresFix, InitImage, strip
from studio.pictures.picture import Picture
from studio.subjects.subject import Subject
from studio.words import worded
from tests.engine import chosen, random_lora, same_weights, state_of
from tests.integration.house import Build, House
from tests.slow import with_slow
from tests.unit.pipeline.loras.test_files import ABOUT, FACTS


@pytest.fixture
def house(build: Build, loaded: SdxlShaped) -> House:
    """A studio that knows Dumpling."""
    house = build("making")
    file = house.store.files.write_whole(
        "loras/dumpling/dumpling.safetensors", lora_files.kohya_bytes(random_lora(loaded.model), ABOUT, FACTS)
    )
    taught = Subject(owner=OWNER,
        name="Dumpling", kind="cat", trigger_word="dumpling", base_model="pocket", state="ready",
        lora_files={"kohya": house.store.files.relative(file)},
    )  # fmt: skip
    house.store.subjects.add(taught)
    return house


def pictures_of(house: House, wish: Job) -> list[Picture]:
    job = house.job(wish)
    assert job.state is JobState.DONE, worded(job.message)
    assert job.result is not None
    return [house.store.pictures.get(OWNER, id) for id in job.result["pictures"]]


def pixels(house: House, picture: Picture) -> np.ndarray:
    with Image.open(house.store.files.path(picture.file)) as image:
        return np.asarray(image)


def a_start(house: House) -> InitImage:
    path = house.store.files.start_file(OWNER, "x")
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.linear_gradient("L").convert("RGB").save(path)
    return InitImage(file=house.store.files.relative(path), strength=0.6)


SORTS: dict[str, dict[str, Any]] = {
    "three of one request": {"count": 3},
    "with a subject and weights": {"subjects": (chosen(),), "prompt": "a (dumpling cat:1.2) on the [beach]"},
    "noise of its own": {"sampler": "DPM++ SDE Karras", "count": 2},
    "a variation": {"variation_seed": 7, "variation_strength": 0.2, "count": 2},
    "a larger version": {"larger": HiresFix(scale=1.5, strength=0.5), "steps": 4},
    "a long prompt": {"prompt": "a cat on the beach " * 20},
    "a strip": {"subjects": (chosen(),), "grid": strip()},
    "a grid": {"grid": Grid(x=Axis(name="steps", values=(2, 3)), y=Axis(name="sampler", values=("Euler", "Heun")))},
}


def request_in(file: Path) -> PictureRequest:
    """The request that a picture's file was made from."""
    own = own_request(texts_in(file))
    assert own is not None
    return PictureRequest.from_json(own)


@pytest.mark.parametrize("sort", with_slow(SORTS, ("with a subject and weights", "a variation")))
def test_the_request_in_a_pictures_file_makes_the_same_pixels_again(sort: str, house: House) -> None:
    wish = house.create(**SORTS[sort])
    house.work()
    made = [picture for picture in pictures_of(house, wish) if not picture.id.endswith("sheet")]
    kept = [(picture, request_in(house.store.files.path(picture.file))) for picture in made]

    again = [(picture, house.store.jobs.add(OWNER, wish.kind, request, request.work)) for picture, request in kept]
    house.work()

    assert len(made) == wish.request.amount  # type: ignore[union-attr]
    for (picture, job), (_, request) in zip(again, kept, strict=True):
        (twin,) = pictures_of(house, job)
        assert np.array_equal(pixels(house, twin), pixels(house, picture))
        assert twin.request == request == picture.request


def test_a_picture_that_starts_from_another_one_is_made_again_the_same(house: House) -> None:
    wish = house.create(start=a_start(house), steps=4)
    house.work()
    (picture,) = pictures_of(house, wish)
    again = house.store.jobs.add(OWNER, wish.kind, picture.request, picture.request.work)
    house.work()
    assert np.array_equal(pixels(house, pictures_of(house, again)[0]), pixels(house, picture))
    told = parse_parameters(texts_in(house.store.files.path(picture.file))["parameters"]).settings
    assert told["Denoising strength"] == "0.6"

    house.store.files.remove(picture.request.start.file)  # type: ignore[union-attr]
    gone = house.store.jobs.add(OWNER, wish.kind, picture.request, picture.request.work)
    house.work()
    assert worded(house.job(gone).message).startswith("The picture to start from is not there any more.")


def test_a_strip_is_seven_pictures_and_a_labelled_sheet_and_leaves_the_model_as_it_was(
    house: House, loaded: SdxlShaped
) -> None:
    before = state_of(loaded.model)
    wish = house.create(subjects=(chosen(),), grid=strip())
    house.work()
    *cells, sheet = pictures_of(house, wish)

    assert [cell.request.subjects[0].strength for cell in cells] == [0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.2]
    assert sheet.request == wish.request and sheet.width > 7 * cells[0].width
    said = texts_in(house.store.files.path(sheet.file))[PARAMETERS]
    assert re.search(r"<lora:[^:]+:0>", said) and "Sheet: 7x1 labelled pictures" in said
    assert len({pixels(house, cell).tobytes() for cell in cells}) == 7
    assert house.store.pictures.list(OWNER)[0].id == sheet.id, "the sheet is what one sees first"
    assert same_weights(loaded.model, before)
    plain = house.create(seed=cells[0].seed)
    house.work()
    assert np.array_equal(pixels(house, pictures_of(house, plain)[0]), pixels(house, cells[0])), "strength 0 is without"


def test_pictures_are_made_together_as_many_as_there_is_room_for_and_each_is_kept(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches: list[list[int]] = []
    made = generate.made

    def noted(loaded: Any, requests: Sequence[Any], *more: Any) -> Any:
        batches.append([request.seed for request in requests])
        return made(loaded, requests, *more)

    monkeypatch.setattr(generate, "made", noted)
    monkeypatch.setattr(generate, "largest_batch", lambda loaded, size: 3)
    wish = house.create(count=5, seed=10)
    house.work()

    assert batches == [[10, 11, 12], [13, 14]]
    assert [picture.seed for picture in pictures_of(house, wish)] == [10, 11, 12, 13, 14]
    job = house.job(wish)
    assert (job.step, job.steps) == (10, 10)


def test_when_memory_is_short_after_all_half_of_them_are_made_at_a_time(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    made = generate.made

    def tight(loaded: Any, requests: Sequence[Any], *more: Any) -> Any:
        sizes.append(len(requests))
        if len(requests) > 1:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return made(loaded, requests, *more)

    monkeypatch.setattr(generate, "made", tight)
    monkeypatch.setattr(generate, "largest_batch", lambda loaded, size: 4)
    wish = house.create(count=3)
    house.work()
    assert sizes == [3, 1, 2, 1, 1]
    assert len(pictures_of(house, wish)) == 3


def test_a_cancel_is_heard_at_the_next_step_also_inside_a_batch(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "largest_batch", lambda loaded, size: 4)
    wish = house.create(count=4, steps=30)
    progress = house.store.jobs.progress
    seen: list[int] = []

    def cancelled_soon(job_id: str, **more: Any) -> Any:
        seen.append(more["step"])
        if len(seen) == 4:
            house.store.jobs.ask(OWNER, job_id, JobCommand.CANCEL)
        return progress(job_id, **more)

    monkeypatch.setattr(house.store.jobs, "progress", cancelled_soon)
    house.work()

    assert house.job(wish).state is JobState.CANCELLED
    assert max(seen) < 30, "three steps of four pictures"
    assert house.store.pictures.list(OWNER) == []


def test_a_grid_goes_on_where_a_stop_left_it(house: House) -> None:
    request = replace(
        house.create(subjects=(chosen(),), grid=strip()).request,  # type: ignore[type-var]
    )
    made: list[str] = []
    add = house.store.pictures.add

    def stop_after_three(picture: Picture) -> Picture:
        made.append(picture.id)
        if len(made) == 3:
            house.stopping.set()
        return add(picture)

    house.store.pictures.add = stop_after_three  # type: ignore[method-assign]
    house.work()
    assert len(made) == 3
    house.stopping.clear()
    house.work()

    assert len(made) == len(set(made)) == request.amount + 1  # type: ignore[union-attr]


def test_the_preview_of_a_batch_shows_all_of_it(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "largest_batch", lambda loaded, size: 4)
    shown: list[tuple[int, int]] = []
    progress = house.store.jobs.progress

    def noted(job_id: str, **more: Any) -> Any:
        if file := more.get("preview_file"):
            with Image.open(house.store.files.path(Path(file))) as image:
                shown.append(image.size)
        return progress(job_id, **more)

    monkeypatch.setattr(house.store.jobs, "progress", noted)
    house.create(count=4)
    house.work()
    assert set(shown) == {(64, 64)}
