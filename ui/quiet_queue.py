"""Gradio's queue, made to rest while nothing waits in it.

Gradio 6.31 asks its queue a thousand times a second whether anything waits, and a hundred times whether a bar moved on:
5 % of a core with no page open.
"""

import asyncio
from typing import Any

import gradio as gr
from gradio.queueing import Queue

SECONDS_BETWEEN_LOOKS = 0.01  # while something waits for its turn
SECONDS_BETWEEN_PROGRESS = 1.0  # gradio's own bars of progress, of which the page has none


def rest_when_empty(page: gr.Blocks) -> None:
    """Let the queue of a page work only while something waits in it. Called after page.queue(), which makes it."""
    queue = page._queue
    came = asyncio.Event()
    push = queue.push

    async def push_and_wake(*arguments: Any, **more: Any) -> Any:
        pushed = await push(*arguments, **more)
        came.set()
        return pushed

    async def process_what_comes() -> None:
        try:
            while not queue.stopped:
                came.clear()
                await Queue.start_processing(_UntilEmpty(queue))  # type: ignore[arg-type]
                await came.wait()
        finally:
            queue.stopped = True
            queue._cancel_asyncio_tasks()

    queue.push, queue.start_processing = push_and_wake, process_what_comes  # type: ignore[method-assign]
    queue.sleep_when_free = SECONDS_BETWEEN_LOOKS
    queue.progress_update_sleep_when_free = SECONDS_BETWEEN_PROGRESS


class _UntilEmpty:
    """A queue that counts as stopped when nothing waits in it, so that gradio's own loop over it ends there."""

    def __init__(self, queue: Queue) -> None:
        self._queue = queue

    def __getattr__(self, name: str) -> Any:
        return getattr(self._queue, name)

    def __len__(self) -> int:
        return len(self._queue)

    @property
    def stopped(self) -> bool:
        """Whether the loop ends."""
        return self._queue.stopped or len(self._queue) == 0

    @stopped.setter
    def stopped(self, _: bool) -> None:
        """The loop has ended, and the queue goes on."""

    def _cancel_asyncio_tasks(self) -> None:
        """What was begun goes on, too."""
