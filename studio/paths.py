"""Where the project lies, and paths as a person writes them."""

import contextlib
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


def written_path(path: str | Path) -> Path:
    """The path with a home for ~ and ~anna; a ~ of nobody's is a name like any other."""
    path = Path(path)
    with contextlib.suppress(RuntimeError):  # there is nobody of that name
        path = path.expanduser()
    return path
