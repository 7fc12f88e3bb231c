"""A browser that can reach this computer alone, and pages to look at with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, ViewportSize, sync_playwright

from studio.jobs import Wish
from studio.store import Store, open_store
from tests.page_server import PageServer, page_server

ROOT = Path(__file__).resolve().parent.parent.parent
REAL_PHOTOS = ROOT.parent / "shared" / "photos"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip
WIDE = ViewportSize(width=1280, height=900)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        except Error as error:
            pytest.skip(f"{chromium} does not start: {error.message.splitlines()[0]}")
        yield opened
        opened.close()


@dataclass(frozen=True, kw_only=True, slots=True)
class HandDriven:
    """A page without a worker, and the store through which a test does the worker's part."""

    server: PageServer
    store: Store

    @property
    def url(self) -> str:
        return self.server.url


@pytest.fixture(scope="module")
def served_by_hand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HandDriven]:
    """One server for the tests of a module; `by_hand` empties its data between them."""
    with (
        page_server("tests/page_by_hand.py", tmp_path_factory.mktemp("e2e") / "data") as server,
        open_store(server.data_folder) as store,
    ):
        yield HandDriven(server=server, store=store)


@pytest.fixture
def by_hand(served_by_hand: HandDriven) -> HandDriven:
    """The page with nothing in it."""
    store = served_by_hand.store
    for job in store.jobs.list():
        if job.state in ("queued", "interrupted", "paused"):
            store.jobs.ask(job.id, Wish.CANCEL)
        elif job.state == "running":
            store.jobs.cancelled(job.id)
    for picture in store.pictures.list():
        store.pictures.delete(picture.id)
    for subject in store.subjects.list():
        store.subjects.delete(subject.name)
    return served_by_hand


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of a browser of its own. At the end: nothing was fetched from elsewhere, and no script broke."""
    context = browser.new_context(locale="en-US", viewport=WIDE, accept_downloads=True)
    context.set_default_timeout(20_000)
    opened = context.new_page()
    broken: list[str] = []
    elsewhere: list[str] = []
    opened.on("pageerror", lambda error: broken.append(str(error)))
    context.on("request", lambda request: _note_elsewhere(request.url, elsewhere))
    yield opened
    context.close()
    assert not broken, "scripts of the page broke"
    assert not elsewhere, "the page asked for something from elsewhere"


def _note_elsewhere(url: str, elsewhere: list[str]) -> None:
    if not url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:")):
        elsewhere.append(url)


def photos_of(stem: str) -> list[Path]:
    """Real photos beside the checkout. Skips where they are not there."""
    folder = REAL_PHOTOS / stem
    if not folder.is_dir():
        pytest.skip(f"the real photos are not at {folder}")
    return sorted(folder.glob("*.jpg"))


def pocket_is_there() -> bool:
    """Whether the weights of the pocket model are in the checkout."""
    return (ROOT / "pipeline" / "pocket" / "model" / "model_index.json").is_file()
