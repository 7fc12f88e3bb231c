"""Which LoRAs of a lesson are kept."""

from hypothesis import given
from hypothesis import strategies as st

from worker.samples import one_too_many


def kept(steps: list[int], most: int = 4) -> list[int]:
    """Those that are left when they come one after the other."""
    there: list[int] = []
    for step in steps:
        there.append(step)
        if (gone := one_too_many(there, most)) is not None:
            there.remove(gone)
    return there


def test_as_many_as_fit_all_stay() -> None:
    assert kept([40, 80, 120, 160]) == [40, 80, 120, 160]


def test_of_many_those_stay_that_are_spread_over_the_lesson() -> None:
    assert kept(list(range(10, 101, 10))) == [40, 60, 90, 100]


@given(st.sets(st.integers(1, 5000), min_size=1, max_size=40))
def test_there_are_never_too_many_and_the_newest_stays(steps: set[int]) -> None:
    left = kept(sorted(steps))
    assert len(left) == min(4, len(steps))
    assert left[-1] == max(steps)
