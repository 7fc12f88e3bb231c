"""What is going on: a pill in the header that says it in a word, and a drawer with every job and what can be done.

In the drawer are all jobs that wait or run, and those that just ended.
"""

from typing import Any

import gradio as gr

from studio.jobs.job import ENDED, WAITING, Job, JobCommand, JobKind, JobState
from studio.words import Listing, say, worded
from ui import words
from ui.components.jobs.questions import before_cancelling
from ui.components.markup import act_button, bar, text
from ui.components.scripts import script
from ui.snapshot import Snapshot

_GOOD_NEWS_SECONDS = 120
_BAD_NEWS_SECONDS = 3600
_LIVE_SHOWN, _ENDED_SHOWN = 5, 2
_ICONS = {  # drawn in a field of 24 by 24
    JobKind.TEACH: "M3 9l9-4 9 4-9 4zM7 11v5c3 2.5 7 2.5 10 0v-5M21 9v6",
    JobKind.CREATE: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01",
    JobKind.EXPLAIN: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M9.3 9.3a2.8 2.8 0 1 1 3.9 2.7c-.8.4-1.2.9-1.2 1.9M12 17h.01",
    JobKind.IMPORT: "M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8",
    JobKind.HUB_IMPORT: "M12 4v11M7 10l5 5 5-5M4 20h16",
    JobKind.PUBLISH: "M12 16V5M7 10l5-5 5 5M4 20h16",
}


def jobs_strip() -> gr.HTML:
    """The component. Its event `act` brings {"act", "id": job id}, also for the buttons of the lesson's panel."""
    return gr.HTML(
        "",
        elem_id="jobs",
        js_on_load=script(
            "page/nodes", "page/jobs_strip", "page/activity", tellMe=say("tell-me"), tellMeOn=say("tell-me-on")
        ),
        apply_default_css=False,
    )


def jobs_strip_html(snapshot: Snapshot) -> str:
    """The strip as HTML."""
    live = [job for job in snapshot.jobs if words.is_live(job)]
    news = [job for job in snapshot.jobs if _is_news(job, snapshot.now)][:_ENDED_SHOWN]
    cards = [_card(job, words.job_title(job), snapshot.now) for job in live[:_LIVE_SHOWN] + news]
    if len(live) > _LIVE_SHOWN:
        cards.append(f'<p class="quiet">{text(say("jobs-more", count=len(live) - _LIVE_SHOWN))}</p>')
    if live and not snapshot.worker_alive:
        cards.insert(
            0, f'<p class="quiet" role="status">{text(worded(snapshot.worker_message) or say("no-worker"))}</p>'
        )
    if not cards:
        cards = [f'<p class="quiet">{text(say("nothing-to-do"))}</p>']
    return _pill(live, snapshot) + (
        f'<section id="activity" class="jobs" aria-label="{text(say("jobs-label"))}">'
        f"<header><h2>{text(say('activity'))}</h2>"
        f'<button type="button" class="close-activity" aria-label="{text(say("close-activity"))}">×</button></header>'
        f'{"".join(cards)}<div class="tell-me"></div></section>{_spoken(live, snapshot)}'
    )


def pill_words(live: list[Job], snapshot: Snapshot) -> str:
    """What goes on, in a word or two: "Miro, 6 minutes"."""
    running = [job for job in live if job.state is JobState.RUNNING]
    if running:
        name, left = words.job_name(running[0]), running[0].seconds_left
        short = say("pill-left", name=name, time=words.duration(left)) if left else name
        return say("pill-and-more", first=short, count=len(live) - 1) if len(live) > 1 else short
    if live:
        return say("pill-waiting", count=len(live))
    failed = [job for job in snapshot.jobs if _is_news(job, snapshot.now) and job.state is JobState.FAILED]
    return say("pill-failed", count=len(failed)) if failed else say("activity")


def _pill(live: list[Job], snapshot: Snapshot) -> str:
    state = "busy" if live else "idle"
    return (
        f'<button type="button" class="pill {state}" aria-expanded="false" aria-controls="activity">'
        f"<span>{text(pill_words(live, snapshot))}</span></button>"
    )


def action_of(data: Any) -> tuple[str, str]:
    """What was pressed on which job, from the event's data; empty texts when it is something else."""
    if not isinstance(data, dict):
        return "", ""
    return str(data.get("act", "")), str(data.get("id", ""))


def _is_news(job: Job, now: float) -> bool:
    if job.state not in ENDED or job.ended_at is None:
        return False
    age = now - job.ended_at
    return age < (_GOOD_NEWS_SECONDS if job.state is JobState.DONE else _BAD_NEWS_SECONDS)


def _spoken(live: list[Job], snapshot: Snapshot) -> str:
    """For screen readers: changes only when a job starts, ends or comes, not with every step."""
    running = [words.job_title(job) for job in live if job.state is JobState.RUNNING]
    paused = sum(job.state is JobState.PAUSED for job in live)
    waiting = len(live) - len(running) - paused
    jobs = Listing(running, most=None, style="comma")
    said = say("jobs-spoken", jobs=jobs, waiting=waiting) if running else say("jobs-spoken-none", waiting=waiting)
    said += f" {say('jobs-spoken-paused', paused=paused)}" if paused else ""
    return f'<p class="for-ears" role="status">{text(said)}</p>'


def _card(job: Job, title: str, now: float) -> str:
    progress = bar(words.done_part(job), title) if job.state is JobState.RUNNING else ""
    return (
        f'<article class="job {job.state.value}" data-job="{text(job.id)}" data-state="{job.state.value}">'
        f'<svg class="job-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{_ICONS[job.kind]}"/></svg>'
        f'<div class="job-body"><p class="job-title">{text(title)}</p>'
        f'<p class="job-standing">{text(words.job_standing(job))}</p>{progress}</div>'
        f'<div class="job-buttons">{_buttons(job, title, now)}</div>{_log(job)}</article>'
    )


def _log(job: Job) -> str:
    """What the worker's log says of a job that failed, shut until somebody wants it; "" where there is nothing."""
    if not job.log:
        return ""
    lines = text("\n".join(job.log))
    return (
        f'<details class="fold job-log" data-fold="log-{text(job.id)}"><summary>{text(say("job-log"))}</summary>'
        f'<pre tabindex="0" lang="en">{lines}</pre></details>'
    )


def _buttons(job: Job, title: str, now: float) -> str:
    if job.kind is JobKind.PUBLISH and job.state is JobState.DONE:
        return _link(job)
    buttons = []
    if job.state in WAITING and (job.position or 1) > 1:
        buttons.append(("up", say("move-up")))
    if job.state is JobState.PAUSED or job.command is JobCommand.PAUSE:
        buttons.append(("resume", say("resume")))
    elif job.kind is JobKind.TEACH and job.may_be(JobCommand.PAUSE):
        buttons.append(("pause", say("pause")))
    if job.may_be(JobCommand.CANCEL):
        buttons.append(("cancel", say("cancel")))
    if job.state in (JobState.FAILED, JobState.CANCELLED):
        buttons.append(("again", say("try-again")))
    asked = {"cancel": question.to_json()} if (question := before_cancelling(job, now)) else {}
    return "".join(act_button(act, job.id, label, title, asked.get(act, "")) for act, label in buttons)


def _link(job: Job) -> str:
    """To the page on the Hub that was published."""
    url = str((job.result or {}).get("url", ""))
    if not url.startswith(("https://", "http://")):
        return ""
    return f'<a class="small-button" href="{text(url)}" target="_blank" rel="noopener">{text(say("publish-link"))}</a>'
