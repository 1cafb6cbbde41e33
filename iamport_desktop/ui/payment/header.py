"""The header of a payment: status, amounts, product, method, ids and actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from iamport_desktop.presentation.formatting import Freshness
from iamport_desktop.presentation.severity import Severity
from iamport_desktop.presentation.view_model import Header, Row
from iamport_desktop.ui.shortcuts import COPY_REPLY, COPY_SUMMARY, REVEAL, WATCH, key_name, with_key
from iamport_desktop.ui.widgets.accessibility import clear_texts, set_description
from iamport_desktop.ui.widgets.buttons import CopyButton, OpenLink, ReceiptLink
from iamport_desktop.ui.widgets.cards import Card
from iamport_desktop.ui.widgets.clipboard import copy_text
from iamport_desktop.ui.widgets.icons import IconLabel, icon
from iamport_desktop.ui.widgets.label import PlainLabel, set_style_property

translate = QCoreApplication.translate

BADGE_ICON_SIZE = 18
MAX_CHIPS = 4
GAP = 24  # between the halves of a row
MIN_ID_WIDTH = 240  # before an id is broken


class Badge(QFrame):
    """A tinted pill with an icon and a word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "badge")
        self._icon = IconLabel(BADGE_ICON_SIZE)
        self._word = PlainLabel(kind="badge-word", one_line=True)
        font = self._word.font()
        font.setBold(True)
        self._word.setFont(font)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 12, 5)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._word)

    def show_word(self, icon_name: str, word: str, severity: Severity, *, accessible_name: str = "") -> None:
        """Show `word` with the icon `icon_name`, or none, in the colours of `severity`."""
        self._icon.setVisible(bool(icon_name))
        if icon_name:
            self._icon.set_icon(icon_name, severity)
        self._word.setText(word)
        self._word.set_severity(severity.value)
        self._word.setAccessibleName(accessible_name)
        set_style_property(self, "severity", severity.value)

    def spoken_text(self) -> str:
        """Return what a screen reader says: the accessible name, or else the word."""
        return self._word.accessibleName() or self._word.text()


class IdLabel(QWidget):
    """An id with its name and a copy button. A click on the id copies it as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = PlainLabel(kind="muted", one_line=True)
        self._text = PlainLabel()
        self._copy = CopyButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._name)
        row.addWidget(self._text)
        row.addWidget(self._copy)
        row.addStretch(1)

    def show_row(self, row: Row | None) -> None:
        """Show the id in `row`; None leaves nothing of an earlier one."""
        self.setVisible(row is not None)
        if row is None:
            clear_texts(self)
            self._copy.set_text("", "")
            return
        self._name.setText(row.label)
        self._text.setText(row.shown)
        self._text.setMinimumWidth(min(self._text.sizeHint().width(), MIN_ID_WIDTH))
        self._text.setAccessibleName(f"{row.label}: {row.shown}")
        self._copy.set_text(row.copied, row.label)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_id = self._text.geometry().contains(event.position().toPoint())
        if on_id and event.button() == Qt.MouseButton.LeftButton:
            self._copy.click()


class AccountLabel(QWidget):
    """The account to pay into, in one line, with a button that copies it as a block."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block = ""
        self._name = PlainLabel(kind="muted", one_line=True)
        self._text = PlainLabel()
        self.copy = QPushButton()
        self.copy.setProperty("kind", "small")
        self.copy.setIcon(icon("copy"))
        self.copy.clicked.connect(lambda: copy_text(self, self._block, self._name.text()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self._text, 1)
        row.addWidget(self.copy)

    def show_row(self, row: Row | None) -> None:
        """Show the account in `row`; None leaves nothing of an earlier one."""
        self.setVisible(row is not None)
        self._block = row.copied if row else ""
        self._name.setText(row.label if row else "")
        self._text.setText(row.shown if row else "")
        self._text.setAccessibleName(f"{row.label}: {row.shown}" if row else "")
        self.copy.setText(translate("PaymentHeader", "Copy account"))


class PaymentHeader(Card):
    """What an agent needs first, `amount` above all. `reveal`, `watch` and `copy` are its buttons."""

    def __init__(self, open_link: OpenLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_watched = self._waits_for_deposit = False
        self.column.setContentsMargins(20, 14, 20, 14)
        self.column.setSpacing(4)
        # Ignored, so that the header becomes narrower than its last row, which then wraps.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._badge, self._chips = Badge(), [Badge() for _ in range(MAX_CHIPS)]
        self._age = PlainLabel(one_line=True)
        self.reveal = QPushButton()
        self.reveal.setProperty("kind", "small")
        self.amount = PlainLabel(kind="amount", one_line=True)
        self._product = PlainLabel(kind="headline")
        self._balance, self._meaning = PlainLabel(kind="muted"), PlainLabel()
        self._method, self._buyer = PlainLabel(), PlainLabel()
        self._approval = IdLabel()
        self._ids = [IdLabel(), IdLabel()]
        self.copy, self.watch = QPushButton(), QPushButton()
        self.copy.setProperty("kind", "small")
        self.copy.setIcon(icon("copy"))
        self.watch.setProperty("kind", "small")
        self.watch.setIcon(icon("bell"))
        self.receipt = ReceiptLink(open_link)
        self.account = AccountLabel()
        self.column.addLayout(self._top())
        self.column.addLayout(self._middle())
        self.column.addLayout(self._paid_with())
        self.column.addWidget(self._meaning)
        self.column.addWidget(self.account)
        self.column.addSpacing(4)
        self.column.addLayout(self._bottom())

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for badge in (self._badge, *self._chips):
            row.addWidget(badge)
        row.addStretch(1)
        row.addWidget(self._age)
        row.addWidget(self.reveal)
        return row

    def _middle(self) -> QHBoxLayout:
        """The amount and, beside it, what it was paid for and what became of it."""
        row, right = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(20)
        right.setSpacing(1)
        right.addWidget(self._product)
        right.addWidget(self._balance)
        row.addWidget(self.amount)
        row.addLayout(right, 1)
        return row

    def _paid_with(self) -> QBoxLayout:
        """Method and buyer, in one row or, where that is too wide, in two."""
        method = QHBoxLayout()
        method.setSpacing(20)
        method.addWidget(self._method)
        method.addWidget(self._approval)
        method.addSpacing(16)
        method.addStretch(1)
        self._buyer_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buyer_row.setSpacing(4)
        self._buyer_row.addLayout(method)
        self._buyer_row.addWidget(self._buyer, 1)
        self._method_row = method
        return self._buyer_row

    def _bottom(self) -> QBoxLayout:
        """Ids and actions, in one row or, where that is too wide, in two."""
        ids, actions = QHBoxLayout(), QHBoxLayout()
        ids.setSpacing(20)
        actions.setSpacing(12)
        for label in self._ids:
            ids.addWidget(label)
        ids.addStretch(1)
        for widget in (self.receipt, self.watch, self.copy):
            actions.addWidget(widget)
        actions.addStretch(1)
        self._id_row, self._action_row = ids, actions
        self._last_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._last_row.setSpacing(8)
        self._last_row.addLayout(ids, 1)
        self._last_row.addLayout(actions)
        return self._last_row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap_rows()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a widget changed its size or visibility
            self._wrap_rows()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate_watch()
        super().changeEvent(event)

    def _retranslate_watch(self) -> None:
        start = translate("PaymentHeader", "Tell me when it is paid")
        if self._waits_for_deposit:
            start = translate("PaymentHeader", "Tell me when the deposit arrives")
        self.watch.setText(translate("PaymentHeader", "Stop watching") if self._is_watched else start)
        set_description(self.watch, with_key(self.watch.text(), WATCH))

    def _wrap_rows(self) -> None:
        """Break the rows that are wider than the header."""
        self._wrap(
            self._last_row, self._id_row.sizeHint().width() + self._action_row.sizeHint().width() + GAP
        )
        self._wrap(
            self._buyer_row, self._method_row.sizeHint().width() + self._buyer.sizeHint().width() + GAP
        )

    def _wrap(self, row: QBoxLayout, needed: int) -> None:
        margins = self.column.contentsMargins()
        fits = needed + margins.left() + margins.right() <= self.width()
        row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def show_header(self, header: Header) -> None:
        """Show `header` in place of the previous one."""
        status = header.status
        name = _accessible_name("Status", status.word)
        self._badge.show_word(f"status-{status.state}", status.word, status.severity, accessible_name=name)
        raw = translate("PaymentHeader", "The API answers: {status}").format(status=status.raw)
        set_description(self._badge, raw if status.raw else "")
        self._show_chips(header)
        self.copy.setText(f"{translate('PaymentHeader', 'Copy')} ▾")
        set_description(self.copy, _copy_description())
        self.amount.setText(main_amount(header))
        spoken = ("Remaining", header.remaining) if header.remaining else ("Amount", header.amount)
        self.amount.setAccessibleName(_accessible_name(*spoken))
        self._balance.setText(_balance(header))
        self._balance.setVisible(bool(_balance(header)))
        self._meaning.setText(status.meaning)
        product = header.product.shown if header.product else ""
        self._product.setText(product)
        self._product.setVisible(bool(product))
        self._product.setAccessibleName(_accessible_name("Product", product))
        method = " · ".join(filter(None, (header.method, header.card)))
        self._method.setText(method)
        self._method.setVisible(bool(method))
        self._method.setAccessibleName(_accessible_name("Method", method))
        self._approval.show_row(header.approval)
        buyer = translate("PaymentHeader", "Buyer {name}").format(name=header.buyer) if header.buyer else ""
        self._buyer.setText(buyer)
        for index, label in enumerate(self._ids):
            label.show_row(header.ids[index] if index < len(header.ids) else None)
        self.account.show_row(header.account)
        self._waits_for_deposit = header.waits_for_deposit
        self._retranslate_watch()
        self.receipt.setVisible(header.receipt is not None)
        if header.receipt:
            self.receipt.show_link(header.receipt, header.receipt_text)
        else:
            self.receipt.clear()

    def _show_chips(self, header: Header) -> None:
        test = ("test", translate("PaymentHeader", "Test payment"), Severity.ANOMALY)
        chips = [test] if header.test else []
        chips += [("", chip, Severity.NEUTRAL) for chip in header.chips]
        for index, badge in enumerate(self._chips):
            badge.setVisible(index < len(chips))
            badge.show_word(*(chips[index] if index < len(chips) else ("", "", Severity.NEUTRAL)))

    def clear(self) -> None:
        """Forget the payment that was shown."""
        clear_texts(self)
        self.receipt.clear()

    def spoken_text(self) -> str:
        """Return status, amounts and meaning as sentences, for a screen reader."""
        balance = "" if self._balance.isHidden() else self._balance.text()
        parts = (self._badge.spoken_text(), self.amount.accessibleName(), balance, self._meaning.text())
        return ". ".join(part.rstrip(".") for part in parts if part)

    def show_age(self, age: Freshness) -> None:
        """Show when the payment was as it is shown, muted once that is a while ago."""
        self._age.setText(age.text)
        self._age.set_kind("" if age.fresh else "muted")

    def show_watch(self, *, possible: bool, on: bool) -> None:
        """Show the button that starts the watch of the payment, where `possible`, or ends it, where `on`."""
        self._is_watched = on
        self.watch.setVisible(possible or on)
        self._retranslate_watch()

    def show_reveal(self, label: str, *, on: bool) -> None:
        """Label the button that reveals personal data. It stands out while the data is shown (`on`)."""
        self.reveal.setText(label)
        self.reveal.setIcon(icon("hide" if on else "show"))
        set_description(self.reveal, with_key(label, REVEAL))
        set_style_property(self.reveal, "kind", "warning" if on else "small")


def _copy_description() -> str:
    reply, summary = translate("CopyPopover", "Reply to the customer"), translate("CopyPopover", "Summary")
    return f"{reply} ({key_name(COPY_REPLY)}) · {summary} ({key_name(COPY_SUMMARY)})"


def _accessible_name(name: str, text: str) -> str:
    """Return `text` after its name, because a screen reader does not tell where it stands and how big it is."""
    return f"{translate('Summary', name)}: {text}" if text else ""


def main_amount(header: Header) -> str:
    """Return what is left, where something was cancelled and that is known, or else the amount."""
    if not header.remaining:
        return header.amount
    return translate("PaymentHeader", "{amount} left").format(amount=header.remaining)


def _balance(header: Header) -> str:
    """Return what was paid and cancelled, each named, and when."""
    if not header.cancelled:
        return header.when
    paid = translate("PaymentHeader", "Paid {amount}").format(amount=header.amount)
    cancelled = translate("PaymentHeader", "Cancelled {amount}").format(amount=header.cancelled)
    return " · ".join(filter(None, (paid, cancelled, header.when)))
