"""Links as macOS delivers them: as events of the application, at the start as well as later."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QUrl, Signal
from PySide6.QtGui import QFileOpenEvent

from iamport_desktop.activation import ActivationRequest
from iamport_desktop.deep_link import parse_link


class LinkEvents(QObject):
    """An event filter for the application. A link that is none of ours has no effect."""

    requested = Signal(ActivationRequest)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return False
        if imp_uid := parse_link(event.url().toString(QUrl.ComponentFormattingOption.FullyEncoded)):
            self.requested.emit(ActivationRequest(imp_uid))
        return True
