"""The web door: settings, store, studio, the engine that keeps the worker alive, page, launch. No torch in here."""

import argparse
import contextlib
import logging
import os
import random
import secrets
import shutil
import signal
import socket
import stat
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from studio.bounded_log import BoundedStream
from studio.checks import shown
from studio.copies.database_copies import DatabaseCopies
from studio.engines import Engine
from studio.engines.places import places
from studio.engines.pool import WorkerPool
from studio.engines.shared_folder.engine import SharedFolderEngine
from studio.engines.shared_folder.parcels import check_portable
from studio.errors import StudioError
from studio.models.base_models import resolve
from studio.paths import written_path
from studio.people.passwords import check_password, is_loopback, read_login, read_login_file
from studio.people.person import OWNER
from studio.settings import Settings, load_settings
from studio.store import Store, open_store
from studio.store.disk.files import DataFolder
from studio.store.disk.locks import FileLock
from studio.studio import Studio
from studio.words import say

log = logging.getLogger("cuddle")

BASE_MODEL_HELP = (
    "auto (sdxl with a graphics card of 6 GB or more, else pocket), pocket, sdxl, sd15, a folder, a .safetensors file, "
    "or owner/name on the Hugging Face Hub"
)
DATABASE_HELP = (
    "where the database lies instead, on a disk of this computer, where the data folder is a mounted bucket; copies of "
    "it are kept in the data folder, and the newest is taken where there is no database"
)
LOGIN_HELP = (
    "ask for this name and password. Other people on this computer see it in the list of processes: --login-file, or "
    "CUDDLE_USER and CUDDLE_PASSWORD in the environment, keep it to yourself"
)
DEVICE_SECONDS = 20.0  # for the worker to say what it works on, before the page is built without knowing it
CANNOT_START = 2  # exit code after one sentence about why
OWNER_ONLY = 0o077  # the umask: what is written is the owner's alone
TEMPORARY_PREFIX = "cuddle-"
OWNER_LOCK = "owner.lock"  # in the temporary folder, held for as long as its Cuddle runs


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the page until it is asked to end. Gives the exit code."""
    try:
        settings = read_settings(arguments)
        one_thread_for_arrays()
        with private_process(), temporary_folder(settings.data_folder) as folder:
            serve(settings, folder)
    except StudioError as error:
        print(say("start-failed", why=error.message), file=sys.stderr)
        return CANNOT_START
    return 0


def read_settings(arguments: Sequence[str] | None) -> Settings:
    """Settings from the command line, else from CUDDLE_* in the environment. Errors: StudioError."""
    parser = argparse.ArgumentParser(
        prog="cuddle", description="Teach Cuddle the ones you love from a few photos, and put them into one picture."
    )
    parser.add_argument("--host", help="address to listen on (127.0.0.1; 0.0.0.0 opens it to your network)")
    parser.add_argument("--port", help="port to listen on (7860)")
    parser.add_argument("--data-folder", help="where photos, LoRA files and pictures lie (Cuddle in your home folder)")
    parser.add_argument("--database-folder", help=DATABASE_HELP)
    parser.add_argument("--base-model", help=BASE_MODEL_HELP)
    parser.add_argument("--device", help="what to work on: auto, cpu, cuda or mps (auto)")
    parser.add_argument("--workers", help="how much is worked at at once (one worker per graphics card)")
    parser.add_argument("--engine", help="where that is: local, or folder:PATH, shared with other machines (local)")
    parser.add_argument("--share", action="store_true", default=None, help="make a public link, behind a login")
    parser.add_argument("--login", metavar="USER:PASSWORD", help=LOGIN_HELP)
    parser.add_argument("--login-file", metavar="PATH", type=Path, help="a file with one line, USER:PASSWORD")
    given = vars(parser.parse_args(arguments))
    login, login_file = given.pop("login"), given.pop("login_file")
    if login is not None and login_file is not None:
        raise StudioError("start-two-logins")
    if login is not None:
        given["user"], given["password"] = read_login(login, "--login")
        print(say("start-login-shows"), file=sys.stderr)
    if login_file is not None:
        given["user"], given["password"] = read_login_file(login_file)
    if os.environ.get("SPACE_ID") and given["host"] is None and "CUDDLE_HOST" not in os.environ:
        given["host"] = "0.0.0.0"  # a Hugging Face Space is reached from outside of its container
    settings = load_settings(**given)
    if settings.password is not None and (settings.share or not is_loopback(settings.host)):
        check_password(settings.user, settings.password)
    return settings


def one_thread_for_arrays() -> None:
    """Before numpy is loaded: several threads for a small array wait for each other longer than one takes alone."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@contextlib.contextmanager
def private_process() -> Iterator[None]:
    """What this process and its workers write is for its owner alone, and what it says is bounded by the minute."""
    mask = os.umask(OWNER_ONLY)
    output: Any = BoundedStream(sys.stdout)
    errors: Any = BoundedStream(sys.stderr)
    try:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            yield
    finally:
        os.umask(mask)


@contextlib.contextmanager
def temporary_folder(data_folder: Path) -> Iterator[Path]:
    """A private folder for uploads and for the copies that browsers fetch; it goes at the end. Errors: StudioError.

    One that a killed Cuddle left behind goes at the start of the next.
    """
    parent = Path(tempfile.gettempdir()).resolve()
    sweep_temporary_folders(parent)
    folder, lock = _locked_folder(parent)
    try:
        if folder.is_relative_to(written_path(data_folder).resolve()):
            raise StudioError("start-data-folder-around-temporary", folder=str(data_folder))
        os.environ["GRADIO_TEMP_DIR"] = str(folder)
        os.environ["GRADIO_EXAMPLES_CACHE"] = str(folder / "examples")
        os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
        yield folder
    finally:
        lock.release()  # first: Windows keeps a file that is open
        shutil.rmtree(folder, ignore_errors=True)


def _locked_folder(parent: Path) -> tuple[Path, FileLock]:
    """A new folder, and the lock in it that says that its Cuddle runs."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=TEMPORARY_PREFIX, dir=parent))
        lock = FileLock(folder / OWNER_LOCK)
        # Another Cuddle that starts now may have found the lock before this one held it, and taken the folder away.
        with contextlib.suppress(StudioError):
            if lock.try_acquire() and lock.path.exists():
                return folder, lock
        lock.release()


def sweep_temporary_folders(parent: Path) -> None:
    """Remove the folders of Cuddles that ended without doing so: this user's own, whose lock nobody holds any more."""
    for folder in parent.glob(f"{TEMPORARY_PREFIX}*"):
        lock = FileLock(folder / OWNER_LOCK)
        try:
            if not (_is_own(folder, stat.S_ISDIR) and _is_own(lock.path, stat.S_ISREG) and lock.try_acquire()):
                continue
            shutil.rmtree(folder, ignore_errors=True)
        except (OSError, StudioError):
            continue  # it went, or changed hands, in this very moment
        finally:
            lock.release()
        if sys.platform == "win32":
            shutil.rmtree(folder, ignore_errors=True)  # the lock, which was open


def _is_own(path: Path, is_kind: Callable[[int], bool]) -> bool:
    """Whether a path itself, not what a link leads to, is of that kind and this user's."""
    facts = path.lstat()
    return is_kind(facts.st_mode) and (not hasattr(os, "getuid") or facts.st_uid == os.getuid())


def serve(settings: Settings, folder: Path) -> None:
    """Open the studio, build the page, serve it, and close everything in turn. Errors: StudioError."""
    data_folder = written_path(settings.data_folder).absolute()
    if settings.base_model != "auto":
        resolve(settings.base_model)  # one that is not there, or is none, is said now and not on the page
    check_port(settings.host, settings.port)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    for chatty in ("httpx", "httpx2", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    with opened_store(settings, data_folder) as (store, copies):
        engine = engine_of(settings, data_folder)
        login = login_for(settings, store.people.password_hash(OWNER) is not None)
        studio = Studio(store, engine, random.SystemRandom(), settings, login)
        if copies is not None:
            studio.leaving.forgetters.append(lambda _person: copies.renew())
        studio.leaving.finish()
        studio.pictures.empty_bins()
        store.files.remove_half_files(store.clock())
        engine.start()
        try:
            serve_page(studio, settings, data_folder, folder, login)
        finally:
            if copies is not None:  # before the worker has its time of grace: a Space may not wait for that
                with contextlib.suppress(StudioError):
                    copies.copy()
            engine.stop()


@contextlib.contextmanager
def opened_store(settings: Settings, data_folder: Path) -> Iterator[tuple[Store, DatabaseCopies | None]]:
    """The store, and what keeps copies of a database that lies elsewhere, for the block. Errors: StudioError."""
    if settings.database_folder is None:
        with open_store(data_folder) as store:
            yield store, None
        return
    copies = DatabaseCopies(DataFolder(data_folder, settings.database_folder))
    restored = copies.restore()
    with open_store(data_folder, database_folder=settings.database_folder) as store:
        if restored is not None:
            print(say(restored.message), flush=True)
            pictures, subjects = store.everything.reconcile(lambda file: store.files.path(file).is_file())
            if pictures or subjects:
                print(say("database-reconciled", pictures=pictures, subjects=subjects), flush=True)
        copies.start(store.database.changes)
        try:
            yield store, copies
        finally:
            copies.stop()


def engine_of(settings: Settings, data_folder: Path) -> Engine:
    """What takes care that lessons and pictures are made. Errors: StudioError for a base model that cannot be there."""
    if settings.engine == "local":
        return WorkerPool.on_this_computer(
            data_folder, settings.device, places(settings.device, settings.workers), settings.database_folder
        )
    if settings.base_model != "auto":
        check_portable(resolve(settings.base_model).id)
    shared_folder = Path(settings.engine.removeprefix("folder:"))
    return SharedFolderEngine.beside_this_computer(data_folder, shared_folder, settings.database_folder)


def serve_page(
    studio: Studio, settings: Settings, data_folder: Path, folder: Path, login: tuple[str, str] | None
) -> None:
    """Serve until SIGINT or SIGTERM. Errors: StudioError for an address that cannot be listened on."""
    # Gradio takes seconds to import: --help and every mistake above are answered before that.
    from ui.page import build_page
    from ui.served_files import ServedFiles
    from ui.serving import launch_settings
    from ui.serving import serve as serve_blocks

    wait_for_device(studio, settings)
    served = ServedFiles(folder / "served", studio.file)
    page = build_page(studio, served, time.time)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    try:
        local_url, share_url = serve_blocks(
            page,
            launch_settings(
                host=settings.host,
                port=settings.port,
                share=settings.share,
                people=studio.people,
                served=served,
                data_folder=data_folder,
            ),
        )
    except OSError as error:
        raise port_in_use(settings.host, settings.port) from error
    try:
        print(say("start-ready", url=local_url), flush=True)
        print(say("start-data-folder", folder=shown(data_folder, 5000)), flush=True)
        if share_url:
            print(say("start-share", url=share_url), flush=True)
        if login is not None and login[1] and settings.password is None:
            print(say("start-login", name=login[0], password=login[1]), flush=True)
        stop.wait()
    finally:
        page.close(verbose=False)


def wait_for_device(studio: Studio, settings: Settings) -> None:
    """Until it is known what "auto" is, which the page says in many places; not for longer than DEVICE_SECONDS."""
    until = time.monotonic() + DEVICE_SECONDS
    while settings.base_model == "auto" and not studio.status().device and time.monotonic() < until:
        time.sleep(0.05)


def login_for(settings: Settings, owner_has_password: bool) -> tuple[str, str] | None:
    """(name, password) of the owner where one is asked for: where others can reach the page, or a password is set.

    One is made where none is set, unless she has one of her own already, kept from the page; then it is empty, and
    nothing matches it.
    """
    if settings.password is not None:
        return settings.user, settings.password
    if not settings.share and is_loopback(settings.host):
        return None
    return settings.user, "" if owner_has_password else secrets.token_urlsafe(18)


def check_port(host: str, port: int) -> None:
    """Errors: StudioError when nobody can listen there."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        raise port_in_use(host, port) from error


def port_in_use(host: str, port: int) -> StudioError:
    """The sentence for an address that somebody else has."""
    return StudioError("start-port-in-use", host=host, port=port, next=port + 1)


if __name__ == "__main__":
    sys.exit(main())
