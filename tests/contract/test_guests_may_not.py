"""What a guest may not do, tried with all that she needs for it: publishing, and other base models than those here."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from huggingface_hub import constants

from studio.errors import StudioError
from studio.models.base_models import BASE_MODELS
from studio.people.account import NotAllowed
from studio.people.person import OWNER, Person
from studio.store import Store, open_store
from studio.studio import Studio
from studio.subjects.subject import Subject
from tests import headers
from tests.still_studio import studio_over
from tests.unit.studio.models.test_imports import lora_file

BEN = Person("ben")


@pytest.fixture
def store(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(data_folder.parent / "hub"))
    with open_store(data_folder) as store:
        yield store


@pytest.fixture
def studio(store: Store) -> Studio:
    return studio_over(store, base_model="pocket")


def downloaded(repository: str) -> None:
    """A model of the Hub in the cache, as far as names of files tell."""
    folder = Path(constants.HF_HUB_CACHE) / f"models--{repository.replace('/', '--')}"
    (folder / "refs").mkdir(parents=True)
    (folder / "refs" / "main").write_text("abc")
    snapshot = folder / "snapshots" / "abc"
    for part in ("unet", "vae", "text_encoder"):
        (snapshot / part).mkdir(parents=True)
        (snapshot / part / "config.json").write_text("{}")
    (snapshot / "model_index.json").write_text("{}")


def test_publishing_is_the_owners_also_of_a_guests_own_subject(studio: Studio, store: Store) -> None:
    files = {format: f"loras/luna-ben/{format}.safetensors" for format in ("kohya", "diffusers")}
    luna = store.subjects.add(
        Subject(
            owner=BEN,
            name="Luna",
            kind="cat",
            trigger_word="luna",
            base_model="pocket",
            state="ready",
            lora_files=files,
        )
    )
    asks: list[Callable[[], object]] = [
        lambda: studio.hub.publish(BEN, "Luna", "luna-lora"),
        lambda: studio.hub.account(BEN),
        lambda: studio.hub.suggested_repository(BEN, luna),
    ]
    for ask in asks:
        with pytest.raises(NotAllowed, match="Publishing is the owner's, since the account on the Hub is hers"):
            ask()
    assert studio.queue.list(BEN) == []


def test_a_guest_chooses_among_the_base_models_that_are_here_and_learns_of_no_other_place(
    studio: Studio, photos: list[Path], tmp_path: Path
) -> None:
    own = headers.write(tmp_path / "dream.safetensors", headers.SDXL)
    assert studio.models.named(OWNER, str(own)).family == "sdxl"
    lora = lora_file(tmp_path / "x.safetensors")
    for name in (str(own), str(tmp_path / "nothing"), "/etc/passwd", "owner/model", "sdxl", BASE_MODELS["sd15"].source):
        asks: list[Callable[[str], object]] = [
            lambda name: studio.pictures.create(BEN, "a cat", base_model=name),
            lambda name: studio.subjects.teach(BEN, photos, "Luna", "cat", base_model=name),
            lambda name: studio.imports.from_file(BEN, "Luna", "cat", lora, base_model=name),
            lambda name: studio.imports.from_hub(BEN, "Luna", "cat", "owner/lora", base_model=name),
        ]
        for ask in asks:
            with pytest.raises(NotAllowed, match=r"^A guest cannot choose '.*' as the base model; choose one .*Pocket"):
                ask(name)
    assert studio.queue.list(BEN) == []
    for name in ("auto", "", None, "pocket"):
        assert studio.models.named(BEN, name).id == "pocket"
    assert [model.id for model in studio.models.known(BEN)] == ["pocket"]


def test_a_model_that_was_downloaded_is_a_guests_to_choose_and_so_is_the_automatic_one(
    studio: Studio, store: Store
) -> None:
    source = BASE_MODELS["sd15"].source
    downloaded(source)
    assert [model.id for model in studio.models.known(BEN)] == ["pocket"], "its weights are on their way"
    for weights in Path(constants.HF_HUB_CACHE).rglob("config.json"):
        weights.with_name("model.safetensors").write_bytes(b"")
    assert [model.id for model in studio.models.known(BEN)] == ["pocket", "sd15"]
    assert studio.models.named(BEN, "sd15").id == "sd15"
    large = studio_over(store, base_model="owner/model")
    assert large.models.named(BEN).id == large.models.named(BEN, "owner/model").id == "owner/model"


def test_the_base_model_of_a_subject_that_guests_may_use_is_theirs_with_it(
    studio: Studio, store: Store, tmp_path: Path
) -> None:
    own = headers.write(tmp_path / "dream.safetensors", headers.SDXL)
    luna = Subject(
        owner=OWNER, name="Luna", kind="cat", trigger_word="luna", base_model=str(own), state="ready",
        guests_may_use=True,
    )  # fmt: skip
    store.subjects.add(luna)
    chosen: list[dict[str, Any]] = [{"name": "Luna"}]
    for name in ("auto", str(own)):
        job = studio.pictures.create(BEN, "Luna", subjects=chosen, base_model=name)
        assert job.request.base_model == str(own)
    with pytest.raises(StudioError):
        studio.pictures.create(BEN, "a cat", base_model=str(own))
    store.subjects.add(replace(luna, name="Rex", trigger_word="rex", guests_may_use=False))
    with pytest.raises(StudioError):
        studio.pictures.create(BEN, "Rex", subjects=[{"name": "Rex"}])
