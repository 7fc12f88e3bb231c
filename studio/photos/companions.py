"""What computers and photo programs keep beside photos: small copies, originals, lists. None of it is a photo given."""

import re
from pathlib import PurePosixPath

# Whole names of folders and files, lower case. Whatever begins with a dot is hidden, and is left out anyhow.
_NAMES = frozenset(
    {
        "__macosx",  # what macOS adds to a zip
        "@eadir",  # Synology
        "@tmp",
        "#recycle",
        "#snapshot",
        "@recycle",  # QNAP
        "@recently-snapshot",
        "$recycle.bin",  # Windows
        "system volume information",
        "thumbs.db",
        "ehthumbs.db",
        "ehthumbs_vista.db",
        "desktop.ini",
        "captureone",  # Capture One: Cache/Thumbnails, Cache/Proxies, Settings
        "ipod photo cache",  # iTunes
        "[originals]",  # ACDSee
        "picasa.ini",
        "zbthumbnail.info",
        "xnview.db",
        "lost+found",
        "thumbnails-digikam.db",
        "thumb",
        "thumbs",
        "thumbnail",
        "thumbnails",
        "_thumb",
        "_thumbs",
        "_thumbnails",
    }
)
_PATTERNS = re.compile(
    r".*\.(lrdata|lrcat-data|cocatalogdb|cosessiondb|cos|cop|cot|cof)"  # Lightroom, Capture One
    r"|digikam4?\.db.*|(similarity|recognition)\.db.*"  # digiKam
    r"|synophoto_thumb_.*|synoindex_media_info",  # Synology
    re.IGNORECASE,
)


def beside_photos(inside: PurePosixPath) -> str | None:
    """The part of a path that marks it as such, "@eaDir" say; None for what may be a photo."""
    for part in inside.parts:
        hidden = part.startswith(".") and part not in (".", "..")
        if hidden or part.casefold() in _NAMES or _PATTERNS.fullmatch(part):
            return part
    return None
