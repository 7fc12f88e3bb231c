"""Hostile values at every handler of a page."""

import random

from benchmarks.hostile.calls import Answer, Caller
from benchmarks.hostile.handlers import FineValues, Handler
from benchmarks.hostile.judging import Tally
from benchmarks.hostile.target import Target
from benchmarks.hostile.values import Hostile, hostile_values, placed

ENVELOPE = ("session_hash", "fn_index", "event_data", "trigger_id", "component_id", "fn_name", "data", "event_id")
_IN_THE_ENVELOPE = 0.04  # of all calls


def send_values(target: Target, count: int, seed: int) -> Tally:
    """So many hostile values, each at a handler; all handlers come in turn."""
    rng, tally = random.Random(seed), Tally()
    values = hostile_values(rng, count)
    order = [*target.handlers]
    for place, one in enumerate(values):
        if place % len(order) == 0:
            rng.shuffle(order)
        handler = order[place % len(order)]
        where = f"{handler.title} {place} ({one.kind})"
        target.judge.judge(
            tally, where, lambda handler=handler, one=one: _sent(target.caller, handler, target.fine, one, rng)
        )
    return tally


def _sent(caller: Caller, handler: Handler, fine: FineValues, one: Hostile, rng: random.Random) -> Answer:
    """One call with the hostile value in it, mostly with fine ones around it."""
    given, event = fine.of(handler, rng), fine.event(handler) if handler.takes_event else None
    if rng.random() < _IN_THE_ENVELOPE:
        return caller.ask(handler, given, event, {rng.choice(ENVELOPE): one.value})
    places = [place for place, sort in enumerate(handler.sorts) if sort != "state"]
    if handler.takes_event and (not places or rng.random() < 0.7):
        event = placed(rng, event, one.value)
    elif places:
        chosen = rng.sample(places, rng.choice([1, 1, 1, min(2, len(places)), len(places)]))
        for place in chosen:
            given[place] = placed(rng, given[place], one.value)
    else:
        given = [one.value]  # more than it takes
    if handler.is_public and rng.random() < 0.4:
        return caller.ask_by_name(handler.name, given)
    return caller.ask(handler, given, event)
