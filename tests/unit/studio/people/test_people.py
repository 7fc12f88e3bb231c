"""Who may come in, over a real SQLite file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.errors import NotFound, StudioError
from studio.people.account import NotAllowed
from studio.people.people import DAY, INVITATION_SECONDS, UNUSED_SESSION_SECONDS, People
from studio.people.person import OWNER, Person
from studio.store import Store, open_store
from tests.clock import Clock

PASSWORD = "four otters juggle plums"
ANOTHER = "nine herons paint barns"


@pytest.fixture
def clock() -> Clock:
    return Clock(1_000_000.0)


@pytest.fixture
def store(data_folder: Path, clock: Clock) -> Iterator[Store]:
    with open_store(data_folder, clock) as store:
        yield store


@pytest.fixture
def people(store: Store) -> People:
    return People(store, ("Olga", PASSWORD))


def guest(people: People, name: str = "Ben") -> Person:
    """One who was invited, and came."""
    return people.accept(people.invite(OWNER).secret, name, ANOTHER).person


def test_the_owner_and_an_invited_guest_log_in_with_name_and_password_and_nobody_else(people: People) -> None:
    ben = guest(people, "José")

    assert people.log_in("Olga", PASSWORD) == OWNER
    assert people.log_in(" olga", PASSWORD) == OWNER
    assert people.log_in("jose\N{COMBINING ACUTE ACCENT}", ANOTHER) == ben
    for name, password in (("José", PASSWORD), ("Olga", ANOTHER), ("", ""), ("Carl", ANOTHER), ("José", "x" * 2000)):
        assert people.log_in(name, password) is None
    assert [account.name for account in people.accounts(OWNER)] == ["Olga", "José"]


def test_an_invitation_holds_once_and_for_three_days_and_not_when_it_is_taken_back(
    people: People, clock: Clock
) -> None:
    used, taken_back, late = (people.invite(OWNER) for _ in range(3))
    people.accept(used.secret, "Ben", ANOTHER)
    people.revoke_invitation(OWNER, taken_back.id)
    assert [one.id for one in people.invitations(OWNER)] == [late.id]
    clock.now += INVITATION_SECONDS

    for invitation in (used, taken_back, late):
        with pytest.raises(StudioError, match="holds no longer"):
            people.accept(invitation.secret, "Carl", ANOTHER)


@pytest.mark.parametrize(
    ("name", "password", "sentence"),
    [
        ("Ben", ANOTHER, "called Ben already"),
        ("oLGA", ANOTHER, "called oLGA already"),
        ("Carl:", ANOTHER, "not fine"),
        (" ", ANOTHER, "not fine"),
        ("Carl", "short", "characters"),
        ("Carl", "passwordpassword", "too easy"),
    ],
)
def test_what_is_refused_leaves_the_invitation_as_it_was(
    people: People, name: str, password: str, sentence: str
) -> None:
    guest(people)
    invitation = people.invite(OWNER)

    with pytest.raises(StudioError, match=sentence):
        people.accept(invitation.secret, name, password)

    assert people.accept(invitation.secret, "Carl", ANOTHER).name == "Carl"


def test_a_session_ends_after_a_week_without_use_and_a_month_at_most(people: People, clock: Clock) -> None:
    unused, used = people.start_session(OWNER), people.start_session(OWNER)
    for _ in range(29):
        clock.now += DAY
        assert people.of_session(used) == OWNER
    assert people.of_session(unused) is None
    clock.now += DAY
    assert people.of_session(used) is None


def test_a_session_outlives_a_restart_and_its_secret_is_not_kept(people: People, store: Store, clock: Clock) -> None:
    secret = people.start_session(OWNER)
    clock.now += UNUSED_SESSION_SECONDS / 2

    assert People(store, ("Olga", PASSWORD)).of_session(secret) == OWNER
    assert secret.encode() not in store.files.database.read_bytes()


def test_logged_out_everywhere_is_at_once_and_tokens_hold_until_they_are_revoked(people: People) -> None:
    ben = guest(people)
    mine, bens = people.start_session(OWNER), [people.start_session(ben) for _ in range(2)]
    token = people.new_token(ben, "my  script")
    assert [people.of_session(one) for one in bens] == [ben, ben]
    assert people.of_token(token.secret) == ben

    assert people.end_sessions(ben) == 2
    assert [people.of_session(one) for one in bens] == [None, None]
    assert people.of_session(mine) == OWNER
    assert people.of_token(token.secret) == ben
    with pytest.raises(NotFound):
        people.revoke_token(OWNER, token.id)
    assert [one.label for one in people.tokens(ben)] == ["my script"]
    people.revoke_token(ben, token.id)
    assert people.of_token(token.secret) is None


def test_a_removed_guest_is_out_at_once(people: People) -> None:
    ben = guest(people)
    session, token = people.start_session(ben), people.new_token(ben, "script")
    assert people.of_session(session) == people.of_token(token.secret) == ben

    people.remove(OWNER, ben)

    assert people.of_session(session) is people.of_token(token.secret) is None
    assert people.log_in("Ben", ANOTHER) is None
    with pytest.raises(NotAllowed):
        people.remove(OWNER, OWNER)


def test_a_changed_password_ends_the_sessions_and_the_owners_holds_beside_that_of_the_start(people: People) -> None:
    ben = guest(people)
    session = people.start_session(ben)
    with pytest.raises(StudioError, match="not the password you have now"):
        people.set_password(ben, PASSWORD, "seven newts fix roofs")
    assert people.of_session(session) == ben

    people.set_password(ben, ANOTHER, "seven newts fix roofs")
    people.set_password(OWNER, PASSWORD, "eight wrens mend boots")

    assert people.of_session(session) is None
    assert people.log_in("Ben", ANOTHER) is None
    assert people.log_in("Ben", "seven newts fix roofs") == ben
    assert people.log_in("Olga", PASSWORD) == people.log_in("Olga", "eight wrens mend boots") == OWNER


def test_what_is_the_owners_to_do_is_refused_to_a_guest(people: People) -> None:
    ben = guest(people)
    carl = guest(people, "Carl")
    invitation = people.invite(OWNER)
    for ask in (
        lambda: people.accounts(ben),
        lambda: people.invite(ben),
        lambda: people.invitations(ben),
        lambda: people.revoke_invitation(ben, invitation.id),
        lambda: people.set_limits(ben, carl, {"photos": 1}),
        lambda: people.usages(ben),
        lambda: people.remove(ben, carl),
    ):
        with pytest.raises(NotAllowed):
            ask()
    people.remove(ben, ben)
    assert [account.name for account in people.accounts(OWNER)] == ["Olga", "Carl"]


def test_a_user_of_the_hub_comes_in_with_an_invitation_and_from_then_on_without(people: People) -> None:
    guest(people, "ben")
    with pytest.raises(StudioError, match="not invited"):
        people.of_hub_user("id-of-ben", "Ben")
    invitation = people.invite(OWNER)
    ben = people.of_hub_user("id-of-ben", "Ben", invitation.secret)

    assert ben.name == "Ben 2", "somebody is called ben"
    assert people.of_hub_user("id-of-ben", "Benjamin, as he is called now").person == ben.person
    with pytest.raises(StudioError, match="holds no longer"):
        people.of_hub_user("id-of-carl", "Carl", invitation.secret)
    assert people.log_in("Ben 2", "") is None
