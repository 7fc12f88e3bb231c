"""What was said to be kept is kept, and what was begun ends, whatever dies or fills up meanwhile.

    python -m benchmarks.trouble kills
    python -m benchmarks.trouble faults

Both start app.py with its worker on this computer's processor, and two people teach and create over HTTP meanwhile.
When and what is drawn from --seed; what is at work in that moment hangs on the computer. `faults` needs root of a
Linux, for a small disk.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from benchmarks.hostile.judging import Tally
from benchmarks.trouble.faults import make_trouble
from benchmarks.trouble.kills import kill_at_random


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("which", choices=["kills", "faults"])
    parser.add_argument("--kills", type=int, default=100, help="how many kills (100)")
    parser.add_argument("--faults", type=int, default=20, help="how many other troubles (20)")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="no new ones after so many seconds")
    parser.add_argument("--seed", type=int, default=1, help="what is drawn (1)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="trouble-benchmark-") as temporary:
        if options.which == "kills":
            killed, tally = kill_at_random(options.kills, options.seed, Path(temporary), options.seconds)
            kinds = {f"kills of the {kind}": number for kind, number in sorted(killed.kinds.items())}
            show("kills", tally, kinds | _moments(killed.moments), killed.facts)
        else:
            made, tally = make_trouble(options.faults, options.seed, Path(temporary), options.seconds)
            show("troubles", tally, dict(sorted(made.kinds.items())), made.facts)


def _moments(moments: Counter[str]) -> dict[str, int]:
    return {f"... at: {moment}": number for moment, number in moments.most_common()}


def show(title: str, tally: Tally, counts: Mapping[str, object], facts: Mapping[str, object]) -> None:
    """A table of it, and every fault in a line."""
    rows: dict[str, object] = {title: tally.calls, **counts, **facts}
    tally.print_table(title, rows | tally.fault_counts() | {"**faults**": sum(map(len, tally.faults.values()))})


if __name__ == "__main__":
    main()
