"""What a stranger can do to the page, measured: memory, seconds without an answer, connections, log, passwords.

    python -m benchmarks.door

It starts the page behind a login on 127.0.0.1, with 1,024 files at most as most systems have it, and tries to stop it.
Linux only. It takes about two minutes and ends by itself.
"""

import asyncio
import contextlib
import resource
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx

from tests.page_server import PageServer, page_server

MEGABYTE = 1_000_000
LOGIN = {"username": "cuddle", "password": "correct horse battery"}
OPEN_FILES = 1024
JOIN = "/gradio_api/queue/join"
BODY_SECONDS = 120  # the longest that one body is sent


def main() -> None:
    """Print one line for each attack."""
    rows = [
        ("800 MB of JSON before login", lambda server: sent(server, JOIN, 800, json_of_zeros)),
        ("the same without a Content-Length", lambda server: sent(server, JOIN, 800, json_of_zeros, chunked=True)),
        ("15 MB of [], before login", lambda server: sent(server, JOIN, 15, empty_lists)),
        ("15 MB of [], after login", lambda server: sent(server, JOIN, 15, empty_lists, login=True)),
        ("300 MB file to /login", lambda server: sent(server, "/login", 300, zeros, multipart=True)),
        ("1,100 heartbeats before login", heartbeats),
        ("1,100 connections that say nothing", silent_connections),
        ("100 wrong passwords", wrong_passwords),
        ("400 calls of one, and ten of another", many_calls),
    ]  # fmt: skip
    chosen = sys.argv[1:]
    for number, (title, attack) in enumerate(rows):
        if chosen and str(number) not in chosen:
            continue
        with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
            with few_files():
                page = page_server("tests/page_by_hand.py", Path(folder) / "data", ["--password", LOGIN["password"]])
                server = stack.enter_context(page)
            print(f"| {title} | {attack(server)} |", flush=True)


@contextlib.contextmanager
def few_files() -> Iterator[None]:
    """What is started inside may open 1,024 files; this process may open all that it could before."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def peak_megabytes(server: PageServer) -> float:
    """The most memory that the page's process has had so far."""
    status = Path(f"/proc/{server.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1000


class Watch(threading.Thread):
    """Asks for the page again and again; `longest` is the longest time without an answer, in seconds."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        self.longest = 0.0
        self._url, self._over = url, threading.Event()

    def run(self) -> None:
        while not self._over.wait(0.05):
            begun = time.monotonic()
            with contextlib.suppress(httpx.TransportError):
                httpx.get(f"{self._url}/robots.txt", timeout=BODY_SECONDS)
            self.longest = max(self.longest, time.monotonic() - begun)

    def stop(self) -> float:
        """End, after the question that is under way. Gives the longest wait."""
        self._over.set()
        self.join(BODY_SECONDS)
        return self.longest


def json_of_zeros(megabytes: int) -> Iterator[bytes]:
    """A list with one long string."""
    yield b'{"data": ["'
    yield from zeros(megabytes)
    yield b'"], "fn_index": 0, "session_hash": "x"}'


def empty_lists(megabytes: int) -> Iterator[bytes]:
    """Very many empty lists."""
    yield b'{"data": ['
    for _ in range(megabytes):
        yield b"[]," * (MEGABYTE // 3)
    yield b'[]], "fn_index": 0, "session_hash": "x"}'


def zeros(megabytes: int) -> Iterator[bytes]:
    """Plain bytes."""
    for _ in range(megabytes):
        yield b"0" * MEGABYTE


def sent(
    server: PageServer, path: str, megabytes: int, body: Callable[[int], Iterator[bytes]], *,
    chunked: bool = False, multipart: bool = False, login: bool = False,
) -> str:  # fmt: skip
    """Send one body and say what came of it."""
    with httpx.Client(base_url=server.url, timeout=BODY_SECONDS) as client:
        if login:
            client.post("/login", data=LOGIN)
        before, watch = peak_megabytes(server), Watch(server.url)
        watch.start()
        begun, count = time.monotonic(), 0

        def counted() -> Iterator[bytes]:
            nonlocal count
            head = b'--x\r\nContent-Disposition: form-data; name="username"; filename="a"\r\n\r\n' if multipart else b""
            tail = b"\r\n--x--\r\n" if multipart else b""
            for part in (head, *body(megabytes), tail) if multipart else body(megabytes):
                count += len(part)
                yield part

        headers = {"content-type": "multipart/form-data; boundary=x" if multipart else "application/json"}
        if not chunked:
            headers["content-length"] = str(sum(len(part) for part in counted()))
            count = 0
        try:
            answer = str(client.post(path, content=counted(), headers=headers).status_code)
        except httpx.TransportError as error:
            answer = type(error).__name__
        seconds = time.monotonic() - begun
    longest = watch.stop()
    grown = peak_megabytes(server) - before
    return (
        f"{answer} after {seconds:.1f} s and {count / MEGABYTE:.1f} MB; "
        f"memory +{grown:.0f} MB; others waited {longest:.1f} s"
    )


def heartbeats(server: PageServer) -> str:
    """Hold many streams open and look whether others still get in."""
    return asyncio.run(_held(server, "GET /gradio_api/heartbeat/{number} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"))


def silent_connections(server: PageServer) -> str:
    """Hold many connections open with half a request each."""
    return asyncio.run(_held(server, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: {number}"))


async def _held(server: PageServer, request: str, number: int = 1100, seconds: float = 20.0) -> str:
    logged, writers = server.log.stat().st_size, []
    port = int(server.url.rpartition(":")[2])
    for one in range(number):
        with contextlib.suppress(OSError, TimeoutError):
            _, writer = await asyncio.wait_for(asyncio.open_connection("127.0.0.1", port), 5)
            writer.write(request.format(number=one).encode())
            writers.append(writer)
    begun = time.monotonic()
    async with httpx.AsyncClient(timeout=10) as client:
        try:
            answer = f"{(await client.get(server.url)).status_code} in {time.monotonic() - begun:.1f} s"
        except httpx.TransportError as error:
            answer = f"{type(error).__name__} after {time.monotonic() - begun:.1f} s"
        held = len([link for link in Path(f"/proc/{server.pid}/fd").iterdir() if _is_socket(link)])
        await asyncio.sleep(seconds)  # how fast the log grows is the question
    for writer in writers:
        writer.close()
    grown = server.log.stat().st_size - logged
    return f"{held} sockets held; another asks: {answer}; log +{grown / MEGABYTE:.2f} MB in {seconds:.0f} s"


def _is_socket(link: Path) -> bool:
    try:
        return str(link.readlink()).startswith("socket:")
    except OSError:
        return False


def wrong_passwords(server: PageServer) -> str:
    """Guess as fast as twenty connections can."""

    async def guess() -> str:
        begun, codes = time.monotonic(), []
        async with httpx.AsyncClient(
            base_url=server.url, timeout=60, limits=httpx.Limits(max_connections=20)
        ) as client:
            tries = [client.post("/login", data={"username": "cuddle", "password": f"{n}"}) for n in range(100)]
            codes = [answer.status_code for answer in await asyncio.gather(*tries)]
        seconds = time.monotonic() - begun
        return f"{codes.count(400)} were looked at and {codes.count(429)} refused in {seconds:.1f} s"

    return asyncio.run(guess())


def many_calls(server: PageServer) -> str:
    """Two people have logged in. One asks for much at once, the other for one thing."""

    async def ask() -> str:
        async with (
            httpx.AsyncClient(base_url=server.url, timeout=60) as one,
            httpx.AsyncClient(base_url=server.url, timeout=60) as other,
        ):
            for person in (one, other):
                await person.post("/login", data=LOGIN)
            calls = [one.post("/gradio_api/call/jobs", json={"data": [100]}) for _ in range(400)]
            flood = asyncio.gather(*calls)
            await asyncio.sleep(0.3)
            codes = [(await other.post("/gradio_api/call/jobs", json={"data": [1]})).status_code for _ in range(10)]
            flooded = [answer.status_code for answer in await flood]
            said = {code: flooded.count(code) for code in sorted(set(flooded))}
            return f"the one got {said}, the other { ({code: codes.count(code) for code in sorted(set(codes))}) }"

    return asyncio.run(ask())


if __name__ == "__main__":
    socket.setdefaulttimeout(BODY_SECONDS)
    main()
