"""What Cuddle costs while no page is open and nothing waits, and how soon it takes a job that then comes.

    python -m benchmarks.page.idle --seconds 120

It starts the app with its worker in a temporary data folder, waits until both are settled, measures the CPU time of
both processes, and then queues jobs from outside: from a job's row to the claim of the worker.
"""

import argparse
import statistics
import time

from benchmarks.page.running import RunningApp, running_app, until
from studio.jobs.job import JobKind
from studio.jobs.requests import ImportRequest
from studio.people.person import OWNER
from studio.store import Store, open_store

SETTLE_SECONDS = 30.0  # after the worker said that it is ready; imports and first checkpoints are over by then
BAR_PERCENT, BAR_CLAIM_SECONDS = 0.5, 0.5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=120.0, help="how long to measure (120)")
    parser.add_argument("--jobs", type=int, default=20, help="how many jobs to queue afterwards (20)")
    options = parser.parse_args()
    with running_app() as app, open_store(app.data_folder) as store:
        until(lambda: "Ready on" in store.files.worker_log.read_text(errors="replace"), 120)
        time.sleep(SETTLE_SECONDS)
        percents = idle_percents(app, options.seconds)
        seconds = claim_seconds(store, options.jobs)
    print(f"Idle for {options.seconds:.0f} s, in % of one core:")
    for name, percent in percents.items():
        print(f"  {name:<16} {percent:6.3f}")
    print(f"  {'together':<16} {sum(percents.values()):6.3f}   (bar: below {BAR_PERCENT})")
    print(
        f"From a job's row to its claim, {len(seconds)} jobs: median {statistics.median(seconds) * 1000:.0f} ms, "
        f"longest {max(seconds) * 1000:.0f} ms   (bar: below {BAR_CLAIM_SECONDS * 1000:.0f})"
    )


def idle_percents(app: RunningApp, seconds: float) -> dict[str, float]:
    """CPU time of each process over so many seconds, in percent of one core."""
    before, began = app.cpu_seconds(), time.monotonic()
    time.sleep(seconds)
    after, took = app.cpu_seconds(), time.monotonic() - began
    return {name: 100 * (after[name] - before.get(name, 0.0)) / took for name in after}


def claim_seconds(store: Store, jobs: int) -> list[float]:
    """How long each job waited for a worker that has nothing to do. The base model of each is not there."""
    waited = []
    for number in range(jobs):
        request = ImportRequest(
            subject_name=f"Nobody {number}",
            kind="cat",
            trigger_word=f"nobody{number}",
            file="uploads/none/none.safetensors",
            base_model="/nowhere",
        )
        job = store.jobs.add(OWNER, JobKind.IMPORT, request, 1)
        until(lambda id=job.id: store.jobs.get(OWNER, id).ended_at is not None, 60, pause_seconds=0.05)
        ended = store.jobs.get(OWNER, job.id)
        waited.append((ended.started_at or 0.0) - (job.created_at or 0.0))
        time.sleep(0.037)  # so that it comes at another moment between two looks
    return waited


if __name__ == "__main__":
    main()
