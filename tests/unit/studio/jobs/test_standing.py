"""What is asked again and again, and how little is read for it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from benchmarks.page.full_store import fill
from studio.jobs.job import JobKind
from studio.people.person import OWNER
from studio.store import Store
from studio.studio import Studio
from tests.still_studio import StillEngine
from tests.unit.ui.rows import wish
from ui.components.news import what_is_new


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """What SQLite was asked inside the block."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(store.database.engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(store.database.engine, "before_cursor_execute", note)


def test_whether_anything_is_new_is_said_without_reading_a_row(studio: Studio, store: Store) -> None:
    fill(store.files.root, pictures=5, subjects=2, jobs=5)
    with statements(store) as asked:
        assert what_is_new(studio, 100.0) == what_is_new(studio, 100.0)
    assert asked == []


def test_every_change_that_a_page_shows_is_new_and_a_sign_of_life_is_not(
    studio: Studio, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [what_is_new(studio, 100.0)]

    def is_new(now: float = 100.0) -> bool:
        said.append(what_is_new(studio, now))
        return said[-1] != said[-2]

    store.jobs.add(OWNER, JobKind.CREATE, wish(), 20, "job")
    assert is_new()
    store.workers.register("worker", 1)
    store.jobs.claim("worker")
    assert is_new()
    store.jobs.heartbeat("job", "worker")
    store.workers.heartbeat("worker")
    assert not is_new()
    store.jobs.progress("job", step=1)
    assert is_new()
    monkeypatch.setattr(StillEngine, "alive", lambda self: False)
    assert is_new()
    assert not is_new(now=101.0)
    assert is_new(now=161.0), "news grows old: what only time changes is at most a minute late"


def test_many_pictures_are_told_of_with_as_many_questions_as_one(studio: Studio, store: Store) -> None:
    fill(store.files.root, pictures=40, subjects=2, jobs=40)
    with statements(store) as few:
        studio.pictures.likenesses(OWNER, studio.pictures.list(OWNER, limit=1))
    with statements(store) as many:
        assert studio.pictures.likenesses(OWNER, studio.pictures.list(OWNER, limit=40)) == [{}] * 40
    assert len(many) == len(few)
