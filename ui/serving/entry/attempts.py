"""How long one waits who has tried too often: longer after each wrong try, and never for ever."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from studio.people.passwords import is_loopback
from ui.serving.callers import BEHIND_A_PROXY

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
        tries.open_at = self._opens(tries)
        self._tries[key] = tries
        if len(self._tries) > MOST_KEYS:
            self._tries.popitem(last=False)

    def _opens(self, tries: _Tries) -> float:
        over = tries.wrong - self._free
        return tries.last + min(self._longest, 2.0 ** min(over + 1, 32)) if over >= 0 else 0.0

    def answered(self, key: str) -> None:
        """A wrong try was answered: one waits from now on."""
        tries = self._tries.get(key)
        if tries is not None:
            tries.last = self._clock()
            tries.open_at = self._opens(tries)

    def take_back(self, key: str) -> None:
        """One that was counted was a right one, after all."""
        tries = self._tries.get(key)
        if tries is not None:
            tries.wrong -= 1
            tries.open_at = self._opens(tries)

    def forget(self, key: str) -> None:
        """A right try: nothing is held against this key any more."""
        self._tries.pop(key, None)


class Guesses:
    """Which tries at a password are looked at.

    By address: 5 wrong ones, then one waits up to 5 minutes. All that come from elsewhere together have 20, then one a
    minute, from however many addresses and under however many names they come; those who come through a share link
    cannot be told apart anyway. On the computer where Cuddle runs only that computer's own wrong tries count, and a
    browser that logged in before is counted for itself alone: nobody locks the owner out.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._by_address = Attempts(free=5, longest_seconds=300, clock=clock)
        self._from_elsewhere = Attempts(free=20, longest_seconds=60, clock=clock)

    def seconds_to_wait(self, address: str, device: str | None) -> int:
        """Whole seconds until a try is looked at. `device`: the digest of a cookie of a browser that is known."""
        kept = self._kept(address, device)
        return max((attempts.seconds_to_wait(key) for attempts, key in kept), default=0)

    def begin(self, address: str, device: str | None) -> None:
        """Count one as wrong before it is looked at, which takes a while: many at once are no way around it."""
        for attempts, key in self._kept(address, device):
            attempts.wrong(key)

    def wrong(self, address: str, device: str | None) -> None:
        """The one that began was wrong."""
        for attempts, key in self._kept(address, device):
            attempts.answered(key)

    def right(self, address: str, device: str | None) -> None:
        """The one that began was right: forget what this address or browser did wrong."""
        for attempts, key in self._kept(address, device):
            if attempts is self._by_address:
                attempts.forget(key)
            else:
                attempts.take_back(key)

    def _kept(self, address: str, device: str | None) -> list[tuple[Attempts, str]]:
        if device:
            return [(self._by_address, f"device {device}")]
        if is_loopback(address):
            return [(self._by_address, address)]
        elsewhere = (self._from_elsewhere, "")
        return [elsewhere] if address == BEHIND_A_PROXY else [(self._by_address, address), elsewhere]
