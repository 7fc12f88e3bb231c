"""Cuddle over a full store, settled, with a Chromium to open its page in, and what its web process takes alone."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

from benchmarks.page.full_store import fill
from benchmarks.page.running import RunningApp, running_app, until

SETTLE_SECONDS = 10.0


@dataclass(frozen=True, kw_only=True, slots=True)
class WatchedApp:
    """A running app. `alone`: CPU seconds of its web process in each second without a page."""

    app: RunningApp
    alone: float
    playwright: Playwright

    def browser(self) -> Browser:
        """A new Chromium, with nothing kept of an earlier one."""
        return open_browser(self.playwright)

    def cpu_seconds(self) -> float:
        """CPU time of the web process so far."""
        return sum(self.app.process.cpu_times()[:2])


def open_browser(playwright: Playwright) -> Browser:
    """A new Chromium: that of CUDDLE_CHROMIUM, else the one on the path."""
    chromium = os.environ.get("CUDDLE_CHROMIUM") or shutil.which("chromium")
    return playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])


@contextmanager
def watched_app(data: Path, alone_seconds: float) -> Iterator[WatchedApp]:
    """Start the app over that data folder, and measure for so many seconds what it takes by itself."""
    with running_app(data_folder=data) as app, sync_playwright() as playwright:
        log = data / "worker.log"
        until(lambda: log.exists() and "Ready on" in log.read_text(errors="replace"), 120)
        time.sleep(SETTLE_SECONDS)
        before = sum(app.process.cpu_times()[:2])
        time.sleep(alone_seconds)
        alone = (sum(app.process.cpu_times()[:2]) - before) / alone_seconds
        yield WatchedApp(app=app, alone=alone, playwright=playwright)


@contextmanager
def full_folder(pictures: int, subjects: int, jobs: int) -> Iterator[Path]:
    """A data folder with so much in it, for the block."""
    with tempfile.TemporaryDirectory(prefix="cuddle-benchmark-") as folder:
        data = Path(folder, "data")
        fill(data, pictures=pictures, subjects=subjects, jobs=jobs)
        yield data
