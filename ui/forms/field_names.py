"""The fields for numbers by their names on the page: the studio's own are those of the HTTP API."""

from ui import texts

_ON_PAGE = {
    "How many pictures": texts.COUNT_LABEL,
    "The seed": texts.SEED_LABEL,
    "How much a variation differs": texts.VARIATION_LABEL,
    "The variation's seed": texts.VARIATION_SEED_LABEL,
    "How many times larger": texts.LARGER_LABEL,
    "How much the larger version changes": f"{texts.LARGER_LABEL}: {texts.LARGER_STRENGTH_LABEL}",
    "How much the picture changes": f"{texts.START_TITLE}: {texts.START_STRENGTH_LABEL}",
    "Samples": texts.SAMPLES_LABEL,
}


def as_on_page(sentence: str) -> str:
    """A sentence about a field's value with the name that the field has on the page."""
    for name, label in _ON_PAGE.items():
        if sentence.startswith(f"{name} is "):
            return f"“{label}” {sentence.removeprefix(name).lstrip()}"
    return sentence
