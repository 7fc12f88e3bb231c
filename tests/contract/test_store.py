"""The store as a whole: opening it, its files, its subjects and pictures, and every way the disk can refuse."""

import errno
import os
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, text

from studio.errors import NotFound, StudioError
from studio.jobs.requests import PictureRequest, SubjectChoice
from studio.people.person import OWNER
from studio.pictures.picture import Picture
from studio.pictures.picture_filter import PictureFilter
from studio.store import Store, open_store
from studio.store.database import MIGRATIONS
from studio.store.tables import Base
from studio.subjects.subject import Subject

DUMPLING = Subject(
    owner=OWNER,
    name="Dumpling",
    kind="cat",
    trigger_word="dumpling",
    base_model="pocket",
    state="ready",
    cover_file="photos/1/00.jpg",
    photo_files=("photos/1/00.jpg", "photos/1/01.jpg"),
    lora_files={"kohya": "loras/dumpling/dumpling.safetensors"},
    sample_files=("loras/dumpling/1.png",),
    job_id="1",
    created_at=5.0,
    rank=16,
    alpha=8.0,
    steps=160,
)


@pytest.fixture
def store(data_folder: Path) -> Iterator[Store]:
    with open_store(data_folder) as store:
        yield store


def picture(id: str, prompt: str = "a cat", subjects: tuple[str, ...] = (), created_at: float = 1.0) -> Picture:
    request = PictureRequest(
        prompt=prompt,
        typed_prompt=prompt,
        negative_prompt="blurry",
        subjects=tuple(SubjectChoice(name=name, strength=0.5, box=(0, 0, 0.5, 1)) for name in subjects),
        sampler="Euler a",
        steps=20,
        guidance_scale=5.0,
        seed=77,
        width=256,
        height=256,
        count=1,
        base_model="pocket",
    )
    return Picture(
        owner=OWNER,
        id=id,
        file=f"pictures/{id}.png",
        seed=77,
        width=256,
        height=256,
        job_id="1",
        request=request,
        created_at=created_at,
        seconds=2.5,
    )


# Opening ------------------------------------------------------------------------------------------------------------


def test_an_empty_folder_becomes_a_store_whose_tables_are_those_of_the_code(store: Store) -> None:
    with store.database.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_opening_again_keeps_everything(data_folder: Path) -> None:
    for _ in range(3):
        with open_store(data_folder) as store:
            if store.subjects.find(OWNER, "Dumpling") is None:
                store.subjects.add(DUMPLING)
    with open_store(data_folder) as store:
        assert store.subjects.list(OWNER) == [DUMPLING]


def test_subjects_from_before_families_were_kept_have_the_one_they_were_taken_for(data_folder: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = create_engine(f"sqlite:///{data_folder / 'studio.db'}")
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for name, base_model in (("luna", "pocket"), ("anna", "owner/some-model")):
            columns = (
                "key, name, kind, trigger_word, base_model, state, photo_files, lora_files, sample_files, created_at"
            )
            values = f"'{name}', '{name}', 'cat', '{name}', '{base_model}', 'ready', '[]', '{{}}', '[]', 1"
            connection.execute(text(f"INSERT INTO subjects ({columns}) VALUES ({values})"))
        connection.commit()
    engine.dispose()
    with open_store(data_folder) as store:
        assert {subject.name: subject.family for subject in store.subjects.list(OWNER)} == {
            "luna": "pocket",
            "anna": "sdxl",
        }


def test_a_database_of_a_newer_cuddle_is_refused_and_not_touched(data_folder: Path) -> None:
    with open_store(data_folder) as store, store.database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StudioError, match=r"written by a newer Cuddle \(its version is '9999'\)"):
        open_store(data_folder)
    with sqlite3.connect(data_folder / "studio.db") as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]
    connection.close()


def test_a_foreign_database_and_a_file_that_is_none_are_refused(data_folder: Path) -> None:
    connection = sqlite3.connect(data_folder / "studio.db")
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    with pytest.raises(StudioError, match="is a database, but not one of Cuddle's"):
        open_store(data_folder)
    (data_folder / "studio.db").write_bytes(b"Dear diary, " * 1000)
    with pytest.raises(StudioError, match="is not a database, or it is damaged"):
        open_store(data_folder)


def test_a_data_folder_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StudioError, match=r"The data folder .*file/data could not be written.*--data-folder"):
        open_store(tmp_path / "file" / "data")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("studio.store.disk.files.tempfile.TemporaryFile", refuse)
    with pytest.raises(StudioError, match=r"could not be written \(Permission denied\)"):
        open_store(tmp_path / "data")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything can be written by this user")
def test_a_read_only_data_folder_is_refused(data_folder: Path) -> None:
    data_folder.chmod(0o500)
    try:
        with pytest.raises(StudioError, match="could not be written"):
            open_store(data_folder)
    finally:
        data_folder.chmod(0o700)


def test_a_full_disk_is_said_and_what_was_there_stays(store: Store) -> None:
    store.subjects.add(DUMPLING)
    with store.database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")  # SQLite now reports what a full disk reports
    with pytest.raises(StudioError, match=r"The disk is full: .*studio.db.*Free some space"):
        store.subjects.update(OWNER, "Dumpling", photo_files=["x" * 500_000])
    assert store.subjects.list(OWNER) == [DUMPLING]


def test_a_program_that_keeps_the_database_busy_is_named(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    other = sqlite3.connect(store.files.database)
    other.execute("BEGIN IMMEDIATE")
    with store.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 10")
    with pytest.raises(StudioError, match="was in use by another program"):
        store.subjects.add(DUMPLING)
    other.close()


# Files --------------------------------------------------------------------------------------------------------------


def test_a_file_is_written_whole_or_not_at_all(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    path = store.files.write_whole("pictures/a.png", b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StudioError, match="The disk is full"):
        store.files.write_whole("pictures/a.png", b"new")
    assert path.read_bytes() == b"old"
    assert [file.name for file in path.parent.iterdir()] == ["a.png"]


def test_half_files_of_killed_writers_go_at_a_start_and_those_being_written_stay(store: Store) -> None:
    whole = store.files.write_whole("pictures/one.png", b"whole")
    left, written = (whole.with_name(f".two.png.{name}.part") for name in ("left", "written"))
    for path in (whole, left):
        path.write_bytes(b"half")
        os.utime(path, (1000.0, 1000.0))
    written.write_bytes(b"ha")
    os.utime(written, (4000.0, 4000.0))
    assert store.files.remove_half_files(now=5000.0) == 1
    assert (whole.exists(), left.exists(), written.exists()) == (True, False, True)


@pytest.mark.parametrize("file", ["../x", "/etc/passwd", "photos/../../x", "photos\0"])
def test_a_path_that_leads_out_of_the_data_folder_is_refused(file: str, store: Store) -> None:
    with pytest.raises(StudioError, match="is outside of the data folder"):
        store.files.path(file)


@pytest.mark.parametrize("name", ["", "..", ".hidden", "a/b", "ä", "a b"])
def test_folders_are_named_by_plain_names_only(name: str, store: Store) -> None:
    with pytest.raises(StudioError, match="cannot name a file"):
        store.files.lora_folder(OWNER, name)


def test_paths_and_rows_name_the_same_files(store: Store) -> None:
    path = store.files.photo_folder("12") / "00.jpg"
    assert store.files.relative(path) == "photos/12/00.jpg"
    assert store.files.path("photos/12/00.jpg") == path
    assert store.files.free_bytes() > 0


def test_removing_takes_files_and_folders_but_never_the_data_folder(store: Store) -> None:
    store.files.write_whole("photos/12/00.jpg", b"x")
    store.files.remove("photos/12")
    store.files.remove("photos/12")
    assert not store.files.path("photos/12").exists()
    with pytest.raises(StudioError, match="never removed"):
        store.files.remove("")


# Subjects -----------------------------------------------------------------------------------------------------------


def test_a_subject_comes_back_as_it_was_whatever_the_case(store: Store) -> None:
    store.subjects.add(DUMPLING)
    assert store.subjects.get(OWNER, " dumpLING ") == DUMPLING
    with pytest.raises(NotFound, match="There is no subject named 'Anna'"):
        store.subjects.get(OWNER, "Anna")
    assert store.subjects.find(OWNER, "Anna") is None


def test_names_and_trigger_words_are_given_once(store: Store) -> None:
    store.subjects.add(DUMPLING)
    with pytest.raises(StudioError, match="There is a subject named 'Dumpling' already"):
        store.subjects.add(replace(DUMPLING, name="DUMPLING", trigger_word="other"))
    with pytest.raises(StudioError, match="The trigger word 'dumpling' belongs to Dumpling already"):
        store.subjects.add(replace(DUMPLING, name="Other"))


@pytest.mark.parametrize("name", ["Zo\u00eb", "\u00d1and\u00fa", "\ub450\ubd80", "\u304c\u304f"])
def test_a_name_is_one_however_it_is_composed(name: str, store: Store) -> None:
    apart = unicodedata.normalize("NFD", name)
    assert apart != name
    store.subjects.add(replace(DUMPLING, name=name))
    store.pictures.add(picture("p1", f"{name} asleep", (name,)))
    assert store.subjects.get(OWNER, apart).name == name
    with pytest.raises(StudioError, match="There is a subject named"):
        store.subjects.add(replace(DUMPLING, name=apart.upper(), trigger_word="other"))
    assert [one.id for one in store.pictures.list(OWNER, PictureFilter(search=apart))] == ["p1"]
    assert [one.id for one in store.pictures.list(OWNER, PictureFilter(subject=apart))] == ["p1"]


def test_a_failed_subject_makes_room_for_a_new_one_of_its_name(store: Store) -> None:
    store.subjects.add(replace(DUMPLING, state="failed"))
    store.subjects.add(replace(DUMPLING, job_id="2"))
    assert store.subjects.get(OWNER, "Dumpling").job_id == "2"


def test_a_subject_is_updated_field_by_field_and_deleted(store: Store) -> None:
    store.subjects.add(replace(DUMPLING, state="learning"))
    assert store.subjects.update(OWNER, "dumpling", state="ready", sample_files=("a.png",)).sample_files == ("a.png",)
    for field in ("name", "trigger_word", "surprise"):
        with pytest.raises(TypeError, match=field):
            store.subjects.update(OWNER, "dumpling", **{field: "x"})
    store.subjects.delete(OWNER, "dumpling")
    assert store.subjects.list(OWNER) == []
    with pytest.raises(NotFound):
        store.subjects.delete(OWNER, "dumpling")


# Pictures -----------------------------------------------------------------------------------------------------------


def test_a_picture_comes_back_with_every_parameter(store: Store) -> None:
    made = picture("a", subjects=("Dumpling",))
    store.pictures.add(made)
    assert store.pictures.get(OWNER, "a") == made
    store.pictures.add(replace(made, seconds=3.0))
    assert [one.seconds for one in store.pictures.list(OWNER)] == [3.0]


@pytest.mark.parametrize("seed", [0, 2**32, 2**63 - 1, 2**63, 2**64 - 1])
def test_a_seed_of_64_bits_is_kept_exactly(store: Store, seed: int) -> None:
    kept = store.pictures.add(replace(picture("one"), seed=seed))
    assert store.pictures.get(OWNER, "one").seed == kept.seed == seed
    assert [found.id for found in store.pictures.list(OWNER, PictureFilter(search=str(seed)))] == ["one"]


def test_pictures_are_found_by_words_and_by_subject_newest_first(store: Store) -> None:
    store.pictures.add(picture("a", "dumpling cat at the BEACH", ("Dumpling",), 1.0))
    store.pictures.add(picture("b", "anna woman, 100% snow_man", ("Anna", "Dumpling"), 2.0))
    store.pictures.add(picture("c", "Ein Schloß", (), 3.0))

    def ids(limit: int = 100, offset: int = 0, search: str = "", subject: str | None = None) -> str:
        chosen = PictureFilter(search=search, subject=subject)
        return "".join(one.id for one in store.pictures.list(OWNER, chosen, limit, offset))

    assert ids() == "cba"
    assert ids(limit=1, offset=1) == "b"
    assert ids(search="beach Dumpling") == "a"
    assert ids(search="SCHLOSS") == "c"
    assert ids(search="%") == "b"
    assert ids(search="snow_") == "b"
    assert ids(search="euler 77") == "cba"
    assert ids(subject="dumpling") == "ba"
    assert ids(subject="anna", search="beach") == ""


def test_a_deleted_picture_is_gone(store: Store) -> None:
    store.pictures.add(picture("a", subjects=("Dumpling",)))
    store.pictures.delete(OWNER, "a")
    assert store.pictures.list(OWNER, PictureFilter(subject="Dumpling")) == []
    for use in (store.pictures.get, store.pictures.delete):
        with pytest.raises(NotFound, match="There is no picture 'a'"):
            use(OWNER, "a")


# Workers ------------------------------------------------------------------------------------------------------------


def test_the_latest_worker_is_known_with_what_it_said(store: Store) -> None:
    assert store.workers.latest() is None
    store.workers.register("w1", 11)
    store.workers.register("w2", 22, device="NVIDIA", gpu_gb=24.0)
    store.workers.heartbeat("w2", base_model="pocket")
    worker = store.workers.latest()
    assert worker is not None
    assert (worker.id, worker.pid, worker.device, worker.base_model) == ("w2", 22, "NVIDIA", "pocket")
    assert worker.gpu_gb == 24.0
    with pytest.raises(NotFound):
        store.workers.heartbeat("w1")
    store.workers.forget("w2")
    assert store.workers.latest() is None
