"""One page of one visitor over HTTP: it asks what the page's scripts ask, at their pace, without drawing anything."""

import asyncio
import contextlib
import json
import random
import re
import secrets
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

CONNECTIONS, CONNECTIONS_FOR_FILES = 6, 3  # of a browser to one host; what scripts ask goes before pictures
KEEP_ALIVE_SECONDS = 4.0  # less than uvicorn's 5, so that no question meets a connection that is being closed
PATIENCE_SECONDS = 60.0
LETTER_SECONDS = 0.12  # from one letter to the next
WORD = "snow "
FILES = re.compile(r'gradio_api/file=[^"\'\\\s)&]+')
PICTURES = re.compile(r'data-picture=\\?"([^"\\]+)')
SENTENCE_ENDS = (".", "!", "?", "。", "！", "？")
PROMPT, COUNT, STEPS = 1, 4, 10  # among the fields of Make
QUERY = "/gradio_api/component_server/"
RUN, JOIN, STREAM = "/gradio_api/run/predict", "/gradio_api/queue/join", "/gradio_api/queue/data"


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What came of one question.

    Attributes:
        what: the kind of question, such as "news" or "open a picture".
        at: when it was sent, of time.monotonic().
        seconds: until its answer had arrived whole.
        refusal: the sentence that was answered instead; None where the work was done.
        fault: what is no sentence; None where nothing is wrong.
        is_click: whether somebody waits for it.
    """

    what: str
    at: float
    seconds: float
    refusal: str | None = None
    fault: str | None = None
    is_click: bool = False


class Refused(Exception):
    """Something else was answered than the work. `sentence` is None where it is no sentence either."""

    def __init__(self, told: object) -> None:
        super().__init__(told)
        self.sentence = told if isinstance(told, str) and is_sentence(told) else None


def is_sentence(text: str) -> bool:
    """Whether a person can read it: one line that ends as sentences do and begins with no bracket of JSON or HTML."""
    plain = text.strip()
    return plain.endswith(SENTENCE_ENDS) and "\n" not in plain and plain[0] not in "{[<" and "Traceback" not in plain


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """The page as its config describes it, and what a browser fetches to draw it.

    `inputs`: of each handler by its number, what its inputs hold before anybody touches them.
    """

    url: str
    assets: Sequence[str]
    dependencies: Sequence[Mapping[str, Any]]
    components: Mapping[str, int]
    inputs: Mapping[int, list[Any]]
    every_seconds: float

    @staticmethod
    def of(url: str, config: Mapping[str, Any], assets: Sequence[str]) -> "Site":
        props = {one["id"]: one["props"] for one in config["components"]}
        return Site(
            url=url,
            assets=assets,
            dependencies=[one for one in config["dependencies"] if one["backend_fn"]],
            components={value["elem_id"]: id for id, value in props.items() if value.get("elem_id")},
            inputs={one["id"]: [props[id].get("value") for id in one["inputs"]] for one in config["dependencies"]},
            every_seconds=next(one["props"]["every_ms"] for one in props.values() if one.get("elem_id") == "news")
            / 1000,
        )

    def triggered(self, element: str | None, event: str) -> list[Mapping[str, Any]]:
        """The handlers of an event of the component with that element id, or of the page itself."""
        target = [0 if element is None else self.components[element], event]
        return [one for one in self.dependencies if target in one["targets"]]

    def following(self, number: int) -> list[Mapping[str, Any]]:
        """The handlers that begin when that one has ended well."""
        return [one for one in self.dependencies if one["trigger_after"] == number]


@dataclass(kw_only=True)
class Visitor:
    """An open page. `login`: name and password where one is asked for. `own_job`: a job of hers that waits."""

    site: Site
    rng: random.Random
    answers: list[Answer]
    login: tuple[str, str] | None = None
    own_job: str | None = None
    tab: str = field(default_factory=lambda: secrets.token_hex(6))
    pictures: list[str] = field(default_factory=list[str])
    _shown: str = ""
    _is_refreshing: bool = False
    _fetched: set[str] = field(default_factory=set[str])
    _waiting: dict[str, asyncio.Future[Any]] = field(default_factory=dict[str, "asyncio.Future[Any]"])
    _tasks: set["asyncio.Task[Any]"] = field(default_factory=set["asyncio.Task[Any]"])
    _for_files: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(CONNECTIONS_FOR_FILES))
    _stream: "asyncio.Task[None] | None" = None
    _prompt: str = ""
    _activity: str = ""
    _next_page: Any = None

    @contextlib.asynccontextmanager
    async def visiting(self) -> AsyncIterator[None]:
        """Open the page, and leave it open for the block."""
        limits = httpx.Limits(max_connections=CONNECTIONS, keepalive_expiry=KEEP_ALIVE_SECONDS)
        async with httpx.AsyncClient(
            base_url=self.site.url, timeout=PATIENCE_SECONDS, limits=limits, verify=False
        ) as self._client:
            try:
                await self._open()
                yield
            finally:
                for task in [*self._tasks, *([self._stream] if self._stream else [])]:
                    task.cancel()
                await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is on its way but a heartbeat and a question or two."""
        return len(self._tasks) <= 2

    async def watch(self) -> None:
        """Ask what is new at the page's pace, and have what changed sent, until it is cancelled."""
        await asyncio.sleep(self.rng.uniform(0, self.site.every_seconds))
        while True:
            await asyncio.sleep(await self._look())

    async def use(self, seconds_between: float) -> None:
        """Click one thing after the other, each so many seconds after the last on average, until it is cancelled."""
        await self._click("album", self._album_page)
        clicks: list[tuple[str, Callable[[], Coroutine[Any, Any, None]], int]] = [
            ("open a picture", self._open_picture, 6),
            ("star", self._star, 3),
            ("choose a subject", self._choose_subject, 3),
            ("type a word", self._type, 4),
            ("next page of the album", self._album_page, 4),
            ("move a job", self._move_own_job, 3 if self.own_job else 0),
            ("make a picture, then cancel it", self._make_and_cancel, 1),
        ]
        while True:
            await asyncio.sleep(self.rng.uniform(0.5, 1.5) * seconds_between)
            ((what, act, _),) = self.rng.choices(clicks, [weight for *_, weight in clicks])
            await (act() if act in (self._type, self._make_and_cancel) else self._click(what, act))

    # What the page does by itself.

    async def _open(self) -> None:
        if self.login:
            await self._asked("log in", self._log_in(*self.login))
        await self._asked("open", self._open_all())

    async def _log_in(self, name: str, password: str) -> None:
        _good(await self._client.post("/login", data={"username": name, "password": password}))

    async def _open_all(self) -> None:
        _good(await self._client.get("/"))
        for asset in self.site.assets:
            self._begin(self._asked("asset", self._get_in_turn(asset)))
        while len(self._tasks):
            await asyncio.sleep(0.02)
        self._begin(self._asked("heartbeat", self._heartbeat()))
        await asyncio.gather(*(_quiet(self._load(one)) for one in self.site.triggered(None, "load")))

    async def _load(self, dependency: Mapping[str, Any]) -> None:
        """One handler that is run when the page is opened, and those after it."""
        number = dependency["id"]
        data = await self._asked("load", self._run(dependency, self.site.inputs[number]))
        if dependency["api_name"].startswith("refresh"):
            self._take(data)
        for one in self.site.following(number):
            await self._load(one)

    async def _heartbeat(self) -> None:
        async with self._client.stream("GET", f"/gradio_api/heartbeat/{self.tab}", timeout=None) as answer:
            if answer.status_code != 200:
                await answer.aread()
                _good(answer)
            async for _ in answer.aiter_raw():
                pass

    async def _look(self) -> float:
        """Ask once. Gives after how many seconds to ask again."""
        try:
            told = await self._asked("news", self._server("news", "newest_now", []))
        except Refused:
            return self.site.every_seconds
        if told["newest"] != self._shown and not self._is_refreshing:
            self._begin(self._refresh())
        return told["again_ms"] / 1000

    async def _refresh(self) -> None:
        self._is_refreshing = True
        try:
            (handler,) = self.site.triggered("news", "news")
            inputs = self.site.inputs[handler["id"]]
            self._take(await self._asked("refresh", self._run(handler, inputs, event_data={})))
        finally:
            self._is_refreshing = False

    def _take(self, data: list[Any]) -> None:
        """Draw what came: know it, and fetch the pictures in it that are not there yet."""
        self._shown = _html(data[1]) or self._shown
        text = json.dumps(data)
        self._activity = next((one for one in map(_html, data) if 'id="activity"' in one), self._activity)
        self.pictures = self.pictures or list(dict.fromkeys(PICTURES.findall(text)))
        self._fetch(FILES.findall(text))

    def _fetch(self, addresses: Iterable[str]) -> None:
        for address in addresses:
            if address not in self._fetched:  # a browser keeps it for an hour
                self._fetched.add(address)
                self._begin(self._asked("file", self._get_in_turn(f"/{address.lstrip('/')}")))

    # What somebody does.

    async def _click(self, what: str, act: Callable[[], Coroutine[Any, Any, None]]) -> None:
        await _quiet(self._asked(what, act(), is_click=True))

    async def _open_picture(self) -> None:
        if not self.pictures:
            return
        place = self.rng.randrange(len(self.pictures))
        answer = await self._server("lightbox-place", "shown", self.pictures[place])
        await self._get(f"/{answer['url'].lstrip('/')}")
        self._begin(self._look_at_neighbour(self.pictures[(place + 1) % len(self.pictures)]))

    async def _look_at_neighbour(self, id: str) -> None:
        try:
            answer = await self._asked("neighbour", self._server("lightbox-place", "shown", id))
        except Refused:
            return
        self._fetch([answer["url"]])

    async def _star(self) -> None:
        if self.pictures:
            wish = {"ids": [self.rng.choice(self.pictures)], "starred": self.rng.random() < 0.5}
            await self._server("lightbox-place", "star", wish)

    async def _choose_subject(self) -> None:
        chosen = [{"name": "Subject 0", "strength": 1}]
        for dependency in self.site.triggered("who", "change"):
            inputs = [chosen if isinstance(one, list) else one for one in self.site.inputs[dependency["id"]]]
            await self._run(dependency, inputs)

    async def _type(self) -> None:
        for letter in WORD:
            self._prompt = (self._prompt + letter)[-100:]
            await self._click("type a letter", self._typed)
            await asyncio.sleep(LETTER_SECONDS)

    async def _typed(self) -> None:
        for event in ("change", "input"):
            for dependency in self.site.triggered("prompt", event):
                await self._run(dependency, [self._prompt, *self.site.inputs[dependency["id"]][1:]])

    async def _album_page(self) -> None:
        wish = {"search": "", "subject": None, "starred": False, "bin": False, "day": None, "zone": "UTC"}
        answer = await self._server("album-news", "album_page", {**wish, "after": self._next_page})
        self._next_page = answer["next"]
        self.pictures = list(dict.fromkeys([*self.pictures, *(one["id"] for one in answer["pictures"])]))
        self._fetch(one["url"] for one in answer["pictures"])

    async def _move_own_job(self) -> None:
        await self._act("up", self.own_job or "")

    async def _make_and_cancel(self) -> None:
        prompt = f"a cat in the snow {self.rng.randrange(10**6)}"

        async def make() -> None:
            (handler,) = self.site.triggered("create-button", "click")
            inputs = [*self.site.inputs[handler["id"]][:-1], secrets.token_hex(12)]
            inputs[PROMPT], inputs[COUNT], inputs[STEPS] = prompt, 1, 4
            await self._run(handler, inputs)

        await self._click("make a picture", make)
        for _ in range(5):  # until it stands in what goes on
            await asyncio.sleep(self.site.every_seconds)
            card = next((one for one in self._activity.split("<article")[1:] if prompt in one), "")
            if found := re.search(r'data-act="cancel" data-id="([^"]+)', card):
                await self._click("cancel it", lambda id=found[1]: self._act("cancel", id))
                return

    async def _act(self, name: str, id: str) -> None:
        (handler,) = self.site.triggered("jobs", "act")
        await self._run(handler, [], event_data={"act": name, "id": id})

    # Questions.

    def _begin(self, doing: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.create_task(_quiet(doing))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _asked(self, what: str, question: Any, *, is_click: bool = False) -> Any:
        """The answer, which is written down. Errors: Refused."""
        at = time.monotonic()

        def note(refusal: str | None = None, fault: str | None = None) -> None:
            seconds = time.monotonic() - at
            self.answers.append(
                Answer(what=what, at=at, seconds=seconds, refusal=refusal, fault=fault, is_click=is_click)
            )

        try:
            answer = await question
        except Refused as refused:
            note(refused.sentence, None if refused.sentence else str(refused)[:300])
            raise
        except (httpx.TransportError, TimeoutError) as error:
            note(fault=f"{type(error).__name__}: {error}")
            raise Refused(None) from error
        note()
        return answer

    async def _get(self, address: str) -> None:
        _good(await self._client.get(address))

    async def _get_in_turn(self, address: str) -> None:
        async with self._for_files:
            _good(await self._client.get(address))

    async def _server(self, element: str, name: str, data: Any) -> Any:
        """What a function for scripts answers. Errors: Refused."""
        component = self.site.components[element]
        asked = {"data": data, "component_id": component, "fn_name": name, "session_hash": self.tab}
        answer = _good(await self._client.post(QUERY, json=asked)).json()
        if isinstance(answer, dict) and "problem" in answer:
            raise Refused(answer["problem"])
        return answer

    async def _run(self, dependency: Mapping[str, Any], data: list[Any], event_data: Any = None) -> list[Any]:
        """What a handler answers, through gradio's queue where it has to go there. Errors: Refused."""
        asked = {"data": data, "event_data": event_data, "fn_index": dependency["id"], "session_hash": self.tab}
        if dependency["queue"] is False:
            return _good(await self._client.post(RUN, json=asked)).json()["data"]
        id = _good(await self._client.post(JOIN, json=asked)).json()["event_id"]
        waiting = self._coming(id)
        if self._stream is None or self._stream.done():
            self._stream = asyncio.create_task(self._read_stream())
        try:
            output = await asyncio.wait_for(waiting, PATIENCE_SECONDS)
        finally:
            del self._waiting[id]
        return output["data"]

    def _coming(self, id: str) -> "asyncio.Future[Any]":
        """What the stream brings of an event, which may be there before the answer that names the event."""
        return self._waiting.setdefault(id, asyncio.get_running_loop().create_future())

    async def _read_stream(self) -> None:
        async with self._client.stream("GET", STREAM, params={"session_hash": self.tab}) as answer:
            if answer.status_code != 200:
                await answer.aread()
                self._end_all(Refused(_told(answer)))
                return
            async for line in answer.aiter_lines():
                told = json.loads(line.removeprefix("data: ")) if line.startswith("data: ") else {}
                if told.get("msg") != "process_completed":
                    continue
                waiting = self._coming(told["event_id"])
                if waiting.done():  # a stream that lingers tells of its own end under one name again and again
                    continue
                if told["success"]:
                    waiting.set_result(told["output"])
                else:
                    waiting.set_exception(Refused(told["output"].get("error")))

    def _end_all(self, error: Exception) -> None:
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(error)


async def _quiet(doing: Coroutine[Any, Any, Any]) -> None:
    """What is refused is written down, and life goes on."""
    with contextlib.suppress(Refused):
        await doing


def _html(update: Any) -> str:
    """What a gr.HTML is to show after an update; empty where nothing changes, or it is another component."""
    value = update.get("value") if isinstance(update, dict) else update
    return value if isinstance(value, str) else ""


def _good(answer: httpx.Response) -> httpx.Response:
    """An answer of the work that was asked for. Errors: Refused."""
    if answer.status_code != 200:
        raise Refused(_told(answer))
    return answer


def _told(answer: httpx.Response) -> str:
    """What an answer says that is not the work."""
    try:
        told = answer.json()
    except ValueError:
        return answer.text
    return str(told.get("detail") or told.get("error") or told) if isinstance(told, dict) else str(told)
