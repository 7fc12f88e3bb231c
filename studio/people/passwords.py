"""Which passwords are good enough for a page that others can reach, and where a login is read from."""

import ipaddress
import itertools
import unicodedata
from pathlib import Path

from studio.checks import shown
from studio.errors import StudioError
from studio.words import Message

SHORTEST = 12  # characters: twelve chosen by a person outlast any number of guesses that a page of this kind answers
LONGEST = 1000  # characters of a name or a password: more is not compared
LEAST_SURPRISE = 6  # characters left when well-known words, the name, repeats and sequences are taken out
LONGEST_FILE = 1000  # characters of a login file; one that is longer is some other file
WELL_KNOWN = (
    "password", "passwort", "passw0rd", "p@ssword", "p@ssw0rd", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl",
    "qwerty", "qwertz", "azerty", "asdf", "letmein", "welcome", "iloveyou", "changeme", "trustno", "dragon", "monkey",
    "football", "baseball", "sunshine", "princess", "superman", "master", "admin", "login", "secret", "geheim",
    "hallo", "hello", "test", "cuddle",
)  # fmt: skip


def check_password(name: str, password: str) -> None:
    """Whether a password may guard a page that others can reach. Errors: StudioError, which never quotes it."""
    if len(password) < SHORTEST:
        raise StudioError("password-too-short", length=len(password), least=SHORTEST)
    if len(password) > LONGEST:
        raise StudioError("password-too-long", length=len(password), most=LONGEST)
    if _surprise(password.casefold(), name.casefold()) < LEAST_SURPRISE:
        raise StudioError("password-too-easy")


def _surprise(password: str, name: str) -> int:
    """How many characters are not foreseen by what is well known, by the name, or by the character before."""
    for word in sorted({*WELL_KNOWN, name, name[::-1]} - {""}, key=len, reverse=True):
        if len(word) > 2 or word == password:
            password = password.replace(word, "\0")
    pieces = [piece for piece in password.split("\0") if piece]
    left = 0
    for piece in pieces:
        left += 1 + sum(abs(ord(b) - ord(a)) > 1 for a, b in itertools.pairwise(piece))
    return min(left, len(set("".join(pieces))) + left // 4)


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this computer for itself alone."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def read_login(text: str, source: str | Message) -> tuple[str, str]:
    """(name, password) of "name:password", both in Unicode's composed form. Errors: StudioError.

    `source`: where the text came from, such as "--login".
    """
    name, colon, password = unicodedata.normalize("NFC", text).partition(":")
    name = name.strip()
    if not (name and colon and password):
        raise StudioError("login-without-colon", source=source)
    return name, password


def read_login_file(path: Path) -> tuple[str, str]:
    """(name, password) of a file with one line "name:password". Errors: StudioError."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            text = file.read(LONGEST_FILE + 1).strip("\r\n")
    except UnicodeDecodeError as error:
        raise StudioError("login-file-not-utf-8", file=_called(path)) from error
    except OSError as error:
        raise StudioError("login-file-not-read", file=_called(path), reason=str(error.strerror)) from error
    if len(text) > LONGEST_FILE or "\n" in text:
        raise StudioError("login-file-several-lines", file=_called(path))
    return read_login(text, _called(path))


def _called(path: Path) -> Message:
    return Message("login-file", file=shown(path, 200))
