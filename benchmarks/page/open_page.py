"""What one open page costs the web process while nothing changes, over a store that holds a lot.

    python -m benchmarks.page.open_page --pictures 2000 --subjects 50 --jobs 500

It fills a data folder, starts the app, opens its page in Chromium, waits until the page is settled, and measures the
CPU time of the web process: with the page open, for each time that the page asks what is new, less what the process
takes anyway; and once for opening the page.
"""

import argparse
import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.page.full_store import fill
from benchmarks.page.running import RunningApp, running_app, until
from ui.page import REFRESH_SECONDS

SETTLE_SECONDS = 10.0
BAR_MS = 10.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pictures", type=int, default=2000, help="pictures in the store (2000)")
    parser.add_argument("--subjects", type=int, default=50, help="subjects in the store (50)")
    parser.add_argument("--jobs", type=int, default=500, help="ended jobs in the store (500)")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long to measure (60)")
    options = parser.parse_args()
    chromium = os.environ.get("CUDDLE_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory(prefix="cuddle-benchmark-") as folder, contextlib.ExitStack() as stack:
        data = Path(folder, "data")
        fill(data, pictures=options.pictures, subjects=options.subjects, jobs=options.jobs)
        app = stack.enter_context(running_app(data_folder=data))
        log = data / "worker.log"
        until(lambda: log.exists() and "Ready on" in log.read_text(errors="replace"), 120)
        time.sleep(SETTLE_SECONDS)
        alone = web_seconds(app, options.seconds / 3) / (options.seconds / 3)
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        opening = {name: open_seconds(app, browser.new_page()) for name in ("first", "second")}
        browser.close()
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        open_seconds(app, page)
        page.wait_for_timeout(1000 * SETTLE_SECONDS)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        before = sum(app.process.cpu_times()[:2])
        page.wait_for_timeout(1000 * options.seconds)
        spent = sum(app.process.cpu_times()[:2]) - before
        browser.close()
    ticks = options.seconds / REFRESH_SECONDS
    print(f"{options.pictures} pictures, {options.subjects} subjects, {options.jobs} ended jobs; nothing changes.")
    print(f"  without a page      {1000 * alone:8.2f} ms of CPU each second")
    print(f"  an open page        {1000 * spent / options.seconds:8.2f} ms of CPU each second, {len(asked)} requests")
    tick_ms = 1000 * (spent - alone * options.seconds) / ticks
    print(f"  each {REFRESH_SECONDS:g} seconds    {tick_ms:8.2f} ms of CPU for it   (bar: below {BAR_MS:.0f})")
    for name, (cpu, wall) in opening.items():
        print(f"  {name} opening      {1000 * cpu:8.0f} ms of CPU, {wall:.2f} s until its subjects are there")


def web_seconds(app: RunningApp, seconds: float) -> float:
    """CPU time of the web process over so many seconds."""
    before = sum(app.process.cpu_times()[:2])
    time.sleep(seconds)
    return sum(app.process.cpu_times()[:2]) - before


def open_seconds(app: RunningApp, page: Page) -> tuple[float, float]:
    """CPU time of the web process, and time, from the address to the first subject on the page."""
    before, began = sum(app.process.cpu_times()[:2]), time.monotonic()
    page.goto(app.url)
    page.locator("#subjects .subject-card").first.wait_for(timeout=60_000)
    return sum(app.process.cpu_times()[:2]) - before, time.monotonic() - began


if __name__ == "__main__":
    main()
