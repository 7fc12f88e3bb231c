"""The pictures that other ones start from."""

import hashlib
from pathlib import Path

from PIL import Image

from studio.checks import one_line, relative_file
from studio.errors import NotFound, StudioError
from studio.jobs.job import ENDED
from studio.jobs.requests import PictureRequest
from studio.photos.keeping import one_photo
from studio.pictures.options import InitImage, named
from studio.store import Store


class InitImages:
    """Keeps pictures to start from, once for all that start from one, for as long as a picture or a job needs it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, file: str | Path) -> str:
        """Keep a picture to start from, as bare pixels. Gives how a request names it.

        Errors: StudioError for a file that is no picture.
        """
        content = one_photo(Path(one_line("request-picture-file", str(file), shortest=1, longest=4000)))
        name = hashlib.sha256(content).hexdigest()[:32]
        path = self._store.files.start_file(name)
        if not path.is_file():
            self._store.files.write_whole(path, content)
        return self._store.files.relative(path)

    def keep_picture(self, id: str) -> str:
        """Keep a finished picture to start from. Gives how a request names it. Errors: NotFound."""
        return self.keep(self._store.files.path(self._store.pictures.get(id).file))

    def file(self, file: str) -> Path:
        """A picture that keep() kept. Errors: StudioError for any other file, NotFound when it is gone."""
        path = self._store.files.path(relative_file(file))
        if path.parent != self._store.files.start_file("x").parent or not path.is_file():
            raise NotFound("start-gone")
        return path

    def size(self, file: str) -> tuple[int, int]:
        """Its width and height in pixels. Errors: as file()."""
        with Image.open(self.file(file)) as image:
            return image.size

    def chosen(self, start: object) -> InitImage | None:
        """The start that is meant by {"picture": id} or {"file": from keep()}, with its "strength"; None by None.

        Errors: StudioError for anything else, NotFound for a picture that is not there.
        """
        if start is None:
            return None
        given = named("given-start", start, ("picture", "file", "strength"))
        file = given.get("file")
        if given.get("picture") is not None:
            file = self.keep_picture(str(given["picture"]))
        if not isinstance(file, str):
            raise StudioError("no-start")
        found = (
            InitImage(file=file) if given.get("strength") is None else InitImage(file=file, strength=given["strength"])
        )
        self.file(found.file)
        return found

    def forget(self, request: PictureRequest) -> None:
        """Remove the picture that a deleted one started from, unless another picture or a job still needs it."""
        if request.start is None or self._store.pictures.start_from(request.start.file):
            return
        needed = (job.request for job in self._store.jobs.list(limit=1000) if job.state not in ENDED)
        if not any(isinstance(one, PictureRequest) and one.start == request.start for one in needed):
            self._store.files.remove(request.start.file)
