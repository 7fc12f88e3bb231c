"""Who may reach the page, and which files of it."""

import asyncio
from pathlib import Path

import pytest

from studio.errors import NotFound
from ui.handouts import Handouts
from ui.serving import allowed_hosts, host_of, is_own_host, launch_settings, login_check, long_password


@pytest.mark.parametrize(
    ("header", "host"),
    [("localhost:7860", "localhost"), ("Evil.example.com", "evil.example.com"), ("[::1]:80", "::1"), ("", "")],
)
def test_the_host_of_a_request_is_read_without_its_port(header: str, host: str) -> None:
    assert host_of(header) == host


@pytest.mark.parametrize(
    ("host", "is_own"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("::1", True),
        ("192.168.1.20", True),
        ("my-laptop", True),
        ("my-laptop.local", True),
        ("a1b2.gradio.live", True),
        ("someone-cuddle.hf.space", True),
        ("cuddle.example.org", True),
        ("evil.example.com", False),
        ("127.0.0.1.evil.com", False),
        ("evilgradio.live", False),
        ("", False),
    ],
)
def test_names_that_anyone_can_register_must_be_listed(host: str, is_own: bool) -> None:
    hosts = allowed_hosts("127.0.0.1", {"CUDDLE_ALLOWED_HOSTS": "cuddle.example.org, "})
    assert is_own_host(host, hosts) is is_own


def test_a_login_knows_the_right_words_only() -> None:
    check = login_check("anna", "a long one")
    assert asyncio.run(check("anna", "a long one"))
    assert not asyncio.run(check("anna", "a lông one"))
    assert len(long_password()) >= 24
    assert long_password() != long_password()


def test_the_data_folder_is_closed_and_nothing_is_sent_home(tmp_path: Path) -> None:
    settings = launch_settings(host="127.0.0.1", port=1, share=False, login=None, data_folder=tmp_path)
    assert settings["blocked_paths"] == [str(tmp_path)]
    assert settings["allowed_paths"] is None
    assert settings["run_history"] is False
    assert settings["ssr_mode"] is False
    assert settings["app_kwargs"]["openapi_url"] is None


@pytest.fixture
def handouts(tmp_path: Path) -> Handouts:
    return Handouts(tmp_path / "handouts", lambda file: tmp_path / "data" / file)


def test_a_handout_is_a_copy_that_is_made_once(handouts: Handouts, tmp_path: Path) -> None:
    file = tmp_path / "data" / "picture.png"
    file.parent.mkdir()
    file.write_bytes(b"first")
    copy = handouts.copy_of("picture.png")
    assert copy.read_bytes() == b"first"
    assert copy.is_relative_to(tmp_path / "handouts")
    assert handouts.copy_of("picture.png") == copy
    assert handouts.copy_of("picture.png", "cuddle-7.png").name == "cuddle-7.png"


def test_what_is_made_of_a_file_is_made_once_and_anew_when_the_file_is(handouts: Handouts, tmp_path: Path) -> None:
    source = tmp_path / "made.png"
    source.write_bytes(b"one")
    made: list[str] = []

    def content() -> bytes:
        made.append("made")
        return source.read_bytes().upper()

    first = handouts.made_of(source, "made.jpg", content)
    assert (first.name, first.read_bytes()) == ("made.jpg", b"ONE")
    assert handouts.made_of(source, "made.jpg", content) == first and made == ["made"]
    source.write_bytes(b"another")
    assert handouts.made_of(source, "made.jpg", content).read_bytes() == b"ANOTHER"
    with pytest.raises(NotFound):
        handouts.made_of(tmp_path / "gone.png", "gone.jpg", content)


def test_a_file_written_anew_is_handed_out_anew(handouts: Handouts, tmp_path: Path) -> None:
    file = tmp_path / "data" / "lora.safetensors"
    file.parent.mkdir()
    file.write_bytes(b"first")
    old = handouts.copy_of("lora.safetensors")
    file.write_bytes(b"second one")
    assert handouts.copy_of("lora.safetensors") != old
    assert handouts.copy_of("lora.safetensors").read_bytes() == b"second one"


def test_a_file_that_is_gone_is_said_or_left_out(handouts: Handouts) -> None:
    with pytest.raises(NotFound, match=r"gone\.png is not there any more"):
        handouts.copy_of("gone.png")
    assert handouts.url_of("gone.png") == ""
    assert handouts.url_of(None) == ""
    assert handouts.copies_of([("gone.png", "a"), (None, "b")]) == []
