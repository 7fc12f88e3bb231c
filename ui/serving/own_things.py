"""Files and answers are for whoever they were made for, not for whoever knows their address."""

import json
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Any, cast
from urllib.parse import parse_qs

import gradio as gr
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from studio.people.person import Person
from studio.untyped import is_array, is_object
from studio.words import say
from ui.people import Caller, asking, somebody_asks
from ui.served_files import ServedFiles
from ui.serving.bodies import UPLOAD, json_of
from ui.serving.headers import FILES
from ui.serving.replies import refuse
from ui.serving.shares import CALL, HEARTBEAT, JOINS

MOST_TABS = 100_000  # remembered; beyond that those unused for longest are nobody's
SMALL_ANSWER = 100_000  # bytes; ids and paths of a hundred uploads are less


def guard_files(page: gr.Blocks, served: ServedFiles) -> None:
    """Have the handlers of a page take a person's own files alone, and note whose the files of their answers are.

    Called before answer_who_asks(), which tells it who asks.
    """
    process = page.process_api

    async def process_api(block_fn: Any, inputs: Any, *values: Any, **named: Any) -> dict[str, Any]:
        if not somebody_asks():
            return await process(block_fn, inputs, *values, **named)
        person = asking()
        if not all(served.is_of(person, path) for path in file_paths(inputs)):
            raise gr.Error(say("upload-not-yours"), print_exception=False)
        answer = await process(block_fn, inputs, *values, **named)
        for path in file_paths(answer.get("data")):
            served.note(person, path)
        return answer

    page.process_api = process_api  # type: ignore[method-assign] - gradio would write a .pyi for a subclass


def file_paths(value: Any) -> Iterator[str]:
    """The paths of all files in what goes into a handler, or comes from it."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            held = cast("dict[str, Any]", one)
            if isinstance(path := held.get("path"), str) and ("meta" in held or "url" in held or "orig_name" in held):
                yield path
            waiting.extend(held.values())
        elif isinstance(one, list | tuple):
            waiting.extend(cast("list[Any]", one))


class OwnFilesOnly:
    """Answers for a file only to whom it belongs, and remembers whose an upload is."""

    def __init__(self, app: ASGIApp, *, served: ServedFiles) -> None:
        self._app = app
        self._served = served

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        caller: Caller = scope["state"]["caller"]
        path: str = scope["path"]
        prefix = next((one for one in FILES if path.startswith(one)), None)
        if caller.who is None:
            await self._app(scope, receive, send)
        elif prefix is not None and not self._served.is_of(caller.who, path.removeprefix(prefix)):
            await refuse(scope, receive, send, 404, say("not-found"))
        elif scope["method"] == "POST" and path.rstrip("/") == UPLOAD:
            await self._app(_uncompressed(scope), receive, _reading(send, lambda one: self._uploaded(caller, one)))
        else:
            await self._app(scope, receive, send)

    def _uploaded(self, caller: Caller, content: Any) -> None:
        for path in content if is_array(content) else []:
            if isinstance(path, str) and caller.who is not None:
                self._served.note(caller.who, path)


class OwnTabs:
    """Keeps one person's tabs from another's: gradio answers whoever names a tab's session hash or an event's id.

    Whoever names one first has it. It stands behind what reads the body.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._owners: OrderedDict[str, str] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        caller: Caller = scope["state"]["caller"]
        if caller.who is None or caller.session is None:
            await self._app(scope, receive, send)
        elif not all(self._owned(name, caller.who) for name in _names(scope)):
            await refuse(scope, receive, send, 404, say("not-found"))
        elif scope["method"] == "POST" and scope["path"].startswith(JOINS):
            who = caller.who

            def begun(content: Any) -> None:
                if is_object(content):  # the id of what will be answered later
                    self._owned(str(content.get("event_id", "")), who)

            await self._app(_uncompressed(scope), receive, _reading(send, begun))
        else:
            await self._app(scope, receive, send)

    def _owned(self, name: str, person: Person) -> bool:
        """Whether a name is this person's, as it is from now on if it was nobody's."""
        if not name:
            return True
        owner = self._owners.setdefault(name, person.id)
        self._owners.move_to_end(name)
        if len(self._owners) > MOST_TABS:
            self._owners.popitem(last=False)
        return owner == person.id


def _names(scope: Scope) -> Iterator[str]:
    """What a request names of what belongs to somebody: tabs, events, uploads under way."""
    path: str = scope["path"]
    for start in (HEARTBEAT, CALL):
        if path.startswith(start) and (start == HEARTBEAT or scope["method"] == "GET"):
            yield path.rstrip("/").rpartition("/")[2]
    query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    for name in ("session_hash", "event_id", "upload_id"):
        yield from query.get(name, ())
    given = json_of(scope)
    for name in ("session_hash", "event_id"):
        if is_object(given) and isinstance(value := given.get(name), str):
            yield value


def _uncompressed(scope: Scope) -> Scope:
    """The same request, for an answer that is read here."""
    return {**scope, "headers": [one for one in scope["headers"] if one[0] != b"accept-encoding"]}


def _reading(send: Send, read: Callable[[Any], None]) -> Send:
    """Sends an answer on, and has its JSON read where it is one that went well."""
    is_fine, content = False, b""

    async def send_read(message: Message) -> None:
        nonlocal is_fine, content
        if message["type"] == "http.response.start":
            is_fine = message["status"] == 200
        elif is_fine and len(content) < SMALL_ANSWER:
            content += message.get("body", b"")
            if not message.get("more_body", False):
                try:
                    read(json.loads(content))
                except ValueError:
                    is_fine = False
        await send(message)

    return send_read
