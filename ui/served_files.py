"""Copies of the studio's files that a browser may fetch.

The data folder itself is closed to every request. What the page shows is copied to a folder inside gradio's
temporary folder, one for each person, under a name that cannot be guessed; the whole folder goes when the app ends.
A copy made for one person is fetched by nobody else (ui.serving.own_things).
"""

import contextlib
import hashlib
import io
import os
import secrets
import shutil
import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from PIL import Image

from studio.checks import shown
from studio.errors import NotFound
from studio.people.person import Person
from studio.store.disk.whole_files import write_whole
from ui.people import asking, somebody_asks

EVERYBODYS = "everybody's"  # the folder of what is made while the page is laid out, such as its welcome picture
MOST_NOTED = 100_000  # uploads; beyond that those unused for longest are nobody's


class ServedFiles:
    """Hands out copies of files.

    `folder` lies inside GRADIO_TEMP_DIR and outside of the data folder; `locate` gives the path of a file that a row
    of a person names; the one who asks is meant.
    """

    def __init__(self, folder: Path, locate: Callable[[Person, str], Path]) -> None:
        self._folder = folder
        self._locate = locate
        self._secret = secrets.token_bytes(16)
        self._lock = threading.Lock()
        self._owners: OrderedDict[str, set[str]] = OrderedDict()  # the ids of people, by the absolute path
        folder.mkdir(parents=True, exist_ok=True)

    def copy_of(self, file: str | Path, name: str | None = None) -> Path:
        """A copy of a file as it is now: of one that a row names (a str), or of any other (a Path).

        It is called `name`, or as the file is. Errors: NotFound when the file is gone.
        """
        source = self._source(file)
        return self._kept(source, name or source.name, lambda part: _copy(source, part))

    def made_of(self, file: str | Path, name: str, content: Callable[[], bytes]) -> Path:
        """A file called `name` that is made of another one; made once for as long as that is as it is now.

        Errors: NotFound when the file is gone; what `content` raises.
        """
        return self._kept(self._source(file), name, lambda part: part.write_bytes(content()))

    def forget(self, *files: str | None) -> None:
        """Remove what was handed out of files, before they are deleted: it would go on to take room on the disk."""
        for file in files:
            with contextlib.suppress(NotFound, FileNotFoundError):
                if file is not None:
                    shutil.rmtree(self._folder_of(self._source(file)), ignore_errors=True)

    def forget_all(self, person: Person) -> None:
        """Remove all that was handed out to a person, and what she alone uploaded."""
        shutil.rmtree(self._folder / person.id, ignore_errors=True)
        with self._lock:
            own = [path for path, people in self._owners.items() if person.id in people]
            for path in own:
                self._owners[path].discard(person.id)
                if not self._owners[path]:
                    del self._owners[path]
                    Path(path).unlink(missing_ok=True)

    def note(self, person: Person, path: str) -> None:
        """A file in gradio's temporary folder is this person's: an upload, or what gradio wrote for an answer.

        It stays whoever else's it was: two may upload the same one.
        """
        whole = os.path.abspath(path)
        with self._lock:
            self._owners.setdefault(whole, set()).add(person.id)
            self._owners.move_to_end(whole)
            if len(self._owners) > MOST_NOTED:
                self._owners.popitem(last=False)

    def is_of(self, person: Person, path: str) -> bool:
        """Whether she may fetch a file, or give it as her own."""
        whole = os.path.abspath(path)
        if any(Path(whole).is_relative_to(self._folder / name) for name in (person.id, EVERYBODYS)):
            return True
        with self._lock:
            return person.id in self._owners.get(whole, ())

    def _own_folder(self) -> Path:
        folder = self._folder / (asking().id if somebody_asks() else EVERYBODYS)
        folder.mkdir(exist_ok=True)
        return folder

    def _source(self, file: str | Path) -> Path:
        return file if isinstance(file, Path) else self._locate(asking(), file)

    def _kept(self, source: Path, name: str, write: Callable[[Path], object]) -> Path:
        """A file beside others of the same source, written whole or not at all."""
        try:
            folder = self._folder_of(source)
            kept = folder / name
            with self._lock:
                if not kept.exists():
                    folder.mkdir(exist_ok=True)
                    part = folder / f".{secrets.token_hex(4)}.part"
                    write(part)
                    os.replace(part, kept)
        except FileNotFoundError as error:
            raise NotFound("served-file-gone", name=shown(source.name)) from error
        return kept

    def _folder_of(self, source: Path) -> Path:
        """Where the copies of a file lie, as it is now. Errors: FileNotFoundError."""
        facts = source.stat()
        identity = f"{source}\0{facts.st_mtime_ns}\0{facts.st_size}\0{facts.st_ino}".encode()
        return self._own_folder() / hashlib.blake2b(identity, key=self._secret, digest_size=16).hexdigest()

    def url_of(self, file: str | Path | None, longest_side: int | None = None) -> str:
        """The address of a copy, relative to the page; empty for no file, or one that is gone.

        `longest_side`: pixels of a smaller copy, for a picture that is shown small.
        """
        if file is None:
            return ""
        try:
            copy = self.copy_of(file)
            return self.address_of(self._small(copy, longest_side) if longest_side else copy)
        except NotFound:
            return ""

    @staticmethod
    def address_of(copy: Path) -> str:
        """The address of what copy_of() or made_of() gave, relative to the page."""
        return f"gradio_api/file={quote(os.fsencode(copy))}"

    def _small(self, copy: Path, longest_side: int) -> Path:
        small = copy.parent / f"{copy.stem}-{longest_side}.jpg"
        with self._lock:
            if not small.exists():
                with Image.open(copy) as image:
                    image.thumbnail((longest_side, longest_side))
                    content = io.BytesIO()
                    image.convert("RGB").save(content, "JPEG", quality=85)
                try:
                    write_whole(small, content.getvalue())
                except OSError:
                    return copy  # on a full disk what is there must still be seen, or nobody could delete it
        return small

    def scratch(self, name: str) -> Path:
        """The path of a new folder, not made yet, for files of one page, such as small copies of photos just given."""
        return self._own_folder() / f"{name}-{secrets.token_hex(16)}"


def _copy(source: Path, copy: Path) -> None:
    """A copy; on a full disk another name for the file, or nobody could see what is to be deleted."""
    try:
        shutil.copyfile(source, copy)
    except FileNotFoundError:
        raise
    except OSError:
        copy.unlink(missing_ok=True)
        os.link(source, copy)
