"""The web door: what it refuses with one sentence, and what it never loads."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app import (
    CANNOT_START,
    engine_of,
    login_for,
    opened_store,
    read_settings,
    sweep_temporary_folders,
    wait_for_device,
)
from studio.errors import StudioError
from studio.people.person import OWNER
from studio.settings import load_settings
from studio.store import open_store
from studio.words import worded
from tests.by_hand import begin, finish_pictures
from tests.contract.test_store_jobs import create

ROOT = Path(__file__).resolve().parent.parent.parent.parent


def start(*options: str) -> subprocess.CompletedProcess[str]:
    """Start the app where it cannot start, and wait for its end."""
    command = [sys.executable, str(ROOT / "app.py"), *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, env=dict(os.environ))


def check_one_sentence(done: subprocess.CompletedProcess[str], words: Sequence[str]) -> None:
    assert done.returncode == CANNOT_START
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("Cuddle cannot start: ")
    for word in words:
        assert word in done.stderr


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def test_a_port_in_use_is_one_sentence(taken_port: int, tmp_path: Path) -> None:
    done = start("--port", str(taken_port), "--data-folder", str(tmp_path / "data"))
    check_one_sentence(done, [f"127.0.0.1:{taken_port}", "cannot be listened on", f"--port {taken_port + 1}"])


def test_a_data_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("no folder")
    done = start("--port", "0", "--data-folder", str(in_the_way / "data"))
    check_one_sentence(done, [str(in_the_way / "data"), "could not be written", "--data-folder"])


def test_a_database_of_a_newer_version_is_one_sentence(tmp_path: Path) -> None:
    open_store(tmp_path / "data").close()
    with sqlite3.connect(tmp_path / "data" / "studio.db") as database:
        database.execute("update alembic_version set version_num = '9999'")
    database.close()
    done = start("--port", "0", "--data-folder", str(tmp_path / "data"))
    check_one_sentence(done, ["newer"])


def test_a_base_model_that_is_not_there_is_one_sentence_and_leaves_no_folder(tmp_path: Path) -> None:
    done = start("--base-model", "no such thing", "--data-folder", str(tmp_path / "data"))
    check_one_sentence(done, ["no base model 'no such thing'"])
    assert not (tmp_path / "data").exists()


def test_more_workers_than_cards_are_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "0,1")
    done = start("--port", "0", "--data-folder", str(tmp_path / "data"), "--workers", "3")
    check_one_sentence(done, ["--workers is 3", "Choose 1 to 2"])


def test_the_folder_for_temporary_files_is_no_data_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "app.py"), "--data-folder", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, timeout=120, env={**os.environ, "TMPDIR": str(tmp_path)},
    )  # fmt: skip
    check_one_sentence(done, ["temporary files"])


@pytest.mark.parametrize("login", ["anna", "anna:", ":secret", ""])
def test_a_login_needs_a_name_and_a_password(login: str) -> None:
    with pytest.raises(StudioError, match="--login takes a name and a password"):
        read_settings(["--login", login])


@pytest.mark.parametrize("reach", [["--share"], ["--host", "0.0.0.0"], ["--host", "192.168.1.5"]])
def test_what_others_can_reach_always_has_a_login(reach: list[str]) -> None:
    name, password = login_for(read_settings(reach), owner_has_password=False) or ("", "")
    assert name == "cuddle"
    assert len(password) >= 24
    assert login_for(read_settings(reach), owner_has_password=False) != (name, password), "a new one for each start"
    given = [*reach, "--login", "anna:vier:Wörter:hier"]
    assert login_for(read_settings(given), owner_has_password=True) == ("anna", "vier:Wörter:hier")
    assert login_for(read_settings(reach), owner_has_password=True) == ("cuddle", ""), "hers, which is kept, holds"


def test_alone_at_home_nobody_is_asked_unless_a_password_is_set() -> None:
    assert login_for(read_settings([]), owner_has_password=True) is None
    assert login_for(read_settings(["--login", "anna:x"]), owner_has_password=False) == ("anna", "x")


@pytest.mark.parametrize("reach", [["--share"], ["--host", "0.0.0.0"], ["--host", "192.168.1.5"]])
def test_a_weak_password_is_refused_for_what_others_can_reach(reach: list[str], tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="has 1 characters; a page that others can reach needs at least 12"):
        read_settings([*reach, "--login", "a:b"])
    (tmp_path / "login").write_text("anna:password1234\n")
    with pytest.raises(StudioError, match="too easy to guess"):
        read_settings([*reach, "--login-file", str(tmp_path / "login")])
    assert read_settings(["--login", "a:b"]).password == "b", "on this computer alone anything goes"


def test_a_weak_password_of_the_environment_is_refused_on_a_space(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPACE_ID", "someone/cuddle")
    monkeypatch.setenv("CUDDLE_PASSWORD", "short")
    with pytest.raises(StudioError, match="has 5 characters"):
        read_settings([])


def test_a_weak_password_with_a_share_link_is_one_sentence_that_does_not_quote_it(tmp_path: Path) -> None:
    done = start("--share", "--login", "anna:tobacco-1", "--data-folder", str(tmp_path / "data"))
    assert done.returncode == CANNOT_START
    hint, said = done.stderr.splitlines()
    assert hint.startswith("The password of --login shows in this computer's list of processes.")
    assert "--login-file" in hint and "CUDDLE_PASSWORD" in hint
    assert said.startswith("Cuddle cannot start: The password has 9 characters")
    assert "tobacco" not in done.stderr


def test_a_login_comes_from_a_file_or_the_environment_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "login"
    file.write_text("anna:vier Wörter und ein Igel\n", encoding="utf-8")
    settings = read_settings(["--login-file", str(file), "--share"])
    assert (settings.user, settings.password) == ("anna", "vier Wörter und ein Igel")
    assert "Igel" not in repr(settings)
    with pytest.raises(StudioError, match="both given"):
        read_settings(["--login-file", str(file), "--login", "a:b"])
    monkeypatch.setenv("CUDDLE_USER", "berta")
    monkeypatch.setenv("CUDDLE_PASSWORD", "fünf andere Wörter")
    settings = read_settings([])
    assert (settings.user, settings.password) == ("berta", "fünf andere Wörter")
    assert capsys.readouterr().err == ""
    read_settings(["--login", "anna:x"])
    assert "list of processes" in capsys.readouterr().err


HOLDS_A_FOLDER = (
    "import sys, app\nfrom pathlib import Path\n"
    "with app.private_process(), app.temporary_folder(Path('/nowhere')) as folder:\n"
    "    (folder / 'upload').mkdir(); (folder / 'upload' / 'photo.jpg').write_text('GPS')\n"
    "    print(folder, flush=True); sys.stdin.readline()\n"
)


@contextmanager
def holding(parent: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """A Cuddle's process with its folder for temporary files."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDS_A_FOLDER], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "TMPDIR": str(parent)},
    )  # fmt: skip
    assert process.stdout is not None
    with process:
        yield process, Path(process.stdout.readline().strip())
        process.communicate("\n")


def test_what_a_killed_cuddle_left_goes_at_the_next_start_and_a_running_ones_stays(tmp_path: Path) -> None:
    with holding(tmp_path) as (killed, left), holding(tmp_path) as (_, running):
        killed.kill()
        killed.wait()
        assert (left / "upload" / "photo.jpg").exists()
        with holding(tmp_path) as (_, new):
            assert not left.exists()
            assert (running / "upload" / "photo.jpg").exists()
            assert new.exists()
    assert list(tmp_path.iterdir()) == [], "those that end well take theirs along"


def test_only_own_folders_with_a_lock_that_nobody_holds_are_swept(tmp_path: Path) -> None:
    elsewhere, parent = tmp_path / "elsewhere", tmp_path / "tmp"
    for folder in (elsewhere, parent / "cuddle-stale", parent / "cuddle-without-a-lock", parent / "other-stale"):
        folder.mkdir(parents=True)
        (folder / "photo.jpg").write_text("GPS")
    for folder in (elsewhere, parent / "cuddle-stale", parent / "other-stale"):
        (folder / "owner.lock").touch()
    (parent / "cuddle-link").symlink_to(elsewhere)
    linked_lock = parent / "cuddle-linked-lock"
    linked_lock.mkdir()
    (linked_lock / "owner.lock").symlink_to(elsewhere / "owner.lock")
    (parent / "cuddle-file").write_text("no folder")
    sweep_temporary_folders(parent)
    assert {path.name for path in parent.iterdir()} == {
        "cuddle-without-a-lock", "other-stale", "cuddle-link", "cuddle-linked-lock", "cuddle-file",
    }  # fmt: skip
    assert (elsewhere / "photo.jpg").exists()


def test_another_users_folder_is_not_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cuddle-theirs").mkdir()
    (tmp_path / "cuddle-theirs" / "owner.lock").touch()
    monkeypatch.setattr("os.getuid", lambda: os.stat(tmp_path).st_uid + 1)
    sweep_temporary_folders(tmp_path)
    assert (tmp_path / "cuddle-theirs").exists()


class Waking:
    """A studio whose worker says what it works on when it is asked for the third time."""

    def __init__(self) -> None:
        self.asked = 0

    def status(self) -> SimpleNamespace:
        self.asked += 1
        return SimpleNamespace(device="NVIDIA H200" if self.asked >= 3 else "")


def test_the_page_waits_until_it_is_known_what_auto_is_but_not_for_a_model_that_was_named() -> None:
    studio: Any = Waking()
    wait_for_device(studio, read_settings([]))
    assert studio.asked == 3
    studio = Waking()
    wait_for_device(studio, read_settings(["--base-model", "pocket"]))
    assert studio.asked == 0


def test_the_page_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.DEVICE_SECONDS", 0.0)
    studio: Any = Waking()
    wait_for_device(studio, read_settings([]))
    assert studio.asked == 1


def test_a_space_listens_to_the_outside_unless_it_is_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings([]).host == "127.0.0.1"
    monkeypatch.setenv("SPACE_ID", "someone/cuddle")
    assert read_settings([]).host == "0.0.0.0"
    assert read_settings(["--host", "127.0.0.1"]).host == "127.0.0.1"


def test_the_process_of_the_page_never_loads_torch() -> None:
    program = (
        "import sys, app, ui.page, ui.serving, ui.api\n"
        "heavy = {'torch', 'diffusers', 'peft', 'accelerate', 'transformers'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, timeout=120)


def test_help_answers_without_loading_gradio() -> None:
    program = "import sys, app\nassert 'gradio' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, timeout=60)
    assert "--data-folder" in start("--help").stdout


def test_another_machine_is_asked_only_for_base_models_that_it_knows_too(tmp_path: Path, pocket_folder: Path) -> None:
    there = load_settings(engine=f"folder:{tmp_path / 'shared'}", base_model="sdxl")
    engine = engine_of(there, tmp_path)
    assert not engine.alive()
    assert f"No worker is at the shared folder {tmp_path / 'shared'}." in worded(engine.message)
    with pytest.raises(StudioError, match="is a file or folder of this computer"):
        engine_of(there.model_copy(update={"base_model": str(pocket_folder)}), tmp_path)


def test_where_the_disk_is_forgotten_a_start_goes_on_with_the_copy_in_the_data_folder_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bucket, disk = tmp_path / "bucket", tmp_path / "disk"
    settings = read_settings(["--data-folder", str(bucket), "--database-folder", str(disk)])
    with opened_store(settings, bucket) as (store, copies):
        assert copies is not None
        for job_id in ("one", "two"):
            create(store, job_id)
            finish_pictures(store, begin(store), now=1.0)
    assert capsys.readouterr().out == ""
    shutil.rmtree(disk)
    (bucket / "pictures" / "one-00.png").unlink()
    with opened_store(settings, bucket) as (store, _):
        assert [picture.id for picture in store.pictures.list(OWNER)] == ["two-00"]
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("The database is the copy of ")
    assert said[1].startswith("Taken off the lists, since their files are gone: 1 picture, ")
