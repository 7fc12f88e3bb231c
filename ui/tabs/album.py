"""The album: every picture by day, newest first, a page at a time, and what can be done with several of them.

What is seen is drawn by ui/assets/pictures/album.js, which asks for a page when one is to be seen. The rows that the
page follows only tell it that something has changed.
"""

from datetime import UTC, date, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import gradio as gr

from studio.checks import is_finite_number
from studio.errors import StudioError
from studio.pictures.picture import Picture
from studio.pictures.picture_filter import PageKey, PictureDay, key_of
from studio.pictures.pictures import BIN_DAYS, Pictures
from studio.studio import Studio
from studio.words import say
from ui.components.markup import text
from ui.components.pictures.archives import PictureArchives
from ui.components.pictures.changes import PictureChanges
from ui.components.pictures.details import picture_details_html
from ui.components.scripts import script
from ui.errors import in_sentences
from ui.forms import wire
from ui.live import LivePart
from ui.people import asking
from ui.served_files import ServedFiles
from ui.snapshot import Snapshot

PAGE_OF_PICTURES = 60
_SMALL_PX = 384


def build_album(studio: Studio, served: ServedFiles) -> list[LivePart]:
    """Lay it out. Gives what keeps it up to date."""
    pictures = studio.pictures
    archives, changes = PictureArchives(pictures, served), PictureChanges(pictures, served)

    @in_sentences
    def album_page(wish: object) -> dict[str, Any]:
        return _page(pictures, served, changes, wish)

    @in_sentences
    def days(wish: object) -> dict[str, Any]:
        known = pictures.days(asking(), _zone(wire.event_value(wish, "zone")), **_filters(wish))
        return {
            "days": [
                {"day": one.day.isoformat(), "since": one.since, "until": one.until, "count": one.count}
                for one in known
            ]
        }

    @in_sentences
    def present(wish: object) -> dict[str, Any]:
        ids = wire.ids("field-picture-id", wire.event_value(wish, "ids"))
        return {"ids": sorted(pictures.present(asking(), ids, bin=wire.event_value(wish, "bin") is True))}

    @in_sentences
    def archive(ids: object) -> dict[str, str]:
        made = archives.made(wire.ids("field-picture-id", ids))
        return {"url": served.address_of(made), "name": made.name}

    @in_sentences
    def compared(ids: object) -> dict[str, Any]:
        both = [pictures.get(asking(), id, also_in_bin=True) for id in wire.ids("field-picture-id", ids)[:2]]
        found = zip(both, pictures.likenesses(asking(), both), strict=True)
        return {
            "pictures": [
                {
                    "url": served.url_of(one.file),
                    "title": one.request.told_prompt,
                    "facts": picture_details_html(one, likenesses),
                }
                for one, likenesses in found
            ]
        }

    @in_sentences
    def empty_bin(_nothing: object) -> dict[str, str]:
        changes.clear_bin(all_of_it=True)
        return {"said": say("album-bin-emptied")}

    gr.HTML(_skeleton(), elem_id="album-room", apply_default_css=False)
    news = gr.HTML(
        value=None,
        elem_id="album-news",
        html_template="",
        js_on_load=script("page/nodes", "pictures/snackbar", "pictures/compare", "pictures/album", words=_words()),
        apply_default_css=False,
        server_functions=[album_page, days, present, archive, compared, empty_bin, *changes.server_functions],
    )
    return [LivePart(component=news, content=_revision)]


def _revision(snapshot: Snapshot) -> dict[str, Any]:
    """What is another one when the album has anything else to show, and the people to look for."""
    people = [subject.name for subject in snapshot.usable if subject.state == "ready"]
    return {"revision": snapshot.pictures_revision, "people": people}


def _page(pictures: Pictures, served: ServedFiles, changes: PictureChanges, wish: object) -> dict[str, Any]:
    """Pictures for the grid, and the place behind the last of them; None behind the very last."""
    after = _key(wire.event_value(wish, "after"))
    if after is None:
        changes.clear_bin()
    found = pictures.list(
        asking(), limit=PAGE_OF_PICTURES + 1, after=after, day=_day(wire.event_value(wish, "day")), **_filters(wish)
    )
    shown = found[:PAGE_OF_PICTURES]
    key = key_of(shown[-1]) if len(found) > PAGE_OF_PICTURES else None
    return {
        "pictures": [_item(*one, served) for one in zip(shown, pictures.thumbnails(asking(), shown), strict=True)],
        "next": None if key is None else {"moment": key.moment, "id": key.id},
    }


def _item(picture: Picture, thumbnail: Path, served: ServedFiles) -> dict[str, Any]:
    return {
        "id": picture.id,
        "url": served.url_of(thumbnail, longest_side=None if picture.thumbnail_file else _SMALL_PX),
        "width": picture.width,
        "height": picture.height,
        "title": picture.request.told_prompt,
        "moment": key_of(picture).moment,
        "starred": picture.starred,
    }


def _filters(wish: object) -> dict[str, Any]:
    """What the album shows, as Pictures.list() takes it. Errors: StudioError."""
    search, subject = wire.event_value(wish, "search"), wire.event_value(wish, "subject")
    return {
        "search": wire.a_text("field-search", search),
        "subject": wire.a_text("field-subject", subject) or None,
        "starred": wire.event_value(wish, "starred") is True,
        "bin": wire.event_value(wish, "bin") is True,
    }


def _key(given: object) -> PageKey | None:
    """Where a page begins. Errors: StudioError."""
    if given is None:
        return None
    moment = wire.event_value(given, "moment")
    if not is_finite_number(moment):
        raise StudioError("album-page-unknown")
    return PageKey(moment=float(moment), id=wire.an_id("field-picture-id", wire.event_value(given, "id")))


def _day(given: object) -> PictureDay | None:
    """A day that days() gave. Errors: StudioError."""
    if given is None:
        return None
    since, until = wire.event_value(given, "since"), wire.event_value(given, "until")
    if not is_finite_number(since) or not is_finite_number(until):
        raise StudioError("album-page-unknown")
    return PictureDay(day=date.fromtimestamp(0), since=float(since), until=float(until), count=0)


def _zone(name: object) -> tzinfo:
    """The time zone of that IANA name; UTC for one that is not known here."""
    try:
        return ZoneInfo(name) if isinstance(name, str) else UTC
    except (KeyError, ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError
        return UTC


def _skeleton() -> str:
    """What is there before the first picture: the filters, and the places that album.js fills."""
    return f"""
<section class="album" aria-label="{text(say("album"))}">
  <div class="album-filters">
    <div class="album-search"><label for="album-search">{text(say("search-label"))}</label>
      <input type="search" id="album-search" placeholder="{text(say("search-placeholder"))}"></div>
    <div class="album-day-choice"><label for="album-day">{text(say("album-day"))}</label>
      <select id="album-day"><option value="">{text(say("album-any-day"))}</option></select></div>
    <div class="album-chips" id="album-people" role="group" aria-label="{text(say("album-people"))}"></div>
    <div class="album-chips" role="group" aria-label="{text(say("album-which"))}">
      <button type="button" class="chip" id="album-starred" aria-pressed="false">{text(say("album-starred"))}</button>
      <button type="button" class="chip" id="album-bin" aria-pressed="false">{text(say("album-bin"))}</button>
      <button type="button" class="chip" id="album-select" aria-pressed="false">{text(say("album-select"))}</button>
    </div>
  </div>
  <p class="hint" id="album-bin-help" hidden>{text(say("album-bin-help", days=BIN_DAYS))}
    <button type="button" class="small-button danger" id="album-empty-bin">{text(say("album-empty-bin"))}</button></p>
  <p class="for-ears" role="status" id="album-spoken"></p>
  <p class="empty" id="no-pictures" hidden></p>
  <div id="album-days" data-pictures></div>
  <button type="button" class="wide-button" id="more-pictures" hidden>{text(say("show-more"))}</button>
  <div class="album-toolbar" id="album-toolbar" role="toolbar" aria-label="{text(say("album-chosen-label"))}" hidden>
    <p id="album-chosen" role="status"></p>
    <button type="button" class="small-button" data-do="all">{text(say("album-choose-all"))}</button>
    <button type="button" class="small-button" data-do="archive">{text(say("album-download"))}</button>
    <button type="button" class="small-button" data-do="compare">{text(say("album-compare"))}</button>
    <button type="button" class="small-button danger" data-do="bin">{text(say("delete"))}</button>
    <button type="button" class="small-button" data-do="restore">{text(say("album-restore"))}</button>
    <button type="button" class="small-button danger" data-do="for-good">{text(say("album-for-good"))}</button>
    <button type="button" class="small-button" data-do="done">{text(say("album-done"))}</button>
  </div>
</section>"""


def _words() -> dict[str, str]:
    return {
        "none": say("no-pictures-yet"),
        "no_match": say("no-match"),
        "bin_empty": say("album-bin-is-empty"),
        "choose": say("album-choose-one", title="{title}"),
        "starred": say("album-with-star"),
        "chosen": say("album-chosen", count="{count}"),
        "shown": say("album-shown", count="{count}"),
        "undo": say("album-undo"),
        "for_good": say("album-for-good"),
        "for_good_sure": say("album-for-good-sure", count="{count}"),
        "empty_bin": say("album-empty-bin"),
        "empty_bin_sure": say("album-empty-bin-sure"),
        "keep": say("delete-no"),
        "away": say("server-away"),
        "packing": say("album-packing"),
        "compare": say("album-compare"),
        "close": say("close-picture"),
        "zoom": say("album-zoom"),
        "same": say("album-all-the-same"),
        "differs": say("album-differs"),
    }
