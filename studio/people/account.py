"""Somebody who may come in: the owner, or a guest of hers."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from studio.checks import shown
from studio.errors import StudioError
from studio.people.person import OWNER, Person

LONGEST_NAME, LONGEST_LABEL = 40, 60  # characters


class NotAllowed(StudioError):
    """Something that is the owner's to do, asked for by somebody else."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """One account. Times are unix seconds.

    Attributes:
        limits: by the name of a limit, only those that are not the usual ones; see studio.people.limits.
        hub_user: the Hugging Face Hub's id of her, which outlives her name there, where she logs in with it; else None.
    """

    person: Person
    name: str
    created_at: float
    hub_user: str | None = None
    limits: Mapping[str, int] = field(default_factory=dict[str, int])

    @property
    def is_owner(self) -> bool:
        """Whether the studio is hers."""
        return self.person == OWNER


@dataclass(frozen=True, kw_only=True, slots=True)
class Invitation:
    """A link that lets one person make an account, once, until `expires_at` (unix seconds).

    `secret` is known when it is made, and never again.
    """

    id: str
    created_at: float
    expires_at: float
    secret: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ApiToken:
    """What a program shows instead of a login. `secret` is known when it is made, and never again."""

    id: str
    label: str
    created_at: float
    used_at: float | None = None
    secret: str = ""


def composed(text: str) -> str:
    """A name or a password as it is compared: a letter with its accent is one character, as some keyboards do not."""
    return unicodedata.normalize("NFC", text)


def account_name(name: object) -> str:
    """A name as it is kept. Errors: StudioError."""
    text = " ".join(composed(name).split()) if isinstance(name, str) else ""
    if not 1 <= len(text) <= LONGEST_NAME or not text.isprintable() or ":" in text:
        raise StudioError("account-name-not-fine", name=shown(name), most=LONGEST_NAME)
    return text


def account_name_key(name: str) -> str:
    """What is the same for names that a person takes for the same."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


def only_the_owner(person: Person, why: str = "owner-only") -> None:
    """Errors: NotAllowed for anybody else, with the sentence of that key."""
    if person != OWNER:
        raise NotAllowed(why)
