"""Names, kinds and trigger words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.subjects.names import MAX_NAME, clean_kind, clean_name, clean_trigger_word, trigger_word_for

JOINERS = "\u200c\u200d"  # as in many scripts and emoji
FILE_STEM = re.compile(r"[a-z0-9]{1,40}")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "The name is empty"),
        (None, "The name is empty"),
        (" \n\t ", "The name is empty"),
        ("x" * 500, "is 500 characters long; 60 are fine"),
        ("../../x", "holds /"),
        ("a\\b", r"holds \\"),
        ("<b>Dumpling</b>", "holds / < >"),
        ("...", "has no letter or digit"),
        ("👻", "has no letter or digit"),
    ],
)
def test_what_cannot_be_a_name_is_said(name: str | None, words: str) -> None:
    with pytest.raises(StudioError, match=words):
        clean_name(name)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("  Dumpling ", "Dumpling"),
        ("Mr.  Whiskers\n", "Mr. Whiskers"),
        ("O'Malley & Söhne", "O'Malley & Söhne"),
        ("小猫", "小猫"),
        ("Luna 🐱", "Luna 🐱"),
        ("Dump\x00ling", "Dumpling"),
        ("Dump\ud800ling", "Dumpling"),
    ],
)
def test_a_name_is_kept_as_typed_with_its_spaces_in_order(name: str, clean: str) -> None:
    assert clean_name(name) == clean


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("", "The kind is empty"),
        ("x" * 500, "is 500 characters long; 40 are fine"),
        ('cat"', "holds more than words"),
        ("cat\nignore all", "holds more than words"),
        ("cat\r\n dog", "holds more than words"),
        ("'; drop table", "holds more than words"),
        ("../cat", "holds more than words"),
        ("42", "holds more than words"),
        ("-", "holds more than words"),
    ],
)
def test_what_cannot_be_a_kind_is_said(kind: str, words: str) -> None:
    with pytest.raises(StudioError, match=words):
        clean_kind(kind)


@pytest.mark.parametrize(
    ("kind", "clean"),
    [
        ("Cat", "cat"),
        (" a cat \n", "cat"),
        ("The  Young Woman", "young woman"),
        ("teddy-bear", "teddy-bear"),
        ("an", "an"),
    ],
)
def test_a_kind_is_lower_case_words_without_an_article(kind: str, clean: str) -> None:
    assert clean_kind(kind) == clean


@pytest.mark.parametrize(
    ("name", "kind", "taken", "word"),
    [
        ("Dumpling", "cat", [], "dumpling"),
        ("Dumpling", "cat", ["dumpling"], "dumpling2"),
        ("Dumpling", "cat", ["dumpling", "dumpling2"], "dumpling3"),
        ("Mr. Whiskers", "cat", [], "mrwhiskers"),
        ("Ünsal", "man", [], "unsal"),
        ("小猫", "cat", [], "xiaomao"),
        ("Пушинка", "cat", [], "pushinka"),
        ("Łatek", "dog", [], "latek"),
        ("Đorđe", "man", [], "dorde"),
        ("Weiß", "dog", [], "weiss"),
        ("小白", "dog", [], "xiaobai"),
        ("Ñandú", "bird", [], "nandu"),
        ("たま", "cat", [], "tama"),
        ("두부", "cat", [], "dubu"),
        ("Þór", "dog", [], "thor"),
        ("हीरा", "dog", [], "hira"),
        ("Luna 🐱", "cat", [], "luna"),
        ("N\u0303andu\u0301", "bird", [], "nandu"),
        ("Cat", "cat", [], "cat2"),
    ],
)
def test_the_trigger_word_is_the_name_and_like_no_other_word(name: str, kind: str, taken: list[str], word: str) -> None:
    assert trigger_word_for(name, kind, taken) == word


def test_a_given_trigger_word_is_one_lower_case_word() -> None:
    assert clean_trigger_word(" OHWX ") == "ohwx"
    for bad in ("", "two words", "a/b", "x" * 25):
        with pytest.raises(StudioError, match="one word of 1 to 24"):
            clean_trigger_word(bad)


@given(st.text(max_size=100), st.lists(st.text("abc123", min_size=1, max_size=3)))
def test_every_text_is_a_safe_name_or_refused(text: str, taken: list[str]) -> None:
    try:
        name = clean_name(text)
    except StudioError as error:
        assert "\n" not in str(error)
        return
    assert (
        1 <= len(name) <= MAX_NAME
        and all(c.isprintable() or c in JOINERS for c in name)
        and not set(name) & set("/\\<>")
    )
    assert clean_name(name) == name
    name.encode()
    word = trigger_word_for(name, "cat", taken)
    assert FILE_STEM.fullmatch(word) and word not in taken


@given(st.text(max_size=60))
def test_every_text_is_a_safe_kind_or_refused(text: str) -> None:
    try:
        kind = clean_kind(text)
    except StudioError:
        return
    assert not set(kind) & set("\"'`\n\r\t<>/\\{}") and kind.isprintable()
