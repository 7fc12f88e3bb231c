"""Hostile files at every handler that takes one: as photos, masks, pictures to read or start from, and LoRAs."""

import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.hostile.archives import ARCHIVES
from benchmarks.hostile.calls import Answer, Caller
from benchmarks.hostile.handlers import FineValues, Handler
from benchmarks.hostile.judging import Tally
from benchmarks.hostile.loras import LORAS
from benchmarks.hostile.pictures import PICTURES
from benchmarks.hostile.target import Target

Makers = Mapping[str, Callable[[random.Random], bytes]]
DOORS: tuple[tuple[str, Makers], ...] = (
    ("teach", {**PICTURES, **ARCHIVES}),
    ("import_subject", LORAS),
    ("read_picture", PICTURES),
    ("look_at_photos", {**ARCHIVES, **PICTURES}),
    ("keep_start", PICTURES),
    ("take_in", LORAS),
    ("draw_again", PICTURES),
    ("take_over", PICTURES),
    ("kept", PICTURES),
    ("import_subject", {**PICTURES, **ARCHIVES}),
    ("start_lesson", {**ARCHIVES, **LORAS}),
)
_NAME = "zqvname"  # begins the name of each file, and must not be found in the log
_ODD_NAMES = (
    "..", "../../x", "con", "a\u202egpj.exe", "<script>", "'; DROP TABLE", "x" * 180, "猫", " ", "%2e%2e%2f",
    "$(id)", "{name}",
    "a.jpg.exe", "-rf", "🐱",
)  # fmt: skip


def send_files(target: Target, count: int, seed: int, folder: Path) -> Tally:
    """So many hostile files, made in `folder` one after the other; every door takes its kinds in turn."""
    rng, tally = random.Random(seed), Tally()
    by_name = {one.name: one for one in target.handlers}
    turns = [_forever(list(makers), rng) for _, makers in DOORS]
    for place in range(count):
        name, makers = DOORS[place % len(DOORS)]
        kind = next(turns[place % len(DOORS)])
        path = folder / "hostile"
        path.write_bytes(makers[kind](rng))
        handler, where = by_name[name], f"{name} {place} ({kind})"
        file_name = _name(rng, kind)
        target.judge.judge(
            tally,
            where,
            lambda handler=handler, path=path, file_name=file_name: _given(
                target.caller, handler, target.fine, path, file_name, rng
            ),
            (_NAME,),
        )
        path.unlink()
    return tally


def _forever(kinds: list[str], rng: random.Random) -> Iterator[str]:
    while True:
        yield from rng.sample(kinds, len(kinds))


def _name(rng: random.Random, kind: str) -> str:
    """What its sender calls the file: mostly as its kind ends, sometimes as nobody would."""
    suffix = rng.choice([".jpg", ".jpg", ".png", ".heic", ".webp"])
    if kind in ARCHIVES:
        suffix = ".zip"
    elif kind in LORAS:
        suffix = rng.choice([".safetensors", ".safetensors", ".pt", ".bin"])
    middle = rng.choice(_ODD_NAMES) if rng.random() < 0.3 else ""
    return f"{_NAME}{middle}{suffix if rng.random() < 0.9 else ''}"


def _given(caller: Caller, handler: Handler, fine: FineValues, path: Path, name: str, rng: random.Random) -> Answer:
    """Upload the file and call the handler with it in place of its own, or among good photos."""
    sent = caller.upload(path, name)
    if sent is None:
        return Answer(status=200, sentence="The door refused it.")
    given = fine.of(handler, rng)
    for place, sort in enumerate(handler.sorts):
        if sort in ("file", "image"):
            good = given[place]
            given[place] = [*good[: rng.choice([0, 2, 3])], sent] if isinstance(good, list) else sent
    if handler.name == "draw_again":
        given = [
            sent if name == "mask" else None if name == "box" else one
            for name, one in zip(handler.names, given, strict=True)
        ]
    return caller.ask(handler, given)
