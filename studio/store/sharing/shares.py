"""What each person takes up of the disk, the queue and the day."""

import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import select

from studio.errors import StudioError
from studio.jobs.job import WAITING, JobState
from studio.people.limits import OverLimit
from studio.people.person import OWNER, Person
from studio.store.database import Database
from studio.store.disk.files import DataFolder, Place
from studio.store.sharing.limits import check_new_job, count_jobs, count_photos, limits_in, seconds_of
from studio.store.sharing.work import spans
from studio.store.tables import JobRow, PictureRow

MEASURED_EVERY_SECONDS = 10.0  # what files take; before something is refused they are measured anew
GB = 1e9


class Shares:
    """What there is of each person, and whether it may be more. `clock` gives unix seconds."""

    def __init__(self, database: Database, files: DataFolder, clock: Callable[[], float]) -> None:
        self._database = database
        self._files = files
        self._clock = clock
        self._measured: dict[Person, tuple[float, int]] = {}  # when, and bytes
        self._lock = threading.Lock()

    def limits(self, person: Person) -> dict[str, int]:
        """The limits that hold for a person, by the names of LIMITS; none for the owner."""
        with self._database.reading() as session:
            return limits_in(session, person)

    def used(self, person: Person) -> dict[str, float]:
        """What the person takes up, by the names of LIMITS. What files take may be some seconds old."""
        with self._database.reading() as session:
            used: dict[str, float] = {
                "waiting_jobs": count_jobs(session, person, *WAITING),
                "minutes_a_day": seconds_of(spans(session, person, self._clock())) / 60,
                "photos": count_photos(session, person),
            }
        with self._lock:
            return used | {"disk_gb": self._bytes(person) / GB}

    def running_jobs(self, person: Person) -> int:
        """How many jobs workers are at for the person."""
        with self._database.reading() as session:
            return count_jobs(session, person, JobState.RUNNING)

    def check_new_job(self, person: Person) -> None:
        """Whether one more job would be taken now, before anything is prepared for it. Errors: OverLimit.

        JobStore looks again in the transaction that keeps the job, so that of several at once none is too many.
        """
        with self._database.reading() as session:
            check_new_job(session, person, self._clock())
        self.check_disk(person)

    def check_disk(self, person: Person, more: int = 0) -> None:
        """Whether the person's files may take so many bytes more, which count from now on. Errors: OverLimit."""
        if person == OWNER:
            return
        most = self.limits(person)["disk_gb"]
        with self._lock:
            if self._bytes(person) + more > most * GB and self._measure(person) + more > most * GB:
                used = self._measured[person][1] / GB
                raise OverLimit("over-disk", used=f"{used:.1f}", most=most)
            measured_at, there = self._measured[person]
            self._measured[person] = measured_at, there + more

    def _bytes(self, person: Person) -> int:
        measured_at, there = self._measured.get(person, (float("-inf"), 0))
        return there if 0 <= self._clock() - measured_at < MEASURED_EVERY_SECONDS else self._measure(person)

    def _measure(self, person: Person) -> int:
        there = sum(self._sizes(person))
        self._measured[person] = self._clock(), there
        return there

    def _sizes(self, person: Person) -> Iterator[int]:
        with self._database.reading() as session:
            own = {Place("person", person.id)}
            own |= {Place("job", id) for id in session.scalars(select(JobRow.id).where(JobRow.owner == person))}
            of_pictures = select(PictureRow.id).where(PictureRow.owner == person)
            own |= {Place("picture", id) for id in session.scalars(of_pictures)}
        for entry in self._files.entries():
            try:
                if self._files.place_of(entry) in own:
                    yield from _sizes_in(entry)
            except StudioError:
                continue  # nobody's


def _sizes_in(entry: Path) -> Iterator[int]:
    """The bytes of a file, or of all that lies in a folder."""
    for path in (entry, *entry.rglob("*")):
        try:
            facts = path.lstat()
        except OSError:
            continue  # removed meanwhile
        if stat.S_ISREG(facts.st_mode):
            yield facts.st_size
