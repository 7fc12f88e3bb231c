"""Who reads what is told by the browser, and by a choice that goes before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.words import LANGUAGES, catalogue, direction_of, language_for, name_of

MANY = ("de", "en-GB", "fr", "zh-CN", "zh-TW")


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "LANGUAGES", MANY)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("de", "de"), ("de-AT", "de"), ("DE_ch", "de"), ("zh-Hans", "zh-CN"), ("zh", "zh-CN"), ("zh-SG", "zh-CN"),
        ("zh-TW", "zh-TW"), ("zh-HK", "zh-TW"), ("zh-Hant-SG", "zh-TW"), ("en-US", "en-GB"), ("en", "en-GB"),
        ("", "en-GB"), ("sv", "en-GB"), ("*", "en-GB"), ("sv, fr;q=0.3, de;q=0.7", "de"), ("sv, *;q=0.5", "en-GB"),
        ("fr;q=0, de;q=0.1", "de"), ("ja,zh;q=0.9,en;q=0.8", "zh-CN"), ("fr;q=many, de", "de"), (";;,q=;x=1", "en-GB"),
    ],
)  # fmt: skip
def test_a_browser_is_answered_in_the_best_of_its_languages(header: str, language: str, many: None) -> None:
    assert language_for(None, header) == language


def test_what_was_chosen_goes_before_what_the_browser_reads_where_it_is_there(many: None) -> None:
    assert language_for("fr", "de") == "fr"
    assert language_for("../etc", "de") == "de"
    assert language_for("", "de") == "de"


@given(st.text(), st.text())
def test_whatever_a_browser_sends_one_language_answers(chosen: str, header: str) -> None:
    assert language_for(chosen, header) in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_there_for_whoever_reads_it_and_has_a_name_and_a_direction(language: str) -> None:
    assert language_for(None, language) == language
    assert name_of(language)
    assert direction_of(language) in ("ltr", "rtl")


def test_languages_are_called_as_they_call_themselves(many: None) -> None:
    assert [name_of(one) for one in ("de", "en-GB", "fr")] == ["Deutsch", "English", "Français"]
    assert name_of("zh-CN") != name_of("zh-TW")
    assert direction_of("ar") == "rtl"
