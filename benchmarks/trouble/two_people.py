"""Two people at one Cuddle, over HTTP: each teaches, asks for pictures of whom she taught, notes what she is told."""

import random
import string
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from benchmarks.hostile.calls import Answer, Caller
from benchmarks.trouble.house import LOGIN, House
from studio.jobs.job import ENDED
from studio.people.people import People
from studio.people.person import OWNER, Person
from studio.photos.sample_photos import sample_subjects
from studio.store import open_store

LESSON = {"samples": 16, "batch_size": 1, "resolution": 64, "rank": 4, "checkpoint_every_samples": 4,
          "sample_every_samples": 8, "convolutions": False}  # fmt: skip
SHARE_TEACHING = 0.25  # of what is asked for, once somebody is taught
MOST_OPEN = 3  # jobs of one person that wait or run
SECONDS_BETWEEN = (0.5, 2.5)  # two things that a person does
LIMITS = {"waiting_jobs": 100, "photos": 10_000, "minutes_a_day": 1_440}
ENDED_STATES = {state.value for state in ENDED}


@dataclass(kw_only=True)
class Told:
    """What a person was told, and so may rely on.

    Attributes:
        jobs: what was asked for, by the ids of the jobs that were said to be queued.
        subjects: those that were shown as ready.
        pictures: the ids of those that were shown; starred, binned: those of which that was said to be done.
        deleted: pictures that were said to be deleted for good.
        unsure: pictures of which she asked something and got no answer.
    """

    jobs: dict[str, str] = field(default_factory=dict[str, str])
    subjects: set[str] = field(default_factory=set[str])
    pictures: set[str] = field(default_factory=set[str])
    starred: set[str] = field(default_factory=set[str])
    binned: set[str] = field(default_factory=set[str])
    deleted: set[str] = field(default_factory=set[str])
    unsure: set[str] = field(default_factory=set[str])


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """One thing that was asked for. `at`, `until`: monotonic seconds; no `answer` where the connection broke."""

    name: str
    at: float
    until: float
    answer: Answer | None


class Somebody:
    """One person with her token. run() goes on until `stopping` is set; while `busy` is not, she only looks."""

    def __init__(self, name: str, person: Person, token: str, house: House, seed: int) -> None:
        self.name, self.person = name, person
        self.asked: list[Asked] = []
        self.busy, self.stopping = threading.Event(), threading.Event()
        self._house, self._token, self._rng = house, token, random.Random(f"{seed} {name}")
        self._told, self._lock = Told(), threading.Lock()
        self._taught = 0
        self._sample = sample_subjects()[0 if person == OWNER else 1]

    def told(self) -> Told:
        """All of it until now."""
        with self._lock:
            return deepcopy(self._told)

    @contextmanager
    def caller(self) -> Iterator[Caller]:
        """A connection of hers."""
        with Caller(self._house.url, f"{self.name}{time.monotonic_ns()}", self._token) as caller:
            yield caller

    def run(self) -> None:
        """Look at her things, and do something, again and again."""
        self.busy.set()
        while not self.stopping.is_set():
            with self.caller() as caller:
                self._turn(caller)
            self.stopping.wait(self._rng.uniform(*SECONDS_BETWEEN))

    def ask(self, caller: Caller, name: str, *values: Any) -> Any:
        """What came of a call; None where it was refused or the connection broke. It is noted."""
        began = time.monotonic()
        try:
            answer = caller.ask_by_name(name, values)
        except httpx.TransportError:
            answer = None
        if answer is not None and answer.status == 0 and not answer.sentence:
            answer = None  # the answer ended before it came
        self.asked.append(Asked(name=name, at=began, until=time.monotonic(), answer=answer))
        return answer.body[0] if answer is not None and answer.sentence is None else None

    def _turn(self, caller: Caller) -> None:
        jobs = self.ask(caller, "jobs", 1000)
        pictures = self.ask(caller, "pictures", "", "", 1000, 0, False, False)
        subjects = self.ask(caller, "subjects")
        if jobs is None or pictures is None or subjects is None:
            if self._rng.random() < 0.5 and self.busy.is_set():  # who does not see it may ask for it all the same
                self._ask_for_something(caller, [], sorted(self._told.subjects), sorted(self._told.pictures))
            return
        ready = sorted(one["name"] for one in subjects if one["state"] == "ready")
        with self._lock:
            self._told.subjects.update(ready)
            self._told.pictures.update(one["id"] for one in pictures)
        if self.busy.is_set():
            open_jobs = [one for one in jobs if one["state"] not in ENDED_STATES]
            self._ask_for_something(caller, open_jobs, ready, [one["id"] for one in pictures])

    def _ask_for_something(
        self, caller: Caller, open_jobs: Sequence[dict[str, Any]], ready: Sequence[str], pictures: Sequence[str]
    ) -> None:
        if len(open_jobs) < MOST_OPEN:
            is_learning = any(one["kind"] == "teach" for one in open_jobs)
            if not is_learning and (not ready or self._rng.random() < SHARE_TEACHING):
                self.teach(caller)
            elif ready:
                self.create(caller, self._rng.choice(ready))
        if pictures and self._rng.random() < 0.3:
            self._change(caller, self._rng.choice(pictures))

    def teach(self, caller: Caller) -> None:
        """Ask for a short lesson of somebody new."""
        self._taught += 1
        name = f"{self._sample.name} {_letters(self._taught)}"
        photos = [self._sent(caller, photo) for photo in self._rng.sample(self._sample.photo_files, 3)]
        if all(photos):
            answer = self.ask(caller, "teach", photos, name, self._sample.kind, "quick", "pocket", LESSON)
            self._note_job(answer, f"lesson of {name}")

    def create(self, caller: Caller, name: str) -> None:
        """Ask for a picture or two of somebody who is taught."""
        count, seed = self._rng.choice([1, 1, 2]), self._rng.randrange(10_000)
        values = [f"{name} on the beach", "", [{"name": name, "strength": 1.0}], None, 4, None, seed, 128, 128, count]
        self._note_job(self.ask(caller, "create", *values, "pocket", {}), f"{count} of {name}")

    def _change(self, caller: Caller, picture: str) -> None:
        """A star, or into the bin, or gone for good."""
        told, way = self._told, self._rng.choice(["star", "star", "bin", "delete"])
        if way == "star":
            if self.ask(caller, "star_picture", picture, True) is not None:
                with self._lock:
                    told.starred.add(picture)
            return
        with self._lock:
            told.pictures.discard(picture)
            told.starred.discard(picture)
            told.unsure.add(picture)
        if self.ask(caller, "delete_picture", picture, way == "delete") is not None:
            with self._lock:
                told.unsure.discard(picture)
                (told.binned if way == "bin" else told.deleted).add(picture)

    def _note_job(self, answer: Any, what: str) -> None:
        if answer is not None:
            with self._lock:
                self._told.jobs[answer["job_id"]] = what

    def _sent(self, caller: Caller, photo: Path) -> Any:
        began = time.monotonic()
        try:
            answer = caller.send(photo, photo.name)
        except httpx.TransportError:
            answer = None
        self.asked.append(Asked(name="upload", at=began, until=time.monotonic(), answer=answer))
        return answer.body if answer is not None and answer.sentence is None else None


def come_in(house: House, seed: int) -> list[Somebody]:
    """The owner and a guest whom she invited, each with a token. Called before the page is started."""
    with open_store(house.data_folder) as store:
        people = People(store, (LOGIN["CUDDLE_USER"], LOGIN["CUDDLE_PASSWORD"]))
        invitation = people.invite(OWNER)
        assert invitation.secret is not None
        guest = people.accept(invitation.secret, "Greta", LOGIN["CUDDLE_PASSWORD"]).person
        people.set_limits(OWNER, guest, LIMITS)
        tokens = [people.new_token(person, "trouble").secret or "" for person in (OWNER, guest)]
    names = (LOGIN["CUDDLE_USER"], "Greta")
    return [
        Somebody(name, person, token, house, seed)
        for name, person, token in zip(names, (OWNER, guest), tokens, strict=True)
    ]


@contextmanager
def at_work(everybody: Sequence[Somebody]) -> Iterator[None]:
    """All of them, each in a thread of her own, for the block."""
    threads = [threading.Thread(target=one.run, name=one.name, daemon=True) for one in everybody]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for one in everybody:
            one.stopping.set()
        for thread in threads:
            thread.join(120)


def _letters(number: int) -> str:
    """A, B, ... Z, AA, AB ... for 1, 2, ..."""
    written = ""
    while number:
        number, place = divmod(number - 1, 26)
        written = string.ascii_uppercase[place] + written
    return written
