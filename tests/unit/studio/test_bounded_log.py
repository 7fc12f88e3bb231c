"""A log that nobody can fill the disk with."""

import io
import logging

from studio.bounded_log import BoundedStream
from tests.clock import Clock


def test_beyond_a_minutes_share_lines_are_counted_and_not_written() -> None:
    clock, written = Clock(), io.StringIO()
    stream = BoundedStream(written, characters=100, clock=clock)
    for number in range(1_000):
        stream.write(f"line {number:04}\n")
    assert written.getvalue() == "".join(f"line {number:04}\n" for number in range(10))
    clock.now += 59.0
    stream.write("still too much\n")
    clock.now += 1.0
    stream.write("a new minute\n")
    assert written.getvalue().splitlines()[10:] == [
        "(991 lines were left out here: too much came in a minute.)", "a new minute",
    ]  # fmt: skip


def test_a_quiet_log_is_passed_on_as_it_is() -> None:
    clock, written = Clock(), io.StringIO()
    stream = BoundedStream(written, characters=100, clock=clock)
    logger = logging.Logger("test")
    logger.addHandler(logging.StreamHandler(stream))
    for number in range(50):
        logger.info("all is well %d", number)
        clock.now += 60.0
    assert written.getvalue().count("all is well") == 50
    assert "left out" not in written.getvalue()
    stream.write("printed\n")
    stream.flush()
    assert written.getvalue().endswith("printed\n")
