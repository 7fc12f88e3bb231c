"""The login: its page, who has logged in, how often one may try, and that nothing is answered before it."""

import asyncio
import hashlib
import hmac
import html
import json
import secrets
import time
import unicodedata
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

from python_multipart.exceptions import FormParserError
from starlette.datastructures import Headers
from starlette.formparsers import MultiPartException
from starlette.requests import Request, cookie_parser
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from studio.words import say, spoken_language
from ui.languages.choice import html_attributes, language_choice_html, language_script
from ui.serving.attempts import Attempts
from ui.serving.bodies import BodyTooLarge, BodyTooSlow, read_body
from ui.serving.callers import BEHIND_A_PROXY, Caller, address_of
from ui.serving.headers import nonce_of
from ui.serving.origins import schemes_of
from ui.serving.replies import refuse

LOGIN_BYTES, LOGIN_SECONDS = 16_384, 10.0  # a name and a password, sent as a form
SECONDS_AFTER_A_WRONG_PASSWORD = 1.0
MOST_SESSIONS, MOST_DEVICES = 1_000, 1_000  # the oldest go first
DEVICE_COOKIE, DEVICE_SECONDS = "cuddle-device", 90 * 24 * 3600
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


def long_password() -> str:
    """A password that nobody guesses: 24 characters, 144 bits."""
    return secrets.token_urlsafe(18)


class Guesses:
    """Which tries at the password are looked at.

    By address: 5 wrong ones, then one waits up to 5 minutes. Those who come through a share link cannot be told apart:
    together they have 20, then one try every 3 seconds, so that nobody locks the owner out. Against many addresses a
    name has 50, then one every 10 seconds. A browser that logged in before is counted for itself alone.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._by_address = Attempts(free=5, longest_seconds=300, clock=clock)
        self._by_proxy = Attempts(free=20, longest_seconds=3, clock=clock)
        self._by_name = Attempts(free=50, longest_seconds=10, clock=clock)

    def seconds_to_wait(self, address: str, device: str | None, name: str) -> int:
        """Whole seconds until a try is looked at."""
        if device:
            return self._by_address.seconds_to_wait(f"device {device}")
        kept = self._by_proxy if address == BEHIND_A_PROXY else self._by_address
        return max(kept.seconds_to_wait(address), self._by_name.seconds_to_wait(_digest(name)))

    def wrong(self, address: str, device: str | None, name: str) -> None:
        """Count a wrong one."""
        if device:
            self._by_address.wrong(f"device {device}")
            return
        (self._by_proxy if address == BEHIND_A_PROXY else self._by_address).wrong(address)
        self._by_name.wrong(_digest(name))

    def right(self, address: str, device: str | None) -> None:
        """Forget what this address or browser did wrong."""
        self._by_address.forget(f"device {device}" if device else address)


class Login:
    """Answers nothing before the login but its page, and takes the login and the logout over from gradio.

    Gradio asks for the same session once more in each of its routes. `login`: (name, password), None where anyone may
    come in; then this only says who asks.
    """

    def __init__(
        self, app: ASGIApp, *, gradio: Any, login: tuple[str, str] | None, hosts: frozenset[str], is_space: bool,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._app = app
        self._gradio = gradio  # its `tokens` are the sessions: name by token
        self._login = login
        self._hosts = hosts
        self._is_space = is_space
        self._guesses = Guesses(clock)
        self._devices: OrderedDict[str, None] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        cookies = _cookies(headers)
        caller = Caller(address=address_of(scope, is_space=self._is_space))
        tokens = [token for name in self._names() if (token := cookies.get(name)) in self._gradio.tokens]
        if tokens:
            caller = replace(caller, session=tokens[0])
        scope["state"]["caller"] = caller
        if (connection := scope["state"].get("connection")) is not None:
            connection.is_known = bool(tokens)
        path, method = scope["path"].rstrip("/") or "/", scope["method"]
        if path == "/logout":
            await self._log_out(scope, receive, send, headers, cookies)
        elif self._login is None and path == "/login":
            await RedirectResponse("./", 303)(scope, receive, send)
        elif self._login is None:
            await self._app(scope, receive, send)
        elif path == "/login" and method == "POST":
            await self._log_in(scope, receive, send, headers, cookies, caller)
        elif path == "/login" or (path == "/" and not tokens and method in ("GET", "HEAD")):
            await self._page(scope, 200)(scope, receive, send)
        elif tokens or (method in ("GET", "HEAD") and (path.startswith(OPEN_FILES) or path in OPEN_CALLS)):
            await self._app(scope, receive, send)
        else:
            await refuse(scope, receive, send, 401, say("login-first"))

    async def _log_in(
        self, scope: Scope, receive: Receive, send: Send, headers: Headers, cookies: dict[str, str], caller: Caller
    ) -> None:
        try:
            name, password = await _form(scope, await read_body(headers, receive, LOGIN_BYTES, LOGIN_SECONDS))
        except BodyTooLarge:
            await refuse(scope, receive, send, 413, say("login-too-long"))
            return
        except BodyTooSlow:
            await refuse(scope, receive, send, 408, say("body-too-slow"))
            return
        device = _digest(cookies.get(DEVICE_COOKIE, ""))
        known_device = device if device in self._devices else None
        wait = self._guesses.seconds_to_wait(caller.address, known_device, name)
        if wait:
            sentence = say("login-wait", seconds=wait)
            if caller.address == BEHIND_A_PROXY:
                sentence += f" {say('login-wait-elsewhere')}"
            answer = self._failed(scope, headers, 429, sentence)
            answer.headers["Retry-After"] = str(wait)
        elif self._is_right(name, password):
            self._guesses.right(caller.address, known_device)
            answer = self._succeeded(scope, headers)
        else:
            self._guesses.wrong(caller.address, known_device, name)
            await asyncio.sleep(SECONDS_AFTER_A_WRONG_PASSWORD)
            answer = self._failed(scope, headers, 400, say("login-wrong"))
        await answer(scope, receive, send)

    def _is_right(self, name: str, password: str) -> bool:
        """Both are compared whole, in a time that says nothing about either."""
        assert self._login is not None
        pairs = zip((name.strip(), password), self._login, strict=True)
        results = [
            hmac.compare_digest(_digest(unicodedata.normalize("NFC", a)), _digest(unicodedata.normalize("NFC", b)))
            for a, b in pairs
        ]
        return all(results)

    def _succeeded(self, scope: Scope, headers: Headers) -> Response:
        assert self._login is not None
        token, device = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        self._gradio.tokens[token] = self._login[0]
        while len(self._gradio.tokens) > MOST_SESSIONS:
            self._gradio.tokens.pop(next(iter(self._gradio.tokens)))
        self._devices[_digest(device)] = None
        if len(self._devices) > MOST_DEVICES:
            self._devices.popitem(last=False)
        answer = RedirectResponse("./", 303) if _is_browser(headers) else JSONResponse({"success": True})
        secure, plain = self._names()
        is_secure = schemes_of(scope, headers, self._hosts) == {"https"}
        self._set_cookie(answer, secure if is_secure else plain, token, is_secure)
        self._set_cookie(answer, DEVICE_COOKIE, device, is_secure, max_age=DEVICE_SECONDS)
        return answer

    def _set_cookie(self, answer: Response, name: str, value: str, is_secure: bool, max_age: int | None = None) -> None:
        """Other sites' pages never send it; but on a Space the page lies in a frame of another site."""
        in_frame = self._is_space and is_secure
        answer.set_cookie(
            name, value, max_age=max_age, httponly=True, secure=is_secure, samesite="none" if in_frame else "lax"
        )
        if in_frame:  # sent in this frame alone, also where the browser keeps other cookies of frames back
            answer.raw_headers[-1] = (b"set-cookie", answer.raw_headers[-1][1] + b"; Partitioned")

    def _failed(self, scope: Scope, headers: Headers, status: int, sentence: str) -> Response:
        return (
            self._page(scope, status, sentence)
            if _is_browser(headers)
            else JSONResponse({"detail": sentence}, status_code=status)
        )

    async def _log_out(
        self, scope: Scope, receive: Receive, send: Send, headers: Headers, cookies: dict[str, str]
    ) -> None:
        """Ends this browser's session and no other. A link on another site's page does not."""
        if scope["method"] != "POST" and headers.get("sec-fetch-site") not in ("same-origin", "none"):
            await refuse(scope, receive, send, 405, say("log-out-by-post"), {"Allow": "POST"})
            return
        answer = RedirectResponse("./", 303)
        for name in self._names():
            self._gradio.tokens.pop(cookies.get(name), None)
            self._set_cookie(answer, name, "", schemes_of(scope, headers, self._hosts) == {"https"}, max_age=0)
        await answer(scope, receive, send)

    def _names(self) -> tuple[str, str]:
        """The names under which gradio looks for a session, over https and over http."""
        id = self._gradio.cookie_id
        return f"access-token-{id}", f"access-token-unsecure-{id}"

    def _page(self, scope: Scope, status: int, sentence: str = "") -> Response:
        said = f'<p role="alert">{html.escape(sentence)}</p>' if sentence else ""
        words = {name: html.escape(say(key)) for name, key in _PAGE_WORDS.items()}
        return HTMLResponse(
            _PAGE.format(
                **words,
                attributes=html_attributes(spoken_language()),
                said=said,
                nonce=nonce_of(scope),
                choice=language_choice_html(),
                script=language_script(draws_gradio=False),
            ),
            status_code=status,
        )


async def _form(scope: Scope, body: bytes) -> tuple[str, str]:
    """The name and the password of a form, or of JSON; empty where there are none."""

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
    values = [given.get(name) if isinstance(given, dict) else None for name in ("username", "password")]
    name, password = (value if isinstance(value, str) else "" for value in values)
    return name, password


def _cookies(headers: Headers) -> dict[str, str]:
    # As gradio reads them: strange ones of other programs on this computer do not hide Cuddle's own.
    return cookie_parser("; ".join(headers.getlist("cookie")))


def _is_browser(headers: Headers) -> bool:
    """Whether a person looks at the answer; gradio_client and scripts do not ask for HTML."""
    return "text/html" in headers.get("accept", "")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


_PAGE_WORDS = {
    "title": "title",
    "intro": "login-intro",
    "name": "login-name",
    "password": "login-password",
    "button": "login-button",
}
_PAGE = """<!doctype html>
<html {attributes}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="favicon.ico">
<style nonce="{nonce}">
:root {{ color-scheme: light dark; --page: #fbf6f1; --card: #fff; --text: #292524; --line: #8d8178; }}
@media (prefers-color-scheme: dark) {{
  :root {{ --page: #1a1617; --card: #252021; --text: #fafaf9; --line: #857a7b; }}
}}
body {{ margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; }}
form {{ box-sizing: border-box; width: min(24rem, 92vw); padding: 2rem; background: var(--card); border-radius: 1rem; }}
h1 {{ margin: 0; font-size: 1.5rem; }}
label {{ display: block; margin-top: 1rem; }}
input, button {{ box-sizing: border-box; width: 100%; padding: .6rem .8rem; font: inherit; border-radius: .6rem; }}
input {{ border: 1px solid var(--line); background: transparent; color: inherit; }}
button {{ margin-top: 1.5rem; border: 0; background: #ae2f55; color: #fff; cursor: pointer; }}
[role=alert] {{ margin: 1rem 0 0; font-weight: 600; }}
.language-choice {{ display: flex; justify-content: end; margin-bottom: 1rem; }}
.language-choice select {{ min-height: 44px; padding: .3rem .6rem; font: inherit; color: inherit; background: inherit;
  border: 1px solid var(--line); border-radius: .6rem; }}
</style>
<script nonce="{nonce}">{script}</script>
</head>
<body>
<main>
<form method="post" action="login">
{choice}
<h1>{title}</h1>
<p>{intro}</p>
{said}
<label>{name}<input name="username" autocomplete="username" autocapitalize="none" required autofocus></label>
<label>{password}<input name="password" type="password" autocomplete="current-password" required></label>
<button type="submit">{button}</button>
</form>
</main>
</body>
</html>
"""
