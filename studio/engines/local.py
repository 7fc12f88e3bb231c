"""One worker process of this computer: started, watched, started again when it ends, adopted, stopped.

A worker holds the lock of its slot in the data folder for as long as it lives. So whoever looks knows exactly whether a
worker is there, a second one for the slot ends by itself, and a worker whose page was killed is adopted by the next
page. Whoever holds the lock of a slot may take back the jobs that a worker of that slot left behind, and no others.
"""

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from studio.engines.places import Place
from studio.errors import StudioError
from studio.paths import REPOSITORY, written_path
from studio.store import Store, open_store
from studio.store.disk.files import DataFolder
from studio.store.disk.locks import WorkerLock
from studio.words import Message, in_english

FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 1.0, 60.0  # between two starts; doubled each time, so nothing spins
STEADY_SECONDS = 60.0  # a worker that lived this long was well: the pause begins anew
HANG_SECONDS = 300.0  # without a heartbeat; loading a model from a slow disk is far below
LOOKS_FOR_HANG = 0.05  # of that time between two looks at the heartbeat, which lies in the database
GRACE_SECONDS = 15.0  # for a worker that is asked to end: a step of a lesson and a checkpoint
MAX_LOG_BYTES = 10_000_000

_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)  # Windows has one way to end a process

FIRST_PLACE = Place(slot=0)

log = logging.getLogger(__name__)


class LocalEngine:
    """Keeps one worker alive at one place. `clock` gives seconds that never go back.

    `database_folder`: see DataFolder.
    `command` starts a worker; the number of its slot is added. `places` is how many there are: the keeper of the first
    also takes back the jobs of workers that had a later one and are gone, as after a start with fewer.
    start() watches in a thread of its own; stop() ends the worker and the thread.
    """

    def __init__(
        self,
        data_folder: Path,
        command: Sequence[str] | None = None,
        clock: Callable[[], float] = time.monotonic,
        *,
        database_folder: Path | None = None,
        device: str = "auto",
        place: Place = FIRST_PLACE,
        places: int = 1,
        poll_seconds: float = 0.5,
        hang_seconds: float = HANG_SECONDS,
        grace_seconds: float = GRACE_SECONDS,
    ) -> None:
        data_folder = written_path(data_folder).absolute()  # the worker starts in another folder
        worker = [sys.executable, "-m", "worker", "--data-folder", str(data_folder), "--device", device]
        self._command = [*(command if command is not None else worker), "--slot", str(place.slot)]
        self._place, self._places = place, places
        self._name = (
            Message("the-worker") if places == 1 else Message("worker-of-several", number=place.slot + 1, count=places)
        )
        self._data_folder = data_folder
        self._database_folder = None if database_folder is None else written_path(database_folder).absolute()
        if self._database_folder is not None:
            self._command += ["--database-folder", str(self._database_folder)]
        self._clock = clock
        self._poll_seconds = poll_seconds
        self._hang_seconds = hang_seconds
        self._grace_seconds = grace_seconds
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._child: subprocess.Popen[Any] | None = None
        self._adopted = False
        self._message: Message | None = None
        self._started_at = 0.0
        self._next_start_at = 0.0
        self._pause = FIRST_PAUSE_SECONDS
        self._last_heartbeat: tuple[int, float] | None = None
        self._last_heartbeat_seen_at = 0.0
        self._next_look_for_hang_at = 0.0
        self._changes_seen: int | None = None
        self._strays: set[int] = set()  # slots of running jobs that nobody keeps any more

    @property
    def message(self) -> Message | None:
        """What is going on with the worker; None when all is well."""
        return self._message

    def start(self) -> None:
        """Begin to watch; nothing happens when it watches already. Errors: StudioError for a bad data folder."""
        if self._thread is not None:
            return
        store = open_store(self._data_folder, database_folder=self._database_folder)
        self._stopping.clear()
        self._thread = threading.Thread(target=self._watch, args=(store,), name="worker-watch", daemon=True)
        self._thread.start()

    def ask_to_stop(self) -> None:
        """Begin to end the worker and the watching; stop() waits until they have ended."""
        self._stopping.set()

    def stop(self) -> None:
        """End the worker (also an adopted one) and the watching. Its job waits for the next start."""
        if self._thread is None:
            return
        self._stopping.set()
        self._thread.join()
        self._thread = None

    def forget_deleted_jobs(self) -> None:
        """Nothing to do: the worker keeps everything in the data folder."""

    def alive(self) -> bool:
        """Whether a worker is there, started here or adopted."""
        child = self._child
        return self._adopted or (child is not None and child.poll() is None)

    def worker_pid(self) -> int | None:
        """The process id of the worker, if one is there."""
        child = self._child
        if child is not None and child.poll() is None:
            return child.pid
        files = DataFolder(self._data_folder, self._database_folder)
        return files.worker_lock(self._place.slot).holder_pid() if self._adopted else None

    def _watch(self, store: Store) -> None:
        lock = store.files.worker_lock(self._place.slot)
        with store:
            while not self._stopping.is_set():
                try:
                    self._look(store, lock)
                    if self._place.slot == 0:
                        self._take_back_strays(store)
                except (StudioError, OSError) as error:
                    why = error.message if isinstance(error, StudioError) else str(error)
                    self._plan_start(Message("worker-not-looked-after", worker=self._name, error=why))
                self._stopping.wait(self._poll_seconds)
            self._end_worker(lock)
            if lock.try_acquire():
                with _released(lock):
                    store.jobs.interrupt_orphans((), 0, slot=self._place.slot, crashed=False)

    def _look(self, store: Store, lock: WorkerLock) -> None:
        """One look: is a worker there, does it live, and if not, what is to be done."""
        if self._child is not None and self._child.poll() is not None:
            self._note_end(self._child)
        if self._child is None and not lock.try_acquire():
            if not self._adopted:
                log.info("Worker %d is at work in %s already; it is adopted.", self._place.slot, self._data_folder)
            self._adopted, self._message = True, None
        elif self._child is None:
            with _released(lock):  # nobody can claim a job while its orphans are taken back
                if self._adopted:
                    self._plan_start(Message("worker-ended", worker=self._name))
                self._adopted = False
                for job in store.jobs.interrupt_orphans((), 0, slot=self._place.slot):
                    log.info("Job %s lost its worker and is %s now.", job.id, job.state)
            if self._clock() >= self._next_start_at:
                self._start_child(store)
            return
        self._look_for_hang(store, lock)

    def _take_back_strays(self, store: Store) -> None:
        """Jobs of slots that nobody keeps any more wait again, unless their worker is still at them."""
        changes = store.database.changes()
        if changes != self._changes_seen:
            self._strays = {slot for slot in store.jobs.running_slots() if slot >= self._places}
            self._changes_seen = changes
        for slot in self._strays:
            lock = store.files.worker_lock(slot)
            if lock.try_acquire():
                with _released(lock):
                    store.jobs.interrupt_orphans((), 0, slot=slot)

    def _look_for_hang(self, store: Store, lock: WorkerLock) -> None:
        """A worker whose heartbeat stands still is ended; time asleep does not count, as `clock` stands still too."""
        now = self._clock()
        if now < self._next_look_for_hang_at:
            return
        self._next_look_for_hang_at = now + self._hang_seconds * LOOKS_FOR_HANG
        worker = store.workers.latest(self._place.slot)
        heartbeat = None if worker is None else (worker.pid, worker.heartbeat_at)
        if heartbeat != self._last_heartbeat:
            self._last_heartbeat, self._last_heartbeat_seen_at = heartbeat, now
        pid = self.worker_pid()
        if worker is None or worker.pid != pid or now - self._last_heartbeat_seen_at < self._hang_seconds:
            if now - self._started_at >= STEADY_SECONDS:
                self._pause, self._message = FIRST_PAUSE_SECONDS, None
            return
        log.warning("The worker %s was not heard of for %.0f seconds; it is ended.", pid, self._hang_seconds)
        self._end_worker(lock)
        self._plan_start(Message("worker-silent", worker=self._name))

    def _start_child(self, store: Store) -> None:
        log_file = store.files.worker_log
        if log_file.exists() and log_file.stat().st_size > MAX_LOG_BYTES:
            log_file.replace(log_file.with_suffix(".log.1"))
        own_group: dict[str, Any] = {"creationflags": 0x200} if sys.platform == "win32" else {"start_new_session": True}
        with log_file.open("ab") as output:
            child: subprocess.Popen[Any] = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=REPOSITORY,
                env={**os.environ, "PYTHONUNBUFFERED": "1", **self._place.environment},
                **own_group,
            )
        self._child = child
        self._started_at = self._last_heartbeat_seen_at = self._clock()
        self._next_look_for_hang_at = 0.0
        log.info("Worker %d started as process %d.", self._place.slot, child.pid)

    def _note_end(self, child: subprocess.Popen[Any]) -> None:
        self._child = None
        _signal_group(child.pid, _KILL)  # helpers that it left behind would keep its lock and its memory
        self._plan_start(Message("worker-ended-with-code", worker=self._name, code=child.returncode))

    def _plan_start(self, why: Message) -> None:
        if self._clock() - self._started_at >= STEADY_SECONDS:
            self._pause = FIRST_PAUSE_SECONDS
        self._message = Message("worker-starts-again", why=why, seconds=round(self._pause))
        log.warning("%s", in_english(self._message))
        self._next_start_at = self._clock() + self._pause
        self._pause = min(2 * self._pause, LONGEST_PAUSE_SECONDS)

    def _end_worker(self, lock: WorkerLock) -> None:
        """Ask the worker's process group to end, and make it end after the time of grace."""
        child = self._child
        pid = child.pid if child is not None else (lock.holder_pid() if self._adopted else None)
        if pid is not None:
            for number in (signal.SIGTERM, _KILL):
                _signal_group(pid, number)
                if _until(lambda: self._is_gone(child, lock), self._grace_seconds):
                    break
        self._child, self._adopted = None, False

    def _is_gone(self, child: subprocess.Popen[Any] | None, lock: WorkerLock) -> bool:
        if child is not None:
            return child.poll() is not None
        if lock.try_acquire():
            lock.release()
            return True
        return False


class _released:
    """After the block the lock, which is held, is let go."""

    def __init__(self, lock: WorkerLock) -> None:
        self._lock = lock

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def _signal_group(pid: int, number: int) -> None:
    """Signal a worker and the processes it started; it leads a group of its own, unless it was started by hand."""
    ways = [os.kill] if sys.platform == "win32" else [os.killpg, os.kill]
    for way in ways:
        try:
            way(pid, number)
        except ProcessLookupError:
            continue
        except PermissionError:  # Windows says so of a process that has ended, macOS of a group of ended ones
            continue
        return


def _until(done: Callable[[], bool], seconds: float) -> bool:
    until = time.monotonic() + seconds
    while not done():
        if time.monotonic() >= until:
            return False
        time.sleep(0.05)
    return True
