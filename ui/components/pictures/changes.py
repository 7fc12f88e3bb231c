"""What happens to finished pictures wherever they are shown: stars, the bin and the way back."""

from collections.abc import Callable
from typing import Any

from studio.pictures.pictures import BIN_DAYS, Pictures
from studio.words import say
from ui.errors import in_sentences
from ui.forms import wire
from ui.people import asking
from ui.served_files import ServedFiles

_ALL = 1_000_000


class PictureChanges:
    """The functions of the server that scripts of the page call for it, each with ids of pictures of the one who asks.

    An answer is {"said": a sentence}, or {"problem": a sentence} and nothing has changed.
    """

    def __init__(self, pictures: Pictures, served: ServedFiles) -> None:
        self._pictures = pictures
        self._served = served

    @property
    def server_functions(self) -> list[Callable[..., Any]]:
        """star({ids, starred}), put_in_bin(ids), restore(ids) and delete_for_good(ids)."""
        pictures = self._pictures

        @in_sentences
        def star(wish: object) -> dict[str, str]:
            given = wire.ids("field-picture-id", wire.event_value(wish, "ids"))
            pictures.star(asking(), given, wire.event_value(wish, "starred") is True)
            return {"said": ""}

        @in_sentences
        def put_in_bin(ids: object) -> dict[str, str]:
            given = wire.ids("field-picture-id", ids)
            pictures.put_in_bin(asking(), given)
            return {"said": say("album-in-bin", count=len(given), days=BIN_DAYS)}

        @in_sentences
        def restore(ids: object) -> dict[str, str]:
            given = wire.ids("field-picture-id", ids)
            pictures.restore(asking(), given)
            return {"said": say("album-restored", count=len(given))}

        @in_sentences
        def delete_for_good(ids: object) -> dict[str, str]:
            given = wire.ids("field-picture-id", ids)
            for id in given:
                self.delete(id)
            return {"said": say("album-deleted", count=len(given))}

        return [star, put_in_bin, restore, delete_for_good]

    def delete(self, id: str) -> None:
        """Delete a picture for good, with the copies of it that were handed out. Errors: NotFound."""
        self._served.forget(*self._pictures.files(asking(), id))
        self._pictures.delete(asking(), id)

    def clear_bin(self, *, all_of_it: bool = False) -> None:
        """Delete for good what has been in the bin of the one who asks for too long, or all that is there."""
        person = asking()
        doomed = self._pictures.list(person, bin=True, limit=_ALL) if all_of_it else self._pictures.overdue(person)
        for picture in doomed:
            self.delete(picture.id)
