"""What LoRAs change in the text encoders, put on while prompts are encoded; the weights are the same again after it."""

from collections.abc import Hashable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from weakref import ref

from torch import nn

from pipeline.loras import lora
from pipeline.loras.lora import Lora

_STATE = "_cuddle_state"  # under which a text encoder keeps its state, with the number of changes for which it holds
_CHANGES = "_cuddle_changes"  # and what counts them


@contextmanager
def attached(text_encoders: Sequence[nn.Module], choices: Sequence[tuple[Lora, float]]) -> Iterator[None]:
    """Inside the block prompts are encoded as these LoRAs, at these strengths, learned them; most change nothing here.

    What is encoded inside holds for these choices alone: state_of() tells it from what holds for other ones.
    """
    with ExitStack() as stack:
        for place, text_encoder in enumerate(text_encoders):
            wanted = [(one, strength) for one, strength in choices if strength and _changes_words(one, place)]
            if wanted:
                stack.enter_context(_attached(text_encoder, place, wanted))
        yield


def _changes_words(one: Lora, place: int) -> bool:
    return len(one.text_layers) > place and bool(one.text_layers[place])


@contextmanager
def _attached(text_encoder: nn.Module, place: int, wanted: Sequence[tuple[Lora, float]]) -> Iterator[None]:
    parts = [(Lora(name=one.name, layers=one.text_layers[place]), strength) for one, strength in wanted]
    before = state_of(text_encoder)
    inside = before, tuple((ref(one), strength) for one, strength in wanted)
    with ExitStack() as stack:
        stack.enter_context(lora.attached(text_encoder, parts))
        _know(text_encoder, inside)
        try:
            yield
        finally:
            is_untouched = state_of(text_encoder) == inside
            stack.close()
            if is_untouched:
                _know(text_encoder, before)


def state_of(text_encoder: nn.Module) -> Hashable:
    """What its weights are: as long as it is equal, so is what the text encoder says.

    The same LoRAs at the same strengths give an equal one, although their sum is written anew; and so does what was
    there before them when they are off. After any other change of a weight it is one that never was.
    """
    changes = _changes(text_encoder)
    known_for, state = text_encoder.__dict__.get(_STATE, (None, None))
    return state if known_for == changes else changes


def _know(text_encoder: nn.Module, state: Hashable) -> None:
    text_encoder.__dict__[_STATE] = _changes(text_encoder), state


def _changes(text_encoder: nn.Module) -> int:
    counted = text_encoder.__dict__.get(_CHANGES)
    if counted is None:
        counted = text_encoder.__dict__[_CHANGES] = lora.Changes([text_encoder])
    return counted.count()
