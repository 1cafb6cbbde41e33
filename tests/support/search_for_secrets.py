"""Search files and texts for secrets, in whatever encoding programs write them."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from pathlib import Path


def encodings_of(text: str) -> set[bytes]:
    """Return `text` in UTF-8, UTF-16, hexadecimal, base64, and escaped for JSON or an INI file."""
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


def find_secrets(secrets: Iterable[str], content: bytes) -> list[str]:
    """Return which of `secrets` are in `content`."""
    return [secret for secret in secrets if any(form in content for form in encodings_of(secret))]


def find_in_files(secrets: Iterable[str], folder: Path) -> Iterator[str]:
    """Yield a sentence for each file under `folder` that holds one of `secrets`, or has it in its name."""
    secrets = tuple(secrets)
    for file in folder.rglob("*"):
        path = file.relative_to(folder)
        content = file.read_bytes() if file.is_file() else b""
        yield from (
            f"{path} holds {each}" for each in find_secrets(secrets, str(path).encode() + b"\0" + content)
        )
