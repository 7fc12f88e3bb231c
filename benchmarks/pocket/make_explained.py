"""`python -m benchmarks.pocket.make_explained`: makes studio/samples/explained, "How it works" of a picture of samples.

Whoever has no picture yet is shown that one. It is made as anybody's is: the samples are taken in, a picture of
one is asked for, then every topic of it, and a worker makes them all.
"""

import argparse
import json
import shutil
import tempfile
import threading
import time
from pathlib import Path

import torch

from studio.engines.local_port import LocalPort
from studio.jobs.explanations import ExplanationRequest, Topic
from studio.people.person import OWNER
from studio.pictures.explanations import SAMPLE_FACTS, SAMPLE_FOLDER
from studio.store import Store, open_store
from studio.studio import Studio
from tests.still_studio import studio_over
from worker.context import ModelCache, WorkerContext
from worker.loop import Worker

PROMPT = "Dumpling on the beach"
FILE = "picture.png"


def worker_over(store: Store) -> Worker:
    """One that works until nothing waits, in this process."""
    store.workers.register("explaining", 1)
    context = WorkerContext(
        port=LocalPort(store, "explaining"),
        models=ModelCache(torch.device("cpu")),
        clock=time.monotonic,
        stopping=threading.Event(),
    )
    return Worker(context, is_wanted=lambda: False)


def make(store: Store, folder: Path, prompt: str, seed: int) -> None:
    """Make the picture and all of its topics, and put them into a folder, which is emptied first."""
    studio = studio_over(store, base_model="pocket")
    worker = worker_over(store)
    names = [subject.name for subject in studio.samples.take(OWNER) if subject.name in prompt]
    studio.pictures.create(OWNER, prompt, subjects=[{"name": name} for name in names], seed=seed)
    worker.run()
    (picture,) = studio.pictures.list(OWNER)
    for topic in Topic:
        studio.explanations.explain(OWNER, picture.id, topic)
    worker.run()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copyfile(studio.pictures.file(OWNER, picture.id), folder / FILE)
    rows = [_row(studio, folder, picture.id, topic) for topic in Topic]
    facts = {"file": FILE, "picture": picture.own_request.to_json(), "explanations": rows}
    (folder / SAMPLE_FACTS).write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def _row(studio: Studio, folder: Path, id: str, topic: Topic) -> dict[str, object]:
    """One topic as the facts hold it; its files go into the folder, by their names alone."""
    found = next(one for one in studio.explanations.of(OWNER, id) if one.topic is topic)
    assert isinstance(found.request, ExplanationRequest) and found.result is not None, topic
    for path in studio.explanations.files(OWNER, id, topic):
        shutil.copyfile(path, folder / path.name)
    result = json.loads(json.dumps(found.result.to_json()).replace(f"explained/{id}/", ""))
    return {"request": {**found.request.to_json(), "picture_id": "sample"}, "result": result}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=SAMPLE_FOLDER)
    parser.add_argument("--prompt", default=PROMPT)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as data_folder, open_store(Path(data_folder)) as store:
        make(store, arguments.folder, arguments.prompt, arguments.seed)
    taken = sum(file.stat().st_size for file in arguments.folder.iterdir())
    print(f"{arguments.folder}: {len(list(arguments.folder.iterdir()))} files, {taken / 1000:.0f} kB")


if __name__ == "__main__":
    main()
