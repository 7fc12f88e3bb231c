"""Whose turn it is: everybody's jobs wait in one queue, and people take turns in it."""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from studio.jobs.job import WAITING, JobState
from studio.people.person import Person
from studio.store.sharing.work import last_turns
from studio.store.tables import JobRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """A job that waits. `place` orders those of one person."""

    id: str
    owner: Person
    place: int
    is_interrupted: bool = False


def in_turns(waiting: Sequence[Waiting], last_turn: Mapping[Person, int]) -> list[Waiting]:
    """Jobs in the order in which they are begun, if no other comes.

    Next is the first job of whoever had a turn longest ago, so that nobody waits for more than one job of each other
    person. Someone whose own next job was interrupted comes first: it has had its turn. Among those who never had one
    the job that was there first is next. `last_turn`: by person, larger the later; nothing for who had none.
    """
    queues: dict[Person, deque[Waiting]] = defaultdict(deque)
    for one in sorted(waiting, key=lambda one: one.place):
        queues[one.owner].append(one)
    last, order = dict(last_turn), list[Waiting]()
    turn = max(last.values(), default=0)

    def claim_to_be_next(owner: Person) -> tuple[bool, int, int]:
        first = queues[owner][0]
        return not first.is_interrupted, last.get(owner, 0), first.place

    while queues:
        owner = min(queues, key=claim_to_be_next)
        order.append(queues[owner].popleft())
        turn += 1
        last[owner] = turn
        if not queues[owner]:
            del queues[owner]
    return order


def queue_in_turns(session: Session, *conditions: ColumnElement[bool]) -> list[Waiting]:
    """The jobs that wait and fulfil these conditions, the next one first."""
    states = [state.value for state in WAITING]
    query = select(JobRow.id, JobRow.owner, JobRow.place, JobRow.state).where(JobRow.state.in_(states), *conditions)
    waiting = [
        Waiting(id=id, owner=owner, place=place, is_interrupted=state == JobState.INTERRUPTED.value)
        for id, owner, place, state in session.execute(query)
    ]
    return in_turns(waiting, last_turns(session, {one.owner for one in waiting}) if waiting else {})


def slot_for(slots: Sequence[int], current: int, position: int) -> int:
    """Which of a person's own places in the queue, ascending and from 1, is meant by a position in everybody's.

    Gives its index. The way there leads over others' jobs, which stay where they are: the nearest own place in that
    direction counts, and where there is none the last one on the way.
    """
    if position <= current:
        return max(0, sum(slot <= position for slot in slots) - 1)
    return min(len(slots) - 1, sum(slot < position for slot in slots))
