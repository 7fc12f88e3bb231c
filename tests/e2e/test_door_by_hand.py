"""What works through the door in a browser, and what another site's page does not get through it."""

import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page, Playwright, Request, Route, expect

from studio.jobs.job import JobKind
from studio.people.person import OWNER
from studio.store import Store, open_store
from tests.by_hand import begin, finish_lesson, finish_pictures
from tests.e2e.conftest import WIDE, open_browser
from tests.e2e.steps import SOON
from tests.page_server import PageServer, page_server
from tests.slow import with_slow
from tests.tls_stand_in import tls_stand_in
from ui.serving.bodies import JSON_BYTES
from ui.serving.entry.login import SESSION_COOKIE
from ui.serving.headers import page_policy

NAME, PASSWORD = "cuddle", "vier Wörter, ein Igel"
SHARED, SPACE, HUB, EVIL = "abc.gradio.live", "someone-cuddle.hf.space", "huggingface.co", "evil.hf.space"
FRAME = '<!doctype html><title>around</title><iframe id="app" src="https://{host}/" width="1200" height="800"></iframe>'


@dataclass(frozen=True, kw_only=True, slots=True)
class Doors:
    """One page behind a login, reached in three ways, and one on a Space. `browser` knows the names."""

    login: PageServer
    space: PageServer
    browser: Browser


@pytest.fixture(scope="module")
def doors(tmp_path_factory: pytest.TempPathFactory, playwright: Playwright, chromium: str) -> Iterator[Doors]:
    folder = tmp_path_factory.mktemp("doors")
    on_space = {"SPACE_ID": "someone/cuddle", "SPACE_HOST": SPACE}
    with ExitStack() as stack:
        login = stack.enter_context(page_server("tests/page_by_hand.py", folder / "login", ["--password", PASSWORD]))
        space = stack.enter_context(
            page_server("tests/page_by_hand.py", folder / "space", ["--password", PASSWORD], on_space)
        )
        around = {HUB: FRAME.format(host=SPACE), EVIL: FRAME.format(host=SPACE)}
        frame_of_shared = {EVIL: FRAME.format(host=SHARED)}
        shared_port = stack.enter_context(tls_stand_in(port_of(login), frame_of_shared))
        space_port = stack.enter_context(tls_stand_in(port_of(space), around))
        names = [(SHARED, shared_port), (SPACE, space_port), (HUB, space_port), (EVIL, shared_port)]
        browser = open_browser(playwright, chromium, names)
        yield Doors(login=login, space=space, browser=browser)
        browser.close()


@dataclass(frozen=True, kw_only=True, slots=True)
class Visitor:
    """A browser of its own, what its console said that must not be, and what it asked for from elsewhere."""

    context: BrowserContext
    page: Page
    said: list[str] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)  # bytes of JSON, by request


@pytest.fixture
def visitor(doors: Doors) -> Iterator[Visitor]:
    context = doors.browser.new_context(locale="en-US", viewport=WIDE, ignore_https_errors=True)
    context.set_default_timeout(20_000)
    opened = Visitor(context=context, page=context.new_page())
    opened.page.on("pageerror", lambda error: opened.said.append(str(error)))
    opened.page.on("console", lambda message: opened.said.append(message.text))
    opened.page.on("request", lambda request: opened.sent.append(json_bytes(request)))
    yield opened
    context.close()


def json_bytes(request: Request) -> int:
    is_json = request.headers.get("content-type", "").startswith("application/json")
    return len(request.post_data_buffer or b"") if is_json else 0


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """A page of its own, without any script."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>another program</title>")

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def other_program() -> Iterator[str]:
    """The address of another program's page, on another port of this computer."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Page) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def port_of(server: PageServer) -> int:
    return int(server.url.rpartition(":")[2])


def log_in(place: Page | Frame, password: str = PASSWORD) -> None:
    place.get_by_label("Username").fill(NAME)
    place.get_by_label("Password").fill(password)
    place.get_by_role("button", name="Login").click()


def main_job(place: Page | Frame, store: Store, photos: Sequence[Path], name: str) -> None:
    """Photos are given, a lesson is queued and taught by hand, and a picture is asked for, seen and deleted."""
    expect(place.locator("#jobs .pill")).to_be_visible(timeout=60_000)
    place.locator('a[href="#teach"]:visible').first.click()
    place.locator("#photos input[type=file]").set_input_files(list(photos))
    expect(place.locator("#seen-photos img")).to_have_count(len(photos), timeout=60_000)
    place.locator("#name textarea, #name input").first.fill(name)
    place.locator("#kind input").fill("cat")
    place.locator("#kind input").press("Enter")
    place.get_by_role("button", name="Start the lesson", exact=True).click()
    expect(place.locator('#jobs .job[data-state="queued"]', has_text=f"Lesson: {name}")).to_be_attached(timeout=SOON)
    finish_lesson(store, begin(store, [JobKind.TEACH]))
    place.get_by_role("tab", name="Make", exact=True).click()
    place.locator(f'#who button[data-name="{name}"]').click()
    place.get_by_label("What should the picture show?").fill(f"{name} on the beach")
    place.locator("#count input[type=number]").fill("1")
    place.locator("#count input[type=number]").press("Tab")
    place.locator("#create-button").click()
    expect(place.locator('#jobs .job[data-state="queued"]')).to_have_count(1, timeout=SOON)
    (made,) = finish_pictures(store, begin(store, [JobKind.CREATE]), time.time())
    place.get_by_role("tab", name="Album", exact=True).click()
    shown = place.locator("#album-days img")
    expect(shown).to_have_count(1, timeout=SOON)
    expect(shown).to_have_js_property("complete", True)
    assert shown.evaluate("image => image.naturalWidth") > 0
    store.pictures.delete(OWNER, made.id)
    expect(shown).to_have_count(0, timeout=SOON)


def kept_back(said: Sequence[str]) -> list[str]:
    """What the console said of things that the policy did not let through."""
    return [text for text in said if "Content Security Policy" in text or "violates" in text or "Refused" in text]


@pytest.mark.slow(quick_sibling="tests/contract/test_door.py::test_a_gradio_client_teaches_through_the_login")
def test_the_main_job_works_behind_a_login(doors: Doors, visitor: Visitor, photos: Sequence[Path]) -> None:
    visitor.page.goto(doors.login.url)
    log_in(visitor.page)
    with open_store(doors.login.data_folder) as store:
        main_job(visitor.page, store, photos, "Mango")
    assert kept_back(visitor.said) == []
    assert 0 < max(visitor.sent) < JSON_BYTES / 20, "the bound of JSON is far from what the page sends"


@pytest.mark.slow(quick_sibling="tests/contract/test_door.py::test_a_gradio_client_teaches_through_the_login")
def test_the_main_job_works_behind_a_share_link(doors: Doors, visitor: Visitor, photos: Sequence[Path]) -> None:
    visitor.page.goto(f"https://{SHARED}/")
    log_in(visitor.page)
    with open_store(doors.login.data_folder) as store:
        main_job(visitor.page, store, photos, "Papaya")
    assert kept_back(visitor.said) == []
    kept = [dict(cookie) for cookie in visitor.context.cookies()]
    (session,) = [cookie for cookie in kept if str(cookie["name"]).startswith(SESSION_COOKIE)]
    assert (session["secure"], session["httpOnly"], session["sameSite"]) == (True, True, "Lax")


@pytest.mark.slow(quick_sibling="tests/contract/test_door.py::test_a_gradio_client_teaches_through_the_login")
def test_the_main_job_works_in_the_frame_of_a_space(doors: Doors, visitor: Visitor, photos: Sequence[Path]) -> None:
    """In a private window, which lets a page in a frame keep nothing but what is its own there."""
    visitor.page.goto(f"https://{HUB}/")
    frame = frame_of(visitor.page)
    log_in(frame)
    with open_store(doors.space.data_folder) as store:
        main_job(frame, store, photos, "Lychee")
    assert [text for text in visitor.said if "denied" in text] == []
    assert kept_back(visitor.said) == []


def frame_of(page: Page) -> Frame:
    frame = page.locator("#app").element_handle().content_frame()
    assert frame is not None
    frame.wait_for_load_state()
    return frame


@pytest.mark.parametrize("host", with_slow([SHARED, SPACE], [SPACE]))
def test_an_invisible_frame_of_another_site_stays_empty(doors: Doors, visitor: Visitor, host: str) -> None:
    page = visitor.page
    page.goto(f"https://{host}/")
    log_in(page)
    expect(page.locator("#jobs .pill")).to_be_visible(timeout=60_000)
    page.goto(f"https://{EVIL}/")
    page.evaluate("host => { document.getElementById('app').src = `https://${host}/?framed`; }", host)
    frame = page.locator("#app").element_handle().content_frame()
    assert frame is not None
    frame.wait_for_url("chrome-error://chromewebdata/", timeout=SOON)


def test_another_sites_page_reads_nothing_and_changes_nothing(doors: Doors, visitor: Visitor) -> None:
    page = visitor.page
    page.goto(f"https://{SHARED}/")
    log_in(page)
    expect(page.locator("#jobs .pill")).to_be_visible(timeout=60_000)
    page.goto(f"https://{EVIL}/")
    for path in ("/config", "/gradio_api/token", "/gradio_api/info"):
        assert read_by(page, f"https://{SHARED}{path}") == "TypeError", path
    assert read_by(page, f"https://{SHARED}/gradio_api/call/jobs", "POST") == "TypeError"
    page.evaluate(
        "host => new Promise(done => { const image = new Image();"
        "image.onerror = image.onload = done; image.src = `https://${host}/logout`; })",
        SHARED,
    )
    page.evaluate("host => { location = `https://${host}/logout`; }", SHARED)
    page.wait_for_url(f"https://{SHARED}/logout")
    page.goto(f"https://{EVIL}/")
    page.evaluate("host => { location = `https://${host}/`; }", SHARED)  # a link, as in a mail
    expect(page.locator("#jobs .pill")).to_be_visible(timeout=60_000)


@pytest.mark.slow(quick_sibling="test_another_sites_page_reads_nothing_and_changes_nothing")
def test_a_page_of_another_port_of_this_computer_reads_and_posts_nothing(
    doors: Doors, visitor: Visitor, other_program: str
) -> None:
    visitor.page.goto(doors.login.url)
    log_in(visitor.page)
    expect(visitor.page.locator("#jobs .pill")).to_be_visible(timeout=60_000)
    visitor.page.goto(other_program)
    assert read_by(visitor.page, f"{doors.login.url}/config") == "TypeError"
    assert read_by(visitor.page, f"{doors.login.url}/gradio_api/call/jobs", "POST") == "TypeError"
    assert sent_blindly(visitor.page, f"{doors.login.url}/gradio_api/call/jobs") == "TypeError"
    visitor.page.goto(doors.login.url)
    assert read_by(visitor.page, f"{doors.login.url}/config") == "200", "its own page reads it"


def sent_blindly(page: Page, url: str) -> str:
    """What came of a request whose answer the present page may not even read."""
    return page.evaluate(
        "url => fetch(url, {method: 'POST', mode: 'no-cors', credentials: 'include', body: '{}'})"
        ".then(answer => answer.type, error => error.name)",
        url,
    )


def read_by(page: Page, url: str, method: str = "GET") -> str:
    """The status of an answer that the present page could read with the visitor's cookies, or what kept it from it."""
    return page.evaluate(
        "([url, method]) => fetch(url, {method, credentials: 'include', body: method == 'POST' ? '{}' : null})"
        ".then(answer => String(answer.status), error => error.name)",
        [url, method],
    )


@pytest.mark.slow(quick_sibling="test_a_script_that_is_not_the_pages_own_does_not_run")
def test_a_shared_page_has_gradios_script_from_its_one_place_and_nothing_from_others(visitor: Visitor) -> None:
    """With --share gradio's page is another one, whose script lies at Amazon; that place is played here."""
    loaded = "https://gradio.s3-us-west-2.amazonaws.com/6.31.0/gradio.js"
    tags = [
        f'<script type="module" crossorigin src="{loaded}"></script>',
        '<script nonce="abc">window.own = 1</script><script>window.strange = 1</script>',
        '<script src="https://elsewhere.s3-us-west-2.amazonaws.com/x.js"></script>',
    ]
    policy = page_policy("abc", share=True, is_space=False)

    def answer(route: Route) -> None:
        if route.request.url == f"https://{SHARED}/":
            headers = {"content-type": "text/html", "content-security-policy": policy}
            route.fulfill(body="<!doctype html>" + "".join(tags), headers=headers)
        else:
            headers = {"content-type": "text/javascript", "access-control-allow-origin": "*"}
            route.fulfill(body=f"window.from = (window.from || []).concat('{route.request.url}')", headers=headers)

    visitor.context.route("**/*", answer)
    visitor.page.goto(f"https://{SHARED}/")
    visitor.page.wait_for_function("window.from")
    assert visitor.page.evaluate("[window.from, window.own, window.strange]") == [[loaded], 1, None]


def test_a_script_that_is_not_the_pages_own_does_not_run(doors: Doors, visitor: Visitor) -> None:
    page = visitor.page
    page.goto(doors.login.url)
    log_in(page)
    expect(page.locator("#jobs .pill")).to_be_visible(timeout=60_000)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.stolen = 1\">')")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.stolen = 1'}))")
    page.wait_for_function("performance.getEntriesByName(new URL('x', location).href).length > 0")
    assert page.evaluate("window.stolen") is None
    assert len(kept_back(visitor.said)) >= 1


def test_logging_out_ends_this_browsers_session_and_no_other(doors: Doors, visitor: Visitor) -> None:
    with httpx.Client(base_url=doors.login.url) as other:
        assert other.post("/login", data={"username": NAME, "password": PASSWORD}).status_code == 200
        visitor.page.goto(doors.login.url)
        log_in(visitor.page)
        expect(visitor.page.locator("#jobs .pill")).to_be_visible(timeout=60_000)
        visitor.page.evaluate("fetch('/logout', {method: 'POST'})")
        visitor.page.goto(doors.login.url)
        expect(visitor.page.get_by_label("Username")).to_be_visible()
        assert other.get("/config").status_code == 200


def test_the_login_page_says_what_is_going_on(doors: Doors, visitor: Visitor) -> None:
    """The last one here, as it uses up the link's tries for some seconds."""
    visitor.page.goto(f"https://{SHARED}/")
    log_in(visitor.page, "a guess")
    expect(visitor.page.get_by_role("alert")).to_have_text("That name or that password is not right.")

    def guess(number: int) -> int:
        wrong = {"username": NAME, "password": f"guess {number}"}
        return httpx.post(f"{doors.login.url}/login", data=wrong, headers={"host": SHARED}, timeout=60).status_code

    with ThreadPoolExecutor(20) as others:
        assert 429 in set(others.map(guess, range(40)))
        for _ in range(20):  # the door is closed for some seconds, which may be over where all is slow
            with visitor.page.expect_response(lambda answer: answer.request.method == "POST") as answered:
                log_in(visitor.page, "a guess")
            if answered.value.status == 429:
                break
            list(others.map(guess, range(40)))
    expect(visitor.page.get_by_role("alert")).to_contain_text("Too many wrong passwords were tried. Wait")
    assert kept_back(visitor.said) == []
