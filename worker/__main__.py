"""The GPU door: the process that owns one GPU (or the CPU) for a data folder, and does every job."""

import argparse
import contextlib
import logging
import os
import signal
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path

from studio.engines.job_port import JobPort
from studio.engines.local_port import LocalPort
from studio.engines.shared_folder.port import SharedFolderPort
from studio.engines.waiting import once_it_can_be_written
from studio.errors import StorageTrouble, StudioError
from studio.jobs.job import CPU_JOBS, JobKind
from studio.paths import written_path
from studio.store import open_store

log = logging.getLogger("worker")


def main(arguments: Sequence[str] | None = None) -> int:
    """Work for a data folder, or for a shared folder, until asked to stop (SIGTERM, Ctrl-C). Gives the exit code."""
    os.umask(0o077)  # what it writes is the owner's alone
    options = _options(arguments)
    form = f"%(asctime)s worker {options.slot} %(levelname)s %(message)s"  # all workers of a folder write one log
    logging.basicConfig(level=logging.INFO, format=form)
    logging.getLogger("httpx2").setLevel(logging.WARNING)  # it would write down addresses that let anyone in for hours
    try:
        return _work(options, logging.Formatter(form))
    except StudioError as error:
        log.error("%s", error)
        return 1


def _work(options: argparse.Namespace, formatter: logging.Formatter) -> int:
    parent = os.getppid()
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    open_port = _local_port if options.shared_folder is None else _shared_folder_port
    with open_port(options, stopping) as port:
        if port is None:
            return 0
        # OpenMP reads this when torch is loaded, so torch is imported here and not above. Threads that wait asleep and
        # not in a loop: with a browser on the same 2 cores a step took a seventh of the CPU time (0.26 s, not 1.7 s).
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        from pipeline import devices
        from studio.hub import transfer as hub_transfer

        devices.use_the_cores_there_are()
        device = devices.choose(options.device)
        # The page waits for this, so it is said before the seconds that the other libraries take.
        once_it_can_be_written(lambda: port.register(devices.in_words(device), devices.gpu_gb(device)), stopping)
        logging.getLogger().addHandler(_PortLog(port, formatter))

        import diffusers
        import transformers

        from worker.context import ModelCache, WorkerContext
        from worker.loop import Worker

        diffusers.utils.logging.disable_progress_bar()
        transformers.utils.logging.disable_progress_bar()
        hub_transfer.be_quiet()
        once_it_can_be_written(port.take_over, stopping)
        log.info("Ready on %s.", devices.in_words(device))
        models = ModelCache(device, on_loaded=lambda loaded: port.heartbeat(base_model=loaded.base_model.id))
        context = WorkerContext(port=port, models=models, clock=time.monotonic, stopping=stopping)
        # Whoever has another machine ends its worker himself, and may have started it from a shell that is gone.
        is_wanted = (lambda: os.getppid() == parent) if options.shared_folder is None else (lambda: True)
        try:
            Worker(context, is_wanted=is_wanted).run()
        finally:
            with contextlib.suppress(StorageTrouble):  # the next worker of this slot forgets it, too
                port.leave()
    return 0


@contextlib.contextmanager
def _local_port(options: argparse.Namespace, stopping: threading.Event) -> Iterator[JobPort | None]:
    """The rows and files of a data folder; None where another worker has its slot."""
    with open_store(options.data_folder, database_folder=options.database_folder) as store:
        lock = store.files.worker_lock(options.slot)
        if not once_it_can_be_written(lock.take, stopping):
            log.info("Another worker is at work in %s already.", options.data_folder)
            yield None
            return
        worker_id = f"worker-{uuid.uuid4().hex[:12]}"
        try:
            yield LocalPort(store, worker_id, options.slot, cpu_jobs_only=options.cpu_jobs_only)
        finally:
            lock.release()


@contextlib.contextmanager
def _shared_folder_port(options: argparse.Namespace, _stopping: threading.Event) -> Iterator[JobPort | None]:
    """A folder that the page's machine shares, and one for this worker alone, which goes at its end."""
    kinds = frozenset(JobKind) - CPU_JOBS
    beside = None if options.data_folder is None else written_path(options.data_folder).absolute()
    if beside is not None:
        beside.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="cuddle_worker_", dir=beside) as own_folder:
        yield SharedFolderPort(written_path(options.shared_folder).absolute(), Path(own_folder), kinds)


class _PortLog(logging.Handler):
    """Lets the port keep what is logged."""

    def __init__(self, port: JobPort, formatter: logging.Formatter) -> None:
        super().__init__()
        self._port = port
        self.setFormatter(formatter)

    def emit(self, record: logging.LogRecord) -> None:
        """Hand over one line."""
        self._port.log(self.format(record))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    data_folder = "where photos, LoRAs and pictures lie; with --shared-folder where this worker keeps its own meanwhile"
    parser.add_argument("--data-folder", type=Path, help=data_folder)
    parser.add_argument("--database-folder", type=Path, help="where the database lies, if not in the data folder")
    parser.add_argument("--shared-folder", type=Path, help="work for the page on another machine that has this folder")
    parser.add_argument("--device", default="auto", choices=["auto", "cpu", "cuda", "mps"])
    parser.add_argument("--slot", type=int, default=0, help="which of several workers this one is, from 0")
    parser.add_argument("--cpu-jobs-only", action="store_true", help="do nothing that needs a base model")
    options = parser.parse_args(arguments)
    if options.data_folder is None and options.shared_folder is None:
        parser.error("give --data-folder, or --shared-folder")
    return options


if __name__ == "__main__":
    sys.exit(main())
