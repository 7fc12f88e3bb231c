"""What one open page costs the web process while nothing changes, over a store that holds a lot.

    python -m benchmarks.page.open_page --pictures 2000 --subjects 50 --jobs 500

It fills a data folder, starts the app, opens its page in Chromium, waits until the page is settled, and measures the
CPU time of the web process: with the page open, for each time that the page asks what is new, less what the process
takes anyway; and once for opening the page.
"""

import argparse
import time

from playwright.sync_api import Page

from benchmarks.page.watched_app import SETTLE_SECONDS, WatchedApp, full_folder, watched_app
from ui.page import REFRESH_SECONDS

BAR_MS = 10.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pictures", type=int, default=2000, help="pictures in the store (2000)")
    parser.add_argument("--subjects", type=int, default=50, help="subjects in the store (50)")
    parser.add_argument("--jobs", type=int, default=500, help="ended jobs in the store (500)")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long to measure (60)")
    options = parser.parse_args()
    with (
        full_folder(options.pictures, options.subjects, options.jobs) as data,
        watched_app(data, options.seconds / 3) as watched,
    ):
        browser = watched.browser()
        opening = {name: open_seconds(watched, browser.new_page()) for name in ("first", "second")}
        browser.close()
        browser = watched.browser()
        page = browser.new_page()
        open_seconds(watched, page)
        page.wait_for_timeout(1000 * SETTLE_SECONDS)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        before = watched.cpu_seconds()
        page.wait_for_timeout(1000 * options.seconds)
        spent = watched.cpu_seconds() - before
        browser.close()
    alone = watched.alone
    ticks = options.seconds / REFRESH_SECONDS
    print(f"{options.pictures} pictures, {options.subjects} subjects, {options.jobs} ended jobs; nothing changes.")
    print(f"  without a page      {1000 * alone:8.2f} ms of CPU each second")
    print(f"  an open page        {1000 * spent / options.seconds:8.2f} ms of CPU each second, {len(asked)} requests")
    tick_ms = 1000 * (spent - alone * options.seconds) / ticks
    print(f"  each {REFRESH_SECONDS:g} seconds    {tick_ms:8.2f} ms of CPU for it   (bar: below {BAR_MS:.0f})")
    for name, (cpu, wall) in opening.items():
        print(f"  {name} opening      {1000 * cpu:8.0f} ms of CPU, {wall:.2f} s until its subjects are there")


def open_seconds(watched: WatchedApp, page: Page) -> tuple[float, float]:
    """CPU time of the web process, and time, from the address to the first subject on the page."""
    before, began = watched.cpu_seconds(), time.monotonic()
    page.goto(watched.app.url)
    page.locator("#subjects .subject-card").first.wait_for(timeout=60_000)
    return watched.cpu_seconds() - before, time.monotonic() - began


if __name__ == "__main__":
    main()
