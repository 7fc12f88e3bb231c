"""The port over a data folder, where it is more than the rows: for a worker beside others."""

from pathlib import Path

from studio.engines.local_port import LocalPort
from studio.jobs.job import JobKind, JobState
from studio.people.person import OWNER
from studio.store import open_store
from tests.contract.test_store_jobs import create
from tests.hub_requests import publish_request


def test_a_worker_for_cpu_jobs_takes_no_picture_and_is_not_shown(data_folder: Path) -> None:
    with open_store(data_folder) as store:
        create(store, "picture")
        store.jobs.add(OWNER, JobKind.PUBLISH, publish_request(), 1, "upload")
        port = LocalPort(store, "helper", cpu_jobs_only=True)
        port.register("the CPU", None)
        assert port.claim(needs_model=True) is None
        upload = port.claim(needs_model=False)
        assert upload is not None and upload.id == "upload"
        port.heartbeat([upload.id])
        assert store.workers.all() == []
        assert store.jobs.get(OWNER, "picture").state is JobState.QUEUED
        port.leave()
