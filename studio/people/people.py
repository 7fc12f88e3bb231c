"""Who may come in: the owner's login and her guests' accounts, their invitations, sessions and tokens."""

import hashlib
import hmac
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import replace

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from studio.checks import shown
from studio.errors import NotFound, StudioError
from studio.people.account import (
    LONGEST_LABEL,
    LONGEST_NAME,
    Account,
    ApiToken,
    Invitation,
    NotAllowed,
    account_name,
    account_name_key,
    composed,
    only_the_owner,
)
from studio.people.limits import Usage, clean_limits, limits_of
from studio.people.passwords import LONGEST, check_password
from studio.people.person import OWNER, Person
from studio.store import Store

DAY = 24 * 3600.0  # seconds
INVITATION_SECONDS = 3 * DAY
SESSION_SECONDS = 30 * DAY  # from the login
UNUSED_SESSION_SECONDS = 7 * DAY  # from when it was used last
NOTED_EVERY_SECONDS = 3600.0  # when a session or a token was used last
LOOKED_UP_EVERY_SECONDS = 60.0  # a session that is known holds for so long without another look
MOST_ACCOUNTS, MOST_SESSIONS, MOST_TOKENS, MOST_KNOWN = 50, 100, 20, 1_000  # sessions and tokens: of one person
TOKEN_PREFIX = "cuddle_"
HASHES_AT_ONCE = 2  # each takes 64 MB for about 50 ms


class People:
    """Accounts, and what lets somebody in.

    `owner_login` is the name and the password that the owner gave when she started Cuddle, or that were made for her;
    the password is empty where she has one that she chose on the page. None where she is alone at home and nobody is
    asked. Passwords are kept as Argon2id hashes (RFC 9106, argon2-cffi's defaults), sessions and tokens as SHA-256
    digests of secrets of 256 bits.

    What is the owner's to do raises NotAllowed for anybody else.
    """

    def __init__(self, store: Store, owner_login: tuple[str, str] | None = None) -> None:
        self._store = store
        self._rows = store.people
        self._owner_login = owner_login
        self._hasher = PasswordHasher()
        self._hashing = threading.BoundedSemaphore(HASHES_AT_ONCE)
        self._nobodys_hash = self._hasher.hash(secrets.token_urlsafe(12)) if owner_login else ""
        self._known: OrderedDict[str, tuple[Person, float]] = OrderedDict()  # until when, by the digest of a secret
        self._lock = threading.Lock()

    @property
    def asks(self) -> bool:
        """Whether anybody must log in."""
        return self._owner_login is not None

    @property
    def owner_name(self) -> str:
        """What the owner is called where she logs in; empty where nobody is asked."""
        return self._owner_login[0] if self._owner_login else ""

    def me(self, person: Person) -> Account:
        """The person's own account. Errors: NotFound for one whose account is gone."""
        account = self._rows.find(person)
        if account is None and person == OWNER:
            return Account(person=OWNER, name=self.owner_name, created_at=0.0)
        if account is None:
            raise NotFound("account-not-found")
        return account

    def accounts(self, person: Person) -> list[Account]:
        """Everybody's accounts, the owner's first. Errors: NotAllowed."""
        only_the_owner(person)
        return [self.me(OWNER), *(account for account in self._rows.list() if not account.is_owner)]

    # Coming in.

    def log_in(self, name: str, password: str) -> Person | None:
        """Whose name and password these are, or None. How long it takes says nothing about either. It takes 50 ms."""
        if len(password) > LONGEST or len(name) > LONGEST:
            return None
        found = self._rows.named(name)
        kept = found[1] if found is not None and found[1] else None
        is_kept = self._is_password(kept or self._nobodys_hash, password) and kept is not None
        if self._is_owner_login(name, password):
            return OWNER
        return found[0].person if found is not None and is_kept else None

    def start_session(self, person: Person) -> str:
        """The secret of a new session, for a cookie."""
        secret = secrets.token_urlsafe(32)
        self._rows.add_session(digest(secret), person, MOST_SESSIONS)
        now = self._store.clock()
        self._rows.sweep_sessions(created_after=now - SESSION_SECONDS, used_after=now - UNUSED_SESSION_SECONDS)
        return secret

    def of_session(self, secret: str) -> Person | None:
        """Whose session that is; None for one that has run out, or ended, or never was."""

        def look(key: str, now: float) -> Person | None:
            oldest = {"created_after": now - SESSION_SECONDS, "used_after": now - UNUSED_SESSION_SECONDS}
            return self._rows.session_of(key, **oldest)

        return self._of_secret(secret, look, self._rows.use_session)

    def of_token(self, secret: str) -> Person | None:
        """Whose token that is, or None."""
        if not secret.startswith(TOKEN_PREFIX):
            return None
        return self._of_secret(secret, lambda key, _now: self._rows.token_of(key), self._rows.use_token)

    def end_session(self, secret: str) -> None:
        """Log out one browser."""
        with self._lock:
            self._known.pop(digest(secret), None)
        self._rows.end_session(digest(secret))

    def end_sessions(self, person: Person) -> int:
        """Log out the person everywhere, at once. Gives how many browsers that were. Her tokens still hold."""
        ended = self._rows.end_sessions(person)
        self._forget(person)
        return ended

    def sessions(self, person: Person) -> list[float]:
        """When each browser that she is logged in with was used last, in unix seconds, newest first."""
        return self._rows.sessions(person)

    # Invitations.

    def invite(self, person: Person) -> Invitation:
        """A new invitation, with its secret. Errors: NotAllowed."""
        only_the_owner(person)
        secret = secrets.token_urlsafe(24)
        until = self._store.clock() + INVITATION_SECONDS
        return replace(self._rows.add_invitation(_new_id(), digest(secret), until), secret=secret)

    def invitations(self, person: Person) -> list[Invitation]:
        """Those that hold, newest first, without their secrets. Errors: NotAllowed."""
        only_the_owner(person)
        return self._rows.invitations()

    def revoke_invitation(self, person: Person, id: str) -> None:
        """Have an invitation hold no longer. Errors: NotAllowed, NotFound."""
        only_the_owner(person)
        self._rows.revoke_invitation(id)

    def is_invited(self, secret: str) -> bool:
        """Whether an invitation holds."""
        return self._rows.invitation(digest(secret)) is not None

    def accept(self, secret: str, name: str, password: str) -> Account:
        """Make an account with an invitation, which is used up by that.

        Errors: StudioError for an invitation that does not hold, a name that is taken or not fine, a password that is
        not good enough; then the invitation holds as before.
        """
        if not self.is_invited(secret):
            raise StudioError("invitation-not-valid")
        kept = account_name(name)
        self._not_the_owners(kept)
        account = Account(person=_new_person(), name=kept, created_at=0.0)
        return self._rows.add(account, self._hash(kept, password), invitation_key=digest(secret), most=MOST_ACCOUNTS)

    def of_hub_user(self, hub_id: str, name: str, secret: str = "") -> Account:
        """The account of a user of the Hub, by the Hub's id of her; made now, with an invitation's secret.

        She is called as on the Hub, or like that with a number where somebody is called so. Errors: StudioError where
        there is neither an account nor an invitation that holds.
        """
        found = self._rows.of_hub_user(hub_id)
        if found is not None:
            return found
        if not secret:
            raise StudioError("hub-user-not-invited", name=shown(name))
        taken = {account_name_key(account.name) for account in self.accounts(OWNER)}
        own = account_name(name[:LONGEST_NAME])
        free = (own, *(f"{own[: LONGEST_NAME - 3]} {number}" for number in range(2, MOST_ACCOUNTS + 2)))
        called = next(one for one in free if account_name_key(one) not in taken)
        account = Account(person=_new_person(), name=called, created_at=0.0, hub_user=hub_id)
        return self._rows.add(account, None, invitation_key=digest(secret), most=MOST_ACCOUNTS)

    # One's own account.

    def set_password(self, person: Person, current: str, new: str) -> None:
        """Change one's password, and end all one's sessions. The owner's holds beside what Cuddle was started with.

        Errors: StudioError where the current one is another, or the new one not good enough.
        """
        account, kept = self.me(person), self._rows.password_hash(person)
        is_from_start = person == OWNER and self._is_owner_login(self.owner_name, current)
        if not is_from_start and not (kept and self._is_password(kept, current)):
            raise StudioError("current-password-wrong")
        changed = self._hash(account.name, new)
        if self._rows.find(person) is None:
            self._rows.add(account, changed)
        else:
            self._rows.set_password(person, changed)
        self.end_sessions(person)

    def new_token(self, person: Person, label: str) -> ApiToken:
        """A token for a program, with its secret. Errors: StudioError for a label that is not fine, or too many."""
        text = " ".join(label.split())
        if not 1 <= len(text) <= LONGEST_LABEL or not text.isprintable():
            raise StudioError("token-label-not-fine", label=shown(label), most=LONGEST_LABEL)
        secret = TOKEN_PREFIX + secrets.token_urlsafe(32)
        return replace(self._rows.add_token(_new_id(), digest(secret), person, text, MOST_TOKENS), secret=secret)

    def tokens(self, person: Person) -> list[ApiToken]:
        """Her tokens, newest first, without their secrets."""
        return self._rows.tokens(person)

    def revoke_token(self, person: Person, id: str) -> None:
        """Have a token hold no longer. Errors: NotFound."""
        self._rows.revoke_token(person, id)
        self._forget(person)

    # Others' accounts.

    def set_limits(self, person: Person, guest: Person, limits: Mapping[str, object]) -> Account:
        """Give a guest these limits, by the names of LIMITS, and for all others the usual ones.

        Errors: NotAllowed; NotFound; StudioError for the owner, who has none, and for a value out of bounds.
        """
        only_the_owner(person)
        if guest == OWNER:
            raise StudioError("owner-without-limits")
        return self._rows.set_limits(guest, clean_limits(limits))

    def usage(self, person: Person) -> Usage:
        """What the person takes up, and may. Errors: NotFound for one whose account is gone."""
        return self._usage(self.me(person))

    def usages(self, person: Person) -> list[Usage]:
        """The same of everybody, the owner first; never what it is. Errors: NotAllowed."""
        return [self._usage(account) for account in self.accounts(person)]

    def remove(self, person: Person, guest: Person) -> int:
        """Remove a guest's account: she is logged out at once and cannot come in. Gives how many rows went.

        What she has kept is not touched: studio.leaving deletes both. Errors: NotAllowed, also for the owner's own;
        NotFound.
        """
        if guest == OWNER or person != guest:
            only_the_owner(person)
        if guest == OWNER:
            raise NotAllowed("owner-stays")
        self.me(guest)
        removed = self._rows.delete(guest)
        self._forget(guest)
        return removed

    def _usage(self, account: Account) -> Usage:
        shares = self._store.shares
        return Usage(
            account=account,
            used=shares.used(account.person),
            limits=limits_of(account),
            running_jobs=shares.running_jobs(account.person),
        )

    def _of_secret(
        self, secret: str, look: Callable[[str, float], Person | None], use: Callable[[str], None]
    ) -> Person | None:
        key, now = digest(secret), self._store.clock()
        with self._lock:
            known = self._known.get(key)
        if known is not None and known[1] > now:
            return known[0]
        person = look(key, now)
        with self._lock:
            if person is None:
                self._known.pop(key, None)
                return None
            self._known[key] = (person, now + LOOKED_UP_EVERY_SECONDS)
            self._known.move_to_end(key)
            if len(self._known) > MOST_KNOWN:
                self._known.popitem(last=False)
        use(key)
        return person

    def _forget(self, person: Person) -> None:
        with self._lock:
            for key in [key for key, (whose, _) in self._known.items() if whose == person]:
                del self._known[key]

    def _is_owner_login(self, name: str, password: str) -> bool:
        """Both are compared whole, in a time that says nothing about either."""
        if self._owner_login is None or not self._owner_login[1]:
            return False
        own_name, own_password = self._owner_login
        pairs = ((account_name_key(name), account_name_key(own_name)), (composed(password), composed(own_password)))
        results = [hmac.compare_digest(digest(given), digest(right)) for given, right in pairs]
        return all(results)

    def _not_the_owners(self, name: str) -> None:
        if account_name_key(name) == account_name_key(self.owner_name):
            raise StudioError("account-name-taken", name=name)

    def _is_password(self, kept: str, password: str) -> bool:
        try:
            with self._hashing:
                return self._hasher.verify(kept, composed(password))
        except (VerificationError, InvalidHashError):
            return False

    def _hash(self, name: str, password: str) -> str:
        check_password(name, composed(password))
        with self._hashing:
            return self._hasher.hash(composed(password))


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _new_id() -> str:
    return secrets.token_hex(6)


def _new_person() -> Person:
    return Person(secrets.token_hex(8))
