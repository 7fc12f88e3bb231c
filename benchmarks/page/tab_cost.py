"""What one question of an open page costs the web process while a lesson goes on, in CPU time.

    python -m benchmarks.page.tab_cost

It serves the page without a worker, moves the rows of a lesson on by hand, and asks one thing after the other.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path

import httpx
import psutil

from benchmarks.page.crowd import filled
from benchmarks.page.visitor import QUERY, RUN, Site
from studio.store import open_store
from tests.page_server import page_server

TABS, TIMES = 10, 100


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="cuddle-benchmark-") as folder:
        data = Path(folder, "data")
        lesson, _ = filled(data, 0)
        with (
            open_store(data) as store,
            page_server("tests/page_by_hand.py", data) as server,
            httpx.Client(base_url=server.url, timeout=60) as client,
        ):
            store.workers.register("by-hand", 1)
            store.jobs.claim("by-hand")
            site = Site.of(server.url, client.get("/config").json(), [])
            (handler,) = site.triggered("news", "news")
            process, number = psutil.Process(server.pid), handler["id"]

            def ask(_turn: int) -> None:
                asked = {"data": [], "component_id": site.components["news"], "fn_name": "newest_now"}
                client.post(QUERY, json={**asked, "session_hash": "tab0"}).raise_for_status()

            def refresh(tab: int) -> None:
                asked = {"data": site.inputs[number], "event_data": {}, "fn_index": number}
                client.post(RUN, json={**asked, "session_hash": f"tab{tab}"}).raise_for_status()

            def change(turn: int, tabs: int) -> None:
                if turn % tabs == 0:
                    store.jobs.progress(lesson, step=1 + turn, loss=0.5, seconds_left=100.0 - turn % 7)
                refresh(turn % tabs)

            def told(what: str, act: Callable[[int], None]) -> None:
                before = sum(process.cpu_times()[:2])
                for turn in range(TIMES):
                    act(turn)
                print(f"{what:<44} {1000 * (sum(process.cpu_times()[:2]) - before) / TIMES:6.1f} ms", flush=True)

            for tab in range(TABS):
                refresh(tab)
            told("whether anything is new", ask)
            told("refresh, nothing changed", lambda _turn: refresh(0))
            told("refresh after a change, one tab alone", lambda turn: change(turn, 1))
            told(f"refresh after a change, each of {TABS} tabs", lambda turn: change(turn, TABS))


if __name__ == "__main__":
    main()
