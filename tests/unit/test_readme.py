"""The README: its front matter, by which a Hugging Face Space starts Cuddle, its links, and the licences it names."""

import importlib.metadata
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def front_matter() -> dict[str, str]:
    _, front, _ = (ROOT / "README.md").read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front)


def test_a_space_gets_the_gradio_that_is_pinned(front_matter: dict[str, str]) -> None:
    assert front_matter["sdk"] == "gradio"
    assert f"gradio=={front_matter['sdk_version']}\n" in (ROOT / "requirements.txt").read_text()


def test_a_space_gets_a_python_that_cuddle_runs_on(front_matter: dict[str, str]) -> None:
    assert front_matter["python_version"] in ("3.11", "3.12", "3.13")


def test_a_space_finds_the_app_and_shows_a_short_description(front_matter: dict[str, str]) -> None:
    assert (ROOT / front_matter["app_file"]).is_file()
    assert len(front_matter["short_description"]) <= 60
    assert front_matter["license"] == "apache-2.0"


def test_every_file_that_the_readme_points_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_what_the_reader_of_heic_photos_carries_is_said_with_its_licence() -> None:
    files = importlib.metadata.files("pillow-heif") or []
    bundled = next(file for file in files if file.name == "LICENSES_bundled.txt").read_text()
    carried = dict(re.findall(r"^Name: ([\w]+).*\nLicense: (GPL|LGPL)", bundled, re.MULTILINE))
    assert carried.keys() >= {"libheif", "libde265"}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme[readme.index("## Licences of what comes with it") :]
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    for name, licence in carried.items():
        assert re.search(rf"{name}[^()]*\({licence}-", section), (
            f"README.md does not say that {name} is under {licence}"
        )
        if name != "MinGW":
            assert re.search(rf"{name}[^()]*\({licence}-", dockerfile), f"nor does the Dockerfile, of {name}"
    licences = re.search(r"image\.licenses=\"((?:[^\"]|\n)*)\"", dockerfile)
    assert licences is not None
    assert all(f" {licence}-" in licences[1] for licence in carried.values())
