"""The Pictures tab: every picture, newest first, with what it was made from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr

from studio.checks import one_of
from studio.interop.metadata import COPIES
from studio.pictures.picture import Picture
from studio.pictures.pictures import Pictures
from studio.words import say
from ui.components.confirm import DeleteButton, delete_button
from ui.components.pictures.actions import PictureActions, id_of, picture_actions
from ui.components.pictures.details import picture_details_html
from ui.errors import explained
from ui.forms import wire
from ui.people import asking
from ui.served_files import ServedFiles

PAGE_OF_PICTURES = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureWall:
    """The gallery and what decides what it shows. `wanted`: how many pictures at most."""

    search: gr.Textbox
    wanted: gr.State
    gallery: gr.Gallery
    empty: gr.Markdown
    more: gr.Button

    @property
    def parts(self) -> list[Any]:
        """What `updates` updates."""
        return [self.gallery, self.empty, self.more]


@dataclass(frozen=True, kw_only=True, slots=True)
class PicturePanel:
    """The widgets about one opened picture; `id` is which."""

    id: gr.State
    group: gr.Column
    close: gr.Button
    image: gr.Image
    facts: gr.HTML
    format: gr.Radio
    download: gr.DownloadButton
    again: gr.Button
    actions: PictureActions
    delete: DeleteButton

    @property
    def parts(self) -> list[Any]:
        """What `_shown` updates."""
        return [self.id, self.group, self.image, self.facts, self.download, *self.delete.parts]


@dataclass(frozen=True, kw_only=True, slots=True)
class PicturesTab:
    """What other parts of the page need of this tab.

    `content`: from the search and how many are wanted to plain values; `updates`: from those to updates of wall.parts.
    """

    wall: PictureWall
    panel: PicturePanel
    content: Callable[[str | None, int], dict[str, Any]]
    updates: Callable[[dict[str, Any]], list[Any]]


def build_pictures_tab(pictures: Pictures, served: ServedFiles) -> PicturesTab:
    """Lay the tab out and wire it."""
    with gr.Row(equal_height=False):
        with gr.Column(scale=3, min_width=320):
            wall = _lay_out_wall()
        with gr.Column(scale=2, min_width=300):
            panel = _lay_out_panel(pictures)

    def content(search: str | None, wanted: int) -> dict[str, Any]:
        return _content(pictures, served, search or "", wire.a_wanted(wanted))

    @explained
    def open_picture(event: gr.EventData, format: str) -> list[Any]:
        return _shown(pictures.get(asking(), id_of(event._data)), format, pictures, served)

    @explained
    def choose_format(id: str | None, format: str) -> Any:
        return (
            gr.skip()
            if id is None
            else _download(pictures.get(asking(), wire.an_id("field-picture-id", id)), format, pictures, served)
        )

    @explained
    def delete_opened_picture(id: str | None, search: str, wanted: int) -> list[Any]:
        if id is not None:
            picture = pictures.get(asking(), wire.an_id("field-picture-id", id))
            served.forget(picture.file, picture.thumbnail_file)
            pictures.delete(asking(), picture.id)
            gr.Info(say("picture-deleted"))
        return [*_hidden(panel), *_updates(content(search, wanted))]

    @explained
    def look(search: str, wanted: int) -> list[Any]:
        return _updates(content(search, wanted))

    wall.gallery.select(
        open_picture, inputs=[panel.format], outputs=panel.parts, api_visibility="private",
        show_progress="hidden",
    )  # fmt: skip
    panel.close.click(
        lambda: (None, gr.Column(visible=False)), outputs=[panel.id, panel.group], queue=False,
        api_visibility="private", show_progress="hidden",
    )  # fmt: skip
    panel.format.input(
        choose_format, inputs=[panel.id, panel.format], outputs=[panel.download], api_visibility="private",
        show_progress="hidden",
    )  # fmt: skip
    panel.delete.yes.click(
        delete_opened_picture, inputs=[panel.id, wall.search, wall.wanted], outputs=[*panel.parts, *wall.parts],
        api_visibility="private",
    )  # fmt: skip

    @explained
    def want_more(wanted: int) -> int:
        return wire.a_wanted(wanted) + PAGE_OF_PICTURES

    wall.more.click(
        want_more, inputs=[wall.wanted], outputs=[wall.wanted], queue=False,
        api_visibility="private",
    ).then(look, inputs=[wall.search, wall.wanted], outputs=wall.parts, api_visibility="private")  # fmt: skip
    wall.search.change(
        look, inputs=[wall.search, wall.wanted], outputs=wall.parts, queue=False, api_visibility="private",
        trigger_mode="always_last", show_progress="hidden",
    )  # fmt: skip
    return PicturesTab(wall=wall, panel=panel, content=content, updates=_updates)


def _lay_out_wall() -> PictureWall:
    search = gr.Textbox(label=say("search-label"), placeholder=say("search-placeholder"), max_lines=1, elem_id="search")
    gallery = gr.Gallery(
        label=say("album"), show_label=False, columns=4, object_fit="cover", height="auto", allow_preview=False,
        buttons=[], interactive=False, elem_id="pictures", visible=False,
    )  # fmt: skip
    empty = gr.Markdown(say("no-pictures-yet"), elem_id="no-pictures", elem_classes=["empty"])
    more = gr.Button(say("show-more"), visible=False, elem_id="more-pictures")
    return PictureWall(search=search, wanted=gr.State(PAGE_OF_PICTURES), gallery=gallery, empty=empty, more=more)


def _lay_out_panel(pictures: Pictures) -> PicturePanel:
    id = gr.State(None)
    with gr.Column(visible=False, elem_id="picture-panel") as group:
        image = gr.Image(
            label=say("picture-label"), show_label=False, interactive=False, buttons=["fullscreen"],
            elem_id="opened-picture", format="png",
        )  # fmt: skip
        with gr.Row():
            again = gr.Button(say("again"), variant="primary", scale=3, min_width=160, elem_id="use-again")
            close = gr.Button(say("close-picture"), scale=1, min_width=80, elem_id="picture-close")
        actions = picture_actions(pictures, id, "picture")
        format = gr.Radio(
            [(form.title, name) for name, form in COPIES.items()], value="png", label=say("download-as-label"),
            info=say("download-as-help"), elem_id="download-format",
        )  # fmt: skip
        download = gr.DownloadButton(say("download", format="PNG"), elem_id="download-picture")
        facts = gr.HTML("", elem_id="picture-facts", apply_default_css=False)
        delete = delete_button("delete-picture", say("delete-picture-sure"))
    return PicturePanel(
        id=id, group=group, close=close, image=image, facts=facts, format=format, download=download, again=again,
        actions=actions, delete=delete,
    )  # fmt: skip


def _content(pictures: Pictures, served: ServedFiles, search: str, wanted: int) -> dict[str, Any]:
    found = pictures.list(asking(), search=search, limit=wanted + 1)
    shown = [(picture.thumbnail_file or picture.file, _caption(picture)) for picture in found[:wanted]]
    return {"pictures": served.copies_of(shown), "searched": bool(search.strip()), "more": len(found) > wanted}


def _updates(content: dict[str, Any]) -> list[Any]:
    pictures = content["pictures"]
    words = say("no-match") if content["searched"] else say("no-pictures-yet")
    return [
        gr.Gallery(value=[(path, caption) for path, caption in pictures], visible=bool(pictures), selected_index=None),
        gr.Markdown(words, visible=not pictures),
        gr.Button(visible=content["more"]),
    ]


def _caption(picture: Picture) -> str:
    return picture.request.told_prompt


def _shown(picture: Picture, format: str, pictures: Pictures, served: ServedFiles) -> list[Any]:
    file = pictures.file(asking(), picture.id)
    return [
        picture.id,
        gr.Column(visible=True),
        gr.Image(value=str(served.copy_of(file))),
        picture_details_html(picture, *pictures.likenesses(asking(), [picture])),
        _download(picture, format, pictures, served),
        *DeleteButton.reset(),
    ]


def _download(picture: Picture, format: str, pictures: Pictures, served: ServedFiles) -> Any:
    """The button that hands the picture out in that form."""
    form = COPIES[one_of("field-format", format, list(COPIES))]
    name = f"cuddle-{picture.id}-seed-{picture.seed}{form.suffix}"
    file = pictures.file(asking(), picture.id)
    copy = served.made_of(file, name, lambda: pictures.copy(asking(), picture.id, format))
    return gr.DownloadButton(label=say("download", format=form.title), value=str(copy))


def _hidden(panel: PicturePanel) -> list[Any]:
    return [None, gr.Column(visible=False), *(gr.skip() for _ in panel.parts[2:])]
