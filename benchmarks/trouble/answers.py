"""What people were answered, and what the programs wrote down: a sentence, or the work done, and no tracebacks."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.hostile.judging import Tally, is_a_sentence
from benchmarks.trouble.two_people import Asked, Somebody
from studio.words import say

Spans = Sequence[tuple[str, float, float]]  # what was the matter, from when to when, in monotonic seconds

# A traceback below such a line is the cause of a sentence that was said, which the worker writes down on purpose.
_ON_PURPOSE = re.compile(r" INFO Job \w+: [a-z-]+\.$")
_LINE = re.compile(r"^\d{4}-\d\d-\d\d ")


def judge_answers(
    everybody: Iterable[Somebody], spans: Spans, without_connection: Sequence[str], tally: Tally
) -> dict[str, object]:
    """Count what is wrong with the answers. Gives how many there were, and which sentences while something was wrong.

    without_connection: in which of the spans the page may be gone.
    """
    asked, refused = [one for somebody in everybody for one in somebody.asked], Counter[str]()
    for one in asked:
        kinds = [kind for kind, began, ended in spans if one.at < ended and one.until > began]
        where = f"{one.name} during {kinds[0] if kinds else 'no trouble'}"
        if one.answer is None:
            if not any(kind in without_connection for kind in kinds):
                tally.fault("no answer", where)
        elif one.answer.sentence is not None:
            _judge_refusal(one, kinds, where, tally, refused)
    facts: dict[str, object] = {"asked": len(asked), "refused in a sentence": sum(refused.values())}
    facts["no connection while the page was gone"] = sum(one.answer is None for one in asked)
    return facts | {f"... {sentence}": number for sentence, number in refused.most_common(15)}


def _judge_refusal(one: Asked, kinds: Sequence[str], where: str, tally: Tally, refused: Counter[str]) -> None:
    assert one.answer is not None
    sentence = one.answer.sentence or ""
    if sentence == say("something-broke"):
        tally.fault("something broke", where)
    elif one.answer.status >= 500 or not is_a_sentence(sentence):
        tally.fault("no sentence", f"{where}: {one.answer.status} {str(one.answer.body)[:200]}")
    elif not kinds:
        tally.fault("refused though nothing was wrong", f"{where}: {sentence}")
    else:
        refused[f"{kinds[0]}: {sentence[:100]}"] += 1


def judge_logs(logs: Iterable[Path], tally: Tally) -> None:
    """Count the tracebacks that nobody wrote on purpose."""
    for log in logs:
        if log.exists():
            for where in tracebacks(log.read_text(encoding="utf-8", errors="replace")):
                tally.fault("traceback in a log", f"{log.name}: {where}")


def tracebacks(said: str) -> list[str]:
    """The tracebacks of a log that nobody wrote on purpose: of each the line above, and its last."""
    found: list[str] = []
    above, lines = "", said.splitlines()
    for number, line in enumerate(lines):
        if _LINE.match(line):
            above = line
        elif line.startswith("Traceback") and not _ON_PURPOSE.search(above):
            last = next((one for one in lines[number + 1 :] if one and not one.startswith((" ", "Traceback"))), "")
            found.append(f"{above[24:104]} ... {last[:160]}")
    return found
