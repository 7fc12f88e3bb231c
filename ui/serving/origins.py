"""Which hosts this server is, and which pages' requests it answers: its own page's alone."""

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from studio.words import say
from ui.serving.replies import refuse

SHARE_SUFFIX = ".gradio.live"
PUBLIC_SUFFIXES = (SHARE_SUFFIX, ".hf.space", ".huggingface.co")  # reached by https alone
HOME_SUFFIXES = (".local", ".lan", ".home.arpa", ".internal", ".localhost")
ENTRIES = ("/", "/invitation", "/hub-back")  # where a link on another page, in a letter, or the Hub may lead
DEFAULT_PORTS = {"http": 80, "https": 443}
FRAMED_BY_SPACES = "https://huggingface.co"  # the page around a Space; another Space's page is a stranger's


class OwnPageOnly:
    """Refuses requests for a host that this server is not, and whatever another site's page asks for.

    Without it a web page elsewhere could point its own name at this computer (DNS rebinding) and read everything.
    Programs, which send no Origin, are answered; so is a link on another page that leads to this one.
    `hosts`: names that are fine beside addresses in numbers and names that only a home network knows.
    `is_framed`: whether a page around this one may open it in a frame, as on a Space.
    """

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str], is_framed: bool) -> None:
        self._app = app
        self._hosts = hosts
        self._is_framed = is_framed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        forwarded = headers.get("x-forwarded-host")
        asked_for = [headers.get("host", ""), *([] if forwarded is None else forwarded.split(","))]
        if not all(is_own_host(host_of(name.strip()), self._hosts) for name in asked_for):
            await refuse(scope, receive, send, 400, say("not-served-here"))
        elif not (is_own_origin(scope, headers, self._hosts) or self._is_link(scope, headers)):
            await refuse(scope, receive, send, 403, say("own-page-only"))
        else:
            await self._app(scope, receive, send)

    def _is_link(self, scope: Scope, headers: Headers) -> bool:
        """Whether somebody follows a link to a page that it may lead to, or the page is opened in its own frame."""
        if scope.get("method") not in ("GET", "HEAD") or scope["path"] not in ENTRIES or "origin" in headers:
            return False
        shown_in = headers.get("sec-fetch-dest")
        return headers.get("sec-fetch-mode") == "navigate" and (
            shown_in == "document" or (self._is_framed and shown_in == "iframe")
        )


def host_of(header: str) -> str:
    """The host of a Host header, in lower case and without its port; empty for one that is none."""
    try:
        return (urlsplit(f"//{header}").hostname or "").lower() if header else ""
    except ValueError:
        return ""


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


def is_own_origin(scope: Scope, headers: Headers, hosts: frozenset[str]) -> bool:
    """Whether a request comes from a page of this very scheme, host and port, or from no page at all."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site") in (None, "none", "same-origin")
    try:
        parts = urlsplit(origin)
        given = parts.scheme, (parts.hostname or "").lower(), parts.port or DEFAULT_PORTS.get(parts.scheme)
        asked = urlsplit(f"//{headers.get('host', '')}")
        host, port = (asked.hostname or "").lower(), asked.port
    except ValueError:
        return False
    return any(given == (scheme, host, port or DEFAULT_PORTS[scheme]) for scheme in schemes_of(scope, headers, hosts))


def schemes_of(scope: Scope, headers: Headers, hosts: frozenset[str]) -> frozenset[str]:
    """By which schemes the page of a request may have been opened. A proxy may have taken off the encryption."""
    host = host_of(headers.get("host", ""))
    if host.endswith(PUBLIC_SUFFIXES):
        return frozenset({"https"})
    forwarded = headers.get("x-forwarded-proto")
    if forwarded:
        return frozenset({forwarded.split(",")[0].strip().lower()} & set(DEFAULT_PORTS))
    scheme: str = scope["scheme"]
    # A name that its owner listed may stand for a proxy that does not say how it was reached.
    return frozenset({scheme, "https"}) if host in hosts and not _is_address(host) else frozenset({scheme})


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost"
    return True
