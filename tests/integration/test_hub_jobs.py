"""Publishing and taking in by the worker: from the studio's methods to the Hub's own files, and every way it may go."""

import logging
import random
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from pipeline import hub, hub_publish, lora_files
from pipeline.families.sdxl import SdxlShaped
from pipeline.lora_files import About
from studio.errors import StudioError
from studio.jobs import Job, JobKind, JobState, Wish
from studio.requests import HubImportRequest, PublishRequest
from studio.settings import load_settings
from studio.store import Store
from studio.studio import Studio
from tests.contract.hub_world import TOKEN, hub_of_anna
from tests.engine import random_lora
from tests.hub_server import Hub
from tests.hub_writing import Refusal
from tests.integration.house import House
from tests.page_by_hand import StillEngine
from training import publish_job

pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")

NAME = "anna/dumpling-lora"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "hub-files"
    folder.mkdir()
    return folder


@pytest.fixture
def server(files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setattr("training.workshop.SECONDS_BETWEEN_TELLS", 0.0)
    with hub_of_anna(tmp_path / "hub", monkeypatch, files) as running:
        yield running


@pytest.fixture
def house(build: Callable[[str], House]) -> House:
    return build("house")


def studio_of(house: House, **settings: Any) -> Studio:
    return Studio(house.store, StillEngine(), random.Random(3), load_settings(base_model="pocket", **settings))


def taught(house: House) -> Studio:
    """A studio in which Dumpling has been taught, and two pictures were made: of Dumpling, and of nobody."""
    house.teach(sample_every_steps=3)
    house.work()
    studio = studio_of(house)
    studio.create("Dumpling asleep", subjects=[{"name": "Dumpling"}], width=64, height=64, steps=1)
    studio.create("a house", width=64, height=64, steps=1)
    house.work()
    return studio


def put_lora(path: Path, resident: SdxlShaped, *, trigger_word: str | None = None) -> None:
    """A LoRA that fits, as another program wrote it; 2 MB, so that it lies with LFS."""
    about = About(
        output_name="elsewhere", trigger_word=trigger_word or "x", kind="cat", base_model_title="Pocket", resolution=64
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    lora = random_lora(resident.unet, rank=4)
    content = lora_files.kohya_bytes(lora, about, resident.file_facts)
    if trigger_word is None:
        content = content.replace(b'"modelspec.trigger_phrase"', b'"modelspec.trigger_nobody"')
    path.write_bytes(content)


def listen(store: Store, monkeypatch: pytest.MonkeyPatch, on_news: Callable[[str, dict[str, Any]], None]) -> None:
    """on_news is called with a job's id and what was just said of its progress."""
    progress = store.jobs.progress

    def told(id: str, **news: Any) -> None:
        progress(id, **news)
        on_news(id, news)

    monkeypatch.setattr(store.jobs, "progress", told)


def test_a_taught_subject_is_published_with_chosen_pictures_and_without_its_photos(house: House, server: Hub) -> None:
    studio = taught(house)
    choices = studio.publish_choices("Dumpling")
    assert [choice.picture.prompt for choice in choices][:1] == ["dumpling cat asleep"]
    assert all(choice.id.startswith("lesson-") for choice in choices[1:]) and len(choices) > 2
    photos = [house.store.files.path(file).read_bytes() for file in studio.subject("Dumpling").photo_files]
    job = studio.publish_subject("dumpling", pictures=[choices[0].id, choices[1].id])
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
    published = studio.published("Dumpling")
    assert published is not None and (published.repository, published.private) == (NAME, True)


def test_what_was_published_is_taken_in_elsewhere_and_makes_the_same_change(
    build: Callable[[str], House], house: House, server: Hub, resident: SdxlShaped
) -> None:
    taught(house).publish_subject("Dumpling")
    house.work()
    other = build("other")
    job = studio_of(other).import_from_hub("Luna", "cat", NAME)
    other.work()
    assert other.job(job).error_message is None
    luna = other.store.subjects.get("Luna")
    assert (luna.state, luna.trigger_word, luna.rank) == ("ready", "dumpling", 4)
    there = lora_files.read(server.made[NAME].folder / "dumpling.safetensors")
    here = lora_files.read(other.store.files.path(luna.lora_files["kohya"]))
    assert here.tensors.keys() == there.tensors.keys()
    assert all(torch.equal(here.tensors[key], there.tensors[key]) for key in there.tensors)


def test_what_was_published_opens_in_diffusers_by_its_name(
    house: House, server: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from diffusers import StableDiffusionXLPipeline

    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))
    taught(house).publish_subject("Dumpling")
    house.work()
    weights = "pytorch_lora_weights.safetensors"
    found, _ = StableDiffusionXLPipeline.lora_state_dict(NAME, weight_name=weights, cache_dir=str(tmp_path / "cache"))
    file = lora_files.read(server.made[NAME].folder / weights)
    assert found.keys() == file.tensors.keys() and found


def test_the_token_is_in_no_row_no_file_no_log_and_no_error(
    house: House, server: Hub, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)  # as the worker logs
    studio = taught(house)
    for status in (401, 403, 429, 500):
        server.refusals = [Refusal(path="/commit/", status=status, message=f"no such token: {TOKEN}")]
        studio.publish_subject("Dumpling")
        house.work()
    server.refusals = [Refusal(path="/commit/", status=400, message=f"no such token: {TOKEN}", times=1)]
    refused = studio.publish_subject("Dumpling")
    house.work()
    error = house.job(refused).error_message
    assert error is not None and "400: no such token: …" in error
    done = studio.publish_subject("Dumpling")
    house.work()
    assert house.job(done).state is JobState.DONE
    failed = [job for job in house.store.jobs.list() if job.state is JobState.FAILED]
    assert len(failed) == 5
    secret = TOKEN.removeprefix("hf_")
    rows = "\n".join(sqlite3.connect(house.store.files.database).iterdump())
    assert "anna/dumpling-lora" in rows and secret not in rows
    for path in house.store.files.root.rglob("*"):
        assert not path.is_file() or secret.encode() not in path.read_bytes()
    captured = capfd.readouterr()
    assert secret not in caplog.text + captured.out + captured.err
    assert all(secret not in f"{job.error_message}{job.error_traceback}{job.message}" for job in failed)


def test_a_failed_publishing_is_tried_again_and_sends_only_what_is_missing(house: House, server: Hub) -> None:
    studio = taught(house)
    server.refusals = [Refusal(path="/commit/", status=503, times=1)]
    job = studio.publish_subject("Dumpling")
    house.work()
    failed = house.job(job)
    assert failed.state is JobState.FAILED
    assert failed.error_message is not None and "has trouble of its own (503)" in failed.error_message
    assert studio.subject("Dumpling").state == "ready"
    server.asked.clear()
    studio.retry_job(job.id)
    house.work()
    assert house.job(job).state is JobState.DONE
    assert not [line for line in server.asked if line.startswith("PUT /store/")]


def test_an_upload_shows_how_far_it_is_and_is_cancelled_by_a_press(
    house: House, server: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = taught(house)
    said: list[dict[str, Any]] = []
    job = studio.publish_subject("Dumpling")

    def cancel_halfway(id: str, news: dict[str, Any]) -> None:
        said.append(news)
        if id == job.id and (news.get("part") or 0) > 0.5:
            house.store.jobs.ask(id, Wish.CANCEL)

    with monkeypatch.context() as patched:
        listen(house.store, patched, cancel_halfway)
        house.work()
    assert house.job(job).state is JobState.CANCELLED
    assert server.made[NAME].commits == []
    parts = [news["part"] for news in said if news.get("part") is not None]
    assert parts == sorted(parts) and len(parts) > 2 and parts[-1] < 0.9
    assert any(news.get("message", "").startswith(f"Uploading to {NAME}: ") for news in said)
    studio.retry_job(job.id)
    house.work()
    assert house.job(job).state is JobState.DONE


def test_a_lesson_goes_on_while_something_is_published(
    house: House, server: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = taught(house)
    begun, over = threading.Event(), threading.Event()
    publish = hub_publish.publish

    def waits_for_the_lesson(*given: Any, **more: Any) -> dict[str, Any]:
        begun.set()
        assert over.wait(60), "the lesson stands still"
        return publish(*given, **more)

    monkeypatch.setattr(publish_job.hub_publish, "publish", waits_for_the_lesson)
    upload = studio.publish_subject("Dumpling")
    lesson = house.teach("Luna")

    def lesson_is_over(id: str, news: dict[str, Any]) -> None:
        if id == lesson.id and news["step"] >= 3:
            assert begun.wait(60)
            over.set()

    listen(house.store, monkeypatch, lesson_is_over)
    house.work()
    assert (house.job(upload).state, house.job(lesson).state) == (JobState.DONE, JobState.DONE)


def test_a_lesson_goes_on_while_a_lora_is_fetched_and_takes_it_in_between_two_steps(
    house: House, server: Hub, files: Path, resident: SdxlShaped, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_lora(files / "cat.safetensors", resident)
    fetched = studio_of(house).import_from_hub("Luna", "cat", "owner/lora")
    lesson = house.teach()
    begun, far_enough = threading.Event(), threading.Event()
    fill = hub.fill

    def slow_line(*given: Any) -> None:
        begun.set()
        assert far_enough.wait(60), "the lesson stands still"
        fill(*given)

    monkeypatch.setattr(hub, "fill", slow_line)
    ends: list[str] = []

    def follow(id: str, news: dict[str, Any]) -> None:
        if id == lesson.id and news["step"] == 2:
            assert begun.wait(60)
            far_enough.set()
        if id == lesson.id and news["step"] >= 3 and not ends:
            while house.job(fetched).step == 0:
                pass  # the line is as fast as this computer now
            ends.append(house.job(fetched).state)

    listen(house.store, monkeypatch, follow)
    house.work()
    assert ends == [JobState.QUEUED]
    done, taught_to = house.job(fetched), house.job(lesson)
    assert (done.state, taught_to.state) == (JobState.DONE, JobState.DONE)
    assert done.ended_at is not None and taught_to.ended_at is not None and done.ended_at <= taught_to.ended_at


def test_a_worker_that_is_asked_to_end_leaves_its_upload_to_the_next_one(
    house: House, server: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = taught(house)
    job = studio.publish_subject("Dumpling")

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
    studio = taught(house)
    before = len(studio.jobs())
    with pytest.raises(StudioError, match=words):
        studio.publish_subject(**{"name": "Dumpling", **values})
    assert len(studio.jobs()) == before


def test_pictures_with_somebody_else_in_them_are_not_offered(house: House, server: Hub) -> None:
    house.teach("Luna")
    studio = taught(house)
    both = studio.create(
        "Dumpling and Luna", subjects=[{"name": "Dumpling"}, {"name": "Luna"}], width=64, height=64, steps=1
    )
    house.work()
    assert house.job(both).state is JobState.DONE
    prompts = [choice.picture.prompt for choice in studio.publish_choices("Dumpling")]
    assert "dumpling cat asleep" in prompts and not any("luna" in prompt for prompt in prompts)
    with pytest.raises(StudioError, match="Pictures that show Dumpling alone are fine"):
        studio.publish_subject("Dumpling", pictures=[f"{both.id}-00"])


def test_pictures_of_an_earlier_one_of_that_name_are_not_offered(house: House, server: Hub) -> None:
    studio = taught(house)
    assert studio.publish_choices("Dumpling")[0].picture.prompt == "dumpling cat asleep"
    house.store.subjects.update("Dumpling", created_at=house.store.clock() + 1)  # as one taught anew
    prompts = [choice.picture.prompt for choice in studio.publish_choices("Dumpling")]
    assert prompts and "dumpling cat asleep" not in prompts


def test_what_is_on_its_way_is_not_published_a_second_time(house: House, server: Hub) -> None:
    studio = taught(house)
    studio.publish_subject("Dumpling")
    with pytest.raises(StudioError, match="anna/dumpling-lora is being published already; wait until that is done"):
        studio.publish_subject("Dumpling")


def test_behind_a_public_link_nobody_publishes_in_the_owners_name(house: House, server: Hub) -> None:
    taught(house)
    shared = studio_of(house, share=True)
    assert "open to others by a public link" in shared.hub_account().problem and shared.hub_account().name == ""
    with pytest.raises(StudioError, match="Start it without --share to publish"):
        shared.publish_subject("Dumpling")
    assert server.asked == []


def test_a_lora_of_the_hub_becomes_a_subject_with_the_cards_trigger_word(
    house: House, server: Hub, files: Path, resident: SdxlShaped
) -> None:
    put_lora(files / "cat.safetensors", resident)
    (files / "README.md").write_text("---\ninstance_prompt: a photo of sks cat\n---\n")
    job = studio_of(house).import_from_hub("Luna", "cat", "https://huggingface.co/owner/lora")
    assert isinstance(job.request, HubImportRequest) and job.request.trigger_word == "sks"
    house.work()
    done = house.job(job)
    assert (done.state, done.error_message) == (JobState.DONE, None)
    luna = house.store.subjects.get("Luna")
    assert (luna.state, luna.trigger_word, luna.rank) == ("ready", "sks", 4)
    assert set(luna.lora_files) == {"kohya", "diffusers"}
    assert not house.store.files.upload_folder(job.id).exists()


def test_a_download_that_breaks_goes_on_where_it_broke(
    house: House, server: Hub, files: Path, resident: SdxlShaped, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.DOWNLOAD_CHUNK_SIZE", 50_000)
    put_lora(files / "cat.safetensors", resident)
    job = studio_of(house).import_from_hub("Luna", "cat", "owner/lora")
    size = (files / "cat.safetensors").stat().st_size
    server.cut["cat.safetensors"] = [200_000]
    server.asked.clear()
    house.work()
    assert house.job(job).error_message is None
    ranges = [line.partition("bytes=")[2] for line in server.asked if "/store/cat.safetensors" in line]
    assert ranges == ["", "200000-"] and size > 200_000


def test_a_cancelled_download_keeps_what_has_come_for_the_next_try(
    house: House, server: Hub, files: Path, resident: SdxlShaped, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.DOWNLOAD_CHUNK_SIZE", 50_000)
    put_lora(files / "cat.safetensors", resident)
    studio = studio_of(house)
    job = studio.import_from_hub("Luna", "cat", "owner/lora")

    def cancel_halfway(id: str, news: dict[str, Any]) -> None:
        if (news.get("part") or 0) > 0.5:
            house.store.jobs.ask(id, Wish.CANCEL)

    with monkeypatch.context() as patched:
        listen(house.store, patched, cancel_halfway)
        house.work()
    assert house.job(job).state is JobState.CANCELLED
    (part,) = house.store.files.upload_folder(job.id).iterdir()
    there = part.stat().st_size
    server.asked.clear()
    studio.retry_job(job.id)
    house.work()
    assert house.job(job).state is JobState.DONE
    assert [line.partition("bytes=")[2] for line in server.asked if "/store/" in line] == [f"{there}-"]


def test_what_came_damaged_is_removed_and_said(house: House, server: Hub, files: Path, resident: SdxlShaped) -> None:
    put_lora(files / "cat.safetensors", resident)
    studio = studio_of(house)
    job = studio.import_from_hub("Luna", "cat", "owner/lora")
    good = (files / "cat.safetensors").read_bytes()
    (files / "cat.safetensors").write_bytes(bytes([good[-1] ^ 1]) + good[1:])
    house.work()
    failed = house.job(job)
    assert failed.error_message is not None
    assert "owner/lora/cat.safetensors came damaged, and was removed. Try again" in failed.error_message
    assert list(house.store.files.upload_folder(job.id).iterdir()) == []
    (files / "cat.safetensors").write_bytes(good)
    studio.retry_job(job.id)
    house.work()
    assert house.job(job).state is JobState.DONE


def test_without_room_or_a_connection_a_download_says_so(
    house: House, server: Hub, files: Path, resident: SdxlShaped, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_lora(files / "cat.safetensors", resident)
    studio = studio_of(house)
    job = studio.import_from_hub("Luna", "cat", "owner/lora")
    with monkeypatch.context() as patched:
        patched.setattr(hub, "SPARE_BYTES", 10**18)
        house.work()
    assert "Free some space, and try again" in _error(house, job)
    server.refusals = [Refusal(path="/resolve/", status=500)]
    studio.retry_job(job.id)
    house.work()
    assert "has trouble of its own (500). Try owner/lora/cat.safetensors again" in _error(house, job)


def _error(house: House, job: Job) -> str:
    message = house.job(job).error_message
    assert message is not None
    return message


def test_a_name_or_a_trigger_word_that_is_taken_is_said_before_anything_is_fetched(
    house: House, server: Hub, files: Path, resident: SdxlShaped
) -> None:
    studio = taught(house)
    put_lora(files / "cat.safetensors", resident, trigger_word="dumpling")
    with pytest.raises(StudioError, match="There is a subject named 'Dumpling' already"):
        studio.import_from_hub("Dumpling", "cat", "owner/lora")
    with pytest.raises(StudioError, match="The trigger word 'dumpling' belongs to Dumpling already"):
        studio.import_from_hub("Luna", "cat", "owner/lora")
    studio.import_from_hub("Luna", "cat", "owner/lora", trigger_word="luna")
    house.work()
    assert house.store.subjects.get("Luna").state == "ready"
