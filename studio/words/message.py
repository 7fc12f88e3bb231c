"""What is to be said, without its words: the key of a sentence and the values that it names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Value: TypeAlias = "str | int | float | Message | Listing"

AS_WRITTEN = "as-written"  # the key of what has no words of its own: { $text }


class Message:
    """One sentence, or a piece that other sentences name. Equal when key and values are. It cannot be changed.

    Attributes:
        key: in the catalogues: lower case, words with hyphens between.
        values: what the sentence names, by name. An int also chooses between one and several. A Message or a Listing
            is worded in the same language.
    """

    __slots__ = ("key", "values")

    key: str
    values: Mapping[str, Value]

    def __init__(self, key: str, /, **values: Value) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "values", values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} of a message cannot be changed")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and (self.key, self.values) == (other.key, other.values)

    def __hash__(self) -> int:
        return hash((self.key, tuple(sorted(self.values))))

    def __repr__(self) -> str:
        return f"Message({', '.join([repr(self.key), *(f'{name}={value!r}' for name, value in self.values.items())])})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (self.key, dict(self.values))

    def to_json(self) -> dict[str, Any]:
        """As it is kept in a row."""
        return {"key": self.key, "values": {name: _to_json(value) for name, value in self.values.items()}}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Message":
        """What `to_json` gave."""
        return cls(data["key"], **{name: _from_json(value) for name, value in data["values"].items()})


@dataclass(frozen=True, slots=True)
class Listing:
    """Several things in one sentence: "a, b and c".

    Attributes:
        items: what is listed, in order.
        most: with more than that the others are counted: "a, b and 3 more". None: all are named.
        style: "and" or "or" before the last one; "comma" or "semicolon" alone; "sentences" for whole ones, in order.
    """

    items: Sequence[str | Message]
    most: int | None = 5
    style: Literal["and", "or", "comma", "semicolon", "sentences"] = "and"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Listing):
            return False
        return (list(self.items), self.most, self.style) == (list(other.items), other.most, other.style)

    def __hash__(self) -> int:
        return hash((tuple(self.items), self.most, self.style))


def one_after_the_other(sentences: Sequence[Message]) -> Message:
    """Several whole sentences as one message."""
    if len(sentences) == 1:
        return sentences[0]
    return Message("several-sentences", sentences=Listing(tuple(sentences), most=None, style="sentences"))


def as_written(text: str) -> Message:
    """A text that comes with its words: a person's own, or what another program said."""
    return Message(AS_WRITTEN, text=text)


def joined(*messages: Message | None) -> Message | None:
    """Those that there are of several whole sentences, as one message; None where there are none."""
    there = [message for message in messages if message is not None]
    return one_after_the_other(there) if there else None


def _rebuilt(key: str, values: Mapping[str, Value]) -> Message:
    return Message(key, **values)


def _to_json(value: Value) -> Any:
    if isinstance(value, Message):
        return {"message": value.to_json()}
    if isinstance(value, Listing):
        return {"items": [_to_json(item) for item in value.items], "most": value.most, "style": value.style}
    return value


def _from_json(value: Any) -> Value:
    if isinstance(value, dict) and "message" in value:
        return Message.from_json(value["message"])
    if isinstance(value, dict):
        return Listing([_from_json(item) for item in value["items"]], value["most"], value["style"])  # type: ignore[arg-type]
    return value
