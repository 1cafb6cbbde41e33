"""A merchant's REST API key and secret. Light to import: neither asyncio nor httpx."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Credentials:
    """A merchant's REST API key and secret. Neither shows in its repr."""

    imp_key: str
    imp_secret: str

    def __repr__(self) -> str:
        return "Credentials(…)"
