"""The GPU door: the process that owns the GPU (or the CPU) of one data folder, and does every job."""

import argparse
import logging
import os
import signal
import sys
import threading
import time
import uuid
from collections.abc import Sequence
from pathlib import Path

import diffusers
import transformers

from pipeline import devices
from studio.errors import StudioError
from studio.store import open_store
from training.worker_loop import Worker
from training.workshop import Residents, Workshop

log = logging.getLogger("worker")


def main(arguments: Sequence[str] | None = None) -> int:
    """Work for a data folder until asked to stop (SIGTERM, Ctrl-C). Gives the exit code."""
    options = _options(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    diffusers.utils.logging.disable_progress_bar()
    transformers.utils.logging.disable_progress_bar()
    try:
        return _work(options.data_folder, options.device)
    except StudioError as error:
        log.error("%s", error)
        return 1


def _work(data_folder: Path, asked_device: str) -> int:
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    devices.use_the_cores_there_are()
    device = devices.choose(asked_device)
    parent = os.getppid()
    with open_store(data_folder) as store:
        lock = store.files.worker_lock()
        if not lock.take():
            log.info("Another worker is at work in %s already.", data_folder)
            return 0
        worker_id = f"worker-{uuid.uuid4().hex[:12]}"
        store.workers.register(worker_id, os.getpid(), devices.in_words(device))
        store.jobs.interrupt_orphans((), 0)  # whoever ran them held the lock before
        log.info("Ready on %s.", devices.in_words(device))
        residents = Residents(
            device, on_loaded=lambda resident: store.workers.heartbeat(worker_id, base_model=resident.base_model.id)
        )
        workshop = Workshop(store=store, residents=residents, clock=time.monotonic, stopping=stopping)
        try:
            Worker(workshop, worker_id, is_wanted=lambda: os.getppid() == parent).run()
        finally:
            store.workers.forget(worker_id)
            lock.release()
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data-folder", type=Path, required=True, help="where photos, LoRAs and pictures lie")
    parser.add_argument("--device", default="auto", choices=["auto", "cpu", "cuda", "mps"])
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
