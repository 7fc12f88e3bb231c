"""What "auto" is on this computer, who may learn here, and which subjects fit which base model."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from studio.errors import StudioError
from studio.models import choice as model_choice
from studio.models.base_models import resolve
from studio.models.choice import ModelChoice
from studio.people.person import OWNER
from studio.settings import Settings
from studio.store import Store, open_store
from studio.subjects.subject import Subject
from studio.words import say, worded
from tests import headers

LUNA = Subject(owner=OWNER, name="Luna", kind="cat", trigger_word="luna", base_model="pocket", state="ready")


@pytest.fixture
def store(data_folder: Path) -> Iterator[Store]:
    with open_store(data_folder) as store:
        yield store


@pytest.fixture
def models(store: Store) -> ModelChoice:
    return ModelChoice(store, Settings())


@pytest.mark.parametrize(
    ("gpu_gb", "chosen", "why"),
    [
        (None, "pocket", "This computer has no graphics card that Cuddle can use; Stable Diffusion XL needs one."),
        (4.2, "pocket", "The graphics card has 4 GB; Stable Diffusion XL needs 6 GB or more."),
        (6.2, "sdxl", "The graphics card has 6 GB, enough for Stable Diffusion XL."),
        (150.1, "sdxl", "The graphics card has 150 GB, enough for Stable Diffusion XL."),
    ],
)
def test_auto_follows_the_graphics_card_of_the_worker_and_says_why(
    store: Store, models: ModelChoice, gpu_gb: float | None, chosen: str, why: str
) -> None:
    assert models.automatic().id == "pocket"
    assert say(models.why()) == "Cuddle is still looking whether this computer has a graphics card."
    store.workers.register("w", 1, "a device", gpu_gb)
    assert (models.automatic().id, models.named(OWNER, None).id, say(models.why())) == (chosen, chosen, why)


def test_auto_stays_what_it_is_while_the_worker_is_started_again(store: Store, models: ModelChoice) -> None:
    store.workers.register("w", 1, "NVIDIA", 24.0)
    assert models.automatic().id == "sdxl"
    store.workers.forget("w")
    assert models.automatic().id == "sdxl"


def test_auto_is_what_the_settings_say_whatever_the_card(store: Store) -> None:
    models = ModelChoice(store, Settings(base_model="sd15"))
    store.workers.register("w", 1, "NVIDIA", 24.0)
    assert (models.automatic().id, say(models.why())) == ("sd15", "It was chosen with --base-model.")


def test_a_cpu_refuses_lessons_that_take_days_and_a_card_does_not(store: Store, models: ModelChoice) -> None:
    models.check_can_learn(resolve("sdxl"), 1000)  # nobody knows the device yet
    store.workers.register("w", 1, "CPU (2 cores)", None)
    models.check_can_learn(resolve("pocket"), 1000)
    with pytest.raises(StudioError, match="between 4 hours and 40 hours"):
        models.check_can_learn(resolve("sdxl"), 1000)
    store.workers.register("w", 1, "NVIDIA", 8.0)
    models.check_can_learn(resolve("sdxl"), 1000)


def test_a_subject_is_used_on_its_own_family_only(models: ModelChoice) -> None:
    anna = replace(LUNA, name="Anna", base_model="sdxl", family="sdxl")
    assert models.for_picture(OWNER, [LUNA], "auto").id == "pocket"
    assert models.for_picture(OWNER, [anna], "owner/other-sdxl").id == "owner/other-sdxl"
    with pytest.raises(StudioError, match=r"Luna was taught on Pocket .* does not fit Stable Diffusion XL"):
        models.for_picture(OWNER, [LUNA], "sdxl")
    with pytest.raises(StudioError, match="Anna was taught on Stable Diffusion XL and does not fit Pocket"):
        models.for_picture(OWNER, [LUNA, anna], "auto")


def test_a_subject_keeps_its_family_when_its_base_model_is_gone(
    store: Store, models: ModelChoice, tmp_path: Path
) -> None:
    file = headers.write(tmp_path / "dream.safetensors", headers.SD15)
    store.subjects.add(replace(LUNA, base_model=str(file), family=""))
    file.unlink()
    luna = store.subjects.get(OWNER, "Luna")
    assert luna.family == "sd15"
    assert models.for_picture(OWNER, [luna], "sd15").id == "sd15"
    with pytest.raises(StudioError, match=r"cannot be used any more: .* Any other Stable Diffusion 1\.5 model fits"):
        models.for_picture(OWNER, [luna], "auto")


@pytest.mark.parametrize(
    ("gpu_gb", "next_step"),
    [
        (None, "For real photos start Cuddle on a computer with a graphics card of 6 GB or more"),
        (4.5, "Choose Stable Diffusion 1.5 under “More settings”"),
        (24.0, "Choose Stable Diffusion XL under “More settings”"),
    ],
)
def test_the_first_photo_that_pocket_cannot_draw_is_named_with_what_can(
    store: Store, models: ModelChoice, gpu_gb: float | None, next_step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    photos = [Path(f"{number:02d}.jpg") for number in range(5)]
    monkeypatch.setattr(model_choice, "can_draw", lambda model, photo: photo.name not in ("01.jpg", "04.jpg"))
    store.workers.register("w", 1, "a device", gpu_gb)
    sentence = worded(models.beyond(resolve("pocket"), photos))
    assert sentence.startswith("Photo 2 is nothing that the pocket model can draw")
    assert next_step in sentence
    assert models.beyond(resolve("pocket"), photos[2:4]) is None
