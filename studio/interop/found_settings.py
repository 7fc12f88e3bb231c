"""From the texts in any picture to a request of ours: parsed and never evaluated, within what Cuddle allows.

What is not taken over is said in a sentence. LoRAs become subjects that were taught here, by their hash or their name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from studio.checks import SEED_MAX, shown
from studio.errors import StudioError
from studio.interop.comfy.reading import read_graph
from studio.interop.infotext import (
    CIVITAI,
    LoraTag,
    Parameters,
    civitai_resources,
    lora_tags,
    number_in,
    parse_parameters,
    program_of_json,
    sampler_of,
)
from studio.interop.metadata import FINE, GRAPH, OWN, PARAMETERS, hides_texts, own_request, texts_in
from studio.jobs.requests import MAX_PROMPT, MAX_SIDE, MAX_STEPS, MAX_SUBJECTS, MIN_SIDE, PictureRequest, SubjectChoice
from studio.models.base_models import BaseModel
from studio.models.checkpoint_names import checkpoint_name
from studio.pictures.options import BLENDINGS
from studio.pictures.samplers import Sampler
from studio.prompts.picture_words import subject_called
from studio.prompts.reading import clean_prompt, expanded
from studio.prompts.syntax import syntax_not_read, without_tags
from studio.subjects.subject import Subject

_NUMBERS = {"Steps": "steps", "CFG scale": "guidance_scale", "Seed": "seed"}  # A1111's names, and a request's
_READ = {
    *_NUMBERS,
    "Sampler",
    "Schedule type",
    "Size",
    "Model",
    "Model hash",
    "Lora hashes",
    "Hashes",
    "RNG",
    "Blending",
    "Variation seed",
    "Variation seed strength",
    CIVITAI,
}
_OF_NO_MATTER = {
    "Version",
    "User",
    "Civitai metadata",
    "App",
    "VAE",
    "VAE hash",
    "FP8 weight",
    "Cache FP16 weight for LoRA",
}
_BOUNDS = {
    "steps": ("number of steps", 1, MAX_STEPS),
    "guidance_scale": ("guidance scale", 1, 30),
    "width": ("width", MIN_SIDE, MAX_SIDE),
    "height": ("height", MIN_SIDE, MAX_SIDE),
}
_FORGES = ("classic", "neo")  # versions of Forge that say no number
MAX_TAGS = 24
MAX_REMARK = 400  # characters of what was not taken over, in one sentence
MAX_REMARKS = 20  # such sentences; the largest of ComfyUI's example graphs needs 6
_DAMAGED = (StudioError, TypeError, ValueError, KeyError, AttributeError, RecursionError)


@dataclass(frozen=True, kw_only=True, slots=True)
class TaughtLora:
    """A subject that can be in a picture, and the digits by which other programs know its LoRA ("": not known)."""

    subject: Subject
    file_hash: str

    @property
    def stem(self) -> str:
        """What its file is called in tags."""
        return PurePosixPath(self.subject.lora_files.get("kohya", "")).stem


@dataclass(frozen=True, kw_only=True, slots=True)
class Here:
    """What a picture's words are matched with: who was taught, the base models, and the one that "auto" is."""

    taught: Sequence[TaughtLora]
    base_models: Sequence[BaseModel]
    automatic: BaseModel


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundSettings:
    """What a picture says of how it was made: one picture's request, and in sentences what is missing of it.

    `program` made it; without `has_seed` the request's seed means nothing. `base_model` may be "auto".
    """

    request: PictureRequest
    program: str
    has_seed: bool
    remarks: tuple[str, ...]


def found_settings(file: Path, here: Here) -> FoundSettings:
    """The settings in a PNG, JPEG or WebP of Cuddle, A1111 or ComfyUI. Errors: StudioError when there are none."""
    texts, name = texts_in(file), shown(file.name, 60)
    parameters = parse_parameters(texts.get(PARAMETERS, ""))
    remarks: list[str] = []
    if OWN in texts:
        own = _own(texts, parameters, here, remarks)
        if own is not None:
            return own
        remarks.append("What Cuddle itself wrote into it is damaged, so this is what it says to other programs.")
    if "Steps" in parameters.settings:
        return _from_parameters(parameters, here, remarks)
    graph = _from_graph(
        texts.get(GRAPH) or texts.get(PARAMETERS, ""), here, remarks
    )  # Civitai's generator: in the EXIF
    if graph is None:
        raise StudioError(f"{name} {_what_else(file, texts)} {FINE}.")
    return graph


def _what_else(file: Path, texts: Mapping[str, str]) -> str:
    """Why nothing was found, as the end of a sentence and what may help."""
    if OWN in texts:
        return "was made by Cuddle, but its parameters are damaged."
    if {"invokeai_metadata", "sd-metadata", "Dream"} & set(texts):
        return "was made by InvokeAI, whose parameters Cuddle does not read."
    json_of = program_of_json(texts.get(PARAMETERS, ""))
    if json_of and json_of != "ComfyUI":
        return f"was made by {json_of}, whose parameters Cuddle does not read."
    if GRAPH in texts or "workflow" in texts or json_of:
        return "holds a graph of ComfyUI without a plain sampler in it, which Cuddle does not read."
    if texts.get(PARAMETERS, ""):
        return f"holds a text that is no parameters ('{shown(texts[PARAMETERS])}')."
    if texts.get("Software", "").startswith("NovelAI"):
        return "was made by NovelAI, whose parameters Cuddle does not read."
    if hides_texts(file):
        return "hides its parameters in its pixels (stealth PNG), where Cuddle does not read them."
    return "carries no parameters; copies that messengers and photo programs make have lost them."


def _own(texts: Mapping[str, str], parameters: Parameters, here: Here, remarks: list[str]) -> FoundSettings | None:
    """The very request that Cuddle wrote, or None where it is damaged. Of a later version what is known here."""
    found = own_request(texts)
    if found is None:
        return None
    start = _start(here)
    known = {name: value for name, value in found.items() if name in start.to_json()}
    try:
        request = replace(PictureRequest.from_json(known), count=1)
    except _DAMAGED:
        return None
    if later := sorted(set(found) - set(known)):
        remarks.append(f"A later version of Cuddle made it; not taken over: {shown(', '.join(later), 200)}.")
    if request.base_model not in [model.id for model in here.base_models]:
        remarks.append(_no_such_model(request.base_model))
        request = replace(request, base_model="auto")
    tags = lora_tags(parameters)[1]
    if len(tags) != len(request.subjects):
        tags = [LoraTag(stem=choice.name, strength=choice.strength) for choice in request.subjects]
    subjects = []
    for choice, tag in zip(request.subjects, tags, strict=True):
        taught = _taught(replace(tag, stem=choice.name), here)
        if taught is None:
            remarks.append(_nobody(choice.name))
        else:
            subjects.append(replace(choice, name=taught.name))
    request = replace(request, subjects=tuple(_each_once(subjects, remarks)))
    return FoundSettings(request=request, program="Cuddle", has_seed=True, remarks=tuple(remarks))


def _from_parameters(parameters: Parameters, here: Here, remarks: list[str]) -> FoundSettings:
    settings = parameters.settings
    program = _program(settings)
    values = {ours: number_in(settings[theirs]) for theirs, ours in _NUMBERS.items() if theirs in settings}
    sides = settings.get("Size", "").split("x")
    if len(sides) == 2:
        values |= {"width": number_in(sides[0]), "height": number_in(sides[1])}
    prompt, tags = lora_tags(parameters)
    of_civitai = civitai_resources(settings)
    tags += [tag for tag in of_civitai.loras if tag.stem.casefold() not in {known.stem.casefold() for known in tags}]
    strength = number_in(settings.get("Variation seed strength"))
    if strength and (seed := number_in(settings.get("Variation seed"))) is not None:
        values |= {"variation_seed": seed, "variation_strength": strength}
    sampler, is_exact = sampler_of(settings)
    words = " ".join(settings[name] for name in ("Sampler", "Schedule type") if name in settings)
    if "Seed" in settings and (told := _of_noise(program, settings)):
        remarks.append(told)
    blending = settings.get("Blending", "sum")
    unread = syntax_not_read(prompt)
    prompt = without_tags(prompt)
    unread += of_civitai.others
    unread += [f"{name} {value}" for name, value in settings.items() if name not in _READ | _OF_NO_MATTER]
    unread += [f"{name} {settings[name]}" for name, ours in _NUMBERS.items() if ours in values and values[ours] is None]
    return _request(
        program=program,
        here=here,
        prompt=prompt,
        negative_prompt=parameters.negative_prompt,
        values=values,
        sampler=sampler,
        sampler_words="" if is_exact else words,
        tags=tags,
        checkpoint=(settings.get("Model", "") or of_civitai.checkpoint, settings.get("Model hash", "")),
        blending=blending if blending in BLENDINGS else "sum",
        unread=unread,
        remarks=remarks,
    )


def _from_graph(text: str, here: Here, remarks: list[str]) -> FoundSettings | None:
    graph = read_graph(text)
    if graph is None:
        return None
    if graph.is_exact and graph.sampler and graph.sampler.comfy_difference and "seed" in graph.values:
        what = f"{graph.sampler.name} {graph.sampler.comfy_difference} in ComfyUI"
        remarks.append(f"{what}, so it is another picture here.")
    return _request(
        program="ComfyUI",
        here=here,
        prompt=graph.prompt,
        negative_prompt=graph.negative_prompt,
        values=graph.values,
        sampler=graph.sampler,
        sampler_words="" if graph.is_exact else graph.sampler_words,
        tags=graph.loras,
        checkpoint=(graph.checkpoint, ""),
        unread=graph.unread,
        remarks=remarks,
    )


def _request(
    *,
    program: str,
    here: Here,
    prompt: str,
    negative_prompt: str,
    values: Mapping[str, float | None],
    sampler: Sampler | None,
    sampler_words: str,
    tags: Sequence[LoraTag],
    checkpoint: tuple[str, str],
    blending: str = "sum",
    unread: Sequence[str],
    remarks: list[str],
) -> FoundSettings:
    """One request out of what another program wrote. `sampler_words` are theirs where our sampler is not the same."""
    start = _start(here)
    model = _model_called(*checkpoint, here)
    if model is None and checkpoint[0]:
        remarks.append(_no_such_model(checkpoint[0]))
    if model is not None:
        start = replace(start, base_model=model.id, **_defaults(model))
    changes: dict[str, object] = {}
    for name, (words, low, high) in _BOUNDS.items():
        if (value := values.get(name)) is not None:
            changes[name] = _within(words, value, low, high, remarks, of=getattr(start, name))
    missing = [words for name, (words, *_) in _BOUNDS.items() if name not in changes]
    if missing:
        remarks.append(f"It does not say: {', '.join(missing)}; what suits the base model is filled in.")
    if sampler is not None:
        changes["sampler"] = sampler.name
    if sampler is None or sampler_words:
        which = (
            f"Its sampler '{shown(sampler_words)}' is not one of Cuddle's" if sampler_words else "It names no sampler"
        )
        remarks.append(f"{which}; {sampler.name if sampler else start.sampler} is chosen.")
    seed = values.get("seed")
    has_seed = seed is not None and seed == int(seed) and 0 <= seed <= SEED_MAX
    if has_seed:
        changes["seed"] = int(seed)  # type: ignore[arg-type]
    elif seed is not None:
        remarks.append(f"Its seed {_whole(seed)} is beyond Cuddle's (0 to {SEED_MAX}); a new one will be drawn.")
    far, other = values.get("variation_strength"), values.get("variation_seed")
    if far is not None and other is not None:
        if 0 < far <= 1 and other == int(other) and 0 <= other <= SEED_MAX:
            changes |= {"variation_strength": float(far), "variation_seed": int(other)}
        else:
            remarks.append(f"Its variation ({far:g} towards the seed {_whole(other)}) is none of Cuddle's; left out.")
    subjects, chosen = _subjects(tags, here, remarks)
    if len(subjects) > 1:
        changes["blending"] = blending
    words = _words("prompt", prompt, remarks)
    if not words and not chosen:
        remarks.append("It has no prompt that could be read.")
    remarks += _not_taken_over(unread)
    request = replace(
        start,
        prompt=expanded(words, chosen)[:MAX_PROMPT] or start.prompt,
        typed_prompt=words,
        negative_prompt=_words("list of things to avoid", negative_prompt, remarks),
        subjects=tuple(subjects),
    )
    for name, value in changes.items():  # one by one: some do not go together
        try:
            request = replace(request, **{name: value})  # type: ignore[arg-type]
        except StudioError as error:
            remarks.append(str(error))
    return FoundSettings(request=request, program=program, has_seed=has_seed, remarks=tuple(remarks))


def _not_taken_over(unread: Sequence[str]) -> list[str]:
    """Sentences that name every one, each of a length that can be read."""
    lines: list[list[str]] = []
    for what in unread:
        what = shown(what, MAX_REMARK)
        if not lines or len("; ".join([*lines[-1], what])) > MAX_REMARK:
            lines.append([])
        lines[-1].append(what)
    told = [f"{'Also n' if number else 'N'}ot taken over: {'; '.join(line)}." for number, line in enumerate(lines)]
    if len(told) > MAX_REMARKS:
        rest = sum(map(len, lines[MAX_REMARKS:]))
        told = [*told[:MAX_REMARKS], f"Nor were {rest} more of its nodes."]
    return told


def _start(here: Here) -> PictureRequest:
    """A request that says nothing yet: what suits the base model."""
    return PictureRequest(
        prompt="a picture",
        typed_prompt="",
        negative_prompt="",
        subjects=(),
        seed=0,
        count=1,
        base_model="auto",
        **_defaults(here.automatic),  # type: ignore[arg-type]
    )


def _defaults(model: BaseModel) -> dict[str, object]:
    width, height = model.sizes[0]
    return {
        "sampler": model.default_sampler,
        "steps": model.default_steps,
        "guidance_scale": model.default_guidance_scale,
        "width": width,
        "height": height,
    }


def _within(words: str, value: float, low: int, high: int, remarks: list[str], of: object) -> float:
    """A number as near to what was said as it may be: steps are whole, sides of pictures go by eight pixels."""
    fine = min(max(value, low), high)
    if words in ("width", "height"):
        fine = min(max(round(fine / 8) * 8, low), high)
    elif isinstance(of, int):
        fine = round(fine)
    if fine != value:
        remarks.append(f"Its {words} is {value:.10g}; the nearest that Cuddle makes is {fine:g}.")
    return fine


def _subjects(tags: Sequence[LoraTag], here: Here, remarks: list[str]) -> tuple[list[SubjectChoice], list[Subject]]:
    choices, chosen = [], {}
    if len(tags) > MAX_TAGS:
        remarks.append(f"It names {len(tags)} LoRAs; the first {MAX_TAGS} are looked at.")
    for tag in tags[:MAX_TAGS]:
        subject = _taught(tag, here)
        if subject is None:
            remarks.append(_nobody(tag.stem))
            continue
        strength = min(max(tag.strength, -2.0), 2.0)
        if strength != tag.strength:
            remarks.append(f"The strength of {subject.name} is {tag.strength:.10g}; {strength:g} is filled in.")
        choices.append(SubjectChoice(name=subject.name, strength=strength))
        chosen[subject.name] = subject
    kept = _each_once(choices, remarks)
    return kept, [chosen[choice.name] for choice in kept]


def _each_once(choices: Sequence[SubjectChoice], remarks: list[str]) -> list[SubjectChoice]:
    kept = {choice.name: choice for choice in reversed(choices)}
    once = [choice for choice in choices if kept[choice.name] is choice]
    if len(once) < len(choices):
        remarks.append("A subject is in it twice; the first of its strengths is filled in.")
    if len(once) > MAX_SUBJECTS:
        remarks.append(f"It has {len(once)} subjects; the first {MAX_SUBJECTS} are filled in.")
    return once[:MAX_SUBJECTS]


def _taught(tag: LoraTag, here: Here) -> Subject | None:
    """Who is meant by a LoRA: the one whose file has these digits, else the one that is called so."""
    if len(tag.file_hash) >= 10:
        for one in here.taught:
            if one.file_hash and one.file_hash.startswith(tag.file_hash[:12]):
                return one.subject
    return subject_called(tag, [one.subject for one in here.taught])


def _model_called(name: str, file_hash: str, here: Here) -> BaseModel | None:
    for model in here.base_models:
        known = checkpoint_name(model)
        if name and name.casefold() in (known.stem.casefold(), model.id.casefold(), model.title.casefold()):
            return model
        if file_hash and file_hash.lower() == known.file_hash:
            return model
    return None


def _of_noise(program: str, settings: Mapping[str, str]) -> str:
    """What to know of a seed: graphics cards draw other numbers than processors; "" where those are ours."""
    if settings.get("RNG") == "CPU" or program == "ComfyUI":
        return ""
    if settings.get("Version") or settings.get("App") or program != "A1111":
        return f"{program} drew its noise on the graphics card, so the same seed gives another picture here."
    return "It does not say where its noise was drawn; if on the graphics card, its seed gives another picture here."


def _program(settings: Mapping[str, str]) -> str:
    version = settings.get("Version", "")
    if version == "ComfyUI":
        return version
    if version.startswith("cuddle"):
        return "Cuddle"
    if CIVITAI in settings:
        return "Civitai"
    if version.startswith("Fooocus"):
        return "Fooocus"
    return shown(settings.get("App") or ("Forge" if version.startswith("f") or version in _FORGES else "A1111"), 20)


def _words(what: str, text: str, remarks: list[str]) -> str:
    words = clean_prompt(text)
    if len(words) > MAX_PROMPT:
        remarks.append(f"Its {what} is {len(words):,} characters long; the first {MAX_PROMPT:,} are filled in.")
    return words[:MAX_PROMPT].strip()


def _whole(number: float) -> str:
    return shown(number if isinstance(number, int) else f"{number:.0f}")


def _nobody(name: str) -> str:
    return f"The LoRA '{shown(name)}' is none of your subjects, so it is left out; its file can be taken in on Teach."


def _no_such_model(name: str) -> str:
    return f"Its base model '{shown(name, 60)}' is not here; the automatic choice is filled in instead."
