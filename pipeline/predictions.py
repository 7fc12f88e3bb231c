"""A base model's predictions for pictures, as fast as its device can."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from torch import Tensor

from pipeline.conditions import Conditions

Denoise = Callable[[Tensor, Tensor, Conditions, int, int], Tensor]  # LoadedModel.denoise


class Cache(Protocol):
    """What holds memory that it can do without."""

    def forget(self) -> None:
        """Give it back."""
        ...


CacheType = TypeVar("CacheType", bound=Cache)


class Caches:
    """What else is kept for later work on a model: one cache of each type."""

    def __init__(self) -> None:
        self._by_type: dict[type[Cache], Cache] = {}

    def of(self, kind: type[CacheType], make: Callable[[], CacheType]) -> CacheType:
        """The cache of that type, made where there is none yet."""
        found = self._by_type.get(kind)
        if not isinstance(found, kind):
            found = self._by_type[kind] = make()
        return found

    def add(self, cache: Cache) -> None:
        """One that is made already; from here on it is the one of its type."""
        self._by_type[type(cache)] = cache

    def forget(self, *, sparing: type[Cache] | None = None) -> None:
        """Give back the memory of all caches but those of a type."""
        for kind, cache in self._by_type.items():
            if kind is not sparing:
                cache.forget()

    def clear(self) -> None:
        """There are none any more; whoever has one keeps it."""
        self._by_type.clear()


class Predictions(Protocol):
    """What makes pictures asks of a base model.

    Attributes:
        caches: what else is kept for later work on this model; it is forgotten with what predictions keep.
    """

    caches: Caches

    def begin(self) -> None:
        """Other pictures begin: what had no room before may have it now."""
        ...

    def predict(self, noisy: Tensor, timestep: Tensor, conditions: Conditions, width: int, height: int) -> Tensor:
        """As LoadedModel.denoise, without gradients where they are not enabled."""
        ...

    def forget(self, *, sparing: type[Cache] | None = None) -> None:
        """Give back the memory of all that is kept. sparing: caches of that type keep theirs."""
        ...

    @property
    def can_be_prepared(self) -> bool:
        """Whether prepare() would make pictures of the shapes so far faster."""
        ...

    def prepare(self, is_wanted: Callable[[], bool]) -> bool:
        """Work for the time when nothing else is to do, ended by is_wanted(). Returns: whether all is done."""
        ...


class PlainPredictions:
    """Predictions as the model gives them: nothing is captured, nothing kept but the caches."""

    def __init__(self, denoise: Denoise) -> None:
        self.caches = Caches()
        self._denoise = denoise

    def begin(self) -> None:
        """Nothing changes."""

    def predict(self, noisy: Tensor, timestep: Tensor, conditions: Conditions, width: int, height: int) -> Tensor:
        """What the model says."""
        return self._denoise(noisy, timestep, conditions, width, height)

    def forget(self, *, sparing: type[Cache] | None = None) -> None:
        """Give back what the caches hold."""
        self.caches.forget(sparing=sparing)

    @property
    def can_be_prepared(self) -> bool:
        """Nothing can."""
        return False

    def prepare(self, is_wanted: Callable[[], bool]) -> bool:
        """All is done."""
        return True
