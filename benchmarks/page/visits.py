"""Many visitors at once, in a process of their own whose CPU time is not the page's."""

import asyncio
import multiprocessing
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

import psutil

from benchmarks.page.visitor import Answer, Refused, Site, Visitor

SECONDS_BETWEEN_COMERS = 0.4
SETTLE_SECONDS, MOST_SETTLE_SECONDS = 3.0, 60.0
WAIT_SECONDS = 300.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Who:
    """Whom a visitor comes as. `login`: name and password; None at home. `own_job`: a job of hers that waits."""

    login: tuple[str, str] | None = None
    own_job: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Crowd:
    """The visitors of one stretch of time: `uses` of them use the page, the others look at it."""

    site: Site
    who: Sequence[Who]
    uses: int
    seconds_between_clicks: float
    seed: int


class Visits:
    """Visitors that are there. `answers` are there after the block of visiting()."""

    def __init__(self, process: Any, connection: Any) -> None:
        self._process = psutil.Process(process.pid)
        self._connection = connection

    def cpu_seconds(self) -> float:
        """CPU time of all visitors together so far."""
        return sum(self._process.cpu_times()[:2])

    def answers(self) -> list[Answer]:
        """All answers so far; the visitors leave."""
        self._connection.send("leave")
        return self._connection.recv()


@contextmanager
def visiting(crowd: Crowd) -> Iterator[Visits]:
    """Have them come, and wait until their pages are settled. They leave at the end of the block."""
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    process = spawn.Process(target=_visit, args=(crowd, there), daemon=True)
    process.start()
    try:
        if not here.poll(WAIT_SECONDS):
            raise TimeoutError("the visitors did not come in")
        here.recv()
        yield Visits(process, here)
    finally:
        process.join(10)
        process.terminate()


def _visit(crowd: Crowd, parent: Connection) -> None:
    asyncio.run(_all_visit(crowd, parent))


async def _all_visit(crowd: Crowd, parent: Connection) -> None:
    answers: list[Answer] = []
    rng = random.Random(crowd.seed)
    async with AsyncExitStack() as stack:
        visitors = [
            Visitor(
                site=crowd.site, rng=random.Random(rng.random()), answers=answers, login=who.login, own_job=who.own_job
            )
            for who in crowd.who
        ]

        async def come(number: int, visitor: Visitor) -> list[asyncio.Task[None]]:
            await asyncio.sleep(SECONDS_BETWEEN_COMERS * number)
            try:
                await stack.enter_async_context(visitor.visiting())
            except Refused:  # it is among the answers
                return []
            tasks = [asyncio.create_task(visitor.watch())]
            if number < crowd.uses:
                tasks.append(asyncio.create_task(visitor.use(crowd.seconds_between_clicks)))
            return tasks

        tasks = [task for some in await asyncio.gather(*(come(*one) for one in enumerate(visitors))) for task in some]
        until = time.monotonic() + MOST_SETTLE_SECONDS
        while not all(visitor.is_settled for visitor in visitors) and time.monotonic() < until:
            await asyncio.sleep(0.1)
        await asyncio.sleep(SETTLE_SECONDS)
        parent.send(time.monotonic())
        while not parent.poll():
            await asyncio.sleep(0.1)
            for task in tasks:
                if task.done():
                    task.result()  # a mistake of the benchmark itself is not passed over
        parent.recv()
        parent.send(list(answers))
        for task in tasks:
            task.cancel()
