"""What a person does on the page, in words, so that the stories read like stories."""

import re
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

SOON = 15_000  # milliseconds


def visit(page: Page, url: str) -> None:
    """Open the page and wait until the rows have arrived."""
    page.goto(url)
    expect(page.locator("#jobs .pill")).to_be_visible(timeout=60_000)


def open_place(page: Page, name: str) -> None:
    sheet = page.locator(".sheet-close:visible")
    if sheet.count():
        sheet.click()
    page.get_by_role("tab", name=name, exact=True).click()


def open_sheet(page: Page) -> None:
    """The sheet in which somebody new is taught."""
    open_place(page, "Home")
    page.locator('a[href="#teach"]:visible').first.click()
    expect(page.locator("#photos")).to_be_visible()


def open_account(page: Page) -> None:
    """The sheet of one's account, or of one's things where nobody logs in."""
    page.locator(".account-link").click()
    expect(page.locator("#account-parts section").first).to_be_visible(timeout=SOON)


def open_activity(page: Page) -> None:
    """The drawer of what goes on."""
    pill = page.locator("#jobs .pill")
    if pill.get_attribute("aria-expanded") != "true":
        pill.click()
    expect(page.locator("#activity")).to_be_visible()


def close_activity(page: Page) -> None:
    page.locator("#jobs .close-activity").click()
    expect(page.locator("#activity")).to_be_hidden()


def drop_photos(page: Page, photos: Sequence[Path]) -> None:
    """Give the photos and wait until the page has looked at them."""
    if not page.locator("#photos").is_visible():
        open_sheet(page)
    page.locator("#photos input[type=file]").set_input_files(list(photos))
    expect(page.locator("#seen-photos img")).to_have_count(len(photos), timeout=60_000)


def say_who(page: Page, name: str, kind: str) -> None:
    if not page.locator("#name").is_visible():
        open_sheet(page)
    field(page, "name").fill(name)
    page.locator("#kind input").fill(kind)
    page.locator("#kind input").press("Enter")


def field(page: Page, id: str) -> Locator:
    """Where one types; its label holds the help text too, so it is found by its id."""
    return page.locator(f"#{id} textarea, #{id} input").first


def choose_lesson(page: Page, title: str) -> None:
    page.locator("#preset label", has_text=f"{title}:").click()


def start_lesson(page: Page) -> None:
    page.get_by_role("button", name="Start the lesson", exact=True).click()


def job_of(page: Page, title: str, state: str = "") -> Locator:
    """The card of a job in the drawer, open or not; with a state, only of one that stands there."""
    return page.locator(f'#jobs .job[data-state="{state}"]' if state else "#jobs .job", has_text=title)


def choose_subject(page: Page, name: str) -> None:
    card = page.locator(f'#who button[data-name="{name}"]')
    card.click()
    expect(card).to_have_attribute("aria-pressed", "true")


def ask_for(page: Page, prompt: str) -> None:
    page.get_by_label("What should the picture show?").fill(prompt)


def set_strength(page: Page, name: str, strength: str) -> None:
    """How strongly a chosen subject is to look like itself."""
    opened = page.locator("#who .strengths")
    if not opened.evaluate("node => node.open"):
        opened.locator("summary").click()
    page.get_by_label(f"Likeness strength of {name}").fill(strength)


def ask_for_as_many(page: Page, count: int) -> None:
    """How many pictures the next press asks for."""
    number = page.locator("#count input[type=number]")
    number.fill(str(count))
    number.press("Tab")


def open_expert(page: Page) -> None:
    """Open the drawer with all that is technical, unless it is open."""
    drawer = page.locator("#create-more > button")
    expect(drawer).to_have_attribute("aria-expanded", re.compile("true|false"))
    if drawer.get_attribute("aria-expanded") == "false":
        drawer.click()
    expect(page.locator("#avoid")).to_be_visible()


def press_create(page: Page) -> None:
    page.locator("#create-button").click()


def album(page: Page) -> Locator:
    """The pictures in the album, in their order."""
    return page.locator("#album-days [data-picture]")


def results(page: Page) -> Locator:
    """The newest pictures, beside the form."""
    return page.locator("#results [data-picture]")


def lightbox(page: Page) -> Locator:
    """The opened picture, with what is beside it."""
    return page.locator("#lightbox")


def open_picture(picture: Locator) -> Locator:
    """Press a picture and wait until it is open."""
    picture.click()
    expect(lightbox(picture.page).locator("#picture-facts dd").first).to_be_visible(timeout=SOON)
    return lightbox(picture.page)


def close_picture(page: Page) -> None:
    page.locator("#lightbox .lightbox-close").click()
    expect(lightbox(page)).to_be_hidden(timeout=SOON)


def press_in_lightbox(page: Page, act: str) -> None:
    """One of again, start, more, larger, copy, delete, restore and for-good."""
    page.locator(f'#lightbox [data-act="{act}"]').click()


def download_opened(page: Page, folder: Path, format: str = "png") -> Path:
    """Take the opened picture away in that form."""
    with page.expect_download() as waiting:
        page.locator(f'#lightbox [data-download="{format}"]').click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def facts(page: Page) -> dict[str, str]:
    """The parameters of the opened picture."""
    expect(page.locator("#picture-facts dd").first).to_be_visible(timeout=SOON)
    names = page.locator("#picture-facts dt").all_inner_texts()
    values = page.locator("#picture-facts dd").all_inner_texts()
    return dict(zip(names, values, strict=True))


def width_of(page: Page) -> int:
    """How wide the page is, in pixels, with whatever sticks out."""
    return page.evaluate("document.documentElement.scrollWidth")
