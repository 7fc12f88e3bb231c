"""The Hub by the names of the HTTP API, as gradio_client meets it, on a real page and a real stand-in for the Hub."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from gradio_client import Client, handle_file
from gradio_client.exceptions import AppError

from studio.store import Store, open_store
from tests import headers
from tests.by_hand import begin, finish_lesson, finish_pictures
from tests.contract.hub_world import TOKEN, hub_of_anna
from tests.hub_server import Hub
from tests.page_server import PageServer, page_server

ATTENTION = "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn1_to_q"


@pytest.fixture(scope="module")
def patched() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory, patched: pytest.MonkeyPatch) -> Iterator[Hub]:
    folder = tmp_path_factory.mktemp("hub")
    with hub_of_anna(folder, patched, folder / "files") as running:
        yield running


@pytest.fixture(scope="module")
def server(hub: Hub, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PageServer]:
    environment = {"HF_ENDPOINT": hub.url, "HF_HUB_OFFLINE": "0", "HF_TOKEN": TOKEN}
    folder = tmp_path_factory.mktemp("api") / "data"
    with page_server("tests/page_by_hand.py", folder, environment=environment) as running:
        yield running


@pytest.fixture
def client(server: PageServer) -> Client:
    return Client(server.url, verbose=False, analytics_enabled=False)


@pytest.fixture
def store(server: PageServer) -> Iterator[Store]:
    with open_store(server.data_folder) as opened:
        yield opened


@pytest.fixture
def lora(hub: Hub) -> str:
    """A LoRA on the Hub, by its name."""
    headers.write(
        hub.folder / "cat.safetensors",
        {f"{ATTENTION}.lora_down.weight": (4, 128), f"{ATTENTION}.lora_up.weight": (128, 4)},
        metadata={"modelspec.trigger_phrase": "mochi cat"},
    )
    return "owner/lora"


def test_a_program_asks_what_may_be_published_and_publishes_it(
    client: Client, store: Store, photos: Sequence[Path], server: PageServer
) -> None:
    client.predict(
        photos=[handle_file(photo) for photo in photos], name="Dumpling", kind="cat", preset="quick", api_name="/teach"
    )
    finish_lesson(store, begin(store))
    client.predict("Dumpling asleep", subjects=[{"name": "Dumpling"}], negative_prompt="rain", api_name="/create")
    (picture,) = finish_pictures(store, begin(store), now=2_000_000_000.0)

    choices = client.predict("Dumpling", api_name="/publish_choices")
    assert (choices["account"], choices["owners"], choices["problem"]) == ("anna", ["anna", "cats"], "")
    assert (choices["repository"], choices["published"]) == ("anna/dumpling-lora", None)
    assert choices["pictures"][0] == {"id": picture.id, "prompt": "dumpling cat asleep", "negative_prompt": "rain"}
    assert [one["id"] for one in choices["pictures"]] == [picture.id, "lesson-1", "lesson-2"]
    assert "openrail++" in choices["licenses"]

    with pytest.raises(AppError, match="cannot publish as bert"):
        client.predict("Dumpling", repository="bert/x", api_name="/publish_subject")
    with pytest.raises(AppError, match="Whether it is private is no; choose true or false"):
        client.predict("Dumpling", private="no", api_name="/publish_subject")
    answer = client.predict(
        "Dumpling", license="cc0-1.0", pictures=[picture.id, "lesson-1"], api_name="/publish_subject"
    )
    assert answer["repository"] == "anna/dumpling-lora"
    job = client.predict(answer["job_id"], api_name="/job")
    assert (job["kind"], job["state"], job["request"]["private"]) == ("publish", "queued", True)
    assert [one["prompt"] for one in job["request"]["pictures"]] == ["dumpling cat asleep", "a photo of dumpling cat"]
    assert TOKEN not in str(job) + str(choices) + server.log.read_text()
    assert client.predict(answer["job_id"], api_name="/cancel_job")["state"] == "cancelled"
    assert client.predict(answer["job_id"], api_name="/retry_job")["state"] == "queued"
    client.predict(answer["job_id"], api_name="/cancel_job")


def test_a_program_takes_in_a_lora_by_its_name_on_the_hub(client: Client, lora: str) -> None:
    answer = client.predict(file=None, name="Mochi", kind="cat", hub_id=lora, api_name="/import_subject")
    job = client.predict(answer["job_id"], api_name="/job")
    assert (job["kind"], job["request"]["trigger_word"]) == ("hub_import", "mochi")
    assert (job["request"]["repository"], job["request"]["hub_file"]) == ("owner/lora", "cat.safetensors")
    client.predict(answer["job_id"], api_name="/cancel_job")


def test_a_file_and_a_name_at_once_or_neither_is_refused(client: Client, lora: str, tmp_path: Path) -> None:
    file = tmp_path / "own.safetensors"
    headers.write(file, {f"{ATTENTION}.lora_down.weight": (4, 128)})
    with pytest.raises(AppError, match="Give a file or a hub_id, not both"):
        client.predict(file=handle_file(file), name="Mo", kind="cat", hub_id=lora, api_name="/import_subject")
    with pytest.raises(AppError, match="There is no file; upload at least one"):
        client.predict(file=None, name="Mo", kind="cat", api_name="/import_subject")
    with pytest.raises(AppError, match="is no name on the Hugging Face Hub"):
        client.predict(file=None, name="Mo", kind="cat", hub_id="mochi", api_name="/import_subject")
