"""How long one waits who has tried too often: longer after each wrong try, and never for ever."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

FORGOTTEN_AFTER_SECONDS = 3600.0
MOST_KEYS = 10_000  # kept at most; beyond that the one that has been quiet for longest is forgotten


@dataclass(slots=True)
class _Tries:
    wrong: int = 0
    last: float = 0.0
    open_at: float = 0.0


class Attempts:
    """Wrong tries by key, such as an address.

    The first `free` are free; after them one waits 2 seconds, then 4, 8 and so on up to `longest_seconds`.
    `clock` gives seconds.
    """

    def __init__(self, *, free: int, longest_seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._free = free
        self._longest = longest_seconds
        self._clock = clock
        self._tries: OrderedDict[str, _Tries] = OrderedDict()

    def seconds_to_wait(self, key: str) -> int:
        """Whole seconds until the next try is looked at; 0 for now."""
        tries = self._tries.get(key)
        return max(0, math.ceil(tries.open_at - self._clock())) if tries else 0

    def wrong(self, key: str) -> None:
        """One more wrong try."""
        now = self._clock()
        tries = self._tries.pop(key, None)
        if tries is None or now - tries.last > FORGOTTEN_AFTER_SECONDS:
            tries = _Tries()
        tries.wrong, tries.last = tries.wrong + 1, now
        over = tries.wrong - self._free
        tries.open_at = now + min(self._longest, 2.0 ** min(over + 1, 32)) if over >= 0 else 0.0
        self._tries[key] = tries
        if len(self._tries) > MOST_KEYS:
            self._tries.popitem(last=False)

    def forget(self, key: str) -> None:
        """A right try: nothing is held against this key any more."""
        self._tries.pop(key, None)
