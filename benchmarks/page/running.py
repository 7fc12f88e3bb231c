"""Cuddle started as a person starts it, in a folder of its own, and how much CPU time its processes have had."""

import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

REPOSITORY = Path(__file__).resolve().parent.parent.parent
START_SECONDS, STOP_SECONDS = 300.0, 30.0


@dataclass(frozen=True, kw_only=True, slots=True)
class RunningApp:
    """A started Cuddle that answers at `url` over the data folder `data_folder`."""

    url: str
    data_folder: Path
    process: psutil.Process

    def cpu_seconds(self) -> dict[str, float]:
        """CPU time that each of its processes has had so far, in seconds, by "web" or "worker" and process id."""
        names = {f"web {self.process.pid}": self.process}
        names |= {f"worker {child.pid}": child for child in self.process.children(recursive=True)}
        return {name: sum(process.cpu_times()[:2]) for name, process in names.items()}


@contextmanager
def running_app(options: Sequence[str] = (), data_folder: Path | None = None) -> Iterator[RunningApp]:
    """`python app.py` on this computer's processor, in a temporary data folder unless one is given, for the block."""
    with tempfile.TemporaryDirectory(prefix="cuddle-benchmark-") as temporary:
        data = Path(temporary, "data") if data_folder is None else data_folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        log = Path(temporary, "app.log")
        command = [sys.executable, "app.py", "--port", str(port), "--data-folder", str(data), "--device", "cpu"]
        with log.open("wb") as output:
            process = subprocess.Popen([*command, *options], cwd=REPOSITORY, stdout=output, stderr=subprocess.STDOUT)
        try:
            url = f"http://127.0.0.1:{port}"
            until(lambda: _answers(url) or process.poll() is not None, START_SECONDS)
            if process.poll() is not None:
                raise SystemExit(f"Cuddle did not start:\n{log.read_text(errors='replace')}")
            yield RunningApp(url=url, data_folder=data, process=psutil.Process(process.pid))
        finally:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def until(is_so: Callable[[], bool], seconds: float, pause_seconds: float = 0.2) -> None:
    """Wait until something is so. Errors: TimeoutError after so many seconds."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(f"it did not happen within {seconds:.0f} seconds")
        time.sleep(pause_seconds)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False
