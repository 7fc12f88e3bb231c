"""Logging in with the Hugging Face Hub, on a Space: OAuth 2.0 with PKCE (RFC 6749, RFC 7636), as OpenID Connect."""

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self

import httpx
from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import AsyncOAuth2Client

from studio.errors import StudioError
from studio.people.people import People
from studio.people.person import OWNER, Person

BEGIN, BACK = "/hub-login", "/hub-back"
HUB = "https://huggingface.co"
SCOPE = "openid profile"
MOST_UNDER_WAY, SECONDS_UNDER_WAY = 1_000, 600.0
ANSWER_SECONDS = 20.0


@dataclass(frozen=True, kw_only=True, slots=True)
class HubApp:
    """What a Space is to the Hub, as its environment says.

    Attributes:
        provider: the Hub's address.
        back: the address that the Hub sends people back to.
        owner: the Hub's id of the user who made the Space, and owns the studio; empty where it is not said.
    """

    client_id: str
    client_secret: str
    provider: str
    back: str
    owner: str

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Self | None:
        """None where there is no Space, or its README does not say "hf_oauth: true"."""
        id, secret = environment.get("OAUTH_CLIENT_ID"), environment.get("OAUTH_CLIENT_SECRET")
        host = environment.get("SPACE_HOST")
        if not (id and secret and host):
            return None
        return cls(
            client_id=id,
            client_secret=secret,
            provider=environment.get("OPENID_PROVIDER_URL", HUB).rstrip("/"),
            back=f"https://{host}{BACK}",
            owner=environment.get("SPACE_CREATOR_USER_ID", ""),
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class _UnderWay:
    browser: str
    verifier: str
    invitation: str
    until: float


class HubLogin:
    """Sends people to the Hub, and says who came back. `clock` gives seconds."""

    def __init__(self, app: HubApp, people: People, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._people = people
        self._clock = clock
        self._under_way: OrderedDict[str, _UnderWay] = OrderedDict()  # by OAuth's state

    def begin(self, invitation: str) -> tuple[str, str]:
        """The address at the Hub where somebody says who she is, and a secret for her browser to bring back.

        `invitation`: the secret of the invitation she has, or empty.
        """
        browser, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(48)
        with_client = self._client()
        url, state = with_client.create_authorization_url(
            f"{self._app.provider}/oauth/authorize", code_verifier=verifier
        )
        until = self._clock() + SECONDS_UNDER_WAY
        self._under_way[state] = _UnderWay(browser=browser, verifier=verifier, invitation=invitation, until=until)
        if len(self._under_way) > MOST_UNDER_WAY:
            self._under_way.popitem(last=False)
        return url, browser

    async def back(self, query: Mapping[str, str], browser: str) -> Person:
        """Who came back to this studio, with what the Hub gave along and the browser's secret.

        Errors: StudioError for somebody who said no, did not begin here, or is not invited, and where the Hub does not
        answer.
        """
        begun = self._under_way.pop(query.get("state", ""), None)
        if begun is None or begun.until < self._clock() or not secrets.compare_digest(begun.browser, browser):
            raise StudioError("hub-login-not-begun")
        if not query.get("code"):
            raise StudioError("hub-login-refused")
        try:
            async with self._client() as client:
                await client.fetch_token(
                    f"{self._app.provider}/oauth/token", code=query["code"], code_verifier=begun.verifier
                )
                answer = await client.get(f"{self._app.provider}/oauth/userinfo")
                answer.raise_for_status()
                told: dict[str, Any] = answer.json()
                id, name = str(told["sub"]), str(told["preferred_username"])
        except (httpx.HTTPError, OAuthError, ValueError, KeyError, TypeError) as error:
            raise StudioError("hub-login-failed") from error
        if self._app.owner and id == self._app.owner:
            return OWNER
        return self._people.of_hub_user(id, name, begun.invitation).person

    def _client(self) -> Any:  # an httpx.AsyncClient, which authlib's types do not say
        app = self._app
        return AsyncOAuth2Client(
            app.client_id, app.client_secret, scope=SCOPE, redirect_uri=app.back, code_challenge_method="S256",
            timeout=ANSWER_SECONDS,
        )  # fmt: skip
