"""What the page of people asks of other services, each in one place; None where the studio has no such service."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from studio.errors import StudioError
from studio.people.account import Account
from studio.people.person import Person
from studio.studio import Studio
from studio.words import Message
from ui.forms.rows import Usage

T = TypeVar("T")
GuestUse = Callable[[Person, str, bool], Any]  # whose subject, its name, whether guests may make pictures of it


class PersonUsage(Usage, Protocol):
    """What somebody takes up, and may; no limits are the owner's.

    `used`: jobs that wait (waiting_jobs), minutes of work today (minutes_a_day), GB of files (disk_gb), photos.
    """

    @property
    def account(self) -> Account: ...


class Removed(Protocol):
    """What was deleted."""

    @property
    def message(self) -> Message:
        """It in a sentence."""
        ...


class Leaving(Protocol):
    """Packs all that a person has, or deletes it."""

    def take_everything(self, person: Person, target: Path) -> Any:
        """Write one zip of it to `target`."""
        ...

    def delete_everything(self, person: Person) -> Removed:
        """Delete it, and a guest's account with it; the owner is logged out."""
        ...

    def remove_guest(self, person: Person, guest: Person) -> Removed:
        """The same of a guest, for the owner. Errors: NotAllowed, also for the owner's own; NotFound."""
        ...


def here(service: T | None) -> T:
    """The service. Errors: StudioError where there is none."""
    if service is None:
        raise StudioError("things-not-here")
    return service


def leaving_of(studio: Studio) -> Leaving | None:
    """How one takes everything along, or deletes it."""
    leaving: Leaving | None = getattr(studio, "leaving", None)
    return leaving


def usage_of(studio: Studio, person: Person) -> PersonUsage | None:
    """What the person herself takes up."""
    usage: Callable[[Person], PersonUsage] | None = getattr(studio.people, "usage", None)
    return None if usage is None else usage(person)


def usages_of(studio: Studio, person: Person) -> dict[Person, PersonUsage]:
    """What everybody takes up, for the owner. Errors: NotAllowed."""
    usages: Callable[[Person], list[PersonUsage]] | None = getattr(studio.people, "usages", None)
    return {} if usages is None else {usage.account.person: usage for usage in usages(person)}


def guest_use_of(studio: Studio) -> GuestUse | None:
    """What lets guests make pictures of a subject, or no longer."""
    let: GuestUse | None = getattr(studio.subjects, "let_guests_use", None)
    return let
