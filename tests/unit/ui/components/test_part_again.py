""" "Draw a part again", as far as it is the server's."""

import base64
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from studio.errors import StudioError
from studio.jobs.requests import PictureRequest
from studio.people.person import OWNER
from studio.pictures.options import Inpaint
from studio.store import Store
from studio.studio import Studio
from tests.by_hand import begin, finish_pictures
from tests.unit.studio.taught import teach
from tests.unit.ui.conftest import laid_out
from ui.components.pictures.part_again import MASK_SIDE, part_again
from ui.forms import wire

PLACE = (0.1, 0.2, 0.5, 0.9)


def painted(width: int = 64, height: int = 48, format: str = "png") -> str:
    """A data URL as the page sends it: the left half is painted."""
    image, content = Image.new("RGBA", (width, height), "black"), io.BytesIO()
    ImageDraw.Draw(image).rectangle((0, 0, width // 2 - 1, height), "white")
    image.convert("RGB" if format == "jpeg" else "RGBA").save(content, format)
    return f"data:image/{format};base64,{base64.b64encode(content.getvalue()).decode()}"


@pytest.fixture
def drawn(studio: Studio, store: Store, photos: list[Path]) -> str:
    """The id of a picture in which Dumpling was found."""
    teach(studio, store, photos)
    studio.pictures.create(OWNER, "Dumpling at home", subjects=[{"name": "Dumpling"}], width=64, height=64)
    (made,) = finish_pictures(store, begin(store), 1.0, regions={"Dumpling": PLACE})
    return made.id


def queued(studio: Studio, answer: dict[str, Any]) -> Inpaint:
    request = studio.queue.get(OWNER, answer["job"]).request
    assert isinstance(request, PictureRequest) and request.inpaint is not None
    return request.inpaint


def test_what_is_painted_pressed_or_framed_is_the_part_that_is_asked_for(
    studio: Studio, store: Store, drawn: str
) -> None:
    with laid_out():
        component: Any = part_again(studio.pictures)
    assert component.people_in(drawn) == {
        "prompt": "Dumpling at home", "people": [["Dumpling", "Draw Dumpling again", list(PLACE)]],
    }  # fmt: skip
    wish = {"id": drawn, "prompt": "", "strength": 0.4, "count": 1}
    by_mask = queued(studio, component.draw_again({**wish, "mask": painted()}))
    assert by_mask.mask is not None and by_mask.box is None and by_mask.strength == 0.4
    with Image.open(store.files.path(by_mask.mask)) as mask:
        assert (mask.mode, mask.getpixel((10, 20)), mask.getpixel((50, 20))) == ("L", 255, 0)
    by_name = queued(studio, component.draw_again({**wish, "subjects": ["Dumpling"]}))
    assert (by_name.mask, by_name.box, by_name.subjects) == (None, PLACE, ("Dumpling",))
    assert queued(studio, component.draw_again({**wish, "box": [0, 0, 1, 0.5]})).box == (0, 0, 1, 0.5)


def test_whatever_else_comes_is_refused_in_a_sentence_and_queues_nothing(studio: Studio, drawn: str) -> None:
    with laid_out():
        component: Any = part_again(studio.pictures)
    wish = {"id": drawn, "prompt": "", "strength": 0.4, "count": 1, "box": [0, 0, 1, 1]}
    before = len(studio.queue.list(OWNER))
    for wrong in (
        {"id": "nowhere"}, {"prompt": 7}, {"strength": "much"}, {"strength": None}, {"strength": 0}, {"count": 0},
        {"count": 1.5}, {"box": None}, {"box": [1, 2]}, {"box": "all"}, {"box": [0, 0, 1, "1"]}, {"subjects": "Nobody"},
        {"subjects": [7]},
        {"mask": painted()}, {"box": None, "mask": "x"}, {"box": None, "mask": painted(MASK_SIDE + 1)},
    ):  # fmt: skip
        answer = component.draw_again({**wish, **wrong})
        assert list(answer) == ["problem"] and not answer["problem"].startswith("Something"), (wrong, answer)
    for wrong in (None, 7, [], "x"):
        assert list(component.draw_again(wrong)) == ["problem"]
    assert len(studio.queue.list(OWNER)) == before


def test_a_small_png_is_told_by_its_first_bytes_alone() -> None:
    assert wire.a_small_png(painted(5, 3), 5).startswith(b"\x89PNG")
    for wrong in (painted(6, 3), painted(3, 6), painted(format="jpeg"), painted(5, 3)[:40], "data:image/png;base64,é"):
        with pytest.raises(StudioError, match="5 pixels"):
            wire.a_small_png(wrong, 5)


@given(st.one_of(st.text(), st.binary().map(lambda some: f"data:image/png;base64,{base64.b64encode(some).decode()}")))
def test_whatever_is_no_small_png_is_refused_in_a_sentence(value: str) -> None:
    with pytest.raises(StudioError):
        wire.a_small_png(value, MASK_SIDE)
