"""What other programs' prompts hold beside words: read as what it is, said, and never sent to the model as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.prompts.syntax import plain_prompt
from studio.prompts.weights import parse
from studio.words import say


@pytest.mark.parametrize(
    ("prompt", "words", "remark"),
    [
        ("Dumpling <lora:dumpling:0.5> asleep", "Dumpling asleep", ""),
        ("a cat, <lora:a b:0.5:0.7>, snow", "a cat, snow", ""),
        ("a cat <hypernet:x:1>", "a cat", "<hypernet:x:1>” is a tag of another program"),
        ("a cat <segment:face,0.5>", "a cat", "is a tag of another program"),
        ("a cat BREAK a dog", "a cat, a dog", "“BREAK” is left out"),
        ("a cat, BREAK, a dog", "a cat, a dog", "“BREAK” is left out"),
        ("a cat AND a dog", "a cat and a dog", "“AND” joins"),
        ("a cat:1.2 AND a dog :0.8", "a cat and a dog", "“AND” joins"),
        ("[cat:dog:0.5] in snow", "dog in snow", "“dog” is read"),
        ("[cat:dog:0.8] in snow", "cat in snow", "“cat” is read"),
        ("[cat:dog:12] in snow", "dog in snow", "“dog” is read"),
        ("[in snow:0.3] a cat", "in snow a cat", "“in snow” is read"),
        ("a cat [in snow::0.6]", "a cat in snow", "“in snow” is read"),
        ("[(red:1.2):blue:0.7] ball", "(red:1.2) ball", "changes words on the way"),
        ("[cat|dog|fox] in snow", "cat in snow", "changes words at each step, which Cuddle does not do; “cat” is read"),
        ("__animal__ in snow", "in snow", "“__animal__” stands for a list of words"),
        ("a __colours/warm*__ hat", "a hat", "stands for a list of words"),
        ("{cat|dog} in snow", "cat in snow", "“cat” is read"),
        ("{2$$cat|dog} in snow", "cat in snow", "“cat” is read"),
        ("{0.3::cat|dog} in snow", "cat in snow", "“cat” is read"),
        ("{a {red|blue} hat|a scarf}", "a red hat", "“a red hat” is read"),
        ("{{masterpiece}}, a cat", "masterpiece, a cat", "weighs words in another program"),
        ("a cat, embedding:easy_negative.pt", "a cat", "“embedding:easy_negative.pt” stands for an embedding"),
    ],
)
def test_what_is_no_word_is_taken_out_and_said(prompt: str, words: str, remark: str) -> None:
    plain = plain_prompt(prompt)
    assert plain.text == words
    assert remark in " ".join(say(one) for one in plain.remarks)
    assert bool(plain.remarks) is bool(remark)


@pytest.mark.parametrize(
    "prompt",
    [
        "(word:1.2) and [word] and ((word)) and [[word]]",
        r"a \(cat\) and \[a|b\] and \{a|b\}",
        "A CAT AND A DOG BREAK THE ICE",
        "half past 10:30 at x < 3 > 2, i <3 you",
        "snake_case__name and ____ and a_b",
        "and, break, Andes, BREAKFAST",
        "a cat, the colon: a dog",
        "an email to me@x.org [at home: maybe]",
    ],
)
def test_weights_escapes_and_plain_words_stay(prompt: str) -> None:
    assert plain_prompt(prompt).text == prompt
    assert not plain_prompt(prompt).remarks


def test_lora_tags_have_their_strengths() -> None:
    tags = plain_prompt("<lora:a:0.5> <lyco:b c> <lora:d:1:0.7> <lora:e:te=1:unet=0.8> <LoRA:f:-1>").tags
    assert [(tag.stem, tag.strength) for tag in tags] == [("a", 0.5), ("b c", 1), ("d", 0.7), ("e", 0.8), ("f", -1)]


@given(
    st.lists(st.sampled_from([*"[]{}|:()<>_\\ ,a", "0.5", "BREAK", " AND ", "lora", "embedding:"]), max_size=40).map(
        "".join
    )
)
def test_any_signs_are_read_once_and_for_all(prompt: str) -> None:
    once = plain_prompt(prompt)
    parse(once.text)
    assert plain_prompt(once.text).text == once.text or once.remarks or once.tags
