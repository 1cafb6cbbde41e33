"""The parts of a README that commands write."""

from __future__ import annotations

from pathlib import Path


def put_between(mark: str, readme: Path, text: str) -> None:
    """Put `text` between `<!-- mark:begin -->` and `<!-- mark:end -->`. Raises ValueError where they are missing."""
    opening, closing = f"<!-- {mark}:begin -->", f"<!-- {mark}:end -->"
    before, begin, rest = readme.read_text(encoding="utf-8").partition(opening)
    _, end, after = rest.partition(closing)
    if not begin or not end:
        raise ValueError(f"{readme} has no {opening} … {closing}")
    readme.write_text(f"{before}{opening}\n{text}{closing}{after}", encoding="utf-8")
