"""Gradio's queue is not looked at while nothing waits in it."""

import asyncio

import gradio as gr
import pytest
from gradio.queueing import Queue

from ui.quiet_queue import rest_when_empty


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time that a queue was asked how much waits in it."""
    asked: list[int] = []
    length = Queue.__len__

    def counted(queue: Queue) -> int:
        asked.append(1)
        return length(queue)

    monkeypatch.setattr(Queue, "__len__", counted)
    return asked


def test_an_empty_queue_is_looked_at_once_and_then_left_alone(looks: list[int]) -> None:
    async def queue_after_two_hundred_turns_of_the_loop() -> Queue:
        with gr.Blocks(analytics_enabled=False) as page:
            gr.Textbox()
        page.queue()
        rest_when_empty(page)
        page._queue.start()
        for _ in range(200):
            await asyncio.sleep(0.001)  # as long as gradio waits between two looks
        return page._queue

    queue = asyncio.run(queue_after_two_hundred_turns_of_the_loop())
    assert len(looks) <= 2
    assert queue.stopped, "the end of the loop ends the queue, as it always did"
