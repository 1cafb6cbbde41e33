"""A payment on one page: header, timeline, notices, histories, and the sections as cards."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from iamport_desktop.presentation.fields import SECTION_NAMES
from iamport_desktop.presentation.view_model import History, PaymentViewModel, Section
from iamport_desktop.ui.payment.header import PaymentHeader
from iamport_desktop.ui.payment.history_table import LedgerCard
from iamport_desktop.ui.payment.sections import SectionCard
from iamport_desktop.ui.payment.timeline import TimelineCard
from iamport_desktop.ui.theme import GRID, Theme
from iamport_desktop.ui.widgets.card_layouts import CardColumns
from iamport_desktop.ui.widgets.cards import AdviceCard
from iamport_desktop.ui.widgets.message_bars import Notices

ADVICE_AFTER = 2  # the sections that are looked at more often than advice
USUAL_ROWS, USUAL_STEPS = 8, 4  # of a section, of a timeline


class PaymentView(QScrollArea):
    """Shows a sheet. Its widgets are made once and filled anew for each payment."""

    open_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Where it came and went, each page would be laid out for one width and then for another.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.header, self._timeline, self._notices = PaymentHeader(), TimelineCard(), Notices()
        self.cancellations, self.deposits = LedgerCard(), LedgerCard()
        self._advice, self._cards = AdviceCard(), CardColumns()
        self._sections: dict[str, SectionCard] = {}
        self._more: tuple[Section, ...] = ()
        self._shown: tuple[Section, ...] = ()
        self._compose()
        for each in (self.header, self.cancellations, self.deposits):
            each.open_requested.connect(self.open_requested)

    def _compose(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID + 4)
        for each in (
            self.header,
            self._notices,
            self._timeline,
            self.cancellations,
            self.deposits,
            self._cards,
        ):
            column.addWidget(each)
        column.addStretch(1)
        self.setWidget(page)

    def show_sheet(self, sheet: PaymentViewModel, theme: Theme, more: tuple[Section, ...]) -> None:
        """Show `sheet` in place of the one before, with what was asked afterwards (`more`)."""
        self.header.show_header(sheet.header, theme)
        self._notices.show_notices(sheet.notices)
        self._timeline.show_steps(sheet.timeline, theme)
        _show_ledger(self.cancellations, sheet.cancellations)
        _show_ledger(self.deposits, sheet.deposits)
        self._advice.show_advice(sheet.advice)
        self._shown = sheet.sections
        self._fill_cards(sheet.sections)
        self.show_more(more)

    def build_ahead(self) -> Iterator[None]:
        """Build the rows of one section a step, before a payment needs them."""
        self._timeline.reserve(USUAL_STEPS)
        for name in SECTION_NAMES:
            if name not in self._sections:
                card = self._card(name)
                card.hide()
                card.setParent(self._cards)
                card.reserve(USUAL_ROWS)
                yield

    def show_more(self, sections: tuple[Section, ...]) -> None:
        """Add what was asked afterwards: cash receipt, delivery, balance."""
        self._more = sections
        self._fill_cards(sections)
        self._arrange_cards()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()  # it takes what room there is; its own would be asked of the whole page

    def to_top(self) -> None:
        """Scroll to the header."""
        self.verticalScrollBar().setValue(0)

    def _fill_cards(self, sections: tuple[Section, ...]) -> None:
        for section in sections:
            self._card(section.name).show_section(section)

    def _arrange_cards(self) -> None:
        cards: list[tuple[QWidget, int]] = []
        for section in (*self._shown, *self._more):
            cards.append((self._card(section.name), len(section.rows)))
        if advice := self._advice.count():
            cards.insert(ADVICE_AFTER, (self._advice, 2 * advice))
        self._cards.set_cards(cards)

    def _card(self, name: str) -> SectionCard:
        if name not in self._sections:
            self._sections[name] = SectionCard()
            self._sections[name].open_requested.connect(self.open_requested)
        return self._sections[name]


def _show_ledger(card: LedgerCard, ledger: History | None) -> None:
    card.setVisible(ledger is not None)
    if ledger:
        card.show_ledger(ledger)
