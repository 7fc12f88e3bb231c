"""Cuddle started as a whole on a full disk: pictures can be deleted, and then jobs are done, without a new start."""

from pathlib import Path

import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError

from benchmarks.page.full_store import fill
from benchmarks.page.running import until
from studio.jobs.job import JobKind
from studio.jobs.requests import ImportRequest
from studio.people.person import OWNER
from studio.store import open_store
from tests.page_server import page_server
from tests.small_disk import mounted

REQUEST = ImportRequest(
    subject_name="Dumpling",
    kind="cat",
    trigger_word="dumpling",
    file="uploads/none/a.safetensors",
    base_model="/nowhere",
)


@pytest.mark.slow(
    quick_sibling="tests/unit/studio/store/test_full_disk.py::"
    "test_on_a_disk_that_is_really_full_every_picture_can_be_deleted_and_a_start_is_fine"
)
def test_cuddle_starts_on_a_full_disk_deletes_and_goes_on(tmp_path: Path) -> None:
    with mounted(tmp_path / "data") as disk:
        data = disk.path
        fill(data, pictures=30, subjects=1, jobs=1)
        disk.fill()
        with page_server("app.py", data, ["--device", "cpu", "--base-model", "pocket"]) as server:
            client = Client(server.url, verbose=False, analytics_enabled=False)
            disk.fill()
            pictures = client.predict(api_name="/pictures")
            assert len(pictures) == 30
            with pytest.raises(AppError, match=r"The disk is full.*old pictures can be deleted in the Album"):
                for _ in range(1000):
                    client.predict("a cat", api_name="/create")
            for picture in pictures[:5]:
                disk.fill()
                client.predict(picture["id"], True, api_name="/delete_picture")
            assert len(client.predict(api_name="/pictures")) == 25
            disk.free()
            with open_store(data) as store:
                job = store.jobs.add(OWNER, JobKind.IMPORT, REQUEST, 1)
                until(lambda: store.jobs.get(OWNER, job.id).ended_at is not None, 90)
                log = store.files.worker_log.read_text()
        assert log.count("Ready on") <= 2, log
