"""Numbers with decimals as they are written where the page is read: 0.8, or 0,8; typed ones are understood as both."""

import re
from collections.abc import Sequence

from studio.pictures.options import Value, values_read, values_typed
from studio.words import decimal_sign

_BETWEEN = "; "  # of numbers whose decimals have a comma
_WHOLE = re.compile(r"[+-]?[0-9]{1,40}")
_WITH_COMMA = re.compile(r"([+-]?[0-9]+),([0-9]+)")


def written(number: float) -> str:
    """A number, six digits of it: "0.8", or "0,8"."""
    return f"{number:g}".replace(".", decimal_sign())


def number_typed(piece: str) -> str | int | float:
    """The number that a text is, whole ones exactly; else the text itself, for whoever asked to refuse.

    A comma begins the decimals where it does so in the language that is spoken here.
    """
    return _number(piece, comma=decimal_sign() == ",")


def numbers_typed(typed: str, *, whole: bool) -> list[str | int | float]:
    """Several numbers as they were typed. `whole`: none of them has decimals.

    Semicolons stand between them, or commas. With a semicolon or where the language has it so, a comma between two
    digits begins decimals: "0,6; 0,8" and "0,6, 0,8" are two numbers, "0.6,0.8" too.
    """
    if ";" in typed:
        return [_number(piece.strip(), comma=True) for piece in typed.split(";") if piece.strip()]
    comma = decimal_sign() == "," and "." not in typed and not whole
    pieces = re.split(r",(?=\s|$)", typed) if comma else values_read(typed)
    return [_number(piece.strip(), comma=comma) for piece in pieces if piece.strip()]


def numbers_written(values: Sequence[Value]) -> str:
    """Numbers as numbers_typed() reads them and the language writes them, each one exactly."""
    if decimal_sign() != "," or not any(isinstance(value, float) for value in values):
        return values_typed(values)
    return _BETWEEN.join(str(value).replace(".", ",") for value in values)


def _number(piece: str, *, comma: bool) -> str | int | float:
    if _WHOLE.fullmatch(piece):
        return int(piece)
    try:
        return float(_WITH_COMMA.sub(r"\1.\2", piece) if comma and _WITH_COMMA.fullmatch(piece) else piece)
    except ValueError:
        return piece
