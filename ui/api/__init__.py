"""The HTTP API by name, for gradio_client and other programs: all that a person can do on the page."""

from studio.studio import Studio
from ui.api.choices import add_choices
from ui.api.creating import add_creating
from ui.api.jobs import add_queue
from ui.api.lessons import add_checkpoints, add_teaching
from ui.api.people import add_account, add_guests
from ui.api.pictures import add_explanations, add_pictures
from ui.api.publishing import add_publishing
from ui.served_files import ServedFiles


def add_api(studio: Studio, served: ServedFiles) -> None:
    """Add every endpoint. Called inside gr.Blocks."""
    add_teaching(studio, served)
    add_checkpoints(studio.subjects, studio.checkpoints, served)
    add_publishing(studio.subjects, studio.hub)
    add_creating(studio)
    add_pictures(studio.pictures, served)
    add_explanations(studio.explanations, served)
    add_queue(studio.queue)
    add_account(studio, served)
    add_guests(studio)
    add_choices(studio)
