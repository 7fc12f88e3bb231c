"""How a call of a handler must look before gradio reads it, and with which status one that was refused is answered.

Gradio itself answers what it cannot read with a traceback in the log, or with a list of what its parser says, which
repeats what was sent; and a sentence of a handler that waits in no queue with 500, as if something had broken.
"""

import json
from collections.abc import Mapping
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from studio.checks import told
from studio.untyped import is_array, is_object
from studio.words import say
from ui.serving.bodies import json_of
from ui.serving.replies import refuse
from ui.serving.shares import JOINS

FUNCTION, RUN = "/gradio_api/component_server", "/gradio_api/run/"
CALLS = (RUN, *JOINS)
LONGEST_TEXT = 100  # characters of a session's or an event's name; gradio's own have 11 and 32
LARGEST_ID = 2**31
REFUSED = 422
_Fields = Mapping[str, tuple[type, ...]]
_OF_A_CALL: _Fields = {
    "session_hash": (str, type(None)), "event_id": (str, type(None)), "fn_index": (int, type(None)),
    "trigger_id": (int, type(None)), "oauth_token": (type(None),), "simple_format": (bool, type(None)),
    "batched": (type(None),),
}  # fmt: skip
_OF_A_FUNCTION: _Fields = {"session_hash": (str,), "component_id": (int,), "fn_name": (str,)}


class CallForms:
    """Refuses calls that gradio could not read, and answers refusals of handlers as such. `gradio` is the app.

    It stands behind what reads the body.
    """

    def __init__(self, app: ASGIApp, *, gradio: Any) -> None:
        self._app = app
        self._gradio = gradio

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"].rstrip("/")
        if scope["method"] != "POST" or not (path == FUNCTION or scope["path"].startswith(CALLS)):
            await self._app(scope, receive, send)
            return
        if problem := self._problem(json_of(scope), path):
            await refuse(scope, receive, send, REFUSED, problem)
            return
        await self._app(scope, receive, _telling_refusals(send) if path.startswith(RUN) else send)

    def _problem(self, given: object, path: str) -> str:
        is_function = path == FUNCTION
        if not is_object(given) or "data" not in given or not (is_function or is_array(given["data"])):
            return say("call-unread")
        fields = _OF_A_FUNCTION if is_function else _OF_A_CALL
        wrong = [name for name, sorts in fields.items() if not _is_fine(given.get(name), sorts)]
        wrong += [] if self._is_there(given, path) else ["component_id" if is_function else "fn_index"]
        return say("call-part-unread", name=wrong[0], value=told(given.get(wrong[0]))) if wrong else ""

    def _is_there(self, given: Mapping[str, Any], path: str) -> bool:
        """Whether what is called is on the page; a path may name a handler, too."""
        page = self._gradio.get_blocks()
        if path == FUNCTION:
            id = given.get("component_id")
            return isinstance(id, int) and id in page.blocks
        id = given.get("fn_index")
        if id is None:
            return any(one.api_name == path.rpartition("/")[2] for one in page.fns.values())
        return isinstance(id, int) and id in page.fns


def _is_fine(value: object, sorts: tuple[type, ...]) -> bool:
    if isinstance(value, str):
        return str in sorts and len(value) <= LONGEST_TEXT and value.isprintable()
    if isinstance(value, int) and not isinstance(value, bool):
        return int in sorts and abs(value) < LARGEST_ID
    return value is False or (isinstance(value, bool) and bool in sorts) or (value is None and type(None) in sorts)


def _telling_refusals(send: Send) -> Send:
    """Has an answer of 500 that holds a handler's sentence say that the call was refused."""
    held: Message | None = None

    async def send_telling(message: Message) -> None:
        nonlocal held
        if message["type"] == "http.response.start" and message["status"] == 500:
            held = message
            return
        if held is not None:
            begun, held = held, None
            await send({**begun, "status": REFUSED} if _is_sentence(message.get("body", b"")) else begun)
        await send(message)

    return send_telling


def _is_sentence(body: bytes) -> bool:
    try:
        answer = json.loads(body)
    except ValueError:
        return False
    return is_object(answer) and isinstance(answer.get("error"), str)
