"""What the command line asked for. Light to import: the first paint waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iamport_desktop.api.origin import PORTONE, Origin

if TYPE_CHECKING:
    from pathlib import Path

    from iamport_desktop.api.identifiers import ImpUid


class Options:
    """`language` is `ko`, `en`, or "" for the settings'; likewise `theme`."""

    def __init__(
        self,
        origin: Origin = PORTONE,
        imp_uid: ImpUid | None = None,
        *,
        demo: bool = False,
        language: str = "",
        theme: str = "",
        screenshot: Path | None = None,
        allow_capture: bool = False,
    ) -> None:
        self.origin = origin
        self.imp_uid = imp_uid
        self.demo = demo
        self.language = language
        self.theme = theme
        self.screenshot = screenshot
        self.allow_capture = allow_capture
