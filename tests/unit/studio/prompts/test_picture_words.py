"""A picture's words as the studio takes them: who is chosen by a tag, what is said, and what is kept."""

from dataclasses import replace

import pytest

from studio.jobs.requests import PictureRequest
from studio.people.person import OWNER
from studio.store import Store
from studio.studio import Studio
from studio.subjects.subject import Subject
from studio.words import say

ROSE = Subject(
    owner=OWNER,
    name="Rose",
    kind="woman",
    trigger_word="rose",
    base_model="pocket",
    state="ready",
    lora_files={"kohya": "loras/rose/rose_v2.safetensors"},
)
REX = replace(ROSE, name="Rex", kind="dog", trigger_word="rex", lora_files={})


@pytest.fixture(autouse=True)
def subjects(store: Store) -> None:
    for subject in (ROSE, REX):
        store.subjects.add(subject)


def asked(studio: Studio, prompt: str, **more: object) -> PictureRequest:
    request = studio.pictures.create(OWNER, prompt, **more).request  # type: ignore[arg-type]
    assert isinstance(request, PictureRequest)
    return request


@pytest.mark.parametrize("tag", ["<lora:rose:0.5>", "<lora:Rose:0.5>", "<lora:rose_v2:0.5>", "<lyco:ROSE:0.5>"])
def test_a_lora_tag_that_names_a_subject_chooses_it_at_its_strength(studio: Studio, tag: str) -> None:
    request = asked(studio, f"Rose in a garden {tag}")
    assert [(choice.name, choice.strength) for choice in request.subjects] == [("Rose", 0.5)]
    assert (request.prompt, request.typed_prompt) == ("rose woman in a garden", "Rose in a garden")
    request = asked(studio, f"a garden {tag}", subjects=[{"name": "rose", "strength": 1.0}])
    assert [(choice.name, choice.strength) for choice in request.subjects] == [("Rose", 0.5)]


def test_what_was_not_done_as_written_is_said_and_not_sent(studio: Studio) -> None:
    words = studio.pictures.read_prompt(
        OWNER, "Rose and Rex BREAK <lora:other:1> <lora:rex:9>", "blurry <lora:rose:1> __bad__", [{"name": "Rose"}]
    )
    assert words.prompt == "rose woman and rex dog"
    assert words.negative == "blurry"
    said = " ".join(say(one) for one in words.remarks)
    for piece in (
        "“BREAK”",
        "“__bad__”",
        "The LoRA “other” is none of your subjects",
        "The strength of Rex is 9; 2 is",
    ):
        assert piece in said
    assert "<lora:other:1>" in words.typed and "rex:9" not in words.typed


def test_who_is_named_but_not_chosen_is_said(studio: Studio) -> None:
    assert [say(one) for one in studio.pictures.read_prompt(OWNER, "Rex at the sea").remarks] == [
        "Rex is named but not chosen, so the picture is made without Rex; choose Rex as well.",
    ]
    assert studio.pictures.read_prompt(OWNER, "a red rose and a t-rex").remarks == ()
    assert studio.pictures.read_prompt(OWNER, "Rex at the sea", subjects=[{"name": "Rex"}]).remarks == ()


def test_how_a_name_was_read_can_be_turned_round_and_is_kept(studio: Studio) -> None:
    rose = [{"name": "Rose"}]
    request = asked(studio, "Rose with a rose", subjects=rose, options={"readings": {"Rose 2": "name"}})
    assert request.prompt == "rose woman with a rose woman"
    again = PictureRequest.from_json(request.to_json())
    assert again.readings == {"Rose 2": "name"}
    older = {name: value for name, value in request.to_json().items() if name != "readings"}
    assert PictureRequest.from_json(older).readings == {}


def test_a_name_that_is_an_everyday_word_is_told(studio: Studio) -> None:
    for name, kind, word in (("Pumpkin", "cat", "pumpkin"), ("Schnee", "Katze", "schnee")):
        remark = studio.subjects.name_remark(OWNER, name, kind)
        assert remark is not None and f"“{word}” is an everyday word" in say(remark)
    assert studio.subjects.name_remark(OWNER, "Katarina", "cat") is None
    assert studio.subjects.name_remark(OWNER, "Пушинка", "cat") is None
