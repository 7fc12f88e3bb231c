"""Names on the page: typing one presses its card, and how the words were read can be seen and turned round."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from studio.jobs.requests import PictureRequest
from studio.people.person import OWNER
from studio.subjects.subject import Subject
from tests.e2e.conftest import HandDriven
from tests.e2e.steps import SOON, open_place, press_create, say_who, visit

ROSE = Subject(
    owner=OWNER, name="Rose", kind="woman", trigger_word="rose", base_model="pocket", state="ready", created_at=1.0
)
WHISKERS = replace(ROSE, name="Mr. Whiskers", kind="cat", trigger_word="mrwhiskers", created_at=2.0)


@pytest.fixture
def create_tab(page: Page, by_hand: HandDriven) -> Page:
    """Create, with Rose and Mr. Whiskers to choose."""
    for subject in (ROSE, WHISKERS):
        by_hand.store.subjects.add(subject)
    visit(page, by_hand.url)
    open_place(page, "Make")
    expect(page.locator("#who button.face")).to_have_count(2, timeout=SOON)
    return page


def pressed(page: Page, name: str, value: str) -> None:
    expect(page.locator(f'#who button[data-name="{name}"]')).to_have_attribute("aria-pressed", value, timeout=SOON)


def type_prompt(page: Page, text: str) -> None:
    page.get_by_label("What should the picture show?").press_sequentially(text)


def queued(by_hand: HandDriven) -> PictureRequest:
    request = next(job for job in by_hand.store.jobs.list(OWNER) if job.state == "queued").request
    assert isinstance(request, PictureRequest)
    return request


def test_typing_a_name_presses_its_card_and_who_is_taken_off_stays_off(create_tab: Page, by_hand: HandDriven) -> None:
    page = create_tab
    type_prompt(page, "mr whiskers and Rose")
    pressed(page, "Mr. Whiskers", "true")
    pressed(page, "Rose", "true")
    page.locator('#who button[data-name="Rose"]').click()
    pressed(page, "Rose", "false")
    expect(page.locator("#prompt-reading")).to_contain_text("Rose is named but not chosen", timeout=SOON)
    type_prompt(page, " in the snow")
    expect(page.locator("#prompt-reading .mention.is-name")).to_have_text("mr whiskers", timeout=SOON)
    pressed(page, "Rose", "false")
    press_create(page)
    expect(page.locator("#jobs")).to_contain_text("mr whiskers", timeout=SOON)
    assert queued(by_hand).prompt == "mrwhiskers cat and Rose in the snow"
    assert [choice.name for choice in queued(by_hand).subjects] == ["Mr. Whiskers"]


def test_names_that_are_pasted_press_their_cards_too(create_tab: Page) -> None:
    page = create_tab
    page.get_by_label("What should the picture show?").focus()
    page.keyboard.insert_text("mr whiskers and Rose on the beach")
    pressed(page, "Mr. Whiskers", "true")
    pressed(page, "Rose", "true")
    expect(page.locator("#prompt-reading .mention.is-name")).to_have_count(2, timeout=SOON)


def test_how_the_words_were_read_is_shown_and_one_press_turns_it_round(create_tab: Page, by_hand: HandDriven) -> None:
    page = create_tab
    type_prompt(page, "a photo of Rose holding a red rose")
    pressed(page, "Rose", "true")
    mentions = page.locator("#prompt-reading .mention")
    expect(mentions).to_have_text(["Rose", "rose"], timeout=SOON)
    expect(mentions.nth(0)).to_have_attribute("aria-pressed", "true")
    expect(mentions.nth(1)).to_have_attribute("aria-pressed", "false")
    mentions.nth(1).click()
    expect(mentions.nth(1)).to_have_attribute("aria-pressed", "true", timeout=SOON)
    mentions.nth(0).click()
    expect(mentions.nth(0)).to_have_attribute("aria-pressed", "false", timeout=SOON)
    page.reload()
    open_place(page, "Make")
    expect(mentions.nth(0)).to_have_attribute("aria-pressed", "false", timeout=SOON)
    press_create(page)
    expect(page.locator("#jobs")).to_contain_text("holding a red rose", timeout=SOON)
    assert queued(by_hand).prompt == "a photo of Rose holding a red rose woman"
    assert queued(by_hand).readings == {"Rose 1": "word", "Rose 2": "name"}


@pytest.mark.slow(
    quick_sibling="tests/unit/ui/forms/test_forms.py::test_a_name_presses_its_card_and_a_tag_sets_its_strength"
)
def test_a_lora_tag_sets_the_slider_and_what_is_not_done_is_said(create_tab: Page, by_hand: HandDriven) -> None:
    page = create_tab
    type_prompt(page, "a garden <lora:rose:0.5> BREAK <lora:other:1>")
    pressed(page, "Rose", "true")
    expect(page.locator("#who .strength-number")).to_have_text("0.50", timeout=SOON)
    expect(page.locator("#prompt-reading")).to_contain_text("“BREAK” is left out", timeout=SOON)
    expect(page.locator("#prompt-reading")).to_contain_text("“other” is none of your subjects")
    press_create(page)
    expect(page.locator("#jobs")).to_contain_text("a garden", timeout=SOON)
    assert (queued(by_hand).prompt, queued(by_hand).subjects[0].strength) == ("rose woman, a garden", 0.5)


@pytest.mark.slow(
    quick_sibling="tests/unit/ui/forms/test_forms.py::test_as_what_a_kind_is_taught_is_said_with_its_english_noun"
)
def test_teach_says_that_a_name_is_an_everyday_word_and_which_noun_is_read(page: Page, by_hand: HandDriven) -> None:
    visit(page, by_hand.url)
    say_who(page, "Rose", "Frau")
    expect(page.locator("#about-name")).to_contain_text("“rose” is an everyday word", timeout=SOON)
    expect(page.locator("#taught-as")).to_contain_text("Taught as a person, by the English word “woman”", timeout=SOON)
    say_who(page, "Katarina", "Königspython")
    expect(page.locator("#taught-as")).to_contain_text("say in English what it is", timeout=SOON)
    expect(page.locator("#about-name")).to_have_text("")
