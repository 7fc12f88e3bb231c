"""The web door: settings, store, studio, the engine that keeps the worker alive, page, launch. No torch in here."""

import argparse
import contextlib
import logging
import os
import random
import shutil
import signal
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from studio.base_models import resolve
from studio.engines.places import places
from studio.engines.pool import WorkerPool
from studio.errors import StudioError
from studio.settings import Settings, load_settings
from studio.store import open_store
from studio.studio import Studio

log = logging.getLogger("cuddle")

BASE_MODEL_HELP = (
    "auto (sdxl with a graphics card of 6 GB or more, else pocket), pocket, sdxl, sd15, a folder, a .safetensors file, "
    "or owner/name on the Hugging Face Hub"
)
DEVICE_SECONDS = 20.0  # for the worker to say what it works on, before the page is built without knowing it
CANNOT_START = 2  # exit code after one sentence about why


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the page until it is asked to end. Gives the exit code."""
    try:
        settings = read_settings(arguments)
        with temporary_folder(settings.data_folder) as folder:
            serve(settings, folder)
    except StudioError as error:
        print(f"Cuddle cannot start: {error}", file=sys.stderr)
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
    parser.add_argument("--base-model", help=BASE_MODEL_HELP)
    parser.add_argument("--device", help="what to work on: auto, cpu, cuda or mps (auto)")
    parser.add_argument("--workers", help="how much is worked at at once (one worker per graphics card)")
    parser.add_argument("--share", action="store_true", default=None, help="make a public link, behind a login")
    parser.add_argument("--login", metavar="USER:PASSWORD", help="ask for this name and password; kept out of the log")
    given = vars(parser.parse_args(arguments))
    login = given.pop("login")
    if login is not None:
        user, colon, password = login.partition(":")
        if not (user and colon and password):
            raise StudioError("--login takes a name and a password with a colon between them, such as anna:secret.")
        given |= {"user": user, "password": password}
    if os.environ.get("SPACE_ID") and given["host"] is None and "CUDDLE_HOST" not in os.environ:
        given["host"] = "0.0.0.0"  # a Hugging Face Space is reached from outside of its container
    return load_settings(**given)


@contextlib.contextmanager
def temporary_folder(data_folder: Path) -> Iterator[Path]:
    """A private folder for uploads and for the copies that browsers fetch; it goes at the end. Errors: StudioError."""
    folder = Path(tempfile.mkdtemp(prefix="cuddle-")).resolve()
    try:
        if folder.is_relative_to(data_folder.expanduser().resolve()):
            raise StudioError(
                f"The data folder {data_folder} holds this computer's folder for temporary files. "
                "Choose another one with --data-folder."
            )
        os.environ["GRADIO_TEMP_DIR"] = str(folder)
        os.environ["GRADIO_EXAMPLES_CACHE"] = str(folder / "examples")
        os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def serve(settings: Settings, folder: Path) -> None:
    """Open the studio, build the page, serve it, and close everything in turn. Errors: StudioError."""
    data_folder = settings.data_folder.expanduser().absolute()
    if settings.base_model != "auto":
        resolve(settings.base_model)  # one that is not there, or is none, is said now and not on the page
    check_port(settings.host, settings.port)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    for chatty in ("httpx", "httpx2", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    with open_store(data_folder) as store:
        where = places(settings.device, settings.workers)
        engine = WorkerPool.on_this_computer(data_folder, settings.device, where)
        studio = Studio(store, engine, random.SystemRandom(), settings)
        engine.start()
        try:
            serve_page(studio, settings, data_folder, folder)
        finally:
            engine.stop()


def serve_page(studio: Studio, settings: Settings, data_folder: Path, folder: Path) -> None:
    """Serve until SIGINT or SIGTERM. Errors: StudioError for an address that cannot be listened on."""
    # Gradio takes seconds to import: --help and every mistake above are answered before that.
    from ui.handouts import Handouts
    from ui.page import build_page
    from ui.serving import launch_settings, long_password

    login = login_for(settings, long_password)
    wait_for_device(studio, settings)
    page = build_page(studio, Handouts(folder / "handouts", studio.file), time.time)
    page.queue(max_size=64, default_concurrency_limit=4, api_open=False)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    try:
        _, local_url, share_url = page.launch(
            **launch_settings(
                host=settings.host, port=settings.port, share=settings.share, login=login, data_folder=data_folder
            )
        )
    except OSError as error:
        raise port_in_use(settings.host, settings.port) from error
    try:
        print(f"Cuddle is ready: {local_url}", flush=True)
        print(f"Everything it keeps lies in {data_folder}", flush=True)
        if share_url:
            print(f"For others, as long as this runs: {share_url}", flush=True)
        if login is not None and settings.password is None:
            print(f"Log in as {login[0]} with the password {login[1]}", flush=True)
        stop.wait()
    finally:
        page.close(verbose=False)


def wait_for_device(studio: Studio, settings: Settings) -> None:
    """Until it is known what "auto" is, which the page says in many places; not for longer than DEVICE_SECONDS."""
    until = time.monotonic() + DEVICE_SECONDS
    while settings.base_model == "auto" and not studio.status().device and time.monotonic() < until:
        time.sleep(0.05)


def login_for(settings: Settings, new_password: Callable[[], str]) -> tuple[str, str] | None:
    """(user, password) where one is asked for. A public link has a new one where none is given."""
    password = settings.password or (new_password() if settings.share else None)
    return None if password is None else (settings.user, password)


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
    return StudioError(
        f"{host}:{port} cannot be listened on; maybe Cuddle runs there already. "
        f"Open http://{host}:{port}, end the other program, or choose another port, such as --port {port + 1}."
    )


if __name__ == "__main__":
    sys.exit(main())
