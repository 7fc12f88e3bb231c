"""What a person wrote about single photos, on its way into a lesson."""

from pathlib import Path

import pytest

from studio.jobs.recipes import recipe_for
from studio.jobs.requests import TrainingRequest
from studio.models.base_models import resolve
from studio.people.person import OWNER
from studio.photos.captions import captions_by_file, captions_in_order
from studio.subjects.subject import Subject

ROSE = Subject(owner=OWNER, name="Rose", kind="woman", trigger_word="rose", base_model="pocket", state="learning")


def request_with(caption: str) -> TrainingRequest:
    photo = Path("photo.jpg")
    return TrainingRequest(
        subject_name="Rose",
        kind="woman",
        trigger_word="rose",
        photo_files=(photo.name,),
        captions=captions_by_file([caption], [photo], ROSE),
        base_model="pocket",
        recipe=recipe_for("quick", resolve("pocket"), {}, kind="woman", photos=3),
    )


@pytest.mark.parametrize(
    ("caption", "learned", "unnamed"),
    [
        ("Rose holding a red rose", "rose woman holding a red rose", "a woman holding a red rose"),
        ("[name] holding a rose", "rose woman holding a rose", "a woman holding a rose"),
        ("roses, [Name] woman asleep", "roses, rose woman asleep", "roses, a woman asleep"),
        ("the rose of [name]", "the rose of rose woman", "the rose of a woman"),
    ],
)
def test_a_caption_changes_only_the_name_and_so_do_its_words_without_the_subject(
    caption: str, learned: str, unnamed: str
) -> None:
    request = request_with(caption)
    assert request.prompt_of("photo.jpg") == learned
    assert request.unnamed_prompt_of("photo.jpg") == unnamed


def test_a_caption_finds_its_photo_however_the_name_of_the_file_is_composed() -> None:
    assert captions_in_order({"Zoe\u0308.jpg": "asleep"}, ["a.jpg", "Zo\u00eb.jpg"]) == ["", "asleep"]
    assert captions_in_order({"Zo\u00eb.jpg": "asleep"}, ["Zoe\u0308.jpg"]) == ["asleep"]
