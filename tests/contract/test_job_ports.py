"""What every port between a worker and its jobs keeps, whether both use one data folder or a folder between them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from studio.engines.job_port import CancelDone, Done, Failed, HandedBack, JobEnding, JobPort
from studio.engines.local_port import LocalPort
from studio.engines.shared_folder.engine import SharedFolderEngine
from studio.engines.shared_folder.port import SharedFolderPort
from studio.errors import NotFound, StudioError
from studio.jobs.failure import failure_of
from studio.jobs.job import CPU_JOBS, Job, JobCommand, JobKind, JobState
from studio.jobs.requests import SubjectChoice
from studio.people.person import OWNER, Person
from studio.pictures.picture import Picture
from studio.store import Store
from studio.subjects.subject import Checkpoint
from studio.words import as_written, worded
from tests.clock import Clock
from tests.contract.test_store_jobs import create, pictures, subject, teach
from tests.hub_requests import publish_request
from tests.still_studio import StillEngine

PHOTO, PNG = b"a photo", b"a picture"


@dataclass
class Desk:
    """A page's store, a worker's port, and how what one of them does comes to the other."""

    store: Store
    port: JobPort
    sync: Callable[[], None]

    def claim(self, *kinds: JobKind) -> Job:
        """The next job, at the worker."""
        self.sync()
        job = self.port.claim(kinds or None, needs_model=True)
        assert job is not None
        return job

    def end(self, job: Job, ending: JobEnding) -> Job:
        """The job as it is on the page after that."""
        assert self.port.end(job.id, ending)
        self.sync()
        return self.store.jobs.get(OWNER, job.id)

    def put(self, file: str, content: bytes) -> None:
        """A file of the page."""
        self.store.files.write_whole(file, content)

    def write(self, file: str, content: bytes) -> None:
        """A file of the worker."""
        self.port.files.write_whole(self.port.files.path(file), content)

    def has(self, file: str) -> bool:
        """Whether the page has it."""
        self.sync()
        return self.store.files.path(file).exists()


def over_one_data_folder(store: Store, _tmp_path: Path) -> Desk:
    return Desk(store=store, port=LocalPort(store, "worker-1"), sync=lambda: None)


def over_a_shared_folder(store: Store, tmp_path: Path) -> Desk:
    engine = SharedFolderEngine(store.files.root, tmp_path / "shared", StillEngine(), lambda: 0.0)
    port = SharedFolderPort(tmp_path / "shared", tmp_path / "elsewhere", frozenset(JobKind) - CPU_JOBS)
    return Desk(store=store, port=port, sync=lambda: engine.look(store))


@pytest.fixture(params=[over_one_data_folder, over_a_shared_folder], ids=["local", "shared folder"])
def desk(request: pytest.FixtureRequest, store: Store, tmp_path: Path) -> Iterator[Desk]:
    desk: Desk = request.param(store, tmp_path)
    desk.port.register("a fast card", 24.0)
    desk.port.take_over()
    desk.sync()
    yield desk
    desk.port.leave()
    desk.sync()
    assert store.workers.latest() is None


def test_the_page_knows_who_works_on_what_and_that_it_lives(desk: Desk, clock: Clock) -> None:
    teach(desk.store)
    job = desk.claim()
    clock.now += 50
    desk.port.heartbeat([job.id], base_model="pocket")
    desk.sync()
    worker = desk.store.workers.latest()
    assert worker is not None
    assert (worker.device, worker.gpu_gb, worker.base_model, worker.heartbeat_at) == ("a fast card", 24, "pocket", 1050)
    assert desk.store.jobs.get(OWNER, job.id).heartbeat_at == 1050
    assert desk.store.jobs.get(OWNER, job.id).worker_id == worker.id


def test_a_worker_gets_the_job_that_is_next_as_it_was_asked_for_and_each_once(desk: Desk) -> None:
    asked = [teach(desk.store, "Dumpling"), create(desk.store, "a house")]
    first = desk.claim()
    assert (first.id, first.kind, first.request, first.state) == (
        "Dumpling",
        JobKind.TEACH,
        asked[0].request,
        JobState.RUNNING,
    )
    second = desk.claim(JobKind.CREATE)
    assert (second.id, second.request) == ("a house", asked[1].request)
    desk.sync()
    assert desk.port.claim(needs_model=True) is None
    assert {desk.store.jobs.get(OWNER, job.id).state for job in asked} == {JobState.RUNNING}


def test_a_worker_gets_the_jobs_of_several_people_in_turns(desk: Desk) -> None:
    ben = Person("ben")
    for id, who in {"a": OWNER, "b": OWNER, "c": OWNER, "d": ben, "e": ben}.items():
        desk.store.jobs.add(who, JobKind.CREATE, pictures(), 20, id)
    shown = {job.position: job.id for who in (OWNER, ben) for job in desk.store.jobs.list(who)}
    begun = []
    for _ in range(5):
        job = desk.claim()
        begun.append(job.id)
        assert desk.port.end(job.id, Done({"pictures": []}))
        desk.sync()
    assert begun == list("adbec")
    if isinstance(desk.port, LocalPort):  # else a worker of the shared folder had the first one at once
        assert [shown[position] for position in range(1, 6)] == begun


def test_a_running_lesson_makes_room_for_pictures_and_for_no_other_lesson(desk: Desk) -> None:
    teach(desk.store, "Dumpling")
    teach(desk.store, "Mimi")
    desk.claim()
    create(desk.store, "a house")
    desk.sync()
    assert desk.port.claim([JobKind.IMPORT], needs_model=True, if_nobody_is_free=True) is None
    between = desk.port.claim([JobKind.CREATE], needs_model=True, if_nobody_is_free=True)
    assert between is not None and between.id == "a house"
    desk.end(between, Done({"pictures": []}))
    assert desk.port.claim([JobKind.CREATE], needs_model=True, if_nobody_is_free=True) is None
    assert desk.store.jobs.get(OWNER, "Mimi").state is JobState.QUEUED


def test_whoever_works_at_the_model_gets_no_upload(desk: Desk) -> None:
    desk.store.jobs.add(OWNER, JobKind.PUBLISH, publish_request(), 1, "upload")
    desk.sync()
    assert desk.port.claim(needs_model=True) is None


def test_something_new_to_claim_is_a_change_and_nothing_new_is_none(desk: Desk) -> None:
    desk.sync()
    before = desk.port.changes()
    desk.port.heartbeat()
    desk.sync()
    assert desk.port.changes() == before
    teach(desk.store)
    desk.sync()
    assert desk.port.changes() != before


def test_what_a_worker_reports_is_in_the_row_and_a_smaller_step_takes_back_what_came_after_it(desk: Desk) -> None:
    teach(desk.store)
    job = desk.claim()
    for step, loss in ((1, 0.1 + 0.2), (2, 0.25), (3, 0.125)):
        desk.port.report(
            job.id, step=step, loss=loss, message=as_written("Learning."), seconds_left=9.5, result={"batch_size": 2}
        )
    desk.sync()
    row = desk.store.jobs.get(OWNER, job.id)
    assert (row.step, row.loss, worded(row.message), row.seconds_left) == (3, 0.125, "Learning.", 9.5)
    assert row.result == {"batch_size": 2}
    assert desk.store.jobs.losses(OWNER, job.id) == [(1, 0.1 + 0.2), (2, 0.25), (3, 0.125)]

    desk.port.report(job.id, step=1, part=0.5, preview_file="previews/x/1.jpg", steps=50)
    desk.sync()
    row = desk.store.jobs.get(OWNER, job.id)
    assert (row.step, row.steps, row.part, row.seconds_left) == (1, 50, 0.5, None)
    assert (worded(row.message), row.preview_file) == ("Learning.", "previews/x/1.jpg")
    assert desk.store.jobs.losses(OWNER, job.id) == [(1, 0.1 + 0.2)]


def test_a_worker_hears_what_a_person_wants_and_what_she_takes_back(desk: Desk) -> None:
    teach(desk.store)
    job = desk.claim()
    assert desk.port.command(job.id) is None
    desk.port.report(job.id, step=1)
    desk.sync()
    for command in (JobCommand.PAUSE, None, JobCommand.FINISH, JobCommand.CANCEL):
        desk.store.jobs.resume(OWNER, job.id) if command is None else desk.store.jobs.ask(OWNER, job.id, command)
        desk.sync()
        assert desk.port.command(job.id) is command


def test_a_command_that_came_before_the_worker_comes_with_the_job(desk: Desk) -> None:
    teach(desk.store)
    job = desk.claim()
    desk.port.report(job.id, step=3)
    desk.sync()
    desk.store.jobs.ask(OWNER, job.id, JobCommand.PAUSE)
    desk.end(job, HandedBack())
    desk.store.jobs.ask(OWNER, job.id, JobCommand.FINISH)
    again = desk.claim()
    assert (again.step, again.command, desk.port.command(job.id)) == (3, JobCommand.FINISH, JobCommand.FINISH)


def test_a_lesson_that_is_done_has_its_subject_ready(desk: Desk) -> None:
    teach(desk.store)
    job = desk.claim()
    desk.write("loras/dumpling/dumpling.safetensors", b"weights")
    result = {"kohya": "loras/dumpling/dumpling.safetensors", "sample_files": [], "steps": 7, "bytes": 7}
    done = desk.end(job, Done(result))
    assert (done.state, done.step, done.result) == (JobState.DONE, 7, result)
    ready = desk.store.subjects.get(OWNER, "Dumpling")
    assert (ready.state, ready.lora_files) == ("ready", {"kohya": "loras/dumpling/dumpling.safetensors"})
    assert desk.store.files.path(ready.lora_files["kohya"]).read_bytes() == b"weights"


def test_a_job_that_failed_says_why(desk: Desk) -> None:
    teach(desk.store)
    failed = desk.end(desk.claim(), Failed(failure_of(StudioError(as_written("There is no light.")))))
    assert (failed.state, failed.error_type, worded(failed.error_message)) == (
        JobState.FAILED,
        "StudioError",
        "There is no light.",
    )
    assert failed.error_traceback is not None and "There is no light." in failed.error_traceback
    assert desk.store.subjects.get(OWNER, "Dumpling").state == "failed"


def test_a_job_is_cancelled_paused_or_goes_on_elsewhere(desk: Desk) -> None:
    for name in ("A", "B", "C"):
        teach(desk.store, name)
    assert desk.end(desk.claim(), CancelDone()).state is JobState.CANCELLED
    paused = desk.claim()
    desk.store.jobs.ask(OWNER, paused.id, JobCommand.PAUSE)
    assert desk.end(paused, HandedBack()).state is JobState.PAUSED
    last = desk.claim()
    desk.port.report(last.id, step=5)
    assert desk.port.end(last.id, HandedBack())
    again = desk.claim()
    assert (again.id, again.step) == (last.id, 5)


def test_a_job_that_was_taken_away_is_left_alone(desk: Desk) -> None:
    teach(desk.store)
    job = desk.claim()
    desk.store.jobs.interrupt_orphans((), 0)
    desk.store.jobs.ask(OWNER, job.id, JobCommand.PAUSE)
    desk.sync()
    with pytest.raises(StudioError, match=r"[Ss]top working on it"):
        desk.port.report(job.id, step=9, loss=0.5)
    assert not desk.port.end(job.id, Done({"kohya": "a.safetensors"}))
    desk.sync()
    row = desk.store.jobs.get(OWNER, job.id)
    assert (row.state, row.step, desk.store.jobs.losses(OWNER, job.id)) == (JobState.PAUSED, 0, [])

    desk.store.jobs.resume(OWNER, job.id)
    again = desk.claim()
    desk.port.report(again.id, step=1)
    desk.sync()
    assert desk.store.jobs.get(OWNER, job.id).step == 1, "given out again, it is the worker's own"


def test_what_a_lesson_needs_is_there(desk: Desk) -> None:
    desk.put("photos/Dumpling/00.jpg", PHOTO)
    desk.put("checkpoints/Dumpling/step_000002.safetensors", b"two")
    teach(desk.store)
    job = desk.claim()
    files = desk.port.files
    assert files.path("photos/Dumpling/00.jpg").read_bytes() == PHOTO
    assert [file.name for file in files.checkpoint_folder(job.id).iterdir()] == ["step_000002.safetensors"]
    assert (files.checkpoint_folder(job.id) / "step_000002.safetensors").read_bytes() == b"two"
    assert files.relative(files.lora_folder(OWNER, "dumpling")) == "loras/dumpling"
    assert files.free_bytes() > 0


def test_what_is_written_or_removed_is_so_for_the_page(desk: Desk) -> None:
    desk.put("checkpoints/Dumpling/step_000002.safetensors", b"two")
    teach(desk.store)
    folder = desk.port.files.checkpoint_folder(desk.claim().id)
    for number in (4, 6, 8):
        desk.write(f"checkpoints/Dumpling/step_{number:06d}.safetensors", b"%d" % number)
        if number < 8:  # whoever keeps the newest two alone
            (folder / f"step_{number - 2:06d}.safetensors").unlink()
    assert desk.has("checkpoints/Dumpling/step_000008.safetensors")
    assert desk.has("checkpoints/Dumpling/step_000006.safetensors")
    assert not desk.has("checkpoints/Dumpling/step_000004.safetensors")
    assert not desk.has("checkpoints/Dumpling/step_000002.safetensors")
    desk.write("previews/Dumpling/000001.jpg", b"old")
    desk.write("previews/Dumpling/000001.jpg", b"new")
    assert desk.has("previews/Dumpling/000001.jpg")
    assert desk.store.files.path("previews/Dumpling/000001.jpg").read_bytes() == b"new"
    desk.port.files.remove(folder)
    desk.port.files.remove("previews/Dumpling/000001.jpg")
    assert not desk.has("checkpoints/Dumpling")
    assert not desk.has("previews/Dumpling/000001.jpg")
    desk.port.files.remove(folder)
    assert not desk.has("checkpoints/Dumpling"), "gone twice is fine"


def test_pictures_are_kept_with_the_time_of_the_page_and_a_job_that_goes_on_finds_them(
    desk: Desk, clock: Clock
) -> None:
    job = desk.store.jobs.add(OWNER, JobKind.CREATE, replace(pictures(), count=2), 40, "job")
    desk.claim()
    with pytest.raises(NotFound, match="There is no picture 'job-00'"):
        desk.port.kept_picture(OWNER, "job-00")
    desk.write("pictures/job-00.png", PNG)
    desk.write("pictures/thumbnails/job-00.jpg", b"small")
    made = Picture(
        owner=OWNER,
        id="job-00",
        file="pictures/job-00.png",
        thumbnail_file="pictures/thumbnails/job-00.jpg",
        seed=1,
        width=256,
        height=256,
        job_id=job.id,
        request=pictures(),
        created_at=0.0,
        seconds=1.5,
    )
    clock.now = 2000.0
    desk.port.keep_picture(made)
    assert desk.port.kept_picture(OWNER, "job-00").read_bytes() == PNG
    desk.sync()
    assert desk.store.pictures.list(OWNER) == [replace(made, created_at=2000.0)]
    assert desk.store.files.path("pictures/job-00.png").read_bytes() == PNG

    assert desk.port.end(job.id, HandedBack())
    desk.claim()
    assert desk.port.kept_picture(OWNER, "job-00").read_bytes() == PNG


def test_moments_with_samples_are_kept_replaced_and_forgotten(desk: Desk) -> None:
    teach(desk.store)
    job = desk.claim()
    assert desk.port.checkpoints(job.id) == []
    moments = [
        Checkpoint(step=step, sample_files=(f"loras/dumpling/samples/{step}.png",), lora_files={"kohya": "k"}, bytes=9)
        for step in (2, 4, 6)
    ]
    for one in reversed(moments):
        desk.port.keep_checkpoint(job.id, one)
    without = replace(moments[0], lora_files={}, bytes=0)
    desk.port.keep_checkpoint(job.id, without)
    desk.port.forget_checkpoints_after(job.id, 4)
    desk.sync()
    assert desk.port.checkpoints(job.id) == desk.store.checkpoints.of(OWNER, job.id) == [without, moments[1]]

    assert desk.port.end(job.id, HandedBack())
    assert desk.port.checkpoints(desk.claim().id) == [without, moments[1]]


def test_a_subject_is_known_with_its_type_and_photos_until_it_is_deleted(desk: Desk) -> None:
    teach(desk.store)
    desk.claim()
    known = desk.port.subject(OWNER, "Dumpling")
    assert known is not None
    assert (known.subject, known.subject_type) == (desk.store.subjects.get(OWNER, "Dumpling"), "object")
    assert desk.port.subject(OWNER, "Nobody") is None
    desk.store.subjects.delete(OWNER, "Dumpling")
    desk.sync()
    assert desk.port.subject(OWNER, "Dumpling") is None


def test_a_job_finds_its_owners_subject_and_what_it_makes_is_its_owners(desk: Desk) -> None:
    ben = Person("ben")
    owners = {"hers": (OWNER, "cat"), "his": (ben, "dog")}
    request = replace(pictures(), subjects=(SubjectChoice(name="Dumpling"),))
    for id, (who, kind) in owners.items():
        desk.store.subjects.add(replace(subject("Dumpling", id), owner=who, kind=kind, state="ready"))
        desk.store.jobs.add(who, JobKind.CREATE, request, 20, id)
    for id, (who, kind) in owners.items():
        job = desk.claim()
        assert (job.id, job.owner) == (id, who)
        known = desk.port.subject(who, "Dumpling")
        assert known is not None and (known.subject.owner, known.subject.kind) == (who, kind)
        desk.write(f"pictures/{id}-00.png", PNG)
        desk.port.keep_picture(
            Picture(
                id=f"{id}-00",
                owner=who,
                file=f"pictures/{id}-00.png",
                seed=1,
                width=256,
                height=256,
                job_id=id,
                request=request,
                created_at=0.0,
            )
        )
        with pytest.raises(NotFound):
            desk.port.kept_picture(Person("nobody"), f"{id}-00")
        if who == ben:
            desk.store.subjects.delete(OWNER, "Dumpling")
            desk.sync()
            assert desk.port.subject(ben, "Dumpling") == known, "another's of that name is gone"
        assert desk.port.end(job.id, Done({"pictures": [f"{id}-00"]}))
        desk.sync()
        assert [picture.id for picture in desk.store.pictures.list(who)] == [f"{id}-00"]


def test_a_guests_picture_finds_the_owners_subject_with_its_files_for_as_long_as_guests_may_use_it(desk: Desk) -> None:
    ben = Person("ben")
    desk.put("loras/dumpling/dumpling.safetensors", b"a LoRA")
    lent = replace(subject("Dumpling", "a"), state="ready", guests_may_use=True)
    desk.store.subjects.add(replace(lent, lora_files={"kohya": "loras/dumpling/dumpling.safetensors"}))
    request = replace(pictures(), subjects=(SubjectChoice(name="Dumpling", lent=True),))
    desk.store.jobs.add(ben, JobKind.CREATE, request, 20, "his")
    assert desk.claim().request == request
    known = desk.port.subject(ben, "Dumpling", lent=True)
    assert known is not None and known.subject == desk.store.subjects.get(OWNER, "Dumpling")
    assert desk.port.files.path(known.subject.lora_files["kohya"]).read_bytes() == b"a LoRA"
    assert desk.port.subject(ben, "Dumpling") is None, "it is not his own"
    desk.store.subjects.update(OWNER, "Dumpling", guests_may_use=False)
    desk.sync()
    assert desk.port.subject(ben, "Dumpling", lent=True) is None
