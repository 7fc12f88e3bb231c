"""What Cuddle says to people: messages by their key, and one catalogue of sentences a language."""

from studio.words.catalogue import (
    LANGUAGES,
    Catalogue,
    catalogue_of,
    decimal_sign,
    in_english,
    message_from_json,
    say,
    speaking,
    spoken_language,
    worded,
)
from studio.words.message import (
    AS_WRITTEN,
    Listing,
    Message,
    Value,
    as_written,
    joined,
    one_after_the_other,
)
from studio.words.negotiation import direction_of, language_for, name_of

__all__ = [
    "AS_WRITTEN",
    "LANGUAGES",
    "Catalogue",
    "Listing",
    "Message",
    "Value",
    "as_written",
    "catalogue_of",
    "decimal_sign",
    "direction_of",
    "in_english",
    "joined",
    "language_for",
    "message_from_json",
    "name_of",
    "one_after_the_other",
    "say",
    "speaking",
    "spoken_language",
    "worded",
]
