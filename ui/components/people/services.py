"""What the page of people asks of other services, each in one place; None where the studio has no such service."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from studio.people.account import Account
from studio.people.person import Person
from studio.studio import Studio

GuestUse = Callable[[Person, str, bool], Any]  # whose subject, its name, whether guests may make pictures of it


class Usage(Protocol):
    """What a person takes up, and may, both by the names of limits; no limits are the owner's.

    `used`: jobs that wait (waiting_jobs), minutes of work today (minutes_a_day), GB of files (disk_gb), photos.
    """

    @property
    def account(self) -> Account: ...

    @property
    def used(self) -> Mapping[str, float]: ...

    @property
    def limits(self) -> Mapping[str, int]: ...


class Leaving(Protocol):
    """Takes all that a person has, or deletes it."""

    def take_everything(self, person: Person) -> Path:
        """A zip of it."""
        ...

    def delete_everything(self, person: Person) -> Any:
        """Delete it. Gives what went, as `removed_words` tells it."""
        ...


def leaving_of(studio: Studio) -> Leaving | None:
    """How one takes everything along, or deletes it."""
    leaving: Leaving | None = getattr(studio, "leaving", None)
    return leaving


def usage_of(studio: Studio, person: Person) -> Usage | None:
    """What the person herself takes up."""
    usage: Callable[[Person], Usage] | None = getattr(studio.people, "usage", None)
    return None if usage is None else usage(person)


def usages_of(studio: Studio, person: Person) -> dict[Person, Usage]:
    """What everybody takes up, for the owner. Errors: NotAllowed."""
    usages: Callable[[Person], list[Usage]] | None = getattr(studio.people, "usages", None)
    return {} if usages is None else {usage.account.person: usage for usage in usages(person)}


def guest_use_of(studio: Studio) -> GuestUse | None:
    """What lets guests make pictures of a subject, or no longer."""
    let: GuestUse | None = getattr(studio.subjects, "let_guests_use", None)
    return let
