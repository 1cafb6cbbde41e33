"""Links of other programs to one payment or one order: on the command line or, on macOS, as events.

    iamport-desktop://payment/imp_123456789012
    iamport-desktop://order/ORD-2026-0001

An order number is percent-encoded, but for ASCII letters, digits and `.`, `_`, `~`, `-`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, cast
from urllib.parse import unquote

from PySide6.QtCore import QEvent, QObject, QUrl

from iamport_desktop.api.errors import InvalidImpUid
from iamport_desktop.api.identifiers import is_order_number, parse_imp_uid
from iamport_desktop.desktop.single_instance import ActivationRequest

if TYPE_CHECKING:
    from PySide6.QtGui import QFileOpenEvent

SCHEME = "iamport-desktop"
_PAYMENT, _ORDER = f"{SCHEME}://payment/", f"{SCHEME}://order/"
_ENCODED = re.compile(r"(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2}){1,1200}", re.ASCII)


def is_link(text: str) -> bool:
    """Return whether `text` begins with this scheme, in upper or lower case; it need not be a valid link."""
    return text[: len(SCHEME) + 1].lower() == f"{SCHEME}:"


def parse_link(text: str) -> ActivationRequest | None:
    """Return what the link `text` names, None for anything but the exact forms.

    A slash may follow: some programs append one to a link.
    """
    if text.startswith(_PAYMENT):
        try:
            return ActivationRequest(parse_imp_uid(text.removeprefix(_PAYMENT).removesuffix("/")))
        except InvalidImpUid:
            return None
    encoded = text.removeprefix(_ORDER).removesuffix("/")
    if not text.startswith(_ORDER) or not _ENCODED.fullmatch(encoded):
        return None
    try:
        order_number = unquote(encoded, errors="strict")
    except UnicodeDecodeError:
        return None
    return ActivationRequest(order_number=order_number) if is_order_number(order_number) else None


class LinkEvents(QObject):
    """An event filter for the application, which takes the links that macOS delivers. Invalid ones are ignored."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._early: list[ActivationRequest] = []
        self._handler: Callable[[ActivationRequest], object] = self._early.append

    def deliver_to(self, handler: Callable[[ActivationRequest], object]) -> None:
        """Call `handler` for each link from now on, and for those that came before."""
        self._handler = handler
        for request in self._early:
            handler(request)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.FileOpen:
            return False
        url = cast("QFileOpenEvent", event).url()
        if request := parse_link(url.toString(QUrl.ComponentFormattingOption.FullyEncoded)):
            self._handler(request)
        return True
