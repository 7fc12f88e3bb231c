"""What a guest may take up, over a real SQLite file and real files, with a sentence at each limit."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.engines.job_port import HandedBack
from studio.engines.local_port import LocalPort
from studio.errors import NotFound, StudioError
from studio.jobs.job import Job, JobState
from studio.people.account import Account
from studio.people.limits import LIMITS, OverLimit
from studio.people.person import OWNER, Person
from studio.store import Store, open_store
from studio.store.sharing.shares import MEASURED_EVERY_SECONDS
from studio.studio import Studio
from studio.words import LANGUAGES, say, speaking
from tests.by_hand import begin, finish_lesson
from tests.clock import Clock
from tests.still_studio import studio_over
from tests.unit.studio.models.test_imports import lora_file

BEN, CLEO = Person("ben"), Person("cleo")


@pytest.fixture
def store(data_folder: Path, clock: Clock) -> Iterator[Store]:
    with open_store(data_folder, clock) as store:
        for who, name in ((BEN, "Ben"), (CLEO, "Cleo")):
            store.people.add(Account(person=who, name=name, created_at=0.0), None)
        yield store


@pytest.fixture
def clock() -> Clock:
    return Clock(1_000_000.0)


@pytest.fixture
def studio(store: Store) -> Studio:
    return studio_over(store, base_model="pocket")


def picture(studio: Studio, who: Person = BEN) -> Job:
    return studio.pictures.create(who, "a cat", seed=1)


def worked(store: Store, clock: Clock, minutes: float) -> None:
    """The next job is worked at for so long, and done."""
    job = begin(store)
    clock.now += 60 * minutes
    store.jobs.finish(job.id, {"pictures": []})


def test_a_guest_has_five_jobs_waiting_and_the_sentence_says_what_she_can_do(studio: Studio, store: Store) -> None:
    jobs = [picture(studio) for _ in range(5)]
    with pytest.raises(OverLimit, match=r"^5 jobs of yours wait already, and up to 5 may wait at once; wait until one"):
        picture(studio)
    picture(studio, CLEO)
    begin(store)
    resting = picture(studio)
    studio.queue.pause(BEN, resting.id)
    cancelled = studio.queue.cancel(BEN, jobs[1].id)
    for _ in range(2):
        picture(studio)
    for again in (studio.queue.resume, studio.queue.retry):
        with pytest.raises(OverLimit, match="5 jobs of yours wait already"):
            again(BEN, resting.id if again == studio.queue.resume else cancelled.id)
    assert studio.queue.get(BEN, resting.id).state is JobState.PAUSED
    assert studio.queue.get(BEN, cancelled.id).state is JobState.CANCELLED
    for _ in range(12):
        picture(studio, OWNER)


def test_of_many_requests_at_once_none_is_too_many(studio: Studio, data_folder: Path) -> None:
    refused: list[str] = []
    at_once = threading.Barrier(8)

    def ask(number: int) -> None:
        with open_store(data_folder) as own:
            another = studio_over(own, seed=number, base_model="pocket")
            at_once.wait()
            try:
                picture(another)
            except OverLimit as error:
                refused.append(str(error))

    threads = [threading.Thread(target=ask, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 3
    assert len(studio.queue.list(BEN)) == 5


def test_minutes_are_those_that_workers_were_at_her_jobs_in_the_last_24_hours(
    studio: Studio, store: Store, clock: Clock
) -> None:
    job = picture(studio)
    port = LocalPort(store, "w")
    for minutes in (50, 30):  # it rests for five hours between
        assert port.claim(needs_model=True) is not None
        clock.now += 60 * minutes
        store.jobs.heartbeat(job.id, "w")
        studio.queue.pause(BEN, job.id)
        assert port.end(job.id, HandedBack())
        clock.now += 5 * 3600
        studio.queue.resume(BEN, job.id)
    assert studio.people.usage(BEN).used["minutes_a_day"] == 80
    studio.queue.cancel(BEN, job.id)
    studio.queue.retry(BEN, job.id)  # which makes nothing undone
    worked(store, clock, 45)
    with pytest.raises(
        OverLimit, match=r"^Your 120 minutes of work for one day are used up; try again in 12 hours, or"
    ):
        picture(studio)
    assert picture(studio, CLEO).state is JobState.QUEUED
    clock.now += 11 * 3600 + 50 * 60
    with pytest.raises(OverLimit, match="try again in 10 minutes"):
        picture(studio)
    clock.now += 10 * 60 + 1
    assert picture(studio).state is JobState.QUEUED


def test_a_worker_that_died_worked_until_its_last_sign_of_life(studio: Studio, store: Store, clock: Clock) -> None:
    job = picture(studio)
    begin(store)
    clock.now += 600
    store.jobs.heartbeat(job.id, "by-hand")
    clock.now += 3600
    assert store.jobs.interrupt_orphans((), 60)
    assert studio.people.usage(BEN).used["minutes_a_day"] == 10


def test_files_are_measured_and_nothing_more_is_kept_where_they_are_too_many(
    studio: Studio, store: Store, photos: list[Path], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = studio.subjects.teach(BEN, photos, "Dumpling", "cat", "quick")
    finish_lesson(store, begin(store))
    start = studio.init_images.keep(BEN, photos[0])
    studio.init_images.keep(CLEO, photos[1])
    files = [
        *store.files.photo_folder(lesson.id).iterdir(), store.files.path(start),
        *(path for path in store.files.lora_folder(BEN, "dumpling").rglob("*") if path.is_file()),
    ]  # fmt: skip
    there = sum(path.stat().st_size for path in files)
    clock.now += MEASURED_EVERY_SECONDS
    assert studio.people.usage(BEN).used["disk_gb"] * 1e9 == pytest.approx(there)

    monkeypatch.setattr("studio.store.sharing.shares.GB", there / 4.9999)  # 5 of which are hers
    for keep in (
        lambda: studio.subjects.teach(BEN, photos, "Pie", "cat", "quick"),
        lambda: studio.init_images.keep(BEN, photos[2]),
        lambda: studio.imports.from_file(BEN, "Pie", "cat", lora_file(store.files.root.parent / "pie.safetensors")),
    ):
        before = sorted(store.files.root.rglob("*"))
        with pytest.raises(OverLimit, match=r"^Your files take 5\.0 of the 5 GB that are yours, and this does not fit"):
            keep()
        assert [path for path in sorted(store.files.root.rglob("*")) if path not in before] == []
    monkeypatch.setattr("studio.store.sharing.shares.GB", there / 5.1)
    for more in (lambda: picture(studio), lambda: studio.samples.take(BEN)):
        with pytest.raises(OverLimit, match=r"5\.1 of the 5 GB"):
            more()
    picture(studio, CLEO)
    studio.subjects.delete(BEN, "Dumpling")
    assert picture(studio).state is JobState.QUEUED, "files that are gone count no more, at once"


def test_a_guest_has_so_many_photos_of_all_her_subjects(
    studio: Studio, store: Store, photos: list[Path], more_photos: list[Path]
) -> None:
    studio.people.set_limits(OWNER, BEN, {"photos": 9})
    studio.subjects.teach(BEN, photos, "Dumpling", "cat", "quick")
    with pytest.raises(OverLimit, match=r"^You have 5 photos, and with 5 more there would be more than the 9 that are"):
        studio.subjects.teach(BEN, more_photos, "Pie", "cat", "quick")
    assert [one.name for one in studio.subjects.list(BEN)] == ["Dumpling"]
    assert [path.name for path in (store.files.root / "photos").iterdir()] == [studio.queue.list(BEN)[0].id]
    studio.subjects.teach(BEN, more_photos[:4], "Pie", "cat", "quick")


def test_the_owner_gives_a_guest_other_limits_within_bounds_and_has_none_herself(studio: Studio) -> None:
    people = studio.people
    changed = people.set_limits(OWNER, BEN, {"waiting_jobs": 1.0, "photos": LIMITS["photos"].usual})
    assert changed.limits == {"waiting_jobs": 1}, "the usual ones stay what they will be"
    picture(studio)
    with pytest.raises(OverLimit, match="One job of yours waits already, and up to 1 may"):
        picture(studio)
    for wrong, sentence in (
        ({"waiting_jobs": 0}, "The number of jobs waiting at once is 0; choose a whole number between 1 and 1000"),
        ({"minutes_a_day": 1441}, "The minutes of work a day is 1441; choose a whole number between 1 and 1440"),
        ({"disk_gb": "5"}, "The GB of the disk is 5; choose a whole number"),
        ({"cats": 1}, "The limit is 'cats'; choose one of: waiting_jobs, minutes_a_day, disk_gb, photos"),
    ):
        with pytest.raises(StudioError, match=sentence):
            people.set_limits(OWNER, BEN, wrong)
    assert people.me(BEN).limits == {"waiting_jobs": 1}
    with pytest.raises(StudioError, match="The owner has no limits; choose a guest"):
        people.set_limits(OWNER, OWNER, {"photos": 3})
    with pytest.raises(NotFound):
        people.set_limits(OWNER, Person("nobody"), {"photos": 3})


def test_each_sees_what_is_used_and_the_owner_sees_it_of_all_without_what_it_is(
    studio: Studio, store: Store, photos: list[Path], clock: Clock
) -> None:
    studio.subjects.teach(BEN, photos, "Dumpling", "cat", "quick")
    begin(store)
    clock.now += 90
    picture(studio)
    own = studio.people.usage(BEN)
    assert (own.used["waiting_jobs"], own.used["minutes_a_day"], own.used["photos"], own.running_jobs) == (1, 1.5, 5, 1)
    assert own.limits == {name: row.usual for name, row in LIMITS.items()}
    hers, his, cleos = studio.people.usages(OWNER)
    assert (hers.account.person, hers.limits) == (OWNER, {})
    assert his == own
    assert (cleos.account.name, set(cleos.used.values())) == ("Cleo", {0})


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_limits_are_called_and_what_is_said_at_them_is_there_in_every_language(language: str) -> None:
    with speaking(language):
        for count in (1, 120):
            assert (
                str(count) in say("over-minutes-a-day", count=count, wait=say("duration-hours", hours=2)) or count == 1
            )
            assert say("over-waiting-jobs", count=count, most=5)
        assert len({say(row.words) for row in LIMITS.values()}) == len(LIMITS)
