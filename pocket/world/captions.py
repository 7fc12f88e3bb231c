"""Tells a scene in words, the way people write prompts."""

import random

from pocket.world.attributes import PEOPLE, Attributes
from pocket.world.places import PLACES
from pocket.world.scenes import Scene

OPENINGS = ("a photo of ", "a photo of ", "a picture of ", "", "")
SYLLABLES = tuple(a + b for a in "bcdfghjklmnprstvwz" for b in ("a", "e", "i", "o", "u", "an", "el", "ip", "or", "um"))


def made_up_name(rng: random.Random) -> str:
    """A word that means nothing, as names and trigger words do: the model learns to read past it."""
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 3)))


def article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"


def describe(attributes: Attributes, rng: random.Random, *, tell: float = 0.5, name: str = "", pose: str = "") -> str:
    """A noun phrase. Each attribute is told with the probability `tell`; the kind always is."""
    words = []
    a = attributes
    said = {key: rng.random() < tell for key in ("build", "colour", "pattern", "eyes", "hair", "wears")}
    if said["build"]:
        words.append(a.build)
    coat = []
    if said["pattern"]:
        coat.append(a.pattern)
    if said["colour"]:
        coat.append(a.colour)
    if said["pattern"] and a.pattern_colour and rng.random() < 0.85:
        coat += ["and", a.pattern_colour] if said["colour"] else [a.pattern_colour]
    extras = []
    if said["hair"] and a.hair:
        extras.append(f"{a.hair} hair")
    if said["eyes"]:
        extras.append(f"{a.eyes} eyes")
    if said["wears"] and a.wears_colour:
        extras.append(f"{article(a.wears_colour)} {a.wears_colour} {a.wears}")
    if a.kind in PEOPLE:
        if coat:
            extras.insert(0, f"{' '.join(coat)} {'dress' if a.kind == 'woman' else 'clothes'}")
    else:
        words += coat
    phrase = " ".join([*words, *([name] if name else []), a.kind])
    if not name:
        phrase = f"{article(phrase)} {phrase}"
    if extras:
        phrase += " with " + (
            " and ".join(extras) if len(extras) < 3 else ", ".join(extras[:-1]) + " and " + extras[-1]
        )
    return phrase + (f" {pose}" if pose else "")


def caption(scene: Scene, rng: random.Random, *, tell: float = 0.5) -> str:
    """One of the many ways to tell the scene. The place is left out one time in eight, the pose one time in two."""
    phrases = []
    for figure in scene.figures:
        name = made_up_name(rng) if rng.random() < 0.22 else ""
        pose = figure.pose if rng.random() < 0.5 and scene.relation != "holding" else ""
        phrases.append(describe(figure.attributes, rng, tell=tell, name=name, pose=pose))
    if len(phrases) == 1:
        body = phrases[0]
    elif len(phrases) == 2:
        joint = (
            scene.relation if scene.relation != "beside" else rng.choice(("and", "and", "beside", "next to", "with"))
        )
        body = f"{phrases[0]} {joint} {phrases[1]}"
    else:
        body = f"{phrases[0]}, {phrases[1]} and {phrases[2]}"
    where = f" {PLACES[scene.place].phrase}" if rng.random() < 0.875 else ""
    return rng.choice(OPENINGS) + body + (rng.choice(("", "", ",")) if where else "") + where
