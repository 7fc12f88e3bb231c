"""The door over real HTTP: what it costs a stranger nothing to ask for, and costs us nothing to refuse."""

import asyncio
import gc
import json
import re
import socket
import stat
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

import gradio as gr
import httpx
import pytest
from gradio.routes import App
from gradio_client import Client, handle_file

from studio.store import open_store
from tests.by_hand import begin, finish_lesson
from tests.page_server import PageServer, page_server
from ui.serving.entry.login import OPEN_CALLS, OPEN_FILES

NAME, PASSWORD = "cuddle", "vier Wörter, ein Igel"
LOGIN = {"username": NAME, "password": PASSWORD}
WRONG = {"username": NAME, "password": "a guess"}
JOIN, UPLOAD = "/gradio_api/queue/join", "/gradio_api/upload"
MEGABYTE = 1_000_000
IN_THE_SOCKETS = 16 * MEGABYTE  # what two sockets hold of a body that nobody reads
PAGE = {"sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PageServer]:
    """A page behind a login, whose data folder others could read before, and whose temporary files lie beside it."""
    folder = tmp_path_factory.mktemp("locked")
    (folder / "data").mkdir(mode=0o755)
    (folder / "data" / "worker.log").write_text("from before")
    (folder / "data" / "worker.log").chmod(0o644)
    (folder / "tmp").mkdir()
    environment = {"TMPDIR": str(folder / "tmp")}
    with page_server("tests/page_by_hand.py", folder / "data", ["--password", PASSWORD], environment) as running:
        yield running


@pytest.fixture(scope="module")
def unlocked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PageServer]:
    """A page without a login, as on one's own computer."""
    with page_server("tests/page_by_hand.py", tmp_path_factory.mktemp("unlocked") / "data") as running:
        yield running


@pytest.fixture(scope="module")
def session(locked: PageServer) -> Iterator[httpx.Client]:
    """Somebody who has logged in."""
    with logged_in(locked) as client:
        yield client


@contextmanager
def logged_in(server: PageServer, address: str = "127.0.0.9") -> Iterator[httpx.Client]:
    with from_address(server, address) as client:
        assert client.post("/login", data=LOGIN).json() == {"success": True}
        yield client


def from_address(server: PageServer, address: str) -> httpx.Client:
    """Somebody at another address: every one that begins with 127 leads here."""
    return httpx.Client(base_url=server.url, timeout=60, transport=httpx.HTTPTransport(local_address=address))


class Sent:
    """A body, and how much of it went away."""

    def __init__(self, piece: bytes, megabytes: int) -> None:
        self.bytes = 0
        self._piece, self._megabytes = piece, megabytes

    def __iter__(self) -> Iterator[bytes]:
        for _ in range(self._megabytes):
            self.bytes += MEGABYTE
            yield (self._piece * (MEGABYTE // len(self._piece) + 1))[:MEGABYTE]


def memory_megabytes(server: PageServer) -> float:
    """The most memory that a server's process has had."""
    status = Path(f"/proc/{server.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1000


@pytest.mark.parametrize("is_chunked", [False, True])
@pytest.mark.parametrize(
    ("path", "kind", "status"),
    [
        (JOIN, "application/json", 401),
        ("/gradio_api/run/jobs", "application/json", 401),
        ("/gradio_api/call/jobs", "application/json", 401),
        ("/gradio_api/component_server", "multipart/form-data; boundary=x", 401),
        (UPLOAD, "multipart/form-data; boundary=x", 401),
        ("/no/such/thing", "text/plain", 401),
        ("/gradio_api/token", "text/plain", 404),
        ("/login", "multipart/form-data; boundary=x", 413),
        ("/login", "application/x-www-form-urlencoded", 413),
    ],
)
def test_before_the_login_no_large_body_is_read(
    locked: PageServer, path: str, kind: str, status: int, is_chunked: bool
) -> None:
    before, body = memory_megabytes(locked), Sent(b'[],"', 120)
    headers = {"content-type": kind}
    if not is_chunked:
        headers["content-length"] = str(120 * MEGABYTE)
    begun = time.monotonic()
    answer = httpx.post(locked.url + path, content=iter(body), headers=headers, timeout=30)
    assert answer.status_code == status
    assert body.bytes <= IN_THE_SOCKETS
    assert memory_megabytes(locked) - before < 20
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_what_is_not_posted_brings_nothing_along(unlocked: PageServer, method: str) -> None:
    body = Sent(b"0", 120)
    answer = httpx.request(method, f"{unlocked.url}/config", content=iter(body), timeout=30)
    assert (answer.status_code, body.bytes <= IN_THE_SOCKETS) == (413, True)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"data": [' + b"[]," * (5 * MEGABYTE) + b"[]]}", "more than 1 MB"),
        (b'{"data": [' + b"[]," * 300_000 + b"[]]}", "more than 20,000 values"),
        (b'{"data": ' + b"[" * 900 + b"]" * 900 + b"}", "more than 60 levels"),
        (b'{"a":' * 5_000, "more than 60 levels"),
    ],
)
def test_json_that_is_large_wide_or_deep_is_refused_before_it_is_parsed(
    session: httpx.Client, body: bytes, said: str
) -> None:
    for path in (JOIN, "/gradio_api/run/jobs", "/gradio_api/call/jobs", "/gradio_api/component_server"):
        begun = time.monotonic()
        answer = session.post(path, content=body, headers={"content-type": "application/json"})
        assert (answer.status_code, said in answer.json()["detail"]) == (413, True), path
        assert time.monotonic() - begun < 5, path


def test_a_body_that_ends_too_early_or_never_holds_nobody_up(locked: PageServer, session: httpx.Client) -> None:
    with socket.create_connection(("127.0.0.1", port_of(locked))) as slow:
        slow.sendall(b"POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\nusername=")
        assert session.get("/config").status_code == 200


def test_an_upload_is_bounded_in_bytes_and_in_files_and_a_refused_one_leaves_nothing(
    locked: PageServer, session: httpx.Client
) -> None:
    announced = {"content-type": "multipart/form-data; boundary=x", "content-length": str(1_100 * MEGABYTE)}
    body = Sent(b"0", 120)
    answer = session.post(UPLOAD, content=iter(body), headers=announced)
    assert (answer.status_code, "1,050 MB; send fewer at once" in answer.text) == (413, True)
    assert body.bytes <= IN_THE_SOCKETS

    temporary = locked.data_folder.parent / "tmp"
    before = {path for path in temporary.rglob("*") if path.is_file()}
    many = [("files", (f"{number}.txt", b"x")) for number in range(150)]
    answer = session.post(UPLOAD, files=many)
    assert (answer.status_code, "100 files at once" in answer.text) == (413, True)
    assert {path for path in temporary.rglob("*") if path.is_file()} == before
    twenty = [("files", (f"{number}.txt", b"x" * 100_000)) for number in range(20)]
    assert len(session.post(UPLOAD, files=twenty).json()) == 20


def test_a_sender_who_goes_away_leaves_no_half_file(locked: PageServer, session: httpx.Client) -> None:
    temporary = locked.data_folder.parent / "tmp"
    before = {path for path in temporary.rglob("*") if path.is_file()}
    cookie = "; ".join(f"{name}={value}" for name, value in session.cookies.items())
    head = f"POST {UPLOAD} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nContent-Length: 9000000\r\n"
    part = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.bin"\r\n\r\n'
    with socket.create_connection(("127.0.0.1", port_of(locked))) as sender:
        sender.sendall(f"{head}Content-Type: multipart/form-data; boundary=x\r\n\r\n{part}".encode())
        sender.sendall(b"0" * MEGABYTE)
        wait_until(lambda: {path for path in temporary.rglob("*") if path.is_file()} != before)
    wait_until(lambda: {path for path in temporary.rglob("*") if path.is_file()} == before)


def test_heartbeats_need_a_login_and_one_person_has_a_share_of_them(locked: PageServer) -> None:
    assert httpx.get(f"{locked.url}/gradio_api/heartbeat/x").status_code == 401
    with ExitStack() as stack:
        one, other = (stack.enter_context(logged_in(locked)) for _ in range(2))
        one_cookie, other_cookie = (dict(client.cookies) for client in (one, other))

        def heartbeat(cookies: dict[str, str], number: int) -> int:
            client = stack.enter_context(httpx.Client(base_url=locked.url, cookies=cookies))
            return stack.enter_context(client.stream("GET", f"/gradio_api/heartbeat/{number}")).status_code

        assert [heartbeat(one_cookie, number) for number in range(42)] == [200] * 40 + [429] * 2
        assert heartbeat(other_cookie, 0) == 200, "another person's"


def test_without_a_login_an_address_has_a_share_of_heartbeats(unlocked: PageServer) -> None:
    with ExitStack() as stack:

        def heartbeat(address: str, number: int) -> int:
            client = stack.enter_context(from_address(unlocked, address))
            return stack.enter_context(client.stream("GET", f"/gradio_api/heartbeat/{number}")).status_code

        assert [heartbeat("127.0.0.80", number) for number in range(42)] == [200] * 40 + [429] * 2
        assert heartbeat("127.0.0.81", 0) == 200


def test_many_silent_connections_keep_nobody_out_and_the_log_stays_short(locked: PageServer) -> None:
    asyncio.run(_many_silent_connections(locked))


async def _many_silent_connections(server: PageServer) -> None:
    logged, writers = server.log.stat().st_size, []
    for _ in range(1_200):
        _, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        writer.write(b"GET / HTTP/1.1\r\nX-Slow: ")
        writers.append(writer)
    try:
        async with httpx.AsyncClient(base_url=server.url, timeout=5) as another:
            for turn in count():  # it lets go of the oldest while it answers others
                assert (await another.get("/robots.txt")).status_code == 200
                if turn >= 5 and len(list(Path(f"/proc/{server.pid}/fd").iterdir())) < 1_100:
                    break
                assert turn < 500
    finally:
        for writer in writers:
            writer.close()
    assert server.log.stat().st_size - logged < 20_000


def test_what_libraries_write_about_strange_requests_is_bounded_by_the_minute(locked: PageServer) -> None:
    logged = locked.log.stat().st_size
    request = b"GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: nonsense\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port_of(locked))) as asking:
        reader = asking.makefile("rb")
        for _ in range(30):
            asking.sendall(request * 100)
            for _ in range(100):
                assert b" 200 " in reader.readline()
                while reader.readline() != b"\r\n":
                    pass
                reader.read(len("User-agent: *\nDisallow: "))
        reader.close()
    assert locked.log.stat().st_size - logged < 210_000


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": "{own}"}, 200),
        ({"origin": "{own}", "sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none", "sec-fetch-mode": "navigate"}, 200),
        ({"origin": "https://evil.example.com"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:1"}, 403),
        ({"origin": "http://127.0.0.1"}, 403),
        ({"origin": "https://127.0.0.1:{port}"}, 403),
        ({"origin": "http://127.0.0.1:{port}.evil.example.com"}, 403),
        ({"origin": "http://localhost:{port}"}, 403),
        ({"origin": "http://["}, 403),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"}, 403),
        ({"sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script"}, 403),
        ({"sec-fetch-site": "cross-site", **PAGE}, 403),
        ({"host": "evil.example.com"}, 400),
        ({"x-forwarded-host": "evil.example.com"}, 400),
        ({"host": "abc.gradio.live", "origin": "https://abc.gradio.live"}, 200),
        ({"host": "abc.gradio.live", "origin": "http://abc.gradio.live"}, 403),
        ({"host": "abc.gradio.live", "origin": "https://other.gradio.live"}, 403),
        ({"host": "a.hf.space", "origin": "https://b.hf.space"}, 403),
        ({"host": "a.hf.space", "origin": "https://huggingface.co"}, 403),
    ],
)
def test_only_its_own_page_reads_an_answer(
    locked: PageServer, session: httpx.Client, headers: dict[str, str], status: int
) -> None:
    given = {name: value.format(own=locked.url, port=port_of(locked)) for name, value in headers.items()}
    answers = [session.get("/config", headers=given)]
    answers.append(session.post("/gradio_api/call/jobs", json={"data": [1]}, headers=given))
    answers.append(session.get("/gradio_api/queue/status", headers=given))
    assert [answer.status_code for answer in answers] == [status] * 3
    assert not any(name.startswith("access-control-") for answer in answers for name in answer.headers)


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/", {"sec-fetch-site": "cross-site", **PAGE}, 200),
        ("/?__theme=dark", {"sec-fetch-site": "same-site", **PAGE}, 200),
        ("/", {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"}, 403),
        ("/", {"sec-fetch-site": "cross-site", "sec-fetch-mode": "cors", "sec-fetch-dest": "document"}, 403),
        ("/", {"origin": "https://evil.example.com", **PAGE}, 403),
        ("/logout", {"sec-fetch-site": "cross-site", **PAGE}, 403),
    ],
)
def test_a_link_on_another_page_leads_to_the_page_and_to_nothing_else(
    session: httpx.Client, path: str, headers: dict[str, str], status: int
) -> None:
    assert session.get(path, headers=headers).status_code == status


def test_a_preflight_of_another_site_is_refused(locked: PageServer) -> None:
    asked = {"host": "abc.gradio.live", "origin": "https://evil.example.com", "access-control-request-method": "POST"}
    answer = httpx.options(locked.url + JOIN, headers=asked)
    assert answer.status_code == 403
    assert not any(name.startswith("access-control-") for name in answer.headers)


def test_nothing_speaks_websocket(locked: PageServer) -> None:
    asked = {
        "connection": "Upgrade", "upgrade": "websocket", "sec-websocket-version": "13",
        "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==", "origin": locked.url,
    }  # fmt: skip
    assert httpx.get(f"{locked.url}/gradio_api/queue/join", headers=asked).status_code == 401


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/token", "/gradio_api/token/", "/gradio_api/file=http://127.0.0.1:1/x", "/monitoring",
        "/gradio_api/proxy=https://a.hf.space/x", "/gradio_api/runs", "/gradio_api/deep_link?session_hash=x",
        "/gradio_api/dev/reload", "/gradio_api/stream/a/b/1/playlist.m3u8", "/openapi.json", "/docs",
    ],
)  # fmt: skip
def test_what_only_gradio_has_a_use_for_is_not_there(session: httpx.Client, path: str) -> None:
    assert session.get(path).status_code == 404


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "path",
    [
        "/config", "/gradio_api/info", "/gradio_api/user", "/gradio_api/app_id", "/gradio_api/login_check",
        "/gradio_api/cancel", "/gradio_api/reset", "/gradio_api/queue/status", "/gradio_api/queue/data?session_hash=x",
        "/gradio_api/heartbeat/x", "/gradio_api/openapi.json", "/gradio_api/upload_progress?upload_id=x",
        "/gradio_api//token", "//config", "/./config", "/assets/../config", "/static/..%2fconfig",
    ],
)  # fmt: skip
def test_before_the_login_nothing_but_its_page_is_answered(locked: PageServer, method: str, path: str) -> None:
    answer = httpx.request(method, locked.url + path, json={} if method == "POST" else None)
    assert answer.status_code in (401, 403, 404)
    assert "components" not in answer.text


@pytest.fixture(scope="module")
def gradios_routes() -> list[str]:
    """The paths of every route that gradio itself has, each with "x" for what it leaves open."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # gradio leaves an event loop open that nothing runs in
        with gr.Blocks() as blocks:
            app = App.create_app(blocks)
        asyncio.set_event_loop(None)
        gc.collect()
    routers = [router for route in app.routes if (router := getattr(route, "original_router", None)) is not None]
    paths = [str(getattr(route, "path", "/")) for route in app.routes]
    paths += [
        f"/gradio_api{str(route.path).removeprefix('/gradio_api')}" for router in routers for route in router.routes
    ]
    return sorted({re.sub(r"\{[^}]*\}", "x", path) for path in paths})


def test_before_the_login_every_route_answers_the_login_page_or_a_file_of_gradios_own(
    locked: PageServer, gradios_routes: list[str]
) -> None:
    assert len(gradios_routes) >= 60
    with httpx.Client(base_url=locked.url, timeout=60) as stranger:
        page = stranger.get("/login").text.partition("<form")[2].partition("</form")[0]
        for path in gradios_routes:
            for method in ("GET", "POST"):
                answer = stranger.request(method, path, json={} if method == "POST" else None)
                is_page = page in answer.text and path in ("/", "/login", "/login/")
                is_open = method == "GET" and path.startswith((*OPEN_FILES, *OPEN_CALLS))
                is_refused = answer.status_code in (400, 401, 403, 404, 405)
                assert is_page or is_open or is_refused or answer.headers.get("location") == "./", (method, path)
                assert '"components"' not in answer.text, (method, path)


def test_every_answer_says_what_a_browser_may_do_with_it(session: httpx.Client, locked: PageServer) -> None:
    page = session.get("/")
    policy = dict(rule.split(" ", 1) for rule in page.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == "'none'"
    assert "unsafe-inline" not in policy["script-src"]
    nonce = policy["script-src"].split("'nonce-")[1].split("'")[0]
    assert page.text.count("<script") == page.text.count(f'<script nonce="{nonce}"') >= 5
    assert nonce not in session.get("/").text, "a new one for each answer"
    for answer in (page, httpx.get(locked.url), session.get("/config"), httpx.get(f"{locked.url}/config")):
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert answer.headers["cache-control"] == "no-store"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    (file,) = session.post(UPLOAD, files={"files": ("photo.png", b"not really")}).json()
    handed = session.get(f"/gradio_api/file={file}")
    assert handed.status_code == 200
    assert handed.headers["content-security-policy"].startswith("default-src 'none'")
    assert handed.headers["cache-control"].startswith("private")


def guesses(server: PageServer, address: str, count: int, headers: Sequence[dict[str, str]] | None = None) -> list[int]:
    """The status of so many wrong passwords, tried at once, in order."""
    given = headers or [{}] * count

    async def guess() -> list[int]:
        transport = httpx.AsyncHTTPTransport(local_address=address)
        async with httpx.AsyncClient(base_url=server.url, transport=transport, timeout=60) as client:
            tries = [client.post("/login", data=WRONG, headers=given[place]) for place in range(count)]
            return sorted(answer.status_code for answer in await asyncio.gather(*tries))

    return asyncio.run(guess())


def test_wrong_passwords_close_an_address_and_no_other(locked: PageServer) -> None:
    with from_address(locked, "127.0.0.20") as guessing, from_address(locked, "127.0.0.21") as another:
        assert guesses(locked, "127.0.0.20", 6) == [400] * 5 + [429]
        closed = guessing.post("/login", data=LOGIN)
        assert (closed.status_code, int(closed.headers["retry-after"]) >= 1) == (429, True)
        assert closed.json()["detail"].startswith("Too many wrong passwords were tried. Wait ")
        assert another.post("/login", data=LOGIN).status_code == 200
        assert another.get("/config").status_code == 200


def test_twenty_guesses_at_once_are_no_way_around_it(locked: PageServer) -> None:
    assert guesses(locked, "127.0.0.30", 20) == [400] * 5 + [429] * 15


def test_an_address_that_the_sender_made_up_does_not_count(locked: PageServer) -> None:
    made_up = [{"x-forwarded-for": f"9.9.9.{number}"} for number in range(6)]
    assert guesses(locked, "127.0.0.40", 6, made_up) == [400] * 5 + [429]


def test_whoever_logged_in_before_gets_in_while_a_share_link_is_flooded(locked: PageServer) -> None:
    shared = {"host": "abc.gradio.live"}
    with httpx.Client(base_url=locked.url, headers=shared, timeout=60) as owner:
        answer = owner.post("/login", data=LOGIN)
        cookies = {
            part.split("=")[0]: part.split(";")[0].split("=")[1] for part in answer.headers.get_list("set-cookie")
        }
    assert all("Secure" in part and "SameSite=lax" in part for part in answer.headers.get_list("set-cookie"))

    async def flood() -> list[int]:
        async with httpx.AsyncClient(base_url=locked.url, headers=shared, timeout=60) as client:
            answers = await asyncio.gather(*(client.post("/login", data=WRONG) for _ in range(60)))
        return [answer.status_code for answer in answers]

    assert asyncio.run(flood()).count(429) >= 30
    stranger = httpx.post(f"{locked.url}/login", data=LOGIN, headers=shared)
    assert int(stranger.headers["retry-after"]) <= 60 if stranger.status_code == 429 else stranger.status_code == 200
    known = {**shared, "cookie": f"cuddle-device={cookies['cuddle-device']}"}
    assert httpx.post(f"{locked.url}/login", data=LOGIN, headers=known).status_code == 200
    with from_address(locked, "127.0.0.50") as at_home:
        assert at_home.post("/login", data=LOGIN).status_code == 200, "not through the link"


@pytest.mark.parametrize(
    "given",
    [
        {"username": "anna", "password": PASSWORD},
        {"username": NAME, "password": PASSWORD + "x"},
        {"username": NAME, "password": PASSWORD.replace("ö", "o")},
        {"username": NAME},
        {},
    ],
)
def test_every_wrong_login_has_the_same_answer_after_the_same_time(locked: PageServer, given: dict[str, str]) -> None:
    with from_address(locked, f"127.0.1.{len(str(given)) % 250}") as client:
        begun = time.monotonic()
        answer = client.post("/login", data=given)
        assert answer.json() == {"detail": "That name or that password is not right."}
        assert answer.status_code == 400
        assert time.monotonic() - begun >= 1.0


def test_a_password_in_another_form_of_unicode_or_as_json_is_the_same_password(locked: PageServer) -> None:
    decomposed = PASSWORD.replace("ö", "o\u0308")
    with from_address(locked, "127.0.0.60") as client:
        assert client.post("/login", data={**LOGIN, "password": decomposed}).status_code == 200
        assert client.post("/login", json=LOGIN).status_code == 200
        assert client.post("/login", files={}, data=LOGIN).status_code == 200
        fields = {name: (None, value) for name, value in LOGIN.items()}
        assert client.post("/login", files=fields).status_code == 200, "as gradio's own page sends it"


def test_strange_cookies_of_other_programs_on_this_computer_do_not_hide_the_session(session: httpx.Client) -> None:
    own = "; ".join(f"{name}={value}" for name, value in session.cookies.items())
    strange = 'settings={"a": [1, "b;"]}; bad[name]=x; =nameless; emoji=%F0%9F%90%88'
    for cookies in (f"{strange}; {own}", f"{own}; {strange}"):
        assert httpx.get(f"{session.base_url}/config", headers={"cookie": cookies}).status_code == 200
    assert httpx.get(f"{session.base_url}/config", headers={"cookie": strange}).status_code == 401


def test_logging_out_is_asked_for_by_post_and_ends_one_session(locked: PageServer) -> None:
    with logged_in(locked) as one, logged_in(locked) as other:
        assert one.get("/logout").status_code == 405
        assert one.get("/config").status_code == 200
        assert one.post("/logout").headers["location"] == "./"
        assert one.get("/config").status_code == 401
        assert other.get("/config").status_code == 200


def test_no_password_is_in_the_log(locked: PageServer) -> None:
    with from_address(locked, "127.0.0.70") as client:
        client.post("/login", data={"username": NAME, "password": "a secret slip of the hand"})
        client.get("/", params={"password": "a secret slip of the hand"})
    assert "secret slip" not in locked.log.read_text()
    assert PASSWORD not in locked.log.read_text()


@pytest.mark.slow(
    quick_sibling="tests/unit/ui/serving/test_shares.py::test_a_full_share_of_the_queue_is_said_to_the_one_who_filled_it"
)
def test_one_who_floods_the_queue_is_refused_and_others_are_answered(locked: PageServer, unlocked: PageServer) -> None:
    asyncio.run(_flooded(locked, is_login=True))
    asyncio.run(_flooded(unlocked, is_login=False))


async def _flooded(server: PageServer, *, is_login: bool) -> None:
    # On a busy machine the server may close a connection that waits just when it is used again.
    each_its_own = httpx.Limits(max_connections=100, max_keepalive_connections=0)
    async with (
        httpx.AsyncClient(base_url=server.url, timeout=60, limits=each_its_own) as one,
        httpx.AsyncClient(base_url=server.url, timeout=60, limits=each_its_own) as other,
    ):
        for client in (one, other):
            if is_login:
                assert (await client.post("/login", data=LOGIN)).status_code == 200
        body = {"data": [100], "session_hash": "one"}
        flood = asyncio.gather(*(one.post("/gradio_api/call/jobs", json=body) for _ in range(400)))
        answers = []
        while not flood.done():
            call = await other.post("/gradio_api/call/jobs", json={"data": [1], "session_hash": "other"})
            event = call.json().get("event_id")
            answers.append((await other.get(f"/gradio_api/call/jobs/{event}")).text if event else call.text)
        codes = [answer.status_code for answer in await flood]
    assert set(codes) <= {200, 429}, "never that the queue is full"
    assert len(answers) >= 1
    assert all(text.startswith("event: complete") for text in answers), answers


def test_a_gradio_client_teaches_through_the_login(locked: PageServer, photos: Sequence[Path], tmp_path: Path) -> None:
    client = Client(
        locked.url, auth=(NAME, PASSWORD), verbose=False, analytics_enabled=False, download_files=str(tmp_path / "got")
    )
    files = [handle_file(photo) for photo in photos]
    client.predict(photos=files, name="Mango", kind="cat", preset="quick", api_name="/teach")
    with open_store(locked.data_folder) as store:
        finish_lesson(store, begin(store))
    assert Path(client.predict("Mango", "kohya", api_name="/subject_file")).stat().st_size > 0
    jobs = [client.submit(5, api_name="/jobs") for _ in range(68)]
    assert [len(job.result(timeout=60)) for job in jobs] == [1] * 68, "a program that asks for much is not in the way"


def test_what_is_kept_is_its_owners_alone(locked: PageServer) -> None:
    folder = locked.data_folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    written = [path for path in folder.rglob("*") if "loras" not in path.parts]  # those a test wrote itself
    for path in written:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
    assert {"studio.db", "worker.log"} <= {path.name for path in folder.iterdir()}
    (temporary,) = (folder.parent / "tmp").glob("cuddle-*")
    assert stat.S_IMODE(temporary.stat().st_mode) == 0o700


def test_the_largest_json_that_the_page_sends_is_far_below_the_bound(
    unlocked: PageServer, photos: Sequence[Path]
) -> None:
    """Twenty photos with captions of the longest kind, and every knob: what the API takes at most."""
    captions = {f"photo_{number}.jpg": "word, " * 80 for number in range(20)}
    files = [{"path": f"/tmp/{'x' * 200}", "meta": {"_type": "gradio.FileData"}} for _ in range(20)]
    body = json.dumps({"data": [files, "Mango", "cat", "quick", "auto", {"captions": captions}]})
    assert len(body) < 100_000
    answer = httpx.post(
        f"{unlocked.url}/gradio_api/call/teach", content=body, headers={"content-type": "application/json"}
    )
    assert answer.status_code == 200


def port_of(server: PageServer) -> int:
    return int(server.url.rpartition(":")[2])


def wait_until(is_so: Callable[[], bool], seconds: float = 10.0) -> None:
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until, "it did not become so"
        time.sleep(0.02)
