"""The owner's subjects that guests may use: they are in guests' pictures, and nothing else of them is reachable."""

from dataclasses import replace

from studio.people.person import OWNER, Person
from studio.prompts.tokens import name_key
from studio.store import Store
from studio.subjects.subject import Subject


def as_lent(subject: Subject) -> Subject:
    """A subject of the owner as guests see it: no file of it, not even its cover, and not its lesson."""
    return replace(subject, cover_file=None, photo_files=(), lora_files={}, sample_files=(), job_id=None)


def usable_by(store: Store, person: Person) -> list[Subject]:
    """Every subject of the person, newest first, and then those that the owner lends her.

    One of her own that is called the same, or has the same trigger word, wins.
    """
    own = store.subjects.list(person)
    if person == OWNER:
        return own
    names, words = {name_key(one.name) for one in own}, {one.trigger_word for one in own}
    lent = [one for one in store.subjects.list(OWNER) if one.guests_may_use and one.state == "ready"]
    return [*own, *(as_lent(one) for one in lent if name_key(one.name) not in names and one.trigger_word not in words)]
