"""The worker's process with the Hub that HF_ENDPOINT names: what it publishes, and what it does not write down."""

import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.jobs.job import JobKind, JobState
from studio.people.person import OWNER
from studio.store import Store, open_store
from tests.contract.hub_world import TOKEN, hub_of_anna
from tests.hub_requests import publish_request
from tests.hub_server import Hub
from tests.hub_writing import Refusal
from tests.integration.house import until

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    with hub_of_anna(tmp_path / "hub", monkeypatch) as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "data") as store:
        yield store


@pytest.mark.slow(
    quick_sibling="tests/integration/test_hub_publish_jobs.py::test_the_token_is_in_no_row_no_file_no_log_and_no_error"
)
def test_a_worker_publishes_and_writes_down_neither_the_token_nor_an_address_to_upload_to(
    hub: Hub, store: Store
) -> None:
    noise = random.Random(5)
    files = {}
    for format in ("kohya", "diffusers"):
        path = store.files.write_whole(f"loras/dumpling/{format}.safetensors", noise.randbytes(300_000))
        files[format] = store.files.relative(path)
    request = publish_request(lora_files=files)
    hub.refusals.append(Refusal(path="/store/", status=500, times=1))  # its library tries again, and would log where
    job = store.jobs.add(OWNER, JobKind.PUBLISH, request, 1)
    environment = os.environ | {
        "HF_ENDPOINT": hub.url, "HF_HUB_OFFLINE": "0", "HF_TOKEN": TOKEN, "OMP_NUM_THREADS": "1"
    }  # fmt: skip
    command = [sys.executable, "-m", "worker", "--data-folder", str(store.files.root), "--device", "cpu"]
    with store.files.worker_log.open("ab") as log:
        worker = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=ROOT, env=environment)
        try:
            # Its last word on the job comes after the row has changed.
            until(store, lambda: re.search(f"Job {job.id} (is|has) ", store.files.worker_log.read_text()) is not None)
        finally:
            worker.kill()
            worker.wait()
    ended = store.jobs.get(OWNER, job.id)
    assert (ended.state, ended.error_message) == (JobState.DONE, None)
    assert (hub.made["anna/dumpling-lora"].folder / "dumpling.safetensors").stat().st_size == 300_000
    said = store.files.worker_log.read_text()
    assert f"Job {job.id} is done." in said
    assert TOKEN not in said and "/store/" not in said and "Upload 2 LFS" not in said
