"""What was found in a picture file: as the fields of Create, and as plain values for the HTTP API."""

from dataclasses import replace
from typing import Any

from studio.interop.bounded_request import FoundSettings
from studio.people.person import OWNER
from studio.pictures.picture import Picture
from studio.words import say
from ui.forms.creating import CreateFields, fields_of


def fields_found(found: FoundSettings) -> CreateFields:
    """The form that makes such a picture; without a seed a new one is drawn."""
    request = found.request
    as_if_made = Picture(
        id="", file="", seed=request.seed, width=request.width, height=request.height, job_id="", request=request,
        created_at=0.0, owner=OWNER,
    )  # fmt: skip
    fields, _ = fields_of(as_if_made, [choice.name for choice in request.subjects])
    return fields if found.has_seed else replace(fields, surprise=True)


def found_row(found: FoundSettings) -> dict[str, Any]:
    """Who made it, what /create takes to make it here, and in sentences what is missing of it."""
    return {
        "program": found.program,
        "parameters": fields_found(found).as_arguments(),
        "remarks": [say(one) for one in found.remarks],
    }
