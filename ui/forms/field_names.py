"""The fields for numbers by their names on the page: the studio's own are those of the HTTP API."""

from studio.words import say

_ON_PAGE = {
    "How many pictures": say("count-label"),
    "The seed": say("seed-label"),
    "How much a variation differs": say("variation-label"),
    "The variation's seed": say("variation-seed-label"),
    "How many times larger": say("larger-label"),
    "How much the larger version changes": f"{say('larger-label')}: {say('larger-strength-label')}",
    "How much the picture changes": f"{say('start-title')}: {say('start-strength-label')}",
    "Samples": say("samples-label"),
}


def as_on_page(sentence: str) -> str:
    """A sentence about a field's value with the name that the field has on the page."""
    for name, label in _ON_PAGE.items():
        if sentence.startswith(f"{name} is "):
            return f"“{label}” {sentence.removeprefix(name).lstrip()}"
    return sentence
