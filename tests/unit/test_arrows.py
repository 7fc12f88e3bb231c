"""The house keeps its arrows: who may import whom, read from the source without running any of it."""

import ast
import graphlib
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

# app.py -> ui -> studio; worker -> training -> pipeline -> studio: whoever is further left may name all after it.
ARROWS: dict[str, frozenset[str]] = {
    "app": frozenset({"ui", "studio"}),
    "ui": frozenset({"studio"}),
    "worker": frozenset({"training", "pipeline", "studio"}),
    "training": frozenset({"pipeline", "studio"}),
    "pipeline": frozenset({"studio"}),
    "pocket": frozenset({"pipeline", "studio"}),
    "studio": frozenset(),
}
MOST_FILES = 14  # in one folder
FREE = ("tests", "benchmarks", "scripts")  # they may name anybody; nobody of the house may name them
ONLY_IN: dict[str, frozenset[str]] = {
    "gradio": frozenset({"ui", "app"}),
    "gradio_client": frozenset({"ui", "app"}),
    **dict.fromkeys(
        ("torch", "diffusers", "peft", "accelerate", "transformers"),
        frozenset({"pipeline", "training", "worker", "pocket"}),
    ),
}


def imported(source: str) -> Iterator[str]:
    """The dotted names that a source imports, also inside functions and by importlib."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in ("import_module", "__import__") and isinstance(node.args[0].value, str):
                yield node.args[0].value


def forbidden(part: str, source: str) -> list[str]:
    """What a source of that part of the house imports and may not."""
    wrong = []
    for name in imported(source):
        top = name.split(".")[0]
        to_the_house = (top in ARROWS or top in FREE) and top != part
        if (to_the_house and top not in ARROWS[part]) or part not in ONLY_IN.get(top, {part}):
            wrong.append(name)
    return wrong


def sources() -> list[tuple[str, Path]]:
    """Every Python file of the house with the part it belongs to."""
    found = []
    for part in ARROWS:
        door = ROOT / f"{part}.py"
        files = [door] if door.is_file() else sorted((ROOT / part).rglob("*.py"))
        found += [(part, file) for file in files]
    return found


@pytest.mark.parametrize(
    ("part", "file"), sources(), ids=lambda value: value.name if isinstance(value, Path) else value
)
def test_a_file_names_only_those_that_its_arrow_points_to(part: str, file: Path) -> None:
    assert forbidden(part, file.read_text(encoding="utf-8")) == [], f"{file.relative_to(ROOT)} imports what it may not"


@pytest.mark.parametrize(
    ("part", "source", "wrong"),
    [
        ("studio", "import torch", ["torch"]),
        ("studio", "from ui.tabs import teach", ["ui.tabs"]),
        ("studio", "def later():\n    from pipeline import lora", ["pipeline"]),
        ("studio", "import importlib\nimportlib.import_module('diffusers.models')", ["diffusers.models"]),
        ("pipeline", "import training.run", ["training.run"]),
        ("pipeline", "import gradio as gr", ["gradio"]),
        ("ui", "from pipeline.generate import make", ["pipeline.generate"]),
        ("ui", "import torch.nn", ["torch.nn"]),
        ("app", "import worker", ["worker"]),
        ("pipeline", "from pocket.world import draw", ["pocket.world"]),
        ("training", "from benchmarks.world import draw", ["benchmarks.world"]),
        ("worker", "import torch\nfrom training import lesson\nfrom studio.store import open_store", []),
        ("ui", "import gradio\nfrom studio.studio import Studio\nfrom ui import theme", []),
    ],
)
def test_a_forbidden_arrow_is_seen(part: str, source: str, wrong: list[str]) -> None:
    assert forbidden(part, source) == wrong


def test_the_worker_knows_its_port_and_no_store_but_where_the_port_is_built() -> None:
    named = {
        file.relative_to(ROOT).as_posix()
        for part, file in sources()
        if part == "worker"
        and any(name.startswith("studio.store") for name in imported(file.read_text(encoding="utf-8")))
    }
    assert named == {"worker/__main__.py"}


def modules() -> dict[str, str]:
    """The source of every module of the house, a package's by the package's name."""
    return {
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file.read_text(
            encoding="utf-8"
        )
        for _, file in sources()
    }


def needed(module: str, sources: Mapping[str, str]) -> set[str]:
    """The modules of the house that are run before this one is whole, or would be if its types were looked up."""
    found = set()
    for node in ast.walk(ast.parse(sources[module])):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inside & sources.keys() or {node.module}
    packages = {name.rsplit(".", number)[0] for name in found for number in range(1, name.count(".") + 1)}
    own = {module.rsplit(".", number)[0] for number in range(module.count(".") + 1)}  # its packages have begun already
    return (found | (packages - own)) & sources.keys() - {module}


def circle(sources: Mapping[str, str]) -> list[str]:
    """The modules of a circle of imports, in their order; none where there is none."""
    try:
        graphlib.TopologicalSorter({module: needed(module, sources) for module in sources}).prepare()
    except graphlib.CycleError as error:
        return error.args[1]
    return []


def hidden(package: str, sources: Mapping[str, str]) -> list[str]:
    """Modules of a package that cannot be had by its name, since the package names something else so."""
    wrong = []
    for node in ast.parse(sources[package]).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            named = {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            named = {node.name: ""}
        else:
            continue
        wrong += [own for name, whole in named.items() if (own := f"{package}.{name}") in sources and own != whole]
    return wrong


def test_no_import_runs_in_a_circle_also_not_for_types() -> None:
    assert circle(modules()) == []


def test_no_package_hides_a_module_of_its_own() -> None:
    house = modules()
    assert [name for package in house for name in hidden(package, house)] == []


def test_circles_and_hidden_modules_are_seen() -> None:
    for_types = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from studio.a import A"
    assert set(circle({"studio": "", "studio.a": "import studio.b", "studio.b": for_types})) == {"studio.a", "studio.b"}
    by_package = {
        "ui": "",
        "ui.a": "from ui.p import x",
        "ui.p": "from ui.p import y",
        "ui.p.x": "",
        "ui.p.y": "import ui.a",
    }
    assert set(circle(by_package)) >= {"ui.a", "ui.p"}, "a package runs before its modules are there for others"
    assert circle(by_package | {"ui.p.y": "from ui.p import x"}) == []
    assert hidden("ui", {"ui": "from ui.a import a", "ui.a": "", "ui.b": ""}) == ["ui.a"]
    assert hidden("ui", {"ui": "from ui import a\nfrom ui.b import c", "ui.a": "", "ui.b": ""}) == []


def crowded(files: Iterable[Path]) -> dict[str, int]:
    """The folders that hold more code files than a reader takes in at a look, with how many."""
    folders = Counter(str(file.parent) for file in files if file.suffix in (".py", ".js", ".css"))
    return {folder: count for folder, count in folders.items() if count > MOST_FILES}


def test_no_folder_holds_more_code_files_than_a_reader_takes_in_at_a_look() -> None:
    rooms = [*(part for part in ARROWS if part != "app"), "benchmarks", "scripts"]
    assert crowded(file.relative_to(ROOT) for room in rooms for file in (ROOT / room).rglob("*")) == {}
    many = [Path(f"ui/a{number}.py") for number in range(MOST_FILES)]
    assert crowded(many) == {}
    assert crowded([*many, Path("ui/b.js"), Path("ui/c.txt")]) == {"ui": MOST_FILES + 1}


def test_every_python_folder_belongs_to_the_house() -> None:
    parts = {*ARROWS, *FREE}
    strangers = [
        path.name
        for path in ROOT.iterdir()
        if not path.name.startswith(".")
        and (
            (path.suffix == ".py" and path.stem not in parts)
            or ((path / "__init__.py").is_file() and path.name not in parts)
        )
    ]
    assert strangers == []


def test_the_studio_brings_neither_torch_nor_gradio_into_the_process() -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in sorted((ROOT / "studio").rglob("*.py"))
        if "migrations" not in path.parts
    ]
    program = (
        f"import importlib, sys\nfor name in {modules!r}: importlib.import_module(name.removesuffix('.__init__'))\n"
        f"print(*sorted(set({sorted(ONLY_IN)!r}) & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=True)
    assert ran.stdout.strip() == ""
