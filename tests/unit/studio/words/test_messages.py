"""A message is a key and values; it is worded where it is read, in the language that is spoken there."""

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import NotFound, StudioError
from studio.store.job_rows import message_in
from studio.words import Listing, Message, Value, as_written, message_from_json, one_after_the_other, say, speaking
from studio.words import catalogue as catalogues
from studio.words.catalogue import Catalogue

GERMAN = """
as-written = { $text }
and-more = { $items } und { $count } weitere
pictures-of = { $count ->
    [one] Ein Bild von { $who }
   *[other] { $count } Bilder von { $who }
}
"""


STYLES = ("and", "or", "comma", "semicolon", "sentences")


def _message(key: str, values: dict[str, Value]) -> Message:
    return Message(key, **values)


VALUES = st.recursive(
    st.text() | st.integers() | st.floats(allow_nan=False),
    lambda inner: (
        st.builds(_message, st.text(), st.dictionaries(st.text("abc_", min_size=1), inner))
        | st.builds(Listing, st.lists(st.text()), st.none() | st.integers(1, 9), st.sampled_from(STYLES))
    ),
    max_leaves=6,
)  # fmt: skip


def german() -> Catalogue:
    return Catalogue("de", GERMAN)


def test_one_and_several_follow_the_languages_own_grammar() -> None:
    listing = Listing(["Anna", "Mimi", "Bo"])
    assert german().say(Message("pictures-of", count=1, who=listing)) == "Ein Bild von Anna, Mimi und Bo"
    assert german().say(Message("pictures-of", count=1200, who="Anna")) == "1.200 Bilder von Anna"
    assert german().say(Message("pictures-of", count=2, who=Listing(list("abcd"), most=2))) == (
        "2 Bilder von a, b und 2 weitere"
    )


@pytest.mark.parametrize(
    "kept",
    [
        {"key": "said-by-a-later-version", "values": {"name": "Miro"}},
        {"key": "file-gone", "values": {"path": "of an earlier version"}},
        {"key": "several-sentences", "values": {"sentences": {"items": [{"message": {"key": "x", "values": {}}}],
                                                             "most": None, "style": "sentences"}}},
        {"key": "file-gone"},
        {"key": "file-gone", "values": None},
    ],
)  # fmt: skip
def test_a_row_of_another_version_is_told_in_a_plain_sentence_and_breaks_nothing(kept: dict[str, object]) -> None:
    message = message_from_json(kept)
    assert message is not None
    said = say(message)
    assert said.startswith("Another version of Cuddle noted what happened here") and str(kept["key"]) in said
    assert message_in(json.dumps(kept)) == message
    with speaking("zh-CN"):
        assert str(kept["key"]) in say(message)


def test_an_error_is_worded_where_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogues, "catalogue_of", lambda language: german() if language == "de" else english)
    english = Catalogue("en-GB", "pictures-of = { $count } of { $who }")
    error = StudioError("pictures-of", count=1, who="Anna")
    assert str(error) == "1 of Anna"
    with speaking("de"):
        assert str(error) == "Ein Bild von Anna"
    assert str(error) == "1 of Anna"


def test_an_error_passes_from_one_process_to_another() -> None:
    error = pickle.loads(pickle.dumps(NotFound("search-label")))
    assert isinstance(error, NotFound) and str(error) == "Search"


def test_what_is_missing_is_a_defect() -> None:
    with pytest.raises(KeyError, match="nobody-says-this"):
        say("nobody-says-this")
    with pytest.raises(KeyError, match="who"):
        german().say(Message("pictures-of", count=1))


def test_several_sentences_are_one_message_and_one_is_itself() -> None:
    first, second = as_written("Anna sleeps."), Message("search-label")
    assert say(one_after_the_other([first, second])) == "Anna sleeps. Search"
    assert one_after_the_other([second]) == second


def test_what_came_with_its_words_stays_as_it_is() -> None:
    assert say(as_written("{ $x } 100 % — <b>")) == "{ $x } 100 % — <b>"


@given(VALUES)
def test_a_message_is_read_from_a_row_as_it_was_written(value: Value) -> None:
    message = Message("key", value=value)
    again = Message.from_json(json.loads(json.dumps(message.to_json())))
    assert again == message and hash(again) == hash(message)
