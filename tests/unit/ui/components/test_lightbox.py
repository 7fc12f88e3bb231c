"""The opened picture, as far as it is the server's."""

from studio.people.person import OWNER
from studio.store import Store
from studio.studio import Studio
from tests.by_hand import begin, finish_pictures
from tests.unit.ui.conftest import laid_out
from ui.components.pictures.lightbox import lightbox
from ui.served_files import ServedFiles


def test_further_actions_are_buttons_with_an_event_of_their_own(studio: Studio, page_files: ServedFiles) -> None:
    with laid_out():
        opened = lightbox(studio.pictures, page_files, {"again_in_part": "Draw a part again"})
        opened.again_in_part(lambda: None)  # type: ignore[attr-defined]
    assert '["again_in_part", "Draw a part again"]' in str(opened.js_on_load)


def test_what_is_asked_of_a_picture_that_is_not_there_is_refused_in_a_sentence(
    studio: Studio, store: Store, page_files: ServedFiles
) -> None:
    studio.pictures.create(OWNER, "a <b>red</b> house", width=64, height=64)
    (made,) = finish_pictures(store, begin(store), 1.0)
    with laid_out():
        opened = lightbox(studio.pictures, page_files)
    shown = opened.shown(made.id)  # type: ignore[attr-defined]
    assert shown["title"] == "a <b>red</b> house" and "&lt;b&gt;" in shown["facts"] and shown["url"]
    for ask in (opened.shown, opened.larger, opened.put_in_bin, opened.delete_for_good):  # type: ignore[attr-defined]
        for id in ("nowhere", 7, None, {"id": made.id}):
            assert list(ask(id)) == ["problem"], (ask, id)
    assert store.pictures.present(OWNER, [made.id]) == {made.id}
