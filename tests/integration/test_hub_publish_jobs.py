"""Publishing by the worker: from the studio's methods to the Hub's own files, and every way it may go."""

import logging
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from pipeline.families.sdxl import SdxlShaped
from pipeline.loras import files as lora_files
from studio.errors import StudioError
from studio.hub import upload as hub_publish
from studio.hub.requests import PublishRequest
from studio.jobs.job import JobCommand, JobKind, JobState
from studio.people.person import OWNER
from studio.words import worded
from tests.contract.hub_world import TOKEN
from tests.hub_server import Hub
from tests.hub_writing import Refusal
from tests.integration.house import Build, House
from tests.integration.hub_house import NAME, files, listen, server, studio_of
from tests.integration.hub_house import taught_house as house
from worker import loop
from worker.context import ModelCache
from worker.jobs import publish as publish_job

__all__ = ["files", "house", "server"]

pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")


def test_a_taught_subject_is_published_with_chosen_pictures_and_without_its_photos(house: House, server: Hub) -> None:
    studio = studio_of(house)
    choices = studio.hub.publish_choices(OWNER, "Dumpling")
    assert [choice.picture.prompt for choice in choices][:1] == ["dumpling cat asleep"]
    assert all(choice.id.startswith("lesson-") for choice in choices[1:]) and len(choices) > 2
    photos = [house.store.files.path(file).read_bytes() for file in studio.subjects.get(OWNER, "Dumpling").photo_files]
    job = studio.hub.publish(OWNER, "dumpling", pictures=[choices[0].id, choices[1].id])
    assert job.kind is JobKind.PUBLISH and isinstance(job.request, PublishRequest)
    house.work()
    done = house.job(job)
    assert (done.state, done.error_message) == (JobState.DONE, None)
    assert done.result is not None and done.result["url"] == f"{server.url}/{NAME}"
    repository = server.made[NAME]
    assert repository.private and "dumpling.safetensors" in repository.files()
    assert len([name for name in repository.files() if name.startswith("images/")]) == 2
    assert repository.card()["instance_prompt"] == "a photo of dumpling cat"
    sent = [content for _, content in server.came] + list(server.objects.values())
    sent += [(repository.folder / name).read_bytes() for name in repository.files()]
    assert not any(photo in content for photo in photos for content in sent)
    published = studio.hub.published(OWNER, "Dumpling")
    assert published is not None and (published.repository, published.private) == (NAME, True)


def test_what_was_published_is_taken_in_elsewhere_and_makes_the_same_change(
    build: Build, house: House, server: Hub, loaded: SdxlShaped
) -> None:
    studio_of(house).hub.publish(OWNER, "Dumpling")
    house.work()
    other = build("other")
    job = studio_of(other).imports.from_hub(OWNER, "Luna", "cat", NAME)
    other.work()
    assert other.job(job).error_message is None
    luna = other.store.subjects.get(OWNER, "Luna")
    assert (luna.state, luna.trigger_word, luna.rank) == ("ready", "dumpling", 4)
    there = lora_files.read(server.made[NAME].folder / "dumpling.safetensors")
    here = lora_files.read(other.store.files.path(luna.lora_files["kohya"]))
    assert here.tensors.keys() == there.tensors.keys()
    assert all(torch.equal(here.tensors[key], there.tensors[key]) for key in there.tensors)


def test_what_was_published_opens_in_diffusers_by_its_name(
    house: House, server: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from diffusers.pipelines.stable_diffusion_xl.pipeline_stable_diffusion_xl import StableDiffusionXLPipeline

    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))
    studio_of(house).hub.publish(OWNER, "Dumpling")
    house.work()
    weights = "pytorch_lora_weights.safetensors"
    found = StableDiffusionXLPipeline.lora_state_dict(NAME, weight_name=weights, cache_dir=str(tmp_path / "cache"))[0]
    file = lora_files.read(server.made[NAME].folder / weights)
    assert found.keys() == file.tensors.keys() and found


def test_the_token_is_in_no_row_no_file_no_log_and_no_error(
    house: House, server: Hub, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)  # as the worker logs
    studio = studio_of(house)
    for status in (401, 403, 429, 500):
        server.refusals = [Refusal(path="/commit/", status=status, message=f"no such token: {TOKEN}")]
        studio.hub.publish(OWNER, "Dumpling")
        house.work()
    server.refusals = [Refusal(path="/commit/", status=400, message=f"no such token: {TOKEN}", times=1)]
    refused = studio.hub.publish(OWNER, "Dumpling")
    house.work()
    error = worded(house.job(refused).error_message)
    assert "400: no such token: …" in error
    done = studio.hub.publish(OWNER, "Dumpling")
    house.work()
    assert house.job(done).state is JobState.DONE
    failed = [job for job in house.store.jobs.list(OWNER) if job.state is JobState.FAILED]
    assert len(failed) == 5
    secret = TOKEN.removeprefix("hf_")
    rows = "\n".join(sqlite3.connect(house.store.files.database).iterdump())
    assert "anna/dumpling-lora" in rows and secret not in rows
    for path in house.store.files.root.rglob("*"):
        assert not path.is_file() or secret.encode() not in path.read_bytes()
    captured = capfd.readouterr()
    assert secret not in caplog.text + captured.out + captured.err
    assert all(secret not in f"{job.error_message!r}{job.error_traceback}{job.message!r}" for job in failed)


def test_a_failed_publishing_is_tried_again_and_sends_only_what_is_missing(house: House, server: Hub) -> None:
    studio = studio_of(house)
    server.refusals = [Refusal(path="/commit/", status=503, times=1)]
    job = studio.hub.publish(OWNER, "Dumpling")
    house.work()
    failed = house.job(job)
    assert failed.state is JobState.FAILED
    assert "has trouble of its own (503)" in worded(failed.error_message)
    assert studio.subjects.get(OWNER, "Dumpling").state == "ready"
    server.asked.clear()
    studio.queue.retry(OWNER, job.id)
    house.work()
    assert house.job(job).state is JobState.DONE
    assert not [line for line in server.asked if line.startswith("PUT /store/")]


def test_an_upload_shows_how_far_it_is_and_is_cancelled_by_a_press(
    house: House, server: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = studio_of(house)
    said: list[dict[str, Any]] = []
    job = studio.hub.publish(OWNER, "Dumpling")

    def cancel_halfway(id: str, news: dict[str, Any]) -> None:
        said.append(news)
        if id == job.id and (news.get("part") or 0) > 0.5:
            house.store.jobs.ask(OWNER, id, JobCommand.CANCEL)

    with monkeypatch.context() as patched:
        listen(house.store, patched, cancel_halfway)
        house.work()
    assert house.job(job).state is JobState.CANCELLED
    assert server.made[NAME].commits == []
    parts = [news["part"] for news in said if news.get("part") is not None]
    assert parts == sorted(parts) and len(parts) > 2 and parts[-1] < 0.9
    assert any(worded(news.get("message")).startswith(f"Uploading to {NAME}: ") for news in said)
    studio.queue.retry(OWNER, job.id)
    house.work()
    assert house.job(job).state is JobState.DONE


@pytest.mark.slow(
    quick_sibling="tests/integration/test_hub_import_jobs.py::test_a_lesson_goes_on_while_a_lora_is_fetched_and_takes_it_in_between_two_steps"
)
def test_a_lesson_goes_on_while_something_is_published(
    house: House, server: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = studio_of(house)
    begun, over = threading.Event(), threading.Event()
    publish = hub_publish.publish

    def waits_for_the_lesson(*given: Any, **more: Any) -> dict[str, Any]:
        begun.set()
        assert over.wait(60), "the lesson stands still"
        return publish(*given, **more)

    monkeypatch.setattr(publish_job.hub_publish, "publish", waits_for_the_lesson)
    upload = studio.hub.publish(OWNER, "Dumpling")
    lesson = house.teach("Luna")

    def lesson_is_over(id: str, news: dict[str, Any]) -> None:
        if id == lesson.id and news["step"] >= 3:
            assert begun.wait(60)
            over.set()

    listen(house.store, monkeypatch, lesson_is_over)
    house.work()
    assert (house.job(upload).state, house.job(lesson).state) == (JobState.DONE, JobState.DONE)


def test_an_upload_is_no_reason_to_stop_preparing_faster_pictures(
    house: House, server: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = studio_of(house)
    first = studio.hub.publish(OWNER, "Dumpling")
    assert isinstance(first.request, PublishRequest)
    other = replace(first.request, repository="anna/other")
    uploads, begun, over = [first], threading.Event(), threading.Event()
    publish = hub_publish.publish

    def waits(*given: Any, **more: Any) -> dict[str, Any]:
        begun.set()
        assert over.wait(60), "nothing is prepared"
        return publish(*given, **more)

    def prepare(models: ModelCache, is_wanted: Callable[[], bool]) -> None:
        if len(uploads) == 1:
            assert begun.wait(60)
            uploads.append(house.store.jobs.add(OWNER, JobKind.PUBLISH, other, 1))
            assert is_wanted()
            over.set()

    monkeypatch.setattr(publish_job.hub_publish, "publish", waits)
    monkeypatch.setattr(ModelCache, "prepare", prepare)
    monkeypatch.setattr(loop, "IDLE_SECONDS_BEFORE_PREPARING", 0.0)
    house.work()
    assert [house.job(job).state for job in uploads] == [JobState.DONE, JobState.DONE]


def test_a_worker_that_is_asked_to_end_leaves_its_upload_to_the_next_one(
    house: House, server: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = studio_of(house)
    job = studio.hub.publish(OWNER, "Dumpling")

    def end_halfway(id: str, news: dict[str, Any]) -> None:
        if (news.get("part") or 0) > 0.5:
            house.stopping.set()

    with monkeypatch.context() as patched:
        listen(house.store, patched, end_halfway)
        house.work()
    assert house.job(job).state is JobState.INTERRUPTED
    house.stopping.clear()
    house.work()
    assert house.job(job).state is JobState.DONE
    assert len(server.made[NAME].commits) == 1


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": "Nobody"}, "There is no subject named 'Nobody'"),
        ({"license": "mine"}, r"The licence is 'mine'; choose one of: , openrail\+\+"),
        ({"private": "yes"}, "Private is yes; choose true or false"),
        ({"repository": "bert/x"}, "cannot publish as bert; fine are: anna, cats"),
        ({"pictures": ["nothing"]}, "The picture 'nothing' cannot be published with Dumpling"),
    ],
)
def test_what_cannot_be_published_is_refused_before_it_is_queued(
    house: House, server: Hub, values: dict[str, Any], words: str
) -> None:
    studio = studio_of(house)
    before = len(studio.queue.list(OWNER))
    with pytest.raises(StudioError, match=words):
        studio.hub.publish(OWNER, **{"name": "Dumpling", **values})
    assert len(studio.queue.list(OWNER)) == before


@pytest.mark.slow(quick_sibling="test_pictures_of_an_earlier_one_of_that_name_are_not_offered")
def test_pictures_with_somebody_else_in_them_are_not_offered(house: House, server: Hub) -> None:
    house.teach("Luna")
    house.work()
    studio = studio_of(house)
    both = studio.pictures.create(
        OWNER, "Dumpling and Luna", subjects=[{"name": "Dumpling"}, {"name": "Luna"}], width=64, height=64, steps=1
    )
    house.work()
    assert house.job(both).state is JobState.DONE
    prompts = [choice.picture.prompt for choice in studio.hub.publish_choices(OWNER, "Dumpling")]
    assert "dumpling cat asleep" in prompts and not any("luna" in prompt for prompt in prompts)
    with pytest.raises(StudioError, match="Pictures that show Dumpling alone and began from words are fine"):
        studio.hub.publish(OWNER, "Dumpling", pictures=[f"{both.id}-00"])


@pytest.mark.slow(quick_sibling="test_pictures_of_an_earlier_one_of_that_name_are_not_offered")
def test_pictures_that_began_from_a_photo_or_another_picture_and_sheets_are_never_offered(
    house: House, server: Hub
) -> None:
    studio = studio_of(house)
    photo = house.store.files.path(studio.subjects.get(OWNER, "Dumpling").photo_files[0])
    plain = studio.hub.publish_choices(OWNER, "Dumpling")[0].id

    def made(**options: Any) -> str:
        job = studio.pictures.create(
            OWNER, "Dumpling", subjects=[{"name": "Dumpling"}], width=64, height=64, steps=2, options=options, seed=5
        )
        house.work()
        assert house.job(job).state is JobState.DONE
        return f"{job.id}-00"

    from_photo = made(start={"file": studio.init_images.keep(OWNER, photo), "strength": 0.5})
    began = [from_photo, made(start={"picture": plain}), made(start={"picture": from_photo})]
    grown = [studio.pictures.larger(OWNER, from_photo), studio.pictures.more_like(OWNER, from_photo, count=1)]
    from_plain = [studio.pictures.larger(OWNER, plain), studio.pictures.more_like(OWNER, plain, count=1)]
    strip = made(grid={"x": {"name": "strength", "values": [0.5, 1]}})
    house.work()
    offered = {choice.id for choice in studio.hub.publish_choices(OWNER, "Dumpling")}
    there = {picture.id for picture in studio.pictures.list(OWNER)}
    never = {*began, *(f"{job.id}-00" for job in grown), strip.replace("-00", "-sheet")}
    assert never <= there and not never & offered
    assert {plain, *(f"{job.id}-00" for job in from_plain), strip} <= offered
    for id in never:
        with pytest.raises(StudioError, match="cannot be published with Dumpling"):
            studio.hub.publish(OWNER, "Dumpling", pictures=[id])


def test_pictures_of_an_earlier_one_of_that_name_are_not_offered(house: House, server: Hub) -> None:
    studio = studio_of(house)
    assert studio.hub.publish_choices(OWNER, "Dumpling")[0].picture.prompt == "dumpling cat asleep"
    house.store.subjects.update(OWNER, "Dumpling", created_at=house.store.clock() + 1)  # as one taught anew
    prompts = [choice.picture.prompt for choice in studio.hub.publish_choices(OWNER, "Dumpling")]
    assert prompts and "dumpling cat asleep" not in prompts


def test_what_is_on_its_way_is_not_published_a_second_time(house: House, server: Hub) -> None:
    studio = studio_of(house)
    studio.hub.publish(OWNER, "Dumpling")
    with pytest.raises(StudioError, match="anna/dumpling-lora is being published already; wait until that is done"):
        studio.hub.publish(OWNER, "Dumpling")


def test_behind_a_public_link_nobody_publishes_in_the_owners_name(house: House, server: Hub) -> None:
    shared = studio_of(house, share=True)
    account = shared.hub.account(OWNER)
    assert "open to others by a public link" in worded(account.problem) and account.name == ""
    with pytest.raises(StudioError, match="Start it without --share to publish"):
        shared.hub.publish(OWNER, "Dumpling")
    assert server.asked == []
