"""Deletes everything of a person, or packs it for her to take along."""

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from studio.engines import Engine
from studio.errors import NotFound, StudioError, storage_error
from studio.jobs.job import JobState
from studio.jobs.queue import JobQueue
from studio.leaving.packing import Packed, pack
from studio.people.account import NotAllowed
from studio.people.people import People, only_the_owner
from studio.people.person import OWNER, Person
from studio.photos.keeping import forget_decoded
from studio.store import Store
from studio.store.disk.files import Place
from studio.store.everything import Had
from studio.words import Message

LET_GO_SECONDS = 15.0  # for workers to let go of cancelled jobs; what they write later does not stay
NOBODYS_SECONDS = 3600.0  # a file that no row knows of for so long is not that of a request on its way


@dataclass(frozen=True, kw_only=True, slots=True)
class Removed:
    """What was deleted.

    Attributes:
        files: of the data folder, without what the database itself gave back; they had `bytes` together.
        left: how many files could not be deleted, which somebody has to do by hand.
    """

    subjects: int
    photos: int
    pictures: int
    jobs: int
    files: int
    bytes: int
    left: int = 0

    @property
    def message(self) -> Message:
        """It in a sentence."""
        numbers = {"subjects": self.subjects, "photos": self.photos, "pictures": self.pictures, "jobs": self.jobs}
        size = f"{self.bytes / 1e6:.1f}"
        if self.left:
            return Message("everything-removed-but", **numbers, files=self.files, size=size, left=self.left)
        return Message("everything-removed", **numbers, files=self.files, size=size)


class Leaving:
    """Takes care that of somebody who leaves nothing stays, and that she can take all of it along before.

    Whoever keeps copies of a person's things elsewhere gives a function to `forgetters`, which is called with her when
    everything else of her is gone: the copies that browsers fetch, and copies of the database.
    """

    def __init__(
        self,
        store: Store,
        queue: JobQueue,
        people: People,
        engine: Engine,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        # clock gives seconds that never go back; pause waits for so many
        self._store = store
        self._queue = queue
        self._people = people
        self._engine = engine
        self._clock = clock
        self._pause = pause
        self.forgetters: list[Callable[[Person], None]] = []

    def delete_everything(self, person: Person) -> Removed:
        """Delete all that a person has: jobs, subjects, photos, LoRA files, pictures, sessions, tokens, her account.

        The owner's account and everybody else's things stay. Jobs of hers are cancelled first. It takes up to
        LET_GO_SECONDS longer where a worker is at one; what the worker writes after that does not stay. When it was
        broken off, finish() or another call does the rest. Errors: StudioError for a database that cannot be written.
        """
        if person != OWNER:
            self._store.database.departed.add(person)
            with contextlib.suppress(NotFound):
                self._people.remove(person, person)
        self._stop_jobs(person)
        had = self._store.everything.of(person)
        self._store.with_room(lambda: self._store.everything.delete(person))
        self._people.end_sessions(person)
        removed = self._remove_files(person, had)
        self._engine.forget_deleted_jobs()
        forget_decoded()
        self._empty_logs()
        self._store.database.scrub()
        for forget in self.forgetters:
            forget(person)
        self._store.files.reserve.keep()
        return removed

    def remove_guest(self, person: Person, guest: Person) -> Removed:
        """Delete everything of a guest, with the account. Errors: NotAllowed, also for the owner's own; NotFound."""
        only_the_owner(person)
        if guest == OWNER:
            raise NotAllowed("owner-stays")
        self._people.me(guest)
        return self.delete_everything(guest)

    def take_everything(self, person: Person, target: Path) -> Packed:
        """Write one zip of all that a person has to `target`, with a README in the language that is spoken here.

        Memory holds a part of one file. Files that are gone are named in the README. Errors: StudioError for a disk
        that is full; then no zip stays.
        """
        try:
            return pack(self._store, person, target)
        except OSError as error:
            target.unlink(missing_ok=True)
            raise storage_error(error, target.name) from error

    def finish(self) -> list[Removed]:
        """At a start: delete what is left of guests who have no account any more, where that was broken off."""
        files = self._store.files
        places = [place for entry in files.entries() if (place := files.place_of(entry)) is not None]
        known = {Person(place.name) for place in places if place.kind == "person"} | self._store.everything.people()
        gone = known - {OWNER} - {account.person for account in self._store.people.list()}
        return [self.delete_everything(person) for person in sorted(gone, key=lambda person: person.id)]

    def _stop_jobs(self, person: Person) -> None:
        """Cancel all jobs of hers, and wait a while until no worker is at one."""
        until = self._clock() + LET_GO_SECONDS
        while jobs := self._store.everything.open_jobs(person):
            for job_id in jobs:
                with contextlib.suppress(StudioError):  # it ended, or is being cancelled
                    self._queue.cancel(person, job_id)
            if set(jobs.values()) <= {JobState.RUNNING} and self._clock() >= until:
                return
            self._pause(0.1)

    def _remove_files(self, person: Person, had: Had) -> Removed:
        """All files of hers. Each is looked for where it lies, whether or not a row has named it."""
        files, counts, sizes, left = self._store.files, 0, 0, 0
        photos = 0
        for entry in [*self._entries(person, had), *(files.path(file) for file in sorted(had.files))]:
            for path in (path for path in (entry, *entry.rglob("*")) if path.is_file() and not path.is_symlink()):
                counts, sizes = counts + 1, sizes + path.stat().st_size
                photos += "photos" in path.relative_to(files.root).parts[:-1]
            try:
                files.remove(entry)
            except StudioError:
                left += 1
        return Removed(
            subjects=had.subjects,
            photos=photos,
            pictures=len(had.pictures),
            jobs=len(had.jobs),
            files=counts,
            bytes=sizes,
            left=left,
        )

    def _entries(self, person: Person, had: Had) -> Iterator[Path]:
        """What lies in the data folder and is hers; of the owner also what is nobody's."""
        files = self._store.files
        jobs, pictures = self._store.everything.ids()
        latest = time.time() - NOBODYS_SECONDS
        for entry in files.entries():
            try:
                place = files.place_of(entry)
            except StudioError:
                place = None  # a name that Cuddle does not give
            if (place is not None and _is_hers(place, person, had)) or (
                person == OWNER
                and (place is None or _is_nobodys(place, jobs, pictures))
                and entry.lstat().st_mtime < latest
            ):
                yield entry

    def _empty_logs(self) -> None:
        """What workers said may name her subjects."""
        log = self._store.files.worker_log
        for file in (log, log.with_suffix(".log.1")):
            with contextlib.suppress(OSError):
                if file.exists():
                    with file.open("r+b") as opened:  # emptied and not removed: a worker goes on writing at its end
                        opened.truncate(0)


def _is_hers(place: Place, person: Person, had: Had) -> bool:
    if place.kind == "person":
        return place.name == person.id
    if place.kind == "job":
        return place.name in had.jobs
    return place.name in had.pictures or place.name.rpartition("-")[0] in had.jobs


def _is_nobodys(place: Place, jobs: frozenset[str], pictures: frozenset[str]) -> bool:
    if place.kind == "person":
        return False
    if place.kind == "job":
        return place.name not in jobs
    return place.name not in pictures and place.name.rpartition("-")[0] not in jobs
