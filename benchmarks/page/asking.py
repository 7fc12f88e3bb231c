"""What those ask of a running Cuddle, by its HTTP API, who want to see what comes out."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from gradio_client import Client, handle_file

from benchmarks.page.running import REPOSITORY, until

JOB_SECONDS = 3600.0
ENDED = ("done", "failed", "cancelled")

Row = dict[str, Any]


def teach_samples(
    client: Client, name: str, kind: str, options: Mapping[str, object], photos: int = 20, preset: str = "balanced"
) -> str:
    """Queue a lesson on so many of the sample photos of that name. Gives the job's id."""
    files = sorted((REPOSITORY / "studio" / "samples" / name.lower()).glob("*.jpg"))[:photos]
    asked = {
        "photos": [handle_file(str(file)) for file in files],
        "name": name,
        "kind": kind,
        "base_model": "pocket",
    }
    return client.predict(**asked, preset=preset, options=dict(options), api_name="/teach")["job_id"]


def pause_at(client: Client, job: str, step: int) -> None:
    """Pause a lesson once it has come to that step or beyond it."""
    job_once(client, job, lambda row: row["step"] >= step, pause_seconds=0.05)
    client.predict(job_id=job, api_name="/pause_job")
    job_once(client, job, lambda row: row["state"] == "paused")


def job_once(
    client: Client,
    job: str,
    is_so: Callable[[Row], bool] = lambda row: row["state"] in ENDED,
    pause_seconds: float = 0.2,
) -> Row:
    """The job, once something is so of it. Errors: SystemExit where it fails; TimeoutError."""
    row: Row = {}

    def seen() -> bool:
        row.update(client.predict(job_id=job, api_name="/job"))
        if row["state"] == "failed":
            raise SystemExit(f"This failed: {row['message'] or row['error']}")
        return is_so(row)

    until(seen, JOB_SECONDS, pause_seconds)
    return row


def losses_of(database: Path, job: str) -> list[list[float]]:
    """Rows of a step and the mean loss of the steps since the row before, which comes when there is time."""
    with closing(sqlite3.connect(database)) as rows:
        found = rows.execute("SELECT step, loss FROM losses WHERE job_id = ? ORDER BY step", [job]).fetchall()
    return [list(row) for row in found]
