"""Buttons that copy a value, and links to receipts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from iamport_desktop.domain.url_safety import UrlCheck
from iamport_desktop.presentation.receipts import link_hint, link_warning
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.ui.widgets.accessibility import set_description
from iamport_desktop.ui.widgets.clipboard import copy_text
from iamport_desktop.ui.widgets.icons import icon
from iamport_desktop.ui.widgets.label import ElidedLabel, PlainLabel

translate = QCoreApplication.translate

OpenLink = Callable[[str], object]  # opens an address in the browser

DONE_MILLISECONDS = 1200
COPY_BUTTON_SIZE = 22
MAX_HOST_WIDTH = 280


class CopyButton(QToolButton):
    """Copies one value, and shows for a moment that it did."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = self._label = ""
        self._copy_row: Callable[[], object] = self._copy_text
        self.setProperty("kind", "inline")
        self.setFixedSize(COPY_BUTTON_SIZE, COPY_BUTTON_SIZE)
        self._done_timer = QTimer(self, singleShot=True, interval=DONE_MILLISECONDS)
        self._done_timer.timeout.connect(self._show_copy_icon)
        self.clicked.connect(self._copy)
        self._show_copy_icon()

    def set_text(self, text: str, label: str) -> None:
        """Copy `text` when pressed; tooltip and screen reader name it by `label`."""
        self._text = text
        self.follow(self._copy_text, label)

    def follow(self, copy: Callable[[], object], label: str) -> None:
        """Call `copy` when pressed; tooltip and screen reader name it by `label`."""
        self._copy_row, self._label = copy, label
        name = translate("CopyButton", "Copy {label}").format(label=label) if label else ""
        self.setAccessibleName(name)
        set_description(self, name)

    def _copy(self) -> None:
        self._copy_row()
        self.setIcon(icon("done"))
        self._done_timer.start()

    def _copy_text(self) -> None:
        copy_text(self, self._text, self._label)

    def _show_copy_icon(self) -> None:
        self.setIcon(icon("copy"))


class ReceiptLink(QWidget):
    """The button that opens a receipt. A link that must not be opened says why, and can still be copied."""

    def __init__(
        self,
        open_link: OpenLink,
        parent: QWidget | None = None,
        *,
        shows_host: bool = True,
        is_stop: bool = True,
    ) -> None:
        super().__init__(parent)
        self._url = ""
        self._button = QPushButton()
        self._button.setProperty("kind", "small")
        self._button.setIcon(icon("open"))
        self._button.clicked.connect(lambda: open_link(self._url))
        if not is_stop:
            self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._warning = PlainLabel(severity=Severity.WARNING.value, one_line=True)
        self._host = ElidedLabel(Qt.TextElideMode.ElideLeft, kind="muted")
        self._host.setMaximumWidth(MAX_HOST_WIDTH)
        self._copy = CopyButton()
        self._copy.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no stop of Tab beside the button
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self._button, self._warning, self._host, self._copy):
            row.addWidget(widget)
        row.addStretch(1)
        self._shows_host = shows_host
        self._warning.setVisible(shows_host)
        self._copy.setVisible(shows_host)

    def show_link(self, check: UrlCheck, text: str) -> None:
        """Show the link that `check` judged; the button that opens it says `text`."""
        self._url = check.url
        self._button.setText(text)
        self._button.setEnabled(check.openable)
        set_description(self._button, f"{link_hint(check)}. {_caution(check)}")
        self._warning.setText(link_warning(check))
        self._host.show_text(check.host)
        self._host.setVisible(self._shows_host and bool(check.host))
        self._copy.set_text(check.url, translate("ReceiptLink", "link"))

    def open(self) -> bool:
        """Open the link, as the button does; return whether there is one that may be opened."""
        if not self._url or not self._button.isEnabled():
            return False
        self._button.click()
        return True

    def clear(self) -> None:
        """Forget the link: hidden texts are read by some programs all the same."""
        self._url = ""
        self._button.setText("")
        self._warning.setText("")
        self._host.show_text("")
        set_description(self._button, "")
        self._copy.set_text("", "")


def _caution(check: UrlCheck) -> str:
    if not check.openable:
        return translate(
            "ReceiptLink", "This link is shown and can be copied, but it is not opened: it may be unsafe."
        )
    return translate("ReceiptLink", "Anyone with this link can open the receipt. Pass it on with care.")
