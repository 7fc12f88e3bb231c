"""The GPU door: the process that owns one GPU (or the CPU) for a data folder, and does every job."""

import argparse
import contextlib
import logging
import os
import signal
import sys
import threading
import time
import uuid
from collections.abc import Sequence
from pathlib import Path

from studio.engines.local_port import LocalPort
from studio.engines.waiting import once_there_is_room
from studio.errors import DiskFull, StudioError
from studio.store import open_store

log = logging.getLogger("worker")


def main(arguments: Sequence[str] | None = None) -> int:
    """Work for a data folder until asked to stop (SIGTERM, Ctrl-C). Gives the exit code."""
    os.umask(0o077)  # what it writes is the owner's alone
    options = _options(arguments)
    form = f"%(asctime)s worker {options.slot} %(levelname)s %(message)s"  # all workers of a folder write one log
    logging.basicConfig(level=logging.INFO, format=form)
    logging.getLogger("httpx2").setLevel(logging.WARNING)  # it would write down addresses that let anyone in for hours
    try:
        return _work(options.data_folder, options.device, options.slot)
    except StudioError as error:
        log.error("%s", error)
        return 1


def _work(data_folder: Path, asked_device: str, slot: int) -> int:
    parent = os.getppid()
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    with open_store(data_folder) as store:
        lock = store.files.worker_lock(slot)
        if not once_there_is_room(lock.take, stopping):
            log.info("Another worker is at work in %s already.", data_folder)
            return 0
        # OpenMP reads this when torch is loaded, so torch is imported here and not above. Threads that wait asleep and
        # not in a loop: with a browser on the same 2 cores a step took a seventh of the CPU time (0.26 s, not 1.7 s).
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        from pipeline import devices
        from studio.hub import transfer as hub_transfer

        devices.use_the_cores_there_are()
        device = devices.choose(asked_device)
        port = LocalPort(store, f"worker-{uuid.uuid4().hex[:12]}", slot)
        # The page waits for this, so it is said before the seconds that the other libraries take.
        once_there_is_room(lambda: port.register(devices.in_words(device), devices.gpu_gb(device)), stopping)

        import diffusers
        import transformers

        from worker.context import ModelCache, WorkerContext
        from worker.loop import Worker

        diffusers.utils.logging.disable_progress_bar()
        transformers.utils.logging.disable_progress_bar()
        hub_transfer.be_quiet()
        once_there_is_room(port.take_over, stopping)
        log.info("Ready on %s.", devices.in_words(device))
        models = ModelCache(device, on_loaded=lambda loaded: port.heartbeat(base_model=loaded.base_model.id))
        context = WorkerContext(port=port, models=models, clock=time.monotonic, stopping=stopping)
        try:
            Worker(context, is_wanted=lambda: os.getppid() == parent).run()
        finally:
            with contextlib.suppress(DiskFull):  # the next worker of this slot forgets it, too
                port.leave()
            lock.release()
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data-folder", type=Path, required=True, help="where photos, LoRAs and pictures lie")
    parser.add_argument("--device", default="auto", choices=["auto", "cpu", "cuda", "mps"])
    parser.add_argument("--slot", type=int, default=0, help="which of several workers this one is, from 0")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
