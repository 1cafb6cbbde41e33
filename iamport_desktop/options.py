"""What the command line asked for. Light to import: the first paint waits for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from iamport_desktop.api.origin import PORTONE, Origin

if TYPE_CHECKING:
    from iamport_desktop.api.identifiers import ImpUid


class Options(NamedTuple):
    """`language` is `ko`, `en`, or "" for the settings'; likewise `theme`."""

    origin: Origin = PORTONE
    imp_uid: ImpUid | None = None
    demo: bool = False
    language: str = ""
    theme: str = ""
    screenshot: Path | None = None
    allow_capture: bool = False
