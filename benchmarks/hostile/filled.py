"""A data folder with something of everything in it, so that handlers find what they are asked for, and its copy."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from studio.errors import StudioError
from studio.people.person import OWNER
from studio.store import Store, open_store
from tests.by_hand import begin, finish_lesson, finish_pictures, keep_checkpoint, know_subjects
from tests.conftest import draw_photo
from tests.still_studio import studio_over

_NOW = 2_000_000_000.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Filled:
    """What is in the folder, for those who ask for it."""

    photos: tuple[Path, ...]
    pictures: tuple[str, ...]
    jobs: tuple[str, ...]
    checkpoint_step: int


def fill(data_folder: Path, photos_folder: Path) -> Filled:
    """Two subjects, one with checkpoints; six pictures, one in the bin; jobs that wait, run, and failed."""
    photos_folder.mkdir()
    photos = tuple(photos_folder / f"photo_{number}.jpg" for number in range(3))
    for number, photo in enumerate(photos):
        draw_photo(number).resize((320, 320), Image.Resampling.BILINEAR).save(photo, quality=90)
    with open_store(data_folder) as store:
        studio = studio_over(store, seed=3, base_model="pocket")

        def teach(name: str, kind: str) -> str:
            given = {"preset": "quick", "base_model": "pocket", "options": {"prior_preservation": False}}
            return studio.subjects.teach(OWNER, photos=list(photos), name=name, kind=kind, **given).id

        teach("Dumpling", "cat")
        job = begin(store)
        keep_checkpoint(store, job, 40)
        finish_lesson(store, job)
        know_subjects(store, {"Anna": "woman"}, photos)
        for place, prompt in enumerate(("Dumpling on the beach", "Anna and Dumpling in a wood")):
            studio.pictures.create(OWNER, prompt=prompt, steps=4, seed=5, count=3)
            boxes = {"Dumpling": (0.2, 0.2, 0.8, 0.9)}
            finish_pictures(store, begin(store), _NOW + 10 * place, boxes)
        pictures = tuple(one.id for one in studio.pictures.list(OWNER, limit=10))
        studio.pictures.put_in_bin(OWNER, [pictures[-1]])
        jobs = _jobs(store, studio.pictures.create, teach)
    return Filled(photos=photos, pictures=pictures, jobs=jobs, checkpoint_step=40)


def _jobs(store: Store, create: Callable[..., object], teach: Callable[[str, str], str]) -> tuple[str, ...]:
    create(OWNER, prompt="a house that fails", steps=4)
    failed = store.jobs.list(OWNER)[0].id
    store.jobs.fail(begin(store).id, StudioError("job-failed"))
    running = teach("Muffin", "cat")
    begin(store)
    store.jobs.progress(running, step=12)
    for number in range(2):
        create(OWNER, prompt=f"a house {number}", steps=4)
    waiting = [job.id for job in store.jobs.list(OWNER) if job.state == "queued"]
    return (running, failed, *waiting)


class Kept:
    """The data folder as it was, by rows and by files, and how it is made so again while the page runs over it."""

    def __init__(self, data_folder: Path, copy: Path) -> None:
        self._data, self._copy = data_folder, copy
        self._database = sqlite3.connect(data_folder / "studio.db", isolation_level=None)
        self._restored = 0
        self.keep()

    def keep(self) -> None:
        """What is there now is what there shall be."""
        shutil.rmtree(self._copy, ignore_errors=True)
        shutil.copytree(self._data, self._copy, ignore=shutil.ignore_patterns("studio.db*", "*.lock"))
        with closing(sqlite3.connect(self._copy / "studio.db")) as copy:
            self._database.backup(copy)
        self._version, self._files = self._now()

    def is_changed(self) -> bool:
        """Whether any row or file is another one."""
        return self._now() != (self._version, self._files)

    def restore(self) -> None:
        """As it was."""
        with closing(sqlite3.connect(self._copy / "studio.db")) as copy:
            present = self._database.execute("pragma user_version").fetchone()[0]
            copy.backup(self._database)
        self._restored += 1  # numbers by which the page knows that something is new never come twice
        self._database.execute(f"pragma user_version = {present + 1}")
        self._database.execute("update picture_revisions set revision = revision + ?", (1000 * self._restored,))
        _, files = self._now()
        for name in files.keys() - self._files.keys():
            (self._data / name).unlink(missing_ok=True)
        for name, facts in self._files.items():
            if files.get(name) != facts:
                (self._data / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(self._copy / name, self._data / name)
        self._version, self._files = self._now()

    def close(self) -> None:
        """No more questions."""
        self._database.close()

    def _now(self) -> tuple[tuple[tuple[str, int], ...], dict[str, tuple[int, int]]]:
        tables = self._database.execute("select name from sqlite_master where type = 'table' order by name").fetchall()
        rows = tuple((name, hash(tuple(self._database.execute(f'select * from "{name}"')))) for (name,) in tables)
        return rows, {
            str(path.relative_to(self._data)): ((facts := path.stat()).st_size, facts.st_mtime_ns)
            for path in self._data.rglob("*")
            if path.is_file() and not path.name.startswith("studio.db") and path.suffix not in (".lock", ".log")
        }
