"""A link to a receipt: its host, a button that opens it in the browser, a button that copies it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from iamport_desktop.domain.url_safety import UrlCheck
from iamport_desktop.ui.widgets.accessibility import set_description
from iamport_desktop.ui.widgets.clipboard import CopyButton
from iamport_desktop.ui.widgets.icons import icon
from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate

OpenLink = Callable[[str], object]  # opens an address in the browser


class ReceiptLink(QWidget):
    """The button that opens a receipt. A link that must not be opened says why, and can still be copied."""

    def __init__(
        self, open_link: OpenLink, parent: QWidget | None = None, *, shows_host: bool = True
    ) -> None:
        super().__init__(parent)
        self._url = ""
        self._button = QPushButton()
        self._button.setProperty("kind", "small")
        self._button.setIcon(icon("open"))
        self._button.clicked.connect(lambda: open_link(self._url))
        self._host = PlainLabel(kind="muted", one_line=True)
        self._copy = CopyButton(always_visible=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self._button, self._host, self._copy):
            row.addWidget(widget)
        row.addStretch(1)
        self._host.setVisible(shows_host)
        self._copy.setVisible(shows_host)

    def show_link(self, check: UrlCheck) -> None:
        """Show the link that `check` judged."""
        self._url = check.url
        self._button.setText(translate("ReceiptLink", "Open receipt"))
        self._button.setEnabled(check.openable)
        set_description(self._button, _caution(check))
        self._button.setAccessibleDescription(f"{_host_text(check)}. {_caution(check)}")
        self._host.setText(_host_text(check))
        set_description(self._host, _caution(check))
        self._copy.set_text(check.url, translate("ReceiptLink", "link"))


def _host_text(check: UrlCheck) -> str:
    if not check.openable:
        return translate("ReceiptLink", "not a web address that may be opened")
    return (
        check.host
        if check.secure
        else translate("ReceiptLink", "{host} (not encrypted)").format(host=check.host)
    )


def _caution(check: UrlCheck) -> str:
    if not check.openable:
        return translate(
            "ReceiptLink", "This link is shown and can be copied, but it is not opened: it may be unsafe."
        )
    return translate("ReceiptLink", "Whoever has this link can open the receipt. Pass it on with care.")
