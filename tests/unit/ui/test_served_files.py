"""Which files of the page a browser gets."""

from pathlib import Path

import pytest

from studio.errors import NotFound
from ui.served_files import ServedFiles


@pytest.fixture
def served(tmp_path: Path) -> ServedFiles:
    return ServedFiles(tmp_path / "served", lambda _person, file: tmp_path / "data" / file)


def test_a_served_file_is_a_copy_that_is_made_once(served: ServedFiles, tmp_path: Path) -> None:
    file = tmp_path / "data" / "picture.png"
    file.parent.mkdir()
    file.write_bytes(b"first")
    copy = served.copy_of("picture.png")
    assert copy.read_bytes() == b"first"
    assert copy.is_relative_to(tmp_path / "served")
    assert served.copy_of("picture.png") == copy
    assert served.copy_of("picture.png", "cuddle-7.png").name == "cuddle-7.png"


def test_what_is_made_of_a_file_is_made_once_and_anew_when_the_file_is(served: ServedFiles, tmp_path: Path) -> None:
    source = tmp_path / "made.png"
    source.write_bytes(b"one")
    made: list[str] = []

    def content() -> bytes:
        made.append("made")
        return source.read_bytes().upper()

    first = served.made_of(source, "made.jpg", content)
    assert (first.name, first.read_bytes()) == ("made.jpg", b"ONE")
    assert served.made_of(source, "made.jpg", content) == first and made == ["made"]
    source.write_bytes(b"another")
    assert served.made_of(source, "made.jpg", content).read_bytes() == b"ANOTHER"
    with pytest.raises(NotFound):
        served.made_of(tmp_path / "gone.png", "gone.jpg", content)


def test_a_file_written_anew_is_handed_out_anew(served: ServedFiles, tmp_path: Path) -> None:
    file = tmp_path / "data" / "lora.safetensors"
    file.parent.mkdir()
    file.write_bytes(b"first")
    old = served.copy_of("lora.safetensors")
    file.write_bytes(b"second one")
    assert served.copy_of("lora.safetensors") != old
    assert served.copy_of("lora.safetensors").read_bytes() == b"second one"


def test_a_file_that_is_gone_is_said_or_left_out(served: ServedFiles) -> None:
    with pytest.raises(NotFound, match=r"gone\.png is not there any more"):
        served.copy_of("gone.png")
    assert served.url_of("gone.png") == ""
    assert served.url_of(None) == ""
