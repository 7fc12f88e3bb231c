"""The choice of a base model, for the owner and for a guest."""

from pathlib import Path

import pytest
from huggingface_hub import constants

from studio.people.person import Person
from studio.store import Store
from tests.still_studio import studio_over
from tests.unit.ui.conftest import handlers_named, laid_out
from ui.components.base_models import base_model_dropdown


def test_a_guest_is_offered_what_is_here_and_asked_for_no_path(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    with laid_out() as page:
        dropdown = base_model_dropdown(studio_over(store, base_model="pocket"), "base-model")
        (opened,) = handlers_named(page, "choices_now")
        hers = opened.fn()
        monkeypatch.setattr("ui.components.base_models.asking", lambda: Person("ben"))
        his = opened.fn()
    assert [value for _, value in hers.choices] == ["auto", "pocket", "sdxl", "sd15"]
    assert [value for _, value in his.choices] == ["auto", "pocket"]
    assert dropdown.info == hers.info and "path" in hers.info and "path" not in his.info
