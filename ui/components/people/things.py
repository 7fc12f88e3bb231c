"""All that somebody has: how much it is, and taking it along or deleting it."""

from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import Any

from studio.checks import shown
from studio.errors import StudioError
from studio.people.account import account_name_key
from studio.people.limits import Usage
from studio.people.person import OWNER, Person
from studio.studio import Studio
from studio.words import Listing, Message, say
from ui import words
from ui.components.markup import good_news, text
from ui.components.people.forms import act_form, field, part, replaced
from ui.components.pictures.archives import ArchiveFolders
from ui.errors import in_sentences
from ui.forms import wire
from ui.people import asking
from ui.served_files import ServedFiles

EVERYTHING_NAME = "cuddle-everything.zip"


def thing_handlers(studio: Studio, served: ServedFiles) -> list[Callable[..., Any]]:
    """What the forms of this part ask for."""

    zips = ArchiveFolders(served)

    @in_sentences
    def take_everything(_wish: object) -> dict[str, Any]:
        copy = everything_of(studio, zips, asking())
        said = things_html(studio, asking(), said=say("things-taken"))
        return {**replaced("things", said), "url": served.address_of(copy), "name": EVERYTHING_NAME}

    @in_sentences
    def delete_everything(wish: object) -> dict[str, Any]:
        typed = wire.a_text("field-typed", wire.event_value(wish, "typed"))
        said = delete_with_everything(studio, asking(), typed)
        if studio.people.asks:  # she is logged out
            return {"gone": "./", "said": said, "button": say("account-close")}
        return replaced("things", things_html(studio, asking(), said=said))

    return [take_everything, delete_everything]


def everything_of(studio: Studio, zips: ArchiveFolders, person: Person) -> Path:
    """A zip of everything, for the one who asks to fetch."""
    target = zips.new() / EVERYTHING_NAME
    studio.leaving.take_everything(person, target)
    return target


def delete_with_everything(studio: Studio, person: Person, typed: str) -> str:
    """Delete all that the person has, where she typed what it takes. Gives a sentence about what went.

    Errors: StudioError where she typed anything else.
    """
    word = word_to_type(studio, person)
    if account_name_key(typed) != account_name_key(word):
        raise StudioError("things-typed-wrong", word=word, typed=shown(typed))
    return say(studio.leaving.delete_everything(person).message)


def word_to_type(studio: Studio, person: Person) -> str:
    """What is typed before everything goes: one's name, or a word where nobody has one."""
    return studio.people.me(person).name or say("things-word")


def amount_words(usage: Usage) -> str:
    """What somebody takes up: "1.4 GB on the disk · 12 minutes of work today · 2 jobs wait"."""
    used = usage.used
    return say(
        "things-usage",
        size=words.size(round(used["disk_gb"] * 1_000_000_000)),
        minutes=round(used["minutes_a_day"]),
        jobs=round(used["waiting_jobs"]),
    )


def things_html(studio: Studio, person: Person, *, said: str = "") -> str:
    """The part as it stands."""
    takes = f'<p class="hint">{text(amount_words(studio.people.usage(person)))}</p>'
    return part(
        "things",
        say("things-title"),
        f"<p>{text(_how_much(studio, person))}</p>{takes}{good_news(said)}{_leaving_html(studio, person)}",
    )


def _how_much(studio: Studio, person: Person) -> str:
    subjects = studio.subjects.list(person)
    counts = {
        "things-subjects": len(subjects),
        "things-photos": sum(len(subject.photo_files) for subject in subjects),
        "things-pictures": sum(day.count for day in studio.pictures.days(person, UTC)),
    }
    told = [Message(key, count=count) for key, count in counts.items() if count]
    return say("things-how-much", things=Listing(told, most=None)) if told else say("things-none")


def _leaving_html(studio: Studio, person: Person) -> str:
    word, what_goes = word_to_type(studio, person), say("things-delete-help")
    if person != OWNER:
        what_goes += f" {say('things-delete-account')}"
    take = act_form("take_everything", say("things-take"))
    typed = field("typed", say("things-type", word=word))
    delete = act_form(
        "delete_everything", say("things-delete-button"), fields=typed,
        question=(say("things-delete-sure"), say("things-delete-button")), is_for_good=True,
    )  # fmt: skip
    return (
        f'<p class="hint">{text(say("things-take-help"))}</p><div class="account-buttons">{take}</div>'
        f'<details class="fold" data-fold="delete-everything"><summary>{text(say("things-delete"))}</summary>'
        f'<p class="hint">{text(what_goes)}</p>{delete}</details>'
    )
