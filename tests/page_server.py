"""Cuddle's page in a process of its own, for tests that ask it over HTTP or look at it in a browser."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 90  # a cold start on a busy machine of two cores
STOP_SECONDS = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class PageServer:
    """A page that answers at `url`. `log` holds what its process said."""

    url: str
    data_folder: Path
    log: Path
    pid: int


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def page_server(
    program: str, data_folder: Path, options: Sequence[str] = (), environment: Mapping[str, str] | None = None
) -> Iterator[PageServer]:
    """Run a program of this repository that takes --port and --data-folder, until the block ends."""
    port = free_port()
    log = data_folder.parent / f"{data_folder.name}-server.log"
    command = [sys.executable, str(ROOT / program), "--port", str(port), "--data-folder", str(data_folder), *options]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(ROOT), **(environment or {})},
        )
    try:
        url = f"http://127.0.0.1:{port}"
        _wait_for(url, process, log)
        yield PageServer(url=url, data_folder=data_folder, log=log, pid=process.pid)
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            if httpx.get(url, timeout=5).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise AssertionError(f"The page did not come up at {url}:\n{log.read_text(errors='replace')[-4000:]}")
