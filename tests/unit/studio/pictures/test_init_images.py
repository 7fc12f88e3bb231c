"""Pictures to start from: kept once, and gone with the last picture that needs them."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from studio.errors import NotFound, StudioError
from studio.jobs.job import JobCommand
from studio.people.person import OWNER
from studio.pictures.picture import Picture
from studio.store import Store
from studio.studio import Studio
from tests.by_hand import begin, finish_pictures


def a_picture(studio: Studio, store: Store, **arguments: Any) -> Picture:
    studio.pictures.create(OWNER, **{"prompt": "a red house", "seed": 5, **arguments})
    return finish_pictures(store, begin(store), 1.0)[-1]


def test_a_kept_start_is_bare_pixels_kept_once_and_goes_with_the_last_picture_that_needs_it(
    studio: Studio, store: Store, photos: list[Path]
) -> None:
    file = studio.init_images.keep(OWNER, photos[0])
    assert studio.init_images.keep(OWNER, photos[0]) == file
    assert (studio.init_images.size(OWNER, file), studio.init_images.file(OWNER, file).parent) == (
        (400, 300),
        store.files.path("starts"),
    )
    with Image.open(studio.init_images.file(OWNER, file)) as kept:
        assert (kept.format, kept.info) == ("PNG", {})

    picture = a_picture(studio, store, options={"start": {"file": file}})
    waiting = studio.pictures.create(OWNER, "a blue house", options={"start": {"file": file, "strength": 0.6}})
    studio.pictures.delete(OWNER, picture.id)
    assert studio.init_images.file(OWNER, file).is_file(), "a job still needs it"
    store.jobs.ask(OWNER, waiting.id, JobCommand.CANCEL)
    again = a_picture(studio, store, options={"start": {"file": file}})
    studio.pictures.delete(OWNER, again.id)
    with pytest.raises(NotFound, match="is not there any more"):
        studio.init_images.file(OWNER, file)


def test_only_pictures_that_were_kept_for_it_can_be_started_from(studio: Studio, store: Store, tmp_path: Path) -> None:
    for file in ("studio.db", "pictures/x.png", "starts", "starts/none.png"):
        with pytest.raises(StudioError):
            studio.init_images.file(OWNER, file)
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"nothing")
    with pytest.raises(StudioError, match=r"broken\.png"):
        studio.init_images.keep(OWNER, broken)
