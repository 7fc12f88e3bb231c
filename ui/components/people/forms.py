"""The sheet's HTML: parts with a title, and forms that ask the server for one thing (ui/assets/people/account.js)."""

from collections.abc import Mapping
from typing import Any

from studio.words import say
from ui.components.markup import text


def part(name: str, title: str, content: str) -> str:
    """A part of the sheet, which what is done in it replaces."""
    return (
        f'<section class="account-part" data-part="{name}" aria-labelledby="{name}-part-title">'
        f'<h3 id="{name}-part-title" tabindex="-1">{text(title)}</h3>{content}</section>'
    )


def replaced(name: str, html: str) -> dict[str, Any]:
    """The answer that puts `html` in the place of that part."""
    return {"part": name, "html": html}


def act_form(
    act: str,
    button: str,
    *,
    fields: str = "",
    values: Mapping[str, str] | None = None,
    about: str = "",
    question: tuple[str, str] | None = None,
    is_main: bool = False,
    is_for_good: bool = False,
) -> str:
    """A form that asks the server's function `act`.

    `fields`: HTML; `values`: what goes along unseen; `about`: what the button is about, where there are several with
    its words; `question`: asked before, and the label of the answer that does it; `is_for_good`: something goes by it.
    """
    hidden = "".join(
        f'<input type="hidden" name="{text(name)}" value="{text(value)}">' for name, value in (values or {}).items()
    )
    asks = f' data-ask="{text(question[0])}" data-yes="{text(question[1])}"' if question else ""
    classes, weight = "big-button" if is_main else "small-button", "for-good" if is_for_good else "light"
    label = f' aria-label="{text(f"{button}: {about}")}"' if about else ""
    return (
        f'<form class="account-form" data-act="{text(act)}"{asks}>{hidden}{fields}'
        f'<div class="form-problem" role="alert"></div>'
        f'<button type="submit" class="{classes}" data-weight="{weight}"{label}>{text(button)}</button></form>'
    )


def field(
    name: str, label: str, *, type: str = "text", complete: str = "off", most: int | None = None, value: str = ""
) -> str:
    """A field with its label above. `complete`: what a browser may fill in; `most`: characters."""
    longest = f' maxlength="{most}"' if most else ""
    given = f' value="{text(value)}"' if value else ""
    return (
        f'<label class="account-field"><span>{text(label)}</span><input name="{text(name)}" type="{text(type)}" '
        f'autocomplete="{text(complete)}" autocapitalize="none" spellcheck="false"{longest}{given} required></label>'
    )


def shown_once(label: str, value: str, *, is_address: bool = False) -> str:
    """A secret, to be copied. `is_address`: it is one relative to the page, shown as a whole one."""
    what = f'data-address="{text(value)}"' if is_address else f'value="{text(value)}"'
    return (
        f'<div class="shown-once"><label class="account-field"><span>{text(label)}</span>'
        f'<input {what} readonly data-focus autocomplete="off" spellcheck="false"></label>'
        f'<button type="button" class="small-button" data-copy>{text(say("account-copy"))}</button></div>'
    )
