"""A payment on one page: header, notices, cancel history, sections in as many columns as there is room for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from iamport_desktop.presentation.sheet import Ledger, Notice, PaymentSheet, Section
from iamport_desktop.ui.cards import SectionCard
from iamport_desktop.ui.labels import PlainLabel, set_look
from iamport_desktop.ui.ledger_table import LedgerCard
from iamport_desktop.ui.payment_header import PaymentHeader
from iamport_desktop.ui.theme import GRID, Theme

COLUMN_WIDTH = 390
MOST_COLUMNS = 3


class NoticeBar(QFrame):
    """One sentence on a tint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._text = PlainLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 14, 9)
        row.addWidget(self._text)

    def show_notice(self, notice: Notice) -> None:
        """Show `notice` in its colours."""
        self._text.setText(notice.text)
        self._text.set_tone(notice.tone.value)
        set_look(self, "tone", notice.tone.value)


class PaymentView(QScrollArea):
    """Shows a sheet. Its widgets are made once and filled anew for each payment."""

    open_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header = PaymentHeader()
        self.cancellations, self.deposits = LedgerCard(), LedgerCard()
        self._notices: list[NoticeBar] = []
        self._cards: dict[str, SectionCard] = {}
        self._sections: tuple[Section, ...] = ()
        self._columns: list[QVBoxLayout] = []
        self._compose()
        for each in (self.header, self.cancellations, self.deposits):
            each.open_requested.connect(self.open_requested)

    def _compose(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID + 4)
        self._notice_column, self._section_row = QVBoxLayout(), QHBoxLayout()
        for layout in (self._notice_column, self._section_row):
            layout.setSpacing(GRID + 4)
        column.addWidget(self.header)
        column.addLayout(self._notice_column)
        column.addWidget(self.cancellations)
        column.addWidget(self.deposits)
        column.addLayout(self._section_row)
        column.addStretch(1)
        for _ in range(MOST_COLUMNS):
            each = QVBoxLayout()
            each.setSpacing(GRID + 4)
            self._columns.append(each)
            self._section_row.addLayout(each, 1)
        self.setWidget(page)

    def show_sheet(self, sheet: PaymentSheet, theme: Theme) -> None:
        """Show `sheet` in place of the one before."""
        self.header.show_header(sheet.header, theme)
        self._show_notices(sheet.notices)
        _show_ledger(self.cancellations, sheet.cancellations)
        _show_ledger(self.deposits, sheet.deposits)
        self._sections = sheet.sections
        for section in sheet.sections:
            self._card(section.name).show_section(section)
        self._arrange()

    def to_top(self) -> None:
        """Scroll to the header."""
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show_notices(self, notices: tuple[Notice, ...]) -> None:
        while len(self._notices) < len(notices):
            self._notices.append(NoticeBar())
            self._notice_column.addWidget(self._notices[-1])
        for place, bar in enumerate(self._notices):
            if place < len(notices):
                bar.show_notice(notices[place])
            bar.setVisible(place < len(notices))

    def _card(self, name: str) -> SectionCard:
        if name not in self._cards:
            self._cards[name] = SectionCard(self.widget())
            self._cards[name].open_requested.connect(self.open_requested)
        return self._cards[name]

    def _arrange(self) -> None:
        """Deal the cards into columns, each to the shortest one, so that the page stays short."""
        count = max(1, min(MOST_COLUMNS, self.viewport().width() // COLUMN_WIDTH))
        heights = [0] * count
        places: dict[str, int] = {}
        for section in self._sections:
            places[section.name] = shortest = heights.index(min(heights))
            heights[shortest] += len(section.rows) + 2
        self._deal(places)
        for number in range(MOST_COLUMNS):
            self._section_row.setStretch(number, 1 if number < count else 0)

    def _deal(self, places: dict[str, int]) -> None:
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        for name, card in self._cards.items():
            card.setVisible(name in places)
        for name, number in places.items():
            self._columns[number].addWidget(self._cards[name])
        for column in self._columns:
            column.addStretch(1)


def _show_ledger(card: LedgerCard, ledger: Ledger | None) -> None:
    card.setVisible(ledger is not None)
    if ledger:
        card.show_ledger(ledger)
