"""Taking a LoRA in from the Hub by the worker: fetched beside other work, resumed, checked, and then a subject."""

import threading
from pathlib import Path
from typing import Any

import pytest
from safetensors.torch import save_file

from pipeline.families.sdxl import SdxlShaped
from studio.errors import StudioError
from studio.hub import transfer as hub_transfer
from studio.hub.requests import HubImportRequest
from studio.jobs.job import Job, JobCommand, JobState
from studio.people.person import OWNER
from studio.words import say, worded
from tests.hub_server import Hub
from tests.hub_writing import Refusal
from tests.integration.house import House
from tests.integration.hub_house import files, house, listen, put_lora, server, studio_of, taught_house
from tests.loras import ATTENTION, NAMINGS, OTHERS, lora_on, tensors_of
from ui import words

__all__ = ["files", "house", "server", "taught_house"]

pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")


def test_a_lesson_goes_on_while_a_lora_is_fetched_and_takes_it_in_between_two_steps(
    house: House, server: Hub, files: Path, loaded: SdxlShaped, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_lora(files / "cat.safetensors", loaded)
    fetched = studio_of(house).imports.from_hub(OWNER, "Luna", "cat", "owner/lora")
    lesson = house.teach()
    begun, far_enough = threading.Event(), threading.Event()
    fill = hub_transfer.fill

    def slow_line(*given: Any) -> None:
        begun.set()
        assert far_enough.wait(60), "the lesson stands still"
        fill(*given)

    monkeypatch.setattr(hub_transfer, "fill", slow_line)
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


def test_a_lora_of_the_hub_becomes_a_subject_with_the_cards_trigger_word(
    house: House, server: Hub, files: Path, loaded: SdxlShaped
) -> None:
    put_lora(files / "cat.safetensors", loaded)
    (files / "README.md").write_text("---\ninstance_prompt: a photo of sks cat\n---\n")
    job = studio_of(house).imports.from_hub(OWNER, "Luna", "cat", "https://huggingface.co/owner/lora")
    assert isinstance(job.request, HubImportRequest) and job.request.trigger_word == "sks"
    house.work()
    done = house.job(job)
    assert (done.state, done.error_message) == (JobState.DONE, None)
    luna = house.store.subjects.get(OWNER, "Luna")
    assert (luna.state, luna.trigger_word, luna.rank) == ("ready", "sks", 4)
    assert set(luna.lora_files) == {"kohya", "diffusers"}
    assert not house.store.files.upload_folder(job.id).exists()


def test_a_lora_with_text_encoders_comes_whole_from_the_hub_and_its_own_words_are_said(
    house: House, server: Hub, files: Path, loaded: SdxlShaped
) -> None:
    lora = lora_on(loaded.model, loaded.text_encoders, (ATTENTION, OTHERS))
    tensors = tensors_of(lora, NAMINGS["kohya, Stability's names"])
    save_file(tensors, files / "cat.safetensors", {"ss_tag_frequency": '{"10_ohwx cat": {"ohwx cat": 12}}'})
    job = studio_of(house).imports.from_hub(OWNER, "Luna", "cat", "owner/lora", trigger_word="luna")
    house.work()
    done = house.job(job)
    assert (done.state, done.error_message) == (JobState.DONE, None)
    assert (done.result or {})["matched_keys"] == len(tensors)
    assert words.job_standing(done) == (
        "ready · The file was taught with the words 'ohwx cat'; write them in your prompts as well."
    )


def test_a_download_that_breaks_goes_on_where_it_broke(
    house: House, server: Hub, files: Path, loaded: SdxlShaped, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.DOWNLOAD_CHUNK_SIZE", 50_000)
    put_lora(files / "cat.safetensors", loaded)
    job = studio_of(house).imports.from_hub(OWNER, "Luna", "cat", "owner/lora")
    size = (files / "cat.safetensors").stat().st_size
    server.cut["cat.safetensors"] = [200_000]
    server.asked.clear()
    house.work()
    assert house.job(job).error_message is None
    ranges = [line.partition("bytes=")[2] for line in server.asked if "/store/cat.safetensors" in line]
    assert ranges == ["", "200000-"] and size > 200_000


def test_a_cancelled_download_keeps_what_has_come_for_the_next_try(
    house: House, server: Hub, files: Path, loaded: SdxlShaped, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.DOWNLOAD_CHUNK_SIZE", 50_000)
    put_lora(files / "cat.safetensors", loaded)
    studio = studio_of(house)
    job = studio.imports.from_hub(OWNER, "Luna", "cat", "owner/lora")

    def cancel_halfway(id: str, news: dict[str, Any]) -> None:
        if (news.get("part") or 0) > 0.5:
            house.store.jobs.ask(OWNER, id, JobCommand.CANCEL)

    with monkeypatch.context() as patched:
        listen(house.store, patched, cancel_halfway)
        house.work()
    assert house.job(job).state is JobState.CANCELLED
    (part,) = house.store.files.upload_folder(job.id).iterdir()
    there = part.stat().st_size
    server.asked.clear()
    studio.queue.retry(OWNER, job.id)
    house.work()
    assert house.job(job).state is JobState.DONE
    assert [line.partition("bytes=")[2] for line in server.asked if "/store/" in line] == [f"{there}-"]


def test_what_came_damaged_is_removed_and_said(house: House, server: Hub, files: Path, loaded: SdxlShaped) -> None:
    put_lora(files / "cat.safetensors", loaded)
    studio = studio_of(house)
    job = studio.imports.from_hub(OWNER, "Luna", "cat", "owner/lora")
    good = (files / "cat.safetensors").read_bytes()
    (files / "cat.safetensors").write_bytes(bytes([good[-1] ^ 1]) + good[1:])
    house.work()
    failed = house.job(job)
    assert "owner/lora/cat.safetensors came damaged, and was removed. Try again" in worded(failed.error_message)
    assert list(house.store.files.upload_folder(job.id).iterdir()) == []
    (files / "cat.safetensors").write_bytes(good)
    studio.queue.retry(OWNER, job.id)
    house.work()
    assert house.job(job).state is JobState.DONE


def test_without_room_or_a_connection_a_download_says_so(
    house: House, server: Hub, files: Path, loaded: SdxlShaped, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_lora(files / "cat.safetensors", loaded)
    studio = studio_of(house)
    job = studio.imports.from_hub(OWNER, "Luna", "cat", "owner/lora")
    with monkeypatch.context() as patched:
        patched.setattr(hub_transfer, "SPARE_BYTES", 10**18)
        house.work()
    assert "Free some space, and try again" in _error(house, job)
    server.refusals = [Refusal(path="/resolve/", status=500)]
    studio.queue.retry(OWNER, job.id)
    house.work()
    assert "has trouble of its own (500). Try owner/lora/cat.safetensors again" in _error(house, job)


def _error(house: House, job: Job) -> str:
    message = house.job(job).error_message
    assert message is not None
    return say(message)


def test_a_name_or_a_trigger_word_that_is_taken_is_said_before_anything_is_fetched(
    taught_house: House, server: Hub, files: Path, loaded: SdxlShaped
) -> None:
    house, studio = taught_house, studio_of(taught_house)
    put_lora(files / "cat.safetensors", loaded, trigger_word="dumpling")
    with pytest.raises(StudioError, match="There is a subject named 'Dumpling' already"):
        studio.imports.from_hub(OWNER, "Dumpling", "cat", "owner/lora")
    with pytest.raises(StudioError, match="The trigger word 'dumpling' belongs to Dumpling already"):
        studio.imports.from_hub(OWNER, "Luna", "cat", "owner/lora")
    studio.imports.from_hub(OWNER, "Luna", "cat", "owner/lora", trigger_word="luna")
    house.work()
    assert house.store.subjects.get(OWNER, "Luna").state == "ready"
