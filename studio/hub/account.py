"""Whose token for the Hugging Face Hub is here, and what it may do. The token itself goes nowhere but to the Hub."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from httpx2 import HTTPError
from huggingface_hub import constants, get_token
from huggingface_hub.utils import (
    build_hf_headers,  # pyright: ignore[reportUnknownVariableType] - user_agent: a dict of anything
    get_session,
    hf_raise_for_status,
)

from studio.errors import StudioError
from studio.hub.words import TOKENS_PAGE, in_words, no_token
from studio.untyped import is_object
from studio.words import Message

ANSWER_SECONDS = 10.0  # for a page that waits; huggingface_hub itself would wait forever
KNOWN_SECONDS = 300.0  # the Hub counts strictly how often it is asked who one is

_TOKEN = re.compile(r"[A-Za-z0-9._~+/=-]{4,4000}")  # what may stand in an Authorization header, RFC 6750 section 2.1


@dataclass(frozen=True, kw_only=True, slots=True)
class HubAccount:
    """Who publishes. `name` is empty without a token that the Hub knows; `problem`: why nothing can be published,
    None where it can.
    """

    name: str = ""
    organisations: tuple[str, ...] = ()
    problem: Message | None = None

    @property
    def owners(self) -> tuple[str, ...]:
        """In whose name a repository may be made: one's own, and those of the organisations one may write to."""
        return (self.name, *self.organisations) if self.name else ()


def token_here() -> str | None:
    """The token of this computer: HF_TOKEN, else that of the login. None without one.

    Errors: StudioError for one that cannot be a token; its characters are not told.
    """
    token = get_token()
    if token is not None and not _TOKEN.fullmatch(token):
        raise StudioError("hub-token-no-token", page=TOKENS_PAGE)
    return token


@dataclass(kw_only=True)
class HubAccounts:
    """Asks the Hub whose token is here, and remembers the answer for a while.

    `clock` gives seconds. `is_shared`: whether there is a public link to this Cuddle; then there is no account.
    """

    clock: Callable[[], float]
    is_shared: bool = False
    _answers: dict[str, tuple[float, HubAccount]] = field(default_factory=dict)

    def account(self) -> HubAccount:
        """Whose token is here, or the problem with it. Never raises for trouble with the Hub: it is the problem."""
        if self.is_shared:
            return HubAccount(problem=Message("hub-shared"))
        try:
            token = token_here()
            if token is None:
                return HubAccount(problem=no_token())
            key = hashlib.sha256(f"{constants.ENDPOINT} {token}".encode()).hexdigest()
            asked_at, known = self._answers.get(key, (float("-inf"), HubAccount()))
            if not 0 <= self.clock() - asked_at < KNOWN_SECONDS:
                known = _account_of(_who_is(token))
                self._answers = {key: (self.clock(), known)}
            return known
        except StudioError as error:
            return HubAccount(problem=error.message)


def _who_is(token: str) -> dict[str, Any]:
    """What the Hub says of a token. Errors: StudioError."""
    try:
        answer = get_session().get(
            f"{constants.ENDPOINT}/api/whoami-v2", headers=build_hf_headers(token=token), timeout=ANSWER_SECONDS
        )
        hf_raise_for_status(answer)
        found = answer.json()
    except (HTTPError, OSError, ValueError) as error:
        raise in_words(error, Message("your-account")) from None  # the Hub's own words may hold anything, a token too
    return found if is_object(found) else {}


def _account_of(found: dict[str, Any]) -> HubAccount:
    name = str(found.get("name") or "")
    rows = [row for row in found.get("orgs") or () if is_object(row)]
    writable = tuple(str(row["name"]) for row in rows if row.get("name") and row.get("roleInOrg") != "read")
    auth: dict[str, Any] = found.get("auth") or {}
    token: dict[str, Any] = auth.get("accessToken") or {}
    may_only_read = token.get("role") == "read"
    problem = Message("hub-token-may-only-read", name=name, page=TOKENS_PAGE) if may_only_read else None
    return HubAccount(name=name, organisations=writable, problem=problem)
