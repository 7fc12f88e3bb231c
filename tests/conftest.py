"""What every test may ask for: a data folder, photos, a pocket model, a browser; and a world without a network."""

import gc
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from PIL import Image, ImageDraw

from tests.slow import COLLECTED

if TYPE_CHECKING:  # most tests need no torch, which takes seconds to import
    from pipeline.families.sdxl import SdxlShaped

ROOT = Path(__file__).resolve().parent.parent
POCKET_FOLDER = ROOT / "pocket" / "model"
PHOTO_SIZE = (400, 300)
# What takes milliseconds speaks first. The browser comes last: once playwright is started, its event loop runs in this
# thread until the end, and no other test could run one of its own.
ORDER = ("unit", "contract", "integration", "e2e")
# The longest files of a folder speak before the others, so that no process is left alone with one at the end.
LONGEST = ("test_the_main_job.py", "test_shared_folder_worker.py", "test_worker.py")

# Set here, before any library reads them, so that the processes which tests start have them too.
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["TOKENIZERS_PARALLELISM"] = "false"
os.environ["OPENBLAS_NUM_THREADS"] = "1"

# The same examples on every machine, and no failure because a machine is slow; more of them with --all.
hypothesis.settings.register_profile("quick", max_examples=30, derandomize=True, deadline=None, database=None)
hypothesis.settings.register_profile("all", max_examples=300, derandomize=True, deadline=None, database=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="run the slow tests too")


def pytest_configure(config: pytest.Config) -> None:
    hypothesis.settings.load_profile("all" if config.getoption("--all") else "quick")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Brings the tests into the order of their folders, and leaves out the slow ones that were not asked for.

    Within a folder the longest files come first, else the order stays as it is. Slow ones are asked for by --all, or by
    naming a test: FILE::NAME.
    """
    folders = [ROOT / "tests" / name for name in ORDER]
    items.sort(
        key=lambda item: (
            [item.path.is_relative_to(folder) for folder in folders].index(True),
            item.path.name not in LONGEST,
        )
    )
    config.stash[COLLECTED] = list(items)
    if config.getoption("--all") or any("::" in argument for argument in config.args):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    config.hook.pytest_deselected(items=slow)
    items[:] = [item for item in items if item not in set(slow)]


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """An empty folder for everything that the studio keeps."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def draw_photo(number: int) -> Image.Image:
    """A picture of 400x300 pixels unlike that of any other number from 0 to 9: an animal's head before a landscape."""
    width, height = PHOTO_SIZE
    sky, ground = (40 * number % 256, 150, 250 - 25 * number), (60 + 15 * number, 200 - 18 * number, 70)
    fur = (250 - 45 * number % 200, 90 + 60 * number % 160, 40 + 80 * number % 200)
    picture = Image.new("RGB", PHOTO_SIZE, sky)
    draw = ImageDraw.Draw(picture)
    horizon = height * (8 - number % 5) // 9
    draw.rectangle([0, horizon, width, height], fill=ground)
    for tree in range(number + 1):
        left = width * tree // (number + 1) + 20
        draw.polygon([(left, horizon), (left + 20, horizon - 90), (left + 40, horizon)], fill=(20, 70 + 20 * tree, 40))
    middle_x, middle_y, radius = (
        width * (2 + number * 5 % 7) // 9,
        height * (3 + number % 3) // 8,
        45 + 14 * (number % 4),
    )
    for side in (-1, 1):
        ear = middle_x + side * radius * 2 // 3
        draw.polygon([(ear - 18, middle_y), (ear, middle_y - radius - 30), (ear + 18, middle_y)], fill=fur)
    draw.ellipse([middle_x - radius, middle_y - radius, middle_x + radius, middle_y + radius], fill=fur)
    for side in (-1, 1):
        eye = middle_x + side * radius // 3
        draw.ellipse([eye - 6, middle_y - 14, eye + 6, middle_y - 2], fill="black")
    return picture


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """Five JPEG photos of 400x300 pixels, no two alike."""
    folder = tmp_path / "photos"
    folder.mkdir()
    paths = [folder / f"photo_{number}.jpg" for number in range(5)]
    for number, path in enumerate(paths):
        draw_photo(number).save(path, quality=92)
    return paths


@pytest.fixture
def more_photos(photos: list[Path]) -> list[Path]:
    """Five more, no two of all ten alike."""
    paths = [photos[0].with_name(f"photo_{number}.jpg") for number in range(5, 10)]
    for number, path in enumerate(paths, start=5):
        draw_photo(number).save(path, quality=92)
    return paths


@pytest.fixture(scope="session")
def pocket_folder() -> Path:
    """The folder of the pocket model that comes with Cuddle."""
    assert (POCKET_FOLDER / "model_index.json").is_file()
    return POCKET_FOLDER


@pytest.fixture(scope="session")
def loaded(pocket_folder: Path) -> "SdxlShaped":
    """The pocket model, loaded once for all tests, which give it back as they got it."""
    import torch

    from tests.engine import base_model_in, load

    model = load(base_model_in(pocket_folder), torch.device("cpu"))
    # A worker collects garbage before each job: a second in a process in which all of torch is imported. What is there
    # by now stays until the end, and is left out of that.
    gc.collect()
    gc.freeze()
    return model


@pytest.fixture
def kept_photos(photos: Sequence[Path], tmp_path: Path) -> list[Path]:
    """The photos as a lesson finds them: small, to be quick."""
    folder = tmp_path / "kept"
    folder.mkdir()
    kept = []
    for number, photo in enumerate(photos):
        with Image.open(photo) as image:
            path = folder / f"{number:02d}.png"
            image.convert("RGB").resize((100, 75)).save(path)
        kept.append(path)
    return kept


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser for end-to-end tests, which are skipped with the reason where there is none."""
    if reason := os.environ.get("CUDDLE_NO_CHROMIUM"):  # set by scripts/test, which tried to start one
        pytest.skip(reason)
    path = os.environ.get("CUDDLE_CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if path is None:
        pytest.skip("no Chromium was found; scripts/test installs one where it can")
    return path
