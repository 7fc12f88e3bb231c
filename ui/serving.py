"""How the page is served: who may reach it, with which headers, and behind which login."""

import asyncio
import hmac
import ipaddress
import os
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.theme import CSS_FILE, FAVICON, cuddle_theme

MAX_UPLOAD = "1000mb"  # a zip of 20 phone photos, or a LoRA file of an SDXL model
PAUSE_AFTER_A_WRONG_PASSWORD_SECONDS = 1.0
PUBLIC_SUFFIXES = (".gradio.live", ".hf.space", ".huggingface.co")
HOME_SUFFIXES = (".local", ".lan", ".home.arpa", ".internal", ".localhost")
_NOT_SERVED = "This address is not served here. Open the one that Cuddle printed, or name it in CUDDLE_ALLOWED_HOSTS."


class SafeRequests:
    """Refuses requests for a host that this server is not, and changes asked for by another site's page.

    Without it a web page elsewhere could point its own name at this computer (DNS rebinding) and read everything.
    `hosts`: names that are fine beside addresses in numbers and names that only a home network knows.
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host = host_of(headers.get("host", ""))
        if not is_own_host(host, self._hosts):
            await PlainTextResponse(_NOT_SERVED, 400)(scope, receive, send)
            return
        if scope.get("method") not in ("GET", "HEAD", "OPTIONS") and not _same_site(headers, host):
            await PlainTextResponse("Changes are only taken from Cuddle's own page.", 403)(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer_headers = MutableHeaders(scope=message)
                answer_headers["X-Content-Type-Options"] = "nosniff"
                answer_headers["Referrer-Policy"] = "same-origin"
            await send(message)

        await self._app(scope, receive, send_with_headers)


def host_of(header: str) -> str:
    """The host of a Host header, in lower case and without its port."""
    return (urlsplit(f"//{header}").hostname or "").lower() if header else ""


def allowed_hosts(host: str, environment: Mapping[str, str]) -> frozenset[str]:
    """The names this server is known by: the one it listens on, its Space's, and those of CUDDLE_ALLOWED_HOSTS."""
    own = {host.lower(), environment.get("SPACE_HOST", "").lower()}
    own |= {name.strip().lower() for name in environment.get("CUDDLE_ALLOWED_HOSTS", "").split(",")}
    return frozenset(own - {""})


def is_own_host(host: str, hosts: frozenset[str]) -> bool:
    """Whether a request for this host may be for this server. Names that anyone can register must be listed."""
    if host in hosts or host.endswith(PUBLIC_SUFFIXES) or host.endswith(HOME_SUFFIXES):
        return True
    if host and "." not in host and ":" not in host:
        return True  # localhost, or a computer's name in its own network
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _same_site(headers: Headers, host: str) -> bool:
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site") in (None, "none", "same-origin")  # a program, not a page
    return (urlsplit(origin).hostname or "").lower() == host


def login_check(user: str, password: str) -> Callable[[str, str], Any]:
    """The login for gradio: compares in constant time, and waits after a wrong password without blocking others."""

    async def is_right(given_user: str, given_password: str) -> bool:
        user_is_right = hmac.compare_digest(given_user.encode(), user.encode())
        password_is_right = hmac.compare_digest(given_password.encode(), password.encode())
        if user_is_right and password_is_right:
            return True
        await asyncio.sleep(PAUSE_AFTER_A_WRONG_PASSWORD_SECONDS)
        return False

    return is_right


def long_password() -> str:
    """A password that nobody guesses: 24 characters, 144 bits."""
    return secrets.token_urlsafe(18)


def launch_settings(
    *, host: str, port: int, share: bool, login: tuple[str, str] | None, data_folder: Path,
    environment: Mapping[str, str] = os.environ,
) -> dict[str, Any]:  # fmt: skip
    """Keyword arguments for Blocks.launch()."""
    hosts = allowed_hosts(host, environment)
    return {
        "server_name": host,
        "server_port": port,
        "share": share,
        "auth": None if login is None else login_check(*login),
        "auth_message": None if login is None else "Cuddle: please log in with the name and password you were given.",
        "max_file_size": MAX_UPLOAD,
        "allowed_paths": None,
        "blocked_paths": [str(data_folder)],
        "show_error": False,
        "ssr_mode": False,
        "run_history": False,
        "enable_monitoring": False,
        "mcp_server": False,
        "pwa": False,
        "footer_links": [],
        "strict_cors": True,
        "theme": cuddle_theme(),
        "css_paths": [CSS_FILE],
        "favicon_path": str(FAVICON),
        "quiet": True,
        "prevent_thread_lock": True,
        "app_kwargs": {"openapi_url": None, "middleware": [Middleware(SafeRequests, hosts=hosts)]},
    }
