"""What a person can do, from the first photo to the last picture, on real files and a real database."""

import json
import math
import struct
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageEnhance

from studio.errors import NotFound, StudioError
from studio.jobs.job import Job, JobState
from studio.jobs.requests import ImportRequest, PictureRequest, TrainingRequest
from studio.pictures.picture import Picture
from studio.store import Store
from studio.studio import Studio
from tests.still_studio import studio_over


def teach(studio: Studio, store: Store, photos: list[Path], name: str = "Dumpling", kind: str = "cat") -> Job:
    """A subject whose lesson is done, with files that only stand for LoRAs."""
    job = studio.subjects.teach(photos, name, kind, "quick")
    claimed = store.jobs.claim("w")
    assert claimed is not None and claimed.id == job.id and isinstance(job.request, TrainingRequest)
    word = job.request.trigger_word
    files = {
        "kohya": store.files.relative(store.files.write_whole(f"loras/{word}/{word}.safetensors", b"kohya")),
        "diffusers": store.files.relative(store.files.write_whole(f"loras/{word}/d.safetensors", b"diffusers")),
    }
    store.jobs.finish(job.id, {**files, "sample_files": [], "matched_keys": 1, "seconds": 1.0})
    return store.jobs.get(job.id)


def asked(job: Job) -> PictureRequest:
    assert isinstance(job.request, PictureRequest)
    return job.request


# Teach --------------------------------------------------------------------------------------------------------------


def test_a_lesson_is_queued_with_its_own_copies_of_the_photos(studio: Studio, store: Store, photos: list[Path]) -> None:
    job = studio.subjects.teach(photos, " Dumpling ", "A Cat", "quick", options={"steps": 12, "seed": -1})
    assert (job.state, job.position, job.steps) == (JobState.QUEUED, 1, 12)
    request = job.request
    assert isinstance(request, TrainingRequest)
    assert (request.subject_name, request.kind, request.trigger_word) == ("Dumpling", "cat", "dumpling")
    assert request.base_model == "pocket" and request.recipe.seed > 0
    for photo in photos:
        photo.unlink()
    assert all(studio.file(file).is_file() for file in request.photo_files)
    subject = studio.subjects.get("dumpling")
    assert (subject.state, subject.cover_file) == ("learning", request.photo_files[0])
    second = studio.subjects.teach([studio.file(file) for file in request.photo_files], "Anna", "woman")
    assert second.position == 2


def test_a_lesson_that_is_refused_leaves_nothing_behind(
    studio: Studio, store: Store, photos: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "empty.jpg").touch()
    for arguments in (
        {"photos": photos[:2]},
        {"photos": None},
        {"photos": [*photos[:2], tmp_path / "empty.jpg"]},
        {"name": "../../x"},
        {"name": ""},
        {"name": "x" * 500},
        {"kind": 'cat"\n'},
        {"preset": "fast"},
        {"base_model": "nothing"},
        {"options": {"steps": 0}},
        {"options": {"steps": 10_000}},
        {"options": {"surprise": 1}},
    ):
        given: dict[str, Any] = {"photos": photos, "name": "Dumpling", "kind": "cat", **arguments}
        with pytest.raises(StudioError):
            studio.subjects.teach(**given)
    assert studio.queue.list() == [] and studio.subjects.list() == []
    assert not list(store.files.path("photos").iterdir())


def test_a_taken_name_is_refused_and_trigger_words_stay_apart(studio: Studio, store: Store, photos: list[Path]) -> None:
    studio.subjects.teach(photos, "Dumpling", "cat")
    with pytest.raises(StudioError, match="There is a subject named 'Dumpling' already"):
        studio.subjects.teach(photos, "DUMPLING", "dog")
    studio.subjects.teach(photos, "Dump-ling", "dog")
    assert studio.subjects.get("Dump-ling").trigger_word == "dumpling2"
    assert len(list(store.files.path("photos").iterdir())) == 2


def test_two_people_who_take_the_same_name_at_once_get_one_subject(studio: Studio, photos: list[Path]) -> None:
    answers: list[object] = []

    def try_it() -> None:
        try:
            answers.append(studio.subjects.teach(photos, "Dumpling", "cat"))
        except StudioError as error:
            answers.append(error)

    threads = [threading.Thread(target=try_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(answer).__name__ for answer in answers) == ["Job", *["StudioError"] * 3]
    assert len(studio.queue.list()) == len(studio.subjects.list()) == 1


def lesson_of(job: Job) -> TrainingRequest:
    assert isinstance(job.request, TrainingRequest)
    return job.request


def test_captions_stay_with_their_photos_in_the_words_of_the_lesson(studio: Studio, photos: list[Path]) -> None:
    by_name = {"photo_3.jpg": "[name] before a hill", "photo_0.jpg": "asleep"}
    job = studio.subjects.teach(photos, "Dumpling", "cat", options={"captions": by_name})
    words = {"00.jpg": "dumpling cat, asleep", "03.jpg": "dumpling cat before a hill"}
    assert lesson_of(job).captions == words
    in_order = ["asleep", "", None, "[name] before a hill", ""]
    assert lesson_of(studio.subjects.teach(photos, "Mochi", "cat", options={"captions": in_order})).captions == {
        name: words[name].replace("dumpling", "mochi") for name in words
    }
    with pytest.raises(StudioError, match=r"There is a caption for dog.jpg, but no such photo"):
        studio.subjects.teach(photos, "Anna", "woman", options={"captions": {"dog.jpg": "x"}})
    assert [subject.name for subject in studio.subjects.list()] == ["Mochi", "Dumpling"]


def test_with_eight_photos_one_is_kept_aside_and_stays_with_its_subject(
    studio: Studio, store: Store, photos: list[Path], more_photos: list[Path]
) -> None:
    eight = [*photos, *more_photos[:3]]
    job = studio.subjects.teach(eight, "Dumpling", "cat", base_model="sdxl", options={"seed": 5})
    request, subject = lesson_of(job), studio.subjects.get("Dumpling")
    assert len(request.held_out_files) == 1
    assert request.photo_files[0] == subject.cover_file == subject.photo_files[0]
    assert set(subject.photo_files) == set(request.all_files) and len(subject.photo_files) == 8
    assert request.recipe.samples == 750
    store.jobs.claim("w")
    store.jobs.fail(job.id, MemoryError("too large"))
    studio.file(request.held_out_files[0]).unlink()
    with pytest.raises(StudioError, match="photos of this lesson are gone"):
        studio.queue.retry(job.id)
    assert lesson_of(studio.subjects.teach(photos, "Anna", "woman")).held_out_files == ()


def test_photos_that_are_small_for_the_base_model_are_a_remark_on_the_lesson(
    studio: Studio, photos: list[Path]
) -> None:
    job = studio.subjects.teach(photos, "Dumpling", "cat", base_model="sdxl")
    assert job.message == "All photos are small and are enlarged up to 3.0 times; larger copies keep more detail."


def test_photos_that_look_alike_are_a_remark_on_the_lesson(studio: Studio, photos: list[Path]) -> None:
    with Image.open(photos[0]) as image:
        ImageEnhance.Brightness(image).enhance(1.15).save(photos[2])
    job = studio.subjects.teach(photos[:3], "Dumpling", "cat")
    assert job.message.startswith("Photos 1 and 3 look nearly the same;")
    assert studio.subjects.teach([photos[0], *photos[3:]], "Anna", "woman").message == ""


def test_a_failed_lesson_can_be_tried_again_with_its_photos_and_settings(
    studio: Studio, store: Store, photos: list[Path]
) -> None:
    job = studio.subjects.teach(photos, "Dumpling", "cat", "quick", options={"steps": 50})
    store.jobs.claim("w")
    store.jobs.fail(job.id, MemoryError("too large"))
    assert studio.subjects.get("Dumpling").state == "failed"
    with pytest.raises(StudioError, match="The lesson of Dumpling did not end well"):
        studio.pictures.create("a cat", subjects=[{"name": "Dumpling"}])
    again = studio.queue.retry(job.id)
    assert (again.id, again.request, again.state) == (job.id, job.request, JobState.QUEUED)
    assert all(studio.file(file).is_file() for file in studio.subjects.get("Dumpling").photo_files)


def test_a_failed_subject_makes_room_for_new_photos_under_its_name(
    studio: Studio, store: Store, photos: list[Path]
) -> None:
    first = studio.subjects.teach(photos, "Dumpling", "cat")
    studio.queue.cancel(first.id)
    second = studio.subjects.teach(photos[:3], "dumpling", "cat")
    assert studio.subjects.get("Dumpling").job_id == second.id
    assert studio.subjects.get("Dumpling").trigger_word == "dumpling"
    assert [folder.name for folder in store.files.path("photos").iterdir()] == [second.id]
    with pytest.raises(StudioError, match="photos of this lesson are gone"):
        studio.queue.retry(first.id)


def test_the_lora_files_of_a_ready_subject_can_be_had(studio: Studio, store: Store, photos: list[Path]) -> None:
    studio.subjects.teach(photos, "Anna", "woman")
    with pytest.raises(NotFound, match="Anna has no kohya file; it is there once the lesson is done"):
        studio.subjects.file("Anna")
    studio.queue.cancel(studio.queue.list()[0].id)
    teach(studio, store, photos)
    assert studio.subjects.file("Dumpling").read_bytes() == b"kohya"
    assert studio.subjects.file("dumpling", "diffusers").read_bytes() == b"diffusers"
    with pytest.raises(StudioError, match="The format is 'onnx'; choose one of: kohya, diffusers"):
        studio.subjects.file("Dumpling", "onnx")


def test_deleting_a_ready_subject_takes_its_files_and_leaves_its_pictures(
    studio: Studio, store: Store, photos: list[Path]
) -> None:
    teach(studio, store, photos)
    job = studio.pictures.create("on the beach", subjects=[{"name": "Dumpling"}])
    studio.subjects.delete("Dumpling")
    assert studio.subjects.list() == []
    for folder in ("photos", "loras"):
        assert not list(store.files.path(folder).iterdir())
    assert studio.queue.get(job.id).state is JobState.QUEUED
    with pytest.raises(NotFound, match="There is no subject named 'Dumpling'"):
        studio.pictures.create("", subjects=[{"name": "Dumpling"}])


def test_deleting_cancels_a_lesson_that_waits_and_refuses_one_that_runs(
    studio: Studio, store: Store, photos: list[Path]
) -> None:
    running, waiting = studio.subjects.teach(photos, "Dumpling", "cat"), studio.subjects.teach(photos, "Anna", "woman")
    store.jobs.claim("w")
    with pytest.raises(StudioError, match=r"Dumpling is being taught right now. Cancel the lesson first"):
        studio.subjects.delete("Dumpling")
    studio.subjects.delete("Anna")
    assert studio.queue.get(waiting.id).state is JobState.CANCELLED
    assert [subject.name for subject in studio.subjects.list()] == ["Dumpling"]
    assert [folder.name for folder in store.files.path("photos").iterdir()] == [running.id]
    with pytest.raises(StudioError):
        studio.queue.retry(waiting.id)


# Import -------------------------------------------------------------------------------------------------------------


def lora_file(path: Path, metadata: dict[str, str] | None = None) -> Path:
    header = json.dumps({"__metadata__": metadata or {}}).encode()
    path.write_bytes(struct.pack("<Q", len(header)) + header + bytes(8))
    return path


def test_a_lora_file_is_queued_for_import_with_its_own_trigger_word(
    studio: Studio, store: Store, tmp_path: Path
) -> None:
    file = lora_file(tmp_path / "x.safetensors", {"modelspec.trigger_phrase": "ohwx cat"})
    job = studio.imports.from_file("Luna", "cat", file)
    file.unlink()
    assert isinstance(job.request, ImportRequest)
    assert job.request.trigger_word == "ohwx"
    assert studio.file(job.request.file).name == "ohwx.safetensors"
    assert studio.subjects.get("Luna").state == "learning"
    lora_file(file)
    assert studio.imports.from_file("Mia", "cat", file).request.to_json()["trigger_word"] == "mia"
    assert studio.imports.from_file("Ole", "cat", file, trigger_word="SKS").request.to_json()["trigger_word"] == "sks"


def test_an_import_that_is_refused_leaves_nothing_behind(studio: Studio, store: Store, tmp_path: Path) -> None:
    file = lora_file(tmp_path / "x.safetensors")
    (tmp_path / "y.safetensors").write_bytes(b"a web page")
    studio.imports.from_file("Luna", "cat", file)
    for name, given, word in (("luna", file, None), ("Mia", tmp_path / "y.safetensors", None), ("Mia", file, "luna")):
        with pytest.raises(StudioError):
            studio.imports.from_file(name, "cat", given, trigger_word=word)
    assert len(list(store.files.path("uploads").iterdir())) == len(studio.queue.list()) == 1


# Create -------------------------------------------------------------------------------------------------------------


def test_a_picture_is_frozen_with_the_subjects_in_words_and_a_drawn_seed(
    studio: Studio, store: Store, photos: list[Path]
) -> None:
    teach(studio, store, photos)
    teach(studio, store, photos, "Anna", "woman")
    chosen = [{"name": "dumpling", "strength": 0.8}, {"name": "Anna", "box": [0, 0, 0.5, 1]}]
    request = asked(job := studio.pictures.create("Dumpling on\nthe beach", "", chosen, "Euler a", 20.0, 5, count=2.0))
    assert request.prompt == "anna woman, dumpling cat on the beach"
    assert request.typed_prompt == "Dumpling on the beach"
    assert [(choice.name, choice.strength, choice.box) for choice in request.subjects] == [
        ("Dumpling", 0.8, None),
        ("Anna", 1.0, (0.0, 0.0, 0.5, 1.0)),
    ]
    assert 0 <= request.seed < 2**32 and (request.width, request.height, request.count) == (256, 256, 2)
    assert job.steps == 40
    assert asked(studio.pictures.create("a house")).seed != asked(studio.pictures.create("a house")).seed
    assert asked(studio.pictures.create("a house", seed=7.0)).seed == 7


@pytest.mark.parametrize("seed", [2**32, 2**53 + 1, 2**63, 2**64 - 1, 851616030078638])
def test_seeds_of_64_bits_are_taken_exactly_as_numbers_and_as_digits(studio: Studio, seed: int) -> None:
    far = {"variation_seed": str(seed), "variation_strength": 0.5}
    for given in (seed, str(seed), f" {seed} "):
        request = asked(studio.pictures.create("a house", seed=given, options=far))
        assert (request.seed, request.variation_seed) == (seed, seed)


def test_what_is_left_open_is_the_base_models_own_choice(studio: Studio) -> None:
    request = asked(studio.pictures.create("a house", base_model="sdxl"))
    assert (request.width, request.steps, request.guidance_scale, request.sampler) == (1024, 30, 6.0, "DPM++ 2M Karras")
    assert asked(studio.pictures.create("a house")).base_model == "pocket"


def test_a_sampler_brings_the_steps_and_the_guidance_that_suit_it_unless_others_are_asked_for(studio: Studio) -> None:
    fast = asked(studio.pictures.create("a house", sampler="DPM++ 2M AYS", base_model="sdxl"))
    lcm = asked(studio.pictures.create("a house", sampler="LCM", base_model="sdxl"))
    own = asked(studio.pictures.create("a house", sampler="LCM", steps=12, guidance_scale=1.5, base_model="sdxl"))
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
        studio.pictures.create(**{"prompt": "a house", **arguments})
    assert len(studio.queue.list()) == 1


def test_a_subject_that_is_still_being_taught_cannot_be_chosen_yet(studio: Studio, photos: list[Path]) -> None:
    studio.subjects.teach(photos, "Dumpling", "cat")
    with pytest.raises(StudioError, match="Dumpling is not taught yet"):
        studio.pictures.create("a cat", subjects=[{"name": "Dumpling"}])


def test_pictures_are_found_opened_and_deleted_with_their_files(studio: Studio, store: Store) -> None:
    request = asked(studio.pictures.create("a red house"))
    for id, prompt in (("a1", "a red house"), ("b2", "a blue house")):
        file = store.files.relative(store.files.write_whole(store.files.picture_file(id), b"png"))
        small = store.files.relative(store.files.write_whole(store.files.thumbnail_file(id), b"jpg"))
        store.pictures.add(
            Picture(
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
    assert [picture.id for picture in studio.pictures.list("red")] == ["a1"]
    assert studio.pictures.file("a1").read_bytes() == b"png"
    studio.pictures.delete("a1")
    assert [picture.id for picture in studio.pictures.list()] == ["b2"]
    assert sorted(path.name for path in store.files.path("pictures").rglob("*.*")) == ["b2.jpg", "b2.png"]
    for use in (studio.pictures.get, studio.pictures.file, studio.pictures.delete):
        with pytest.raises(NotFound, match="There is no picture 'a1'"):
            use("a1")


# The rest -----------------------------------------------------------------------------------------------------------


def test_the_queue_is_seen_moved_and_cancelled(studio: Studio) -> None:
    ids = [studio.pictures.create(f"house {number}").id for number in range(3)]
    assert studio.queue.move(ids[2], 1.0).position == 1
    assert studio.queue.cancel(ids[0]).state is JobState.CANCELLED
    assert [(job.id, job.position) for job in studio.queue.list()] == [(ids[2], 1), (ids[1], 2), (ids[0], None)]
    assert studio.queue.losses(ids[0]) == []
    with pytest.raises(StudioError, match=r"The position is 1.5"):
        studio.queue.move(ids[2], 1.5)
    for use in (studio.queue.get, studio.queue.cancel, studio.queue.retry, studio.queue.losses):
        with pytest.raises(NotFound, match="There is no job 'x'"):
            use("x")


def test_the_studio_says_what_there_is_and_how_it_stands(studio: Studio, store: Store) -> None:
    assert studio.pictures.samplers()[0].recommended
    assert [model.id for model in studio.models.known()] == ["pocket", "sdxl", "sd15"]
    assert [preset.name for preset in studio.subjects.presets()] == ["quick", "balanced", "thorough"]
    assert all(sample.photo_files for sample in studio.subjects.samples())
    store.workers.register("w", 1, device="CPU, 2 cores")
    status = studio.status()
    assert (status.base_model.id, status.device, status.worker_alive, status.message) == (
        "pocket",
        "CPU, 2 cores",
        True,
        "resting",
    )
    own = studio_over(store, base_model="owner/model")
    assert own.models.named().id == "owner/model"
    assert [model.id for model in own.models.known()] == ["pocket", "sdxl", "sd15", "owner/model"]


def test_a_file_that_is_gone_and_one_outside_of_the_data_folder_are_refused(studio: Studio) -> None:
    with pytest.raises(NotFound, match=r"The file gone.png is not there any more"):
        studio.file("pictures/gone.png")
    with pytest.raises(StudioError, match="outside of the data folder"):
        studio.file("../secret")
