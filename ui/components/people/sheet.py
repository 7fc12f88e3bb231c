"""The sheet of one's own account: who one is, one's guests, things and programs; and the way to it in the header."""

from collections.abc import Callable
from typing import Any

import gradio as gr

from studio.people.people import People
from studio.people.person import Person
from studio.studio import Studio
from studio.words import say
from ui.components.markup import text
from ui.components.people.guests import guest_handlers, guests_html
from ui.components.people.programs import program_handlers, programs_html
from ui.components.people.things import thing_handlers, things_html
from ui.components.people.you import you_handlers, you_html
from ui.components.places import ACCOUNT
from ui.components.scripts import script
from ui.errors import in_sentences
from ui.people import asking
from ui.served_files import ServedFiles

_PERSON = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20.5c1.2-4 4.3-5.5 8-5.5s6.8 1.5 8 5.5"  # in a field of 24 by 24


def account_sheet(studio: Studio, served: ServedFiles) -> None:
    """Lay the sheet out and wire it. What is in it is asked for whenever it is opened (ui/assets/people/account.js)."""
    title, close = text(_title(studio.people)), text(say("account-close"))
    gr.HTML(
        f'<header class="sheet-head"><h2 tabindex="-1">{title}</h2>'
        f'<a class="sheet-close" href="#home" aria-label="{close}">×</a></header>',
        elem_id="account-head", apply_default_css=False,
    )  # fmt: skip
    gr.HTML(
        "",
        elem_id="account-parts",
        html_template='<div class="account-parts"></div>',
        js_on_load=script(
            "page/nodes", "pictures/snackbar", "people/account", place=ACCOUNT,
            words={
                "away": say("server-away"),
                "copied": say("account-copied"),
                "stay": say("account-stay"),
                "wait": say("account-wait"),
            },
        ),
        apply_default_css=False,
        server_functions=account_handlers(studio, served),
    )  # fmt: skip


def account_handlers(studio: Studio, served: ServedFiles) -> list[Callable[..., Any]]:
    """What the sheet asks the server for, by the names of these functions."""

    @in_sentences
    def account_parts(_wish: object) -> dict[str, Any]:
        return {"html": account_html(studio, asking())}

    return [
        account_parts,
        *you_handlers(studio.people),
        *guest_handlers(studio),
        *thing_handlers(studio, served),
        *program_handlers(studio.people),
    ]


def account_html(studio: Studio, person: Person) -> str:
    """All parts for a person. Where nobody logs in there are only things."""
    people = studio.people
    if not people.asks:
        return things_html(studio, person)
    guests = guests_html(studio, person) if people.me(person).is_owner else ""
    return f"{you_html(people, person)}{guests}{things_html(studio, person)}{programs_html(people, person)}"


def account_link_html(people: People, person: Person | None) -> str:
    """The link in the header: the person's name, or whose things they are; None: nobody asks yet."""
    name = people.me(person).name if person is not None else ""
    label = text(say("account-link", name=name) if name else _title(people))
    return (
        f'<a class="account-link" href="#{ACCOUNT}" aria-label="{label}" title="{label}">'
        f'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{_PERSON}"/></svg>'
        f"{f'<span>{text(name)}</span>' if name else ''}</a>"
    )


def _title(people: People) -> str:
    return say("account-title") if people.asks else say("things-title")
