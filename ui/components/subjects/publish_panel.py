"""Publishing the chosen subject on the Hugging Face Hub: as whom, under which name, who may see it, which pictures."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from studio.errors import StudioError
from studio.hub.account import HubAccount
from studio.hub.hub import Hub
from studio.hub.publishing import LICENSES, PictureChoice, Published
from studio.hub.repositories import RepositoryTaken
from studio.people.person import OWNER, Person
from studio.subjects.subject import Subject
from studio.subjects.subjects import Subjects
from studio.words import say
from ui.components.jobs.news import JobNews
from ui.components.markup import moment, plain, problem, problem_line, text
from ui.components.scripts import script
from ui.errors import explained
from ui.forms import wire
from ui.people import asking
from ui.served_files import ServedFiles


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenQuestion:
    """Asked where a name on the Hub holds something else. `commit`: at which it was looked at; `name`: a free one."""

    commit: gr.State
    name: gr.State
    group: gr.Column
    words: gr.Markdown
    other: gr.Button
    replace: gr.Button

    @property
    def parts(self) -> list[Any]:
        """What `asked` and `away` update."""
        return [self.commit, self.name, self.group, self.words, self.other]

    @staticmethod
    def asked(taken: RepositoryTaken, name: str) -> list[Any]:
        """Updates that ask. `name`: another one that is free."""
        words = say("publish-taken", place=plain(taken.place), what=plain(say(taken.holding.words)))
        other = gr.Button(say("publish-other-name", name=name))
        return [taken.holding.commit, name, gr.Column(visible=True), words, other]

    @staticmethod
    def away() -> list[Any]:
        """Updates that take the question away."""
        return ["", "", gr.Column(visible=False), "", gr.skip()]


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
    taken: TakenQuestion
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
            self.license, self.pictures, self.said, self.publish, self.look_again, *self.taken.parts,
        ]  # fmt: skip


def is_offered(person: Person, subject: Subject) -> bool:
    """Whether the person may publish it now: it is ready, and she is the owner, to whose account it goes."""
    return person == OWNER and subject.state == "ready"


def closed(has_opener: bool) -> list[Any]:
    """Updates of `parts`: the panel goes; its opener is there for a subject that may be published."""
    return [gr.Button(visible=has_opener), gr.Column(visible=False)]


def publish_panel(opener: gr.Button) -> PublishPanel:
    """Lay it out here; `opener` is the button that opens it."""
    with gr.Column(visible=False, elem_id="publish-panel") as group:
        title = gr.Markdown("")
        account = gr.HTML("", elem_id="publish-account", apply_default_css=False)
        with gr.Column(visible=False, elem_id="publish-fields") as fields:
            with gr.Row():
                repository = gr.Textbox(
                    label=say("publish-name-label"), info=say("publish-name-help"), max_lines=1, min_width=220,
                    elem_id="publish-name",
                )  # fmt: skip
                license = gr.Dropdown(
                    [(say(title), id) for id, title in LICENSES.items()], value="", label=say("publish-license-label"),
                    info=say("publish-license-help"), min_width=220, elem_id="publish-license",
                )  # fmt: skip
            who_sees = gr.Radio(
                [(say("publish-private"), "private"), (say("publish-public"), "public")], value="private",
                label=say("publish-who-label"), info=say("publish-who-help"),
                elem_id="publish-who",
            )  # fmt: skip
            pictures = gr.HTML(
                value=[], html_template='<div class="publish-pictures"></div>',
                js_on_load=script("page/nodes", "subjects/publish_pictures"),
                apply_default_css=False, elem_id="publish-pictures", pictures=None, **_picture_words(),
            )  # fmt: skip
            gr.Markdown(say("publish-what-goes"), elem_classes=["hint"])
        said = problem_line("publish-said")
        taken = _taken_question()
        with gr.Row():
            publish = gr.Button(
                say("publish-button"), variant="primary", size="sm", min_width=120, elem_id="publish-button"
            )
            look_again = gr.Button(
                say("publish-look-again"), size="sm", min_width=120, visible=False, elem_id="publish-look-again"
            )
            close = gr.Button(say("publish-close"), size="sm", min_width=120, elem_id="publish-close")
    return PublishPanel(
        opener=opener, group=group, title=title, account=account, fields=fields, repository=repository,
        who_sees=who_sees, license=license, pictures=pictures, said=said, taken=taken, publish=publish,
        look_again=look_again, close=close,
    )  # fmt: skip


def _picture_words() -> dict[str, Any]:
    return {
        "title": say("publish-pictures-label"),
        "help": say("publish-pictures-help"),
        "empty_text": say("publish-pictures-empty"),
    }


def _taken_question() -> TakenQuestion:
    with gr.Column(visible=False, elem_id="publish-taken", elem_classes=["sure"]) as group:
        words = gr.Markdown("")
        with gr.Row():
            other = gr.Button("", size="sm", min_width=120, elem_id="publish-other-name")
            replace = gr.Button(
                say("publish-replace"), variant="stop", size="sm", min_width=120, elem_id="publish-replace"
            )
    return TakenQuestion(commit=gr.State(""), name=gr.State(""), group=group, words=words, other=other, replace=replace)


def wire_publish_panel(
    panel: PublishPanel, name: gr.State, news: JobNews, subjects: Subjects, hub: Hub, served: ServedFiles
) -> None:
    """`name`: whose panel it is; `news`: where it is said how far the publishing is."""

    @explained
    def open_panel(name: str | None) -> list[Any]:
        return _opened(subjects.get(asking(), wire.an_id("field-name", name)), hub, served)

    @explained
    def publish(
        name: str | None,
        repository: str,
        who_sees: str | None,
        license: str | None,
        pictures: list[str] | None,
        agreed: str = "",
    ) -> list[Any]:
        try:
            job = hub.publish(
                asking(),
                name=wire.an_id("field-name", name),
                repository=repository,
                private=who_sees != "public",
                license=license or "",
                pictures=[wire.an_id("request-picture-id", id) for id in pictures or ()],
                overwrite=agreed,
            )
        except RepositoryTaken as taken:
            free = hub.free_repository(taken.place)
            return [gr.skip(), gr.skip(), "", *panel.taken.asked(taken, free), *news.nothing()]
        except StudioError as error:
            return [gr.skip(), gr.skip(), problem(str(error)), *panel.taken.away(), *news.nothing()]
        return [*closed(True), "", *panel.taken.away(), *news.about(job)]

    for button in (panel.opener, panel.look_again):
        button.click(open_panel, inputs=[name], outputs=panel.all_parts, api_visibility="private")
    panel.close.click(
        lambda: [*closed(True), "", *panel.taken.away()], outputs=[*panel.parts, panel.said, *panel.taken.parts],
        queue=False, api_visibility="private",
    )  # fmt: skip
    fields: dict[str, Any] = {
        "name": name, "repository": panel.repository, "who_sees": panel.who_sees, "license": panel.license,
        "pictures": panel.pictures,
    }  # fmt: skip
    outputs = [*panel.parts, panel.said, *panel.taken.parts, *news.parts]
    panel.publish.click(publish, inputs_kwargs=fields, outputs=outputs, api_visibility="private")
    agreeing: dict[str, Any] = {**fields, "agreed": panel.taken.commit}
    panel.taken.replace.click(publish, inputs_kwargs=agreeing, outputs=outputs, api_visibility="private")
    panel.taken.other.click(
        lambda free: [free, *panel.taken.away()], inputs=[panel.taken.name],
        outputs=[panel.repository, *panel.taken.parts], queue=False, api_visibility="private",
    )  # fmt: skip

    def another_name(free: str) -> list[Any]:
        # Where nothing was asked, an answer that comes late would take away what was asked meanwhile.
        return panel.taken.away() if free else [gr.skip() for _ in panel.taken.parts]

    panel.repository.input(
        another_name, inputs=[panel.taken.name], outputs=panel.taken.parts, queue=False, api_visibility="private",
        show_progress="hidden",
    )  # fmt: skip


def _opened(subject: Subject, hub: Hub, served: ServedFiles) -> list[Any]:
    """Updates of `all_parts`: the panel for this subject, as it was published last."""
    account = hub.account(asking())
    published = hub.published(asking(), subject.name)
    may = account.problem is None
    return [
        gr.Button(visible=False),
        gr.Column(visible=True),
        f"#### {say('publish-title')}",
        account_html(account, published),
        gr.Column(visible=may),
        hub.suggested_repository(asking(), subject) if may else "",
        "private" if published is None or published.private else "public",
        "" if published is None else published.license,
        gr.HTML(
            value=[], pictures=_thumbnails(hub.publish_choices(asking(), subject.name), served) if may else [],
            **_picture_words(),
        ),
        "",
        gr.Button(visible=may),
        gr.Button(visible=not may),
        *TakenQuestion.away(),
    ]  # fmt: skip


def account_html(account: HubAccount, published: Published | None) -> str:
    """As whom it is published, or why that cannot be; and where it is already. A token is never shown."""
    if account.problem is not None:
        return f'<p class="problem" role="alert">{text(say(account.problem))}</p>'
    # What the sentences name is HTML already; they themselves hold no sign that would mean something in it.
    said = say("publish-as", name=f"<b>{text(account.name)}</b>")
    if published is not None:
        who = say("publish-private") if published.private else say("publish-public")
        link = f'<a href="{text(published.url)}" target="_blank" rel="noopener">{text(published.repository)}</a>'
        since = moment(published.at)
        there = say("published-at", place=link, who=text(who), since=since)
        said += f" {there} {text(say('publish-updates'))}"
    return f'<p class="hint">{said}</p>'


def _thumbnails(choices: list[PictureChoice], served: ServedFiles) -> list[dict[str, str]]:
    rows = [
        {
            "id": choice.id,
            "url": served.url_of(choice.thumbnail_file, longest_side=256),
            "prompt": choice.picture.prompt,
        }
        for choice in choices
    ]
    return [row for row in rows if row["url"]]
