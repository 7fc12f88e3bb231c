"""A small Hub that serves a folder as one repository, over real HTTP, and writes down what it was asked for."""

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

COMMIT = "a" * 40
LARGE = 100_000  # bytes from which a file is kept by LFS


@dataclass(kw_only=True)
class Hub:
    """The repository, and how the server shall behave.

    `asked` holds "METHOD path", with the range that was asked for; `cut` has the number of bytes after which the
    connection breaks when that file is fetched, once for each number; `refusal` is a status and the Hub's error code.
    """

    repository: str
    folder: Path
    url: str = ""
    asked: list[str] = field(default_factory=list)
    cut: dict[str, list[int]] = field(default_factory=dict)
    refusal: tuple[int, str] | None = None

    def files(self) -> list[str]:
        """Every file of the repository."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())

    def listing(self) -> dict[str, object]:
        """What the Hub says of a repository with its files."""
        siblings = []
        for name in self.files():
            content = (self.folder / name).read_bytes()
            row: dict[str, object] = {"rfilename": name, "size": len(content), "blobId": etag(content)}
            if len(content) >= LARGE:
                row["lfs"] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content), "pointerSize": 130}
            siblings.append(row)
        return {
            "id": self.repository,
            "modelId": self.repository,
            "sha": COMMIT,
            "siblings": siblings,
            "private": False,
        }


def etag(content: bytes) -> str:
    """sha256 of a large file, as LFS names it; git's own name of a small one."""
    if len(content) >= LARGE:
        return hashlib.sha256(content).hexdigest()
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


@contextmanager
def serving(repository: str, folder: Path) -> Iterator[Hub]:
    """The Hub, until the block ends."""
    hub = Hub(repository=repository, folder=folder)

    class Handler(_Handler):
        state = hub

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hub.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    state: Hub

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def log_message(self, format: str, *values: object) -> None:
        return None

    def _answer(self, with_body: bool) -> None:
        hub = self.state
        path, asked_range = urlsplit(self.path).path, self.headers.get("Range", "")
        hub.asked.append(" ".join(part for part in (self.command, path, asked_range) if part))
        if hub.refusal is not None:
            status, code = hub.refusal
            self._send(status, b'{"error": "refused"}', {"X-Error-Code": code, "X-Error-Message": "refused"}, with_body)
        elif path == f"/api/models/{hub.repository}":
            self._send(200, json.dumps(hub.listing()).encode(), {"Content-Type": "application/json"}, with_body)
        elif path.startswith(f"/{hub.repository}/resolve/"):
            name = path.removeprefix(f"/{hub.repository}/resolve/").partition("/")[2]
            if name in hub.files():
                self._send_file(name, asked_range, with_body)
            else:
                self._send(404, b"", {"X-Error-Code": "EntryNotFound", "X-Repo-Commit": COMMIT}, with_body)
        else:
            self._send(404, b"", {"X-Error-Code": "RepoNotFound"}, with_body)

    def _send_file(self, name: str, asked_range: str, with_body: bool) -> None:
        content = (self.state.folder / name).read_bytes()
        headers = {"ETag": f'"{etag(content)}"', "X-Repo-Commit": COMMIT, "Accept-Ranges": "bytes"}
        start = int(asked_range.removeprefix("bytes=").partition("-")[0]) if asked_range else 0
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        cuts = self.state.cut.get(name) if with_body else None
        self._send(206 if start else 200, content[start:], headers, with_body, cuts.pop(0) if cuts else None)

    def _send(self, status: int, body: bytes, headers: dict[str, str], with_body: bool, cut: int | None = None) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body if cut is None else body[:cut])
        if cut is not None:
            self.wfile.flush()
            self.close_connection = True
