"""How a file is written: whole or not at all."""

import os
import tempfile
from pathlib import Path

PART_SUFFIX = ".part"  # of a file that is being written, whose name begins with a dot


def write_whole(path: Path, content: bytes) -> None:
    """Write through a neighbour file, to the disk, and rename. Errors: OSError; the neighbour is removed then."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=PART_SUFFIX)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
