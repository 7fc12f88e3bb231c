"""The tables of the database, typed."""

from typing import Any

from sqlalchemy import (
    JSON,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    TypeDecorator,
    UniqueConstraint,
    inspect,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, mapped_column

from studio.people.person import Person


class Base(DeclarativeBase):
    """Everything that lies in the database."""


class Unsigned64(TypeDecorator[int]):
    """Whole numbers from 0 to 2**64 - 1 in SQLite's signed column: those from 2**63 on lie there as negative ones."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:
        """What is stored."""
        return value - 2**64 if value is not None and value >= 2**63 else value

    def process_result_value(self, value: int | None, dialect: Dialect) -> int | None:
        """What was stored."""
        return value + 2**64 if value is not None and value < 0 else value


class PersonId(TypeDecorator[Person]):
    """A person, of whom the id is stored."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Person | None, dialect: Dialect) -> str | None:
        """What is stored."""
        return None if value is None else value.id

    def process_result_value(self, value: str | None, dialect: Dialect) -> Person | None:
        """What was stored."""
        return None if value is None else Person(value)


def people_in(row: object) -> list[Person]:
    """Whom a row is about: the values of its columns that hold a person."""
    return [getattr(row, attribute) for attribute in person_attributes(type(row))]


def person_attributes(kind: type[Any]) -> list[str]:
    """The names of a row's attributes that hold a person."""
    mapper: Mapper[Any] = inspect(kind)
    return [mapper.get_property_by_column(one).key for one in mapper.columns if isinstance(one.type, PersonId)]


class JobRow(Base):
    """One job. `place` orders those of one person; the smallest is next. See studio.store.sharing.turns."""

    __tablename__ = "jobs"
    __table_args__ = (Index("jobs_by_state", "state", "place"), Index("jobs_by_owner", "owner"))

    id: Mapped[str] = mapped_column(String, primary_key=True)
    owner: Mapped[Person] = mapped_column(PersonId)
    kind: Mapped[str] = mapped_column(String)
    state: Mapped[str] = mapped_column(String)
    place: Mapped[int]
    request: Mapped[dict[str, Any]] = mapped_column(JSON)
    step: Mapped[int] = mapped_column(default=0)
    steps: Mapped[int]
    part: Mapped[float | None] = mapped_column(Float)  # 0..1 of what the message says; None: it has no measure
    seconds_left: Mapped[float | None] = mapped_column(Float)
    loss: Mapped[float | None] = mapped_column(Float)
    message: Mapped[str] = mapped_column(String, default="")  # see studio.store.job_rows.kept_message
    result: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    error_type: Mapped[str | None] = mapped_column(String)
    error_message: Mapped[str | None] = mapped_column(String)
    error_traceback: Mapped[str | None] = mapped_column(String)
    command: Mapped[str | None] = mapped_column("wish", String)
    preview_file: Mapped[str | None] = mapped_column(String)
    created_at: Mapped[float | None] = mapped_column(Float)
    started_at: Mapped[float | None] = mapped_column(Float)
    ended_at: Mapped[float | None] = mapped_column(Float)
    heartbeat_at: Mapped[float | None] = mapped_column(Float)
    worker_id: Mapped[str | None] = mapped_column(String)
    slot: Mapped[int] = mapped_column(default=0)  # of the worker that claimed it last
    claimed_step: Mapped[int] = mapped_column(default=0)  # the step it stood at when it was last claimed
    vain_claims: Mapped[int] = mapped_column(default=0)  # claims in a row whose worker died without getting further


class WorkRow(Base):
    """A span of time in which a worker was at a job; `ended_at` is None while it is. A larger id began later."""

    __tablename__ = "work"

    id: Mapped[int] = mapped_column(primary_key=True)
    job_id: Mapped[str] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    owner: Mapped[Person] = mapped_column(PersonId, index=True)
    began_at: Mapped[float] = mapped_column(Float)
    ended_at: Mapped[float | None] = mapped_column(Float)


class LossRow(Base):
    """A point of a lesson's curve: the mean loss of all steps since the point before, up to this one."""

    __tablename__ = "losses"

    job_id: Mapped[str] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    step: Mapped[int] = mapped_column(primary_key=True)
    loss: Mapped[float] = mapped_column(Float)


class CheckpointRow(Base):
    """A moment of a lesson that has sample pictures; `lora_files` by format, empty where none are kept."""

    __tablename__ = "checkpoints"

    job_id: Mapped[str] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    step: Mapped[int] = mapped_column(primary_key=True)
    sample_files: Mapped[list[str]] = mapped_column(JSON)
    lora_files: Mapped[dict[str, str]] = mapped_column(JSON)
    bytes: Mapped[int] = mapped_column(default=0)


class SubjectRow(Base):
    """One subject; `key` is its name without upper case, so that "Dumpling" and "dumpling" are the same.

    Names and trigger words are each owner's own: two people may both have a Dumpling.
    """

    __tablename__ = "subjects"
    __table_args__ = (UniqueConstraint("owner", "trigger_word"),)

    owner: Mapped[Person] = mapped_column(PersonId, primary_key=True)
    key: Mapped[str] = mapped_column(String, primary_key=True)
    name: Mapped[str] = mapped_column(String)
    kind: Mapped[str] = mapped_column(String)
    trigger_word: Mapped[str] = mapped_column(String)
    base_model: Mapped[str] = mapped_column(String)
    family: Mapped[str] = mapped_column(String)
    state: Mapped[str] = mapped_column(String)
    cover_file: Mapped[str | None] = mapped_column(String)
    photo_files: Mapped[list[str]] = mapped_column(JSON)
    lora_files: Mapped[dict[str, str]] = mapped_column(JSON)
    sample_files: Mapped[list[str]] = mapped_column(JSON)
    job_id: Mapped[str | None] = mapped_column(String, index=True)
    created_at: Mapped[float] = mapped_column(Float)
    rank: Mapped[int | None]
    alpha: Mapped[float | None] = mapped_column(Float)
    steps: Mapped[int | None]
    guests_may_use: Mapped[bool] = mapped_column(default=False)


class PictureRow(Base):
    """One picture; `search_text` is all its words without upper case. `deleted_at`: since when it is in the bin."""

    __tablename__ = "pictures"
    __table_args__ = (
        Index("pictures_by_time", "owner", "created_at", sqlite_where=text("deleted_at IS NULL")),
        Index("pictures_with_star", "owner", "created_at", sqlite_where=text("starred = 1 AND deleted_at IS NULL")),
        Index("pictures_in_bin", "owner", "deleted_at", sqlite_where=text("deleted_at IS NOT NULL")),
    )

    id: Mapped[str] = mapped_column(String, primary_key=True)
    owner: Mapped[Person] = mapped_column(PersonId)
    file: Mapped[str] = mapped_column(String)
    thumbnail_file: Mapped[str | None] = mapped_column(String)
    seed: Mapped[int] = mapped_column(Unsigned64)
    width: Mapped[int]
    height: Mapped[int]
    job_id: Mapped[str] = mapped_column(String)
    request: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[float] = mapped_column(Float)
    seconds: Mapped[float | None] = mapped_column(Float)
    search_text: Mapped[str] = mapped_column(String)
    starred: Mapped[bool] = mapped_column(default=False)
    deleted_at: Mapped[float | None] = mapped_column(Float)


class PictureRevisionRow(Base):
    """A number that is another one after each change of a person's pictures."""

    __tablename__ = "picture_revisions"

    owner: Mapped[Person] = mapped_column(PersonId, primary_key=True)
    revision: Mapped[int]


class PictureSubjectRow(Base):
    """Who is in a picture; `subject_key` as in SubjectRow, of the picture's owner, kept when the subject is deleted."""

    __tablename__ = "picture_subjects"
    __table_args__ = (Index("picture_subjects_by_subject", "subject_key"),)

    picture_id: Mapped[str] = mapped_column(ForeignKey("pictures.id", ondelete="CASCADE"), primary_key=True)
    subject_key: Mapped[str] = mapped_column(String, primary_key=True)


class WorkerRow(Base):
    """One worker process and when it was last heard of; `slot` is its number among those of the data folder."""

    __tablename__ = "workers"

    id: Mapped[str] = mapped_column(String, primary_key=True)
    slot: Mapped[int] = mapped_column(default=0)
    pid: Mapped[int]
    device: Mapped[str] = mapped_column(String, default="")
    gpu_gb: Mapped[float | None] = mapped_column(Float)
    base_model: Mapped[str | None] = mapped_column(String)
    started_at: Mapped[float] = mapped_column(Float)
    heartbeat_at: Mapped[float] = mapped_column(Float)
    # The number of the last message that was applied, of a worker that sends messages; see studio.engines.shared_folder
    applied: Mapped[int] = mapped_column(default=0)


class PersonRow(Base):
    """One account. `name_key` is the name as names are compared; `limits` names only those that are not the usual ones.

    Whoever logs in with the Hub alone has no password.
    """

    __tablename__ = "people"

    id: Mapped[Person] = mapped_column(PersonId, primary_key=True)
    name: Mapped[str] = mapped_column(String)
    name_key: Mapped[str] = mapped_column(String, unique=True)
    password_hash: Mapped[str | None] = mapped_column(String)
    hub_user: Mapped[str | None] = mapped_column(String, unique=True)
    created_at: Mapped[float] = mapped_column(Float)
    limits: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict[str, Any])


class InvitationRow(Base):
    """A link that lets one person make an account, once. `key` is its secret's digest, here and below."""

    __tablename__ = "invitations"

    key: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, unique=True)
    created_at: Mapped[float] = mapped_column(Float)
    expires_at: Mapped[float] = mapped_column(Float)


class SessionRow(Base):
    """A browser that is logged in."""

    __tablename__ = "sessions"

    key: Mapped[str] = mapped_column(String, primary_key=True)
    person: Mapped[Person] = mapped_column(PersonId, index=True)
    created_at: Mapped[float] = mapped_column(Float)
    used_at: Mapped[float] = mapped_column(Float)


class ApiTokenRow(Base):
    """What a program shows instead of a login."""

    __tablename__ = "api_tokens"

    key: Mapped[str] = mapped_column(String, primary_key=True)
    id: Mapped[str] = mapped_column(String, unique=True)
    person: Mapped[Person] = mapped_column(PersonId, index=True)
    label: Mapped[str] = mapped_column(String)
    created_at: Mapped[float] = mapped_column(Float)
    used_at: Mapped[float | None] = mapped_column(Float)
