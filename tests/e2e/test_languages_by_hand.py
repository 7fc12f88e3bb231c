"""Stories of readers of other languages: what the browser reads, what is chosen by hand, and that all of it fits."""

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from playwright.sync_api import Browser, Page, ViewportSize, expect

from studio.store import open_store
from studio.words import LANGUAGES
from tests.e2e.conftest import WIDE, HandDriven
from tests.e2e.steps import SOON, drop_photos, field, visit, width_of
from tests.other_language import LONG, OPENED, words_with_a_long_language
from tests.page_server import page_server
from tests.slow import with_slow

NARROW = ViewportSize(width=375, height=800)
# What is wider inside than it shows, or reaches over the edge, without a way to see the rest.
CUT_OFF = """() => [...document.querySelectorAll('button, [role="tab"], label, label span, select')]
    .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest(".sr-only, .visually-hidden"))
    .filter((node) => {
      const { left, right } = node.getBoundingClientRect(), style = getComputedStyle(node);
      const isShort = node.scrollWidth > node.clientWidth + 1 && style.display !== "inline";
      const isCut = isShort && style.overflowX !== "visible";
      return isCut || left < -1 || right > innerWidth + 1;
    })
    .map((node) => `${node.tagName} ${node.id} ${node.textContent.trim().slice(0, 60)}`)"""
TABS = '#tabs > .tab-wrapper [role="tab"], #tabs > .tab-wrapper .overflow-dropdown button'


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HandDriven]:
    """A page that speaks the long language, too; and Italian, in whatever words."""
    folder = tmp_path_factory.mktemp("languages")
    words = words_with_a_long_language(folder / "words")
    if "it" not in LANGUAGES:
        shutil.copy(words / "en-GB.ftl", words / "it.ftl")
    with (
        page_server("tests/page_by_hand.py", folder / "data", ["--words", str(words)]) as server,
        open_store(server.data_folder) as store,
    ):
        yield HandDriven(server=server, store=store)


def reader(browser: Browser, locale: str, viewport: ViewportSize = WIDE) -> Page:
    return browser.new_context(locale=locale, viewport=viewport).new_page()


def go_to(page: Page, number: int) -> None:
    """Open a tab, which may lie in the menu of those that have no room."""
    tab = page.locator(TABS).nth(number)
    if not tab.is_visible():
        page.locator("#tabs > .tab-wrapper .overflow-menu > button").click()
    tab.click()


@pytest.mark.slow(quick_sibling="test_a_language_chosen_by_hand_is_kept_with_the_draft_and_the_place")
def test_two_readers_at_once_are_told_the_same_in_their_own_languages(browser: Browser, served: HandDriven) -> None:
    dutch, english = reader(browser, "nl-BE"), reader(browser, "en-US")
    for page in (dutch, english):
        visit(page, served.url)
        go_to(page, 1)
        page.locator("#create-button").click()
    for page, is_dutch in ((dutch, True), (english, False)):
        expect(page.locator(".problem").first).to_be_visible()
        texts = [
            page.title(),
            *(page.locator(where).first.inner_text() for where in (".problem", "#jobs", "#tabs", "#create-button")),
        ]
        assert [OPENED in text for text in texts] == [is_dutch] * len(texts)
    assert dutch.locator("html").get_attribute("lang") == LONG
    assert dutch.locator("html").get_attribute("dir") == "ltr"
    assert english.locator("html").get_attribute("lang") == "en-GB"


def test_a_language_chosen_by_hand_is_kept_with_the_draft_and_the_place(browser: Browser, served: HandDriven) -> None:
    page = reader(browser, "de-AT", ViewportSize(width=1280, height=600))
    visit(page, served.url)
    go_to(page, 1)
    field(page, "prompt").fill("a cat on a sofa")
    page.wait_for_function("localStorage.getItem('cuddle-create-draft')?.length > 0")
    with page.expect_navigation():
        page.locator("#header select").select_option(LONG)
    expect(page.locator("html")).to_have_attribute("lang", LONG)
    expect(page.get_by_role("tab").nth(1)).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("tab").nth(1)).to_contain_text(OPENED)
    expect(field(page, "prompt")).to_have_value("a cat on a sofa")
    assert page.evaluate("[navigator.language, navigator.languages.at(-1)]") == [LONG, LONG]
    cookie = next(one for one in page.context.cookies() if one.get("name") == "cuddle-language")
    assert (cookie.get("value"), cookie.get("sameSite")) == (LONG, "Lax")
    page.reload()
    expect(page.get_by_role("tab").nth(0)).to_contain_text(OPENED)


@pytest.mark.slow(quick_sibling="test_a_language_chosen_by_hand_is_kept_with_the_draft_and_the_place")
def test_a_lesson_that_is_filled_in_outlives_a_change_of_language_with_its_photos(
    browser: Browser, served: HandDriven, photos: Sequence[Path]
) -> None:
    page = reader(browser, "de-AT", ViewportSize(width=1280, height=900))
    visit(page, f"{served.url}#teach")
    drop_photos(page, photos)
    field(page, "name").fill("Mango")
    page.locator("#seen-photos button", has_text="Drehen").first.click()
    expect(page.locator('#seen-photos [aria-busy="true"]')).to_have_count(0, timeout=SOON)
    page.wait_for_function("localStorage.getItem('cuddle-lesson-draft')?.length > 0")
    with page.expect_navigation():
        page.locator("#header select").select_option("fr")
    expect(field(page, "name")).to_have_value("Mango", timeout=SOON)
    expect(page.locator("#seen-photos img")).to_have_count(len(photos), timeout=SOON)
    undo = page.locator("#seen-photos").get_by_role("button", name=re.compile("^Annuler"))
    expect(undo.first).to_be_enabled()
    expect(undo.last).to_be_disabled()


@pytest.mark.parametrize(
    ("locale", "said"), [("nl", "Sleep een bestand hier"), ("it", "Trascina qui un file"), ("en-US", "Drop File Here")]
)
def test_gradios_own_words_follow(locale: str, said: str, browser: Browser, served: HandDriven) -> None:
    """A language may lack in gradio, as Italian does in 6.31."""
    page = reader(browser, "sv")
    page.context.add_cookies([{"name": "cuddle-language", "value": locale.replace("-US", "-GB"), "url": served.url}])
    visit(page, served.url)
    expect(page.locator("#photos")).to_contain_text(said)


def test_programs_are_answered_in_english_unless_they_ask(served: HandDriven) -> None:
    def refused(**headers: str) -> str:
        client = Client(served.url, verbose=False, headers=headers or None)
        with pytest.raises(AppError) as error:
            client.predict("nobody", api_name="/delete_subject")
        return str(error.value)

    assert OPENED not in refused()
    assert OPENED in refused(**{"Accept-Language": "nl"})
    assert OPENED in httpx.get(f"{served.url}/config", headers={"accept-language": "nl"}).json()["title"]


@pytest.mark.parametrize("language", with_slow([*LANGUAGES, LONG], ["de"]))
def test_nothing_is_cut_off_on_a_telephone(language: str, browser: Browser, served: HandDriven) -> None:
    page = reader(browser, language, NARROW)
    visit(page, served.url)
    expect(page.locator("html")).to_have_attribute("lang", language)
    for accordion in page.locator("button.label-wrap:not(.open)").all():
        if accordion.is_visible():
            accordion.click()
    cut: dict[int, list[str]] = {}
    for number in range(page.locator(TABS).count()):
        go_to(page, number)
        cut[number] = page.evaluate(CUT_OFF)
        assert width_of(page) <= NARROW["width"]
    page.evaluate("location.hash = 'teach'")
    expect(page.locator("#photos")).to_be_visible()
    cut[len(cut)] = page.evaluate(CUT_OFF)
    assert width_of(page) <= NARROW["width"]
    page.locator("#teach-head .sheet-close").click()
    page.locator("#jobs .pill").click()
    cut[len(cut)] = page.evaluate(CUT_OFF)
    assert len(cut) >= 5
    assert {tab: texts for tab, texts in cut.items() if texts} == {}
