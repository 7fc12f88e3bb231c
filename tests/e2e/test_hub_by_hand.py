"""The Hub on the page, in a real browser: publishing a subject, taking one in by its id, and being without a token."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from huggingface_hub import HfApi
from playwright.sync_api import Page, expect

from studio.hub import upload as hub_publish
from studio.hub.requests import HubImportRequest, PublishRequest
from studio.jobs.job import JobKind
from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.words import as_written
from tests import headers
from tests.by_hand import begin, finish_lesson, finish_pictures
from tests.contract.hub_world import TOKEN, hub_of_anna
from tests.e2e.conftest import HandDriven
from tests.e2e.steps import SOON, close_activity, field, job_of, open_activity, visit, width_of
from tests.hub_server import Hub
from tests.page_server import page_server
from tests.still_studio import studio_over

pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")

PHONE = {"width": 390, "height": 844}
ATTENTION = "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn1_to_q"


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    with hub_of_anna(tmp_path / "hub", monkeypatch, tmp_path / "files") as running:
        yield running


@pytest.fixture
def with_a_hub(hub: Hub, tmp_path: Path) -> Iterator[HandDriven]:
    """A page that reaches this Hub, with Anna's token."""
    environment = {"HF_ENDPOINT": hub.url, "HF_HUB_OFFLINE": "0", "HF_TOKEN": TOKEN}
    with (
        page_server("tests/page_by_hand.py", tmp_path / "data", environment=environment) as server,
        open_store(server.data_folder) as store,
    ):
        yield HandDriven(server=server, store=store)


def dumpling(page: HandDriven, photos: Sequence[Path]) -> None:
    """Dumpling has been taught, and two pictures were made."""
    studio = studio_over(page.store, seed=None)
    studio.subjects.teach(OWNER, photos, "Dumpling", "cat")
    finish_lesson(page.store, begin(page.store))
    studio.pictures.create(OWNER, "Dumpling asleep", subjects=[{"name": "Dumpling"}], count=2)
    finish_pictures(page.store, begin(page.store), now=time.time() + 1)


def publish_for_real(store: Store) -> PublishRequest:
    """What the worker does with the next job."""
    job = begin(store, [JobKind.PUBLISH])
    assert isinstance(job.request, PublishRequest)
    store.jobs.progress(
        job.id, step=0, part=0.4, message=as_written("Uploading to anna/dumpling: 37 of 93 MB"), seconds_left=50.0
    )
    store.jobs.finish(job.id, hub_publish.publish(job.request, store.files.path))
    return job.request


def test_a_subject_is_published_from_its_card_and_its_page_is_one_press_away(
    hub: Hub, with_a_hub: HandDriven, page: Page, photos: Sequence[Path]
) -> None:
    dumpling(with_a_hub, photos)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    visit(page, with_a_hub.url)
    page.locator('#subjects button[data-name="Dumpling"]').click(timeout=SOON)
    page.locator("#publish-open").click(timeout=SOON)
    expect(page.locator("#publish-account")).to_contain_text("You publish as anna.", timeout=SOON)
    expect(page.get_by_role("radio", name="Only you (private)")).to_be_checked()
    expect(field(page, "publish-name")).to_have_value("anna/dumpling-lora")
    expect(page.locator(".publish-picture")).to_have_count(4)
    expect(page.locator('.publish-picture[aria-pressed="true"]')).to_have_count(0)
    assert width_of(page) <= PHONE["width"]

    expect(page.locator("#publish-said")).to_be_hidden()
    field(page, "publish-name").fill("bert/dumpling")
    page.locator("#publish-button").click()
    expect(page.locator("#publish-said")).to_contain_text("cannot publish as bert; fine are: anna, cats", timeout=SOON)
    HfApi().create_repo("anna/plans", private=True)
    HfApi().upload_file(path_or_fileobj=b"precious", path_in_repo="plans.bin", repo_id="anna/plans")
    field(page, "publish-name").fill("plans")
    page.locator("#publish-button").click()
    expect(page.locator("#publish-taken")).to_contain_text(
        "anna/plans on the Hub holds something that Cuddle did not publish (plans.bin)", timeout=SOON
    )
    expect(page.get_by_role("button", name="Replace what is there")).to_be_visible()
    page.get_by_role("button", name="Take anna/plans-2 instead").click()
    expect(field(page, "publish-name")).to_have_value("anna/plans-2", timeout=SOON)
    expect(page.locator("#publish-taken")).to_be_hidden()
    field(page, "publish-name").fill("dumpling")
    page.locator(".publish-picture").nth(1).click()
    page.locator("#publish-license input").click()
    page.get_by_role("option", name="CC0: free for everything").click()
    page.locator("#publish-button").click()
    expect(page.locator("#subject-news")).to_contain_text("Publishing anna/dumpling starts in a moment.", timeout=SOON)
    expect(page.locator("#subject-news .good-news")).to_be_visible()
    expect(page.locator("#publish-panel")).to_be_hidden()

    request = publish_for_real(with_a_hub.store)
    assert (request.repository, request.private, request.license) == ("anna/dumpling", True, "cc0-1.0")
    assert [picture.prompt for picture in request.pictures] == ["dumpling cat asleep"]
    done = job_of(page, "Publish: Dumpling", "done")
    expect(done).to_contain_text("on the Hub as anna/dumpling, private", timeout=SOON)
    open_activity(page)
    expect(done.get_by_role("link", name="Open its page")).to_have_attribute("href", f"{hub.url}/anna/dumpling")
    assert hub.made["anna/dumpling"].private

    close_activity(page)
    page.locator("#publish-open").click()
    expect(page.locator("#publish-account")).to_contain_text("It is there already, as anna/dumpling", timeout=SOON)
    expect(page.locator("#publish-account")).to_contain_text("Publishing again replaces its page")
    expect(field(page, "publish-name")).to_have_value("anna/dumpling")
    assert TOKEN not in page.content()
    page.locator("#publish-close").click()
    expect(page.locator("#publish-open")).to_be_visible()


@pytest.mark.slow(quick_sibling="tests/contract/test_hub_api.py::test_a_program_takes_in_a_lora_by_its_name_on_the_hub")
def test_a_lora_is_taken_in_by_its_name_on_the_hub(hub: Hub, with_a_hub: HandDriven, page: Page) -> None:
    headers.write(
        hub.folder / "cat.safetensors",
        {f"{ATTENTION}.lora_down.weight": (4, 128), f"{ATTENTION}.lora_up.weight": (128, 4)},
    )
    (hub.folder / "README.md").write_text("---\ninstance_prompt: a photo of sks cat\n---\n")
    visit(page, with_a_hub.url)
    page.locator("#import button").first.click()
    field(page, "import-name").fill("Luna")
    page.locator("#import-kind input").fill("cat")
    page.locator("#import-kind input").press("Enter")
    page.locator("#import-button").click()
    expect(page.locator("#import-said")).to_contain_text("There is no file yet", timeout=SOON)
    field(page, "import-hub").fill("owner/nothing")
    page.locator("#import-button").click()
    expect(page.locator("#import-said")).to_contain_text(
        "There is no owner/nothing on the Hugging Face Hub", timeout=SOON
    )
    field(page, "import-hub").fill("https://huggingface.co/owner/lora")
    page.locator("#import-button").click()
    expect(page.locator("#import-news")).to_contain_text("The LoRA of Luna starts in a moment.", timeout=SOON)
    expect(job_of(page, "LoRA from the Hub: Luna", "queued")).to_be_attached(timeout=SOON)
    (job,) = with_a_hub.store.jobs.list(OWNER)
    assert isinstance(job.request, HubImportRequest)
    assert (job.request.place, job.request.trigger_word) == ("owner/lora/cat.safetensors", "sks")


@pytest.mark.slow(quick_sibling="tests/unit/ui/components/test_publish_panel.py::test_a_problem_is_all_that_is_said")
def test_without_a_token_the_panel_says_how_to_give_one_and_looks_again(
    hub: Hub, page: Page, photos: Sequence[Path], tmp_path: Path
) -> None:
    login = tmp_path / "token"
    environment = {"HF_ENDPOINT": hub.url, "HF_HUB_OFFLINE": "0", "HF_TOKEN": "", "HF_TOKEN_PATH": str(login)}
    with (
        page_server("tests/page_by_hand.py", tmp_path / "data", environment=environment) as server,
        open_store(server.data_folder) as store,
    ):
        dumpling(HandDriven(server=server, store=store), photos)
        visit(page, server.url)
        page.locator('#subjects button[data-name="Dumpling"]').click(timeout=SOON)
        page.locator("#publish-open").click(timeout=SOON)
        expect(page.locator("#publish-account")).to_contain_text("Cuddle has no Hugging Face token yet", timeout=SOON)
        expect(page.locator("#publish-account")).to_contain_text("hf auth login")
        expect(page.locator("#publish-fields")).to_be_hidden()
        expect(page.locator("#publish-button")).to_be_hidden()
        login.write_text(TOKEN)  # as a login does
        page.locator("#publish-look-again").click()
        expect(page.locator("#publish-account")).to_contain_text("You publish as anna.", timeout=SOON)
        expect(page.locator("#publish-button")).to_be_visible()
        expect(page.locator("#publish-look-again")).to_be_hidden()
        assert TOKEN not in page.content()
