"""kill -9 of the page, of the worker and of both, at random moments of a main job of two people."""

import contextlib
import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from benchmarks.hostile.judging import Tally
from benchmarks.page.running import until
from benchmarks.trouble.answers import judge_answers, judge_logs
from benchmarks.trouble.ending import let_all_end
from benchmarks.trouble.house import House, last_line
from benchmarks.trouble.looking import Looker
from benchmarks.trouble.two_people import Somebody, at_work, come_in
from studio.errors import StudioError
from studio.jobs.job import JobState
from studio.store.database import Database
from studio.store.disk.files import DATABASE_NAME, FOLDERS
from studio.store.tables import JobRow

JOBS = {"teach": "lesson", "create": "pictures"}
KINDS = ("page", "worker", "both")
# A third of the kills fall within a start, the others after a job has begun, and some of those in the very moment in
# which a file is written. In seconds after the kill before, and after a job runs.
SOON, LATER = (0.0, 8.0), (0.0, 10.0)
SHARE_SOON, SHARE_WRITING = 0.3, 0.35
JOB_SECONDS = 60.0  # to wait for a job that runs
WRITING_SECONDS = 8.0  # to wait for a file that is being written


@dataclass(kw_only=True)
class Killed:
    """What was done. `kinds`: what was killed; `moments`: what was at work then."""

    kinds: Counter[str] = field(default_factory=Counter[str])
    moments: Counter[str] = field(default_factory=Counter[str])
    facts: dict[str, object] = field(default_factory=dict[str, object])


def kill_at_random(count: int, seed: int, folder: Path, seconds: float = float("inf")) -> tuple[Killed, Tally]:
    """So many kills, or as many as fit into so many seconds; then all is let end, and looked at."""
    rng, tally, killed = random.Random(seed), Tally(), Killed()
    house = House(folder=folder, data_folder=folder / "data")
    everybody = come_in(house, seed)
    looker, began = Looker(data_folder=house.data_folder, tally=tally), time.monotonic()
    try:
        house.start()
        assert house.wait_until_up(), house.log.read_text(errors="replace")[-2000:]
        with at_work(everybody):
            while sum(killed.kinds.values()) < count and time.monotonic() - began < seconds:
                _one_kill(rng, house, killed, looker, everybody)
            killed.facts["seconds of kills"] = round(time.monotonic() - began)
            let_all_end(house, everybody, looker)
        killed.facts |= {"looks at everything": looker.looks, "starts of the page": house.starts}
        tally.calls = sum(killed.kinds.values())
        killed.facts |= _after_the_end(house, everybody, looker)
        spans = [("kills", began, time.monotonic())]
        killed.facts |= judge_answers(everybody, spans, ["kills"], tally)
        judge_logs([house.log, house.worker_log], tally)
    finally:
        house.kill_page()
        house.clear_away()
    killed.facts["jobs tried again, their worker killed 3 times in vain"] = len(looker.given_up)
    killed.facts["seconds in all"] = round(time.monotonic() - began)
    return killed, tally


def _one_kill(rng: random.Random, house: House, killed: Killed, looker: Looker, everybody: Sequence[Somebody]) -> None:
    kind, number = rng.choice(KINDS), sum(killed.kinds.values()) + 1
    is_soon = rng.random() < SHARE_SOON
    if not is_soon:
        with contextlib.suppress(TimeoutError):
            until(lambda: what_runs(house) in JOBS.values(), JOB_SECONDS, pause_seconds=1.0)
    time.sleep(rng.uniform(*(SOON if is_soon else LATER)))
    is_writing = not is_soon and rng.random() < SHARE_WRITING and _until_it_writes(house.data_folder)
    moment = "a file being written" if is_writing else what_runs(house)
    if house.has_ended():
        looker.tally.fault("the page ended by itself", f"kill {number}: {last_line(house.log)}")
        house.start()
        return
    kills: list[Callable[[], bool]] = {
        "page": [house.kill_page], "worker": [house.kill_workers], "both": [house.kill_page, house.kill_workers]
    }[kind]  # fmt: skip
    if not [is_killed for kill in kills if (is_killed := kill())]:
        return  # no worker is there now
    killed.kinds[kind] += 1
    killed.moments[moment] += 1
    print(f"{number}: {kind}, {moment}", flush=True)
    if house.has_ended():
        house.start()
        if rng.random() < SHARE_SOON:
            return  # the next kill may fall within the start
    if house.wait_until_up():
        looker.look(everybody, f"kill {number} ({kind}, {moment})")
    elif not house.has_ended():
        looker.tally.fault("the page did not come up", f"kill {number} ({kind}, {moment})")


def what_runs(house: House) -> str:
    """What is at work now, in words, by the rows."""
    if not house.is_up():
        return "start of the page"
    if not house.workers():
        return "no worker"
    try:
        with closing(Database(house.data_folder / DATABASE_NAME)) as database, database.reading() as session:
            query = select(JobRow.kind).where(JobRow.state == JobState.RUNNING.value)
            running = sorted(session.scalars(query))
    except StudioError:
        return "no database"
    return JOBS[running[-1]] if running else "start of the worker"


def parts_in(data_folder: Path) -> Iterator[Path]:
    """Files that are being written, or were when their writer was killed."""
    for name in FOLDERS:
        for folder, _, files in os.walk(data_folder / name):
            yield from (Path(folder, file) for file in files if file.endswith(".part"))


def _until_it_writes(data_folder: Path) -> bool:
    known, end = set(parts_in(data_folder)), time.monotonic() + WRITING_SECONDS
    while time.monotonic() < end:
        if set(parts_in(data_folder)) - known:
            return True
        time.sleep(0.002)
    return False


def _after_the_end(house: House, everybody: Sequence[Somebody], looker: Looker) -> dict[str, object]:
    """All has ended. It is ended as Ctrl-C does it, and started once more an hour later."""
    nobodys = looker.nobodys()
    if (code := house.ask_to_end()) != 0:
        looker.tally.fault("it did not end well", f"exit code {code}: {last_line(house.log)}")
    looker.tally.faults.update(
        {"a process is left": found} if (found := house.clear_away()) else {}
    )  # fmt: skip
    for part in parts_in(house.data_folder):
        an_hour_ago = time.time() - 3700
        os.utime(part, (an_hour_ago, an_hour_ago))
    house.start()
    if house.wait_until_up():
        looker.look(everybody, "the last start")
    else:
        looker.tally.fault("the page did not come up", "the last start")
    for part in parts_in(house.data_folder):
        looker.tally.fault("a half file stays", part.relative_to(house.data_folder).as_posix())
    folders = [path.name for path in house.temporary.glob("cuddle-*")]
    if len(folders) > 1:
        looker.tally.fault("a temporary folder stays", f"{len(folders) - 1} of them")
    read = looker.read_all("the end", again=True)
    house.ask_to_end()
    facts: dict[str, object] = {f"files of no row, {name}": number for name, number in sorted(nobodys.items())}
    return facts | {f"{name} read whole": number for name, number in sorted(read.items())}
