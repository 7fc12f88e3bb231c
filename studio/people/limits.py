"""What a guest may take up of the studio, one row each. The owner has no limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from studio.checks import one_of, whole_number
from studio.errors import StudioError
from studio.people.account import Account
from studio.people.person import OWNER
from studio.words import Message


@dataclass(frozen=True, kw_only=True, slots=True)
class Limit:
    """One limit, in whole numbers. `usual` holds for a guest who was given no other, of `least` to `most`.

    `words`: the key of what it is called.
    """

    name: str
    usual: int
    least: int
    most: int
    words: str


LIMITS: Mapping[str, Limit] = MappingProxyType(
    {
        row.name: row
        for row in (
            Limit(name="waiting_jobs", usual=5, least=1, most=1_000, words="limit-waiting-jobs"),
            Limit(name="minutes_a_day", usual=120, least=1, most=1_440, words="limit-minutes-a-day"),
            Limit(name="disk_gb", usual=5, least=1, most=100_000, words="limit-disk-gb"),
            Limit(name="photos", usual=200, least=3, most=100_000, words="limit-photos"),  # of all her subjects
        )
    }
)


class OverLimit(StudioError):
    """Something that would be more than a guest may take up."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Usage:
    """What a person takes up now, and may, both by the names of LIMITS. It says nothing of what that is.

    Attributes:
        used: jobs that wait, minutes that were worked for her in the last 24 hours, GB of her files, photos.
        limits: none of the owner.
        running_jobs: how many jobs workers are at for her.
    """

    account: Account
    used: Mapping[str, float]
    limits: Mapping[str, int]
    running_jobs: int


def limits_of(account: Account) -> dict[str, int]:
    """The limits that hold for an account, by name."""
    return {} if account.person == OWNER else with_usual(account.limits)


def with_usual(limits: Mapping[str, int]) -> dict[str, int]:
    """The limits that are not the usual ones, and the usual ones."""
    return {name: limits.get(name, row.usual) for name, row in LIMITS.items()}


def clean_limits(limits: Mapping[str, object]) -> dict[str, int]:
    """Limits as they are kept: those that are not the usual ones. Errors: StudioError."""
    clean: dict[str, int] = {}
    for name, value in limits.items():
        row = LIMITS[one_of("limit-name", name, list(LIMITS))]
        number = whole_number(Message(row.words), value, row.least, row.most)
        if number != row.usual:
            clean[row.name] = number
    return clean
