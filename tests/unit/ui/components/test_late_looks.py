"""An answer about photos that are not on the page any more is dropped."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from studio.studio import Studio
from tests.unit.ui.conftest import handlers_named, laid_out
from ui.served_files import ServedFiles
from ui.tabs.teach import build_teach_tab
from ui.turns import Turns


def handler(studio: Studio, page_files: ServedFiles, name: str) -> Callable[..., Any]:
    """The first one of that name in the tab."""
    with laid_out() as blocks:
        build_teach_tab(studio, page_files)
        return handlers_named(blocks, name)[0].fn


def test_what_was_found_of_photos_comes_only_while_they_are_on_the_page(
    studio: Studio, page_files: ServedFiles, photos: Sequence[Path]
) -> None:
    look = handler(studio, page_files, "look_at_photos")
    page, given = Turns(), ([str(photo) for photo in photos], "pocket", "")
    assert ["coloured shards" in seen for seen, _, _ in look(*given, page)] == [False, True]
    late = look(*given, page)
    assert "<img" in next(late)[0]
    page.take()  # as the lesson's start does, which takes the photos off the page
    assert list(late) == []
    first, second = look(*given, page), look(*given, page)
    for one in (first, second):
        next(one)
    assert (len(list(first)), len(list(second))) == (0, 1), "the newest one is answered"
    assert len(list(look(*given, None))) == 2, "a page whose state is gone begins anew"


def test_a_lesson_that_starts_takes_its_photos_off_the_page(
    studio: Studio, page_files: ServedFiles, photos: Sequence[Path]
) -> None:
    start, page = handler(studio, page_files, "start_lesson"), Turns()
    turn = page.take()
    asked = {"photos": [str(photo) for photo in photos], "name": "Dumpling", "preset": "quick", "base_model": "pocket"}
    start(**asked, kind="", looks=page)
    assert page.is_newest(turn), "refused: the photos stay"
    start(**asked, kind="cat", looks=page)
    assert not page.is_newest(turn)
