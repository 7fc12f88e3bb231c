"""The door put together: the arguments of Blocks.launch(), and everything that a request passes before gradio."""

import functools
import hashlib
import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import gradio as gr
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Receive, Scope, Send

from studio.people.passwords import is_loopback
from studio.people.people import People
from studio.words import say
from ui.languages import AskedLanguage
from ui.lingering_streams import let_streams_linger
from ui.people import caller_of
from ui.quiet_queue import rest_when_empty
from ui.served_files import ServedFiles
from ui.serving.bodies import BoundedBodies
from ui.serving.call_forms import CallForms
from ui.serving.connections import MOST_OF_AN_ADDRESS, Connections, allow_open_files, guarded
from ui.serving.entry.hub_login import HubApp, HubLogin
from ui.serving.entry.login import Login
from ui.serving.headers import OwnScripts, SafeHeaders
from ui.serving.origins import OwnPageOnly, allowed_hosts
from ui.serving.own_things import OwnFilesOnly, OwnTabs
from ui.serving.replies import EndUnreadBodies, refuse
from ui.serving.shares import QUEUE_SIZE, QueueShares, Shares
from ui.theme import CSS_FILES, FAVICON, cuddle_theme

MAX_UPLOAD = 1000 * 2**20  # bytes: a zip of 20 phone photos, or a LoRA file of an SDXL model
CONCURRENT_CALLS = 4  # of one handler
# What gradio brings along and Cuddle has no use for. /token gives a session in clear; file=http and proxy= fetch for
# others; the rest are views for developers, and streams of sound that are open without a login.
CLOSED = (
    "/gradio_api/token", "/gradio_api/file=http", "/gradio_api/file/http", "/gradio_api/proxy=", "/gradio_api/stream/",
    "/gradio_api/dev/", "/gradio_api/runs", "/gradio_api/run-history", "/gradio_api/deep_link", "/gradio_api/vibe",
    "/monitoring", "/gradio_api/monitoring", "/gradio_api/mcp", "/login/", "/gradio_api/call/v2/",
)  # fmt: skip


def serve(page: gr.Blocks, settings: Mapping[str, Any]) -> tuple[str, str | None]:
    """Serve the page with its launch_settings(). Gives its address here, and the one for others.

    Errors: OSError when nobody can listen there.
    """
    page.queue(max_size=QUEUE_SIZE, default_concurrency_limit=CONCURRENT_CALLS, api_open=False)
    rest_when_empty(page)
    let_streams_linger(page)
    most = allow_open_files()
    _, local_url, share_url = page.launch(**settings)
    everybody_has_one_address = settings["share"] or _is_space(os.environ) or is_loopback(settings["server_name"])
    connections = Connections(most, None if everybody_has_one_address else MOST_OF_AN_ADDRESS)
    config = page.server.config  # connections that come from now on
    config.http_protocol_class = guarded(config.http_protocol_class, connections)
    config.ws_protocol_class = None  # nothing here speaks WebSocket
    return local_url, share_url


def launch_settings(
    *, host: str, port: int, share: bool, people: People, served: ServedFiles, data_folder: Path,
    environment: Mapping[str, str] = os.environ,
) -> dict[str, Any]:  # fmt: skip
    """Keyword arguments for Blocks.launch()."""
    hosts = allowed_hosts(host, environment)
    is_space = _is_space(environment)
    cookies = hashlib.sha256(os.fsencode(data_folder.resolve())).hexdigest()[:8]
    hub_app = HubApp.of(environment) if is_space else None
    hub = None if hub_app is None else HubLogin(hub_app, people)
    login = functools.partial(Login, people=people, cookies=cookies, hosts=hosts, is_space=is_space, hub=hub)
    door = _door(hosts=hosts, share=share, login=login, served=served, is_space=is_space)
    own_scripts = Middleware(OwnScripts, is_space=is_space)
    return {
        "server_name": host,
        "server_port": port,
        "share": share,
        "auth_dependency": _who_asks,
        "max_file_size": MAX_UPLOAD,
        "allowed_paths": None,
        "blocked_paths": list(dict.fromkeys([str(data_folder), str(data_folder.resolve())])),  # compared as written
        "show_error": False,
        "ssr_mode": False,
        "run_history": False,
        "enable_monitoring": False,
        "mcp_server": False,
        "pwa": False,
        "footer_links": [],
        "strict_cors": True,
        "theme": cuddle_theme(),
        "css_paths": CSS_FILES,
        "favicon_path": str(FAVICON),
        "quiet": True,
        "prevent_thread_lock": True,
        "app_kwargs": {"openapi_url": None, "middleware": [own_scripts], "lifespan": door},
    }


def _is_space(environment: Mapping[str, str]) -> bool:
    return bool(environment.get("SPACE_ID"))


def _who_asks(request: Any) -> str | None:
    """For gradio's own routes, each of which asks once more whether somebody has logged in: Login has said who."""
    who = caller_of(request).who
    return None if who is None else who.id


def _door(
    *, hosts: frozenset[str], share: bool, login: Callable[[ASGIApp], ASGIApp], served: ServedFiles, is_space: bool
) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    """What the app's lifespan does: it stands the door before everything else, before the first connection comes.

    Gradio puts its own middleware before the one that launch() takes, so that foreign origins and whole bodies would
    pass there first.
    """

    @asynccontextmanager
    async def lifespan(app: Any) -> AsyncIterator[None]:
        inner: ASGIApp = app.middleware_stack
        inner = CallForms(inner, gradio=app)
        inner = QueueShares(inner, gradio=app)
        inner = OwnTabs(inner)
        inner = OwnFilesOnly(inner, served=served)
        inner = BoundedBodies(inner, upload_bytes=MAX_UPLOAD)
        inner = Shares(inner)
        inner = login(inner)
        inner = _Closed(inner)
        inner = OwnPageOnly(inner, hosts=hosts, is_framed=is_space)
        inner = SafeHeaders(inner, share=share, is_space=is_space)
        inner = EndUnreadBodies(inner)
        inner = AskedLanguage(inner)
        app.middleware_stack = _Requests(inner, app.middleware_stack)
        yield

    return lifespan


class _Requests:
    """Sends requests through the door, and what the server itself says past it."""

    def __init__(self, door: ASGIApp, inside: ASGIApp) -> None:
        self._door = door
        self._inside = inside

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._inside(scope, receive, send)
            return
        scope.setdefault("state", {})
        await self._door(scope, receive, send)


class _Closed:
    """Nothing is there: for routes that only gradio has, and for WebSockets."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(CLOSED):
            await refuse(scope, receive, send, 404, say("not-found"))
        else:
            await self._app(scope, receive, send)
