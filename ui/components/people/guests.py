"""The owner's guests: invitations, who they are, what they take up."""

from collections.abc import Callable
from typing import Any

from studio.people.account import Account, Invitation
from studio.people.limits import LIMITS, Usage
from studio.people.people import only_the_owner
from studio.people.person import Person
from studio.studio import Studio
from studio.words import say
from ui.components.markup import good_news, moment, text
from ui.components.people.forms import act_form, field, part, replaced, shown_once
from ui.components.people.things import amount_words
from ui.errors import in_sentences
from ui.forms import wire
from ui.forms.rows import invitation_path
from ui.people import asking


def remove_with_everything(studio: Studio, person: Person, guest: Person) -> Account:
    """Remove a guest, and all that is hers. Gives who that was. Errors: NotAllowed, NotFound."""
    only_the_owner(person)
    account = studio.people.me(guest)
    studio.leaving.remove_guest(person, guest)
    return account


def guest_handlers(studio: Studio) -> list[Callable[..., Any]]:
    """What the forms of this part ask for; all of them are the owner's."""
    people = studio.people

    @in_sentences
    def invite(_wish: object) -> dict[str, Any]:
        invitation = people.invite(asking())
        return replaced("guests", guests_html(studio, asking(), fresh=invitation))

    @in_sentences
    def revoke_invitation(wish: object) -> dict[str, Any]:
        people.revoke_invitation(asking(), wire.an_id("field-invitation", wire.event_value(wish, "id")))
        return replaced("guests", guests_html(studio, asking()))

    @in_sentences
    def remove_guest(wish: object) -> dict[str, Any]:
        guest = Person(wire.an_id("field-guest", wire.event_value(wish, "id")))
        account = remove_with_everything(studio, asking(), guest)
        return replaced("guests", guests_html(studio, asking(), said=say("guests-removed", name=account.name)))

    @in_sentences
    def set_limits(wish: object) -> dict[str, Any]:
        only_the_owner(asking())
        guest = Person(wire.an_id("field-guest", wire.event_value(wish, "id")))
        limits = {name: wire.a_whole_number("field-most", wire.event_value(wish, name)) for name in LIMITS}
        account = people.set_limits(asking(), guest, limits)
        return replaced("guests", guests_html(studio, asking(), said=say("guests-limits-kept", name=account.name)))

    return [invite, revoke_invitation, remove_guest, set_limits]


def guests_html(studio: Studio, person: Person, *, fresh: Invitation | None = None, said: str = "") -> str:
    """The part as it stands. `fresh`: an invitation that was made just now. Errors: NotAllowed."""
    invite = act_form("invite", say("guests-invite"), is_main=True)
    waiting = [one for one in studio.people.invitations(person) if fresh is None or one.id != fresh.id]
    return part(
        "guests",
        say("guests-title"),
        f'<p class="hint">{text(say("guests-help"))}</p>{good_news(said)}{_guests(studio, person)}{invite}'
        f"{_fresh(fresh) if fresh else ''}{_waiting(waiting)}",
    )


def _guests(studio: Studio, person: Person) -> str:
    rows = [_guest(usage) for usage in studio.people.usages(person) if not usage.account.is_owner]
    if not rows:
        return f'<p class="hint">{text(say("guests-nobody"))}</p>'
    return f'<ul class="account-rows">{"".join(rows)}</ul>'


def _guest(usage: Usage) -> str:
    """One guest's row."""
    account = usage.account
    takes = f'<p class="hint">{text(amount_words(usage))}</p>'
    remove = act_form(
        "remove_guest", say("guests-remove"), values={"id": account.person.id}, about=account.name, is_for_good=True,
        question=(say("guests-remove-sure", name=account.name), say("guests-remove")),
    )  # fmt: skip
    since = say("guests-since", since=moment(account.created_at))
    who = f'<b>{text(account.name)}</b> <span class="hint">{since}</span>'
    return f"<li><div>{who}{takes}{_limits(usage)}</div>{remove}</li>"


def _limits(usage: Usage) -> str:
    """What the guest may take up, to be changed."""
    account = usage.account
    fields = "".join(
        field(name, say(f"guests-most-{name.replace('_', '-')}"), type="number", value=str(most))
        for name, most in usage.limits.items()
    )
    form = act_form(
        "set_limits", say("guests-limits-button"), values={"id": account.person.id},
        fields=f'<div class="account-numbers">{fields}</div>',
    )  # fmt: skip
    label = text(say("guests-limits", name=account.name))
    return f'<details class="fold" data-fold="limits-{account.person.id}"><summary>{label}</summary>{form}</details>'


def _fresh(invitation: Invitation) -> str:
    link = shown_once(say("guests-link"), invitation_path(invitation), is_address=True)
    help_text = say("guests-link-help", until=moment(invitation.expires_at))
    return f'<div class="account-news">{link}<p>{help_text}</p></div>'


def _waiting(invitations: list[Invitation]) -> str:
    if not invitations:
        return ""
    rows = "".join(_invitation(one) for one in invitations)
    return f'<h4>{text(say("guests-invitations"))}</h4><ul class="account-rows">{rows}</ul>'


def _invitation(invitation: Invitation) -> str:
    made, until = moment(invitation.created_at), moment(invitation.expires_at)
    revoke = act_form(
        "revoke_invitation", say("guests-take-back"), values={"id": invitation.id},
        question=(say("guests-take-back-sure"), say("guests-take-back")),
    )  # fmt: skip
    return f"<li><p>{say('guests-invitation', made=made, until=until)}</p>{revoke}</li>"
