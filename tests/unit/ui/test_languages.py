"""The page speaks the language of whoever looks: its layout, its handlers, its login, and two at once."""

import asyncio
import gc
import json
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest
from starlette.datastructures import Headers

from studio.people.person import OWNER
from studio.studio import Studio
from studio.subjects.names import clean_kind
from studio.words import LANGUAGES, catalogue, say, speaking
from tests.other_language import CLOSED, LONG, OPENED, take_words_from, words_with_a_long_language
from tests.slow import with_slow
from tests.unit.ui.conftest import handlers_named
from ui import words
from ui.languages import answer_in_the_asked_language, in_all_languages
from ui.languages.asked import asked_language
from ui.languages.choice import language_choice_html
from ui.languages.own_context import next_id
from ui.page import build_page
from ui.people import Caller
from ui.served_files import ServedFiles
from ui.words import kind_choices, kind_word


@pytest.fixture
def long_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("FOLDER", "LANGUAGES"):
        monkeypatch.setattr(catalogue, name, getattr(catalogue, name))
    take_words_from(words_with_a_long_language(tmp_path / "words"))
    yield
    catalogue.catalogue_of.cache_clear()


@pytest.fixture
def page(studio: Studio, page_files: ServedFiles) -> Iterator[gr.Blocks]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # gradio leaves event loops open that nothing runs in
        yield build_page(studio, page_files, lambda: 0.0)
        asyncio.set_event_loop(None)
        gc.collect()


def label_of(page: gr.Blocks, elem_id: str) -> str:
    config = json.loads(json.dumps(dict(page.config), default=str))
    return next(one["props"]["label"] for one in config["components"] if one["props"].get("elem_id") == elem_id)


def request(**headers: str) -> Any:
    sent = Headers({name.replace("_", "-"): value for name, value in headers.items()})
    state = {"caller": Caller(address="127.0.0.1", who=OWNER)}
    return SimpleNamespace(headers=sent, scope={"state": state})


@pytest.mark.parametrize("language", with_slow(LANGUAGES, ["zh-CN"]))
def test_the_page_is_laid_out_alike_in_every_language(language: str, page: gr.Blocks) -> None:
    with speaking(language):
        assert label_of(page, "name") == say("name-label")
        assert page.config["title"] == say("title")


def test_each_reader_is_sent_the_page_in_her_own_language(long_language: None, page: gr.Blocks) -> None:
    english = label_of(page, "name")
    with speaking(LONG):
        assert label_of(page, "name") == say("name-label") != english
        scripts = [str(one["props"].get("js_on_load")) for one in page.config["components"]]
        assert any(OPENED in script for script in scripts)
    assert label_of(page, "name") == english


def test_a_layout_that_is_another_one_in_a_language_is_a_defect_that_names_the_place(long_language: None) -> None:
    def lay_out() -> gr.Blocks:
        with gr.Blocks() as blocks:
            gr.Textbox(elem_id="first")
            if OPENED not in say("title"):
                gr.Textbox(elem_id="second")
            gr.Button(elem_id="last")
        return blocks

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        page = in_all_languages(lay_out)
        with speaking(LONG), pytest.raises(RuntimeError, match=rf"{LONG}.*last.*second"):
            dict(page.config)
        asyncio.set_event_loop(None)
        gc.collect()


def test_a_choice_by_hand_goes_before_the_browsers_and_programs_that_say_nothing_get_english(
    long_language: None,
) -> None:
    assert asked_language(Headers({})) == "en-GB"
    assert asked_language(Headers({"accept-language": "nl-BE,en;q=0.5"})) == LONG
    assert asked_language(Headers({"accept-language": "nl", "cookie": "a=b; cuddle-language=en-GB"})) == "en-GB"
    assert asked_language(Headers({"accept-language": "nl", "cookie": "cuddle-language=xx; a"})) == LONG


def test_languages_are_chosen_by_their_own_names_where_there_are_several(
    long_language: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with speaking(LONG):
        assert f'<option value="{LONG}" lang="{LONG}" selected>Nederlands</option>' in language_choice_html()
    assert '<option value="en-GB" lang="en-GB" selected>English</option>' in language_choice_html()
    monkeypatch.setattr(catalogue, "LANGUAGES", ("en-GB",))
    assert language_choice_html() == ""


def test_two_who_ask_at_the_same_moment_are_answered_each_in_her_own_language(long_language: None) -> None:
    """Both handlers wait for each other, in threads of gradio's."""
    meeting = threading.Barrier(2, timeout=30)

    def answer() -> str:
        meeting.wait()
        return say("title")

    def refuse() -> str:
        meeting.wait()
        raise gr.Error(say("something-broke"))

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with gr.Blocks() as page:
            shown = gr.Textbox()
            gr.Button().click(answer, outputs=shown)
            gr.Button().click(refuse, outputs=shown)
        answer_in_the_asked_language(page)

        async def both(handler: int) -> list[Any]:
            asked = [request(accept_language=LONG), request()]
            answers = (page.process_api(handler, [], request=one) for one in asked)
            return await asyncio.gather(*answers, return_exceptions=True)

        answers, errors = asyncio.run(both(0)), asyncio.run(both(1))
        asyncio.set_event_loop(None)
        gc.collect()
    texts = [answer["data"][0] for answer in answers], [error.message for error in errors]
    for long, english in texts:
        assert long.startswith(OPENED) and long.endswith(CLOSED)
        assert OPENED not in english


def test_a_value_that_nobody_can_send_from_the_page_is_told_with_the_fields_name_in_her_language(
    long_language: None, page: gr.Blocks
) -> None:
    start = handlers_named(page, "start_lesson")[0]
    place = [getattr(one, "elem_id", None) for one in start.inputs].index("preset")
    values: list[Any] = [None] * len(start.inputs)
    values[place] = "no preset"
    with pytest.raises(gr.Error) as refused:
        asyncio.run(page.process_api(start, values, request=request(accept_language=LONG)))
    with speaking(LONG):
        assert say("preset-label") in str(refused.value.message)


def test_a_page_that_is_asked_in_another_language_is_sent_everything_anew(long_language: None, page: gr.Blocks) -> None:
    """A cookie is the whole browser's: another of its pages may have chosen meanwhile."""
    refresh = handlers_named(page, "refresh")[0].fn
    chosen = [None] * (len(handlers_named(page, "refresh")[0].inputs) - 1)
    seen, *first = refresh({}, *chosen)
    _, *again = refresh(seen, *chosen)
    with speaking(LONG):
        _, *other = refresh(seen, *chosen)
    skipped = [[one == gr.skip() for one in updates] for updates in (first, again, other)]
    assert skipped[2] == skipped[0] != skipped[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_that_is_offered_or_typed_in_a_language_is_the_english_noun_that_models_read(language: str) -> None:
    with speaking(language):
        choices = kind_choices()
        assert [kind_word(noun) for _, noun in choices] == [word for word, _ in choices]
    assert [clean_kind(word) for word, _ in choices] == [noun for _, noun in choices]


def test_numbers_are_written_as_the_language_writes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    german = "as-written = { $text }\namount-gigabytes = { $number } GB\nlikeness = { $name } { $percent } %\n"
    monkeypatch.setattr(catalogue, "catalogue_of", lambda _language: catalogue.Catalogue("de", german))
    assert words.number(7.5) == "7,5"
    assert words.size(1_440_000_000) == "1,4 GB"
    assert words.likenesses({"Anna": 0.914}) == "Anna 91 %"


def test_layouts_and_handlers_of_several_threads_do_not_mix_their_components() -> None:
    """Two languages are laid out at once; in the middle of each, handlers make updates. Gradio counts them together."""
    layouts: list[str] = []
    meeting = threading.Barrier(2, timeout=30)

    def lay_out() -> gr.Blocks:
        layouts.append(say("make"))
        with gr.Blocks() as page:
            if threading.current_thread() is not threading.main_thread():
                meeting.wait()
                handler = threading.Thread(target=lambda: [gr.HTML(str(number)) for number in range(50)])
                handler.start()
                gr.Textbox(label=say("make"))
                handler.join()
                meeting.wait()
            else:
                gr.Textbox(label=say("make"))
        return page

    def told(page: gr.Blocks, language: str, labels: list[str]) -> None:
        with speaking(language):
            config: dict[str, Any] = dict(page.config)
        labels.extend(one["props"]["label"] for one in config["components"] if one["type"] == "textbox")
        assert "html" not in [one["type"] for one in config["components"]]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # gradio leaves event loops open that nothing runs in
        pages = [in_all_languages(lay_out), in_all_languages(lay_out)]
        before = next_id()
        labels: list[list[str]] = [[], []]
        readers = [
            threading.Thread(target=told, args=(page, language, labels[number]))
            for number, (page, language) in enumerate(zip(pages, ("de", "fr"), strict=True))
        ]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        asyncio.set_event_loop(None)
        gc.collect()
    with speaking("de"):
        german = say("make")
    with speaking("fr"):
        french = say("make")
    assert (labels, len(layouts)) == ([[german], [french]], 4), "each language is laid out once"
    assert next_id() == before + 100, "handlers count on by themselves"
