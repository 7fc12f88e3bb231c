"""A studio whose jobs stay where the test puts them, and the files that its page serves."""

import asyncio
import gc
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.studio import Studio
from tests.still_studio import StillEngine, studio_over
from ui.people import asked_by
from ui.served_files import ServedFiles


@pytest.fixture(autouse=True)
def owner_asks() -> Iterator[None]:
    """Handlers are called as if the owner asked."""
    with asked_by(OWNER):
        yield


class Engine(StillEngine):
    """One that may be away."""

    is_there = True

    def forget_deleted_jobs(self) -> None:
        """Nothing to forget."""

    def alive(self) -> bool:
        return self.is_there


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def store(data_folder: Path) -> Iterator[Store]:
    with open_store(data_folder) as store:
        yield store


@pytest.fixture
def studio(store: Store, engine: Engine) -> Studio:
    return studio_over(store, engine)


@pytest.fixture
def page_files(studio: Studio, tmp_path: Path) -> ServedFiles:
    return ServedFiles(tmp_path / "page-files", studio.file)


def handlers_named(page: gr.Blocks, name: str) -> list[Any]:
    """All handlers of that name, as gradio holds them: each .fn with its .inputs and .outputs."""
    return [one for one in page.fns.values() if getattr(one.fn, "__name__", "") == name]


@contextmanager
def laid_out() -> Iterator[gr.Blocks]:
    """A page to lay parts out in."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # gradio leaves event loops open that nothing runs in
        with gr.Blocks() as blocks:
            yield blocks
        asyncio.set_event_loop(None)
        gc.collect()
