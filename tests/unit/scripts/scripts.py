"""Reads the files of scripts/ as modules: they lie in no package, since they run before anything is installed."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[3]
SCRIPTS = ROOT / "scripts"


def load_script(name: str) -> ModuleType:
    """The module as a script that stands beside it imports it."""
    sys.path.insert(0, str(SCRIPTS))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(SCRIPTS))
