"""The photos just given, small, with what is worth knowing about them and what can be done with each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from studio.photos.decoding import MIN_SIDE
from studio.photos.edits.edit import LEAST_CROP
from studio.photos.faults.finding import Fault
from studio.words import Listing, say
from ui.components.scripts import script

_EDGES = ("left", "top", "right", "bottom")


@dataclass(frozen=True, kw_only=True, slots=True)
class SeenPhoto:
    """A photo as a lesson would keep it.

    Attributes:
        name: its own file name, by which its edit is known.
        url: of a small copy, or "".
        whole_url: of one that is large enough to crop.
        faults: what is wrong with it, for a badge.
        turns: quarter turns clockwise that would set it upright, 0 where nothing tells.
        is_aside: a lesson would never see it.
    """

    name: str
    url: str
    whole_url: str
    faults: Sequence[Fault] = ()
    turns: int = 0
    is_aside: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class SeenPhotos:
    """All photos that are shown. `left_out`: the names of those that an edit leaves out."""

    photos: Sequence[SeenPhoto] = ()
    left_out: Sequence[str] = ()


def seen_photos(elem_id: str) -> gr.HTML:
    """The component. Its value is {photo's name: PhotoEdit.to_json()}; its event `edited` tells that one changed.

    `seen_photos_update` gives it new photos.
    """
    return gr.HTML(
        value={},
        html_template='<div class="seen-photos"></div>',
        js_on_load=script("page/nodes", "photos/frame", "photos/seen", words=_words()),
        apply_default_css=False,
        elem_id=elem_id,
        **seen_props(SeenPhotos()),
    )


def seen_photos_update(seen: SeenPhotos, advice: str = "", beyond: str = "") -> Any:
    """The update that shows these photos. What was done to those that stay on the page stays."""
    return gr.HTML(**seen_props(seen, advice, beyond))


def no_photos_update() -> Any:
    """The update that takes all photos away, and what was done to them."""
    return gr.HTML(value={}, **seen_props(SeenPhotos()))


def seen_props(seen: SeenPhotos, advice: str = "", beyond: str = "") -> dict[str, Any]:
    """What the script shows. `advice`: sentences; `beyond`: one about a photo that the base model cannot draw."""
    shown = [_shown(number, photo) for number, photo in enumerate(seen.photos, 1)]
    left_out = [{"name": name, "left_out": say("photo-left-out", name=name)} for name in seen.left_out]
    return {"photos": shown + left_out, "note": _note(seen, advice, beyond), "beyond": beyond}


def _shown(number: int, photo: SeenPhoto) -> dict[str, Any]:
    return {
        "name": photo.name,
        "number": number,
        "url": photo.url,
        "whole_url": photo.whole_url,
        "alt": say("photo-alt", number=number),
        "badge": _badge(number, photo.faults),
        "aside": say("kept-aside") if photo.is_aside else "",
        "turns": photo.turns,
    }


def _badge(number: int, faults: Sequence[Fault]) -> str:
    """A photo's number, by which the sentences below call it, and its faults in a word each; "" without any."""
    if not faults:
        return ""
    return say(
        "photo-fault", number=number, faults=Listing([fault.badge for fault in faults], most=None, style="comma")
    )


def _note(seen: SeenPhotos, advice: str, beyond: str) -> str:
    if not seen.photos:
        return ""
    aside = sum(photo.is_aside for photo in seen.photos)
    has_faults = any(photo.faults for photo in seen.photos)
    given = say("photos-given" if has_faults or beyond or advice else "photos-all-fine", count=len(seen.photos))
    kept_aside = say("kept-aside-help", count=aside) if aside else ""
    return " ".join(part for part in (given, kept_aside, advice) if part)


def _words() -> dict[str, Any]:
    """What the scripts say; they fill in what stands in braces."""
    named = {"number": "{number}", "name": "{name}"}
    return {
        "turn": say("photo-turn"),
        "crop": say("photo-crop"),
        "remove": say("photo-remove"),
        "undo": say("photo-undo"),
        "upright": say("photo-turn-upright"),
        "turn_spoken": say("photo-turn-spoken", **named),
        "crop_spoken": say("photo-crop-spoken", **named),
        "remove_spoken": say("photo-remove-spoken", **named),
        "undo_spoken": say("photo-undo-spoken", name="{name}"),
        "upright_spoken": say("photo-turn-upright-spoken", **named),
        "turned": say("photo-turned", name="{name}"),
        "cropped": say("photo-cropped", name="{name}"),
        "removed": say("photo-removed", name="{name}"),
        "undone": say("photo-undone", name="{name}"),
        "crop_title": say("crop-title", **named),
        "crop_help": say("crop-help"),
        "crop_frame": say("crop-frame"),
        "crop_keep": say("crop-keep"),
        "crop_cancel": say("crop-cancel"),
        **{f"crop_{edge}": say(f"crop-{edge}") for edge in _EDGES},
        "least_share": LEAST_CROP,
        "least_side": MIN_SIDE,
    }
