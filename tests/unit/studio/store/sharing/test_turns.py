"""People take turns in one queue: whatever comes and goes, nobody waits for more than one job of each other person."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from studio.people.person import Person
from studio.store.sharing.turns import Waiting, in_turns, slot_for

PEOPLE = [Person(id) for id in ("anna", "ben", "cleo", "dora")]
# None: a worker takes the next job; else that person queues one.
happenings = st.lists(st.none() | st.sampled_from(PEOPLE), max_size=60)
queues = st.lists(st.tuples(st.sampled_from(PEOPLE), st.booleans()), max_size=20)


def jobs_of(people: list[tuple[Person, bool]]) -> list[Waiting]:
    return [
        Waiting(id=str(place), owner=owner, place=place, is_interrupted=is_interrupted)
        for place, (owner, is_interrupted) in enumerate(people)
    ]


@given(happenings)
def test_nobody_waits_for_more_than_one_job_of_each_other_person_for_each_own_job(
    happenings: list[Person | None],
) -> None:
    waiting: list[Waiting] = []
    last_turn: dict[Person, int] = {}
    since: dict[Person, Counter[Person]] = {}  # of each who waits: whose jobs were begun since her next one could be
    for turn, who in enumerate(happenings, start=1):
        if who is not None:
            waiting.append(Waiting(id=str(turn), owner=who, place=turn))
            since.setdefault(who, Counter())
            continue
        if not waiting:
            continue
        begun = in_turns(waiting, last_turn)[0]
        waiting.remove(begun)
        last_turn[begun.owner] = turn
        del since[begun.owner]
        for counts in since.values():
            counts[begun.owner] += 1
            assert counts[begun.owner] <= 1
        if any(one.owner == begun.owner for one in waiting):
            since[begun.owner] = Counter()


@given(queues, st.dictionaries(st.sampled_from(PEOPLE), st.integers(1, 9)))
def test_the_order_shown_is_the_one_in_which_jobs_are_begun(
    people: list[tuple[Person, bool]], last_turn: dict[Person, int]
) -> None:
    waiting, begun = jobs_of(people), []
    shown = in_turns(waiting, last_turn)
    for turn in range(10, 10 + len(waiting)):
        begun.append(in_turns(waiting, last_turn)[0])
        waiting.remove(begun[-1])
        last_turn[begun[-1].owner] = turn
    assert begun == shown


@given(queues, st.dictionaries(st.sampled_from(PEOPLE), st.integers(1, 9)))
def test_each_persons_jobs_keep_their_order_and_an_interrupted_one_at_her_front_comes_before_others_jobs(
    people: list[tuple[Person, bool]], last_turn: dict[Person, int]
) -> None:
    shown = in_turns(jobs_of(people), last_turn)
    for owner in PEOPLE:
        own = [one.place for one in shown if one.owner == owner]
        assert own == sorted(own)
    heads = {one.owner: one for one in reversed(jobs_of(people))}
    at_front = {one.id for one in heads.values() if one.is_interrupted}
    assert {one.id for one in shown[: len(at_front)]} == at_front


@given(queues)
def test_one_persons_jobs_wait_in_their_own_order_whatever_became_of_them(people: list[tuple[Person, bool]]) -> None:
    own = [replace(one, owner=PEOPLE[0]) for one in jobs_of(people)]
    assert in_turns(own, {PEOPLE[0]: 3}) == own
    slots = list(range(1, len(own) + 1))
    for current in slots:
        for position in range(1, len(own) + 3):
            assert slot_for(slots, current, position) == min(position, len(own)) - 1


def test_a_position_among_others_means_the_nearest_own_one_on_the_way() -> None:
    slots = [2, 5, 7]
    assert [slot_for(slots, 5, position) for position in (1, 2, 3, 4, 5, 6, 7, 8)] == [0, 0, 0, 0, 1, 2, 2, 2]
    assert [slot_for(slots, 2, position) for position in (1, 3, 5, 6, 9)] == [0, 1, 1, 2, 2]
