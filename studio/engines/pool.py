"""All workers of this computer: one keeper each, started and stopped together."""

from collections.abc import Sequence
from pathlib import Path

from studio.engines.local import LocalEngine
from studio.engines.places import Place
from studio.words import Message


class WorkerPool:
    """Keeps one worker alive at each place. It is well when one worker is: jobs go to whichever is free."""

    def __init__(self, keepers: Sequence[LocalEngine]) -> None:
        self._keepers = list(keepers)

    @classmethod
    def on_this_computer(
        cls, data_folder: Path, device: str, places: Sequence[Place], database_folder: Path | None = None
    ) -> "WorkerPool":
        """A keeper for each place; the first one also looks after jobs of workers that are not started any more."""
        return cls(
            [
                LocalEngine(
                    data_folder, device=device, place=place, places=len(places), database_folder=database_folder
                )
                for place in places
            ]
        )

    @property
    def message(self) -> Message | None:
        """What is going on with a worker that is not well; None when all are."""
        return next((keeper.message for keeper in self._keepers if keeper.message is not None), None)

    def start(self) -> None:
        """Begin to keep them. Errors: StudioError for a bad data folder."""
        for keeper in self._keepers:
            keeper.start()

    def stop(self) -> None:
        """End every worker, all at the same time; running jobs go on at the next start."""
        for keeper in self._keepers:
            keeper.ask_to_stop()
        for keeper in self._keepers:
            keeper.stop()

    def forget_deleted_jobs(self) -> None:
        """Nothing to do: workers of this computer keep everything in the data folder."""

    def alive(self) -> bool:
        """Whether a worker is there."""
        return any(keeper.alive() for keeper in self._keepers)
