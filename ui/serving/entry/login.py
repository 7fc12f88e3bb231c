"""The login: who has logged in, how often one may try, and that nothing is answered before it."""

import asyncio
import json
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any, cast
from urllib.parse import parse_qs, urlencode

from python_multipart.exceptions import FormParserError
from starlette.datastructures import Headers
from starlette.formparsers import MultiPartException
from starlette.requests import Request, cookie_parser
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from studio.errors import StudioError
from studio.people.people import People, digest
from studio.people.person import OWNER, Person
from studio.words import say
from ui.people import Caller, asked_by
from ui.serving.bodies import BodyTooLarge, BodyTooSlow, read_body
from ui.serving.callers import BEHIND_A_PROXY, address_of
from ui.serving.entry.attempts import Guesses
from ui.serving.entry.hub_login import BACK, BEGIN, SECONDS_UNDER_WAY, HubLogin
from ui.serving.entry.pages import invitation_page, login_page, no_invitation_page
from ui.serving.origins import schemes_of
from ui.serving.replies import refuse

LOGIN_BYTES, LOGIN_SECONDS = 16_384, 10.0  # a name and a password, sent as a form
SECONDS_AFTER_A_WRONG_PASSWORD = 1.0
MOST_DEVICES = 1_000  # the oldest go first
DEVICE_COOKIE, DEVICE_SECONDS = "cuddle-device", 90 * 24 * 3600
SESSION_COOKIE, HUB_COOKIE = "cuddle-session", "cuddle-hub-login"
INVITATION = "/invitation"
# Files of gradio's own, the same for everybody. A browser fetches some of them without its cookies.
OPEN_FILES = (
    "/assets/",
    "/static/",
    "/svelte/",
    "/pwa_icon",
    "/theme.css",
    "/manifest.json",
    "/robots.txt",
    "/favicon",
)
OPEN_CALLS = ("/gradio_api/startup-events",)  # asked for by launch() itself, and answered once


class Login:
    """Answers nothing before the login but its page and that of an invitation, and says who asks.

    Where nobody must log in (People.asks), everybody who asks is the owner. Programs may show a token instead, in the
    header "Authorization: Bearer TOKEN". `cookies` tells the cookies of this studio from those of another one on the
    same computer.
    """

    def __init__(
        self, app: ASGIApp, *, people: People, cookies: str, hosts: frozenset[str], is_space: bool,
        hub: HubLogin | None = None, clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._app = app
        self._people = people
        self._session_cookie = f"{SESSION_COOKIE}-{cookies}"
        self._hosts = hosts
        self._is_space = is_space
        self._hub = hub
        self._guesses = Guesses(clock)
        self._devices: OrderedDict[str, None] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        cookies = _cookies(headers)
        caller = Caller(address=address_of(scope, is_space=self._is_space), who=OWNER)
        if self._people.asks:
            who, session = await asyncio.to_thread(self._who, headers, cookies)
            caller = Caller(address=caller.address, who=who, session=session)
        scope["state"]["caller"] = caller
        if (connection := scope["state"].get("connection")) is not None:
            connection.is_known = caller.session is not None
        path, method = scope["path"].rstrip("/") or "/", scope["method"]
        is_read = method in ("GET", "HEAD")
        if path == "/logout":
            await self._log_out(scope, receive, send, headers, cookies)
        elif not self._people.asks and path in ("/login", INVITATION):
            await RedirectResponse("./", 303)(scope, receive, send)
        elif path == "/login" and method == "POST":
            await self._log_in(scope, receive, send, headers, cookies, caller)
        elif path == INVITATION and method == "POST":
            await self._accept(scope, receive, send, headers)
        elif path == INVITATION and is_read:
            await (await self._invitation(scope, _query(scope).get("secret", "")))(scope, receive, send)
        elif self._hub is not None and path in (BEGIN, BACK) and is_read:
            answer = self._to_hub(scope, headers) if path == BEGIN else await self._from_hub(scope, headers, cookies)
            await answer(scope, receive, send)
        elif path == "/login" or (path == "/" and caller.who is None and is_read):
            await self._login_page(scope, 200)(scope, receive, send)
        elif caller.who is not None:
            with asked_by(caller.who):
                await self._app(scope, receive, send)
        elif is_read and (path.startswith(OPEN_FILES) or path in OPEN_CALLS):
            await self._app(scope, receive, send)
        else:
            await refuse(scope, receive, send, 401, say("login-first"))

    def _who(self, headers: Headers, cookies: Mapping[str, str]) -> tuple[Person | None, str | None]:
        """Who asks, and the secret of the token or the session that says so."""
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and (who := self._people.of_token(token.strip())) is not None:
            return who, token.strip()
        secret = cookies.get(self._session_cookie, "")
        who = self._people.of_session(secret) if secret else None
        return who, secret if who else None

    async def _log_in(
        self, scope: Scope, receive: Receive, send: Send, headers: Headers, cookies: dict[str, str], caller: Caller
    ) -> None:
        given = await self._form(scope, receive, send, headers)
        if given is None:
            return
        device = digest(cookies.get(DEVICE_COOKIE, ""))
        known_device = device if device in self._devices else None
        wait = self._guesses.seconds_to_wait(caller.address, known_device)
        if wait:
            sentence = say("login-wait", seconds=wait)
            if caller.address == BEHIND_A_PROXY:
                sentence += f" {say('login-wait-elsewhere')}"
            answer = self._failed(scope, headers, 429, sentence)
            answer.headers["Retry-After"] = str(wait)
            await answer(scope, receive, send)
            return
        self._guesses.begin(caller.address, known_device)
        who = await asyncio.to_thread(self._people.log_in, given.get("username", ""), given.get("password", ""))
        if who is None:
            await asyncio.sleep(SECONDS_AFTER_A_WRONG_PASSWORD)
            self._guesses.wrong(caller.address, known_device)
            await self._failed(scope, headers, 400, say("login-wrong"))(scope, receive, send)
            return
        self._guesses.right(caller.address, known_device)
        await (await self._succeeded(scope, headers, who))(scope, receive, send)

    async def _invitation(self, scope: Scope, secret: str) -> Response:
        if not await asyncio.to_thread(self._people.is_invited, secret):
            return no_invitation_page(scope)
        return self._invitation_page(scope, 200, secret)

    async def _accept(self, scope: Scope, receive: Receive, send: Send, headers: Headers) -> None:
        given = await self._form(scope, receive, send, headers)
        if given is None:
            return
        secret, name = given.get("secret", ""), given.get("username", "")
        try:
            account = await asyncio.to_thread(self._people.accept, secret, name, given.get("password", ""))
        except StudioError as error:
            if not _is_browser(headers):
                answer: Response = JSONResponse({"detail": str(error)}, status_code=400)
            elif await asyncio.to_thread(self._people.is_invited, secret):
                answer = self._invitation_page(scope, 400, secret, str(error), name)
            else:
                answer = no_invitation_page(scope)
            await answer(scope, receive, send)
            return
        await (await self._succeeded(scope, headers, account.person))(scope, receive, send)

    def _login_page(self, scope: Scope, status: int, problem: str = "") -> Response:
        return login_page(scope, status, problem, hub_address="" if self._hub is None else BEGIN.lstrip("/"))

    def _invitation_page(self, scope: Scope, status: int, secret: str, problem: str = "", name: str = "") -> Response:
        address = "" if self._hub is None else f"{BEGIN.lstrip('/')}?{urlencode({'secret': secret})}"
        return invitation_page(scope, status, secret, problem, name=name, hub_address=address)

    def _failed(self, scope: Scope, headers: Headers, status: int, sentence: str) -> Response:
        if _is_browser(headers):
            return self._login_page(scope, status, sentence)
        return JSONResponse({"detail": sentence}, status_code=status)

    def _to_hub(self, scope: Scope, headers: Headers) -> Response:
        assert self._hub is not None
        url, browser = self._hub.begin(_query(scope).get("secret", ""))
        answer = RedirectResponse(url, 303)
        is_secure = self._is_secure(scope, headers)
        self._set_cookie(answer, HUB_COOKIE, browser, is_secure, max_age=int(SECONDS_UNDER_WAY))
        return answer

    async def _from_hub(self, scope: Scope, headers: Headers, cookies: Mapping[str, str]) -> Response:
        assert self._hub is not None
        try:
            who = await self._hub.back(_query(scope), cookies.get(HUB_COOKIE, ""))
        except StudioError as error:
            return self._failed(scope, headers, 403, str(error))
        return await self._succeeded(scope, headers, who)

    async def _form(self, scope: Scope, receive: Receive, send: Send, headers: Headers) -> dict[str, str] | None:
        """The fields of a form or of JSON; None where too much came, or too slowly, which is answered."""
        try:
            return await _fields(scope, await read_body(headers, receive, LOGIN_BYTES, LOGIN_SECONDS))
        except BodyTooLarge:
            await refuse(scope, receive, send, 413, say("login-too-long"))
        except BodyTooSlow:
            await refuse(scope, receive, send, 408, say("body-too-slow"))
        return None

    async def _succeeded(self, scope: Scope, headers: Headers, who: Person) -> Response:
        secret, device = await asyncio.to_thread(self._people.start_session, who), secrets.token_urlsafe(24)
        self._devices[digest(device)] = None
        if len(self._devices) > MOST_DEVICES:
            self._devices.popitem(last=False)
        answer = RedirectResponse("./", 303) if _is_browser(headers) else JSONResponse({"success": True})
        is_secure = self._is_secure(scope, headers)
        self._set_cookie(answer, self._session_cookie, secret, is_secure)
        self._set_cookie(answer, DEVICE_COOKIE, device, is_secure, max_age=DEVICE_SECONDS)
        return answer

    def _is_secure(self, scope: Scope, headers: Headers) -> bool:
        return schemes_of(scope, headers, self._hosts) == {"https"}

    def _set_cookie(self, answer: Response, name: str, value: str, is_secure: bool, max_age: int | None = None) -> None:
        """Other sites' pages never send it; but on a Space the page lies in a frame of another site."""
        in_frame = self._is_space and is_secure
        answer.set_cookie(
            name, value, max_age=max_age, httponly=True, secure=is_secure, samesite="none" if in_frame else "lax"
        )
        if in_frame:  # sent in this frame alone, also where the browser keeps other cookies of frames back
            answer.raw_headers[-1] = (b"set-cookie", answer.raw_headers[-1][1] + b"; Partitioned")

    async def _log_out(
        self, scope: Scope, receive: Receive, send: Send, headers: Headers, cookies: dict[str, str]
    ) -> None:
        """Ends this browser's session and no other. A link on another site's page does not."""
        if scope["method"] != "POST" and headers.get("sec-fetch-site") not in ("same-origin", "none"):
            await refuse(scope, receive, send, 405, say("log-out-by-post"), {"Allow": "POST"})
            return
        if secret := cookies.get(self._session_cookie):
            await asyncio.to_thread(self._people.end_session, secret)
        answer = RedirectResponse("./", 303)
        self._set_cookie(answer, self._session_cookie, "", self._is_secure(scope, headers), max_age=0)
        await answer(scope, receive, send)


def _query(scope: Scope) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(scope["query_string"].decode("latin-1")).items()}


async def _fields(scope: Scope, body: bytes) -> dict[str, str]:
    """The texts of a form, or of JSON."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    kind = Headers(scope=scope).get("content-type", "").partition(";")[0].strip().lower()
    given: Any = {}
    try:
        if kind == "multipart/form-data":
            plain = {"type": "http", "headers": scope["headers"]}
            given = dict(await Request(plain, receive).form(max_files=0, max_fields=10))
        elif kind == "application/json":
            given = json.loads(body)
        else:
            given = {name: values[-1] for name, values in parse_qs(body.decode(), max_num_fields=10).items()}
    except (MultiPartException, FormParserError, ValueError, RecursionError):
        given = {}
    if not isinstance(given, dict):
        return {}
    return {name: value for name, value in cast("dict[str, Any]", given).items() if isinstance(value, str)}


def _cookies(headers: Headers) -> dict[str, str]:
    # As gradio reads them: strange ones of other programs on this computer do not hide Cuddle's own.
    return cookie_parser("; ".join(headers.getlist("cookie")))


def _is_browser(headers: Headers) -> bool:
    """Whether a person looks at the answer; gradio_client and scripts do not ask for HTML."""
    return "text/html" in headers.get("accept", "")
