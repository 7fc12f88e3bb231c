"""What a guest does with a subject that the owner lets guests use, and what becomes of it when she takes that back."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from studio.engines.local_port import LocalPort
from studio.errors import NotFound, StudioError
from studio.jobs.job import Job
from studio.jobs.requests import PictureRequest, SubjectChoice
from studio.people.account import NotAllowed
from studio.people.person import OWNER, Person
from studio.pictures.picture import Picture
from studio.store import Store, open_store
from studio.studio import Studio
from tests.by_hand import begin, finish_pictures
from tests.still_studio import studio_over
from tests.unit.studio.taught import teach
from ui.snapshot import take_snapshot
from worker.context import ModelCache, WorkerContext

BEN = Person("ben")
DUMPLING = [{"name": "dumpling", "strength": 0.7}]


@pytest.fixture
def store(data_folder: Path) -> Iterator[Store]:
    with open_store(data_folder, lambda: 3000.0) as store:
        yield store


@pytest.fixture
def studio(store: Store, photos: list[Path]) -> Studio:
    """One in which guests may use the owner's Dumpling, and not her Anna."""
    studio = studio_over(store, base_model="pocket")
    teach(studio, store, photos)
    teach(studio, store, photos, "Anna", "woman")
    studio.subjects.let_guests_use(OWNER, "Dumpling", True)
    return studio


def choices(job: Job) -> list[tuple[str, float, bool]]:
    assert isinstance(job.request, PictureRequest)
    return [(one.name, one.strength, one.lent) for one in job.request.subjects]


def made(studio: Studio, store: Store) -> Picture:
    """A picture of the lent Dumpling that Ben has asked for, and got."""
    studio.pictures.create(BEN, "Dumpling in the snow", subjects=DUMPLING, seed=1)
    return finish_pictures(store, begin(store), 1.0, {"Dumpling": (0.0, 0.0, 0.5, 1.0)})[0]


def worker(store: Store) -> WorkerContext:
    device = torch.device("cpu")
    return WorkerContext(
        port=LocalPort(store, "w"), models=ModelCache(device), clock=lambda: 0.0, stopping=threading.Event()
    )


def test_a_guest_finds_a_lent_subject_without_its_files_and_no_other(studio: Studio) -> None:
    (lent,) = studio.subjects.usable(BEN)
    hers = studio.subjects.get(OWNER, "Dumpling")
    files = (lent.cover_file, lent.photo_files, lent.lora_files, lent.sample_files, lent.job_id)
    assert (lent.name, lent.trigger_word, files) == ("Dumpling", hers.trigger_word, (None, (), {}, (), None))
    assert studio.subjects.list(BEN) == []
    assert take_snapshot(BEN, studio, 3000.0).usable == [lent]
    assert {one.name for one in studio.subjects.usable(OWNER)} == {"Dumpling", "Anna"}
    assert studio.subjects.type_of(BEN, lent) == studio.subjects.type_of(OWNER, hers)
    for name in ("Dumpling", "Anna"):
        for ask in (studio.subjects.get, studio.subjects.file, studio.subjects.delete, studio.checkpoints.of):
            with pytest.raises(NotFound, match=f"There is no subject named '{name}'"):
                ask(BEN, name)
    with pytest.raises(NotFound):
        studio.pictures.create(BEN, "Anna", subjects=[{"name": "Anna"}])
    for yes in (True, False):
        with pytest.raises(NotAllowed):
            studio.subjects.let_guests_use(BEN, "Dumpling", yes)
    with pytest.raises(StudioError, match="true or false"):
        studio.subjects.let_guests_use(OWNER, "Dumpling", "no")  # type: ignore[arg-type]


def test_a_guest_makes_every_kind_of_picture_of_a_lent_subject(studio: Studio, store: Store) -> None:
    picture = made(studio, store)
    assert choices(studio.queue.get(BEN, picture.job_id)) == [("Dumpling", 0.7, True)]
    assert picture.request.prompt == "dumpling cat in the snow"
    strip = studio.pictures.create(BEN, "<lora:dumpling:0.5> on a roof", options={"grid": "strip"}, seed=1)
    assert choices(strip) == [("Dumpling", 0.5, True)]
    for job in (studio.pictures.more_like(BEN, picture.id), studio.pictures.larger(BEN, picture.id)):
        assert choices(job) == [("Dumpling", 0.7, True)]
    again = studio.pictures.draw_again(BEN, picture.id, box=(0, 0, 0.5, 0.5), prompt="Dumpling with a hat")
    assert choices(again) == [("Dumpling", 0.7, True)]
    assert isinstance(again.request, PictureRequest) and again.request.prompt == "dumpling cat with a hat"
    assert choices(studio.pictures.create(OWNER, "Dumpling", subjects=DUMPLING)) == [("Dumpling", 0.7, False)]


def test_a_subject_of_her_own_wins_and_does_not_take_the_place_of_a_lent_one_that_was_asked_for(
    studio: Studio, store: Store
) -> None:
    picture = made(studio, store)
    waiting = studio.pictures.create(BEN, "Dumpling", subjects=DUMPLING)
    hers = studio.subjects.get(OWNER, "Dumpling")
    own = store.subjects.add(replace(hers, owner=BEN, kind="dog", job_id=None, guests_may_use=False))
    assert studio.subjects.usable(BEN) == [own]
    assert choices(studio.pictures.create(BEN, "Dumpling", subjects=DUMPLING)) == [("Dumpling", 0.7, False)]
    assert choices(studio.pictures.more_like(BEN, picture.id)) == [("Dumpling", 0.7, True)]
    port = LocalPort(store, "w")
    (choice,) = picture.request.subjects
    assert choices(studio.queue.get(BEN, waiting.id)) == [("Dumpling", 0.7, True)]
    for lent, subject in ((True, hers), (False, own)):
        known = port.subject(BEN, choice.name, lent=lent)
        assert known is not None and known.subject == subject
    store.subjects.delete(BEN, "Dumpling")
    store.subjects.add(replace(own, name="Blob"))  # its trigger word is in use
    assert [one.name for one in studio.subjects.usable(BEN)] == ["Blob"]


def test_where_it_is_lent_no_more_what_waits_fails_with_a_sentence_and_nothing_more_is_made(
    studio: Studio, store: Store
) -> None:
    picture = made(studio, store)
    (choice,) = picture.request.subjects
    studio.subjects.let_guests_use(OWNER, "Dumpling", False)
    sentence = "The owner does not let guests use Dumpling any more, so this picture cannot be made"
    with pytest.raises(StudioError, match=sentence):
        worker(store).lora_of(BEN, choice, None)  # type: ignore[arg-type]
    for ask in (studio.pictures.more_like, studio.pictures.larger):
        with pytest.raises(NotFound, match=sentence):
            ask(BEN, picture.id)
    with pytest.raises(NotFound, match=sentence):
        studio.pictures.draw_again(BEN, picture.id, box=(0, 0, 0.5, 0.5))
    with pytest.raises(NotFound, match="There is no subject named 'dumpling'"):
        studio.pictures.create(BEN, "Dumpling", subjects=DUMPLING)
    assert studio.pictures.file(BEN, picture.id).is_file(), "what was made stays"
    studio.subjects.delete(OWNER, "Dumpling")
    with pytest.raises(StudioError, match=sentence):
        worker(store).lora_of(BEN, choice, None)  # type: ignore[arg-type]
    with pytest.raises(StudioError, match="Nobody was deleted meanwhile"):
        worker(store).lora_of(BEN, SubjectChoice(name="Nobody"), None)  # type: ignore[arg-type]
