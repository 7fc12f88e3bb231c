"""Which passwords may guard a page that others can reach, and where a login is read from."""

from pathlib import Path

import pytest

from studio.errors import StudioError
from studio.people.passwords import check_password, is_loopback, read_login, read_login_file


@pytest.mark.parametrize("password", ["b", "", "elevenchars", "12345678901"])
def test_a_short_password_is_told_its_length_and_what_is_fine(password: str) -> None:
    with pytest.raises(StudioError, match=f"has {len(password)} characters; .* at least 12"):
        check_password("anna", password)


@pytest.mark.parametrize(
    "password",
    [
        "aaaaaaaaaaaa", "123456789012", "abcdefghijkl", "passwordpassword", "password1234", "Password1234!",
        "annaannaanna", "anna12345678", "qwertyuiop12", "cuddlecuddle", "111111111111111", "abababababab",
        "Anna-Anna-Anna", "iloveyou1234",
    ],
)  # fmt: skip
def test_a_long_password_that_everybody_tries_is_refused_without_being_quoted(password: str) -> None:
    with pytest.raises(StudioError, match="too easy to guess") as refused:
        check_password("anna", password)
    assert password not in str(refused.value)


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery", "vier Wörter, ein Igel", "Dumpling sleeps 14 h", "xK9#mQ2$vL7p", "кошка на крыше",
        "猫は屋根の上で寝ています、毎日",
        "3f9a7c21be04", "my-cat-is-orange",
    ],
)  # fmt: skip
def test_a_password_that_nobody_foresees_is_fine(password: str) -> None:
    check_password("anna", password)


def test_a_login_is_a_name_and_whatever_follows_the_first_colon() -> None:
    assert read_login("anna:a:b ", "--login") == ("anna", "a:b ")
    assert read_login("Zoe\u0308:u\u0308", "--login") == ("Zoë", "ü")


@pytest.mark.parametrize(
    ("content", "login"),
    [
        (b"anna:vier W\xc3\xb6rter\n", ("anna", "vier Wörter")),
        (b"\xef\xbb\xbfanna: spaces stay \r\n", ("anna", " spaces stay ")),
    ],
)
def test_a_login_file_has_one_line(tmp_path: Path, content: bytes, login: tuple[str, str]) -> None:
    file = tmp_path / "login"
    file.write_bytes(content)
    assert read_login_file(file) == login


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"anna", "with a colon"),
        (b"a:b\nc:d\n", "more than one line"),
        (b"\xff\xfe", "not text"),
        (b"", "with a colon"),
    ],
)
def test_a_login_file_that_is_none_is_said_without_its_content(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "login"
    file.write_bytes(content)
    with pytest.raises(StudioError, match=said):
        read_login_file(file)
    with pytest.raises(StudioError, match=r"cannot be read \(No such file"):
        read_login_file(tmp_path / "gone")


@pytest.mark.parametrize(
    ("host", "is_one"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("laptop", False),
    ],
)
def test_loopback_is_this_computer_alone(host: str, is_one: bool) -> None:
    assert is_loopback(host) is is_one
