"""Hostile LoRA files that the page took in: what a worker makes of each."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.hostile.judging import Tally, is_a_sentence
from benchmarks.hostile.loras import LORAS
from benchmarks.hostile.values import BOMB_FILE, CANARY
from studio.errors import StudioError
from studio.jobs.job import ENDED, Job, JobState
from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.words import say
from tests.page_server import ROOT
from tests.still_studio import studio_over

WAIT_SECONDS = 900.0


def import_loras(count: int, seed: int, folder: Path) -> Tally:
    """So many hostile LoRA files, each imported as a person does it; `refused` counts the worker's refusals, too."""
    rng, tally = random.Random(seed), Tally()
    kinds = [kind for _ in range(count // len(LORAS) + 1) for kind in LORAS][:count]
    with open_store(folder / "data") as store:
        studio, asked = studio_over(store, seed=None, base_model="pocket"), dict[str, str]()
        for place, kind in enumerate(kinds):
            file = folder / f"{place}.safetensors"
            file.write_bytes(LORAS[kind](rng))
            tally.calls += 1
            try:
                job = studio.imports.from_file(OWNER, file=file, name=f"Lora {place}", kind="cat", base_model="pocket")
                asked[job.id] = f"{place} ({kind})"
            except StudioError as error:
                _refused(tally, str(error), f"{place} ({kind})")
            file.unlink()
        for job in _worked(store):
            _judge(tally, job, asked[job.id])
        said = store.files.worker_log.read_text(encoding="utf-8", errors="replace")
    if "Traceback" in said:
        tally.fault("traceback in the log", said[said.index("Traceback") :][:1500])
    if CANARY in said:
        tally.fault("a value in the log", next(line for line in said.splitlines() if CANARY in line)[:200])
    if Path(BOMB_FILE).exists():
        Path(BOMB_FILE).unlink()
        tally.fault("run", "one of them")
    return tally


def _worked(store: Store) -> list[Job]:
    """All jobs, when a worker has ended each of them."""
    command = [sys.executable, "-m", "worker", "--data-folder", str(store.files.root), "--device", "cpu"]
    with store.files.worker_log.open("ab") as log:
        worker = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=ROOT, env={**os.environ})
        try:
            until = time.monotonic() + WAIT_SECONDS
            while any(job.state not in ENDED for job in store.jobs.list(OWNER, limit=1000)):
                if time.monotonic() > until or worker.poll() is not None:
                    break
                time.sleep(1)
        finally:
            worker.terminate()
            worker.wait(60)
    return store.jobs.list(OWNER, limit=1000)


def _judge(tally: Tally, job: Job, where: str) -> None:
    if job.state is JobState.DONE:
        tally.stored += 1
    elif job.state is JobState.FAILED and job.error_message is not None:
        _refused(tally, say(job.error_message), where)
        if job.error_type != "StudioError":
            tally.fault("something broke", f"{where}: {job.error_type}")
    else:
        tally.fault("no end", f"{where}: {job.state}")


def _refused(tally: Tally, sentence: str, where: str) -> None:
    tally.refused += 1
    if not is_a_sentence(sentence):
        tally.fault("no sentence", f"{where}: {sentence[:200]!r}")
