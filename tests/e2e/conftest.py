"""A browser that can reach this computer alone, and pages to look at with it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, Playwright, ViewportSize, expect, sync_playwright

from studio.store import Store, open_store
from tests.by_hand import forget_everything
from tests.e2e.steps import SOON
from tests.page_server import PageServer, page_server

ROOT = Path(__file__).resolve().parent.parent.parent
REAL_PHOTOS = ROOT.parent / "shared" / "photos"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage",
]  # fmt: skip
WIDE = ViewportSize(width=1280, height=900)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=SOON)  # on a busy machine
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    opened = open_browser(playwright, chromium)
    yield opened
    opened.close()


def arguments(names: Sequence[tuple[str, int]] = ()) -> list[str]:
    """Chromium's. `names`: pairs of a host and the port of 127.0.0.1 where its https is played."""
    rules = [*(f"MAP {host}:443 127.0.0.1:{port}" for host, port in names), "MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1"]
    return [*ARGUMENTS, f"--host-resolver-rules={', '.join(rules)}"]


def open_browser(playwright: Playwright, chromium: str, names: Sequence[tuple[str, int]] = ()) -> Browser:
    """A browser without a network, for which names are played here. Skips where it does not start."""
    try:
        return playwright.chromium.launch(executable_path=chromium, args=arguments(names))
    except Error as error:
        pytest.skip(f"{chromium} does not start: {error.message.splitlines()[0]}")


@dataclass(frozen=True, kw_only=True, slots=True)
class HandDriven:
    """A page without a worker, and the store through which a test does the worker's part."""

    server: PageServer
    store: Store

    @property
    def url(self) -> str:
        return self.server.url


@contextmanager
def serving_by_hand(folder: Path) -> Iterator[HandDriven]:
    """A page without a worker over the data folder that is made in `folder`."""
    with page_server("tests/page_by_hand.py", folder / "data") as server, open_store(server.data_folder) as store:
        yield HandDriven(server=server, store=store)


@pytest.fixture(scope="session")
def served_by_hand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HandDriven]:
    """One server for all tests of a process; `by_hand` empties its data between them."""
    with serving_by_hand(tmp_path_factory.mktemp("e2e")) as served:
        yield served


@pytest.fixture
def by_hand(served_by_hand: HandDriven) -> HandDriven:
    """The page with nothing in it."""
    forget_everything(served_by_hand.store)
    return served_by_hand


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of a browser of its own. At the end nothing was fetched from elsewhere, broke, or was kept back."""
    context = browser.new_context(locale="en-US", viewport=WIDE, accept_downloads=True)
    context.set_default_timeout(20_000)
    opened = context.new_page()
    broken: list[str] = []
    elsewhere: list[str] = []
    opened.on("pageerror", lambda error: broken.append(str(error)))
    opened.on("console", lambda message: _note_broken(message.text, broken))
    context.on("request", lambda request: _note_elsewhere(request.url, elsewhere))
    yield opened
    context.close()
    assert not broken, "scripts of the page broke"
    assert not elsewhere, "the page asked for something from elsewhere"


def _note_broken(text: str, broken: list[str]) -> None:
    if any(sign in text for sign in ("Content Security Policy", "Content-Security-Policy", "Error executing js")):
        broken.append(text)


def _note_elsewhere(url: str, elsewhere: list[str]) -> None:
    if not url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:")):
        elsewhere.append(url)


def photos_of(stem: str) -> list[Path]:
    """Real photos beside the checkout. Skips where they are not there."""
    folder = REAL_PHOTOS / stem
    if not folder.is_dir():
        pytest.skip(f"the real photos are not at {folder}")
    return sorted(folder.glob("*.jpg"))
