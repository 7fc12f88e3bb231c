"""One's account, and what the owner does for guests."""

from typing import Any

import gradio as gr
from gradio.events import api

from studio.people.person import Person
from studio.studio import Studio
from ui.api.endpoints import endpoint
from ui.components.people.guests import remove_with_everything
from ui.components.people.things import delete_with_everything, everything_of
from ui.components.pictures.archives import ArchiveFolders
from ui.errors import explained
from ui.forms import rows, wire
from ui.people import asking
from ui.served_files import ServedFiles


def add_account(studio: Studio, served: ServedFiles) -> None:
    people, zips = studio.people, ArchiveFolders(served)

    @explained
    def account() -> dict[str, Any]:
        """Who asks: her name, whether this Cuddle is hers, and when each of her browsers was used last."""
        return rows.account_row(people.me(asking()), people.sessions(asking()))

    @explained
    def change_password(current: object, new: object) -> dict[str, Any]:
        """Change one's password. It logs out every browser; tokens still hold."""
        people.set_password(asking(), wire.a_password(current), wire.a_password(new))
        return {"changed": True}

    @explained
    def log_out_everywhere() -> dict[str, Any]:
        """Log out every browser, at once; tokens still hold."""
        return {"ended": people.end_sessions(asking())}

    @explained
    def new_token(label: str) -> dict[str, Any]:
        """A token for a program, with its secret, which is never told again."""
        return rows.token_row(people.new_token(asking(), wire.a_text("field-label", label)))

    @explained
    def tokens() -> list[dict[str, Any]]:
        """One's tokens, newest first, without their secrets."""
        return [rows.token_row(token) for token in people.tokens(asking())]

    @explained
    def revoke_token(id: str) -> dict[str, Any]:
        """Have a token hold no longer."""
        people.revoke_token(asking(), wire.an_id("field-token", id))
        return {"revoked": id}

    @explained
    def take_everything() -> str:
        """One zip of all that one has."""
        return str(everything_of(studio, zips, asking()))

    @explained
    def delete_everything(typed: str) -> dict[str, Any]:
        """Delete all that one has; typed: one's name (where nobody logs in, the word that the page names)."""
        return {"told": delete_with_everything(studio, asking(), wire.a_text("field-typed", typed))}

    for handler in (account, change_password, log_out_everywhere, new_token, tokens, revoke_token, delete_everything):
        api(handler, api_name=handler.__name__)
    endpoint(take_everything, "take_everything", {}, [gr.File(visible=False)])


def add_guests(studio: Studio) -> None:
    people = studio.people

    @explained
    def invite() -> dict[str, Any]:
        """A link for one guest, relative to the page; it works once, and is never told again. The owner's to ask."""
        return rows.invitation_row(people.invite(asking()))

    @explained
    def invitations() -> list[dict[str, Any]]:
        """The invitations that hold, newest first, without their links. The owner's to ask."""
        return [rows.invitation_row(one) for one in people.invitations(asking())]

    @explained
    def revoke_invitation(id: str) -> dict[str, Any]:
        """Have an invitation hold no longer. The owner's to ask."""
        people.revoke_invitation(asking(), wire.an_id("field-invitation", id))
        return {"revoked": id}

    @explained
    def guests() -> list[dict[str, Any]]:
        """The guests, and what each takes up; never what that is. The owner's to ask."""
        return [rows.guest_row(usage) for usage in people.usages(asking()) if not usage.account.is_owner]

    @explained
    def remove_guest(id: str) -> dict[str, Any]:
        """Remove a guest's account, and all that the guest has. The owner's to ask."""
        guest = remove_with_everything(studio, asking(), Person(wire.an_id("field-guest", id)))
        return {"removed": guest.name}

    @explained
    def let_guests_use(name: str, yes: bool = True) -> dict[str, Any]:
        """Let guests make pictures of a subject, or no longer. The owner's to ask."""
        studio.subjects.let_guests_use(asking(), wire.an_id("field-name", name), yes)
        return {"guests_may_use": yes}

    @explained
    def set_limits(id: str, limits: dict[str, Any]) -> dict[str, Any]:
        """Give a guest these limits, by the names that /guests tells, and else the usual ones. The owner's to ask."""
        numbers = {name: wire.a_whole_number("field-most", most) for name, most in limits.items()}
        account = people.set_limits(asking(), Person(wire.an_id("field-guest", id)), numbers)
        return {"limits": dict(account.limits)}

    for handler in (invite, invitations, revoke_invitation, guests, set_limits, remove_guest, let_guests_use):
        api(handler, api_name=handler.__name__)
