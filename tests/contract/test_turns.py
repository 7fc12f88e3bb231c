"""Turns in the queue on a real SQLite file: rests, stops and other tries of jobs with several people."""

from studio.engines.job_port import HandedBack
from studio.engines.local_port import LocalPort
from studio.jobs.job import Job, JobCommand, JobKind, JobState
from studio.people.person import OWNER, Person
from studio.store import Store
from tests.any_request import picture_request
from tests.clock import Clock
from tests.hub_requests import publish_request

BEN, CLEO = Person("ben"), Person("cleo")


def asked(store: Store, who: Person, *ids: str) -> None:
    for id in ids:
        store.jobs.add(who, JobKind.CREATE, picture_request(), 30, id)


def begun(store: Store, worker: str = "w") -> Job:
    job = store.jobs.claim(worker)
    assert job is not None
    return job


def queue(store: Store) -> str:
    """The ids of everybody's waiting jobs, in the order of their positions."""
    waiting = [job for who in (OWNER, BEN, CLEO) for job in store.jobs.list(who) if job.position is not None]
    assert sorted(job.position or 0 for job in waiting) == list(range(1, len(waiting) + 1))
    return "".join(job.id for job in sorted(waiting, key=lambda job: job.position or 0))


def test_whoever_had_a_turn_longest_ago_is_next_and_who_comes_later_waits_for_one_job_of_each(store: Store) -> None:
    asked(store, OWNER, *"abcd")
    assert queue(store) == "abcd"
    assert begun(store).id == "a"
    asked(store, BEN, *"pq")
    asked(store, CLEO, "x")
    assert queue(store) == "pxbqcd"
    assert [begun(store).id for _ in range(3)] == ["p", "x", "b"]
    assert queue(store) == "qcd"


def test_a_stopped_job_goes_on_first_and_a_paused_one_in_its_owners_next_turn(store: Store) -> None:
    asked(store, OWNER, *"ab")
    asked(store, BEN, "p")
    port = LocalPort(store, "w")
    first = begun(store)
    assert port.end(first.id, HandedBack())
    assert store.jobs.get(OWNER, "a").state is JobState.INTERRUPTED
    assert queue(store) == "apb", "it has had its turn, so nobody is to wait for it again"
    assert begun(store).id == "a"
    store.jobs.ask(OWNER, "a", JobCommand.PAUSE)
    assert port.end("a", HandedBack())
    assert queue(store) == "pb"
    store.jobs.resume(OWNER, "a")
    assert queue(store) == "pab"


def test_a_worker_that_can_do_some_kinds_alone_takes_turns_among_those(store: Store) -> None:
    asked(store, OWNER, "a")
    begun(store)
    store.jobs.add(OWNER, JobKind.PUBLISH, publish_request(), 1, "u")
    asked(store, OWNER, "b")
    asked(store, BEN, "p")
    upload = store.jobs.claim("w", cpu_jobs=True)
    assert upload is not None and upload.id == "u", "Ben has none of that kind"
    pictures = [store.jobs.claim("w", {JobKind.CREATE}, cpu_jobs=False) for _ in range(2)]
    assert [job.id for job in pictures if job] == ["p", "b"]


def test_a_person_moves_her_jobs_among_her_own_turns_alone(store: Store) -> None:
    asked(store, OWNER, *"abc")
    asked(store, BEN, *"pq")
    assert queue(store) == "apbqc"
    assert store.jobs.move(OWNER, "c", 4).position == 3
    assert queue(store) == "apcqb"
    assert store.jobs.move(OWNER, "a", 2).position == 3
    assert queue(store) == "cpaqb"
    assert store.jobs.move(BEN, "q", 1).position == 2
    assert queue(store) == "cqapb"


def test_turns_of_the_same_moment_have_an_order_and_after_a_day_they_count_no_more(store: Store, clock: Clock) -> None:
    asked(store, OWNER, *"abcd")
    asked(store, BEN, *"pqr")
    assert [begun(store).id for _ in range(3)] == ["a", "p", "b"]
    for id in "apb":
        store.jobs.finish(id, {"pictures": []})
    assert queue(store) == "qcrd", "Ben's last turn was before hers, in the same moment"
    clock.now += 25 * 3600
    asked(store, CLEO, "x")
    assert begun(store).id == "x", "she never had a turn"
    assert queue(store) == "cqdr", "whose job was there first"
