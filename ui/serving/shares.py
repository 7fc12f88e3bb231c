"""What one person may have going on at once, so that others are answered too."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

from studio.untyped import is_object
from studio.words import Message, say
from ui.people import Caller
from ui.serving.bodies import UPLOAD, json_of
from ui.serving.callers import BEHIND_A_PROXY
from ui.serving.replies import refuse

# A family of five behind one router has ten tabs; each holds a heartbeat, and a second stream while it waits.
HEARTBEATS_EACH = 40
STREAMS_EACH = 40
# Gradio answers what needs no queue in 40 threads; a browser sends 6 requests at once.
CALLS_EACH = 24
UPLOADS_EACH = 6
QUEUED_FOR_A_TAB = 48  # calls that wait, of one tab or one gradio_client, which has at most 40 under way
QUEUED_EACH = 96
SHARES_OF_A_PROXY = 4  # of all who come through a proxy without a login, and cannot be told apart
QUEUE_SIZE = 512  # of all together, at most 1 MB each
HEARTBEAT = "/gradio_api/heartbeat/"
CALL = "/gradio_api/call/"
STREAMS = ("/gradio_api/queue/data", CALL, "/gradio_api/upload_progress")
JOINS = ("/gradio_api/queue/join", CALL)


class Shares:
    """Counts what each person has going on, and answers 429 beyond a share.

    A person is a login's session; without a login, an address.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._going_on: Counter[tuple[str, str]] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        caller: Caller = scope["state"]["caller"]
        kind, most, what = _kind(scope["method"], scope["path"])
        if not kind:
            await self._app(scope, receive, send)
        elif self._going_on[caller.counted_as, kind] >= most * shares_of(caller.counted_as):
            await _refuse_more(scope, receive, send, Message(what, count=most))
        else:
            with self._counted((caller.counted_as, kind)):
                await self._app(scope, receive, send)

    @contextmanager
    def _counted(self, key: tuple[str, str]) -> Iterator[None]:
        self._going_on[key] += 1
        try:
            yield
        finally:
            self._going_on[key] -= 1
            if not self._going_on[key]:
                del self._going_on[key]


class QueueShares:
    """Lets one person, and one tab of hers, have so many calls in the queue of the app `gradio`.

    It stands behind what reads the body.
    """

    def __init__(self, app: ASGIApp, *, gradio: Any) -> None:
        self._app = app
        self._gradio = gradio
        self._joining: Counter[tuple[str, str]] = Counter()  # by person and tab: not in the queue yet

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "POST" or not scope["path"].startswith(JOINS):
            await self._app(scope, receive, send)
            return
        person, tab = scope["state"]["caller"].counted_as, _tab(json_of(scope))
        scope["state"]["tab"] = tab
        of_person, of_tab = self._waiting(person, tab)
        if of_tab >= QUEUED_FOR_A_TAB or of_person >= QUEUED_EACH * shares_of(person):
            await _refuse_more(scope, receive, send, Message("going-on-queued", count=max(of_tab, of_person)))
            return
        self._joining[person, tab] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._joining[person, tab] -= 1
            if not self._joining[person, tab]:
                del self._joining[person, tab]

    def _waiting(self, person: str, tab: str) -> tuple[int, int]:
        """How many calls of the person, and of this tab of hers, wait or are about to."""
        queues = self._gradio.get_blocks()._queue.event_queue_per_concurrency_id.values()
        states = [event.request.scope["state"] for queue in queues for event in queue.queue]
        tabs = [state.get("tab", "") for state in states if state["caller"].counted_as == person]
        tabs += [one for (who, one), count in self._joining.items() if who == person for _ in range(count)]
        return len(tabs), tabs.count(tab)


def shares_of(person: str) -> int:
    """How many persons a Caller.counted_as stands for."""
    return SHARES_OF_A_PROXY if person == BEHIND_A_PROXY else 1


async def _refuse_more(scope: Scope, receive: Receive, send: Send, what: Message) -> None:
    await refuse(scope, receive, send, 429, say("too-much-going-on", what=what), {"Retry-After": "2"})


def _kind(method: str, path: str) -> tuple[str, int, str]:
    """What a request is counted as, how many one person may have, and the key of how many they are."""
    if method == "GET" and path.startswith(HEARTBEAT):
        return "heartbeat", HEARTBEATS_EACH, "going-on-pages"
    if method == "GET" and path.startswith(STREAMS):
        return "stream", STREAMS_EACH, "going-on-answers"
    if method == "POST" and path.rstrip("/") == UPLOAD:
        return "upload", UPLOADS_EACH, "going-on-uploads"
    if method == "POST" and not path.startswith(JOINS):
        return "call", CALLS_EACH, "going-on-calls"
    return "", 0, ""


def _tab(given: object) -> str:
    """The session hash that a tab or a gradio_client sends along; empty where there is none."""
    hash = given.get("session_hash") if is_object(given) else None
    return hash if isinstance(hash, str) else ""
