"""Links as macOS delivers them: as events of the application, at the start as well as later."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent

from iamport_desktop.instance.activation import ActivationRequest
from iamport_desktop.instance.deep_link import parse_link


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
