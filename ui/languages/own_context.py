"""What gradio is laying out, for each layout by itself.

Gradio 6.31 keeps the block that it is in, and the number of the next one, in one place for all threads
(gradio.context.Context). A page that is laid out while handlers answer would take numbers from them and they from it,
and a component that a handler makes would end up in the page. Inside `own_context` both are the block's own.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import gradio.context


@dataclass(kw_only=True, slots=True)
class _Values:
    """The attributes of gradio's Context of the same names. `id`: of the next block."""

    id: int = 0
    block: Any = None
    root_block: Any = None


class _OwnOrShared:
    """Stands for gradio's Context: its attributes are those of this thread or task, where it has some of its own."""

    token: str | None = None

    def __init__(self, shared: _Values) -> None:
        self._shared = shared

    @property
    def _here(self) -> _Values:
        return _own.get() or self._shared

    id = property(lambda self: self._here.id, lambda self, value: setattr(self._here, "id", value))
    block = property(lambda self: self._here.block, lambda self, value: setattr(self._here, "block", value))
    root_block = property(
        lambda self: self._here.root_block, lambda self, value: setattr(self._here, "root_block", value)
    )


_own: ContextVar[_Values | None] = ContextVar("laid_out", default=None)


def tell_contexts_apart() -> None:
    """Let `own_context` work from now on. Called before anything is laid out; twice is fine."""
    theirs: Any = gradio.context.Context
    if isinstance(theirs, _OwnOrShared):
        return
    ours = _OwnOrShared(_Values(id=theirs.id, block=theirs.block, root_block=theirs.root_block))
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "gradio" and getattr(module, "Context", None) is theirs:
            module.Context = ours  # type: ignore[attr-defined]


def next_id() -> int:
    """The number that the next block gets here."""
    return gradio.context.Context.id


@contextmanager
def own_context(first_id: int) -> Iterator[None]:
    """What is laid out inside, by this thread or task, counts from `first_id` and is in no other block."""
    token = _own.set(_Values(id=first_id))
    try:
        yield
    finally:
        _own.reset(token)
