"""The owner's own account on the page: an invitation and a token, each shown once, for a mouse and for a keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.e2e.conftest import WIDE
from tests.e2e.steps import SOON, open_account, open_place, width_of
from tests.e2e.test_axe import NARROW, Scheme, barriers
from tests.e2e.test_door_by_hand import PASSWORD, log_in
from tests.page_server import PageServer, page_server


@pytest.fixture(scope="module")
def behind_a_login(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PageServer]:
    folder: Path = tmp_path_factory.mktemp("account")
    with page_server("tests/page_by_hand.py", folder / "data", ["--password", PASSWORD]) as server:
        yield server


def test_the_owner_invites_somebody_and_makes_a_token_and_no_secret_stays(
    page: Page, behind_a_login: PageServer
) -> None:
    page.goto(behind_a_login.url)
    log_in(page)
    expect(page.locator("#jobs .pill")).to_be_visible(timeout=60_000)
    open_place(page, "Make")
    expect(page.locator(".account-link")).to_have_text("cuddle")
    open_account(page)
    expect(page.locator("#account-head h2")).to_be_focused()
    page.get_by_role("button", name="Invite somebody", exact=True).click()
    link = page.get_by_label("A link for one person", exact=True)
    expect(link).to_be_focused(timeout=SOON)
    assert link.input_value().startswith(f"{behind_a_login.url}/invitation?secret=")
    page.get_by_label("What the token is for", exact=True).fill("my script")
    page.keyboard.press("Enter")
    token = page.get_by_label("The token for my script", exact=True)
    expect(token).to_be_focused(timeout=SOON)
    secrets = [token.input_value(), link.input_value().partition("secret=")[2]]
    expect(page.locator("#account-parts code")).to_contain_text(f'Client("{behind_a_login.url}"')
    views: list[tuple[ViewportSize, Scheme]] = [(WIDE, "light"), (NARROW, "dark")]
    for size, scheme in views:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.wait_for_function("dark => document.body.classList.contains('dark') === dark", arg=scheme == "dark")
        assert barriers(page) == [], scheme
        assert width_of(page) == size["width"]
    page.go_back()
    expect(page.get_by_label("What should the picture show?")).to_be_visible()
    open_account(page)
    take_back = page.get_by_role("button", name="Take back", exact=True)
    expect(take_back).to_have_count(1, timeout=SOON)
    kept = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.body.outerHTML])")
    assert not any(secret in kept for secret in secrets)
    take_back.click()
    page.keyboard.press("Enter")  # the answer that leaves it has the focus
    expect(take_back).to_have_count(1)
    take_back.click()
    page.locator("dialog.question .cancel").click()
    expect(take_back).to_have_count(0, timeout=SOON)
    page.keyboard.press("Escape")
    assert page.evaluate("location.hash") == "#make", "where she was before"
    said = behind_a_login.log.read_text(encoding="utf-8", errors="replace")
    assert not any(secret in said for secret in secrets)
