"""A full disk, a read-only folder, a held database and a second program, while two people go on with their main job."""

import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.hostile.judging import Tally, is_a_sentence
from benchmarks.trouble.answers import judge_answers, judge_logs
from benchmarks.trouble.causes import fill_for, hold_for, mounted_read_only, not_writable
from benchmarks.trouble.ending import let_all_end
from benchmarks.trouble.house import AS_OTHERS, House, last_line
from benchmarks.trouble.looking import Looker
from benchmarks.trouble.two_people import at_work, come_in
from tests.small_disk import SmallDisk, mounted

DISK_BYTES = 150 * 2**20
BETWEEN = (3.0, 12.0)  # seconds
LASTS = (4.0, 15.0)  # seconds, of what has no length of its own
GOES_ON_SECONDS = 120.0  # within which something must have gone further when the cause is gone
START = "start on a read-only disk"


@dataclass(kw_only=True)
class Made:
    """What was done, and how it was answered meanwhile."""

    kinds: Counter[str] = field(default_factory=Counter[str])
    spans: list[tuple[str, float, float]] = field(default_factory=list[tuple[str, float, float]])
    facts: dict[str, object] = field(default_factory=dict[str, object])


def make_trouble(count: int, seed: int, folder: Path, seconds: float = float("inf")) -> tuple[Made, Tally]:
    """So many troubles, or as many as fit into so many seconds; then all is let end, and looked at."""
    with mounted(folder / "disk", DISK_BYTES) as disk:
        return _Trouble(folder, disk, seed).make(count, seconds)


class _Trouble:
    def __init__(self, folder: Path, disk: SmallDisk, seed: int) -> None:
        self._rng, self._disk, self._made, self._tally = random.Random(seed), disk, Made(), Tally()
        self._house = House(folder=folder, data_folder=disk.path / "data", prefix=AS_OTHERS)
        self._second = House(folder=folder, data_folder=disk.path / "data", prefix=AS_OTHERS)
        self._everybody = come_in(self._house, seed)
        self._looker = Looker(data_folder=self._house.data_folder, tally=self._tally)
        self._causes: dict[str, Callable[[], None]] = {
            "full disk": lambda: fill_for(disk, self._rng.uniform(*LASTS)),
            "folder read-only": self._not_writable,
            "database held for 35 s": lambda: hold_for(
                self._house.data_folder, self._rng.choice(["IMMEDIATE", "EXCLUSIVE"])
            ),
            "second program": self._start_second,
            START: self._start_read_only,
        }

    def make(self, count: int, seconds: float) -> tuple[Made, Tally]:
        made, began = self._made, time.monotonic()
        try:
            self._house.start()
            assert self._house.wait_until_up(), self._house.log.read_text(errors="replace")[-2000:]
            with at_work(self._everybody):
                kinds = [kind for _ in range(count // len(self._causes) + 1) for kind in self._causes][:count]
                self._rng.shuffle(kinds)
                for kind in kinds:
                    if time.monotonic() - began < seconds:
                        self._one(kind)
                made.facts["seconds of troubles"] = round(time.monotonic() - began)
                let_all_end(self._house, self._everybody, self._looker)
            self._tally.calls = sum(made.kinds.values())
            if (code := self._house.ask_to_end()) != 0:
                self._tally.fault("it did not end well", f"exit code {code}: {last_line(self._house.log)}")
            read = self._looker.read_all("the end", again=True)
            judge_logs([self._house.log, self._second.log, self._house.worker_log], self._tally)
        finally:
            for house in (self._second, self._house):
                house.kill_page()
            self._house.clear_away()
        made.facts |= judge_answers(self._everybody, made.spans, [START], self._tally)
        made.facts |= {f"{name} read whole": number for name, number in sorted(read.items())}
        made.facts["seconds in all"] = round(time.monotonic() - began)
        return made, self._tally

    def _one(self, kind: str) -> None:
        time.sleep(self._rng.uniform(*BETWEEN))
        self._made.kinds[kind] += 1
        where = f"{sum(self._made.kinds.values())} ({kind})"
        began = time.monotonic()
        print(where, flush=True)
        self._causes[kind]()
        self._made.spans.append((kind, began, time.monotonic()))
        if self._house.has_ended():
            self._tally.fault("the page ended by itself", f"{where}: {last_line(self._house.log)}")
            self._house.start()
        if not self._house.wait_until_up():
            self._tally.fault("the page did not come up", where)
        self._goes_on(where)
        self._looker.look(self._everybody, where)

    def _goes_on(self, where: str) -> None:
        """A job gets further, or is newly there, once the cause is gone."""
        before, until = self._steps(), time.monotonic() + GOES_ON_SECONDS
        while self._steps() == before:
            if time.monotonic() > until:
                self._tally.fault("it does not go on", where)
                return
            time.sleep(1.0)

    def _steps(self) -> object:
        with self._everybody[0].caller() as mine, self._everybody[1].caller() as hers:
            found = [
                one.ask(caller, "jobs", 1000) for one, caller in zip(self._everybody, (mine, hers), strict=True)
            ]  # fmt: skip
        return [[(row["id"], row["state"], row["step"]) for row in rows or []] for rows in found]

    def _not_writable(self) -> None:
        with not_writable(self._house.data_folder):
            time.sleep(self._rng.uniform(*LASTS))

    def _start_second(self) -> None:
        """Another app.py on the same folder, which answers the same, and is ended again."""
        self._second.start()
        if not self._second.wait_until_up():
            self._tally.fault("a second program does not start", last_line(self._second.log))
            return
        time.sleep(self._rng.uniform(*LASTS))
        if (code := self._second.ask_to_end()) != 0:
            self._tally.fault("a second program did not end well", f"{code}: {last_line(self._second.log)}")

    def _start_read_only(self) -> None:
        """All is killed, and started while the disk can only be read: one sentence, and it ends."""
        self._house.kill_page()
        while self._house.kill_workers():
            time.sleep(0.1)
        with mounted_read_only(self._disk.path):
            self._house.start()
            assert self._house.process is not None
            code, said = self._house.process.wait(60), last_line(self._house.log)
            if code != 2 or not is_a_sentence(said):
                self._tally.fault("no sentence at the start", f"exit code {code}: {said}")
        self._house.start()
        self._house.wait_until_up()
