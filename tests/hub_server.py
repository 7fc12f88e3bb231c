"""A small Hub over real HTTP: serves folders as repositories, takes commits, and writes down what it was asked for.

The routes are those that huggingface_hub speaks; tests/hub_writing.py has the ones that change something.
"""

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml

from tests.hub_writing import Account, Answer, Commit, Refusal, Writing

COMMIT = "a" * 40
LARGE = 100_000  # bytes from which a file is kept by LFS


@dataclass(kw_only=True)
class Repository:
    """A repository in a folder, at its newest commit."""

    folder: Path
    private: bool = False
    sha: str = COMMIT
    commits: list[Commit] = field(default_factory=list)

    def files(self) -> list[str]:
        """Every file."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())

    def card(self) -> dict[str, object]:
        """The facts at the beginning of README.md."""
        readme = self.folder / "README.md"
        parts = readme.read_text(encoding="utf-8").split("---\n", 2) if readme.is_file() else []
        facts = yaml.safe_load(parts[1]) if len(parts) == 3 and not parts[0] else None
        return facts if isinstance(facts, dict) else {}


@dataclass(kw_only=True)
class Hub:
    """The repositories, and how the server shall behave.

    `repository` and `folder` are the one that is there from the beginning; `made` holds all others.
    `accounts`: who a token is of. `asked` holds "METHOD path", with the range that was asked for; `came` every body.
    `cut` has the number of bytes after which the connection breaks when that file is fetched, once for each number,
    `cut_uploads` the same for files that are sent. `refusal` is a status and the Hub's error code for every request,
    `refusals` are for some. `part_bytes`: files are sent in parts of that size.
    """

    repository: str
    folder: Path
    workplace: Path | None = None  # for repositories that are made here
    url: str = ""
    made: dict[str, Repository] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    objects: dict[str, bytes] = field(default_factory=dict)  # large files by their sha256
    asked: list[str] = field(default_factory=list)
    came: list[tuple[str, bytes]] = field(default_factory=list)
    cut: dict[str, list[int]] = field(default_factory=dict)
    cut_uploads: list[int] = field(default_factory=list)
    refusal: tuple[int, str] | None = None
    refusals: list[Refusal] = field(default_factory=list)
    part_bytes: int | None = None
    is_gone: bool = False  # connections that are open still get no answer any more

    def files(self) -> list[str]:
        """Every file of the first repository."""
        return Repository(folder=self.folder).files()

    def found(self, name: str) -> Repository | None:
        """The repository of that name."""
        return Repository(folder=self.folder) if name == self.repository else self.made.get(name)

    def listing(self, name: str, repository: Repository) -> dict[str, object]:
        """What the Hub says of a repository with its files."""
        siblings = []
        for file in repository.files():
            content = (repository.folder / file).read_bytes()
            row: dict[str, object] = {"rfilename": file, "size": len(content), "blobId": etag(content)}
            if len(content) >= LARGE:
                row["lfs"] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content), "pointerSize": 130}
            siblings.append(row)
        return {
            "id": name,
            "modelId": name,
            "sha": repository.sha,
            "siblings": siblings,
            "private": repository.private,
            "cardData": repository.card(),
        }


def etag(content: bytes) -> str:
    """sha256 of a large file, as LFS names it; git's own name of a small one."""
    if len(content) >= LARGE:
        return hashlib.sha256(content).hexdigest()
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


@contextmanager
def serving(repository: str, folder: Path, workplace: Path | None = None) -> Iterator[Hub]:
    """The Hub, until the block ends. `workplace`: an empty folder for repositories that are made here."""
    hub = Hub(repository=repository, folder=folder, workplace=workplace)

    class Handler(_Handler):
        state = hub

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hub.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        hub.is_gone = True
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

    def do_POST(self) -> None:
        self._answer(with_body=True)

    def do_PUT(self) -> None:
        self._answer(with_body=True)

    def log_message(self, format: str, *values: object) -> None:
        return None

    def _answer(self, with_body: bool) -> None:
        hub = self.state
        if hub.is_gone:
            self.close_connection = True
            return
        path, asked_range = unquote(urlsplit(self.path).path), self.headers.get("Range", "")
        hub.asked.append(" ".join(part for part in (self.command, path, asked_range) if part))
        if self.command == "PUT" and path.startswith("/store/") and hub.cut_uploads:
            self.rfile.read(hub.cut_uploads.pop(0))
            self.close_connection = True
            return
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        if len(body) < length:  # whoever sent it is gone
            self.close_connection = True
            return
        if body:
            hub.came.append((path, body))
        refused = self._refused(path)
        if refused is not None:
            self._send(refused.status, refused.body, refused.headers, with_body)
        elif path.startswith("/store/"):
            self._stored(path.removeprefix("/store/"), body, asked_range, with_body)
        elif self.command in ("POST", "PUT") or path == "/api/whoami-v2":
            answer = Writing(hub, self._token()).answer(self.command, path, body)
            self._send(answer.status, answer.body, answer.headers, with_body)
        else:
            self._read(path, asked_range, with_body)

    def _refused(self, path: str) -> Answer | None:
        hub = self.state
        if hub.refusal is not None:
            status, code = hub.refusal
            return Answer.error(status, "refused", code)
        for refusal in hub.refusals:
            if refusal.times and refusal.fits(self.command, path):
                refusal.times -= 1
                return Answer.error(refusal.status, refusal.message, refusal.code, refusal.headers)
        return None

    def _token(self) -> str | None:
        kind, _, token = self.headers.get("Authorization", "").partition(" ")
        return token if kind == "Bearer" else None

    def _read(self, path: str, asked_range: str, with_body: bool) -> None:
        hub = self.state
        is_listing = path.startswith("/api/models/")
        name = "/".join(path.removeprefix("/api/models" if is_listing else "").split("/")[1:3])
        repository = hub.found(name)
        account = hub.accounts.get(self._token() or "")
        if repository is None or (repository.private and (account is None or not account.may_see(name))):
            self._send(404, b"", {"X-Error-Code": "RepoNotFound"}, with_body)
        elif is_listing:
            content = json.dumps(hub.listing(name, repository)).encode()
            self._send(200, content, {"Content-Type": "application/json"}, with_body)
        elif path.startswith(f"/{name}/resolve/"):
            file = path.removeprefix(f"/{name}/resolve/").partition("/")[2]
            if file not in repository.files():
                self._send(404, b"", {"X-Error-Code": "EntryNotFound", "X-Repo-Commit": repository.sha}, with_body)
            elif (repository.folder / file).stat().st_size >= LARGE:
                self._send_elsewhere(repository, name, file)
            else:
                self._send_file(repository, file, asked_range, with_body)
        else:
            self._send(404, b"", {"X-Error-Code": "RepoNotFound"}, with_body)

    def _stored(self, name: str, body: bytes, asked_range: str, with_body: bool) -> None:
        """The host of large files, which knows no token: it gives files of repositories, and takes new ones."""
        hub = self.state
        if "Authorization" in self.headers:
            hub.asked.append("a token came to a stranger")
        if self.command == "PUT":
            oid, _, number = name.partition("/")
            hub.objects[oid if not number else f"{oid}/{number}"] = body
            self._send(200, b"", {"ETag": f'"{hashlib.md5(body).hexdigest()}"'}, with_body)
            return
        parts = name.split("/")
        made = hub.made.get("/".join(parts[:2]))
        repository, file = (made, "/".join(parts[2:])) if made else (Repository(folder=hub.folder), name)
        self._send_file(repository, file, asked_range, with_body)

    def _send_elsewhere(self, repository: Repository, name: str, file: str) -> None:
        """A large file lies with another host, to which the Hub sends everyone."""
        content = (repository.folder / file).read_bytes()
        headers = {
            "X-Linked-ETag": f'"{etag(content)}"',
            "X-Linked-Size": str(len(content)),
            "X-Repo-Commit": repository.sha,
        }
        place = file if name == self.state.repository else f"{name}/{file}"
        headers["Location"] = f"{self.state.url.replace('127.0.0.1', 'localhost')}/store/{place}"
        self._send(302, b"", headers, with_body=False)

    def _send_file(self, repository: Repository, name: str, asked_range: str, with_body: bool) -> None:
        content = (repository.folder / name).read_bytes()
        headers = {"ETag": f'"{etag(content)}"', "X-Repo-Commit": repository.sha, "Accept-Ranges": "bytes"}
        first, _, last = asked_range.removeprefix("bytes=").partition("-")
        start, end = int(first or 0), min(int(last) + 1 if last else len(content), len(content))
        if asked_range:
            headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(content)}"
        cuts = self.state.cut.get(name) if with_body else None
        cut = cuts.pop(0) if cuts else None
        self._send(206 if asked_range else 200, content[start:end], headers, with_body, cut)

    def _send(
        self, status: int, body: bytes, headers: Mapping[str, str], with_body: bool, cut: int | None = None
    ) -> None:
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
