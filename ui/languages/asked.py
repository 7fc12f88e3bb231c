"""In which language a request is answered: the one chosen on the page, else the best of those that the browser names.

Programs that ask for none are answered in the first language, English.
"""

import gradio as gr
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Receive, Scope, Send

from studio.words import language_for, speaking
from ui.people import around_handlers

LANGUAGE_COOKIE = "cuddle-language"  # set by ui/assets/languages/language.js


def asked_language(headers: Headers) -> str:
    """One of LANGUAGES."""
    chosen = cookie_parser("; ".join(headers.getlist("cookie"))).get(LANGUAGE_COOKIE)
    return language_for(chosen, ",".join(headers.getlist("accept-language")))


class AskedLanguage:
    """Speaks each request's language while it is answered."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with speaking(asked_language(Headers(scope=scope))):
            await self._app(scope, receive, send)


def answer_in_the_asked_language(page: gr.Blocks) -> None:
    """Have all handlers of a page speak the language of the request that they answer."""
    around_handlers(page, lambda request: speaking(asked_language(request.headers)))
