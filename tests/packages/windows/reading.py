"""Read the letters in a picture: a box in place of a letter is not that letter."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection
from pathlib import Path

from tools.programs import require


def part_read(picture: Path, words: Collection[str]) -> float:
    """Return the share of the Korean `words` that can be read in `picture`. Small print is sometimes misread."""
    text = _read(picture)
    return sum(word in text for word in words) / len(words)


def _read(picture: Path) -> str:
    """Return all letters of the picture, without spaces."""
    tesseract = require("tesseract", "tesseract-ocr tesseract-ocr-kor")
    command = [tesseract, str(picture), "-", "-l", "kor", "--psm", "11", "--dpi", "96"]
    # Two threads of it are slower than one.
    environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=120)
    return "".join(done.stdout.split())
