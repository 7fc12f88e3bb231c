"""Whose token is here, as the page asks it of a real HTTP server that answers as the Hub does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from huggingface_hub import constants

from studio.errors import StudioError
from studio.hub.account import KNOWN_SECONDS, HubAccount, HubAccounts
from studio.hub.publishing import repository_named
from studio.words import worded
from tests.clock import Clock
from tests.contract.hub_world import READ_TOKEN, TOKEN, hub_of_anna, point_at
from tests.hub_server import Hub
from tests.hub_writing import Refusal

WHO = "GET /api/whoami-v2"
ANNA = HubAccount(name="anna", organisations=("cats",))


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    with hub_of_anna(tmp_path / "hub", monkeypatch) as running:
        yield running


def test_the_account_is_named_with_the_organisations_it_may_write_to(hub: Hub, clock: Clock) -> None:
    account = HubAccounts(clock=clock).account()
    assert account == ANNA and account.owners == ("anna", "cats")
    assert TOKEN not in repr(account)


def test_the_hub_is_asked_once_in_five_minutes_and_anew_for_another_token(
    hub: Hub, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts = HubAccounts(clock=clock)
    accounts.account()
    clock.now += KNOWN_SECONDS - 1
    assert accounts.account() == ANNA and hub.asked == [WHO]
    clock.now += 2
    accounts.account()
    assert hub.asked == [WHO] * 2
    monkeypatch.setenv("HF_TOKEN", READ_TOKEN)
    assert "may only read. Make one that may write" in worded(accounts.account().problem)
    assert TOKEN not in repr(accounts) and READ_TOKEN not in repr(accounts)


def test_trouble_is_told_and_not_remembered(hub: Hub, clock: Clock) -> None:
    accounts = HubAccounts(clock=clock)
    hub.refusals.append(Refusal(path="/api/whoami-v2", status=401, times=1))
    assert "does not know the token that is here (401)" in worded(accounts.account().problem)
    hub.refusals.append(Refusal(path="/api/whoami-v2", status=429, times=1))
    assert "asked too often" in worded(accounts.account().problem)
    assert accounts.account() == ANNA


def test_without_a_token_nothing_is_asked(
    hub: Hub, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HF_TOKEN")
    monkeypatch.setattr(constants, "HF_TOKEN_PATH", str(tmp_path / "nobody"))
    account = HubAccounts(clock=clock).account()
    assert (account.name, account.owners) == ("", ()) and "no Hugging Face token yet" in worded(account.problem)
    assert hub.asked == []


def test_without_a_connection_the_page_says_so(
    hub: Hub, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with hub_of_anna(tmp_path / "gone", monkeypatch) as gone:
        pass
    point_at(gone.url, monkeypatch)
    assert "cannot be reached for your account (ConnectError)" in worded(HubAccounts(clock=clock).account().problem)


def test_a_login_page_of_a_hotel_is_no_answer(hub: Hub, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    hub.refusals.append(Refusal(path="/api/whoami-v2", status=200, message="Welcome!"))
    monkeypatch.setattr("tests.hub_writing.json.dumps", lambda value: "<html>Welcome!</html>")
    assert "no answer of the Hugging Face Hub. Maybe this network wants you to" in worded(
        HubAccounts(clock=clock).account().problem
    )


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("dumpling-lora", "anna/dumpling-lora"),
        (" anna/dumpling-lora/ ", "anna/dumpling-lora"),
        ("cats/dumpling.v2", "cats/dumpling.v2"),
    ],
)
def test_a_name_alone_is_ones_own(written: str, name: str) -> None:
    assert repository_named(written, ANNA) == name


@pytest.mark.parametrize("written", ["", "a b", "anna/a/b", "-x", "x..y", "x" * 97, "käse", "x.git"])
def test_what_the_hub_takes_for_no_name_is_refused(written: str) -> None:
    with pytest.raises(StudioError, match="cannot be a name on the Hub"):
        repository_named(written, ANNA)


def test_nobody_publishes_in_anothers_name() -> None:
    with pytest.raises(StudioError, match=r"is of anna, and cannot publish as bert; fine are: anna, cats"):
        repository_named("bert/dumpling", ANNA)
