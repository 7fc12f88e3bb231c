"""The files that rows name."""

from pathlib import Path

from studio.checks import shown
from studio.errors import NotFound
from studio.store.disk.files import DataFolder


def kept_file(files: DataFolder, file: str) -> Path:
    """The path of a file that a row names, such as a cover, a sample or a preview.

    Errors: NotFound where it is gone, StudioError for a path that leads out of the data folder.
    """
    path = files.path(file)
    if not path.is_file():
        raise NotFound("file-gone", file=shown(path.name))
    return path
