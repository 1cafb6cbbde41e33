"""A receipt: opened in the user's own browser, its host shown before, its link to copy."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from iamport_desktop.domain.url_safety import UrlCheck
from iamport_desktop.ui.widgets.accessibility import explain
from iamport_desktop.ui.widgets.clipboard import CopyButton
from iamport_desktop.ui.widgets.icons import icon
from iamport_desktop.ui.widgets.label import PlainLabel

translate = QCoreApplication.translate


class ReceiptLink(QWidget):
    """The button that opens a receipt. What must not be opened says why, and can still be copied."""

    open_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, names_host: bool = True) -> None:
        super().__init__(parent)
        self._url = ""
        self._button = QPushButton()
        self._button.setProperty("kind", "small")
        self._button.setIcon(icon("open"))
        self._button.clicked.connect(lambda: self.open_requested.emit(self._url))
        self._host = PlainLabel(kind="muted", one_line=True)
        self._copy = CopyButton(always_visible=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for each in (self._button, self._host, self._copy):
            row.addWidget(each)
        row.addStretch(1)
        self._host.setVisible(names_host)
        self._copy.setVisible(names_host)

    def offer(self, verdict: UrlCheck) -> None:
        """Offer the link that `verdict` judged."""
        self._url = verdict.url
        self._button.setText(translate("ReceiptLink", "Open receipt"))
        self._button.setEnabled(verdict.openable)
        explain(self._button, _caution(verdict))
        self._button.setAccessibleDescription(f"{_where(verdict)}. {_caution(verdict)}")
        self._host.setText(_where(verdict))
        explain(self._host, _caution(verdict))
        self._copy.offer(verdict.url, translate("ReceiptLink", "link"))


def _where(verdict: UrlCheck) -> str:
    if not verdict.openable:
        return translate("ReceiptLink", "not a web address that may be opened")
    return (
        verdict.host
        if verdict.secure
        else translate("ReceiptLink", "{host} (not encrypted)").format(host=verdict.host)
    )


def _caution(verdict: UrlCheck) -> str:
    if not verdict.openable:
        return translate(
            "ReceiptLink", "This link is shown and can be copied, but it is not opened: it may be unsafe."
        )
    return translate("ReceiptLink", "Whoever has this link can open the receipt. Pass it on with care.")
