"""Pictures asked for, of words or of earlier ones, found, handed out and deleted, on real files and a database."""

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from studio.errors import NotFound, StudioError
from studio.jobs.job import Job
from studio.jobs.requests import PictureRequest
from studio.people.person import OWNER
from studio.pictures.options import HiresFix, strip
from studio.pictures.picture import Picture
from studio.store import Store
from studio.studio import Studio
from tests.by_hand import begin, finish_pictures
from tests.unit.studio.taught import teach


def asked(job: Job) -> PictureRequest:
    assert isinstance(job.request, PictureRequest)
    return job.request


def a_picture(studio: Studio, store: Store, **arguments: Any) -> Picture:
    studio.pictures.create(OWNER, **{"prompt": "a red house", "seed": 5, **arguments})
    return finish_pictures(store, begin(store), 1.0)[-1]


def test_a_picture_is_frozen_with_the_subjects_in_words_and_a_drawn_seed(
    studio: Studio, store: Store, photos: list[Path]
) -> None:
    teach(studio, store, photos)
    teach(studio, store, photos, "Anna", "woman")
    chosen = [{"name": "dumpling", "strength": 0.8}, {"name": "Anna", "box": [0, 0, 0.5, 1]}]
    request = asked(
        job := studio.pictures.create(OWNER, "Dumpling on\nthe beach", "", chosen, "Euler a", 20.0, 5, count=2.0)
    )
    assert request.prompt == "anna woman, dumpling cat on the beach"
    assert request.typed_prompt == "Dumpling on the beach"
    assert [(choice.name, choice.strength, choice.box) for choice in request.subjects] == [
        ("Dumpling", 0.8, None),
        ("Anna", 1.0, (0.0, 0.0, 0.5, 1.0)),
    ]
    assert 0 <= request.seed < 2**32 and (request.width, request.height, request.count) == (256, 256, 2)
    assert job.steps == 40
    assert asked(studio.pictures.create(OWNER, "a house")).seed != asked(studio.pictures.create(OWNER, "a house")).seed
    assert asked(studio.pictures.create(OWNER, "a house", seed=7.0)).seed == 7


@pytest.mark.parametrize("seed", [2**32, 2**53 + 1, 2**63, 2**64 - 1, 851616030078638])
def test_seeds_of_64_bits_are_taken_exactly_as_numbers_and_as_digits(studio: Studio, seed: int) -> None:
    far = {"variation_seed": str(seed), "variation_strength": 0.5}
    for given in (seed, str(seed), f" {seed} "):
        request = asked(studio.pictures.create(OWNER, "a house", seed=given, options=far))
        assert (request.seed, request.variation_seed) == (seed, seed)


def test_what_is_left_open_is_the_base_models_own_choice(studio: Studio) -> None:
    request = asked(studio.pictures.create(OWNER, "a house", base_model="sdxl"))
    assert (request.width, request.steps, request.guidance_scale, request.sampler) == (1024, 30, 6.0, "DPM++ 2M Karras")
    assert asked(studio.pictures.create(OWNER, "a house")).base_model == "pocket"


def test_a_sampler_brings_the_steps_and_the_guidance_that_suit_it_unless_others_are_asked_for(studio: Studio) -> None:
    fast = asked(studio.pictures.create(OWNER, "a house", sampler="DPM++ 2M AYS", base_model="sdxl"))
    lcm = asked(studio.pictures.create(OWNER, "a house", sampler="LCM", base_model="sdxl"))
    own = asked(
        studio.pictures.create(OWNER, "a house", sampler="LCM", steps=12, guidance_scale=1.5, base_model="sdxl")
    )
    assert (fast.steps, fast.guidance_scale) == (10, 6.0)
    assert (lcm.steps, lcm.guidance_scale) == (8, 2.0)
    assert (own.steps, own.guidance_scale) == (12, 1.5)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"prompt": ""}, "The prompt is empty"),
        ({"prompt": "x" * 10_000}, "The prompt is 10,000 characters long; 2,000 are fine"),
        ({"steps": 0}, "Steps is 0"),
        ({"steps": 10_000}, "Steps is 10000"),
        ({"steps": 1.5}, "Steps is 1.5"),
        ({"seed": 2**64}, "The seed is"),
        ({"seed": "-5"}, "The seed is -5; choose a whole number between 0 and"),
        ({"seed": ""}, "The seed is"),
        ({"seed": math.nan}, "The seed is nan"),
        ({"width": 250}, "Width is 250"),
        ({"count": 0}, "How many pictures is 0"),
        ({"sampler": "nope"}, "The sampler is 'nope'"),
        ({"guidance_scale": math.nan}, "Guidance scale is nan"),
        ({"options": {"x": 1}}, "There is no option 'x' for pictures"),
        ({"subjects": [{"name": "Dumpling", "strength": math.nan}]}, "The likeness strength of Dumpling is nan"),
        ({"subjects": [{"name": "Dumpling", "weight": 1}]}, "A chosen subject holds 'weight'"),
        ({"subjects": [{"strength": 1}]}, "The name is empty"),
        ({"subjects": ["Dumpling"]}, "A chosen subject is 'Dumpling'"),
        ({"subjects": [{"name": "Dumpling", "box": "left"}]}, "The place of Dumpling is left"),
        ({"subjects": [{"name": "Ghost"}]}, "There is no subject named 'Ghost'"),
        ({"subjects": [{"name": "Dumpling"}, {"name": "dumpling"}]}, "Dumpling is chosen twice"),
        ({"subjects": [{"name": "Dumpling"}], "base_model": "sdxl"}, "Dumpling was taught on Pocket .* does not fit"),
    ],
)
def test_a_picture_that_cannot_be_is_said_and_not_queued(
    arguments: dict[str, Any], words: str, studio: Studio, store: Store, photos: list[Path]
) -> None:
    teach(studio, store, photos)
    with pytest.raises(StudioError, match=words):
        studio.pictures.create(OWNER, **{"prompt": "a house", **arguments})
    assert len(studio.queue.list(OWNER)) == 1


def test_a_subject_that_is_still_being_taught_cannot_be_chosen_yet(studio: Studio, photos: list[Path]) -> None:
    studio.subjects.teach(OWNER, photos, "Dumpling", "cat")
    with pytest.raises(StudioError, match="Dumpling is not taught yet"):
        studio.pictures.create(OWNER, "a cat", subjects=[{"name": "Dumpling"}])


def test_pictures_are_found_opened_and_deleted_with_their_files(studio: Studio, store: Store) -> None:
    request = asked(studio.pictures.create(OWNER, "a red house"))
    for id, prompt in (("a1", "a red house"), ("b2", "a blue house")):
        file = store.files.relative(store.files.write_whole(store.files.picture_file(id), b"png"))
        small = store.files.relative(store.files.write_whole(store.files.thumbnail_file(id), b"jpg"))
        store.pictures.add(
            Picture(
                owner=OWNER,
                id=id,
                file=file,
                thumbnail_file=small,
                seed=1,
                width=256,
                height=256,
                job_id="j",
                request=replace(request, prompt=prompt, typed_prompt=prompt),
                created_at=1.0,
                seconds=1.0,
            )
        )
    assert [picture.id for picture in studio.pictures.list(OWNER, "red")] == ["a1"]
    assert studio.pictures.file(OWNER, "a1").read_bytes() == b"png"
    studio.pictures.delete(OWNER, "a1")
    assert [picture.id for picture in studio.pictures.list(OWNER)] == ["b2"]
    assert sorted(path.name for path in store.files.path("pictures").rglob("*.*")) == ["b2.jpg", "b2.png"]
    for use in (studio.pictures.get, studio.pictures.file, studio.pictures.delete):
        with pytest.raises(NotFound, match="There is no picture 'a1'"):
            use(OWNER, "a1")


def test_more_like_a_picture_are_four_near_its_seed_and_all_else_stays(studio: Studio, store: Store) -> None:
    picture = a_picture(studio, store, count=2, steps=7)
    job = studio.pictures.more_like(OWNER, picture.id, strength=0.2)
    request = asked(job)
    assert (request.seed, request.count, request.steps, request.variation_strength) == (6, 4, 7, 0.2)
    assert [request.one(index).variation_seed - request.variation_seed for index in range(4)] == [0, 1, 2, 3]
    assert job.steps == 28
    assert asked(studio.pictures.more_like(OWNER, picture.id)).variation_seed != request.variation_seed


def test_a_larger_version_is_the_same_picture_with_a_second_pass_and_grows_from_there(
    studio: Studio, store: Store
) -> None:
    picture = a_picture(studio, store)
    larger = asked(studio.pictures.larger(OWNER, picture.id))
    assert larger == replace(picture.request, larger=HiresFix(scale=1.5, strength=0.35))
    assert larger.final_size == (384, 384)
    twice = store.pictures.add(replace(picture, id="larger", request=larger))
    assert asked(studio.pictures.larger(OWNER, twice.id, scale=2.0)).larger == HiresFix(scale=3.0, strength=0.35)
    large = store.pictures.add(replace(twice, id="most", request=replace(larger, width=1024, height=1024)))
    with pytest.raises(StudioError, match="would be 3072 × 3072 pixels"):
        studio.pictures.larger(OWNER, large.id, 2)


def test_a_sheet_is_no_picture_to_go_on_from(studio: Studio, store: Store) -> None:
    picture = a_picture(studio, store)
    grid = replace(strip(), x=replace(strip().x, name="steps", values=(4, 8)))
    sheet = store.pictures.add(replace(picture, id="sheet", request=replace(picture.request, grid=grid)))
    for deed in (studio.pictures.more_like, studio.pictures.larger):
        with pytest.raises(StudioError, match="This is a sheet of several pictures"):
            deed(OWNER, sheet.id)


def test_a_picture_from_before_each_had_its_own_request_goes_on_from_its_own_seed(studio: Studio, store: Store) -> None:
    picture = a_picture(studio, store)
    early = store.pictures.add(replace(picture, id="early", seed=9, request=replace(picture.request, count=5)))
    assert asked(studio.pictures.larger(OWNER, early.id)).seed == 9
