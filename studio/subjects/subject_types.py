"""The four types of subject that presets differ by, and which of them a kind such as "cat" or "my car" is."""

from dataclasses import dataclass

from studio.subjects.kinds import english_kind

DEFAULT = "object"  # learns like a pet; nothing is lost where a kind is in no table


@dataclass(frozen=True, kw_only=True, slots=True)
class SubjectType:
    """One type. `title` is the key of its words; `words` are kinds in one word each, lower case and in the singular."""

    name: str
    title: str
    words: frozenset[str]


_PERSON = (
    "person woman man girl boy baby child kid toddler teenager teen adult human lady gentleman guy bride groom "
    "mother mum mom father dad parent sister brother daughter son twin wife husband aunt uncle niece nephew cousin "
    "grandmother grandma grandfather grandpa granny friend boyfriend girlfriend face model actor actress singer dancer"
)
_PET = (
    "pet animal cat kitten tomcat kitty dog puppy pup hound terrier poodle labrador retriever shepherd spaniel bulldog "
    "dachshund corgi husky beagle chihuahua pug collie tabby siamese persian rabbit bunny hamster gerbil pig piglet "
    "mouse rat ferret chinchilla hedgehog bird parrot budgie canary cockatoo pigeon owl chicken hen rooster duck goose "
    "horse pony foal donkey cow calf goat sheep lamb llama alpaca fish goldfish turtle tortoise lizard gecko snake "
    "frog fox wolf lion tiger"
)
_STYLE = (
    "style painting watercolour watercolor drawing sketch illustration artwork art comic manga anime cartoon "
    "photography aesthetic look design"
)
# These make a thing of whatever else is said: a toy cat is no cat.
_OBJECT = "toy plush plushie stuffed figurine figure statue sculpture doll puppet teddy wooden plastic porcelain"

SUBJECT_TYPES: dict[str, SubjectType] = {
    "person": SubjectType(name="person", title="subject-type-person", words=frozenset(_PERSON.split())),
    "pet": SubjectType(name="pet", title="subject-type-pet", words=frozenset(_PET.split())),
    "object": SubjectType(name="object", title="subject-type-object", words=frozenset(_OBJECT.split())),
    "style": SubjectType(name="style", title="subject-type-style", words=frozenset(_STYLE.split())),
}


def type_of(kind: str) -> str:
    """The type of a kind, by its last word, which says what it is: "young woman", "guinea pig", "pencil drawing".

    A kind in another language is of the type of its English noun, where that is known.
    """
    words = [_singular(word) for word in (english_kind(kind) or kind).casefold().replace("-", " ").split()]
    if not words or any(word in SUBJECT_TYPES["object"].words for word in words):
        return DEFAULT
    return next((name for name, row in SUBJECT_TYPES.items() if words[-1] in row.words), DEFAULT)


def _singular(word: str) -> str:
    known = frozenset[str]().union(*(row.words for row in SUBJECT_TYPES.values()))
    return word if word in known else word.removesuffix("s")
