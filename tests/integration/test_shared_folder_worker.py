"""A real lesson and real pictures on other machines: whoever is killed, they come out as undisturbed ones do."""

import contextlib
import itertools
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from pipeline.families.sdxl import SdxlShaped
from studio.engines.shared_folder.engine import LOST_SECONDS, SharedFolderEngine
from studio.engines.shared_folder.mailbox import Mailbox, Stream
from studio.engines.shared_folder.port import SharedFolderPort
from studio.engines.shared_folder.remote_worker import RemoteWorker
from studio.jobs.job import CPU_JOBS, ENDED, Job, JobKind, JobState
from studio.people.person import OWNER
from studio.store.workers import WorkerStore
from tests.engine import chosen, picture_request
from tests.integration.house import Build, House, Undisturbed, keep, kohya_bytes, sample_bytes
from tests.still_studio import StillEngine
from worker.context import ModelCache, WorkerContext
from worker.loop import Worker

MOST_TRIES = 4


class Killed(BaseException):
    """A process ends here, without another word."""


class Machines:
    """A page over a house, and machines with empty folders that come one after the other, until a job has ended.

    The page looks whenever the worker looks at the clock, so that every run is the same.
    """

    def __init__(self, house: House, loaded: SdxlShaped, folder: Path) -> None:
        self._house, self._loaded, self._folder = house, loaded, folder
        self._shared = folder / "shared"
        self._seconds = 0.0
        self._ticks = itertools.count()
        self.begin_page()

    def begin_page(self) -> None:
        self.engine = SharedFolderEngine(
            self._house.store.files.root, self._shared, StillEngine(), lambda: self._seconds
        )

    def look(self) -> float:
        """The page looks; where it is killed meanwhile, the next one begins."""
        try:
            self.engine.look(self._house.store)
        except Killed:
            self.engine.let_go()
            self.begin_page()
            self.engine.look(self._house.store)
        return float(next(self._ticks))

    def until_ended(self, job: Job) -> int:
        """Work at everything that waits. Gives how many machines that took."""
        for number in range(1, MOST_TRIES + 1):
            with contextlib.suppress(Killed):
                self._work(self._folder / f"machine{number}")
            self.look()
            self._seconds += LOST_SECONDS
            self.look()
            if self._house.job(job).state in ENDED:
                self.engine.let_go()
                return number
        raise AssertionError(self._house.job(job))

    def _work(self, own_folder: Path) -> None:
        port = SharedFolderPort(self._shared, own_folder, frozenset(JobKind) - CPU_JOBS)
        port.register("a card", None)
        models = ModelCache(torch.device("cpu"), load=lambda base_model, device: self._loaded)
        context = WorkerContext(port=port, models=models, clock=self.look, stopping=threading.Event())
        Worker(context, is_wanted=lambda: False).run()
        port.leave()


def facts(house: House, job: Job) -> dict[str, Any]:
    """All that a job left behind, but for what the clock says."""
    store, row = house.store, house.job(job)
    result = {name: value for name, value in (row.result or {}).items() if name not in ("seconds", "learnt_seconds")}
    files = store.files.root
    return {
        "row": (row.state, row.error_message, row.step, row.steps, row.message, result),
        "losses": store.jobs.losses(OWNER, job.id),
        "checkpoints": store.checkpoints.of(OWNER, job.id),
        "subjects": [replace(subject, created_at=0.0) for subject in store.subjects.list(OWNER)],
        "pictures": {
            picture.id: replace(picture, created_at=0.0, seconds=0.0) for picture in store.pictures.list(OWNER)
        },
        "files": {
            str(path.relative_to(files)): path.read_bytes()
            for folder in ("loras", "pictures", "checkpoints", "previews", "uploads")
            for path in sorted((files / folder).rglob("*"))
            if path.is_file()
        },
    }


Ask = Callable[[House], Job]


def lesson(house: House) -> Job:
    return house.teach(steps=4, sample_every_steps=2)


def two_pictures(house: House) -> Job:
    request = picture_request(subjects=(chosen(),), count=2)
    return house.store.jobs.add(OWNER, JobKind.CREATE, request, request.work, "pictures")


@pytest.fixture
def taught(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which Dumpling is taught; once for all tests of a process."""
    kept = tmp_path_factory.getbasetemp() / "taught-for-machines"
    if not kept.exists():
        house = build("taught")
        house.teach()
        house.work()
        keep(house.store, kept)
    return kept


class Kills:
    """Kills somebody at the n-th message of workers, once. `side` is who, and when:

    "worker": the worker, once the message is sent. "page": the page, with the message's rows written and not yet kept.
    "page later": the page, once they are kept. `count` messages have come so far.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.side, self.number = "", 0
        self.count = 0
        begin, post, applied, apply = Mailbox.begin, Stream.post, WorkerStore.applied, RemoteWorker._apply
        from_workers: list[Stream] = []

        def begin_and_note(box: Mailbox, hello: dict[str, Any]) -> None:
            from_workers.append(box.to_page)
            begin(box, hello)

        def count_post(stream: Stream, message: dict[str, Any]) -> int:
            number = post(stream, message)
            if stream in from_workers:
                self._strike("worker")
            return number

        def count_applied(workers: WorkerStore, id: str, number: int) -> None:
            applied(workers, id, number)
            self._strike("page")

        def count_apply(worker: RemoteWorker, number: int, message: dict[str, Any]) -> bool:
            done = apply(worker, number, message)
            self._strike("page later")
            return done

        monkeypatch.setattr(Mailbox, "begin", begin_and_note)
        monkeypatch.setattr(Stream, "post", count_post)
        monkeypatch.setattr(WorkerStore, "applied", count_applied)
        monkeypatch.setattr(RemoteWorker, "_apply", count_apply)

    def at(self, side: str, number: int) -> None:
        """Count from here on, and kill there."""
        self.side, self.number, self.count = side, number, 0

    def _strike(self, side: str) -> None:
        self.count += side == self.side
        if side == self.side and self.count == self.number:
            self.number = 0
            raise Killed


@pytest.fixture
def kills(monkeypatch: pytest.MonkeyPatch) -> Kills:
    return Kills(monkeypatch)


@pytest.mark.slow(
    quick_sibling="test_a_lesson_whose_machine_is_killed_goes_on_from_its_checkpoint_on_another_that_had_nothing"
)
@pytest.mark.parametrize("side", ["worker", "page", "page later"])
@pytest.mark.parametrize("ask", [lesson, two_pictures], ids=["lesson", "pictures"])
def test_killed_at_each_message_in_turn_nothing_is_lost_or_doubled(
    ask: Ask, side: str, build: Build, taught: Path, loaded: SdxlShaped, tmp_path: Path, kills: Kills
) -> None:
    kept = taught if ask is two_pictures else None
    still = build("still", kept)
    job = ask(still)
    still.work()
    expected = facts(still, job)
    assert expected["row"][0] is JobState.DONE

    def done(name: str) -> int:
        house = build(name, kept)
        job = ask(house)
        machines = Machines(house, loaded, tmp_path / f"{name}-machines").until_ended(job)
        found = facts(house, job)
        assert found == expected, f"{name} came out otherwise"
        house.store.close()
        return machines

    kills.at(side, 0)
    assert done("undisturbed") == 1
    messages = kills.count
    assert messages > 20
    for number in range(1, messages + 1):
        kills.at(side, number)
        machines = done(f"killed{number}")
        assert kills.number == 0, "somebody was killed"
        assert machines == 1 or side == "worker"


def test_a_lesson_whose_machine_is_killed_goes_on_from_its_checkpoint_on_another_that_had_nothing(
    build: Build, undisturbed: Undisturbed, loaded: SdxlShaped, tmp_path: Path, kills: Kills
) -> None:
    house = build("house")
    job = house.teach()
    kills.at("worker", 19)  # between the fourth step and the fifth
    assert Machines(house, loaded, tmp_path).until_ended(job) == 2
    assert house.job(job).claimed_step == 4
    assert house.store.jobs.losses(OWNER, job.id) == undisturbed.losses
    assert (kohya_bytes(house), sample_bytes(house)) == (undisturbed.lora, undisturbed.samples)
