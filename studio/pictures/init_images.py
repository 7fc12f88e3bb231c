"""The pictures that other ones start from, or are a part of, and the masks of such parts."""

import hashlib
import io
from pathlib import Path

from PIL import Image

from studio.checks import one_line, relative_file
from studio.errors import NotFound, StudioError
from studio.jobs.job import ENDED
from studio.jobs.requests import PictureRequest
from studio.people.person import Person
from studio.photos.keeping import one_mask, one_photo
from studio.pictures.options import InitImage, named
from studio.pictures.regions import places_in_mask
from studio.store import Store


class InitImages:
    """Keeps pictures to start from, for as long as a picture or a job of the person needs one.

    Each is kept once for all of hers that start from it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, person: Person, file: str | Path) -> str:
        """Keep a picture to start from, as bare pixels. Gives how a request names it.

        Errors: StudioError for a file that is no picture, OverLimit.
        """
        return self._kept(person, one_photo(_path(file)))

    def keep_mask(self, person: Person, file: str | Path) -> str:
        """Keep the mask of a part of a picture, as a small grey one. Gives how a request names it.

        Where the file is see-through anywhere, what is painted is the part, else what is bright. Errors: StudioError
        for a file that is no picture, or has no such part; OverLimit.
        """
        content = one_mask(_path(file))
        with Image.open(io.BytesIO(content)) as mask:
            if not places_in_mask(mask):
                raise StudioError("mask-empty")
        return self._kept(person, content)

    def _kept(self, person: Person, content: bytes) -> str:
        name = hashlib.sha256(content).hexdigest()[:32]
        path = self._store.files.start_file(person, name)
        if not path.is_file():
            self._store.shares.check_disk(person, len(content))
            self._store.files.write_whole(path, content)
        if person in self._store.database.departed:  # no row refuses it
            self._store.files.remove(path)
            raise StudioError("account-not-found")
        return self._store.files.relative(path)

    def keep_picture(self, person: Person, id: str) -> str:
        """Keep a finished picture to start from. Gives how a request names it. Errors: NotFound."""
        return self.keep(person, self._store.files.path(self._store.pictures.get(person, id).file))

    def file(self, person: Person, file: str) -> Path:
        """A picture that keep() kept. Errors: StudioError for any other file, NotFound when it is gone."""
        path = self._store.files.path(relative_file(file))
        if not self._is_own(person, path) or not path.is_file():
            raise NotFound("start-gone")
        return path

    def size(self, person: Person, file: str) -> tuple[int, int]:
        """Its width and height in pixels. Errors: as file()."""
        with Image.open(self.file(person, file)) as image:
            return image.size

    def chosen(self, person: Person, start: object) -> InitImage | None:
        """The start that is meant by {"picture": id} or {"file": from keep()}, with its "strength"; None by None.

        Errors: StudioError for anything else, NotFound for a picture that is not there.
        """
        if start is None:
            return None
        given = named("given-start", start, ("picture", "file", "strength"))
        file = given.get("file")
        if given.get("picture") is not None:
            file = self.keep_picture(person, str(given["picture"]))
        if not isinstance(file, str):
            raise StudioError("no-start")
        found = (
            InitImage(file=file) if given.get("strength") is None else InitImage(file=file, strength=given["strength"])
        )
        self.file(person, found.file)
        return found

    def forget(self, person: Person, request: PictureRequest) -> None:
        """Remove what a deleted picture of the person was made from, unless another one or a job still needs it."""
        for file in request.files:
            if not self._is_own(person, self._store.files.path(file)) or self._store.pictures.start_from(person, file):
                continue
            needed = (job.request for job in self._store.jobs.list(person, limit=1000) if job.state not in ENDED)
            if not any(isinstance(one, PictureRequest) and file in one.files for one in needed):
                self._store.files.remove(file)

    def _is_own(self, person: Person, path: Path) -> bool:
        content_hash, _, _ = path.stem.partition("-")
        return bool(content_hash) and path == self._store.files.start_file(person, content_hash)


def _path(file: str | Path) -> Path:
    return Path(one_line("request-picture-file", str(file), shortest=1, longest=4000))
