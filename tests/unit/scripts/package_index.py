"""A package index on loopback, as pip and uv read them: pages of links, and small wheels made on the spot."""

import base64
import hashlib
import http.server
import io
import threading
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any


def wheel(name: str, version: str, needs: Iterable[str] = (), content: str = "") -> bytes:
    """A wheel of one module, whose bytes depend on the arguments alone."""
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    files = {
        f"{name}.py": f"content = {content!r}\n",
        f"{name}-{version}.dist-info/METADATA": metadata + "".join(f"Requires-Dist: {need}\n" for need in needs),
        f"{name}-{version}.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = []
    for path, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        rows.append(f"{path},sha256={digest},{len(text.encode())}\n")
    files[f"{name}-{version}.dist-info/RECORD"] = "".join(rows) + f"{name}-{version}.dist-info/RECORD,,\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, text in files.items():
            archive.writestr(zipfile.ZipInfo(path), text)
    return packed.getvalue()


class PackageIndex:
    """Several indexes at one address, each below a name of its own: `address/cpu/`.

    Attributes:
        address: `http://127.0.0.1:port`
        asked: the path of every request, or the whole address where the request came as to a proxy.
        let_go: until it is set, requests below `silent` get no answer.
    """

    def __init__(self) -> None:
        self.files: dict[str, dict[str, bytes]] = {}  # by `index/package`
        self.asked: list[str] = []
        self.silent: str | None = None
        self.let_go = threading.Event()
        index = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                index.answer(self)

            do_HEAD = do_GET

            def log_message(self, format: str, *args: Any) -> None:
                """What was asked is in `asked`."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"

    def add(self, index: str, name: str, filename: str, content: bytes = b"") -> None:
        self.files.setdefault(f"{index}/{name}", {})[filename] = content

    def add_wheel(self, index: str, name: str, version: str, needs: Iterable[str] = (), content: str = "") -> str:
        """Returns the wheel's sha256."""
        packed = wheel(name, version, needs, content)
        self.add(index, name, f"{name}-{version}-py3-none-any.whl", packed)
        return hashlib.sha256(packed).hexdigest()

    def answer(self, request: http.server.BaseHTTPRequestHandler) -> None:
        self.asked.append(request.path)
        path = request.path.partition("://")[2].partition("/")[2] if "://" in request.path else request.path
        folder, _, filename = path.strip("/").replace("%2B", "+").rpartition("/")
        if self.silent is not None and path.strip("/").startswith(self.silent):
            self.let_go.wait(60)
            request.close_connection = True
            return
        if (listed := self.files.get(path.strip("/"))) is not None:
            links = ((name, hashlib.sha256(packed).hexdigest()) for name, packed in listed.items())
            page = "".join(f'<a href="{name}#sha256={digest}">{name}</a>\n' for name, digest in links)
            content, kind = page.encode(), "text/html"
        elif filename in self.files.get(folder, {}):
            content, kind = self.files[folder][filename], "application/octet-stream"
        else:
            request.send_error(404)
            return
        request.send_response(200)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        if request.command == "GET":
            request.wfile.write(content)


@contextmanager
def package_index() -> Iterator[PackageIndex]:
    """An empty index that answers until the block ends."""
    index = PackageIndex()
    thread = threading.Thread(target=index.server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield index
    finally:
        index.let_go.set()
        index.server.shutdown()
        index.server.server_close()
        thread.join()
