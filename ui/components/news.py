"""The part of the page that nobody sees: it asks whether anything is new, and says so to the rest of the page."""

import json
import threading
import time
from collections.abc import Callable
from typing import Any

import gradio as gr

from studio.studio import Studio
from ui.components.scripts import script

_READ_AGAIN_SECONDS = 60  # then everything is read anyway, for what time alone changes, such as news that is old
# While a lesson runs, nearly each question is followed by what changed: together some 8 ms of CPU.
_SECONDS_BETWEEN_PAGES = 0.08
_MOST_SECONDS = 15.0


class Pace:
    """When each open page asks again: every so many seconds, and more seldom where there are so many pages that they
    would leave a lesson no time. Safe to call from many threads.

    Each question takes the next moment that no other page has: `between_seconds` after the last one that was taken,
    and `most_seconds` from now at the latest, so that nobody can keep others from asking.
    """

    def __init__(
        self,
        *,
        every_seconds: float,
        between_seconds: float = _SECONDS_BETWEEN_PAGES,
        most_seconds: float = _MOST_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.every_seconds = every_seconds
        self._between_seconds = between_seconds
        self._most_seconds = most_seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._last = float("-inf")

    def seconds_until_next(self) -> float:
        """How long the page that asks now is to wait."""
        with self._lock:
            now = self._clock()
            free = max(now + self.every_seconds, self._last + self._between_seconds)
            self._last = min(free, now + self._most_seconds)
            return self._last - now


def news_watch(newest: Callable[[], str], pace: Pace) -> gr.HTML:
    """The component. Its event `news` comes while `newest()` is not the value that it has.

    `newest` must be quick: each open page calls it again and again, past gradio's events, behind the same login.
    """

    def newest_now(_arguments: object) -> dict[str, Any]:
        return {"newest": newest(), "again_ms": round(1000 * pace.seconds_until_next())}

    return gr.HTML(
        "",
        elem_id="news",
        html_template="",
        js_on_load=script("page/news"),
        apply_default_css=False,
        server_functions=[newest_now],
        every_ms=1000 * pace.every_seconds,
    )


def what_is_new(studio: Studio, now: float) -> str:
    """A text that is another one whenever the page would show anything else. `now`: unix seconds."""
    return json.dumps([*studio.standing(), int(now // _READ_AGAIN_SECONDS)])
