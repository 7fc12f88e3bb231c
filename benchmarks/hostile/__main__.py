"""Are hostile values and hostile files refused in a sentence, with nothing stored, nothing run, and little spent?

    python -m benchmarks.hostile

It starts the page over a data folder with something of everything in it, finds all handlers that it has, and sends
each in turn what no page of Cuddle would send; then files of which none is what it claims to be. What is sent hangs on
--seed alone.
"""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.hostile.calls import Caller
from benchmarks.hostile.filled import Filled, Kept, fill
from benchmarks.hostile.handlers import FineValues, Handler, handlers_of
from benchmarks.hostile.judging import Judge, Tally, markup_in
from benchmarks.hostile.values_round import send_values
from tests.page_server import PageServer, page_server


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """A running page over a full folder, and what watches it."""

    server: PageServer
    filled: Filled
    handlers: list[Handler]
    fine: FineValues
    caller: Caller
    judge: Judge


@contextmanager
def target(folder: Path) -> Iterator[Target]:
    """A page over a new data folder inside of `folder`, for the block."""
    data = folder / "data"
    filled = fill(data, folder / "photos")
    with page_server("tests/page_by_hand.py", data) as server, Caller(server.url) as caller:
        (folder / "names").mkdir()
        handlers = handlers_of(httpx.get(f"{server.url}/config", timeout=60).json(), folder / "names")
        uploaded = [one for photo in filled.photos if (one := caller.upload(photo, photo.name)) is not None]
        fine = FineValues(filled, uploaded)
        refresh = next(one for one in handlers if one.name == "refresh")

        def trouble() -> str:
            answer = caller.ask(refresh, [None] * len(refresh.names))
            return answer.sentence or markup_in(answer) if answer.sentence is not None else markup_in(answer)

        choose = next(one for one in handlers if one.name == "choose")
        caller.ask(choose, [], {"name": "Dumpling"})
        kept = Kept(data, folder / "kept")
        try:
            yield Target(
                server=server, filled=filled, handlers=handlers, fine=fine, caller=caller,
                judge=Judge(server, kept, trouble),
            )  # fmt: skip
        finally:
            kept.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--values", type=int, default=2000, help="how many hostile values (2000)")
    parser.add_argument("--files", type=int, default=400, help="how many hostile files (400)")
    parser.add_argument("--seed", type=int, default=1, help="what is drawn (1)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cuddle-benchmark-") as temporary, target(Path(temporary)) as one:
        print(f"{len(one.handlers)} handlers and functions of components")
        values = send_values(one.caller, one.handlers, one.fine, one.judge, options.values, options.seed)
        show("values", values)


def show(title: str, tally: Tally) -> None:
    """A table of one round, and every fault."""
    rows = {
        title: tally.calls,
        "refused": tally.refused,
        "stored, being fine": tally.stored,
        "most CPU of one, s": f"{max(tally.cpu_seconds, default=0):.2f}",
        "CPU of all, s": f"{sum(tally.cpu_seconds):.0f}",
        "most memory of one, MB": f"{tally.memory_mb:.0f}",
        **{f"**{what}**": len(where) for what, where in sorted(tally.faults.items())},
    }
    print(f"\n| {title} | |\n| --- | --- |")
    print(*(f"| {name} | {value} |" for name, value in rows.items()), sep="\n")
    for what, where in sorted(tally.faults.items()):
        print(f"\n{what}:", *where, sep="\n  ")


if __name__ == "__main__":
    main()
