"""How long one waits after wrong passwords, on a clock that goes on when told."""

from tests.clock import Clock
from ui.serving.attempts import MOST_KEYS, Attempts
from ui.serving.callers import BEHIND_A_PROXY
from ui.serving.login import Guesses, long_password


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


def test_many_addresses_together_slow_a_name_down_and_lock_nobody_out_for_long() -> None:
    clock = Clock()
    guesses = Guesses(clock)
    for number in range(200):
        guesses.wrong(f"9.9.9.{number}", None, "anna")
    assert guesses.seconds_to_wait("8.8.8.8", None, "anna") == 10
    assert guesses.seconds_to_wait("8.8.8.8", None, "berta") == 0
    assert guesses.seconds_to_wait("8.8.8.8", "her browser", "anna") == 0


def test_a_share_link_is_never_closed_for_long() -> None:
    guesses = Guesses(Clock())
    for _ in range(500):
        guesses.wrong(BEHIND_A_PROXY, None, "anna")
    assert guesses.seconds_to_wait(BEHIND_A_PROXY, None, "berta") == 3
    assert guesses.seconds_to_wait(BEHIND_A_PROXY, "her browser", "anna") == 0
    for _ in range(7):
        guesses.wrong(BEHIND_A_PROXY, "her browser", "anna")
    assert guesses.seconds_to_wait(BEHIND_A_PROXY, "her browser", "anna") == 8, "it is counted for itself"


def test_a_password_that_is_made_is_long_and_new() -> None:
    assert len(long_password()) >= 24
    assert long_password() != long_password()
