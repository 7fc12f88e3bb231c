"""A real lesson and real pictures on other machines: whoever is killed, they come out as undisturbed ones do."""

import contextlib
import itertools
import json
import threading
from collections.abc import Callable, Collection, Sequence
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
from tests.integration.house import Build, House, Undisturbed, builder, keep, kohya_bytes, sample_bytes
from tests.still_studio import StillEngine
from worker.context import ModelCache, WorkerContext
from worker.loop import Worker

MOST_MACHINES = 20
# What of a message is another each time. A checkpoint's file, too, knows for how many seconds the lesson has run.
OF_THE_CLOCK = frozenset({"blob", "parcel", "created_at", "seconds", "seconds_left", "learnt_seconds"})
# In each run somebody is killed at every RUNS-th message, so that in all of them together it is at every one.
# Neighbours fall into different runs: what follows on a kill is a whole message, and no job is given up as hopeless.
RUNS = 4


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
        """The page looks; whenever it is killed meanwhile, the next one begins."""
        while True:
            try:
                self.engine.look(self._house.store)
            except Killed:
                self.engine.let_go()
                self.begin_page()
            else:
                return float(next(self._ticks))

    def until_ended(self, job: Job) -> int:
        """Work at everything that waits. Gives how many machines that took."""
        for number in range(1, MOST_MACHINES + 1):
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


def lesson(house: House) -> Job:
    return house.teach(steps=2, checkpoint_every_steps=1, sample_every_steps=1, batch_size=1)


def two_pictures(house: House) -> Job:
    request = picture_request(subjects=(chosen(),), count=2)
    return house.store.jobs.add(OWNER, JobKind.CREATE, request, request.work, "pictures")


ASKED: dict[str, Callable[[House], Job]] = {"lesson": lesson, "pictures": two_pictures}


@pytest.fixture
def small_build(
    loaded: SdxlShaped, kept_photos: Sequence[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Build:
    """Makes houses with two photos, since a lesson looks at each of them again on every machine."""
    return builder(loaded, kept_photos[:2], tmp_path, monkeypatch)


@pytest.fixture(scope="module")
def kept_folders() -> dict[str, Path]:
    """A data folder to begin from, by what is asked for; only for what does not begin in an empty one."""
    return {}


@pytest.fixture
def taught(small_build: Build, kept_folders: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which Dumpling is taught; once for all tests of a process."""
    if "pictures" not in kept_folders:
        house = small_build("taught")
        house.teach(steps=2)
        house.work()
        kept_folders["pictures"] = tmp_path_factory.mktemp("machines") / "taught"
        keep(house.store, kept_folders["pictures"])
    return kept_folders["pictures"]


@pytest.fixture(scope="module")
def expected_facts() -> dict[str, dict[str, Any]]:
    """What an undisturbed worker leaves behind, by what is asked for, once a test has needed it."""
    return {}


def moment_of(message: dict[str, Any]) -> str:
    """All that a message says but for what the clock says: the same for one that is sent again after a kill."""

    def told(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        return {name: value for name, value in pairs if name not in OF_THE_CLOCK}

    return json.dumps(json.loads(json.dumps(message), object_pairs_hook=told))


class Kills:
    """Kills somebody at each of some messages of workers, the first time that it comes. `side` is who, and when:

    "worker": the worker, once the message is sent. "page": the page, with the message's rows written and not yet kept.
    "page later": the page, once they are kept. `seen` are the moments of the messages that have come so far, in order.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.side = ""
        self.left: set[str] = set()
        self.seen: dict[str, None] = {}
        begin, post, applied, apply = Mailbox.begin, Stream.post, WorkerStore.applied, RemoteWorker._apply
        from_workers: list[Stream] = []
        at_hand = [""]  # the moment of the message that the page applies

        def begin_and_note(box: Mailbox, hello: dict[str, Any]) -> None:
            from_workers.append(box.to_page)
            begin(box, hello)

        def note_post(stream: Stream, message: dict[str, Any]) -> int:
            number = post(stream, message)
            if stream in from_workers:
                self._strike("worker", moment_of(message))
            return number

        def note_applied(workers: WorkerStore, id: str, number: int) -> None:
            applied(workers, id, number)
            self._strike("page", at_hand[0])

        def note_apply(worker: RemoteWorker, number: int, message: dict[str, Any]) -> bool:
            at_hand[0] = moment_of(message)
            done = apply(worker, number, message)
            self._strike("page later", at_hand[0])
            return done

        monkeypatch.setattr(Mailbox, "begin", begin_and_note)
        monkeypatch.setattr(Stream, "post", note_post)
        monkeypatch.setattr(WorkerStore, "applied", note_applied)
        monkeypatch.setattr(RemoteWorker, "_apply", note_apply)

    def at(self, side: str, moments: Collection[str] = ()) -> None:
        """Kill there from here on, and note what comes."""
        self.side, self.left, self.seen = side, set(moments), {}

    def _strike(self, side: str, moment: str) -> None:
        if side != self.side:
            return
        self.seen[moment] = None
        if moment in self.left:
            self.left.remove(moment)
            raise Killed


@pytest.fixture
def kills(monkeypatch: pytest.MonkeyPatch) -> Kills:
    return Kills(monkeypatch)


@pytest.mark.slow(
    quick_sibling="test_a_lesson_whose_machine_is_killed_goes_on_from_its_checkpoint_on_another_that_had_nothing"
)
@pytest.mark.parametrize("side", ["worker", "page", "page later"])
@pytest.mark.parametrize("asked", ASKED)
def test_killed_at_each_message_nothing_is_lost_or_doubled(
    asked: str,
    side: str,
    small_build: Build,
    taught: Path,
    expected_facts: dict[str, dict[str, Any]],
    loaded: SdxlShaped,
    tmp_path: Path,
    kills: Kills,
) -> None:
    kept = taught if asked == "pictures" else None
    if asked not in expected_facts:
        still = small_build("still", kept)
        job = ASKED[asked](still)
        still.work()
        expected_facts[asked] = facts(still, job)
    expected = expected_facts[asked]
    assert expected["row"][0] is JobState.DONE

    def done(name: str) -> int:
        house = small_build(name, kept)
        job = ASKED[asked](house)
        machines = Machines(house, loaded, tmp_path / f"{name}-machines").until_ended(job)
        found = facts(house, job)
        assert found == expected, f"{name} came out otherwise"
        house.store.close()
        return machines

    kills.at(side)
    assert done("undisturbed") == 1
    moments = list(kills.seen)
    assert len(moments) > 20
    for run in range(RUNS):
        kills.at(side, moments[run::RUNS])
        machines = done(f"killed{run}")
        assert not kills.left, "somebody was killed at each"
        assert machines == 1 or side == "worker"


def test_a_lesson_whose_machine_is_killed_goes_on_from_its_checkpoint_on_another_that_had_nothing(
    build: Build, undisturbed: Undisturbed, loaded: SdxlShaped, tmp_path: Path, kills: Kills
) -> None:
    house = build("house")
    job = house.teach()
    fourth = {"type": "file", "file": "checkpoints/lessondumpling/step_000004.safetensors", "job_id": job.id}
    kills.at("worker", [moment_of(fourth)])  # between the fourth step and the fifth
    assert Machines(house, loaded, tmp_path).until_ended(job) == 2
    assert house.job(job).claimed_step == 4
    assert house.store.jobs.losses(OWNER, job.id) == undisturbed.losses
    assert (kohya_bytes(house), sample_bytes(house)) == (undisturbed.lora, undisturbed.samples)
