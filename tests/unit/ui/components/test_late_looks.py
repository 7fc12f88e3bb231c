"""An answer about photos that are not on the page any more is dropped."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from studio.people.person import Person
from studio.studio import Studio
from studio.words import say
from tests.unit.ui.conftest import handlers_named, laid_out
from ui.components.drafts import draft
from ui.components.jobs.news import job_news
from ui.components.places import place_to_go
from ui.served_files import ServedFiles
from ui.tabs.teach import LESSON_DRAFT_KEY, build_teach_tab
from ui.turns import Turns

Handlers = Callable[[str], Callable[..., Any]]


@pytest.fixture
def handler(studio: Studio, page_files: ServedFiles) -> Handlers:
    """The first one of a name in the tab."""
    with laid_out() as blocks:
        build_teach_tab(blocks, draft(LESSON_DRAFT_KEY), studio, page_files, job_news("news", studio), place_to_go())
        return lambda name: handlers_named(blocks, name)[0].fn


def test_what_was_found_of_photos_comes_only_while_they_are_on_the_page(
    handler: Handlers, photos: Sequence[Path]
) -> None:
    look, who_draws = handler("look_at_photos"), handler("say_who_draws_them")
    page, given = Turns(), ([str(photo) for photo in photos], "pocket", "", None)
    seen, _, _, looked = look(*given, page)
    answers = [seen.props, who_draws(looked).props]
    assert [len(answer["photos"]) for answer in answers] == [len(photos)] * 2
    assert [say("looking-who-draws") in answer["note"] for answer in answers] == [True, False]
    assert ["coloured shards" in answer["beyond"] for answer in answers] == [False, True]
    late = look(*given, page)
    assert late[0].props["photos"]
    page.take()  # as the lesson's start does, which takes the photos off the page
    assert who_draws(late[-1]) == gr.skip()
    first, second = look(*given, page), look(*given, page)
    assert who_draws(first[-1]) == gr.skip()
    assert "coloured shards" in who_draws(second[-1]).props["beyond"], "the newest one is answered"
    seen, _, _, looked = look(*given, None)
    assert seen.props["photos"] and "coloured shards" in who_draws(looked).props["beyond"], (
        "a page whose state is gone begins anew"
    )


def test_photos_that_are_looked_at_late_are_not_shown(
    studio: Studio, handler: Handlers, photos: Sequence[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    look, page, given = handler("look_at_photos"), Turns(), [str(photo) for photo in photos]
    named = studio.models.named

    def named_late(person: Person, name: str | None = "auto") -> Any:
        page.take()  # as if a lesson began while the photos are looked at
        return named(person, name)

    monkeypatch.setattr(studio.models, "named", named_late)
    assert look(given, "pocket", "", None, page) == gr.skip()


def test_photos_for_a_model_that_draws_anything_take_one_answer(handler: Handlers, photos: Sequence[Path]) -> None:
    look, who_draws = handler("look_at_photos"), handler("say_who_draws_them")
    seen, _, captions, looked = look([str(photo) for photo in photos], "sdxl", "", None, Turns())
    assert seen.props["photos"] and say("looking-who-draws") not in seen.props["note"] and captions != gr.skip()
    assert who_draws(looked) == gr.skip()


def test_a_lesson_that_starts_takes_its_photos_off_the_page(handler: Handlers, photos: Sequence[Path]) -> None:
    start, page = handler("start_lesson"), Turns()
    turn = page.take()
    asked = {"photos": [str(photo) for photo in photos], "name": "Dumpling", "preset": "quick", "base_model": "pocket"}
    start(**asked, kind="", looks=page)
    assert page.is_newest(turn), "refused: the photos stay"
    start(**asked, kind="cat", looks=page)
    assert not page.is_newest(turn)
