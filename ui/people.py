"""Who asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from studio.people.person import OWNER, Person

_asking: ContextVar[Person] = ContextVar("asking", default=OWNER)


def asking() -> Person:
    """The person whom the request that is being answered comes from.

    It is called while a request is answered, never while the page is laid out.
    """
    return _asking.get()


@contextmanager
def asked_by(person: Person) -> Iterator[None]:
    """Answer a request of this person until the block ends."""
    before = _asking.set(person)
    try:
        yield
    finally:
        _asking.reset(before)
