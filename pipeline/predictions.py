"""A base model's predictions for pictures, as fast as its device can."""

from collections.abc import Callable
from typing import Protocol

from torch import Tensor

from pipeline.conditions import Conditions

Denoise = Callable[[Tensor, Tensor, Conditions, int, int], Tensor]  # LoadedModel.denoise


class Forgets(Protocol):
    """What holds memory that it can do without."""

    def forget(self) -> None:
        """Give it back."""
        ...


class Predictions(Protocol):
    """What makes pictures asks of a base model.

    Attributes:
        beside: what else is kept for later work on this model, by name; it is forgotten with what predictions keep.
    """

    beside: dict[str, Forgets]

    def begin(self) -> None:
        """Other pictures begin: what had no room before may have it now."""
        ...

    def predict(self, noisy: Tensor, timestep: Tensor, conditions: Conditions, width: int, height: int) -> Tensor:
        """As LoadedModel.denoise, without gradients where they are not enabled."""
        ...

    def forget(self, *, sparing: str = "") -> None:
        """Give back the memory of all that is kept. sparing: what beside is not forgotten."""
        ...

    @property
    def can_be_prepared(self) -> bool:
        """Whether prepare() would make pictures of the shapes so far faster."""
        ...

    def prepare(self, is_wanted: Callable[[], bool]) -> bool:
        """Work for the time when nothing else is to do, ended by is_wanted(). Returns: whether all is done."""
        ...


class PlainPredictions:
    """Predictions as the model gives them: nothing is captured, nothing kept but what is beside."""

    def __init__(self, denoise: Denoise) -> None:
        self.beside: dict[str, Forgets] = {}
        self._denoise = denoise

    def begin(self) -> None:
        """Nothing changes."""

    def predict(self, noisy: Tensor, timestep: Tensor, conditions: Conditions, width: int, height: int) -> Tensor:
        """What the model says."""
        return self._denoise(noisy, timestep, conditions, width, height)

    def forget(self, *, sparing: str = "") -> None:
        """Give back what is beside."""
        for name, one in self.beside.items():
            if name != sparing:
                one.forget()

    @property
    def can_be_prepared(self) -> bool:
        """Nothing can."""
        return False

    def prepare(self, is_wanted: Callable[[], bool]) -> bool:
        """All is done."""
        return True
