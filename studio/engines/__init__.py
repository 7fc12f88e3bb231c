"""Where jobs run. An engine takes care that somebody claims the jobs of a data folder."""

from typing import Protocol

from studio.words import Message


class Engine(Protocol):
    """What the studio needs to know of an engine."""

    def start(self) -> None:
        """Begin to take care; returns at once."""

    def stop(self) -> None:
        """End the worker, gently first; a running job goes on at the next start."""

    def alive(self) -> bool:
        """Whether a worker is there."""
        ...

    def forget_deleted_jobs(self) -> None:
        """What is kept elsewhere of jobs whose rows are gone goes, within a moment; returns at once."""

    @property
    def message(self) -> Message | None:
        """What is going on with the worker; None when all is well."""
        ...
