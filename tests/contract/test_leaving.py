"""Somebody leaves: nothing of her stays in the data folder, and all of it can be taken along. Over real files."""

import csv
import io
import json
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image

from studio.engines.job_port import HandedBack
from studio.engines.local_port import LocalPort
from studio.errors import NotFound, StudioError
from studio.jobs.job import JobKind, JobState
from studio.jobs.requests import PictureRequest
from studio.leaving.leaving import Leaving
from studio.leaving.packing import safe_names
from studio.people.account import NotAllowed
from studio.people.people import People
from studio.people.person import OWNER, Person
from studio.pictures.picture import Picture
from studio.store import Store, open_store
from studio.store.disk.files import FOLDERS
from studio.store.everything import kinds_of_people
from studio.store.tables import Base
from studio.studio import Studio
from studio.subjects.subject import Checkpoint
from studio.words import speaking, worded
from tests.any_request import picture_request
from tests.by_hand import begin, finish_lesson, finish_pictures, keep_checkpoint
from tests.conftest import draw_photo
from tests.still_studio import StillEngine, studio_over
from ui.snapshot import take_snapshot

PASSWORD = "nine herons paint barns"
HERS = (
    "Kunigunde",
    "kunigunde",
    "zanzibar",
    "Walburga",
    "Xanthippe",
)  # a subject, its word, a prompt, her name, a label
# What lies in a data folder and is nobody's: the database, what SQLite keeps beside it, locks, logs, held-back room.
NOBODYS = {"studio.db", "studio.db-wal", "studio.db-shm", "studio.migration.lock", "reserve", "worker.log"}


@dataclass(frozen=True, kw_only=True)
class House:
    """A studio whose owner has a Dumpling in the garden, and a guest a Kunigunde in Zanzibar.

    `photos`: eight, the owner's first; `secret` and `token` let the guest in.
    """

    store: Store
    studio: Studio
    folder: Path
    photos: list[Path]
    guest: Person
    secret: str = ""
    token: str = ""

    @property
    def people(self) -> People:
        return self.studio.people

    def fill(self, person: Person, name: str, words: str, photos: list[Path]) -> None:
        """A taught subject with a moment of its lesson, pictures in the album and in the bin, a start, a failed job."""
        captions = [f"[name] in {words}", "", "", ""]
        lesson = self.studio.subjects.teach(person, photos, name, "cat", "quick", options={"captions": captions})
        keep_checkpoint(self.store, begin(self.store), 40)
        self.store.jobs.progress(lesson.id, step=41, loss=0.5)
        finish_lesson(self.store, self.store.jobs.get(person, lesson.id))
        options = {"start": {"file": self.studio.init_images.keep(person, photos[1])}}
        for prompt in (f"{name} in {words}", f"{words} at night"):
            subjects = [{"name": name}] if name in prompt else []
            self.studio.pictures.create(person, prompt, subjects=subjects, seed=7, options=options)
            (picture,) = finish_pictures(self.store, begin(self.store), now=2000.0)
        self.studio.pictures.put_in_bin(person, [picture.id])
        self.store.files.write_whole(self.store.files.explained_folder(picture.id) / "seed-1.png", words.encode())
        self.studio.pictures.create(person, f"{words} by day", seed=7)
        failed = begin(self.store)
        self.store.files.write_whole(self.store.files.preview_folder(failed.id) / "000001.jpg", b"preview")
        self.store.files.write_whole(self.store.files.checkpoint_folder(failed.id) / "state", b"checkpoint")
        self.store.files.write_whole(self.store.files.upload_folder(failed.id) / "given.safetensors", b"upload")
        self.store.jobs.fail(failed.id, StudioError("job-not-found", id=f"{name} {words}"))
        with self.store.files.worker_log.open("a") as log:
            log.write(f"Job {failed.id}: {name} in {words}\n")

    def raw(self) -> bytes:
        """Every byte of the data folder, and every name in it."""
        paths = sorted(self.store.files.root.rglob("*"))
        return b"\n".join([*(str(path).encode() for path in paths), *(p.read_bytes() for p in paths if p.is_file())])


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> House:
    """One that is closed, to be copied."""
    folder = tmp_path_factory.mktemp("leaving")
    photos = [folder / f"photo_{number}.jpg" for number in range(8)]
    for number, path in enumerate(photos):
        draw_photo(number).save(path, quality=92)
    with open_store(folder / "data") as store:
        studio = studio_over(store, seed=3, base_model="pocket")
        guest = studio.people.accept(studio.people.invite(OWNER).secret, "Walburga", PASSWORD).person
        studio.people.invite(OWNER)
        house = House(store=store, studio=studio, folder=folder, photos=photos, guest=guest)
        house.fill(OWNER, "Dumpling", "the garden", photos[:4])
        house.fill(guest, "Kunigunde", "zanzibar", photos[4:])
        return replace(
            house,
            secret=studio.people.start_session(guest),
            token=studio.people.new_token(guest, "Xanthippe").secret,
        )


@pytest.fixture
def house(kept: House, tmp_path: Path) -> Iterator[House]:
    shutil.copytree(kept.folder / "data", tmp_path / "data")
    with open_store(tmp_path / "data") as store:
        studio = studio_over(store, seed=4, base_model="pocket")
        yield replace(kept, store=store, studio=studio, folder=tmp_path)


def hers_of(house: House) -> dict[str, bytes]:
    """The files of the guest, as the data folder says whose they are."""
    jobs = {job.id for job in house.store.jobs.list(house.guest)}
    mine = (house.guest.id, *jobs)
    return {file: content for file, content in files_of(house).items() if any(id in file for id in mine)}


def traces(house: House, photos: Iterator[bytes] | list[bytes]) -> list[int | str]:
    """What of hers is found anywhere in the data folder."""
    raw = house.raw()
    return [word for word in HERS if word.encode() in raw] + [len(photo) for photo in photos if photo in raw]


def files_of(house: House) -> dict[str, bytes]:
    root = house.store.files.root
    return {
        str(path.relative_to(root)): path.read_bytes()
        for name in FOLDERS
        for path in (root / name).rglob("*")
        if path.is_file()
    }


# Everything deleted --------------------------------------------------------------------------------------------------


def test_of_a_guest_who_leaves_not_a_byte_stays_and_the_owner_keeps_all_of_hers(house: House) -> None:
    hers, everything = hers_of(house), files_of(house)
    owners = {file: content for file, content in everything.items() if file not in hers}
    snapshot = take_snapshot(OWNER, house.studio, 3000.0)
    telling = [content for content in hers.values() if content not in owners.values()]
    assert {type(one) for one in traces(house, telling)} == {str, int}, "all of it lies somewhere now"
    asked: list[Person] = []
    house.studio.leaving.forgetters.append(asked.append)

    removed = house.studio.leaving.delete_everything(house.guest)

    assert traces(house, telling) == []
    assert asked == [house.guest]
    assert (removed.subjects, removed.photos, removed.pictures, removed.jobs, removed.left) == (1, 4, 2, 4, 0)
    assert removed.files == len(hers)
    assert removed.bytes == sum(map(len, hers.values()))
    assert worded(removed.message).startswith("Deleted: 1 subject, 4 photos, 2 pictures and 4 jobs: ")
    assert files_of(house) == owners
    assert take_snapshot(OWNER, house.studio, 3000.0).subjects == snapshot.subjects
    assert house.people.of_session(house.secret) is None
    assert house.people.of_token(house.token) is None
    assert house.people.log_in("Walburga", PASSWORD) is None


def test_the_owner_deletes_all_of_hers_also_what_no_row_knows_and_her_guests_keep_theirs(house: House) -> None:
    theirs = hers_of(house)
    lost = house.store.files.write_whole("photos/0123456789ab/00.jpg", b"of a crash, long ago")
    coming = "photos/ba9876543210/00.jpg"
    house.store.files.write_whole(coming, b"of a request that is not queued yet")
    os.utime(lost.parent, (0, 0))
    house.studio.leaving.delete_everything(OWNER)
    assert files_of(house) == theirs | {coming: b"of a request that is not queued yet"}
    assert house.people.me(house.guest).name == "Walburga"
    assert len(house.studio.pictures.list(house.guest)) == 1
    assert house.people.of_session(house.secret) == house.guest
    raw = house.raw()
    assert [word for word in (b"the garden", b"umpling") if word in raw] == []


def test_every_table_with_a_person_and_every_folder_is_emptied_whichever_there_are(house: House) -> None:
    # By the types of their columns; and no column of another type names a person.
    owned = {str(kind.__tablename__) for kind in kinds_of_people()}
    tables = Base.metadata.sorted_tables
    assert owned == {"people"} | {table.name for table in tables if {"owner", "person", "guest"} & set(table.c.keys())}
    hanging = {table.name for table in tables if any(key.column.table.name in owned for key in table.foreign_keys)}
    assert {table.name for table in tables} == owned | hanging | {"workers", "invitations"}, "a new table is whose?"

    def empty() -> set[str]:
        with closing(sqlite3.connect(house.store.files.database)) as connection:
            return {name for name in owned | hanging if not connection.execute(f"SELECT 1 FROM {name}").fetchone()}

    assert empty() == set(), "each has something"
    root = house.store.files.root
    assert {path.name for path in root.iterdir() if path.is_dir()} == set(FOLDERS), "a new folder is told of in FOLDERS"
    assert {path.name for path in root.iterdir() if path.is_file()} <= NOBODYS
    assert {file.split("/")[0] for file in hers_of(house)} == set(FOLDERS), "each has something of hers"
    for who in (house.guest, OWNER):
        house.studio.leaving.delete_everything(who)
    assert files_of(house) == {}
    assert empty() == (owned | hanging) - {"picture_revisions"}, "a number that tells the owner's page to look again"


def test_a_running_job_is_cancelled_first_and_waited_for(house: House) -> None:
    guest = house.guest
    job = house.studio.pictures.create(guest, "zanzibar", seed=1)
    waiting = house.studio.pictures.create(guest, "zanzibar again", seed=1)
    port = LocalPort(house.store, "worker")
    assert port.claim(needs_model=True)
    seen: list[JobState] = []

    def pause(_seconds: float) -> None:
        """The worker comes to a point where it looks, and lets go."""
        seen.append(house.store.jobs.get(guest, waiting.id).state)
        house.store.jobs.cancelled(job.id)

    leaving = Leaving(house.store, house.studio.queue, house.people, StillEngine(), lambda: 0.0, pause)
    leaving.delete_everything(guest)
    assert seen == [JobState.CANCELLED]
    assert house.store.everything.people() == {OWNER}


def test_what_a_worker_writes_after_it_does_not_come_back(house: House) -> None:
    guest = house.guest
    port = LocalPort(house.store, "worker")
    picture_job = house.studio.pictures.create(guest, "zanzibar", seed=1)
    photos = house.photos[:4]
    lesson = house.studio.subjects.teach(guest, photos, "Zenobia", "cat", "quick")
    assert [one.id for one in iter(lambda: port.claim(needs_model=True), None)] == [picture_job.id, lesson.id]
    times = iter(range(0, 10_000, 10))
    leaving = Leaving(house.store, house.studio.queue, house.people, StillEngine(), lambda: next(times), lambda _: None)
    assert isinstance(picture_job.request, PictureRequest)
    picture = Picture(
        owner=guest, id=f"{picture_job.id}-00", file="pictures/x.png", seed=1, width=8, height=8, job_id=picture_job.id,
        request=picture_job.request, created_at=0.0, seconds=1.0,
    )  # fmt: skip
    leaving.delete_everything(guest)

    files = port.files
    for late in (
        files.picture_file(f"{picture_job.id}-00"),
        files.thumbnail_file(f"{picture_job.id}-00"),
        files.preview_folder(lesson.id) / "000001.jpg",
        files.checkpoint_folder(lesson.id) / "state",
        files.lora_folder(guest, "zenobia") / "samples" / "step_00040_1.png",
    ):
        with pytest.raises(NotFound):
            files.write_whole(late, b"late")
    for use in (
        lambda: port.keep_picture(picture),
        lambda: port.keep_checkpoint(lesson.id, Checkpoint(step=1, sample_files=())),
        lambda: port.report(lesson.id, step=1),
        lambda: port.command(lesson.id),
    ):
        with pytest.raises(NotFound):
            use()
    downloaded = files.upload_folder(lesson.id) / "part"
    downloaded.parent.mkdir()
    downloaded.write_bytes(b"late")  # as a download does, beside the port
    assert port.end(lesson.id, HandedBack()) is False
    assert hers_of(house) == {}
    assert house.store.everything.people() == {OWNER}


def test_what_was_asked_before_and_is_answered_after_it_is_refused(house: House) -> None:
    guest = house.guest
    house.studio.leaving.delete_everything(guest)
    photos = house.photos
    for use in (
        lambda: house.studio.queue.add(guest, JobKind.CREATE, picture_request(), 20),
        lambda: house.studio.subjects.teach(guest, photos, "Kunigunde", "cat", "quick"),
        lambda: house.studio.init_images.keep(guest, photos[0]),
    ):
        with pytest.raises(StudioError, match="This account is not there any more"):
            use()
    assert hers_of(house) == {}


def test_only_the_owner_removes_a_guest_with_all_that_the_guest_has(house: House) -> None:
    guest = house.guest
    for who, whom, error in (
        (guest, OWNER, NotAllowed),
        (Person("eve"), guest, NotAllowed),
        (OWNER, OWNER, NotAllowed),
    ):
        with pytest.raises(error):
            house.studio.leaving.remove_guest(who, whom)
    assert house.studio.leaving.remove_guest(OWNER, guest).pictures == 2
    with pytest.raises(NotFound):
        house.studio.leaving.remove_guest(OWNER, guest)
    assert hers_of(house) == {}


def test_a_deletion_that_was_broken_off_is_finished_at_the_next_start(house: House) -> None:
    guest = house.guest
    house.people.remove(OWNER, guest)  # the first that it does; then somebody pulled the plug
    again = studio_over(house.store, seed=4, base_model="pocket")
    (removed,) = again.leaving.finish()
    assert (removed.subjects, removed.pictures) == (1, 2)
    assert traces(house, []) == []
    assert again.leaving.finish() == []
    assert len(again.subjects.list(OWNER)) == 1


# Everything taken along ----------------------------------------------------------------------------------------------


def test_all_of_hers_can_be_taken_along_in_one_zip_that_needs_no_cuddle(house: House) -> None:
    guest, hers = house.guest, hers_of(house)
    others = {content for file, content in files_of(house).items() if file not in hers}
    target = house.folder / "all.zip"
    with speaking("de"):
        packed = house.studio.leaving.take_everything(guest, target)
    assert (packed.subjects, packed.photos, packed.pictures, packed.missing) == (1, 4, 2, ())
    with zipfile.ZipFile(target) as whole:
        assert whole.testzip() is None
        names = whole.namelist()
        content = {name: whole.read(name) for name in names}
    assert len(names) == len(set(names))
    # What lies in the data folder and is hers, but for what a job only needs while it works, and small copies.
    left_out = {"previews", "checkpoints", "uploads", "thumbnails", "explained"}
    for file, kept in hers.items():
        if not left_out & set(Path(file).parts):
            assert kept in content.values(), file
    assert not others & {one for name, one in content.items() if name.split("/")[0] in ("photos", "pictures", "starts")}
    assert content["README.txt"].decode("utf-8-sig").startswith("Das ")
    assert content["photos/Kunigunde/00.txt"].decode() == "kunigunde cat in zanzibar"
    (subject,) = json.loads(content["subjects.json"])
    assert (subject["name"], subject["kind"], subject["trigger_word"]) == ("Kunigunde", "cat", "kunigunde")
    for file in (*subject["photos"], *subject["samples"], *subject["lora_files"].values()):
        assert file in names
    sheet = list(csv.DictReader(io.StringIO(content["pictures.csv"].decode("utf-8-sig"))))
    assert [row["file"] in names for row in sheet] == [True, True]
    assert {row["in_bin"] for row in json.loads(content["pictures.json"])} == {True, False}
    with Image.open(io.BytesIO(content[sheet[0]["file"]])) as picture:
        assert "zanzibar" in picture.info["parameters"]
    assert [job["kind"] for job in json.loads(content["jobs.json"])].count("teach") == 1


def test_a_file_that_is_gone_is_named_and_the_rest_is_packed(house: House) -> None:
    (picture,) = house.studio.pictures.list(OWNER)
    house.store.files.remove(picture.file)
    packed = house.studio.leaving.take_everything(OWNER, house.folder / "all.zip")
    assert packed.missing == (picture.file,)
    with zipfile.ZipFile(house.folder / "all.zip") as whole:
        assert picture.file in whole.read("README.txt").decode("utf-8-sig")


@pytest.mark.parametrize(
    ("names", "safe"),
    [
        (["Ann/Bob", 'a<b>:"|?*'], ["Ann_Bob", "a_b______"]),
        (["CON", "nul.x", "Com1", "Cone"], ["_CON", "_nul.x", "_Com1", "Cone"]),
        (["Mia.", "MIA", "mia 2"], ["Mia", "MIA 2", "mia 2 2"]),
        (["...", "\N{COMBINING ACUTE ACCENT}", "Żółw", "猫"], ["_", "\N{COMBINING ACUTE ACCENT}", "Żółw", "猫"]),
        (["x" * 200], ["x" * 60]),
    ],
)
def test_names_in_the_zip_are_fine_on_every_system(names: list[str], safe: list[str]) -> None:
    assert safe_names(names) == safe
