"""The page speaks the language of whoever looks: which one that is, and the layout in it."""

from ui.languages.asked import AskedLanguage, answer_in_the_asked_language
from ui.languages.layouts import in_all_languages

__all__ = ["AskedLanguage", "answer_in_the_asked_language", "in_all_languages"]
