"""Shares with their uncertainty, and the tables that benchmarks print."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Z = 1.96  # 95 %


@dataclass(kw_only=True, slots=True)
class Share:
    """So many of so many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        self.right += bool(right)
        self.of += 1

    def value(self) -> float:
        """0..1; not a number where nothing was counted."""
        return self.right / self.of if self.of else math.nan

    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval."""
        if not self.of:
            return 0.0, 1.0
        p, n = self.value(), self.of
        middle, half = p + Z * Z / (2 * n), Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        return max(0.0, (middle - half) / (1 + Z * Z / n)), min(1.0, (middle + half) / (1 + Z * Z / n))

    def __str__(self) -> str:
        if not self.of:
            return "none"
        low, high = self.interval()
        return f"{100 * self.value():.1f} % ({100 * low:.1f} to {100 * high:.1f}; {self.right} of {self.of})"

    def to_json(self) -> dict[str, Any]:
        low, high = self.interval()
        value = None if not self.of else round(self.value(), 4)
        return {"right": self.right, "of": self.of, "share": value, "low": round(low, 4), "high": round(high, 4)}


def markdown(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def write_json(path: Path, figures: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
