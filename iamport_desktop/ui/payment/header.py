"""The top of a payment: its state, how much, how much is left, which one it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from iamport_desktop.presentation.formatting import Freshness
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.view_model import Header, Row
from iamport_desktop.ui.theme import Theme
from iamport_desktop.ui.widgets.accessibility import explain
from iamport_desktop.ui.widgets.badge import Badge
from iamport_desktop.ui.widgets.cards import Card
from iamport_desktop.ui.widgets.clipboard import CopyButton
from iamport_desktop.ui.widgets.icons import icon
from iamport_desktop.ui.widgets.label import PlainLabel, set_look
from iamport_desktop.ui.widgets.receipt_links import ReceiptLink

translate = QCoreApplication.translate


UNBROKEN_ID_WIDTH = 240


class IdLabel(QWidget):
    """An id with its name and a copy button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = PlainLabel(kind="muted", one_line=True)
        self._text = PlainLabel()
        self._copy = CopyButton(always_visible=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._name)
        row.addWidget(self._text)
        row.addWidget(self._copy)
        row.addStretch(1)

    def show_row(self, row: Row) -> None:
        """Show the id in `row`."""
        self._name.setText(row.label)
        self._text.setText(row.shown)
        self._text.setMinimumWidth(min(self._text.sizeHint().width(), UNBROKEN_ID_WIDTH))
        self._text.setAccessibleName(f"{row.label}: {row.shown}")
        self._copy.offer(row.copied, row.label)


class PaymentHeader(Card):
    """Answers the first question within one look."""

    open_requested = Signal(str)
    reveal_requested = Signal()
    watch_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setContentsMargins(20, 16, 20, 16)
        # It takes the width that there is: a header that insisted on its own would never learn to fold its foot.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._badge, self._test = Badge(), Badge()
        self._raw = PlainLabel(kind="muted", one_line=True)
        self._when = PlainLabel(kind="muted")
        self._age = PlainLabel(one_line=True)
        self.reveal = QPushButton()
        self.reveal.setProperty("kind", "small")
        self.reveal.clicked.connect(self.reveal_requested)
        self._amount = PlainLabel(kind="amount")
        self._balance = PlainLabel(kind="balance")
        self._product = PlainLabel(kind="headline")
        self._method, self._meaning = PlainLabel(), PlainLabel(kind="muted")
        self._ids = [IdLabel(), IdLabel()]
        self.copy, self.watch = QPushButton(), QPushButton()
        self.copy.setProperty("kind", "small")
        self.copy.setIcon(icon("copy"))
        self.watch.setProperty("kind", "small")
        self.watch.setIcon(icon("bell"))
        self.watch.clicked.connect(self.watch_requested)
        self._receipt = ReceiptLink()
        self._receipt.open_requested.connect(self.open_requested)
        self.column.addLayout(self._top())
        self.column.addLayout(self._middle())
        self.column.addSpacing(4)
        self.column.addLayout(self._bottom())

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._badge)
        row.addWidget(self._test)
        row.addWidget(self._raw)
        row.addStretch(1)
        row.addWidget(self._age)
        row.addWidget(self.reveal)
        return row

    def _middle(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(24)
        money, goods = QVBoxLayout(), QVBoxLayout()
        money.setSpacing(0)
        goods.setSpacing(2)
        money.addWidget(self._amount)
        money.addWidget(self._balance)
        money.addSpacing(4)
        money.addWidget(self._meaning)
        money.addStretch(1)
        for each in (self._product, self._method, self._when):
            each.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            goods.addWidget(each)
        goods.addStretch(1)
        row.addLayout(money, 3)
        row.addLayout(goods, 2)
        return row

    def _bottom(self) -> QBoxLayout:
        """Ids and actions in a line, or under each other where that is too long."""
        ids, actions = QHBoxLayout(), QHBoxLayout()
        ids.setSpacing(20)
        actions.setSpacing(12)
        for each in self._ids:
            ids.addWidget(each)
        ids.addStretch(1)
        for widget in (self._receipt, self.watch, self.copy):
            actions.addWidget(widget)
        actions.addStretch(1)
        self._id_row, self._action_row = ids, actions
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(8)
        self._foot.addLayout(ids, 1)
        self._foot.addLayout(actions)
        return self._foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # something became longer or shorter, or came or went
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        margins = self.column.contentsMargins()
        needed = self._id_row.sizeHint().width() + self._foot.spacing() + self._action_row.sizeHint().width()
        fits = needed + margins.left() + margins.right() <= self.width()
        self._foot.setDirection(
            QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        )

    def show_header(self, header: Header, theme: Theme) -> None:
        """Show `header` in place of the one before."""
        status = header.status
        self._badge.show_state(
            f"status-{status.state}", status.word, status.severity, theme, said=_said("Status", status.word)
        )
        self._test.setVisible(header.test)
        self._test.show_state("test", translate("PaymentHeader", "Test payment"), Severity.ANOMALY, theme)
        self.copy.setText(translate("PaymentHeader", "Copy"))
        self._raw.setText(status.raw)
        explain(self._raw, translate("PaymentHeader", "The status as the API gives it"))
        self._amount.setText(header.amount)
        self._amount.setAccessibleName(_said("Amount", header.amount))
        self._balance.setText(_balance(header))
        self._balance.setVisible(bool(header.cancelled))
        self._meaning.setText(status.meaning)
        product = header.product.shown if header.product else ""
        self._product.setText(product)
        self._product.setAccessibleName(_said("Product", product))
        self._method.setText(header.method)
        self._method.setAccessibleName(_said("Method", header.method))
        self._when.setText(header.when)
        for place, label in enumerate(self._ids):
            label.setVisible(place < len(header.ids))
            if place < len(header.ids):
                label.show_row(header.ids[place])
        self._receipt.setVisible(header.receipt is not None)
        if header.receipt:
            self._receipt.offer(header.receipt)

    def spoken(self) -> str:
        """What answers the first question, for those who hear the window."""
        balance = "" if self._balance.isHidden() else self._balance.text()
        parts = (self._badge.said(), self._amount.accessibleName(), balance, self._meaning.text())
        return ". ".join(each.rstrip(".") for each in parts if each)

    def show_age(self, age: Freshness) -> None:
        """Say when the payment was like that, in grey once that is a while ago."""
        self._age.setText(age.text)
        self._age.set_kind("" if age.fresh else "muted")

    def show_watch(self, *, possible: bool, on: bool) -> None:
        """Offer to tell when the payment is paid, where that may still happen."""
        self.watch.setVisible(possible or on)
        stop, start = (
            translate("PaymentHeader", "Stop watching"),
            translate("PaymentHeader", "Tell me when it is paid"),
        )
        self.watch.setText(stop if on else start)

    def show_reveal(self, label: str, *, on: bool) -> None:
        """Name the button for personal data; while it is shown, the button stands out."""
        self.reveal.setText(label)
        self.reveal.setIcon(icon("hide" if on else "show"))
        explain(self.reveal, f"{label} (F8)")
        set_look(self.reveal, "kind", "warning" if on else "small")


def _said(name: str, text: str) -> str:
    """`text` for a screen reader, which does not see from its place and size what it is."""
    return f"{translate('Summary', name)}: {text}" if text else ""


def _balance(header: Header) -> str:
    cancelled = translate("PaymentHeader", "Cancelled {amount}").format(amount=header.cancelled)
    if not header.remaining:
        return cancelled
    remaining = translate("PaymentHeader", "Remaining {amount}").format(amount=header.remaining)
    return f"{remaining} · {cancelled}"
