"""Are hostile values and hostile files refused in a sentence, with nothing stored, nothing run, and little spent?

    python -m benchmarks.hostile

It starts the page over a data folder with something of everything in it, finds all handlers that it has, and sends
each in turn what no page of Cuddle would send; then files of which none is what it claims to be. What is sent hangs on
--seed alone.
"""

import argparse
import tempfile
from pathlib import Path

from benchmarks.hostile.files_round import send_files
from benchmarks.hostile.judging import Tally
from benchmarks.hostile.target import target
from benchmarks.hostile.values_round import send_values
from benchmarks.hostile.worker_round import import_loras


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--values", type=int, default=2000, help="how many hostile values (2000)")
    parser.add_argument("--files", type=int, default=400, help="how many hostile files (400)")
    parser.add_argument("--seed", type=int, default=1, help="what is drawn (1)")
    parser.add_argument("--loras", type=int, default=60, help="how many hostile LoRA files for a worker (60)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cuddle-benchmark-") as temporary, target(Path(temporary)) as one:
        print(f"{len(one.handlers)} handlers and functions of components")
        if options.values:
            show("values", send_values(one, options.values, options.seed))
        if options.files:
            show("files", send_files(one, options.files, options.seed, Path(temporary)))
    with tempfile.TemporaryDirectory(prefix="cuddle-benchmark-") as temporary:
        if options.loras:
            show("LoRA files for a worker", import_loras(options.loras, options.seed, Path(temporary)))


def show(title: str, tally: Tally) -> None:
    """A table of one round, and every fault."""
    rows: dict[str, object] = {title: tally.calls, "refused": tally.refused, "stored, being fine": tally.stored}
    if tally.cpu_seconds:
        rows["most CPU of one, s"] = f"{max(tally.cpu_seconds):.2f}"
        rows["CPU of all, s"] = f"{sum(tally.cpu_seconds):.0f}"
        rows["most memory of one, MB"] = f"{tally.memory_mb:.0f}"
    tally.print_table(title, rows | tally.fault_counts())


if __name__ == "__main__":
    main()
