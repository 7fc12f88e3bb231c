"""What is looked at in a body before anything is made of it."""

import asyncio
import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers
from starlette.types import Message

from ui.serving.bodies import (
    JSON_DEPTH,
    JSON_ITEMS,
    BodyTooLarge,
    BodyTooSlow,
    PartCounter,
    is_simple,
    read_body,
)

json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(json_values)
def test_what_the_page_sends_is_simple(value: object) -> None:
    assert is_simple(json.dumps(value).encode())


@given(st.text(alphabet='[]{}"\\,: a', max_size=200))
def test_brackets_inside_of_texts_are_no_levels(text: str) -> None:
    assert is_simple(json.dumps({"prompt": text + "[" * 100 + '"' * 3 + "\\"}).encode())


@given(st.binary(max_size=300))
def test_no_bytes_are_too_strange_to_be_judged(body: bytes) -> None:
    assert is_simple(body)


def test_too_many_values_or_levels_are_seen() -> None:
    assert not is_simple(b"[]," * JSON_ITEMS)
    assert is_simple(b"[" * JSON_DEPTH + b"]" * JSON_DEPTH)
    assert not is_simple(b"[" * (JSON_DEPTH + 1))
    assert not is_simple(b'{"a":[' * (JSON_DEPTH // 2 + 1))
    assert is_simple(b"[[]," * 50 + b"]" * 50)
    assert is_simple(b'"' * 900_000), "a text that never ends takes no time"


def test_a_body_is_read_so_far_and_so_long() -> None:
    asyncio.run(_read_bodies())


async def _read_bodies() -> None:
    async def drips() -> Message:
        await asyncio.sleep(0.01)
        return {"type": "http.request", "body": b"x", "more_body": True}

    async def leaves() -> Message:
        return {"type": "http.disconnect"}

    with pytest.raises(BodyTooLarge):
        await read_body(Headers(), drips, 5, 10.0)
    with pytest.raises(BodyTooLarge):
        await read_body(Headers({"content-length": "6"}), leaves, 5, 10.0)
    with pytest.raises(BodyTooSlow):
        await read_body(Headers(), drips, 1_000, 0.05)
    with pytest.raises(BodyTooSlow):
        await read_body(Headers(), leaves, 5, 10.0)


@given(st.integers(1, 5), st.lists(st.integers(1, 40), min_size=1, max_size=10))
def test_parts_are_counted_wherever_the_body_is_cut(count: int, cuts: Sequence[int]) -> None:
    body = b"".join(b"--a-boundary\r\n\r\nwords--a-bound" for _ in range(count)) + b"--a-boundary--\r\n"
    counter, at, place = PartCounter('multipart/form-data; boundary="a-boundary"'), 0, 0
    while at < len(body):
        size = cuts[place % len(cuts)]
        counter.add(body[at : at + size])
        at, place = at + size, place + 1
    assert counter.parts == count + 1
