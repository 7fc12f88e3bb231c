"""What LoRAs change in the text encoders, put on while prompts are encoded; the weights are the same again after it."""

from collections.abc import Hashable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from weakref import WeakKeyDictionary, ref

from torch import nn

from pipeline.loras import lora
from pipeline.loras.lora import Lora, WeightVersions


@dataclass(kw_only=True, slots=True)
class _Known:
    """What is known of a text encoder's weights.

    Attributes:
        changes: counts how often they were changed.
        state: what they are.
        holds_for: the number of changes for which `state` holds; None before the first.
    """

    changes: WeightVersions
    state: Hashable = None
    holds_for: int | None = None


_known: WeakKeyDictionary[nn.Module, _Known] = WeakKeyDictionary()


@contextmanager
def merged(text_encoders: Sequence[nn.Module], choices: Sequence[tuple[Lora, float]]) -> Iterator[None]:
    """Inside the block prompts are encoded as these LoRAs, at these strengths, learned them; most change nothing here.

    What is encoded inside holds for these choices alone: state_of() tells it from what holds for other ones.
    """
    with ExitStack() as stack:
        for place, text_encoder in enumerate(text_encoders):
            wanted = [(one, strength) for one, strength in choices if strength and _changes_words(one, place)]
            if wanted:
                stack.enter_context(_merged(text_encoder, place, wanted))
        yield


def _changes_words(one: Lora, place: int) -> bool:
    return len(one.text_layers) > place and bool(one.text_layers[place])


@contextmanager
def _merged(text_encoder: nn.Module, place: int, wanted: Sequence[tuple[Lora, float]]) -> Iterator[None]:
    parts = [(Lora(name=one.name, layers=one.text_layers[place]), strength) for one, strength in wanted]
    before = state_of(text_encoder)
    inside = before, tuple((ref(one), strength) for one, strength in wanted)
    with ExitStack() as stack:
        stack.enter_context(lora.merged(text_encoder, parts))
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
    known = _known_of(text_encoder)
    count = known.changes.count()
    return known.state if known.holds_for == count else count


def _know(text_encoder: nn.Module, state: Hashable) -> None:
    known = _known_of(text_encoder)
    known.state, known.holds_for = state, known.changes.count()


def _known_of(text_encoder: nn.Module) -> _Known:
    if text_encoder not in _known:
        _known[text_encoder] = _Known(changes=WeightVersions([text_encoder]))
    return _known[text_encoder]
