"""As which type a subject was taught is one answer, for the page, the worker and what is published."""

from functools import partial
from pathlib import Path

import pytest

from studio.people.person import OWNER
from studio.store import Store
from studio.studio import Studio
from studio.subjects.subject import Subject
from studio.subjects.taught_types import taught_type
from tests.by_hand import begin, finish_lesson
from ui.components.subjects.picker import cards
from ui.people import asked_by
from ui.served_files import ServedFiles


@pytest.mark.parametrize(
    ("kind", "subject_type", "taught"),
    [
        ("paper cut", "style", "style"),
        ("anime style", "object", "object"),
        ("Stil", None, "style"),
        ("Frau", None, "person"),
    ],
)
def test_what_the_lesson_says_counts_before_the_kind_everywhere(
    kind: str, subject_type: str | None, taught: str, studio: Studio, store: Store, photos: list[Path], tmp_path: Path
) -> None:
    options = {} if subject_type is None else {"subject_type": subject_type}
    studio.subjects.teach(OWNER, photos, "Ink", kind, "quick", options=options)
    finish_lesson(store, begin(store))
    ink = studio.subjects.get(OWNER, "Ink")
    assert taught_type(store, OWNER, ink) == studio.subjects.type_of(OWNER, ink) == taught
    with asked_by(OWNER):
        (card,) = cards([ink], ServedFiles(tmp_path / "served", studio.file), partial(studio.subjects.type_of, OWNER))
    assert card["stands"] is (taught != "style")
    shows = "a picture in" if taught == "style" else "a photo of"
    assert studio.hub.publish_choices(OWNER, "Ink")[0].picture.prompt == f"{shows} {ink.words}"


def test_without_a_lesson_the_kind_says_it(store: Store) -> None:
    ink = Subject(
        owner=OWNER,
        name="Ink",
        kind="anime style",
        trigger_word="ink",
        base_model="pocket",
        state="ready",
        job_id="gone",
    )
    assert taught_type(store, OWNER, ink) == "style"
