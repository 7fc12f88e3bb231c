"""The sheet of one's account: what its forms do, for whom, and that a secret is told once."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import gradio as gr
import pytest

from studio.people.account import Account
from studio.people.person import OWNER, Person
from studio.store import Store
from studio.studio import Studio
from studio.subjects.subject import Subject
from studio.words import say
from tests.still_studio import studio_over
from tests.unit.ui.components.test_components import EVIL
from tests.unit.ui.conftest import laid_out
from tests.unit.ui.test_api_refusals import NONSENSE
from ui.api import add_api
from ui.components.people.guest_use import guest_use_shown
from ui.components.people.sheet import account_handlers, account_html, account_link_html
from ui.components.people.things import EVERYTHING_NAME
from ui.people import asked_by
from ui.served_files import ServedFiles

Ask = Callable[..., dict[str, Any]]
PASSWORD, ANOTHER = "vier Wörter, ein Igel", "fünf Wörter, kein Igel"
OWNERS = ["invite", "revoke_invitation", "remove_guest", "set_limits"]


@pytest.fixture
def studio(store: Store) -> Studio:
    """Anna's, where people log in."""
    return studio_over(store, owner_login=("anna", PASSWORD))


@pytest.fixture
def ask(studio: Studio, page_files: ServedFiles) -> Ask:
    """Sends a form of the sheet."""
    handlers = {one.__name__: one for one in account_handlers(studio, page_files)}

    def asked(person: Person, act: str, **wish: object) -> dict[str, Any]:
        with asked_by(person):
            return handlers[act](wish)

    return asked


@pytest.fixture
def ben(studio: Studio) -> Account:
    return studio.people.accept(studio.people.invite(OWNER).secret, "Ben", ANOTHER)


def mango() -> Subject:
    return Subject(
        owner=OWNER, name="Mango", kind="cat", trigger_word="mango", base_model="pocket", state="ready",
    )  # fmt: skip


def test_an_invitation_is_a_link_that_is_told_once_and_lets_one_person_in(studio: Studio, ask: Ask) -> None:
    shown = ask(OWNER, "invite")["html"]
    (secret,) = re.findall(r'data-address="invitation\?secret=([\w-]+)"', shown)
    later = account_html(studio, OWNER)
    assert secret not in later and later.count('data-act="revoke_invitation"') == 1
    assert studio.people.accept(secret, "Ben", ANOTHER).name == "Ben"
    later = account_html(studio, OWNER)
    assert "<b>Ben</b>" in later and 'data-act="revoke_invitation"' not in later


def test_an_invitation_is_taken_back(studio: Studio, ask: Ask) -> None:
    invitation = studio.people.invite(OWNER)
    assert 'data-act="revoke_invitation"' not in ask(OWNER, "revoke_invitation", id=invitation.id)["html"]
    assert not studio.people.is_invited(invitation.secret)


@pytest.mark.parametrize("act", OWNERS)
def test_a_guest_who_asks_for_what_is_the_owners_gets_a_sentence(
    studio: Studio, ask: Ask, ben: Account, act: str
) -> None:
    invitation = studio.people.invite(OWNER)
    for id in (invitation.id, ben.person.id, OWNER.id):
        assert ask(ben.person, act, id=id) == {"problem": say("owner-only")}
    assert studio.people.is_invited(invitation.secret) and studio.people.me(ben.person) == ben


def test_a_guest_who_calls_the_owners_endpoints_gets_a_sentence(
    studio: Studio, page_files: ServedFiles, ben: Account
) -> None:
    with laid_out() as page:
        add_api(studio, page_files)
    handlers: dict[Any, Any] = {one.api_name: one.fn for one in page.fns.values()}
    id, nothing = {"id": ben.person.id}, dict[str, Any]()
    owners = [
        *((act, nothing) for act in ("invite", "invitations", "guests")),
        *((act, id) for act in ("revoke_invitation", "remove_guest")), ("set_limits", {**id, "limits": {}}),
    ]  # fmt: skip
    for act, values in owners:
        with asked_by(ben.person), pytest.raises(gr.Error, match=re.escape(say("owner-only"))):
            handlers[act](**values)
    with asked_by(OWNER):
        assert [guest["name"] for guest in handlers["guests"]()] == ["Ben"]
        assert "secret=" in handlers["invite"]()["path"] and "path" not in handlers["invitations"]()[0]
        token = handlers["new_token"]("a script")
        assert studio.people.of_token(token["secret"]) == OWNER and "secret" not in handlers["tokens"]()[0]
        assert handlers["account"]() == {"name": "anna", "is_owner": True, "hub_user": None, "sessions": []}


def test_a_guest_sees_her_own_account_and_no_others(studio: Studio, ask: Ask, ben: Account) -> None:
    shown = ask(ben.person, "account_parts")["html"]
    assert re.findall(r'data-part="(\w+)"', shown) == ["you", "things", "programs"]
    assert "<b>Ben</b>, a guest of anna" in shown
    assert ">Ben</span>" in account_link_html(studio.people, ben.person)


def test_a_token_is_told_once_and_holds_until_it_is_revoked(studio: Studio, ask: Ask, ben: Account) -> None:
    shown = ask(ben.person, "new_token", label="my script")["html"]
    (secret,) = re.findall(r'value="(cuddle_[\w-]+)"', shown)
    assert studio.people.of_token(secret) == ben.person and secret not in account_html(studio, ben.person)
    (token,) = studio.people.tokens(ben.person)
    assert ask(OWNER, "revoke_token", id=token.id) == {"problem": say("token-not-found")}
    assert say("programs-none") in ask(ben.person, "revoke_token", id=token.id)["html"]
    assert studio.people.of_token(secret) is None


def test_a_password_is_changed_by_who_knows_it_and_ends_all_sessions(studio: Studio, ask: Ask, ben: Account) -> None:
    session = studio.people.start_session(ben.person)
    wrong = ask(ben.person, "change_password", current="something else", new=PASSWORD)
    assert wrong == {"problem": say("current-password-wrong")}
    assert "12" in ask(ben.person, "change_password", current=ANOTHER, new="short")["problem"]
    assert studio.people.of_session(session) == ben.person
    assert ask(ben.person, "change_password", current=ANOTHER, new=PASSWORD)["gone"] == "./"
    assert studio.people.of_session(session) is None and studio.people.log_in("Ben", PASSWORD) == ben.person


def test_who_logs_out_everywhere_is_logged_out_and_nobody_else(studio: Studio, ask: Ask, ben: Account) -> None:
    mine, other = studio.people.start_session(ben.person), studio.people.start_session(OWNER)
    assert "in one browser" in account_html(studio, ben.person)
    assert ask(ben.person, "log_out_everywhere") == {"gone": "./"}
    assert studio.people.of_session(mine) is None and studio.people.of_session(other) == OWNER


def test_alone_at_home_there_are_only_things(store: Store) -> None:
    alone = studio_over(store)
    shown = account_html(alone, OWNER)
    assert re.findall(r'data-part="(\w+)"', shown) == ["things"]
    assert "<span>" not in account_link_html(alone.people, OWNER)


def test_a_guest_is_removed_with_everything(studio: Studio, ask: Ask, store: Store, ben: Account) -> None:
    session = studio.people.start_session(ben.person)
    store.subjects.add(replace(mango(), owner=ben.person))
    assert "all that Ben has here is deleted for good" in account_html(studio, OWNER)
    shown = ask(OWNER, "remove_guest", id=ben.person.id)["html"]
    assert say("guests-removed", name="Ben") in shown and say("guests-nobody") in shown
    assert store.subjects.list(ben.person) == [] and studio.people.of_session(session) is None
    assert ask(OWNER, "remove_guest", id=OWNER.id) == {"problem": say("owner-stays")}


def test_the_owner_sees_what_a_guest_takes_up_and_changes_the_limits(
    studio: Studio, ask: Ask, ben: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    used = {"disk_gb": 1.4, "minutes_a_day": 12.4, "waiting_jobs": 1, "photos": 0}
    usage = replace(studio.people.usage(ben.person), used=used)
    monkeypatch.setattr(studio.people, "usages", lambda _person: [usage])
    shown = ask(OWNER, "account_parts")["html"]
    assert "1.4 GB on the disk · 12 min of work in the last 24 hours · one job waits" in shown
    assert 'name="disk_gb" type="number"' in shown and 'value="200"' in shown
    assert ask(OWNER, "set_limits", id=ben.person.id, disk_gb="much", photos="3")["problem"].startswith("The limit")
    assert studio.people.me(ben.person).limits == {}
    asked = {"disk_gb": "7", "photos": "300", "waiting_jobs": "2", "minutes_a_day": "60"}
    kept = ask(OWNER, "set_limits", id=ben.person.id, **asked)["html"]
    assert "The limits of Ben are kept." in kept
    assert studio.people.me(ben.person).limits == {name: int(most) for name, most in asked.items()}


def test_everything_goes_only_where_ones_name_was_typed(studio: Studio, store: Store, ask: Ask) -> None:
    store.subjects.add(mango())
    for typed in ("", "Ben", None):
        assert "type anna" in ask(OWNER, "delete_everything", typed=typed)["problem"]
    assert [subject.name for subject in store.subjects.list(OWNER)] == ["Mango"]
    answer = ask(OWNER, "delete_everything", typed=" Anna ")
    assert answer["gone"] == "./" and "1 subject" in answer["said"], "she is logged out, and told what went"
    assert store.subjects.list(OWNER) == []


def test_everything_is_taken_along_as_a_copy_to_fetch(ask: Ask) -> None:
    answer = ask(OWNER, "take_everything")
    assert answer["name"] == EVERYTHING_NAME and answer["url"].endswith(EVERYTHING_NAME)
    assert say("things-taken") in answer["html"]


def test_how_much_there_is_is_counted(studio: Studio, store: Store) -> None:
    assert say("things-none") in account_html(studio, OWNER)
    store.subjects.add(mango())
    assert "You have one subject here." in account_html(studio, OWNER)


def test_guests_use_of_a_subject_is_the_owners_to_switch_where_people_log_in(
    studio: Studio, store: Store, ben: Account
) -> None:
    assert guest_use_shown(studio, OWNER, mango()).visible is True
    assert guest_use_shown(studio, ben.person, mango()).visible is False
    assert guest_use_shown(studio_over(store), OWNER, mango()).visible is False


def test_nothing_that_anybody_wrote_becomes_html(studio: Studio, ask: Ask) -> None:
    studio.people.accept(studio.people.invite(OWNER).secret, EVIL, ANOTHER)
    studio.people.new_token(OWNER, EVIL)
    assert "<img" not in account_html(studio, OWNER)
    assert "<img" not in account_link_html(studio.people, studio.people.accounts(OWNER)[1].person)


@pytest.mark.parametrize("value", NONSENSE, ids=repr)
def test_nonsense_in_a_form_gets_a_sentence_that_is_about_it(store: Store, ask: Ask, value: object) -> None:
    store.subjects.add(mango())
    for act, field in (
        ("change_password", "current"), ("change_password", "new"), ("new_token", "label"), ("revoke_token", "id"),
        ("revoke_invitation", "id"), ("remove_guest", "id"), ("delete_everything", "typed"),
    ):  # fmt: skip
        assert ask(OWNER, act, **{field: value}).get("problem") != say("something-broke"), act
    assert [subject.name for subject in store.subjects.list(OWNER)] == ["Mango"]
