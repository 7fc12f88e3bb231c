"""How many connections are held open, for how long without a request, and who gives way when there are too many."""

import asyncio
import time
from collections import Counter
from typing import Any

MOST_CONNECTIONS = 1_000
MOST_OPEN_FILES = 8_192  # asked for at start; a connection is an open file, and so is each file of an upload
SHARE_OF_OPEN_FILES = 0.5  # for connections; the rest is for uploads, the database and what is shown
MOST_OF_AN_ADDRESS = 128  # on a network; from this computer come its proxies and share links, with everybody
SECONDS_TO_ASK = 10.0  # for the first line and the headers of a request


def allow_open_files() -> int:
    """Ask the system for as many open files as it gives, up to MOST_OPEN_FILES. Gives how many connections to hold."""
    try:
        import resource
    except ImportError:  # Windows, which has no such limit on connections
        return MOST_CONNECTIONS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_OPEN_FILES if hard == resource.RLIM_INFINITY else min(MOST_OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft = wanted
    return (
        MOST_CONNECTIONS if soft == resource.RLIM_INFINITY else min(MOST_CONNECTIONS, int(soft * SHARE_OF_OPEN_FILES))
    )


class Connections:
    """The open connections. One too many closes an old one instead of keeping everybody out.

    The one that goes is a stranger's before that of somebody who has logged in, of the address that holds the most,
    and of these the oldest.
    """

    def __init__(self, most: int, most_of_an_address: int | None) -> None:
        self._most = most
        self._most_of_an_address = most_of_an_address
        self._open: dict[Any, tuple[str, float]] = {}  # address and time of arrival, in the order of arrival

    def __len__(self) -> int:
        return len(self._open)

    def add(self, connection: Any, address: str) -> None:
        """One more. `connection` has `is_known` and abort()."""
        self._open[connection] = (address, time.monotonic())
        of_address = sum(one == address for one, _ in self._open.values())
        if self._most_of_an_address is not None and of_address > self._most_of_an_address:
            self._close_one([one for one, (where, _) in self._open.items() if where == address])
        elif len(self._open) > self._most:
            strangers = [one for one in self._open if not one.is_known]
            counts = Counter(self._open[one][0] for one in strangers or self._open)
            largest = counts.most_common(1)[0][0]
            self._close_one([one for one in strangers or self._open if self._open[one][0] == largest])

    def remove(self, connection: Any) -> None:
        """It is closed."""
        self._open.pop(connection, None)

    def _close_one(self, candidates: list[Any]) -> None:
        oldest = next((one for one in candidates if not one.is_known), candidates[0])
        self.remove(oldest)
        oldest.abort()


def guarded(protocol: type[Any], connections: Connections) -> type[Any]:
    """Uvicorn's protocol for HTTP, whose connections are counted and must ask for something soon."""

    class GuardedProtocol(protocol):
        is_known = False  # whether its last request came with a login

        def __init__(self, config: Any, server_state: Any, app_state: dict[str, Any], _loop: Any = None) -> None:
            super().__init__(config, server_state, {**app_state, "connection": self}, _loop)
            self._patience: asyncio.TimerHandle | None = None

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            connections.add(self, self.client[0] if self.client else "")
            self._wait_for_request()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self.cycle is None or self.cycle.response_complete:
                self._wait_for_request()
            else:
                self._stop_waiting()

        def connection_lost(self, exc: Exception | None) -> None:
            connections.remove(self)
            self._stop_waiting()
            super().connection_lost(exc)

        def abort(self) -> None:
            self.transport.abort()

        def _wait_for_request(self) -> None:
            if self._patience is None:
                self._patience = self.loop.call_later(SECONDS_TO_ASK, self.abort)

        def _stop_waiting(self) -> None:
            if self._patience is not None:
                self._patience.cancel()
                self._patience = None

    return GuardedProtocol
