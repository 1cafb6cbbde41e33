"""Links of the form `iamport-desktop://payment/imp_…`, on the command line or, on macOS, as events."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QUrl

from iamport_desktop.api.errors import InvalidImpUid
from iamport_desktop.api.identifiers import ImpUid, parse_imp_uid

if TYPE_CHECKING:
    from PySide6.QtGui import QFileOpenEvent

SCHEME = "iamport-desktop"
_PREFIX = f"{SCHEME}://payment/"


def is_link(text: str) -> bool:
    """Return whether `text` begins with this scheme, in upper or lower case; it need not be a valid link."""
    return text[: len(SCHEME) + 1].lower() == f"{SCHEME}:"


def parse_link(text: str) -> ImpUid | None:
    """Return the imp_uid in the link `text`, None for anything but the exact form.

    A slash may follow it: some programs append one to a link.
    """
    if not text.startswith(_PREFIX):
        return None
    try:
        return parse_imp_uid(text.removeprefix(_PREFIX).removesuffix("/"))
    except InvalidImpUid:
        return None


class LinkEvents(QObject):
    """An event filter for the application, which takes the links that macOS delivers. Invalid ones are ignored."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._early: list[ImpUid] = []
        self._handler: Callable[[ImpUid], object] = self._early.append

    def deliver_to(self, handler: Callable[[ImpUid], object]) -> None:
        """Call `handler` for each link from now on, and for those that came before."""
        self._handler = handler
        for imp_uid in self._early:
            handler(imp_uid)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.FileOpen:
            return False
        url = cast("QFileOpenEvent", event).url()
        if imp_uid := parse_link(url.toString(QUrl.ComponentFormattingOption.FullyEncoded)):
            self._handler(imp_uid)
        return True
