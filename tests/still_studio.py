"""A studio that no worker serves: its jobs stay where a test puts them."""

import random
from typing import Any

from studio.engines import Engine
from studio.settings import load_settings
from studio.store import Store
from studio.studio import Studio
from studio.words import Message


class StillEngine:
    """An engine that claims to have a worker, and has none."""

    def __init__(self, message: Message | None = None) -> None:
        self.message = message

    def start(self) -> None:
        """Nothing to start."""

    def stop(self) -> None:
        """Nothing to stop."""

    def alive(self) -> bool:
        """As if all were well."""
        return True


def studio_over(
    store: Store, engine: Engine | None = None, *, seed: int | None = 1, owner_login: tuple[str, str] | None = None,
    **settings: Any,
) -> Studio:  # fmt: skip
    """A studio over these rows and files, with a StillEngine if no other is given.

    `seed` draws the ids and seeds: of two studios over one store the second has None, which is new every time.
    `settings` are those of load_settings(); for `owner_login` see People.
    """
    known = load_settings(data_folder=store.files.root, **settings)
    return Studio(store, engine or StillEngine(), random.Random(seed), known, owner_login)
