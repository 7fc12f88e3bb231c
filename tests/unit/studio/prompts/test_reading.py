"""How names in a prompt become the words that were learned."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.people.person import OWNER
from studio.prompts.reading import clean_prompt, clean_readings, expanded, read
from studio.subjects.subject import Subject


def subject(name: str, kind: str, trigger_word: str | None = None) -> Subject:
    return Subject(
        owner=OWNER, name=name, kind=kind, trigger_word=trigger_word or name.lower(), base_model="pocket", state="ready"
    )


DUMPLING = subject("Dumpling", "cat")
JUNIOR = subject("Dumpling Junior", "cat", "dumplingjunior")
ANNA = subject("Anna", "woman")


@pytest.mark.parametrize(
    ("prompt", "subjects", "words"),
    [
        ("Dumpling on the beach", [DUMPLING], "dumpling cat on the beach"),
        ("Dumpling and Anna in the snow", [DUMPLING, ANNA], "dumpling cat and anna woman in the snow"),
        ("anna's hat, DUMPLING", [DUMPLING, ANNA], "anna woman's hat, dumpling cat"),
        ("dumpling cat asleep", [DUMPLING], "dumpling cat asleep"),
        ("Dumpling the cat", [DUMPLING], "dumpling cat the cat"),
        ("Dumplings for dinner", [DUMPLING], "dumpling cat, Dumplings for dinner"),
        ("on the beach", [DUMPLING], "dumpling cat, on the beach"),
        ("on the beach", [DUMPLING, ANNA], "dumpling cat and anna woman, on the beach"),
        ("Dumpling on the beach", [ANNA, DUMPLING], "anna woman, dumpling cat on the beach"),
        ("", [DUMPLING], "dumpling cat"),
        ("a cat on the beach", [DUMPLING], "a dumpling cat on the beach"),
        ("a cat and a cat", [DUMPLING], "dumpling cat, a cat and a cat"),
        ("Dumpling meets a cat", [DUMPLING], "dumpling cat meets a cat"),
        ("a cat", [DUMPLING, JUNIOR], "dumpling cat and dumplingjunior cat, a cat"),
        ("Dumpling Junior, Dumpling", [DUMPLING, JUNIOR], "dumplingjunior cat, dumpling cat"),
        ("a red house", [], "a red house"),
        ("(Dumpling:1.2) on the beach", [DUMPLING], "(dumpling cat:1.2) on the beach"),
        ("[Dumpling cat], (Anna)", [DUMPLING, ANNA], "[dumpling cat], (anna woman)"),
        ("((dumpling):1.2) cat", [DUMPLING], "((dumpling):1.2) cat"),
        ("(dumpling:1.2) cat", [DUMPLING], "(dumpling:1.2) cat"),
        ("a (cat:1.3) in [snow]", [DUMPLING], "a (dumpling cat:1.3) in [snow]"),
        ("(sunset:1.2)", [DUMPLING], "dumpling cat, (sunset:1.2)"),
        ("Mr. Whiskers asleep", [subject("Mr. Whiskers", "cat", "mrwhiskers")], "mrwhiskers cat asleep"),
    ],
)
def test_names_become_the_words_that_were_learned(prompt: str, subjects: list[Subject], words: str) -> None:
    assert expanded(prompt, subjects) == words


def test_a_kind_inside_the_words_of_another_subject_is_left_alone() -> None:
    mia = subject("Mia", "cat woman")
    assert expanded("Mia asleep", [mia, DUMPLING]) == "dumpling cat, mia cat woman asleep"


def test_a_prompt_is_one_line_of_what_was_typed() -> None:
    assert clean_prompt("  a cat\nin  the\tsnow\x00 ") == "a cat in the snow"
    assert clean_prompt(None) == ""


NAMES = st.text(string.ascii_letters + " .é", min_size=1, max_size=8).map(str.strip).filter(bool)
KINDS = st.sampled_from(["cat", "woman", "cat woman", "teapot"])


@given(st.lists(st.tuples(NAMES, KINDS), max_size=3), st.lists(NAMES | KINDS | st.just(","), max_size=6), st.data())
def test_expanding_keeps_every_subject_once_in_words_and_twice_is_once(
    people: list[tuple[str, str]], words: list[str], data: st.DataObject
) -> None:
    subjects = [subject(name, kind, f"w{index}") for index, (name, kind) in enumerate(people)]
    if len({one.name.casefold() for one in subjects}) < len(subjects):
        return
    named = data.draw(st.lists(st.sampled_from([one.name for one in subjects]), max_size=3)) if subjects else []
    prompt = " ".join([*words, *named])
    once = expanded(prompt, subjects)
    for one in subjects:
        assert one.words in once


@given(st.text(max_size=200))
def test_any_text_survives_without_subjects(prompt: str) -> None:
    assert expanded(clean_prompt(prompt), []) == clean_prompt(prompt)


@given(st.text(max_size=80))
def test_any_text_with_a_subject_holds_its_words_and_expands_once(prompt: str) -> None:
    once = expanded(clean_prompt(prompt), [DUMPLING])
    assert "dumpling cat" in once
    assert expanded(once, [DUMPLING]) == once


ROSE = subject("Rose", "woman")
LUNA = subject("Luna", "cat")
BEAR = subject("Bear", "dog")


@pytest.mark.parametrize(
    ("prompt", "one", "words"),
    [
        ("Rose holding a red rose", ROSE, "rose woman holding a red rose"),
        ("rose holding a red rose", ROSE, "rose woman holding a red rose"),
        ("ROSE HOLDING A RED ROSE", ROSE, "rose woman HOLDING A RED ROSE"),
        ("Rose Holding A Red Rose", ROSE, "rose woman Holding A Red Rose"),
        ("a red rose for Rose", ROSE, "a red rose for rose woman"),
        ("a woman with a rose", ROSE, "a rose woman with a rose"),
        ("Rose, wild rose, garden", ROSE, "rose woman, wild rose, garden"),
        ("Rose in a rose-coloured dress", ROSE, "rose woman in a rose-coloured dress"),
        ("Rose between roses", ROSE, "rose woman between roses"),
        ("Rose hält eine rote Rose", ROSE, "rose woman hält eine rote Rose"),
        ("rose woman holding a red rose", ROSE, "rose woman holding a red rose"),
        ("(Rose:1.2) with her rose", ROSE, "(rose woman:1.2) with her rose"),
        ("Luna bajo la luna llena", LUNA, "luna cat bajo la luna llena"),
        ("luna bajo la luna", LUNA, "luna cat bajo la luna"),
        ("Bear hugging a teddy bear", BEAR, "bear dog hugging a teddy bear"),
        ("a bear chasing Bear", BEAR, "a bear chasing bear dog"),
        ("Anna and anna's hat", ANNA, "anna woman and anna woman's hat"),
        ("a smiling anna", ANNA, "a smiling anna woman"),
    ],
)
def test_a_name_that_is_also_a_word_changes_only_where_it_is_the_name(prompt: str, one: Subject, words: str) -> None:
    assert expanded(prompt, [one]) == words
    assert expanded(words, [one]) == words


def test_where_it_cannot_be_known_it_is_said_and_one_answer_turns_it_round() -> None:
    reading = read("Rose on a table", [ROSE])
    (mention,) = reading.mentions
    assert (mention.is_name, mention.is_sure, mention.key) == (True, False, "Rose 1")
    assert expanded("Rose on a table", [ROSE], {"Rose 1": "word"}) == "rose woman, Rose on a table"
    assert expanded("Rose holding a rose", [ROSE], {"rose 2": "name"}) == "rose woman holding a rose woman"
    assert expanded("Rose holding a rose", [ROSE], {"ROSE": "word"}) == "rose woman, Rose holding a rose"


@pytest.mark.parametrize(
    ("prompt", "named"),
    [
        ("Rose on the beach", ["Rose"]),
        ("at the sea. Rose smiles", ["Rose"]),
        ("Rose petals on a table", []),
        ("Bear cubs in the woods", []),
        ("a rose on the beach", []),
        ("rose on the beach", []),
        ("anna on the beach", ["Anna"]),
        ("A Luna moth", ["Luna"]),
    ],
)
def test_who_is_named_without_being_chosen_is_told_from_a_word(prompt: str, named: list[str]) -> None:
    assert [one.name for one in read(prompt, [], others=[ROSE, BEAR, ANNA, LUNA]).named()] == named


@pytest.mark.parametrize("value", ["Rose", {"Rose": "nobody"}, {1: "name"}, {"Rose": None}, {"Rose": {}}])
def test_a_reading_that_is_none_is_said(value: object) -> None:
    with pytest.raises(StudioError, match="reading"):
        clean_readings(value)


OMALLEY = subject("O'Malley", "man", "omalley")
WHISKERS = subject("Mr. Whiskers", "cat", "mrwhiskers")
ANNALENA = subject("Anna-Lena", "girl", "annalena")
PUSHINKA = subject("Пушинка", "cat", "pushinka")
BARSIK = subject("Барсик", "cat", "barsik")
LATEK = subject("Łatek", "dog", "latek")
PEKKA = subject("Pekka", "man")
KEREM = subject("Kerem", "boy")
SHIRO = subject("小白", "dog", "xiaobai")


@pytest.mark.parametrize(
    ("prompt", "one", "words"),
    [
        ("O\u2019Malley at sea", OMALLEY, "omalley man at sea"),
        ("o\u02bcmalley at sea", OMALLEY, "omalley man at sea"),
        ("O\u2019Malley\u2019s hat", OMALLEY, "omalley man\u2019s hat"),
        ("OMalley at sea", OMALLEY, "omalley man at sea"),
        ("Mr Whiskers asleep", WHISKERS, "mrwhiskers cat asleep"),
        ("mr.whiskers asleep", WHISKERS, "mrwhiskers cat asleep"),
        ("a cat by Mr.  Whiskers", WHISKERS, "a cat by mrwhiskers cat"),
        ("Mr.\u00a0Whiskers asleep", WHISKERS, "mrwhiskers cat asleep"),
        ("Anna Lena dances", ANNALENA, "annalena girl dances"),
        ("Anna\u2010Lena dances", ANNALENA, "annalena girl dances"),
        ("Zoe asleep", subject("Zoë", "cat", "zoe"), "zoe cat asleep"),
        ("Zoe\u0308 asleep", subject("Zoë", "cat", "zoe"), "zoe cat asleep"),
        ("Семен на диване", subject("Семён", "man", "semen"), "semen man на диване"),
        ("Tom and Jerry eat", subject("Tom & Jerry", "cat", "tomjerry"), "tomjerry cat eat"),
        ("Luna at home", subject("Luna \U0001f431", "cat", "luna"), "luna cat at home"),
        # German, Swedish
        ("Dumplings Ball auf der Wiese", DUMPLING, "dumpling cat's Ball auf der Wiese"),
        ("Annas Hut und Annas Katze", ANNA, "anna woman's Hut und anna woman's Katze"),
        ("Annas katt och en boll", ANNA, "anna woman's katt och en boll"),
        # Russian, Ukrainian, Polish, Czech
        ("рядом с Пушинкой", PUSHINKA, "рядом с pushinka cat"),
        ("Пушинку гладит девочка", PUSHINKA, "pushinka cat гладит девочка"),
        ("миска Барсика", BARSIK, "миска barsik cat"),
        ("йде з Пушинкою", PUSHINKA, "йде з pushinka cat"),
        ("pies Łatka na plaży", LATEK, "pies latek dog na plaży"),
        ("Annę przytula mama, na plaży", ANNA, "anna woman przytula mama, na plaży"),
        ("děti s Annou na louce", ANNA, "děti s anna woman na louce"),
        # Finnish, Turkish, Hungarian, Greek, Korean, Arabic, Chinese
        ("Annan kanssa rannalla", ANNA, "anna woman kanssa rannalla"),
        ("Pekan koira", PEKKA, "pekka man koira"),
        ("Kerem'in kedisi", KEREM, "kerem boy kedisi"),
        ("Anna\u2019ya bakan bir kedi", ANNA, "anna woman bakan bir kedi"),
        ("egy kutya Annával", ANNA, "egy kutya anna woman"),
        ("το σπίτι της Άννας", subject("Άννα", "woman", "anna"), "το σπίτι της anna woman"),
        ("두부가 잔다", subject("두부", "cat", "dubu"), "dubu cat 잔다"),
        ("صورة وبسبوسة", subject("بسبوسة", "cat", "bsbwsh"), "صورة bsbwsh cat"),
        ("小白在海滩上", SHIRO, "xiaobai dog 在海滩上"),
        ("海滩上的小白", SHIRO, "海滩上的 xiaobai dog"),
    ],
)
def test_a_name_typed_nearly_right_is_the_name(prompt: str, one: Subject, words: str) -> None:
    assert expanded(clean_prompt(prompt), [one]) == words


EVERYBODY = [
    DUMPLING,
    ANNA,
    ROSE,
    LUNA,
    BEAR,
    OMALLEY,
    WHISKERS,
    ANNALENA,
    PUSHINKA,
    BARSIK,
    LATEK,
    PEKKA,
    KEREM,
    SHIRO,
]
EVERYBODY += [subject("Max", "dog"), subject("Al", "man"), subject("Mia", "girl"), subject("Martin", "man")]
NOBODY = """
Dumplings for dinner
a plate of dumplings and a dumpling soup
a bowl with a dumpling
soup dumplings on a wooden table
Hannah and Joanna at the sea
Annabelle under a tree
a rose garden in june
roses are red
red roses on the table
she rose from the chair with a rose in her hand
a rosebud, a rose window, the rose of the winds
a rosé wine and a primrose
lunar landscape, a lunatic
la luna llena sobre el mar
una luna roja
a bear in the woods
the polar bear and its cub
teddy bears on a shelf
bearded man by a river
a bearskin rug
whiskers of a cat
mister Smith asleep
malley street at night
pushing a pram
Барселона ночью
пушистый кот на диване
барсук в лесу
latex gloves on a table
a latke with cream
pekan nuts and a pecan pie
kermit the frog
小狗在海滩上
白色的小猫
maximum contrast, maximal detail
a maxi dress
an album cover, almond tree, Alps
a mialgia poster
Martinique at dawn
a glass of martini
Martinez street
analog photo, an annals book
ein roter Ball auf der Wiese
zwei Bären im Wald und ein Fluss
dzieci na plaży z psem
děti s psem na louce
kız ve kedi sahilde
lapset ja koira rannalla
egy kutya és egy macska
een hond op het strand met een bal
en hund och en katt på stranden
un chien et un chat sur la plage
un perro y un gato en la playa
um cachorro e um gato na praia
девочка с собакой у моря
хлопчик і пес на лузі
o'clock, o\u2019er the hills
a man named Malley-Smith
(masterpiece:1.2), best quality, [blurry]
1girl, long hair, blue eyes, smile
cinematic light, 35mm, f/1.8
""".strip().splitlines()


def test_sentences_that_name_nobody_stay_as_they_are() -> None:
    mistaken = {
        sentence: [prompt_mention.subject.name for prompt_mention in found]
        for sentence in NOBODY
        if (found := [one for one in read(clean_prompt(sentence), EVERYBODY).mentions if one.is_name and one.is_sure])
    }
    assert mistaken == {}


@given(
    st.lists(st.sampled_from([*EVERYBODY]), max_size=4, unique_by=lambda one: one.name),
    st.lists(
        st.sampled_from(
            [*(one.name for one in EVERYBODY), "rose", "a", "red", "(", ":1.2)", "[", "]", "'s", "小", ",", "и"]
        )
        | st.text(max_size=4),
        max_size=12,
    ),
    st.sampled_from(["", " "]),
)
def test_mentions_never_overlap_and_all_around_them_stays(chosen: list[Subject], parts: list[str], space: str) -> None:
    text = clean_prompt(space.join(parts))
    reading = read(text, chosen, others=[one for one in EVERYBODY if one not in chosen])
    ends = [0, *(one.end for one in reading.mentions)]
    assert all(one.start >= end and one.end > one.start for one, end in zip(reading.mentions, ends, strict=False))
    assert [one.key for one in reading.mentions] == list(dict.fromkeys(one.key for one in reading.mentions))
    here = {one.name for one in chosen}
    rest = reading.prompt
    place = 0
    for one in reading.mentions:
        if not one.is_name or one.subject.name not in here:
            continue
        around = text[place : one.start]
        if not any(kind in around.casefold() for kind in ("cat", "dog", "man", "girl", "boy")):
            assert around in rest
        assert one.words in rest
        place = one.end


@given(st.text(max_size=60), st.sampled_from(EVERYBODY))
def test_reading_twice_is_reading_once_whoever_it_is(text: str, one: Subject) -> None:
    once = expanded(clean_prompt(text), [one])
    assert expanded(once, [one]) == once
