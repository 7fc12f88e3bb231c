"""The same press once: what a person asked for is queued a single time, however often the request comes in."""

import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping

from studio.people.person import Person

_MOST = 1000  # presses that are remembered; the oldest go first


class Presses:
    """Remembers which job a press led to.

    The page (ui/assets/make/making.js) sends a token with each press, and the same one again with a press that comes
    right after the answer. The same token with the same request is the same press; without one all are different.
    """

    def __init__(self) -> None:
        self._jobs: OrderedDict[tuple[Person, str], str] = OrderedDict()
        self._lock = threading.Lock()

    def once(
        self, person: Person, token: str, request: Mapping[str, object], queue: Callable[[], str]
    ) -> tuple[str, bool]:
        """The id of the press's job, and whether it was there already. `queue` makes a new one and gives its id."""
        if not token:
            return queue(), False
        asked = json.dumps([token, request], sort_keys=True, default=str).encode()
        key = (person, hashlib.blake2b(asked, digest_size=16).hexdigest())
        with self._lock:  # the second press waits until the first one has its job
            if key in self._jobs:
                return self._jobs[key], True
            self._jobs[key] = id = queue()
            while len(self._jobs) > _MOST:
                self._jobs.popitem(last=False)
            return id, False
