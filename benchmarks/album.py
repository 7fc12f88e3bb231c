"""How soon an album of many pictures is there, and what it costs while it is open and nothing changes.

    python -m benchmarks.album --pictures 2000

It fills a data folder with pictures that have files, starts the app, and opens its album in Chromium: from the press to
the pictures of the first page, from scrolling down to the next one, and the CPU time of the web process for each time
that the page asks what is new. In a process of its own it reads the first and the last page from the database.
"""

import argparse
import os
import statistics
import time
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.page.watched_app import SETTLE_SECONDS, WatchedApp, full_folder, watched_app
from studio.people.person import OWNER
from studio.pictures.picture_filter import key_of
from studio.store import open_store
from studio.words import say
from ui.page import REFRESH_SECONDS
from ui.tabs.album import PAGE_OF_PICTURES

BAR_OPEN, BAR_NEXT, BAR_TICK_MS = 1.0, 0.3, 10.0
PAGES = 8
SEEN = """count => {
  const images = [...document.querySelectorAll("#album-days img")];
  const inSight = images.filter((image) => image.getBoundingClientRect().top < innerHeight);
  return images.length >= count && inSight.every((image) => image.complete && image.naturalWidth > 0);
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pictures", type=int, default=2000, help="pictures in the store (2000)")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long to measure (60)")
    options = parser.parse_args()
    with full_folder(options.pictures, subjects=5, jobs=50) as data:
        first, last, revision = read_seconds(data)
        with watched_app(data, options.seconds / 3) as watched:
            browser = watched.browser()
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(watched.app.url)
            page.locator("#jobs .pill").wait_for(timeout=60_000)
            page.wait_for_timeout(1000 * SETTLE_SECONDS)
            opening = open_seconds(page)
            before = watched.cpu_seconds()
            following = [next_seconds(page) for _ in range(PAGES)]
            page_ms = 1000 * (watched.cpu_seconds() - before) / PAGES
            page.wait_for_timeout(1000 * SETTLE_SECONDS)
            tick_ms = tick_milliseconds(watched, page, options.seconds)
            browser.close()
    busy = os.getloadavg()[0] / (os.cpu_count() or 1)
    print(f"An album of {options.pictures} pictures, while {busy:.1f} programs want each core of this computer.")
    print(f"  opened              {opening:8.2f} s    (bar: {BAR_OPEN:g})")
    print(f"  next page           {statistics.median(following):8.2f} s    (bar: {BAR_NEXT:g}), median of {PAGES}")
    print(f"  for it              {page_ms:8.0f} ms of CPU in the web process, with its thumbnails")
    print(f"  each {REFRESH_SECONDS:g} seconds    {tick_ms:8.2f} ms of CPU   (bar: below {BAR_TICK_MS:.0f})")
    print(f"  from the database   {1000 * first:8.2f} ms the first page, {1000 * last:.2f} ms the last")
    print(f"  whether it changed  {1000 * revision:8.3f} ms")


def read_seconds(data: Path) -> tuple[float, float, float]:
    """How long the first page, the last page and the revision take to read from the database."""
    with open_store(data) as store:
        whole = store.pictures.list(OWNER, limit=1_000_000)
        before_last = key_of(whole[-PAGE_OF_PICTURES - 1])

        def took(after: object) -> float:
            began = time.perf_counter()
            store.pictures.list(OWNER, limit=PAGE_OF_PICTURES, after=before_last if after else None)
            return time.perf_counter() - began

        def took_revision() -> float:
            began = time.perf_counter()
            store.pictures.revision(OWNER)
            return time.perf_counter() - began

        first, last = ([took(after) for _ in range(20)] for after in (False, True))
        return statistics.median(first), statistics.median(last), statistics.median(took_revision() for _ in range(20))


def open_seconds(page: Page) -> float:
    """From the press on the album to its first pictures."""
    began = time.perf_counter()
    page.get_by_role("tab", name=say("album"), exact=True).click()
    page.wait_for_function(SEEN, arg=PAGE_OF_PICTURES, polling="raf")
    return time.perf_counter() - began


def next_seconds(page: Page) -> float:
    """From scrolling to the end of what is there to the pictures of the next page."""
    count = page.locator("#album-days img").count()
    began = time.perf_counter()
    page.evaluate("scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'})")
    page.wait_for_function(
        "count => document.querySelectorAll('#album-days img').length > count", arg=count, polling="raf"
    )
    took = time.perf_counter() - began
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    page.wait_for_timeout(500)
    return took


def tick_milliseconds(watched: WatchedApp, page: Page, seconds: float) -> float:
    """CPU time of the web process for each question of the page."""
    before = watched.cpu_seconds()
    page.wait_for_timeout(1000 * seconds)
    spent = watched.cpu_seconds() - before
    return 1000 * (spent - watched.alone * seconds) / (seconds / REFRESH_SECONDS)


if __name__ == "__main__":
    main()
