"""Calls of a running page over HTTP, each to its end, with values that no HTTP client's own JSON would send."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import httpx

if TYPE_CHECKING:  # gradio takes seconds to import
    from benchmarks.hostile.handlers import Handler

ANSWER_SECONDS = 90.0
JSON = {"content-type": "application/json"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What came of a call. `sentence`: what it was refused with, None where it did its work; `body`: what it gave."""

    status: int
    sentence: str | None
    body: Any = None


class Caller:
    """Somebody with one tab of the page open. `token`: what a program shows where people log in."""

    def __init__(self, url: str, session: str = "hostile", token: str = "") -> None:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._http = httpx.Client(base_url=f"{url}/gradio_api", timeout=ANSWER_SECONDS, headers=headers)
        self._session = session

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def ask(
        self, handler: "Handler", values: Sequence[Any], event: Any = None, envelope: Mapping[str, Any] | None = None
    ) -> Answer:
        """Call a handler, or a function of a component. `envelope`: what else is sent beside the values."""
        if handler.component is not None:
            body = {"data": values[0], "component_id": handler.component, "fn_name": handler.name}
            return _answer(self._post("/component_server", {**body, "session_hash": self._session, **(envelope or {})}))
        body = {"data": list(values), "fn_index": handler.id, "session_hash": self._session, "event_data": event}
        body |= envelope or {}
        if not handler.is_queued:
            return _answer(self._post("/run/predict", body))
        joined = self._post("/queue/join", body)
        if joined.status_code != 200:
            return _answer(joined)
        return self._awaited(str(body["session_hash"]), joined.json().get("event_id"))

    def ask_by_name(self, name: str, values: Sequence[Any]) -> Answer:
        """The same as another program does it, which knows the handler's name alone."""
        joined = self._post(f"/call/{name}", {"data": list(values)})
        if joined.status_code != 200:
            return _answer(joined)
        with self._http.stream("GET", f"/call/{name}/{joined.json()['event_id']}") as answer:
            kind = ""
            for line in answer.iter_lines():
                if line.startswith("event:"):
                    kind = line.removeprefix("event:").strip()
                elif line.startswith("data:") and kind in ("complete", "error"):
                    found = json.loads(line.removeprefix("data:"))
                    error = found.get("error") if isinstance(found, dict) else found
                    return Answer(status=200, sentence=str(error or "") if kind == "error" else None, body=found)
        return Answer(status=0, sentence="")

    def upload(self, file: Path, name: str) -> dict[str, Any] | None:
        """Send a file as the page does it; None where the door refuses it."""
        answer = self.send(file, name)
        return answer.body if answer.sentence is None else None

    def send(self, file: Path, name: str) -> Answer:
        """As upload(), with what it is refused with. The body is what a call names the file by."""
        with file.open("rb") as opened:
            answer = _answer(self._http.post("/upload", files={"files": (name, opened)}))
        if answer.sentence is not None:
            return answer
        file_data = {"path": answer.body[0], "orig_name": name, "meta": {"_type": "gradio.FileData"}}
        return Answer(status=answer.status, sentence=None, body=file_data)

    def _post(self, path: str, body: Mapping[str, Any]) -> httpx.Response:
        return self._http.post(path, content=json.dumps(body), headers=JSON)

    def _awaited(self, session: str, event_id: object) -> Answer:
        with self._http.stream("GET", "/queue/data", params={"session_hash": session}) as answer:
            for line in answer.iter_lines():
                message = json.loads(line.removeprefix("data:")) if line.startswith("data:") else {}
                if message.get("msg") == "process_completed" and message.get("event_id") == event_id:
                    output = message["output"]
                    sentence = None if message["success"] else str(output.get("error") or "")
                    return Answer(status=200, sentence=sentence, body=output)
        return Answer(status=0, sentence="")


def _answer(answer: httpx.Response) -> Answer:
    """An answer that came at once: refused by the door ({"detail"}), or by a handler ({"error"}, {"problem"})."""
    try:
        found = answer.json()
    except ValueError:
        found = answer.text
    said = next((found[name] for name in ("detail", "error", "problem") if name in found), None) if isinstance(
        found, dict
    ) else None  # fmt: skip
    if answer.status_code == 200 and not isinstance(said, str):
        return Answer(status=200, sentence=None, body=found)
    return Answer(status=answer.status_code, sentence=said if isinstance(said, str) else "", body=found)
