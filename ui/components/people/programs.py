"""The tokens with which one's programs log in."""

from collections.abc import Callable
from typing import Any

from studio.people.account import LONGEST_LABEL, ApiToken
from studio.people.people import People
from studio.people.person import Person
from studio.words import say
from ui.components.markup import moment, text
from ui.components.people.forms import act_form, field, part, replaced, shown_once
from ui.errors import in_sentences
from ui.forms import wire
from ui.people import asking

# What a program writes, around the page's address, which the script puts there; the token itself stays out of it.
PYTHON = 'Client("', '", headers={"Authorization": "Bearer cuddle_…"})'


def program_handlers(people: People) -> list[Callable[..., Any]]:
    """What the forms of this part ask for."""

    @in_sentences
    def new_token(wish: object) -> dict[str, Any]:
        token = people.new_token(asking(), wire.a_text("field-label", wire.event_value(wish, "label")))
        return replaced("programs", programs_html(people, asking(), token))

    @in_sentences
    def revoke_token(wish: object) -> dict[str, Any]:
        people.revoke_token(asking(), wire.an_id("field-token", wire.event_value(wish, "id")))
        return replaced("programs", programs_html(people, asking()))

    return [new_token, revoke_token]


def programs_html(people: People, person: Person, fresh: ApiToken | None = None) -> str:
    """The part as it stands. `fresh`: a token that was made just now, whose secret is shown this once."""
    rows = "".join(_row(token) for token in people.tokens(person))
    make = act_form("new_token", say("programs-make"), fields=field("label", say("programs-label"), most=LONGEST_LABEL))
    known = f'<ul class="account-rows">{rows}</ul>' if rows else f'<p class="hint">{text(say("programs-none"))}</p>'
    return part(
        "programs",
        say("programs-title"),
        f'<p class="hint">{text(say("programs-help"))}</p>{_fresh(fresh) if fresh else ""}{known}{make}',
    )


def _fresh(token: ApiToken) -> str:
    before, after = PYTHON
    code = f"<code>{text(before)}<span data-page-address></span>{text(after)}</code>"
    return (
        f'<div class="account-news">{shown_once(say("programs-secret", label=token.label), token.secret)}'
        f"<p>{text(say('programs-secret-help'))}</p>{code}</div>"
    )


def _row(token: ApiToken) -> str:
    made, used = moment(token.created_at), moment(token.used_at)
    when = say("programs-used", made=made, used=used) if used else say("programs-unused", made=made)
    revoke = act_form(
        "revoke_token", say("programs-revoke"), values={"id": token.id}, about=token.label,
        question=(say("programs-revoke-sure", label=token.label), say("programs-revoke")),
    )  # fmt: skip
    return f'<li><div><b>{text(token.label)}</b><p class="hint">{when}</p></div>{revoke}</li>'
