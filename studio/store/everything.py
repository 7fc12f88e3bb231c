"""All rows of a person, of whatever table: a table that is added with a person in it belongs to these by itself."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import delete, select
from sqlalchemy.engine import CursorResult

from studio.jobs.job import ENDED, JobState
from studio.people.person import OWNER, Person
from studio.store.database import Database
from studio.store.job_rows import in_states
from studio.store.tables import (
    Base,
    JobRow,
    PersonRow,
    PictureRevisionRow,
    PictureRow,
    SubjectRow,
    person_attributes,
)

Ids = frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Had:
    """What a person has, by the ids of the rows; `files`: those that the rows name, relative to the data folder."""

    jobs: Ids
    pictures: Ids
    subjects: int
    files: Ids


class EverythingStore:
    """What each person has in all tables together. Rows that hang on others, such as a lesson's curve, go with them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def people(self) -> frozenset[Person]:
        """Everybody who has any row."""
        with self._database.reading() as session:
            columns = [getattr(kind, name) for kind in kinds_of_people() for name in person_attributes(kind)]
            return frozenset(person for column in columns for person in session.scalars(select(column).distinct()))

    def open_jobs(self, person: Person) -> dict[str, JobState]:
        """Her jobs that have not ended, with how they stand."""
        query = select(JobRow.id, JobRow.state).where(JobRow.owner == person, ~in_states(ENDED))
        with self._database.reading() as session:
            return {id: JobState(state) for id, state in session.execute(query)}

    def of(self, person: Person) -> Had:
        """What she has now."""
        with self._database.reading() as session:
            pictures = session.execute(
                select(PictureRow.id, PictureRow.file, PictureRow.thumbnail_file).where(PictureRow.owner == person)
            ).all()
            subjects = session.scalars(select(SubjectRow).where(SubjectRow.owner == person)).all()
            named = [file for _, *files in pictures for file in files]
            for row in subjects:
                named += [row.cover_file, *row.photo_files, *row.lora_files.values(), *row.sample_files]
            return Had(
                jobs=frozenset(session.scalars(select(JobRow.id).where(JobRow.owner == person))),
                pictures=frozenset(id for id, *_ in pictures),
                subjects=len(subjects),
                files=frozenset(filter(None, named)),
            )

    def ids(self) -> tuple[Ids, Ids]:
        """Every job and every picture, whoever's."""
        with self._database.reading() as session:
            return frozenset(session.scalars(select(JobRow.id))), frozenset(session.scalars(select(PictureRow.id)))

    def reconcile(self, is_there: Callable[[str], bool]) -> tuple[int, int]:
        """Have the rows of pictures and subjects name no file that is gone.

        A picture without its file goes. A subject without its LoRA files has failed, so that it can be taught again
        from its photos, and goes where there are none. Gives how many pictures and how many subjects that were.
        """
        with self._database.writing() as session:
            lost = [row for row in session.scalars(select(PictureRow)) if not is_there(row.file)]
            for row in lost:
                session.delete(row)
            for row in session.scalars(select(PictureRow).where(PictureRow.thumbnail_file.is_not(None))):
                if row.thumbnail_file is not None and not is_there(row.thumbnail_file):
                    row.thumbnail_file = None
            untaught = 0
            for row in session.scalars(select(SubjectRow)).all():
                is_taught = row.state != "ready" or all(map(is_there, row.lora_files.values()))
                row.photo_files = [file for file in row.photo_files if is_there(file)]
                row.sample_files = [file for file in row.sample_files if is_there(file)]
                if row.cover_file is not None and not is_there(row.cover_file):
                    row.cover_file = next(iter(row.photo_files), None)
                if not is_taught:
                    untaught += 1
                    row.state, row.lora_files = "failed", {}
                    if not row.photo_files:
                        session.delete(row)
            return len(lost), untaught

    def delete(self, person: Person) -> int:
        """Remove all her rows. Gives how many went, without those that hang on them.

        The owner's account stays, since she still comes in; so does the number that tells her page that pictures
        changed.
        """
        kept: Collection[type[Base]] = (PersonRow, PictureRevisionRow) if person == OWNER else ()
        with self._database.writing() as session:
            count = 0
            for kind in kinds_of_people():
                for name in person_attributes(kind) if kind not in kept else ():
                    gone = session.execute(delete(kind).where(getattr(kind, name) == person))
                    count += cast("CursorResult[Any]", gone).rowcount
            revision = session.get(PictureRevisionRow, person)
            if revision is not None:
                revision.revision += 1
            return count


def kinds_of_people() -> list[type[Base]]:
    """Every kind of row that is about a person."""
    return [mapper.class_ for mapper in Base.registry.mappers if person_attributes(mapper.class_)]
