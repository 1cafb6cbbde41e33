"""The strip on top of a scrolled payment: state, amount, product and the buttons of the header that is out of view."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QWidget

from iamport_desktop.presentation.view_model import Header
from iamport_desktop.ui.payment.header import Badge, main_amount
from iamport_desktop.ui.theme import GRID
from iamport_desktop.ui.widgets.accessibility import clear_texts, set_role
from iamport_desktop.ui.widgets.icons import icon
from iamport_desktop.ui.widgets.label import ElidedLabel, PlainLabel, set_style_property

translate = QCoreApplication.translate

HEIGHT = 40


class HeaderStrip(QFrame):
    """Lies over `area` while `amount`, the header's, is out of sight. `copy` and `reveal` are its buttons.

    The keyboard and screen readers use the header, which has all of it and more.
    """

    def __init__(self, area: QScrollArea, amount: QWidget) -> None:
        super().__init__(area)
        self._area, self._amount_in_header = area, amount
        self.setProperty("kind", "strip")
        set_role(self, "Whitespace")
        self._badge = Badge()
        self._amount = PlainLabel(kind="strip-amount", one_line=True)
        self._product = ElidedLabel()
        self.reveal, self.copy = QPushButton(), QPushButton()
        self.copy.setIcon(icon("copy"))
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        row.setSpacing(GRID + 4)
        row.addWidget(self._badge, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._amount)
        row.addWidget(self._product, 1)
        for button in (self.reveal, self.copy):
            button.setProperty("kind", "small")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self.hide()
        area.verticalScrollBar().valueChanged.connect(self.follow)
        area.verticalScrollBar().rangeChanged.connect(self.follow)

    def show_header(self, header: Header) -> None:
        """Show what matters of `header`: where something was cancelled, the amount that is left."""
        status = header.status
        self._badge.show_word(f"status-{status.state}", status.word, status.severity)
        self._amount.setText(main_amount(header))
        self._product.show_text(header.product.shown if header.product else "")
        self.copy.setText(f"{translate('PaymentHeader', 'Copy')} ▾")

    def show_reveal(self, label: str, *, on: bool) -> None:
        """Label the button that reveals personal data, as the header's."""
        self.reveal.setText(label)
        self.reveal.setIcon(icon("hide" if on else "show"))
        set_style_property(self.reveal, "kind", "warning" if on else "small")

    def clear(self) -> None:
        """Forget the payment that was shown."""
        clear_texts(self)
        self._product.show_text("")

    def follow(self) -> None:
        """Appear once half of the amount in the header is out of sight."""
        amount = self._amount_in_header
        is_needed = amount.mapTo(self._area, amount.rect().center()).y() < self._area.frameWidth()
        if is_needed:
            frame = self._area.frameWidth()
            self.setGeometry(frame, frame, self._area.maximumViewportSize().width(), HEIGHT)
        self.setVisible(is_needed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        QCoreApplication.sendEvent(self._area.verticalScrollBar(), event)
