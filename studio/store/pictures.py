"""The pictures' rows."""

from collections.abc import Collection

from sqlalchemy import String, cast, func, select
from sqlalchemy.orm import Session

from studio.checks import shown
from studio.errors import NotFound
from studio.jobs.requests import PictureRequest
from studio.people.person import Person
from studio.pictures.picture import Picture
from studio.prompts.tokens import name_key
from studio.store.database import Database
from studio.store.tables import PictureRow, PictureSubjectRow


class PictureStore:
    """The pictures of one studio. Files are the studio's care."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, picture: Picture) -> Picture:
        """Keep a picture; one with the same id is replaced, so that a job that goes on may add its pictures again."""
        with self._database.writing() as session:
            present = session.get(PictureRow, picture.id)
            if present is not None:
                session.delete(present)
                session.flush()
            session.add(
                PictureRow(
                    id=picture.id,
                    owner=picture.owner,
                    file=picture.file,
                    thumbnail_file=picture.thumbnail_file,
                    seed=picture.seed,
                    width=picture.width,
                    height=picture.height,
                    job_id=picture.job_id,
                    request=picture.request.to_json(),
                    created_at=picture.created_at,
                    seconds=picture.seconds,
                    search_text=_search_text(picture),
                )
            )
            session.flush()
            for key in {name_key(choice.name) for choice in picture.request.subjects}:
                session.add(PictureSubjectRow(picture_id=picture.id, subject_key=key))
        return picture

    def get(self, owner: Person, id: str) -> Picture:
        """The person's picture with that id. Errors: NotFound."""
        with self._database.reading() as session:
            return _picture(_row(session, owner, id))

    def owner_of(self, id: str) -> Person | None:
        """Whose picture it is; None for one that is not there."""
        with self._database.reading() as session:
            return session.scalars(select(PictureRow.owner).where(PictureRow.id == id)).first()

    def list(
        self, owner: Person, search: str = "", subject: str | None = None, limit: int = 100, offset: int = 0
    ) -> list[Picture]:
        """The person's pictures, newest first, that hold every word of `search` in their words or parameters, and this
        subject of hers.
        """
        query = select(PictureRow).where(PictureRow.owner == owner)
        query = query.order_by(PictureRow.created_at.desc(), PictureRow.id)
        for word in name_key(search).split():
            query = query.where(func.instr(PictureRow.search_text, word) > 0)
        if subject is not None:
            of_subject = select(PictureSubjectRow.picture_id).where(PictureSubjectRow.subject_key == name_key(subject))
            query = query.where(PictureRow.id.in_(of_subject))
        with self._database.reading() as session:
            return [_picture(row) for row in session.scalars(query.limit(limit).offset(offset))]

    def present(self, owner: Person, ids: Collection[str]) -> frozenset[str]:
        """Those of these ids that are a picture's of the person."""
        own = select(PictureRow.id).where(PictureRow.owner == owner)
        with self._database.reading() as session:
            return frozenset(session.scalars(own.where(PictureRow.id.in_(ids))))

    def start_from(self, owner: Person, file: str) -> bool:
        """Whether any picture of the person is made from that file of starts/."""
        named = func.instr(cast(PictureRow.request, String), file) > 0
        own = select(PictureRow.id).where(PictureRow.owner == owner)
        with self._database.reading() as session:
            return session.scalars(own.where(named).limit(1)).first() is not None

    def delete(self, owner: Person, id: str) -> None:
        """Remove the row. Errors: NotFound."""
        with self._database.writing() as session:
            session.delete(_row(session, owner, id))


def _search_text(picture: Picture) -> str:
    request = picture.request
    names = [choice.name for choice in request.subjects]
    parts = [request.typed_prompt, request.prompt, request.negative_prompt, *names]
    parts += [request.sampler, str(picture.seed), request.base_model]
    return "\n".join(map(name_key, parts))


def _row(session: Session, owner: Person, id: str) -> PictureRow:
    row = session.get(PictureRow, id)
    if row is None or row.owner != owner:
        raise NotFound("picture-not-found", id=shown(id))
    return row


def _picture(row: PictureRow) -> Picture:
    return Picture(
        id=row.id,
        owner=row.owner,
        file=row.file,
        thumbnail_file=row.thumbnail_file,
        seed=row.seed,
        width=row.width,
        height=row.height,
        job_id=row.job_id,
        request=PictureRequest.from_json(row.request),
        created_at=row.created_at,
        seconds=row.seconds,
    )
