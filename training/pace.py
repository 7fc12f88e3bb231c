"""How long it still takes: seconds per step, without what came between the steps."""


class Pace:
    """Seconds per step of a lesson. Steady: an average over all steps so far, in which later ones count more."""

    FORGETS = 0.97  # the weight of a step falls to a third after 36 more

    def __init__(self) -> None:
        self._seconds = 0.0
        self._weight = 0.0

    def took(self, seconds: float) -> None:
        """A step is done. A single slow one (a busy computer) counts at most three times the average."""
        if self._weight:
            seconds = min(seconds, 3 * self.seconds_per_step)
        self._seconds = self._seconds * self.FORGETS + seconds
        self._weight = self._weight * self.FORGETS + 1

    @property
    def seconds_per_step(self) -> float:
        """0 before the first step."""
        return self._seconds / self._weight if self._weight else 0.0

    def seconds_left(self, steps: int) -> float | None:
        """For that many more steps; None before the first."""
        return steps * self.seconds_per_step if self._weight else None
