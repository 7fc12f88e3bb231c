"""Which hosts and which pages are Cuddle's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers

from ui.serving.callers import BEHIND_A_PROXY, address_of
from ui.serving.origins import allowed_hosts, host_of, is_own_host, is_own_origin

HOSTS = allowed_hosts("127.0.0.1", {"CUDDLE_ALLOWED_HOSTS": "cuddle.example.org, "})


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("localhost:7860", "localhost"), ("Evil.example.com", "evil.example.com"), ("[::1]:80", "::1"), ("", ""),
        ("[", ""), ("a@localhost", "localhost"),
    ],
)  # fmt: skip
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
    assert is_own_host(host, HOSTS) is is_own


@pytest.mark.parametrize(
    ("host", "origin", "more", "is_own"),
    [
        ("127.0.0.1:7860", "http://127.0.0.1:7860", {}, True),
        ("127.0.0.1:7860", "http://127.0.0.1:7861", {}, False),
        ("127.0.0.1", "http://127.0.0.1:80", {}, True),
        ("127.0.0.1", "https://127.0.0.1", {}, False),
        ("[::1]:7860", "http://[::1]:7860", {}, True),
        ("My-Laptop:7860", "http://my-laptop:7860", {}, True),
        ("192.168.1.5", "https://192.168.1.5", {"x-forwarded-proto": "https"}, True),
        ("192.168.1.5", "http://192.168.1.5", {"x-forwarded-proto": "https"}, False),
        ("cuddle.example.org", "https://cuddle.example.org", {}, True),
        ("cuddle.example.org", "http://cuddle.example.org", {}, True),
        ("cuddle.example.org", "https://cuddle.example.org:8443", {}, False),
        ("a.gradio.live", "http://a.gradio.live", {}, False),
        ("a.gradio.live", "https://a.gradio.live:443", {}, True),
        ("a.gradio.live", "ftp://a.gradio.live", {}, False),
    ],
)
def test_a_page_is_its_own_by_scheme_host_and_port(host: str, origin: str, more: dict[str, str], is_own: bool) -> None:
    headers = Headers({"host": host, "origin": origin, **more})
    assert is_own_origin({"type": "http", "scheme": "http"}, headers, HOSTS) is is_own


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_header_is_too_strange_to_be_judged(host: str, origin: str) -> None:
    sent = Headers(raw=[(b"host", host.encode("utf-8")), (b"origin", origin.encode("utf-8"))])
    scope = {"type": "http", "scheme": "http"}
    if is_own_origin(scope, sent, HOSTS):
        assert host_of(sent["host"]) in sent["origin"].lower()


@pytest.mark.parametrize(
    ("peer", "host", "forwarded", "is_space", "address"),
    [
        ("127.0.0.1", "127.0.0.1:7860", "9.9.9.9", False, "127.0.0.1"),
        ("127.0.0.1", "abc.gradio.live", "9.9.9.9", False, BEHIND_A_PROXY),
        ("127.0.0.1", "cuddle.example.org", "9.9.9.9", False, BEHIND_A_PROXY),
        ("192.168.1.7", "192.168.1.5:7860", "9.9.9.9", False, "192.168.1.7"),
        ("172.17.0.1", "localhost:7860", "9.9.9.9", False, BEHIND_A_PROXY),
        ("2001:db8::7:1", "[2001:db8::5]:7860", "9.9.9.9", False, "2001:db8::/64"),
        ("::1", "[::1]:7860", "9.9.9.9", False, "::/64"),
        ("10.0.0.1", "a.hf.space", "2606:4700::1111", True, "2606:4700::/64"),
        ("10.0.0.1", "a.hf.space", "1.1.1.1, 9.9.9.9", True, "9.9.9.9"),
        ("10.0.0.1", "a.hf.space", "1.1.1.1, 9.9.9.9, 10.2.3.4", True, "9.9.9.9"),
        ("10.0.0.1", "a.hf.space", "nonsense, 10.0.0.2", True, "10.0.0.1"),
    ],
)
def test_what_a_sender_says_of_its_address_counts_on_a_space_alone(
    peer: str, host: str, forwarded: str, is_space: bool, address: str
) -> None:
    headers = [(b"host", host.encode()), (b"x-forwarded-for", forwarded.encode())]
    assert address_of({"type": "http", "client": (peer, 5), "headers": headers}, is_space=is_space) == address
