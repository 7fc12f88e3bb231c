"""One person's attempts at another's things, over real HTTP: every handler and file route that the app itself names."""

import json
import secrets
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from studio.people.people import People
from studio.people.person import OWNER, Person
from studio.store import Store
from studio.store.tables import Base
from studio.studio import Studio
from tests.by_hand import begin, finish_lesson, finish_pictures, keep_checkpoint
from tests.page_server import PageServer

PASSWORD = "four otters juggle plums"
AT_ONCE = 40  # calls in gradio's queue; one tab may have 48
ANSWER_SECONDS = 120.0


@dataclass(kw_only=True)
class Somebody:
    """A person with her things, logged in.

    Attributes:
        secret_word: stands in her prompts and captions, and nowhere else.
        names: what names her things: ids, names, files.
        addresses: of files that her page shows, relative to it.
        tab: her session hash.
    """

    person: Person
    name: str
    client: httpx.Client
    secret_word: str
    names: list[str] = field(default_factory=list[str])
    addresses: list[str] = field(default_factory=list[str])
    tab: str = field(default_factory=lambda: secrets.token_hex(6))


def come_in(stack: ExitStack, server: PageServer, store: Store, name: str, *, is_owner: bool = False) -> Somebody:
    """Log in as the owner, or as a guest who was just invited."""
    client = stack.enter_context(httpx.Client(base_url=server.url, timeout=ANSWER_SECONDS))
    given = {"username": name, "password": PASSWORD}
    if is_owner:
        assert client.post("/login", data=given).json() == {"success": True}
        return Somebody(person=OWNER, name=name, client=client, secret_word=f"quagga{name}")
    invitation = People(store).invite(OWNER)
    assert client.post("/invitation", data={**given, "secret": invitation.secret}).json() == {"success": True}
    (person,) = (account.person for account in store.people.list() if account.name == name)
    return Somebody(person=person, name=name, client=client, secret_word=f"quagga{name}")


def give_things(who: Somebody, studio: Studio, store: Store, photos: Sequence[Path]) -> None:
    """A subject, pictures of it and in the bin, jobs in every state, a start; and all of it asked for over the page."""
    person, word = who.person, who.secret_word
    lesson = studio.subjects.teach(person, photos, f"Zib{word[6:]}", "cat", "quick", options={"seed": 1})
    keep_checkpoint(store, begin(store), 40)
    store.jobs.progress(lesson.id, step=41, loss=0.5)
    finish_lesson(store, store.jobs.get(person, lesson.id))
    start = studio.init_images.keep(person, photos[0])
    asked = studio.pictures.create(person, f"{word} asleep", seed=7, options={"start": {"file": start}}, count=2)
    first, second = finish_pictures(store, begin(store), now=2000.0)
    studio.pictures.put_in_bin(person, [second.id])
    subject = store.subjects.get(person, f"Zib{word[6:]}")
    token = studio.people.new_token(person, word)
    who.names += [
        lesson.id, asked.id, first.id, second.id, subject.name, start, first.file, token.id,
        *subject.photo_files[:1], *subject.lora_files.values(), *subject.sample_files[:1], f"{subject.name} asleep",
    ]  # fmt: skip
    (upload,) = who.client.post(
        "/gradio_api/upload", files={"files": ("photo.jpg", photos[1].read_bytes() + word.encode())}
    ).json()
    who.names.append(upload)
    who.addresses.append(f"gradio_api/file={upload}")
    for name, values in (
        ("picture", [first.id]),
        ("subject_file", [subject.name]),
        ("subject_checkpoints", [subject.name]),
    ):
        answer = called(who, Handler.named(who, name), values)
        who.addresses += [f"gradio_api/file={path}" for path in _paths(answer)]
        who.names += _paths(answer)[:1]
    assert len(who.addresses) >= 3, "her own are there"


def let_jobs_wait(who: Somebody, studio: Studio) -> None:
    """One job that waits, and one that rests."""
    waiting, paused = (studio.pictures.create(who.person, f"a {who.secret_word} house", seed=seed) for seed in (7, 8))
    studio.queue.pause(who.person, paused.id)
    who.names += [waiting.id, paused.id]


def come_back(who: Somebody) -> None:
    """Log in again, where one of the handlers has just logged her out everywhere."""
    if who.client.get("/gradio_api/login_check").status_code == 401:
        given = {"username": who.name, "password": PASSWORD}
        assert who.client.post("/login", data=given).json() == {"success": True}


@dataclass(frozen=True, kw_only=True)
class Handler:
    """One handler, as the app's own config names it. `values`: what its inputs hold before anybody touches them."""

    number: int
    name: str
    is_queued: bool
    values: tuple[Any, ...]

    @staticmethod
    def all_of(who: Somebody) -> "list[Handler]":
        config = who.client.get("/config").json()
        props = {one["id"]: one["props"] for one in config["components"]}
        return [
            Handler(
                number=one["id"],
                name=str(one["api_name"]),
                is_queued=one["queue"] is not False,
                values=tuple(props[id].get("value") for id in one["inputs"]),
            )
            for one in config["dependencies"]
            if one["backend_fn"]
        ]

    @staticmethod
    def named(who: Somebody, name: str) -> "Handler":
        return next(one for one in Handler.all_of(who) if one.name == name)


def called(who: Somebody, handler: Handler, values: Sequence[Any]) -> str:
    """What a handler answers; the inputs beyond `values` are as they are."""
    data = [*values, *handler.values[len(values) :]]
    return "\n".join(answers(who, [{"fn_index": handler.number, "data": data}], is_queued=handler.is_queued))


def answers(who: Somebody, calls: Sequence[dict[str, Any]], *, is_queued: bool) -> Iterator[str]:
    """The texts that come of calls of handlers."""
    if not is_queued:
        for call in calls:
            yield who.client.post("/gradio_api/run/predict", json={**call, "session_hash": who.tab}).text
        return
    for begun in range(0, len(calls), AT_ONCE):
        waiting = set[str]()
        for call in calls[begun : begun + AT_ONCE]:
            answer = who.client.post("/gradio_api/queue/join", json={**call, "session_hash": who.tab})
            if answer.status_code == 200:
                waiting.add(answer.json()["event_id"])
            else:
                yield answer.text
        with who.client.stream("GET", "/gradio_api/queue/data", params={"session_hash": who.tab}) as stream:
            lines = stream.iter_lines() if waiting else iter(())
            for line in lines:
                yield line
                told = json.loads(line.removeprefix("data: ")) if line.startswith("data: ") else {}
                if told.get("msg") == "process_completed":
                    waiting.discard(told["event_id"])
                if not waiting:
                    break


def attempts(handler: Handler, name: str, tab: str) -> list[dict[str, Any]]:
    """Ways to name another's thing to a handler: at each of its inputs, at all, as a file, as an event's value."""
    file = {"path": name, "meta": {"_type": "gradio.FileData"}}
    events = [{"id": name, "name": name, "value": name, "picture": name, "ids": [name]}, [name, name]]
    count = len(handler.values)
    tried: list[list[Any]] = [[name] * count, [[name]] * count, [file] * count]
    for place in range(min(count, 6)):
        tried += [[*handler.values[:place], name, *handler.values[place + 1 :]]]
    calls = [{"fn_index": handler.number, "data": data} for data in tried]
    calls += [{"fn_index": handler.number, "data": list(handler.values), "event_data": one} for one in events]
    return [*calls, {"fn_index": handler.number, "data": list(handler.values), "session_hash": tab}]


def functions_of(who: Somebody) -> list[tuple[int, str]]:
    """The functions that scripts of the page call: (component, name)."""
    components = who.client.get("/config").json()["components"]
    return [(one["id"], name) for one in components for name in one["props"].get("server_fns") or []]


def everything(store: Store, person: Person) -> dict[str, Any]:
    """All rows of a person, and all her files, those that a worker or a page only touches aside."""
    rows: dict[str, Any] = {
        "jobs": [replaced(job) for job in store.jobs.list(person)],
        "subjects": store.subjects.list(person),
        "pictures": store.pictures.list(person),
        "bin": store.pictures.in_bin_since(person, 0.0),
        "tokens": [token.id for token in store.people.tokens(person)],
        "account": store.people.find(person),
    }
    names = [file for one in (*rows["subjects"],) for file in (*one.photo_files, *one.lora_files.values())]
    names += [one.file for one in rows["pictures"]]
    rows["files"] = {name: store.files.path(name).read_bytes() for name in names}
    return rows


def replaced(job: Any) -> str:
    """A job without its place in everybody's queue."""
    return repr(job).partition("position=")[0]


def rows_of(store: Store) -> int:
    """How many rows there are in all tables."""
    with store.database.reading() as session:
        return sum(len(session.execute(table.select()).all()) for table in Base.metadata.sorted_tables)


def _paths(answer: str) -> list[str]:
    found: list[str] = []
    waiting: list[Any] = [json.loads(line[6:]) for line in answer.splitlines() if line.startswith("data: ")] or [
        json.loads(answer)
    ]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            found += [one["path"]] if isinstance(one.get("path"), str) else []
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
    return found
