"""Which cases of a test are run each time, and which only by scripts/test --all."""

from collections.abc import Collection, Iterable
from typing import Any

import pytest

COLLECTED = pytest.StashKey[list[pytest.Item]]()  # every test that was found, also those that this run leaves out


def with_slow(values: Iterable[Any], quick: Collection[Any]) -> list[Any]:
    """`values` for pytest.mark.parametrize: those in `quick` as they are, all others marked slow.

    A tuple holds values for several names.
    """
    return [
        value
        if value in quick
        else pytest.param(*(value if isinstance(value, tuple) else (value,)), marks=pytest.mark.slow)
        for value in values
    ]
