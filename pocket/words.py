"""The pocket model's words: a CLIP tokenizer in which every word of the drawn world and its users is one token.

Words it does not know fall apart into pieces, as in any CLIP tokenizer.
"""

import json

from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from transformers import CLIPTokenizer

from pocket.world.attributes import BUILDS, COLOURS, EYES, HAIR, KINDS, PATTERNS, WEARS
from pocket.world.captions import SYLLABLES
from pocket.world.figures import ANIMAL_POSES, PEOPLE_POSES
from pocket.world.places import PLACES
from pocket.world.scenes import RELATIONS

GRAMMAR = "a an the photo picture of in on at by with and beside next to clothes dress hair eyes front holding"
# Words of prompts that people write: untaught as pictures, but each a token a LoRA can learn from.
COMMON = """girl boy child baby kitten puppy hamster bird horse fox toy teapot backpack boot plushie robot cartoon
person man woman my me her his our friend family dog cat portrait close up smiling happy sad running jumping playing
sleeping garden mountain river park house street sofa bed table window sun moon sky sea water tree flower grass sand
rain winter summer spring autumn morning evening light dark big small old young blurry low quality ugly cute beautiful
detailed"""


def build_tokenizer() -> CLIPTokenizer:
    """A CLIPTokenizer (77 tokens, lower case), its byte-pair merges trained until every known word is one token."""
    phrases = [GRAMMAR, COMMON, *KINDS, *COLOURS, *PATTERNS, *EYES, *HAIR, *WEARS, *BUILDS, *RELATIONS]
    phrases += [*ANIMAL_POSES, *PEOPLE_POSES, *(place.phrase for place in PLACES.values())]
    known = sorted({word for phrase in phrases for word in phrase.split()})
    trained = Tokenizer(models.BPE(end_of_word_suffix="</w>"))
    trained.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    endings = [letter + "</w>" for letter in alphabet]
    trainer = trainers.BpeTrainer(
        special_tokens=endings,  # numbered first and in order: the trainer breaks ties by number
        vocab_size=4000,
        initial_alphabet=alphabet,
        end_of_word_suffix="</w>",
        min_frequency=2,
        show_progress=False,
    )
    corpus = [word for word in known for _ in range(50)] + [syllable for syllable in SYLLABLES for _ in range(2)]
    trained.train_from_iterator(corpus, trainer)
    merges = [tuple(merge) for merge in _merges_of(trained)]
    vocabulary = [*alphabet, *endings, *("".join(merge) for merge in merges)]
    vocabulary += ["<|startoftext|>", "<|endoftext|>"]
    return CLIPTokenizer(
        vocab={token: index for index, token in enumerate(dict.fromkeys(vocabulary))},
        merges=merges,  # type: ignore[arg-type]
        model_max_length=77,
    )


def _merges_of(tokenizer: Tokenizer) -> list[list[str]]:
    merges = json.loads(tokenizer.to_str())["model"]["merges"]
    return [merge.split(" ") if isinstance(merge, str) else merge for merge in merges]
