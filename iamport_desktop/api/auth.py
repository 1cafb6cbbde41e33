"""What a merchant shows the API to be let in. Light to import: dialogs and the keyring code need it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Credentials:
    """A merchant's REST API key and secret."""

    imp_key: str
    imp_secret: str

    def __repr__(self) -> str:
        return "Credentials(…)"
