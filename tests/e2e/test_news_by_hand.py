"""An open page asks whether anything is new, and fetches it only then."""

from playwright.sync_api import Page, Request, expect

from studio.jobs.job import JobKind
from studio.people.person import OWNER
from tests.by_hand import begin
from tests.e2e.conftest import HandDriven
from tests.e2e.steps import SOON, job_of, visit
from tests.unit.ui.rows import wish

COUNT_FRAMES = """
window.framesAsked = 0;
const ask = window.requestAnimationFrame;
window.requestAnimationFrame = (step) => (window.framesAsked++, ask.call(window, step));
"""


def test_a_page_where_nothing_is_new_fetches_nothing_and_shows_what_then_comes_in_every_tab(
    page: Page, by_hand: HandDriven
) -> None:
    by_hand.store.workers.register("by-hand", 1)
    page.add_init_script(COUNT_FRAMES)
    visit(page, by_hand.url)
    second = page.context.new_page()
    visit(second, by_hand.url)
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url.rsplit("/gradio_api/", 1)[-1])

    page.on("request", note)
    while True:  # until what the opening of the page asked for is over
        asked.clear()
        with page.expect_response("**/component_server/"):
            pass
        if all("component_server" in url for url in asked):
            break
    asked.clear()
    page.evaluate("framesAsked = 0")
    for _ in range(3):
        with page.expect_response("**/component_server/"):
            by_hand.store.workers.heartbeat("by-hand")  # a worker lives, which is no news
    assert [url for url in asked if "component_server" not in url] == []
    assert page.evaluate("framesAsked") == 0, "nothing on the page moves"

    job = by_hand.store.jobs.add(OWNER, JobKind.CREATE, wish(typed_prompt="a cat at night", count=1), 12)
    begin(by_hand.store, [JobKind.CREATE])
    by_hand.store.jobs.progress(job.id, step=7)
    for tab in (page, second):
        expect(job_of(tab, "1 picture: “a cat at night”", "running")).to_contain_text("Step 7 of 12", timeout=SOON)
    assert any("run/predict" in url for url in asked)
