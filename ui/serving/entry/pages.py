"""The pages that somebody sees before she is in: the login, and what an invitation leads to."""

import html
from collections.abc import Mapping

from starlette.responses import HTMLResponse
from starlette.types import Scope

from studio.words import say, spoken_language
from ui.languages.choice import html_attributes, language_choice_html, language_script
from ui.serving.headers import nonce_of


def login_page(scope: Scope, status: int, problem: str = "", *, hub_address: str = "") -> HTMLResponse:
    """The login, with a sentence about what went wrong. `hub_address`: where one logs in with the Hub, if one can."""
    fields = _field("username", "login-name", 'autocomplete="username" autocapitalize="none" autofocus')
    fields += _field("password", "login-password", 'type="password" autocomplete="current-password"')
    after = (
        f'<p><a href="{html.escape(hub_address)}">{html.escape(say("login-with-hub"))}</a></p>' if hub_address else ""
    )
    return _page(scope, status, "login", "login-intro", problem, fields, "login-button", after)


def invitation_page(
    scope: Scope, status: int, secret: str, problem: str = "", *, name: str = "", hub_address: str = ""
) -> HTMLResponse:
    """Where somebody who was invited says what she is called, and chooses a password."""
    fields = f'<input type="hidden" name="secret" value="{html.escape(secret)}">'
    fields += _field(
        "username", "login-name", f'value="{html.escape(name)}" autocomplete="username" maxlength="40" autofocus'
    )
    fields += _field("password", "invitation-password", 'type="password" autocomplete="new-password" minlength="12"')
    after = (
        f'<p><a href="{html.escape(hub_address)}">{html.escape(say("login-with-hub"))}</a></p>' if hub_address else ""
    )
    return _page(scope, status, "invitation", "invitation-intro", problem, fields, "invitation-button", after)


def _hub_link(address: str) -> str:
    # In a tab of its own: the Hub's page shows itself in no frame, and a Space lies in one.
    target = 'target="_blank" rel="opener"'
    return (
        f'<p><a {target} href="{html.escape(address)}">{html.escape(say("login-with-hub"))}</a></p>' if address else ""
    )


def no_invitation_page(scope: Scope) -> HTMLResponse:
    """What a link leads to that holds no longer."""
    again = f'<p><a href="./">{html.escape(say("invitation-to-login"))}</a></p>'
    return _page(scope, 410, "", "", say("invitation-not-valid"), "", "", again)


def _field(name: str, label: str, attributes: str) -> str:
    return f'<label>{html.escape(say(label))}<input name="{name}" {attributes} required></label>\n'


def _page(
    scope: Scope, status: int, action: str, intro: str, problem: str, fields: str, button: str, after: str
) -> HTMLResponse:
    parts: Mapping[str, str] = {
        "title": html.escape(say("title")),
        "intro": f"<p>{html.escape(say(intro))}</p>" if intro else "",
        "problem": f'<p role="alert">{html.escape(problem)}</p>' if problem else "",
        "form": f'<form method="post" action="{action}">\n{fields}{_button(button)}</form>' if action else "",
        "after": after,
        "attributes": html_attributes(spoken_language()),
        "nonce": nonce_of(scope),
        "choice": language_choice_html(),
        "script": language_script(draws_gradio=False),
    }
    return HTMLResponse(_PAGE.format(**parts), status_code=status)


def _button(label: str) -> str:
    return f'<button type="submit">{html.escape(say(label))}</button>\n'


_PAGE = """<!doctype html>
<html {attributes}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="favicon.ico">
<style nonce="{nonce}">
:root {{ color-scheme: light dark; --page: #fbf6f1; --card: #fff; --text: #292524; --line: #8d8178; --link: #9d2448; }}
@media (prefers-color-scheme: dark) {{
  :root {{ --page: #1a1617; --card: #252021; --text: #fafaf9; --line: #857a7b; --link: #f79ab4; }}
}}
body {{ margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; }}
main {{ box-sizing: border-box; width: min(24rem, 92vw); padding: 2rem; background: var(--card); border-radius: 1rem; }}
h1 {{ margin: 0; font-size: 1.5rem; }}
a {{ display: inline-block; min-height: 44px; line-height: 44px; color: var(--link); }}
label {{ display: block; margin-top: 1rem; }}
input, button {{ box-sizing: border-box; width: 100%; min-height: 44px; padding: .6rem .8rem; font: inherit;
  border-radius: .6rem; }}
input {{ border: 1px solid var(--line); background: transparent; color: inherit; }}
button {{ margin-top: 1.5rem; border: 0; background: #ae2f55; color: #fff; cursor: pointer; }}
:focus-visible {{ outline: 3px solid var(--link); outline-offset: 2px; }}
[role=alert] {{ margin: 1rem 0 0; font-weight: 600; }}
.language-choice {{ display: flex; justify-content: end; margin-bottom: 1rem; }}
.language-choice select {{ min-height: 44px; padding: .3rem .6rem; font: inherit; color: inherit; background: inherit;
  border: 1px solid var(--line); border-radius: .6rem; }}
</style>
<script nonce="{nonce}">{script}</script>
</head>
<body>
<main>
{choice}
<h1>{title}</h1>
{intro}
{problem}
{form}
{after}
</main>
</body>
</html>
"""
