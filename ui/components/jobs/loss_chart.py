"""How a lesson's loss falls, drawn as SVG: light, themed by the page's CSS, and described in words."""

import math
from collections.abc import Sequence

from studio.words import say
from ui.components.markup import text
from ui.words import number

_WIDTH, _HEIGHT, _LEFT, _BOTTOM = 360, 130, 40, 18
_SMOOTHED_OVER = 1 / 12  # of a lesson: calm enough to see the trend, quick enough to show its end


def loss_chart(losses: Sequence[tuple[int, float]], steps: int) -> str:
    """The chart of (step, mean loss since the step before) for a lesson of `steps` steps; empty before two points."""
    if len(losses) < 2:
        return ""
    smooth = smoothed(losses, steps * _SMOOTHED_OVER)
    calm_points = [(step, value) for (step, _), value in zip(losses, smooth, strict=True)]
    highest = max(loss for _, loss in losses) or 1.0
    last_step = max(steps, losses[-1][0])
    ends = {"first": round(smooth[0], 3), "last": round(smooth[-1], 3)}
    described = say("loss-described", steps=losses[-1][0], **ends)
    return (
        f'<figure class="loss-chart"><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{text(described)}">'
        f'<line class="axis" x1="{_LEFT}" y1="4" x2="{_LEFT}" y2="{_HEIGHT - _BOTTOM}"/>'
        f'<line class="axis" x1="{_LEFT}" y1="{_HEIGHT - _BOTTOM}" x2="{_WIDTH}" y2="{_HEIGHT - _BOTTOM}"/>'
        f'<text x="{_LEFT - 5}" y="13" text-anchor="end">{number(round(highest, 2))}</text>'
        f'<text x="{_LEFT - 5}" y="{_HEIGHT - _BOTTOM}" text-anchor="end">0</text>'
        f'<text x="{_LEFT}" y="{_HEIGHT - 4}">{text(say("loss-first-step"))}</text>'
        f'<text x="{_WIDTH}" y="{_HEIGHT - 4}" text-anchor="end">{last_step}</text>'
        f'<polyline class="raw" points="{_line(losses, last_step, highest)}"/>'
        f'<polyline class="calm" points="{_line(calm_points, last_step, highest)}"/></svg>'
        f"<figcaption>{text(say('loss-help'))}</figcaption></figure>"
    )


def smoothed(points: Sequence[tuple[int, float]], span: float) -> list[float]:
    """A running mean that forgets: a step that lies `span` steps back counts a third of the newest one.

    Each point counts for the steps since the point before, so thinned points give the same line.
    """
    smooth, total, weight, before = [], 0.0, 0.0, 0
    for step, value in points:
        keep = math.exp(-(step - before) / max(1.0, span))
        total, weight, before = keep * total + (1 - keep) * value, keep * weight + (1 - keep), step
        smooth.append(total / weight)
    return smooth


def _line(points: Sequence[tuple[int, float]], last_step: int, highest: float) -> str:
    wide, high = _WIDTH - _LEFT, _HEIGHT - _BOTTOM - 4
    return " ".join(
        f"{_LEFT + wide * step / max(1, last_step):.1f},{4 + high * (1 - loss / highest):.1f}" for step, loss in points
    )
