"""Styles of pictures: words that are added to whatever a person wrote."""

from dataclasses import dataclass

from studio.checks import one_line
from studio.jobs.requests import MAX_STYLE
from studio.models.worlds import world_of
from studio.prompts.reading import clean_prompt
from studio.prompts.syntax import plain_prompt


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """One style. `words` are those of the model, in English; `title` is the key of what it is called."""

    title: str
    words: str


_STYLES: tuple[Style, ...] = (
    Style(title="style-photo", words="photograph, natural light, sharp focus"),
    Style(title="style-film", words="35mm film photograph, soft grain, faded colours"),
    Style(title="style-watercolour", words="watercolour painting, soft washes, white paper"),
    Style(title="style-storybook", words="storybook illustration, warm gouache, gentle outlines"),
    Style(title="style-pencil", words="pencil drawing, fine hatching, on cream paper"),
    Style(title="style-clay", words="clay figure, stop motion, soft studio light"),
    Style(title="style-oil", words="oil painting, visible brush strokes, rich colours"),
)


def styles_for(family: str) -> tuple[Style, ...]:
    """The styles that a family of base models can draw."""
    return _STYLES if world_of(family).knows_styles else ()


def style_words(given: object) -> str:
    """The words of a style as they are added to a prompt, without what is no words, such as LoRA tags.

    Errors: StudioError for anything but a line of at most MAX_STYLE characters.
    """
    line = clean_prompt(given) if isinstance(given, str) else given
    words = one_line("field-style", line, shortest=0, longest=MAX_STYLE)
    return plain_prompt(words).text.strip(" ,")


def with_style(prompt: str, style: str) -> str:
    """The prompt with a style's words after it."""
    return ", ".join(part for part in (prompt.strip().rstrip(","), style) if part)
