"""The one way to open a picture, wherever on the page it was pressed (ui/assets/pictures/lightbox.js).

Any element with data-picture="<picture id>" opens it; its neighbours there are those of the list that it is in.
"""

from collections.abc import Mapping
from typing import Any

import gradio as gr

from studio.checks import one_of
from studio.errors import StudioError
from studio.interop.metadata import COPIES
from studio.pictures.picture import Picture
from studio.pictures.pictures import Pictures
from studio.pictures.request_parts import VARIATION_STRENGTH
from studio.words import say
from ui.components.pictures.changes import PictureChanges
from ui.components.pictures.details import picture_details_html
from ui.components.scripts import script
from ui.errors import in_sentences
from ui.forms import wire
from ui.forms.field_names import as_on_page
from ui.people import asking
from ui.served_files import ServedFiles

MORE = 4  # pictures at a time


def lightbox(pictures: Pictures, served: ServedFiles, extra_actions: Mapping[str, str] | None = None) -> gr.HTML:
    """The component; once on the page.

    Its events `again` and `start` bring {"id": picture id}, and are for whoever fills the form with that picture.
    `extra_actions`: further buttons, from their event, which brings the same, to their label. Each leaves the picture.
    """
    changes = PictureChanges(pictures, served)

    @in_sentences
    def shown(id: object) -> dict[str, Any]:
        return _shown(pictures, served, wire.an_id("field-picture-id", id))

    @in_sentences
    def more_like(wish: object) -> dict[str, str]:
        id, strength = wire.event_value(wish, "id"), wire.event_value(wish, "strength")
        try:
            pictures.more_like(asking(), wire.an_id("field-picture-id", id), wire.a_number(strength), MORE)
        except StudioError as error:
            raise StudioError(as_on_page(error.message)) from error
        return {"said": say("more-on-the-way", count=MORE)}

    @in_sentences
    def larger(id: object) -> dict[str, str]:
        pictures.larger(asking(), wire.an_id("field-picture-id", id))
        return {"said": say("larger-on-the-way")}

    @in_sentences
    def copy_of(wish: object) -> dict[str, str]:
        id = wire.an_id("field-picture-id", wire.event_value(wish, "id"))
        format = one_of("field-format", wire.event_value(wish, "format"), list(COPIES))
        picture = pictures.get(asking(), id, also_in_bin=True)
        name = f"cuddle-{picture.id}-seed-{picture.seed}{COPIES[format].suffix}"
        copy = served.made_of(picture.file, name, lambda: pictures.copy(asking(), picture.id, format))
        return {"url": served.address_of(copy), "name": name}

    return gr.HTML(
        "",
        elem_id="lightbox-place",
        html_template="",
        js_on_load=script(
            "page/nodes",
            "pictures/snackbar",
            "pictures/back",
            "pictures/lightbox",
            words=_words(),
            actions=[["again", say("again")], ["start", say("start-from-this")], *(extra_actions or {}).items()],
            forms=[[name, say("download", format=form.title)] for name, form in COPIES.items()],
        ),
        apply_default_css=False,
        server_functions=[shown, more_like, larger, copy_of, *changes.server_functions],
    )


def _shown(pictures: Pictures, served: ServedFiles, id: str) -> dict[str, Any]:
    """Everything about one picture of the person."""
    picture = pictures.get(asking(), id, also_in_bin=True)
    (likenesses,) = pictures.likenesses(asking(), [picture])
    return {
        "id": picture.id,
        "url": served.url_of(picture.file),
        "width": picture.width,
        "height": picture.height,
        "title": picture.request.told_prompt,
        "starred": picture.starred,
        "in_bin": picture.deleted_at is not None,
        "is_sheet": _is_sheet(picture),
        "likenesses": [[name, round(100 * likeness)] for name, likeness in likenesses.items()],
        "facts": picture_details_html(picture, {}),
        "infotext": pictures.infotext(asking(), picture.id),
    }


def _is_sheet(picture: Picture) -> bool:
    return picture.own_request.grid is not None


def _words() -> dict[str, str]:
    return {
        "title": say("lightbox-title"),
        "previous": say("lightbox-previous"),
        "next": say("lightbox-next"),
        "close": say("close-picture"),
        "star": say("album-star"),
        "place": say("lightbox-place", number="{number}", count="{count}"),
        "likeness": say("fact-like-the-photos"),
        "larger": say("larger"),
        "more": say("more-like-this"),
        "difference": say("difference-label"),
        "difference_help": say("difference-help"),
        "strength": f"{VARIATION_STRENGTH:g}",
        "settings": say("lightbox-settings"),
        "copy": say("lightbox-copy"),
        "copied": say("lightbox-copied"),
        "copy_infotext": say("lightbox-copy-infotext"),
        "copied_infotext": say("lightbox-copied-infotext"),
        "remove": say("delete"),
        "undo": say("album-undo"),
        "restore": say("album-restore"),
        "for_good": say("album-for-good"),
        "for_good_sure": say("delete-picture-sure"),
        "keep": say("delete-no"),
        "away": say("server-away"),
    }
