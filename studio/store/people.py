"""The rows of accounts, and of what lets somebody in: invitations, sessions, tokens. Secrets lie here as digests."""

from collections.abc import Callable, Mapping
from typing import cast

from sqlalchemy import delete, or_, select
from sqlalchemy.engine import CursorResult

from studio.errors import NotFound, StudioError
from studio.people.account import Account, ApiToken, Invitation, account_name_key
from studio.people.person import Person
from studio.store.database import Database
from studio.store.tables import ApiTokenRow, InvitationRow, PersonRow, SessionRow


class PeopleStore:
    """The accounts of one studio. `clock` gives unix seconds. A `key` is the digest of a secret."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    def list(self) -> list[Account]:
        """All accounts, in the order in which they came."""
        with self._database.reading() as session:
            return [_account(row) for row in session.scalars(select(PersonRow).order_by(PersonRow.created_at))]

    def find(self, person: Person) -> Account | None:
        """The account of a person, or None."""
        with self._database.reading() as session:
            row = session.get(PersonRow, person)
            return None if row is None else _account(row)

    def named(self, name: str) -> tuple[Account, str | None] | None:
        """The account of that name and the hash of its password, or None."""
        with self._database.reading() as session:
            row = session.scalars(select(PersonRow).where(PersonRow.name_key == account_name_key(name))).first()
            return None if row is None else (_account(row), row.password_hash)

    def of_hub_user(self, hub_user: str) -> Account | None:
        """The account that logs in as that user of the Hub, or None."""
        with self._database.reading() as session:
            row = session.scalars(select(PersonRow).where(PersonRow.hub_user == hub_user)).first()
            return None if row is None else _account(row)

    def add(
        self, account: Account, password_hash: str | None, *, invitation_key: str | None = None, most: int | None = None
    ) -> Account:
        """Keep a new account; with the invitation, which is used up by it, in the same transaction.

        `most`: of accounts there may be. Errors: StudioError for a taken name, an invitation that does not hold (any
        more), or too many accounts; then nothing is kept, and the invitation holds as before.
        """
        with self._database.writing() as session:
            if invitation_key is not None:
                row = session.get(InvitationRow, invitation_key)
                if row is None or row.expires_at <= self._clock():
                    raise StudioError("invitation-not-valid")
                session.delete(row)
            key = account_name_key(account.name)
            if session.scalars(select(PersonRow).where(PersonRow.name_key == key)).first() is not None:
                raise StudioError("account-name-taken", name=account.name)
            if most is not None and len(session.scalars(select(PersonRow.id)).all()) >= most:
                raise StudioError("too-many-accounts", most=most)
            session.add(
                PersonRow(
                    id=account.person, name=account.name, name_key=key, password_hash=password_hash,
                    hub_user=account.hub_user, created_at=self._clock(), limits=dict(account.limits),
                )
            )  # fmt: skip
            session.flush()
            return _account(session.get_one(PersonRow, account.person))

    def password_hash(self, person: Person) -> str | None:
        """The hash of a person's password; None for none, or no account."""
        with self._database.reading() as session:
            row = session.get(PersonRow, person)
            return None if row is None else row.password_hash

    def set_password(self, person: Person, password_hash: str) -> None:
        """Change the password. Errors: NotFound."""
        with self._database.writing(is_news=False) as session:
            _row(session.get(PersonRow, person)).password_hash = password_hash

    def set_limits(self, person: Person, limits: Mapping[str, int]) -> Account:
        """Change the limits that are not the usual ones. Errors: NotFound."""
        with self._database.writing() as session:
            row = _row(session.get(PersonRow, person))
            row.limits = dict(limits)
            session.flush()
            return _account(row)

    def delete(self, person: Person) -> int:
        """Remove the account, and with it its sessions and tokens. Gives how many rows went."""
        with self._database.writing() as session:
            removed = (
                session.execute(delete(SessionRow).where(SessionRow.person == person)),
                session.execute(delete(ApiTokenRow).where(ApiTokenRow.person == person)),
                session.execute(delete(PersonRow).where(PersonRow.id == person)),
            )
            return sum(cast("CursorResult[object]", one).rowcount for one in removed)

    def add_invitation(self, id: str, key: str, expires_at: float) -> Invitation:
        """Keep an invitation; those that have run out go."""
        now = self._clock()
        with self._database.writing() as session:
            session.execute(delete(InvitationRow).where(InvitationRow.expires_at <= now))
            row = InvitationRow(id=id, key=key, created_at=now, expires_at=expires_at)
            session.add(row)
            return _invitation(row)

    def invitation(self, key: str) -> Invitation | None:
        """The invitation of that key, or None where it does not hold (any more)."""
        with self._database.reading() as session:
            row = session.get(InvitationRow, key)
            return None if row is None or row.expires_at <= self._clock() else _invitation(row)

    def invitations(self) -> "list[Invitation]":
        """All that hold, newest first."""
        holds = select(InvitationRow).where(InvitationRow.expires_at > self._clock())
        with self._database.reading() as session:
            return [_invitation(row) for row in session.scalars(holds.order_by(InvitationRow.created_at.desc()))]

    def revoke_invitation(self, id: str) -> None:
        """Have an invitation hold no longer. Errors: NotFound."""
        with self._database.writing() as session:
            row = session.scalars(select(InvitationRow).where(InvitationRow.id == id)).first()
            if row is None:
                raise NotFound("invitation-not-found")
            session.delete(row)

    def add_session(self, key: str, person: Person, most: int) -> None:
        """Keep a session; of more than `most` of this person those unused for longest go."""
        now = self._clock()
        own = select(SessionRow).where(SessionRow.person == person).order_by(SessionRow.used_at.desc())
        with self._database.writing(is_news=False) as session:
            session.add(SessionRow(key=key, person=person, created_at=now, used_at=now))
            session.flush()
            for row in session.scalars(own.offset(most)).all():
                session.delete(row)

    def session_of(self, key: str, *, created_after: float, used_after: float) -> Person | None:
        """Whose session that is; None where there is none, or it has run out, which ends it for good."""
        with self._database.reading() as session:
            row = session.get(SessionRow, key)
            if row is None:
                return None
            if row.created_at > created_after and row.used_at > used_after:
                return row.person
        self.end_session(key)
        return None

    def use_session(self, key: str) -> None:
        """Note that a session is in use."""
        with self._database.writing(is_news=False) as session:
            row = session.get(SessionRow, key)
            if row is not None:
                row.used_at = self._clock()

    def end_session(self, key: str) -> None:
        """End one session, if it is there."""
        with self._database.writing(is_news=False) as session:
            session.execute(delete(SessionRow).where(SessionRow.key == key))

    def end_sessions(self, person: Person) -> int:
        """End all sessions of a person. Gives how many there were."""
        with self._database.writing(is_news=False) as session:
            ended = session.execute(delete(SessionRow).where(SessionRow.person == person))
            return cast("CursorResult[object]", ended).rowcount

    def sessions(self, person: Person) -> "list[float]":
        """When each session of a person was used last, newest first."""
        own = select(SessionRow.used_at).where(SessionRow.person == person)
        with self._database.reading() as session:
            return list(session.scalars(own.order_by(SessionRow.used_at.desc())))

    def sweep_sessions(self, *, created_after: float, used_after: float) -> None:
        """Remove the rows of sessions that have run out."""
        over = or_(SessionRow.created_at <= created_after, SessionRow.used_at <= used_after)
        with self._database.writing(is_news=False) as session:
            session.execute(delete(SessionRow).where(over))

    def add_token(self, id: str, key: str, person: Person, label: str, most: int) -> ApiToken:
        """Keep a token. Errors: StudioError where the person has `most` already."""
        with self._database.writing() as session:
            if len(session.scalars(select(ApiTokenRow.id).where(ApiTokenRow.person == person)).all()) >= most:
                raise StudioError("too-many-tokens", most=most)
            row = ApiTokenRow(id=id, key=key, person=person, label=label, created_at=self._clock())
            session.add(row)
            return _token(row)

    def tokens(self, person: Person) -> "list[ApiToken]":
        """A person's tokens, newest first."""
        own = select(ApiTokenRow).where(ApiTokenRow.person == person)
        with self._database.reading() as session:
            return [_token(row) for row in session.scalars(own.order_by(ApiTokenRow.created_at.desc()))]

    def token_of(self, key: str) -> Person | None:
        """Whose token that is, or None."""
        with self._database.reading() as session:
            row = session.get(ApiTokenRow, key)
            return None if row is None else row.person

    def use_token(self, key: str) -> None:
        """Note that a token is in use."""
        with self._database.writing(is_news=False) as session:
            row = session.get(ApiTokenRow, key)
            if row is not None:
                row.used_at = self._clock()

    def revoke_token(self, person: Person, id: str) -> None:
        """Have a token of the person hold no longer. Errors: NotFound."""
        with self._database.writing() as session:
            row = session.scalars(select(ApiTokenRow).where(ApiTokenRow.id == id)).first()
            if row is None or row.person != person:
                raise NotFound("token-not-found")
            session.delete(row)


def _row(row: PersonRow | None) -> PersonRow:
    if row is None:
        raise NotFound("account-not-found")
    return row


def _account(row: PersonRow) -> Account:
    return Account(
        person=row.id, name=row.name, created_at=row.created_at, hub_user=row.hub_user, limits=dict(row.limits)
    )


def _invitation(row: InvitationRow) -> Invitation:
    return Invitation(id=row.id, created_at=row.created_at, expires_at=row.expires_at)


def _token(row: ApiTokenRow) -> ApiToken:
    return ApiToken(id=row.id, label=row.label, created_at=row.created_at, used_at=row.used_at)
