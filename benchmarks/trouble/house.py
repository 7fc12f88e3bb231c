"""Cuddle started as a person starts it, to be killed and started again on the same data folder."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil

from benchmarks.page.running import until
from tests.page_server import ROOT, free_port

START_SECONDS, STOP_SECONDS = 300.0, 90.0  # on a machine that others keep busy
LOGIN = {"CUDDLE_USER": "Olga", "CUDDLE_PASSWORD": "four otters juggle plums"}
AS_OTHERS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")  # permissions hold root as well then


@dataclass(kw_only=True)
class House:
    """One app.py over one data folder. `folder` holds its logs and its temporary files.

    Attributes:
        prefix: the command that starts it.
        process: the page's, once it was started.
        starts: how often it was.
    """

    folder: Path
    data_folder: Path
    prefix: Sequence[str] = ()
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    starts: int = 0

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        """What the page's processes said, one after the other."""
        return self.folder / f"page-{self.port}.log"

    @property
    def worker_log(self) -> Path:
        """What the workers said."""
        return self.data_folder / "worker.log"

    @property
    def temporary(self) -> Path:
        """Where its temporary folders come to lie."""
        return self.folder / "temporary"

    def start(self) -> None:
        """Start it; it is not waited for."""
        self.temporary.mkdir(exist_ok=True)
        environment = {"TMPDIR": str(self.temporary), "PYTHONUNBUFFERED": "1", "HF_HUB_OFFLINE": "1", **LOGIN}
        command = [sys.executable, "app.py", "--port", str(self.port), "--data-folder", str(self.data_folder)]
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [*self.prefix, *command, "--device", "cpu", "--base-model", "pocket"],
                cwd=ROOT,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, **environment},
            )
        self.starts += 1

    def is_up(self) -> bool:
        """Whether the page answers now."""
        try:
            return httpx.get(f"{self.url}/login", timeout=5, follow_redirects=True).status_code < 500
        except httpx.TransportError:
            return False

    def has_ended(self) -> bool:
        """Whether the page's process is gone."""
        return self.process is None or self.process.poll() is not None

    def wait_until_up(self, seconds: float = START_SECONDS) -> bool:
        """Whether it answers within so many seconds."""
        try:
            until(lambda: self.is_up() or self.has_ended(), seconds, pause_seconds=0.5)
        except TimeoutError:
            return False
        return not self.has_ended()

    def workers(self) -> list[psutil.Process]:
        """The worker processes of this data folder."""
        return [process for process in _of_folder(self.data_folder) if "worker" in process.cmdline()[:4]]

    def kill_page(self) -> bool:
        """kill -9 of the page's process; False where there is none."""
        if self.process is None or self.has_ended():
            return False
        self.process.kill()
        self.process.wait()
        return True

    def kill_workers(self) -> bool:
        """kill -9 of each worker's process; False where there is none."""
        found = self.workers()
        for process in found:
            _signal(process, signal.SIGKILL)
        return bool(found)

    def ask_to_end(self) -> int | None:
        """SIGTERM, as Ctrl-C does. Gives the exit code, None where it did not end in time and was killed."""
        if self.process is None:
            return 0
        self.process.terminate()
        try:
            return self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return None

    def clear_away(self) -> list[str]:
        """Kill what is left of it. Gives what that was, for at the end nothing should be."""
        until_then = time.monotonic() + 10
        while (left := list(_of_folder(self.data_folder))) and time.monotonic() < until_then:
            time.sleep(0.2)
        names = [" ".join(process.cmdline()[1:4]) for process in left]
        for process in left:
            _signal(process, signal.SIGKILL)
        return names


def last_line(log: Path) -> str:
    """What a program said last."""
    lines: Sequence[str] = log.read_text(encoding="utf-8", errors="replace").strip().splitlines() or [""]
    return lines[-1]


def _of_folder(data_folder: Path) -> Iterator[psutil.Process]:
    for process in psutil.process_iter():
        try:
            command = process.cmdline()
        except psutil.Error:
            continue
        if str(data_folder) in command and "--data-folder" in command and process.pid != os.getpid():
            yield process


def _signal(process: psutil.Process, number: int) -> None:
    try:
        process.send_signal(number)
        process.wait(10)
    except psutil.NoSuchProcess:
        return
