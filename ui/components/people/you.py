"""Who is logged in, where, and with which password."""

from collections.abc import Callable
from typing import Any

from studio.people.account import Account
from studio.people.people import People
from studio.people.person import Person
from studio.words import Listing, say
from ui.components.markup import Html, moment, text
from ui.components.people.forms import act_form, field, part
from ui.errors import in_sentences
from ui.forms import wire
from ui.people import asking

MOST_MOMENTS = 3  # of browsers, the ones used last


def you_handlers(people: People) -> list[Callable[..., Any]]:
    """What the forms of this part ask for. Whoever is logged out by it is told `gone`, the path to log in at."""

    @in_sentences
    def change_password(wish: object) -> dict[str, Any]:
        current, new = (wire.a_password(wire.event_value(wish, name)) for name in ("current", "new"))
        people.set_password(asking(), current, new)
        return {"gone": "./", "said": say("account-password-changed"), "button": say("account-log-in-again")}

    @in_sentences
    def log_out_everywhere(_wish: object) -> dict[str, Any]:
        people.end_sessions(asking())
        return {"gone": "./"}

    return [change_password, log_out_everywhere]


def you_html(people: People, person: Person) -> str:
    """The part as it stands."""
    account = people.me(person)
    return part(
        "you",
        say("account-you"),
        f"<p>{_who(people, account)}</p>{_where(people, person)}"
        f'<div class="account-buttons">{_log_out()}{_log_out_everywhere()}</div>{_change_password(account)}',
    )


def _who(people: People, account: Account) -> str:
    name = Html(f"<b>{text(account.name)}</b>")
    if account.is_owner:
        return say("account-owner", name=name)
    said = say("account-guest", name=name, owner=Html(text(people.owner_name)))
    return f"{said} {say('account-with-hub', name=Html(text(account.hub_user)))}" if account.hub_user else said


def _where(people: People, person: Person) -> str:
    used = people.sessions(person)
    if not used:
        return ""
    moments = Listing([moment(one) for one in used], most=MOST_MOMENTS, style="semicolon")
    return f'<p class="hint">{say("account-browsers", count=len(used), moments=moments)}</p>'


def _log_out() -> str:
    button = f'<button type="submit" class="small-button">{text(say("account-log-out"))}</button>'
    return f'<form class="account-form" data-post="./logout">{button}</form>'


def _log_out_everywhere() -> str:
    label = say("account-log-out-everywhere")
    return act_form("log_out_everywhere", label, question=(say("account-log-out-everywhere-sure"), label))


def _change_password(account: Account) -> str:
    if account.hub_user:
        return ""
    help_text = say("account-password-help-owner" if account.is_owner else "account-password-help")
    # The name, for whatever keeps passwords.
    fields = (
        f'<input type="text" name="username" value="{text(account.name)}" autocomplete="username" hidden>'
        + field("current", say("account-password-current"), type="password", complete="current-password")
        + field("new", say("account-password-new"), type="password", complete="new-password")
    )
    form = act_form("change_password", say("account-password-button"), fields=fields)
    return (
        f'<details class="fold" data-fold="password"><summary>{text(say("account-password"))}</summary>'
        f'<p class="hint">{text(help_text)}</p>{form}</details>'
    )
