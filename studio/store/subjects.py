"""The subjects' rows."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, cast

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from studio.checks import shown
from studio.errors import NotFound, StudioError
from studio.people.person import OWNER, Person
from studio.prompts.tokens import name_key
from studio.store.database import Database
from studio.store.tables import CheckpointRow, SubjectRow
from studio.subjects.subject import Subject, SubjectState


class SubjectStore:
    """The subjects of one studio, by owner and name; upper and lower case are the same name.

    Files are the studio's care.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, subject: Subject) -> Subject:
        """Keep a new subject; one that failed under the same name makes room. Errors: StudioError for a taken name."""
        with self._database.writing() as session:
            insert_subject(session, subject)
        return subject

    def get(self, owner: Person, name: str) -> Subject:
        """The person's subject of that name. Errors: NotFound."""
        with self._database.reading() as session:
            return _subject(_row(session, owner, name))

    def find(self, owner: Person, name: str) -> Subject | None:
        """The person's subject of that name, or None."""
        with self._database.reading() as session:
            row = session.get(SubjectRow, (owner, name_key(name)))
            return None if row is None else _subject(row)

    def meant(self, person: Person, name: str, *, lent: bool) -> Subject | None:
        """Whom a job of the person means: her own subject of that name, or the owner's that guests may use; or None."""
        if not lent:
            return self.find(person, name)
        subject = self.find(OWNER, name)
        return subject if subject is not None and subject.guests_may_use else None

    def list(self, owner: Person) -> list[Subject]:
        """Every subject of the person, newest first."""
        own = select(SubjectRow).where(SubjectRow.owner == owner)
        with self._database.reading() as session:
            rows = session.scalars(own.order_by(SubjectRow.created_at.desc(), SubjectRow.key))
            return [_subject(row) for row in rows]

    def update(self, owner: Person, name: str, **changes: Any) -> Subject:
        """Change fields of a subject, by their names in Subject; not name, trigger word, owner. Errors: NotFound."""
        with self._database.writing() as session:
            row = _row(session, owner, name)
            for field, value in changes.items():
                if field in ("name", "key", "trigger_word") or not hasattr(SubjectRow, field):
                    raise TypeError(f"{field!r} is not a field of a subject that can be changed")
                setattr(row, field, _plain(value))
            session.flush()
            return _subject(row)

    def delete(self, owner: Person, name: str) -> None:
        """Remove the row and those of its lesson's checkpoints. Errors: NotFound."""
        with self._database.writing() as session:
            row = _row(session, owner, name)
            session.execute(delete(CheckpointRow).where(CheckpointRow.job_id == row.job_id))
            session.delete(row)


def insert_subject(session: Session, subject: Subject) -> None:
    """Add the row inside a transaction of another store; a failed subject of the same owner and name is replaced.

    Errors: StudioError when its owner has the name or the trigger word already.
    """
    key = name_key(subject.name)
    present = session.get(SubjectRow, (subject.owner, key))
    if present is not None:
        if present.state != "failed":
            raise name_taken(present.name)
        session.delete(present)
        session.flush()
    of_word = SubjectRow.owner == subject.owner, SubjectRow.trigger_word == subject.trigger_word
    same_word = session.scalars(select(SubjectRow).where(*of_word)).first()
    if same_word is not None:
        raise StudioError("trigger-word-taken", word=subject.trigger_word, name=shown(same_word.name))
    values = {field.name: _plain(getattr(subject, field.name)) for field in fields(subject)}
    session.add(SubjectRow(key=key, **values))


def name_taken(name: str) -> StudioError:
    """The sentence for a name that another subject has."""
    return StudioError("subject-name-taken", name=shown(name))


def _plain(value: Any) -> Any:
    match value:
        case tuple():
            return list(cast("tuple[Any, ...]", value))
        case Mapping():
            return dict(cast("Mapping[str, Any]", value))
        case _:
            return value


def _row(session: Session, owner: Person, name: str) -> SubjectRow:
    row = session.get(SubjectRow, (owner, name_key(name)))
    if row is None:
        raise NotFound("subject-not-found", name=shown(name))
    return row


def _subject(row: SubjectRow) -> Subject:
    return Subject(
        owner=row.owner,
        name=row.name,
        kind=row.kind,
        trigger_word=row.trigger_word,
        base_model=row.base_model,
        family=row.family,
        state=cast(SubjectState, row.state),
        cover_file=row.cover_file,
        photo_files=tuple(row.photo_files),
        lora_files=dict(row.lora_files),
        sample_files=tuple(row.sample_files),
        job_id=row.job_id,
        created_at=row.created_at,
        rank=row.rank,
        alpha=row.alpha,
        steps=row.steps,
        guests_may_use=row.guests_may_use,
    )
