"""A payment on one page: header, notices, timeline, histories, and its fields in cards, each at a fixed place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from iamport_desktop.presentation.view_model import PaymentViewModel, Section
from iamport_desktop.ui.payment.header import PaymentHeader
from iamport_desktop.ui.payment.history_table import HistoryCard
from iamport_desktop.ui.payment.sections import SectionCard
from iamport_desktop.ui.payment.strip import HeaderStrip
from iamport_desktop.ui.payment.timeline import TimelineCard
from iamport_desktop.ui.theme import GRID
from iamport_desktop.ui.widgets.buttons import OpenLink
from iamport_desktop.ui.widgets.cards import AdviceCard, CardColumns
from iamport_desktop.ui.widgets.message_bars import Notices

translate = QCoreApplication.translate

MAX_WIDTH = 1400
USUAL_STEPS = 4  # of a timeline
USUAL_ROWS = {"method": 8, "vbank": 6, "buyer": 5, "pg": 4}  # of a section
# Where each section stands among the cards: how it was paid, who paid, what to know, and the rest.
PAID_BY, BUYER, TO_KNOW, REST = range(4)
_PLACES = {"method": PAID_BY, "vbank": PAID_BY, "balance": PAID_BY, "cash-receipt": PAID_BY}
_PLACES |= {"buyer": BUYER, "billing": BUYER, "delivery": BUYER, "details": BUYER}


class PaymentView(QScrollArea):
    """Shows the view model of a payment. Its widgets are made once and filled again for each payment."""

    def __init__(self, open_link: OpenLink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_link = open_link
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A scroll bar that appears as needed would have each page laid out for two widths.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.header, self.notices, self._timeline = PaymentHeader(open_link), Notices(), TimelineCard()
        self.cancellations, self.deposits = HistoryCard(open_link), HistoryCard(open_link)
        self._advice, self._columns = AdviceCard(), CardColumns()
        self._cards: dict[str, SectionCard] = {}
        self._sections: tuple[Section, ...] = ()
        self._follow_ups: tuple[Section, ...] = ()
        page = QWidget()
        page.setMaximumWidth(MAX_WIDTH)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID + 4)
        for widget in (
            self.header,
            self.notices,
            self._timeline,
            self.cancellations,
            self.deposits,
            self._columns,
        ):
            column.addWidget(widget)
        self._make_widgets()
        self.show_all = QPushButton()  # made after the cards, so that Tab reaches it after them
        self.show_all.setProperty("kind", "small")
        self.show_all.setCheckable(True)
        self.show_all.toggled.connect(self._show_sections)
        column.addWidget(self.show_all, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(page)
        self.strip = HeaderStrip(self, self.header.amount)

    def show_payment(self, payment: PaymentViewModel, *, same_payment: bool = False) -> None:
        """Show `payment`. With `same_payment` only its texts differ: scrolling, sorting and selection stay."""
        self.header.show_header(payment.header)
        self.strip.show_header(payment.header)
        self.notices.show_notices(payment.notices)
        self._timeline.show_steps(payment.timeline)
        self.cancellations.show_history(payment.cancellations, same_rows=same_payment)
        self.deposits.show_history(payment.deposits, same_rows=same_payment)
        self._advice.show_advice(payment.advice)
        self._sections = payment.sections
        if not same_payment:
            self.show_all.setChecked(False)
            self.verticalScrollBar().setValue(0)

    def show_follow_ups(self, follow_ups: tuple[Section, ...]) -> None:
        """Show the payment's sections, and those of the follow-up requests."""
        self._follow_ups = follow_ups
        self._show_sections()

    def _show_sections(self) -> None:
        """Show every section with what it has to say, or with all of its rows."""
        sections = (*self._sections, *self._follow_ups)
        if not self.show_all.isChecked():
            sections = tuple(section.without_details() for section in sections)
        sections = tuple(section for section in sections if section.rows)
        cards: list[tuple[QWidget, int]] = []
        for section in sections:
            card = self._card(section.name)
            card.show_section(section)
            cards.append((card, _PLACES.get(section.name, REST)))
        if self._advice.count():
            cards.append((self._advice, TO_KNOW))
        self._columns.set_cards(cards)
        shown = {section.name for section in sections}
        for name, card in self._cards.items():
            if name not in shown:
                card.clear()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        fewer, all_fields = translate("PaymentView", "Show less"), translate("PaymentView", "Show all fields")
        self.show_all.setText(fewer if self.show_all.isChecked() else all_fields)

    def clear(self) -> None:
        """Forget the payment: hidden texts are read by some programs all the same."""
        self.cancellations.show_history(None)
        self.deposits.show_history(None)
        self.notices.show_notices(())
        self._timeline.show_steps(())
        self._advice.show_advice(())
        self._sections = ()
        self.show_follow_ups(())
        self.header.clear()
        self.strip.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.follow()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()  # it fills the window; its own hint would have the whole page measured

    def _make_widgets(self) -> None:
        """Make what a payment usually needs, so that the first one need not wait for it."""
        self._timeline.make_steps(USUAL_STEPS)
        for name, rows in USUAL_ROWS.items():
            card = self._card(name)
            card.hide()
            card.setParent(self._columns)
            card.make_rows(rows)

    def _card(self, name: str) -> SectionCard:
        if name not in self._cards:
            self._cards[name] = SectionCard(self._open_link)
        return self._cards[name]
