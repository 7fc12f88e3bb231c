"""Many browsers at once while a lesson runs: how much it is slowed, how long a click takes, and who is refused.

    python -m benchmarks.page.crowd              # tabs of the owner at home, without a login
    python -m benchmarks.page.crowd --people 4   # behind a login: she and four guests

It starts the app with a worker on this computer's processor and a lesson on pocket, and measures the lesson in turns:
without anybody, with 30 visitors who click every few seconds, without anybody, with 100 who only look. The visitors are
one process of their own that asks over HTTP what a page in a browser asks (benchmarks/page/visitor.py); a Chromium
(CUDDLE_CHROMIUM, else the one on the path) opens the page beside them to see that it asks the same.

The lesson counts in two ways: its samples in each second that went by, and in each second in which it learned: a
picture that somebody asks for meanwhile is made between two steps, as it should be, and is not the page's doing.
"""

import argparse
import itertools
import os
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Request, sync_playwright

from benchmarks.page.full_store import fill
from benchmarks.page.running import REPOSITORY, RunningApp, running_app, until
from benchmarks.page.visitor import Answer, Site
from benchmarks.page.visits import SECONDS_BETWEEN_COMERS, Crowd, Visits, Who, visiting
from benchmarks.page.watched_app import open_browser
from studio.jobs.job import Job
from studio.jobs.recipes import MAX_SAMPLES
from studio.people.people import People
from studio.people.person import OWNER, Person
from studio.store import Store, open_store
from tests.still_studio import studio_over

BAR_SLOWER_PERCENT, BAR_P95_SECONDS = 10, 0.5
OWNER_LOGIN = ("owner", "four otters juggle plums")
GUEST_PASSWORD = "five herons count pears"
PICTURES, SUBJECTS, JOBS = 150, 4, 20
WAITING_EACH, WITHOUT_EACH = 2, 4  # of the visitors who come as one person: with a job of hers, and without
REST_SECONDS = 5.0
LOOKS_IN_SECONDS = 12.0
WARM_STEPS, WARM_SECONDS = 3, 600.0
ASSETS = ("/assets/", "/static/", "/theme.css")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--using", type=int, default=30, help="visitors who use the page (30)")
    parser.add_argument("--looking", type=int, default=100, help="visitors who only look (100)")
    parser.add_argument("--people", type=int, default=0, help="guests behind a login, beside the owner (0: no login)")
    parser.add_argument("--seconds", type=float, default=30.0, help="how long each measurement takes (30)")
    parser.add_argument("--rounds", type=int, default=2, help="how often each is measured (2)")
    parser.add_argument(
        "--between", type=float, default=5.0, help="seconds from one click of a visitor to the next (5)"
    )
    options = parser.parse_args()
    asked = ["--login", ":".join(OWNER_LOGIN)] if options.people else []
    with tempfile.TemporaryDirectory(prefix="cuddle-benchmark-") as folder:
        data = Path(folder, "data")
        lesson, whose = filled(data, options.people)
        with running_app(["--base-model", "pocket", *asked], data) as app, open_store(data) as store:
            measured: list[Stretch] = []
            try:
                for stretch in stretches(app, lambda: store.jobs.get(OWNER, lesson), whose, options):
                    measured.append(stretch)
                    print_stretch(stretch)
            finally:  # of one that is interrupted, what is there
                print_all(measured, options)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """What was measured in one stretch of time.

    Attributes:
        kind: "without", "using" or "looking".
        per_second: the lesson's samples in a second that went by.
        per_learnt_second: in a second in which it learned.
        cores: how many cores the page's process, the worker and the visitors took.
        began: of time.monotonic(), as `ended`.
        answers: of all questions, also before and after.
        real: what a Chromium's page asked beside them, as looked_in() says it; empty without one.
    """

    kind: str
    per_second: float
    per_learnt_second: float
    cores: dict[str, float]
    began: float
    ended: float
    answers: list[Answer] = field(default_factory=list[Answer])
    real: dict[str, float] = field(default_factory=dict[str, float])


def filled(data: Path, guests: int) -> tuple[str, list[Who]]:
    """A data folder with a lesson that waits for a worker: its job's id, and whom visitors come as, in turns."""
    fill(data, pictures=PICTURES, subjects=SUBJECTS, jobs=JOBS)
    with open_store(data) as store:
        people: dict[Person, tuple[str, str] | None] = {OWNER: OWNER_LOGIN if guests else None}
        door = People(store, OWNER_LOGIN)
        for number in range(guests):
            name = f"Guest {number + 1}"
            account = door.accept(door.invite(OWNER).secret, name, GUEST_PASSWORD)
            door.set_limits(OWNER, account.person, {"waiting_jobs": 1_000})
            people[account.person] = name, GUEST_PASSWORD
    for person in list(people)[1:]:
        fill(data, pictures=PICTURES // 2, subjects=SUBJECTS, jobs=JOBS, owner=person)
    with open_store(data) as store:
        lesson = _teach(store)
        waiting = [  # other lessons, which somebody may move
            {person: store.jobs.add(person, lesson.kind, lesson.request, 1, f"waits{number}{person.id[:6]}").id
             for person in people}
            for number in range(WAITING_EACH)
        ]  # fmt: skip
    own_jobs = [*waiting, *[dict.fromkeys(people)] * WITHOUT_EACH]
    return lesson.id, [Who(login=people[person], own_job=jobs[person]) for jobs in own_jobs for person in people]


def _teach(store: Store) -> Job:
    """A lesson that lasts longer than anybody measures, without drawings in between."""
    photos = sorted((REPOSITORY / "studio" / "samples" / "dumpling").glob("*.jpg"))[:5]
    rare: dict[str, object] = dict.fromkeys(
        ("samples", "sample_every_samples", "checkpoint_every_samples"), MAX_SAMPLES
    )
    return studio_over(store).subjects.teach(OWNER, photos, "Dumpling", "cat", base_model="pocket", options=rare)


def stretches(app: RunningApp, lesson: Callable[[], Job], whose: Sequence[Who], options: Any) -> Iterator[Stretch]:
    """All that is measured, in turns. `lesson` reads its job."""
    until(lambda: lesson().step >= WARM_STEPS, WARM_SECONDS)
    with sync_playwright() as playwright:
        browser = open_browser(playwright)
        site = Site.of(app.url, *what_a_browser_gets(browser.new_page(), app.url, whose[0].login))
        browser.close()
        for round in range(options.rounds):
            for kind, count in (("using", options.using), ("looking", options.looking)):
                time.sleep(REST_SECONDS)
                yield one_stretch("without", app, lesson, options.seconds)
                crowd = Crowd(
                    site=site,
                    who=[whose[number % len(whose)] for number in range(count)],
                    uses=count if kind == "using" else 0,
                    seconds_between_clicks=options.between,
                    seed=round,
                )
                with visiting(crowd) as visits:
                    measured = one_stretch(kind, app, lesson, options.seconds, visits)
                    if round == 0:
                        browser = open_browser(playwright)
                        measured.real.update(looked_in(browser.new_page(), app.url, whose[0].login))
                        browser.close()
                    measured.answers.extend(visits.answers())
                yield measured


def one_stretch(
    kind: str, app: RunningApp, lesson: Callable[[], Job], seconds: float, visits: Visits | None = None
) -> Stretch:
    """From one report of the lesson to another, so many seconds apart."""

    def at_a_report() -> tuple[Job, float, dict[str, float]]:
        step = lesson().step
        until(lambda: lesson().step > step, 120, pause_seconds=0.02)
        cpu = {"page": 0.0, "worker": 0.0}
        for name, spent in app.cpu_seconds().items():
            cpu["page" if name.startswith("web") else "worker"] += spent
        if visits is not None:
            cpu["visitors"] = visits.cpu_seconds()
        return lesson(), time.monotonic(), cpu

    before, began, cpu_before = at_a_report()
    time.sleep(seconds)
    after, ended, cpu_after = at_a_report()
    batch_size = (after.result or {})["batch_size"]
    samples = batch_size * (after.step - before.step)
    learnt = (after.result or {})["learnt_seconds"] - (before.result or {})["learnt_seconds"]
    return Stretch(
        kind=kind,
        per_second=samples / (ended - began),
        per_learnt_second=samples / learnt,
        cores={name: (cpu_after[name] - cpu_before[name]) / (ended - began) for name in cpu_after},
        began=began,
        ended=ended,
    )


# A page in a real browser.


def what_a_browser_gets(page: Page, url: str, login: tuple[str, str] | None) -> tuple[dict[str, Any], list[str]]:
    """The page's config, and the addresses of scripts and styles that a browser fetches to draw it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(url)))
    come_in(page, url, login)
    config = page.evaluate("fetch('/config').then((answer) => answer.json())")
    return config, [address for address in asked if address.startswith(ASSETS)]


def come_in(page: Page, url: str, login: tuple[str, str] | None) -> float:
    """Log in where one must, and open the page. Gives how long it took until the subjects are there, in seconds."""
    if login is not None:
        page.goto(url)
        given: dict[str, str | float | bool] = {"username": login[0], "password": login[1]}
        assert page.request.post(f"{url}/login", form=given).ok
    began = time.monotonic()
    page.goto(url)
    page.locator("#subjects .subject-card").first.wait_for(timeout=120_000)
    return time.monotonic() - began


def looked_in(page: Page, url: str, login: tuple[str, str] | None) -> dict[str, float]:
    """What a real page asks within LOOKS_IN_SECONDS, by its kind, and how long it took to open."""
    opened = come_in(page, url, login)
    page.wait_for_timeout(1000 * REST_SECONDS)
    asked: Counter[str] = Counter()

    def note(request: Request) -> None:
        body = request.post_data or ""
        asked["news"] += '"newest_now"' in body
        asked["refresh"] += request.url.endswith("/run/predict")
        asked["file"] += "/gradio_api/file=" in request.url

    page.on("request", note)
    page.wait_for_timeout(1000 * LOOKS_IN_SECONDS)
    toasts = page.get_by_test_id("toast-body").count()
    return {"seconds until it was there": opened, **asked, "messages of trouble on it": toasts}


# What is printed.


def print_stretch(one: Stretch) -> None:
    """The plain figures of one stretch of time."""
    cores = ", ".join(f"{name} {spent:.2f}" for name, spent in one.cores.items())
    print(
        f"{one.kind:<8} {one.per_second:7.3f} samples/s, {one.per_learnt_second:7.3f} in each second of learning; "
        f"cores: {cores}; {os.getloadavg()[0]:.1f} programs want one",
        flush=True,
    )


def print_all(measured: Sequence[Stretch], options: Any) -> None:
    """What follows from all of them."""
    where = f"behind a login, the owner and {options.people} guests" if options.people else "the owner at home"
    print(f"\n{where}; up to {options.rounds} rounds of {options.seconds:.0f} s; {os.cpu_count()} cores")
    for kind, count in (("using", options.using), ("looking", options.looking)):
        if any(one.kind == kind for one in measured):
            print_kind(measured, kind, count)


def print_kind(measured: Sequence[Stretch], kind: str, count: int) -> None:
    """What the visitors of one kind cost, and what they got."""
    print(f"\n{count} {kind}")
    for name, rate in (("of all time", "per_second"), ("of learning", "per_learnt_second")):
        slower = [
            getattr(before, rate) / getattr(one, rate) - 1
            for before, one in itertools.pairwise(measured)
            if one.kind == kind
        ]
        told = ", ".join(f"{100 * one:.1f}" for one in slower)
        bar = f"(bar: {BAR_SLOWER_PERCENT})" if rate == "per_learnt_second" else ""
        print(f"  the lesson is slower by, {name}: {100 * statistics.mean(slower):.1f} %; each time {told} {bar}")
    of_kind = [one for one in measured if one.kind == kind]
    answers = [one for stretch in of_kind for one in stretch.answers]
    timely = [one for stretch in of_kind for one in stretch.answers if stretch.began <= one.at < stretch.ended]
    clicks = [one for one in timely if one.is_click and one.fault is None]
    if clicks:
        print(f"  clicks: {len(clicks)}, p95 {1000 * p95(clicks):.0f} ms (bar: {1000 * BAR_P95_SECONDS:.0f})")
    print("    what                        times    median       p95   longest (ms)")
    for what in sorted({one.what for one in timely}):
        some = [one for one in timely if one.what == what]
        times = sorted(1000 * one.seconds for one in some)
        print(f"    {what:<26} {len(some):6d} {statistics.median(times):9.0f} {1000 * p95(some):9.0f} {times[-1]:9.0f}")
    opened = [one for one in answers if one.what == "open"]
    print(f"  opening: {len(opened)}, p95 {p95(opened):.1f} s, one every {SECONDS_BETWEEN_COMERS:g} s")
    refused = Counter((one.what, one.refusal) for one in answers if one.refusal)
    faults = Counter((one.what, one.fault) for one in answers if one.fault)
    print(f"  of {len(answers)} questions refused with a sentence: {refused.total()}; anything else: {faults.total()}")
    for (what, told), times in [*refused.most_common(8), *faults.most_common(8)]:
        print(f"    {times} x {what}: {told}")
    for one in of_kind:
        if one.real:
            looked = {what: sum(answer.what == what for answer in timely) for what in ("news", "refresh", "file")}
            each = LOOKS_IN_SECONDS / (len(of_kind) * (of_kind[0].ended - of_kind[0].began) * count)
            print(
                f"  a real page beside them, in {LOOKS_IN_SECONDS:g} s:", {k: round(v, 1) for k, v in one.real.items()}
            )
            print("  one of the visitors:", {what: round(times * each, 1) for what, times in looked.items()})


def p95(answers: Sequence[Answer]) -> float:
    """The seconds that 95 % of answers took at most; 0 of none."""
    ordered = sorted(one.seconds for one in answers)
    return ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))] if ordered else 0.0


if __name__ == "__main__":
    main()
