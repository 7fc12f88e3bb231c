"""Publishing a subject on the Hugging Face Hub."""

from typing import Any

from gradio.events import api

from studio.hub.hub import Hub
from studio.subjects.subjects import Subjects
from ui.errors import explained
from ui.forms import rows, wire
from ui.people import asking


def add_publishing(subjects: Subjects, hub: Hub) -> None:
    @explained
    def publish_choices(name: str) -> dict[str, Any]:
        """As whom a subject would be published ("problem": why not), under which name, and which pictures may go."""
        subject = subjects.get(asking(), wire.an_id("field-name", name))
        pictures, account = hub.publish_choices(asking(), subject.name), hub.account(asking())
        place, published = hub.suggested_repository(asking(), subject), hub.published(asking(), subject.name)
        return rows.publish_row(account, place, published, pictures)

    @explained
    def publish_subject(
        name: str,
        repository: str = "",
        private: bool = True,
        license: str = "",
        pictures: list[str] = [],  # noqa: B006 - gradio reads it as the default, nothing changes it
        overwrite: bool = False,
    ) -> dict[str, Any]:
        """Queue the publishing of a subject on the Hugging Face Hub; pictures: ids of /publish_choices.

        What its own earlier publishing put there is updated; anything else only where overwrite is true.
        """
        job = hub.publish(
            asking(),
            name=wire.an_id("field-name", name),
            repository=repository,
            private=private,
            license=license,
            pictures=[wire.an_id("request-picture-id", id) for id in pictures],
            overwrite=overwrite,
        )
        return {"job_id": job.id, "repository": job.request.to_json()["repository"]}

    api(publish_choices, api_name="publish_choices")
    api(publish_subject, api_name="publish_subject")
