"""What scripts/test leaves out unless it is asked for everything, and what is proven each time all the same."""

import pytest

from tests.slow import COLLECTED


def function_of(item: pytest.Item) -> str:
    """FILE::NAME of a test, without its values."""
    return item.nodeid.partition("[")[0]


def test_each_slow_test_has_a_quick_sibling(request: pytest.FixtureRequest) -> None:
    collected = request.config.stash[COLLECTED]
    slow = {item: marker for item in collected if (marker := item.get_closest_marker("slow"))}
    quick = {function_of(item) for item in collected if item not in slow}
    files = {item.nodeid.partition("::")[0] for item in collected}
    alone = []
    for item, marker in slow.items():
        file = item.nodeid.partition("::")[0]
        sibling = marker.kwargs.get("quick_sibling", function_of(item))
        sibling = sibling if "::" in sibling else f"{file}::{sibling}"
        if sibling not in quick and sibling.partition("::")[0] in files:
            alone.append(f"{item.nodeid} (its quick sibling: {sibling})")
    assert alone == []
