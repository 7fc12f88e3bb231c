"""The files that rows name."""

from pathlib import Path

from studio.checks import shown
from studio.errors import NotFound
from studio.people.person import Person
from studio.store import Store
from studio.store.disk.files import DataFolder


class KeptFiles:
    """Hands out files by the names that rows have for them, each to its owner alone."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._owners: dict[tuple[str, str], Person] = {}  # whose a job or a picture is never changes

    def file(self, person: Person, file: str) -> Path:
        """As kept_file(); what lies where another person's files lie is as one that is gone."""
        files = self._store.files
        path = files.path(file)
        if self._owner_of(path) not in (None, person):
            raise _gone(path)
        return kept_file(files, file)

    def _owner_of(self, path: Path) -> Person | None:
        """Whose a file is by the place where it lies; None where nobody has anything there."""
        parts = path.relative_to(self._store.files.root).parts
        if len(parts) < 2:
            return None
        if parts[0] in ("loras", "starts"):
            return self._store.files.owner_in(Path(parts[1]).stem)
        of_picture = {"pictures": path.stem, "explained": parts[1]}.get(parts[0])
        place = ("jobs", parts[1]) if of_picture is None else ("pictures", of_picture)
        if place not in self._owners:
            rows = self._store.jobs if of_picture is None else self._store.pictures
            owner = rows.owner_of(place[1])
            if owner is None:
                return None
            self._owners[place] = owner
        return self._owners[place]


def kept_file(files: DataFolder, file: str) -> Path:
    """The path of a file that a row names, such as a cover, a sample or a preview.

    Errors: NotFound where it is gone, StudioError for a path that leads out of the data folder.
    """
    path = files.path(file)
    if not path.is_file():
        raise _gone(path)
    return path


def _gone(path: Path) -> NotFound:
    return NotFound("file-gone", file=shown(path.name))
