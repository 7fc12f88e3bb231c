"""How a lesson's loss falls, drawn as SVG: light, themed by the page's CSS, and described in words."""

from collections.abc import Sequence

from ui.components.markup import text

_WIDTH, _HEIGHT, _LEFT, _BOTTOM = 360, 130, 40, 18
_MOST_POINTS = 180


def loss_chart(losses: Sequence[tuple[int, float]], steps: int) -> str:
    """The chart of (step, loss) for a lesson of `steps` steps; empty before there are two points."""
    if len(losses) < 2:
        return ""
    smooth = smoothed([loss for _, loss in losses])
    every = max(1, len(losses) // _MOST_POINTS)
    raw_points = list(losses)[::every]
    calm_points = [(losses[index][0], smooth[index]) for index in range(0, len(losses), every)]
    highest = max(loss for _, loss in raw_points) or 1.0
    last_step = max(steps, losses[-1][0])
    described = f"Loss over {losses[-1][0]} steps: from {smooth[0]:.3f} to {smooth[-1]:.3f}"
    return (
        f'<figure class="loss-chart"><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{text(described)}">'
        f'<line class="axis" x1="{_LEFT}" y1="4" x2="{_LEFT}" y2="{_HEIGHT - _BOTTOM}"/>'
        f'<line class="axis" x1="{_LEFT}" y1="{_HEIGHT - _BOTTOM}" x2="{_WIDTH}" y2="{_HEIGHT - _BOTTOM}"/>'
        f'<text x="{_LEFT - 5}" y="13" text-anchor="end">{highest:.2f}</text>'
        f'<text x="{_LEFT - 5}" y="{_HEIGHT - _BOTTOM}" text-anchor="end">0</text>'
        f'<text x="{_LEFT}" y="{_HEIGHT - 4}">step 0</text>'
        f'<text x="{_WIDTH}" y="{_HEIGHT - 4}" text-anchor="end">{last_step}</text>'
        f'<polyline class="raw" points="{_line(raw_points, last_step, highest)}"/>'
        f'<polyline class="calm" points="{_line(calm_points, last_step, highest)}"/></svg>'
        "<figcaption>Loss: how far its drawings are from your photos. It jumps about; what counts is the trend. "
        "</figcaption></figure>"
    )


def smoothed(values: Sequence[float], keep: float = 0.9) -> list[float]:
    """A running mean that forgets: each value counts 1 - keep, corrected so that it is a mean at the start too."""
    smooth, mean = [], 0.0
    for count, value in enumerate(values, start=1):
        mean = keep * mean + (1 - keep) * value
        smooth.append(mean / (1 - keep**count))
    return smooth


def _line(points: Sequence[tuple[int, float]], last_step: int, highest: float) -> str:
    wide, high = _WIDTH - _LEFT, _HEIGHT - _BOTTOM - 4
    return " ".join(
        f"{_LEFT + wide * step / max(1, last_step):.1f},{4 + high * (1 - loss / highest):.1f}" for step, loss in points
    )
