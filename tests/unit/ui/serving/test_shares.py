"""What one person may have going on at once."""

import asyncio
import json
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.people import Caller
from ui.serving.bodies import BoundedBodies
from ui.serving.callers import BEHIND_A_PROXY
from ui.serving.shares import HEARTBEATS_EACH, QUEUED_EACH, QUEUED_FOR_A_TAB, SHARES_OF_A_PROXY, QueueShares, Shares


class Asked:
    """Stands before an app and says who asks: the header "who"."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        who = dict(scope["headers"])[b"who"].decode()
        scope["state"] = {"caller": Caller(address="127.0.0.1" if who != BEHIND_A_PROXY else who, session=None)}
        if who != BEHIND_A_PROXY:
            scope["state"]["caller"] = Caller(address="127.0.0.1", session=who)
        await self._app(scope, receive, send)


def waiting(person: str, tab: str, count: int) -> list[Any]:
    """Calls as gradio's queue holds them."""
    state = {"caller": Caller(address="127.0.0.1", session=person), "tab": tab}
    return [SimpleNamespace(request=SimpleNamespace(scope={"state": state})) for _ in range(count)]


@pytest.mark.parametrize(
    ("in_queue", "who", "tab", "status"),
    [
        (waiting("anna", "a", QUEUED_FOR_A_TAB - 1), "anna", "a", 200),
        (waiting("anna", "a", QUEUED_FOR_A_TAB), "anna", "a", 429),
        (waiting("anna", "a", QUEUED_FOR_A_TAB), "anna", "b", 200),
        (waiting("anna", "a", QUEUED_FOR_A_TAB), "berta", "a", 200),
        ([one for tab in range(QUEUED_EACH) for one in waiting("anna", str(tab), 1)], "anna", "new", 429),
        ([one for tab in range(QUEUED_EACH) for one in waiting("anna", str(tab), 1)], "berta", "new", 200),
    ],
)
def test_a_full_share_of_the_queue_is_said_to_the_one_who_filled_it(
    in_queue: list[Any], who: str, tab: str, status: int
) -> None:
    queues = {"a handler": SimpleNamespace(queue=in_queue)}
    gradio = SimpleNamespace(
        get_blocks=lambda: SimpleNamespace(_queue=SimpleNamespace(event_queue_per_concurrency_id=queues))
    )
    app = Asked(BoundedBodies(QueueShares(PlainTextResponse("joined"), gradio=gradio), upload_bytes=1))
    body = json.dumps({"data": [], "session_hash": tab})
    answer = asyncio.run(post(app, "/gradio_api/queue/join", who, body))
    assert answer.status_code == status
    if status == 429:
        assert answer.json()["detail"].startswith("You have too much going on at once here: ")


async def post(app: ASGIApp, path: str, who: str, body: str) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
        return await client.post(path, content=body, headers={"who": who, "content-type": "application/json"})


@pytest.mark.parametrize(
    ("who", "most"), [("anna", HEARTBEATS_EACH), (BEHIND_A_PROXY, SHARES_OF_A_PROXY * HEARTBEATS_EACH)]
)
def test_streams_are_counted_while_they_last(who: str, most: int) -> None:
    asyncio.run(_streams(who, most))


async def _streams(who: str, most: int) -> None:
    over, begun = asyncio.Event(), 0

    async def stream(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal begun
        begun += 1
        await over.wait()
        await PlainTextResponse("over")(scope, receive, send)

    transport = httpx.ASGITransport(Asked(Shares(stream)))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", headers={"who": who}) as client:
        held = [asyncio.create_task(client.get(f"/gradio_api/heartbeat/{number}")) for number in range(most)]
        while begun < most:
            await asyncio.sleep(0)
        refused = await asyncio.wait_for(client.get("/gradio_api/heartbeat/more"), 5)
        assert (refused.status_code, "open pages" in refused.text) == (429, True)
        over.set()
        assert {answer.status_code for answer in await asyncio.gather(*held)} == {200}
        assert (await client.get("/gradio_api/heartbeat/more")).status_code == 200
