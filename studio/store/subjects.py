"""The subjects' rows."""

from dataclasses import asdict
from typing import Any, cast

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from studio.checks import shown
from studio.errors import NotFound, StudioError
from studio.prompts.tokens import name_key
from studio.store.database import Database
from studio.store.tables import CheckpointRow, SubjectRow
from studio.subjects.subject import Subject, SubjectState


class SubjectStore:
    """The subjects of one studio, by name; upper and lower case are the same name. Files are the studio's care."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, subject: Subject) -> Subject:
        """Keep a new subject; one that failed under the same name makes room. Errors: StudioError for a taken name."""
        with self._database.writing() as session:
            insert_subject(session, subject)
        return subject

    def get(self, name: str) -> Subject:
        """The subject of that name. Errors: NotFound."""
        with self._database.reading() as session:
            return _subject(_row(session, name))

    def find(self, name: str) -> Subject | None:
        """The subject of that name, or None."""
        with self._database.reading() as session:
            row = session.get(SubjectRow, name_key(name))
            return None if row is None else _subject(row)

    def list(self) -> list[Subject]:
        """Every subject, newest first."""
        with self._database.reading() as session:
            rows = session.scalars(select(SubjectRow).order_by(SubjectRow.created_at.desc(), SubjectRow.key))
            return [_subject(row) for row in rows]

    def update(self, name: str, **changes: Any) -> Subject:
        """Change fields of a subject, by their names in Subject; name and trigger word stay. Errors: NotFound."""
        with self._database.writing() as session:
            row = _row(session, name)
            for field, value in changes.items():
                if field in ("name", "key", "trigger_word") or not hasattr(SubjectRow, field):
                    raise TypeError(f"{field!r} is not a field of a subject that can be changed")
                setattr(row, field, _plain(value))
            session.flush()
            return _subject(row)

    def delete(self, name: str) -> None:
        """Remove the row and those of its lesson's checkpoints. Errors: NotFound."""
        with self._database.writing() as session:
            row = _row(session, name)
            session.execute(delete(CheckpointRow).where(CheckpointRow.job_id == row.job_id))
            session.delete(row)


def insert_subject(session: Session, subject: Subject) -> None:
    """Add the row inside a transaction of another store; a failed subject of the same name is replaced.

    Errors: StudioError when the name or the trigger word is taken.
    """
    key = name_key(subject.name)
    present = session.get(SubjectRow, key)
    if present is not None:
        if present.state != "failed":
            raise name_taken(present.name)
        session.delete(present)
        session.flush()
    same_word = session.scalars(select(SubjectRow).where(SubjectRow.trigger_word == subject.trigger_word)).first()
    if same_word is not None:
        raise StudioError("trigger-word-taken", word=subject.trigger_word, name=shown(same_word.name))
    session.add(SubjectRow(key=key, **{name: _plain(value) for name, value in asdict(subject).items()}))


def name_taken(name: str) -> StudioError:
    """The sentence for a name that another subject has."""
    return StudioError("subject-name-taken", name=shown(name))


def _plain(value: Any) -> Any:
    return list(cast("tuple[Any, ...]", value)) if isinstance(value, tuple) else value


def _row(session: Session, name: str) -> SubjectRow:
    row = session.get(SubjectRow, name_key(name))
    if row is None:
        raise NotFound("subject-not-found", name=shown(name))
    return row


def _subject(row: SubjectRow) -> Subject:
    return Subject(
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
    )
