"""Whether a person may have one more job or more photos, inside the transaction that gives her either."""

import math

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from studio.jobs.job import WAITING, JobState
from studio.people.limits import OverLimit, with_usual
from studio.people.person import OWNER, Person
from studio.store.sharing.work import DAY, spans
from studio.store.tables import JobRow, PersonRow, SubjectRow
from studio.words import Message


def limits_in(session: Session, person: Person) -> dict[str, int]:
    """The limits that hold for a person, by the names of LIMITS; none for the owner."""
    if person == OWNER:
        return {}
    row = session.get(PersonRow, person)
    return with_usual({} if row is None else row.limits)


def check_new_job(session: Session, owner: Person, now: float) -> None:
    """Whether one more job of the person may wait. Errors: OverLimit, which says what she has and what she can do."""
    limits = limits_in(session, owner)
    if not limits:
        return
    waiting, most = count_jobs(session, owner, *WAITING), limits["waiting_jobs"]
    if waiting >= most:
        raise OverLimit("over-waiting-jobs", count=waiting, most=most)
    worked, most = spans(session, owner, now), limits["minutes_a_day"]
    if seconds_of(worked) >= 60 * most:
        wait = _seconds_until_less(worked, 60 * most, now)
        raise OverLimit("over-minutes-a-day", count=most, wait=_spoken(wait))


def check_photos(session: Session, owner: Person, new: int) -> None:
    """Whether the person may have all photos of her subjects, of which so many are new. Errors: OverLimit."""
    limits = limits_in(session, owner)
    count = count_photos(session, owner) if limits else 0
    if limits and count > limits["photos"]:
        raise OverLimit("over-photos", new=new, count=count - new, most=limits["photos"])


def count_jobs(session: Session, owner: Person, *states: JobState) -> int:
    """How many of the person's jobs are in these states."""
    of_owner = JobRow.owner == owner, JobRow.state.in_([state.value for state in states])
    return session.scalar(select(func.count()).where(*of_owner)) or 0


def count_photos(session: Session, owner: Person) -> int:
    """How many photos the person's subjects have."""
    return sum(len(files) for files in session.scalars(select(SubjectRow.photo_files).where(SubjectRow.owner == owner)))


def seconds_of(spans: list[tuple[float, float]]) -> float:
    """How long they are together."""
    return sum(ended - began for began, ended in spans)


def _seconds_until_less(worked: list[tuple[float, float]], most: float, now: float) -> float:
    """How long it takes until less than `most` seconds lie within a day, if nothing more is worked."""
    over = seconds_of(worked) - most
    for began, ended in worked:
        if ended - began > over:
            return began + over + DAY - now
        over -= ended - began
    return DAY


def _spoken(seconds: float) -> Message:
    minutes = max(1, math.ceil(seconds / 60))
    if minutes < 60:
        return Message("duration-minutes", minutes=minutes)
    return Message("duration-hours", hours=math.ceil(minutes / 60))
