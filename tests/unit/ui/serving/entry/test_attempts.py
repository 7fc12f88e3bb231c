"""How long one waits after wrong passwords, on a clock that goes on when told."""

from collections.abc import Callable

import pytest

from tests.clock import Clock
from ui.serving.callers import BEHIND_A_PROXY
from ui.serving.entry.attempts import MOST_KEYS, Attempts, Guesses


def test_the_wait_doubles_and_has_an_end() -> None:
    clock = Clock()
    attempts = Attempts(free=3, longest_seconds=20, clock=clock)
    waits = []
    for _ in range(9):
        attempts.wrong("9.9.9.9")
        waits.append(attempts.seconds_to_wait("9.9.9.9"))
        clock.now += waits[-1]
        assert attempts.seconds_to_wait("9.9.9.9") == 0
    assert waits == [0, 0, 2, 4, 8, 16, 20, 20, 20]
    assert attempts.seconds_to_wait("8.8.8.8") == 0
    clock.now += 3601
    attempts.wrong("9.9.9.9")
    assert attempts.seconds_to_wait("9.9.9.9") == 0, "an hour of quiet is forgiven"


def test_a_right_password_is_forgiven_and_the_memory_has_bounds() -> None:
    attempts = Attempts(free=1, longest_seconds=20, clock=Clock())
    attempts.wrong("first")
    attempts.forget("first")
    assert attempts.seconds_to_wait("first") == 0
    for number in range(MOST_KEYS + 5):
        attempts.wrong(str(number))
    assert len(attempts._tries) == MOST_KEYS
    assert attempts.seconds_to_wait("0") == 0
    assert attempts.seconds_to_wait(str(MOST_KEYS)) == 2


def tried_in_an_hour(address_of: Callable[[int], str]) -> int:
    """How many of a thousand tries at wrong passwords, 3.6 seconds apart, are looked at in an hour."""
    clock = Clock()
    guesses = Guesses(clock)
    looked_at = 0
    for number in range(1000):
        if guesses.seconds_to_wait(address_of(number), None) == 0:
            guesses.begin(address_of(number), None)
            looked_at += 1
        clock.now += 3.6
    return looked_at


@pytest.mark.parametrize(
    "address_of",
    [
        lambda _number: "9.9.9.9",
        lambda number: f"9.9.{number // 200}.{number % 200}",
        lambda _number: BEHIND_A_PROXY,
        lambda number: [BEHIND_A_PROXY, f"9.9.{number // 200}.{number % 200}"][number % 2],
        lambda _number: "127.0.0.1",
    ],
    ids=["one address", "many addresses", "a share link", "both", "this computer"],
)
def test_of_a_thousand_wrong_passwords_in_an_hour_less_than_a_hundred_are_tried(
    address_of: Callable[[int], str],
) -> None:
    assert tried_in_an_hour(address_of) < 100


def test_however_many_try_from_elsewhere_nobody_locks_out_the_owners_computer_or_a_browser_that_is_known() -> None:
    guesses = Guesses(Clock())
    for number in range(500):
        guesses.begin(BEHIND_A_PROXY, None)
        guesses.begin(f"9.9.9.{number % 250}", None)
    assert guesses.seconds_to_wait("8.8.8.8", None) == 60
    assert guesses.seconds_to_wait("127.0.0.1", None) == 0
    assert guesses.seconds_to_wait(BEHIND_A_PROXY, "her browser") == 0
    for _ in range(7):
        guesses.begin(BEHIND_A_PROXY, "her browser")
    assert guesses.seconds_to_wait(BEHIND_A_PROXY, "her browser") == 8, "it is counted for itself"


def test_right_passwords_close_nothing() -> None:
    guesses = Guesses(Clock())
    for number in range(300):
        assert guesses.seconds_to_wait(f"9.9.9.{number % 7}", None) == 0
        guesses.begin(f"9.9.9.{number % 7}", None)
        guesses.right(f"9.9.9.{number % 7}", None)
