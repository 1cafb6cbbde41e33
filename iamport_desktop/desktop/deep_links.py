"""Links as macOS delivers them: as events of the application, at the start as well as later."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent

from iamport_desktop.api.errors import InvalidImpUid
from iamport_desktop.api.identifiers import ImpUid, parse_imp_uid
from iamport_desktop.desktop.single_instance import ActivationRequest

SCHEME = "iamport-desktop"
_START = f"{SCHEME}://payment/"


def is_link(text: str) -> bool:
    """Whether `text` is of this scheme, in whatever case; it need not be a good link."""
    return text[: len(SCHEME) + 1].lower() == f"{SCHEME}:"


def parse_link(text: str) -> ImpUid | None:
    """Return the imp_uid that the link `text` names, None for anything but the exact form.

    One slash may follow it: some programs put one at the end of a link.
    """
    if not text.startswith(_START):
        return None
    try:
        return parse_imp_uid(text.removeprefix(_START).removesuffix("/"))
    except InvalidImpUid:
        return None


class LinkEvents(QObject):
    """An event filter for the application. A link that is none of ours has no effect."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._early: list[ActivationRequest] = []
        self._hear = self._early.append

    def hand_to(self, hear: Callable[[ActivationRequest], None]) -> None:
        """Give to `hear` what comes from now on, and what came before."""
        self._hear = hear
        for request in self._early:
            hear(request)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return False
        if imp_uid := parse_link(event.url().toString(QUrl.ComponentFormattingOption.FullyEncoded)):
            self._hear(ActivationRequest(imp_uid))
        return True
