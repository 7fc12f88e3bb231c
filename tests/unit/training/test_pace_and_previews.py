"""What a person sees while she waits: minutes left that stay put, and at most two previews a second."""

from pathlib import Path

import pytest
from PIL import Image

from training.pace import Pace
from training.previews import Previews


def test_nothing_is_said_before_the_first_step() -> None:
    assert Pace().seconds_left(100) is None


def test_the_time_left_follows_the_steps() -> None:
    pace = Pace()
    for _ in range(10):
        pace.took(0.5)
    assert pace.seconds_left(40) == pytest.approx(20)


def test_one_slow_step_moves_the_time_left_by_less_than_a_fifth() -> None:
    pace = Pace()
    for _ in range(30):
        pace.took(0.5)
    before = pace.seconds_left(100)
    pace.took(60)
    after = pace.seconds_left(100)
    assert before is not None and after is not None
    assert abs(after - before) < 0.2 * before


def test_a_lasting_change_of_speed_is_followed() -> None:
    pace = Pace()
    for seconds in [0.5] * 50 + [1.0] * 100:
        pace.took(seconds)
    assert pace.seconds_per_step == pytest.approx(1.0, rel=0.05)


def test_previews_come_twice_a_second_at_most_and_only_the_last_two_stay(tmp_path: Path) -> None:
    now = 0.0
    previews = Previews(tmp_path, lambda path, content: path.write_bytes(content), lambda: now)
    shown = []
    for tick in range(40):  # four seconds
        now = tick / 10
        if previews.is_due():
            shown.append(previews.show(Image.new("RGB", (64, 64)), tick))

    assert len(shown) == 8
    assert sorted(tmp_path.iterdir()) == shown[-2:]
    with Image.open(shown[-1]) as image:
        assert image.size == (64, 64)
