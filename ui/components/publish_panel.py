"""Publishing the chosen subject on the Hugging Face Hub: as whom, under which name, who may see it, which pictures."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from studio.errors import StudioError
from studio.hub_account import HubAccount
from studio.publishing import LICENSES, PictureChoice, Published
from studio.studio import Studio
from studio.subjects import Subject
from ui import texts, words
from ui.components.markup import good_news, problem, problem_line, text
from ui.errors import explained
from ui.handouts import Handouts
from ui.theme import ASSETS

_PICTURE_WORDS: dict[str, Any] = {
    "title": texts.PUBLISH_PICTURES_LABEL,
    "help": texts.PUBLISH_PICTURES_HELP,
    "empty_text": texts.PUBLISH_PICTURES_EMPTY,
}
_WHO_SEES = [(texts.PUBLISH_PRIVATE, "private"), (texts.PUBLISH_PUBLIC, "public")]


@dataclass(frozen=True, kw_only=True, slots=True)
class PublishPanel:
    """The widgets. `opener` lies elsewhere on the page; `fields` are seen only with an account to publish as."""

    opener: gr.Button
    group: gr.Column
    title: gr.Markdown
    account: gr.HTML
    fields: gr.Column
    repository: gr.Textbox
    who_sees: gr.Radio
    license: gr.Dropdown
    pictures: gr.HTML
    said: gr.HTML
    publish: gr.Button
    look_again: gr.Button
    close: gr.Button

    @property
    def parts(self) -> list[Any]:
        """What `closed` updates."""
        return [self.opener, self.group]

    @property
    def all_parts(self) -> list[Any]:
        """What opening updates."""
        return [
            self.opener, self.group, self.title, self.account, self.fields, self.repository, self.who_sees,
            self.license, self.pictures, self.said, self.publish, self.look_again,
        ]  # fmt: skip


def closed(is_offered: bool) -> list[Any]:
    """Updates of `parts`: the panel goes; its opener is there for a subject that may be published."""
    return [gr.Button(visible=is_offered), gr.Column(visible=False)]


def publish_panel(opener: gr.Button) -> PublishPanel:
    """Lay it out here; `opener` is the button that opens it."""
    with gr.Column(visible=False, elem_id="publish-panel") as group:
        title = gr.Markdown("")
        account = gr.HTML("", elem_id="publish-account", apply_default_css=False)
        with gr.Column(visible=False, elem_id="publish-fields") as fields:
            with gr.Row():
                repository = gr.Textbox(
                    label=texts.PUBLISH_NAME_LABEL, info=texts.PUBLISH_NAME_HELP, max_lines=1, min_width=220,
                    elem_id="publish-name",
                )  # fmt: skip
                license = gr.Dropdown(
                    [(title, id) for id, title in LICENSES.items()], value="", label=texts.PUBLISH_LICENSE_LABEL,
                    info=texts.PUBLISH_LICENSE_HELP, min_width=220, elem_id="publish-license",
                )  # fmt: skip
            who_sees = gr.Radio(
                _WHO_SEES, value="private", label=texts.PUBLISH_WHO_LABEL, info=texts.PUBLISH_WHO_HELP,
                elem_id="publish-who",
            )  # fmt: skip
            pictures = gr.HTML(
                value=[], html_template='<div class="publish-pictures"></div>',
                js_on_load=(ASSETS / "publish_pictures.js").read_text(encoding="utf-8"),
                apply_default_css=False, elem_id="publish-pictures", pictures=None, **_PICTURE_WORDS,
            )  # fmt: skip
            gr.Markdown(texts.PUBLISH_WHAT_GOES, elem_classes=["hint"])
        said = problem_line("publish-said")
        with gr.Row():
            publish = gr.Button(
                texts.PUBLISH_BUTTON, variant="primary", size="sm", min_width=120, elem_id="publish-button"
            )
            look_again = gr.Button(
                texts.PUBLISH_LOOK_AGAIN, size="sm", min_width=120, visible=False, elem_id="publish-look-again"
            )
            close = gr.Button(texts.PUBLISH_CLOSE, size="sm", min_width=120, elem_id="publish-close")
    return PublishPanel(
        opener=opener, group=group, title=title, account=account, fields=fields, repository=repository,
        who_sees=who_sees, license=license, pictures=pictures, said=said, publish=publish,
        look_again=look_again, close=close,
    )  # fmt: skip


def wire_publish_panel(panel: PublishPanel, name: gr.State, news: gr.HTML, studio: Studio, handouts: Handouts) -> None:
    """`name`: whose panel it is; `news`: where it is said that the publishing is in the queue."""

    @explained
    def open_panel(name: str | None) -> list[Any]:
        return _opened(studio.subject(name or ""), studio, handouts)

    @explained
    def publish(
        name: str | None, repository: str, who_sees: str | None, license: str | None, pictures: list[str] | None
    ) -> list[Any]:
        try:
            job = studio.publish_subject(
                name=name or "",
                repository=repository,
                private=who_sees != "public",
                license=license or "",
                pictures=[str(id) for id in pictures or ()],
            )
        except StudioError as error:
            return [gr.skip(), gr.skip(), problem(str(error)), gr.skip()]
        place = job.request.to_json()["repository"]
        return [*closed(True), "", good_news(texts.PUBLISH_QUEUED.format(place=place))]

    for button in (panel.opener, panel.look_again):
        button.click(open_panel, inputs=[name], outputs=panel.all_parts, api_visibility="private")
    panel.close.click(
        lambda: [*closed(True), ""], outputs=[*panel.parts, panel.said], queue=False, api_visibility="private"
    )
    panel.publish.click(
        publish,
        inputs_kwargs={
            "name": name, "repository": panel.repository, "who_sees": panel.who_sees, "license": panel.license,
            "pictures": panel.pictures,
        },
        outputs=[*panel.parts, panel.said, news], api_visibility="private",
    )  # fmt: skip


def _opened(subject: Subject, studio: Studio, handouts: Handouts) -> list[Any]:
    """Updates of `all_parts`: the panel for this subject, as it was published last."""
    account = studio.hub_account()
    published = studio.published(subject.name)
    may = not account.problem
    return [
        gr.Button(visible=False),
        gr.Column(visible=True),
        f"#### {texts.PUBLISH_TITLE}",
        account_html(account, published),
        gr.Column(visible=may),
        studio.suggested_repository(subject) if may else "",
        "private" if published is None or published.private else "public",
        "" if published is None else published.license,
        gr.HTML(
            value=[], pictures=_thumbnails(studio.publish_choices(subject.name), handouts) if may else [],
            **_PICTURE_WORDS,
        ),
        "",
        gr.Button(visible=may),
        gr.Button(visible=not may),
    ]  # fmt: skip


def account_html(account: HubAccount, published: Published | None) -> str:
    """As whom it is published, or why that cannot be; and where it is already. A token is never shown."""
    if account.problem:
        return f'<p class="problem" role="alert">{text(account.problem)}</p>'
    said = f'<p class="hint">{text(texts.PUBLISH_AS)} <b>{text(account.name)}</b>.'
    if published is not None:
        who = texts.PUBLISH_PRIVATE if published.private else texts.PUBLISH_PUBLIC
        link = f'<a href="{text(published.url)}" target="_blank" rel="noopener">{text(published.repository)}</a>'
        since = text(words.day_and_time(published.at))
        said += f" {text(texts.PUBLISHED_AT)} {link} ({text(who)}, {since}). {text(texts.PUBLISH_UPDATES)}"
    return f"{said}</p>"


def _thumbnails(choices: list[PictureChoice], handouts: Handouts) -> list[dict[str, str]]:
    rows = [
        {
            "id": choice.id,
            "url": handouts.url_of(choice.thumbnail_file, longest_side=256),
            "prompt": choice.picture.prompt,
        }
        for choice in choices
    ]
    return [row for row in rows if row["url"]]
