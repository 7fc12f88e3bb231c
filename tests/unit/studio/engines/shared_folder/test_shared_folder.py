"""A page and workers on other machines with nothing between them but a folder: who is lost, comes back, is heard."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from studio.engines.job_port import Done, HandedBack
from studio.engines.shared_folder.engine import LOST_SECONDS, SharedFolderEngine
from studio.engines.shared_folder.mailbox import Blobs, Mailbox, open_mailboxes
from studio.engines.shared_folder.parcels import check_portable, progress_from_json
from studio.engines.shared_folder.port import SharedFolderPort
from studio.errors import DiskFull, StudioError
from studio.jobs.job import CPU_JOBS, JobCommand, JobKind, JobState
from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.store.tables import JobRow
from studio.words import as_written, worded
from tests.contract.test_store_jobs import create, lesson, pictures, subject, teach
from tests.still_studio import StillEngine

KINDS = frozenset(JobKind) - CPU_JOBS

Come = Callable[[str], SharedFolderPort]
Page = Callable[[Store], SharedFolderEngine]


class Times:
    """Two machines, each with a clock of its own."""

    def __init__(self) -> None:
        self.page = 0.0


@pytest.fixture
def times() -> Times:
    return Times()


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    return tmp_path / "shared"


@pytest.fixture
def store(data_folder: Path) -> Iterator[Store]:
    with open_store(data_folder) as store:
        yield store


@pytest.fixture
def page(shared: Path, times: Times) -> Iterator[Page]:
    """A page begins over a store."""
    engines = []

    def begin(store: Store) -> SharedFolderEngine:
        engines.append(SharedFolderEngine(store.files.root, shared, StillEngine(), lambda: times.page))
        return engines[-1]

    yield begin
    for engine in engines:
        engine.let_go()


@pytest.fixture
def engine(store: Store, page: Page) -> SharedFolderEngine:
    return page(store)


@pytest.fixture
def come(shared: Path, tmp_path: Path) -> Come:
    """A worker comes to the shared folder, with an empty folder of its own."""

    def come(name: str) -> SharedFolderPort:
        port = SharedFolderPort(shared, tmp_path / name, KINDS)
        port.register("a card", 8.0)
        return port

    return come


def test_a_worker_that_is_not_heard_of_loses_its_job_to_another_and_is_not_heard_any_more(
    store: Store, engine: SharedFolderEngine, times: Times, come: Come
) -> None:
    teach(store)
    first = come("first")
    engine.look(store)
    job = first.claim(needs_model=True)
    assert job is not None
    first.report(job.id, step=4, loss=0.5)
    times.page += LOST_SECONDS - 1
    engine.look(store)
    first.heartbeat()
    engine.look(store)
    times.page += LOST_SECONDS - 1
    engine.look(store)
    assert store.jobs.get(OWNER, job.id).state is JobState.RUNNING, "it was heard of meanwhile"

    times.page += 1
    engine.look(store)
    assert (store.jobs.get(OWNER, job.id).state, store.jobs.get(OWNER, job.id).step) == (JobState.INTERRUPTED, 4)
    assert not engine.alive() and "No worker is at the shared folder" in worded(engine.message)

    second = come("second")
    engine.look(store)
    again = second.claim(needs_model=True)
    assert again is not None and again.step == 4
    with pytest.raises(StudioError, match="given this worker up"):
        first.heartbeat()
    with pytest.raises(StudioError, match="given this worker up"):
        first.report(job.id, step=9)
    assert not first.end(job.id, Done({"steps": 9}))
    engine.look(store)
    assert (store.jobs.get(OWNER, job.id).state, store.jobs.get(OWNER, job.id).step) == (JobState.RUNNING, 4)


def test_a_worker_that_was_given_up_comes_back_by_itself(
    store: Store, engine: SharedFolderEngine, times: Times, come: Come
) -> None:
    port = come("sleeper")
    engine.look(store)
    changes = port.changes()
    times.page += LOST_SECONDS
    engine.look(store)
    assert not engine.alive()
    assert port.changes() != changes, "so that it looks for a job"
    assert port.claim(needs_model=True) is None
    create(store, "job")
    engine.look(store)
    back = port.claim(needs_model=True)
    assert back is not None and back.id == "job"
    assert len(store.workers.all()) == 1


def test_a_page_that_was_stopped_hears_all_of_it_later_and_nothing_twice(
    store: Store, engine: SharedFolderEngine, page: Page, come: Come
) -> None:
    teach(store)
    create(store, "next")
    port = come("worker")
    engine.look(store)
    job = port.claim(needs_model=True)
    assert job is not None
    port.report(job.id, step=1, loss=0.5)
    store.jobs.ask(OWNER, "next", JobCommand.PAUSE)
    engine.look(store)
    engine.let_go()
    port.report(job.id, step=2, loss=0.25)
    port.files.write_whole(port.files.path("loras/dumpling/dumpling.safetensors"), b"weights")
    assert port.end(job.id, Done({"kohya": "loras/dumpling/dumpling.safetensors", "steps": 2}))

    later = page(store)
    later.look(store)
    assert store.jobs.get(OWNER, job.id).state is JobState.DONE
    assert store.jobs.losses(OWNER, job.id) == [(1, 0.5), (2, 0.25)]
    assert store.files.path("loras/dumpling/dumpling.safetensors").read_bytes() == b"weights"
    assert len(store.workers.all()) == 1
    store.jobs.resume(OWNER, "next")
    later.look(store)
    assert port.claim(needs_model=True) is not None


def test_a_page_that_ended_between_the_claim_and_the_parcel_sends_it_at_its_next_start_and_once(
    store: Store,
    engine: SharedFolderEngine,
    shared: Path,
    page: Page,
    come: Come,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    port = come("worker")
    engine.look(store)
    create(store, "job")
    with monkeypatch.context() as patched:

        def end(*_: object) -> None:
            raise KeyboardInterrupt

        patched.setattr("studio.engines.shared_folder.remote_worker.packed", end)
        with pytest.raises(KeyboardInterrupt):
            engine.look(store)
    assert store.jobs.get(OWNER, "job").state is JobState.RUNNING
    assert port.claim(needs_model=True) is None
    engine.let_go()
    for _ in range(2):
        later = page(store)
        later.look(store)
        later.let_go()
    assert port.claim(needs_model=True) is not None
    assert port.claim(needs_model=True) is None


def test_what_a_person_wanted_while_no_page_ran_reaches_the_worker_once(
    store: Store, engine: SharedFolderEngine, shared: Path, page: Page, come: Come
) -> None:
    teach(store)
    port = come("worker")
    engine.look(store)
    job = port.claim(needs_model=True)
    assert job is not None
    store.jobs.ask(OWNER, job.id, JobCommand.PAUSE)
    engine.look(store)
    engine.let_go()
    store.jobs.resume(OWNER, job.id)
    later = page(store)
    later.look(store)
    assert port.command(job.id) is None
    (box,) = open_mailboxes(shared)
    assert [message["type"] for _, message in box.to_worker.after(0)] == ["job", "command", "command"]


def test_what_was_said_of_a_job_before_it_was_taken_and_given_out_again_does_not_count(
    store: Store, engine: SharedFolderEngine, shared: Path, come: Come
) -> None:
    teach(store)
    port = come("worker")
    engine.look(store)
    assert port.claim(needs_model=True) is not None
    store.jobs.interrupt_orphans((), 0)
    engine.look(store)
    assert store.jobs.get(OWNER, "Dumpling").state is JobState.RUNNING, "given out again, to the same worker"
    (box,) = open_mailboxes(shared)
    for step, parcel in ((9, 1), (2, 3)):  # the second message took the first parcel back
        box.to_page.post({"type": "report", "step": step, "progress": {}, "job_id": "Dumpling", "parcel": parcel})
        engine.look(store)
        assert store.jobs.get(OWNER, "Dumpling").step == (2 if parcel == 3 else 0)


def test_a_worker_that_leaves_gives_its_job_back_without_a_mark_against_it(
    store: Store, engine: SharedFolderEngine, shared: Path, come: Come
) -> None:
    teach(store)
    for number in range(5):  # more often than a worker may crash at a job
        port = come(f"worker{number}")
        engine.look(store)
        job = port.claim(needs_model=True)
        assert job is not None
        assert port.end(job.id, HandedBack())
        port.leave()
        engine.look(store)
        assert store.jobs.get(OWNER, "Dumpling").state is JobState.INTERRUPTED
    assert open_mailboxes(shared) == [] and store.workers.all() == []


def test_a_base_model_of_this_computer_is_refused_with_what_to_do(
    store: Store, engine: SharedFolderEngine, come: Come, tmp_path: Path
) -> None:
    here = str(tmp_path / "models" / "mine.safetensors")
    store.jobs.add(OWNER, JobKind.CREATE, replace(pictures(), base_model=here), 1, "here")
    port = come("worker")
    engine.look(store)
    assert port.claim(needs_model=True) is None
    refused = store.jobs.get(OWNER, "here")
    assert refused.state is JobState.FAILED
    assert refused.error_message is not None
    assert "mine.safetensors is a file or folder of this computer" in worded(refused.error_message)
    assert "or start Cuddle without --engine" in worded(refused.error_message)
    for fine in ("pocket", "sdxl", "sd15", "owner/name"):
        check_portable(fine)


def test_a_message_whose_file_is_on_its_way_still_waits_with_all_that_come_after_it(
    store: Store, engine: SharedFolderEngine, shared: Path, come: Come
) -> None:
    create(store, "job")
    port = come("worker")
    engine.look(store)
    assert port.claim(needs_model=True) is not None
    port.files.write_whole(port.files.path("pictures/job-00.png"), b"a picture")
    port.report("job", step=1, message=as_written("Made."))
    (blob,) = (shared / "blobs").iterdir()
    blob.write_bytes(b"a pict")
    engine.look(store)
    assert store.jobs.get(OWNER, "job").message is None and not store.files.path("pictures/job-00.png").exists()
    blob.write_bytes(b"a picture")
    engine.look(store)
    assert worded(store.jobs.get(OWNER, "job").message) == "Made."
    assert store.files.path("pictures/job-00.png").read_bytes() == b"a picture"


def test_a_job_whose_files_are_on_their_way_still_is_not_begun(
    store: Store, engine: SharedFolderEngine, shared: Path, come: Come
) -> None:
    store.files.write_whole("photos/Dumpling/00.jpg", b"a photo")
    teach(store)
    port = come("worker")
    engine.look(store)
    (blob,) = (shared / "blobs").iterdir()
    blob.rename(shared / "late")
    assert port.claim(needs_model=True) is None
    (shared / "late").rename(blob)
    assert port.claim(needs_model=True) is not None


@pytest.mark.parametrize("file", ["studio.db", "reserve", "../outside.png", "photos/x/00.jpg", "pictures/../studio.db"])
def test_a_worker_writes_no_file_that_is_not_its_own(
    store: Store, engine: SharedFolderEngine, shared: Path, come: Come, file: str
) -> None:
    create(store, "job")
    port = come("worker")
    engine.look(store)
    assert port.claim(needs_model=True) is not None
    (box,) = open_mailboxes(shared)
    box.to_page.post({"type": "file", "file": file, "blob": Blobs(shared).put(b"x"), "job_id": "job", "parcel": 1})
    before = store.files.database.stat().st_ino
    engine.look(store)
    assert store.files.database.stat().st_ino == before and not (store.files.root.parent / "outside.png").exists()
    assert store.jobs.get(OWNER, "job").state is JobState.INTERRUPTED, "nobody listens to such a worker"
    assert open_mailboxes(shared) == []


def test_a_worker_of_another_version_is_given_up_and_the_others_are_heard(
    store: Store, engine: SharedFolderEngine, shared: Path, come: Come
) -> None:
    Mailbox(shared, "worker-newer").begin({"type": "hello", "device": "", "gpu_gb": None, "kinds": ["dance"]})
    come("talker")
    engine.look(store)
    (talker,) = open_mailboxes(shared)
    talker.to_page.post({"type": "sing"})
    create(store, "job")
    port = come("worker")
    engine.look(store)
    assert port.claim(needs_model=True) is not None
    assert len(open_mailboxes(shared)) == len(store.workers.all()) == 1


def test_a_shared_folder_that_cannot_be_written_for_a_while_fails_no_job(
    store: Store, engine: SharedFolderEngine, come: Come, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.files.write_whole("photos/Dumpling/00.jpg", b"a photo")
    port = come("worker")
    engine.look(store)
    teach(store)
    with monkeypatch.context() as patched:

        def refuse(*_: object) -> str:
            raise StudioError(as_written("The shared folder could not be written."))

        patched.setattr(Blobs, "put", refuse)
        with pytest.raises(StudioError):
            engine.look(store)
    engine.look(store)
    assert store.jobs.get(OWNER, "Dumpling").state is JobState.RUNNING
    assert port.claim(needs_model=True) is not None


def test_two_workers_share_the_queue_and_a_lesson_is_interrupted_only_when_nobody_is_free(
    store: Store, engine: SharedFolderEngine, come: Come
) -> None:
    first, second = come("first"), come("second")
    engine.look(store)
    teach(store)
    engine.look(store)
    create(store, "picture")
    create(store, "picture 2")
    engine.look(store)
    claimed = [[port.claim(needs_model=True) for _ in range(3)] for port in (first, second)]
    ids = sorted([job.id for job in jobs if job is not None] for jobs in claimed)
    assert ids == [["Dumpling", "picture 2"], ["picture"]]


def test_when_nobody_is_at_a_job_no_photo_lies_in_the_shared_folder(
    store: Store, engine: SharedFolderEngine, shared: Path, come: Come, tmp_path: Path
) -> None:
    store.files.write_whole("photos/Dumpling/00.jpg", b"a photo")
    teach(store)
    port = come("worker")
    engine.look(store)
    job = port.claim(needs_model=True)
    assert job is not None
    assert (tmp_path / "worker" / "photos" / "Dumpling" / "00.jpg").exists()
    assert list((shared / "blobs").iterdir())
    assert port.end(job.id, Done({"steps": 1}))
    engine.look(store)
    assert not list((shared / "blobs").iterdir())
    assert not (tmp_path / "worker" / "photos").exists()


def test_what_a_worker_logs_is_in_the_log_of_the_page(store: Store, engine: SharedFolderEngine, come: Come) -> None:
    port = come("worker")
    port.log("Ready on a card.")
    port.heartbeat()
    engine.look(store)
    assert store.files.worker_log.read_text() == "Ready on a card.\n"


def test_a_worker_of_another_page_is_given_up_and_not_heard_from_its_beginning(
    store: Store, engine: SharedFolderEngine, shared: Path, page: Page, come: Come, tmp_path: Path
) -> None:
    create(store, "job")
    port = come("worker")
    engine.look(store)
    assert port.claim(needs_model=True) is not None
    engine.let_go()
    with open_store(tmp_path / "another") as another:
        create(another, "job")
        page(another).look(another)
        assert another.jobs.get(OWNER, "job").state is JobState.QUEUED
    assert open_mailboxes(shared) == []


def test_a_disk_that_is_full_for_a_while_loses_nothing(
    store: Store, engine: SharedFolderEngine, come: Come, monkeypatch: pytest.MonkeyPatch
) -> None:
    teach(store)
    port = come("worker")
    engine.look(store)
    assert port.claim(needs_model=True) is not None
    port.report("Dumpling", step=1, loss=0.5)
    port.report("Dumpling", step=2, loss=0.25)
    with monkeypatch.context() as patched:

        def refuse(*_: object) -> None:
            raise DiskFull("The disk is full.")

        patched.setattr(store.workers, "applied", refuse)
        with pytest.raises(DiskFull):
            engine.look(store)
    assert store.jobs.losses(OWNER, "Dumpling") == [], (
        "a row and the number of its message are kept together or not at all"
    )
    engine.look(store)
    assert store.jobs.losses(OWNER, "Dumpling") == [(1, 0.5), (2, 0.25)]


def test_messages_are_numbered_whole_and_never_changed(shared: Path) -> None:
    box = Mailbox(shared, "worker-1")
    box.begin({"type": "hello"})
    first = (box.folder / "to_page" / "00000001.json").stat()
    assert box.to_page.post({"type": "bye"}) == 2
    assert Mailbox(shared, "worker-1").to_page.post({"type": "again"}) == 3, "also by whoever comes later"
    assert (box.folder / "to_page" / "00000001.json").stat() == first
    said = [json.loads(path.read_text())["type"] for path in sorted((box.folder / "to_page").iterdir())]
    assert said == ["hello", "bye", "again"]
    assert [number for number, _ in box.to_page.after(1)] == [2, 3]


def test_a_lesson_of_a_deleted_subject_hears_of_it(store: Store, engine: SharedFolderEngine, come: Come) -> None:
    for name in ("Dumpling", "Mimi"):
        store.jobs.add(OWNER, JobKind.TEACH, lesson(name), 100, name, subject=subject(name, name))
    port = come("worker")
    engine.look(store)
    assert port.claim(needs_model=True) is not None
    store.subjects.delete(OWNER, "Dumpling")
    engine.look(store)
    assert port.subject(OWNER, "Dumpling") is None


def test_what_a_worker_of_an_earlier_version_says_is_read_as_it_was_written() -> None:
    told = progress_from_json({"message": "Learning.", "loss": 0.5})
    assert told == {"message": as_written("Learning."), "loss": 0.5}
    assert progress_from_json({"message": ""}) == {"message": None}
    assert progress_from_json({"loss": 0.5}) == {"loss": 0.5}


def test_of_a_job_that_was_deleted_nothing_stays_in_the_shared_folder_whatever_its_worker_still_says(
    store: Store, engine: SharedFolderEngine, page: Page, come: Come, shared: Path
) -> None:
    teach(store)
    store.files.write_whole("photos/Dumpling/00.jpg", b"a photo of hers")
    worker = come("worker")
    engine.look(store)
    job = worker.claim(needs_model=True)
    assert job is not None and job.kind is JobKind.TEACH
    create(store, "kept")
    come("other")
    engine.look(store)
    worker.files.write_whole("loras/dumpling/dumpling.safetensors", b"weights")
    engine.look(store)
    assert all(one in _bytes_in(shared) for one in (b"weights", b"Dumpling", b"a photo of hers"))

    worker.files.write_whole("loras/dumpling/step.safetensors", b"later weights")  # not heard yet
    with store.database.writing() as session:
        session.delete(session.get_one(JobRow, job.id))
    engine.forget_deleted_jobs()
    engine.look(store)
    store.files.remove("loras/dumpling")
    engine.look(store)
    left = _bytes_in(shared)
    assert [one for one in (b"weights", b"Dumpling", b"a photo of hers") if one in left] == []
    worker.files.write_whole("loras/dumpling/latest.safetensors", b"late weights")  # it has not heard of it yet
    engine.look(store)
    assert b"late weights" not in _bytes_in(shared)
    assert not (store.files.root / "loras/dumpling").exists()
    with pytest.raises(StudioError, match="taken"):
        worker.report(job.id, step=9)
    assert not worker.end(job.id, Done({"steps": 9}))
    assert b"weights" not in _bytes_in(worker.files.root), "nor on the worker's machine"
    engine.let_go()
    again = page(store)
    again.look(store)  # it reads all that was said from the beginning
    assert again.alive()
    assert store.jobs.get(OWNER, "kept").state is JobState.RUNNING


def _bytes_in(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
