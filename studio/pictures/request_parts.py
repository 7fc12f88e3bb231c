"""What a person asks of a picture beside its words, made into parts of its request."""

from collections.abc import Mapping
from random import Random
from typing import Any

from studio.checks import number, shown
from studio.errors import StudioError
from studio.people.person import Person
from studio.pictures.init_images import InitImages
from studio.pictures.options import HiresFix, grid_from_json, hires_fix_from_json, strip
from studio.pictures.styles import style_words
from studio.prompts.reading import clean_readings
from studio.seeds import seed_or_drawn
from studio.words import Listing

PICTURE_OPTIONS = ("variation_seed", "variation_strength", "start", "larger", "grid", "blending", "readings", "style")
VARIATION_STRENGTH = 0.1  # nearly always the same picture with other details; from 0.2 on often another one


def request_parts(
    person: Person, options: Mapping[str, object], count: int, init_images: InitImages, random: Random
) -> dict[str, Any]:
    """The parts of a request for so many pictures, from options by name (PICTURE_OPTIONS). Errors: StudioError."""
    if unknown := [name for name in options if name not in PICTURE_OPTIONS]:
        options_there = Listing(PICTURE_OPTIONS, most=None, style="comma")
        raise StudioError("no-picture-option", option=shown(unknown[0]), options=options_there)
    grid, larger = options.get("grid"), options.get("larger")
    return {
        **_variation(options, count, random),
        "start": init_images.chosen(person, options.get("start")),
        "larger": (HiresFix() if larger else None) if isinstance(larger, bool) else hires_fix_from_json(larger),  # type: ignore[arg-type]
        "blending": "apart" if options.get("blending") is None else options["blending"],
        "readings": readings_in(options),
        "style": style_in(options),
        "grid": strip() if grid == "strip" else grid_from_json(grid),  # type: ignore[arg-type]
    }


def readings_in(options: Mapping[str, object]) -> dict[str, str]:
    """What options say of names in the prompt (studio.prompts.reading.read). Errors: StudioError."""
    given = options.get("readings")
    return {} if given is None else clean_readings(given)


def style_in(options: Mapping[str, object]) -> str:
    """The words of the style that options name, "" for none. Errors: StudioError."""
    return style_words(options.get("style") or "")


def _variation(options: Mapping[str, object], count: int, random: Random) -> dict[str, Any]:
    seed, strength = options.get("variation_seed"), options.get("variation_strength")
    if strength is None:
        strength = 0.0 if seed is None else VARIATION_STRENGTH
    if number("field-variation-strength", strength, 0, 1) == 0:
        return {}
    drawn = seed_or_drawn("field-variation-seed", seed, random, count)
    return {"variation_seed": drawn, "variation_strength": strength}
