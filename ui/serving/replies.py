"""Answers of the door itself, and how a request ends whose body nobody wants."""

import asyncio
import json
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LINGER_SECONDS = 2.0  # a sender that never looks up while it sends finds the answer, and not a broken connection
LINGER_BYTES = 1_000_000


async def refuse(
    scope: Scope, receive: Receive, send: Send, status: int, sentence: str, headers: Mapping[str, str] | None = None
) -> None:
    """Answer with one sentence. Callers of the API get {"detail": sentence}, everybody else plain text."""
    if scope["type"] == "websocket":
        await receive()  # websocket.connect
        await send({"type": "websocket.close", "code": 1008, "reason": ""})
        return
    is_json = Headers(scope=scope).get("content-type", "").startswith("application/json")
    content = json.dumps({"detail": sentence}) if is_json else sentence
    kind = "application/json" if is_json else "text/plain"
    await Response(content, status, headers, media_type=kind)(scope, receive, send)


def has_body(headers: Headers) -> bool:
    """Whether a request says that it brings a body."""
    return "transfer-encoding" in headers or headers.get("content-length", "0") != "0"


class EndUnreadBodies:
    """An answer given before the whole body was read closes the connection a moment later.

    Without it the server would read on, however much is sent.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        if scope["type"] != "http" or not has_body(headers):
            await self._app(scope, receive, send)
            return
        is_read = False

        async def receive_noting() -> Message:
            nonlocal is_read
            message = await receive()
            is_read = is_read or message["type"] == "http.disconnect" or not message.get("more_body", False)
            return message

        async def send_closing(message: Message) -> None:
            if message["type"] == "http.response.start" and not is_read:
                MutableHeaders(scope=message)["Connection"] = "close"
            is_end = message["type"] == "http.response.body" and not message.get("more_body", False)
            if is_read or not is_end:
                await send(message)
                return
            await send({**message, "more_body": True})
            if "expect" not in headers:  # one that waits to be told to send is not told
                await _drain(receive)
            await send({"type": "http.response.body", "body": b"", "more_body": False})

        await self._app(scope, receive_noting, send_closing)


async def _drain(receive: Receive) -> None:
    left = LINGER_BYTES
    try:
        async with asyncio.timeout(LINGER_SECONDS):
            while left > 0:
                message = await receive()
                if message["type"] == "http.disconnect" or not message.get("more_body", False):
                    return
                left -= len(message.get("body", b""))
    except TimeoutError:
        return
