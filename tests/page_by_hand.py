"""The page over a studio that no worker serves: tests move its jobs on by hand, through the store."""

import argparse
import sys
import threading
import time
from pathlib import Path

from app import login_for, one_thread_for_arrays, private_process, temporary_folder
from studio.settings import load_settings
from studio.store import open_store
from tests.other_language import take_words_from
from tests.still_studio import studio_over
from ui.serving import launch_settings, long_password, serve


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--data-folder", type=Path, required=True)
    parser.add_argument("--password")
    parser.add_argument("--words", type=Path, help="a folder of languages instead of Cuddle's own")
    options = parser.parse_args()
    settings = load_settings(port=options.port, data_folder=options.data_folder, password=options.password)
    one_thread_for_arrays()
    if options.words:
        take_words_from(options.words)
    with (
        private_process(),
        temporary_folder(settings.data_folder) as folder,
        open_store(settings.data_folder) as store,
    ):
        from ui.page import build_page
        from ui.served_files import ServedFiles

        login = login_for(settings, long_password)
        studio = studio_over(store, seed=None, owner_login=login)
        page = build_page(studio, ServedFiles(folder / "served", studio.file), time.time)
        serve(
            page,
            launch_settings(
                host=settings.host,
                port=settings.port,
                share=False,
                login=login,
                data_folder=settings.data_folder,
            ),
        )
        threading.Event().wait()


if __name__ == "__main__":
    sys.exit(main())
