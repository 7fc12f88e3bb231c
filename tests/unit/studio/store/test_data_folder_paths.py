"""A data folder may be called anything that the computer allows: no path is read as an address or a pattern."""

import os
from pathlib import Path

import pytest

from studio.errors import StudioError
from studio.people.person import OWNER
from studio.store import open_store
from tests.still_studio import studio_over

NAMES = [
    "my%20cats", "100%", "%(here)s", "what?", "a?mode=ro", "cats#1", "two  spaces ", "it's \"ours\"", "Kätzchen 猫",
    "Ka\u0308tzchen", "first\nsecond", "file:cats", "sqlite:", ":memory:", "[a-z]*", "{name}", "a&b;c$HOME`d`", "-x",
    "~x", "+", "\udce4 no utf-8", "x" * 250,
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=[ascii(name)[:24] for name in NAMES])
def test_a_data_folder_of_any_name_holds_its_own_database(
    name: str, tmp_path: Path, photos: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    for given in (Path(f"./{name}"), home / name):  # the second time it is there already
        with open_store(given) as store:
            studio = studio_over(store, seed=None)
            studio.pictures.create(OWNER, "a cat")
            assert len(studio.queue.list(OWNER)) == (1 if given == Path(f"./{name}") else 2)
            assert store.database.changes() > 0
    top = name.split("/")[0]
    assert os.listdir(home) == [top]
    assert (home / name / "studio.db").stat().st_size > 0


@pytest.mark.parametrize("name", ["x" * 300, "/".join(["y" * 100] * 5), "猫" * 80 + "/" + "猫" * 80])
def test_a_path_that_is_too_long_for_the_computer_or_the_database_is_said(name: str, tmp_path: Path) -> None:
    with pytest.raises(StudioError, match=r"is too long: .* Choose a shorter one with --data-folder"):
        open_store(tmp_path / name)


def test_a_data_folder_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real%20").mkdir()
    (tmp_path / "link#").symlink_to(tmp_path / "real%20")
    with open_store(tmp_path / "link#"):
        assert (tmp_path / "real%20" / "studio.db").is_file()
