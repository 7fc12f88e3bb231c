"""The headers of every answer: what a browser may load, where the page may be shown, and what it keeps."""

import re
import secrets

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from studio.words import spoken_language
from ui.languages.choice import html_attributes, language_script
from ui.serving.origins import FRAMED_BY_SPACES

GRADIO_SHARE_ASSETS = (
    "https://gradio.s3-us-west-2.amazonaws.com"  # where gradio's page has its script from with share=True
)
FILES = ("/gradio_api/file=", "/gradio_api/file/")
PUBLIC_FILES = ("/assets/", "/static/", "/svelte/", "/theme.css", "/favicon.ico", "/manifest.json", "/pwa_icon")
# A file is shown or saved, and nothing in it runs or loads.
FILE_POLICY = "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; sandbox"


# A private window, or one without cookies of other sites, refuses storage to a page in a frame, and gradio's page stops
# there. What the page would keep is then kept until it is closed.
STORAGE_SCRIPT = b"""<script>
for (const name of ["localStorage", "sessionStorage"]) {
  try { window[name].length; } catch {
    const kept = new Map();
    Object.defineProperty(window, name, { value: {
      getItem: key => kept.get(String(key)) ?? null, setItem: (key, value) => { kept.set(String(key), String(value)); },
      removeItem: key => { kept.delete(String(key)); }, clear: () => kept.clear(),
      key: place => [...kept.keys()][place] ?? null, get length() { return kept.size; },
    } });
  }
}
</script>"""

# gradio 6.31 counts the seconds of what is under way in every frame, and goes on for ever where its part of the page
# was taken away meanwhile, as its opening picture is: a tenth of a core while the page is open. Cuddle shows none of
# those seconds, so what counts them gets no frame. This comes before gradio's own scripts, which keep what they find.
FRAMES_SCRIPT = b"""<script>{
  const ask = window.requestAnimationFrame;
  window.requestAnimationFrame = step => /performance\\.now\\(\\)\\s*-/.test(step) ? 0 : ask.call(window, step);
}</script>"""

_HTML_LANGUAGE = re.compile(rb'(?<=<html)(\s+)lang="[^"]*"')


def page_policy(nonce: str, *, share: bool, is_space: bool) -> str:
    """The Content-Security-Policy of the page.

    Scripts: the page's own with its nonce, and files of this server. 'unsafe-eval' is there because gradio makes
    functions of the texts of its `js=` handlers and of gr.HTML's templates; 'unsafe-inline' for styles because its
    components set them.
    """
    own = f"'self' {GRADIO_SHARE_ASSETS}" if share else "'self'"
    rules = {
        "default-src": "'none'",
        "script-src": f"{own} 'nonce-{nonce}' 'unsafe-eval'",
        "style-src": f"{own} 'unsafe-inline'",
        "font-src": f"{own} data:",
        "img-src": f"{own} data: blob:",
        "media-src": "'self' data: blob:",
        # On a Space gradio's page asks the Hub how the Space is.
        "connect-src": f"{own} data: blob: {FRAMED_BY_SPACES}" if is_space else f"{own} data: blob:",
        "worker-src": "'self' blob:",
        "manifest-src": "'self'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": FRAMED_BY_SPACES if is_space else "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def nonce_of(scope: Scope) -> str:
    """The word that this answer's own scripts and styles carry."""
    return scope["state"]["nonce"]


class SafeHeaders:
    """Sets them, and takes away what would let another site's page read an answer."""

    def __init__(self, app: ASGIApp, *, share: bool, is_space: bool) -> None:
        self._app = app
        self._share = share
        self._is_space = is_space

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        nonce = scope["state"]["nonce"] = secrets.token_urlsafe(16)
        path = scope["path"]
        ancestors = FRAMED_BY_SPACES if self._is_space else "'none'"
        if path.startswith(FILES):
            policy = f"{FILE_POLICY}; frame-ancestors {ancestors}"
        else:
            policy = page_policy(nonce, share=self._share, is_space=self._is_space)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name in [name for name in headers if name.startswith("access-control-")]:
                    del headers[name]
                headers["Content-Security-Policy"] = policy
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "same-origin"
                headers["Cross-Origin-Resource-Policy"] = "same-origin"
                if not self._is_space:
                    headers["X-Frame-Options"] = "DENY"
                    headers["Cross-Origin-Opener-Policy"] = "same-origin"
                if path.startswith(FILES):
                    headers["Cache-Control"] = "private, max-age=3600"  # its address changes when its content does
                elif not path.startswith(PUBLIC_FILES):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive, send_with_headers)


class OwnScripts:
    """Marks the scripts of gradio's page as the page's own, by the nonce. It stands inside of gradio's compression.

    The page says in which language it is, and gets scripts first: one tells gradio's own so, one keeps them from
    working while nothing moves. `is_space`: it may lie in a frame, and gets another for browsers that let frames keep
    nothing.
    """

    def __init__(self, app: ASGIApp, *, is_space: bool) -> None:
        self._app = app
        self._first = FRAMES_SCRIPT + (STORAGE_SCRIPT if is_space else b"")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != "/":
            await self._app(scope, receive, send)
            return
        marked = f'<script nonce="{nonce_of(scope)}"'.encode()
        start: Message = {}
        content = b""

        async def send_marked(message: Message) -> None:
            nonlocal start, content
            if message["type"] == "http.response.start":
                start = message
                return
            content += message.get("body", b"")
            if message.get("more_body", False):
                return
            headers = MutableHeaders(scope=start)
            if headers.get("content-type", "").startswith("text/html"):
                content = _HTML_LANGUAGE.sub(rb"\1" + html_attributes(spoken_language()).encode(), content, count=1)
                first = self._first + f"<script>{language_script()}</script>".encode()
                content = content.replace(b"<head>", b"<head>" + first, 1)
                content = content.replace(b"<script", marked)  # texts inside of scripts have their "<" escaped
                headers["Content-Length"] = str(len(content))
            await send(start)
            await send({"type": "http.response.body", "body": content})

        await self._app(scope, receive, send_marked)
