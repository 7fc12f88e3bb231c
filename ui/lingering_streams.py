"""Gradio's streams of answers, kept open for a moment after the last answer.

Gradio 6.31 ends the stream of a page as soon as nothing of it is in the queue. A press that is on its way just then
counts on that stream, and its answer never comes: a second or two of waiting makes that rare, also far away.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import gradio as gr
from gradio.server_messages import ProcessCompletedMessage

SECONDS_BETWEEN_CHECKS = 1.0
QUIET_SECONDS = 3.0  # after the last question and the last answer, then a stream ends
NO_EVENT = "a stream that lingers"  # stands among the events that a stream waits for


def let_streams_linger(
    page: gr.Blocks,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Keep a page's streams open while answers may still be asked for. Called after page.queue(), which makes them."""
    queue = page._queue
    push = queue.push
    ends: dict[str, asyncio.Task[None]] = {}
    heard_at: dict[str, float] = {}  # when a session last asked, or was seen to wait; in seconds

    async def push_and_linger(body: Any, *arguments: Any, **more: Any) -> Any:
        session: str | None = body.session_hash
        if session is not None:
            queue.pending_event_ids_session.setdefault(session, set()).add(NO_EVENT)
            heard_at[session] = clock()
            if session not in ends:
                ends[session] = asyncio.create_task(end_once_quiet(session))
        return await push(body, *arguments, **more)

    async def end_once_quiet(session: str) -> None:
        try:
            # Not whether it waits at some moments: a program that asks again and again waits at hardly any.
            while (left := heard_at[session] + QUIET_SECONDS - clock()) > 0:
                await sleep(min(left, SECONDS_BETWEEN_CHECKS))
                if queue.pending_event_ids_session.get(session, set()) > {NO_EVENT}:
                    heard_at[session] = clock()
        finally:
            del ends[session], heard_at[session]
        waiting = queue.pending_event_ids_session.get(session, set())
        waiting.discard(NO_EVENT)
        messages = queue.pending_messages_per_session.get(session)
        if messages is not None and not waiting:  # gradio looks whether it may end a stream when an event is over
            await messages.put(ProcessCompletedMessage(event_id=NO_EVENT, output={}, success=True))

    queue.push = push_and_linger  # type: ignore[method-assign]
