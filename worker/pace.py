"""How long a lesson still takes."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median_low

STRETCHES_REMEMBERED = 400  # reports; at two or three a second some minutes
SLOW = 3.0  # a stretch counts at most this many times the usual: a longer hiccup says little of the next ones
MOST_SILENT_STEPS = 10  # at the start, and after a stop; fewer in a short lesson


@dataclass(frozen=True, slots=True)
class Stretch:
    """Steps between two looks at the clock, and how many checkpoints were saved among them."""

    steps: int
    saves: int
    seconds: float


class Pace:
    """Seconds left of a lesson of `steps` steps. `clock` gives seconds that never go back.

    Steps, the saving of checkpoints and sample pictures take time; each is measured for itself, and what comes in
    between (pictures asked for meanwhile) is not counted. The steps' part is the mean of the later half of the steps
    so far, hiccups cut short: warming up is forgotten by the time it would matter, and a lasting change is followed.
    `sample_cost` is a sample's in steps, until one was measured.
    """

    def __init__(
        self, *, steps: int, save_every: int, sample_every: int, sample_cost: float, clock: Callable[[], float]
    ) -> None:
        self._steps = steps
        self._save_every = save_every
        self._sample_every = sample_every
        self._sample_cost = sample_cost
        self._clock = clock
        self._first = self._step = 0
        self._began = 0.0
        self._stretches: deque[Stretch] = deque(maxlen=STRETCHES_REMEMBERED)
        self._sample_seconds: list[float] = []
        self._spent = 0.0

    def begin(self, step: int) -> None:
        """That many steps are done, and the next one begins now."""
        self._first, self._step, self._began = step, step, self._clock()

    def reached(self, step: int) -> None:
        """That many steps are done now, and the device has finished them."""
        now = self._clock()
        if step > self._step:
            saves = step // self._save_every - self._step // self._save_every
            self._stretches.append(Stretch(step - self._step, saves, now - self._began))
            self._spent += now - self._began
        self._step, self._began = step, now

    @contextmanager
    def passed_over(self) -> Iterator[None]:
        """What happens in the block is not the lesson's time."""
        yield
        self._began = self._clock()

    @contextmanager
    def sampling(self) -> Iterator[None]:
        """Sample pictures are made in the block."""
        began = self._clock()
        with self.passed_over():
            yield
        self._sample_seconds.append(self._began - began)
        self._spent += self._began - began

    def learnt_seconds(self) -> float | None:
        """How long the lesson has learned up to this step, drawings too; None before its first step here.

        Steps that were taken before a stop count as long as those since.
        """
        taken = self._step - self._first
        return None if not taken else self._spent / taken * self._step

    def seconds_left(self) -> float | None:
        """For what is left of the lesson; None where nothing can be said yet."""
        silent = max(1, min(MOST_SILENT_STEPS, self._steps // 20))
        if not self._stretches or self._step - self._first <= silent:
            return None
        seconds_per_step = self._seconds_per_step()
        samples = (self._steps - 1) // self._sample_every - self._step // self._sample_every + 1
        saves = self._steps // self._save_every - self._step // self._save_every
        return (
            (self._steps - self._step) * seconds_per_step
            + max(0, samples) * self._seconds_per_sample(seconds_per_step)
            + saves * self._seconds_per_save(seconds_per_step)
        )

    def times_slower(self) -> float:
        """How many times as long a step takes now as a usual one before; 1 where nothing can be said."""
        plain = [stretch for stretch in self._stretches if not stretch.saves]
        if len(plain) < 3:
            return 1.0
        return plain[-1].seconds / plain[-1].steps / _usual(plain[1:-1])  # the first one warmed up

    def _seconds_per_step(self) -> float:
        half, recent, covered = (self._step - self._first) / 2, [], 0
        for stretch in reversed(self._stretches):
            recent.append(stretch)
            covered += stretch.steps
            if covered >= half:
                break
        plain = [stretch for stretch in recent if not stretch.saves] or recent
        longest = SLOW * _usual(plain)
        seconds = sum(min(stretch.seconds, longest * stretch.steps) for stretch in plain)
        return seconds / sum(stretch.steps for stretch in plain)

    def _seconds_per_sample(self, seconds_per_step: float) -> float:
        return median_low(self._sample_seconds) if self._sample_seconds else self._sample_cost * seconds_per_step

    def _seconds_per_save(self, seconds_per_step: float) -> float:
        if all(stretch.saves for stretch in self._stretches):
            return 0.0  # then the steps' time has it already
        costs = [
            max(0.0, stretch.seconds - stretch.steps * seconds_per_step) / stretch.saves
            for stretch in self._stretches
            if stretch.saves
        ]
        return median_low(costs) if costs else 0.0


def _usual(stretches: Sequence[Stretch]) -> float:
    """The median of the seconds per step, where each step counts."""
    ordered = sorted(stretches, key=lambda stretch: stretch.seconds / stretch.steps)
    half, covered = sum(stretch.steps for stretch in ordered) / 2, 0
    for stretch in ordered:
        covered += stretch.steps
        if covered >= half:
            return stretch.seconds / stretch.steps
    raise ValueError("there are no stretches")
