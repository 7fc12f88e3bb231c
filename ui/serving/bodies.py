"""How much a request may bring: bytes are counted, and JSON is looked at, before anything is made of them."""

import asyncio
import json
import re
import time
from typing import Any

from starlette.datastructures import Headers
from starlette.formparsers import MultiPartException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from studio.words import say
from ui.serving.replies import has_body, refuse

JSON_BYTES = 1_000_000  # what the page sends stays below 50 kB, twenty photos with long captions below 100 kB
JSON_SECONDS = 30.0
JSON_ITEMS = 20_000  # values: at most 0.2 s of work in gradio, in which nobody else is answered; 5 million took 7 s
JSON_DEPTH = 60  # the page's own have 8
UPLOAD_BYTES_BESIDE_FILES = 1_000_000  # the names and headers of the parts
UPLOAD_PARTS = 100  # files in one request; a lesson takes 20, and gradio opens one file for each
UPLOAD_IDLE_SECONDS = 60.0  # without a byte
UPLOAD_SECONDS = 3 * 3600.0  # 1,000 MB at 100 kB/s, which is a slow line
UPLOAD = "/gradio_api/upload"
_TOKENS = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


class BodyTooLarge(Exception):
    """More bytes came than are read."""


class BodyTooSlow(Exception):
    """The body did not come in time, or its sender is gone."""


class BoundedBodies:
    """Refuses a body that is too large before it is parsed. Uploads pass through and are counted on their way.

    `upload_bytes`: the most that one request may upload.
    """

    def __init__(self, app: ASGIApp, *, upload_bytes: int) -> None:
        self._app = app
        self._upload_bytes = upload_bytes + UPLOAD_BYTES_BESIDE_FILES

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        if not has_body(headers):
            await self._app(scope, receive, send)
        elif scope["method"] != "POST":
            await refuse(scope, receive, send, 413, say("body-with-no-use", method=scope["method"]))
        elif scope["path"].rstrip("/") == UPLOAD:
            await self._upload(scope, headers, receive, send)
        else:
            await self._json(scope, headers, receive, send)

    async def _json(self, scope: Scope, headers: Headers, receive: Receive, send: Send) -> None:
        try:
            body = await read_body(headers, receive, JSON_BYTES, JSON_SECONDS)
        except BodyTooLarge:
            sentence = say("body-too-large", megabytes=JSON_BYTES / 1e6, path=UPLOAD)
            await refuse(scope, receive, send, 413, sentence)
            return
        except BodyTooSlow:
            await refuse(scope, receive, send, 408, say("body-too-slow"))
            return
        if not is_simple(body):
            sentence = say("json-too-large", items=JSON_ITEMS, levels=JSON_DEPTH)
            await refuse(scope, receive, send, 413, sentence)
            return
        scope["state"]["body"] = body
        is_given = False

        async def receive_kept() -> Message:
            nonlocal is_given
            if is_given:
                return await receive()
            is_given = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self._app(scope, receive_kept, send)

    async def _upload(self, scope: Scope, headers: Headers, receive: Receive, send: Send) -> None:
        most = self._upload_bytes
        too_large = say("upload-too-large", megabytes=round(most / 1e6))
        if _announced(headers) > most:
            await refuse(scope, receive, send, 413, too_large)
            return
        counted, parts = 0, PartCounter(headers.get("content-type", ""))
        until = time.monotonic() + UPLOAD_SECONDS

        async def receive_counted() -> Message:
            # Gradio's parser removes the files it has begun on this error alone, also when the sender is gone.
            nonlocal counted
            try:
                async with asyncio.timeout(min(UPLOAD_IDLE_SECONDS, until - time.monotonic())):
                    message = await receive()
            except TimeoutError as error:
                raise MultiPartException(say("upload-stopped")) from error
            if message["type"] == "http.disconnect":
                raise MultiPartException(say("upload-sender-gone"))
            counted += len(message.get("body", b""))
            if counted > most:
                raise MultiPartException(too_large)
            if parts.add(message.get("body", b"")) > UPLOAD_PARTS:
                raise MultiPartException(say("upload-too-many", files=UPLOAD_PARTS))
            return message

        await self._app(scope, receive_counted, send)


class PartCounter:
    """Counts the parts of a multipart body as its pieces come, wherever they are cut."""

    def __init__(self, content_type: str) -> None:
        found = re.search(r'boundary="?([^";,]+)', content_type, re.IGNORECASE)
        self._mark = b"--" + found.group(1).strip().encode("latin-1", "replace") if found else b""
        self._tail = b""
        self.parts = 0

    def add(self, piece: bytes) -> int:
        """How many have begun with this piece; the mark at the end counts as one."""
        if self._mark:
            whole = self._tail + piece
            self.parts += whole.count(self._mark)
            self._tail = whole[-(len(self._mark) - 1) :] if len(self._mark) > 1 else b""
        return self.parts


def json_of(scope: Scope) -> object:
    """What the body of a request says, read once for all who ask; None where it is no JSON, or there is none.

    It is read as gradio reads it, so also with NaN and half a character.
    """
    state: dict[str, Any] = scope["state"]
    if "json" not in state:
        try:
            state["json"] = json.loads(state.get("body", b""))
        except (ValueError, RecursionError):
            state["json"] = None
    return state["json"]


async def read_body(headers: Headers, receive: Receive, most: int, seconds: float) -> bytes:
    """The whole body of at most `most` bytes. Errors: BodyTooLarge, BodyTooSlow."""
    if _announced(headers) > most:
        raise BodyTooLarge
    pieces, count = [], 0
    try:
        async with asyncio.timeout(seconds):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise BodyTooSlow
                pieces.append(message.get("body", b""))
                count += len(pieces[-1])
                if count > most:
                    raise BodyTooLarge
                if not message.get("more_body", False):
                    return b"".join(pieces)
    except TimeoutError as error:
        raise BodyTooSlow from error


def is_simple(body: bytes) -> bool:
    """Whether JSON has few enough values and levels; it need not be valid. Signs inside of texts count as values."""
    if sum(body.count(sign) for sign in (b",", b"[", b"{", b":")) > JSON_ITEMS:
        return False
    if body.count(b"[") + body.count(b"{") <= JSON_DEPTH:
        return True
    depth = 0
    for token in _TOKENS.finditer(body):
        if (sign := token.group()) in (b"[", b"{"):
            depth += 1
            if depth > JSON_DEPTH:
                return False
        elif sign in (b"]", b"}"):
            depth -= 1
    return True


def _announced(headers: Headers) -> int:
    length = headers.get("content-length", "0")
    return int(length) if length.isascii() and length.isdigit() else 0
