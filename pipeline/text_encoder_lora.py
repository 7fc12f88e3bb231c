"""What LoRAs change in the text encoders, put on while prompts are encoded; the weights are the same again after it."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from torch import nn

from pipeline import lora
from pipeline.lora import Lora


@contextmanager
def attached(text_encoders: Sequence[nn.Module], choices: Sequence[tuple[Lora, float]]) -> Iterator[None]:
    """Inside the block prompts are encoded as these LoRAs, at these strengths, learned them; most change nothing here.

    What is encoded inside holds for these choices alone, so it must not be kept for other ones.
    """
    with ExitStack() as stack:
        for place, text_encoder in enumerate(text_encoders):
            parts = [(_part(one, place), strength) for one, strength in choices if len(one.text_layers) > place]
            if any(part.layers for part, _ in parts):
                stack.enter_context(lora.attached(text_encoder, parts))
        yield


def _part(one: Lora, place: int) -> Lora:
    return Lora(name=one.name, layers=one.text_layers[place])
