"""What is done to a photo on the page arrives in the photo that is kept, and in no other."""

import io
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from studio.errors import StudioError
from studio.photos import keeping
from studio.photos.decoding import MAX_SIDE, finish
from studio.photos.edits.decoded import DecodedPhotos
from studio.photos.edits.edit import LEAST_CROP, UNCHANGED, WHOLE, PhotoEdit, edits_by_name
from studio.photos.keeping import keep_photos
from studio.words import Message

SIDES = st.floats(0, 1 - LEAST_CROP)


@st.composite
def crops(draw: st.DrawFn) -> tuple[float, float, float, float]:
    left, top = draw(SIDES), draw(SIDES)
    return left, top, draw(st.floats(left + LEAST_CROP, 1)), draw(st.floats(top + LEAST_CROP, 1))


LARGE_CROPS = st.tuples(st.floats(0, 0.3), st.floats(0, 0.3), st.floats(0.7, 1), st.floats(0.7, 1))
CROPS = st.one_of(st.just(WHOLE), LARGE_CROPS, LARGE_CROPS, crops())
EDITS = st.builds(PhotoEdit, quarter_turns=st.integers(0, 3), crop=CROPS)


def gradient(width: int, height: int) -> Image.Image:
    """A photo whose colours say where each pixel comes from: red across, green down."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[..., 0] = np.linspace(0, 250, width)[None, :]
    pixels[..., 1] = np.linspace(0, 250, height)[:, None]
    return Image.fromarray(pixels)


def as_said(image: Image.Image, edit: PhotoEdit) -> Image.Image:
    """The edit done with numpy: turned, then cropped to the nearest pixels."""
    pixels = np.rot90(np.asarray(image), -edit.quarter_turns)
    height, width = pixels.shape[:2]
    left, top, right, bottom = (round(e * n) for e, n in zip(edit.crop, (width, height) * 2, strict=True))
    left, top = min(left, width - 1), min(top, height - 1)
    return Image.fromarray(pixels[top : max(top + 1, bottom), left : max(left + 1, right)])


@pytest.mark.parametrize("quarter_turns", range(4))
@given(crop=CROPS)
def test_every_turn_and_every_crop_is_in_the_photo_that_is_kept(
    tmp_path_factory: pytest.TempPathFactory, quarter_turns: int, crop: tuple[float, float, float, float]
) -> None:
    path = tmp_path_factory.getbasetemp() / "gradient.png"
    if not path.exists():
        gradient(240, 180).save(path)
    edit = PhotoEdit(quarter_turns=quarter_turns, crop=crop)
    wanted = as_said(gradient(240, 180), edit)
    if min(wanted.size) < 64 and edit != UNCHANGED:
        with pytest.raises(StudioError, match="Crop less of it"):
            finish(Message("zip-of-photos"), str(path), None, True, edit)
        return
    kept = finish(Message("zip-of-photos"), str(path), None, True, edit)
    with Image.open(io.BytesIO(kept.content)) as image:
        assert image.size == kept.size and image.tobytes() == wanted.tobytes()


@given(edit=EDITS)
def test_four_quarter_turns_undo_one_another_and_one_of_them_turns_what_is_left(edit: PhotoEdit) -> None:
    image = gradient(160, 120)
    turned = edit.turned()
    assert turned.quarter_turns == (edit.quarter_turns + 1) % 4
    assert turned.turned().turned().turned().crop == pytest.approx(edit.crop)
    once, other = turned.applied(image), edit.applied(image).transpose(Image.Transpose.ROTATE_270)
    assert max(abs(a - b) for a, b in zip(once.size, other.size, strict=True)) <= 1  # an edge may be rounded


@given(edit=st.builds(PhotoEdit, quarter_turns=st.integers(0, 3), crop=crops(), is_removed=st.booleans()))
def test_an_edit_comes_back_from_json_as_it_was(edit: PhotoEdit) -> None:
    assert PhotoEdit.from_json(edit.to_json()) == edit


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([1], "An edit of a photo is"),
        ({"colour": 1}, "An edit of a photo is"),
        ({"quarter_turns": 4}, "quarter turns"),
        ({"crop": [0, 0, 1]}, "left, top, right and bottom"),
        ({"crop": [0, 0, float("nan"), 1]}, "edge of a crop"),
        ({"crop": [0.5, 0, 0.51, 1]}, "keeps too little"),
        ({"is_removed": "yes"}, "left out"),
    ],
)
def test_an_edit_that_is_none_has_a_sentence(value: object, said: str) -> None:
    with pytest.raises(StudioError, match=said):
        edits_by_name({"a.jpg": value}, ["a.jpg"])
    with pytest.raises(StudioError, match="no such photo"):
        edits_by_name({"b.jpg": {}}, ["a.jpg"])


def test_a_photo_and_its_exact_copies_are_left_out_together_and_the_others_stay(
    photos: Sequence[Path], tmp_path: Path
) -> None:
    copy = tmp_path / "copy.jpg"
    copy.write_bytes(photos[1].read_bytes())
    removed = PhotoEdit(is_removed=True)
    kept = keep_photos([*photos, copy], tmp_path / "kept", {photos[1].name: removed})
    assert kept.names == [photo.name for photo in photos if photo != photos[1]]
    with pytest.raises(StudioError, match="There are 2 photos left; 3 to 20"):
        keep_photos(photos, tmp_path / "few", {photo.name: removed for photo in photos[:3]})
    assert len(keep_photos(photos, tmp_path / "look", {photo.name: removed for photo in photos}, least=0).files) == 0


def test_a_small_crop_of_a_large_photo_keeps_the_pixels_that_were_taken(tmp_path: Path) -> None:
    gradient(4000, 3000).save(tmp_path / "large.jpg", quality=95)
    edit = PhotoEdit(crop=(0.25, 0.25, 0.75, 0.75))
    kept = finish(Message("zip-of-photos"), str(tmp_path / "large.jpg"), None, False, edit)
    assert kept.size == (2000, 1500) and max(kept.size) <= MAX_SIDE


def test_photos_that_are_looked_at_again_are_not_decoded_again(
    photos: Sequence[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = keep_photos(photos, tmp_path / "first")
    asked: list[Message] = []
    finished = keeping.PhotoProcess.finished
    monkeypatch.setattr(
        keeping.PhotoProcess, "finished", lambda self, name, *rest: asked.append(name) or finished(self, name, *rest)
    )
    turned = keep_photos(photos, tmp_path / "second", {photos[0].name: PhotoEdit(quarter_turns=1)})
    assert len(asked) == 1
    assert [one.read_bytes() for one in first.files[1:]] == [one.read_bytes() for one in turned.files[1:]]
    with Image.open(first.files[0]) as before, Image.open(turned.files[0]) as after:
        assert after.size == before.size[::-1]


def test_what_was_decoded_takes_no_more_than_its_room() -> None:
    room = DecodedPhotos(most_bytes=10)
    for name in "abc":
        room.keep(name, SimpleNamespace(content=b"1234"))  # type: ignore[arg-type]
    assert [name for name in "abc" if room.get(name)] == ["b", "c"]
    room.keep("d", SimpleNamespace(content=bytes(11)))  # type: ignore[arg-type]
    assert not any(room.get(name) for name in "abcd")
