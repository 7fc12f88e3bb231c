"""What came of each hostile call: its answer, the log, what was stored, and what it cost, one call at a time."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from benchmarks.hostile.calls import Answer
from benchmarks.hostile.filled import Kept
from benchmarks.hostile.values import BOMB_FILE, CANARY
from studio.words import say
from tests.page_server import PageServer

MOST_CPU_SECONDS = 5.0
MOST_MEMORY_MB = 300.0  # that the page's process grows by in one call
LONGEST_SENTENCE = 700  # characters: a list of choices is long


@dataclass(kw_only=True)
class Tally:
    """How many calls there were, what became of them, and what was wrong with which."""

    calls: int = 0
    refused: int = 0
    stored: int = 0
    faults: dict[str, list[str]] = field(default_factory=dict)
    cpu_seconds: list[float] = field(default_factory=list)
    memory_mb: float = 0.0

    def fault(self, what: str, where: str) -> None:
        """Count something that should not be."""
        self.faults.setdefault(what, []).append(where)

    def fault_counts(self) -> dict[str, object]:
        """How many faults of each kind there were, as rows of print_table."""
        return {f"**{what}**": len(where) for what, where in sorted(self.faults.items())}

    def print_table(self, title: str, rows: Mapping[str, object]) -> None:
        """The rows as a table, and then every fault in a line."""
        print(f"\n| {title} | |\n| --- | --- |")
        print(*(f"| {name} | {value} |" for name, value in rows.items()), sep="\n")
        for what, where in sorted(self.faults.items()):
            print(f"\n{what}:", *where, sep="\n  ")


class Judge:
    """Watches a page's process, its log and its data folder while calls are made, one after the other.

    `still_works`: asked after each call that changed something; it gives what is wrong with the page, or "".
    """

    def __init__(self, server: PageServer, kept: Kept, still_works: Callable[[], str]) -> None:
        self._process, self._log, self._kept = psutil.Process(server.pid), server.log, kept
        self._still_works = still_works
        self._read = 0
        self._said()

    def judge(self, tally: Tally, where: str, call: Callable[[], Answer], secrets: tuple[str, ...] = ()) -> Answer:
        """Make a call and count what came of it. `secrets`: what the log must not hold beside the canary."""
        cpu, memory = self._cpu(), self._memory()
        try:
            answer = call()
        except Exception as error:  # noqa: BLE001 - whatever it is, that is the finding
            tally.fault("no answer", f"{where}: {type(error).__name__}")
            answer = Answer(status=0, sentence="")
        spent, grown = self._cpu() - cpu, self._memory() - memory
        tally.calls += 1
        tally.cpu_seconds.append(spent)
        tally.memory_mb = max(tally.memory_mb, grown)
        if spent > MOST_CPU_SECONDS:
            tally.fault("too slow", f"{where}: {spent:.1f} s of CPU")
        if grown > MOST_MEMORY_MB:
            tally.fault("too much memory", f"{where}: {grown:.0f} MB")
        self._judge_answer(tally, where, answer)
        self._judge_log(tally, where, secrets)
        self._judge_stored(tally, where, answer)
        return answer

    def _judge_answer(self, tally: Tally, where: str, answer: Answer) -> None:
        if answer.status >= 500:
            tally.fault("status 500", f"{where}: {answer.status} {str(answer.body)[:120]}")
        if answer.sentence is None:
            return
        tally.refused += 1
        if answer.sentence == say("something-broke"):
            tally.fault("something broke", where)
        elif not is_a_sentence(answer.sentence):
            tally.fault("no sentence", f"{where}: {answer.status} {(answer.sentence or str(answer.body))[:200]!r}")

    def _judge_log(self, tally: Tally, where: str, secrets: tuple[str, ...]) -> None:
        said = self._said()
        if "Traceback" in said:
            last = [line for line in said.splitlines() if line.strip()][-1]
            tally.fault("traceback in the log", f"{where}: {last[:160]}")
        if any(secret in said for secret in (CANARY, *secrets)):
            line = next(line for line in said.splitlines() if any(one in line for one in (CANARY, *secrets)))
            tally.fault("a value in the log", f"{where}: {line[:160]}")

    def _judge_stored(self, tally: Tally, where: str, answer: Answer) -> None:
        if Path(BOMB_FILE).exists():
            Path(BOMB_FILE).unlink()
            tally.fault("run", where)
        if not self._kept.is_changed():
            return
        tally.stored += 1
        if answer.sentence is not None:
            tally.fault("stored although refused", where)
        if trouble := self._still_works():
            tally.fault("the page does not show what was stored", f"{where}: {trouble}")
        self._kept.restore()

    def _cpu(self) -> float:
        """Of the page's process with the helpers that it has had."""
        times = self._process.cpu_times()
        helpers = [child for child in self._process.children(recursive=True) if child.is_running()]
        return sum(times[:4]) + sum(sum(_times(child)) for child in helpers)

    def _memory(self) -> float:
        return self._process.memory_info().rss / 1e6

    def _said(self) -> str:
        with self._log.open("rb") as opened:
            opened.seek(self._read)
            said = opened.read()
        self._read += len(said)
        return said.decode("utf-8", errors="replace")


def _times(process: psutil.Process) -> tuple[float, float]:
    try:
        return process.cpu_times()[:2]
    except psutil.Error:
        return 0.0, 0.0


def is_a_sentence(text: str) -> bool:
    """Whether it is one short line that begins and ends as sentences do, and shows nothing of the program."""
    is_short = 0 < len(text) <= LONGEST_SENTENCE and "\n" not in text
    return is_short and text.rstrip(")\"'”»")[-1:] in (".", "?", "!") and not re.search(r"Traceback|\w+Error\b", text)


def markup_in(answer: Answer) -> str:
    """What of an answer's HTML a browser would run that a hostile value brought along; "" for nothing."""
    text = json.dumps(answer.body)
    found = re.search(rf"<(script|img|svg)[^<>]{{0,40}}{CANARY}|<script>{CANARY}", text)
    return found.group()[:80] if found else ""
