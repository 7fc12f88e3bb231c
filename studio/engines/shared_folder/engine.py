"""The engine of workers on other machines: it finds them in the shared folder, gives them jobs, applies what they say.

No worker is started here, and none is ended: `python -m worker --shared-folder PATH` is, by whoever has the machine.
What needs no base model, such as an upload to the Hub, is done by a worker of this computer.
"""

import logging
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from studio.engines import Engine
from studio.engines.local import LocalEngine
from studio.engines.shared_folder.mailbox import Blobs, Mailbox, open_mailboxes
from studio.engines.shared_folder.remote_worker import NotUnderstood, RemoteWorker, take_back, understood
from studio.errors import StudioError
from studio.jobs.job import JobKind
from studio.paths import written_path
from studio.store import Store, open_store
from studio.store.disk.locks import WorkerLock
from studio.words import Message, as_written

LOST_SECONDS = 120.0  # without a sign of life; a mounted bucket may show what is new after half a minute
FIRST_SLOT = 1  # slot 0 is that of this computer's worker

log = logging.getLogger(__name__)


class SharedFolderEngine:
    """Keeps in touch with every worker that comes to the shared folder. `clock` gives seconds that never go back.

    One Cuddle uses a shared folder. start() works in a thread of its own; stop() ends it, and the workers go on with
    what they are at: the next start hears of it. `keeper` cares for jobs that need no base model.
    `database_folder`: see DataFolder.
    """

    def __init__(
        self,
        data_folder: Path,
        shared_folder: Path,
        keeper: Engine,
        clock: Callable[[], float] = time.monotonic,
        *,
        database_folder: Path | None = None,
        poll_seconds: float = 0.5,
        lost_seconds: float = LOST_SECONDS,
    ) -> None:
        self._data_folder = data_folder
        self._database_folder = database_folder
        self._shared_folder = written_path(shared_folder).absolute()
        self._keeper = keeper
        self._clock = clock
        self._poll_seconds = poll_seconds
        self._lost_seconds = lost_seconds
        self._blobs = Blobs(self._shared_folder)
        self._workers: dict[str, RemoteWorker] = {}
        self._pulses: dict[str, tuple[int, float]] = {}  # the newest sign of life, and when it was seen
        self._changes_seen: int | None = None
        self._has_met = False  # whether rows of workers that are gone were looked for
        self._may_sweep = True
        self._forgets = threading.Event()
        self._trouble: Message | None = None
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    @classmethod
    def beside_this_computer(
        cls, data_folder: Path, shared_folder: Path, database_folder: Path | None = None
    ) -> "SharedFolderEngine":
        """With a worker of this computer for jobs that need no base model."""
        command = [sys.executable, "-m", "worker", "--data-folder", str(data_folder), "--cpu-jobs-only"]
        keeper = LocalEngine(data_folder, command, database_folder=database_folder)
        return cls(data_folder, shared_folder, keeper, database_folder=database_folder)

    @property
    def message(self) -> Message | None:
        """What is going on; None when all is well."""
        if self._trouble is not None:
            return self._trouble
        if not self._workers:
            return Message("shared-folder-without-worker", folder=str(self._shared_folder))
        return self._keeper.message

    def alive(self) -> bool:
        """Whether any worker is there."""
        return bool(self._workers)

    def forget_deleted_jobs(self) -> None:
        """With the next look, also of what a worker said or was told of them."""
        self._forgets.set()

    def start(self) -> None:
        """Begin; nothing happens when it has begun already. Errors: StudioError for a folder that cannot be used."""
        if self._thread is not None:
            return
        self._blobs.begin()
        store = open_store(self._data_folder, database_folder=self._database_folder)
        self._stopping.clear()
        self.look(store)  # before the keeper, which would take back jobs of slots that nobody holds
        self._keeper.start()
        self._thread = threading.Thread(target=self._watch, args=(store,), name="shared-folder", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread and the keeper. The workers on other machines go on."""
        if self._thread is None:
            return
        self._stopping.set()
        self._thread.join()
        self._thread = None
        self._keeper.stop()

    def _watch(self, store: Store) -> None:
        with store:
            while not self._stopping.wait(self._poll_seconds):
                try:
                    self.look(store)
                    self._trouble = None
                except (StudioError, OSError) as error:
                    self._trouble = error.message if isinstance(error, StudioError) else as_written(str(error))
                    log.warning("The shared folder could not be looked at: %s", error)
            self.let_go()

    def look(self, store: Store) -> None:
        """One look: who is there, what they say, what they are to do. Errors: StudioError, OSError."""
        has_news = self._meet(store)
        for worker in list(self._workers.values()):
            try:
                has_news |= worker.hear()
            except NotUnderstood as error:
                log.error("%s", error)
                self._close(worker, crashed=True)
                continue
            self._judge(worker)
        changes = store.database.changes()  # read before the queue, so that nothing written meanwhile is missed
        if has_news or changes != self._changes_seen:
            self._give_jobs()
            self._changes_seen = changes
        if self._forgets.is_set():
            self._forgets.clear()
            found = [worker.forget_deleted() for worker in self._workers.values()]
            kept = set[str]().union(*(kept for _, kept in found))
            self._blobs.remove(set[str]().union(*(gone for gone, _ in found)) - kept)
        if any(not worker.is_free for worker in self._workers.values()):
            self._may_sweep = True
        elif self._may_sweep:
            self._blobs.sweep()
            self._may_sweep = False

    def let_go(self) -> None:
        """Forget the workers, which go on; the next page, or this one when it looks again, knows them."""
        for worker in self._workers.values():
            worker.lock.release()
        self._workers.clear()

    def _meet(self, store: Store) -> bool:
        """Workers that have come since, and those that this page knew when it was stopped. Gives whether any came."""
        boxes = {box.worker_id: box for box in open_mailboxes(self._shared_folder)}
        if self._has_met and boxes.keys() == self._workers.keys():
            return False
        known = {record.id: record for record in store.workers.all() if record.slot >= FIRST_SLOT}
        has_news = False
        for worker_id, record in known.items():
            if worker_id not in boxes and worker_id not in self._workers:
                lock = store.files.worker_lock(record.slot)
                if lock.try_acquire():  # else it is a worker of this computer
                    take_back(store, worker_id, record.slot, crashed=True)
                    lock.release()
        for worker_id in boxes.keys() - self._workers.keys():
            record = known.get(worker_id)
            has_news |= self._take_on(store, boxes[worker_id], record and record.slot, record.applied if record else 0)
        for worker in [worker for id, worker in self._workers.items() if id not in boxes]:
            self._close(worker, crashed=True)
        self._has_met = True
        return has_news

    def _take_on(self, store: Store, mailbox: Mailbox, slot: int | None, applied: int) -> bool:
        if slot is None and mailbox.to_worker.has(1):
            log.warning("The worker %s works for another data folder; it is given up.", mailbox.worker_id)
            mailbox.close()
            return False
        candidates = [slot] if slot is not None else range(FIRST_SLOT, FIRST_SLOT + 1000)
        for number in candidates:
            lock = store.files.worker_lock(number)
            if not lock.try_acquire():
                continue
            try:
                with understood(mailbox.worker_id):
                    self._workers[mailbox.worker_id] = self._met(store, mailbox, lock, number, applied, slot is None)
            except NotUnderstood as error:
                log.error("%s", error)
                mailbox.close()
                take_back(store, mailbox.worker_id, number, crashed=True)
                lock.release()
                return False
            log.info("The worker %s is at the shared folder.", mailbox.worker_id)
            return True
        return False

    def _met(
        self, store: Store, mailbox: Mailbox, lock: WorkerLock, slot: int, applied: int, is_new: bool
    ) -> RemoteWorker:
        _, hello = next(mailbox.to_page.after(0))
        kinds = frozenset(map(JobKind, hello["kinds"]))
        if is_new:
            store.workers.register(mailbox.worker_id, 0, hello["device"], hello["gpu_gb"], slot)
        return RemoteWorker(
            store=store, blobs=self._blobs, mailbox=mailbox, slot=slot, lock=lock, applied=applied, kinds=kinds
        )

    def _judge(self, worker: RemoteWorker) -> None:
        """Whether it left, lives, or is lost; time is this computer's own."""
        if worker.has_left:
            self._close(worker, crashed=False)
            return
        count, now = worker.mailbox.pulse.newest(), self._clock()
        before, seen_at = self._pulses.get(worker.mailbox.worker_id, (None, now))
        if count != before:
            self._pulses[worker.mailbox.worker_id] = count, now
            worker.lives()
        elif now - seen_at >= self._lost_seconds:
            log.warning("The worker %s was not heard of for %.0f s.", worker.mailbox.worker_id, now - seen_at)
            self._close(worker, crashed=True)

    def _give_jobs(self) -> None:
        workers = list(self._workers.values())
        for worker in workers:
            worker.tell()
        free = [worker for worker in workers if worker.is_free]
        taken = [worker.claim(nobody_is_free=False) for worker in free]
        if all(taken):
            for worker in workers:
                if worker not in free:
                    worker.claim(nobody_is_free=True)
        for worker in workers:
            worker.tell()

    def _close(self, worker: RemoteWorker, *, crashed: bool) -> None:
        worker.close(crashed=crashed)
        del self._workers[worker.mailbox.worker_id]
        self._pulses.pop(worker.mailbox.worker_id, None)
