"""Logging in with the Hub, over HTTP with a stand-in for it that checks what a real one checks."""

import asyncio
import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from studio.people.people import People
from studio.people.person import OWNER
from studio.store import Store
from ui.people import asking
from ui.serving.entry.hub_login import HubApp, HubLogin
from ui.serving.entry.login import Login

SPACE = "https://anna-cuddle.hf.space"


@dataclass
class HubWorld:
    """What the stand-in knows: who is logged in there, and the challenge of each code that it gave."""

    user: dict[str, str] = field(default_factory=lambda: {"sub": "id-of-ben", "preferred_username": "Ben"})
    challenges: dict[str, str] = field(default_factory=dict[str, str])
    is_well: bool = True
    url: str = ""

    def allow(self, address: str) -> str:
        """The person at the Hub allows it. Gives where the Hub sends her back to."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert address.startswith(f"{self.url}/oauth/authorize?")
        assert (asked["client_id"], asked["code_challenge_method"]) == ("cuddle", "S256")
        assert asked["redirect_uri"] == f"{SPACE}/hub-back"
        code = f"code{len(self.challenges)}"
        self.challenges[code] = asked["code_challenge"]
        return f"{asked['redirect_uri']}?code={code}&state={asked['state']}"


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubWorld]:
    monkeypatch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")  # the stand-in has no certificate
    world = HubWorld()

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            challenge = base64.urlsafe_b64encode(hashlib.sha256(sent["code_verifier"][0].encode()).digest())
            right = world.challenges.pop(sent["code"][0], "") == challenge.decode().rstrip("=")
            basic = base64.b64decode(self.headers["Authorization"].removeprefix("Basic ")) == b"cuddle:secret"
            fine = right and basic and world.is_well
            self._send(200 if fine else 400, {"access_token": "t", "token_type": "Bearer"} if fine else {"error": "no"})

        def do_GET(self) -> None:
            fine = self.path == "/oauth/userinfo" and self.headers["Authorization"] == "Bearer t"
            self._send(200 if fine else 401, world.user)

        def _send(self, status: int, value: object) -> None:
            content = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        world.url = f"http://127.0.0.1:{server.server_address[1]}"
        yield world
        server.shutdown()
        thread.join()


async def who_asks(scope: Scope, receive: Receive, send: Send) -> None:
    """The page: it says who asks."""
    await PlainTextResponse(f"page of {asking().id}")(scope, receive, send)


@contextmanager
def space(hub: HubWorld, people: People) -> Iterator["Space"]:
    environment = {
        "OAUTH_CLIENT_ID": "cuddle", "OAUTH_CLIENT_SECRET": "secret", "SPACE_HOST": urlsplit(SPACE).netloc,
        "OPENID_PROVIDER_URL": hub.url, "SPACE_CREATOR_USER_ID": "id-of-olga",
    }  # fmt: skip
    app = HubApp.of(environment)
    assert app is not None
    door = Login(
        who_asks, people=people, cookies="1", hosts=frozenset(), is_space=True, hub=HubLogin(app, people)
    )  # fmt: skip
    yield Space(door)


class Space:
    """A Space, and browsers in it: each has cookies of its own."""

    def __init__(self, door: Login) -> None:
        self._door = door

    async def _app(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["state"] = {"nonce": "1"}
        await self._door(scope, receive, send)

    def get(self, cookies: dict[str, str], address: str) -> httpx.Response:
        async def answer() -> httpx.Response:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, base_url=SPACE, cookies=cookies) as browser:
                got = await browser.get(address, headers={"accept": "text/html"})
                cookies.update(dict(set.partition(";")[0].split("=", 1) for set in got.headers.get_list("set-cookie")))
                return got

        return asyncio.run(answer())


@pytest.fixture
def people(store: Store) -> People:
    return People(store, ("cuddle", "four otters juggle plums"))


def test_who_made_the_space_is_its_owner_and_a_guest_comes_in_with_an_invitation(hub: HubWorld, people: People) -> None:
    with space(hub, people) as page:
        bens: dict[str, str] = {}
        refused = page.get(bens, hub.allow(page.get(bens, "/hub-login").headers["location"]))
        assert (refused.status_code, "is not invited here" in refused.text) == (403, True)
        invitation = page.get(bens, f"/invitation?secret={people.invite(OWNER).secret}").text
        link = invitation.partition('href="hub-login')[2].partition('"')[0]
        back = page.get(bens, hub.allow(page.get(bens, f"/hub-login{link}").headers["location"]))
        assert (back.status_code, back.headers["location"]) == (303, "./")
        (_, ben) = people.accounts(OWNER)
        assert page.get(bens, "/").text == f"page of {ben.person.id}"

        olgas: dict[str, str] = {}
        hub.user = {"sub": "id-of-olga", "preferred_username": "Olga"}
        page.get(olgas, hub.allow(page.get(olgas, "/hub-login").headers["location"]))
        assert page.get(olgas, "/").text == "page of owner"
        assert page.get(bens, "/").text == f"page of {ben.person.id}"


def test_what_was_begun_in_another_browser_or_twice_or_declined_is_no_login(hub: HubWorld, people: People) -> None:
    hub.user = {"sub": "id-of-olga", "preferred_username": "Olga"}
    with space(hub, people) as page:
        mine: dict[str, str] = {}
        others: dict[str, str] = {}
        page.get(others, "/hub-login")
        address = hub.allow(page.get(mine, "/hub-login").headers["location"])
        for cookies, way in (
            (others, address), (mine, address), (mine, f"{SPACE}/hub-back"), (mine, f"{SPACE}/hub-back?state=x&code=y")
        ):  # fmt: skip
            assert "not begun in this browser" in page.get(cookies, way).text
        declined = hub.allow(page.get(mine, "/hub-login").headers["location"]).replace(
            "code=code", "error=access_denied&x="
        )
        assert "that was declined" in page.get(mine, declined).text
        hub.is_well = False
        assert (
            "did not answer as it should"
            in page.get(mine, hub.allow(page.get(mine, "/hub-login").headers["location"])).text
        )
        assert "page of owner" not in page.get(mine, "/").text


def test_a_studio_that_is_no_space_knows_no_hub() -> None:
    assert HubApp.of({"OAUTH_CLIENT_ID": "x", "OAUTH_CLIENT_SECRET": "y"}) is None
    assert HubApp.of({"SPACE_HOST": "anna-cuddle.hf.space"}) is None
