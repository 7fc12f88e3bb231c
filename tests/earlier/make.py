"""`python -m tests.earlier.make NAME`: a small data folder as this version leaves it, for tests of later ones.

In it are a subject that was taught, one whose lesson was paused, one that was taken in from a file, pictures, and a
queue that waits. `NAME.zip` holds the folder; `NAME.json` what there is to see of it, and how the paused lesson goes on
with this version. All is asked for by the HTTP API, whose names stay.
"""

import contextlib
import json
import shutil
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from gradio_client import Client, handle_file

from benchmarks.page.asking import job_once, losses_of, pause_at, teach_samples
from benchmarks.page.running import running_app
from tests.page_server import page_server

HERE = Path(__file__).resolve().parent
PHOTOS, STEPS, PAUSE_AT = 3, 8, 3
LESSON = {
    "steps": STEPS, "rank": 1, "batch_size": 1, "seed": 7, "resolution": 64, "sample_every_steps": STEPS,
    "checkpoint_every_steps": STEPS, "convolutions": False,
}  # fmt: skip
TOLD = {
    "subjects": ("name", "kind", "trigger_word", "family", "state", "formats", "photos", "rank", "alpha", "steps"),
    "jobs": ("id", "kind", "state", "position", "step", "steps", "request"),
    "pictures": ("id", "prompt", "negative_prompt", "subjects", "sampler", "steps", "seed", "width", "height"),
}  # of the rows that the API gives; times and places are not among them


def told(client: Client) -> dict[str, Any]:
    """What there is to see of a data folder."""
    return {name: [_some(row, keys) for row in client.predict(api_name=f"/{name}")] for name, keys in TOLD.items()}


def _some(row: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: row[key] for key in keys}


def _fill(client: Client) -> str:
    """Everything that a worker does. Gives the id of the lesson that is paused."""
    job_once(client, teach_samples(client, "Dumpling", "cat", LESSON, PHOTOS))
    file = client.predict(name="Dumpling", format="kohya", api_name="/subject_file")
    given = {"file": handle_file(file), "name": "Żółw", "kind": "turtle", "trigger_word": "zolw"}
    taken_in = client.predict(**given, api_name="/import_subject")
    job_once(client, taken_in["job_id"])
    picture = {
        "prompt": "Dumpling in the snow", "negative_prompt": "rain",
        "subjects": [{"name": "Dumpling", "strength": 0.8}], "sampler": "Euler", "steps": 2, "width": 64, "height": 64,
        "base_model": "pocket",
    }  # fmt: skip
    job_once(client, client.predict(**picture, seed=2**63 + 5, count=2, api_name="/create")["job_id"])
    lesson = teach_samples(client, "Anna", "woman", LESSON, PHOTOS)
    pause_at(client, lesson, PAUSE_AT)
    return lesson


def _gone_on(folder: Path, lesson: str) -> list[list[float]]:
    """The losses of the whole lesson, if this version goes on with it in a copy of the folder."""
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(shutil.copytree(folder, Path(temporary, "data")))
        with running_app(["--base-model", "pocket", "--workers", "1"], copy) as app:
            client = Client(app.url, verbose=False)
            client.predict(job_id=lesson, api_name="/resume_job")
            job_once(client, lesson)
            return losses_of(copy / "studio.db", lesson)


def main(name: str) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "data")
        with running_app(["--base-model", "pocket", "--workers", "1"], folder) as app:
            lesson = _fill(Client(app.url, verbose=False))
        losses = _gone_on(folder, lesson)
        with page_server("tests/page_by_hand.py", folder) as page:  # no worker takes what waits
            client = Client(page.url, verbose=False)
            for prompt in ("Żółw on the beach", "a red house"):
                asked = {"prompt": prompt, "steps": 2, "seed": 3, "width": 64, "height": 64, "base_model": "pocket"}
                subjects = [{"name": "Żółw", "strength": 1.0}] if "Żółw" in prompt else []
                client.predict(**asked, subjects=subjects, api_name="/create")
            seen = told(client)
        with closing(sqlite3.connect(folder / "studio.db")) as rows:
            rows.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for name_of_none in ("*.log*", "*.db-*", "*.lock", "worker.pid", "reserve"):
            for file in folder.glob(name_of_none):
                file.unlink()
        with zipfile.ZipFile(HERE / f"{name}.zip", "w", zipfile.ZIP_DEFLATED) as whole:
            for file in sorted(folder.rglob("*")):
                whole.write(file, file.relative_to(folder))
    kept = {"paused_lesson": lesson, "losses": losses, **seen}
    (HERE / f"{name}.json").write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main(sys.argv[1])
