"""When workers were at which job. A job that rests and goes on has several such spans, and another try adds to them."""

from collections.abc import Collection

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from studio.people.person import Person
from studio.store.tables import JobRow, WorkRow

DAY = 24 * 3600.0  # seconds: what ended longer ago is forgotten


def begin_span(session: Session, row: JobRow, now: float) -> None:
    """A worker is at the job from now on."""
    session.execute(delete(WorkRow).where(WorkRow.ended_at < now - DAY))
    session.add(WorkRow(job_id=row.id, owner=row.owner, began_at=now))


def end_span(session: Session, row: JobRow, at: float) -> None:
    """No worker is at the job any more since then."""
    session.flush()
    session.execute(update(WorkRow).where(WorkRow.job_id == row.id, WorkRow.ended_at.is_(None)).values(ended_at=at))


def last_turns(session: Session, owners: Collection[Person]) -> dict[Person, int]:
    """A number for each person that is larger the later a job of hers was begun; nothing for whom none was for long."""
    query = select(WorkRow.owner, func.max(WorkRow.id)).where(WorkRow.owner.in_(owners)).group_by(WorkRow.owner)
    return {row[0]: row[1] for row in session.execute(query)}


def spans(session: Session, owner: Person, now: float) -> list[tuple[float, float]]:
    """The person's (began, ended) of the last 24 hours, in order, in unix seconds; what still runs ends now."""
    query = select(WorkRow.began_at, WorkRow.ended_at).where(WorkRow.owner == owner).order_by(WorkRow.began_at)
    found = ((max(began, now - DAY), now if ended is None else ended) for began, ended in session.execute(query))
    return [(began, ended) for began, ended in found if ended > began]
