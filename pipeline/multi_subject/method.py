"""What the method of several subjects in a picture consists of, each part as a number that can be taken away."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Method:
    """Every number was chosen by benchmarks/together, whose README says what else was tried.

    layout_steps: of the base model's own quick picture, which shows where everybody is. start: the noise level from
    which the picture is made, in 0..1 of the training timesteps; 1 is pure noise, below it the quick picture is noised.
    base_part: of the steps, without LoRAs, at the beginning. scene_share: how much of a seat's words stay the scene's.
    avoided_gates: how much of the LoRAs works on what guidance leads away from. bound: taken from the logits with which
    one seat looks at another, until bound_until of the steps. grow: cells of the masks' grid. detailer_start: the noise
    level from which a small figure is drawn again, enlarged; 0 leaves that out.
    """

    layout_steps: int = 6
    watched_part: float = 0.5  # of the quick picture's steps, the last ones: early attention is still vague
    start: float = 0.85
    base_part: float = 0.0
    scene_share: float = 0.0
    own_words: bool = True  # each subject's own prompt inside its seat
    avoided_gates: float = 0.0
    bound: float = 0.0
    bound_until: float = 1.0
    grow: int = 2
    background: bool = True  # what is nobody's stays the base model's; otherwise all of the picture is somebody's
    strength: float = 1.0
    attempts: int = 3  # of the quick picture, until everybody has a seat
    detailer_start: float = 0.4
    detailer_cells: int = 24  # latent cells of a figure's window: with more of them it is not small
    detailer_room: float = 1.15  # of a window: so many times the longer side of its seat
    detailer_grow: int = 1  # of a seat, and of the outline that is looked for in it, in cells of each one's own grid
    box_push: float = 3.0  # added to the logits of a subject's words inside its box, taken away outside


METHOD = Method()
