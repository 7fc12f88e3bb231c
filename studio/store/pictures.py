"""The pictures' rows."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, cast, func, or_, select
from sqlalchemy.orm import Session

from studio.checks import shown
from studio.errors import NotFound
from studio.jobs.requests import PictureRequest
from studio.people.person import Person
from studio.pictures.picture import Picture
from studio.pictures.picture_filter import EVERY_PICTURE, PageKey, PictureFilter
from studio.prompts.tokens import name_key
from studio.store.database import Database
from studio.store.tables import PictureRevisionRow, PictureRow, PictureSubjectRow


class PictureStore:
    """The pictures of one studio, also those in the bin. Files are the studio's care."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, picture: Picture) -> Picture:
        """Keep a picture; one with the same id is replaced, so that a job that goes on may add its pictures again.

        What a person did with that one since, a star or the bin, stays.
        """
        with self._database.writing() as session:
            present = session.get(PictureRow, picture.id)
            if present is not None:
                picture = replace(picture, starred=present.starred, deleted_at=present.deleted_at)
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
                    starred=picture.starred,
                    deleted_at=picture.deleted_at,
                )
            )
            session.flush()
            for key in {name_key(choice.name) for choice in picture.request.subjects}:
                session.add(PictureSubjectRow(picture_id=picture.id, subject_key=key))
            _count_revision(session, picture.owner)
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
        self,
        owner: Person,
        chosen: PictureFilter = EVERY_PICTURE,
        limit: int = 100,
        offset: int = 0,
        *,
        after: PageKey | None = None,
    ) -> list[Picture]:
        """These pictures of the person, the newest first; of those in the bin, the last deleted.

        `after`: only what follows that picture in this order, found without reading what comes before it.
        """
        moment = _moment(chosen)
        query = _chosen(select(PictureRow), owner, chosen).order_by(moment.desc(), PictureRow.id)
        if after is not None:
            later = or_(moment < after.moment, PictureRow.id > after.id)
            query = query.where(and_(moment <= after.moment, later))
        with self._database.reading() as session:
            return [_picture(row) for row in session.scalars(query.limit(limit).offset(offset))]

    def moments(self, owner: Person, chosen: PictureFilter = EVERY_PICTURE) -> Sequence[float]:
        """When each of these pictures was made, or deleted where the bin is meant, in unix seconds, newest first."""
        moment = _moment(chosen)
        query = _chosen(select(moment), owner, chosen).order_by(moment.desc())
        with self._database.reading() as session:
            return list(session.scalars(query))

    def present(self, owner: Person, ids: Collection[str], *, bin: bool = False) -> frozenset[str]:
        """Those of these ids that are a picture's of the person, and not in the bin; or in it, where that is meant."""
        own = _chosen(select(PictureRow.id), owner, PictureFilter(bin=bin))
        with self._database.reading() as session:
            return frozenset(session.scalars(own.where(PictureRow.id.in_(ids))))

    def revision(self, owner: Person) -> int:
        """A number that is another one after each change of the person's pictures. It is read in a moment."""
        with self._database.reading() as session:
            row = session.get(PictureRevisionRow, owner)
            return 0 if row is None else row.revision

    def star(self, owner: Person, ids: Sequence[str], starred: bool) -> None:
        """Give all of them a star, or take it. Errors: NotFound, and then none is changed."""
        with self._database.writing() as session:
            for row in [_row(session, owner, id) for id in ids]:
                row.starred = starred
            _count_revision(session, owner)

    def put_in_bin(self, owner: Person, ids: Sequence[str], deleted_at: float) -> None:
        """Put all of them into the bin; one that is there stays as it is. Errors: NotFound, then none is changed."""
        with self._database.writing() as session:
            for row in [_row(session, owner, id) for id in ids]:
                row.deleted_at = deleted_at if row.deleted_at is None else row.deleted_at
            _count_revision(session, owner)

    def restore(self, owner: Person, ids: Sequence[str]) -> None:
        """Take all of them out of the bin. Errors: NotFound, and then none is changed."""
        with self._database.writing() as session:
            for row in [_row(session, owner, id) for id in ids]:
                row.deleted_at = None
            _count_revision(session, owner)

    def in_bin_since(self, owner: Person, before: float) -> Sequence[Picture]:
        """Those that were put into the bin before that moment."""
        query = select(PictureRow).where(PictureRow.owner == owner, PictureRow.deleted_at < before)
        with self._database.reading() as session:
            return [_picture(row) for row in session.scalars(query)]

    def owners_with_bin(self) -> Sequence[Person]:
        """Who has anything in the bin."""
        query = select(PictureRow.owner).where(PictureRow.deleted_at.is_not(None)).distinct()
        with self._database.reading() as session:
            return list(session.scalars(query))

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
            _count_revision(session, owner)


def _moment(chosen: PictureFilter) -> ColumnElement[Any]:
    """What these pictures are ordered by."""
    return PictureRow.deleted_at.expression if chosen.bin else PictureRow.created_at.expression


def _chosen(query: Select[Any], owner: Person, chosen: PictureFilter) -> Select[Any]:
    in_bin = PictureRow.deleted_at.is_not(None) if chosen.bin else PictureRow.deleted_at.is_(None)
    query = query.where(PictureRow.owner == owner, in_bin)
    if chosen.starred:
        query = query.where(PictureRow.starred)
    if chosen.since is not None:
        query = query.where(_moment(chosen) >= chosen.since)
    if chosen.until is not None:
        query = query.where(_moment(chosen) < chosen.until)
    for word in name_key(chosen.search).split():
        query = query.where(func.instr(PictureRow.search_text, word) > 0)
    if chosen.subject is not None:
        of_subject = select(PictureSubjectRow.picture_id).where(
            PictureSubjectRow.subject_key == name_key(chosen.subject)
        )
        query = query.where(PictureRow.id.in_(of_subject))
    return query


def _count_revision(session: Session, owner: Person) -> None:
    row = session.get(PictureRevisionRow, owner)
    if row is None:
        session.add(PictureRevisionRow(owner=owner, revision=1))
    else:
        row.revision += 1


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
        starred=row.starred,
        deleted_at=row.deleted_at,
    )
