"""What the reader of prompts knows of languages: words that a thing follows, and the endings that names take."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

MARK_OF_POSSESSION = "'s"
_LEAST_STEM = 3  # letters of a name that may take an ending: "Al" and "Ali" are two names


@dataclass(frozen=True, kw_only=True, slots=True)
class Language:
    """One language, all words folded as studio.prompts.tokens does.

    evidence: words and letters that show a prompt to be in it; none where its script does. changes: what a name ends
    in, and what may stand in its place; "" is any other ending. possession: the endings that mean "of".
    """

    evidence: frozenset[str] = frozenset()
    letters: str = ""
    script: tuple[int, int] | None = None
    changes: tuple[tuple[str, frozenset[str]], ...] = ()
    possession: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()

    def is_of(self, name: str, words: Collection[str], text: str) -> bool:
        """Whether a name may have this language's endings in a prompt of these words and this text."""
        if self.script is not None:
            return self.script[0] <= ord(name[-1]) <= self.script[1]
        return name[-1] < "\u0250" and (not self.evidence.isdisjoint(words) or any(c in self.letters for c in text))


def _row(evidence: str = "", letters: str = "", changes: str = "", *, possession: str = "") -> Language:
    """`changes`: "a: y i; *: u" is y or i in the place of a final a, and u after any other ending."""
    rows = [change.split(":") for change in changes.split(";") if change.strip()]
    ordered = sorted(((end.strip().removeprefix("*"), new) for end, new in rows), key=lambda row: -len(row[0]))
    return Language(
        evidence=frozenset(evidence.split()),
        letters=letters,
        changes=tuple((end, frozenset(new.split())) for end, new in ordered),
        possession=frozenset(possession.split()),
    )


def _scripted(low: int, high: int, changes: str = "", *, prefixes: str = "") -> Language:
    return Language(script=(low, high), changes=_row("", "", changes).changes, prefixes=frozenset(prefixes.split()))


_FI = "n a ta ssa sta lla lta lle ksi na in an en on un kin"
_FINNISH = ";".join(f"{vowel}: {' '.join(vowel + end for end in _FI.split())}" for vowel in "aeiou")
LANGUAGES: tuple[Language, ...] = (
    # German, Dutch, Scandinavian: a plain s
    _row("und mit der das dem ein eine einen einem einer von vom im auf neben vor hinter unter ist sitzt zum zur",
         "äöüß", possession="s"),
    _row("och med ett ovid bredvid framfor pa utan og ved sammen foran paa", "åæø", possession="s"),
    # Polish, Czech and Slovak, South Slavic in Latin letters
    _row("z ze w na nad przy obok jest sie oraz dla przed", "ąęłńśźż",
         "ka: ki ke ce ko ka; ga: gi ge dze; ra: ry re rze ro; la: li le lo; ta: ty te cie to; da: dy de dzie do;"
         "a: y i e ie a o; ek: ka kowi kiem ku; ec: ca cowi cem cu; *: a owi em iem ie u"),
    _row("ve ze na pred vedle je z nad pri ktery sedi spi", "ěřůčšžýť",
         "ka: ky ce ku ko kou; ra: ry re ru ro rou; a: y e i u ou o; ek: ka kovi kem ku; ec: ce covi cem;"
         "*: a ovi em e u om"),
    _row("je sa na pored ispred iza sjedi spava", "čćđšž", "ka: ke ki ku kom ko; a: e i u om o; *: a u om em e"),
    # Baltic
    _row("ir su prie ant uz", "ėįųūčšž", "as: o a ui e u; is: io i iui y; a: os a ai oje; e: es ei eje"),
    _row("ar pie uz blakus", "āēīūņļķģ", "s: a am u i; is: a im i; a: as u ai; e: es ei i"),
    # Finnish, Hungarian, Turkish, Romanian
    _row("ja kanssa sylissa rannalla vieressa sohvalla istuu nukkuu makaa juoksee leikkii kissa koira", "",
         "kka: kan kalla kalle kassa kasta kalta; ppa: pan palla palle passa pasta; tta: tan talla talle tassa tasta;"
         f"{_FINNISH}; *: {' '.join('i' + end for end in _FI.split())}"),
    _row("egy az van ul alszik mellett elott", "őű",
         "*: t at et ot nak nek val vel ban ben ra re hoz hez tol rol ert ba be on en al el"),
    _row("ve ile bir uzerinde yanında altında icin kumsalda sahilde", "ğışçİ",
         "*: in un nin nun i u yi yu e a ye ya de da te ta den dan ten tan le la yle yla ın nın ı yı"),
    _row("cu pe langa", "ășț", "a: ei a; *: ul ului lui"),
    # Scripts of their own; of the Korean ones what is written with a name, as "and" and "with" are
    _scripted(0x400, 0x52F,
              "ка: ки ке ку кой кою ко ці; га: ги ге гу гой; ия: ии ию ией; а: ы и е у ой ою ей о і;"
              "я: и ю е ей ею і ї; ок: ка ку ком ке кові; ек: ка ку ком ке; ец: ца цу цем це; й: я ю ем е и єм ї єві;"
              "ь: я ю ем е и ью єм; о: а у ом е; *: а у ом е ем ы и ові і"),
    _scripted(0x370, 0x3FF, "οσ: ο ου ε; ησ: η; ασ: α; εσ: ε; α: ασ; η: ησ; ω: ωσ"),
    _scripted(0xAC00, 0xD7A3,
              "*: 은 는 이 가 을 를 와 과 의 도 에 에게 한테 랑 이랑 아 야 로 으로 만 께 에서"
              " 부터 까지 처럼 이가 이는 이를 이와 이의"),
    _scripted(0x600, 0x6FF, prefixes="و ف ب ل ك"),
    _scripted(0x590, 0x5FF, prefixes="ו ב ל מ ש ה כ"),
)  # fmt: skip


def endings(name: str, words: Collection[str], text: str) -> Iterator[tuple[str, str]]:
    """(form, what its ending means in English) of the last word of a name in a prompt of these words and this text."""
    if len(name) < _LEAST_STEM and not "\uac00" <= name[-1:] <= "\ud7a3":
        return
    for language in LANGUAGES:
        if not language.is_of(name, words, text):
            continue
        for form in language.possession:
            if not name.endswith(("s", "z", "x")):
                yield name + form, MARK_OF_POSSESSION
        for end, replacements in language.changes:
            if name.endswith(end) and len(name) - len(end) >= 2:
                stem = name[: len(name) - len(end)]
                yield from ((stem + new, "") for new in replacements if stem + new != name)
                break


def prefixed(name: str) -> Iterator[str]:
    """The first word of a name with a word that is written as one with it, as "and" is in Arabic and Hebrew."""
    for language in LANGUAGES:
        if language.prefixes and len(name) >= _LEAST_STEM and language.is_of(name, (), ""):
            yield from (prefix + name for prefix in language.prefixes)


def _words(*rows: str) -> frozenset[str]:
    return frozenset(" ".join(rows).split())


# After one of these comes a thing and no name, in the languages that have such words.
DETERMINERS = _words(
    "a an the this that these those my your his her its our their some any no each every another one two three four",
    "five six seven eight nine ten many several few both single ein eine einen einem einer eines der die das den",
    "dem des mein meine dein deine sein seine ihr ihre kein keine zwei drei viele le la les l un une du au aux ce",
    "cette ces mon ma mes ton ta tes son sa ses deux trois el los las una unos unas mi mis tu tus su sus este esta",
    "dos tres o os as um uma uns umas meu minha seu sua il lo i gli uno mio mia suo due tre de het een mijn zijn",
    "haar twee drie en ett et det min mitt sin sitt jedna jedno jeden moja bir az egy",
)  # fmt: skip
# Words that tell how a thing looks: a name seldom follows one that has no "a" or "the" before it.
ADJECTIVES = _words(
    "red pink white black yellow blue green orange purple brown grey gray golden gold silver dark light bright pale",
    "big small little tiny large huge old new young fresh wild dried wooden plastic glass single beautiful pretty",
    "cute rote roter rotes rosa weisse schwarze gelbe blaue grune rouge rouges blanche noire jaune bleue roja rojo",
    "blanca negra amarilla azul vermelha branca rossa bianca nera rode witte zwarte rod vit czerwona biala красная",
    "красную белая белую черная алая голубая",
)  # fmt: skip
# What leads on to somebody or something: an adjective does not stand before these.
LEADING = _words(
    "of and or with without beside behind before under over above below near by on in at to from next for as like",
    "is are was named called holding hugging feeding riding kissing meeting watching wearing between against into",
    "onto than und oder mit neben vor hinter auf im am an bei zu von ist et ou avec sur dans sous pres devant",
    "derriere est y con sobre en bajo junto es e com em sob ao do da di su sotto accanto met op naast voor bij och",
    "med pa i z ze w na obok przy pod и с со на в под рядом возле у ve ile ja",
)  # fmt: skip

# English words that are things, too, and say what somebody does: after a name they make no compound of it.
ACTIONS = _words(
    "smile dance jump bounce kiss hug dream spin swing skip sleep play run walk sit sing laugh look stare wave wink",
    "march dash dodge prance pounce trot gallop slide skate surf sail fish hunt cook cheer chase bark purr nap",
    "snooze rest roam wander whisper twirl tumble tap clap sniff snuggle cuddle nibble munch drink eat paint draw",
    "drive ride fly swim love",
)


def is_determined(before: Sequence[str]) -> bool:
    """Whether the words before one, the nearest last, make it a thing: "a red rose", "holding the rose", "red rose"."""
    for back, word in enumerate(reversed(before[-3:])):
        if word in DETERMINERS:
            return True
        if word in LEADING or (word.endswith("ing") and not _begins_a_thing(before[: len(before) - back - 1])):
            return False
        if back == 0 and word in ADJECTIVES:
            return True
    return False


def _begins_a_thing(before: Sequence[str]) -> bool:
    return bool(before) and before[-1] in DETERMINERS
