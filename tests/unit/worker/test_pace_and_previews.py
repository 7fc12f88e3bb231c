"""What a person sees while she waits: minutes left that stay put, and at most two previews a second."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image

from worker.pace import Pace
from worker.previews import Previews

REPORT_SECONDS = 0.4  # as worker.jobs.train


@dataclass(frozen=True, kw_only=True)
class Script:
    """How long everything takes in a lesson that is played by a clock alone. `step(n)`: seconds of step n, from 1."""

    step: Callable[[int], float]
    steps: int = 160
    save_every: int = 40
    save_seconds: float = 0.3
    sample_every: int = 40
    sample_seconds: float = 4.0
    sample_cost: float = 11.0
    between: dict[int, float] | None = None  # pictures that were asked for after a step, in seconds
    begin_at: int = 0
    hiccup: float = 0.0  # seconds of one that nobody can foresee

    def samples_after(self, step: int) -> int:
        return sum(1 for s in range(step + 1, self.steps + 1) if s % self.sample_every == 0 or s == self.steps)

    def seconds_after(self, step: int) -> float:
        """What is truly left, without what nobody can foresee: pictures in between."""
        steps = sum(self.step(number) for number in range(step + 1, self.steps + 1))
        saves = self.steps // self.save_every - step // self.save_every
        return steps + saves * self.save_seconds + self.samples_after(step) * self.sample_seconds


def played(script: Script) -> Iterator[tuple[int, float | None, float]]:
    """(step, seconds left as said, seconds left in truth) at every report of the lesson."""
    now = 0.0
    pace = Pace(
        steps=script.steps, save_every=script.save_every, sample_every=script.sample_every,
        sample_cost=script.sample_cost, clock=lambda: now,
    )  # fmt: skip
    pace.begin(script.begin_at)
    reported_at = now
    for step in range(script.begin_at + 1, script.steps + 1):
        now += script.step(step) + (script.save_seconds if step % script.save_every == 0 else 0.0)
        is_due = step % script.sample_every == 0 or step == script.steps
        if is_due or now - reported_at >= REPORT_SECONDS:
            pace.reached(step)
            reported_at = now
            if is_due:
                with pace.sampling():
                    now += script.sample_seconds
            if script.between and step in script.between:
                with pace.passed_over():
                    now += script.between[step]
            yield step, pace.seconds_left(), script.seconds_after(step)


def busy(mean: float, seed: int = 3) -> Callable[[int], float]:
    """Steps that differ by a tenth, and one in fifty is six times as long."""
    draw = random.Random(seed)
    times = [mean * draw.uniform(0.9, 1.1) * (6 if draw.random() < 0.02 else 1) for _ in range(6000)]
    return lambda step: times[step]


def cold(steps: Callable[[int], float], first: float, warm_up: int = 5) -> Callable[[int], float]:
    """A first step that compiles for `first` seconds, and some more at half the speed."""
    return lambda step: first if step == 1 else (2 if step <= 1 + warm_up else 1) * steps(step)


@pytest.mark.parametrize(
    "script",
    [
        Script(step=lambda _: 0.5),
        Script(step=busy(0.5), hiccup=2.75),
        Script(step=cold(busy(0.5), first=30.0), hiccup=2.75),
        Script(step=cold(busy(0.08), first=60.0), steps=500, save_every=100, sample_every=125, sample_seconds=1.2),
        Script(step=cold(busy(2.0), first=8.0), steps=320, sample_every=80, sample_seconds=15.0, save_seconds=2.0,
               hiccup=11.0),
        Script(step=cold(busy(0.05), first=5.0), steps=1000, save_every=50, save_seconds=1.5, sample_seconds=0.8,
               sample_every=250),
        Script(step=cold(busy(0.5), first=20.0), between={20: 40.0, 21: 9.0, 77: 120.0, 100: 33.0}, hiccup=2.75),
    ],
)  # fmt: skip
def test_after_the_first_tenth_the_seconds_left_are_within_a_fifth_of_the_truth(script: Script) -> None:
    said = [(step, left, true) for step, left, true in played(script) if step > script.steps / 10]
    assert len(said) > 5
    for step, left, true in said:
        assert left is not None, step
        assert left == pytest.approx(true, rel=0.2, abs=script.hiccup), step


def test_a_lesson_that_goes_on_after_a_pause_says_nothing_wrong_while_it_warms_up_again() -> None:
    script = Script(step=busy(0.5), begin_at=70)
    again = replace(script, step=lambda step: {71: 30.0, 72: 1.0, 73: 1.0, 74: 1.0}.get(step, script.step(step)))
    said = list(played(again))
    assert all(left is None or left == pytest.approx(true, rel=0.2, abs=2.75) for _, left, true in said)
    assert said[12][1] is not None


def test_nothing_is_said_before_a_step_that_counts() -> None:
    assert [left for step, left, _ in played(Script(step=lambda _: 1.0)) if step < 3] == [None, None]


def test_a_short_lesson_speaks_after_its_second_step_and_the_slow_first_one_has_no_say() -> None:
    script = Script(step=lambda step: 30.0 if step == 1 else 1.0, steps=8, sample_every=4, sample_cost=4.0)
    said = {step: left for step, left, _ in played(script)}
    assert said[1] is None and said[2] == pytest.approx(14.0)


def test_a_lasting_change_of_speed_is_followed() -> None:
    script = Script(step=lambda step: 0.5 if step <= 50 else 1.0, sample_every=160, sample_cost=4.0)
    assert [left for step, left, _ in played(script) if step == 120] == [pytest.approx(44.3, rel=0.05)]


def test_steps_that_become_ten_times_slower_are_noticed_at_once_and_a_slow_start_is_not() -> None:
    now = 0.0
    pace = Pace(steps=100, save_every=25, sample_every=50, sample_cost=10.0, clock=lambda: now)
    pace.begin(0)
    seen = []
    for step in range(1, 51):
        now += 9.0 if step == 1 else 1.0 if step < 40 else 12.0
        pace.reached(step)
        seen.append(pace.times_slower())
    assert max(seen[:39]) == 1.0
    assert seen[39] == pytest.approx(12.0)


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


def test_how_long_a_lesson_has_learned_leaves_out_what_came_in_between_and_scales_over_a_stop() -> None:
    now = 0.0
    pace = Pace(steps=100, save_every=40, sample_every=50, sample_cost=10.0, clock=lambda: now)
    pace.begin(0)
    assert pace.learnt_seconds() is None
    now = 20.0
    pace.reached(40)
    with pace.sampling():
        now += 5.0
    with pace.passed_over():
        now += 1000.0
    now += 5.0
    pace.reached(50)
    assert pace.learnt_seconds() == pytest.approx(30.0)
    again = Pace(steps=100, save_every=40, sample_every=50, sample_cost=10.0, clock=lambda: now)
    again.begin(50)
    now += 12.0
    again.reached(70)
    assert again.learnt_seconds() == pytest.approx(0.6 * 70), "earlier steps count as long as these"
