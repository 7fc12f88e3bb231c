"""Who asks."""

from studio.people.person import OWNER, Person


def asking() -> Person:
    """The person whom the request that is being answered comes from.

    Today everything is one person's, whoever is logged in. Once several people can log in, their login says it here,
    and nothing else changes. It is called while a request is answered, never while the page is laid out.
    """
    return OWNER
