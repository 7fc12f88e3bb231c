"""Somebody for whom things are kept: whatever is kept has an owner, and whatever reads or changes it says for whom."""

import re
from dataclasses import dataclass

from studio.checks import shown
from studio.errors import StudioError


@dataclass(frozen=True, slots=True)
class Person:
    """One person. Errors: StudioError.

    Attributes:
        id: 1 to 40 of the characters a-z and 0-9; it never changes, and names files.
    """

    id: str

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z0-9]{1,40}", self.id):
            raise StudioError("person-id-not-plain", id=shown(self.id))


OWNER = Person("owner")  # who owns all that was kept before there were several people, and all that is kept today
