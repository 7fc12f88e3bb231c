"""What there is in a studio, how it stands, and the files that its rows name."""

import pytest

from studio.errors import NotFound, StudioError
from studio.people.person import OWNER
from studio.store import Store
from studio.studio import Studio
from studio.words import worded
from tests.still_studio import studio_over


def test_the_studio_says_what_there_is_and_how_it_stands(studio: Studio, store: Store) -> None:
    assert studio.pictures.samplers()[0].recommended
    assert [model.id for model in studio.models.known(OWNER)] == ["pocket", "sdxl", "sd15"]
    assert [preset.name for preset in studio.subjects.presets()] == ["quick", "balanced", "thorough"]
    assert all(sample.photo_files for sample in studio.subjects.samples())
    store.workers.register("w", 1, device="CPU, 2 cores")
    status = studio.status()
    assert (status.base_model.id, status.device, status.worker_alive, worded(status.message)) == (
        "pocket",
        "CPU, 2 cores",
        True,
        "resting",
    )
    own = studio_over(store, base_model="owner/model")
    assert own.models.named(OWNER).id == "owner/model"
    assert [model.id for model in own.models.known(OWNER)] == ["pocket", "sdxl", "sd15", "owner/model"]


def test_a_file_that_is_gone_and_one_outside_of_the_data_folder_are_refused(studio: Studio) -> None:
    with pytest.raises(NotFound, match=r"The file gone.png is not there any more"):
        studio.file(OWNER, "pictures/gone.png")
    with pytest.raises(StudioError, match="outside of the data folder"):
        studio.file(OWNER, "../secret")
