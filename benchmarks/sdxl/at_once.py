"""`python -m benchmarks.sdxl.at_once FOLDER`: a lesson for each graphics card at the same time, by the app's workers.

FOLDER is that of benchmarks.sdxl.folder, or the name of a base model. A studio with one worker for each card teaches
each of them something short first, so that all are warm; then one lesson is given alone, and then one for each worker
at the same time. What a lesson took is what the page would show: from the moment a worker took it to its LoRA files.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.pocket.tables import markdown
from benchmarks.sdxl import photos
from studio.engines.places import places
from studio.engines.pool import WorkerPool
from studio.jobs.job import ENDED, Job, JobState
from studio.people.person import OWNER
from studio.settings import Settings
from studio.store import open_store
from studio.studio import Studio

LOOK_AGAIN_SECONDS = 0.1


@dataclass(kw_only=True)
class Watched:
    """A lesson as it was last seen, and when its first and its last step were seen to be done."""

    job: Job
    first_step_at: float | None = None
    last_step_at: float | None = None

    def seen(self, job: Job, now: float) -> None:
        """Look at it again."""
        self.job = job
        if job.step > 0 and self.first_step_at is None:
            self.first_step_at = now
        if job.step == job.steps and self.last_step_at is None:
            self.last_step_at = now

    def seconds(self) -> list[float]:
        """From a worker's taking it to its first step, from there to its last, from there to its end; all of it."""
        times = [self.job.started_at, self.first_step_at, self.last_step_at, self.job.ended_at]
        taken, first, last, ended = (moment or 0.0 for moment in times)
        return [first - taken, last - first, ended - last, ended - taken]


@dataclass(kw_only=True)
class Class:
    """Lessons on the same photos, each of a subject of its own."""

    studio: Studio
    photos: Sequence[Path]
    base_model: str
    count: int = field(default=0, init=False)

    def teach(self, count: int, samples: int) -> list[Watched]:
        """So many lessons, queued together. Returns them when all have ended. Errors: SystemExit if one failed."""
        lessons = [Watched(job=self._queue(samples)) for _ in range(count)]
        while any(lesson.job.state not in ENDED for lesson in lessons):
            time.sleep(LOOK_AGAIN_SECONDS)
            for lesson in lessons:
                lesson.seen(self.studio.queue.get(OWNER, lesson.job.id), time.time())
        for lesson in lessons:
            if lesson.job.state is not JobState.DONE:
                sys.exit(f"A lesson is {lesson.job.state}: {lesson.job.error_message}\n{lesson.job.error_traceback}")
        return lessons

    def _queue(self, samples: int) -> Job:
        self.count += 1
        options = {"samples": samples, "seed": 0}
        return self.studio.subjects.teach(
            OWNER, self.photos, f"Cat {self.count}", "cat", "balanced", self.base_model, options
        )


def run(arguments: argparse.Namespace) -> None:
    where = places(arguments.device, arguments.workers)
    data_folder = Path(tempfile.mkdtemp(prefix="at-once-", dir=arguments.work))
    pool = WorkerPool.on_this_computer(data_folder, arguments.device, where)
    try:
        with open_store(data_folder) as store:
            studio = Studio(store, pool, random.Random(0), Settings(data_folder=data_folder))
            pool.start()
            pupils = Class(studio=studio, photos=photos.take(data_folder / "taken"), base_model=arguments.base_model)
            rounds = {
                "first, cold": pupils.teach(len(where), arguments.first_samples),
                "alone": pupils.teach(1, arguments.samples),
                "at once": pupils.teach(len(where), arguments.samples),
            }
    finally:
        pool.stop()
    workers = sorted({lesson.job.worker_id or "" for lessons in rounds.values() for lesson in lessons})
    rows = [
        [
            name,
            str(workers.index(lesson.job.worker_id or "") + 1),
            str(lesson.job.samples_seen),
            *(f"{seconds:.1f}" for seconds in lesson.seconds()),
        ]
        for name, lessons in rounds.items()
        for lesson in lessons
    ]
    print(f"{len(where)} workers, seconds\n")
    print(markdown(["lesson", "worker", "samples", "to the first step", "to the last", "to the files", "all"], rows))
    shutil.rmtree(data_folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("base_model", metavar="FOLDER")
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--workers", type=int, help="as app.py takes it; one for each graphics card if left out")
    parser.add_argument("--samples", type=int, default=800)
    parser.add_argument("--first-samples", type=int, default=40)
    parser.add_argument("--work", type=Path, default=Path("data/benchmarks"))
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    run(given)
