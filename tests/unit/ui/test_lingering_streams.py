"""When a page's stream of answers ends."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import gradio as gr

from ui.lingering_streams import NO_EVENT, QUIET_SECONDS, let_streams_linger

SESSION = "one"


class Played:
    """Gradio's queue, as far as a stream's end goes, in time that is played."""

    def __init__(self, asks_until: float, seconds_between: float, seconds_of_an_answer: float) -> None:
        self.now = 0.0
        self.ended_at: float | None = None
        self.pending_event_ids_session: dict[str, set[str]] = {}
        self.pending_messages_per_session = {SESSION: self}
        self._asks_until, self._between, self._answer = asks_until, seconds_between, seconds_of_an_answer
        self._next, self._answered_at = 0.0, 0.0
        let_streams_linger(cast("gr.Blocks", SimpleNamespace(_queue=self)), lambda: self.now, self.sleep)

    async def push(self, body: Any) -> None:
        self.pending_event_ids_session[SESSION].add("asked")
        self._answered_at, self._next = self.now + self._answer, self.now + self._answer + self._between

    async def put(self, message: Any) -> None:
        assert message.event_id == NO_EVENT
        self.ended_at = self.now

    async def sleep(self, seconds: float) -> None:
        until = self.now + seconds
        while self.now < until:
            self.now = round(self.now + 0.01, 2)
            waiting = self.pending_event_ids_session.setdefault(SESSION, set())
            if self.now >= self._answered_at:
                waiting.discard("asked")
            if self._next <= self.now < self._asks_until and "asked" not in waiting:
                await self.push_again()
        await asyncio.sleep(0)

    async def push_again(self) -> None:
        await self.push(SimpleNamespace(session_hash=SESSION))

    async def run(self) -> float:
        await self.push_again()
        for _ in range(100_000):
            await asyncio.sleep(0)
            if self.ended_at is not None:
                return self.ended_at
        raise AssertionError("the stream never ended")


def test_the_stream_of_a_program_that_asks_again_and_again_ends_only_after_it_has_asked_for_the_last_time() -> None:
    """Between its questions nothing is pending, and a check hardly ever comes while something is."""
    ended_at = asyncio.run(Played(asks_until=20.0, seconds_between=0.05, seconds_of_an_answer=0.01).run())
    assert 20 + QUIET_SECONDS - 0.1 <= ended_at <= 20 + QUIET_SECONDS + 1


def test_a_stream_that_waits_long_for_an_answer_ends_some_seconds_after_it() -> None:
    ended_at = asyncio.run(Played(asks_until=0.0, seconds_between=0.0, seconds_of_an_answer=30.0).run())
    assert 30 + QUIET_SECONDS - 1.1 <= ended_at <= 30 + QUIET_SECONDS
