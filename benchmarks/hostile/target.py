"""A page over a folder with something of everything, its handlers, fine values for them, and a judge of what comes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.hostile.calls import Caller
from benchmarks.hostile.filled import Filled, Kept, fill
from benchmarks.hostile.handlers import FineValues, Handler, handlers_of
from benchmarks.hostile.judging import Judge, markup_in
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
    kept: Kept


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
            return markup_in(answer) if answer.sentence is None else answer.sentence or "no answer"

        choose = next(one for one in handlers if one.name == "choose")
        caller.ask(choose, [], {"name": "Dumpling"})
        kept = Kept(data, folder / "kept")
        try:
            yield Target(
                server=server, filled=filled, handlers=handlers, fine=fine, caller=caller,
                judge=Judge(server, kept, trouble),
                kept=kept,
            )  # fmt: skip
        finally:
            kept.close()
