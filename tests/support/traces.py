"""Where a text was left behind, in whatever form programs write texts down."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from pathlib import Path


def forms_of(text: str) -> set[bytes]:
    """`text` as programs write it down: UTF-8, UTF-16, hexadecimal, base64, and escaped for JSON or an INI file."""
    raw = text.encode()
    codes = [
        json.dumps(text)[1:-1],
        "".join(char if char.isascii() else f"\\x{ord(char):x}" for char in text),
    ]
    return {
        raw,
        text.encode("utf-16-le"),
        raw.hex().encode(),
        *(base64.b64encode(raw[start:])[:-4] for start in range(3)),
        *(code.encode() for code in codes),
    }


def held(needles: Iterable[str], content: bytes) -> list[str]:
    """Which of `needles` stand in `content`."""
    return [needle for needle in needles if any(form in content for form in forms_of(needle))]


def files_holding(needles: Iterable[str], folder: Path) -> Iterator[str]:
    """Each file under `folder` that holds one of `needles`, or is named for it."""
    needles = tuple(needles)
    for file in folder.rglob("*"):
        place = file.relative_to(folder)
        content = file.read_bytes() if file.is_file() else b""
        yield from (f"{place} holds {each}" for each in held(needles, str(place).encode() + b"\0" + content))
