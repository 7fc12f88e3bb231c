"""Who asks."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import gradio as gr

from studio.people.person import Person

_asking: ContextVar[Person] = ContextVar("asking")


@dataclass(frozen=True, kw_only=True, slots=True)
class Caller:
    """One who sends a request.

    Attributes:
        address: an IP address, or what stands for several; see ui.serving.callers.
        who: the person; None for somebody who has not logged in.
        session: the secret of her session or her token; None where nobody must log in, and `who` is the owner.
    """

    address: str
    who: Person | None = None
    session: str | None = None

    @property
    def counted_as(self) -> str:
        """Whom shares are counted for: one browser or program of somebody who has logged in, else an address."""
        return self.session or self.address


def caller_of(request: Any) -> Caller:
    """Who sends a request, as Login wrote into it. gradio's own requests, which handlers get, hold starlette's."""
    return getattr(request, "request", request).scope["state"]["caller"]


def asking() -> Person:
    """The person whom the request that is being answered comes from.

    It is called while a request is answered, never while the page is laid out: then nobody asks, and it raises
    LookupError.
    """
    return _asking.get()


def somebody_asks() -> bool:
    """Whether a request is being answered."""
    return _asking.get(None) is not None


@contextmanager
def asked_by(person: Person) -> Iterator[None]:
    """Answer a request of this person until the block ends."""
    before = _asking.set(person)
    try:
        yield
    finally:
        _asking.reset(before)


def whose(request: Any) -> Person:
    """The person whom a request within the door comes from."""
    who = caller_of(request).who
    assert who is not None  # the door answers nobody else's
    return who


def around_handlers(page: gr.Blocks, around: Callable[[Any], AbstractContextManager[None]]) -> None:
    """Have all handlers of a page run within what `around` gives for the request that they answer.

    What waits in gradio's queue is answered by a task of the queue's, which knows the request but is not within it.
    """
    process = page.process_api

    async def process_api(*values: Any, request: Any = None, **named: Any) -> dict[str, Any]:
        first: Any = request[0] if request and isinstance(request, list) else request
        if first is None:
            return await process(*values, request=request, **named)
        with around(first):
            return await process(*values, request=request, **named)

    page.process_api = process_api  # type: ignore[method-assign] - gradio would write a .pyi for a subclass


def answer_who_asks(page: gr.Blocks) -> None:
    """Have all handlers of a page answer the person whom the request comes from.

    The door (ui.serving.entry.login) has written into the request who that is.
    """
    around_handlers(page, lambda request: asked_by(whose(request)))
