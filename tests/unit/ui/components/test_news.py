"""How often open pages ask whether anything is new."""

import itertools

import pytest

from ui.components.news import Pace


class Clock:
    """Stands still until it is moved on."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def questions(pages: int, pace: Pace, clock: Clock, seconds: float) -> list[float]:
    """When so many pages ask, which come one after the other and each ask again when they are told to."""
    next_at = {page: clock.now + 0.01 * page for page in range(pages)}
    end, asked = clock.now + seconds, []
    while (page := min(next_at, key=lambda one: next_at[one])) is not None and next_at[page] < end:
        clock.now = next_at[page]
        asked.append(clock.now)
        next_at[page] = clock.now + pace.seconds_until_next()
    return asked


@pytest.mark.parametrize("pages", [1, 15])
def test_a_few_open_pages_each_ask_at_the_pages_own_pace(pages: int) -> None:
    clock = Clock()
    pace = Pace(every_seconds=1.5, between_seconds=0.1, clock=clock)
    assert len(questions(pages, pace, clock, 60.0)) == pytest.approx(40 * pages, rel=0.05)


def test_a_hundred_open_pages_together_ask_ten_times_a_second_one_after_the_other() -> None:
    clock = Clock()
    pace = Pace(every_seconds=1.5, between_seconds=0.1, clock=clock)
    asked = questions(100, pace, clock, 60.0)[100:]  # without their first ones, when they come
    gaps = [later - earlier for earlier, later in itertools.pairwise(asked[1:])]
    assert min(gaps) == pytest.approx(0.1) and max(gaps) == pytest.approx(0.1)


def test_whoever_asks_without_a_pause_keeps_nobody_from_the_news_for_longer_than_the_longest_pause() -> None:
    clock = Clock()
    pace = Pace(every_seconds=1.5, between_seconds=0.1, most_seconds=15.0, clock=clock)
    told = [pace.seconds_until_next() for _ in range(10_000)]
    assert max(told) == 15.0
    clock.now += 15.0
    assert pace.seconds_until_next() == 1.5, "and when he is gone, all is as before"
