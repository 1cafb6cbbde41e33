"""Replace the tables of a page that commands generate."""

from __future__ import annotations

from pathlib import Path


def put_between(mark: str, page: Path, text: str) -> None:
    """Put `text` between `<!-- mark:begin -->` and `<!-- mark:end -->`. Raises ValueError where they are missing."""
    opening, closing = f"<!-- {mark}:begin -->", f"<!-- {mark}:end -->"
    before, begin, rest = page.read_text(encoding="utf-8").partition(opening)
    _, end, after = rest.partition(closing)
    if not begin or not end:
        raise ValueError(f"{page} has no {opening} … {closing}")
    page.write_text(f"{before}{opening}\n{text}{closing}{after}", encoding="utf-8")
